package readings

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// moved is the list of dates that move, each with the day before and after:
// the next reviews first. Names come from the desk, so that hiding them works.
type moved struct {
	desk  *desk.Desk
	table *kit.Table
	rows  []movedRow
}

type movedRow struct {
	heading string
	desk.Moved
}

// newMoved makes the list; was and now head the two columns of days.
func newMoved(d *desk.Desk, was, now string) *moved {
	m := &moved{desk: d}
	m.table = kit.NewTable(d.Nav.Theme(), []kit.Column{
		{Title: "Child", Min: 10, Weight: 1, Max: 30},
		{Title: "Date", Min: 8, Weight: 2, Drop: 1},
		{Title: was, Min: 15},
		{Title: now, Min: 15},
	}, m)
	return m
}

// set shows a list in the order of desk.SortMoved.
func (m *moved) set(list []desk.Moved) {
	m.rows = nil
	for i, one := range list {
		switch {
		case i == 0 && one.Next:
			m.rows = append(m.rows, movedRow{heading: "Next reviews"})
		case !one.Next && (i == 0 || list[i-1].Next):
			m.rows = append(m.rows, movedRow{heading: "Other dates"})
		}
		m.rows = append(m.rows, movedRow{Moved: one})
	}
	m.table.Reload()
}

// Len is how many lines there are.
func (m *moved) Len() int { return len(m.rows) }

// ID numbers a line: the list never changes its order.
func (m *moved) ID(i int) string { return strconv.Itoa(i) }

// Index finds a line by its number.
func (m *moved) Index(id string) int {
	i, err := strconv.Atoi(id)
	if err != nil || i >= len(m.rows) {
		return -1
	}
	return i
}

// Row gives one line.
func (m *moved) Row(i int) kit.Row {
	r := m.rows[i]
	if r.heading != "" {
		return kit.Row{Heading: r.heading}
	}
	row, _ := m.desk.Row(r.File)
	return kit.Row{Cells: []kit.Cell{{Text: m.desk.Name(row)}, {Text: r.What}, {Text: day(r.Old, "none")}, {Text: day(r.New, "falls away"), Tone: kit.Strong}}}
}

func day(d workday.Date, none string) string {
	if !d.Known() {
		return none
	}
	return d.Long()
}

// tally says how many dates of how many children a list holds.
func tally(list []desk.Moved) (dates string, children int) {
	seen := map[casefile.ID]bool{}
	for _, m := range list {
		seen[m.File] = true
	}
	return kit.Count(len(list), "date", "dates"), len(seen)
}

// movedPage lists what the last change moved.
type movedPage struct {
	*moved
	words string
	w, h  int
}

func newMovedPage(d *desk.Desk, list []desk.Moved) kit.Page {
	dates, children := tally(list)
	p := &movedPage{moved: newMoved(d, "Was", "Is now"), words: dates + " of " + kit.Count(children, "child", "children") + " moved."}
	p.set(list)
	return p
}

// Init does nothing.
func (p *movedPage) Init() tea.Cmd { return nil }

// Update moves the cursor.
func (p *movedPage) Update(msg tea.Msg) tea.Cmd {
	p.table.Update(msg)
	return nil
}

// View gives the count, then the list.
func (p *movedPage) View() string { return headed(p.desk.Nav.Theme(), p.words, p.table, p.w, p.h) }

// SetSize keeps the room.
func (p *movedPage) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetSize(w, under(h))
}

// Title names the screen.
func (p *movedPage) Title() string { return "Dates that moved" }

// Typing is never so.
func (p *movedPage) Typing() bool { return false }

// Escape takes no step of its own.
func (p *movedPage) Escape() bool { return false }

// Actions lists the moving keys.
func (p *movedPage) Actions() []kit.Action { return kit.TableActions() }

// under is the room for a list below one line of words and a blank one.
func under(h int) int {
	if h < 5 {
		return h
	}
	return h - 2
}

// headed lays a list out below one line of words.
func headed(th *kit.Theme, words string, table *kit.Table, w, h int) string {
	if under(h) == h {
		return table.View()
	}
	return kit.Truncate("     "+th.Paint(kit.Strong, kit.Clean(words)), w) + "\n\n" + table.View()
}

// Last keeps what the last change moved, for a screen that changes settings.
// The zero Last holds nothing.
type Last struct{ list []desk.Moved }

// Take takes desk.DatesMoved for a page, and tells how to see the list when
// the page is in front.
func (l *Last) Take(d *desk.Desk, page kit.Page, msg tea.Msg) {
	m, ok := msg.(desk.DatesMoved)
	if !ok {
		return
	}
	l.list = m.List
	if len(m.List) > 0 && d.Nav.Focus() == page {
		d.Nav.Say(kit.Good, kit.Count(len(m.List), "date moved", "dates moved")+". m shows the list.")
	}
}

// Action lists the dates that moved.
func (l *Last) Action(d *desk.Desk) kit.Action {
	a := kit.Action{ID: "readings.moved", Keys: []string{"m"}, Words: "dates that moved", Group: "After a change", Foot: 5,
		Do: func() tea.Cmd { d.Nav.Push(newMovedPage(d, l.list)); return nil }}
	if len(l.list) == 0 {
		a.Disabled = "No date has moved since this screen was opened."
	}
	return a
}
