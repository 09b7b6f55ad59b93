// Package caseload is the home screen: who needs me, soonest first. One key
// from any row to the reason, to the case, to the review being prepared.
//
// It shows the desk's rows in the domain's order, through its lenses, narrowed
// as the filter is typed. It works out no date and reads no disk outside a
// command; in View it formats the rows on screen and no others.
package caseload

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	list "footprint/domain/caseload"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens the caseload leads to; the root supplies them.
type Doors struct {
	Case   func(id casefile.ID) kit.Page
	Review func(id casefile.ID) kit.Page
	Room   func(id casefile.ID) kit.Page
	Why    func(id casefile.ID) kit.Page
	Note   func(id casefile.ID) kit.Page
	Event  func(id casefile.ID) kit.Page // something happened
	Log    func(id casefile.ID) kit.Page // what the IRO did

	Decisions func(id casefile.ID) kit.Page
	Papers    func(id casefile.ID) kit.Page
	Visit     func(id casefile.ID) kit.Page // everyone at the child's placement
	Add       func() kit.Page
	Import    func() kit.Page
	Leave     func() tea.Cmd

	Drift    func() kit.Page
	Concerns func() kit.Page
}

// large is the number of children from which the list is arranged in the
// background: below it arranging costs less than a frame.
const large = 4000

// wide is the width from which the pane on the right is shown.
const wide = 110

// listWidth is what the list needs to show every column.
const listWidth = 81

// Page is the home screen.
type Page struct {
	desk  *desk.Desk
	doors Doors
	table *kit.Table
	input kit.Input

	lens      list.Lens
	order     list.Order
	era       int
	version   int      // of the desk's rows that were arranged
	arranged  []int    // by lens and order
	kept      []int    // of those, what the filter keeps
	shown     []int    // the same, children found by name first
	haystacks []string // by index of the desk's rows; nil until a filter needs them
	count     list.Count
	filtering bool
	hid       bool
	arranging bool
	waiting   func(*casefile.Case) tea.Cmd // to do when a case has been read
	waitFor   casefile.ID
	w, h      int
}

// New makes the home screen.
func New(d *desk.Desk, doors Doors) *Page {
	p := &Page{desk: d, doors: doors, lens: list.All, order: list.BySoonest, version: -1, w: 80, h: 20}
	p.table = kit.NewTable(d.Nav.Theme(), columns(), p)
	return p
}

func columns() []kit.Column {
	return []kit.Column{
		{Title: "Child", Min: 14, Weight: 3, Max: 34},
		{Title: "Age", Min: 3, Right: true},
		{Title: "Next review, working days", Min: 28, Weight: 1, Max: 40},
		{Title: "Prepared", Min: 12, Drop: 1},
		{Title: "Footprint", Min: 9, Right: true, Drop: 2},
	}
}

// Init arranges the list.
func (p *Page) Init() tea.Cmd { return p.look() }

// Resume looks again when another screen was left.
func (p *Page) Resume() tea.Cmd { return tea.Batch(p.look(), p.peek()) }

// arrangement is a list arranged in the background.
type arrangement struct {
	version   int
	order     []int
	haystacks []string
	count     list.Count
}

// look arranges the list when the rows, the lens or the order changed.
func (p *Page) look() tea.Cmd {
	if p.version == p.desk.Version() {
		return nil
	}
	rows, version := p.desk.Rows(), p.desk.Version()
	if len(rows) < large {
		p.take(arrange(rows, p.lens, p.order, p.desk.Today(), p.desk.Hidden(), version))
		return p.peek()
	}
	if p.version < 0 {
		p.first(len(rows))
	}
	p.version = version
	p.era++
	p.arranging = true
	rows, lens, order, today, hidden := slices.Clone(rows), p.lens, p.order, p.desk.Today(), p.desk.Hidden()
	return kit.Load(p.era, func() (arrangement, error) { return arrange(rows, lens, order, today, hidden, version), nil })
}

// first shows the rows as they lie until the first arrangement comes.
func (p *Page) first(n int) {
	p.arranged = make([]int, n)
	for i := range p.arranged {
		p.arranged[i] = i
	}
	p.kept, p.shown = p.arranged, p.arranged
	p.table.Reload()
}

func (p *Page) take(a arrangement) {
	p.version, p.arranged, p.haystacks, p.count = a.version, a.order, a.haystacks, a.count
	p.arranging = false
	p.narrow("")
	p.table.Reload()
}

// narrow keeps what the filter finds; before is the filter it grew from.
func (p *Page) narrow(before string) {
	text := p.input.Value()
	within := p.arranged
	if before != "" && strings.HasPrefix(text, before) {
		within = p.kept
	}
	switch {
	case strings.TrimSpace(text) == "":
		p.kept, p.shown = p.arranged, p.arranged
	case p.haystacks != nil:
		p.kept, p.shown = list.Search(p.haystacks, within, text)
	}
}

// Update moves the cursor, takes the filter's letters and the answers of
// commands.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case kit.Loaded[arrangement]:
		if m.Era == p.era {
			p.take(m.Value)
		}
		return p.peek()
	case desk.CaseRead:
		return tea.Batch(p.came(m.ID), p.look())
	case tea.KeyMsg:
		if p.filtering {
			return p.filterKey(m)
		}
		if p.table.Update(m) {
			return p.peek()
		}
		return nil
	}
	if p.desk.Hidden() != p.hid {
		p.hid = p.desk.Hidden()
		p.filtering = false
		p.input.Set("") // what is looked for may be a name
	}
	return tea.Batch(p.look(), p.peek())
}

func (p *Page) filterKey(k tea.KeyMsg) tea.Cmd {
	if k.Type == tea.KeyEnter {
		p.filtering = false
		p.input.Focus(false)
		return nil
	}
	if p.table.Update(k) {
		return p.peek()
	}
	before := p.input.Value()
	if p.input.Update(k) {
		p.narrow(before)
		if len(p.shown) == 0 || !p.table.Select(p.ID(0)) { // what is found first is selected
			p.table.Reload()
		}
		return p.peek()
	}
	return nil
}

// peek reads the case under the cursor for the pane on the right.
func (p *Page) peek() tea.Cmd {
	if p.w < wide {
		return nil
	}
	if r, ok := p.selected(); ok {
		return p.desk.Open(r.File)
	}
	return nil
}

// with does something with the case under the cursor, reading it first.
func (p *Page) with(do func(*casefile.Case) tea.Cmd) tea.Cmd {
	r, ok := p.selected()
	if !ok {
		return nil
	}
	if c := p.desk.Case(r.File); c != nil {
		return do(c)
	}
	p.waiting, p.waitFor = do, r.File
	p.desk.Nav.Hold()
	return p.desk.Open(r.File)
}

func (p *Page) came(id casefile.ID) tea.Cmd {
	if p.waiting == nil || p.waitFor != id {
		return nil
	}
	do := p.waiting
	p.waiting = nil
	p.desk.Nav.Release()
	return do(p.desk.Case(id))
}

func (p *Page) selected() (list.Row, bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.shown) || p.shown[i] >= len(p.desk.Rows()) {
		return list.Row{}, false
	}
	return p.desk.Rows()[p.shown[i]], true
}

// Title names the screen.
func (p *Page) Title() string { return "Caseload" }

// Subheader is the line of figures, or the filter while one is set.
func (p *Page) Subheader(w int) string {
	th := p.desk.Nav.Theme()
	if p.filtering || p.input.Value() != "" {
		return " " + th.Paint(kit.Accent, "Find: ") + p.input.View(th, max(w-30, 8)) + th.Paint(kit.Dim, fmt.Sprintf("  %d of %d", len(p.shown), len(p.arranged)))
	}
	parts := []string{kit.Count(p.count.Children, "child", "children")}
	if p.arranging {
		parts[0] = kit.Count(len(p.desk.Rows()), "child", "children") + ", putting them in order"
	}
	if p.lens != list.All {
		parts = append(parts, th.Paint(kit.Accent, "lens: "+string(p.lens)+fmt.Sprintf(" (%d)", len(p.arranged))))
	}
	if p.count.Overdue > 0 {
		parts = append(parts, th.Paint(kit.Late, fmt.Sprintf("%d overdue", p.count.Overdue)))
	}
	if p.count.ThisWeek > 0 {
		parts = append(parts, th.Paint(kit.Soon, fmt.Sprintf("%d this week", p.count.ThisWeek)))
	}
	if p.count.Disputes > 0 {
		parts = append(parts, kit.Count(p.count.Disputes, "dispute", "disputes"))
	}
	if p.count.LateDecisions > 0 {
		parts = append(parts, th.Paint(kit.Late, kit.Count(p.count.LateDecisions, "decision", "decisions")+" late"))
	}
	if p.count.Unknown > 0 {
		parts = append(parts, fmt.Sprintf("%d to ask about", p.count.Unknown))
	}
	if p.count.Paused > 0 {
		parts = append(parts, fmt.Sprintf("%d paused", p.count.Paused))
	}
	if p.count.Closed > 0 {
		parts = append(parts, th.Paint(kit.Dim, fmt.Sprintf("%d closed", p.count.Closed)))
	}
	if p.order != list.BySoonest {
		parts = append(parts, th.Paint(kit.Dim, "by "+string(p.order)))
	}
	return " " + strings.Join(parts, "   ")
}

// SetSize shares the room between the list and the pane.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetSize(w-p.paneWidth()-p.gap(), h)
	p.input.Focus(p.filtering)
}

// gap keeps the list off the edge of the pane.
func (p *Page) gap() int { return min(p.paneWidth(), 1) }

func (p *Page) paneWidth() int {
	if p.w < wide {
		return 0
	}
	return max(min(p.w-listWidth, 56), 36)
}

// Typing reports that the filter is being typed.
func (p *Page) Typing() bool { return p.filtering }

// Escape leaves the filter, then clears it, then goes back to all children.
func (p *Page) Escape() bool {
	switch {
	case p.filtering || p.input.Value() != "":
		p.filtering = false
		p.input.Set("")
		p.input.Focus(false)
		p.narrow("")
		p.table.Reload()
	case p.lens != list.All:
		p.setLens(list.All)
	default:
		return false
	}
	return true
}

func (p *Page) setLens(l list.Lens) {
	p.lens = l
	p.rearrange()
}

// rearrange arranges at once for another lens or order. At the size of all
// England it costs a few frames, once. An arrangement still under way was
// asked for the lens before and is not taken.
func (p *Page) rearrange() {
	p.era++
	p.take(arrange(p.desk.Rows(), p.lens, p.order, p.desk.Today(), p.desk.Hidden(), p.desk.Version()))
}

// Find gives the first children whose name, reference or worker holds every
// word of text, for the palette.
func (p *Page) Find(text string, most int) []list.Row {
	if strings.TrimSpace(text) == "" || p.haystacks == nil {
		return nil
	}
	var out []list.Row
	for _, i := range list.Narrow(p.haystacks, p.arranged, text) {
		if len(out) == most || i >= len(p.desk.Rows()) {
			break
		}
		out = append(out, p.desk.Rows()[i])
	}
	return out
}

// About is the child under the cursor; the zero id when there is none.
func (p *Page) About() casefile.ID {
	row, _ := p.selected()
	return row.File
}
