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

var june = casefile.ID{7} // the second review of eight

func clocks(c *casefile.Case) clock.Clocks {
	return clock.Of(c, today, workday.Calendar{}, practice.Readings{})
}

// wanted is a decision of the June review.
func wanted(n byte, by string) *casefile.DecisionMade {
	return &casefile.DecisionMade{ID: casefile.ID{20, n}, Review: june, Need: "learning", Outcome: "a place", What: "find a place", Who: "A. Bell", By: on(by)}
}

func with(c *casefile.Case, day string, events ...casefile.Event) *casefile.Case {
	var lines []casefile.Line
	for _, ev := range events {
		lines = append(lines, casefile.Line{On: on(day), Event: ev})
	}
	return c.With(casefile.Stamp{Day: today}.Entries(lines, casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} }))...)
}

func received(day string) *casefile.DecisionsSent {
	return &casefile.DecisionsSent{Review: june, Issued: on("2026-06-18"), Received: on(day), To: "S. Pell"}
}

// TestFactsOfDecisions: what shows B-802, B-803, B-1002 and B-1303.
func TestFactsOfDecisions(t *testing.T) {
	t.Parallel()
	part := &casefile.DecisionFollowed{Decision: casefile.ID{20, 1}, State: casefile.DecisionPart, Evidence: "half", Why: "no staff"}
	no := &casefile.ManagerAnswered{Decision: casefile.ID{20, 1}, Words: "no money"}
	talk := &casefile.DisputeRaised{ID: casefile.ID{30}, Opened: on("2026-07-01"), Decision: casefile.ID{20, 1}, With: "S. Pell", Wrong: "no place"}
	clinic := wanted(1, "2026-12-01")
	clinic.Service = "the clinic"
	carried := wanted(2, "2026-12-01")
	carried.CarriedFrom = casefile.ID{20, 1}
	for name, tc := range map[string]struct {
		c    *casefile.Case
		want handbook.Facts
	}{
		"no decisions":         {eight(), handbook.Facts{}},
		"in time":              {eight(wanted(1, "2026-11-23")), handbook.Facts{}},
		"late":                 {eight(wanted(1, "2026-11-22"), wanted(2, "2026-09-01")), handbook.Facts{DecisionOverdue: true, OpenOverdueDecisions: 2}},
		"part done":            {eight(wanted(1, "2026-11-22"), part), handbook.Facts{PartOverdue: true, OpenOverdueDecisions: 1}},
		"for another service":  {eight(clinic), handbook.Facts{ReferralDecisions: true}},
		"carried on":           {eight(wanted(1, "2026-09-01"), &casefile.DecisionFollowed{Decision: casefile.ID{20, 1}, State: casefile.DecisionNotDone, Why: "x", CarriedTo: casefile.ID{20, 2}}, carried), handbook.Facts{DecisionRepeated: true}},
		"refused in time":      {with(eight(wanted(1, "2026-11-01"), received("2026-06-19")), "2026-06-26", no), handbook.Facts{ManagerDisagreed: true}},
		"refused too late":     {with(eight(wanted(1, "2026-12-01"), received("2026-06-19")), "2026-06-29", no), handbook.Facts{ManagerDisagreedLate: true}},
		"refused and taken up": {with(with(eight(wanted(1, "2026-11-01"), received("2026-06-19")), "2026-06-26", no), "2026-07-01", talk), handbook.Facts{ManagerDisagreed: true, DisputeOpen: true, DisputeInformal: true}},
	} {
		r, _ := tc.c.ReviewByID(june)
		f := review.FactsFor(tc.c, clocks(tc.c), r, context())
		got := handbook.Facts{DecisionOverdue: f.DecisionOverdue, PartOverdue: f.PartOverdue, OpenOverdueDecisions: f.OpenOverdueDecisions, DecisionRepeated: f.DecisionRepeated,
			ReferralDecisions: f.ReferralDecisions, ManagerDisagreed: f.ManagerDisagreed, ManagerDisagreedLate: f.ManagerDisagreedLate, DisputeOpen: f.DisputeOpen, DisputeInformal: f.DisputeInformal}
		if got != tc.want {
			t.Errorf("%s: %+v, want %+v", name, got, tc.want)
		}
	}
}

// TestItemsOfDecisionsShowOnTheirOwnList: what slipped is asked at the review in
// hand, the refusal of the last one's decisions where that one is written up.
func TestItemsOfDecisionsShowOnTheirOwnList(t *testing.T) {
	t.Parallel()
	clinic := wanted(2, "2026-12-20")
	clinic.Service = "the clinic"
	c := with(eight(wanted(1, "2026-11-01"), wanted(3, "2026-11-02"), clinic, received("2026-06-19"), &casefile.ItemAnswered{Review: june, Item: "B-801", Answer: casefile.Done, Evidence: map[string]string{"plan_outcome": "changed"}}),
		"2026-06-22", &casefile.ManagerAnswered{Decision: casefile.ID{20, 1}, Words: "no money"})
	r, _ := c.ReviewByID(june)
	now, after := prepare(t, c), review.WritingUp(c, r, context())
	for _, id := range []string{"B-802", "B-803", "B-1303"} {
		if !has(now, id) {
			t.Errorf("%s is not asked at the review in hand", id)
		}
	}
	for _, id := range []string{"B-1002", "B-1003"} {
		if has(now, id) || !has(after, id) {
			t.Errorf("%s belongs to the review it is about: now %v, after %v", id, has(now, id), has(after, id))
		}
	}
}

// TestAParentWhoWasNotThere: what shows B-1201, and the items about leaving
// somebody out (RC-05, PR-33 to PR-36).
func TestAParentWhoWasNotThere(t *testing.T) {
	t.Parallel()
	mother := &casefile.PersonStated{ID: casefile.ID{50}, Role: casefile.Parent, Name: "Anna", From: on("2026-01-05")}
	carer := &casefile.TookPart{ID: casefile.ID{51}, Review: june, Name: "the carer", Role: casefile.Carer, How: casefile.InTheRoom}
	took := func(how casefile.How, words string) *casefile.TookPart {
		return &casefile.TookPart{ID: casefile.ID{52}, Review: june, Person: mother.ID, Name: "Anna", Role: casefile.Parent, How: how, Words: words}
	}
	for name, tc := range map[string]struct {
		events                    []casefile.Event
		absent, excluded, replied bool
	}{
		"nothing entered":          {[]casefile.Event{mother}, false, false, false},
		"in the room":              {[]casefile.Event{mother, carer, took(casefile.InTheRoom, "")}, false, false, false},
		"at a distance":            {[]casefile.Event{mother, carer, took(casefile.AtADistance, "")}, false, false, false},
		"did not come":             {[]casefile.Event{mother, took(casefile.DidNotCome, "")}, true, false, false},
		"sent views":               {[]casefile.Event{mother, took(casefile.SentViews, "she is well")}, true, false, false},
		"not on the list of those": {[]casefile.Event{mother, carer}, true, false, false},
		"left out":                 {[]casefile.Event{mother, took(casefile.LeftOut, "")}, true, true, false},
		"left out, wrote":          {[]casefile.Event{mother, took(casefile.LeftOut, "she is well")}, true, true, true},
	} {
		c := eight(tc.events...)
		r, _ := c.ReviewByID(june)
		f := review.FactsFor(c, clocks(c), r, context())
		if f.ParentAbsentOrExcluded != tc.absent || f.ParentExcluded != tc.excluded || f.Exclusion != tc.excluded || f.ConsultationReturned != tc.replied {
			t.Errorf("%s: absent %v, left out %v, wrote %v", name, f.ParentAbsentOrExcluded, f.ParentExcluded, f.ConsultationReturned)
		}
		if after := review.WritingUp(c, r, context()); has(after, "B-1201") != tc.absent {
			t.Errorf("%s: B-1201 is asked: %v", name, has(after, "B-1201"))
		}
		if now := prepare(t, c); has(now, "B-1201") || has(now, "EXC-04") {
			t.Errorf("%s: the next review asks for what belongs to the last", name)
		}
	}
}
