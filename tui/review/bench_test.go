package review_test

import (
	"testing"

	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/review"
)

// BenchmarkKey is one key and its frame: the list is not prepared again.
func BenchmarkKey(b *testing.B) {
	d, book := desktest.New(b)
	d.Nav.SetSize(120, 40)
	d.Nav.Push(review.New(d, book.Maja))
	keys := []string{"down", "up"}
	for i := 0; b.Loop(); i++ {
		d.Nav.Update(kit.Press(keys[i%2]))
		_ = d.Nav.View()
	}
}

// BenchmarkPrepared is the page made anew, as after each answer.
func BenchmarkPrepared(b *testing.B) {
	d, book := desktest.New(b)
	for b.Loop() {
		_ = review.New(d, book.Maja)
	}
}
