// Package readings is the screen of how the law is read: every open question
// with the reading chosen, the limits nobody could verify and the local ones,
// with what each would change before it is set.
//
// What may be set, and within what bounds, is the practice's to say; every
// date is worked out by the domain. The package reads the book inside commands
// only and decides nothing about the law.
package readings

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/rule"
)

// Page is the screen of the readings.
type Page struct {
	desk  *desk.Desk
	table *kit.Table
	seen  *practice.Practice
	lines []line
	last  Last
	w, h  int
}

// New makes the screen of the readings.
func New(d *desk.Desk) *Page {
	p := &Page{desk: d, w: 80, h: 20}
	p.table = kit.NewTable(d.Nav.Theme(), []kit.Column{
		{Min: 20, Weight: 3},
		{Min: 16, Weight: 1},
	}, p)
	p.refresh()
	return p
}

// Init does nothing.
func (p *Page) Init() tea.Cmd { return nil }

// Resume makes the lines anew after something was set.
func (p *Page) Resume() tea.Cmd {
	p.refresh()
	return nil
}

// Update moves the cursor and takes what moved.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.last.Take(p.desk, p, msg)
	p.table.Update(msg)
	return nil
}

// refresh makes the lines again when something was set.
func (p *Page) refresh() {
	if p.seen == p.desk.Practice() {
		return
	}
	p.seen = p.desk.Practice()
	p.lines = build(p.seen)
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
	switch {
	case l.heading != "":
		return kit.Row{Heading: l.heading}
	case l.changed:
		return kit.Row{Sign: kit.SignSoon, Cells: []kit.Cell{{Text: l.label}, {Text: l.value + " (changed)", Tone: kit.Strong}}}
	case l.setting == "":
		return kit.Row{Cells: []kit.Cell{{Text: l.label}, {Text: l.value, Tone: kit.Dim}}}
	}
	return kit.Row{Cells: []kit.Cell{{Text: l.label}, {Text: l.value, Tone: kit.Strong}}}
}

func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) {
		return line{}, false
	}
	return p.lines[i], true
}

// below is the room under the list for the selected line in full.
func (p *Page) below() int {
	switch {
	case p.h >= 18:
		return 8
	case p.h >= 11:
		return 4
	}
	return 0
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetSize(w, h-p.below()-min(p.below(), 1))
}

// View gives the list, and below it the selected line in full.
func (p *Page) View() string {
	p.refresh()
	below := p.below()
	if below == 0 {
		return p.table.View()
	}
	rows := append(kit.Lines(p.table.View(), p.w, p.h-below-1), "")
	if l, ok := p.selected(); ok {
		rows = append(rows, l.whole(p.desk.Nav.Theme(), min(p.w-6, 92))...)
	}
	return strings.Join(kit.Lines(strings.Join(rows, "\n"), p.w, p.h), "\n")
}

// Title names the screen.
func (p *Page) Title() string { return "Readings of the law" }

// Typing is never so: numbers are typed in forms.
func (p *Page) Typing() bool { return false }

// Escape takes no step of its own.
func (p *Page) Escape() bool { return false }

// Actions lists every key of the screen.
func (p *Page) Actions() []kit.Action {
	l, ok := p.selected()
	fixed := l.fixed
	if !ok {
		fixed = "There is nothing to change here."
	}
	return append([]kit.Action{
		{ID: "readings.change", Keys: []string{"enter"}, Words: "change", Group: "This reading", Foot: 1, Disabled: fixed, Do: func() tea.Cmd { return p.change(l) }},
		{ID: "readings.rule", Keys: []string{"r"}, Words: "the rules it touches", Group: "This reading", Foot: 2, Do: func() tea.Cmd {
			p.desk.Nav.Open(rule.Page(p.desk.Nav, l.rules))
			return nil
		}},
		p.last.Action(p.desk),
	}, kit.TableActions()...)
}
