// Package kittest checks the geometry of screens for the tests of other
// packages: whatever the window, nothing panics, no line is wider than it and
// there are never more rows than it has.
//
// It may import testing and the kit; nothing but tests may import it.
package kittest

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// Sized is anything that draws itself in a given room: pages, overlays,
// components, the navigator.
type Sized interface {
	SetSize(w, h int)
	View() string
}

var (
	heights = []int{1, 5, 14, 15, 24, 40, 50}
	widths  = []int{1, 20, 59, 60, 80, 120, 250}
)

// Sizes gives every size of the sweep: each width 1 to 250 at seven heights,
// and each height 1 to 50 at seven widths.
func Sizes(yield func(w, h int) bool) {
	for _, h := range heights {
		for w := 1; w <= 250; w++ {
			if !yield(w, h) {
				return
			}
		}
	}
	for _, w := range widths {
		for h := 1; h <= 50; h++ {
			if !yield(w, h) {
				return
			}
		}
	}
}

// Sweep draws what build makes at every size. One page is resized through all
// of them, as a window is; a few sizes are also tried on a page made anew.
func Sweep(t *testing.T, build func() Sized) {
	t.Helper()
	one := build()
	Sizes(func(w, h int) bool { _, ok := check(t, one, w, h); return ok })
	for _, size := range [][2]int{{1, 1}, {20, 5}, {59, 14}, {80, 24}, {250, 50}} {
		check(t, build(), size[0], size[1])
	}
}

// SweepPage sweeps a page inside a navigator and checks that the frame fills
// the window exactly.
func SweepPage(t *testing.T, build func() *kit.Nav) {
	t.Helper()
	one := build()
	Sizes(func(w, h int) bool {
		view, ok := check(t, one, w, h)
		if got := strings.Count(view, "\n") + 1; ok && got != h {
			t.Errorf("%dx%d: %d rows, want exactly %d", w, h, got, h)
			return false
		}
		return ok
	})
}

// SweepModel sweeps a whole program's model.
func SweepModel(t *testing.T, build func() tea.Model) {
	t.Helper()
	Sweep(t, func() Sized { return &model{build()} })
}

type model struct{ m tea.Model }

func (m *model) SetSize(w, h int) { m.m, _ = m.m.Update(tea.WindowSizeMsg{Width: w, Height: h}) }
func (m *model) View() string     { return m.m.View() }

// check draws at one size and reports whether to go on.
func check(t *testing.T, s Sized, w, h int) (view string, ok bool) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%dx%d: panic: %v", w, h, r)
			ok = false
		}
	}()
	s.SetSize(w, h)
	view = s.View()
	if err := Fits(view, w, h); err != nil {
		t.Error(err)
		return view, false
	}
	return view, true
}

// Fits says whether a drawn screen fits a window, and how it does not.
func Fits(view string, w, h int) error {
	rows := 0
	for line := range strings.SplitSeq(view, "\n") {
		rows++
		if len(line) <= w && !strings.ContainsRune(line, '\x1b') && !strings.ContainsRune(line, '\t') {
			continue // no line is wider than its bytes
		}
		if got := kit.Width(line); got > w {
			return fmt.Errorf("%dx%d: row %d is %d wide: %q", w, h, rows, got, line)
		}
	}
	if rows > h {
		return fmt.Errorf("%dx%d: %d rows", w, h, rows)
	}
	return nil
}
