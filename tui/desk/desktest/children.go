package desktest

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// fill opens the files of the children the tests know.
func (b *Book) fill(t testing.TB, w *Watch) {
	t.Helper()
	p := practice.Replay(nil)
	lines, err := p.StateProfile(practice.Profile{Name: "R. Quaye", Council: "Northshire"}, Today)
	if err != nil {
		t.Fatal(err)
	}
	b.own = w.Stamp("R. Quaye", casefile.ByIRO).Entries(lines, w.NewID)

	maja := b.child(t, w, "C-0001", "Maja Kowalska", "2012-03-03", "2026-02-02")
	maja.care("2024-08-05", 0)
	maja.held("2024-08-28", "2024-11-28", "2025-05-28", "2025-11-26", "2026-05-26")
	maja.lives("C2", "U6", "2024-08-05", "T. and L. Baker")
	maja.worker("J. Osei", "01632 960101")
	maja.prepared()
	b.Maja = maja.close()

	ben := b.child(t, w, "C-0002", "Ben Hughes", "2018-06-30", "2026-02-02")
	ben.care("2025-08-13", 0)
	ben.held("2025-09-04", "2025-12-04", "2026-06-04")
	ben.lives("V2", "U6", "2025-08-13", "T. and L. Baker")
	ben.worker("P. Lund", "01632 960102")
	b.Ben = ben.close()

	aled := b.child(t, w, "C-0003", "Aled Siôn", "2017-01-19", "2026-07-23")
	aled.care("2026-07-23", 0)
	aled.held("2026-08-17")
	aled.lives("C1", "U6", "2026-07-23", "G. Pugh")
	b.Aled = aled.close()

	idris := b.child(t, w, "C-0004", "Idris Haddad", "2010-02-11", "2026-11-20")
	idris.since("2026-11-02")
	idris.lives("C2", "K2", "2026-11-02", "Elm House")
	b.Idris = idris.close()

	nia := b.child(t, w, "C-0005", "Nia Roberts", "2024-09-09", "2026-11-16")
	nia.care("2026-11-16", 0)
	nia.lives("V2", "U6", "2026-11-16", "S. Ahmed")
	nia.fact("observe_instead", "yes")
	b.Nia = nia.close()

	zac := b.child(t, w, "C-0006", "Zac Bell", "2013-05-05", "2026-02-02")
	zac.care("2025-01-06", 0)
	zac.held("2025-01-30", "2025-04-30")
	zac.ended("2026-09-01")
	b.Zac = zac.close()
}

// file is a child's file being written; each step goes through the domain's
// own command.
type file struct {
	t       testing.TB
	b       *Book
	w       *Watch
	c       *casefile.Case
	opened  workday.Date
	episode casefile.CareStated
}

func (b *Book) child(t testing.TB, w *Watch, ref, name, born, opened string) *file {
	f := &file{t: t, b: b, w: w, opened: Day(opened)}
	f.c = casefile.Replay(w.NewID(), nil)
	f.add(casefile.OpenFile(ref, map[string]string{casefile.FactName: name, casefile.FactDOB: born, casefile.FactCouncil: "Northshire"}, f.opened))
	return f
}

func (f *file) add(lines []casefile.Line, err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
	f.c = f.c.With(f.w.Stamp("R. Quaye", casefile.ByIRO).Entries(lines, f.w.NewID)...)
}

func (f *file) care(start string, before int) {
	f.episode = casefile.CareStated{ID: f.w.NewID(), Start: Day(start), ReviewsBefore: before}
	f.add(f.c.StateCare(f.episode, Today))
}

func (f *file) since(day string) {
	f.episode = casefile.CareStated{ID: f.w.NewID(), Since: Day(day), ReviewsBefore: -1}
	f.add(f.c.StateCare(f.episode, Today))
}

func (f *file) ended(day string) {
	f.episode.End = Day(day)
	f.add(f.c.StateCare(f.episode, Today))
}

func (f *file) held(days ...string) {
	for _, d := range days {
		f.add(f.c.HoldReview(casefile.ReviewHeld{ID: f.w.NewID(), Recorded: Day(d), Completed: Day(d), What: "ordinary"}, Today))
	}
}

func (f *file) lives(status, placement, since, carer string) {
	f.add(f.c.StateStatus(casefile.StatusStated{ID: f.w.NewID(), Code: status, Start: Day(since)}, Today))
	f.add(f.c.StatePlacement(casefile.PlacementStated{ID: f.w.NewID(), Code: placement, Start: Day(since), Carer: carer, Address: "4 Mill Lane"}, Today))
}

func (f *file) worker(name, phone string) {
	f.add(f.c.StatePerson(casefile.PersonStated{ID: f.w.NewID(), Role: casefile.SocialWorker, Name: name, Phone: phone, From: f.opened}, Today))
}

func (f *file) fact(key, value string) {
	f.add(f.c.State(map[string]string{key: value}, Today))
}

// prepared plans the review of SCREENS' example and answers what was done.
func (f *file) prepared() {
	rid := f.w.NewID()
	f.add(f.c.PlanReview(casefile.ReviewPlanned{ID: rid, Date: Day("2026-11-26"), Time: "15:30", Home: true}, Today))
	x := review.Context{Today: Today}
	prep, _ := review.Prepare(f.c, clock.Of(f.c, Today, x.Calendar, x.Readings), x)
	on := map[string]string{"P1": "2026-10-29", "P2": "2026-11-05", "P3": "2026-11-12"}
	for _, ph := range prep.Phases {
		for _, item := range ph.Items {
			if day := on[ph.ID]; day != "" {
				f.add(f.c.AnswerItem(casefile.ItemAnswered{Review: rid, Item: item.ID, Answer: casefile.Done}, Day(day), Today))
			}
		}
	}
	f.add(f.c.AnswerItem(casefile.ItemAnswered{Review: rid, Item: "B-401", Answer: casefile.Done, DoneBy: "J. Osei",
		Evidence: map[string]string{"received_on": "2026-11-19"}}, Day("2026-11-19"), Today))
	f.add(f.c.AnswerItem(casefile.ItemAnswered{Review: rid, Item: "B-404", Answer: casefile.Done,
		Evidence: map[string]string{"received_on": "2026-11-18", "plan_date": "2026-09-03"}}, Day("2026-11-18"), Today))
	f.add(f.c.AnswerItem(casefile.ItemAnswered{Review: rid, Item: "B-402", Answer: casefile.NotDone, Reason: "asked again on Friday"}, Today, Today))
}

// close puts the file in the book.
func (f *file) close() casefile.ID {
	f.b.children[f.c.ID] = f.c.Entries
	return f.c.ID
}
