// Package event is what happened to one child and what is proposed for the
// child: the significant events with the IRO's decision on each, the moves
// nobody spoke of, and the proposed changes with what holds them, with the
// forms that enter them.
//
// Every change goes through a command of the domain's case and the desk.
// Which rules hold a change is asked of package review. The package works out
// no date itself and reads no disk outside a command.
package event

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens the list leads to; the root supplies them.
type Doors struct {
	Rule func(ids []string) kit.Page
}

// List is the events and proposed changes of one child.
type List struct {
	desk     *desk.Desk
	doors    Doors
	id       casefile.ID
	table    *kit.Table
	seen     *casefile.Case // the case the lines were made from
	day      workday.Date
	practice *practice.Practice
	hid      bool
	lines    []line
	w, h     int

	labelW, textW, moreW int // of the columns
}

// line is one line of the list: what it says, and what Enter does on it.
type line struct {
	id      string
	heading string
	sign    kit.Sign
	label   string
	text    string
	more    string
	tone    kit.Tone
	rules   []string       // R
	open    func() tea.Cmd // Enter
}

// NewList opens a child's events and proposed changes.
func NewList(d *desk.Desk, id casefile.ID, doors Doors) *List {
	p := &List{desk: d, doors: doors, id: id, w: 80, h: 20}
	p.table = kit.NewTable(d.Nav.Theme(), nil, p)
	p.refresh()
	p.SetSize(p.w, p.h)
	return p
}

// Init reads the file unless it is open already.
func (p *List) Init() tea.Cmd { return p.desk.Open(p.id) }

// Resume makes the lines anew after a form changed the case.
func (p *List) Resume() tea.Cmd {
	p.refresh()
	return p.desk.Open(p.id)
}

// Update moves the cursor; any other message means something may have changed.
func (p *List) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	p.spell()
	return nil
}

// refresh makes the lines again when what they say may have changed.
func (p *List) refresh() {
	c := p.desk.Case(p.id)
	if c == p.seen && p.day == p.desk.Today() && p.practice == p.desk.Practice() && p.hid == p.desk.Hidden() {
		return
	}
	p.seen, p.day, p.practice, p.hid = c, p.desk.Today(), p.desk.Practice(), p.desk.Hidden()
	p.lines = p.build(c)
	p.table.Reload()
	p.spell()
}

// spell writes what is cut off in the row under the cursor whole, below it.
func (p *List) spell() {
	l, ok := p.selected()
	if !ok || kit.Width(l.text) <= p.textW && kit.Width(l.more) <= p.moreW {
		p.table.Under("", nil)
		return
	}
	whole := l.text
	if l.more != "" {
		whole += " · " + l.more
	}
	th := p.desk.Nav.Theme()
	var under []string
	for _, part := range kit.Indent(kit.Wrap(kit.Clean(whole), max(p.w-9, 1)), 7) {
		under = append(under, th.Paint(kit.Selected, part))
	}
	p.table.Under(l.id, under)
}

// View gives the lines; a list with nothing on it says what to do next.
func (p *List) View() string {
	p.refresh()
	th := p.desk.Nav.Theme()
	switch {
	case p.seen == nil:
		return th.Empty(p.w, p.h, "Reading the file…", "")
	case len(p.lines) == 0:
		return th.Empty(p.w, p.h, "No event and no proposed change is on file.",
			"Enter what you are told as it happens: you decide each time whether a review is needed.",
			"a", "enter what happened", "c", "enter a change that is proposed")
	}
	return p.table.View()
}

// SetSize keeps the room.
func (p *List) SetSize(w, h int) {
	p.w, p.h = w, h
	p.labelW, p.moreW = 10, 0
	if w >= 60 {
		p.moreW = min(17+max(w-80, 0)/3, 30)
	}
	p.textW = max(w-5-p.labelW-2, 1)
	cols := []kit.Column{{Min: p.labelW}, {Min: p.textW}}
	if p.moreW > 0 {
		p.textW -= p.moreW + 2
		cols = []kit.Column{{Min: p.labelW}, {Min: p.textW}, {Min: p.moreW}}
	}
	p.table.Under("", nil)
	p.table.SetColumns(cols)
	p.table.SetSize(w, h)
	p.spell()
}

// Title names the child.
func (p *List) Title() string {
	row, _ := p.desk.Row(p.id)
	return "Events and changes · " + p.desk.Name(row)
}

// Typing is never so: text is typed in forms.
func (p *List) Typing() bool { return false }

// Escape takes no step of its own.
func (p *List) Escape() bool { return false }

// Len is how many lines there are.
func (p *List) Len() int { return len(p.lines) }

// ID names a line.
func (p *List) ID(i int) string { return p.lines[i].id }

// Index finds a line by its name.
func (p *List) Index(id string) int {
	return slices.IndexFunc(p.lines, func(l line) bool { return l.id == id })
}

// Row gives one line.
func (p *List) Row(i int) kit.Row {
	l := p.lines[i]
	if l.heading != "" {
		return kit.Row{Heading: l.heading}
	}
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: l.label, Tone: kit.Dim}, {Text: l.text, Tone: l.tone}, {Text: l.more, Tone: kit.Dim}}}
}

// selected is the line under the cursor.
func (p *List) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}

// Actions lists every key of the list.
func (p *List) Actions() []kit.Action {
	l, _ := p.selected()
	reading, noOpen, noRule := "", "Nothing opens from this line.", "Go to an event or a change to see its rules."
	if p.seen == nil {
		reading = "The file is still being read."
	}
	if l.open != nil {
		noOpen = ""
	}
	if len(l.rules) > 0 {
		noRule = ""
	}
	push := func(page func() kit.Page) func() tea.Cmd {
		return func() tea.Cmd {
			p.desk.Nav.Push(page())
			return nil
		}
	}
	actions := []kit.Action{
		{ID: "event.open", Keys: []string{"enter"}, Words: "open", Group: "This line", Foot: 1, Disabled: noOpen, Do: l.open},
		{ID: "event.add", Keys: []string{"a"}, Words: "enter what happened", Group: "This child", Foot: 2, Disabled: reading,
			Do: push(func() kit.Page { return Intake(p.desk, p.id, casefile.EventReported{}) })},
		{ID: "event.change", Keys: []string{"c"}, Words: "enter a proposed change", Group: "This child", Foot: 3, Disabled: reading,
			Do: push(func() kit.Page { return Proposal(p.desk, p.id, casefile.ChangeProposed{}) })},
		{ID: "event.rule", Keys: []string{"R"}, Words: "the rules behind this", Group: "This line", Foot: 4, Disabled: noRule, Do: func() tea.Cmd {
			p.desk.Nav.Open(p.doors.Rule(l.rules))
			return nil
		}},
	}
	return append(actions, kit.TableActions()...)
}
