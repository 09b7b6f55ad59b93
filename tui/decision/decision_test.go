package decision_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/decision"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/sheet"
)

func doors(d *desk.Desk) decision.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	return decision.Doors{
		Doors: sheet.Doors{
			Explain: func(_ casefile.ID, dl clock.Deadline) kit.Page { return text("why " + dl.Rule) },
			Rule:    func(ids []string) kit.Page { return text("rule " + strings.Join(ids, " ")) },
		},
		Paper: func(_ casefile.ID, what string, _ casefile.ID) kit.Page { return text("paper " + what) },
	}
}

// bench is one child's decisions on the desk.
type bench struct {
	t    *testing.T
	desk *desk.Desk
	book *desktest.Book
	id   casefile.ID
}

// at sits down at Ben, whose three reviews are completed, the last on 4 June.
func at(t *testing.T) *bench {
	t.Helper()
	d, book := desktest.New(t)
	return &bench{t, d, book, book.Ben}
}

func (b *bench) show() *bench {
	b.desk.Nav.Push(decision.New(b.desk, b.id, doors(b.desk)))
	return b
}

func (b *bench) file() *casefile.Case { return b.desk.Case(b.id) }

// keep puts lines on file as a screen would.
func (b *bench) keep(lines []casefile.Line, err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	b.desk.Do(b.file(), lines, "Kept")
}

func (b *bench) press(keys ...string) { desktest.Press(b.desk, keys...) }

// fields types one text after the other, going on with Tab between them.
func (b *bench) fields(texts ...string) {
	for i, text := range texts {
		if i > 0 {
			b.press("tab")
		}
		desktest.Type(b.desk, text)
	}
}

// to puts the cursor on the first line that holds a text.
func (b *bench) to(text string) {
	b.t.Helper()
	b.press("home")
	for range 60 {
		for l := range strings.SplitSeq(b.desk.Nav.View(), "\n") {
			if len(l) > 6 && strings.Contains(l[:6], ">") && strings.Contains(l, text) {
				return
			}
		}
		b.press("down")
	}
	b.t.Fatalf("no line says %q:\n%s", text, b.desk.Nav.View())
}

func (b *bench) see(texts ...string) {
	b.t.Helper()
	flat := strings.Join(strings.Fields(b.desk.Nav.View()), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			b.t.Errorf("%q is not on the screen:\n%s", text, b.desk.Nav.View())
		}
	}
}

func (b *bench) seeNot(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if view := b.desk.Nav.View(); strings.Contains(view, text) {
			b.t.Errorf("%q is on the screen:\n%s", text, view)
		}
	}
}

// says checks the message at the foot.
func (b *bench) says(want string) {
	b.t.Helper()
	if got := b.desk.Nav.Said(); !strings.Contains(got, want) {
		b.t.Errorf("it says %q, want %q", got, want)
	}
}

func day(iso string) workday.Date {
	if iso == "" {
		return 0
	}
	return desktest.Day(iso)
}

// of is the decision whose text begins so.
func (b *bench) of(what string) casefile.Decided {
	b.t.Helper()
	for _, d := range b.file().Decisions() {
		if strings.HasPrefix(d.What, what) {
			return d
		}
	}
	b.t.Fatalf("no decision %q", what)
	return casefile.Decided{}
}

// decide makes a decision of a review held on a day, or of the one in hand.
func (b *bench) decide(held, what, who, by string, set func(*casefile.DecisionMade)) casefile.ID {
	b.t.Helper()
	d := casefile.DecisionMade{ID: b.desk.Watch.NewID(), Need: "to learn with other children", Outcome: "Ben is in school each day",
		What: what, Who: who, By: day(by), Accountable: "K. Marsh"}
	for _, r := range b.file().Reviews() {
		if r.Held.Recorded == day(held) {
			d.Review = r.ID
		}
	}
	if set != nil {
		set(&d)
	}
	b.keep(b.file().MakeDecision(d, desktest.Today))
	return d.ID
}

func (b *bench) sent(held, issued, sent, received string) {
	b.t.Helper()
	for _, r := range b.file().Reviews() {
		if r.Held.Recorded == day(held) {
			to := ""
			if received != "" {
				to = "P. Grant"
			}
			b.keep(review.Send(b.file(), casefile.DecisionsSent{Review: r.ID, To: to, Issued: day(issued), Sent: day(sent), Received: day(received)}, b.desk.Context()))
		}
	}
}

func (b *bench) looked(id casefile.ID, state casefile.Progress, on string, set func(*casefile.DecisionFollowed)) {
	b.t.Helper()
	f := casefile.DecisionFollowed{Decision: id, State: state}
	set(&f)
	b.keep(b.file().FollowDecision(f, casefile.ID{}, day(on), desktest.Today))
}

func (b *bench) answered(id casefile.ID, agrees bool, on, words string) {
	b.t.Helper()
	b.keep(b.file().AnswerDecision(casefile.ManagerAnswered{Decision: id, Agrees: agrees, By: "P. Grant", Words: words}, day(on), desktest.Today))
}

// fill gives Ben decisions of three reviews in most of their states.
func (b *bench) fill() *bench {
	b.t.Helper()
	for role, name := range map[casefile.Role]string{casefile.TeamManager: "K. Marsh", casefile.Manager: "P. Grant"} {
		b.keep(b.file().StatePerson(casefile.PersonStated{ID: b.desk.Watch.NewID(), Role: role, Name: name, From: day("2026-02-02")}, desktest.Today))
	}
	first := b.decide("2025-09-04", "Find a school place near the Bakers", "P. Lund", "2025-10-02", nil)
	b.decide("2025-09-04", "Ask the grandmother for photographs", "P. Lund", "2025-11-03", nil)
	next := casefile.DecisionMade{ID: b.desk.Watch.NewID(), Need: "to learn with other children", Outcome: "Ben is in school each day", What: "Find a school place, with the virtual head",
		Who: "P. Lund", By: day("2026-02-02"), Accountable: "K. Marsh", Different: "the virtual head asks the admissions team", Service: "Admissions team", Referred: day("2025-12-10"), ReplyBy: day("2026-01-12")}
	next.Review = b.file().Reviews()[1].ID
	b.keep(b.file().CarryDecision(first, "no panel met", next, day("2025-12-04"), desktest.Today))
	b.looked(next.ID, casefile.DecisionPart, "2026-03-02", func(f *casefile.DecisionFollowed) {
		f.Evidence, f.Why, f.NewDay = "the form, sent", "the school is full", day("2026-10-02")
	})
	b.keep(b.file().AlertManager(casefile.ManagerAlerted{ID: b.desk.Watch.NewID(), Decision: next.ID, To: "K. Marsh", Sent: day("2026-10-12")}, desktest.Today))
	photos := b.of("Ask the grandmother")
	b.looked(photos.ID, casefile.DecisionDone, "2025-11-06", func(f *casefile.DecisionFollowed) { f.Evidence = "an album, seen at home" })
	b.sent("2025-12-04", "2025-12-08", "2025-12-08", "2025-12-09")

	therapy := b.decide("2026-06-04", "Start play therapy", "Dr Shah", "2026-11-30", func(d *casefile.DecisionMade) { d.Recommendation = true })
	eyes := b.decide("2026-06-04", "Take Ben to have his eyes tested", "L. Baker", "2026-07-31", nil)
	b.decide("2026-06-04", "Write the later life letter", "P. Lund", "2027-01-29", nil)
	b.decide("2026-06-04", "Arrange football on Saturdays", "T. Baker", "2026-09-01", nil)
	swim := b.decide("2026-06-04", "Pay for swimming lessons", "P. Lund", "2026-08-03", nil)
	b.sent("2026-06-04", "2026-06-08", "2026-06-09", "2026-06-10")
	b.answered(therapy, false, "2026-06-15", "no money in this year's budget")
	b.answered(eyes, true, "2026-06-15", "")
	b.looked(eyes, casefile.DecisionDone, "2026-08-03", func(f *casefile.DecisionFollowed) { f.Evidence = "the optician's letter" })
	b.looked(swim, casefile.DecisionDropped, "2026-07-20", func(f *casefile.DecisionFollowed) { f.Why = "the school teaches it" })
	b.desk = desktest.Reopen(b.t, b.book)
	return b
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	kittest.Golden(t, "decisions_80", b.desk.Nav.View())
	b.desk.Nav.SetSize(120, 40)
	kittest.Golden(t, "decisions_120", b.desk.Nav.View())
	b.press("o")
	kittest.Golden(t, "story_120", b.desk.Nav.View())
	b.press("esc")
	b.desk.Nav.SetSize(80, 24)
	b.to("Start play")
	kittest.Golden(t, "refused_80", b.desk.Nav.View())
	b.press("m")
	kittest.Golden(t, "answer_80", b.desk.Nav.View())
	b.press("esc", "a")
	b.fields("to be well", "Ben eats with the family", "Consider a dietitian asap", "the team")
	b.press("tab")
	kittest.Golden(t, "new_80", b.desk.Nav.View())
	b.desk.Nav.SetSize(120, 40)
	kittest.Golden(t, "new_120", b.desk.Nav.View())
	b = at(t).show()
	kittest.Golden(t, "empty_80", b.desk.Nav.View())
}

func TestHiddenNamesHideWhatIsDecided(t *testing.T) {
	t.Parallel()
	b := at(t).fill()
	b.desk.Hide(true)
	b.show()
	b.desk.Nav.SetSize(160, 50)
	secrets := []string{"Ben", "Hughes", "Lund", "Marsh", "Grant", "Shah", "Baker", "school", "football", "album", "panel", "Admissions", "budget"}
	for range 9 {
		b.seeNot(secrets...)
		b.press("o")
		b.seeNot(secrets...)
		b.press("esc")
		for _, key := range []string{"enter", "s", "m", "l", "t", "v"} {
			b.press(key)
			if b.desk.Nav.Depth() != 2 {
				t.Fatalf("%s opened a form full of names:\n%s", key, b.desk.Nav.View())
			}
		}
		b.press("down")
	}
	b.press("home", "space")
	b.see("Done on")
	b.seeNot(secrets...)
}

// TestTheStoryHidesNamesWhileItIsRead: ctrl+p over it changes what it tells.
func TestTheStoryHidesNamesWhileItIsRead(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	b.press("o")
	b.see("Find a school place near the Bakers", "Decision 1 of the 1st review, Thu 4 Sep 2025")
	b.desk.Hide(true)
	b.seeNot("Bakers", "Lund")
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{nil, {"enter"}, {"a"}, {"space"}, {"d"}, {"o"}, {"l"}, {"v"}, {"t"}, {"s"}, {"m"}, {"tab", "down", "m"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			b := at(t).fill().show()
			b.press(keys...)
			return b.desk.Nav
		})
	}
	for _, keys := range [][]string{nil, {"a"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			b := at(t)
			b.id = b.book.Maja
			b.show()
			b.press(keys...)
			return b.desk.Nav
		})
	}
}

func TestWithoutDecisionsItSaysWhatToDo(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.id = b.book.Nia
	b.show().see("No decision is on file.", "no review is on file yet")
	b.press("a")
	b.says("There is no review to decide at")
	b.press("space")
	b.says("Go to a decision first.")
}

// TestHowFarTheDecisionsWent: the heading follows them to the manager's answer.
func TestHowFarTheDecisionsWent(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.desk.Nav.SetSize(120, 40)
	id := b.decide("2026-06-04", "Find a school place", "P. Lund", "2026-12-04", nil)
	for _, c := range []struct{ issued, sent, received, want string }{
		{"", "", "", "not written up yet"},
		{"2026-11-16", "", "", "written up Mon 16 Nov, not sent yet"},
		{"2026-11-16", "2026-11-17", "", "sent Tue 17 Nov, not received yet"},
		{"2026-11-16", "2026-11-17", "2026-11-18", "sent Tue 17 Nov, received by P. Grant Wed 18 Nov, answer due by Wed 25 Nov"},
	} {
		if c.issued != "" {
			b.sent("2026-06-04", c.issued, c.sent, c.received)
		}
		b.see("3rd review, Thu 4 Jun 2026: " + c.want)
	}
	b.answered(id, true, "2026-11-20", "")
	b.see("received by P. Grant Wed 18 Nov, agreed", "Manager: agreed Fri 20 Nov 2026; P. Grant")
	b.see("1 open, none late")
}

func TestTheRulesBehindADecision(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show()
	for text, want := range map[string]string{"Find a school place, with": "rule DE-09 DD-02 DD-01 DD-08 DE-04 DE-05 DD-05 DE-12", "Start play": "rule DE-06 DE-07 DR-01 DE-11", "Arrange football": "rule DE-09"} {
		b.to(text)
		b.press("R")
		b.see(want)
		b.press("esc")
	}
	b.press("home", "w")
	b.see("why DE-08")
	b.press("esc", "tab", "R")
	b.see("rule DE-09")
	b.press("esc", "end", "w")
	b.says("This line is not a date that is worked out.")
}
