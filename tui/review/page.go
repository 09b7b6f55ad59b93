// Package review is the preparation of one child's review on screen: every
// item by phase with its day, the answers and their evidence, notes, the plan
// of the review and the facts that decide which items show.
//
// The checklist, its days and its order are the domain's; nothing is ticked
// here but by a person's answer, one item at a time or one conversation at a
// time. It changes a case only through commands of the domain and the desk,
// and reads no disk.
package review

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	prep "footprint/domain/review"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// wide is the width from which the pane on the right is shown.
const wide = 110

// Page is the preparation of the review in hand of one child.
type Page struct {
	*Answering
	table *kit.Table
	w, h  int

	practice *practice.Practice
	ok       bool // a list is opened for this child
	clocks   clock.Clocks
	lines    []line
	signs    []kit.Sign // by phase
	began    bool       // what is next has been selected
	labelW   int
	pane     pane
}

// New makes the preparation of a child's next review. The review is opened on
// file by the first thing entered, not by looking.
func New(d *desk.Desk, id casefile.ID) kit.Page {
	p := &Page{Answering: NewAnswering(d, id), w: 80, h: 19}
	p.table = kit.NewTable(d.Nav.Theme(), nil, p)
	p.refresh()
	return p
}

// Init reads the file unless it has been read.
func (p *Page) Init() tea.Cmd { return p.desk.Open(p.id) }

// Resume looks again after a form or note was left.
func (p *Page) Resume() tea.Cmd {
	p.refresh()
	return p.desk.Open(p.id)
}

// Update moves the cursor; any other message may mean the case has changed.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	return nil
}

// refresh prepares the list again when the case, the day or the settings are
// others than before, and does nothing otherwise. Undo changes the case
// without a message to this page, so View asks too.
func (p *Page) refresh() {
	c := p.desk.Case(p.id)
	if c == p.seen && p.day == p.desk.Today() && p.practice == p.desk.Practice() {
		return
	}
	p.seen, p.day, p.practice = c, p.desk.Today(), p.desk.Practice()
	p.lines, p.signs, p.ok, p.pane = nil, nil, false, pane{}
	if c != nil {
		p.clocks = p.desk.Clocks(c)
		p.prep, p.ok = prep.Prepare(c, p.clocks, p.desk.Context())
	}
	if p.ok {
		p.lines = p.build(c)
	}
	p.table.Reload()
	if !p.began && p.ok {
		p.began = true
		p.selectNext()
	}
}

// selectNext puts the cursor on what is wanted soonest.
func (p *Page) selectNext() {
	if ph, it, ok := p.prep.Next(); ok {
		p.table.Select(p.prep.Phases[ph].Items[it].ID)
	}
}

// selected gives the item under the cursor.
func (p *Page) selected() (ph prep.Phase, item prep.Item, ok bool) {
	i, _, ok := p.table.Selected()
	if !ok || i >= len(p.lines) || p.lines[i].heading != "" {
		return ph, item, false
	}
	l := p.lines[i]
	return p.prep.Phases[l.phase], p.prep.Phases[l.phase].Items[l.item], true
}

// SetSize shares the room between the list and the pane.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	tw := w - p.paneWidth()
	info := infoWidth
	if tw < 84 {
		info = infoWidth - 4
	}
	cols := []kit.Column{{Min: 1}, {Min: dueWidth}, {Min: info, Weight: 1}}
	switch {
	case tw >= 70:
		p.labelW = min(tw-5-dueWidth-info-4, 64)
	case tw >= 46:
		p.labelW, cols = tw-5-dueWidth-2, cols[:2]
	default:
		p.labelW, cols = max(tw-5, 1), cols[:1]
	}
	cols[0].Min = p.labelW
	p.table.Under("", nil) // laid out again for the new width by settle
	p.table.SetColumns(cols)
	p.table.SetSize(tw, h)
}

const (
	dueWidth  = 16
	infoWidth = 20
)

func (p *Page) paneWidth() int {
	if p.w < wide {
		return 0
	}
	return min(p.w*3/10, 56)
}

// settle lays out what depends on the row the cursor is on and on whether
// names are hidden, which no message tells: the rest of a label too long for
// its column, and the pane.
func (p *Page) settle() {
	_, item, ok := p.selected()
	if !ok {
		p.table.Under("", nil)
		return
	}
	var rest []string
	if parts := kit.Wrap(item.Label, p.labelW); len(parts) > 1 {
		rest = kit.Indent(parts[1:], 5)
		for i := range rest {
			rest[i] = p.desk.Nav.Theme().Paint(kit.Selected, rest[i])
		}
	}
	p.table.Under(item.ID, rest)
	p.layPane(item)
}

// View gives the list and, where there is room, the pane.
func (p *Page) View() string {
	p.refresh()
	p.settle()
	th := p.desk.Nav.Theme()
	switch {
	case p.h <= 0:
		return ""
	case p.seen == nil:
		return th.Empty(p.w, p.h, "Reading the file…", "")
	case !p.ok:
		return th.Empty(p.w, p.h, "There is no review to prepare: "+p.noReview()+".", p.clocks.Ask, "esc", "back")
	}
	body := p.table.View()
	width := p.paneWidth()
	if width == 0 {
		return body
	}
	return th.Beside(body, strings.Join(p.pane.lines, "\n"), p.w-width, p.w, p.h)
}

func (p *Page) noReview() string {
	if p.clocks.Missing != "" {
		return string(p.clocks.Missing)
	}
	return string(clock.NotLookedAfter)
}

// Typing is never so: text is typed in sheets and forms.
func (p *Page) Typing() bool { return false }

// Escape takes no step of its own.
func (p *Page) Escape() bool { return false }

// InReview tells the root that a review is being worked on: it locks later.
func (p *Page) InReview() bool { return true }

// About is the child in front.
func (p *Page) About() casefile.ID { return p.id }
