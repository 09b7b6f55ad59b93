package visit_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/safekeeping/presstest"
	"footprint/tui/visit"
)

func TestSeenAloneAnswersWhatIsOpen(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		b.Press("up", "s")
		b.See("Seen alone · M.K. C-0001, aged 14", "answers on the list of the next review: Speak with the child in private", "23/11/2026", "where the child lives", "in person")
		b.Golden("alone_80")
		b.Press("tab", "tab", "tab", "tab")
		b.Type("I like it here")
		b.Press("ctrl+s")
		c := b.Desk.Case(book.Maja)
		r, _ := c.InHand()
		a := c.AnswerTo(r.ID, "B-501")
		if a.Answer != casefile.Done || a.Evidence["alone"] != "yes" || a.Evidence["where"] != "where the child lives" || a.Evidence["method"] != "in person" || a.Evidence["child_words"] != "I like it here" {
			t.Fatalf("answer %+v", a)
		}
		if log := c.Log(); len(log) != 1 || log[0].With != "the child" || log[0].What != casefile.Contact {
			t.Errorf("log %+v", log)
		}
		if said := c.ChildsWords(); len(said) != 1 || said[0].Shareable {
			t.Errorf("said %+v", said)
		}
		b.See("last seen, or spoken with alone, Mon 23 Nov")
		b.See("still to do with them: 7 things")
		b.Press("s")
		b.See("nothing open on the list asks for it")
		b.Press("esc", "u")
		if c := b.Desk.Case(book.Maja); c.AnswerTo(r.ID, "B-501").Answer != casefile.Open || len(c.Log()) != 0 || len(c.ChildsWords()) != 0 {
			t.Error("u takes the whole act back")
		}
	})
}

// TestAnActBeforeThePreparation: on the day a review closed a talk once ticked
// that of the next.
func TestAnActBeforeThePreparation(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		lines, err := b.Desk.Case(book.Ben).HoldReview(casefile.ReviewHeld{ID: book.Watch.NewID(), Recorded: desktest.Today, Completed: desktest.Today, What: "ordinary"}, desktest.Today)
		keep(t, b.Desk, book.Ben, lines, err)
		for key, words := range map[string]string{"s": "", "t": "That I rang school"} {
			b.Press(key)
			b.See("The next review is not being prepared yet, so no item is answered.")
			b.Type(words)
			b.Press("ctrl+s")
		}
		c := b.Desk.Case(book.Ben)
		if r, ok := c.InHand(); ok || c.AnswerTo(r.ID, "B-501").Answer != casefile.Open || c.AnswerTo(r.ID, "B-509").Answer != casefile.Open {
			t.Error("an item of the next review is answered")
		}
		if log := c.Log(); len(log) != 4 {
			t.Errorf("both are logged beside the promise and the call: %+v", log)
		}
		b.Press("up", "s")
		b.See("answers on the list of the next review")
		b.Clear()
		b.Type("26/5/2026")
		b.Press("tab")
		b.See("Tue 26 May 2026, only logged")
	})
}

func TestObservedToldWordsAndPromise(t *testing.T) {
	t.Parallel()
	var book *desktest.Book
	presstest.RunDesk(t, func() *desk.Desk { d, b := full(t); book = b; return d }, func(b *presstest.Bench) {
		b.Push(visit.New(b.Desk, book.Nia, doors(b.Desk)))
		b.See("At the A. household, 1 child")
		b.Press("o")
		b.See("This answers on the list of the next review: Observe or play with the child where they live.")
		b.Press("tab")
		b.Type("Laughs with her carer.")
		b.Press("ctrl+s")
		c := b.Desk.Case(book.Nia)
		r, opened := c.InHand()
		if a := c.AnswerTo(r.ID, "YNG-01"); !opened || a.Answer != casefile.Done || a.Evidence["seen_on"] != "2026-11-23" || a.Evidence["what_seen"] != "Laughs with her carer." {
			t.Fatalf("opened %v, answer %+v", opened, a)
		}
		b.Press("o", "tab")
		b.Type("Asleep.")
		b.Press("ctrl+s", "w")
		b.Type("More!")
		b.Press("ctrl+s", "m")
		b.Type("To come again in spring")
		b.Press("ctrl+s", "t")
		b.See("nothing open on the list asks for it")
		b.Type("That I rang nursery")
		b.Press("ctrl+s")
		c = b.Desk.Case(book.Nia)
		if said := c.ChildsWords(); len(said) != 1 || said[0].Words != "More!" || said[0].Shareable || said[0].Where != "where the child lives" || said[0].Review != r.ID {
			t.Errorf("said %+v", said)
		}
		if p := c.Promises(); len(p) != 1 || p[0].On != desktest.Today {
			t.Errorf("promises %+v", p)
		}
		if log := c.Log(); len(log) != 3 || log[0].Text != "Observed: Asleep." || log[2].Text != "Told them: That I rang nursery" {
			t.Errorf("log %+v", log)
		}
		b.See("I promised: To come again in spring")
	})
}

func TestSweepsOfNotesAndForms(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"1", "s"} {
		at(t, func(b *presstest.Bench, _ *desktest.Book) {
			b.Press(key)
			b.Sweep()
		})
	}
}
