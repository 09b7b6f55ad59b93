package demo

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// shown is everything the rules make of one child's file.
type shown struct {
	c      *casefile.Case
	clocks clock.Clocks
	facts  handbook.Facts
	x      review.Context
	here   caseload.Here
}

// showAll reads every file of the demonstration.
func showAll(t *testing.T, today workday.Date) ([]shown, *practice.Practice) {
	t.Helper()
	files, p := build(t, Options{Seed: 1, Today: today})
	x := review.Context{Today: today, Calendar: p.Calendar(), Readings: p.Readings()}
	open := map[casefile.ID]bool{}
	for _, f := range files {
		open[f.File] = f.Row.Open(today)
	}
	var out []shown
	for _, f := range files {
		c := casefile.Replay(f.File, f.Entries)
		s := shown{c: c, clocks: clock.Of(c, today, x.Calendar, x.Readings), x: x, here: func(id casefile.ID) bool { return open[id] }}
		s.facts = review.Facts(c, s.clocks, x)
		out = append(out, s)
	}
	return out, p
}

// TestEveryModule finds a child for each of the checklists.
func TestEveryModule(t *testing.T) {
	t.Parallel()
	all, _ := showAll(t, day(t, fixedDay))
	found := map[string]bool{}
	for _, s := range all {
		if handbook.ListOpens(&s.facts) {
			for _, m := range handbook.ModulesFor(&s.facts) {
				found[m.ID] = true
			}
		}
	}
	modules := handbook.Modules()
	if len(modules) != 25 {
		t.Fatalf("%d checklists, want 25", len(modules))
	}
	for _, m := range modules {
		if !found[m.ID] {
			t.Errorf("nobody shows the checklist %q", m.Title)
		}
	}
}

// notes gives what one child shows, by the words of variants.
func (s shown) notes() map[string]bool {
	f, k, c, today := s.facts, s.clocks, s.c, s.x.Today
	out := map[string]bool{
		"adoption clock governs":        k.Governing != nil && k.Governing.Rule == "AD-01",
		"ordinary beside authority":     k.Governing != nil && k.Governing.Rule == "RT-03" && f.AuthorityToPlace && !f.AdoptionDisrupted,
		"first with adopters":           f.PlacedForAdoption && f.AdoptionReviewNo == 1,
		"later with adopters":           f.PlacedForAdoption && f.AdoptionReviewNo > 1,
		"disruption window":             k.Governing != nil && k.Governing.Rule == "AD-06",
		"ordinary before the window":    f.AdoptionDisrupted && k.Governing.Due < k.Situation.Disrupted+28,
		"short breaks near their bound": f.ShortBreakReg48 && k.Situation.Breaks.MostInYear >= 60,
		"short breaks past it":          f.WasShortBreakReg48,
		"no need of a meeting":          k.Situation.LongTerm.MeetingOptional(today, 12),
		"needs a meeting":               f.LongTermOver12Months && !k.Situation.LongTerm.MeetingOptional(today, 12),
		"care order in custody":         f.CareOrder && f.CustodyOpen && k.Governing.Rule == "YJ-02",
		"remanded to detention":         f.LegalStatus == handbook.LegalStatusRemandYDA && f.CustodyOpen,
		"paused":                        f.PausedInCustody,
		"returned":                      f.Returned,
		"back after a sentence":         len(c.Care()) == 2 && c.Care()[0].EndCode == "E9" && f.LookedAfter,
		"order with an expected end":    k.Governing != nil && k.Governing.Rule == "RT-06" && k.Situation.Status.Expected.Known(),
		"conference governs":            k.Governing != nil && k.Governing.Rule == "CP-04",
		"conference beside":             f.CPPlan && k.Governing.Rule != "CP-04",
		"hearing to come":               f.ProceedingsOpen && f.IRHSet,
		"closing talk open":             f.ProceedingsEnded,
		"secure with a panel":           f.SecureOrder && len(c.Periods(casefile.Panel)) > 0,
		"medical":                       f.HospitalKind == handbook.HospitalKindMedical,
		"psychiatric":                   f.HospitalKind == handbook.HospitalKindPsychiatric && f.LongStay,
		"eligible":                      f.Eligible && k.Age == 16,
		"not eligible yet":              k.Leaver.Status == clock.NotYet,
		"final pathway plan":            f.Eligible && k.Age == 17,
		"relevant":                      f.Relevant,
		"former relevant":               f.FormerRelevant,
		"last review before 16":         f.LookedAfter && f.Age < 16 && f.NextDue >= f.DOB16,
		"age disputed":                  f.UASC && f.AgeDisputed,
		"no specialist":                 f.CommNeeds && !f.SpecialistIRO,
		"specialist":                    f.CommNeeds && f.SpecialistIRO && c.Fact("comm_method") != "",
		"baby observed":                 f.ObserveInstead && k.Age == 0,
		"disabled at 14":                f.Age >= 14 && f.Disability && f.SENPlan,
		"charged":                       f.Charged && f.AtRiskOfOffending,
		"parent left out":               f.ParentExcluded,
		"emergency past 28 days":        f.EmergencyPlacement && k.Situation.Place.Start.AddDays(28) < today,
		"missing pattern":               f.MissingPattern,
		"repeated breakdowns":           f.RepeatedBreakdown,
		"handover open":                 f.IROChanges,
		"untold move":                   len(c.UntoldMoves()) > 0,
		"stale permanence plan":         c.FactOn(casefile.FactPermanence).Known() && c.FactOn(casefile.FactPermanence).AddMonths(6) < today,
		"permanence date passed":        c.FactOn(casefile.FactPermanenceBy).Known() && c.FactOn(casefile.FactPermanenceBy) < today,
		"unanswered":                    len(c.Unanswered()) > 0,
		"watched " + c.Fact(casefile.FactMonitoring): f.LookedAfter,
	}
	s.changes(out)
	s.people(out)
	s.papers(out)
	return out
}

// changes notes the events, proposals and what was written between reviews.
func (s shown) changes(out map[string]bool) {
	for _, p := range s.c.OpenProposals() {
		f := review.FactsForChanges(s.c, s.clocks, s.x)
		out[string(review.StandingOf(s.c, f, s.x, p))] = true
	}
	for _, ev := range s.c.Events() {
		out["event "+ev.Decision.Words()] = true
	}
	for _, l := range s.c.Log() {
		out[string(l.What)] = true
	}
	for _, v := range s.c.Visits() {
		out["asked for a visit"] = out["asked for a visit"] || !v.On.Known()
	}
	next := s.clocks.Visits.Next
	out["visit overdue"] = next != nil && next.Due < s.x.Today && len(s.c.Visits()) > 0
	for _, p := range s.c.Placements() {
		out["emergency confirmed"] = out["emergency confirmed"] || p.Emergency && p.Confirmed.Known()
	}
}

// people notes who is around the child and what the links say.
func (s shown) people(out map[string]bool) {
	for _, p := range s.c.People(s.x.Today) {
		out[string(p.Receives)] = true
		out["has a file here: "+string(p.Role)] = out["has a file here: "+string(p.Role)] || s.here(p.Child)
		out["parental responsibility"] = out["parental responsibility"] || p.Responsibility && p.Relation != ""
		out["never to learn the address"] = out["never to learn the address"] || p.NoAddress
		out["needs an interpreter"] = out["needs an interpreter"] || p.NeedsInterpreter()
	}
	for _, a := range caseload.PersonAlerts(s.c, s.here, s.x.Today) {
		out["alert "+a.Rule] = true
	}
}

// papers notes how the documents stand.
func (s shown) papers(out map[string]bool) {
	for _, p := range review.Papers(s.c, s.clocks, s.facts, s.x) {
		out["paper "+string(p.State)] = true
	}
	n := 0
	for _, d := range s.c.Documents() {
		if d.What == casefile.CarePlan {
			n++
		}
	}
	out["two versions"] = n > 1
}

// variants is what the demonstration is there to show, beside the checklists.
var variants = []string{
	"adoption clock governs", "ordinary beside authority", "first with adopters", "later with adopters", "disruption window", "ordinary before the window",
	"short breaks near their bound", "short breaks past it", "no need of a meeting", "needs a meeting", "care order in custody", "remanded to detention", "paused", "returned",
	"back after a sentence", "order with an expected end", "conference governs", "conference beside", "hearing to come", "closing talk open", "secure with a panel",
	"medical", "psychiatric", "eligible", "not eligible yet", "final pathway plan", "relevant", "former relevant", "last review before 16", "age disputed",
	"no specialist", "specialist", "baby observed", "disabled at 14", "charged", "parent left out", "emergency past 28 days", "emergency confirmed", "missing pattern",
	"repeated breakdowns", "handover open", "untold move", "stale permanence plan", "permanence date passed", "unanswered", "watched light", "watched standard", "watched close",
	"waits for a review", "overridden", "made, its review is still to come",
	"event not decided yet", "event a review is needed", "event no review is needed", "event more information asked for",
	"footprint", "contact", "check between reviews", "good practice", "poor practice", "barrier to your role", "asked for a visit", "visit overdue",
	"full record", "redacted copy", "has a file here: brother or sister", "has a file here: looked-after parent", "has a file here: child of this young person",
	"parental responsibility", "never to learn the address", "needs an interpreter", "alert AP-06", "alert PR-24", "alert CN-01",
	"paper missing", "paper received", "paper read", "paper stale", "two versions",
}

func TestEveryVariant(t *testing.T) {
	t.Parallel()
	for _, text := range []string{fixedDay, "2026-12-28", "2028-02-29"} {
		all, p := showAll(t, day(t, text))
		found := map[string]bool{}
		for _, s := range all {
			for what, is := range s.notes() {
				found[what] = found[what] || is
			}
		}
		for _, want := range variants {
			if !found[want] {
				t.Errorf("%s: nobody shows %q", text, want)
			}
		}
		standing := map[practice.Standing]bool{}
		for _, c := range p.Concerns() {
			standing[c.Standing()] = len(c.Children) > 1
		}
		if !standing[practice.Raised] || !standing[practice.NotRaised] {
			t.Errorf("%s: concerns %v", text, standing)
		}
	}
}
