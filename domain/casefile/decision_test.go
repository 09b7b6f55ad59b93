package casefile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// chaired is a child with two reviews held and a third planned; the ids are
// those of the reviews.
type chaired struct {
	*desk
	spring, autumn, planned casefile.ID
	own                     int // how many entries set it up
}

func chairs(t testing.TB) *chaired {
	d := &chaired{desk: child(t)}
	d.spring, d.autumn, d.planned = d.newID(), d.newID(), d.newID()
	d.do(d.c.HoldReview(casefile.ReviewHeld{ID: d.spring, Recorded: on("2026-04-14"), Completed: on("2026-04-14")}, today))
	d.do(d.c.HoldReview(casefile.ReviewHeld{ID: d.autumn, Recorded: on("2026-10-06"), Completed: on("2026-10-13")}, today))
	d.do(d.c.PlanReview(casefile.ReviewPlanned{ID: d.planned, Date: on("2027-03-30")}, today))
	d.own = len(d.c.Entries)
	return d
}

// wanted is a whole decision of the spring review.
func (d *chaired) wanted(change func(*casefile.DecisionMade)) casefile.DecisionMade {
	one := casefile.DecisionMade{ID: d.newID(), Review: d.spring, Need: "learning", Outcome: "a place by summer", What: "Find a school place",
		Who: "A. Bell", By: on("2026-06-01"), Accountable: "S. Pell"}
	if change != nil {
		change(&one)
	}
	return one
}

func (d *chaired) decides(change func(*casefile.DecisionMade)) casefile.ID {
	d.t.Helper()
	one := d.wanted(change)
	d.do(d.c.MakeDecision(one, today))
	return one.ID
}

func (d *chaired) follows(id casefile.ID, day string, f casefile.DecisionFollowed) {
	d.t.Helper()
	f.Decision = id
	d.do(d.c.FollowDecision(f, casefile.ID{}, on(day), today))
}

func (d *chaired) decision(id casefile.ID) casefile.Decided {
	d.t.Helper()
	one, ok := d.c.DecisionByID(id)
	if !ok {
		d.t.Fatal("the decision is not on file")
	}
	return one
}

// refuses runs each command and wants a coded refusal that says what to do.
func refuses(t *testing.T, cases map[string]func() ([]casefile.Line, error)) {
	t.Helper()
	for name, do := range cases {
		lines, err := do()
		if err == nil {
			t.Errorf("%s: must be refused, wrote %+v", name, lines)
			continue
		}
		if fault.CodeOf(err) == "" || !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%s: refused without a code or a sentence: %v", name, err)
		}
	}
}

// TestWhatADecisionMustSay: DE-01, DE-02, DE-03, DD-05.
func TestWhatADecisionMustSay(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	try := func(change func(*casefile.DecisionMade)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) { return d.c.MakeDecision(d.wanted(change), today) }
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no review":                 try(func(o *casefile.DecisionMade) { o.Review = casefile.ID{} }),
		"nothing to do":             try(func(o *casefile.DecisionMade) { o.What = "  " }),
		"no need":                   try(func(o *casefile.DecisionMade) { o.Need = "" }),
		"no outcome":                try(func(o *casefile.DecisionMade) { o.Outcome = "\n" }),
		"nobody":                    try(func(o *casefile.DecisionMade) { o.Who = "" }),
		"no day":                    try(func(o *casefile.DecisionMade) { o.By = 0 }),
		"before the review":         try(func(o *casefile.DecisionMade) { o.By = on("2026-04-13") }),
		"more than two years on":    try(func(o *casefile.DecisionMade) { o.By = on("2028-04-15") }),
		"before the planned review": try(func(o *casefile.DecisionMade) { o.Review, o.By = d.planned, today-1 }),
		"longer than is kept":       try(func(o *casefile.DecisionMade) { o.What = strings.Repeat("x", casefile.NoteLimit) }),
		"sent to no service":        try(func(o *casefile.DecisionMade) { o.ReplyBy = on("2026-06-01") }),
		"referred in the future":    try(func(o *casefile.DecisionMade) { o.Service, o.Referred = "the clinic", today+1 }),
		"answered in the future":    try(func(o *casefile.DecisionMade) { o.Service, o.Replied = "the clinic", today+1 }),
		"answer wanted before asked": try(func(o *casefile.DecisionMade) {
			o.Service, o.Referred, o.ReplyBy = "the clinic", on("2026-05-01"), on("2026-04-30")
		}),
		"answered before asked": try(func(o *casefile.DecisionMade) {
			o.Service, o.Referred, o.Replied = "the clinic", on("2026-05-01"), on("2026-04-30")
		}),
	})
	on14 := d.decides(func(o *casefile.DecisionMade) { o.By = on("2026-04-14") })
	two := d.decides(func(o *casefile.DecisionMade) { o.Review = d.autumn; o.By = on("2028-10-06"); o.Recommendation = true })
	second := d.decides(nil)
	if got := d.decision(on14); got.No != 1 || got.Made != on("2026-04-14") || got.State() != casefile.DecisionOpen {
		t.Errorf("%+v", got)
	}
	if got := d.decision(two); got.No != 1 || got.Made != on("2026-10-13") || !got.Recommendation {
		t.Errorf("a decision is made on the day the review was completed, and numbered in it: %+v", got)
	}
	if got := d.decision(second); got.No != 2 {
		t.Errorf("number %d", got.No)
	}
	draft := d.decides(func(o *casefile.DecisionMade) { o.Review, o.By = d.planned, today+30 })
	if got := d.decision(draft); got.Made != today {
		t.Errorf("before its review is held a decision is of the day it was entered: %s", got.Made)
	}
}

func TestADecisionIsRestatedWhole(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	one := d.wanted(nil)
	d.do(d.c.MakeDecision(one, today))
	before := d.c
	if lines, err := d.c.MakeDecision(one, today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	one.Who, one.By = "  C. Day  ", on("2026-07-01")
	lines, err := d.c.MakeDecision(one, today+40)
	if err != nil || len(lines) != 1 || lines[0].Corrects.Zero() || lines[0].On != on("2026-04-14") {
		t.Fatalf("%+v, %v", lines, err)
	}
	d.do(lines, nil)
	if got := d.decision(one.ID); got.Who != "C. Day" || got.Due() != on("2026-07-01") || got.No != 1 || len(d.c.Decisions()) != 1 {
		t.Errorf("%+v", got)
	}
	undo(t, d.desk, before)
}

// undo takes the last act back and wants the file to stand as it did before.
func undo(t *testing.T, d *desk, before *casefile.Case) {
	t.Helper()
	d.do(d.c.TakeBack(d.c.Entries[len(d.c.Entries)-1].Act, "a slip", today))
	if diff := cmp.Diff(standing(before), standing(d.c)); diff != "" {
		t.Errorf("undo leaves something behind:\n%s", diff)
	}
}

// TestFollowingADecision: DD-02, DD-04, DE-14.
func TestFollowingADecision(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	closed := d.decides(nil)
	d.follows(closed, "2026-05-01", casefile.DecisionFollowed{State: casefile.DecisionDone, Evidence: "the offer letter"})
	try := func(state casefile.Progress, evidence, why string, day workday.Date, newDay string) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			f := casefile.DecisionFollowed{Decision: id, State: state, Evidence: evidence, Why: why}
			if newDay != "" {
				f.NewDay = on(newDay)
			}
			return d.c.FollowDecision(f, casefile.ID{}, day, today)
		}
	}
	june := on("2026-06-02")
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no such decision": func() ([]casefile.Line, error) {
			return d.c.FollowDecision(casefile.DecisionFollowed{State: casefile.DecisionDone, Evidence: "x"}, casefile.ID{}, june, today)
		},
		"no state":                try(casefile.DecisionOpen, "x", "x", june, ""),
		"a state nobody knows":    try("nearly", "x", "x", june, ""),
		"no day":                  try(casefile.DecisionDone, "x", "", 0, ""),
		"in the future":           try(casefile.DecisionDone, "x", "", today+1, ""),
		"before it was made":      try(casefile.DecisionDone, "x", "", on("2026-04-13"), ""),
		"done, nothing shows it":  try(casefile.DecisionDone, " ", "", june, ""),
		"part, nothing shows it":  try(casefile.DecisionPart, "", "no staff", june, ""),
		"part, no reason":         try(casefile.DecisionPart, "half the form", "", june, ""),
		"not done, no reason":     try(casefile.DecisionNotDone, "", "", june, ""),
		"dropped, no reason":      try(casefile.DecisionDropped, "", "", june, ""),
		"longer than is kept":     try(casefile.DecisionNotDone, "", strings.Repeat("x", casefile.NoteLimit+1), june, ""),
		"done, with a new day":    try(casefile.DecisionDone, "x", "", june, "2026-07-01"),
		"dropped, with a new day": try(casefile.DecisionDropped, "", "x", june, "2026-07-01"),
		"a new day that is past":  try(casefile.DecisionNotDone, "", "x", june, "2026-06-02"),
		"a new day far off":       try(casefile.DecisionNotDone, "", "x", june, "2028-06-03"),
		"the day it has already":  try(casefile.DecisionNotDone, "", "x", on("2026-05-01"), "2026-06-01"),
		"nothing is open": func() ([]casefile.Line, error) {
			return d.c.FollowDecision(casefile.DecisionFollowed{Decision: closed, State: casefile.DecisionNotDone, Why: "x"}, casefile.ID{}, june, today)
		},
	})
	if d.decision(closed).Open() {
		t.Error("what is done is not open")
	}
	before := d.c
	d.follows(id, "2026-06-02", casefile.DecisionFollowed{State: casefile.DecisionPart, Evidence: "half the form", Why: "no staff", NewDay: on("2026-07-01")})
	if got := d.decision(id); !got.Open() || got.Due() != on("2026-07-01") || got.Moves() != 1 || got.State() != casefile.DecisionPart {
		t.Errorf("%+v", got)
	}
	undo(t, d.desk, before)
}

// TestALookIsCorrected: the entry that corrects a look takes its place.
func TestALookIsCorrected(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	look := casefile.DecisionFollowed{Decision: id, State: casefile.DecisionNotDone, Why: "no staf", NewDay: on("2026-07-01")}
	d.do(d.c.FollowDecision(look, casefile.ID{}, on("2026-06-02"), today))
	d.follows(id, "2026-07-02", casefile.DecisionFollowed{State: casefile.DecisionDone, Evidence: "the offer letter"})
	first := d.decision(id).Looks[0].Entry
	if lines, err := d.c.FollowDecision(look, first, on("2026-06-02"), today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	before := d.c
	look.Why = "no staff" // the day it set stays
	d.do(d.c.FollowDecision(look, first, on("2026-06-02"), today))
	got := d.decision(id)
	if len(got.Looks) != 2 || got.Looks[0].Why != "no staff" || got.Due() != on("2026-07-01") || got.Open() {
		t.Errorf("%+v", got.Looks)
	}
	undo(t, d.desk, before)
}

// TestADecisionIsCarriedOn: DE-12, DD-07.
func TestADecisionIsCarriedOn(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	next := func(change func(*casefile.DecisionMade)) casefile.DecisionMade {
		return d.wanted(func(o *casefile.DecisionMade) {
			o.Review, o.By, o.Different = d.autumn, on("2026-12-01"), "the head of service asks"
			if change != nil {
				change(o)
			}
		})
	}
	try := func(why string, change func(*casefile.DecisionMade)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			return d.c.CarryDecision(id, why, next(change), on("2026-10-13"), today)
		}
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no such decision":  func() ([]casefile.Line, error) { return d.c.CarryDecision(casefile.ID{}, "x", next(nil), today, today) },
		"no reason":         try(" ", nil),
		"nothing different": try("no staff", func(o *casefile.DecisionMade) { o.Different = " " }),
		"the same review":   try("no staff", func(o *casefile.DecisionMade) { o.Review = d.spring }),
		"the day it had":    try("no staff", func(o *casefile.DecisionMade) { o.By = on("2026-06-01") }),
		"not a whole one":   try("no staff", func(o *casefile.DecisionMade) { o.Who = "" }),
	})
	before := d.c
	one := next(nil)
	d.do(d.c.CarryDecision(id, "no staff", one, on("2026-10-13"), today))
	line := d.c.LineOf(one.ID)
	if len(line) != 2 || line[0].ID != id || line[0].Open() || !line[0].Carried() || line[0].Last().Why != "no staff" || line[1].CarriedFrom != id || !line[1].Open() {
		t.Fatalf("%+v", line)
	}
	if open := d.c.OpenDecisions(); len(open) != 1 || open[0].ID != one.ID {
		t.Errorf("one of the two is open: %+v", open)
	}
	refuses(t, map[string]func() ([]casefile.Line, error){"carried on twice": try("no staff", nil)})
	undo(t, d.desk, before)
	if !d.decision(id).Open() || len(d.c.LineOf(one.ID)) != 0 {
		t.Error("both go back together")
	}
}

func TestWhatWasPartDoneIsCarriedOnAsPartDone(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	d.follows(id, "2026-06-02", casefile.DecisionFollowed{State: casefile.DecisionPart, Evidence: "half the form", Why: "no staff"})
	next := d.wanted(func(o *casefile.DecisionMade) {
		o.Review, o.By, o.Different = d.autumn, on("2026-12-01"), "weekly calls"
	})
	d.do(d.c.CarryDecision(id, "still no staff", next, on("2026-10-13"), today))
	if last := d.decision(id).Last(); last.State != casefile.DecisionPart || last.Evidence != "half the form" || last.Why != "still no staff" {
		t.Errorf("%+v", last)
	}
}

func TestOpenDecisionsComeSoonestFirst(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	for _, by := range []string{"2026-09-01", "2026-06-01", "2026-08-03"} {
		d.decides(func(o *casefile.DecisionMade) { o.By = on(by) })
	}
	var days []string
	for _, o := range d.c.OpenDecisions() {
		days = append(days, o.Due().String())
	}
	if !slices.Equal(days, []string{"2026-06-01", "2026-08-03", "2026-09-01"}) {
		t.Errorf("%v", days)
	}
	if len(d.c.DecisionsOf(d.spring)) != 3 || len(d.c.DecisionsOf(d.autumn)) != 0 {
		t.Error("decisions belong to their review")
	}
}

// DD-04: a mark that says nothing is no evidence.
func TestEvidenceSaysSomething(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	for _, text := range []string{".", "\u200b", "—", "  ?"} {
		f := casefile.DecisionFollowed{Decision: id, State: casefile.DecisionDone, Evidence: text}
		if _, err := d.c.FollowDecision(f, casefile.ID{}, on("2026-06-02"), today); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%q was taken for evidence", text)
		}
	}
}

// DE-04: the receipt does not move past an answer that stands.
func TestTheReceiptIsNotAfterTheAnswer(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	sent := casefile.DecisionsSent{Review: d.spring, Issued: on("2026-04-15"), To: "P. Grant", Received: on("2026-04-16")}
	d.do(d.c.SendDecisions(sent, today))
	d.do(d.c.AnswerDecision(casefile.ManagerAnswered{Decision: id, Words: "no money"}, on("2026-04-20"), today))
	sent.Received = on("2026-04-24")
	if _, err := d.c.SendDecisions(sent, today); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("got %v", err)
	}
}

// RT-17: a review that does not count has no number and takes none.
func TestTheNumberOfAReview(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	extra := d.newID()
	d.do(d.c.HoldReview(casefile.ReviewHeld{ID: extra, Recorded: on("2026-07-01"), Completed: on("2026-07-01"), NotCounted: true}, today))
	spring, _ := d.c.ReviewByID(d.spring)
	first := d.c.NumberOf(spring, today)
	for id, want := range map[casefile.ID]int{d.spring: first, extra: 0, d.autumn: first + 1, d.planned: first + 2} {
		r, _ := d.c.ReviewByID(id)
		if got := d.c.NumberOf(r, today); got != want || first == 0 {
			t.Errorf("review of %s is number %d, want %d", r.Held.Recorded, got, want)
		}
	}
}
