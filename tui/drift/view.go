package drift

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/tui/kit"
)

// line is one row: a heading, or something that drifts.
type line struct {
	heading string
	*found
}

// arrange lays the groups out under their headings.
func (p *Page) arrange() {
	p.lines = p.lines[:0]
	for g, kind := range caseload.DriftKinds() {
		if len(p.groups[g]) == 0 {
			continue
		}
		words := string(kind)
		p.lines = append(p.lines, line{heading: fmt.Sprintf("%s%s (%d)", strings.ToUpper(words[:1]), words[1:], len(p.groups[g]))})
		for i := range p.groups[g] {
			p.lines = append(p.lines, line{found: &p.groups[g][i]})
		}
	}
	p.table.Reload()
	p.spell()
}

// spell writes what the row under the cursor says whole, below it.
func (p *Page) spell() {
	l, ok := p.selected()
	if !ok {
		p.table.Under("", nil)
		return
	}
	words := p.desk.What(l.Words)
	if l.Since.Known() {
		words += ". Since " + l.Since.Long() + ", " + l.HowLong()
	}
	if l.Times > 0 {
		words += fmt.Sprintf(". %d times", l.Times)
	}
	p.table.Spell(l.key, words+". Rule "+l.Rule+".")
}

// View gives the list, or says that nothing drifts.
func (p *Page) View() string {
	th := p.desk.Nav.Theme()
	switch {
	case len(p.lines) > 0:
		return p.table.View()
	case p.reading:
		return th.Empty(p.w, p.h, "Reading the files…", "What drifts is listed here as it is found.", "esc", "stop")
	case len(p.todo) == 0:
		return th.Empty(p.w, p.h, "No child on the caseload is looked after.", "When there are children, what is late, comes back or stands still is listed here.")
	case p.read < len(p.todo):
		return th.Empty(p.w, p.h, "Nothing was found before it was stopped.", "", "g", "go on reading")
	}
	return th.Empty(p.w, p.h, "Nothing drifts.", "Nothing is late, nothing came back at two reviews in a row, and nothing waits.", "g", "look again")
}

// Subheader says how far the reading is, or what was found.
func (p *Page) Subheader(int) string {
	th := p.desk.Nav.Theme()
	if p.reading {
		return " " + th.Paint(kit.Accent, "Reading ") + th.BarWide(p.read, len(p.todo), 20) + th.Paint(kit.Dim, "   Esc stops")
	}
	things, alerts := 0, 0
	for _, g := range p.groups {
		things += len(g)
		alerts += count(g)
	}
	parts := []string{kit.Count(things, "thing drifts", "things drift")}
	if alerts > 0 {
		parts = append(parts, th.Paint(kit.Late, fmt.Sprintf("%d past the limit", alerts)))
	}
	if p.read < len(p.todo) {
		parts = append(parts, th.Paint(kit.Soon, fmt.Sprintf("stopped after %d of %d files", p.read, len(p.todo))))
	}
	if p.unread > 0 {
		parts = append(parts, th.Paint(kit.Late, kit.Count(p.unread, "file", "files")+" could not be read"))
	}
	return " " + strings.Join(parts, "   ")
}

func count(g []found) int {
	n, _ := slices.BinarySearchFunc(g, false, func(f found, _ bool) int {
		if f.Alert {
			return -1
		}
		return 1
	})
	return n
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	long := 19
	if w >= wide {
		long = 46
	}
	p.table.Under("", nil)
	p.table.SetColumns([]kit.Column{{Min: 14, Max: 26, Weight: 1}, {Min: 20, Weight: 3}, {Min: long, Drop: 1}})
	p.table.SetSize(w, h)
	p.spell()
}

// wide is the width from which the child's age stands in the row.
const wide = 116

// About is the child under the cursor, for the quick entry; zero when there is
// none.
func (p *Page) About() casefile.ID {
	l, ok := p.selected()
	if !ok {
		return casefile.ID{}
	}
	return l.file
}

// Title names the screen.
func (p *Page) Title() string { return "Drift" }

// Typing is never so.
func (p *Page) Typing() bool { return false }

// Escape stops the reading first.
func (p *Page) Escape() bool {
	if p.reading {
		p.stop()
		return true
	}
	return false
}

// Len is how many rows there are.
func (p *Page) Len() int { return len(p.lines) }

// ID names a row.
func (p *Page) ID(i int) string {
	if p.lines[i].found == nil {
		return p.lines[i].heading
	}
	return p.lines[i].key
}

// Index finds a row.
func (p *Page) Index(id string) int {
	return slices.IndexFunc(p.lines, func(l line) bool { return l.found != nil && l.key == id })
}

// Row gives one row.
func (p *Page) Row(i int) kit.Row {
	l := p.lines[i]
	if l.found == nil {
		return kit.Row{Heading: l.heading}
	}
	row, _ := p.desk.Row(l.file)
	out := kit.Row{Sign: kit.SignSoon, Cells: []kit.Cell{{Text: p.desk.Name(row), Tone: kit.Strong}, {Text: p.desk.What(l.Words)}, {Text: p.howLong(l.Drift), Tone: kit.Dim}}}
	if l.Alert {
		out.Sign, out.Cells[2].Tone = kit.SignLate, kit.Late
	}
	return out
}

// howLong is short where the age does not fit.
func (p *Page) howLong(d caseload.Drift) string {
	switch {
	case p.w >= wide:
		return d.HowLong()
	case d.Times > 0:
		return fmt.Sprintf("%d times in a row", d.Times)
	case d.Since.Known():
		return kit.Count(d.Days, "working day", "working days")
	}
	return ""
}

func (p *Page) selected() (line, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) || p.lines[i].found == nil {
		return line{}, false
	}
	return p.lines[i], true
}

// Actions lists every key of the screen.
func (p *Page) Actions() []kit.Action {
	l, ok := p.selected()
	none := ""
	if !ok {
		none = "Nothing is selected."
	}
	again, busy := "look again", ""
	if p.reading {
		busy = "The files are being read; Esc stops."
	} else if p.read < len(p.todo) {
		again = "go on reading"
	}
	return append([]kit.Action{
		{ID: "drift.open", Keys: []string{"enter"}, Words: "open the child", Group: "This line", Foot: 1, Disabled: none,
			Do: func() tea.Cmd { p.desk.Nav.Push(p.doors.Case(l.file)); return nil }},
		{ID: "drift.rule", Keys: []string{"R"}, Words: "the rule behind it", Group: "This line", Foot: 2, Disabled: none,
			Do: func() tea.Cmd { p.desk.Nav.Open(p.doors.Rule([]string{l.Rule})); return nil }},
		{ID: "drift.group", Keys: []string{"tab"}, Words: "next group", Group: "Moving", Foot: 3, Disabled: none, Do: func() tea.Cmd { return p.jump(1) }},
		{ID: "drift.before", Keys: []string{"shift+tab"}, Words: "group before", Group: "Moving", Disabled: none, Do: func() tea.Cmd { return p.jump(-1) }},
		{ID: "drift.again", Keys: []string{"g"}, Words: again, Group: "The list", Foot: 4, Disabled: busy, Do: p.again},
	}, kit.TableActions()...)
}

// again goes on where the reading was stopped, or reads everything anew.
func (p *Page) again() tea.Cmd {
	if p.read < len(p.todo) {
		return p.goOn()
	}
	return p.begin()
}

// jump moves to the first row of the next group, or the group before.
func (p *Page) jump(by int) tea.Cmd {
	i, _, _ := p.table.Selected()
	var starts []int
	here := -1
	for at, l := range p.lines {
		if l.found == nil {
			if at < i {
				here = len(starts)
			}
			starts = append(starts, at+1)
		}
	}
	if len(starts) > 0 {
		p.table.Select(p.ID(starts[(here+by+len(starts))%len(starts)]))
		p.spell()
	}
	return nil
}
