package review_test

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
)

func papers(c *casefile.Case, f handbook.Facts, deadlines ...clock.Deadline) []review.Paper {
	f.LookedAfter = true
	return review.Papers(c, clock.Clocks{Deadlines: deadlines}, f, context())
}

func find(list []review.Paper, what casefile.DocumentKind) (review.Paper, bool) {
	i := slices.IndexFunc(list, func(p review.Paper) bool { return p.What == what })
	if i < 0 {
		return review.Paper{}, false
	}
	return list[i], true
}

func TestTheRulesSayWhichPapersAreWanted(t *testing.T) {
	t.Parallel()
	remand := handbook.Facts{LegalStatus: handbook.LegalStatusRemandLA, LookedAfterOnlyByRemand: true}
	for _, tt := range []struct {
		rule   string
		what   casefile.DocumentKind
		facts  handbook.Facts
		wanted bool
	}{
		{"CD-04", casefile.CarePlan, handbook.Facts{}, true},
		{"CD-04", casefile.CarePlan, handbook.Facts{ShortBreakReg48: true}, true},
		{"PW-03", casefile.CarePlan, handbook.Facts{Eligible: true}, false},
		{"PW-03", casefile.PathwayPlan, handbook.Facts{Eligible: true}, true},
		{"PW-03", casefile.PathwayPlan, handbook.Facts{}, false},
		{"CD-02", casefile.PlacementPlan, handbook.Facts{}, true},
		{"CD-02", casefile.PlacementPlan, handbook.Facts{ShortBreakReg48: true}, false},
		{"CD-10", casefile.EducationPlan, handbook.Facts{SchoolAge: true}, true},
		{"CD-10", casefile.EducationPlan, handbook.Facts{InEducation: true}, true},
		{"CD-10", casefile.EducationPlan, handbook.Facts{}, false},
		{"CD-10", casefile.EducationPlan, handbook.Facts{SchoolAge: true, ShortBreakReg48: true}, false},
		{"CD-09", casefile.HealthPlan, handbook.Facts{}, true},
		{"CD-09", casefile.HealthPlan, handbook.Facts{ShortBreakReg48: true}, false},
		{"PM-01", casefile.PermanencePlan, handbook.Facts{ReviewNo: 1}, false},
		{"PM-01", casefile.PermanencePlan, handbook.Facts{ReviewNo: 2}, true},
		{"YJ-25", casefile.RemandPlan, remand, true},
		{"YJ-25", casefile.CarePlan, remand, false}, // the remand care plan is the care plan
		{"YJ-25", casefile.RemandPlan, handbook.Facts{LegalStatus: handbook.LegalStatusRemandLA}, false},
		{"YJ-26", casefile.DetentionPlan, handbook.Facts{LegalStatus: handbook.LegalStatusRemandYDA}, true},
		{"YJ-26", casefile.DetentionPlan, remand, false},
		{"CD-08", casefile.SchoolNeedsPlan, handbook.Facts{SENPlan: true}, true},
		{"CD-08", casefile.SchoolNeedsPlan, handbook.Facts{}, false},
		{"CP-02", casefile.ProtectionPlan, handbook.Facts{CPPlan: true}, true},
		{"CP-02", casefile.ProtectionPlan, handbook.Facts{}, false},
		{"AD-14", casefile.AdoptionPlan, handbook.Facts{PlacedForAdoption: true}, true},
		{"AD-14", casefile.AdoptionPlan, handbook.Facts{MatchDecided: true}, true},
		{"AD-14", casefile.AdoptionPlan, handbook.Facts{AuthorityToPlace: true}, false},
		{"CF-05", casefile.CourtPaper, handbook.Facts{ProceedingsOpen: true}, true},
		{"CF-05", casefile.CourtPaper, handbook.Facts{}, false},
	} {
		p, ok := find(papers(eight(), tt.facts), tt.what)
		if ok != tt.wanted || ok && (p.Rule != tt.rule || p.State != review.PaperMissing || p.Known()) {
			t.Errorf("%s, %s with %+v: %+v, wanted %v", tt.rule, tt.what, tt.facts, p, tt.wanted)
		}
	}
	if got := review.Papers(eight(), clock.Clocks{}, handbook.Facts{}, context()); got != nil {
		t.Errorf("a child who is not looked after needs none: %+v", got)
	}
}

func TestHowAPaperStands(t *testing.T) {
	t.Parallel()
	doc := func(what casefile.DocumentKind, dated, received, read string) *casefile.DocumentStated {
		d := &casefile.DocumentStated{ID: casefile.ID{1: 1, 2: byte(len(dated + received + read))}, What: what}
		for text, day := range map[string]*workday.Date{dated: &d.Dated, received: &d.Received, read: &d.Read} {
			if text != "" {
				*day = on(text)
			}
		}
		return d
	}
	changed := &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-801", Answer: casefile.Done, Evidence: map[string]string{"plan_outcome": "changed"}}
	confirmed := &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-801", Answer: casefile.Done, Evidence: map[string]string{"plan_outcome": "confirmed"}}
	facts := handbook.Facts{SchoolAge: true, ReviewNo: 3}
	for name, tt := range map[string]struct {
		what   casefile.DocumentKind
		events []casefile.Event
		state  review.PaperState
		rule   string
		since  string
	}{
		"known of but not here":       {casefile.HealthPlan, []casefile.Event{doc(casefile.HealthPlan, "2026-09-03", "", "")}, review.PaperMissing, "", ""},
		"received":                    {casefile.HealthPlan, []casefile.Event{doc(casefile.HealthPlan, "2026-09-03", "2026-09-10", "")}, review.PaperReceived, "", ""},
		"read":                        {casefile.HealthPlan, []casefile.Event{doc(casefile.HealthPlan, "2026-09-03", "2026-09-10", "2026-09-11")}, review.PaperRead, "", ""},
		"dated the day of the review": {casefile.EducationPlan, []casefile.Event{doc(casefile.EducationPlan, "2026-06-16", "2026-09-10", "")}, review.PaperReceived, "", ""},
		"PEP before the last review":  {casefile.EducationPlan, []casefile.Event{doc(casefile.EducationPlan, "2026-06-15", "2026-09-10", "2026-09-11")}, review.PaperStale, "PR-40", "2026-06-16"},
		"health plan before it":       {casefile.HealthPlan, []casefile.Event{doc(casefile.HealthPlan, "", "2026-05-10", "")}, review.PaperStale, "PR-40", "2026-06-16"},
		"old plan, nothing changed":   {casefile.CarePlan, []casefile.Event{confirmed, doc(casefile.CarePlan, "2026-05-01", "2026-05-02", "2026-05-03")}, review.PaperRead, "", ""},
		"old plan, review changed it": {casefile.CarePlan, []casefile.Event{changed, doc(casefile.CarePlan, "2026-05-01", "2026-05-02", "2026-05-03")}, review.PaperStale, "CD-04", "2026-06-16"},
		"new plan after the change":   {casefile.CarePlan, []casefile.Event{changed, doc(casefile.CarePlan, "2026-06-25", "2026-06-26", "")}, review.PaperReceived, "", ""},
		"placement plan of any age":   {casefile.PlacementPlan, []casefile.Event{doc(casefile.PlacementPlan, "2026-01-06", "2026-01-07", "2026-01-08")}, review.PaperRead, "", ""},
		"permanence plan, six months": {casefile.PermanencePlan, []casefile.Event{doc(casefile.PermanencePlan, "2026-05-23", "2026-05-24", "")}, review.PaperReceived, "", ""},
		"permanence plan, a day more": {casefile.PermanencePlan, []casefile.Event{doc(casefile.PermanencePlan, "2026-05-22", "2026-05-24", "")}, review.PaperStale, "PM-01", "2026-11-22"},
	} {
		p, ok := find(papers(eight(tt.events...), facts), tt.what)
		if !ok || p.State != tt.state || p.Stale != tt.rule || tt.since != "" && p.Since != on(tt.since) {
			t.Errorf("%s: %+v, want %s by %q since %s", name, p, tt.state, tt.rule, tt.since)
		}
	}
}

func TestAPaperShowsTheLimitThatRuns(t *testing.T) {
	t.Parallel()
	limit := func(rule, due string, done bool) clock.Deadline {
		return clock.Deadline{Rule: rule, Pair: clock.Pair{Due: on(due)}, Done: done}
	}
	list := papers(eight(&casefile.DocumentStated{ID: casefile.ID{3}, What: casefile.HealthPlan, Received: on("2026-11-02")}), handbook.Facts{SchoolAge: true},
		limit("CD-02", "2026-10-01", true), limit("CD-02", "2026-12-01", false), limit("CD-02", "2026-11-27", false), limit("PR-08", "2026-12-09", false))
	if p, _ := find(list, casefile.PlacementPlan); p.Limit == nil || p.Limit.Due != on("2026-11-27") {
		t.Errorf("the open limit that is due first: %+v", p.Limit)
	}
	if p, _ := find(list, casefile.HealthPlan); p.Limit != nil {
		t.Errorf("what has come has no limit: %+v", p.Limit)
	}
	if p, _ := find(list, casefile.CarePlan); p.Limit != nil {
		t.Errorf("no limit runs: %+v", p.Limit)
	}
}

func TestTheFirstCourtPaperStillWantedStandsForAll(t *testing.T) {
	t.Parallel()
	court := func(n byte, council, received, read string) *casefile.DocumentStated {
		d := &casefile.DocumentStated{ID: casefile.ID{3: n}, What: casefile.CourtPaper, AtCouncil: on(council)}
		if received != "" {
			d.Received = on(received)
		}
		if read != "" {
			d.Read = on(read)
		}
		return d
	}
	facts := handbook.Facts{ProceedingsOpen: true}
	read := court(1, "2026-10-01", "2026-10-02", "2026-10-03")
	unread := court(2, "2026-10-05", "2026-10-06", "")
	wanting := court(3, "2026-10-08", "", "")
	latest := court(4, "2026-11-01", "2026-11-02", "2026-11-03")
	for name, tt := range map[string]struct {
		events []casefile.Event
		state  review.PaperState
		id     byte
	}{
		"one has not come": {[]casefile.Event{read, unread, wanting, latest}, review.PaperMissing, 3},
		"one is not read":  {[]casefile.Event{read, unread, latest}, review.PaperReceived, 2},
		"all are read":     {[]casefile.Event{read, latest}, review.PaperRead, 4},
	} {
		p, _ := find(papers(eight(tt.events...), facts), casefile.CourtPaper)
		if p.State != tt.state || p.Newest.ID != (casefile.ID{3: tt.id}) {
			t.Errorf("%s: %+v", name, p)
		}
	}
}
