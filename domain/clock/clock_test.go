package clock_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func on(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

var (
	today = on("2026-11-23")
	cal   workday.Calendar
)

// file builds a case from events, each on its own day.
func file(events ...casefile.Event) *casefile.Case {
	var n byte
	newID := func() casefile.ID { n++; return casefile.ID{15: n} }
	lines := []casefile.Line{{On: on("2020-01-06"), Event: &casefile.Opened{Ref: "C-0001"}},
		{On: today, Event: &casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2015-03-09"}}}}
	for _, ev := range events {
		lines = append(lines, casefile.Line{On: today, Event: ev})
	}
	return casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries(lines, newID))
}

func care(start string, before int) *casefile.CareStated {
	return &casefile.CareStated{ID: casefile.ID{2}, Start: on(start), ReviewsBefore: before}
}

func held(day string) *casefile.ReviewHeld {
	d := on(day)
	return &casefile.ReviewHeld{ID: casefile.ID{3, byte(d), byte(d >> 8)}, Recorded: d, Completed: d}
}

func status(code string) *casefile.StatusStated {
	return &casefile.StatusStated{ID: casefile.ID{4}, Code: code, Start: on("2025-01-06")}
}

func place(code string) *casefile.PlacementStated {
	return &casefile.PlacementStated{ID: casefile.ID{5}, Code: code, Start: on("2025-01-06")}
}

func of(c *casefile.Case) clock.Clocks { return clock.Of(c, today, cal, practice.Readings{}) }

func TestNextReviewOfTheOrdinaryRegime(t *testing.T) {
	t.Parallel()
	unknown := &casefile.CareStated{ID: casefile.ID{2}, Since: on("2026-01-05"), ReviewsBefore: -1}
	cases := map[string]struct {
		c    *casefile.Case
		rule string
		no   int
		due  string
	}{
		"first":                      {file(care("2026-11-02", 0)), "RT-01", 1, "2026-11-30"},
		"second":                     {file(care("2026-09-01", 0), held("2026-09-28")), "RT-02", 2, "2026-12-28"},
		"third":                      {file(care("2026-01-05", 0), held("2026-01-30"), held("2026-04-28")), "RT-03", 3, "2026-10-28"},
		"reviews before the file":    {file(care("2024-01-05", 4), held("2026-08-31")), "RT-03", 6, "2027-02-28"},
		"one before the file":        {file(care("2026-06-01", 0), held("2026-06-29")), "RT-02", 2, "2026-09-29"},
		"first came before the file": {file(care("2026-06-01", 1), held("2026-09-01")), "RT-03", 3, "2027-03-01"},
		"number not known":           {file(unknown, held("2026-08-31")), "RT-03", 0, "2027-02-28"},
		"extra that does not count": {file(care("2026-01-05", 0), held("2026-01-30"),
			&casefile.ReviewHeld{ID: casefile.ID{3, 9}, Recorded: on("2026-03-02"), NotCounted: true}), "RT-02", 2, "2026-04-30"},
		"earlier time in care": {file(&casefile.CareStated{ID: casefile.ID{2, 1}, Start: on("2024-01-05"), End: on("2024-09-01")},
			held("2024-02-01"), care("2026-11-02", 0)), "RT-01", 1, "2026-11-30"},
		"long-term fostering": {file(care("2024-01-05", 4), held("2026-08-31"), place("U4")), "RT-03", 6, "2027-02-28"},
	}
	for name, tc := range cases {
		got := of(tc.c)
		if got.Governing == nil {
			t.Errorf("%s: no date: %s", name, got.Missing)
			continue
		}
		if got.Governing.Rule != tc.rule || got.ReviewNo != tc.no || got.Governing.Due != on(tc.due) {
			t.Errorf("%s: %s no %d due %s, want %s no %d due %s", name, got.Governing.Rule, got.ReviewNo, got.Governing.Due, tc.rule, tc.no, tc.due)
		}
	}
}

func TestNoDateIsInvented(t *testing.T) {
	t.Parallel()
	adult := file(care("2024-01-05", 0))
	lines, err := adult.State(map[string]string{casefile.FactDOB: "2008-11-23"}, today)
	if err != nil {
		t.Fatal(err)
	}
	adult = adult.With(casefile.Stamp{Day: today}.Entries(lines, casefile.After(adult.LastID(), func() casefile.ID { return casefile.ID{} }))...)
	cases := map[string]struct {
		c    *casefile.Case
		want clock.Missing
	}{
		"start not known, nothing held":  {file(&casefile.CareStated{ID: casefile.ID{2}, Since: on("2026-01-05"), ReviewsBefore: -1}), clock.HistoryUnknown},
		"number not known, nothing held": {file(&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-01-05"), ReviewsBefore: -1}), clock.HistoryUnknown},
		"reviews before, none on file":   {file(care("2024-01-05", 3)), clock.HistoryUnknown},
		"since when not entered":         {file(), clock.HistoryUnknown},
		"care ended":                     {file(&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-01-05"), End: today}), clock.NotLookedAfter},
		"eighteen today":                 {adult, clock.Adult},
	}
	for name, tc := range cases {
		got := of(tc.c)
		if got.Governing != nil || got.Missing != tc.want {
			t.Errorf("%s: %q with date %v, want %q and none", name, got.Missing, got.Governing, tc.want)
		}
		if tc.want == clock.HistoryUnknown && got.Ask == "" {
			t.Errorf("%s: the program must say what it needs to know", name)
		}
	}
}

func TestRegimesAreNamedInOrder(t *testing.T) {
	t.Parallel()
	got := of(file(care("2025-01-06", 0), status("J1"), place("R5"), &casefile.PeriodStated{What: casefile.ChildProtection, From: on("2026-10-01")})).Regimes
	want := []clock.Regime{clock.Ordinary, clock.ChildProtection, clock.Section21, clock.Custody}
	if len(got) != len(want) {
		t.Fatalf("regimes %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("regimes %v, want %v", got, want)
		}
	}
	if got := of(file(care("2025-01-06", 0), status("V3"))).Regimes; len(got) != 1 || got[0] != clock.ShortBreak {
		t.Errorf("short breaks take the ordinary clock's place: %v", got)
	}
}

func TestEveryDeadlineExplainsItself(t *testing.T) {
	t.Parallel()
	plan := &casefile.ReviewPlanned{ID: casefile.ID{7}, Date: on("2026-12-27")}
	c := file(care("2026-09-01", 0), status("C2"),
		&casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on("2026-11-19"), OutOfArea: true, Emergency: true},
		held("2026-09-28"), plan)
	got := of(c)
	rules := map[string]bool{}
	for _, d := range got.Deadlines {
		rules[d.Rule] = true
		text := d.Why.Text()
		if d.Source == "" || len(d.Why.Steps) < 2 || !strings.Contains(text, d.Due.Long()) {
			t.Errorf("%s does not explain itself: %q from %q", d.Rule, text, d.Source)
		}
	}
	for _, rule := range []string{"RT-02", "RT-11", "AP-02", "AP-03", "CD-02", "CD-03", "RC-01", "RC-02", "RC-03", "RC-06", "PR-01", "PR-02", "PR-04", "PR-05", "PR-06", "PR-07", "PR-08"} {
		if !rules[rule] {
			t.Errorf("%s is missing", rule)
		}
	}
	g := got.Governing
	if g.Due != on("2026-12-28") || g.PlanBy != on("2026-12-24") || len(g.Holidays) != 2 {
		t.Errorf("due %s, plan by %s, passed %v", g.Due, g.PlanBy, g.Holidays)
	}
	if text := g.Why.Text(); !strings.Contains(text, "not a working day") || !strings.Contains(text, "Boxing Day") {
		t.Errorf("the weekend plan and the holiday must be said: %q", text)
	}
	if len(g.Why.If) == 0 {
		t.Error("what follows from the planned day must be said")
	}
}

func TestAnItemThatIsAnsweredMeetsItsDeadline(t *testing.T) {
	t.Parallel()
	c := file(care("2026-11-02", 0), &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-001", Answer: casefile.Done})
	for _, d := range of(c).Deadlines {
		if d.Rule == "AP-02" && !d.Done || d.Rule == "AP-03" && d.Done {
			t.Errorf("%s done = %v", d.Rule, d.Done)
		}
	}
}

func TestLimitsOverBeforeTheFileWasOpenedAreNotAskedFor(t *testing.T) {
	t.Parallel()
	c := file(care("2026-01-05", 0), held("2026-01-30"), held("2026-04-28"), &casefile.Opened{Ref: "C-0001"})
	for _, d := range of(c).Deadlines {
		if !d.Done && d.Rule != "RT-03" {
			t.Errorf("%s of %s is asked for in a file opened on %s", d.Rule, d.Due, c.Opened)
		}
	}
}

func TestALimitBeyondThePublishedHolidaysIsProvisional(t *testing.T) {
	t.Parallel()
	c := file(care("2024-01-05", 4), held("2028-09-01"))
	got := clock.Of(c, on("2028-10-02"), cal, practice.Readings{})
	if got.Governing == nil || !got.Governing.Provisional || !strings.Contains(got.Governing.Why.Text(), "provisional") {
		t.Errorf("1 March 2029 must be marked provisional: %+v", got.Governing)
	}
}

// TestHoldingAReviewEarlierNeverMovesALimitLater is a law of the clock.
func TestHoldingAReviewEarlierNeverMovesALimitLater(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		start := workday.Date(rapid.IntRange(int(on("2018-01-01")), int(on("2026-01-01"))).Draw(rt, "start"))
		recorded := []workday.Date{}
		day := start
		for range rapid.IntRange(1, 6).Draw(rt, "reviews") {
			day += workday.Date(rapid.IntRange(2, 200).Draw(rt, "gap"))
			recorded = append(recorded, day)
		}
		_, no, late := clock.Next(cal, start, recorded)
		last := len(recorded) - 1
		recorded[last] -= workday.Date(rapid.IntRange(0, 1).Draw(rt, "earlier"))
		_, again, early := clock.Next(cal, start, recorded)
		if no != again || early.Due > late.Due || early.PlanBy > early.Due {
			rt.Fatalf("no %d/%d, due %s became %s", no, again, late.Due, early.Due)
		}
	})
}

func TestClearDaysAskForEverythingADayEarlier(t *testing.T) {
	t.Parallel()
	review := on("2026-06-23")
	plain := clock.PreparationDue(cal, review, 0, false)
	clear := clock.PreparationDue(cal, review, 0, true)
	if clear.Report.By != cal.Sub(plain.Report.By, 1) || clear.AskChild.By != cal.Sub(plain.AskChild.By, 1) {
		t.Errorf("plain %s, clear %s", plain.Report.By, clear.Report.By)
	}
}

func TestTheSecondReviewIsDueInThreeMonthsThoughTheStartIsNotKnown(t *testing.T) {
	t.Parallel()
	since := &casefile.CareStated{ID: casefile.ID{2}, Since: on("2026-09-01"), ReviewsBefore: 0}
	clocks := of(file(since, held("2026-10-15")))
	if g := clocks.Governing; g == nil || g.Rule != "RT-02" || g.Due != on("2027-01-15") || clocks.ReviewNo != 2 {
		t.Errorf("no reviews came before the one on file, so the next is the second: %+v", clocks)
	}
}
