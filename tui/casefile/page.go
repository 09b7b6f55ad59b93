// Package casefile is one child's case on screen: what is due and why, where
// the child is, who to telephone, the reviews, the facts, the notes and the
// timeline, with the forms that add to it.
//
// Every change goes through a command of the domain's case and the desk. The
// package works out no date itself and reads no disk outside a command.
package casefile

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens the case leads to; the root supplies them.
type Doors struct {
	Review  func(id file.ID) kit.Page
	Why     func(id file.ID) kit.Page // the next review's date, or why there is none
	Explain func(id file.ID, d clock.Deadline) kit.Page
	Rule    func(ids []string) kit.Page
}

// Page is one child's case.
type Page struct {
	desk     *desk.Desk
	doors    Doors
	id       file.ID
	table    *kit.Table
	seen     *file.Case // the case the lines were made from
	day      workday.Date
	practice *practice.Practice
	hid      bool
	lines    []line
	w, h     int

	labelW, textW, moreW int // of the columns
}

// New opens the case on screen.
func New(d *desk.Desk, id file.ID, doors Doors) *Page {
	p := &Page{desk: d, doors: doors, id: id, w: 80, h: 20}
	p.table = kit.NewTable(d.Nav.Theme(), nil, p)
	p.refresh()
	p.SetSize(p.w, p.h)
	return p
}

// Init reads the file unless it is open already.
func (p *Page) Init() tea.Cmd { return p.desk.Open(p.id) }

// Resume makes the lines anew after another screen changed the case.
func (p *Page) Resume() tea.Cmd {
	p.refresh()
	return p.desk.Open(p.id)
}

// Update moves the cursor; any other message means something may have changed.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	p.spell()
	return nil
}

// refresh makes the lines again when the case, the day, the settings or the
// hiding of names are others than before.
func (p *Page) refresh() {
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
func (p *Page) spell() {
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

// View gives the lines; a case that is being read says so.
func (p *Page) View() string {
	p.refresh()
	th := p.desk.Nav.Theme()
	if p.seen == nil {
		return th.Empty(p.w, p.h, "Reading the file…", "")
	}
	return p.table.View()
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.labelW, p.moreW = 14, 0
	if w >= 60 {
		p.moreW = min(21+max(w-80, 0)/3, 36)
	}
	if w >= 100 {
		p.labelW = 22
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

// Title is the child: name, age, reference.
func (p *Page) Title() string {
	row, _ := p.desk.Row(p.id)
	parts := []string{p.desk.Name(row)}
	if c := p.desk.Case(p.id); c != nil && c.DOB().Known() {
		parts = append(parts, fmt.Sprint(c.DOB().Age(p.desk.Today(), p.desk.Practice().Readings().LeapBirthday)))
	}
	title := strings.Join(parts, ", ")
	if !p.desk.Hidden() && row.Name != "" {
		title += " · " + row.Ref
	}
	return title
}

// Typing is never so: text is typed in forms.
func (p *Page) Typing() bool { return false }

// Escape takes no step of its own.
func (p *Page) Escape() bool { return false }

// Len is how many lines there are.
func (p *Page) Len() int { return len(p.lines) }

// ID names a line.
func (p *Page) ID(i int) string { return p.lines[i].id }

// Index finds a line by its name.
func (p *Page) Index(id string) int {
	for i, l := range p.lines {
		if l.id == id {
			return i
		}
	}
	return -1
}

// Row gives one line.
func (p *Page) Row(i int) kit.Row {
	l := p.lines[i]
	if l.heading != "" {
		return kit.Row{Heading: l.heading}
	}
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: l.label, Tone: kit.Dim}, {Text: l.text, Tone: l.tone}, {Text: l.more, Tone: kit.Dim}}}
}

// selected is the line under the cursor.
func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}
