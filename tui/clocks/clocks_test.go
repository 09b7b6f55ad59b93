package clocks_test

import (
	"fmt"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/clocks"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/sheet"
)

func doors(d *desk.Desk) sheet.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	return sheet.Doors{
		Explain: func(_ casefile.ID, dl clock.Deadline) kit.Page { return text("why " + dl.Rule) },
		Rule:    func(ids []string) kit.Page { return text("rule " + strings.Join(ids, " ")) },
	}
}

// at opens the clocks of a child after some dated facts were entered.
func at(t testing.TB, who func(*desktest.Book) casefile.ID, facts ...casefile.PeriodStated) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, book := desktest.New(t)
	id := who(book)
	for _, f := range facts {
		lines, err := d.Case(id).StatePeriod(f, d.Today())
		if err != nil {
			t.Fatal(err)
		}
		d.Do(d.Case(id), lines, "Kept")
	}
	d.Nav.Say(kit.Dim, "")
	d.Nav.Push(clocks.New(d, id, doors(d)))
	return d, book
}

func maja(b *desktest.Book) casefile.ID  { return b.Maja }
func idris(b *desktest.Book) casefile.ID { return b.Idris }
func zac(b *desktest.Book) casefile.ID   { return b.Zac }

func protected() []casefile.PeriodStated {
	return []casefile.PeriodStated{
		{What: casefile.ChildProtection, From: desktest.Day("2026-10-05")},
		{What: casefile.Custody, Code: clock.Remand, From: desktest.Day("2026-11-16"), Expected: desktest.Day("2027-01-11"), Text: "Hill House"},
	}
}

func TestClocksGoldens(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d, _ := at(t, maja, protected()...)
		d.Nav.SetSize(size[0], size[1])
		kittest.Golden(t, fmt.Sprintf("clocks-%dx%d", size[0], size[1]), d.Nav.View())
	}
	d, _ := at(t, idris)
	kittest.Golden(t, "clocks-not-known-80x24", d.Nav.View())
}

func TestClocksFitEveryWindow(t *testing.T) {
	t.Parallel()
	kittest.SweepPage(t, func() *kit.Nav {
		d, _ := at(t, maja, protected()...)
		return d.Nav
	})
}

func TestTheGoverningClockIsNamedAndTheOthersStandBesideIt(t *testing.T) {
	t.Parallel()
	d, _ := at(t, maja, protected()...)
	view := d.Nav.View()
	for _, want := range []string{"Ordinary reviews: 6th review", "governs", "Child protection plan: Conference", "beside it"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	desktest.Press(d, "w")
	if view := d.Nav.View(); !strings.Contains(view, "why RT-03") {
		t.Errorf("w must explain the governing date:\n%s", view)
	}
}

func TestWhatIfAsksTheDayAndSavesNothing(t *testing.T) {
	t.Parallel()
	d, book := at(t, maja)
	before := book.Changes()
	desktest.Press(d, "f", "enter")
	if view := d.Nav.View(); !strings.Contains(view, "What if the review is held?") {
		t.Fatalf("Enter must ask on which day:\n%s", view)
	}
	desktest.Press(d, "ctrl+s")
	view := d.Nav.View()
	for _, want := range []string{"Nothing is saved.", "would be due by Sun 23 May 2027", "Thu 26 Nov 2026"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	kittest.Golden(t, "whatif-80x24", view)
	if book.Changes() != before {
		t.Error("a what-if must save nothing")
	}
}

func TestWhatIfFitsEveryWindow(t *testing.T) {
	t.Parallel()
	kittest.SweepPage(t, func() *kit.Nav {
		d, _ := at(t, maja)
		desktest.Press(d, "f", "enter", "ctrl+s")
		return d.Nav
	})
}

func TestNoWhatIfForAChildWhoIsNotLookedAfter(t *testing.T) {
	t.Parallel()
	d, _ := at(t, zac)
	if view := d.Nav.View(); strings.Contains(view, "What if") || !strings.Contains(view, "Not looked after") {
		t.Errorf("nothing is asked about a child who is not looked after:\n%s", view)
	}
}

func TestHiddenNamesAreNotInTheTitle(t *testing.T) {
	t.Parallel()
	d, _ := at(t, maja)
	d.Hide(true)
	d.Nav.SetSize(80, 24)
	if view := d.Nav.View(); strings.Contains(view, "Kowalska") {
		t.Errorf("the name shows:\n%s", view)
	}
}
