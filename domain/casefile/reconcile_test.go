package casefile_test

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
)

func reported() casefile.Reported {
	return casefile.Reported{
		Facts:      map[string]string{casefile.FactExternalID: "566910", casefile.FactSex: "female"},
		Care:       []casefile.CareStated{{Start: on("2025-01-06")}},
		Statuses:   []casefile.StatusStated{{Code: "C1", Start: on("2025-01-06"), End: on("2025-07-01")}, {Code: "C2", Start: on("2025-07-01")}},
		Placements: []casefile.PlacementStated{{Code: "U6", Start: on("2025-01-06")}},
		Reviews:    []casefile.ReviewHeld{{Recorded: on("2025-01-30"), Completed: on("2025-01-30"), Participation: "PN1"}},
		Periods:    []casefile.PeriodStated{{What: casefile.Missing, From: on("2025-05-02"), To: on("2025-05-03")}},
		People:     []casefile.PersonStated{{Role: casefile.SocialWorker, Name: "J. Osei"}},
	}
}

func imported(t *testing.T) *desk {
	t.Helper()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska"})
	lines, kept := d.c.Reconcile(reported(), d.newID, today)
	if len(kept) != 0 {
		t.Fatalf("nothing to keep on a new file: %+v", kept)
	}
	d.write(casefile.ByImport, lines)
	return d
}

func TestTheSameReportAgainWritesNothing(t *testing.T) {
	t.Parallel()
	d := imported(t)
	if lines, kept := d.c.Reconcile(reported(), d.newID, today); len(lines) != 0 || len(kept) != 0 {
		t.Errorf("%d lines and %d differences on the second time", len(lines), len(kept))
	}
	if s, ok := d.c.StatusOn(today); !ok || s.Code != "C2" {
		t.Errorf("status now: %+v", s)
	}
}

func TestAChangedRowRestatesTheSameThing(t *testing.T) {
	t.Parallel()
	d := imported(t)
	r := reported()
	r.Placements[0].End = on("2026-02-01")
	lines, kept := d.c.Reconcile(r, d.newID, today)
	if len(lines) != 1 || len(kept) != 0 || lines[0].Corrects.Zero() {
		t.Fatalf("lines %+v, kept %+v", lines, kept)
	}
	d.write(casefile.ByImport, lines)
	if all := d.c.Placements(); len(all) != 1 || all[0].End != on("2026-02-01") {
		t.Errorf("placements: %+v", all)
	}
}

func TestWhatTheIROEnteredIsKeptAndTheDifferenceShown(t *testing.T) {
	t.Parallel()
	d := imported(t)
	p := d.c.Placements()[0]
	p.Code, p.Phone = "U4", "01632 960001"
	d.do(d.c.StatePlacement(p, today))
	d.do(d.c.State(map[string]string{casefile.FactSex: "male"}, today))

	r := reported()
	r.Placements[0].Code, r.Placements[0].End = "U5", on("2026-02-01")
	r.Facts[casefile.FactSex] = "not known"
	lines, kept := d.c.Reconcile(r, d.newID, today)
	if len(kept) != 2 {
		t.Fatalf("differences: %+v", kept)
	}
	d.write(casefile.ByImport, lines)
	got := d.c.Placements()[0]
	if got.Code != "U4" || got.Phone != "01632 960001" || got.End != on("2026-02-01") {
		t.Errorf("the IRO's code and telephone stay, the council's end date comes in: %+v", got)
	}
	if d.c.Fact(casefile.FactSex) != "male" {
		t.Error("the IRO's fact was overwritten")
	}
}

func TestARepeatedOldValueIsNotADifference(t *testing.T) {
	t.Parallel()
	d := imported(t)
	d.do(d.c.State(map[string]string{casefile.FactSex: "male"}, today))
	if lines, kept := d.c.Reconcile(reported(), d.newID, today); len(lines) != 0 || len(kept) != 0 {
		t.Errorf("the file repeats what was corrected: %d lines, %+v", len(lines), kept)
	}
}

func TestAReportedReviewIsTheOneThatWasBeingPrepared(t *testing.T) {
	t.Parallel()
	d := imported(t)
	plan := casefile.ReviewPlanned{ID: d.newID(), Date: on("2026-11-20")}
	lines, err := d.c.PlanReview(plan, on("2026-10-30"))
	if err != nil {
		t.Fatal(err)
	}
	d.write(casefile.ByIRO, lines)
	r := reported()
	r.Reviews = append(r.Reviews, casefile.ReviewHeld{Recorded: on("2026-11-20"), Completed: on("2026-11-20")})
	lines, _ = d.c.Reconcile(r, d.newID, today)
	d.write(casefile.ByImport, lines)
	if _, open := d.c.InHand(); open {
		t.Error("the review that was held is still in hand")
	}
	if rv, ok := d.c.ReviewByID(plan.ID); !ok || rv.Held.Recorded != on("2026-11-20") {
		t.Errorf("review %+v", rv)
	}
}

func TestTwoReportedReviewsAreBothKeptWhileOneIsInHand(t *testing.T) {
	t.Parallel()
	d := imported(t)
	plan := casefile.ReviewPlanned{ID: d.newID(), Date: on("2026-03-02")}
	lines, err := d.c.PlanReview(plan, on("2026-02-02"))
	if err != nil {
		t.Fatal(err)
	}
	d.write(casefile.ByIRO, lines)
	r := reported()
	for _, day := range []string{"2026-08-20", "2026-03-02"} { // in no order
		r.Reviews = append(r.Reviews, casefile.ReviewHeld{Recorded: on(day), Completed: on(day)})
	}
	lines, _ = d.c.Reconcile(r, d.newID, today)
	d.write(casefile.ByImport, lines)
	var days []string
	for _, rv := range d.c.Reviews() {
		if !rv.IsHeld() {
			t.Error("a review is still in hand")
		}
		days = append(days, rv.Held.Recorded.String())
	}
	if !slices.Equal(days, []string{"2025-01-30", "2026-03-02", "2026-08-20"}) {
		t.Errorf("on file: %v", days)
	}
	if rv, _ := d.c.ReviewByID(plan.ID); rv.Held.Recorded != on("2026-03-02") {
		t.Errorf("what was being prepared became %v", rv.Held.Recorded)
	}
}

func TestACountOfEarlierReviewsArrivesWhereNoneWasKnown(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska"})
	d.do(d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: on("2024-01-06"), ReviewsBefore: -1}, today))
	report := casefile.Reported{Care: []casefile.CareStated{{Start: on("2024-01-06"), ReviewsBefore: 3}}}
	lines, kept := d.c.Reconcile(report, d.newID, today)
	d.write(casefile.ByImport, lines)
	if got := d.c.Care()[0].ReviewsBefore; got != 3 || len(kept) != 0 {
		t.Errorf("%d reviews before, kept %+v", got, kept)
	}
	report.Care[0].ReviewsBefore = -1
	if lines, _ := d.c.Reconcile(report, d.newID, today); len(lines) != 0 {
		t.Errorf("a report that says nothing of the count changed it: %+v", lines)
	}
}
