package desk

import tea "github.com/charmbracelet/bubbletea"

// Follow is what a command answers when something must follow what it did
// outside, such as an entry about a file that was written, even if its page was
// left meanwhile. It comes to nothing once the book was closed.
type Follow struct {
	desk *Desk
	do   func() tea.Cmd
}

// ToRoot makes Follow a message for the root, which hands it to the desk.
func (Follow) ToRoot() {}

// Then makes a command that works outside and hands what is to follow to the
// desk. work runs on another goroutine: give it copies, never a page.
func Then[T any](d *Desk, work func() (T, error), follow func(T, error) tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		got, err := work()
		return Follow{d, func() tea.Cmd { return follow(got, err) }}
	}
}
