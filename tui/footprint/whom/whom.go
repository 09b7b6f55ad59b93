// Package whom asks which child something is about: a list of the caseload by
// name, narrowed as one types.
//
// It shows rows that are in memory, reads nothing and changes nothing; what
// becomes of the child that was chosen is up to who asks.
package whom

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Spec says what is asked and what becomes of the answer.
type Spec struct {
	Title string
	Skip  func(id casefile.ID) bool // children not offered; nil for none
	// Chosen is given the child. It leaves the page, or puts another in its
	// place.
	Chosen func(id casefile.ID) tea.Cmd
}

// Page is the list. Push it; it is no overlay.
type Page struct {
	desk      *desk.Desk
	spec      Spec
	input     kit.Input
	table     *kit.Table
	version   int
	hid       bool
	offered   []int    // of the desk's rows, by name, the closed ones last
	haystacks []string // by index of the desk's rows
	shown     []int
}

// New asks which child.
func New(d *desk.Desk, spec Spec) *Page {
	p := &Page{desk: d, spec: spec, version: -1, hid: d.Hidden()}
	p.input.Focus(true)
	p.table = kit.NewTable(d.Nav.Theme(), []kit.Column{{Min: 14, Weight: 2, Max: 34}, {Min: 8, Max: 10}, {Min: 20, Weight: 1, Drop: 1}}, p)
	p.refresh()
	return p
}

// refresh gathers the children again when the list of them changed.
func (p *Page) refresh() {
	if p.version == p.desk.Version() {
		return
	}
	p.version = p.desk.Version()
	if p.hid != p.desk.Hidden() {
		p.hid = p.desk.Hidden()
		p.input.Set("") // what is looked for may be a name
	}
	rows, today := p.desk.Rows(), p.desk.Today()
	p.offered = slices.Concat(caseload.Arrange(rows, caseload.All, caseload.ByName, today), caseload.Arrange(rows, caseload.Closed, caseload.ByName, today))
	if p.spec.Skip != nil {
		p.offered = slices.DeleteFunc(p.offered, func(i int) bool { return p.spec.Skip(rows[i].File) })
	}
	p.haystacks = make([]string, len(rows))
	for _, i := range p.offered {
		p.haystacks[i] = caseload.Haystack(rows[i], p.hid)
	}
	p.narrow()
}

func (p *Page) narrow() {
	p.shown = p.offered
	if strings.TrimSpace(p.input.Value()) != "" {
		_, p.shown = caseload.Search(p.haystacks, p.offered, p.input.Value())
	}
	if len(p.shown) == 0 || !p.table.Select(p.ID(0)) { // what is found first is selected
		p.table.Reload()
	}
}

// Init does nothing.
func (p *Page) Init() tea.Cmd { return nil }

// Update narrows as letters are typed, moves and chooses.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	k, ok := msg.(tea.KeyMsg)
	switch {
	case !ok || p.table.Update(k):
	case k.Type == tea.KeyEnter:
		return p.choose()
	case p.input.Update(k):
		p.narrow()
	}
	return nil
}

func (p *Page) choose() tea.Cmd {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.shown) {
		p.desk.Nav.Say(kit.Soon, "No child is called that. Fewer letters find more.")
		return nil
	}
	return p.spec.Chosen(p.desk.Rows()[p.shown[i]].File)
}

// View gives the children found.
func (p *Page) View() string { return p.table.View() }

// Subheader is what is typed.
func (p *Page) Subheader(w int) string {
	p.refresh()
	th := p.desk.Nav.Theme()
	return " " + th.Paint(kit.Accent, "Type a name: ") + p.input.View(th, max(w-34, 8)) + th.Paint(kit.Dim, fmt.Sprintf("  %d of %d", len(p.shown), len(p.offered)))
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) { p.table.SetSize(w, h) }

// Title is the question.
func (p *Page) Title() string { return p.spec.Title }

// Actions lists the keys of the list.
func (p *Page) Actions() []kit.Action {
	return append([]kit.Action{
		{ID: "whom.choose", Keys: []string{"enter"}, Words: "choose this child", Group: "This list", Foot: 1},
		{ID: "whom.back", Keys: []string{"esc"}, Words: "clear what was typed, then back", Group: "This list", Foot: 2},
	}, kit.TableActions()...)
}

// Typing is always so: letters narrow.
func (p *Page) Typing() bool { return true }

// Escape empties what was typed first.
func (p *Page) Escape() bool {
	if p.input.Value() == "" {
		return false
	}
	p.input.Set("")
	p.narrow()
	return true
}

// Len is how many children are shown.
func (p *Page) Len() int { return len(p.shown) }

// ID names a child's row.
func (p *Page) ID(i int) string { return p.desk.Rows()[p.shown[i]].File.String() }

// Index finds a row.
func (p *Page) Index(id string) int {
	return slices.IndexFunc(p.shown, func(i int) bool { return p.desk.Rows()[i].File.String() == id })
}

// Row gives one child.
func (p *Page) Row(i int) kit.Row {
	r := p.desk.Rows()[p.shown[i]]
	more := ""
	if !r.Open(p.desk.Today()) {
		more = "not looked after now"
	}
	return kit.Row{Cells: []kit.Cell{{Text: p.desk.Name(r), Tone: kit.Strong}, {Text: r.Ref, Tone: kit.Dim}, {Text: more, Tone: kit.Dim}}}
}
