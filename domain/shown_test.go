package domain_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// These show the rules that no vector and no other test shows by itself.

func civil(t *testing.T, text string) workday.Date {
	t.Helper()
	d, err := workday.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestVisitingRules counts by hand the intervals no vector has: a parent who
// is not assessed yet (VS-04), adopters (AD-19) and short breaks (SB-09).
func TestVisitingRules(t *testing.T) {
	t.Parallel()
	start, last := civil(t, "2026-03-02"), civil(t, "2026-03-09")
	for name, tc := range map[string]struct {
		facts clock.VisitFacts
		rule  string
		due   string
	}{
		"parent, first":               {clock.VisitFacts{Regime: clock.VisitParent, From: start}, "VS-04", "2026-03-09"},
		"parent, weekly":              {clock.VisitFacts{Regime: clock.VisitParent, From: start, Last: last}, "VS-04", "2026-03-16"},
		"parent, after the review":    {clock.VisitFacts{Regime: clock.VisitParent, From: start, Last: last, FirstReviewHeld: true}, "VS-04", "2026-04-20"},
		"adopters, first":             {clock.VisitFacts{Regime: clock.VisitAdoption, From: start, AgreedDays: 28}, "AD-19", "2026-03-09"},
		"adopters, weekly":            {clock.VisitFacts{Regime: clock.VisitAdoption, From: start, Last: last, AgreedDays: 28}, "AD-19", "2026-03-16"},
		"adopters, as the review set": {clock.VisitFacts{Regime: clock.VisitAdoption, From: start, Last: last, AgreedDays: 28, FirstReviewHeld: true}, "AD-19", "2026-04-06"},
		"adopters, nothing set":       {clock.VisitFacts{Regime: clock.VisitAdoption, From: start, Last: last, FirstReviewHeld: true}, "AD-19", "2026-03-16"},
		"breaks, as agreed":           {clock.VisitFacts{Regime: clock.VisitShortBreak, From: start, Last: last, AgreedDays: 30}, "SB-09", "2026-04-08"},
		"breaks, nothing agreed":      {clock.VisitFacts{Regime: clock.VisitShortBreak, From: start, Last: last}, "", ""},
	} {
		rule, _, due, ok := clock.NextVisit(tc.facts)
		if rule != tc.rule || ok != (tc.rule != "") || ok && due != civil(t, tc.due) {
			t.Errorf("%s: %s %s %v, want %s %s", name, rule, due, ok, tc.rule, tc.due)
		}
	}
}

func entry(n byte, e casefile.Event) casefile.Entry {
	return casefile.Entry{ID: casefile.ID{n}, Line: casefile.Line{Event: e}}
}

// TestLongTermReviewsFollowTheirSetting: LT-02 rests on a text nobody read, so
// its months are a setting, and a shorter one governs.
func TestLongTermReviewsFollowTheirSetting(t *testing.T) {
	t.Parallel()
	file, today := casefile.ID{99}, civil(t, "2026-11-23")
	c := casefile.Replay(file, []casefile.Entry{
		entry(1, &casefile.Opened{Ref: "C-001"}),
		entry(2, &casefile.CareStated{ID: casefile.ID{2}, Start: civil(t, "2024-01-08")}),
		entry(3, &casefile.PlacementStated{ID: casefile.ID{3}, Code: "U4", Start: civil(t, "2024-01-08")}),
		entry(4, &casefile.Stated{Facts: map[string]string{casefile.FactLongTerm: "2025-02-03"}}),
		entry(5, &casefile.ReviewHeld{ID: casefile.ID{5}, Recorded: civil(t, "2024-02-05")}),
		entry(6, &casefile.ReviewHeld{ID: casefile.ID{6}, Recorded: civil(t, "2024-05-01")}),
		entry(7, &casefile.ReviewHeld{ID: casefile.ID{7}, Recorded: civil(t, "2026-10-12")}),
	})
	p := practice.Replay(nil)
	for _, tc := range []struct{ months, rule, due string }{{"6", "RT-03", "2027-04-12"}, {"4", "LT-02", "2027-02-12"}} {
		got := clock.Of(c, today, cal, p.Supposing(practice.LongTermReview, tc.months)).Governing
		if got == nil || got.Rule != tc.rule || got.Due != civil(t, tc.due) {
			t.Errorf("%s months: %+v, want %s %s", tc.months, got, tc.rule, tc.due)
		}
	}
}

// TestTheReasonForALateReviewIsKept: RT-22.
func TestTheReasonForALateReviewIsKept(t *testing.T) {
	t.Parallel()
	c := casefile.Replay(casefile.ID{99}, []casefile.Entry{
		entry(1, &casefile.Opened{Ref: "C-001"}),
		entry(2, &casefile.ReviewHeld{ID: casefile.ID{5}, Recorded: civil(t, "2026-10-12"), LateReason: "the social worker changed"}),
	})
	if r, ok := c.ReviewByID(casefile.ID{5}); !ok || r.Held.LateReason != "the social worker changed" {
		t.Errorf("%+v", r)
	}
}

// TestWhatIsSaidOfTheIROIsKept: when and how the child was told (AP-07, AP-19),
// and whether the IRO knows the child's need (CN-02).
func TestWhatIsSaidOfTheIROIsKept(t *testing.T) {
	t.Parallel()
	today := civil(t, "2026-11-23")
	c := casefile.Replay(casefile.ID{99}, []casefile.Entry{entry(1, &casefile.Opened{Ref: "C-001"})})
	lines, err := c.Appoint(casefile.AppointmentStated{ID: casefile.ID{7}, Name: "R. Quaye", From: civil(t, "2026-02-02"),
		ToldOn: civil(t, "2026-02-04"), HowTold: "aloud", Specialist: "no"}, nil, today)
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	a, ok := c.With(entry(2, lines[0].Event)).AppointedOn(today)
	if !ok || a.ToldOn != civil(t, "2026-02-04") || a.HowTold != "aloud" || a.Specialist != "no" {
		t.Errorf("%+v", a)
	}
}

// TestTheProfileOfTheIROIsKept: registration, experience and competences
// (AP-13 to AP-15).
func TestTheProfileOfTheIROIsKept(t *testing.T) {
	t.Parallel()
	me := practice.Profile{Name: "R. Quaye", Registration: "SW000000", Renews: civil(t, "2027-11-30"), Qualified: civil(t, "2012-07-02"), Competences: "appraisal of May"}
	lines, err := practice.Replay(nil).StateProfile(me, civil(t, "2026-11-23"))
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	if got := practice.Replay([]casefile.Entry{entry(1, lines[0].Event)}).Profile(); got != me {
		t.Errorf("%+v", got)
	}
}
