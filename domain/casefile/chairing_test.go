package casefile_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// TestGoingAheadOrAdjourning: AJ-01 to AJ-05, AJ-07.
func TestGoingAheadOrAdjourning(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	day := on("2026-11-16")
	put := casefile.StartDecided{Review: d.planned, Adjourned: true, Ground: "papers are missing", Child: "wants to wait", Carer: "agrees", Weighed: "she had prepared, the plan was not there",
		First: day, Resume: on("2026-12-07")}
	try := func(on workday.Date, change func(*casefile.StartDecided)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			s := put
			change(&s)
			return d.c.DecideStart(s, on, today)
		}
	}
	nothing := func(*casefile.StartDecided) {}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no day":                  try(0, nothing),
		"in the future":           try(today+1, nothing),
		"no ground":               try(day, func(s *casefile.StartDecided) { s.Ground = "" }),
		"a ground of one's own":   try(day, func(s *casefile.StartDecided) { s.Ground = "it rains" }),
		"the child not asked":     try(day, func(s *casefile.StartDecided) { s.Child = " " }),
		"the carer not asked":     try(day, func(s *casefile.StartDecided) { s.Carer = "" }),
		"nothing weighed":         try(day, func(s *casefile.StartDecided) { s.Weighed = "" }),
		"no day it was set for":   try(day, func(s *casefile.StartDecided) { s.First = 0 }),
		"before the day set":      try(day, func(s *casefile.StartDecided) { s.First = today + 1 }),
		"no day to go on":         try(day, func(s *casefile.StartDecided) { s.Resume = 0 }),
		"going on the same day":   try(day, func(s *casefile.StartDecided) { s.Resume = day }),
		"ahead, but in no future": try(today+1, func(s *casefile.StartDecided) { s.Adjourned = false }),
	})
	before := d.c
	d.do(d.c.DecideStart(put, day, today))
	refuses(t, map[string]func() ([]casefile.Line, error){"a second time": try(day, nothing)})
	d.do(d.c.DecideStart(casefile.StartDecided{Review: d.planned, Ground: "left over", Resume: day}, today, today))
	got := d.c.Starts(d.planned)
	if len(got) != 2 || !got[0].Adjourned || got[0].On != day || got[1].Adjourned || got[1].Ground != "" || got[1].Resume.Known() {
		t.Errorf("%+v", got)
	}
	if len(d.c.Starts(d.spring)) != 0 {
		t.Error("the choice belongs to its review")
	}
	d.do(d.c.TakeBack(d.c.Entries[len(d.c.Entries)-1].Act, "", today))
	undoTo(t, d.desk, 1, before)
	d.do(d.c.DecideStart(put, day, today)) // taken back, it may be adjourned after all
}

// undoTo takes back the n-th act before the last, reversals not counted, and
// wants the file as it stood.
func undoTo(t *testing.T, d *desk, n int, before *casefile.Case) {
	t.Helper()
	for _, e := range d.c.Entries {
		if _, reversal := e.Event.(*casefile.Reversed); !reversal && len(before.Entries) > 0 && before.LastID().Before(e.ID) && !d.c.TakenBack(e.ID) {
			d.do(d.c.TakeBack(e.Act, "", today))
			n--
		}
	}
	if diff := cmp.Diff(standing(before), standing(d.c)); diff != "" || n != 0 {
		t.Errorf("undo leaves something behind (%d acts):\n%s", n, diff)
	}
}

// TestTakingPart: PR-37, PR-29 to PR-31, CH-08.
func TestTakingPart(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	mother := d.newID()
	here := casefile.TookPart{ID: d.newID(), Review: d.spring, Person: mother, Name: "Anna Kowalska", Role: casefile.Parent, How: casefile.InTheRoom}
	try := func(change func(*casefile.TookPart)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			p := here
			p.ID = casefile.ID{8, 8}
			change(&p)
			return d.c.TakePart(p, today)
		}
	}
	d.do(d.c.TakePart(here, today))
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no review":                 try(func(p *casefile.TookPart) { p.Review = casefile.ID{} }),
		"no name":                   try(func(p *casefile.TookPart) { p.Name = " " }),
		"no way":                    try(func(p *casefile.TookPart) { p.How = "" }),
		"a way of one's own":        try(func(p *casefile.TookPart) { p.How = "by post" }),
		"left out without why":      try(func(p *casefile.TookPart) { p.How, p.Instead = casefile.LeftOut, "in writing" }),
		"left out, heard by nobody": try(func(p *casefile.TookPart) { p.How, p.Why = casefile.LeftOut, "an order" }),
		"longer than is kept":       try(func(p *casefile.TookPart) { p.Words = strings.Repeat("x", casefile.NoteLimit+1) }),
		"the same person twice":     try(func(*casefile.TookPart) {}),
	})
	guest := casefile.TookPart{ID: d.newID(), Review: d.spring, Name: "the aunt", How: casefile.SentViews, Words: "she is well"}
	d.do(d.c.TakePart(guest, today))
	refuses(t, map[string]func() ([]casefile.Line, error){
		"the same guest twice": try(func(p *casefile.TookPart) { p.Person, p.Name = casefile.ID{}, "The Aunt" }),
	})
	before := d.c
	here.How, here.Why, here.Instead = casefile.LeftOut, "an order", "in writing"
	d.do(d.c.TakePart(here, today))
	parts := d.c.PartsIn(d.spring)
	if len(parts) != 2 || parts[0] != here || parts[0].How.Present() || !casefile.AtADistance.Present() || d.c.Entries[len(d.c.Entries)-1].On != on("2026-04-14") {
		t.Errorf("%+v", parts)
	}
	if lines, err := d.c.TakePart(here, today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	undo(t, d.desk, before)
	d.do(d.c.TakePart(casefile.TookPart{ID: d.newID(), Review: d.planned, Person: mother, Name: "Anna Kowalska", How: casefile.InTheRoom}, today))
	if last := d.c.Entries[len(d.c.Entries)-1]; last.On != today {
		t.Errorf("before its review is held it is of today: %s", last.On)
	}
}

// TestTheChildsWords: private unless the child agreed to more (CH-06).
func TestTheChildsWords(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	try := func(day workday.Date, words string) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			return d.c.KeepWords(casefile.ChildSaid{ID: casefile.ID{8, 8}, Words: words}, day, today)
		}
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no words":            try(today, " \n"),
		"longer than is kept": try(today, strings.Repeat("x", casefile.NoteLimit+1)),
		"no day":              try(0, "I like it here"),
		"in the future":       try(today+1, "I like it here"),
		"before birth":        try(on("2012-05-02"), "I like it here"),
	})
	said := casefile.ChildSaid{ID: d.newID(), Review: d.spring, Words: "  I like it here\n"}
	d.do(d.c.KeepWords(said, on("2026-04-10"), today))
	before := d.c
	if got := d.c.ChildsWordsAt(d.spring); len(got) != 1 || got[0].Shareable || got[0].Words != "  I like it here\n" || got[0].On != on("2026-04-10") {
		t.Errorf("the words stand as they were said, and private: %+v", got)
	}
	if lines, err := d.c.KeepWords(said, on("2026-04-10"), today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	said.Shareable = true
	d.do(d.c.KeepWords(said, on("2026-04-10"), today))
	if got := d.c.ChildsWords(); len(got) != 1 || !got[0].Shareable || len(d.c.ChildsWordsAt(d.autumn)) != 0 {
		t.Errorf("%+v", got)
	}
	undo(t, d.desk, before)
}

// TestJudgingThePlan: AG-20, QA-10, RC-08, RC-10.
func TestJudgingThePlan(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	try := func(j casefile.PlanJudged) func() ([]casefile.Line, error) {
		j.Review = d.spring
		return func() ([]casefile.Line, error) { return d.c.JudgePlan(j, today) }
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"a colour without why":         try(casefile.PlanJudged{Rating: casefile.Amber, Why: " "}),
		"a colour nobody knows":        try(casefile.PlanJudged{Rating: "blue", Why: "x"}),
		"a need without what it lacks": try(casefile.PlanJudged{Needs: map[string]string{"health": "no"}, NeedsWords: map[string]string{"health": " "}}),
		"longer than is kept":          try(casefile.PlanJudged{Evaluation: strings.Repeat("x", casefile.NoteLimit+1)}),
	})
	if got := d.c.JudgementOf(d.spring); got.Rating != "" || got.Review != d.spring {
		t.Errorf("%+v", got)
	}
	judged := casefile.PlanJudged{Review: d.spring, Needs: map[string]string{"health": "no", "education": "yes", "identity": " "}, NeedsWords: map[string]string{"health": "no dentist"},
		Smart: map[string]string{"timed": "no"}, Rating: casefile.Amber, Why: "no dentist, no days", Evaluation: "half of it", Picture: "she sings"}
	given := maps.Clone(judged.Needs)
	d.do(d.c.JudgePlan(judged, today))
	got := d.c.JudgementOf(d.spring)
	if len(got.Needs) != 2 || got.Rating != casefile.Amber || got.Picture != "she sings" || !maps.Equal(judged.Needs, given) {
		t.Errorf("what is not answered is left out, the caller's own is left alone: %+v", got)
	}
	if lines, err := d.c.JudgePlan(judged, today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	before := d.c
	judged.Rating, judged.Why = casefile.Red, "nothing was done"
	d.do(d.c.JudgePlan(judged, today))
	undo(t, d.desk, before)
}
