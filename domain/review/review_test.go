package review_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

func on(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

var today = on("2026-11-23")

func context() review.Context { return review.Context{Today: today} }

// eight is a child of eight on a care order with a third review planned.
func eight(more ...casefile.Event) *casefile.Case {
	events := []casefile.Event{
		&casefile.Opened{Ref: "C-0001"},
		&casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2018-03-09", casefile.FactName: "Ben Hughes"}},
		&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-01-05")},
		&casefile.StatusStated{ID: casefile.ID{4}, Code: "C2", Start: on("2026-01-05")},
		&casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on("2026-01-05")},
		&casefile.ReviewHeld{ID: casefile.ID{6}, Recorded: on("2026-01-30"), Completed: on("2026-01-30")},
		&casefile.ReviewHeld{ID: casefile.ID{7}, Recorded: on("2026-06-16"), Completed: on("2026-06-16")},
		&casefile.ReviewPlanned{ID: casefile.ID{8}, Date: on("2026-12-14"), Home: true, Venue: "at home"},
	}
	var n byte
	newID := func() casefile.ID { n++; return casefile.ID{14: 1, 15: n} }
	var lines []casefile.Line
	for _, ev := range append(events, more...) {
		lines = append(lines, casefile.Line{On: today, Event: ev})
	}
	return casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries(lines, newID))
}

func prepare(t *testing.T, c *casefile.Case) review.Preparation {
	t.Helper()
	p, ok := review.Prepare(c, clock.Of(c, today, workday.Calendar{}, practice.Readings{}), context())
	if !ok {
		t.Fatal("no list was opened")
	}
	return p
}

func item(t *testing.T, p review.Preparation, id string) review.Item {
	t.Helper()
	for _, ph := range p.Phases {
		for _, i := range ph.Items {
			if i.ID == id {
				return i
			}
		}
	}
	t.Fatalf("item %s is not on the list", id)
	return review.Item{}
}

func has(p review.Preparation, id string) bool {
	for _, ph := range p.Phases {
		for _, i := range ph.Items {
			if i.ID == id {
				return true
			}
		}
	}
	return false
}

func TestItemsCountBackFromThePlannedDay(t *testing.T) {
	t.Parallel()
	p := prepare(t, eight())
	for id, want := range map[string]string{"B-101": "2026-11-16", "B-201": "2026-11-23", "B-301": "2026-11-30", "B-401": "2026-12-09", "B-501": "2026-12-11", "B-701": "2026-12-14"} {
		if got := item(t, p, id).By; got != on(want) {
			t.Errorf("%s by %s, want %s", id, got, want)
		}
	}
	if s, _ := item(t, p, "B-101").Standing(context()); s != clock.Overdue {
		t.Errorf("B-101 is %s", s)
	}
	if p.No != 3 || !p.Planned || p.Date != on("2026-12-14") {
		t.Errorf("preparation %d planned %v for %s", p.No, p.Planned, p.Date)
	}
}

func TestWithoutAPlanTheDayToPlanForStandsIn(t *testing.T) {
	t.Parallel()
	c := eight(&casefile.ReviewPlanned{ID: casefile.ID{8}})
	p := prepare(t, c)
	if p.Planned || p.Date != on("2026-12-16") {
		t.Errorf("planned %v, date %s", p.Planned, p.Date)
	}
}

func TestCalledLateIsCompressedNotMissed(t *testing.T) {
	t.Parallel()
	c := eight(&casefile.ReviewPlanned{ID: casefile.ID{8}, Date: on("2026-11-27"), CalledOn: on("2026-11-20")})
	i := item(t, prepare(t, c), "B-101")
	if !i.Compressed || i.By != on("2026-11-20") || i.Ideal != on("2026-10-30") {
		t.Errorf("compressed %v, by %s, counted back %s", i.Compressed, i.By, i.Ideal)
	}
}

func TestNothingIsAskedForBeforeCareBegan(t *testing.T) {
	t.Parallel()
	for _, before := range []int{0, -1} { // none before, and not known
		c := eight(&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-11-16"), ReviewsBefore: before},
			&casefile.ReviewPlanned{ID: casefile.ID{8}, Date: on("2026-12-07")})
		for _, d := range clock.Of(c, today, workday.Calendar{}, practice.Readings{}).Deadlines {
			if d.Rule == "PR-01" && d.Due != on("2026-11-16") {
				t.Errorf("%d before: PR-01 by %s", before, d.Due)
			}
		}
		if i := item(t, prepare(t, c), "B-101"); !i.Compressed || i.By != on("2026-11-16") {
			t.Errorf("%d before: B-101 by %s, compressed %v", before, i.By, i.Compressed)
		}
	}
}

func TestReadinessCountsAnswersOfThePhasesBeforeTheDay(t *testing.T) {
	t.Parallel()
	before := prepare(t, eight())
	p := prepare(t, eight(
		&casefile.ItemAnswered{Review: casefile.ID{8}, Item: "B-101", Answer: casefile.Done},
		&casefile.ItemAnswered{Review: casefile.ID{8}, Item: "B-201", Answer: casefile.NotDone, Reason: "worker on leave"},
		&casefile.ItemAnswered{Review: casefile.ID{8}, Item: "B-701", Answer: casefile.Done},
		&casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-301", Answer: casefile.Done},
	))
	if before.Ready != 0 || p.Ready != 1 || p.Total != before.Total {
		t.Errorf("ready %d of %d, before %d of %d", p.Ready, p.Total, before.Ready, before.Total)
	}
	if i := item(t, p, "B-301"); i.Answer.Answer != casefile.Open {
		t.Error("an answer of the last review must not tick this one's item")
	}
}

func TestSettingUpIsAskedOnlyInTheFirstWeeks(t *testing.T) {
	t.Parallel()
	if p := prepare(t, eight()); has(p, "B-001") || has(p, "B-006") {
		t.Error("the file was opened after the first review: setting up lies in the council's record")
	}
	var n byte
	newID := func() casefile.ID { n++; return casefile.ID{15: n} }
	lines := []casefile.Line{
		{On: on("2026-11-16"), Event: &casefile.Opened{Ref: "C-0002"}},
		{On: on("2026-11-16"), Event: &casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-11-16")}},
		{On: on("2026-11-16"), Event: &casefile.ReviewPlanned{ID: casefile.ID{8}, Date: on("2026-12-07")}},
	}
	p := prepare(t, casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries(lines, newID)))
	if i := item(t, p, "B-001"); i.By != on("2026-11-18") {
		t.Errorf("B-001 by %s", i.By)
	}
	if i := item(t, p, "B-101"); !i.Compressed || i.By != on("2026-11-16") {
		t.Errorf("B-101 by %s, compressed %v: a first review has less than 20 working days", i.By, i.Compressed)
	}
}

func TestStatedFactsChangeTheList(t *testing.T) {
	t.Parallel()
	p := prepare(t, eight(&casefile.Stated{Facts: map[string]string{"observe_instead": "yes", casefile.FactLanguage: "Polish"}}))
	if has(p, "B-501") || !has(p, "YNG-01") || !has(p, "B-203") {
		t.Error("observing replaces the talk; another language brings the interpreter")
	}
	if p := prepare(t, eight()); !has(p, "B-501") || has(p, "B-203") || !has(p, "B-508") {
		t.Error("an eight-year-old on a care order is spoken with and told about ending the order")
	}
}

func TestFactsOfSchool(t *testing.T) {
	t.Parallel()
	for dob, want := range map[string]struct{ school, ks4, move bool }{
		"2025-09-01": {false, false, false}, // a baby
		"2022-11-01": {false, false, true},  // starts Reception next September
		"2021-10-01": {true, false, false},  // Year 0
		"2015-09-02": {true, false, true},   // Year 6
		"2011-10-01": {true, true, false},   // Year 10
		"2010-09-02": {true, true, true},    // Year 11
		"2010-08-31": {false, false, false}, // Year 12
	} {
		c := eight(&casefile.Stated{Facts: map[string]string{casefile.FactDOB: dob}})
		f := review.Facts(c, clock.Of(c, today, workday.Calendar{}, practice.Readings{}), context())
		if f.SchoolAge != want.school || f.KeyStage4 != want.ks4 || f.SchoolMoveDue != want.move {
			t.Errorf("born %s: school %v, key stage 4 %v, move %v; want %+v", dob, f.SchoolAge, f.KeyStage4, f.SchoolMoveDue, want)
		}
	}
}

func TestFactsNotKnownAreNotGuessed(t *testing.T) {
	t.Parallel()
	c := eight(&casefile.Stated{Facts: map[string]string{casefile.FactDOB: ""}})
	p := prepare(t, c)
	if has(p, "A16-01") || has(p, "A18-01") {
		t.Error("without a date of birth nothing is said about 16 or 18")
	}
}

func TestRequiredAndCritical(t *testing.T) {
	t.Parallel()
	p := prepare(t, eight())
	if i := item(t, p, "B-501"); !i.Required || !i.Critical {
		t.Error("the private talk is a duty and critical")
	}
	if i := item(t, p, "B-206"); i.Required || i.Critical {
		t.Error("settling the venue is neither")
	}
	if i := item(t, p, "B-401"); i.Who() != clock.SocialWorker {
		t.Errorf("the report is the social worker's, not %s's", i.Who())
	}
}

func TestNextIsTheOpenItemWantedSoonest(t *testing.T) {
	t.Parallel()
	p := prepare(t, eight())
	ph, i, ok := p.Next()
	if !ok || p.Phases[ph].Items[i].Phase != "P1" {
		t.Errorf("next is %v %d %d", ok, ph, i)
	}
}

func TestNoListForAChildWhoIsNotLookedAfter(t *testing.T) {
	t.Parallel()
	c := eight(&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-01-05"), End: on("2026-11-01")})
	if _, ok := review.Prepare(c, clock.Of(c, today, workday.Calendar{}, practice.Readings{}), context()); ok {
		t.Error("a list was opened")
	}
}

func TestPlacementCodesHaveTheHandbooksWords(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]handbook.Placement{"U1": handbook.PlacementConnectedCarer, "U6": handbook.PlacementFoster, "K1": handbook.PlacementSecure,
		"H5": handbook.PlacementSupportedAccommodation, "P3": handbook.PlacementOther, "T1": handbook.PlacementHospital, "S1": handbook.PlacementResidentialSchool} {
		c := eight(&casefile.PlacementStated{ID: casefile.ID{5}, Code: code, Start: on("2026-01-05")})
		f := review.Facts(c, clock.Of(c, today, workday.Calendar{}, practice.Readings{}), context())
		if f.Placement != want {
			t.Errorf("%s is %s, want %s", code, f.Placement, want)
		}
	}
}
