package desk

import (
	"cmp"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// Moved is one date of one child that a setting or a bank holiday moves. A
// date that is new, or falls away, is not known on the other side.
type Moved struct {
	File     casefile.ID
	What     string // "Next review", "Invitations sent"
	Next     bool   // the limit of the next review
	Old, New workday.Date
}

// Moves lists the dates of a case that are others under the one context than
// under the other: the next review, what else is open, and the birthdays that
// rules go by.
func Moves(c *casefile.Case, was, now review.Context) []Moved {
	before := clock.Of(c, was.Today, was.Calendar, was.Readings)
	after := clock.Of(c, now.Today, now.Calendar, now.Readings)
	m := mover{file: c.ID}
	m.differ("Next review", true, due(before), due(after))
	m.others(openDates(before), openDates(after))
	m.differ("16th birthday", false, before.Sixteen, after.Sixteen)
	m.differ("18th birthday", false, before.Eighteen, after.Eighteen)
	return m.out
}

type mover struct {
	file casefile.ID
	out  []Moved
}

func (m *mover) differ(what string, next bool, old, now workday.Date) {
	if old != now {
		m.out = append(m.out, Moved{File: m.file, What: what, Next: next, Old: old, New: now})
	}
}

// due is the next review's limit, not known when there is none.
func due(c clock.Clocks) workday.Date {
	if c.Governing == nil {
		return 0
	}
	return c.Governing.Due
}

// openDate is the n-th open deadline of its name.
type openDate struct {
	what string
	n    int
	due  workday.Date
}

// openDates lists the deadlines that are open, the next review's left out.
func openDates(c clock.Clocks) []openDate {
	var out []openDate
	seen := map[string]int{}
	for _, d := range c.Deadlines {
		if d.Done || c.Governing != nil && d.Rule == c.Governing.Rule && d.Due == c.Governing.Due {
			continue
		}
		out = append(out, openDate{d.What, seen[d.What], d.Due})
		seen[d.What]++
	}
	return out
}

// others pairs the deadlines of the two sides by name and order.
func (m *mover) others(before, after []openDate) {
	same := func(o openDate) func(openDate) bool {
		return func(other openDate) bool { return other.what == o.what && other.n == o.n }
	}
	for _, o := range before {
		var now workday.Date
		if i := slices.IndexFunc(after, same(o)); i >= 0 {
			now = after[i].due
		}
		m.differ(o.what, false, o.due, now)
	}
	for _, o := range after {
		if !slices.ContainsFunc(before, same(o)) {
			m.differ(o.what, false, 0, o.due)
		}
	}
}

// SortMoved puts the next reviews first, then by day, child and name.
func SortMoved(list []Moved) {
	slices.SortFunc(list, func(a, b Moved) int {
		if a.Next != b.Next {
			if a.Next {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(max(a.Old, a.New), max(b.Old, b.New)), a.File.Compare(b.File), cmp.Compare(a.What, b.What))
	})
}

// DatesMoved says which dates a change of a setting or of the bank holidays
// moved, once every row was worked out again; it goes to every screen.
type DatesMoved struct{ List []Moved }

// Redated carries rows that were worked out again, with the dates that moved
// when a change of settings was the reason. Err is the first file that could
// not be read; the rows of the others stand.
type Redated struct {
	Files []caseload.FileChange
	Moved []Moved
	Asked bool // a change of settings asked for it, not the opening
	Err   error
}

// ToRoot makes Redated a message for the root, which hands it to TakeRedated.
func (Redated) ToRoot() {}

// RedateQuietly works stale rows out again without a word: they were dated
// under older settings, or could not be read.
func (d *Desk) RedateQuietly(ids []casefile.ID) tea.Cmd { return d.redate(ids, nil) }

// redate works rows out again in the background. was is the IRO's file before
// the change that asks for it, nil when there was none.
func (d *Desk) redate(ids []casefile.ID, was *practice.Practice) tea.Cmd {
	if len(ids) == 0 {
		return nil
	}
	book, p, today := d.Book, d.practice, d.Today()
	return func() tea.Msg {
		out := Redated{Asked: was != nil}
		var before, now review.Context
		if was != nil {
			before, now = contextOf(was, today), contextOf(p, today)
		}
		for _, id := range ids {
			c, err := book.Case(id)
			if err != nil {
				out.Err = cmp.Or(out.Err, err)
				continue
			}
			out.Files = append(out.Files, caseload.Redate(c, p, today))
			if was != nil {
				out.Moved = append(out.Moved, Moves(c, before, now)...)
			}
		}
		SortMoved(out.Moved)
		return out
	}
}

func contextOf(p *practice.Practice, today workday.Date) review.Context {
	return review.Context{Today: today, Calendar: p.Calendar(), Readings: p.Readings()}
}

// TakeRedated puts rows that were worked out again in place and stores them.
// A case that changed meanwhile keeps its newer row, and rows dated under
// settings that changed once more are worked out again.
func (d *Desk) TakeRedated(m Redated) tea.Cmd {
	var files []caseload.FileChange
	var again []casefile.ID
	for _, f := range m.Files {
		if c := d.cases[f.File]; c != nil {
			f = caseload.Redate(c, d.practice, d.Today())
		} else if f.DatedUnder != d.practice.Number() {
			again = append(again, f.File)
			continue
		}
		files = append(files, f)
		d.putRow(*f.Row)
	}
	d.version++
	cmds := []tea.Cmd{d.RedateQuietly(again)}
	if m.Asked {
		words := "none moved."
		if n := len(m.Moved); n > 0 {
			words = kit.Count(n, "date", "dates") + " moved."
		}
		d.Nav.Say(kit.Good, "Everything was worked out again: "+words)
		cmds = append(cmds, func() tea.Msg { return DatesMoved{List: m.Moved} })
	}
	if len(files) > 0 {
		cmds = append(cmds, d.submit(caseload.Change{Files: files}))
	}
	if m.Err != nil {
		cmds = append(cmds, func() tea.Msg { return kit.Failed{Err: m.Err} })
	}
	return tea.Batch(cmds...)
}
