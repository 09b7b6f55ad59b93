//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const (
	passphrase = "a kettle that sings in winter"
	dayOfDemo  = "2026-11-23" // the day the made-up caseload is dated around
)

// stage is what the journeys share: the program, and made-up stores to copy.
type stage struct {
	program string
	shipped string // a store made by the program as it is shipped
	quick   string // one whose keys are cheap to derive
}

// TestOnATerminal walks through the program as it is shipped, on a terminal of
// its own, reading nothing but the screen.
func TestOnATerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	on := stage{program: built(t), shipped: h.at("shipped.footprint"), quick: h.at("quick.footprint")}
	for store, program := range map[string]string{on.shipped: on.program, on.quick: cheap(t)} {
		made := h.runs(t, program, "--today", dayOfDemo, "--passphrase-file", h.at("pw"), "demo", "--out", store)
		if made.code != exitDone || made.err != "" {
			t.Fatalf("demo --out: %+v", made)
		}
	}
	for name, walk := range map[string]func(*testing.T, stage){
		"prepare a review at 80x24":  func(t *testing.T, on stage) { prepareAReview(t, on, 80, 24) },
		"prepare a review at 120x40": func(t *testing.T, on stage) { prepareAReview(t, on, 120, 40) },
		"the demonstration":          theDemonstration,
		"first run":                  firstRun,
		"wrong passphrase":           wrongPassphrase,
		"locking":                    locking,
		"a second window":            aSecondWindow,
		"hiding names":               hidingNames,
		"no colour":                  noColour,
		"Esc never leaves":           escNeverLeaves,
		"windows of every size":      windowsOfEverySize,
		"watch a child":              watchAChild,
		"chair a review":             chairAReview,
		"a draft outlives a kill":    aDraftOutlivesAKill,
		"a bad passphrase":           badPassphrase,
		"hurt files":                 hurtFiles,
		"a partly hurt file":         partlyHurt,
		"no store":                   noStore,
		"a read-only folder":         readOnlyFolder,
		"a full disk":                fullDisk,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			walk(t, on)
		})
	}
}

// has puts a copy of a made-up store into a home and gives its path.
func (h home) has(t testing.TB, store string) string {
	t.Helper()
	for _, suffix := range []string{"", ".keys", ".drafts"} {
		data, err := os.ReadFile(store + suffix)
		if err == nil {
			err = os.WriteFile(h.at("case.footprint"+suffix), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return h.at("case.footprint")
}

// unlocks opens the app on a store and types the passphrase.
func (h home) unlocks(t testing.TB, w, height int, program, store string) *screen {
	t.Helper()
	s := h.opens(t, w, height, program, "--today", dayOfDemo, "--store", store)
	s.sees("Passphrase")
	s.types(passphrase)
	s.press("enter")
	s.sees("Caseload", "children")
	return s
}

// finds narrows the caseload to the one child a text finds.
func (s *screen) finds(text, child string) {
	s.t.Helper()
	s.press("/")
	s.sees("Find:")
	s.types(text)
	s.sees("1 of", child)
	s.press("enter")
	s.sees("? all keys")
}

var readyWords = regexp.MustCompile(`(\d+) of (\d+) ready`)

// ready gives how many items the review's first line says are ready.
func (s *screen) ready() int {
	s.t.Helper()
	s.sees(" ready")
	n, err := strconv.Atoi(readyWords.FindStringSubmatch(s.term.String())[1])
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

// seesReady waits for so many items ready, stored.
func (s *screen) seesReady(n int) {
	s.t.Helper()
	s.sees(fmt.Sprintf(" %d of ", n), "saved")
}

// prepareAReview is the main job: find a child, ask why the review is due,
// prepare it, leave, and find everything there again.
func prepareAReview(t *testing.T, on stage, w, height int) {
	h := newHome(t)
	store := h.has(t, on.shipped)
	s := h.unlocks(t, w, height, on.program, store)
	s.finds("sion", "Aled Siôn")
	s.press("enter")
	s.sees("Aled Siôn, 9", "C-0001", "What is due")
	s.press("w")
	s.sees("Why Tue 17 Nov 2026?", "within three months of the first", "Mon 17 Aug 2026", "CPPCR 33(2)", "RT-02")
	s.press("esc")
	s.sees("What is due")

	s.press("r")
	s.sees("Planning conversation", "Papers")
	before := s.ready()
	s.press("space") // what is late is selected: its day is all it asks
	s.sees("today?")
	s.press("tab")
	s.sees("Mon 23 Nov 2026", "[ Done ]")
	s.press("ctrl+s")
	s.seesReady(before + 1)
	s.presses("tab", "~ > Receive the social worker's report")
	s.press("x")
	s.sees("not done", "Why *")
	s.press("ctrl+s") // no reason, no answer
	s.sees("This is needed", "This form is not saved yet")
	s.types("promised for Friday by Mr Nwosu")
	s.press("ctrl+s")
	s.seesReady(before + 1) // answered, and still not ready
	s.press("down", "-")
	s.sees("does not apply", "Why *")
	s.types("no such plan is held")
	s.press("ctrl+s")
	s.seesReady(before + 2)

	s.press("n")
	s.sees("Note: ")
	s.types("Aled hopes for football on Saturdays; Mair said \"diolch, ŵyn bach\".")
	s.sees("draft kept")
	s.press("ctrl+s")
	s.sees("Note kept", "saved")
	s.press("n") // begun and left: a draft
	s.sees("Note: ", "hopes for football")
	s.press("enter")
	s.types("Half a thou")
	s.sees("Half a thou", "draft kept")
	s.press("esc")
	s.sees(" ready", "unfinished note")
	s.press("esc")
	s.sees("What is due")
	s.press("esc")
	s.sees("Find:")
	s.press("q")
	s.leavesWell()

	s = h.unlocks(t, w, height, on.program, store)
	s.finds("sion", "Aled Siôn")
	s.press("r")
	if got := s.ready(); got != before+2 {
		t.Fatalf("%d ready after opening again, %d before leaving", got, before+2)
	}
	s.presses("tab", "~ > Receive the current education")
	s.sees("promised for", "unfinished note")
	s.press("up")
	s.sees("– > Receive the current care plan")
	s.press("n")
	s.sees("Your unfinished note is here again", "Saturdays", "ŵyn bach", "Half a thou")
	s.press("esc")
	s.sees(" ready", "unfinished note")
	s.press("ctrl+c")
	s.leavesWell()
	h.holdsTheReview(t, on.program, store)
}

// holdsTheReview asks the command line for what was typed on the screens.
func (h home) holdsTheReview(t *testing.T, program, store string) {
	t.Helper()
	h.verified(t, program, store)
	shown := h.runs(t, program, "--today", dayOfDemo, "--store", store, "--passphrase-file", h.at("pw"), "show", "C-0001", "--json")
	var file struct {
		Entries []struct{ By, Kind, Text, On string }
	}
	if err := json.Unmarshal([]byte(shown.out), &file); err != nil || shown.code != exitDone {
		t.Fatalf("show: %v: %+v", err, shown)
	}
	for _, text := range []string{"promised for Friday by Mr Nwosu", "no such plan is held", "football on Saturdays; Mair said \"diolch, ŵyn bach\""} {
		n := 0
		for _, e := range file.Entries {
			if strings.Contains(e.Text, text) && e.On == dayOfDemo {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d entries say %q, want one", n, text)
		}
	}
}

// verified asks that every record opens and every chain holds.
func (h home) verified(t testing.TB, program, store string) {
	t.Helper()
	if got := h.runs(t, program, "--passphrase-file", h.at("pw"), "verify", store); got.code != exitDone || !strings.HasPrefix(got.out, "Whole: ") {
		t.Fatalf("verify: %+v", got)
	}
}

// theDemonstration needs nothing, and leaves nothing behind.
func theDemonstration(t *testing.T, on stage) {
	h := newHome(t)
	s := h.opens(t, 80, 24, on.program, "demo")
	s.sees("Caseload", " overdue", "5 this week")
	if first, _, _ := strings.Cut(s.term.String(), "\n"); !strings.Contains(first, "Caseload") {
		t.Errorf("the first line is %q", first)
	}
	if held, _ := filepath.Glob(h.at("tmp/*/*.footprint")); len(held) != 1 {
		t.Errorf("stores in the temporary folder: %v", held)
	}
	s.press("ctrl+l")
	s.sees("Locked.", "there is no passphrase")
	s.press("enter")
	s.sees("Caseload", " overdue")
	s.press("q")
	s.leavesWell()
	for _, dir := range []string{"tmp", "data", "state"} {
		left, err := os.ReadDir(h.at(dir))
		if err != nil || len(left) != 0 {
			t.Errorf("left in %s: %v %v", dir, left, err)
		}
	}
}
