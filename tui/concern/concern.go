// Package concern is the list of wider concerns: what is wrong beyond one
// child's case, the children it was seen with, who it was raised to and what
// came of it (HB 2.13, 3.81; MO-07, YJ-23, QA-06).
//
// Concerns are lines in the IRO's own file, made by its commands through the
// desk. The package decides nothing and reads no disk outside a command.
package concern

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens it leads to; a nil one is not offered.
type Doors struct {
	Case func(id casefile.ID) kit.Page
	Rule func(ids []string) kit.Page // an overlay
}

// line is one row of the screen: a heading, a concern, or a child linked to
// the concern above it.
type line struct {
	id      string
	heading string
	concern practice.Concern
	child   casefile.ID // zero on the concern's own row
}

// Page is the list of concerns.
type Page struct {
	desk    *desk.Desk
	doors   Doors
	table   *kit.Table
	seen    *practice.Practice
	version int // of the desk's rows: names
	lines   []line
	w, h    int
}

// New makes the list.
func New(d *desk.Desk, doors Doors) *Page {
	p := &Page{desk: d, doors: doors, w: 80, h: 20}
	p.table = kit.NewTable(d.Nav.Theme(), []kit.Column{{Min: 34, Max: 50, Weight: 1}, {Min: 12, Weight: 2, Drop: 2}, {Min: 23, Max: 36, Weight: 1, Drop: 1}}, p)
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

// Update moves the cursor.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	p.spell()
	return nil
}

// refresh makes the lines again when what they say may have changed.
func (p *Page) refresh() {
	if p.seen == p.desk.Practice() && p.version == p.desk.Version() {
		return
	}
	p.seen, p.version = p.desk.Practice(), p.desk.Version()
	p.lines = p.build()
	p.table.Reload()
	p.spell()
}

func (p *Page) build() []line {
	var out []line
	var last practice.Standing
	for _, c := range p.seen.Concerns() {
		if s := c.Standing(); s != last {
			last = s
			out = append(out, line{id: "head:" + string(s), heading: strings.ToUpper(string(s)[:1]) + string(s)[1:]})
		}
		out = append(out, line{id: c.ID.String(), concern: c})
		for _, child := range c.Children {
			out = append(out, line{id: c.ID.String() + child.String(), concern: c, child: child})
		}
	}
	return out
}

// spell writes the concern under the cursor whole, below its row.
func (p *Page) spell() {
	l, ok := p.selected()
	if !ok || !l.child.Zero() || p.desk.Hidden() {
		p.table.Under("", nil)
		return
	}
	whole := []string{l.concern.Text}
	if l.concern.Answer != "" {
		whole = append(whole, "Answer: "+l.concern.Answer)
	}
	p.table.Spell(l.id, whole...)
}

// View gives the list; an empty one says what it is for.
func (p *Page) View() string {
	p.refresh()
	if len(p.lines) == 0 {
		return p.desk.Nav.Theme().Empty(p.w, p.h, "No wider concerns.",
			"When several children show the same gap, such as moves you were not told of or months of waiting for a service, write it once, link the children and note who you raised it with.",
			"a", "write one")
	}
	return p.table.View()
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.Under("", nil)
	p.table.SetSize(w, h)
	p.spell()
}

// Title names the screen.
func (p *Page) Title() string { return "Wider concerns" }

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
	return slices.IndexFunc(p.lines, func(l line) bool { return l.id == id })
}

// Row gives one line.
func (p *Page) Row(i int) kit.Row {
	l := p.lines[i]
	switch {
	case l.heading != "":
		return kit.Row{Heading: l.heading}
	case !l.child.Zero():
		return kit.Row{Cells: []kit.Cell{{Text: "   " + nameOf(p.desk, l.child)}}}
	}
	c := l.concern
	out := kit.Row{Cells: []kit.Cell{{Text: string(c.Theme), Tone: kit.Strong},
		{Text: p.desk.Private(strings.Join(strings.Fields(c.Text), " "))}, {Text: p.when(c), Tone: kit.Dim}}}
	switch c.Standing() {
	case practice.NotRaised:
		out.Sign = kit.SignSoon
	case practice.Raised:
		out.Sign = kit.SignOpen
	case practice.Answered, practice.Closed:
		out.Sign = kit.SignDone
	}
	return out
}

// when says how long it has stood so.
func (p *Page) when(c practice.Concern) string {
	switch days := int(p.desk.Today() - c.RaisedOn); c.Standing() {
	case practice.Raised:
		return fmt.Sprintf("%s, %s", kit.Count(days, "day", "days"), p.desk.Private(c.RaisedTo))
	case practice.Answered:
		return "answered " + c.AnsweredOn.Brief()
	case practice.Closed:
		return "closed " + c.Closed.Brief()
	}
	return "seen " + c.Since.Brief()
}

// nameOf is what a linked child is called on screen. One who is no longer on
// the caseload is not named.
func nameOf(d *desk.Desk, id casefile.ID) string {
	row, ok := d.Row(id)
	if !ok {
		return "a child no longer on the caseload"
	}
	return cmp.Or(d.Name(row), row.Ref)
}

func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) || p.lines[i].heading != "" {
		return line{}, false
	}
	return p.lines[i], true
}
