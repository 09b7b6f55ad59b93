package casefile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// standing is all that stands on a file of what is entered in the room, decided
// and made of it.
func standing(c *casefile.Case) map[string]any {
	out := map[string]any{"decisions": c.Decisions(), "disputes": c.Disputes(), "words": c.ChildsWords(), "papers": c.Papers()}
	for _, r := range c.Reviews() {
		id := r.ID.String()
		out[id+" sent"], out[id+" starts"], out[id+" parts"] = c.SentOf(r.ID), c.Starts(r.ID), c.PartsIn(r.ID)
		out[id+" judged"], out[id+" copies"] = c.JudgementOf(r.ID), c.CopiesSent(r.ID)
	}
	return out
}

// TestAPaperMadeIsNoted with the hash by which it is known again.
func TestAPaperMadeIsNoted(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	hash := strings.Repeat("a", 64)
	whole := casefile.PaperMade{What: "review record", Format: "docx", Hash: hash, Review: d.spring}
	try := func(change func(*casefile.PaperMade)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			p := whole
			change(&p)
			return d.c.NotePaper(p, today)
		}
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no kind":       try(func(p *casefile.PaperMade) { p.What = "" }),
		"no format":     try(func(p *casefile.PaperMade) { p.Format = "" }),
		"half its hash": try(func(p *casefile.PaperMade) { p.Hash = hash[:32] }),
	})
	before := d.c
	d.do(d.c.NotePaper(whole, today))
	if got := d.c.Papers(); len(got) != 1 || got[0].Hash != hash || got[0].On != today {
		t.Errorf("%+v", got)
	}
	undo(t, d.desk, before)
}

// TestCopiesOfTheRecord: RC-03, RC-04, RC-05.
func TestCopiesOfTheRecord(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	father := d.newID()
	d.do(d.c.StatePerson(casefile.PersonStated{ID: father, Role: casefile.Parent, Name: "J. Kowalski", NoAddress: true, Receives: casefile.Redacted}, today))
	one := casefile.CopySent{Review: d.spring, Person: father, To: "J. Kowalski", Copy: casefile.Redacted}
	try := func(day workday.Date, change func(*casefile.CopySent)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			s := one
			change(&s)
			return d.c.SendCopy(s, day, today)
		}
	}
	may, nothing := on("2026-05-05"), func(*casefile.CopySent) {}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"a review not held":           try(may, func(s *casefile.CopySent) { s.Review = d.planned }),
		"to nobody":                   try(may, func(s *casefile.CopySent) { s.To = " " }),
		"no copy":                     try(may, func(s *casefile.CopySent) { s.Copy = casefile.Nothing }),
		"a copy nobody knows":         try(may, func(s *casefile.CopySent) { s.Copy = "half of it" }),
		"no day":                      try(0, nothing),
		"in the future":               try(today+1, nothing),
		"before the review":           try(on("2026-04-13"), nothing),
		"the address to who must not": try(may, func(s *casefile.CopySent) { s.Copy = casefile.FullRecord }),
	})
	before := d.c
	d.do(d.c.SendCopy(one, may, today))
	d.do(d.c.SendCopy(casefile.CopySent{Review: d.spring, To: "the school", Copy: casefile.FullRecord}, may, today))
	if got := d.c.CopiesSent(d.spring); len(got) != 2 || got[0].CopySent != one || got[0].On != may || len(d.c.CopiesSent(d.autumn)) != 0 {
		t.Errorf("%+v", got)
	}
	undoTo(t, d.desk, 2, before)
}

// act does one thing of those a person may do in and after a review; what is
// refused changes nothing.
func (d *chaired) act(rt *rapid.T) {
	day := func(name string) workday.Date {
		return workday.Date(rapid.IntRange(int(on("2026-04-14")), int(today)).Draw(rt, name))
	}
	one := func() casefile.ID {
		all := d.c.Decisions()
		if len(all) == 0 {
			return casefile.ID{}
		}
		return all[rapid.IntRange(0, len(all)-1).Draw(rt, "which")].ID
	}
	dispute := func() casefile.ID {
		over, _ := d.c.DisputeOver(one())
		return over.ID
	}
	review := rapid.SampledFrom([]casefile.ID{d.spring, d.autumn, d.planned}).Draw(rt, "review")
	made := d.wanted(func(o *casefile.DecisionMade) { o.Review, o.By, o.Different = review, day("by")+300, "weekly calls" })
	acts := []func() ([]casefile.Line, error){
		func() ([]casefile.Line, error) { return d.c.MakeDecision(made, today) },
		func() ([]casefile.Line, error) {
			again, _ := d.c.DecisionByID(one())
			again.Who = "C. Day"
			return d.c.MakeDecision(again.DecisionMade, today)
		},
		func() ([]casefile.Line, error) {
			f := casefile.DecisionFollowed{Decision: one(), State: rapid.SampledFrom(casefile.Progresses()).Draw(rt, "state"), Evidence: "seen", Why: "no staff"}
			var corrects casefile.ID
			if d, ok := d.c.DecisionByID(f.Decision); ok && len(d.Looks) > 0 && rapid.Bool().Draw(rt, "correct") {
				corrects = d.Looks[0].Entry
			}
			return d.c.FollowDecision(f, corrects, day("looked"), today)
		},
		func() ([]casefile.Line, error) {
			return d.c.CarryDecision(one(), "no staff", made, day("carried"), today)
		},
		func() ([]casefile.Line, error) {
			return d.c.SendDecisions(casefile.DecisionsSent{Review: review, Issued: day("issued"), Received: day("received"), To: "S. Pell"}, today)
		},
		func() ([]casefile.Line, error) {
			return d.c.AnswerDecision(casefile.ManagerAnswered{Decision: one(), Agrees: rapid.Bool().Draw(rt, "agrees"), Words: "no money"}, day("answered"), today)
		},
		func() ([]casefile.Line, error) {
			return d.c.AlertManager(casefile.ManagerAlerted{ID: d.newID(), Decision: one(), To: "S. Pell", Sent: day("alerted")}, today)
		},
		func() ([]casefile.Line, error) {
			return d.c.RaiseDispute(casefile.DisputeRaised{ID: d.newID(), Opened: day("raised"), Decision: one(), With: "S. Pell", Wrong: "no place"}, today)
		},
		func() ([]casefile.Line, error) {
			return d.c.LogDispute(casefile.DisputeLogged{Dispute: dispute(), With: "S. Pell", Words: "asked"}, day("said"), today)
		},
		func() ([]casefile.Line, error) {
			return d.c.SettleDispute(casefile.DisputeSettled{Dispute: dispute(), Agreed: "a panel", Who: "S. Pell", By: today}, day("settled"), today)
		},
		func() ([]casefile.Line, error) {
			return d.c.TakePart(casefile.TookPart{ID: d.newID(), Review: review, Name: rapid.SampledFrom([]string{"the aunt", "the school"}).Draw(rt, "guest"), How: casefile.InTheRoom}, today)
		},
		func() ([]casefile.Line, error) {
			return d.c.KeepWords(casefile.ChildSaid{ID: d.newID(), Review: review, Words: "I like it here"}, day("spoken"), today)
		},
		func() ([]casefile.Line, error) {
			return d.c.JudgePlan(casefile.PlanJudged{Review: review, Rating: rapid.SampledFrom(casefile.Ratings()).Draw(rt, "rating"), Why: "so"}, today)
		},
		func() ([]casefile.Line, error) {
			return d.c.SendCopy(casefile.CopySent{Review: review, To: "the school", Copy: casefile.FullRecord}, day("copied"), today)
		},
		func() ([]casefile.Line, error) {
			e := d.c.Entries[rapid.IntRange(d.own, len(d.c.Entries)).Draw(rt, "entry")-1] // the last of setting up is taken back too
			return d.c.TakeBack(e.Act, "", today)
		},
	}
	if lines, err := acts[rapid.IntRange(0, len(acts)-1).Draw(rt, "act")](); err == nil && len(lines) > 0 {
		d.write(casefile.ByIRO, lines)
	}
}

// TestDecisionsReplayInAnyOrder: two laptops, one case.
func TestDecisionsReplayInAnyOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		d := chairs(t)
		for range rapid.IntRange(1, 15).Draw(rt, "acts") {
			d.act(rt)
		}
		shuffled := rapid.Permutation(d.c.Entries).Draw(rt, "order")
		twice := slices.Concat(shuffled, d.c.Entries[:len(d.c.Entries)/2])
		if diff := cmp.Diff(standing(d.c), standing(casefile.Replay(d.c.ID, twice))); diff != "" {
			rt.Fatalf("the order of arrival changed the case:\n%s", diff)
		}
	})
}

// TestTakingBackTheLastActInTheRoom is undo of do for what is entered in and
// after a review, and of undo itself.
func TestTakingBackTheLastActInTheRoom(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		d := chairs(t)
		for range rapid.IntRange(0, 10).Draw(rt, "before") {
			d.act(rt)
		}
		before, n := d.c, len(d.c.Entries)
		d.act(rt)
		if len(d.c.Entries) == n {
			return
		}
		lines, err := d.c.TakeBack(d.c.Entries[n].Act, "", today)
		if err != nil {
			rt.Fatal(err)
		}
		d.write(casefile.ByIRO, lines)
		if diff := cmp.Diff(standing(before), standing(d.c)); diff != "" {
			rt.Fatalf("undo leaves something behind:\n%s", diff)
		}
	})
}
