package concern_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/tui/concern"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
)

func doors(d *desk.Desk) concern.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	return concern.Doors{
		Case: func(id casefile.ID) kit.Page { row, _ := d.Row(id); return text("case " + row.Ref) },
		Rule: func(ids []string) kit.Page { return text("rule " + ids[0]) },
	}
}

func keep(t *testing.T, d *desk.Desk, c practice.ConcernStated) {
	t.Helper()
	lines, err := d.Practice().StateConcern(c, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.DoPractice(lines, "")
}

// full is the list with a concern of each standing.
func full(t *testing.T) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, b := desktest.New(t)
	keep(t, d, practice.ConcernStated{ID: casefile.ID{1}, Theme: practice.Moves, Text: "Three children moved in a month and I heard of it from their carers.", Children: []casefile.ID{b.Maja, b.Ben}})
	keep(t, d, practice.ConcernStated{ID: casefile.ID{2}, Theme: practice.HealthCare, Text: "Nobody is seen within six months.", Children: []casefile.ID{b.Aled},
		RaisedTo: "Head of service", RaisedOn: desktest.Day("2026-11-10")})
	keep(t, d, practice.ConcernStated{ID: casefile.ID{3}, Theme: practice.Offending, Text: "Police are called to Elm House for what a parent would deal with.",
		RaisedTo: "Head of service", RaisedOn: desktest.Day("2026-10-05"), Answer: "A protocol is agreed.", AnsweredOn: desktest.Day("2026-11-02")})
	d.Nav.Push(concern.New(d, doors(d)))
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
	d, _ := full(t)
	kittest.Golden(t, "concerns_80", d.Nav.View())
	desktest.Press(d, "enter")
	kittest.Golden(t, "concern_form_80", d.Nav.View())
	none, _ := desktest.New(t)
	none.Nav.Push(concern.New(none, doors(none)))
	kittest.Golden(t, "no_concerns_80", none.Nav.View())
}

func TestAConcernIsWrittenRaisedAndAnswered(t *testing.T) {
	t.Parallel()
	d, _ := desktest.New(t)
	lines, err := d.Practice().StatePost(practice.PostStated{Post: "Head of service", Name: "P. Lund"}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.DoPractice(lines, "")
	d.Nav.Push(concern.New(d, doors(d)))
	desktest.Press(d, "a")
	desktest.Type(d, "leaving care")
	desktest.Press(d, "tab")
	desktest.Type(d, "No housing at 18.")
	desktest.Press(d, "ctrl+s")
	got := d.Practice().Concerns()
	if len(got) != 1 || got[0].Theme != practice.LeavingCare || got[0].Standing() != practice.NotRaised {
		t.Fatalf("concerns %+v:\n%s", got, d.Nav.View())
	}
	desktest.Press(d, "enter", "tab", "tab")
	see(t, d, "On file: Head of service")
	desktest.Press(d, "tab", "tab") // takes the suggested post, then the suggested day
	desktest.Type(d, "Ten rooms from April.")
	desktest.Press(d, "tab", "tab", "ctrl+s")
	c := d.Practice().Concerns()[0]
	if c.RaisedTo != "Head of service" || c.RaisedOn != desktest.Today || c.Answer != "Ten rooms from April." || c.Standing() != practice.Answered {
		t.Errorf("concern %+v:\n%s", c, d.Nav.View())
	}
	see(t, d, "Answered", "answered 23 Nov 2026")
}

func TestARefusalKeepsTheForm(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	before := len(d.Practice().Entries)
	desktest.Press(d, "enter", "tab", "tab")
	desktest.Type(d, "Director")
	desktest.Press(d, "tab")
	desktest.Type(d, "24 nov 2026")
	desktest.Press(d, "ctrl+s")
	see(t, d, "That day is in the future.", "Director")
	if len(d.Practice().Entries) != before {
		t.Error("nothing may be kept")
	}
	desktest.Press(d, "esc", "enter")
	see(t, d, "What you typed last time is here again", "Director")
}

func TestChildrenAreLinkedAndUnlinkedOneByOne(t *testing.T) {
	t.Parallel()
	d, b := full(t)
	linked := func() []casefile.ID { return d.Practice().Concerns()[0].Children }
	desktest.Press(d, "l")
	if strings.Contains(view(d), "Maja") {
		t.Errorf("a child linked already is not offered:\n%s", d.Nav.View())
	}
	desktest.Type(d, "idris")
	desktest.Press(d, "enter")
	if got := linked(); len(got) != 3 || got[2] != b.Idris {
		t.Fatalf("linked %v:\n%s", got, d.Nav.View())
	}
	see(t, d, "Idris Haddad", "Linked: Idris Haddad")
	desktest.Press(d, "x")
	see(t, d, "Go to a child linked to a concern first.")
	desktest.Press(d, "down", "x", "x")
	see(t, d, "Unlink Maja Kowalska from this concern?")
	if len(linked()) != 3 {
		t.Error("x alone unlinks nobody")
	}
	desktest.Press(d, "y")
	if got := linked(); len(got) != 2 || got[0] != b.Ben {
		t.Errorf("linked %v:\n%s", got, d.Nav.View())
	}
}

func TestTheWaysOut(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	desktest.Press(d, "R")
	see(t, d, "rule MO-07")
	desktest.Press(d, "esc", "o")
	see(t, d, "Go to a child linked to a concern first.")
	desktest.Press(d, "down", "o")
	see(t, d, "case C-0001")
}

func TestAConcernFromAChildsFileLinksTheChild(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	d.Nav.Push(concern.Form(d, b.Nia))
	see(t, d, "The child whose file you came from is linked")
	desktest.Type(d, "education")
	desktest.Press(d, "tab")
	desktest.Type(d, "No places.")
	desktest.Press(d, "ctrl+s")
	if got := d.Practice().Concerns(); len(got) != 1 || len(got[0].Children) != 1 || got[0].Children[0] != b.Nia {
		t.Errorf("concerns %+v:\n%s", got, d.Nav.View())
	}
}

func TestHiddenNames(t *testing.T) {
	t.Parallel()
	d, _ := full(t)
	d.Nav.SetSize(140, 50)
	d.Hide(true)
	d.Nav.Update(desk.CaseRead{})
	for range 8 {
		desktest.Press(d, "down")
		for _, secret := range []string{"Maja", "Hughes", "Siôn", "Elm House", "six months"} {
			if strings.Contains(d.Nav.View(), secret) {
				t.Fatalf("%s is on the screen:\n%s", secret, d.Nav.View())
			}
		}
	}
	see(t, d, "M.K. C-0001")
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{}, {"end"}, {"enter"}, {"l"}, {"down", "x"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _ := full(t)
			desktest.Press(d, keys...)
			return d.Nav
		})
	}
	kittest.SweepPage(t, func() *kit.Nav {
		d, _ := desktest.New(t)
		d.Nav.Push(concern.New(d, concern.Doors{}))
		return d.Nav
	})
}
