// Package register is what a child's file holds by date: the documents with
// their versions, the social worker's visits, the child's IROs and the dated
// situations the clocks run from, each on a screen of its own.
//
// Every change goes through a command of the domain's case and the desk. The
// package works out no date itself and reads no disk outside a command.
package register

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens the register leads to; the root supplies them.
type Doors struct {
	Event   func(id file.ID, ev file.EventReported) kit.Page // the event intake, begun with what is known
	Explain func(id file.ID, d clock.Deadline) kit.Page
	Rule    func(ids []string) kit.Page

	// VisitPlan says which visiting rule runs and whether its intervals were
	// kept, one statement a line, and when the next visit is due; next is nil
	// when the file does not say enough.
	VisitPlan func(c *file.Case) (words string, next *clock.Deadline)
}

// line is one line of a screen: what it says, and what its keys are about.
type line struct {
	id      string
	heading string
	sign    kit.Sign
	label   string
	text    string
	more    string
	tone    kit.Tone
	open    func() tea.Cmd  // Enter
	why     *clock.Deadline // w
	rules   []string        // R
}

// content is what one screen of the register shows and does.
type content interface {
	// build makes the lines of a case.
	build(c *file.Case) []line
	// actions lists the screen's own keys for the line under the cursor.
	actions(l line) []kit.Action
	// empty says what is so when there are no lines, and what to do next.
	empty() (what, next string, keys []string)
}

// list is a screen of lines about one child.
type list struct {
	desk     *desk.Desk
	doors    Doors
	id       file.ID
	name     string
	content  content
	table    *kit.Table
	seen     *file.Case // the case the lines were made from
	day      workday.Date
	practice *practice.Practice
	hid      bool
	lines    []line
	w, h     int
	wide     int  // columns of the labels where there is room
	two      bool // no third column

	labelW, textW, moreW int // of the columns
}

func newList(d *desk.Desk, id file.ID, doors Doors, name string, wide int) *list {
	return &list{desk: d, id: id, doors: doors, name: name, wide: wide, w: 80, h: 20}
}

// show makes the list of a screen's content.
func (p *list) show(c content) *list {
	p.content = c
	p.table = kit.NewTable(p.desk.Nav.Theme(), nil, p)
	p.refresh()
	p.SetSize(p.w, p.h)
	return p
}

// Init reads the file unless it is open already.
func (p *list) Init() tea.Cmd { return p.desk.Open(p.id) }

// Resume makes the lines anew after another screen changed the case.
func (p *list) Resume() tea.Cmd {
	p.refresh()
	return p.desk.Open(p.id)
}

// Update moves the cursor; any other message means something may have changed.
func (p *list) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	p.spell()
	return nil
}

// refresh makes the lines again when the case, the day, the settings or the
// hiding of names are others than before.
func (p *list) refresh() {
	c := p.desk.Case(p.id)
	if c == p.seen && p.day == p.desk.Today() && p.practice == p.desk.Practice() && p.hid == p.desk.Hidden() {
		return
	}
	p.seen, p.day, p.practice, p.hid = c, p.desk.Today(), p.desk.Practice(), p.desk.Hidden()
	p.lines = nil
	if c != nil {
		p.lines = p.content.build(c)
	}
	p.table.Reload()
	p.spell()
}

// spell writes what is cut off in the row under the cursor whole, below it.
func (p *list) spell() {
	l, ok := p.selected()
	if !ok {
		p.table.Under("", nil)
		return
	}
	whole := l.text
	if kit.Width(l.text) <= p.textW {
		whole = ""
	}
	if kit.Width(l.more) > p.moreW {
		whole = strings.TrimSpace(whole + "  " + l.more)
	}
	if kit.Width(l.label) > p.labelW {
		whole = strings.TrimSpace(l.label + ": " + whole)
	}
	var lines []string
	if whole != "" {
		th := p.desk.Nav.Theme()
		for _, part := range kit.Indent(kit.Wrap(whole, max(p.w-9, 1)), 7) {
			lines = append(lines, th.Paint(kit.Selected, part))
		}
	}
	p.table.Under(l.id, lines)
}

// View gives the lines, or what is so when there are none.
func (p *list) View() string {
	p.refresh()
	th := p.desk.Nav.Theme()
	switch {
	case p.seen == nil:
		return th.Empty(p.w, p.h, "Reading the file…", "")
	case len(p.lines) == 0:
		what, next, keys := p.content.empty()
		return th.Empty(p.w, p.h, what, next, keys...)
	}
	return p.table.View()
}

// SetSize keeps the room.
func (p *list) SetSize(w, h int) {
	p.w, p.h = w, h
	p.labelW, p.moreW = min(p.wide, max(w/3, 1)), 0
	if w >= 60 && !p.two {
		p.moreW = min(22+max(w-80, 0)/3, 36)
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

// Title is whose register it is, and which.
func (p *list) Title() string {
	row, _ := p.desk.Row(p.id)
	return p.desk.Name(row) + ": " + p.name
}

// Typing is never so: text is typed in forms.
func (p *list) Typing() bool { return false }

// Escape takes no step of its own.
func (p *list) Escape() bool { return false }

// Len is how many lines there are.
func (p *list) Len() int { return len(p.lines) }

// ID names a line.
func (p *list) ID(i int) string { return p.lines[i].id }

// Index finds a line by its name.
func (p *list) Index(id string) int {
	return slices.IndexFunc(p.lines, func(l line) bool { return l.id == id })
}

// Row gives one line.
func (p *list) Row(i int) kit.Row {
	l := p.lines[i]
	if l.heading != "" {
		return kit.Row{Heading: l.heading}
	}
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: l.label, Tone: kit.Dim}, {Text: l.text, Tone: l.tone}, {Text: l.more, Tone: kit.Dim}}}
}

// selected is the line under the cursor.
func (p *list) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}
