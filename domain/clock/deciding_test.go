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

// at is something that happened on its own day.
func at(day string, ev casefile.Event) casefile.Line { return casefile.Line{On: on(day), Event: ev} }

// decidedOn is a child in care whose third review was held on a Tuesday in May,
// before a bank holiday, with what came after.
func decidedOn(lines ...casefile.Line) *casefile.Case {
	all := []casefile.Line{
		at("2025-01-06", &casefile.Opened{Ref: "C-0001"}),
		at("2025-01-06", &casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2015-03-09"}}),
		at("2025-01-06", care("2025-01-06", 0)),
		at("2025-01-31", held("2025-01-31")),
		at("2026-05-19", held("2026-05-19")),
	}
	var n byte
	return casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries(append(all, lines...), func() casefile.ID { n++; return casefile.ID{15: n} }))
}

func reviewID(day string) casefile.ID { return held(day).ID }

// decide is a decision of the May review, wanted by a day.
func decide(n byte, by string) *casefile.DecisionMade {
	return &casefile.DecisionMade{ID: casefile.ID{20, n}, Review: reviewID("2026-05-19"), Need: "school", Outcome: "a place", What: "Find a school place", Who: "A. Bell", By: on(by)}
}

func received(day string) casefile.Line {
	return at(day, &casefile.DecisionsSent{Review: reviewID("2026-05-19"), Issued: on("2026-05-20"), Sent: on("2026-05-20"), Received: on(day), To: "S. Pell"})
}

func answer(n byte, day string, agrees bool) casefile.Line {
	return at(day, &casefile.ManagerAnswered{Decision: casefile.ID{20, n}, Agrees: agrees, Words: "no money"})
}

// limits gives the deadlines of a rule as they stand on a day.
func limits(c *casefile.Case, rule, day string) []clock.Deadline {
	return slices.DeleteFunc(slices.Clone(clock.Of(c, on(day), cal, practice.Readings{}).Deadlines), func(d clock.Deadline) bool { return d.Rule != rule })
}

// TestTheManagersAnswer counts the five working days by hand: received on
// Thursday 21 May, with the bank holiday of Monday 25 May between, they end on
// Friday 29 May and silence agrees from Saturday 30 May.
func TestTheManagersAnswer(t *testing.T) {
	t.Parallel()
	two := []casefile.Line{at("2026-05-19", decide(1, "2026-09-01")), at("2026-05-19", decide(2, "2026-09-01")), received("2026-05-21")}
	for name, tc := range map[string]struct {
		more   []casefile.Line
		day    string
		status clock.Status
		met    string
	}{
		"the day they came":         {nil, "2026-05-21", clock.Awaiting, ""},
		"the fifth working day":     {nil, "2026-05-29", clock.Awaiting, ""},
		"the day after":             {nil, "2026-05-30", clock.DoneStatus, "2026-05-30"},
		"long after":                {nil, "2026-11-02", clock.DoneStatus, "2026-05-30"},
		"one answered":              {[]casefile.Line{answer(1, "2026-05-26", true)}, "2026-05-29", clock.Awaiting, ""},
		"one answered, one silent":  {[]casefile.Line{answer(1, "2026-05-26", true)}, "2026-05-30", clock.DoneStatus, "2026-05-30"},
		"both answered":             {[]casefile.Line{answer(1, "2026-05-26", true), answer(2, "2026-05-27", false)}, "2026-05-28", clock.DoneStatus, "2026-05-27"},
		"both answered on the last": {[]casefile.Line{answer(1, "2026-05-29", true), answer(2, "2026-05-29", true)}, "2026-05-29", clock.DoneStatus, "2026-05-29"},
		"the item of the list": {[]casefile.Line{at("2026-05-28", &casefile.ItemAnswered{Review: reviewID("2026-05-19"), Item: "B-1001", Answer: casefile.Done})},
			"2026-05-28", clock.DoneStatus, "2026-05-28"},
	} {
		got := limits(decidedOn(slices.Concat(two, tc.more)...), "DE-04", tc.day)
		if len(got) != 1 || got[0].Due != on("2026-05-29") || got[0].Who != clock.Manager {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		status, _ := got[0].Standing(cal, on(tc.day))
		if met := got[0].Met.String(); status != tc.status || met != tc.met || got[0].Lateness() != 0 {
			t.Errorf("%s: %s, met %q, late %d; want %s, %q", name, status, met, got[0].Lateness(), tc.status, tc.met)
		}
		if len(got[0].Holidays) != 1 || got[0].Holidays[0].Date != on("2026-05-25") {
			t.Errorf("%s: passed %v", name, got[0].Holidays)
		}
	}
	if got := limits(decidedOn(two[:2]...), "DE-04", "2026-06-30"); len(got) != 0 {
		t.Errorf("nothing runs before the manager has them: %+v", got)
	}
}

func TestAnAnswerAfterTheWindowAgreesAllTheSame(t *testing.T) {
	t.Parallel()
	c := decidedOn(at("2026-05-19", decide(1, "2026-09-01")), received("2026-05-21"), answer(1, "2026-06-01", false))
	d, _ := c.DecisionByID(casefile.ID{20, 1})
	if clock.Contested(c, d, cal) || len(limits(c, "DE-07", "2026-06-02")) != 0 || len(clock.Owed(c, cal)) != 1 {
		t.Error("a refusal on the Monday after the window changes nothing (A-05)")
	}
}

// TestEachDecisionHasItsDay: DE-08, DD-01, DD-02, DE-12.
func TestEachDecisionHasItsDay(t *testing.T) {
	t.Parallel()
	look := func(day string, state casefile.Progress, to string) casefile.Line {
		f := &casefile.DecisionFollowed{Decision: casefile.ID{20, 1}, State: state, Evidence: "seen", Why: "no staff"}
		if to != "" {
			f.NewDay = on(to)
		}
		return at(day, f)
	}
	refusal := []casefile.Line{received("2026-05-21"), answer(1, "2026-05-29", false)}
	dispute := at("2026-06-02", &casefile.DisputeRaised{ID: casefile.ID{30}, Opened: on("2026-06-02"), Decision: casefile.ID{20, 1}, With: "S. Pell", Wrong: "no school"})
	for name, tc := range map[string]struct {
		more   []casefile.Line
		day    string
		due    string // "" for nothing
		status clock.Status
		says   string
	}{
		"its day":              {nil, "2026-09-01", "2026-09-01", clock.DueSoon, "Decided: Tue 19 May 2026"},
		"the day after":        {nil, "2026-09-02", "2026-09-01", clock.Overdue, ""},
		"part done past it":    {[]casefile.Line{look("2026-08-03", casefile.DecisionPart, "")}, "2026-09-02", "2026-09-01", clock.Overdue, "Part of it is done"},
		"done":                 {[]casefile.Line{look("2026-08-03", casefile.DecisionDone, "")}, "2026-09-02", "", "", ""},
		"no longer needed":     {[]casefile.Line{look("2026-08-03", casefile.DecisionDropped, "")}, "2026-09-02", "", "", ""},
		"a new day":            {[]casefile.Line{look("2026-09-02", casefile.DecisionNotDone, "2026-10-01")}, "2026-09-02", "2026-10-01", clock.NotDue, "a new day was set once"},
		"agreed by silence":    {[]casefile.Line{received("2026-05-21")}, "2026-09-02", "2026-09-01", clock.Overdue, ""},
		"refused":              {refusal, "2026-09-02", "2026-09-01", clock.Awaiting, "The manager refused it"},
		"refused, talked of":   {append(slices.Clone(refusal), dispute), "2026-09-02", "2026-09-01", clock.Awaiting, ""},
		"refused, settled":     {append(slices.Clone(refusal), dispute, at("2026-06-08", &casefile.DisputeSettled{Dispute: casefile.ID{30}, Agreed: "they do it", Who: "S. Pell", By: on("2026-09-01")})), "2026-09-02", "2026-09-01", clock.Overdue, ""},
		"refused, then agreed": {append(slices.Clone(refusal), answer(1, "2026-06-03", true)), "2026-09-02", "2026-09-01", clock.Overdue, ""},
	} {
		got := limits(decidedOn(append([]casefile.Line{at("2026-05-19", decide(1, "2026-09-01"))}, tc.more...)...), "DE-08", tc.day)
		if (tc.due == "") != (len(got) == 0) || len(got) > 1 {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		if tc.due == "" {
			continue
		}
		status, _ := got[0].Standing(cal, on(tc.day))
		if got[0].Due != on(tc.due) || status != tc.status || got[0].What != "Decision 1 of 19 May 2026: Find a school place" || !strings.Contains(got[0].Why.Text(), tc.says) {
			t.Errorf("%s: %s %s %s: %s", name, got[0].What, got[0].Due, status, got[0].Why.Text())
		}
	}
}

func TestALongDecisionIsCutBetweenWords(t *testing.T) {
	t.Parallel()
	long := decide(1, "2026-09-01")
	long.What = "Ask the virtual school head and the special needs officer to agree in writing which school is named"
	c := decidedOn(at("2026-05-19", long))
	if got := clock.Named(c, c.Decisions()[0]); got != "Decision 1 of 19 May 2026: Ask the virtual school head and the special needs officer to…" {
		t.Errorf("%q", got)
	}
	long.What = strings.Repeat("x", 200)
	if got := clock.Named(c, casefile.Decided{DecisionMade: *long}); !strings.HasSuffix(got, strings.Repeat("x", 200)) {
		t.Errorf("one long word stands: %q", got)
	}
}

// TestTheManagerIsAlertedOnceTheDayPassed: DE-09, from the day after.
func TestTheManagerIsAlertedOnceTheDayPassed(t *testing.T) {
	t.Parallel()
	alert := func(day string) casefile.Line {
		return at(day, &casefile.ManagerAlerted{ID: casefile.ID{40, byte(on(day))}, Decision: casefile.ID{20, 1}, To: "S. Pell", Sent: on(day)})
	}
	moved := at("2026-09-04", &casefile.DecisionFollowed{Decision: casefile.ID{20, 1}, State: casefile.DecisionNotDone, Why: "no staff", NewDay: on("2026-10-01")})
	for name, tc := range map[string]struct {
		more []casefile.Line
		day  string
		due  string
		met  string
	}{
		"on its day":             {nil, "2026-09-01", "", ""},
		"the day after":          {nil, "2026-09-02", "2026-09-02", ""},
		"alerted":                {[]casefile.Line{alert("2026-09-03")}, "2026-09-04", "2026-09-02", "2026-09-03"},
		"alerted before its day": {[]casefile.Line{alert("2026-08-28")}, "2026-09-04", "2026-09-02", ""},
		"a new day":              {[]casefile.Line{alert("2026-09-03"), moved}, "2026-09-07", "", ""},
		"a new day passed":       {[]casefile.Line{alert("2026-09-03"), moved}, "2026-10-02", "2026-10-02", ""},
		"by the list":            {[]casefile.Line{at("2026-09-02", &casefile.ItemAnswered{Review: reviewID("2026-05-19"), Item: "B-1303", Answer: casefile.Done})}, "2026-09-04", "2026-09-02", "2026-09-02"},
		"refused, not owed":      {[]casefile.Line{received("2026-05-21"), answer(1, "2026-05-22", false)}, "2026-09-02", "", ""},
	} {
		got := limits(decidedOn(append([]casefile.Line{at("2026-05-19", decide(1, "2026-09-01"))}, tc.more...)...), "DE-09", tc.day)
		if tc.due == "" {
			if len(got) != 0 {
				t.Errorf("%s: %+v", name, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Due != on(tc.due) || got[0].Met.String() != tc.met || got[0].Done != (tc.met != "") || got[0].Who != clock.IRO || got[0].Item != "B-1303" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestARefusalIsTalkedOver: DE-07 counts six working days from receipt (29 May
// is the fifth, Monday 1 June the sixth), DR-01 five from the day it was raised.
func TestARefusalIsTalkedOver(t *testing.T) {
	t.Parallel()
	refusal := []casefile.Line{at("2026-05-19", decide(1, "2026-09-01")), received("2026-05-21"), answer(1, "2026-05-22", false)}
	raised := append(slices.Clone(refusal), at("2026-06-02", &casefile.DisputeRaised{ID: casefile.ID{30}, Opened: on("2026-06-02"), Decision: casefile.ID{20, 1}, With: "S. Pell", Wrong: "no school"}))
	settled := append(slices.Clone(raised), at("2026-06-11", &casefile.DisputeSettled{Dispute: casefile.ID{30}, Agreed: "they do it", Who: "S. Pell", By: on("2026-09-01")}))
	for name, tc := range map[string]struct {
		lines          []casefile.Line
		rule, due, met string
		late           int
	}{
		"refused":              {refusal, "DE-07", "2026-06-01", "", 0},
		"taken up, a day late": {raised, "DE-07", "2026-06-01", "2026-06-02", 1},
		"talking":              {raised, "DR-01", "2026-06-09", "", 0},
		"settled":              {settled, "DR-01", "2026-06-09", "2026-06-11", 2},
	} {
		got := limits(decidedOn(tc.lines...), tc.rule, "2026-06-12")
		if len(got) != 1 || got[0].Due != on(tc.due) || got[0].Met.String() != tc.met || got[0].Lateness() != tc.late || got[0].Who != clock.IRO || got[0].Decision != (casefile.ID{20, 1}) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := limits(decidedOn(refusal...), "DE-07", "2026-06-12"); got[0].Item != "B-1002" {
		t.Errorf("answered by %q", got[0].Item)
	}
}

// TestAnotherServicesAnswer: DD-05.
func TestAnotherServicesAnswer(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		change func(*casefile.DecisionMade)
		day    string
		status clock.Status // "" for nothing
	}{
		"no day asked for": {func(*casefile.DecisionMade) {}, "2026-07-01", ""},
		"not sent yet":     {func(d *casefile.DecisionMade) { d.ReplyBy = on("2026-06-30") }, "2026-06-29", clock.DueSoon},
		"sent, on its day": {func(d *casefile.DecisionMade) { d.Referred, d.ReplyBy = on("2026-05-20"), on("2026-06-30") }, "2026-06-30", clock.Awaiting},
		"sent, no answer":  {func(d *casefile.DecisionMade) { d.Referred, d.ReplyBy = on("2026-05-20"), on("2026-06-30") }, "2026-07-01", clock.Overdue},
		"answered": {func(d *casefile.DecisionMade) {
			d.Referred, d.ReplyBy, d.Replied = on("2026-05-20"), on("2026-06-30"), on("2026-06-12")
		}, "2026-07-01", clock.DoneStatus},
	} {
		d := decide(1, "2026-09-01")
		d.Service = "the clinic"
		tc.change(d)
		got := limits(decidedOn(at("2026-05-19", d)), "DD-05", tc.day)
		if tc.status == "" {
			if len(got) != 0 {
				t.Errorf("%s: %+v", name, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Due != on("2026-06-30") || got[0].Who != clock.LA {
			t.Errorf("%s: %+v", name, got)
			continue
		}
		if status, _ := got[0].Standing(cal, on(tc.day)); status != tc.status {
			t.Errorf("%s: %s, want %s", name, status, tc.status)
		}
	}
}

// TestTheChainAfterAReview counts by hand from Tuesday 19 May, over the bank
// holiday of the 25th: decisions +5, plan +10, record +15, copies +20.
func TestTheChainAfterAReview(t *testing.T) {
	t.Parallel()
	answered := func(day, item string, evidence map[string]string) casefile.Line {
		return at(day, &casefile.ItemAnswered{Review: reviewID("2026-05-19"), Item: item, Answer: casefile.Done, Evidence: evidence})
	}
	issued := at("2026-05-28", &casefile.DecisionsSent{Review: reviewID("2026-05-19"), Issued: on("2026-05-28")})
	changed := answered("2026-05-19", "B-801", map[string]string{"plan_outcome": "changed"})
	for name, tc := range map[string]struct {
		lines     []casefile.Line
		rule, due string
		met       string
		late      int
		unsure    bool
	}{
		"decisions":                 {nil, "RC-01", "2026-05-27", "", 0, false},
		"decisions, a day late":     {[]casefile.Line{issued}, "RC-01", "2026-05-27", "2026-05-28", 1, false},
		"decisions, by the list":    {[]casefile.Line{answered("2026-05-27", "B-901", nil)}, "RC-01", "2026-05-27", "2026-05-27", 0, false},
		"the entry says which day":  {[]casefile.Line{answered("2026-05-27", "B-901", nil), issued}, "RC-01", "2026-05-27", "2026-05-28", 1, false},
		"plan, outcome not known":   {nil, "RC-06", "2026-06-03", "", 0, true},
		"plan changed":              {[]casefile.Line{changed}, "RC-06", "2026-06-03", "", 0, false},
		"plan updated":              {[]casefile.Line{changed, answered("2026-06-08", "B-1003", nil)}, "RC-06", "2026-06-03", "2026-06-08", 5, false},
		"record":                    {[]casefile.Line{answered("2026-06-10", "B-1101", nil)}, "RC-02", "2026-06-10", "2026-06-10", 0, false},
		"copies":                    {nil, "RC-03", "2026-06-17", "", 0, false},
		"copies, by the list":       {[]casefile.Line{answered("2026-06-18", "B-1203", nil)}, "RC-03", "2026-06-17", "2026-06-18", 1, false},
		"a copy sent ticks nothing": {[]casefile.Line{at("2026-06-01", &casefile.CopySent{Review: reviewID("2026-05-19"), To: "the carer", Copy: casefile.FullRecord})}, "RC-03", "2026-06-17", "", 0, false},
	} {
		got := limits(decidedOn(tc.lines...), tc.rule, "2026-06-19")
		if len(got) != 1 || got[0].Due != on(tc.due) || got[0].Met.String() != tc.met || got[0].Lateness() != tc.late || got[0].Unsure != tc.unsure {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestAReviewAnImportBroughtWasWrittenUpElsewhere: what was over when the
// return brought the review is not asked for; what was not, is.
func TestAReviewAnImportBroughtWasWrittenUpElsewhere(t *testing.T) {
	t.Parallel()
	c := decidedOn()
	brought := casefile.Stamp{Day: on("2026-06-15"), Source: casefile.ByImport}.Entries([]casefile.Line{at("2026-05-26", held("2026-05-26"))},
		casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} }))
	c = c.With(brought...)
	for rule, want := range map[string]int{"RC-01": 0, "RC-02": 1, "RC-03": 1} { // 3, 17 and 24 June
		if got := limits(c, rule, "2026-07-01"); len(got) != want {
			t.Errorf("%s: %+v", rule, got)
		}
	}
}

func TestNothingIsOwedToSomebodyNotLookedAfter(t *testing.T) {
	t.Parallel()
	ended := care("2025-01-06", 0)
	ended.End = on("2026-07-01")
	c := decidedOn(at("2026-05-19", decide(1, "2026-06-01")), received("2026-05-21"), at("2026-07-01", ended))
	for _, rule := range []string{"DE-04", "DE-08", "DE-09"} {
		if got := limits(c, rule, "2026-08-03"); len(got) != 0 {
			t.Errorf("%s: %+v", rule, got)
		}
	}
	var none workday.Date
	if d := (clock.Deadline{Pair: clock.Pair{Due: on("2026-06-01")}, Met: none}); d.Lateness() != 0 {
		t.Error("what is open is not late by any number of days that stands")
	}
}
