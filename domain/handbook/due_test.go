package handbook_test

import (
	"testing"

	"footprint/domain/handbook"
)

// TestItemsCarryTheirDueCode holds each item's Due against its code.
func TestItemsCarryTheirDueCode(t *testing.T) {
	t.Parallel()
	for _, m := range handbook.Modules() {
		for _, item := range m.Items {
			due, err := handbook.ParseDue(item.DueCode)
			if err != nil || due != item.Due {
				t.Errorf("%s: %q reads as %+v, %v; the table has %+v", item.ID, item.DueCode, due, err, item.Due)
			}
			if item.Due.Anchor.Words() == "" || item.Due.Floor != "" && item.Due.Floor.Words() == "" {
				t.Errorf("%s: %+v has no words", item.ID, item.Due)
			}
		}
	}
	if _, err := handbook.ParseDue("R-15"); err == nil {
		t.Error("ParseDue took a code that no checklist uses")
	}
}

func TestDueWords(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"R":              "on the day of the review",
		"R-1WD":          "1 working day before the day of the review",
		"R-15WD":         "15 working days before the day of the review",
		"C+5WD":          "5 working days after the day the review was completed",
		"M+6WD":          "6 working days after the day the manager received the decisions",
		"L+1WD":          "1 working day after the day the child became looked after",
		"F+10WD":         "10 working days after the start of the first placement",
		"REM+5WD":        "5 working days after the day of the remand",
		"18-20WD":        "20 working days before the 18th birthday",
		"IRH-5WD":        "5 working days before the Issues Resolution Hearing",
		"MID":            "half-way between reviews",
		"event":          "when it happens",
		"max(R-20WD, L)": "20 working days before the day of the review, but no earlier than the day the child became looked after",
	}
	for code, want := range tests {
		due, err := handbook.ParseDue(code)
		if got := due.Words(); err != nil || got != want {
			t.Errorf("%s in words is %q (%v), want %q", code, got, err, want)
		}
	}
}
