package footprint_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/footprint"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/sheet"
)

func doors(d *desk.Desk) footprint.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	return footprint.Doors{
		Doors:   sheet.Doors{Rule: func(ids []string) kit.Page { return text("rule " + ids[0]) }},
		Concern: func(casefile.ID) kit.Page { return text("a concern") },
	}
}

// keep writes a line of Maja's log as the domain would.
func keep(t *testing.T, d *desk.Desk, id casefile.ID, l casefile.Logged, on string) {
	t.Helper()
	lines, err := d.Case(id).WriteLog(l, casefile.ID{}, desktest.Day(on), desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(id), lines, "Kept")
}

// full is Maja's log with one entry of most kinds.
func full(t *testing.T) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, b := desktest.New(t)
	keep(t, d, b.Maja, casefile.Logged{What: casefile.Footprint, Text: "Asked the school why Maja has no place.", Changed: "A place from 7 December.", Evidence: "The head's letter of 18 November", Minutes: 25}, "2026-11-18")
	keep(t, d, b.Maja, casefile.Logged{What: casefile.Contact, With: "Mrs Kowalska", Way: "call", Text: "Wants to know when contact starts again.", AskedOn: desktest.Day("2026-11-09"), Minutes: 10}, "2026-11-12")
	keep(t, d, b.Maja, casefile.Logged{What: casefile.GoodPractice, With: "J. Osei", Text: "Took Maja to see two schools.", ToldTo: "team manager"}, "2026-11-10")
	keep(t, d, b.Maja, casefile.Logged{What: casefile.PoorPractice, With: "School team", Text: "No answer to three letters."}, "2026-11-04")
	keep(t, d, b.Maja, casefile.Logged{What: casefile.Contact, With: "T. Baker", Text: "Left a message about the bedroom.", AskedOn: desktest.Day("2026-11-19"), Waiting: true}, "2026-11-19")
	d.Nav.Push(footprint.Log(d, b.Maja, doors(d)))
	d.Nav.Say(kit.Dim, "")
	return d, b
}

func view(d *desk.Desk) string { return strings.Join(strings.Fields(d.Nav.View()), " ") }

func see(t *testing.T, d *desk.Desk, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(view(d), text) {
			t.Errorf("%q is not on the screen:\n%s", text, d.Nav.View())
		}
	}
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	kittest.Golden(t, "log_80", d.Nav.View())
	d.Nav.Push(footprint.Quick(d, b.Maja))
	kittest.Golden(t, "quick_80", d.Nav.View())
	d.Nav.Pop()
	d.Nav.Push(footprint.Quick(d, casefile.ID{}))
	kittest.Golden(t, "whom_80", d.Nav.View())
}

func TestAFootprintFromAnywhere(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	d.Nav.Push(footprint.Quick(d, casefile.ID{}))
	desktest.Type(d, "kowal")
	see(t, d, "1 of 6")
	desktest.Press(d, "enter")
	see(t, d, "Footprint · Maja Kowalska", "23/11/2026")
	desktest.Press(d, "tab")
	desktest.Type(d, "Rang the school.")
	desktest.Press(d, "ctrl+s")
	log := d.Case(b.Maja).Log()
	if len(log) != 1 || log[0].What != casefile.Footprint || log[0].Text != "Rang the school." || log[0].On != desktest.Today {
		t.Fatalf("log %+v:\n%s", log, d.Nav.View())
	}
	if d.Nav.Depth() != 1 || len(b.Drafts()) != 0 {
		t.Errorf("it must go back to where it was opened, with no draft left: depth %d, %v", d.Nav.Depth(), b.Drafts())
	}
	d.Undo()
	if len(d.Case(b.Maja).Log()) != 0 {
		t.Error("undo takes it back")
	}
}

func TestOnlyTheFieldsTheKindNeeds(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	d.Nav.SetSize(80, 40)
	d.Nav.Push(footprint.Quick(d, b.Maja))
	for kind, want := range map[string][2]string{
		"footprint": {"How you know", "With whom"}, "contact": {"With whom", "How you know"}, "check": {"What changed for the child", "Who was told"},
		"good": {"Worker or team", "Minutes"}, "poor": {"Who was told", "What changed"}, "barrier": {"Who was told", "Worker or team"},
	} {
		desktest.Type(d, kind)
		see(t, d, want[0])
		if strings.Contains(view(d), want[1]) {
			t.Errorf("%s does not need %s:\n%s", kind, want[1], d.Nav.View())
		}
		desktest.Press(d, "backspace")
	}
}

func TestSomebodyWhoTriedToCallWaitsAndIsAnswered(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	d.Nav.SetSize(80, 40)
	d.Nav.Push(footprint.Log(d, b.Maja, doors(d)))
	desktest.Press(d, "a")
	desktest.Type(d, "contact")
	desktest.Press(d, "tab")
	desktest.Type(d, "the aunt")
	desktest.Press(d, "tab", "tab")
	desktest.Type(d, "Left a message.")
	desktest.Press(d, "tab", "tab")
	desktest.Type(d, "19 nov")
	desktest.Press(d, "tab")
	desktest.Type(d, "no")
	if strings.Contains(view(d), " Day ") {
		t.Errorf("an attempt that waits has no other day:\n%s", d.Nav.View())
	}
	desktest.Press(d, "ctrl+s")
	if waiting := d.Case(b.Maja).Unanswered(); len(waiting) != 1 || waiting[0].On != desktest.Day("2026-11-19") {
		t.Fatalf("waiting %+v:\n%s", waiting, d.Nav.View())
	}
	see(t, d, "Waits for your answer", "waits 4 days")
	to(t, d, "waits 4 days")
	desktest.Press(d, "r", "ctrl+s")
	if log := d.Case(b.Maja).Log(); len(log) != 1 || log[0].Waiting {
		t.Fatalf("log %+v:\n%s", log, d.Nav.View())
	}
	see(t, d, "answered in 4 days", "1 given, the longest after 4 days")
}

// to moves the cursor to the row that holds a text.
func to(t *testing.T, d *desk.Desk, text string) {
	t.Helper()
	desktest.Press(d, "home")
	for range 30 {
		for line := range strings.SplitSeq(d.Nav.View(), "\n") {
			if len(line) > 6 && strings.Contains(line[:6], ">") && strings.Contains(line, text) {
				return
			}
		}
		desktest.Press(d, "down")
	}
	t.Fatalf("no row with %q:\n%s", text, d.Nav.View())
}

func TestShowingOnlyPractice(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	desktest.Press(d, "f")
	desktest.Type(d, "good and poor")
	desktest.Press(d, "enter")
	see(t, d, "only: good and poor practice", "J. Osei: Took", "nobody told yet")
	if strings.Contains(view(d), "Asked the school") {
		t.Errorf("a footprint is no practice:\n%s", d.Nav.View())
	}
	desktest.Press(d, "esc")
	see(t, d, "Asked the school")
	if d.Nav.Depth() != 2 {
		t.Error("the first Escape shows everything again and stays")
	}
}

func TestHowTheCaseIsWatched(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	see(t, d, "not entered yet: Enter chooses it")
	desktest.Press(d, "m")
	desktest.Type(d, "close")
	desktest.Press(d, "tab")
	desktest.Type(d, "A call each fortnight")
	desktest.Press(d, "ctrl+s")
	if c := d.Case(b.Maja); c.Fact(casefile.FactMonitoring) != "close" || c.Fact("monitoring_how") != "A call each fortnight" {
		t.Errorf("not kept:\n%s", d.Nav.View())
	}
	see(t, d, "A call each fortnight")
}

func TestAnEntryIsChangedAndTakenBackAfterAQuestion(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	to(t, d, "Asked the school")
	desktest.Press(d, "enter", "tab")
	desktest.Type(d, " Twice.")
	desktest.Press(d, "ctrl+s")
	if log := d.Case(b.Maja).Log(); log[0].Text != "Asked the school why Maja has no place. Twice." || len(log) != 5 {
		t.Fatalf("log %+v", log)
	}
	to(t, d, "Asked the school")
	desktest.Press(d, "x", "x")
	if !strings.HasSuffix(d.Case(b.Maja).Log()[0].Text, "Twice.") {
		t.Error("x alone takes nothing back")
	}
	desktest.Press(d, "y")
	if got := d.Case(b.Maja).Log()[0].Text; got != "Asked the school why Maja has no place." {
		t.Errorf("what it corrected stands again: %q", got)
	}
}

func TestAnUnfinishedEntryIsKept(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	desktest.Press(d, "a", "tab")
	desktest.Type(d, "Half a sentence")
	desktest.Press(d, "esc")
	see(t, d, "an entry you began is kept")
	again := desktest.Reopen(t, b)
	again.Nav.Push(footprint.Quick(again, b.Maja))
	see(t, again, "Half a sentence")
}

func TestTheWaysOut(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{"R": "rule QA-02", "c": "a concern"} {
		d, _ := full(t)
		desktest.Press(d, "home", key)
		see(t, d, want)
	}
	d, b := desktest.New(t)
	d.Nav.Push(footprint.Log(d, b.Ben, footprint.Doors{}))
	desktest.Press(d, "c", "R")
	see(t, d, "nothing yet: a enters")
}

func TestTheRootIsToldWhatIsInFront(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	if log, ok := d.Nav.Focus().(*footprint.Page); !ok || log.About() != b.Maja || footprint.Writing(d.Nav.Focus()) {
		t.Error("the log is about Maja and is no form")
	}
	desktest.Press(d, "a")
	if !footprint.Writing(d.Nav.Focus()) {
		t.Error("an entry is being written")
	}
}

func TestHiddenNamesHideTheLog(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	d.Nav.SetSize(140, 50)
	d.Nav.Push(footprint.Quick(d, casefile.ID{}))
	desktest.Type(d, "maj")
	d.Hide(true)
	for _, page := range []string{"whom", "log"} {
		d.Nav.Update(desk.CaseRead{ID: b.Maja})
		for range 12 {
			desktest.Press(d, "down")
			for _, secret := range []string{"Maja", "maj", "Kowalska", "Osei", "Baker", "bedroom", "school"} {
				if strings.Contains(d.Nav.View(), secret) {
					t.Fatalf("%s: %s is on the screen:\n%s", page, secret, d.Nav.View())
				}
			}
		}
		d.Nav.Pop()
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{}, {"end"}, {"a"}, {"f"}, {"m"}, {"x"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _ := full(t)
			to(t, d, "Asked the school")
			desktest.Press(d, keys...)
			return d.Nav
		})
	}
	kittest.SweepPage(t, func() *kit.Nav {
		d, _ := desktest.New(t)
		d.Nav.Push(footprint.Quick(d, casefile.ID{}))
		return d.Nav
	})
}

func TestAPromiseIsKeptOnItsDay(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	keep(t, d, b.Maja, casefile.Logged{What: casefile.Promise, Text: "Ask about the football"}, "2026-11-19")
	if got := d.Case(b.Maja).Promises(); len(got) != 1 {
		t.Fatalf("promises %+v", got)
	}
	promise := d.Case(b.Maja).Log()[0].Logged
	promise.Kept = desktest.Day("2026-11-18")
	if _, err := d.Case(b.Maja).WriteLog(promise, casefile.ID{}, desktest.Day("2026-11-19"), desktest.Today); err == nil {
		t.Error("kept before it was made")
	}
	promise.Kept = desktest.Today
	lines, err := d.Case(b.Maja).WriteLog(promise, d.Case(b.Maja).Log()[0].Entry, desktest.Day("2026-11-19"), desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(b.Maja), lines, "kept")
	if got := d.Case(b.Maja).Promises(); len(got) != 0 {
		t.Errorf("still open: %+v", got)
	}
}
