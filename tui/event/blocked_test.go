package event_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
)

func TestAProposalIsEnteredAndWaits(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	d.Nav.SetSize(80, 50)
	desktest.Press(d, "c")
	desktest.Type(d, "move to another")
	desktest.Press(d, "tab")
	desktest.Type(d, "16 nov")
	desktest.Press(d, "tab", "tab", "tab", "tab")
	for range 3 {
		desktest.Type(d, "yes")
		desktest.Press(d, "tab")
	}
	desktest.Press(d, "ctrl+s")
	all := maja(d, book).OpenProposals()
	if len(all) != 1 || !all[0].Unplanned || !all[0].DisruptsSchool || !all[0].EndsPlacement || all[0].Emergency || all[0].MeetsNeed != "" {
		t.Fatalf("%+v:\n%s", all, d.Nav.View())
	}
	if view := d.Nav.View(); !strings.Contains(view, "waits for review") {
		t.Errorf("%s", view)
	}
}

func TestApprovalIsAskedOnlyWhenARuleWantsIt(t *testing.T) {
	t.Parallel()
	d, _ := at(t)
	d.Nav.SetSize(80, 60)
	desktest.Press(d, "c")
	desktest.Type(d, "move to another")
	if strings.Contains(d.Nav.View(), "nominated officer") {
		t.Errorf("a move needs none:\n%s", d.Nav.View())
	}
	desktest.Press(d, "backspace")
	desktest.Type(d, "leave care")
	if !strings.Contains(d.Nav.View(), "nominated officer") {
		t.Errorf("leaving care after 20 working days does:\n%s", d.Nav.View())
	}
}

// blocked opens the screen of the one proposed change.
func blocked(t testing.TB, set func(*casefile.ChangeProposed)) (*desk.Desk, *desktest.Book, func() casefile.ChangeProposed) {
	t.Helper()
	d, book := at(t)
	id := propose(t, d, book, set)
	desktest.Press(d, "enter")
	d.Nav.SetSize(100, 60)
	return d, book, func() casefile.ChangeProposed {
		p, _ := maja(d, book).ProposalByID(id)
		return p
	}
}

func TestAHeldChangeIsNotEnteredAsMade(t *testing.T) {
	t.Parallel()
	d, _, now := blocked(t, nil)
	desktest.Press(d, "m")
	desktest.Type(d, "20 nov")
	desktest.Press(d, "ctrl+s")
	if now().MadeOn.Known() || !strings.Contains(d.Nav.Said(), "review must come before") {
		t.Errorf("said %q: %+v", d.Nav.Said(), now())
	}
	desktest.Press(d, "esc", "o")
	desktest.Type(d, "the home closed overnight")
	desktest.Press(d, "tab")
	desktest.Type(d, "A. Director")
	desktest.Press(d, "tab")
	desktest.Type(d, "18 nov")
	desktest.Press(d, "ctrl+s")
	if p := now(); p.Override == "" || p.OverriddenBy != "A. Director" || p.OverriddenOn != desktest.Day("2026-11-18") {
		t.Fatalf("%+v:\n%s", p, d.Nav.View())
	}
	if view := d.Nav.View(); !strings.Contains(view, "Overridden by A. Director") {
		t.Errorf("%s", view)
	}
	desktest.Press(d, "m", "ctrl+s") // the day typed before is a draft and is there again
	if now().MadeOn != desktest.Day("2026-11-20") {
		t.Errorf("said %q: %+v", d.Nav.Said(), now())
	}
}

func TestAnOverrideIsTakenBackByEmptyingItsReason(t *testing.T) {
	t.Parallel()
	d, _, now := blocked(t, func(p *casefile.ChangeProposed) {
		p.Override, p.OverriddenBy, p.OverriddenOn = "x", "A. Director", desktest.Today
	})
	desktest.Press(d, "o", "backspace", "ctrl+s")
	if p := now(); p.Override != "" || p.OverriddenBy != "" || p.OverriddenOn.Known() || !strings.Contains(d.Nav.View(), "waits for a review") {
		t.Errorf("%+v:\n%s", p, d.Nav.View())
	}
}

func TestTheReviewThatConsideredItClearsIt(t *testing.T) {
	t.Parallel()
	d, book, now := blocked(t, nil)
	desktest.Press(d, "v")
	if !now().Review.Zero() || !strings.Contains(d.Nav.Said(), "No review was held") {
		t.Errorf("said %q", d.Nav.Said())
	}
	held := casefile.ReviewHeld{ID: d.Watch.NewID(), Recorded: desktest.Day("2026-11-19"), Completed: desktest.Day("2026-11-19")}
	lines, err := maja(d, book).HoldReview(held, desktest.Today)
	enter(t, d, book, lines, err)
	desktest.Press(d, "v", "enter")
	if now().Review != held.ID || !strings.Contains(d.Nav.View(), "considered it") {
		t.Errorf("%+v:\n%s", now(), d.Nav.View())
	}
	desktest.Press(d, "v", "down", "enter")
	if !now().Review.Zero() || !strings.Contains(d.Nav.View(), "waits for a review") {
		t.Errorf("taken back: %+v:\n%s", now(), d.Nav.View())
	}
}

func TestAnEmergencyMoveIsMadeAndItsReviewFollows(t *testing.T) {
	t.Parallel()
	d, _, now := blocked(t, nil)
	desktest.Press(d, "m")
	desktest.Type(d, "20 nov")
	desktest.Press(d, "tab")
	desktest.Type(d, "yes")
	desktest.Press(d, "ctrl+s")
	if p := now(); !p.Emergency || p.MadeOn != desktest.Day("2026-11-20") {
		t.Fatalf("%+v:\n%s", p, d.Nav.View())
	}
	if view := d.Nav.View(); !strings.Contains(view, "by Fri 4 Dec 2026") {
		t.Errorf("ten working days after the move:\n%s", view)
	}
}

func TestAFreezeIsAskedAndADroppedChangeIsAskedAbout(t *testing.T) {
	t.Parallel()
	d, _, now := blocked(t, nil)
	if !strings.Contains(d.Nav.View(), "Ask for a freeze") {
		t.Errorf("not satisfied:\n%s", d.Nav.View())
	}
	desktest.Press(d, "f")
	desktest.Type(d, "today")
	desktest.Press(d, "ctrl+s")
	if now().FreezeAsked != desktest.Today || !strings.Contains(d.Nav.View(), "advocacy") {
		t.Errorf("%+v:\n%s", now(), d.Nav.View())
	}
	desktest.Press(d, "x", "x")
	if now().Dropped.Known() {
		t.Error("the key that asks must not confirm")
	}
	desktest.Press(d, "y")
	if now().Dropped != desktest.Today {
		t.Errorf("%+v", now())
	}
}

func TestAFreezeIsLateUntilItIsAnswered(t *testing.T) {
	t.Parallel()
	d, _, now := blocked(t, func(p *casefile.ChangeProposed) { p.FreezeAsked = desktest.Day("2026-11-19") })
	see := func(want ...string) {
		t.Helper()
		flat := strings.Join(strings.Fields(d.Nav.View()), " ")
		for _, w := range want {
			if !strings.Contains(flat, w) {
				t.Errorf("%q is not on the screen:\n%s", w, d.Nav.View())
			}
		}
	}
	see("the freeze you asked for on Thu 19 Nov 2026: 2 days late", "Tell the child now about advocacy")
	desktest.Press(d, "esc")
	see("freeze unanswered")
	desktest.Press(d, "enter", "f", "tab")
	desktest.Type(d, "18 nov\trefused by Elm House")
	desktest.Press(d, "ctrl+s")
	if now().FreezeAnswered.Known() || !strings.Contains(d.Nav.Said(), "answered before it was asked") {
		t.Errorf("said %q: %+v", d.Nav.Said(), now())
	}
	desktest.Press(d, "shift+tab") // typing over a date replaces it
	desktest.Type(d, "20 nov\t\t23 nov")
	desktest.Press(d, "ctrl+s")
	if p := now(); p.FreezeAnswer != "refused by Elm House" || p.FreezeAnswered != desktest.Day("2026-11-20") || p.AdvisedOn != desktest.Today {
		t.Fatalf("%+v:\n%s", p, d.Nav.View())
	}
	see("answered on Fri 20 Nov 2026: refused by Elm House", "The child was told about advocacy, representation and complaining on Mon 23 Nov 2026")
}

func TestAChangeWaitsAgainWhenItsReviewIsTakenBack(t *testing.T) {
	t.Parallel()
	d, book, now := blocked(t, nil)
	hold := func(day string) casefile.ID {
		held := casefile.ReviewHeld{ID: d.Watch.NewID(), Recorded: desktest.Day(day), Completed: desktest.Day(day)}
		lines, err := maja(d, book).HoldReview(held, desktest.Today)
		enter(t, d, book, lines, err)
		return held.ID
	}
	hold("2026-11-19")
	act := book.Last().Files[0].Entries[0].Act
	desktest.Press(d, "v", "enter")
	d.TakeBack(maja(d, book), act, "undone")
	view := d.Nav.View()
	if !now().Review.Zero() || !strings.Contains(view, "waits for a review") || strings.Contains(view, "not known") {
		t.Errorf("%+v:\n%s", now(), view)
	}
	desktest.Press(d, "e", "tab", "tab", "tab")
	desktest.Type(d, ", soon")
	desktest.Press(d, "ctrl+s")
	if !strings.Contains(now().Text, ", soon") {
		t.Errorf("said %q: %+v", d.Nav.Said(), now())
	}
	again := hold("2026-11-20")
	desktest.Press(d, "v", "enter")
	if now().Review != again {
		t.Errorf("said %q: %+v", d.Nav.Said(), now())
	}
}

func TestAChangeMadeWhoseReviewIsTakenBackIsLate(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	put(t, d, book, &casefile.ChangeProposed{ID: d.Watch.NewID(), What: casefile.Move, ProposedOn: desktest.Day("2026-11-16"),
		MadeOn: desktest.Day("2026-11-17"), Review: d.Watch.NewID()})
	goTo(t, d, "made, no review")
}
