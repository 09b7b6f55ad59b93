package casejson

import (
	"encoding/json"
	"strings"
	"testing"

	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// FuzzRead: whatever is read, there is an answer that can be printed or a coded
// error with a hint.
func FuzzRead(f *testing.F) {
	for _, e := range allExamples() {
		f.Add(e.doc)
	}
	f.Add(`{"planned":"2026-06-10","reviews_before":-1}`)
	f.Add(`{"episodes":[{"start":"2199-12-31"}],"today":"2199-12-31"}`)
	usual := date(f, "2026-06-10")
	f.Fuzz(func(t *testing.T, doc string) {
		in, err := Read(strings.NewReader(doc))
		if err != nil {
			worded(t, err)
			return
		}
		today, cal := usual, workday.Calendar{}
		if in.Today.Known() {
			today = in.Today.Date
		}
		_, clocks, err := in.Dates(today, cal, practice.Readings{})
		if err != nil {
			worded(t, err)
			return
		}
		if _, err := json.Marshal(Of(in.Child, clocks, cal, today, true)); err != nil {
			t.Errorf("the answer cannot be printed: %v", err)
		}
	})
}

func worded(t *testing.T, err error) {
	t.Helper()
	if fault.CodeOf(err) == "" || fault.HintOf(err) == "" {
		t.Errorf("an error without words: %q", err)
	}
}
