package event_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/event"
)

// filled fails unless every field of a record but those named is given, so that
// a new one is not left out here.
func filled(t testing.TB, record any, empty ...string) {
	t.Helper()
	v := reflect.ValueOf(record)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; v.Field(i).IsZero() != slices.Contains(empty, name) {
			t.Errorf("%s is %v", name, v.Field(i))
		}
	}
}

// put enters a line without asking a command, as an older file holds it.
func put(t testing.TB, d *desk.Desk, book *desktest.Book, ev casefile.Event) {
	t.Helper()
	enter(t, d, book, []casefile.Line{{On: desktest.Today, Event: ev}}, nil)
}

// wholeChange is a change with every answer given.
func wholeChange(t testing.TB, d *desk.Desk, book *desktest.Book, what casefile.ProposalKind) casefile.ChangeProposed {
	t.Helper()
	day := desktest.Day("2026-11-18")
	review := casefile.ReviewHeld{ID: d.Watch.NewID(), Recorded: day, Completed: day}
	put(t, d, book, &review)
	early := casefile.PlacementStated{ID: d.Watch.NewID(), Code: "U4", Start: desktest.Day("2026-11-10")}
	put(t, d, book, &early)
	return casefile.ChangeProposed{
		ID: d.Watch.NewID(), What: what, ProposedOn: desktest.Day("2026-11-16"), For: day, Text: "to Hull",
		Emergency: what != casefile.PlanOnly && what != casefile.LeaveCare,
		ToParent:  true, DisruptsSchool: true, Unplanned: true, EndsPlacement: true, Regulation14Free: true,
		PlanDated: day, Understands: "yes", Wishes: "to stay", MeetsNeed: "yes", InInterests: "yes", Workable: "yes", Lasting: "yes",
		FreezeAsked: day, ApprovedBy: "A. Director", ApprovedOn: day, ConsultedOn: day, Teacher: true, NeededBy: day, NoticeGiven: day,
		Review: review.ID, Override: "the home closed", OverriddenBy: "A. Director", OverriddenOn: day,
		MadeOn: day, Placement: early.ID, FreezeAnswer: "refused", FreezeAnswered: day, AdvisedOn: day,
	}
}

func TestAChangeSavedAsItStandsWritesNothing(t *testing.T) {
	t.Parallel()
	for _, what := range casefile.ProposalKinds() {
		for _, form := range []string{"e", "o", "m", "f"} {
			d, book := at(t)
			ch := wholeChange(t, d, book, what)
			if ch.Emergency {
				filled(t, ch, "Dropped")
			}
			put(t, d, book, &ch)
			d.Nav.Push(event.NewBlocked(d, book.Maja, ch.ID, doors(d)))
			before := book.Changes()
			desktest.Press(d, form, "ctrl+s")
			now, _ := maja(d, book).ProposalByID(ch.ID)
			if book.Changes() != before || now != ch || (form != "f" || ch.Moves()) && d.Nav.Said() != "Nothing was changed." {
				t.Errorf("%s, %s: said %q\nwas %+v\nnow %+v", what, form, d.Nav.Said(), ch, now)
			}
		}
	}
}

func TestAnEventSavedAsItStandsWritesNothing(t *testing.T) {
	t.Parallel()
	day := desktest.Day("2026-11-18")
	for _, kind := range casefile.SignificantEvents() {
		for _, decision := range append(casefile.Decisions(), "") {
			d, book := at(t)
			ev := casefile.EventReported{
				ID: d.Watch.NewID(), What: kind.Kind, On: day, ToldOn: day, ToldBy: "J. Osei", Text: "a call", View: "cross", NoView: "asleep",
				Decision: decision, Reasons: "drift", AgreedWith: "J. Osei", Told: "Maja, today", Placement: d.Watch.NewID(),
			}
			if decision != "" {
				ev.DecidedOn = day
			}
			if decision == casefile.ReviewNeeded {
				ev.NeededBy = day
				filled(t, ev)
			}
			put(t, d, book, &ev)
			for _, p := range []casefile.PeriodStated{{What: casefile.Hospital, Code: "medical"}, {What: casefile.Custody, Code: "remand"},
				{What: casefile.Missing}, {What: casefile.Charge}, {What: casefile.Panel, Code: "for"}} {
				p.ID, p.From, p.To, p.Text, p.Expected = d.Watch.NewID(), day, day, "Northshire", day
				put(t, d, book, &p)
			}
			put(t, d, book, &casefile.VisitMade{ID: d.Watch.NewID(), On: day, By: "J. Osei", Alone: true, Note: "seen", AskedOn: day})
			before := book.Changes()
			d.Nav.Push(event.Intake(d, book.Maja, ev))
			desktest.Press(d, "ctrl+s")
			if now, _ := maja(d, book).EventByID(ev.ID); book.Changes() != before || now != ev || d.Nav.Said() != "Nothing was changed." {
				t.Errorf("%s, %q: said %q\nwas %+v\nnow %+v\n%s", kind.Kind, decision, d.Nav.Said(), ev, now, fmt.Sprint(book.Last()))
			}
		}
	}
}

func TestAChangedChangeKeepsWhatItDoesNotShow(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	ch := wholeChange(t, d, book, casefile.Move)
	ch.Emergency = false // no approval is asked of a move that breaks into nothing
	put(t, d, book, &ch)
	d.Nav.Push(event.NewBlocked(d, book.Maja, ch.ID, doors(d)))
	desktest.Press(d, "e", "tab", "tab", "tab")
	desktest.Type(d, " and back")
	desktest.Press(d, "ctrl+s")
	want := ch
	want.Text = "to Hull and back"
	if now, _ := maja(d, book).ProposalByID(ch.ID); now != want {
		t.Errorf("said %q\nwant %+v\nnow  %+v", d.Nav.Said(), want, now)
	}
}

func TestAnAnswerOnFileStaysInSightWhenTheKindChanges(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	ch := wholeChange(t, d, book, casefile.Move)
	ch.MadeOn = 0
	put(t, d, book, &ch)
	d.Nav.Push(event.NewBlocked(d, book.Maja, ch.ID, doors(d)))
	desktest.Press(d, "e", "backspace")
	desktest.Type(d, "change the plan")
	desktest.Press(d, "ctrl+s")
	if now, _ := maja(d, book).ProposalByID(ch.ID); now != ch || d.Nav.Said() == "" {
		t.Fatalf("an urgent change of plan: said %q, %+v", d.Nav.Said(), now)
	}
	desktest.Press(d, "tab", "tab", "tab", "tab")
	desktest.Type(d, "no")
	desktest.Press(d, "ctrl+s")
	if now, _ := maja(d, book).ProposalByID(ch.ID); now.What != casefile.PlanOnly || now.Emergency || !now.EndsPlacement || !now.FreezeAsked.Known() {
		t.Errorf("said %q, %+v", d.Nav.Said(), now)
	}
}
