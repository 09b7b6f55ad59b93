//go:build unix

package main

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The days of the journey: the review, the manager's days (received on the
// fourth working day, five more), and a day past the first decisions' days.
const (
	dayOfReview  = "2026-11-27"
	dayOfReceipt = "2026-12-03"
	dayOfSilence = "2026-12-11" // the manager's fifth day was Thu 10 Dec
	dayLate      = "2027-01-12"
)

// sixDecisions are what the review decides, two of them wanted before Christmas.
var sixDecisions = [...]struct{ need, outcome, what, by string }{
	{"Maja wants her own key", "She comes and goes like her friends", "Give Maja a door key", "4/12/2026"},
	{"Maja needs help with maths", "She passes in June", "Pay for a maths tutor", "18/12/2026"},
	{"Maja misses her grandmother", "They speak each month", "Set up a monthly call to Warsaw", "18/12/2026"},
	{"Maja needs new glasses", "She sees the board", "Take Maja to the optician", "29/1/2027"},
	{"Maja wants to know who decides", "She can go to a sleepover the same day", "Write down what the carers may decide", "29/1/2027"},
	{"Maja needs her story", "She can say why she came into care", "Hold three sessions of life story work", "26/2/2027"},
}

// chairAReview prepares a review, chairs it with six decisions and closes it;
// one decision is then refused, one met with silence and one done, and as the
// days go by the right alerts appear.
func chairAReview(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	s := h.unlocksOn(t, dayOfReview, on.program, store)
	s.finds("kowalska", "Maja Kowalska")
	s.press("enter")
	s.sees("Maja Kowalska, 14", "What is due")
	s.press("r")
	s.sees(" ready")
	s.presses("down", "> Speak with the child in private")
	s.press("space")
	s.sees("Done on")
	s.types("today")
	s.press("ctrl+s")
	s.sees("Done", "saved")
	s.press("esc")
	s.sees("What is due")

	s.press("b")
	s.sees("6th review, in the room", "b decides")
	s.press("b")
	s.sees("Go ahead or adjourn?")
	s.types("goes")
	s.press("tab")
	s.types("today")
	s.sees("It is recorded on Fri 27 Nov 2026", "The next review is then due by Thu 27 May 2027")
	s.press("ctrl+s")
	s.sees("went ahead Fri 27 Nov 2026")
	s.press("k")
	s.sees("How does the child take part?", "PN1")
	s.seesNot("PN0")
	s.press("enter")
	s.sees("How the child takes part: kept")
	for letter, words := range map[string]string{"d": "Long-term fostering with the Bakers stands.", "f": "Janet bakes with her; she laughs a lot."} {
		s.press("g")
		s.sees("Press its letter")
		s.press(letter)
		s.sees("0 words")
		s.types(words)
		s.sees("draft kept")
		s.press("ctrl+d")
		s.sees("Words kept", words[:20])
	}
	s.press("w")
	s.sees("In the child's own words")
	s.types("Do not tell them I was crying on Sunday")
	s.press("tab", "tab", "tab", "tab")
	s.types("today")
	s.press("ctrl+s")
	s.sees("Kept, private")

	s.press("d")
	for i, d := range sixDecisions {
		s.sees("Decision "+string(rune('1'+i)), "Need")
		for _, text := range []string{d.need, d.outcome, d.what} {
			s.types(text)
			s.press("tab")
		}
		s.press("tab") // who: as offered
		s.types(d.by)
		s.press("tab", "tab") // the manager: as offered
		if i+1 < len(sixDecisions) {
			s.press("ctrl+n")
		} else {
			s.press("ctrl+s")
		}
	}
	s.sees("in the room", "6 decisions")
	s.presses("down", "> Keep or change the plan")
	s.press("space")
	s.sees("Keep or change the plan")
	s.types("today")
	s.press("ctrl+s")
	s.sees("Done")
	s.press("c")
	s.sees("Close the review", "Last meeting held on")
	s.types("today")
	s.press("tab")
	s.types("28/5/2027")
	s.sees("is after the next review's limit, Thu 27 May 2027")
	for range len("28/5/2027") {
		s.press("backspace")
	}
	s.types("20/5/2027")
	s.sees("half-way is", "Decisions go out by Fri 4 Dec")
	s.press("ctrl+s") // duties are open: no reason, no closing
	s.sees("This is needed", "still open")
	s.types("Talked of together, to be written up this week")
	s.press("ctrl+s")
	s.sees("after the review", "completed Fri 27 Nov 2026", "by Fri 4 Dec", "by Fri 18 Dec", "by Tue 29 Dec")
	h.makesPapers(t, s)
	s.press("ctrl+c")
	s.leavesWell()

	h.answersDecisions(t, on, store)
	h.seesTheAlerts(t, on, store)
	h.verified(t, on.program, store)
}

// makesPapers makes the record and the letter to the child, and looks into both
// files for what was said in private.
func (h home) makesPapers(t *testing.T, s *screen) {
	t.Helper()
	s.press("P")
	s.sees("Maja Kowalska: papers", "From the review of Fri 27 Nov 2026", "> Review record")
	s.press("enter")
	s.sees("Record of the 6th review", "m make it")
	s.press("m")
	s.sees("The folder papers go to")
	s.types(h.at("papers"))
	s.press("ctrl+s")
	s.sees("Make it as which kind of file?", "> Word")
	s.press("enter")
	s.sees("Written: C-0002 review record 2026-11-27.docx")
	s.press("esc")
	s.sees("From the review of", "C-0002 review record 2026-11-27.docx")
	s.presses("down", "> To the child")
	s.press("enter")
	s.sees("Dear Maja,")
	s.press("m")
	s.sees("> Word")
	s.press("enter")
	s.sees("Written: C-0002 letter to the child")
	made, err := filepath.Glob(filepath.Join(h.at("papers"), "*.docx"))
	if err != nil || len(made) != 2 {
		t.Fatalf("made %v, %v", made, err)
	}
	for _, path := range made {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
		text := unzipped(t, path)
		if !strings.Contains(text, "Maja") || strings.Contains(text, "crying on Sunday") {
			t.Errorf("%s holds what was said in private, or nothing", path)
		}
	}
}

// unzipped is the text of every part of a Word file.
func unzipped(t *testing.T, path string) string {
	t.Helper()
	parts, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = parts.Close() }()
	var all strings.Builder
	for _, part := range parts.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// answersDecisions sends the decisions, and has the second refused and the
// first done; the others are met with silence.
func (h home) answersDecisions(t *testing.T, on stage, store string) {
	t.Helper()
	s := h.unlocksOn(t, dayOfReceipt, on.program, store)
	s.finds("kowalska", "Maja Kowalska")
	s.press("D")
	s.sees("Maja Kowalska: decisions", "6th review, Fri 27 Nov")
	s.presses("down", "> 1     Give Maja a door key")
	s.press("s")
	s.sees("Written up on")
	s.types("2/12/2026")
	s.press("tab")
	s.types("Pauline Hallam")
	s.press("tab")
	s.types("2/12/2026")
	s.press("tab")
	s.types("today")
	s.press("ctrl+s")
	s.sees("answer due by Thu 10 Dec")
	s.press("space")
	s.sees("What shows it")
	s.types("today")
	s.press("tab")
	s.types("She showed me the key")
	s.press("ctrl+s")
	s.sees("done Thu 3 Dec")
	s.presses("down", "> 2     Pay for a maths tutor")
	s.press("m")
	s.sees("Pay for a maths tutor", "Answer")
	s.types("today")
	s.presses("tab", "‹ not answered ›")
	s.press("tab")
	s.types("disag")
	s.press("tab")
	s.types("No money before April")
	s.press("ctrl+s")
	s.sees("1 refused")
	s.press("ctrl+c")
	s.leavesWell()
}

// seesTheAlerts moves the day on: silence has agreed on the right day, the
// refusal asks for a talk, and what is late asks for an alert.
func (h home) seesTheAlerts(t *testing.T, on stage, store string) {
	t.Helper()
	due := func(day string) string {
		got := h.runs(t, on.program, "--today", day, "--store", store, "--passphrase-file", h.at("pw"), "due", "--child", "C-0002", "--csv")
		if got.code != exitDone {
			t.Fatalf("due: %+v", got)
		}
		return got.out
	}
	last := due("2026-12-10")
	if !strings.Contains(last, "DE-04") || !strings.Contains(last, ",awaiting,") {
		t.Errorf("on the fifth day the manager's answer is awaited:\n%s", last)
	}
	after := due(dayOfSilence)
	if strings.Contains(after, "DE-04") {
		t.Errorf("silence has agreed, and nothing is awaited:\n%s", after)
	}
	if !strings.Contains(after, "DE-07") {
		t.Errorf("the refusal asks for an informal talk:\n%s", after)
	}
	late := due(dayLate)
	for _, want := range []string{"DE-08,,la,", "monthly call to Warsaw", "DE-09", "overdue"} {
		if !strings.Contains(late, want) {
			t.Errorf("%q is not due on %s:\n%s", want, dayLate, late)
		}
	}
	if strings.Contains(late, "door key") {
		t.Errorf("what was done is asked for again:\n%s", late)
	}

	s := h.unlocksOn(t, dayLate, on.program, store)
	s.finds("kowalska", "Maja Kowalska")
	s.press("D")
	s.presses("down", "> 3     Set up a monthly call")
	s.sees("days late", "no answer, so agreed since Fri 11 Dec 2026")
	s.presses("up", "> 2     Pay for a maths tutor")
	s.sees("refused Thu 3 Dec 2026")
	s.press("ctrl+c")
	s.leavesWell()
}

// unlocksOn opens the app on a store, pretending a day, in a tall window.
func (h home) unlocksOn(t testing.TB, day, program, store string) *screen {
	t.Helper()
	s := h.opens(t, 100, 44, program, "--today", day, "--store", store)
	s.sees("Passphrase")
	s.types(passphrase)
	s.press("enter")
	s.sees("Caseload", "children")
	return s
}
