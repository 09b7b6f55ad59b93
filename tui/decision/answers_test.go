package decision_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk/desktest"
)

// three are three decisions the manager received a week ago.
func three(t *testing.T) *bench {
	t.Helper()
	b := at(t)
	for _, what := range []string{"Find a school place", "Book the sleep clinic", "Pay for swimming"} {
		b.decide("2026-06-04", what, "P. Lund", "2026-12-04", nil)
	}
	b.sent("2026-06-04", "2026-11-12", "2026-11-13", "2026-11-16")
	return b.show()
}

// TestOneFormTakesEveryAnswer: each begins empty, and only what is answered is
// kept, as one act.
func TestOneFormTakesEveryAnswer(t *testing.T) {
	t.Parallel()
	b := three(t)
	b.desk.Nav.SetSize(80, 40)
	b.press("m")
	b.see("The manager's days end on Mon 23 Nov 2026", "1 Find a school place Answer not answered", "2 Book the sleep clinic Answer not answered", "3 Pay for swimming Answer not answered")
	desktest.Type(b.desk, "today")
	b.press("ctrl+s")
	b.says("No decision has an answer here, so nothing is kept.")
	b.press("tab", "tab")
	b.fields("agrees", "", "disagrees")
	b.press("ctrl+s")
	b.see("This is needed.")
	desktest.Type(b.desk, "no money this year")
	b.press("ctrl+s")
	b.says("2 answers kept, 1 refused: t raises it informally")
	school, sleep, swim := b.of("Find"), b.of("Book"), b.of("Pay")
	if !school.Answer.Agrees || school.Answer.On != desktest.Today || school.Answer.By != "P. Grant" || sleep.Answer.On.Known() || swim.Answer.Agrees || swim.Answer.Words != "no money this year" {
		t.Fatalf("school %+v\nsleep %+v\nswim %+v", school.Answer, sleep.Answer, swim.Answer)
	}
	b.see("3rd review, Thu 4 Jun 2026: answer due by Mon 23 Nov, 1 refused")
	b.to("Book")
	b.press("m")
	b.see("2 Book the sleep clinic")
	b.seeNot("Find a school place", "Pay for swimming")
	b.press("esc", "u")
	if b.of("Find").Answer.On.Known() || b.of("Pay").Answer.On.Known() {
		t.Error("the answers are one act")
	}
}

func TestAnAnswerIsCorrected(t *testing.T) {
	t.Parallel()
	b := three(t)
	b.answered(b.of("Find").ID, false, "2026-11-18", "no place")
	b.desk.Nav.View()
	b.to("Find")
	b.press("m")
	b.see("18/11/2026", "disagrees", "no place")
	b.seeNot("Book the sleep clinic")
	b.press("tab", "tab", "tab", "tab")
	desktest.Type(b.desk, "19 nov")
	b.press("ctrl+s")
	if a := b.of("Find").Answer; a.ToAll != day("2026-11-19") || a.Words != "no place" || a.On != day("2026-11-18") {
		t.Errorf("answer %+v:\n%s", a, b.desk.Nav.View())
	}
	b.press("m", "ctrl+s")
	b.says("Nothing was changed.")
}

func TestALateRefusalStandsAsAgreed(t *testing.T) {
	t.Parallel()
	b := three(t)
	b.sent("2026-06-04", "2026-11-02", "2026-11-03", "2026-11-04")
	b.answered(b.of("Find").ID, false, "2026-11-16", "no place")
	b.desk.Nav.View()
	b.to("Find")
	b.see("refused too late, stands as agreed since Thu 12 Nov 2026", "t raises it informally")
	b.press("R")
	b.see("rule DE-13")
}

func TestTheManagerIsAlertedAndAnswers(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Arrange football")
	b.press("L")
	b.see("paper alert")
	b.press("esc", "l", "tab")
	b.press("tab", "ctrl+s") // to the accountable manager, today, as offered
	alerts := b.of("Arrange football").Alerts
	if len(alerts) != 1 || alerts[0].To != "K. Marsh" || alerts[0].Sent != desktest.Today {
		t.Fatalf("alerts %+v:\n%s", alerts, b.desk.Nav.View())
	}
	b.see("Alert sent Mon 23 Nov 2026, to K. Marsh; no answer yet")
	b.press("l")
	b.see("The answer to the alert of Mon 23 Nov 2026", "Another alert")
	b.press("enter")
	b.press("tab", "tab", "tab")
	desktest.Type(b.desk, "A coach is found")
	b.press("ctrl+s")
	if a := b.of("Arrange football").Alerts; len(a) != 1 || a[0].Answer != "A coach is found" || a[0].Answered != desktest.Today {
		t.Errorf("alerts %+v:\n%s", a, b.desk.Nav.View())
	}
	b.press("l", "tab", "tab", "ctrl+s")
	b.see("2 alerts. The last: Alert sent Mon 23 Nov 2026, to K. Marsh; no answer yet")
	b.to("Pay for swimming")
	b.press("l")
	b.says("Nothing is still to be done under it.")
}

func TestADecisionIsTalkedOverAndSettled(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Write the later")
	b.press("t")
	b.says("It is neither refused nor late, so there is nothing to take up.")
	b.to("Start play")
	b.press("t")
	b.see("Raise it informally", "Start play therapy")
	b.fields("18 nov", "K. Marsh", "Ben waits for therapy", "", "11 dec")
	b.press("ctrl+s")
	over, ok := b.file().DisputeOver(b.of("Start play").ID)
	if !ok || over.With != "K. Marsh" || over.Opened != day("2026-11-18") || over.Wanted != "Start play therapy" || over.By != day("2026-12-11") {
		t.Fatalf("raised %+v:\n%s", over, b.desk.Nav.View())
	}
	b.see("Raised informally Wed 18 Nov 2026, with K. Marsh, Ben waits for therapy")

	b.press("t", "enter")
	b.fields("20 nov", "K. Marsh", "a call", "The panel meets in December", "ask again")
	b.press("ctrl+s")
	b.see("Fri 20 Nov 2026, with K. Marsh, a call: The panel meets in December; next: ask again")
	b.press("t", "down", "enter", "tab")
	b.fields("Therapy begins after Christmas", "Dr Shah", "8 jan 2027")
	b.press("ctrl+s")
	b.see("settled Mon 23 Nov 2026, Therapy begins after Christmas, Dr Shah, by Fri 8 Jan 2027")
	over, _ = b.file().DisputeOver(b.of("Start play").ID)
	if over.Open() || len(over.Log) != 1 {
		t.Errorf("settled %+v", over)
	}
	b.press("t")
	b.see("Raise it informally")
}

func TestHowItWasRaisedIsCorrected(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Arrange football")
	b.press("t", "tab", "tab")
	desktest.Type(b.desk, "No football since June")
	b.press("ctrl+s", "t", "down", "down", "enter", "tab", "tab")
	b.press("down")
	desktest.Type(b.desk, " by Christmas")
	b.press("ctrl+s")
	over, _ := b.file().DisputeOver(b.of("Arrange football").ID)
	if over.Wanted != "Arrange football on Saturdays by Christmas" || len(b.file().Disputes()) != 1 {
		t.Errorf("raised %+v:\n%s", b.file().Disputes(), b.desk.Nav.View())
	}
}

func TestAReferralToAnotherService(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Write the later")
	b.press("v", "tab")
	b.fields("2 nov", "16 nov")
	b.press("ctrl+s")
	b.says("Say which service was asked.")
	b.press("shift+tab", "shift+tab")
	desktest.Type(b.desk, "Life story team")
	b.press("ctrl+s")
	if d := b.of("Write the later"); d.Service != "Life story team" || d.Referred != day("2026-11-02") || d.ReplyBy != day("2026-11-16") || d.Need == "" {
		t.Fatalf("referral %+v", d.DecisionMade)
	}
	b.see("reply late, P. Lund", "Referral to Life story team: sent Mon 2 Nov 2026, reply asked for by Mon 16 Nov 2026, 7 days late")
	b.press("v", "tab", "tab", "tab")
	desktest.Type(b.desk, "20 nov")
	b.press("ctrl+s")
	b.see("replied Fri 20 Nov 2026", "by Fri 29 Jan 2027")
}

// TestKeysClashWithNothing: every key is bound once on the screen, and none is
// one that works everywhere.
func TestKeysClashWithNothing(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	seen := map[string]string{}
	for _, a := range b.desk.Nav.All() {
		for _, key := range a.Keys {
			if other, twice := seen[key]; twice {
				t.Errorf("%s is %s and %s", key, other, a.ID)
			}
			seen[key] = a.ID
		}
	}
	for _, key := range []string{"q", "/", "f2", "f3", "f4", "f6", "ctrl+p", "ctrl+l"} {
		if id, taken := seen[key]; taken {
			t.Errorf("%s is taken by %s", key, id)
		}
	}
}

// TestWhatWasDoneOfADecisionThatIsOver: what is over can be said anew, not done
// again.
func TestWhatWasDoneOfADecisionThatIsOver(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.to("Pay for swimming")
	for key, want := range map[string]string{"d": "Nothing is still to be done under it.", "c": "Nothing is still to be done under it.", "t": "Nothing is still to be done under it."} {
		b.press(key)
		b.says(want)
	}
	b.press("n")
	b.see("This takes the place of what was entered for Mon 20 Jul 2026: no longer needed.", "the school teaches it")
	if got := b.of("Pay for swimming").State(); got != casefile.DecisionDropped {
		t.Errorf("state %q", got)
	}
}
