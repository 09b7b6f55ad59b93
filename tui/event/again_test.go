package event_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk/desktest"
	"footprint/tui/event"
)

const again = "It was taken back; this enters it again"

func TestAnEventTakenBackUnderItsFormIsEnteredAgainWithAWord(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	begin(d, "admitted")
	desktest.Type(d, "ment\tNorthshire General")
	decideLater(d)
	c := maja(d, book)
	ev, stay := c.Events()[0], c.Periods(casefile.Hospital)[0]
	desktest.Press(d, "enter", "tab", "tab", "tab")
	desktest.Type(d, "J. Osei")
	d.Undo()
	if n := len(maja(d, book).Events()); n != 0 {
		t.Fatalf("%d events", n)
	}
	desktest.Press(d, "ctrl+s")
	ev.ToldBy = "J. Osei"
	c = maja(d, book)
	if all := c.Events(); len(all) != 1 || all[0] != ev || !strings.HasPrefix(d.Nav.Said(), again) {
		t.Errorf("said %q: %+v", d.Nav.Said(), all)
	}
	if all := c.Periods(casefile.Hospital); len(all) != 1 || all[0] != stay {
		t.Errorf("stays %+v, was %+v", all, stay)
	}
}

func TestAChangeTakenBackUnderItsFormIsEnteredAgainWithAWord(t *testing.T) {
	t.Parallel()
	for keys, set := range map[string]func(*casefile.ChangeProposed){
		"e ctrl+s":           func(*casefile.ChangeProposed) {},
		"f t o d a y ctrl+s": func(p *casefile.ChangeProposed) { p.FreezeAsked = desktest.Today },
		"x y":                func(p *casefile.ChangeProposed) { p.Dropped = desktest.Today },
		"o w h y tab b y tab 1 8 / 1 1 / 2 0 2 6 ctrl+s": func(p *casefile.ChangeProposed) {
			p.Override, p.OverriddenBy, p.OverriddenOn = "why", "by", desktest.Day("2026-11-18")
		},
	} {
		d, _, now := blocked(t, nil)
		want := now()
		set(&want)
		first, rest, _ := strings.Cut(keys, " ")
		desktest.Press(d, first)
		d.Undo()
		desktest.Press(d, strings.Fields(rest)...)
		if got := now(); got != want || !strings.HasPrefix(d.Nav.Said(), again) {
			t.Errorf("%s: said %q\nwant %+v\ngot  %+v", keys, d.Nav.Said(), want, got)
		}
	}
}

func TestTwoFormsOfOneEventLoseNothingOfEachOther(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	ev := casefile.EventReported{ID: d.Watch.NewID(), What: "complaint", On: desktest.Day("2026-11-20")}
	put(t, d, book, &ev)
	d.Nav.Push(event.Intake(d, book.Maja, ev))
	now := ev
	now.View = "cross"
	put(t, d, book, &now) // by a second form
	desktest.Press(d, "tab", "tab", "tab")
	desktest.Type(d, "the aunt")
	desktest.Press(d, "ctrl+s")
	now.ToldBy = "the aunt"
	if got, _ := maja(d, book).EventByID(ev.ID); got != now {
		t.Errorf("said %q: %+v", d.Nav.Said(), got)
	}
}
