package kittest_test

import (
	"testing"

	"footprint/tui/kit/kittest"
)

func TestFits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		view string
		w, h int
		ok   bool
	}{
		{"abc", 3, 1, true},
		{"abcd", 3, 1, false},
		{"a\nb", 3, 1, false},
		{"\x1b[1mabc\x1b[0m", 3, 1, true},
		{"漢字", 3, 1, false},
		{"Ŵyn", 3, 1, true},
	} {
		if err := kittest.Fits(c.view, c.w, c.h); (err == nil) != c.ok {
			t.Errorf("%q in %dx%d: %v", c.view, c.w, c.h, err)
		}
	}
}

func TestSizesCoverTheEnds(t *testing.T) {
	t.Parallel()
	seen := map[[2]int]bool{}
	kittest.Sizes(func(w, h int) bool { seen[[2]int{w, h}] = true; return true })
	for _, s := range [][2]int{{1, 1}, {250, 50}, {1, 50}, {250, 1}, {80, 33}, {173, 24}} {
		if !seen[s] {
			t.Errorf("%v is not tried", s)
		}
	}
}
