package visit

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// blanking is the key of the blank screen, wherever it is pressed, and how to
// come back: the key list says so beforehand, for the blank screen does not.
func blanking(n *kit.Nav, keys ...string) []kit.Action {
	keys = append(keys, "ctrl+b")
	return []kit.Action{
		{ID: "visit.blank", Keys: keys, Words: "blank screen", Group: groupWho, Foot: 5, Do: func() tea.Cmd {
			n.Say(kit.Dim, "") // a message would still be read
			n.Open(&blank{nav: n})
			return nil
		}},
		{ID: "visit.unblank", Keys: []string{keys[0], "esc"}, Words: "come back from the blank screen", Group: groupWho},
	}
}

// blank covers everything. What is beneath stays as it is, a note with its
// cursor, and comes back with one key, which it does not say: a child would be
// invited to press it.
type blank struct{ nav *kit.Nav }

// Init does nothing.
func (b *blank) Init() tea.Cmd { return nil }

// Update does nothing.
func (b *blank) Update(tea.Msg) tea.Cmd { return nil }

// View is nothing.
func (b *blank) View() string { return "" }

// SetSize does nothing.
func (b *blank) SetSize(int, int) {}

// Title is nothing.
func (b *blank) Title() string { return "" }

// Right is nothing either.
func (b *blank) Right() string { return "" }

// Actions are the ways back, neither of them in the footer. The navigator takes
// Escape itself; it is listed, and disabled, so that the frame leaves out "Esc
// back" and writes nothing in its place.
func (b *blank) Actions() []kit.Action {
	return []kit.Action{
		{ID: "visit.back", Keys: []string{"b", "ctrl+b"}, Words: "come back", Group: groupWho, Do: func() tea.Cmd { b.nav.Close(); return nil }},
		{ID: "visit.escape", Keys: []string{"esc"}, Words: "come back", Group: groupWho, Foot: 1, Disabled: "Escape comes back."},
	}
}

// Typing is never so: what is pressed does not reach the note beneath.
func (b *blank) Typing() bool { return false }

// Escape has no step of its own and comes back.
func (b *blank) Escape() bool { return false }
