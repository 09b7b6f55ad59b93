// Package settings is the screen of everything that can be set: how Footprint
// looks, the words it uses, when it locks itself, who the IRO is, the posts
// they write to and the bank holidays added since. It leads to the readings of
// the law, which have a screen of their own.
//
// What changes a date, a name or a letter is a line in the IRO's own file,
// made through the desk; how the program looks is kept by Looks. The package
// decides nothing about the law and reads no disk.
package settings

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/readings"
)

// Looks keeps how the program looks on this computer. Keep works in memory at
// once, in the order it is called; wait, called inside a command, says whether
// it reached the disk.
type Looks interface {
	Keep(l kit.Look) (wait func() error)
}

// Doors are the screens it leads to: the wording of letters, and those about
// keeping the caseload safe; a nil one is not shown.
type Doors struct {
	Wordings   func() kit.Page
	Backup     func() kit.Page
	Restore    func() kit.Page
	Verify     func() kit.Page
	Passphrase func() kit.Page
	Recovery   func() kit.Page
}

// line is one row of the screen.
type line struct {
	id      string
	heading string
	label   string
	value   string
	sign    kit.Sign
	about   string // what it changes, shown below the list
	open    func() tea.Cmd
	add     func() tea.Cmd // another of its kind
	drop    func() tea.Cmd // take it away; asks first
}

// Page is the settings screen.
type Page struct {
	desk  *desk.Desk
	looks Looks
	doors Doors
	table *kit.Table
	seen  *practice.Practice
	look  kit.Look
	rows  int // the version of the desk's rows that late counts
	late  beyond
	lines []line
	last  readings.Last
	w, h  int
}

// New makes the settings screen.
func New(d *desk.Desk, looks Looks, doors Doors) *Page {
	p := &Page{desk: d, looks: looks, doors: doors, rows: -1}
	p.table = kit.NewTable(d.Nav.Theme(), []kit.Column{
		{Min: 16, Max: 30, Weight: 2},
		{Min: 12, Weight: 3},
	}, p)
	p.refresh()
	return p
}

// Init does nothing.
func (p *Page) Init() tea.Cmd { return nil }

// Resume makes the lines anew after a form changed something.
func (p *Page) Resume() tea.Cmd {
	p.refresh()
	return nil
}

// Update moves the cursor and takes what a change moved.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.last.Take(p.desk, p, msg)
	p.table.Update(msg)
	return nil
}

// refresh makes the lines again when what they say may have changed.
func (p *Page) refresh() {
	if p.rows != p.desk.Version() {
		p.rows = p.desk.Version()
		p.late = p.provisional()
	} else if p.seen == p.desk.Practice() && p.look == p.desk.Nav.Theme().Look() && p.lines != nil {
		return
	}
	p.seen, p.look = p.desk.Practice(), p.desk.Nav.Theme().Look()
	p.lines = p.build()
	p.table.Reload()
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
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: l.label}, {Text: l.value, Tone: kit.Strong}}}
}

func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}

// aboutRows is the room for what a setting changes.
func (p *Page) aboutRows() int {
	if p.h < 8 {
		return 0
	}
	return 3
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetSize(w, h-p.aboutRows()-min(p.aboutRows(), 1))
}

// View gives the list, and below it what the selected setting changes.
func (p *Page) View() string {
	p.refresh()
	th := p.desk.Nav.Theme()
	below := p.aboutRows()
	if below == 0 {
		return p.table.View()
	}
	lines := append(kit.Lines(p.table.View(), p.w, p.h-below-1), "")
	if l, ok := p.selected(); ok {
		about := kit.Wrap(kit.Clean(l.about), max(min(p.w-6, 90), 1))
		for i := range min(len(about), below) {
			lines = append(lines, "     "+th.Paint(kit.Dim, about[i]))
		}
	}
	return joined(lines, p.w, p.h)
}

// Title names the screen.
func (p *Page) Title() string { return "Settings" }

// Typing is never so: text is typed in forms.
func (p *Page) Typing() bool { return false }

// Escape takes no step of its own.
func (p *Page) Escape() bool { return false }

// Actions lists every key of the screen.
func (p *Page) Actions() []kit.Action {
	l, ok := p.selected()
	can := func(do func() tea.Cmd, why string) string {
		if !ok || do == nil {
			return why
		}
		return ""
	}
	actions := []kit.Action{
		{ID: "settings.change", Keys: []string{"enter"}, Words: "change", Group: "This setting", Foot: 1, Disabled: can(l.open, "There is nothing to change here."), Do: l.open},
		{ID: "settings.add", Keys: []string{"a"}, Words: "add another", Group: "This setting", Foot: 2, Disabled: can(l.add, "Only posts and bank holidays can be added to."), Do: l.add},
		{ID: "settings.drop", Keys: []string{"x"}, Words: "take away", Group: "This setting", Foot: 3, Disabled: can(l.drop, "Only posts and bank holidays you added can be taken away."), Do: l.drop},
		{ID: "settings.holidays", Keys: []string{"h"}, Words: "every bank holiday", Group: "Bank holidays", Foot: 4, Do: p.calendar},
		p.last.Action(p.desk),
	}
	return append(actions, kit.TableActions()...)
}

// change makes lines of the IRO's own file into an entry, or says why not.
func change(d *desk.Desk, lines []casefile.Line, err error, words string) (tea.Cmd, bool) {
	switch {
	case err != nil:
		d.Nav.Say(kit.Late, fault.Words(err))
		return nil, false
	case len(lines) == 0:
		d.Nav.Say(kit.Dim, "Nothing was changed.")
		return nil, true
	}
	return d.DoPractice(lines, words), true
}
