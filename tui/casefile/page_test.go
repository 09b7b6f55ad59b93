package casefile_test

import (
	"fmt"
	"strings"
	"testing"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/tui/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/people"
)

func doors(d *desk.Desk) casefile.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	about := func(title string) func(file.ID) kit.Page { return func(file.ID) kit.Page { return text(title) } }
	return casefile.Doors{
		Review:  func(file.ID) kit.Page { return text("review page") },
		Why:     func(file.ID) kit.Page { return text("why no date") },
		Explain: func(_ file.ID, dl clock.Deadline) kit.Page { return text("why " + dl.Rule) },
		Rule:    func(ids []string) kit.Page { return text("rule " + ids[0]) },
		Person:  func(id file.ID, p file.PersonStated) kit.Page { return people.Form(d, id, p) },
		Event:   func(file.ID, file.EventReported) kit.Page { return text("event intake") },
		Clocks:  about("clocks page"), People: about("people page"), Events: about("events page"), Documents: about("documents page"), Visits: about("visits page"),
		Appointments: about("IROs page"), Situations: about("situations page"), Log: about("log page"),
	}
}

// at opens one of the book's children on screen.
func at(t testing.TB, who func(*desktest.Book) file.ID) (*desk.Desk, file.ID, *desktest.Book) {
	t.Helper()
	d, book := desktest.New(t)
	id := who(book)
	d.Nav.Push(casefile.New(d, id, doors(d)))
	return d, id, book
}

func maja(b *desktest.Book) file.ID  { return b.Maja }
func idris(b *desktest.Book) file.ID { return b.Idris }

func TestCaseGoldens(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d, _, _ := at(t, maja)
		d.Nav.SetSize(size[0], size[1])
		kittest.Golden(t, fmt.Sprintf("case-%dx%d", size[0], size[1]), d.Nav.View())
	}
	d, _, _ := at(t, idris)
	kittest.Golden(t, "case-not-known-80x24", d.Nav.View())
}

func TestEveryScreenAboutTheChildIsAKeyAndALine(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{"c": "clocks page", "p": "people page", "i": "events page", "a": "event intake", "d": "documents page",
		"s": "visits page", "h": "IROs page", "o": "situations page", "l": "log page"} {
		d, _, _ := at(t, maja)
		desktest.Press(d, key)
		if view := d.Nav.View(); !strings.Contains(view, want) {
			t.Errorf("%s must lead to %s:\n%s", key, want, view)
		}
	}
}

func TestWhyAndRuleFromADate(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{"w": "why RT-03", "R": "rule RT-03", "r": "review page"} {
		d, _, _ := at(t, maja)
		for range 12 {
			if l := lineUnderCursor(d); strings.Contains(l, "6th review") {
				break
			}
			desktest.Press(d, "down")
		}
		desktest.Press(d, key)
		if view := d.Nav.View(); !strings.Contains(view, want) {
			t.Errorf("%s must lead to %s:\n%s", key, want, view)
		}
	}
}

func lineUnderCursor(d *desk.Desk) string {
	for line := range strings.SplitSeq(d.Nav.View(), "\n") {
		if len(line) > 4 && strings.Contains(line[:6], ">") {
			return line
		}
	}
	return ""
}

func TestAMoveIsKeptAndUndone(t *testing.T) {
	t.Parallel()
	d, id, book := at(t, maja)
	desktest.Press(d, "m")
	desktest.Type(d, "children's home")
	desktest.Press(d, "tab")
	desktest.Type(d, "20 nov")
	desktest.Press(d, "ctrl+s")
	now, ok := d.Case(id).PlacementOn(desktest.Today)
	if !ok || now.Code != "K2" || now.Start != desktest.Day("2026-11-20") {
		t.Fatalf("placement %+v:\n%s", now, d.Nav.View())
	}
	if len(book.Last().Files) != 1 || len(book.Last().Files[0].Entries) != 2 {
		t.Errorf("the move is one act of two entries: %+v", book.Last())
	}
	d.Undo()
	if now, _ := d.Case(id).PlacementOn(desktest.Today); now.Code != "U6" || now.End.Known() {
		t.Errorf("undo puts the child back: %+v", now)
	}
}

func TestAFormKeepsWhatWasTypedWhenLeft(t *testing.T) {
	t.Parallel()
	d, id, book := at(t, maja)
	desktest.Press(d, "t")
	desktest.Type(d, "advocate")
	desktest.Press(d, "tab")
	desktest.Type(d, "Grace Oyelaran")
	desktest.Press(d, "esc")
	before := book.Changes()
	again := desktest.Reopen(t, book)
	again.Nav.Push(casefile.New(again, id, doors(again)))
	desktest.Press(again, "t")
	if view := again.Nav.View(); !strings.Contains(view, "Grace Oyelaran") {
		t.Errorf("what was typed must come back:\n%s", view)
	}
	desktest.Press(again, "ctrl+s")
	if p, ok := again.Case(id).Person(file.Advocate, desktest.Today); !ok || p.Name != "Grace Oyelaran" || book.Changes() != before+1 {
		t.Errorf("person %+v after %d changes", p, book.Changes()-before)
	}
	if len(book.Drafts()) != 0 {
		t.Errorf("the draft goes when it is kept: %v", book.Drafts())
	}
}

func TestARefusalKeepsTheForm(t *testing.T) {
	t.Parallel()
	d, id, _ := at(t, maja)
	before := len(d.Case(id).Entries)
	desktest.Press(d, "v")
	desktest.Press(d, "ctrl+u")
	desktest.Type(d, "26/05/2026")
	for _, answer := range []string{"yes", "", "yes", "yes"} { // finished, how the child took part, the agenda, a meeting
		desktest.Press(d, "tab")
		desktest.Type(d, answer)
	}
	desktest.Press(d, "ctrl+s")
	if len(d.Case(id).Entries) != before {
		t.Error("a review on a day that has one already was recorded")
	}
	if said := d.Nav.Said(); !strings.Contains(said, "already recorded") {
		t.Errorf("said %q:\n%s", said, d.Nav.View())
	}
}

func TestNoteIsDraftedAsItIsTyped(t *testing.T) {
	t.Parallel()
	d, id, book := at(t, maja)
	desktest.Press(d, "n")
	desktest.Type(d, "Wants her own room. q is only a letter here")
	desktest.Press(d, "esc")
	if text := book.Drafts()[file.DraftKey{File: id, Field: "note/"}]; !strings.Contains(text, "own room") {
		t.Errorf("draft %q", text)
	}
	desktest.Press(d, "n", "ctrl+s")
	if notes := d.Case(id).Notes(); len(notes) == 0 || !strings.Contains(notes[len(notes)-1].Text, "own room") {
		t.Errorf("notes %+v", notes)
	}
}

func TestAnOldEntryIsTakenBackAfterAQuestion(t *testing.T) {
	t.Parallel()
	d, id, _ := at(t, maja)
	desktest.Press(d, "end", "x", "x")
	if d.Case(id).TakenBack(d.Case(id).Entries[0].ID) {
		t.Error("the key that asks must not confirm")
	}
	desktest.Press(d, "y")
	if !d.Case(id).TakenBack(d.Case(id).Entries[0].ID) {
		t.Errorf("y confirms:\n%s", d.Nav.View())
	}
}

func TestAddingAChildOpensItsFile(t *testing.T) {
	t.Parallel()
	d, _ := desktest.New(t)
	opened := file.ID{}
	d.Nav.Push(casefile.Add(d, func(id file.ID) kit.Page { opened = id; return casefile.New(d, id, doors(d)) }))
	desktest.Type(d, "Ŵyn Prosser")
	desktest.Press(d, "down", "down", "down")
	desktest.Type(d, "4/3/2014")
	desktest.Press(d, "down")
	desktest.Type(d, "2 nov")
	desktest.Press(d, "down", "down")
	desktest.Type(d, "0")
	desktest.Press(d, "ctrl+s")
	c := d.Case(opened)
	if c == nil || c.Name() != "Ŵyn Prosser" || c.Ref != "C-0007" {
		t.Fatalf("case %+v:\n%s", c, d.Nav.View())
	}
	clocks := d.Clocks(c)
	if g := clocks.Governing; g == nil || g.Due != desktest.Day("2026-11-30") || clocks.ReviewNo != 1 {
		t.Errorf("the first review is due 20 working days after 2 November: %+v", clocks)
	}
	if row, ok := d.Row(opened); !ok || row.Name != "Ŵyn Prosser" {
		t.Error("the child must stand on the caseload at once")
	}
}

func TestAddingAChildInventsNoDate(t *testing.T) {
	t.Parallel()
	d, _ := desktest.New(t)
	d.Nav.SetSize(80, 40)
	opened := file.ID{}
	d.Nav.Push(casefile.Add(d, func(id file.ID) kit.Page { opened = id; return casefile.New(d, id, doors(d)) }))
	if view := d.Nav.View(); strings.Contains(view, "Carer") || strings.Contains(view, "Worker's telephone") {
		t.Errorf("what would not be kept without a placement or a worker must not be asked:\n%s", view)
	}
	desktest.Type(d, "Ifan Rees")
	desktest.Press(d, "down", "down", "down", "down", "down")
	desktest.Type(d, "C2")
	desktest.Press(d, "ctrl+s")
	if !opened.Zero() || !strings.Contains(d.Nav.View(), "In force from") {
		t.Fatalf("a status without its day must be asked about, not dated:\n%s", d.Nav.View())
	}
	desktest.Type(d, "2 nov")
	desktest.Press(d, "ctrl+s")
	c := d.Case(opened)
	if c == nil {
		t.Fatalf("not opened:\n%s", d.Nav.View())
	}
	if st := c.Statuses(); len(st) != 1 || st[0].Start != desktest.Day("2026-11-02") {
		t.Errorf("statuses %+v", st)
	}
}

func TestASettingIsSeenByTheOpenCase(t *testing.T) {
	t.Parallel()
	d, _, _ := at(t, maja)
	d.Nav.SetSize(80, 24)
	before := d.Nav.View()
	lines, err := d.Practice().StateHoliday(practice.HolidayStated{Date: desktest.Day("2026-11-25"), Name: "Proclaimed"}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.DoPractice(lines, "")
	if after := d.Nav.View(); after == before || !strings.Contains(after, "2 days left") {
		t.Errorf("Wed 25 Nov is no working day now, so Thu 26 Nov is two days off:\n%s", after)
	}
}

func TestHiddenNamesHideTheCase(t *testing.T) {
	t.Parallel()
	d, id, _ := at(t, maja)
	d.Hide(true)
	d.Nav.SetSize(140, 50)
	d.Nav.Update(desk.CaseRead{ID: id})
	for _, secret := range []string{"Maja", "Kowalska", "Osei", "Baker", "01632"} {
		if view := d.Nav.View(); strings.Contains(view, secret) {
			t.Errorf("%s is on the screen:\n%s", secret, view)
		}
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{}, {"m"}, {"g"}, {"k"}, {"t"}, {"v"}, {"e"}, {"n"}, {"end", "enter"}, {"end", "x"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _, _ := at(t, maja)
			desktest.Press(d, keys...)
			return d.Nav
		})
	}
	kittest.SweepPage(t, func() *kit.Nav {
		d, _ := desktest.New(t)
		d.Nav.Push(casefile.Add(d, func(file.ID) kit.Page { return nil }))
		return d.Nav
	})
}

func TestWhatStopsClosingIsListedWhole(t *testing.T) {
	t.Parallel()
	d, id, _ := at(t, maja)
	before := len(d.Case(id).Entries)
	desktest.Press(d, "v")
	desktest.Press(d, "ctrl+u")
	desktest.Type(d, "23/11/2026")
	for _, answer := range []string{"yes", "", "yes", "yes"} {
		desktest.Press(d, "tab")
		desktest.Type(d, answer)
	}
	desktest.Press(d, "ctrl+s")
	view := d.Nav.View()
	for _, want := range []string{"What stops closing", "Speak with the child in private", "Permanence: the plan and its timescale", "Keep or change the plan"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	if len(d.Case(id).Entries) != before {
		t.Error("the review was closed all the same")
	}
}
