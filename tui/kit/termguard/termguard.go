// Package termguard keeps the terminal framework from questioning the
// terminal when the program starts.
//
// Bubble Tea v1 asks the terminal for its background colour while packages are
// being initialised, and waits up to five seconds for a terminal that never
// answers: even `version` would stall. Setting the background first means the
// question is never asked. The theme decides light or dark by itself.
//
// It may import lipgloss and nothing else, and its import path must sort
// before github.com/charmbracelet/bubbletea, because Go initialises packages
// that are ready in the order of their paths. A test guards both.
package termguard

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
