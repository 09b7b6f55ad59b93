package event_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/event"
)

func TestTheIntakeOfAHospitalAdmission(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	before := book.Changes()
	desktest.Press(d, "a")
	desktest.Type(d, "admitted")
	desktest.Press(d, "tab")
	desktest.Type(d, "20 nov")
	desktest.Press(d, "tab")
	desktest.Type(d, "today")
	desktest.Press(d, "tab")
	desktest.Type(d, "J. Osei")
	desktest.Press(d, "tab")
	desktest.Type(d, "appendix")
	desktest.Press(d, "tab")
	desktest.Type(d, "phys")
	desktest.Press(d, "tab")
	desktest.Type(d, "Northshire General")
	desktest.Press(d, "tab")
	desktest.Type(d, "27 nov")
	desktest.Press(d, "tab", "tab")
	desktest.Type(d, "wants her foster mum there")
	desktest.Press(d, "tab")
	desktest.Type(d, "no review")
	desktest.Press(d, "tab")
	desktest.Type(d, "home within the week")
	desktest.Press(d, "tab")
	desktest.Type(d, "J. Osei")
	desktest.Press(d, "ctrl+s")

	events := maja(d, book).Events()
	if len(events) != 1 {
		t.Fatalf("events %+v:\n%s", events, d.Nav.View())
	}
	ev := events[0]
	if ev.What != casefile.HospitalEvent || ev.Decision != casefile.NoReview || ev.DecidedOn != desktest.Today || ev.On != desktest.Day("2026-11-20") || ev.AgreedWith != "J. Osei" {
		t.Errorf("event %+v", ev)
	}
	stays := maja(d, book).Periods(casefile.Hospital)
	want := casefile.PeriodStated{What: casefile.Hospital, From: ev.On, Code: "medical", Text: "Northshire General", Expected: desktest.Day("2026-11-27")}
	if len(stays) == 1 {
		want.ID = stays[0].ID
	}
	if len(stays) != 1 || stays[0] != want {
		t.Errorf("stays %+v", stays)
	}
	if book.Changes() != before+1 {
		t.Errorf("one act, not %d", book.Changes()-before)
	}
	if len(book.Drafts()) != 0 {
		t.Errorf("the draft goes when it is kept: %v", book.Drafts())
	}

	// Another day for the event moves the same stay.
	goTo(t, d, "hospital")
	desktest.Press(d, "enter", "tab")
	desktest.Type(d, "19 nov")
	desktest.Press(d, "ctrl+s")
	if stays := maja(d, book).Periods(casefile.Hospital); len(stays) != 1 || stays[0].From != desktest.Day("2026-11-19") || stays[0].Text != "Northshire General" {
		t.Errorf("stays %+v:\n%s", stays, d.Nav.View())
	}
}

func TestWhatAnEventBringsWithIt(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		kind string
		keys func(*desk.Desk)
		ok   func(*casefile.Case) bool
	}{
		"custody": {"taken into custody", func(d *desk.Desk) {
			desktest.Type(d, "serving")
			desktest.Press(d, "tab")
			desktest.Type(d, "Wetherby")
		}, func(c *casefile.Case) bool {
			p := c.Periods(casefile.Custody)
			return len(p) == 1 && p[0].Code == "sentence" && p[0].Text == "Wetherby" && p[0].From == desktest.Today
		}},
		"missing": {"ran away", func(d *desk.Desk) { desktest.Type(d, "today") }, func(c *casefile.Case) bool {
			p := c.Periods(casefile.Missing)
			return len(p) == 1 && p[0].From == desktest.Today && p[0].To == desktest.Today
		}},
		"charged":     {"charge", func(d *desk.Desk) { desktest.Type(d, "yes") }, func(c *casefile.Case) bool { return len(c.Periods(casefile.Charge)) == 1 }},
		"not charged": {"charge", func(d *desk.Desk) { desktest.Type(d, "no") }, func(c *casefile.Case) bool { return len(c.Periods(casefile.Charge)) == 0 }},
		"a panel against staying": {"secure", func(*desk.Desk) {}, func(c *casefile.Case) bool {
			p := c.Periods(casefile.Panel)
			return len(p) == 1 && p[0].Code == "against" && p[0].From == desktest.Today
		}},
		"visit": {"visit found", func(d *desk.Desk) {
			desktest.Type(d, "J. Osei")
			desktest.Press(d, "tab")
			desktest.Type(d, "yes")
		}, func(c *casefile.Case) bool {
			v := c.Visits()
			return len(v) == 1 && v[0].Concern && v[0].Alone && v[0].By == "J. Osei" && v[0].On == desktest.Today
		}},
	} {
		d, book := at(t)
		desktest.Press(d, "a")
		desktest.Type(d, tc.kind)
		desktest.Press(d, "tab")
		desktest.Type(d, "today")
		desktest.Press(d, "tab", "tab", "tab", "tab")
		tc.keys(d)
		for range 12 {
			if strings.Contains(d.Nav.View(), "> Decision") {
				break
			}
			desktest.Press(d, "tab")
		}
		desktest.Type(d, "decide later")
		desktest.Press(d, "ctrl+s")
		c := maja(d, book)
		if events := c.Events(); len(events) != 1 || !events[0].Open() || !tc.ok(c) {
			t.Errorf("%s: %+v\n%s", name, events, d.Nav.View())
		}
	}
}

func TestACriticalEventSaysToActNow(t *testing.T) {
	t.Parallel()
	d, _ := at(t)
	desktest.Press(d, "a")
	desktest.Type(d, "safeguarding")
	if view := d.Nav.View(); !strings.Contains(view, "Act now") {
		t.Errorf("a safeguarding concern must say so:\n%s", view)
	}
	desktest.Press(d, "backspace")
	desktest.Type(d, "complaint")
	if view := d.Nav.View(); strings.Contains(view, "Act now") {
		t.Errorf("a complaint does not:\n%s", view)
	}
}

func TestAnUntoldMoveOpensTheIntakeFilledIn(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	placement := moved(t, d, book, "2026-10-05")
	goTo(t, d, "Children's home")
	desktest.Press(d, "enter")
	for range 12 {
		if strings.Contains(d.Nav.View(), "> Decision") {
			break
		}
		desktest.Press(d, "tab")
	}
	desktest.Type(d, "decide later")
	desktest.Press(d, "ctrl+s")
	ev := maja(d, book).Events()
	if len(ev) != 1 || ev[0].Placement != placement || ev[0].What != casefile.PlacementChange || ev[0].On != desktest.Day("2026-10-05") {
		t.Fatalf("events %+v:\n%s", ev, d.Nav.View())
	}
	if view := d.Nav.View(); strings.Contains(view, "nobody told you") || !strings.Contains(view, "days late") {
		t.Errorf("it now waits for a decision:\n%s", view)
	}
}

func TestAFormLeftKeepsWhatWasTyped(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	desktest.Press(d, "a")
	desktest.Type(d, "complaint")
	desktest.Press(d, "tab", "tab", "tab")
	desktest.Type(d, "the aunt")
	desktest.Press(d, "esc")
	again := desktest.Reopen(t, book)
	again.Nav.Push(event.Intake(again, book.Maja, casefile.EventReported{}))
	if view := again.Nav.View(); !strings.Contains(view, "the aunt") {
		t.Errorf("what was typed must come back:\n%s", view)
	}
}

func TestTwoFormsOfOneDraftEnterOneEvent(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	desktest.Press(d, "a")
	desktest.Type(d, "complaint")
	desktest.Press(d, "tab")
	desktest.Type(d, "20 nov\t\t\tthe aunt rang")
	for range 12 {
		if strings.Contains(d.Nav.View(), "> Decision") {
			break
		}
		desktest.Press(d, "tab")
	}
	desktest.Type(d, "decide later")
	d.Nav.Push(event.Intake(d, book.Maja, casefile.EventReported{})) // by way of the palette
	desktest.Press(d, "ctrl+s")
	if n := len(maja(d, book).Events()); n != 1 {
		t.Fatalf("%d events:\n%s", n, d.Nav.View())
	}
	desktest.Press(d, "ctrl+s")
	if n := len(maja(d, book).Events()); n != 1 || !strings.Contains(d.Nav.Said(), "on file already") {
		t.Errorf("%d events, said %q", n, d.Nav.Said())
	}
}
