package desk_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
)

// facts opens a form of three facts about Maja, as the facts form does, and says
// what its answers are.
func facts(d *desk.Desk, book *desktest.Book) (*kit.Form, func() kit.Values) {
	c := d.Case(book.Maja)
	f := d.Form(book.Maja, "some facts", kit.FormSpec{Title: "Facts", Intro: "As known.", Fields: []kit.Field{
		{ID: casefile.FactSex, Label: "Sex", Value: c.Fact(casefile.FactSex)},
		{ID: casefile.FactLanguage, Label: "First language", Value: c.Fact(casefile.FactLanguage)},
		d.DateField(casefile.FactPermanence, "Plan made on", c.FactOn(casefile.FactPermanence), false),
	}})
	d.Nav.Push(f)
	return f, f.Values
}

func state(t *testing.T, d *desk.Desk, id casefile.ID, key, value string) {
	t.Helper()
	lines, err := d.Case(id).State(map[string]string{key: value}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(id), lines, "Stated")
}

// TestADraftBringsBackOnlyWhatWasTyped: what changed on file meanwhile stands.
func TestADraftBringsBackOnlyWhatWasTyped(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	facts(d, book)
	desktest.Press(d, "tab")
	desktest.Type(d, "Polish")
	desktest.Press(d, "esc")
	state(t, d, book.Maja, casefile.FactSex, "female")
	_, now := facts(d, book)
	if v := now(); v[casefile.FactSex] != "female" || v[casefile.FactLanguage] != "Polish" {
		t.Errorf("%v", v)
	}
	view := strings.Join(strings.Fields(d.Nav.View()), " ")
	if !strings.Contains(view, "here again") || !strings.Contains(view, "Brought back: First language. As known.") {
		t.Error(view)
	}
}

func TestAFormLeftAsItWasKeepsNoDraft(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	facts(d, book)
	desktest.Type(d, "x")
	if !d.HasDraft(book.Maja) {
		t.Fatal("typing keeps a draft")
	}
	desktest.Press(d, "backspace", "esc")
	if d.HasDraft(book.Maja) || len(book.Drafts()) != 0 {
		t.Errorf("%v", book.Drafts())
	}
	if facts(d, book); strings.Contains(d.Nav.View(), "here again") {
		t.Error("nothing came back")
	}
}

// TestAnOlderDraftOfEveryAnswerIsTakenWhole, as it was written.
func TestAnOlderDraftOfEveryAnswerIsTakenWhole(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	d.KeepDraft(book.Maja, "some facts", `{"sex":"male","first_language":"","gone":"x"}`)
	state(t, d, book.Maja, casefile.FactSex, "female")
	if _, now := facts(d, book); now()[casefile.FactSex] != "male" {
		t.Errorf("%v", now())
	}
}

// TestADateTypedInWordsStaysThatDay in a draft opened days later and in a form
// that is open at midnight.
func TestADateTypedInWordsStaysThatDay(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{"yesterday": "22/11/2026", "fri": "27/11/2026", "+5wd": "30/11/2026", "26 nov": "26/11/2026"} {
		for _, leave := range []string{"esc", "tab", "f12"} {
			d, book := desktest.New(t)
			_, now := facts(d, book)
			desktest.Press(d, "tab", "tab")
			desktest.Type(d, typed)
			desktest.Press(d, leave)
			book.Watch.Now += 3
			if leave == "esc" {
				_, now = facts(d, book)
			}
			desktest.Press(d, "ctrl+s")
			if got := now()[casefile.FactPermanence]; got != want || !strings.Contains(d.Nav.View(), d.ReadDate(want).Long()) {
				t.Errorf("%s, then %s: %q\n%s", typed, leave, got, d.Nav.View())
			}
			if leave == "tab" && !strings.Contains(d.Nav.View(), want) {
				t.Errorf("%s is not shown once it is left", want)
			}
		}
	}
}

// TestWhatWasTypedOverADateComesBackByUndo, read on the day it comes back.
func TestWhatWasTypedOverADateComesBackByUndo(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	_, now := facts(d, book)
	desktest.Press(d, "tab", "tab")
	desktest.Type(d, "fri")
	desktest.Press(d, "tab", "shift+tab", "ctrl+u")
	if !strings.Contains(d.Nav.View(), "fri") || now()[casefile.FactPermanence] != "27/11/2026" {
		t.Errorf("%v\n%s", now(), d.Nav.View())
	}
}

// TestAnEventKeepsItsWordsWhileTheSituationChanges: two forms, one fact in both.
func TestAnEventKeepsItsWordsWhileTheSituationChanges(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	open := func(status string) *kit.Form {
		f := d.Form(book.Maja, "event", kit.FormSpec{Title: "Event", Fields: []kit.Field{
			{ID: "words", Label: "What happened"},
			{ID: "status", Label: "Legal status", Kind: kit.ChoiceField, Value: status, Choices: desk.Codes(casefile.StatusCode)},
		}, Done: func(kit.Values) tea.Cmd { return nil }})
		d.Nav.Push(f)
		return f
	}
	open("V2")
	desktest.Type(d, "came home late")
	desktest.Press(d, "esc")
	if v := open("C2").Values(); v["words"] != "came home late" || v["status"] != "C2" {
		t.Errorf("%v", v)
	}
}
