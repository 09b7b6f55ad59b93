package caseload

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"footprint/domain/clock"
	"footprint/domain/workday"
)

// Lens is one way of looking at the list.
type Lens string

// The lenses, in the order they are stepped through.
const (
	All         Lens = "all"
	Mine        Lens = "mine"         // what I must do
	Chasing     Lens = "chasing"      // what others owe me and is late
	Waiting     Lens = "waiting"      // what others owe me and is not late yet
	ThisWeek    Lens = "this week"    // reviews due or planned this week
	NoFootprint Lens = "no footprint" // nothing of mine for a while
	Closed      Lens = "closed"       // no longer looked after
)

// Lenses lists them.
func Lenses() []Lens { return []Lens{All, Mine, Chasing, Waiting, ThisWeek, NoFootprint, Closed} }

// quietDays is how long a child goes without the IRO's footprint before the
// lens shows them; local, no rule sets it.
const quietDays = 60

// soonDays is how far ahead an item of one's own shows under Mine.
const soonDays = 7

// Shows reports whether the lens shows the row on the day.
func (l Lens) Shows(r Row, today workday.Date) bool {
	open := r.Open(today) || r.Missing == clock.HistoryUnknown || r.Missing == clock.PausedCustody
	switch l {
	case Closed:
		return !open
	case Mine:
		return open && (r.Missing == clock.HistoryUnknown || near(r.NextItem, today) || near(r.Due, today))
	case Chasing:
		return open && r.TheirsNext.Known() && r.TheirsNext < today
	case Waiting:
		return open && (r.TheirsNext >= today && r.TheirsNext <= today+28 || r.AnswerBy >= today)
	case ThisWeek:
		return open && (inWeek(r.Due, today) || inWeek(r.Planned, today))
	case NoFootprint:
		return open && (!r.Footprint.Known() || r.Footprint < today-quietDays)
	}
	return open
}

func near(d, today workday.Date) bool { return d.Known() && d <= today+soonDays }

// inWeek reports whether d falls from Monday to Sunday of today's week.
func inWeek(d, today workday.Date) bool {
	monday := today - workday.Date((int(today.Weekday())+6)%7)
	return d >= monday && d < monday+7
}

// Order is one way of ordering the list.
type Order string

// The orders.
const (
	BySoonest   Order = "soonest first"
	ByName      Order = "name"
	ByAge       Order = "youngest first"
	ByFootprint Order = "longest without a footprint"
)

// Orders lists them.
func Orders() []Order { return []Order{BySoonest, ByName, ByAge, ByFootprint} }

// Arrange gives the indexes of the rows a lens shows on the day, in order.
// Rows that tie stay in the order of the reference. A child without a date
// comes right after the late ones under BySoonest: the program has to ask.
func Arrange(rows []Row, lens Lens, order Order, today workday.Date) []int {
	out := make([]int, 0, len(rows))
	for i := range rows {
		if lens.Shows(rows[i], today) {
			out = append(out, i)
		}
	}
	if order == ByName {
		names := make([]string, len(rows))
		for _, i := range out {
			names[i] = SortName(rows[i].Name)
		}
		slices.SortFunc(out, func(a, b int) int {
			return cmp.Or(strings.Compare(names[a], names[b]), strings.Compare(rows[a].Ref, rows[b].Ref))
		})
		return out
	}
	keys := make([]workday.Date, len(rows))
	for _, i := range out {
		keys[i] = order.key(rows[i], today)
	}
	slices.SortFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(keys[a], keys[b]), strings.Compare(rows[a].Ref, rows[b].Ref))
	})
	return out
}

// key is what the order sorts by, smallest first.
func (o Order) key(r Row, today workday.Date) workday.Date {
	switch o {
	case ByAge:
		return -r.DOB
	case ByFootprint:
		return r.Footprint
	}
	return urgency(r, today)
}

// urgency puts what must be asked now just after what is late.
func urgency(r Row, today workday.Date) workday.Date {
	switch {
	case r.soonest().Known():
		return r.soonest()
	case All.Shows(r, today):
		return today
	}
	return workday.Date(1 << 30)
}

// SortName folds a name and puts the last word first, as lists of people are.
func SortName(name string) string {
	words := strings.Fields(Fold(name))
	if len(words) < 2 {
		return strings.Join(words, " ")
	}
	last := len(words) - 1
	return words[last] + " " + strings.Join(words[:last], " ")
}

// plain are letters that carry their mark inside them, so that taking marks
// off does not reach them, and apostrophes, which people leave out.
var plain = strings.NewReplacer("'", "", "’", "", "ʼ", "", "ł", "l", "đ", "d", "ø", "o", "æ", "ae", "œ", "oe", "ß", "ss", "þ", "th", "ð", "d", "ħ", "h", "ı", "i")

// Fold lower-cases text and takes the marks off letters, so that wyn finds
// Ŵyn, lukasz finds Łukasz and oneill finds O’Neill.
func Fold(s string) string {
	if ascii(s) {
		return strings.ReplaceAll(strings.ToLower(s), "'", "")
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return plain.Replace(b.String())
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Haystack is the folded text of a row that a filter looks in. With hidden
// names it holds initials and references only.
func Haystack(r Row, hidden bool) string {
	if hidden {
		return Fold(r.Initials() + "\n" + r.Ref + "\n" + r.ExternalID)
	}
	return Fold(r.Name + "\n" + r.Ref + "\n" + r.ExternalID + "\n" + r.Carer + "\n" + r.Worker)
}

// Narrow keeps the indexes whose haystack holds every word of the filter. Give
// it the last result when the filter only grew.
func Narrow(haystacks []string, within []int, filter string) []int {
	kept, _ := Search(haystacks, within, filter)
	return kept
}

// Search is Narrow that also gives the same indexes with the children found by
// their name, a haystack's first line, before those found by carer or worker,
// and before all those whose names have a part that begins so: eira finds Eira
// before Ferreira.
func Search(haystacks []string, within []int, filter string) (kept, byName []int) {
	words := strings.Fields(Fold(filter))
	kept, byName = make([]int, 0, len(within)), make([]int, 0, len(within))
	var inside, others []int
	for _, i := range within {
		last, found := where(haystacks[i], words)
		if !found {
			continue
		}
		kept = append(kept, i)
		switch name, _, _ := strings.Cut(haystacks[i], "\n"); {
		case last >= len(name):
			others = append(others, i)
		case begins(name, words):
			byName = append(byName, i)
		default:
			inside = append(inside, i)
		}
	}
	return kept, slices.Concat(byName, inside, others)
}

// begins reports whether every word begins a part of the name.
func begins(name string, words []string) bool {
	for _, w := range words {
		if !strings.HasPrefix(name, w) && !strings.Contains(name, " "+w) && !strings.Contains(name, "-"+w) {
			return false
		}
	}
	return true
}

// where finds the words in a text: the furthest of the places each is first
// found at, and whether all are there.
func where(text string, words []string) (last int, found bool) {
	for _, w := range words {
		at := strings.Index(text, w)
		if at < 0 {
			return 0, false
		}
		last = max(last, at)
	}
	return last, true
}

// Initials gives the first letter of each part of a name: "M.K."; ref stands
// in when there is no name.
func Initials(name, ref string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		for _, r := range norm.NFC.String(word) {
			if unicode.IsLetter(r) {
				b.WriteRune(unicode.ToUpper(r))
				b.WriteByte('.')
				break
			}
		}
	}
	if b.Len() == 0 {
		return ref
	}
	return b.String()
}

// Count is the line of figures under the title.
type Count struct {
	Children, Overdue, ThisWeek int
	Unknown                     int // something has to be asked before there is a date
	Paused                      int // kept while in custody, not looked after (YJ-16)
	Closed                      int // no longer looked after
	Disputes                    int // raised and not settled
	LateDecisions               int // past their day, not done or not all done
}

// CountOf counts the open rows on the day.
func CountOf(rows []Row, today workday.Date) Count {
	var n Count
	for _, r := range rows {
		if !All.Shows(r, today) {
			n.Closed++
			continue
		}
		n.Children++
		n.Disputes += r.OpenDisputes
		n.LateDecisions += r.LateDecisions(today)
		switch {
		case r.soonest().Known() && r.soonest() < today:
			n.Overdue++
		case ThisWeek.Shows(r, today):
			n.ThisWeek++
		}
		switch r.Missing {
		case clock.HistoryUnknown, clock.Adult:
			n.Unknown++
		case clock.PausedCustody:
			n.Paused++
		}
	}
	return n
}
