package visit

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// blanking is the key of the blank screen, wherever it is pressed.
func blanking(n *kit.Nav, keys ...string) kit.Action {
	return kit.Action{ID: "visit.blank", Keys: append(keys, "ctrl+b"), Words: "blank screen", Group: groupWho, Foot: 5, Do: func() tea.Cmd {
		n.Say(kit.Dim, "") // a message would still be read
		n.Open(&blank{nav: n})
		return nil
	}}
}

// blank covers everything. What is beneath stays as it is, a note with its
// cursor, and comes back with one key.
type blank struct {
	nav  *kit.Nav
	w, h int
}

// Init does nothing.
func (b *blank) Init() tea.Cmd { return nil }

// Update does nothing.
func (b *blank) Update(tea.Msg) tea.Cmd { return nil }

// View says how to come back and nothing else.
func (b *blank) View() string {
	if b.h <= 0 {
		return ""
	}
	return kit.Truncate("   Press b to come back", b.w)
}

// SetSize keeps the room.
func (b *blank) SetSize(w, h int) { b.w, b.h = w, h }

// Title is nothing.
func (b *blank) Title() string { return "" }

// Right is nothing either.
func (b *blank) Right() string { return "" }

// Actions lists the one way back; Escape is one too.
func (b *blank) Actions() []kit.Action {
	return []kit.Action{{ID: "visit.back", Keys: []string{"b", "ctrl+b", "esc"}, Words: "come back", Group: groupWho, Foot: 1,
		Do: func() tea.Cmd { b.nav.Close(); return nil }}}
}

// Typing is never so: what is pressed does not reach the note beneath.
func (b *blank) Typing() bool { return false }

// Escape has no step of its own and comes back.
func (b *blank) Escape() bool { return false }
