package main

import (
	"io"
	"os"
	"testing"

	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// TestDecisionsAndDisputesAreCountedInTheList: open_decisions and open_disputes
// of the contract come from the row, in JSON and in CSV.
func TestDecisionsAndDisputesAreCountedInTheList(t *testing.T) {
	t.Parallel()
	env := newEnvironment(os.Stdin, io.Discard, io.Discard)
	env.pretend = workday.Date(739943)
	b := &opened{env: env, practice: practice.Replay(nil)}
	c := b.child(caseload.Row{Ref: "C-0001", Since: env.pretend - 100, OpenDecisions: 3, OpenDisputes: 1})
	if c.OpenDecisions != 3 || c.OpenDisputes != 1 {
		t.Errorf("%+v", c)
	}
	cells := c.cells()
	for i, name := range childHeader {
		want := map[string]string{"open_decisions": "3", "open_disputes": "1"}[name]
		if want != "" && cells[i].text != want {
			t.Errorf("%s is %q, want %s", name, cells[i].text, want)
		}
	}
}
