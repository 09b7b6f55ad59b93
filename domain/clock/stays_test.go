package clock_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
)

func placed(code, start, end string) *casefile.PlacementStated {
	p := placeFrom(code, start)
	if end != "" {
		p.End = on(end)
	}
	return p
}

func rulesOf(c clock.Clocks) []string {
	var out []string
	for _, d := range c.Reviews {
		out = append(out, d.Rule)
	}
	return out
}

func TestATemporaryStayEndsNoPlacementWithAdopters(t *testing.T) {
	t.Parallel()
	base := []casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), statusFrom("E1", "2026-02-02")}
	for name, tc := range map[string]struct {
		stays []casefile.Event
		want  []string
	}{
		"on holiday now":         {[]casefile.Event{placed("A5", "2026-09-01", "2026-11-20"), placed("T2", "2026-11-20", "")}, []string{"AD-03"}},
		"in hospital now":        {[]casefile.Event{placed("A5", "2026-09-01", "2026-11-20"), placed("T1", "2026-11-20", "")}, []string{"AD-03"}},
		"back from the holiday":  {[]casefile.Event{placed("A5", "2026-09-01", "2026-11-09"), placed("T2", "2026-11-09", "2026-11-16"), placed("A5", "2026-11-16", "")}, []string{"AD-03"}},
		"moved on from the stay": {[]casefile.Event{placed("A5", "2026-09-01", "2026-11-09"), placed("T2", "2026-11-09", "2026-11-16"), placed("U6", "2026-11-16", "")}, []string{"AD-06", "RT-03", "AD-02"}},
		"removed":                {[]casefile.Event{placed("A5", "2026-09-01", "2026-11-09"), placed("U6", "2026-11-09", "")}, []string{"AD-06", "RT-03", "AD-02"}},
	} {
		if got := rulesOf(of(file(append(slices.Clone(base), tc.stays...)...))); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", name, got, tc.want)
		}
	}
	two := of(file(append(slices.Clone(base), placed("A5", "2026-03-02", "2026-05-04"), placed("A5", "2026-10-26", ""))...))
	if g := two.Governing; g == nil || g.Rule != "AD-03" || g.Due != on("2026-11-23") {
		t.Errorf("a new family begins the sequence again: %+v", g)
	}
}

func TestPastTheShortBreakLimitsOnlyTheFullRegimeRuns(t *testing.T) {
	t.Parallel()
	first := of(file(care("2026-11-02", 0), statusFrom("V3", "2026-11-02"), period(casefile.ShortBreak, "2026-11-02", "2026-11-20")))
	// 18 nights from 2 Nov: the limit breaks on 19 Nov; 20 working days on is 17 Dec.
	if got := rulesOf(first); !slices.Equal(got, []string{"RT-01"}) || first.Governing.Due != on("2026-12-17") {
		t.Errorf("before any review: %v due %s", got, first.Governing.Due)
	}
}

func TestAStayAwayBeginsNoNewPlacement(t *testing.T) {
	t.Parallel()
	c := file(care("2024-01-08", 2), held("2026-02-02"), held("2026-08-03"), placed("U4", "2025-02-10", "2026-06-01"), placed("T2", "2026-06-01", "2026-06-08"), placed("U4", "2026-06-08", ""))
	got := of(c)
	if got.Situation.Place.Start != on("2025-02-10") || got.Situation.LongTermSince != on("2025-02-10") {
		t.Errorf("the placement goes on from %s", got.Situation.Place.Start)
	}
	for _, d := range got.Deadlines {
		if d.Rule == "CD-02" && d.Due > on("2025-03-01") {
			t.Errorf("a stay away asks for no placement plan: %s", d.Due)
		}
	}
}

// TestSentencedAndReleasedBeginsAgain: care under section 20 ended with the
// sentence and began again on release (YJ-27, YJ-16, A-07).
func TestSentencedAndReleasedBeginsAgain(t *testing.T) {
	t.Parallel()
	inside := &casefile.PeriodStated{What: casefile.Custody, Code: clock.Sentence, From: on("2026-08-03"), To: on("2026-11-09")}
	got := of(file(care("2025-06-02", 0), held("2025-06-27"), held("2025-09-26"), held("2026-03-20"), statusFrom("V2", "2025-06-02"), inside))
	// 20 working days from 9 Nov 2026 is 7 Dec.
	if g := got.Governing; g == nil || g.Rule != "RT-01" || g.Due != on("2026-12-07") || got.ReviewNo != 1 {
		t.Errorf("the sequence begins again on release: %+v", got.Governing)
	}
	order := of(file(care("2025-06-02", 0), held("2025-06-27"), held("2025-09-26"), held("2026-03-20"), statusFrom("C2", "2025-06-02"), inside))
	if g := order.Governing; g == nil || g.Rule != "RT-03" || order.ReviewNo != 4 {
		t.Errorf("a care order goes on through custody: %+v", g)
	}
}

func TestAReviewMustComeBeforeReleaseUnderACareOrder(t *testing.T) {
	t.Parallel()
	got := of(file(care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-06-10"), statusFrom("C2", "2025-06-02"), custody("sentence", "2026-11-02", "2027-01-04")))
	i := slices.IndexFunc(got.Deadlines, func(d clock.Deadline) bool { return d.Rule == "CV-03" })
	if i < 0 || got.Deadlines[i].Due != on("2026-12-31") || got.Deadlines[i].Done {
		t.Errorf("CV-03: %+v", got.Deadlines)
	}
}

func TestWhatIsLateSinceBeforeTheFileWasOpenedIsStillLate(t *testing.T) {
	t.Parallel()
	opened := &casefile.Opened{Ref: "C-0001"} // today
	none := &casefile.ReviewHeld{ID: casefile.ID{3, 7}, Recorded: on("2026-06-10"), Completed: on("2026-06-10"), NoMeeting: true}
	got := of(file(care("2024-01-08", 2), held("2025-10-12"), none, placeFrom("U4", "2024-06-03"), period(casefile.SecureOrder, "2026-09-20", ""), opened))
	for _, rule := range []string{"LT-03", "SE-01"} {
		if !slices.ContainsFunc(got.Deadlines, func(d clock.Deadline) bool { return d.Rule == rule && d.Due < today }) {
			t.Errorf("%s is late and must be listed", rule)
		}
	}
}

func TestBackInCareAfterASentenceIsAReturn(t *testing.T) {
	t.Parallel()
	before := &casefile.CareStated{ID: casefile.ID{2, 1}, Start: on("2025-06-02"), End: on("2026-08-03"), EndCode: "E9"}
	again := &casefile.CareStated{ID: casefile.ID{2, 2}, Start: on("2026-11-09")}
	old := &casefile.StatusStated{ID: casefile.ID{4, 1}, Code: "V2", Start: on("2025-06-02"), End: on("2026-08-03")}
	inside := &casefile.PeriodStated{What: casefile.Custody, Code: clock.Sentence, From: on("2026-08-03"), To: on("2026-11-09")}
	c := file(before, old, inside, again, statusFrom("V2", "2026-11-09"))
	if s := of(c).Situation; !s.Returned || s.Paused {
		t.Errorf("back in care after a pause, not taken back yet (YJ-18): %+v", s)
	}
	taken := file(before, old, inside, again, statusFrom("V2", "2026-11-09"), &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "PAU-04", Answer: casefile.Done})
	if of(taken).Situation.Returned {
		t.Error("the case was taken back")
	}
}

func TestADetentionPlanCountsFromTheDetention(t *testing.T) {
	t.Parallel()
	c := file(care("2026-10-16", 0), statusFrom("J1", "2026-10-16"), placed("K2", "2026-10-16", "2026-11-10"), placed("R5", "2026-11-10", ""))
	for _, d := range of(c).Deadlines {
		if d.Rule == "YJ-26" && d.Due != on("2026-11-24") { // ten working days after 10 November
			t.Errorf("detention began on 10 November, the plan is due %s", d.Due)
		}
	}
}

// TestAPlacementPlanIsMetByItsOwn: neither an answer about an earlier placement
// nor an old plan meets the limit of a new one.
func TestAPlacementPlanIsMetByItsOwn(t *testing.T) {
	t.Parallel()
	answer := &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "FST-04", Answer: casefile.Done}
	plan := func(dated string) *casefile.DocumentStated {
		return &casefile.DocumentStated{ID: casefile.ID{9}, What: casefile.PlacementPlan, Dated: on(dated)}
	}
	for name, tc := range map[string]struct {
		more []casefile.Event
		met  bool
	}{
		"nothing":        {nil, false},
		"an older plan":  {[]casefile.Event{plan("2026-03-02")}, false},
		"made before":    {[]casefile.Event{plan("2026-11-02")}, true},
		"made after":     {[]casefile.Event{plan("2026-11-12")}, true},
		"answered since": {[]casefile.Event{answer}, true},
	} {
		c := file(append([]casefile.Event{care("2025-01-06", 0), placed("U6", "2025-01-06", "2026-11-09"), placed("K2", "2026-11-09", "")}, tc.more...)...)
		for _, d := range of(c).Deadlines {
			if d.Rule == "CD-02" && d.Done != tc.met {
				t.Errorf("%s: met %v, want %v", name, d.Done, tc.met)
			}
		}
	}
	early := casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries([]casefile.Line{
		{On: on("2020-01-06"), Event: &casefile.Opened{Ref: "C-0001"}}, {On: today, Event: care("2025-01-06", 0)},
		{On: on("2025-02-03"), Event: answer}, {On: today, Event: placed("K2", "2026-11-09", "")},
	}, counter()))
	for _, d := range of(early).Deadlines {
		if d.Rule == "CD-02" && d.Done {
			t.Error("an answer given before the placement began was about another one")
		}
	}
}

func counter() casefile.NewID {
	var n byte
	return func() casefile.ID { n++; return casefile.ID{15: n} }
}

func TestLeavingShortBreaksBeginsTheFullRegime(t *testing.T) {
	t.Parallel()
	c := file(care("2026-11-02", 0), statusFrom("V3", "2026-11-02"), period(casefile.ShortBreak, "2026-11-02", "2026-11-20"))
	day := of(c).Situation.BreaksEnded
	n := byte(100)
	newID := func() casefile.ID { n++; return casefile.ID{14: 1, 15: n} }
	lines, err := c.LeaveShortBreaks(day, newID, today)
	if err != nil {
		t.Fatal(err)
	}
	c = c.With(casefile.Stamp{Day: today}.Entries(lines, casefile.After(c.LastID(), newID))...)
	got := of(c)
	if g := got.Governing; g == nil || g.Rule != "RT-01" || g.Due != on("2026-12-17") || got.Situation.Care.Start != day || got.Situation.Status.Code != "V2" {
		t.Errorf("a new time in care begins on %s: %+v", day, got.Governing)
	}
	if _, err := c.LeaveShortBreaks(day, newID, today); err == nil {
		t.Error("it cannot begin twice on the same day")
	}
}

func TestALimitOfTheRelaxedMonthsSaysSo(t *testing.T) {
	t.Parallel()
	c := file(care("2020-01-06", 0), held("2020-01-31"), held("2020-06-15"))
	for _, d := range clock.History(c, today, cal, practice.Readings{}) {
		if said := strings.Contains(d.Why.Text(), "Coronavirus"); said != (d.Rule == "RT-02") {
			t.Errorf("%s due %s: said %v", d.Rule, d.Due, said)
		}
	}
}
