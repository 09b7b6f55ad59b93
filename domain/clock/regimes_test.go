package clock_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func period(what casefile.PeriodKind, from, to string) *casefile.PeriodStated {
	p := &casefile.PeriodStated{What: what, From: on(from)}
	if to != "" {
		p.To = on(to)
	}
	return p
}

func statusFrom(code, start string) *casefile.StatusStated {
	return &casefile.StatusStated{ID: casefile.ID{4, code[0], code[1]}, Code: code, Start: on(start)}
}

func placeFrom(code, start string) *casefile.PlacementStated {
	d := on(start)
	return &casefile.PlacementStated{ID: casefile.ID{5, byte(d), byte(d >> 8)}, Code: code, Start: d}
}

func custody(kind, from, release string) *casefile.PeriodStated {
	return &casefile.PeriodStated{What: casefile.Custody, Code: kind, From: on(from), Expected: on(release)}
}

// TestEveryRegime holds each row of the table "Which review clock runs" (RT,
// AD, SB, CP, YJ): the governing rule and day, and the clocks beside it. Every
// expected day was counted by hand.
func TestEveryRegime(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		events  []casefile.Event
		regimes []clock.Regime
		rule    string
		due     string
		beside  string // rules and days of the other review clocks
	}{
		// 3 months from 1 Oct 2026 is 1 Jan 2027; six months from 14 Aug 2026 is 14 Feb 2027.
		"authority to place, its clock first": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-02-20"), held("2026-08-14"), statusFrom("E1", "2026-10-01")},
			[]clock.Regime{clock.Ordinary, clock.Authorised}, "AD-01", "2027-01-01", "RT-03 2027-02-14",
		},
		// authority 1 June 2026, a review on 14 Aug counts: six months from it for both.
		"authority to place, reviewed since": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), statusFrom("E1", "2026-06-01")},
			[]clock.Regime{clock.Ordinary, clock.Authorised}, "RT-03", "2027-02-14", "AD-02 2027-02-14",
		},
		// a review on the very day of the authority came before it.
		"authority to place, the ordinary clock first": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-06-01"), period(casefile.AuthorityToPlace, "2026-09-15", "")},
			[]clock.Regime{clock.Ordinary, clock.Authorised}, "RT-03", "2026-12-01", "AD-01 2026-12-15",
		},
		// 28 days from 2 Nov 2026 is 30 Nov 2026; the ordinary clock stops.
		"placed with adopters": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2026-08-14"), statusFrom("E1", "2026-06-01"), placeFrom("A6", "2026-11-02")},
			[]clock.Regime{clock.Placed}, "AD-03", "2026-11-30", "",
		},
		"placed, one review since": { // 3 months from 30 Sep 2026
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2026-09-30"), period(casefile.PlacedForAdoption, "2026-09-07", "")},
			[]clock.Regime{clock.Placed}, "AD-04", "2026-12-30", "",
		},
		"placed, two reviews since": { // 6 months from 30 Sep 2026
			[]casefile.Event{care("2025-01-06", 0), held("2026-07-01"), held("2026-09-30"), period(casefile.PlacedForAdoption, "2026-06-08", "")},
			[]clock.Regime{clock.Placed}, "AD-05", "2027-03-30", "",
		},
		"placed, earlier reviews with the adopters not on file": {
			[]casefile.Event{care("2024-01-06", 3), held("2026-09-30"), period(casefile.PlacedForAdoption, "2026-01-05", "")},
			[]clock.Regime{clock.Placed}, "AD-05", "2027-03-30", "",
		},
		// ended 9 Nov 2026: the window is 7 to 21 Dec; six months from 14 Aug is later; AD-02 as well.
		"after a placement with adopters ended": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), statusFrom("E1", "2026-02-02"),
				placeFrom("A6", "2026-06-01"), placeFrom("U6", "2026-11-09")},
			[]clock.Regime{clock.Ordinary, clock.Authorised, clock.Disruption}, "AD-06", "2026-12-21", "RT-03 2027-02-14, AD-02 2027-02-14",
		},
		// the ordinary limit falls before the window opens: two reviews are needed.
		"disrupted, the ordinary limit first": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-06-05"), period(casefile.PlacedForAdoption, "2026-03-02", "2026-11-09"),
				period(casefile.AdoptionDisrupted, "2026-11-09", "")},
			[]clock.Regime{clock.Ordinary, clock.Disruption}, "RT-03", "2026-12-05", "AD-06 2026-12-21",
		},
		"disrupted and reviewed in the window": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-11-10"), period(casefile.AdoptionDisrupted, "2026-10-05", "")},
			[]clock.Regime{clock.Ordinary}, "RT-03", "2027-05-10", "",
		},
		"disrupted, reviewed too early": { // day 7 is not in the window
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-11-16"), period(casefile.AdoptionDisrupted, "2026-11-09", "")},
			[]clock.Regime{clock.Ordinary, clock.Disruption}, "AD-06", "2026-12-21", "RT-03 2027-05-16",
		},
		// first stay 3 Oct 2026 + 3 months.
		"short breaks, the first review": {
			[]casefile.Event{care("2026-10-03", 0), statusFrom("V4", "2026-10-03"), period(casefile.ShortBreak, "2026-10-03", "2026-10-06")},
			[]clock.Regime{clock.ShortBreak}, "SB-02", "2027-01-03", "",
		},
		"short breaks, later": {
			[]casefile.Event{care("2026-01-10", 0), statusFrom("V4", "2026-01-10"), held("2026-04-01"), period(casefile.ShortBreak, "2026-10-03", "2026-10-06")},
			[]clock.Regime{clock.ShortBreak}, "SB-03", "2026-10-01", "",
		},
		// 18 nights from 1 Nov: the limit breaks on 18 Nov; 20 working days on is 16 Dec. The sequence begins again there.
		"short breaks past their limits": {
			[]casefile.Event{care("2026-01-10", 0), statusFrom("V4", "2026-01-10"), held("2026-04-01"), held("2026-09-01"), period(casefile.ShortBreak, "2026-11-01", "2026-11-19")},
			[]clock.Regime{clock.Ordinary}, "RT-01", "2026-12-16", "",
		},
		// initial conference 1 Sep 2026 + 3 months; six months from 14 Aug is 14 Feb.
		"child protection plan, the conference first": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), period(casefile.ChildProtection, "2026-09-01", "")},
			[]clock.Regime{clock.Ordinary, clock.ChildProtection}, "CP-04", "2026-12-01", "RT-03 2027-02-14",
		},
		"child protection plan, conference held": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), period(casefile.ChildProtection, "2026-06-01", ""), period(casefile.Conference, "2026-08-24", "")},
			[]clock.Regime{clock.Ordinary, clock.ChildProtection}, "RT-03", "2027-02-14", "CP-04 2027-02-24",
		},
		// release Mon 4 Jan 2027: last working day before it is Thu 31 Dec (1 Jan is a holiday).
		"care order in custody, nothing due inside": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-09-30"), statusFrom("C2", "2025-06-02"), custody("sentence", "2026-11-02", "2027-01-04")},
			[]clock.Regime{clock.Ordinary, clock.Custody}, "YJ-02", "2026-12-31", "RT-03 2027-03-30",
		},
		"care order in custody, a review due inside": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-06-10"), statusFrom("C2", "2025-06-02"), custody("sentence", "2026-11-02", "2027-01-04")},
			[]clock.Regime{clock.Ordinary, clock.Custody}, "RT-03", "2026-12-10", "",
		},
		// remand ends Fri 18 Dec: the day before. First review 20 working days from 2 Nov is 30 Nov, so nothing extra.
		"remand, the first review falls inside": {
			[]casefile.Event{care("2026-11-02", 0), statusFrom("J1", "2026-11-02"), placeFrom("R5", "2026-11-02"), custody("remand", "2026-11-02", "2026-12-18")},
			[]clock.Regime{clock.Ordinary, clock.Section21, clock.Custody}, "RT-01", "2026-11-30", "",
		},
		"remand, the end comes before the first review": {
			[]casefile.Event{care("2026-11-16", 0), statusFrom("J1", "2026-11-16"), placeFrom("R5", "2026-11-16"), custody("remand", "2026-11-16", "2026-12-04")},
			[]clock.Regime{clock.Ordinary, clock.Section21, clock.Custody}, "RT-06", "2026-12-03", "YJ-30 2026-12-03, RT-01 2026-12-14",
		},
		"police transfer with an end": {
			[]casefile.Event{care("2026-11-18", 0), &casefile.StatusStated{ID: casefile.ID{4}, Code: "J2", Start: on("2026-11-18"), Expected: on("2026-11-27")}},
			[]clock.Regime{clock.Ordinary, clock.Section21}, "RT-06", "2026-11-26", "RT-01 2026-12-16",
		},
		"secure panels move nothing": {
			[]casefile.Event{care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), period(casefile.SecureOrder, "2026-10-05", ""), period(casefile.Panel, "2026-11-04", "")},
			[]clock.Regime{clock.Ordinary}, "RT-03", "2027-02-14", "",
		},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := of(file(tc.events...))
			if !slices.Equal(got.Regimes, tc.regimes) {
				t.Errorf("regimes %v, want %v", got.Regimes, tc.regimes)
			}
			if got.Governing == nil {
				t.Fatalf("no date: %s %s", got.Missing, got.Ask)
			}
			if got.Governing.Rule != tc.rule || got.Governing.Due != on(tc.due) {
				t.Errorf("%s %s governs, want %s %s", got.Governing.Rule, got.Governing.Due, tc.rule, tc.due)
			}
			var beside []string
			for _, d := range got.Reviews[1:] {
				beside = append(beside, d.Rule+" "+d.Due.String())
			}
			if text := strings.Join(beside, ", "); text != tc.beside {
				t.Errorf("beside it %q, want %q", text, tc.beside)
			}
		})
	}
}

// TestLookedAfterInCustody is the table of YJ-27.
func TestLookedAfterInCustody(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		status string
		kind   string
		want   clock.Missing
	}{
		"care order, sentenced":            {"C2", "sentence", clock.NothingMissing},
		"interim order, sentenced":         {"C1", "sentence", clock.NothingMissing},
		"section 20, sentenced":            {"V2", "sentence", clock.PausedCustody},
		"remanded":                         {"J1", "remand", clock.NothingMissing},
		"remanded, then sentenced":         {"J1", "sentence", clock.PausedCustody},
		"court residence, sentenced":       {"J3", "sentence", clock.PausedCustody},
		"section 20, on remand by a court": {"V2", "remand", clock.NothingMissing},
	}
	for name, tc := range cases {
		got := of(file(care("2025-01-06", 0), held("2025-01-31"), held("2026-09-30"), status(tc.status), custody(tc.kind, "2026-11-02", "2027-02-01")))
		if got.Missing != tc.want {
			t.Errorf("%s: %q, want %q", name, got.Missing, tc.want)
		}
		if tc.want == clock.PausedCustody && !slices.ContainsFunc(got.Deadlines, func(d clock.Deadline) bool { return d.Rule == "YJ-17" && d.Due == on("2027-01-29") }) {
			t.Errorf("%s: somebody must visit and assess before release (YJ-17): %+v", name, got.Deadlines)
		}
	}
}

// TestRulesBesideTheReviews looks for each limit that runs between reviews.
func TestRulesBesideTheReviews(t *testing.T) {
	t.Parallel()
	base := []casefile.Event{care("2024-01-08", 0), held("2024-02-05"), held("2024-05-01"), held("2026-10-12"), statusFrom("C2", "2024-01-08")}
	cases := map[string]struct {
		events []casefile.Event
		rule   string
		due    string
		done   bool
	}{
		"mid-point":             {nil, "QA-05", "2027-01-11", false}, // 91 days after 12 Oct
		"mid-point looked at":   {[]casefile.Event{&casefile.Logged{What: casefile.Monitoring, Text: "Looked"}}, "QA-05", "2027-01-11", true},
		"emergency placement":   {[]casefile.Event{&casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on("2026-11-10"), Emergency: true}}, "EP-01", "2026-12-08", false},
		"first visit":           {[]casefile.Event{placeFrom("U6", "2026-11-20")}, "VS-01", "2026-11-27", false},
		"visit in year one":     {[]casefile.Event{placeFrom("U6", "2026-10-20"), &casefile.VisitMade{ID: casefile.ID{9}, On: on("2026-10-27")}}, "VS-02", "2026-12-08", false},
		"court papers":          {[]casefile.Event{&casefile.DocumentStated{ID: casefile.ID{9}, What: casefile.CourtPaper, AtCouncil: on("2026-11-19")}}, "CF-05", "2026-11-26", false},
		"event to decide":       {[]casefile.Event{&casefile.EventReported{ID: casefile.ID{9}, What: casefile.MissingEvent, On: on("2026-11-19"), ToldOn: on("2026-11-20")}}, "MO-02", "2026-11-24", false},
		"review called":         {[]casefile.Event{&casefile.EventReported{ID: casefile.ID{9}, What: casefile.IROAsks, On: on("2026-11-20"), Decision: casefile.ReviewNeeded, DecidedOn: on("2026-11-20"), NeededBy: on("2026-12-04")}}, "RT-04", "2026-12-04", false},
		"visit of concern":      {[]casefile.Event{&casefile.EventReported{ID: casefile.ID{9}, What: casefile.VisitConcern, On: on("2026-11-20"), Decision: casefile.ReviewNeeded, DecidedOn: on("2026-11-20"), NeededBy: on("2026-11-25")}}, "RT-05", "2026-11-25", false},
		"emergency move":        {[]casefile.Event{&casefile.ChangeProposed{ID: casefile.ID{9}, What: casefile.Move, ProposedOn: on("2026-11-16"), MadeOn: on("2026-11-16"), Emergency: true}}, "CV-14", "2026-11-30", false},
		"notice of the end":     {[]casefile.Event{&casefile.ChangeProposed{ID: casefile.ID{9}, What: casefile.Move, ProposedOn: on("2026-11-16"), MadeOn: on("2026-11-16"), EndsPlacement: true}}, "CV-10", "2026-11-30", false},
		"secure panel, first":   {[]casefile.Event{period(casefile.SecureOrder, "2026-11-09", "")}, "SE-01", "2026-12-09", false},
		"secure panel, later":   {[]casefile.Event{period(casefile.SecureOrder, "2026-09-09", ""), period(casefile.Panel, "2026-10-08", "")}, "SE-01", "2027-01-08", false},
		"leaving hospital":      {[]casefile.Event{&casefile.PeriodStated{What: casefile.Hospital, Code: "psychiatric", From: on("2026-11-02"), Expected: on("2026-12-28")}}, "HO-04", "2026-12-24", false},
		"last month in custody": {[]casefile.Event{custody("sentence", "2026-11-02", "2027-03-01")}, "YJ-13", "2027-02-26", false},
		"adopters may apply":    {[]casefile.Event{period(casefile.PlacedForAdoption, "2026-11-02", "")}, "AD-18", "2027-01-11", false},
		"remand plan":           {[]casefile.Event{care("2026-11-16", 0), &casefile.StatusStated{ID: casefile.ID{4, 'C', '2'}, Code: "J1", Start: on("2026-11-16")}}, "YJ-25", "2026-11-23", false},
		"detention plan": {[]casefile.Event{care("2026-11-16", 0), &casefile.StatusStated{ID: casefile.ID{4, 'C', '2'}, Code: "J1", Start: on("2026-11-16")},
			placeFrom("R5", "2026-11-16")}, "YJ-26", "2026-11-30", false},
	}
	for name, tc := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := of(file(append(slices.Clone(base), tc.events...)...))
			i := slices.IndexFunc(got.Deadlines, func(d clock.Deadline) bool { return d.Rule == tc.rule })
			if i < 0 {
				t.Fatalf("%s is missing", tc.rule)
			}
			if d := got.Deadlines[i]; d.Due != on(tc.due) || d.Done != tc.done {
				t.Errorf("%s due %s done %v, want %s %v", d.Rule, d.Due, d.Done, tc.due, tc.done)
			}
		})
	}
}

func TestLongTermMeetingIsAskedForOnlyAfterAYear(t *testing.T) {
	t.Parallel()
	with := func(events ...casefile.Event) (clock.Deadline, bool) {
		got := of(file(append([]casefile.Event{care("2023-01-09", 0), held("2026-02-02"), held("2026-08-03")}, events...)...))
		i := slices.IndexFunc(got.Deadlines, func(d clock.Deadline) bool { return d.Rule == "LT-03" })
		if i < 0 {
			return clock.Deadline{}, false
		}
		return got.Deadlines[i], true
	}
	if _, ok := with(placeFrom("U4", "2026-01-05")); ok {
		t.Error("long-term for less than a year: the meeting is not in question")
	}
	d, ok := with(placeFrom("U4", "2024-01-08"))
	if !ok || d.Due != on("2027-08-03") || !strings.Contains(d.Why.Text(), "not agreed") {
		t.Errorf("twelve months after the last meeting, and the child has not agreed: %+v", d)
	}
	none := &casefile.ReviewHeld{ID: casefile.ID{3, 7}, Recorded: on("2026-11-02"), Completed: on("2026-11-02"), NoMeeting: true}
	if d, _ = with(placeFrom("U4", "2024-01-08"), none); d.Due != on("2027-08-03") || !strings.Contains(d.Why.Text(), "must have one") {
		t.Errorf("never left out twice running: %+v", d)
	}
}

func TestSettingsChangeTheirOwnDates(t *testing.T) {
	t.Parallel()
	adopted := file(care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-06-01"), period(casefile.AuthorityToPlace, "2026-09-15", ""))
	protected := file(care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2026-08-14"), period(casefile.ChildProtection, "2026-09-01", ""))
	for name, tc := range map[string]struct {
		c        *casefile.Case
		readings practice.Readings
		rule     string
	}{
		"A-08, both":           {adopted, practice.Readings{}, "RT-03"},
		"A-08, adoption only":  {adopted, practice.Readings{AdoptionOnly: true}, "AD-01"},
		"A-27, earlier wins":   {protected, practice.Readings{}, "CP-04"},
		"A-27, shown beside":   {protected, practice.Readings{ConferenceBeside: true}, "RT-03"},
		"QA-05 is not a clock": {protected, practice.Readings{MidpointOff: true}, "CP-04"},
	} {
		if got := clock.Of(tc.c, today, cal, tc.readings); got.Governing == nil || got.Governing.Rule != tc.rule {
			t.Errorf("%s: %+v", name, got.Governing)
		}
	}
}

func TestAHistoryIsJudgedByTheClocksOfItsTime(t *testing.T) {
	t.Parallel()
	c := file(care("2025-01-06", 0), held("2025-01-31"), held("2025-04-25"), held("2025-10-20"), statusFrom("E1", "2025-05-01"),
		placeFrom("U6", "2025-01-06"), placeFrom("A6", "2025-12-01"), held("2025-12-30"))
	var got []string
	for _, d := range clock.History(c, today, cal, practice.Readings{}) {
		got = append(got, d.Rule+" "+d.Due.String())
	}
	// 20 working days from 6 Jan; 3 months from 31 Jan (30 Apr); authority 1 May + 3 months; placed 1 Dec + 28 days, held a day late.
	want := []string{"RT-01 2025-02-03", "RT-02 2025-04-30", "AD-01 2025-08-01", "AD-03 2025-12-29"}
	if !slices.Equal(got, want) {
		t.Errorf("history %v, want %v", got, want)
	}
}

func TestLeavingCareStatusStandsBesideTheClocks(t *testing.T) {
	t.Parallel()
	c := file(care("2025-01-06", 0), held("2025-01-31"), &casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2010-09-14"}})
	got := of(c)
	if got.Leaver.Status != clock.Eligible || got.Leaver.QualifiedFrom != on("2026-09-14") {
		t.Errorf("eligible from the 16th birthday: %+v", got.Leaver)
	}
	i := slices.IndexFunc(got.Deadlines, func(d clock.Deadline) bool { return d.Rule == "PW-02" })
	if i < 0 || got.Deadlines[i].Due != on("2026-12-14") {
		t.Errorf("needs are assessed within three months: %+v", got.Deadlines)
	}
}

func TestVisitsNeedAPlacementAndDoNotGuess(t *testing.T) {
	t.Parallel()
	if v := of(file(care("2026-01-05", 0))).Visits; v.Next != nil || v.Ask == "" {
		t.Errorf("without a placement nothing is counted: %+v", v)
	}
	opened := &casefile.Opened{Ref: "C-0001"} // the file is opened today
	if v := of(file(care("2026-01-05", 0), placeFrom("U6", "2026-01-05"), opened)).Visits; v.Next != nil || v.Ask == "" {
		t.Errorf("visits before the file was opened are not on file: %+v", v)
	}
	var none workday.Date
	if v := of(file(care("2026-11-20", 0), placeFrom("P1", "2026-11-20"), statusFrom("C1", "2026-11-20"))).Visits; v.Regime != clock.VisitTemporary || v.Next == nil || v.Next.Due == none {
		t.Errorf("at home under an interim order: weekly: %+v", v)
	}
}
