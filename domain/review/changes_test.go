package review_test

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// proposed is a change of a kind, with more said about it.
func proposed(what casefile.ProposalKind, more ...func(*casefile.ChangeProposed)) casefile.ChangeProposed {
	p := casefile.ChangeProposed{ID: casefile.ID{40}, What: what, ProposedOn: on("2026-11-16")}
	for _, set := range more {
		set(&p)
	}
	return p
}

func emergency(p *casefile.ChangeProposed) { p.Emergency = true }
func unplanned(p *casefile.ChangeProposed) { p.Unplanned = true }
func disrupts(p *casefile.ChangeProposed)  { p.DisruptsSchool = true }
func toParent(p *casefile.ChangeProposed)  { p.ToParent = true }
func ends(p *casefile.ChangeProposed)      { p.EndsPlacement = true }
func free(p *casefile.ChangeProposed)      { p.Regulation14Free = true }

// TestWhatMustBeReviewedFirst has for each rule a change it holds and one it
// does not.
func TestWhatMustBeReviewedFirst(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		rule, name string
		f          handbook.Facts
		p          casefile.ChangeProposed
		holds      bool
	}{
		{"CV-01", "leaves care at 15", handbook.Facts{Age: 15}, proposed(casefile.LeaveCare), true},
		{"CV-01", "leaves care at 18", handbook.Facts{Age: 18}, proposed(casefile.LeaveCare), false},
		{"CV-01", "moves at 15", handbook.Facts{Age: 15}, proposed(casefile.Move), false},
		{"CV-02", "semi-independent at 17", handbook.Facts{Age: 17}, proposed(casefile.SemiIndependent), true},
		{"CV-02", "semi-independent at 18", handbook.Facts{Age: 18}, proposed(casefile.SemiIndependent), false},
		{"CV-03", "released on a care order", handbook.Facts{CareOrder: true, CustodyOpen: true}, proposed(casefile.Move), true},
		{"CV-03", "released without one", handbook.Facts{CustodyOpen: true}, proposed(casefile.Move), false},
		{"CV-03", "only the plan changes", handbook.Facts{CareOrder: true, CustodyOpen: true}, proposed(casefile.PlanOnly), false},
		{"CV-04", "unplanned and disrupting", handbook.Facts{}, proposed(casefile.Move, unplanned, disrupts), true},
		{"CV-04", "planned and disrupting", handbook.Facts{}, proposed(casefile.Move, disrupts), false},
		{"CV-05", "Key Stage 4 broken into", handbook.Facts{KeyStage4: true}, proposed(casefile.Move, disrupts), true},
		{"CV-05", "Key Stage 4 goes on", handbook.Facts{KeyStage4: true}, proposed(casefile.Move), false},
		{"CV-05", "younger", handbook.Facts{}, proposed(casefile.Move, disrupts), false},
		{"CV-06", "long settled", handbook.Facts{SettledPlacement: true}, proposed(casefile.WithParent), true},
		{"CV-06", "long settled, no move", handbook.Facts{SettledPlacement: true}, proposed(casefile.PlanOnly), false},
		{"CV-06", "not settled", handbook.Facts{}, proposed(casefile.Move), false},
		{"CV-07", "moves on at 16", handbook.Facts{Age: 16}, proposed(casefile.MoveOn), true},
		{"CV-07", "moves on at 15", handbook.Facts{Age: 15}, proposed(casefile.MoveOn), false},
		{"CV-08", "accommodation ends", handbook.Facts{LegalStatus: handbook.LegalStatusS20}, proposed(casefile.LeaveCare), true},
		{"CV-08", "a parent takes over", handbook.Facts{LegalStatus: handbook.LegalStatusS20}, proposed(casefile.LeaveCare, toParent), false},
		{"CV-08", "accommodated elsewhere", handbook.Facts{LegalStatus: handbook.LegalStatusS20}, proposed(casefile.Move), false},
		{"CV-08", "in care", handbook.Facts{LegalStatus: handbook.LegalStatusCO}, proposed(casefile.LeaveCare), false},
		{"CV-09", "in care, with a parent", handbook.Facts{InCare: true}, proposed(casefile.WithParent), true},
		{"CV-09", "not in care", handbook.Facts{}, proposed(casefile.WithParent), false},
		{"CV-10", "ends a placement", handbook.Facts{}, proposed(casefile.Move, ends), true},
		{"CV-10", "an exception applies", handbook.Facts{}, proposed(casefile.Move, ends, free), false},
		{"CV-10", "an emergency", handbook.Facts{}, proposed(casefile.Move, ends, emergency), false},
		{"CV-12", "short breaks change", handbook.Facts{ShortBreakReg48: true}, proposed(casefile.PlanOnly), true},
		{"CV-12", "no short breaks", handbook.Facts{}, proposed(casefile.PlanOnly), false},
		{"RT-12", "any significant change", handbook.Facts{}, proposed(casefile.PlanOnly), true},
		{"RT-12", "any move", handbook.Facts{}, proposed(casefile.Move), true},
		{"RT-12", "an emergency", handbook.Facts{}, proposed(casefile.Move, emergency), false},
		{"CV-11", "approval is no review", handbook.Facts{LACWorkingDays: 20}, proposed(casefile.LeaveCare), false},
		{"CV-15", "approval is no review", handbook.Facts{KeyStage4: true}, proposed(casefile.Move, disrupts), false},
	} {
		got := slices.ContainsFunc(review.MustComeFirst(tc.f, tc.p), func(r handbook.Rule) bool { return r.ID == tc.rule })
		if got != tc.holds {
			t.Errorf("%s, %s: holds is %v", tc.rule, tc.name, got)
		}
	}
}

func TestAnEmergencyStillSaysWhyItsReviewIsNeeded(t *testing.T) {
	t.Parallel()
	rules := review.MustComeFirst(handbook.Facts{KeyStage4: true}, proposed(casefile.Move, disrupts, unplanned, ends, emergency))
	if got := ruleIDs(rules); !slices.Equal(got, []string{"CV-04", "CV-05"}) {
		t.Errorf("reasons %v", got)
	}
}

func ruleIDs(rules []handbook.Rule) []string {
	var out []string
	for _, r := range rules {
		out = append(out, r.ID)
	}
	return out
}

func TestTheFactsOfAProposal(t *testing.T) {
	t.Parallel()
	for what, want := range map[casefile.ProposalKind]handbook.Facts{
		casefile.LeaveCare:       {Proposal: handbook.ProposalLeaveCare, LeaveCareProposed: true, MoveProposed: true},
		casefile.SemiIndependent: {Proposal: handbook.ProposalSemiIndependent, MoveOnProposed: true, MoveProposed: true},
		casefile.MoveOn:          {Proposal: handbook.ProposalMoveOn, MoveOnProposed: true, MoveProposed: true},
		casefile.WithParent:      {Proposal: handbook.ProposalPlacementWithParent, MoveProposed: true, ReturningToParent: true},
		casefile.Move:            {Proposal: handbook.ProposalOther, MoveProposed: true},
		casefile.PlanOnly:        {Proposal: handbook.ProposalOther},
	} {
		if got := review.WithProposal(handbook.Facts{}, proposed(what)); got != want {
			t.Errorf("%s: %+v", what, got)
		}
	}
	f := review.WithProposal(handbook.Facts{}, proposed(casefile.Move, emergency, disrupts, unplanned, toParent, ends, free, func(p *casefile.ChangeProposed) {
		p.Lasting, p.FreezeAsked = "no", today
	}))
	want := handbook.Facts{Proposal: handbook.ProposalOther, MoveProposed: true, MoveEmergency: true, MoveNotSatisfied: true, FreezeRequested: true,
		DisruptsEducation: true, ChangeUnplanned: true, ReturningToParent: true, PlacementEnding: true, Reg14Exception: true}
	if f != want {
		t.Errorf("%+v", f)
	}
	stays := proposed(casefile.PlanOnly, func(p *casefile.ChangeProposed) { p.Lasting = "no" })
	if review.WithProposal(handbook.Facts{}, stays).MoveNotSatisfied {
		t.Error("an answer about a move says nothing of a change that moves nobody")
	}
	if again := review.WithProposal(f, proposed(casefile.PlanOnly)); again != (handbook.Facts{Proposal: handbook.ProposalOther}) {
		t.Errorf("the proposal tested before leaves nothing behind: %+v", again)
	}
}

func TestTheStandingOfAProposal(t *testing.T) {
	t.Parallel()
	whole := &casefile.ReviewHeld{ID: casefile.ID{30}, Recorded: on("2026-11-18"), Completed: on("2026-11-18")}
	begun := &casefile.ReviewHeld{ID: casefile.ID{31}, Recorded: on("2026-11-19"), Adjourned: true}
	c := eight(whole, begun)
	reviewed := func(id casefile.ID) func(*casefile.ChangeProposed) {
		return func(p *casefile.ChangeProposed) { p.Review = id }
	}
	made := func(p *casefile.ChangeProposed) { p.MadeOn = on("2026-11-20") }
	override := func(p *casefile.ChangeProposed) { p.Override = "the home closed" }
	dropped := func(p *casefile.ChangeProposed) { p.Dropped = today }
	goesOn := context()
	goesOn.Readings.ProposalsGoOn = true
	for name, tc := range map[string]struct {
		p     casefile.ChangeProposed
		x     review.Context
		want  review.Standing
		holds string
	}{
		"proposed":                   {proposed(casefile.Move), context(), review.Waiting, "RT-12"},
		"an emergency":               {proposed(casefile.Move, emergency), context(), review.MayGoOn, ""},
		"an emergency made":          {proposed(casefile.Move, emergency, made), context(), review.Unreviewed, ""},
		"an emergency reviewed":      {proposed(casefile.Move, emergency, made, reviewed(whole.ID)), context(), review.Reviewed, ""},
		"reviewed":                   {proposed(casefile.Move, reviewed(whole.ID)), context(), review.Reviewed, ""},
		"adjourned":                  {proposed(casefile.Move, reviewed(begun.ID)), context(), review.Waiting, "AJ-11"},
		"adjourned and switched off": {proposed(casefile.Move, reviewed(begun.ID)), goesOn, review.Reviewed, ""},
		"adjourned and overridden":   {proposed(casefile.Move, reviewed(begun.ID), override), context(), review.Overridden, ""},
		"overridden":                 {proposed(casefile.Move, override, made), context(), review.Overridden, ""},
		"dropped":                    {proposed(casefile.Move, dropped), context(), review.Dropped, ""},
	} {
		if got := review.StandingOf(c, handbook.Facts{}, tc.x, tc.p); got != tc.want {
			t.Errorf("%s: stands %q, not %q", name, got, tc.want)
		}
		holds := ruleIDs(review.StillHolds(c, handbook.Facts{}, tc.x, tc.p))
		if tc.holds == "" && len(holds) > 0 || tc.holds != "" && !slices.Equal(holds, []string{tc.holds}) {
			t.Errorf("%s: held by %v, not %q", name, holds, tc.holds)
		}
	}
	if got := review.Holds(c, handbook.Facts{}, context(), proposed(casefile.Move, reviewed(begun.ID))); !slices.Equal(got, []string{"RT-12", "AJ-11"}) {
		t.Errorf("the command weighs %v", got)
	}
}

func TestApprovals(t *testing.T) {
	t.Parallel()
	officer := func(p *casefile.ChangeProposed) { p.ApprovedBy, p.ApprovedOn = "A. Director", today }
	for name, tc := range map[string]struct {
		f       handbook.Facts
		p       casefile.ChangeProposed
		rule    string
		missing int
	}{
		"leaves care after 20 days": {handbook.Facts{LACWorkingDays: 20}, proposed(casefile.LeaveCare), "CV-11", 1},
		"and it is approved":        {handbook.Facts{LACWorkingDays: 20}, proposed(casefile.LeaveCare, officer), "CV-11", 0},
		"leaves care after 19 days": {handbook.Facts{LACWorkingDays: 19}, proposed(casefile.LeaveCare), "", 0},
		"moves after 20 days":       {handbook.Facts{LACWorkingDays: 20}, proposed(casefile.Move), "", 0},
		"Key Stage 4":               {handbook.Facts{KeyStage4: true}, proposed(casefile.Move, disrupts), "CV-15", 3},
		"Key Stage 4, approved": {handbook.Facts{KeyStage4: true}, proposed(casefile.Move, disrupts, officer, func(p *casefile.ChangeProposed) {
			p.ConsultedOn, p.Teacher = today, true
		}), "CV-15", 0},
		"Key Stage 4, emergency": {handbook.Facts{KeyStage4: true}, proposed(casefile.Move, disrupts, emergency), "", 0},
		"Key Stage 4 goes on":    {handbook.Facts{KeyStage4: true}, proposed(casefile.Move), "", 0},
	} {
		got := review.Approvals(tc.f, tc.p)
		if tc.rule == "" {
			if len(got) > 0 {
				t.Errorf("%s: wants %s", name, got[0].Rule.ID)
			}
			continue
		}
		if len(got) != 1 || got[0].Rule.ID != tc.rule || len(got[0].Missing) != tc.missing {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestTooYoungForSupportedAccommodation(t *testing.T) {
	t.Parallel()
	c := eight() // 16 on 9 March 2034
	for _, tc := range []struct {
		what casefile.ProposalKind
		day  workday.Date
		want bool
	}{
		{casefile.SemiIndependent, 0, true},
		{casefile.SemiIndependent, on("2034-03-08"), true},
		{casefile.SemiIndependent, on("2034-03-09"), false},
		{casefile.Move, 0, false},
	} {
		p := proposed(tc.what, func(p *casefile.ChangeProposed) { p.For = tc.day })
		if got := review.TooYoung(c, context(), p); got != tc.want {
			t.Errorf("%s for %s: %v", tc.what, tc.day, got)
		}
	}
}

func TestDatesOfAChange(t *testing.T) {
	t.Parallel()
	// Friday 18 December 2026: Christmas Day, Boxing Day's Monday and New Year
	// are passed over.
	made := func(p *casefile.ChangeProposed) { p.MadeOn = on("2026-12-18") }
	told := func(p *casefile.ChangeProposed) { p.NoticeGiven = on("2026-12-21") }
	cal := workday.Calendar{}
	if due, ok := review.NoticeDue(cal, proposed(casefile.Move, ends, made)); !ok || due != on("2027-01-06") {
		t.Errorf("notice due %s, %v", due, ok)
	}
	for name, p := range map[string]casefile.ChangeProposed{
		"not made": proposed(casefile.Move, ends), "no end": proposed(casefile.Move, made),
		"exempt": proposed(casefile.Move, ends, free, made), "given": proposed(casefile.Move, ends, made, told),
	} {
		if due, ok := review.NoticeDue(cal, p); ok {
			t.Errorf("%s: notice due %s", name, due)
		}
	}
	x := context()
	if due, ok := review.ReviewNeededBy(x, proposed(casefile.Move, emergency, made)); !ok || due != on("2027-01-06") {
		t.Errorf("review needed by %s, %v", due, ok)
	}
	set := func(p *casefile.ChangeProposed) { p.NeededBy = on("2026-12-23") }
	if due, _ := review.ReviewNeededBy(x, proposed(casefile.Move, emergency, made, set)); due != on("2026-12-23") {
		t.Errorf("the day the IRO set: %s", due)
	}
	for name, p := range map[string]casefile.ChangeProposed{
		"no emergency": proposed(casefile.Move, made), "not made": proposed(casefile.Move, emergency),
		"reviewed": proposed(casefile.Move, emergency, made, func(p *casefile.ChangeProposed) { p.Review = casefile.ID{6} }),
	} {
		if due, ok := review.ReviewNeededBy(x, p); ok {
			t.Errorf("%s: review needed by %s", name, due)
		}
	}
}

func TestDecideBy(t *testing.T) {
	t.Parallel()
	ev := casefile.EventReported{What: casefile.HospitalEvent, On: on("2026-11-19")}
	if due, open := review.DecideBy(context(), ev); !open || due != today {
		t.Errorf("two working days after Thursday: %s, %v", due, open)
	}
	ev.ToldOn, ev.Decision = on("2026-11-20"), casefile.MoreInformation
	if due, open := review.DecideBy(context(), ev); !open || due != on("2026-11-24") {
		t.Errorf("from the day the IRO was told: %s, %v", due, open)
	}
	ev.Decision = casefile.NoReview
	if _, open := review.DecideBy(context(), ev); open {
		t.Error("it was decided")
	}
}

func TestMissingPattern(t *testing.T) {
	t.Parallel()
	gone := func(from, to string) *casefile.PeriodStated {
		p := &casefile.PeriodStated{What: casefile.Missing, From: on(from)}
		if to != "" {
			p.To = on(to)
		}
		return p
	}
	told := func(id byte, day string) *casefile.EventReported {
		return &casefile.EventReported{ID: casefile.ID{id}, What: casefile.MissingEvent, On: on(day)}
	}
	for name, tc := range map[string]struct {
		events []casefile.Event
		want   bool
	}{
		"three periods":                {[]casefile.Event{gone("2026-10-01", "2026-10-02"), gone("2026-10-20", ""), gone("2026-11-20", "")}, true},
		"two":                          {[]casefile.Event{gone("2026-10-01", "2026-10-02"), gone("2026-11-20", "")}, false},
		"two and an event":             {[]casefile.Event{gone("2026-10-01", "2026-10-02"), told(50, "2026-10-20"), gone("2026-11-20", "")}, true},
		"an event on the same day":     {[]casefile.Event{gone("2026-10-01", "2026-10-02"), told(50, "2026-10-01"), gone("2026-11-20", "")}, false},
		"an event while away":          {[]casefile.Event{gone("2026-10-01", "2026-10-05"), told(50, "2026-10-03"), gone("2026-11-20", "")}, false},
		"two events on one day":        {[]casefile.Event{told(50, "2026-10-03"), told(51, "2026-10-03"), gone("2026-11-20", "")}, false},
		"the first is 90 days ago":     {[]casefile.Event{gone("2026-08-25", ""), gone("2026-10-20", ""), gone("2026-11-20", "")}, true},
		"the first is longer ago":      {[]casefile.Event{gone("2026-08-24", ""), gone("2026-10-20", ""), gone("2026-11-20", "")}, false},
		"a hospital stay is not going": {[]casefile.Event{&casefile.EventReported{ID: casefile.ID{52}, What: casefile.HospitalEvent, On: on("2026-10-02")}, gone("2026-10-20", ""), gone("2026-11-20", "")}, false},
	} {
		if got := review.MissingPattern(eight(tc.events...), context()); got != tc.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestBreakdowns(t *testing.T) {
	t.Parallel()
	place := func(id byte, start, change string, broke bool) *casefile.PlacementStated {
		return &casefile.PlacementStated{ID: casefile.ID{id}, Code: "U6", Start: on(start), Change: change, BrokeDown: broke}
	}
	c := eight(place(60, "2025-01-01", "CREQB", false), place(61, "2025-03-01", "CREQO", true), place(62, "2025-06-01", "CARPL", false), place(63, "2025-09-01", "", true))
	if got := review.Breakdowns(c); got != 3 {
		t.Errorf("%d broke down", got)
	}
}

func TestChangesAreTestedAtTheAgeOfToday(t *testing.T) {
	t.Parallel()
	c := eight(&casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2008-12-01"}}) // 18 before the review on 14 December
	clocks := clock.Of(c, today, workday.Calendar{}, practice.Readings{})
	f := review.FactsForChanges(c, clocks, context())
	if got := ruleIDs(review.MustComeFirst(f, proposed(casefile.LeaveCare))); !slices.Contains(got, "CV-01") {
		t.Errorf("17 today: %v", got)
	}
}
