package room

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	prep "footprint/domain/review"
	"footprint/tui/kit"
)

// chooser lists the agenda with its letters; a letter opens the words on that
// item, so that any item is two keys away.
type chooser struct {
	nav   *kit.Nav
	items []prep.Item
	pick  func(prep.Item) tea.Cmd
	w, h  int
}

// goTo opens the list of letters.
func (p *Page) goTo() tea.Cmd {
	c := &chooser{nav: p.Desk.Nav, items: p.prep.Phase(agenda), pick: func(item prep.Item) tea.Cmd {
		p.Select(item.ID)
		return p.write(item, p.lastWords(p.matter(item.ID)))
	}}
	p.Desk.Nav.Open(c)
	return nil
}

// Init does nothing.
func (c *chooser) Init() tea.Cmd { return nil }

// Update does nothing: every key is an action.
func (c *chooser) Update(tea.Msg) tea.Cmd { return nil }

// SetSize keeps the room.
func (c *chooser) SetSize(w, h int) { c.w, c.h = w, h }

// Title says what the letters are for.
func (c *chooser) Title() string { return "Go to which item? Press its letter." }

// Rows asks for a row an item, in two columns where one is not enough.
func (c *chooser) Rows(_, most int) int { return min(len(c.items)+1, most) }

// View gives the letters, in as many columns as are needed.
func (c *chooser) View() string {
	rows := max(c.h-1, 1)
	columns := (len(c.items) + rows - 1) / rows
	width := max(c.w/max(columns, 1), 1)
	out := make([]string, 0, rows+1)
	out = append(out, kit.Truncate("   "+c.nav.Theme().Paint(kit.Strong, c.Title()), c.w))
	for r := range rows {
		var b strings.Builder
		for col := range columns {
			if i := col*rows + r; i < len(c.items) {
				b.WriteString(kit.Pad(kit.Truncate("   "+letter(i)+"  "+c.items[i].Label, width-1), width))
			}
		}
		out = append(out, kit.Truncate(b.String(), c.w))
	}
	return strings.Join(out[:min(len(out), max(c.h, 1))], "\n")
}

// Actions are the letters.
func (c *chooser) Actions() []kit.Action {
	var out []kit.Action
	for i, item := range c.items {
		out = append(out, kit.Action{ID: "room.go." + item.ID, Keys: []string{letter(i)}, Words: item.Label, Group: "Agenda", Do: func() tea.Cmd {
			c.nav.Close()
			return c.pick(item)
		}})
	}
	return out
}

// Typing is never so.
func (c *chooser) Typing() bool { return false }

// Escape takes no step of its own.
func (c *chooser) Escape() bool { return false }
