// Package clocks shows every clock of one child: which review limit governs and
// which run beside it, what else is counted, where the child stands in law, how
// the reviews so far kept to their limits, and what a likely change would do.
//
// It lays out what package clock works out and decides nothing itself; a
// what-if saves nothing.
package clocks

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Page is the clocks of one child.
type Page struct {
	*sheet.Sheet
	doors sheet.Doors
	now   clock.Clocks // of the case the lines were made from
}

// New opens the clocks of a child.
func New(d *desk.Desk, child casefile.ID, doors sheet.Doors) *Page {
	p := &Page{Sheet: sheet.New(d, child, sheet.Shape{Labels: 13, More: 22}), doors: doors}
	p.Show(p)
	return p
}

// Title is whose clocks they are.
func (p *Page) Title() string {
	row, _ := p.Desk.Row(p.Child)
	return p.Desk.Name(row) + ": clocks"
}

// Empty is never shown: every child has at least what is missing.
func (p *Page) Empty() (what, next string, keys []string) {
	return "No clock runs for this child.", "Esc climbs back.", nil
}

// Actions lists every key of the clocks.
func (p *Page) Actions() []kit.Action {
	none := ""
	if len(clock.Likely(p.Case(), p.now)) == 0 {
		none = "No change is likely for a child who is not looked after."
	}
	return append([]kit.Action{{ID: "clocks.if", Keys: []string{"f"}, Words: "what if", Group: "This child", Foot: 3, Disabled: none, Do: p.firstIf}},
		p.Sheet.Actions(p.doors)...)
}

func (p *Page) firstIf() tea.Cmd {
	if likely := clock.Likely(p.Case(), p.now); len(likely) > 0 {
		p.Select("if:" + string(likely[0]))
	}
	return nil
}

// Lines makes the lines of a case, part by part.
func (p *Page) Lines(c *casefile.Case) []sheet.Line {
	p.now = p.Desk.Clocks(c)
	b := &builder{p: p, c: c, now: p.now, today: p.Desk.Today()}
	b.reviews()
	b.counted()
	b.stands()
	b.history()
	b.ifs()
	return b.lines
}

// leaveBreaks asks, then begins the new time in care the limits lead to.
func (p *Page) leaveBreaks(day workday.Date) tea.Cmd {
	p.Desk.Nav.Open(kit.NewConfirm(p.Desk.Nav, kit.Ask{Title: "Begin a new time in care on " + day.Long() + "?", Button: "begin it", Started: "enter",
		Words: "Do this when the council agrees. The short breaks end that day, section 20 accommodation begins, and the reviews start at the first. One key takes it back.",
		Yes: func() tea.Cmd {
			c := p.Case()
			lines, err := c.LeaveShortBreaks(day, p.Desk.Watch.NewID, p.Desk.Today())
			if err != nil {
				p.Desk.Nav.Say(kit.Late, fault.Words(err))
				return nil
			}
			return p.Desk.Do(c, lines, "A new time in care begins "+day.Short())
		}}))
	return nil
}

type builder struct {
	p     *Page
	c     *casefile.Case
	now   clock.Clocks
	today workday.Date
	lines []sheet.Line
}

func (b *builder) head(title string) {
	b.lines = append(b.lines, sheet.Line{ID: "head:" + title, Heading: title})
}

func (b *builder) add(l sheet.Line) { b.lines = append(b.lines, l) }

// reviews names the clock that governs, then the others beside it.
func (b *builder) reviews() {
	b.head("The next review, in working days, the earliest clock first")
	if b.now.Governing == nil {
		b.add(sheet.Line{ID: "none", Sign: kit.SignSoon, Label: "No date", Text: sheet.Sentence(string(b.now.Missing))})
		b.ask()
		return
	}
	b.ask()
	for i, d := range b.now.Reviews {
		if i == 0 {
			d = *b.now.Governing // with the others beside it in its explanation
		}
		l := b.deadline(fmt.Sprint("review", i), d)
		l.Text = sheet.Sentence(d.Regime.Words()) + ": " + d.What
		if i == 0 {
			l.Tone = kit.Strong
			l.More = "governs, " + l.More
		} else {
			l.Sign = kit.NoSign
			l.More = "beside it"
		}
		b.add(l)
	}
	if ended := b.now.Situation.BreaksEnded; ended.Known() {
		b.add(sheet.Line{ID: "ended", Sign: kit.SignLate, Label: ended.Short(), Text: "The stays passed the short-break limits: Enter begins a new time in care", Rules: []string{"SB-10"},
			Open: func() tea.Cmd { return b.p.leaveBreaks(ended) }})
	}
}

// ask says what would have to be known for every clock to be worked out.
func (b *builder) ask() {
	if b.now.Ask != "" {
		b.add(sheet.Line{ID: "ask", Text: b.now.Ask, Tone: kit.Soon})
	}
}

// deadline is a line for one limit.
func (b *builder) deadline(id string, d clock.Deadline) sheet.Line {
	status, left := d.Standing(b.p.Desk.Calendar(), b.today)
	l := sheet.Line{ID: id, Label: b.day(d.Due), Text: b.p.Desk.What(d.What), More: kit.Count(left, "day left", "days left"), Why: &d}
	l.Open = func() tea.Cmd {
		b.p.Desk.Nav.Open(b.p.doors.Explain(b.c.ID, d))
		return nil
	}
	switch status {
	case clock.Overdue:
		l.Sign, l.Tone, l.More = kit.SignLate, kit.Late, late(-left)
		if d.Paper() {
			l.Sign, l.Tone, l.More = kit.SignOpen, kit.Normal, "not entered"
		}
	case clock.DueSoon:
		l.Sign = kit.SignSoon
	case clock.DoneStatus:
		l.Sign, l.More = kit.SignDone, "met "+b.day(d.Met)
		switch {
		case d.Rule == "AD-18":
			l.More = "they may now"
		case d.Met > d.Due:
			l.More += ", late"
		}
	}
	if left == 0 && status == clock.DueSoon {
		l.More = "today"
	}
	return l
}

func late(n int) string {
	if n == 0 {
		return "late"
	}
	return kit.Count(n, "day late", "days late")
}

// counted lists every other limit that runs, the soonest first.
func (b *builder) counted() {
	var open, met []sheet.Line
	for i, d := range b.now.Deadlines {
		if d.Regime != "" {
			continue
		}
		l := b.deadline(fmt.Sprint("limit", i), d)
		if d.Done {
			met = append(met, l)
			continue
		}
		open = append(open, l)
	}
	if len(open)+len(met) > 0 {
		b.head("What else is counted")
	}
	b.lines = slices.Concat(b.lines, open, met)
}

// history is how the reviews of this time in care kept to their limits.
func (b *builder) history() {
	held := clock.History(b.c, b.today, b.p.Desk.Calendar(), b.p.Desk.Practice().Readings())
	if len(held) == 0 {
		return
	}
	b.head("Reviews held, the last one first")
	for i, d := range slices.Backward(held) {
		status := clock.Timeliness(d.Due, d.Met)
		l := sheet.Line{ID: fmt.Sprint("held", i), Sign: kit.SignDone, Label: d.Met.Brief(), Text: d.What + ", due " + d.Due.Long(), More: status.Words(), Why: &d}
		if status == clock.HeldLate {
			l.Sign = kit.SignLate
		}
		b.add(l)
	}
}

// ifs lists what may come; Enter asks on which day.
func (b *builder) ifs() {
	likely := clock.Likely(b.c, b.now)
	if len(likely) == 0 {
		return
	}
	b.head("What if; nothing is saved")
	for _, s := range likely {
		b.add(sheet.Line{ID: "if:" + string(s), Label: "If", Text: s.Words(), Open: func() tea.Cmd { return b.p.ask(s) }})
	}
}

func (b *builder) day(d workday.Date) string {
	if d.Year() == b.today.Year() {
		return d.Short()
	}
	return d.Brief()
}
