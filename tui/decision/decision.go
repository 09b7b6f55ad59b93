// Package decision is the screen of one child's decisions: what each review
// decided, who does it and by when, what was seen of it since, what the manager
// answered, and what was done about the ones that are late (HB 3.69 to 3.73,
// 7.24 to 7.26; DE-01 to DE-14, DD-01 to DD-08).
//
// Every change goes through a command of the domain's case and the desk, as one
// act. How a decision and its answer stand is asked of packages review and
// clock; the screen works out no date and reads no disk.
package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// AlertLetter is what Doors.Paper is asked for: the letter that alerts the
// accountable manager to a decision (DE-09).
const AlertLetter = "alert"

// Doors are the screens it leads to; a nil one is not offered.
type Doors struct {
	sheet.Doors
	// Paper makes a paper about one decision; what is AlertLetter.
	Paper func(child casefile.ID, what string, decision casefile.ID) kit.Page
}

// page is the decisions of one child.
type page struct {
	*sheet.Sheet
	doors Doors
	at    map[string]casefile.Decided // by line
	width int
	wide  bool

	open, late int
	limits     []clock.Deadline
}

// The columns: a review or a number, and how it stands.
const (
	labelWidth = 4
	moreWidth  = 28
)

// New makes the screen of a child's decisions.
func New(d *desk.Desk, child casefile.ID, doors Doors) kit.Page { return newPage(d, child, doors) }

func newPage(d *desk.Desk, child casefile.ID, doors Doors) *page {
	p := &page{Sheet: sheet.New(d, child, sheet.Shape{Labels: labelWidth, More: moreWidth}), doors: doors, width: 80}
	p.Show(p)
	return p
}

// Title names the child.
func (p *page) Title() string {
	row, _ := p.Desk.Row(p.Child)
	return p.Desk.Name(row) + ": decisions"
}

// Right says how many are still to be done, and how many of them are late.
func (p *page) Right() string {
	p.Refresh() // the header is drawn first
	switch {
	case p.Case() == nil:
		return ""
	case p.open == 0 && len(p.at) > 0:
		return "none open"
	case p.late > 0:
		return fmt.Sprintf("%d open, %d late", p.open, p.late)
	case p.open > 0:
		return fmt.Sprintf("%d open, none late", p.open)
	}
	return ""
}

// roomy is the width from which headings tell more and the rows below the
// cursor are longer.
const roomy = 110

// SetSize keeps the room. What is told of a decision is cut to the width, so
// the lines are made anew for another.
func (p *page) SetSize(w, h int) {
	p.Sheet.SetSize(w, h)
	if w != p.width {
		p.width, p.wide = w, w >= roomy
		p.Remake()
	}
}

// Empty says what is so when there is no decision, and what to do next.
func (p *page) Empty() (what, next string, keys []string) {
	what = "No decision is on file."
	if p.noReview() != "" {
		return what, "Decisions are made at a review, and no review is on file yet. Plan one, or enter one that was held.", []string{"esc", "back"}
	}
	return what, "Each decision answers one need and says what is hoped for, what is done, who does it and by which day (HB 3.72).", []string{"a", "add the first decision"}
}

// now is the case as it stands when a form is saved.
func (p *page) now() *casefile.Case { return p.Desk.Case(p.Child) }

// form pushes a form of this child's file.
func (p *page) form(draft string, spec kit.FormSpec) tea.Cmd {
	p.Desk.Nav.Push(p.Desk.Form(p.Child, draft, spec))
	return nil
}

// person is the name of the one who holds a post now; nobody is named while
// names are hidden.
func (p *page) person(role casefile.Role) string {
	c := p.now()
	if c == nil || p.Desk.Hidden() {
		return ""
	}
	who, _ := c.Person(role, p.Desk.Today())
	return who.Name
}

// short leaves the year out while it is this one.
func (p *page) short(d workday.Date) string {
	if d.Year() == p.Desk.Today().Year() {
		return d.Short()
	}
	return d.Long()
}

// past gives a date field that offers today.
func (p *page) past(id, label string, value workday.Date) kit.Field {
	f := p.Desk.DateField(id, label, value, true)
	f.Suggest = "today"
	return f
}

// oneLine is a text without its line ends, hidden while names are.
func (p *page) oneLine(text string) string {
	return p.Desk.Private(strings.Join(strings.Fields(text), " "))
}

// deciding are the reviews a decision may be added to now, the likeliest first:
// the one begun; else the last completed and the one in hand, that one first
// when its day has come. after, when known, leaves out the reviews that are not
// later than that one.
func (p *page) deciding(after casefile.ID) []casefile.Review {
	c := p.now()
	if c == nil {
		return nil
	}
	var out []casefile.Review
	current, ok := review.Current(c, p.Desk.Today())
	if ok {
		out = append(out, current)
	}
	last, completed := review.LastCompleted(c, p.Desk.Today())
	if completed && !current.IsHeld() {
		out = append(out, last)
	}
	if day := current.Planned.Date; len(out) == 2 && (!day.Known() || day > p.Desk.Today()) {
		slices.Reverse(out)
	}
	was, known := c.ReviewByID(after)
	return slices.DeleteFunc(out, func(r casefile.Review) bool { return known && !later(r, was) })
}

// later reports whether a review comes after another.
func later(r, than casefile.Review) bool {
	return r.ID != than.ID && than.IsHeld() && (!r.IsHeld() || r.Held.Recorded > than.Held.Recorded)
}

// which goes on with a review, and asks first which it is where there are two.
func (p *page) which(title string, reviews []casefile.Review, next func(casefile.Review) tea.Cmd) tea.Cmd {
	if len(reviews) == 1 {
		return next(reviews[0])
	}
	c := p.now()
	var options []kit.Option
	for i, r := range reviews {
		options = append(options, kit.Option{ID: fmt.Sprint(i), Words: p.dated(c, r)})
	}
	p.Desk.Nav.Open(kit.NewPicker(p.Desk.Nav, title, options, func(id string) tea.Cmd {
		i := slices.IndexFunc(options, func(o kit.Option) bool { return o.ID == id })
		return next(reviews[i])
	}))
	return nil
}

// name is "3rd review", or "review" when it has no number.
func (p *page) name(c *casefile.Case, r casefile.Review) string {
	if no := c.NumberOf(r, p.Desk.Today()); no > 0 {
		return workday.Ordinal(no) + " review"
	}
	return "review"
}

// dated is a review with its day: "3rd review, Mon 23 Nov 2026".
func (p *page) dated(c *casefile.Case, r casefile.Review) string {
	switch name := p.name(c, r); {
	case r.IsHeld() && !r.Held.Completed.Known():
		return name + ", begun " + r.Held.Recorded.Long()
	case r.IsHeld():
		return name + ", " + r.Held.Recorded.Long()
	case r.Planned.Date.Known():
		return name + ", planned for " + r.Planned.Date.Long()
	default:
		return name + " in hand, no day set"
	}
}

// times says how often: once, twice, 3 times.
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// joined puts the parts that say something in one text.
func joined(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// stop ends a sentence, so that another can follow.
func stop(words string) string { return strings.TrimRight(words, ". ") + ". " }

// on says a text with its day behind it; nothing when there is none.
func on(words string, day workday.Date) string {
	if !day.Known() {
		return ""
	}
	return words + " " + day.Long()
}

// byDue puts what was wanted soonest first.
func byDue(a, b casefile.Decided) int {
	return cmp.Or(cmp.Compare(a.Due(), b.Due()), cmp.Compare(a.No, b.No))
}
