package main

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"footprint/cmd/footprint/internal/casejson"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// TestTheHelpShowsACaseThatIsRead: the case in the help of dates names every
// field there is, is read to the letter and gives dates.
func TestTheHelpShowsACaseThatIsRead(t *testing.T) {
	t.Parallel()
	_, rest, _ := strings.Cut(datesLong, "\n\n    {")
	doc, _, _ := strings.Cut(rest, "\n\nDates are written")
	doc = "{" + doc
	in, err := casejson.Read(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if _, clocks, err := in.Dates(in.Today.Date, workday.Calendar{}, practice.Readings{}); err != nil || len(clocks.Deadlines) == 0 {
		t.Errorf("%v: %v", err, clocks.Deadlines)
	}
	var shown map[string]any
	if err := json.Unmarshal([]byte(doc), &shown); err != nil {
		t.Fatal(err)
	}
	for f := range reflect.TypeFor[casejson.Input]().Fields() {
		if _, ok := shown[f.Tag.Get("json")]; !ok {
			t.Errorf("the help says nothing of %q", f.Tag.Get("json"))
		}
	}
}
