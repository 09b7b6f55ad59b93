package clock_test

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
)

func TestWhatIfShowsTheDatesAndSavesNothing(t *testing.T) {
	t.Parallel()
	c := file(care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), statusFrom("C2", "2025-06-02"), placeFrom("U6", "2025-01-06"),
		&casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2015-03-09"}})
	entries := len(c.Entries)
	for scenario, want := range map[clock.Scenario]string{
		clock.IfHeld:       "RT-03 2027-05-23",
		clock.IfAuthorised: "RT-03 2027-02-14",
		clock.IfProtection: "RT-03 2027-02-14", // the conference limit, 23 Feb, is later
		clock.IfRemanded:   "RT-03 2027-02-14",
	} {
		got, err := clock.WhatIf(c, scenario, today, cal, practice.Readings{})
		if err != nil || got.Governing == nil || got.Governing.Rule+" "+got.Governing.Due.String() != want {
			t.Errorf("if %s: %+v, %v; want %s", scenario.Words(), got.Governing, err, want)
		}
	}
	if got, err := clock.WhatIf(c, clock.IfEnded, today, cal, practice.Readings{}); err != nil || got.Missing != clock.NotLookedAfter {
		t.Errorf("if care ends no review is due: %+v, %v", got.Missing, err)
	}
	if len(c.Entries) != entries {
		t.Error("what-if must save nothing")
	}
}

func TestOnlyLikelyChangesAreOffered(t *testing.T) {
	t.Parallel()
	baby := of(file(care("2026-09-07", 0), held("2026-10-02"), statusFrom("C1", "2026-09-07"), &casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2026-05-09"}}))
	likely := clock.Likely(file(), baby)
	if slices.Contains(likely, clock.IfRemanded) || !slices.Contains(likely, clock.IfAuthorised) || !slices.Contains(likely, clock.IfOrder) {
		t.Errorf("for a baby: %v", likely)
	}
	if got := clock.Likely(file(), of(file())); len(got) != 0 {
		t.Errorf("nothing is likely for a child who is not looked after: %v", got)
	}
}

// TestEveryLikelyChangeCanBeTried works every scenario out for children of
// every regime: it gives clocks or says why the change cannot be so.
func TestEveryLikelyChangeCanBeTried(t *testing.T) {
	t.Parallel()
	base := []casefile.Event{care("2024-01-08", 0), held("2024-02-05"), held("2024-05-01"), held("2026-10-12"), placeFrom("U5", "2024-01-08")}
	for _, more := range [][]casefile.Event{
		{statusFrom("V2", "2024-01-08")}, {statusFrom("C1", "2024-01-08")}, {statusFrom("C2", "2024-01-08")}, {statusFrom("E1", "2024-01-08")},
		{statusFrom("E1", "2024-01-08"), placeFrom("A6", "2026-09-01")}, {statusFrom("V4", "2024-01-08")},
		{statusFrom("C2", "2024-01-08"), period(casefile.ChildProtection, "2026-09-01", "")},
	} {
		for _, dob := range []string{"2024-01-01", "2011-03-09", "2009-06-01"} {
			events := append(slices.Clone(base), more...)
			c := file(append(events, &casefile.Stated{Facts: map[string]string{casefile.FactDOB: dob}})...)
			now := of(c)
			for _, s := range clock.Likely(c, now) {
				then, err := clock.WhatIf(c, s, s.Day(now), cal, practice.Readings{})
				if err != nil {
					t.Errorf("if %s: %v", s.Words(), err)
				}
				for _, m := range clock.Differences(now, then) {
					if m.Before == m.After {
						t.Errorf("if %s: %s did not move", s.Words(), m.Rule)
					}
				}
			}
		}
	}
}
