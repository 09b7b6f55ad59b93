// Package people is the people of one child on screen: who they are to the
// child, how to reach them, what each may receive, whose file they have of
// their own, and how the child communicates, with the forms that change it.
//
// What is undecided or goes against the guidance comes from the domain; the
// package only shows it. Every change goes through a command of the case and
// the desk, and no disk is read outside a command.
package people

import (
	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens the people lead to; the root supplies them.
type Doors struct {
	Case func(id file.ID) kit.Page
	Rule func(ids []string) kit.Page
}

// Page is the list of the people of one child.
type Page struct {
	desk    *desk.Desk
	doors   Doors
	id      file.ID
	table   *kit.Table
	seen    *file.Case // the case the lines were made from
	day     workday.Date
	version int // of the caseload: names of linked children, hiding
	lines   []line
	offer   file.ID // the person just linked, whose own file may take the mirror
	w, h    int

	labelW, nameW, phoneW, copyW int // of the columns; 0 is not shown
}

// New opens the people of a child on screen.
func New(d *desk.Desk, id file.ID, doors Doors) *Page {
	p := &Page{desk: d, doors: doors, id: id, w: 80, h: 20}
	p.measure()
	p.table = kit.NewTable(d.Nav.Theme(), p.columns(), p)
	p.refresh()
	return p
}

// Init reads the child's file, and the files linked to it, unless they are open.
func (p *Page) Init() tea.Cmd { return p.read() }

// Resume makes the lines anew after another screen changed something.
func (p *Page) Resume() tea.Cmd {
	p.refresh()
	p.offerMirror()
	return p.read()
}

// read opens the child's file and those it is linked to.
func (p *Page) read() tea.Cmd {
	cmds := []tea.Cmd{p.desk.Open(p.id)}
	if c := p.desk.Case(p.id); c != nil {
		for _, person := range c.People(p.desk.Today()) {
			if _, ok := p.desk.Row(person.Child); ok {
				cmds = append(cmds, p.desk.Open(person.Child))
			}
		}
	}
	return tea.Batch(cmds...)
}

// Update moves the cursor; any other message means something may have changed.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	p.spell()
	read, ok := msg.(desk.CaseRead)
	if !ok {
		return nil
	}
	p.offerMirror()
	if read.ID == p.id {
		return p.read()
	}
	return nil
}

// refresh makes the lines again when the case, the day or the caseload, the
// hiding of names with it, is another than before.
func (p *Page) refresh() {
	c := p.desk.Case(p.id)
	if c == p.seen && p.day == p.desk.Today() && p.version == p.desk.Version() {
		return
	}
	p.seen, p.day, p.version = c, p.desk.Today(), p.desk.Version()
	p.lines = p.build(c)
	p.table.Reload()
	p.spell()
}

// View gives the lines; a case that is being read says so.
func (p *Page) View() string {
	p.refresh()
	if p.seen == nil {
		return p.desk.Nav.Theme().Empty(p.w, p.h, "Reading the file…", "")
	}
	return p.table.View()
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.measure()
	p.table.Under("", nil)
	p.table.SetColumns(p.columns())
	p.table.SetSize(w, h)
	p.spell()
}

// measure shares the width among the columns; the copy and then the telephone
// go where there is no room, and are told below the row instead.
func (p *Page) measure() {
	p.labelW, p.phoneW, p.copyW = 16, 13, 11
	if p.w >= 100 {
		p.labelW, p.phoneW = 25, 16
	}
	p.nameW = p.restW() - p.phoneW - p.copyW - 4
	if p.nameW < 20 {
		p.phoneW, p.nameW = 0, p.restW()-p.copyW-2
	}
	if p.nameW < 16 {
		p.copyW, p.nameW = 0, p.restW()
	}
}

// restW is the width of all beside the first column.
func (p *Page) restW() int { return max(p.w-7-p.labelW, 1) }

// columns are the label and the rest; a row of a person divides the rest, any
// other line has it whole.
func (p *Page) columns() []kit.Column {
	return []kit.Column{{Title: "Who", Min: p.labelW}, {Title: p.divide("Name", "Telephone", "Receives"), Min: p.restW()}}
}

// divide sets out the parts of a person's row.
func (p *Page) divide(name, phone, copied string) string {
	s := kit.Fit(name, p.nameW)
	if p.phoneW > 0 {
		s += "  " + kit.Fit(phone, p.phoneW)
	}
	if p.copyW > 0 {
		s += "  " + kit.Fit(copied, p.copyW)
	}
	return s
}

// spell writes what is not in the row under the cursor below it.
func (p *Page) spell() {
	l, ok := p.selected()
	if !ok {
		p.table.Under("", nil)
		return
	}
	if whole := p.whole(l); whole != "" {
		p.table.Spell(l.id, whole)
		return
	}
	p.table.Under("", nil)
}

// About is the child in front, for the quick entry.
func (p *Page) About() file.ID { return p.id }

// Title is the child and what is shown.
func (p *Page) Title() string {
	row, _ := p.desk.Row(p.id)
	return p.desk.Name(row) + ": people"
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
	text := l.text
	if l.person != nil {
		text = p.divide(l.text, l.phone, l.copied)
	}
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: l.label, Tone: kit.Dim}, {Text: text, Tone: l.tone}}}
}

// selected is the line under the cursor.
func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}
