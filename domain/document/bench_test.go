package document_test

import (
	"fmt"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
)

// BenchmarkGuard reads a long paper against a long private note.
func BenchmarkGuard(b *testing.B) {
	words := func(seed, n int) string {
		var out strings.Builder
		for i := range n {
			fmt.Fprintf(&out, "w%d ", (i*7919+seed)%5003)
			if i%12 == 11 {
				out.WriteString(". ")
			}
		}
		return out.String()
	}
	e := maja()
	e.on("2026-05-05", &casefile.NoteWritten{Text: words(1, 30000), Private: true})
	s := subject(e, thisID)
	d := paper(words(2, 30000))
	r := document.Reader{Copy: casefile.Redacted}
	for b.Loop() {
		document.Guard(s, r, d)
	}
}

func BenchmarkRecord(b *testing.B) {
	s := subject(maja(), thisID)
	r := document.Reader{Copy: casefile.Redacted}
	for b.Loop() {
		d, err := document.Record(s, r)
		if err != nil {
			b.Fatal(err)
		}
		document.Guard(s, r, d)
	}
}
