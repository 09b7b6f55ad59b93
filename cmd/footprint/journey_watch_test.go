//go:build unix

package main

import (
	"regexp"
	"strings"
	"testing"
)

// watchAChild asks what a change would do to the dates, reports an event to a
// decision, and finds it there in the file and from the command line.
func watchAChild(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.shipped)
	s := h.unlocks(t, 80, 24, on.program, store)
	s.finds("kowalska", "Maja Kowalska")
	s.press("enter")
	s.sees("Maja Kowalska, 14", "More about the child")
	ref := regexp.MustCompile(`C-\d{4}`).FindString(s.row("Maja Kowalska"))

	s.press("c")
	s.sees("Maja Kowalska: clocks", "governs")
	s.press("f", "enter")
	s.sees("What if the review is held?", "Nothing is saved")
	s.press("ctrl+s")
	s.sees("Nothing is saved. On", "What moves", "7th review")
	s.press("esc", "esc")
	s.sees("What is due")

	s.press("a")
	s.sees("What happened", "Decision")
	s.types("exclu")
	s.press("tab")
	s.types("19/11/2026")
	s.press("tab")
	s.types("20/11/2026")
	s.press("tab")
	s.types("the school")
	s.press("tab")
	s.types("three days, a fight")
	s.press("tab")
	s.types("it was not my fault")
	s.press("tab")
	s.types("no rev")
	s.press("tab")
	s.types("the plan still works")
	s.press("tab")
	s.types("J. Osei")
	s.press("ctrl+s")
	s.sees("Event kept: no review is needed", "saved")
	s.press("i")
	s.sees("events and changes", "Exclusion from school", "no review")
	s.press("esc", "esc")
	s.sees("Caseload")
	s.press("q")
	s.leavesWell()

	shown := h.runs(t, on.program, "--today", dayOfDemo, "--store", store, "--passphrase-file", h.at("pw"), "show", ref, "--json")
	for _, want := range []string{`"kind":"event"`, "Exclusion from school", "the plan still works"} {
		if !strings.Contains(strings.ReplaceAll(shown.out, `": `, `":`), want) {
			t.Errorf("show does not tell %q", want)
		}
	}
}
