package clock_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// drawn is a made-up history: what was entered, in the order it happened.
type drawn struct {
	events  []casefile.Event
	reviews []workday.Date
}

// history draws a child's time in care under any of the regimes.
func history(rt *rapid.T) drawn {
	start := workday.Date(rapid.IntRange(int(on("2024-01-01")), int(on("2026-10-01"))).Draw(rt, "start"))
	h := drawn{events: []casefile.Event{&casefile.CareStated{ID: casefile.ID{2}, Start: start}}}
	day := func(name string) workday.Date {
		return workday.Date(rapid.IntRange(int(start), int(today)).Draw(rt, name))
	}
	h.events = append(h.events, &casefile.StatusStated{ID: casefile.ID{4}, Start: start,
		Code: rapid.SampledFrom([]string{"C1", "C2", "V2", "V4", "E1", "J1"}).Draw(rt, "status")})
	at := start
	for i := range rapid.IntRange(0, 5).Draw(rt, "reviews") {
		at += workday.Date(rapid.IntRange(5, 190).Draw(rt, "gap"))
		if at > today {
			break
		}
		h.reviews = append(h.reviews, at)
		h.events = append(h.events, &casefile.ReviewHeld{ID: casefile.ID{3, byte(i)}, Recorded: at, Completed: at})
	}
	if rapid.Bool().Draw(rt, "placed") {
		placed := day("placed day")
		p := &casefile.PeriodStated{What: casefile.PlacedForAdoption, From: placed}
		if rapid.Bool().Draw(rt, "ended") {
			p.To = workday.Date(rapid.IntRange(int(placed), int(today)).Draw(rt, "end"))
			h.events = append(h.events, &casefile.PeriodStated{What: casefile.AdoptionDisrupted, From: p.To})
		}
		h.events = append(h.events, p)
	}
	if rapid.Bool().Draw(rt, "protected") {
		h.events = append(h.events, &casefile.PeriodStated{What: casefile.ChildProtection, From: day("plan")})
	}
	if rapid.Bool().Draw(rt, "custody") {
		h.events = append(h.events, &casefile.PeriodStated{What: casefile.Custody, Code: "remand", From: day("custody day"), Expected: today.AddDays(rapid.IntRange(1, 200).Draw(rt, "release"))})
	}
	if rapid.Bool().Draw(rt, "stay") {
		from := day("stay from")
		h.events = append(h.events, &casefile.PeriodStated{What: casefile.ShortBreak, From: from, To: min(from.AddDays(rapid.IntRange(1, 25).Draw(rt, "nights")), today)})
	}
	return h
}

// TestTheGoverningDateIsTheEarliest is RT-19: of the clocks in force the
// earliest governs, and every other is named beside it.
func TestTheGoverningDateIsTheEarliest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		got := of(file(history(rt).events...))
		if got.Governing == nil {
			if got.Missing == clock.NothingMissing || len(got.Reviews) > 0 {
				rt.Fatalf("no date and no reason: %+v", got.Reviews)
			}
			return
		}
		for _, d := range got.Reviews {
			if d.Due < got.Governing.Due || d.Regime == "" || !slices.Contains(got.Regimes, d.Regime) {
				rt.Fatalf("%s %s (%s) against %s %s", d.Rule, d.Due, d.Regime, got.Governing.Rule, got.Governing.Due)
			}
		}
		if len(got.Governing.Why.Others) != len(got.Reviews)-1 {
			rt.Fatalf("%d clocks run and %d are named beside", len(got.Reviews), len(got.Governing.Why.Others))
		}
	})
}

// TestHoldingTheLastReviewEarlierNeverMovesTheNextLater is a law of every
// clock: an interval is counted from the day recorded. It holds while the
// sequence stays the same, so the review is moved within it.
func TestHoldingTheLastReviewEarlierNeverMovesTheNextLater(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		h := history(rt)
		n := len(h.reviews)
		if n == 0 {
			return
		}
		before := of(file(h.events...))
		for _, ev := range h.events {
			if r, ok := ev.(*casefile.ReviewHeld); ok && r.Recorded == h.reviews[n-1] {
				r.Recorded, r.Completed = r.Recorded-1, r.Recorded-1
			}
		}
		after := of(file(h.events...))
		for _, d := range before.Reviews {
			i := slices.IndexFunc(after.Reviews, func(o clock.Deadline) bool { return o.Rule == d.Rule && o.Regime == d.Regime })
			if i >= 0 && after.Reviews[i].Due > d.Due {
				rt.Fatalf("%s moved from %s to %s", d.Rule, d.Due, after.Reviews[i].Due)
			}
		}
	})
}

// TestABankHolidayNeverMakesAWorkingDayLimitEarlier compares every limit that
// counts forward in working days before and after a proclaimed holiday.
func TestABankHolidayNeverMakesAWorkingDayLimitEarlier(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		start := workday.Date(rapid.IntRange(int(on("2020-01-01")), int(on("2027-01-01"))).Draw(rt, "start"))
		n := rapid.IntRange(1, 40).Draw(rt, "days")
		day := start.AddDays(rapid.IntRange(-5, 70).Draw(rt, "holiday"))
		with := cal.With([]workday.Holiday{{Date: day, Name: "Proclaimed"}}, nil)
		if with.Add(start, n) < cal.Add(start, n) {
			rt.Fatalf("%d working days after %s became earlier with a holiday on %s", n, start, day)
		}
		if clock.FirstDue(with, start).Due < clock.FirstDue(cal, start).Due || clock.RecordDue(with, start).FullRecord < clock.RecordDue(cal, start).FullRecord {
			rt.Fatal("a statutory limit became earlier")
		}
		c := file(history(rt).events...)
		for _, d := range clock.Of(c, today, cal, practice.Readings{}).Deadlines {
			if !forward.MatchString(d.Why.Steps[1].Label) {
				continue
			}
			for _, o := range clock.Of(c, today, with, practice.Readings{}).Deadlines {
				if o.Rule == d.Rule && o.What == d.What && o.Why.Steps[0] == d.Why.Steps[0] && o.Due < d.Due {
					rt.Fatalf("%s became earlier with a holiday on %s: %s before, %s now", d.Rule, day, d.Due, o.Due)
				}
			}
		}
		if with.Sub(start, n) > cal.Sub(start, n) {
			rt.Fatal("a day counted back became later")
		}
	})
}

// TestTheOrderOfEntriesDoesNotMatter: two laptops, one case, the same dates.
func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c := file(history(rt).events...)
		shuffled := rapid.Permutation(c.Entries).Draw(rt, "order")
		a, b := of(c), of(casefile.Replay(c.ID, shuffled))
		if a.Missing != b.Missing || (a.Governing == nil) != (b.Governing == nil) || len(a.Deadlines) != len(b.Deadlines) {
			rt.Fatalf("%+v and %+v", a.Governing, b.Governing)
		}
		for i := range a.Deadlines {
			if a.Deadlines[i].Rule != b.Deadlines[i].Rule || a.Deadlines[i].Due != b.Deadlines[i].Due {
				rt.Fatalf("%s %s and %s %s", a.Deadlines[i].Rule, a.Deadlines[i].Due, b.Deadlines[i].Rule, b.Deadlines[i].Due)
			}
		}
	})
}

// TestEveryExplanationCanBeRecomputed reads the arithmetic of every open limit
// from its own words and works the day out again.
func TestEveryExplanationCanBeRecomputed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		h := history(rt)
		if rapid.Bool().Draw(rt, "planned") {
			h.events = append(h.events, &casefile.ReviewPlanned{ID: casefile.ID{7}, Date: today.AddDays(rapid.IntRange(0, 90).Draw(rt, "in"))})
		}
		got := of(file(h.events...))
		for _, d := range got.Deadlines {
			due, ok := recompute(d.Why)
			if !ok {
				rt.Fatalf("%s: the words %q cannot be worked out", d.Rule, d.Why.Steps[1].Label)
			}
			if due != d.Due && !compressed(d) {
				rt.Fatalf("%s: the words give %s, the limit is %s: %s", d.Rule, due, d.Due, d.Why.Text())
			}
		}
	})
}

// TestARowDatedUnderSettingsIsTheSameAgain guards against clocks that depend on
// anything but the case, the day, the calendar and the readings.
func TestARowDatedUnderSettingsIsTheSameAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		c := file(history(rt).events...)
		readings := practice.Readings{AdoptionOnly: rapid.Bool().Draw(rt, "adoption"), ConferenceBeside: rapid.Bool().Draw(rt, "conference")}
		a, b := clock.Of(c, today, cal, readings), clock.Of(c, today, cal, readings)
		if (a.Governing == nil) != (b.Governing == nil) || a.Governing != nil && a.Governing.Due != b.Governing.Due {
			rt.Fatal("the same case gave two dates")
		}
	})
}
