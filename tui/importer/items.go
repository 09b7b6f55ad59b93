package importer

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/caseload"
	"footprint/tui/kit"
)

// item is one line of the preview: a heading, a child, a problem, or a plain
// line. It points into the preview; its text is made when it is shown.
type item struct {
	heading string
	child   int // -1 for none
	problem *Problem
	warning bool
	plain   string
}

// fold prepares what the filter looks in, once for each reading and each time
// names are hidden or shown.
func (p *preview) fold() {
	p.hidden = p.desk.Hidden()
	p.folded = make([]string, len(p.pv.Children))
	for i, c := range p.pv.Children {
		name, ref := p.child(c)
		p.folded[i] = caseload.Fold(name + " " + ref + " " + c.Ref)
	}
}

// refresh makes the lines anew when names were hidden or shown meanwhile.
func (p *preview) refresh() {
	if p.read && p.hidden != p.desk.Hidden() {
		p.fold()
		p.build()
	}
}

// build makes the lines: children first, then what was refused and why.
func (p *preview) build() {
	p.items = p.items[:0]
	text := caseload.Fold(strings.TrimSpace(p.input.Value()))
	section := func(heading string, want func(Child) bool) {
		from := len(p.items)
		p.items = append(p.items, item{child: -1})
		for i, c := range p.pv.Children {
			if want(c) && strings.Contains(p.folded[i], text) {
				p.items = append(p.items, item{child: i})
			}
		}
		if n := len(p.items) - from - 1; n == 0 {
			p.items = p.items[:from]
		} else {
			p.items[from].heading = heading + ", " + strconv.Itoa(n)
		}
	}
	section("Erased here before; tick only on purpose", func(c Child) bool { return c.Erased })
	section("New", func(c Child) bool { return c.New && !c.Erased })
	section("Changed", func(c Child) bool { return !c.New && !c.Erased })
	if text == "" {
		p.problems("Refused, and why", p.pv.Rejected, false)
		p.problems("Taken all the same, but worth a look", p.pv.Warnings, true)
		p.plain("Files with no use here", p.pv.Skipped)
		p.plain("Columns nothing was read from", p.pv.Ignored)
	}
	p.table.Reload()
}

func (p *preview) problems(heading string, list []Problem, warning bool) {
	if len(list) == 0 {
		return
	}
	p.items = append(p.items, item{child: -1, heading: heading + ", " + strconv.Itoa(len(list))})
	for i := range list {
		p.items = append(p.items, item{child: -1, problem: &list[i], warning: warning})
	}
}

func (p *preview) plain(heading string, list []string) {
	if len(list) == 0 {
		return
	}
	p.items = append(p.items, item{child: -1, heading: heading})
	for _, s := range list {
		p.items = append(p.items, item{child: -1, plain: s})
	}
}

// Len is how many lines there are.
func (p *preview) Len() int { return len(p.items) }

// ID names a line: a child by its key, for the cursor to hold on to.
func (p *preview) ID(i int) string {
	if c := p.items[i].child; c >= 0 {
		return "child " + p.pv.Children[c].Key
	}
	return "line " + strconv.Itoa(i)
}

// Index finds a line.
func (p *preview) Index(id string) int {
	for i := range p.items {
		if p.ID(i) == id {
			return i
		}
	}
	return -1
}

// Row gives one line.
func (p *preview) Row(i int) kit.Row {
	it := p.items[i]
	switch {
	case it.heading != "":
		return kit.Row{Heading: it.heading}
	case it.child >= 0:
		return p.childRow(p.pv.Children[it.child])
	case it.problem != nil:
		sign := kit.SignLate
		if it.warning {
			sign = kit.SignSoon
		}
		return kit.Row{Sign: sign, Cells: []kit.Cell{{Text: place(*it.problem)}, {}, {Text: p.words(*it.problem)}}}
	}
	return kit.Row{Sign: kit.SignNotApply, Cells: []kit.Cell{{Text: it.plain, Tone: kit.Dim}}}
}

func (p *preview) childRow(c Child) kit.Row {
	name, ref := p.child(c)
	row := kit.Row{Sign: kit.SignDone, Cells: []kit.Cell{{Text: name}, {Text: ref, Tone: kit.Dim}, {Text: c.Words}}}
	if p.out[c.Key] {
		row.Sign = kit.SignNotApply
		row.Cells[2] = kit.Cell{Text: "left out", Tone: kit.Dim}
	}
	return row
}

func (p *preview) selected() (item, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.items) {
		return item{}, false
	}
	return p.items[i], true
}

// toggle ticks or unticks the child under the cursor and goes on to the next.
func (p *preview) toggle() tea.Cmd {
	if it, ok := p.selected(); ok && it.child >= 0 {
		key := p.pv.Children[it.child].Key
		if p.out[key] = !p.out[key]; !p.out[key] {
			delete(p.out, key)
		}
		p.table.Update(kit.Press("down"))
	}
	return nil
}

// all ticks or unticks every child that is shown. A child erased here before
// is never ticked among others.
func (p *preview) all(out bool) {
	for _, it := range p.items {
		if it.child < 0 {
			continue
		}
		switch c := p.pv.Children[it.child]; {
		case out:
			p.out[c.Key] = true
		case !c.Erased:
			delete(p.out, c.Key)
		}
	}
}

// open shows the whole of a line that may be cut on the screen.
func (p *preview) open() tea.Cmd {
	it, ok := p.selected()
	if !ok {
		return nil
	}
	title, text := "From the files", it.plain
	switch {
	case it.child >= 0:
		c := p.pv.Children[it.child]
		name, ref := p.child(c)
		title, text = name, ref+"\n\n"+c.Words
	case it.problem != nil:
		title, text = place(*it.problem), p.words(*it.problem)
	}
	p.desk.Nav.Open(kit.NewText(p.desk.Nav.Theme(), title, text))
	return nil
}
