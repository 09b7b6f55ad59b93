package review_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk/desktest"
	"footprint/tui/review"
)

func TestAnswerDoneWithItsEvidence(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "space")
	wants(t, d, "Receive the current education plan (PEP): done", "Received on *", "By whom", "Date of the plan")
	desktest.Press(d, "ctrl+s")
	if b.Changes() != 0 {
		t.Fatal("an answer without its day was kept")
	}
	desktest.Press(d, "tab", "tab")
	desktest.Type(d, "3/9")
	desktest.Press(d, "ctrl+s")
	a := answer(d, b.Maja, "B-403")
	if a.Answer != casefile.Done || a.On != desktest.Today || a.DoneBy != "J. Osei" ||
		a.Evidence["received_on"] != "2026-11-23" || a.Evidence["plan_date"] != "2026-09-03" || len(a.Evidence) != 2 {
		t.Errorf("kept as %+v", a)
	}
	if b.Changes() != 1 || d.Nav.Overlay() != nil {
		t.Error("the sheet should have closed on one change")
	}
	wants(t, d, "Done. u to undo", "19 of 32 ready", " ✓ > Receive the current education plan       Mon 23 Nov        J. Osei")
	desktest.Press(d, "u")
	if answer(d, b.Maja, "B-403").Answer != casefile.Open {
		t.Error("undo should bring the open item back")
	}
	wants(t, d, "18 of 32 ready", " ~ > Receive the current education plan       due today")
}

func TestEveryKindOfEvidence(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	to(t, d, "Speak with the child in private")
	desktest.Press(d, "space", "tab")
	desktest.Type(d, "in the garden")
	desktest.Press(d, "enter", "right", "enter", "enter")
	desktest.Type(d, "I like it here")
	desktest.Press(d, "ctrl+s")
	if e := answer(d, b.Maja, "B-501").Evidence; e["where"] != "in the garden" || e["alone"] != "yes" || e["child_words"] != "I like it here" || len(e) != 3 {
		t.Errorf("kept as %v", e)
	}
	to(t, d, "Offer the chance to chair all or part")
	desktest.Press(d, "space", "tab", "right", "right", "ctrl+s")
	if e := answer(d, b.Maja, "B-504").Evidence; e["answer"] != "child_part" {
		t.Errorf("kept as %v", e)
	}
	to(t, d, "Log consultation replies")
	desktest.Press(d, "space", "tab")
	desktest.Type(d, "mother\nschool")
	desktest.Press(d, "ctrl+s")
	if e := answer(d, b.Maja, "B-405").Evidence; e["returned_by"] != "mother\nschool" {
		t.Errorf("kept as %v", e)
	}
	d.Nav.SetSize(120, 40)
	wants(t, d, "Who replied: mother; school")
	desktest.Press(d, "space") // to correct: everything is there again
	wants(t, d, "mother", "school", "23/11/2026")
}

func TestAListWithNamedLinesComesBack(t *testing.T) {
	t.Parallel()
	d, b := open(t, nia)
	to(t, d, "Complete the independence declaration")
	desktest.Press(d, "space", "tab")
	desktest.Type(d, "no")
	desktest.Press(d, "enter")
	desktest.Type(d, "once, in 2024")
	desktest.Press(d, "ctrl+s")
	const kept = "plans: no\nvisits: once, in 2024"
	if got := answer(d, b.Nia, "B-003").Evidence["five_answers"]; got != kept {
		t.Errorf("kept %q, want %q", got, kept)
	}
	desktest.Press(d, "space")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "Nothing was changed.")
	if got := answer(d, b.Nia, "B-003").Evidence["five_answers"]; got != kept {
		t.Errorf("opening it again changed it to %q", got)
	}
}

func TestNotDoneNeedsAReasonAndSuggestsItOnce(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "x", "ctrl+s")
	wants(t, d, "This is needed.")
	desktest.Type(d, "   ")
	desktest.Press(d, "ctrl+s")
	if b.Changes() != 0 {
		t.Fatal("a reason of spaces was kept")
	}
	desktest.Press(d, "backspace", "backspace", "backspace")
	desktest.Type(d, "school is late")
	desktest.Press(d, "ctrl+s")
	if a := answer(d, b.Maja, "B-403"); a.Answer != casefile.NotDone || a.Reason != "school is late" {
		t.Errorf("kept as %+v", a)
	}
	wants(t, d, " × > Receive the current education plan", "school is late")
	to(t, d, "Log consultation replies")
	desktest.Press(d, "-")
	wants(t, d, "(school is late?)")
	desktest.Press(d, "ctrl+s")
	if b.Changes() != 1 {
		t.Fatal("a suggestion was kept without being accepted")
	}
	desktest.Press(d, "tab", "ctrl+s")
	if a := answer(d, b.Maja, "B-405"); a.Answer != casefile.NotApplicable || a.Reason != "school is late" {
		t.Errorf("kept as %+v", a)
	}
	to(t, d, "Speak with the child in private")
	desktest.Press(d, "x")
	lacks(t, d, "(school is late?)")
	desktest.Press(d, "esc")
	to(t, d, "Log consultation replies")
	desktest.Press(d, "o")
	if answer(d, b.Maja, "B-405").Answer != casefile.Open {
		t.Error("o should withdraw the answer")
	}
}

func TestDayIsCarriedDownAsASuggestion(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "space")
	desktest.Type(d, "24/11/2026")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "That day is still to come.")
	for range len("24/11/2026") {
		desktest.Press(d, "backspace")
	}
	desktest.Type(d, "20/11")
	desktest.Press(d, "ctrl+s")
	to(t, d, "Log consultation replies")
	desktest.Press(d, "space")
	wants(t, d, "(20/11/2026?)")
	desktest.Press(d, "tab", "ctrl+s")
	if a := answer(d, b.Maja, "B-405"); a.On != desktest.Day("2026-11-20") {
		t.Errorf("kept as %+v", a)
	}
}

func TestUnfinishedAnswerComesBack(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "x")
	desktest.Type(d, "half a rea")
	desktest.Press(d, "esc", "x")
	wants(t, d, "half a rea", "What you typed last time is here again.")
	desktest.Press(d, "ctrl+r")
	if d.Nav.Depth() != 2 || d.Nav.Overlay() != nil || len(b.Drafts()) != 0 {
		t.Error("forgetting should close the sheet alone and drop the draft")
	}
}

func TestConversationKeepsOnlyWhatIsAnswered(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	before := answers(d.Case(b.Maja))
	to(t, d, "Speak with the child in private")
	desktest.Press(d, "c")
	wants(t, d, "With Maja: 9 open items", "Only the lines you answer are kept", "leave open")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "No line is answered, so nothing is kept.")
	desktest.Press(d, "enter", "right") // the first line, done
	desktest.Press(d, "ctrl+s")
	wants(t, d, "Give the day, or give each line its own.")
	desktest.Press(d, "tab")            // accept today
	desktest.Press(d, "enter", "enter") // to where
	desktest.Type(d, "in her room")
	desktest.Press(d, "enter", "enter", "enter", "enter", "enter")  // past the second line
	desktest.Press(d, "enter", "right", "right", "enter", "ctrl+s") // the third line, not done
	if b.Changes() != 0 {
		t.Fatal("a line without its reason was kept")
	}
	desktest.Type(d, "not today")
	desktest.Press(d, "ctrl+s")
	if b.Changes() != 1 || len(b.Last().Files[0].Entries) != 2 {
		t.Fatalf("%d changes, want one act of two answers\n%s", b.Changes(), d.Nav.View())
	}
	if got := answers(d.Case(b.Maja)); got != before+2 {
		t.Errorf("%d answers more", got-before)
	}
	if a := answer(d, b.Maja, "B-501"); a.Answer != casefile.Done || a.On != desktest.Today || a.Evidence["where"] != "in her room" {
		t.Errorf("the first line: %+v", a)
	}
	wants(t, d, "2 answers kept. u to undo", "19 of 32 ready")
	desktest.Press(d, "u")
	if got := answers(d.Case(b.Maja)); got != before {
		t.Errorf("undo should take the whole conversation back: %d of %d", got, before)
	}
}

func TestConversationComesBackUnfinished(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "c", "tab", "enter", "right", "esc")
	if b.Changes() != 0 || len(b.Drafts()) == 0 {
		t.Fatal("leaving should keep a draft and no answer")
	}
	desktest.Press(d, "c")
	wants(t, d, "What you typed last time is here again.", "today")
}

func TestNoteDraftSurvives(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	to(t, d, "Speak with the child in private")
	desktest.Press(d, "n")
	desktest.Type(d, "She said that")
	desktest.Press(d, "esc")
	wants(t, d, "unfinished note")
	if b.Changes() != 0 {
		t.Fatal("a draft is not a note")
	}
	d = desktest.Reopen(t, b) // the program was closed and opened again
	d.Nav.Push(review.New(d, b.Maja))
	to(t, d, "Speak with the child in private")
	desktest.Press(d, "n")
	wants(t, d, "She said that", "Your unfinished note is here again.")
	desktest.Type(d, " the dog sleeps")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "Note kept. u to undo")
	lacks(t, d, "unfinished note")
	hand, _ := d.Case(b.Maja).InHand()
	note, ok := d.Case(b.Maja).NoteOn(hand.ID, "B-501")
	if !ok || note.Text != "She said that the dog sleeps" || len(b.Drafts()) != 0 {
		t.Fatalf("kept as %q, drafts %v", note.Text, b.Drafts())
	}
	desktest.Press(d, "n")
	desktest.Type(d, " inside")
	desktest.Press(d, "ctrl+s")
	c := d.Case(b.Maja)
	if note, _ = c.NoteOn(hand.ID, "B-501"); note.Text != "She said that the dog sleeps inside" || len(c.Notes()) != 1 {
		t.Errorf("a correction should take the note's place: %q of %d", note.Text, len(c.Notes()))
	}
	desktest.Press(d, "n", "ctrl+s")
	if b.Changes() != 2 {
		t.Error("keeping the same words again is no change")
	}
}

func TestFirstEntryOpensTheReview(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		do   []string
		said string
	}{
		{"answering", []string{"space", "tab", "ctrl+s"}, "Done. u to undo"},
		{"noting", []string{"n", "a", "ctrl+s"}, "Note kept. u to undo"},
		{"planning", []string{"p", "tab", "ctrl+s"}, "Review planned for Fri 4 Dec 2026. u to undo"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, b := open(t, ben)
			if _, ok := d.Case(b.Ben).InHand(); ok || b.Changes() != 0 {
				t.Fatal("looking should open nothing")
			}
			desktest.Press(d, tt.do...)
			wants(t, d, tt.said)
			if _, ok := d.Case(b.Ben).InHand(); !ok || b.Changes() != 1 {
				t.Errorf("one act should open the review: %d\n%s", b.Changes(), d.Nav.View())
			}
			desktest.Press(d, "u")
			if _, ok := d.Case(b.Ben).InHand(); ok {
				t.Error("undo should take the opening back too")
			}
		})
	}
}

func TestDraftBegunBeforeTheReviewIsFound(t *testing.T) {
	t.Parallel()
	d, b := open(t, ben)
	desktest.Press(d, "n")
	desktest.Type(d, "begun early")
	desktest.Press(d, "esc", "p", "tab", "ctrl+s", "n")
	wants(t, d, "begun early")
	desktest.Press(d, "ctrl+s")
	if len(b.Drafts()) != 0 {
		t.Errorf("drafts left: %d", len(b.Drafts()))
	}
}

func TestPlanEchoesTheDayAndWarns(t *testing.T) {
	t.Parallel()
	d, b := open(t, ben)
	desktest.Press(d, "p")
	wants(t, d, "Plan the 4th review", "The limit is Fri 4 Dec 2026.")
	desktest.Type(d, "5 dec")
	wants(t, d, "! Sat 5 Dec 2026, not a working day: a Saturday, 9 working days from", "after the limit of Fri 4 Dec 2026: it would be late.")
	for range len("5 dec") {
		desktest.Press(d, "backspace")
	}
	desktest.Type(d, "+20wd")
	wants(t, d, "! Mon 21 Dec 2026, a working day, 20 working days from today; after the", "limit of Fri 4 Dec 2026: it would be late.")
	desktest.Press(d, "enter")
	desktest.Type(d, "25:00")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "Type the time like 15:30.")
	for range len("25:00") {
		desktest.Press(d, "backspace")
	}
	desktest.Type(d, "9.30")
	desktest.Press(d, "enter")
	desktest.Type(d, "no")
	desktest.Press(d, "enter")
	desktest.Type(d, "Civic Centre")
	desktest.Press(d, "ctrl+s")
	hand, _ := d.Case(b.Ben).InHand()
	if p := hand.Planned; p.Date != desktest.Day("2026-12-21") || p.Time != "09:30" || p.Venue != "Civic Centre" || p.Home {
		t.Errorf("planned as %+v", p)
	}
	wants(t, d, "4th review Mon 21 Dec, 09:30 at Civic Centre")
}

func TestShortNoticeCompresses(t *testing.T) {
	t.Parallel()
	d, b := open(t, ben)
	desktest.Press(d, "p", "tab", "up", "up")
	desktest.Press(d, "enter", "enter", "right", "enter", "enter")
	wants(t, d, "marked compressed")
	desktest.Type(d, "today")
	desktest.Press(d, "ctrl+s")
	hand, _ := d.Case(b.Ben).InHand()
	if hand.Planned.CalledOn != desktest.Today || !hand.Planned.Home {
		t.Fatalf("planned as %+v\n%s", hand.Planned, d.Nav.View())
	}
	to(t, d, "Confirm the social worker has asked")
	wants(t, d, "compressed")
	desktest.Press(d, "w")
	wants(t, d, "moved up to", "It is for the social worker to do.")
}

func TestFactsDecideWhichItemsShow(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	d.Nav.SetSize(80, 200)
	wants(t, d, "Speak with the child in private")
	lacks(t, d, "Observe or play with the child")
	d.Nav.SetSize(80, 24)
	desktest.Press(d, "f")
	for range 40 {
		if strings.Contains(d.Nav.View(), "> Observed rather than spoken with") {
			break
		}
		desktest.Press(d, "tab")
	}
	desktest.Type(d, "yes")
	desktest.Press(d, "ctrl+s")
	if got := d.Case(b.Maja).Fact("observe_instead"); got != "yes" || len(b.Last().Files[0].Entries) != 1 {
		t.Fatalf("kept %q\n%s", got, d.Nav.View())
	}
	d.Nav.SetSize(80, 200)
	wants(t, d, "Observe or play with the child where t")
	lacks(t, d, "Speak with the child in private")
}

func TestSetUpIsCorrectedWhereItWasAnswered(t *testing.T) {
	t.Parallel()
	d, b := open(t, nia)
	to(t, d, "Allocate a named IRO")
	desktest.Press(d, "space", "tab", "ctrl+s")
	to(t, d, "Allocate a named IRO")
	desktest.Press(d, "o")
	if a := answer(d, b.Nia, "B-002"); a.Answer != casefile.Open || a.Entry.Zero() {
		t.Errorf("withdrawn as %+v", a)
	}
	wants(t, d, " ~ > Allocate a named IRO", "0 of ")
}

func TestARefusedChangeIsSaid(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "n", "ctrl+s")
	wants(t, d, "The note is empty. Type something, or leave with Esc.")
	if d.Nav.Depth() != 3 || b.Changes() != 0 {
		t.Error("the note should stay open")
	}
}

// RT-15, RT-18, PR-38: the meetings of a set, who speaks when, and what it is
// held together with.
func TestThePlanOfASet(t *testing.T) {
	t.Parallel()
	d, b := open(t, ben)
	desktest.Press(d, "p")
	desktest.Type(d, "3 dec\t15:30\tyes\tseveral\t\tThu 3 Dec at school, teacher and nurse\tThe nurse first\tchild prot")
	desktest.Press(d, "ctrl+s")
	hand, _ := d.Case(b.Ben).InHand()
	if p := hand.Planned; p.Format != "series" || p.Meetings != "Thu 3 Dec at school, teacher and nurse" || p.Order != "The nurse first" || p.With != casefile.WithConference {
		t.Errorf("planned as %+v:\n%s", p, d.Nav.View())
	}
}
