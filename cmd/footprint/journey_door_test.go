//go:build unix

package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/hinshun/vt10x"
)

var codeGroup = regexp.MustCompile(`\b([1-9])  ([0-9A-Z]{4})\b`)

// firstRun makes a caseload through the screens, in the usual place.
func firstRun(t *testing.T, _ stage) {
	h := newHome(t)
	program := cheap(t)
	s := h.opens(t, 80, 24, program)
	s.sees("Welcome to Footprint", "needs no network", "Enter  begin")
	s.press("enter")
	s.sees("Your name", "Make my caseload")
	s.types("Rhiannon Quaye")
	s.press("tab")
	s.types("password1234")
	s.press("tab")
	s.types("password1234")
	s.press("ctrl+s")
	s.sees("words that guessers try", "Make my caseload")
	s.press("esc")
	s.sees("not made yet", "still in the form")
	s.press("ctrl+q")
	s.leavesWell()
	if _, err := os.Stat(h.at("data/footprint")); err == nil {
		t.Fatal("something was made before the passphrase was good")
	}

	s = h.opens(t, 80, 24, program)
	s.sees("Enter  begin")
	s.press("enter")
	s.sees("Your name")
	s.types("Rhiannon Quaye")
	s.press("tab")
	s.types(passphrase)
	s.press("tab")
	s.types(passphrase)
	s.press("ctrl+s")
	s.sees("Your recovery code", "only this once")
	groups := map[string]string{}
	for _, g := range codeGroup.FindAllStringSubmatch(s.term.String(), -1) {
		groups[g[1]] = g[2]
	}
	s.press("enter")
	s.sees("From your paper")
	asked := regexp.MustCompile(`Group ([1-9])`).FindAllStringSubmatch(s.term.String(), -1)
	if len(asked) != 2 || groups[asked[0][1]] == "" || groups[asked[1][1]] == "" {
		t.Fatalf("asked for %v of %v:\n%s", asked, groups, s.term.String())
	}
	s.types("WRNG")
	s.press("tab")
	s.types(groups[asked[1][1]])
	s.press("ctrl+s")
	s.sees("not what the code says")
	for range "WRNG" {
		s.press("backspace")
	}
	s.types(strings.ToLower(groups[asked[0][1]]))
	s.press("ctrl+s")
	s.sees("Caseload", "add a child", "saved")
	s.press("q")
	s.leavesWell()

	s = h.opens(t, 80, 24, program)
	s.sees("Passphrase", "data/footprint/caseload")
	s.types(passphrase)
	s.press("enter")
	s.sees("Caseload")
	s.press("q")
	s.leavesWell()
	h.verified(t, program, h.at("data/footprint/caseload.footprint"))
}

// wrongPassphrase is told in words, and the right one opens.
func wrongPassphrase(t *testing.T, on stage) {
	h := newHome(t)
	s := h.opens(t, 80, 24, on.program, "--today", dayOfDemo, "--store", h.has(t, on.quick))
	s.sees("Passphrase")
	s.press("enter")
	s.sees("Type your passphrase")
	s.types("a kettle that sings in sumer")
	s.press("enter")
	s.sees("passphrase", "does not open")
	s.seesNot("Caseload")
	s.types(passphrase)
	s.press("enter")
	s.sees("Caseload", " overdue")
	s.press("q")
	s.leavesWell()
}

// locking clears the screen of every name and asks for the passphrase again.
func locking(t *testing.T, on stage) {
	h := newHome(t)
	s := h.unlocks(t, 80, 24, on.program, h.has(t, on.quick))
	s.finds("sion", "Aled Siôn")
	s.press("n")
	s.sees("Note")
	s.types("in the middle of")
	s.sees("in the middle of", "draft kept")
	s.press("ctrl+l")
	s.sees("Locked", "Everything is saved")
	s.seesNot("Aled", "middle", "Siôn")
	s.types(passphrase)
	s.press("enter")
	s.sees("Caseload", " overdue")
	s.finds("sion", "Aled Siôn")
	s.press("n")
	s.sees("unfinished note", "in the middle of")
	s.press("esc")
	s.sees("Caseload")
	s.press("q")
	s.leavesWell()
}

// aSecondWindow is told at once, and the first goes on.
func aSecondWindow(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	s := h.unlocks(t, 80, 24, on.program, store)
	second := h.opens(t, 80, 24, on.program, "--store", store, "--passphrase-file", h.at("pw"))
	h.told(t, second.leaves(), exitLocked, "open in another window")
	h.told(t, h.runs(t, on.program, "--store", store, "--passphrase-file", h.at("pw"), "due"), exitLocked, "open in another window")
	h.told(t, h.opens(t, 80, 24, on.program, "--store", store).leaves(), exitLocked, "open in another window")
	s.press("down")
	s.sees("> Aled Siôn")
	s.press("q")
	s.leavesWell()
	again := h.unlocks(t, 80, 24, on.program, store)
	again.press("q")
	again.leavesWell()
}

// hidingNames leaves initials and references.
func hidingNames(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	s := h.unlocks(t, 120, 40, on.program, store)
	s.sees("Aled Siôn", "Declan Roche")
	s.press("ctrl+p")
	s.sees("names hidden", "C-0001")
	s.seesNot("Aled", "Siôn", "Declan", "Quayside")
	s.press("enter")
	s.sees("What is due")
	s.seesNot("Declan", "Roche", "Quayside", "01632")
	s.press("esc")
	s.sees("Caseload")
	s.press("ctrl+p")
	s.sees("Aled Siôn")
	s.press("q")
	s.leavesWell()

	s = h.opens(t, 80, 24, on.program, "--today", dayOfDemo, "--store", store, "--passphrase-file", h.at("pw"), "--no-names")
	s.sees("Caseload", "names hidden", "C-0001")
	s.seesNot("Aled", "Siôn")
	s.press("q")
	s.leavesWell()
}

// coloured counts the cells on screen that have a colour of their own.
func (s *screen) coloured() (n int) {
	s.term.Lock()
	defer s.term.Unlock()
	w, h := s.term.Size()
	for y := range h {
		for x := range w {
			if c := s.term.Cell(x, y); c.FG != vt10x.DefaultFG || c.BG != vt10x.DefaultBG {
				n++
			}
		}
	}
	return n
}

// noColour says everything by word and sign.
func noColour(t *testing.T, on stage) {
	h := newHome(t)
	s := h.opens(t, 80, 24, on.program, "demo")
	s.sees("Caseload", " overdue", " ! > ", "? all keys")
	if s.coloured() == 0 {
		t.Error("there is no colour where there should be some")
	}
	s.press("q")
	s.leavesWell()
	h.env = append(h.env, "NO_COLOR=1")
	s = h.opens(t, 80, 24, on.program, "demo")
	s.sees("Caseload", " overdue", " ! > ", "? all keys")
	if n := s.coloured(); n != 0 {
		t.Errorf("%d cells have a colour under NO_COLOR", n)
	}
	s.press("down")
	s.until("the cursor to move", func(string) bool {
		return strings.Contains(s.row(" > "), "Aled") || !strings.Contains(s.row(" > "), "Declan")
	})
	s.press("q")
	s.leavesWell()
}

// escNeverLeaves climbs to the top and stays there.
func escNeverLeaves(t *testing.T, on stage) {
	h := newHome(t)
	s := h.opens(t, 80, 24, on.program, "demo")
	s.sees("Caseload")
	s.press("enter")
	s.sees("What is due")
	s.press("w")
	s.sees("Why ")
	s.press("r")
	for range 8 {
		s.press("esc")
	}
	s.sees("Caseload", " overdue")
	s.press("/")
	s.types("qqq") // q is a letter while finding
	s.sees("No child matches")
	s.press("esc")
	s.sees(" overdue")
	s.press("q")
	s.leavesWell()
}

// windowsOfEverySize may be dragged about while the program runs.
func windowsOfEverySize(t *testing.T, on stage) {
	h := newHome(t)
	s := h.opens(t, 20, 5, on.program, "demo")
	s.sees("Caseload")
	for _, size := range [][2]int{{1, 1}, {2, 2}, {20, 5}, {59, 14}, {250, 50}, {1, 50}, {250, 1}, {60, 15}} {
		s.resize(size[0], size[1])
		s.press("down", "enter")
		s.taken()
		s.press("r")
		s.taken()
		s.press("esc", "esc")
	}
	s.resize(120, 40)
	s.sees("Caseload", " overdue", "5 this week", "? all keys", "council's number")
	s.resize(80, 24)
	s.seesNot("council's number")
	s.sees("Caseload", " overdue", "? all keys")
	s.press("q")
	s.leavesWell()
}

// aDraftOutlivesAKill: nothing is saved "on exit".
func aDraftOutlivesAKill(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	s := h.unlocks(t, 80, 24, on.program, store)
	s.finds("sion", "Aled Siôn")
	s.press("n")
	s.sees("Note")
	s.types("the battery went fla")
	s.sees("battery went fla", "draft kept")
	s.taken()
	s.kill()
	s = h.unlocks(t, 80, 24, on.program, store)
	s.finds("sion", "Aled Siôn")
	s.press("n")
	s.sees("unfinished note", "the battery went fla")
	s.press("ctrl+s")
	s.sees("Note kept", "saved")
	s.press("q")
	s.leavesWell()
	h.verified(t, on.program, store)
}
