package clock_test

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
)

// TestClocksWhoseHistoryIsPartlyKnown: what can be counted is counted, what
// cannot is asked for, and a lawful last day that is known is never hidden.
func TestClocksWhoseHistoryIsPartlyKnown(t *testing.T) {
	t.Parallel()
	unknown := &casefile.CareStated{ID: casefile.ID{2}, Since: on("2026-01-05"), ReviewsBefore: -1}
	uncounted := &casefile.ReviewHeld{ID: casefile.ID{3, 7}, Recorded: on("2026-06-10"), Completed: on("2026-06-10"), NotCounted: true}
	cases := map[string]struct {
		events []casefile.Event
		rule   string
		due    string
		asks   bool
	}{
		"conference limit, ordinary not known": {[]casefile.Event{unknown, period(casefile.ChildProtection, "2026-09-07", "")}, "CP-04", "2026-12-07", true},
		"release, ordinary not known":          {[]casefile.Event{care("2025-01-06", 2), statusFrom("C2", "2025-01-06"), custody("remand", "2026-11-02", "2027-01-04")}, "YJ-02", "2026-12-31", true},
		// the review on file that does not count came before the placement, so the earlier one did too
		"earlier reviews came before the placement": {[]casefile.Event{care("2025-01-06", 1), uncounted, held("2026-11-16"), period(casefile.PlacedForAdoption, "2026-10-26", "")}, "AD-04", "2027-02-16", false},
		// the first on file came within the four weeks, so it answered AD-03
		"first on file within four weeks":  {[]casefile.Event{care("2025-01-06", 1), held("2026-11-16"), period(casefile.PlacedForAdoption, "2026-10-26", "")}, "AD-04", "2027-02-16", false},
		"placed lately, no review on file": {[]casefile.Event{care("2025-01-06", 1), statusFrom("E1", "2025-01-06"), period(casefile.PlacedForAdoption, "2026-11-16", ""), &casefile.Opened{Ref: "C-0001"}}, "AD-03", "2026-12-14", false},
	}
	for name, tc := range cases {
		got := of(file(tc.events...))
		if g := got.Governing; g == nil || g.Rule != tc.rule || g.Due != on(tc.due) {
			t.Errorf("%s: %+v (%s)", name, got.Governing, got.Missing)
		}
		if (got.Ask != "") != tc.asks {
			t.Errorf("%s: asks %q", name, got.Ask)
		}
	}
	never := of(file(care("2025-01-06", 1), statusFrom("E1", "2025-01-06"), &casefile.Opened{Ref: "C-0001"}))
	if never.Governing != nil || never.Ask == "" {
		t.Errorf("a review since authority may have been held: nothing is called overdue: %+v", never.Governing)
	}
}

func TestASeriesOfShortBreakEpisodesIsOne(t *testing.T) {
	t.Parallel()
	first := &casefile.CareStated{ID: casefile.ID{2, 1}, Start: on("2026-08-03"), End: on("2026-08-06")}
	second := &casefile.CareStated{ID: casefile.ID{2, 2}, Start: on("2026-11-20")}
	one := &casefile.StatusStated{ID: casefile.ID{4, 1}, Code: "V3", Start: on("2026-08-03"), End: on("2026-08-06")}
	two := &casefile.StatusStated{ID: casefile.ID{4, 2}, Code: "V3", Start: on("2026-11-20")}
	got := of(file(first, second, one, two))
	// three months from the first day of the first stay
	if g := got.Governing; g == nil || g.Rule != "SB-02" || g.Due != on("2026-11-03") || got.Situation.Breaks.MostInYear != 6 {
		t.Errorf("%+v with %d nights", got.Governing, got.Situation.Breaks.MostInYear)
	}
}

func TestPassingTheLimitsWipesNoOverdueReview(t *testing.T) {
	t.Parallel()
	long := period(casefile.ShortBreak, "2026-11-01", "2026-11-20")
	late := of(file(care("2025-12-01", 0), statusFrom("V4", "2025-12-01"), held("2026-02-02"), long))
	// six months from 2 Feb were over before the limits broke on 18 Nov
	if g := late.Governing; g == nil || g.Rule != "SB-03" || g.Due != on("2026-08-02") {
		t.Errorf("the review that was overdue stays so: %+v", late.Governing)
	}
	fresh := of(file(care("2026-01-05", 0), statusFrom("V4", "2026-01-05"), held("2026-08-03"), long))
	if g := fresh.Governing; g == nil || g.Rule != "RT-01" || fresh.ReviewNo != 1 {
		t.Errorf("the full regime begins with the first review: no %d, %+v", fresh.ReviewNo, fresh.Governing)
	}
}

func TestPapersOfTheRegime(t *testing.T) {
	t.Parallel()
	has := func(c clock.Clocks, rule string) bool {
		return slices.ContainsFunc(c.Deadlines, func(d clock.Deadline) bool { return d.Rule == rule })
	}
	moved := of(file(care("2026-11-16", 0), placed("K2", "2026-11-16", "2026-11-18"), placed("U6", "2026-11-18", "")))
	if !has(moved, "CD-01") {
		t.Error("the care plan counts from the first placement, though that has ended")
	}
	plan := &casefile.ReviewPlanned{ID: casefile.ID{7}, Date: on("2026-12-14")}
	short := of(file(care("2026-11-16", 0), statusFrom("V4", "2026-11-16"), placed("U6", "2026-11-16", ""), plan))
	for _, rule := range []string{"CD-02", "PR-07", "PR-08"} {
		if has(short, rule) {
			t.Errorf("%s is not asked for under regulation 48", rule)
		}
	}
	adult := of(file(care("2026-11-16", 0), &casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2008-03-01"}}))
	if len(adult.Deadlines) != 0 {
		t.Errorf("at 18 nothing is counted: %+v", adult.Deadlines)
	}
}

func TestNightsAtHomeNeverCount(t *testing.T) {
	t.Parallel()
	got := of(file(care("2025-06-02", 0), statusFrom("V4", "2025-06-02"), period(casefile.ShortBreak, "2025-06-02", "2025-06-05"), period(casefile.ShortBreak, "2026-11-02", "2026-11-21"),
		&casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2010-02-01"}}))
	// the full regime began on 19 Nov: four nights by 23 Nov
	if got.Leaver.Status != clock.NotYet || got.Leaver.Nights != 4 {
		t.Errorf("%s with %d nights", got.Leaver.Status, got.Leaver.Nights)
	}
}

func TestCustodyRulesByOrderAndPlace(t *testing.T) {
	t.Parallel()
	rules := func(events ...casefile.Event) []string { return rulesOf(of(file(events...))) }
	ends := &casefile.StatusStated{ID: casefile.ID{4}, Code: "J2", Start: on("2026-11-20"), End: on("2026-11-27")}
	if got := rules(care("2026-11-20", 0), ends); !slices.Contains(got, "RT-06") {
		t.Errorf("an end that is known is known, however it was entered: %v", got)
	}
	if got := rules(care("2026-11-16", 0), statusFrom("J1", "2026-11-16"), custody("remand", "2026-11-16", "2026-12-04")); slices.Contains(got, "YJ-30") {
		t.Errorf("YJ-30 is for youth detention: %v", got)
	}
	base := []casefile.Event{care("2024-01-08", 3), held("2026-06-07"), statusFrom("C2", "2024-01-08"), custody("sentence", "2026-11-02", "2027-01-04")}
	if got := rules(append(slices.Clone(base), period(casefile.ChildProtection, "2026-07-06", ""))...); slices.Contains(got, "YJ-02") {
		t.Errorf("a review falls due inside by the ordinary clock: %v", got)
	}
	later := []casefile.Event{care("2024-01-08", 3), held("2026-10-26"), statusFrom("C2", "2024-01-08"), custody("sentence", "2026-11-02", "2027-01-04"), period(casefile.ChildProtection, "2026-09-14", "")}
	if got := rules(later...); !slices.Contains(got, "YJ-02") {
		t.Errorf("a conference is no review in custody: %v", got)
	}
	if got := rules(care("2024-01-08", 3), held("2026-10-26"), statusFrom("E1", "2026-03-02"), custody("sentence", "2026-11-02", "2027-01-04")); !slices.Contains(got, "RT-07") || slices.Contains(got, "YJ-02") {
		t.Errorf("a placement order: in care, and RT-07 asks: %v", got)
	}
}
