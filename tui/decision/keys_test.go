package decision_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/decision"
	"footprint/tui/desk/desktest"
)

// TestSixDecisionsAreQuick: ctrl+n keeps one and begins the next, and offers
// what may be the same again.
func TestSixDecisionsAreQuick(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("a")
	b.see("Decision 1 · Ben Hughes", "3rd review, Thu 4 Jun 2026.")
	b.fields("to learn", "Ben is in school each day", "Find a school place", "P. Lund", "4 dec", "K. Marsh", "no")
	b.press("ctrl+n")
	b.see("Decision 2 · Ben Hughes", "Decision 1 kept")
	for range 5 {
		b.fields("to be well", "Ben sleeps through the night", "Book the sleep clinic")
		b.press("tab", "tab", "tab", "tab", "ctrl+n") // who, by when and the manager as before
	}
	b.press("esc")
	got := b.file().Decisions()
	if len(got) != 6 {
		t.Fatalf("%d decisions:\n%s", len(got), b.desk.Nav.View())
	}
	if last := got[5]; last.No != 6 || last.Who != "P. Lund" || last.By != day("2026-12-04") || last.Accountable != "K. Marsh" || last.Recommendation {
		t.Errorf("the sixth: %+v", last)
	}
	b.see("6 open, none late", "> 6")
	if len(b.book.Drafts()) != 0 {
		t.Errorf("drafts left: %v", b.book.Drafts())
	}
	b.press("u")
	if len(b.file().Decisions()) != 5 {
		t.Error("undo takes one back")
	}
}

func TestDoubtsAreToldAndRefuseNothing(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("a")
	b.seeNot("vague")
	b.fields("to learn", "Ben learns", "Find a school place")
	b.seeNot("vague", "~")
	b.press("shift+tab", "tab", "ctrl+u")
	for range 3 {
		b.press("ctrl+w", "ctrl+w", "ctrl+w", "ctrl+w")
	}
	b.fields("Consider a school", "everyone", "1 march 2027")
	b.see("\"Consider\" is hard to see done", "\"everyone\" is nobody to ask", "It is wanted after the next review's limit, Fri 4 Dec 2026")
	b.press("ctrl+s")
	if d := b.of("Consider"); d.Who != "everyone" || d.By != day("2027-03-01") {
		t.Errorf("kept %+v:\n%s", d, b.desk.Nav.View())
	}
}

func TestARefusedDecisionStaysInTheForm(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("a")
	b.fields("to learn", "Ben learns", "Find a school place", "P. Lund", "4 june 2025")
	b.press("ctrl+s")
	b.says("It is to be done before the review that decided it.")
	b.press("esc")
	if len(b.file().Decisions()) != 0 {
		t.Fatal("nothing may be kept")
	}
	b.see("A decision you began is kept, of the 3rd review")
	b.press("enter")
	b.see("Find a school place", "What you typed last time is here again.")
}

func TestADecisionIsChanged(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	before := b.of("Find a school place, with").DecisionMade
	b.press("enter")
	b.see("It was sent on Mon 8 Dec 2025: what is changed here is not in what was sent.", "Moved once, first due Mon 2 Feb 2026; since then it is due Fri 2 Oct 2026.", "Different this time")
	desktest.Type(b.desk, ", near home")
	b.press("ctrl+s")
	after := b.of("Find a school place, with").DecisionMade
	if before.Need += ", near home"; after != before {
		t.Errorf("now %+v, want %+v", after, before)
	}
	b.press("enter", "ctrl+s")
	b.says("Nothing was changed.")
}

// TestWhichReviewDecides: between two reviews the IRO is asked.
func TestWhichReviewDecides(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.id = b.book.Maja
	b.show()
	b.press("a")
	b.see("A decision of which review?", "5th review, Tue 26 May 2026", "6th review, planned for Thu 26 Nov 2026")
	b.press("enter")
	b.see("5th review, Tue 26 May 2026.")
	b.press("esc", "a", "down", "enter")
	b.see("6th review, planned for Thu 26 Nov 2026.")
	b.fields("to learn", "Maja learns", "Find a school place", "J. Osei", "8 jan")
	b.press("ctrl+s")
	if d := b.of("Find"); d.Review != b.file().Reviews()[5].ID {
		t.Errorf("it is of the wrong review: %+v", d)
	}
	b.see("6th review, planned for Thu 26 Nov 2026: not held yet")
	b.press("s")
	b.says("The review has not been held yet.")
}

func TestTheRoomAddsToTheReviewInHand(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.desk.Nav.Push(decision.Add(b.desk, b.book.Maja, doors(b.desk)))
	b.see("6th review, planned for Thu 26 Nov 2026.")
	b.press("esc")
	b.desk.Nav.Push(decision.Add(b.desk, b.book.Ben, doors(b.desk)))
	b.see("3rd review, Thu 4 Jun 2026.")
	b.fields("to learn", "Ben learns", "Find a school place", "P. Lund", "8 jan")
	b.press("ctrl+s")
	if len(b.file().Decisions()) != 1 || b.desk.Nav.Depth() != 1 {
		t.Errorf("it is kept and goes back where it came from:\n%s", b.desk.Nav.View())
	}
	b.desk.Nav.Push(decision.Add(b.desk, b.book.Nia, doors(b.desk)))
	b.see("No decision is on file.")
}

// TestTheCursorComesToTheNext: working down the list needs no arrows.
func TestTheCursorComesToTheNext(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.press("space", "tab")
	desktest.Type(b.desk, "the letter of the school, seen")
	b.press("ctrl+s")
	school := b.of("Find a school place, with")
	if last := school.Last(); last.State != casefile.DecisionDone || last.On != desktest.Today || last.Evidence != "the letter of the school, seen" {
		t.Fatalf("looked %+v:\n%s", last, b.desk.Nav.View())
	}
	b.see("! > 4 Arrange football", "3 open, 1 late", "done 52 days late")
	b.press("u")
	b.see("4 open, 2 late", "! 2nd Find a school place")
}

func TestHowFarItWasCarriedOut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key   string
		texts []string
		want  casefile.DecisionFollowed
		says  string
	}{
		{"p", []string{"", "the form, seen", "the coach is ill", "7 dec"}, casefile.DecisionFollowed{State: casefile.DecisionPart, Evidence: "the form, seen", Why: "the coach is ill", NewDay: day("2026-12-07")}, "Decision 4: part done"},
		{"x", []string{"", "the coach left"}, casefile.DecisionFollowed{State: casefile.DecisionNotDone, Why: "the coach left"}, "Decision 4: not done"},
		{"n", []string{"", "Ben plays chess now"}, casefile.DecisionFollowed{State: casefile.DecisionDropped, Why: "Ben plays chess now"}, "Decision 4: no longer needed"},
		{"d", []string{"7 dec", "the coach is back then"}, casefile.DecisionFollowed{State: casefile.DecisionNotDone, Why: "the coach is back then", NewDay: day("2026-12-07")}, "Decision 4: new day Mon 7 Dec 2026"},
	} {
		b := at(t).fill().show()
		b.to("Arrange football")
		b.press(c.key)
		b.fields(c.texts...)
		b.press("ctrl+s")
		b.says(c.says)
		d := b.of("Arrange football")
		c.want.Decision = d.ID
		if got := d.Last(); got.DecisionFollowed != c.want || got.On != desktest.Today {
			t.Errorf("%s: %+v, want %+v\n%s", c.key, got, c.want, b.desk.Nav.View())
		}
		b.press("u")
		if d := b.of("Arrange football"); len(d.Looks) != 0 {
			t.Errorf("%s: undo takes it back: %+v", c.key, d.Looks)
		}
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Arrange football")
	b.press("space", "tab", "ctrl+s")
	b.see("This is needed.")
	desktest.Type(b.desk, "a photograph")
	b.press("shift+tab")
	desktest.Type(b.desk, "1 jan 2026")
	b.press("ctrl+s")
	b.says("That is before the decision was made.")
	b.press("esc", "d")
	b.fields("1 sep 2026", "why not")
	b.press("ctrl+s")
	b.says("The new day is not after the day you set it.")
}

// TestTheLastLookIsCorrected: what is over is said anew in the place of the last.
func TestTheLastLookIsCorrected(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Take Ben to have")
	b.press("space")
	b.see("This takes the place of what was entered for Mon 3 Aug 2026: done.", "the optician's letter")
	b.press("tab")
	desktest.Type(b.desk, ", and his glasses")
	b.press("ctrl+s")
	d := b.of("Take Ben to have")
	if len(d.Looks) != 1 || d.Last().Evidence != "the optician's letter, and his glasses" || d.Last().On != day("2026-08-03") {
		t.Errorf("looks %+v", d.Looks)
	}
	b.to("Take Ben to have")
	b.press("x")
	b.fields("", "it was another child's letter")
	b.press("ctrl+s")
	if d := b.of("Take Ben to have"); len(d.Looks) != 1 || !d.Open() {
		t.Errorf("it is open again: %+v", d.Looks)
	}
}

func TestPartDoneKeepsWhatWasDoneWhenADayIsSet(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.press("d")
	b.see("Find a school place, with the virtual head. Moved once, first due Mon 2 Feb 2026.")
	b.fields("4 jan 2027", "the panel meets in December")
	b.press("ctrl+s")
	if last := b.of("Find a school place, with").Last(); last.State != casefile.DecisionPart || last.Evidence != "the form, sent" || last.NewDay != day("2027-01-04") {
		t.Errorf("looked %+v", last)
	}
	b.see("reply late, P. Lund", "by Mon 4 Jan 2027", "Moved twice, first due Mon 2 Feb 2026")
}

func TestADecisionIsCarriedOn(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.id = b.book.Maja
	old := b.decide("2026-05-26", "Find a school place", "J. Osei", "2026-10-01", func(d *casefile.DecisionMade) {
		d.Service, d.Referred = "Admissions team", day("2026-06-01")
	})
	b.show()
	b.press("c")
	b.see("To the 6th review, planned for Thu 26 Nov 2026. It was to be done by Thu 1 Oct 2026.")
	b.fields("no place was free", "the virtual head asks", "", "", "", "", "1 oct 2026")
	b.press("ctrl+s")
	b.says("It is carried on to a new day, after the one it had.")
	b.press("tab", "shift+tab")
	desktest.Type(b.desk, "8 jan 2027")
	b.press("ctrl+s")
	was, _ := b.file().DecisionByID(old)
	now, ok := b.file().DecisionByID(was.Last().CarriedTo)
	if !ok || now.Different != "the virtual head asks" || now.By != day("2027-01-08") || now.What != was.What || now.Service != "Admissions team" || was.Last().Why != "no place was free" {
		t.Fatalf("was %+v\nnow %+v\n%s", was, now, b.desk.Nav.View())
	}
	b.see("> 1 Find a school place", "Carried on once; first asked when the child was 14y 2m, on 26 May 2026", "not done, carried on")
	b.press("c")
	b.says("It is carried on once the next review is in hand; d sets a new day.")
	b.to("not done, carried on")
	for key, want := range map[string]string{"c": "Nothing is still to be done under it.", "space": "It was carried on: follow the decision that goes on from it."} {
		b.press(key)
		b.says(want)
	}
	b.press("u")
	if len(b.file().Decisions()) != 1 {
		t.Error("carrying on is one act")
	}
}

func TestSentAndReceived(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.decide("2026-06-04", "Find a school place", "P. Lund", "2026-12-04", nil)
	b.show()
	b.press("m")
	b.says("The day the manager received the decisions is not on file: s enters it.")
	b.press("s")
	b.see("1 decision of the 3rd review, Thu 4 Jun 2026.", "(today?)")
	b.fields("12 nov", "", "13 nov", "16 nov")
	b.press("ctrl+s")
	b.says("Say which manager received them.")
	b.press("shift+tab", "shift+tab")
	desktest.Type(b.desk, "P. Grant")
	b.press("ctrl+s")
	want := casefile.DecisionsSent{Review: b.file().Reviews()[2].ID, Issued: day("2026-11-12"), To: "P. Grant", Sent: day("2026-11-13"), Received: day("2026-11-16")}
	if got := b.file().SentOf(want.Review); got != want {
		t.Errorf("sent %+v, want %+v", got, want)
	}
	if a := b.file().AnswerTo(want.Review, "B-901"); a.Answer != casefile.Done {
		t.Error("the item of the list is answered with it")
	}
	b.see("received Mon 16 Nov, answer due by Mon 23 Nov")
	b.press("u")
	b.see("not written up yet")
}
