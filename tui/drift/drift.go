// Package drift is the screen of what drifts over the whole caseload: what is
// late, what comes back at review after review, what waits, permanence that
// stands still, emergency placements, going missing and breakdowns.
//
// The files are read in the background, some at a time, and looked at there by
// the domain; the screen shows what was found so far and can be stopped at any
// time. It decides nothing and changes nothing.
package drift

import (
	"cmp"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens it leads to.
type Doors struct {
	Case func(id casefile.ID) kit.Page
	Rule func(ids []string) kit.Page // an overlay
}

// The files one command reads: few enough that the bar moves, and no more than
// so many commands for a large caseload, for each makes the list anew.
const (
	atOnce   = 64
	mostTurn = 50
)

// found is one thing that drifts, with the child it is about.
type found struct {
	caseload.Drift
	file casefile.ID
	ref  string
	key  string // what the cursor holds on to
}

// Page is the screen.
type Page struct {
	desk  *desk.Desk
	doors Doors
	table *kit.Table

	era      int // of the reading; an answer of an earlier one is dropped
	todo     []casefile.ID
	read     int // of todo
	unread   int // files that could not be read
	reading  bool
	groups   [][]found // by place in caseload.DriftKinds
	lines    []line
	practice *practice.Practice
	day      workday.Date
	version  int                            // of the desk's rows
	used     map[casefile.ID]*casefile.Case // of the desk, as last looked at
	caught   map[casefile.ID]bool           // changed meanwhile: what a reading says of them is old
	w, h     int
}

// New makes the screen; the reading begins when it is shown.
func New(d *desk.Desk, doors Doors) *Page {
	p := &Page{desk: d, doors: doors, w: 80, h: 20}
	p.table = kit.NewTable(d.Nav.Theme(), nil, p)
	p.SetSize(p.w, p.h)
	return p
}

// Init begins to read.
func (p *Page) Init() tea.Cmd { return p.begin() }

// Resume looks again at what changed while another screen was in front.
func (p *Page) Resume() tea.Cmd { return p.catchUp() }

// begin reads every child who is looked after anew.
func (p *Page) begin() tea.Cmd {
	p.practice, p.day, p.version = p.desk.Practice(), p.desk.Today(), p.desk.Version()
	p.groups = make([][]found, len(caseload.DriftKinds()))
	p.used, p.caught = map[casefile.ID]*casefile.Case{}, map[casefile.ID]bool{}
	p.todo, p.read, p.unread = nil, 0, 0
	for _, r := range p.desk.Rows() {
		if caseload.All.Shows(r, p.day) {
			p.todo = append(p.todo, r.File)
		}
	}
	p.arrange()
	return p.goOn()
}

// goOn reads the next files, or ends the reading.
func (p *Page) goOn() tea.Cmd {
	p.era++
	p.reading = p.read < len(p.todo)
	if !p.reading {
		return nil
	}
	next := p.todo[p.read:min(p.read+max(atOnce, len(p.todo)/mostTurn), len(p.todo))]
	open := map[casefile.ID]*casefile.Case{}
	for _, id := range next {
		if c := p.desk.Case(id); c != nil {
			open[id], p.used[id] = c, c
		}
	}
	book, own, today := p.desk.Book, p.practice, p.day
	return kit.Load(p.era, func() (part, error) { return look(book, open, next, own, today), nil })
}

// part is what was found in some files.
type part struct {
	read, unread int
	found        []found
}

// look reads files and looks what drifts. A file that cannot be read is
// counted, and the rest is still looked at.
func look(book desk.Book, open map[casefile.ID]*casefile.Case, ids []casefile.ID, own *practice.Practice, today workday.Date) part {
	out := part{read: len(ids)}
	for _, id := range ids {
		c := open[id]
		if c == nil {
			read, err := book.Case(id)
			if err != nil {
				out.unread++
				continue
			}
			c = read
		}
		out.found = append(out.found, findings(c, own, today)...)
	}
	slices.SortFunc(out.found, compare)
	return out
}

func findings(c *casefile.Case, own *practice.Practice, today workday.Date) []found {
	var out []found
	for _, d := range caseload.DriftOf(c, own, today) {
		out = append(out, found{Drift: d, file: c.ID, ref: c.Ref, key: c.ID.String() + d.Rule + d.Words + d.Since.String()})
	}
	return out
}

// compare puts alerts first, then what has drifted longest.
func compare(a, b found) int {
	switch {
	case a.Alert != b.Alert && a.Alert:
		return -1
	case a.Alert != b.Alert:
		return 1
	}
	return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.ref, b.ref), cmp.Compare(a.key, b.key))
}

// Update takes what was read, moves the cursor, and looks again when something
// changed.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case kit.Loaded[part]:
		if m.Era != p.era || !p.reading {
			return nil
		}
		p.read += m.Value.read
		p.unread += m.Value.unread
		p.join(slices.DeleteFunc(m.Value.found, func(f found) bool { return p.caught[f.file] }))
		p.arrange()
		return p.goOn()
	case tea.KeyMsg:
		p.table.Update(m)
		p.spell()
		return nil
	}
	return p.catchUp()
}

// join merges what was found, in order already, into the groups.
func (p *Page) join(more []found) {
	for g, kind := range caseload.DriftKinds() {
		var mine []found
		for _, f := range more {
			if f.Kind == kind {
				mine = append(mine, f)
			}
		}
		p.groups[g] = merged(p.groups[g], mine)
	}
}

func merged(a, b []found) []found {
	out := make([]found, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// catchUp looks again at the children that changed since, and reads everything
// again when the day or a setting is another.
func (p *Page) catchUp() tea.Cmd {
	switch {
	case p.used == nil || p.version == p.desk.Version() && p.practice == p.desk.Practice():
		p.spell()
		return nil
	case p.practice != p.desk.Practice() || p.day != p.desk.Today():
		return p.begin()
	}
	p.version = p.desk.Version()
	var more []found
	changed := map[casefile.ID]bool{}
	for _, r := range p.desk.Rows() {
		if c := p.desk.Case(r.File); c != nil && p.used[r.File] != c {
			changed[r.File], p.caught[r.File], p.used[r.File] = true, true, c
			more = append(more, findings(c, p.practice, p.day)...)
		}
	}
	for g := range p.groups {
		p.groups[g] = slices.DeleteFunc(p.groups[g], func(f found) bool {
			_, there := p.desk.Row(f.file)
			return changed[f.file] || !there
		})
	}
	slices.SortFunc(more, compare)
	p.join(more)
	p.arrange()
	return nil
}

// stop ends the reading; what was found stays.
func (p *Page) stop() {
	p.era++
	p.reading = false
	p.desk.Nav.Say(kit.Dim, "Stopped. What was found so far stays; g goes on.")
}
