package event_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/event"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/sheet"
)

func doors(d *desk.Desk) sheet.Doors {
	return sheet.Doors{Rule: func(ids []string) kit.Page {
		return kit.NewText(d.Nav.Theme(), "rules", "rules "+strings.Join(ids, " "))
	}}
}

// at sits down at Maja's events: 14, on a full care order, a review in hand.
func at(t testing.TB) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, book := desktest.New(t)
	d.Nav.Push(event.NewList(d, book.Maja, doors(d)))
	return d, book
}

func maja(d *desk.Desk, book *desktest.Book) *casefile.Case { return d.Case(book.Maja) }

// enter makes a change through the case's own command.
func enter(t testing.TB, d *desk.Desk, book *desktest.Book, lines []casefile.Line, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	d.Do(maja(d, book), lines, "entered")
	d.Nav.View() // the screen looks again, as it does after every message
}

// moved brings a placement by an import, as the store does.
func moved(t testing.TB, d *desk.Desk, book *desktest.Book, start string) casefile.ID {
	t.Helper()
	c, id := maja(d, book), d.Watch.NewID()
	lines, err := c.StatePlacement(casefile.PlacementStated{ID: id, Code: "K2", Start: desktest.Day(start), Carer: "Elm House"}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	stamp := d.Watch.Stamp("R. Quaye", casefile.ByImport)
	after, change := caseload.Apply(c, lines, stamp, d.Watch.NewID, d.Practice(), desktest.Today)
	d.TakeImport(desk.Imported{Files: []caseload.FileChange{change}, Cases: []*casefile.Case{after}, Stamp: stamp})
	d.Nav.View()
	return id
}

// proposal is a change that is held by several rules.
func proposal(id casefile.ID) casefile.ChangeProposed {
	return casefile.ChangeProposed{ID: id, What: casefile.Move, ProposedOn: desktest.Day("2026-11-16"), For: desktest.Day("2026-12-07"),
		Text: "to the Bakers' cousin in Hull", Unplanned: true, DisruptsSchool: true, EndsPlacement: true, Understands: "yes", MeetsNeed: "no"}
}

func propose(t testing.TB, d *desk.Desk, book *desktest.Book, set func(*casefile.ChangeProposed)) casefile.ID {
	t.Helper()
	p := proposal(d.Watch.NewID())
	if set != nil {
		set(&p)
	}
	lines, err := maja(d, book).Propose(p, nil, desktest.Today)
	enter(t, d, book, lines, err)
	return p.ID
}

// full is a list with something in every part.
func full(t testing.TB) (*desk.Desk, *desktest.Book) {
	d, book := at(t)
	c := func() *casefile.Case { return maja(d, book) }
	moved(t, d, book, "2026-10-05")
	for _, day := range []string{"2026-10-01", "2026-10-20", "2026-11-02"} {
		lines, err := c().StatePeriod(casefile.PeriodStated{ID: d.Watch.NewID(), What: casefile.Missing, From: desktest.Day(day), To: desktest.Day(day)}, desktest.Today)
		enter(t, d, book, lines, err)
	}
	for _, ev := range []casefile.EventReported{
		{What: "safeguarding", On: desktest.Day("2026-11-18"), Text: "Auntie Rose rang"},
		{What: "worker_change", On: desktest.Day("2026-11-20"), ToldOn: desktest.Today},
		{What: "health", On: desktest.Day("2026-11-09"), View: "fine", Decision: casefile.NoReview, Reasons: "a broken finger", AgreedWith: "J. Osei"},
		{What: casefile.IROAsks, On: desktest.Day("2026-11-12"), View: "wants it", Decision: casefile.ReviewNeeded, Reasons: "drift", NeededBy: desktest.Day("2026-12-04")},
	} {
		ev.ID = d.Watch.NewID()
		lines, err := c().ReportEvent(ev, desktest.Today)
		enter(t, d, book, lines, err)
	}
	propose(t, d, book, nil)
	propose(t, d, book, func(p *casefile.ChangeProposed) { p.What, p.Dropped = casefile.WithParent, desktest.Day("2026-11-19") })
	propose(t, d, book, func(p *casefile.ChangeProposed) {
		p.What, p.Emergency, p.MadeOn = casefile.Move, true, desktest.Day("2026-11-17")
	})
	d.Nav.SetSize(80, 24)
	return d, book
}

func goTo(t testing.TB, d *desk.Desk, words string) {
	t.Helper()
	for range 30 {
		for line := range strings.SplitSeq(d.Nav.View(), "\n") {
			if len(line) > 4 && strings.Contains(line[:6], ">") && strings.Contains(line, words) {
				return
			}
		}
		desktest.Press(d, "down")
	}
	t.Fatalf("no line with %q:\n%s", words, d.Nav.View())
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	desktest.Press(d, "down", "up")
	kittest.Golden(t, "events_80", d.Nav.View())
	goTo(t, d, "waits for review")
	desktest.Press(d, "enter")
	kittest.Golden(t, "blocked_80", d.Nav.View())
	d.Nav.SetSize(120, 60)
	kittest.Golden(t, "blocked_120", d.Nav.View())

	d, _ = at(t)
	kittest.Golden(t, "empty_80", d.Nav.View())
	desktest.Press(d, "a")
	desktest.Type(d, "admitted")
	kittest.Golden(t, "intake_80", d.Nav.View())
	desktest.Press(d, "esc", "c")
	desktest.Type(d, "move to another")
	d.Nav.SetSize(80, 40)
	kittest.Golden(t, "proposal_80", d.Nav.View())
}

func TestTheRulesBehindALine(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	for words, want := range map[string]string{"Children's home": "MO-17", "waits for review": "CV-04", "Safeguarding": "MO-15", "days: is the": "MO-30"} {
		desktest.Press(d, "home")
		goTo(t, d, words)
		desktest.Press(d, "R")
		if view := d.Nav.View(); !strings.Contains(view, want) {
			t.Errorf("%s must lead to %s:\n%s", words, want, view)
		}
		desktest.Press(d, "esc")
	}
}

func TestHiddenNamesHideTheWords(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	d.Hide(true)
	d.Nav.SetSize(140, 60)
	views := []string{d.Nav.View()}
	goTo(t, d, "waits for review")
	desktest.Press(d, "enter")
	views = append(views, d.Nav.View())
	for _, secret := range []string{"Maja", "Kowalska", "Rose", "Baker", "Hull", "Elm House", "Osei"} {
		if i := slices.IndexFunc(views, func(v string) bool { return strings.Contains(v, secret) }); i >= 0 {
			t.Errorf("%s is on the screen:\n%s", secret, views[i])
		}
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{}, {"enter"}, {"a"}, {"c"}, {"down", "down", "enter"}, {"down", "down", "down", "down", "enter"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _ := full(t)
			desktest.Press(d, keys...)
			return d.Nav
		})
	}
	for _, keys := range [][]string{{}, {"e"}, {"o"}, {"m"}, {"f"}, {"x"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _, _ := blocked(t, nil)
			desktest.Press(d, keys...)
			return d.Nav
		})
	}
}
