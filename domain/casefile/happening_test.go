package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/handbook"
)

func TestEverySignificantEventNamesItsRule(t *testing.T) {
	t.Parallel()
	seen := map[casefile.EventKind]bool{}
	for _, s := range casefile.SignificantEvents() {
		if _, ok := handbook.RuleByID(s.Rule); !ok || s.Words == "" || seen[s.Kind] {
			t.Errorf("%+v", s)
		}
		seen[s.Kind] = true
	}
	if len(seen) < 17 {
		t.Errorf("the thirteen of HB 3.74 and the others: %d kinds", len(seen))
	}
}

func TestADecisionNeedsWhatIsFiledWithIt(t *testing.T) {
	t.Parallel()
	c := open(t, map[string]string{casefile.FactName: "Maja Kowalska", casefile.FactDOB: "2012-03-03"}).c
	day := on("2026-11-20")
	whole := casefile.EventReported{ID: casefile.ID{50}, What: casefile.HospitalEvent, On: day, View: "wants her own doctor",
		Decision: casefile.NoReview, Reasons: "home in a day", AgreedWith: "J. Osei"}
	for name, tc := range map[string]struct {
		change func(*casefile.EventReported)
		ok     bool
	}{
		"whole":                       {func(*casefile.EventReported) {}, true},
		"undecided":                   {func(e *casefile.EventReported) { *e = casefile.EventReported{ID: e.ID, What: e.What, On: day} }, true},
		"why the child was not asked": {func(e *casefile.EventReported) { e.View, e.NoView = "", "not yet awake" }, true},
		"a review needs no agreement": {func(e *casefile.EventReported) {
			e.Decision, e.AgreedWith, e.NeededBy = casefile.ReviewNeeded, "", day+14
		}, true},
		"a review without its day":   {func(e *casefile.EventReported) { e.Decision = casefile.ReviewNeeded }, false},
		"no kind":                    {func(e *casefile.EventReported) { e.What = "gossip" }, false},
		"no day":                     {func(e *casefile.EventReported) { e.On = 0 }, false},
		"in the future":              {func(e *casefile.EventReported) { e.On = today + 1 }, false},
		"told before it happened":    {func(e *casefile.EventReported) { e.ToldOn = day - 1 }, false},
		"before birth":               {func(e *casefile.EventReported) { e.On = on("2012-03-02") }, false},
		"no reasons":                 {func(e *casefile.EventReported) { e.Reasons = " " }, false},
		"no view and no reason":      {func(e *casefile.EventReported) { e.View = "" }, false},
		"agreed with nobody":         {func(e *casefile.EventReported) { e.AgreedWith = "" }, false},
		"a decision nobody knows":    {func(e *casefile.EventReported) { e.Decision = "perhaps" }, false},
		"decided before it happened": {func(e *casefile.EventReported) { e.DecidedOn = day - 1 }, false},
		"decided before being told":  {func(e *casefile.EventReported) { e.ToldOn, e.DecidedOn = day+2, day+1 }, false},
		"needed before it happened":  {func(e *casefile.EventReported) { e.Decision, e.NeededBy = casefile.ReviewNeeded, day-1 }, false},
	} {
		ev := whole
		tc.change(&ev)
		if _, err := c.ReportEvent(ev, today); (err == nil) != tc.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestADecisionIsDatedAndKeepsOnlyWhatBelongsToIt(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska"})
	ev := casefile.EventReported{ID: casefile.ID{50}, What: casefile.IROAsks, On: today, NoView: "asleep",
		Decision: casefile.ReviewNeeded, Reasons: "the plan drifts", NeededBy: today + 7}
	d.do(d.c.ReportEvent(ev, today))
	got, _ := d.c.EventByID(ev.ID)
	if got.DecidedOn != today || got.NeededBy != today+7 || got.Open() {
		t.Errorf("%+v", got)
	}
	if lines, err := d.c.ReportEvent(got, today); err != nil || lines != nil {
		t.Errorf("nothing changed: %v, %v", lines, err)
	}
	got.Decision = casefile.MoreInformation
	d.do(d.c.ReportEvent(got, today))
	if got, _ = d.c.EventByID(ev.ID); !got.Open() || got.NeededBy.Known() {
		t.Errorf("%+v", got)
	}
	got.Decision = ""
	d.do(d.c.ReportEvent(got, today))
	if got, _ = d.c.EventByID(ev.ID); got.DecidedOn.Known() || len(d.c.Events()) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestAMoveNobodyToldOfIsFlaggedUntilItIsSpokenOf(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska", casefile.FactDOB: "2012-03-03"})
	d.write(casefile.ByImport, []casefile.Line{
		{On: today, Event: &casefile.PlacementStated{ID: casefile.ID{20}, Code: "U6", Start: on("2026-01-05")}},
		{On: today, Event: &casefile.PlacementStated{ID: casefile.ID{21}, Code: "K2", Start: today + 14}},
	})
	if got := d.c.UntoldMoves(); len(got) != 1 || got[0].ID != (casefile.ID{21}) {
		t.Fatalf("untold %+v", got)
	}
	for name, settle := range map[string]casefile.Event{
		"an event of the move":    &casefile.EventReported{ID: casefile.ID{50}, What: casefile.PanelAgainst, On: today, Placement: casefile.ID{21}},
		"a move reported near it": &casefile.EventReported{ID: casefile.ID{50}, What: casefile.PlacementChange, On: today},
		"a change that became it": &casefile.ChangeProposed{ID: casefile.ID{51}, What: casefile.Move, ProposedOn: today, Placement: casefile.ID{21}},
		"a change planned for it": &casefile.ChangeProposed{ID: casefile.ID{51}, What: casefile.Move, ProposedOn: today, For: today + 10},
	} {
		after := d.c.With(casefile.Stamp{Day: today}.Entries([]casefile.Line{{On: today, Event: settle}}, d.newID)...)
		if got := after.UntoldMoves(); len(got) > 0 {
			t.Errorf("%s: still untold %+v", name, got)
		}
	}
	other := &casefile.ChangeProposed{ID: casefile.ID{51}, What: casefile.PlanOnly, ProposedOn: today, For: today + 10}
	if after := d.c.With(casefile.Stamp{Day: today}.Entries([]casefile.Line{{On: today, Event: other}}, d.newID)...); len(after.UntoldMoves()) != 1 {
		t.Error("a change that moves nobody says nothing of a move")
	}
}

func TestWhatIsOnFileIsNotEnteredAgain(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska"})
	day := on("2026-11-20")
	ev := casefile.EventReported{ID: casefile.ID{50}, What: "complaint", On: day, Text: "the aunt rang"}
	d.do(d.c.ReportEvent(ev, today))
	for name, tc := range map[string]struct {
		change func(*casefile.EventReported)
		want   fault.Code
	}{
		"the same again":        {func(e *casefile.EventReported) { e.Text += " " }, fault.Conflict},
		"the same, decided":     {func(e *casefile.EventReported) { e.ToldBy, e.View = "J. Osei", "cross" }, fault.Conflict},
		"another day":           {func(e *casefile.EventReported) { e.On-- }, ""},
		"another kind":          {func(e *casefile.EventReported) { e.What = "health" }, ""},
		"in other words":        {func(e *casefile.EventReported) { e.Text = "the aunt rang again" }, ""},
		"the event on file":     {func(e *casefile.EventReported) { e.ID, e.ToldBy = ev.ID, "J. Osei" }, ""},
		"the event, as it is":   {func(e *casefile.EventReported) { e.ID = ev.ID }, ""},
		"the event, other kind": {func(e *casefile.EventReported) { e.ID, e.What = ev.ID, "health" }, ""},
	} {
		again := ev
		again.ID = casefile.ID{51}
		tc.change(&again)
		if _, err := d.c.ReportEvent(again, today); fault.CodeOf(err) != tc.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	twin := ev
	twin.ID = casefile.ID{52} // an older file holds it twice: each may still be corrected
	d.write(casefile.ByIRO, []casefile.Line{{On: day, Event: &twin}})
	twin.ToldBy = "J. Osei"
	d.do(d.c.ReportEvent(twin, today))
}

func TestAnotherDecisionIsOfAnotherDay(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska"})
	ev := casefile.EventReported{ID: casefile.ID{50}, What: casefile.Offence, On: today - 20, NoView: "on advice", Decision: casefile.MoreInformation,
		DecidedOn: today - 14, Reasons: "the papers have not come"}
	d.do(d.c.ReportEvent(ev, today))
	got, _ := d.c.EventByID(ev.ID)
	got.Decision, got.NeededBy, got.Reasons = casefile.ReviewNeeded, today+10, "the plan cannot hold"
	d.do(d.c.ReportEvent(got, today))
	if got, _ = d.c.EventByID(ev.ID); got.DecidedOn != today {
		t.Errorf("decided on %s", got.DecidedOn)
	}
}
