package room_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/room"
)

// bench is a room with a child's review set for today.
type bench struct {
	t     *testing.T
	desk  *desk.Desk
	book  *desktest.Book
	child casefile.ID
}

func at(t *testing.T) *bench {
	t.Helper()
	d, book := desktest.New(t)
	b := &bench{t: t, desk: d, book: book}
	for _, r := range d.Rows() {
		if strings.HasPrefix(r.Name, "Maja") {
			b.child = r.File
		}
	}
	if b.child.Zero() {
		t.Fatal("no child of that name")
	}
	desktest.Read(t, d, b.child)
	hand, _ := b.file().InHand()
	plan := hand.Planned
	plan.ID, plan.Date = hand.ID, desktest.Today
	b.keep(b.file().PlanReview(plan, desktest.Today))
	return b
}

func (b *bench) file() *casefile.Case { return b.desk.Case(b.child) }

func (b *bench) keep(lines []casefile.Line, err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	b.desk.Do(b.file(), lines, "kept")
}

func (b *bench) doors() room.Doors {
	text := func(words string) kit.Page { return kit.NewText(b.desk.Nav.Theme(), words, words) }
	return room.Doors{
		Event: func(_ casefile.ID, ev casefile.EventReported) kit.Page {
			return text("intake " + string(ev.What) + " " + ev.On.String())
		},
		Decisions: func(casefile.ID) kit.Page { return text("decisions") },
		Decide:    func(casefile.ID) kit.Page { return text("a new decision") },
		Prepare:   func(casefile.ID) kit.Page { return text("preparation") },
		Papers:    func(casefile.ID) kit.Page { return text("papers") },
	}
}

func (b *bench) show() *bench {
	b.desk.Nav.Push(room.New(b.desk, b.child, b.doors()))
	return b
}

func (b *bench) press(keys ...string) { desktest.Press(b.desk, keys...) }

func (b *bench) typed(text string) { desktest.Type(b.desk, text) }

// flat is what the screen says, its lines joined and spaces folded.
func (b *bench) flat() string { return strings.Join(strings.Fields(b.desk.Nav.View()), " ") }

func (b *bench) see(want ...string) {
	b.t.Helper()
	for _, w := range want {
		if !strings.Contains(b.flat(), w) {
			b.t.Errorf("%q is not on the screen:\n%s", w, b.desk.Nav.View())
		}
	}
}

func (b *bench) seeNot(want ...string) {
	b.t.Helper()
	for _, w := range want {
		if strings.Contains(b.flat(), w) {
			b.t.Errorf("%q is on the screen:\n%s", w, b.desk.Nav.View())
		}
	}
}

func (b *bench) inHand() casefile.Review {
	r, _ := review.Current(b.file(), desktest.Today)
	return r
}

// goAhead begins the review.
func (b *bench) goAhead() *bench {
	b.press("b")
	b.typed("goes\ttoday")
	b.press("ctrl+s")
	return b
}

func TestGoingAhead(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.see("Go ahead or adjourn", "b decides", "Agenda: g and the letter goes there")
	b.press("b")
	b.typed("goes\ttoday")
	b.see("It is recorded on Mon 23 Nov 2026", "The next review is then due by Sun 23 May 2027")
	b.press("ctrl+s")
	b.see("went ahead Mon 23 Nov 2026", "Review begun")
	if r := b.inHand(); r.Held.Recorded != desktest.Today || r.Held.Completed.Known() {
		t.Errorf("held %+v", r.Held)
	}
	b.press("u")
	if b.inHand().IsHeld() {
		t.Error("undo leaves it begun")
	}
}

// AJ-02, AJ-05, AJ-06: the views are asked, the effect is shown, and once only.
func TestAdjourning(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("b")
	b.typed("is adj\ttoday\tpapers\tWants to wait\tAgrees\t\tShe has prepared, but no one has read the plan\t4/12/2026")
	b.see("It must be finished by Mon 21 Dec 2026", "cannot be adjourned again")
	b.press("ctrl+s")
	b.see("adjourned, to go on Fri 4 Dec 2026")
	if r := b.inHand(); !r.Held.Adjourned || r.Held.Recorded != desktest.Today {
		t.Errorf("held %+v", r.Held)
	}
	b.press("b")
	b.typed("is adj")
	b.seeNot("‹ is adjourned")
	b.see("cannot be adjourned: It was adjourned before")
}

// Any agenda item is two keys away, and the last review's words stand above.
func TestAnAgendaItemInTwoKeys(t *testing.T) {
	t.Parallel()
	b := at(t)
	last := b.lastHeld()
	b.keep(b.file().WriteNote(casefile.NoteWritten{Text: "Settled, asks for a bicycle", Review: last.ID, Item: "B-705"}, casefile.ID{}, desktest.Today))
	b.show()
	b.press("g")
	b.see("Press its letter", "e Contact with family and others")
	b.press("e")
	b.see("Last time, "+last.Held.Recorded.Long()+": Settled, asks for a bicycle", "0 words")
	b.typed("Sees her father on Sundays")
	b.see("5 words", "may be shared in the record", "draft kept")
	b.press("ctrl+d")
	if note, _ := b.file().NoteOn(b.inHand().ID, "B-705"); note.Text != "Sees her father on Sundays" || note.Private {
		t.Errorf("note %+v", note)
	}
	if a := b.file().AnswerTo(b.inHand().ID, "B-705"); a.Answer != casefile.Done {
		t.Errorf("answer %+v", a)
	}
	b.see("Sees her father on Sundays", "1 of")
}

func TestWordsSurviveLeavingAndMayBePrivate(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("g", "f")
	b.typed("Says the house is cold")
	b.press("esc")
	b.see("unfinished words kept")
	b.press("enter")
	b.see("Says the house is cold", "Your unfinished words are here again")
	b.press("ctrl+t")
	b.see("private: in no copy of anything")
	b.press("ctrl+g")
	b.see("Press its letter")
	if note, _ := b.file().NoteOn(b.inHand().ID, "B-706"); note.Text != "Says the house is cold" || !note.Private {
		t.Errorf("note %+v", note)
	}
	if a := b.file().AnswerTo(b.inHand().ID, "B-706"); a.Answer != casefile.Open {
		t.Error("writing answered the item")
	}
}

// CH-07: only the codes that fit the age are offered, once the review began.
func TestHowTheChildTakesPart(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("k")
	b.see("Decide first to go ahead")
	b.goAhead()
	b.press("k")
	b.see("PN1", "PN7")
	b.seeNot("PN0")
	b.press("enter")
	if got := b.inHand().Held.Participation; got != "PN1" {
		t.Errorf("participation %q", got)
	}
}

// CH-08, PR-37; HB 3.17: somebody left out has reasons and another way.
func TestTakingPart(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("p")
	b.typed("Aunt Zofia\taunt\tleft out\t")
	b.press("ctrl+s")
	b.see("Say why they are left out")
	b.typed("Threatened the carer\tBy letter\tWants to see Maja\t")
	b.press("ctrl+s")
	parts := b.file().PartsIn(b.inHand().ID)
	if len(parts) != 1 || parts[0].How != casefile.LeftOut || parts[0].Instead != "By letter" || parts[0].Words != "Wants to see Maja" || parts[0].Private {
		t.Fatalf("parts %+v", parts)
	}
	b.see("Aunt Zofia", "left out, Wants to see Maja")
}

// PR-13: the child's words begin private.
func TestTheChildsWordsBeginPrivate(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("w")
	b.typed("I want to see my dad")
	b.press("tab", "tab", "tab", "tab")
	b.typed("today")
	b.press("ctrl+s")
	said := b.file().ChildsWordsAt(b.inHand().ID)
	if len(said) != 1 || said[0].Shareable || said[0].Words != "I want to see my dad" || said[0].On != desktest.Today {
		t.Fatalf("said %+v", said)
	}
	b.desk.Nav.SetSize(80, 60)
	b.see("private I want to see my dad")
}

// MO-15: a safety concern opens an event at once.
func TestASafetyConcernOpensAnEvent(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("e")
	b.see("intake safeguarding 2026-11-23")
}

// AG-20, QA-10: red, amber or green with a word and a sentence.
func TestJudgingThePlan(t *testing.T) {
	t.Parallel()
	b := at(t).show().goAhead()
	b.press("j")
	b.typed(strings.Repeat("y\t", 3) + "n\tNo Polish school\t" + strings.Repeat("y\t", 3) + strings.Repeat("y\t", 6) + "\tamber\t")
	b.press("ctrl+s")
	b.see("This is needed")
	b.typed("Identity is left out of it")
	b.press("ctrl+s")
	j := b.file().JudgementOf(b.inHand().ID)
	if j.Rating != casefile.Amber || j.Why != "Identity is left out of it" || j.Needs["identity"] != "no" {
		t.Fatalf("judged %+v:\n%s", j, b.desk.Nav.View())
	}
	if b.file().AnswerTo(b.inHand().ID, "B-717").Answer != casefile.Done || b.file().AnswerTo(b.inHand().ID, "B-718").Answer != casefile.Done {
		t.Error("the two items are not answered")
	}
}

// ready enters all that closing needs.
func (b *bench) ready() *bench {
	b.goAhead()
	id := b.inHand().ID
	b.keep(review.Participate(b.file(), id, "PN1", b.desk.Context()))
	b.keep(b.file().MakeDecision(casefile.DecisionMade{ID: b.desk.Watch.NewID(), Review: id, Need: "School", Outcome: "Learns", What: "Find a place", Who: "J. Osei",
		By: desktest.Day("2026-12-18")}, desktest.Today))
	list, _ := review.Prepare(b.file(), b.desk.Clocks(b.file()), b.desk.Context())
	for _, stop := range review.Stops(list) {
		b.keep(b.file().AnswerItem(casefile.ItemAnswered{Review: id, Item: stop.ID, Answer: casefile.NotDone, Reason: "for the test"}, desktest.Today, desktest.Today))
	}
	b.press("c") // anything wakes the page
	return b
}

func TestClosingSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	b := at(t).show()
	b.press("c")
	b.see("cannot be closed yet", "Missing: going ahead; how the child took part; the decisions")
}

// RT-13, RC-01: closing shows what follows, checks the next day, and leads to
// what is to be done after.
func TestClosingAndAfter(t *testing.T) {
	t.Parallel()
	b := at(t).show().ready()
	b.typed("today\t24/5/2027\t\t\tThe school was closed")
	b.see("Mon 24 May 2027 is after the next review's limit, Sun 23 May 2027", "Decisions go out by Mon 30 Nov")
	b.press("ctrl+s")
	b.see("set for after its limit")
	b.press("shift+tab", "shift+tab", "shift+tab", "ctrl+a")
	for range 12 {
		b.press("delete")
	}
	b.typed("20/5/2027")
	b.see("half-way is")
	b.press("ctrl+s")
	b.see("after the review", "Issue the written decisions", "by Mon 30 Nov", "once received")
	last, ok := review.LastCompleted(b.file(), desktest.Today)
	hand, planned := b.file().InHand()
	if !ok || last.Held.Completed != desktest.Today || !planned || hand.Planned.Date != desktest.Day("2027-05-20") {
		t.Errorf("last %+v, next %+v", last.Held, hand.Planned)
	}
	b.press("down", "down", "down", "space")
	b.typed("today")
	b.press("ctrl+s")
	b.see("Done")
}

func TestHiddenNames(t *testing.T) {
	t.Parallel()
	b := at(t).show().goAhead()
	b.keep(b.file().TakePart(casefile.TookPart{ID: b.desk.Watch.NewID(), Review: b.inHand().ID, Name: "Aunt Zofia", How: casefile.InTheRoom, Words: "zebra"}, desktest.Today))
	b.keep(b.file().KeepWords(casefile.ChildSaid{ID: b.desk.Watch.NewID(), Review: b.inHand().ID, Words: "okapi"}, desktest.Today, desktest.Today))
	b.desk.Hide(true)
	for range 60 {
		b.seeNot("Maja", "Zofia", "zebra", "okapi")
		b.press("down")
	}
}

// everywhere opens each screen and overlay of the room.
var everywhere = map[string]func(b *bench){
	"room":     func(*bench) {},
	"go to":    func(b *bench) { b.press("g") },
	"begin":    func(b *bench) { b.press("b") },
	"part":     func(b *bench) { b.press("p") },
	"words":    func(b *bench) { b.press("g", "e") },
	"said":     func(b *bench) { b.press("w") },
	"judge":    func(b *bench) { b.press("j") },
	"done":     func(b *bench) { b.press("g", "esc", "down", "space") },
	"close":    func(b *bench) { b.ready() },
	"children": func(b *bench) { b.goAhead().press("k") },
	"after": func(b *bench) {
		b.ready()
		b.typed("today\t20/5/2027\t\t\tThe school was closed")
		b.press("ctrl+s")
	},
	"nothing after": func(b *bench) { b.desk.Nav.Push(room.After(b.desk, b.child, b.doors())) },
}

func TestEverySize(t *testing.T) {
	t.Parallel()
	for name, open := range everywhere {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kittest.Sweep(t, func() kittest.Sized {
				b := at(t).show()
				open(b)
				return b.desk.Nav
			})
		})
	}
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"room", "go to", "begin", "words", "judge", "close", "after"} {
		b := at(t)
		b.keep(b.file().WriteNote(casefile.NoteWritten{Text: "Settled, asks for a bicycle", Review: b.lastHeld().ID, Item: "B-705"}, casefile.ID{}, desktest.Today))
		b.show()
		everywhere[name](b)
		kittest.Golden(t, strings.ReplaceAll(name, " ", "_")+"_80", b.desk.Nav.View())
		b.desk.Nav.SetSize(120, 40)
		kittest.Golden(t, strings.ReplaceAll(name, " ", "_")+"_120", b.desk.Nav.View())
	}
}

func (b *bench) lastHeld() casefile.Review {
	last, _ := review.Before(b.file(), b.inHand())
	return last
}
