package footprint

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens the log leads to; a nil one is not offered.
type Doors struct {
	Rule    func(ids []string) kit.Page      // an overlay
	Concern func(child casefile.ID) kit.Page // a new wider concern that links the child
}

// Page is the log of one child.
type Page struct {
	desk  *desk.Desk
	doors Doors
	id    casefile.ID
	table *kit.Table
	only  filter

	seen  *casefile.Case // the case the lines were made from
	day   workday.Date
	hid   bool
	draft bool
	lines []line
	w, h  int
}

// Log is the log of a child, newest first.
func Log(d *desk.Desk, id casefile.ID, doors Doors) *Page {
	p := &Page{desk: d, doors: doors, id: id, only: everything()}
	p.table = kit.NewTable(d.Nav.Theme(), nil, p)
	p.refresh()
	p.SetSize(80, 20)
	return p
}

// Init reads the file unless it has been read.
func (p *Page) Init() tea.Cmd { return p.desk.Open(p.id) }

// Resume makes the lines anew after a form changed the case.
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

// refresh makes the lines again when what they say may have changed.
func (p *Page) refresh() {
	c, draft := p.desk.Case(p.id), p.desk.Draft(p.id, draftOf(casefile.LogEntry{})) != ""
	if c == p.seen && p.day == p.desk.Today() && p.hid == p.desk.Hidden() && p.draft == draft {
		return
	}
	p.seen, p.day, p.hid, p.draft = c, p.desk.Today(), p.desk.Hidden(), draft
	p.rebuild()
}

func (p *Page) rebuild() {
	p.lines = p.build()
	p.table.Reload()
	p.spell()
}

// spellRows is how many rows the entry under the cursor may take; Enter opens
// a longer one whole.
const spellRows = 8

// spell writes the entry under the cursor whole, below its row.
func (p *Page) spell() {
	l, ok := p.selected()
	if !ok || len(l.whole) == 0 || p.desk.Hidden() {
		p.table.Under("", nil)
		return
	}
	var lines []string
	for _, part := range l.whole {
		lines = append(lines, kit.Indent(kit.Wrap(kit.CleanLines(part), max(p.w-9, 1)), 7)...)
	}
	if len(lines) > spellRows {
		lines = append(lines[:spellRows-1], "       … Enter shows the rest")
	}
	for i := range lines {
		lines[i] = p.desk.Nav.Theme().Paint(kit.Selected, lines[i])
	}
	p.table.Under(l.id, lines)
}

// View gives the lines; a file that is being read says so.
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
	p.table.SetColumns([]kit.Column{{Min: 11}, {Min: 24, Weight: 1}, {Min: 19, Drop: 1}})
	p.table.SetSize(w, h)
	p.spell()
}

// About is the child in front, for the quick entry.
func (p *Page) About() casefile.ID { return p.id }

// Title is the child.
func (p *Page) Title() string {
	row, _ := p.desk.Row(p.id)
	return "Log · " + p.desk.Name(row)
}

// Typing is never so: text is typed in forms.
func (p *Page) Typing() bool { return false }

// Escape shows everything again when only some entries are shown.
func (p *Page) Escape() bool {
	if p.only.id == "" {
		return false
	}
	p.only = everything()
	p.rebuild()
	return true
}

// Len is how many lines there are.
func (p *Page) Len() int { return len(p.lines) }

// ID names a line.
func (p *Page) ID(i int) string { return p.lines[i].id }

// Index finds a line by its name.
func (p *Page) Index(id string) int {
	return slices.IndexFunc(p.lines, func(l line) bool { return l.id == id })
}

// Row gives one line.
func (p *Page) Row(i int) kit.Row {
	l := p.lines[i]
	if l.heading != "" {
		return kit.Row{Heading: l.heading}
	}
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: l.label, Tone: kit.Dim}, {Text: l.text}, {Text: l.more, Tone: kit.Dim}}}
}

func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
