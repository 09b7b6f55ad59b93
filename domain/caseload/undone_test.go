package caseload_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// then is something that happened on its own day.
func then(day string, ev casefile.Event) casefile.Line { return casefile.Line{On: on(day), Event: ev} }

// decided is the child of mei with what was decided at her reviews and became of
// it, each on its own day.
func decided(lines ...casefile.Line) *casefile.Case {
	c := mei()
	stamp, newID := casefile.Stamp{Day: today}, casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} })
	return c.With(stamp.Entries(lines, newID)...)
}

// place is a decision to find a school place, made at a review.
func place(n byte, review, by string, change func(*casefile.DecisionMade)) casefile.Line {
	d := &casefile.DecisionMade{ID: casefile.ID{20, n}, Review: reviewOn(review), Need: "learning", Outcome: "a place", What: "find a school place", Who: "A. Bell", By: on(by)}
	if change != nil {
		change(d)
	}
	return then(review, d)
}

func looked(n byte, day string, state casefile.Progress, newDay string, to byte) casefile.Line {
	f := &casefile.DecisionFollowed{Decision: casefile.ID{20, n}, State: state, Evidence: "half the form", Why: "no staff"}
	if newDay != "" {
		f.NewDay = on(newDay)
	}
	if to != 0 {
		f.CarriedTo = casefile.ID{20, to}
	}
	return then(day, f)
}

func received(day string) casefile.Line {
	return then(day, &casefile.DecisionsSent{Review: reviewOn("2026-05-27"), Issued: on("2026-05-28"), Received: on(day), To: "S. Pell"})
}

func refused(n byte, day string) casefile.Line {
	return then(day, &casefile.ManagerAnswered{Decision: casefile.ID{20, n}, Words: "no money"})
}

func alerted(n byte, day string) casefile.Line {
	return then(day, &casefile.ManagerAlerted{ID: casefile.ID{40, n}, Decision: casefile.ID{20, n}, To: "S. Pell", Sent: on(day)})
}

func taken(n byte, day, settled string) []casefile.Line {
	out := []casefile.Line{then(day, &casefile.DisputeRaised{ID: casefile.ID{30, n}, Opened: on(day), Decision: casefile.ID{20, n}, With: "S. Pell", Wrong: "no school"})}
	if settled != "" {
		out = append(out, then(settled, &casefile.DisputeSettled{Dispute: casefile.ID{30, n}, Agreed: "they do it", Who: "S. Pell", By: on(settled)}))
	}
	return out
}

// carriedOn is a decision of February carried on to May, and to October when
// there are three.
func carriedOn(times int, by string) []casefile.Line {
	lines := []casefile.Line{place(1, "2026-02-27", "2026-04-01", nil), looked(1, "2026-05-27", casefile.DecisionNotDone, "", 2)}
	second := func(d *casefile.DecisionMade) { d.CarriedFrom, d.Different = casefile.ID{20, 1}, "weekly calls" }
	if times == 2 {
		return append(lines, place(2, "2026-05-27", by, second))
	}
	return append(lines, place(2, "2026-05-27", "2026-07-01", second), then("2026-10-01", heldOn("2026-10-01")), looked(2, "2026-10-01", casefile.DecisionNotDone, "", 3),
		place(3, "2026-10-01", by, func(d *casefile.DecisionMade) { d.CarriedFrom, d.Different = casefile.ID{20, 2}, "the head asks" }))
}

// TestDecisionsThatDrift: DD-01, DD-02, DD-05, DD-07, DE-07, DE-13; one line a
// decision.
func TestDecisionsThatDrift(t *testing.T) {
	t.Parallel()
	may := func(by string, change func(*casefile.DecisionMade)) casefile.Line {
		return place(1, "2026-05-27", by, change)
	}
	all := slices.Concat[[]casefile.Line]
	one := func(lines ...casefile.Line) []casefile.Line { return lines }
	for name, tc := range map[string]struct {
		lines      []casefile.Line
		rule, want string // "" for nothing
	}{
		"in time":                {one(may("2026-11-23", nil)), "", ""},
		"late":                   {one(may("2026-11-20", nil)), "DD-02", "! Not done by its day, and the manager not alerted: decision 1 of 27 May 2026: find a school place: 1 working day, due at 10y 2m"},
		"late, alerted":          {one(may("2026-11-20", nil), alerted(1, "2026-11-23")), "DD-02", "! Not done by its day: decision 1 of 27 May 2026"},
		"part done past its day": {one(may("2026-09-01", nil), looked(1, "2026-08-03", casefile.DecisionPart, "", 0)), "DD-02", "! Only part done by its day"},
		"part done in time":      {one(may("2026-12-01", nil), looked(1, "2026-08-03", casefile.DecisionPart, "", 0)), "", ""},
		"done late":              {one(may("2026-09-01", nil), looked(1, "2026-10-05", casefile.DecisionDone, "", 0)), "", ""},
		"no longer needed":       {one(may("2026-09-01", nil), looked(1, "2026-10-05", casefile.DecisionDropped, "", 0)), "", ""},
		"a new day":              {one(may("2026-09-01", nil), looked(1, "2026-09-02", casefile.DecisionNotDone, "2026-12-01", 0)), "", ""},
		"a new day, and another": {one(may("2026-09-01", nil), looked(1, "2026-09-02", casefile.DecisionNotDone, "2026-10-01", 0), looked(1, "2026-10-02", casefile.DecisionNotDone, "2026-12-01", 0)), "DD-01", "A new day set 2 times: decision 1 of 27 May 2026: find a school place: 127 working days, first asked at 9y 8m"},
		"a third new day":        {one(may("2026-09-01", nil), looked(1, "2026-09-02", casefile.DecisionNotDone, "2026-10-01", 0), looked(1, "2026-10-02", casefile.DecisionNotDone, "2026-11-02", 0), looked(1, "2026-11-03", casefile.DecisionNotDone, "2026-12-01", 0)), "DD-01", "! A new day set 3 times"},
		"carried on once":        {carriedOn(2, "2026-12-01"), "DD-07", "Asked for at 2 reviews: decision 1 of 27 May 2026: find a school place: 186 working days, first asked at 9y 5m"},
		"carried on once, late":  {carriedOn(2, "2026-11-02"), "DD-07", "! Asked for at 2 reviews and past its day again: decision 1"},
		"the third time":         {carriedOn(3, "2026-12-01"), "DD-07", "! Asked for at 3 reviews: decision 1 of 1 Oct 2026"},
		"a referral unanswered": {one(may("2026-12-01", func(d *casefile.DecisionMade) {
			d.Service, d.Referred, d.ReplyBy = "the clinic", on("2026-06-01"), on("2026-11-20")
		})), "DD-05", "! No answer from the clinic: decision 1 of 27 May 2026: find a school place: 1 working day, due at 10y 2m"},
		"a referral answered": {one(may("2026-12-01", func(d *casefile.DecisionMade) {
			d.Service, d.ReplyBy, d.Replied = "the clinic", on("2026-11-20"), on("2026-11-18")
		})), "", ""},
		"a referral that has time":    {one(may("2026-12-01", func(d *casefile.DecisionMade) { d.Service, d.ReplyBy = "the clinic", on("2026-11-23") })), "", ""},
		"refused, its day past":       {one(may("2026-09-01", nil), received("2026-06-01"), refused(1, "2026-06-03")), "DE-07", "! Refused by the manager and not taken up: decision 1 of 27 May 2026"},
		"refused this week":           {one(may("2026-12-01", nil), received("2026-11-19"), refused(1, "2026-11-20")), "DE-07", "Refused by the manager"},
		"refused and taken up":        {all(one(may("2026-09-01", nil), received("2026-06-01"), refused(1, "2026-06-03")), taken(1, "2026-06-10", "")), "", ""},
		"refused, settled, then late": {all(one(may("2026-09-01", nil), received("2026-06-01"), refused(1, "2026-06-03")), taken(1, "2026-06-10", "2026-06-20")), "DD-02", "! Not done by its day"},
		"refused after the window":    {one(may("2026-12-01", nil), received("2026-06-01"), refused(1, "2026-06-09")), "DE-13", "Refused after the window, so it stands, and calls for a talk"},
		"late and never answered":     {one(may("2026-09-01", nil), received("2026-06-01")), "DD-02", "! Not done by its day"},
	} {
		var got []string
		for _, d := range caseload.DriftOf(decided(tc.lines...), practice.Replay(nil), today) {
			if d.Kind != caseload.DriftDecision {
				if strings.HasPrefix(d.Rule, "DE-") || strings.HasPrefix(d.Rule, "DD-") {
					t.Errorf("%s: told again as %s %s: %s", name, d.Kind, d.Rule, d.Words)
				}
				continue
			}
			if d.Rule != tc.rule || d.Decision.Zero() {
				t.Errorf("%s: by rule %s, of decision %s", name, d.Rule, d.Decision)
			}
			words := d.Words + ": " + d.HowLong()
			if d.Alert {
				words = "! " + words
			}
			got = append(got, words)
		}
		if tc.want == "" && len(got) > 0 || tc.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], tc.want)) {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}

func TestTheQuietTalkThatDragsOnDrifts(t *testing.T) {
	t.Parallel()
	lines := append([]casefile.Line{place(1, "2026-05-27", "2026-12-01", nil), received("2026-06-01"), refused(1, "2026-06-03")}, taken(1, "2026-06-10", "")...)
	if got := found(decided(lines...), caseload.DriftOverdue, "DR-01"); len(got) != 1 || !strings.HasPrefix(got[0], "! Settle it or take it further: no school") {
		t.Errorf("%q", got)
	}
}

// TestDecisionsAreDue: what the list of due things says of decisions, and that
// it says each thing once.
func TestDecisionsAreDue(t *testing.T) {
	t.Parallel()
	lines := slices.Concat([]casefile.Line{
		then("2026-11-17", heldOn("2026-11-17")),
		place(1, "2026-05-27", "2026-09-01", nil), // late
		place(2, "2026-05-27", "2026-09-08", nil), // refused
		place(3, "2026-05-27", "2026-12-01", func(d *casefile.DecisionMade) {
			d.Service, d.Referred, d.ReplyBy = "the clinic", on("2026-06-01"), on("2026-12-01")
		}),
		received("2026-06-01"), refused(2, "2026-06-03"),
	}, taken(2, "2026-11-20", ""))
	lines = append(lines, place(4, "2026-11-17", "2027-01-04", nil), then("2026-11-19", &casefile.DecisionsSent{Review: reviewOn("2026-11-17"), Issued: on("2026-11-18"), Received: on("2026-11-19"), To: "S. Pell"}))
	c := decided(lines...)
	got := map[string]string{}
	for _, d := range caseload.DueOf(c, practice.Replay(nil), today) {
		key := d.Rule + " " + d.Due.String()
		if was, twice := got[key]; twice {
			t.Errorf("%s is told twice: %s and %s", key, was, d.What)
		}
		if strings.HasPrefix(d.Rule, "D") || strings.HasPrefix(d.Rule, "RC") {
			got[key] = string(d.Who) + " " + string(d.Status)
		}
	}
	want := map[string]string{
		"DE-08 2026-09-01": "la overdue", "DE-08 2026-09-08": "la awaiting", "DE-08 2026-12-01": "la due_soon", "DE-08 2027-01-04": "la not_due",
		"DE-09 2026-09-02": "iro overdue", "DD-05 2026-12-01": "la awaiting", "DE-04 2026-11-26": "manager awaiting", "DR-01 2026-11-27": "iro due_soon",
		"RC-02 2026-12-08": "iro due_soon", "RC-03 2026-12-15": "la due_soon",
	}
	for key, words := range want {
		if got[key] != words {
			t.Errorf("%s: %q, want %q", key, got[key], words)
		}
	}
	for _, key := range []string{"RC-01 2026-11-24", "RC-06 2026-12-01", "DE-07 2026-06-09"} {
		if words, there := got[key]; there {
			t.Errorf("%s is met or may not apply: %q", key, words)
		}
	}
	row := caseload.RowOf(c, practice.Replay(nil), today)
	if row.OpenDecisions != 4 || row.OpenDisputes != 1 || row.LateDecisions(today) != 1 || row.AnswerBy != on("2026-11-26") ||
		!slices.Equal(row.Owed, []workday.Date{on("2026-09-01"), on("2026-12-01"), on("2027-01-04")}) {
		t.Errorf("%+v", row)
	}
}

func TestLateDecisionsAreCountedOnTheDayTheyAreShown(t *testing.T) {
	t.Parallel()
	r := caseload.Row{Owed: []workday.Date{today - 1, today, today + 1}}
	for on, want := range map[workday.Date]int{today - 1: 0, today: 1, today + 1: 2, today + 40: 3} {
		if got := r.LateDecisions(on); got != want {
			t.Errorf("%s: %d, want %d", on, got, want)
		}
	}
}

// TestLensesOfDecisions: silence of the manager is waited for and never chased,
// what the manager refused is chased by nobody, and the alert is the IRO's.
func TestLensesOfDecisions(t *testing.T) {
	t.Parallel()
	quiet := []casefile.Line{ // opened late and written up, so that nothing else is asked for in September
		then("2026-05-27", &casefile.Opened{Ref: "C-0001"}),
		then("2026-05-27", &casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-02-02"), ReviewsBefore: 1}),
		then("2026-05-27", &casefile.DecisionsSent{Review: reviewOn("2026-05-27"), Issued: on("2026-05-28")}),
		then("2026-06-10", &casefile.ItemAnswered{Review: reviewOn("2026-05-27"), Item: "B-1101", Answer: casefile.Done}),
		then("2026-06-10", &casefile.ItemAnswered{Review: reviewOn("2026-05-27"), Item: "B-1203", Answer: casefile.Done}),
		then("2026-09-01", &casefile.ItemAnswered{Review: reviewOn("2026-05-27"), Item: "B-1301", Answer: casefile.Done}),
	}
	p := practice.Replay(nil)
	row := func(lines ...casefile.Line) caseload.Row {
		return caseload.RowOf(decided(append(slices.Clone(quiet), lines...)...), p, on("2026-09-07"))
	}
	silent := row(place(1, "2026-05-27", "2027-05-03", nil), received("2026-09-03"))
	for day, want := range map[string][2]bool{"2026-09-10": {true, false}, "2026-09-11": {false, false}} { // five working days from Thursday 3 September
		if w, c := caseload.Waiting.Shows(silent, on(day)), caseload.Chasing.Shows(silent, on(day)); w != want[0] || c != want[1] {
			t.Errorf("silence on %s: waiting %v, chasing %v", day, w, c)
		}
	}
	late := row(place(1, "2026-05-27", "2026-09-04", nil))
	if !caseload.Chasing.Shows(late, on("2026-09-07")) || !caseload.Mine.Shows(late, on("2026-09-07")) {
		t.Errorf("a late decision is chased, and its alert is mine: %+v", late)
	}
	told := row(place(1, "2026-05-27", "2026-09-04", nil), alerted(1, "2026-09-07"))
	if !caseload.Chasing.Shows(told, on("2026-09-07")) || caseload.Mine.Shows(told, on("2026-09-07")) {
		t.Errorf("once alerted it waits on them: %+v", told)
	}
	contested := row(append([]casefile.Line{place(1, "2026-05-27", "2026-09-04", nil), received("2026-06-01"), refused(1, "2026-06-02")}, taken(1, "2026-06-08", "")...)...)
	if caseload.Chasing.Shows(contested, on("2026-09-07")) || contested.LateDecisions(on("2026-09-07")) != 0 || contested.OpenDecisions != 1 {
		t.Errorf("what was refused is owed by nobody yet: %+v", contested)
	}
}
