// Command bare is the least a Bubble Tea program can be: one screen of text
// that counts keys. `make bench` measures it beside Footprint, with the same
// options, as the floor of what the framework itself costs.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	_ "footprint/tui/kit/termguard" // the same start as Footprint's
)

type model int

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyMsg); ok {
		m++
	}
	return m, nil
}

func (m model) View() string {
	return fmt.Sprintf("Passphrase, pressed %d times", int(m)) + strings.Repeat("\nall keys", 20)
}

func main() {
	if len(os.Args) > 1 { // started and left: the floor of any command
		return
	}
	if _, err := tea.NewProgram(model(0), tea.WithAltScreen(), tea.WithFPS(120)).Run(); err != nil {
		os.Exit(1)
	}
}
