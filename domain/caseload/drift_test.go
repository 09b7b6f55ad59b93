package caseload_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// mei is a child of ten whose care began in February 2026 and whose second
// review was held in May; the third is not due yet.
func mei(events ...casefile.Event) *casefile.Case {
	lines := []casefile.Line{{On: on("2026-02-02"), Event: &casefile.Opened{Ref: "C-0001"}}}
	add := func(ev casefile.Event) { lines = append(lines, casefile.Line{On: dayOf(ev), Event: ev}) }
	for _, ev := range append([]casefile.Event{
		facts(casefile.FactDOB, "2016-09-09"),
		&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-02-02")},
		heldOn("2026-02-27"), heldOn("2026-05-27"),
		facts(casefile.FactRoute, "special guardianship"),
		&casefile.StatusStated{ID: casefile.ID{4}, Code: "C2", Start: on("2026-02-02")},
	}, events...) {
		add(ev)
	}
	var n byte
	return casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries(lines, func() casefile.ID { n++; return casefile.ID{15: n} }))
}

// dayOf is the day an answer was given; anything else happened today.
func dayOf(ev casefile.Event) workday.Date {
	if a, ok := ev.(*casefile.ItemAnswered); ok {
		return workday.Date(a.Review[1]) + workday.Date(a.Review[2])<<8 + workday.Date(a.Review[3])<<16
	}
	return today
}

func facts(key, value string) *casefile.Stated {
	return &casefile.Stated{Facts: map[string]string{key: value}}
}

func reviewOn(day string) casefile.ID {
	d := on(day)
	return casefile.ID{3, byte(d), byte(d >> 8), byte(d >> 16)}
}

// changedAt says that a review changed the plan.
func changedAt(day string) *casefile.ItemAnswered {
	return &casefile.ItemAnswered{Review: reviewOn(day), Item: "B-801", Answer: casefile.Done, Evidence: map[string]string{"plan_outcome": "changed"}}
}

func heldOn(day string) *casefile.ReviewHeld {
	return &casefile.ReviewHeld{ID: reviewOn(day), Recorded: on(day), Completed: on(day)}
}

func missed(day, item string) *casefile.ItemAnswered {
	return &casefile.ItemAnswered{Review: reviewOn(day), Item: item, Answer: casefile.NotDone, Reason: "no answer"}
}

func emergency(start, confirmed string) *casefile.PlacementStated {
	p := &casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on(start), Emergency: true}
	if confirmed != "" {
		p.Confirmed = on(confirmed)
	}
	return p
}

func gone(day string) *casefile.PeriodStated {
	return &casefile.PeriodStated{What: casefile.Missing, From: on(day), To: on(day)}
}

func broke(n byte) *casefile.PlacementStated {
	start := on("2026-03-02") + workday.Date(n)*30
	return &casefile.PlacementStated{ID: casefile.ID{6, n}, Code: "U6", Start: start, End: start + 30, BrokeDown: true}
}

// found gives what drifts under one rule and group, alerts marked.
func found(c *casefile.Case, kind caseload.DriftKind, rule string) []string {
	var out []string
	for _, d := range caseload.DriftOf(c, practice.Replay(nil), today) {
		if d.Kind != kind || d.Rule != rule {
			continue
		}
		words := d.Words
		if d.Alert {
			words = "! " + words
		}
		if how := d.HowLong(); how != "" {
			words += ": " + how
		}
		out = append(out, words)
	}
	return out
}

func TestWhatDrifts(t *testing.T) {
	t.Parallel()
	happened := func(what casefile.EventKind, told string, decision casefile.Decision) *casefile.EventReported {
		return &casefile.EventReported{ID: casefile.ID{8}, What: what, On: on(told), ToldOn: on(told), Decision: decision}
	}
	move := func(change func(*casefile.ChangeProposed)) *casefile.ChangeProposed {
		p := &casefile.ChangeProposed{ID: casefile.ID{9}, What: casefile.Move, ProposedOn: on("2026-11-02")}
		change(p)
		return p
	}
	lives := &casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on("2026-02-02")}
	adopters := &casefile.PlacementStated{ID: casefile.ID{5}, Code: "A5", Start: on("2026-06-01")}
	tried := &casefile.Logged{What: casefile.Contact, Text: "rang", With: "the aunt", AskedOn: on("2026-11-18"), Waiting: true}
	for name, tc := range map[string]struct {
		kind caseload.DriftKind
		rule string
		c    *casefile.Case
		want string // "" for nothing
	}{
		"review in time": {caseload.DriftReview, "RT-03", mei(), ""},
		"review overdue": {caseload.DriftReview, "RT-02", second(), "! Second review: 4 working days, due at 10y 2m"},

		"an emergency past its day is told once": {caseload.DriftOverdue, "EP-01", mei(emergency("2026-10-01", "")), ""},
		"a review begun and not finished":        {caseload.DriftReview, "RT-11", mei(&casefile.ReviewHeld{ID: reviewOn("2026-09-28"), Recorded: on("2026-09-28"), Adjourned: true}), "! Review completed: 20 working days"},

		"visits never entered": {caseload.DriftOverdue, "VS-01", mei(lives), ""},
		"a visit overdue":      {caseload.DriftOverdue, "VS-02", mei(lives, &casefile.VisitMade{ID: casefile.ID{11}, On: on("2026-08-03")}), "! Social worker's visit"},

		"a review clock beside the one that governs": {caseload.DriftOverdue, "CP-04", second(&casefile.PeriodStated{What: casefile.ChildProtection, From: on("2026-08-20")}), ""},
		"an emergency placement that ended":          {caseload.DriftEmergency, "EP-01", mei(&casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on("2026-03-02"), End: on("2026-04-01"), Emergency: true}), ""},
		"a return dates the next review":             {caseload.DriftRepeated, "DD-07", mei(missed("2026-02-27", "B-402"), missed("2026-05-27", "B-402"), heldOn("2026-12-10")), "Receive the"},
		"no plan and the second overdue":             {caseload.DriftPermanence, "PM-01", second(), "No permanence plan entered: 4 working days"},
		"no plan and the second to come":             {caseload.DriftPermanence, "PM-01", mei(&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-07-23")}, heldOn("2026-09-17"), facts(casefile.FactRoute, "")), ""},
		"no plan, an extra review between": {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactRoute, ""),
			&casefile.ReviewHeld{ID: casefile.ID{3, 7}, Recorded: on("2026-03-27"), Completed: on("2026-03-27"), NotCounted: true}), "No permanence plan entered: 127 working days"},
		"a stale plan, with adopters": {caseload.DriftPermanence, "PM-01", mei(adopters, facts(casefile.FactPermanence, "2026-05-22")), ""},

		"not done once":                 {caseload.DriftRepeated, "DD-07", mei(missed("2026-05-27", "B-402")), ""},
		"not done twice in a row":       {caseload.DriftRepeated, "DD-07", mei(missed("2026-02-27", "B-402"), missed("2026-05-27", "B-402")), "Receive the"},
		"not done twice, not in a row":  {caseload.DriftRepeated, "DD-07", mei(missed("2026-02-27", "B-402"), missed("2026-05-27", "B-402"), heldOn("2026-10-01")), ""},
		"open now after twice not done": {caseload.DriftRepeated, "DD-07", mei(missed("2026-02-27", "B-402"), missed("2026-05-27", "B-402"), &casefile.ReviewPlanned{ID: casefile.ID{3, 9}}), "first asked at 9y 5m"},
		"the third time":                {caseload.DriftRepeated, "DD-07", mei(missed("2026-02-27", "B-402"), missed("2026-05-27", "B-402"), heldOn("2026-10-01"), missed("2026-10-01", "B-402")), "! "},

		"an event of Friday":            {caseload.DriftWaiting, "MO-02", mei(happened(casefile.MissingEvent, "2026-11-20", "")), ""},
		"an event past two days":        {caseload.DriftWaiting, "MO-02", mei(happened(casefile.MissingEvent, "2026-11-18", "")), "! Ran away or went missing: not decided yet: 3 working days, began at 10y 2m"},
		"an event decided":              {caseload.DriftWaiting, "MO-02", mei(happened(casefile.MissingEvent, "2026-11-18", casefile.NoReview)), ""},
		"an event asked about again":    {caseload.DriftWaiting, "MO-02", mei(happened(casefile.MissingEvent, "2026-11-18", casefile.MoreInformation)), "! Ran away or went missing: more information asked for"},
		"a change proposed":             {caseload.DriftWaiting, "CV-13", mei(move(func(*casefile.ChangeProposed) {})), "Proposed, not reviewed: move to another placement: 15 working days"},
		"a change whose day has come":   {caseload.DriftWaiting, "CV-13", mei(move(func(p *casefile.ChangeProposed) { p.For = today })), "! Proposed"},
		"a change reviewed":             {caseload.DriftWaiting, "CV-13", mei(move(func(p *casefile.ChangeProposed) { p.Review = reviewOn("2026-05-27") })), ""},
		"a change no longer proposed":   {caseload.DriftWaiting, "CV-13", mei(move(func(p *casefile.ChangeProposed) { p.Dropped = today })), ""},
		"an emergency move":             {caseload.DriftWaiting, "CV-14", mei(move(func(p *casefile.ChangeProposed) { p.Emergency, p.MadeOn = true, on("2026-11-16") })), "Made in an emergency"},
		"an emergency move long ago":    {caseload.DriftWaiting, "CV-14", mei(move(func(p *casefile.ChangeProposed) { p.Emergency, p.MadeOn = true, on("2026-11-03") })), "! Made in an emergency"},
		"a freeze asked for":            {caseload.DriftWaiting, "MO-28", mei(move(func(p *casefile.ChangeProposed) { p.FreezeAsked = on("2026-11-19") })), "! You asked to freeze a move, no answer: move to another placement: 2 working days"},
		"no IRO named":                  {caseload.DriftWaiting, "AP-04", mei(&casefile.AppointmentStated{ID: casefile.ID{12}, Name: "R. Quaye", From: on("2026-01-05"), To: on("2026-11-02")}), "! No IRO is named: 15 working days"},
		"the writing up of a review":    {caseload.DriftOverdue, "RC-01", mei(heldOn("2026-09-01")), "! Decisions written up: 54 working days, due at 9y 11m"},
		"the record of a review":        {caseload.DriftOverdue, "RC-02", mei(heldOn("2026-09-01")), "! Full record written"},
		"a plan that may have changed":  {caseload.DriftOverdue, "RC-06", mei(heldOn("2026-09-01")), ""},
		"a plan that was changed":       {caseload.DriftOverdue, "RC-06", mei(heldOn("2026-09-01"), changedAt("2026-09-01")), "! Care plan updated"},
		"somebody who tried to call":    {caseload.DriftWaiting, "QA-13", mei(tried), "Somebody tried to reach you, not answered: 3 working days"},
		"quiet, watched closely":        {caseload.DriftWaiting, "QA-02", quiet("close"), "You watch this case closely"},
		"quiet, watched as usual":       {caseload.DriftWaiting, "QA-02", quiet("standard"), ""},
		"watched closely, seen lately":  {caseload.DriftWaiting, "QA-02", mei(facts(casefile.FactMonitoring, "close")), ""},
		"a plan with a route":           {caseload.DriftPermanence, "PM-01", mei(), ""},
		"no plan since the second":      {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactRoute, "")), "No permanence plan entered: 127 working days, began at 9y 8m"},
		"a plan made lately":            {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactPermanence, "2026-05-27")), ""},
		"a stale plan":                  {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactPermanence, "2026-05-22")), "The permanence plan is older than 6 months"},
		"a stale plan, a new document":  {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactPermanence, "2026-05-22"), &casefile.DocumentStated{ID: casefile.ID{10}, What: casefile.PermanencePlan, Dated: on("2026-10-01")}), ""},
		"permanence by a day gone by":   {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactPermanenceBy, "2026-11-20")), "! Permanence was to be reached"},
		"permanence reached":            {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactRoute, "long-term fostering"), facts(casefile.FactLongTerm, "2026-06-01"), facts(casefile.FactPermanence, "2026-03-02")), ""},
		"short breaks ask for no plan":  {caseload.DriftPermanence, "PM-01", mei(facts(casefile.FactRoute, ""), &casefile.StatusStated{ID: casefile.ID{4}, Code: "V3", Start: on("2026-02-02")}), ""},
		"life story work":               {caseload.DriftPermanence, "PM-05", mei(facts(casefile.FactLifeStory, "2026-11-20")), "! Life story work was due: 1 working day"},
		"a later life letter":           {caseload.DriftPermanence, "PM-05", mei(facts(casefile.FactLaterLetter, "2026-11-20")), "! The later life letter was due"},
		"a support plan":                {caseload.DriftPermanence, "PM-05", mei(facts(casefile.FactSupportPlan, "2026-11-20")), "! The support plan was due"},
		"life story work to come":       {caseload.DriftPermanence, "PM-05", mei(facts(casefile.FactLifeStory, "2026-11-23")), ""},
		"an emergency placement":        {caseload.DriftEmergency, "EP-01", mei(emergency("2026-10-26", "")), "Emergency placement not confirmed at a review: 20 working days"},
		"an emergency past its 28 days": {caseload.DriftEmergency, "EP-01", mei(emergency("2026-10-25", "")), "! Emergency placement"},
		"an emergency confirmed":        {caseload.DriftEmergency, "EP-01", mei(emergency("2026-10-25", "2026-11-02")), ""},
		"missing twice":                 {caseload.DriftPattern, "MO-30", mei(gone("2026-10-01"), gone("2026-11-01")), ""},
		"missing three times":           {caseload.DriftPattern, "MO-30", mei(gone("2026-10-01"), gone("2026-11-01"), gone("2026-11-10")), "! Missing 3 times or more within 90 days"},
		"one breakdown":                 {caseload.DriftPattern, "MO-30", mei(broke(1)), ""},
		"two breakdowns":                {caseload.DriftPattern, "MO-30", mei(broke(1), broke(2)), "! 2 placements broke down"},
	} {
		got := strings.Join(found(tc.c, tc.kind, tc.rule), "\n")
		if tc.want == "" && got != "" || !strings.Contains(got, tc.want) || strings.HasPrefix(tc.want, "!") != strings.HasPrefix(got, "!") && !strings.HasPrefix(tc.want, "first") {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}

// second is a child whose second review was due on 17 November and who has no
// plan; more reviews may be held.
func second(more ...casefile.Event) *casefile.Case {
	return mei(append([]casefile.Event{&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-07-23")}, heldOn("2026-08-17"), facts(casefile.FactRoute, "")}, more...)...)
}

// quiet is a child the IRO entered nothing about for half a year.
func quiet(monitoring string) *casefile.Case {
	c := mei(facts(casefile.FactMonitoring, monitoring))
	entries := slices.Clone(c.Entries)
	for i := range entries {
		entries[i].On = min(entries[i].On, on("2026-05-27"))
	}
	return casefile.Replay(c.ID, entries)
}

func TestAMoveTheIROWasNotToldOf(t *testing.T) {
	t.Parallel()
	c := mei(&casefile.PlacementStated{ID: casefile.ID{5}, Code: "U6", Start: on("2026-02-02"), End: on("2026-11-16")})
	moved := casefile.Stamp{Day: today, Source: casefile.ByImport}.Entries([]casefile.Line{{On: on("2026-11-16"),
		Event: &casefile.PlacementStated{ID: casefile.ID{6}, Code: "K2", Start: on("2026-11-16")}}}, casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} }))
	if got := found(c.With(moved...), caseload.DriftWaiting, "MO-17"); len(got) != 1 || !strings.HasPrefix(got[0], "! Moved, and you were not told: 5 working days") {
		t.Errorf("found %q", got)
	}
}

// TestOnlyItemsOfDutyAreOverdueAndEachOnce holds the list against the review's
// own preparation, three days before a review nothing was prepared for.
func TestOnlyItemsOfDutyAreOverdueAndEachOnce(t *testing.T) {
	t.Parallel()
	x := review.Context{Today: today}
	for name, called := range map[string]workday.Date{"in good time": 0, "at short notice": on("2026-11-20")} {
		c := mei(&casefile.ReviewPlanned{ID: casefile.ID{3, 9}, Date: on("2026-11-26"), CalledOn: called})
		told := map[string]int{}
		for _, d := range caseload.DriftOf(c, practice.Replay(nil), today) {
			if d.Kind == caseload.DriftOverdue {
				told[d.Words]++
				told[d.Rule]++
			}
		}
		prep, _ := review.Prepare(c, clock.Of(c, today, x.Calendar, x.Readings), x)
		for _, ph := range prep.Phases {
			for _, i := range ph.Items {
				want := 0
				if ph.Worked && i.Required && i.By.Known() && i.By < today && !i.Compressed {
					want = 1
				}
				if told[i.Label] != want {
					t.Errorf("%s: %s is told %d times, want %d", name, i.Label, told[i.Label], want)
				}
			}
		}
		if called.Known() == (told["PR-04"] > 0) {
			t.Errorf("%s: invitations told %d times", name, told["PR-04"])
		}
	}
}

func TestNobodyDriftsWhoIsNotLookedAfterOrAChildNoMore(t *testing.T) {
	t.Parallel()
	stale := facts(casefile.FactPermanenceBy, "2026-06-01")
	for name, c := range map[string]*casefile.Case{
		"care ended": mei(stale, &casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-02-02"), End: on("2026-11-01")}),
		"eighteen":   mei(stale, facts(casefile.FactDOB, "2008-11-23")),
		"no file":    casefile.Replay(casefile.ID{1}, nil),
	} {
		if got := caseload.DriftOf(c, practice.Replay(nil), today); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestAlertsComeFirstInTheOrderOfTheGroups(t *testing.T) {
	t.Parallel()
	c := mei(facts(casefile.FactPermanence, "2026-03-02"), facts(casefile.FactLifeStory, "2026-11-20"), emergency("2026-11-16", ""), gone("2026-11-01"), gone("2026-11-02"), gone("2026-11-03"),
		&casefile.Logged{What: casefile.Contact, Text: "rang", With: "school", AskedOn: on("2026-03-02"), Waiting: true},
		&casefile.EventReported{ID: casefile.ID{8}, What: casefile.MissingEvent, On: on("2026-11-03")})
	var got []string
	for _, d := range caseload.DriftOf(c, practice.Replay(nil), today) {
		if d.Kind != caseload.DriftOverdue {
			got = append(got, fmt.Sprint(d.Rule, d.Alert))
		}
	}
	want := []string{"MO-02true", "QA-13false", "PM-05true", "PM-01false", "EP-01false", "MO-30true"}
	if !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
}

func TestAgesInTheFirstYearAndWithoutABirthday(t *testing.T) {
	t.Parallel()
	for dob, want := range map[string]string{"2026-01-15": "began at 9m", "": "20 working days", "2016-10-26": "began at 10y 0m", "2016-10-27": "began at 9y 11m"} {
		got := found(mei(facts(casefile.FactDOB, dob), emergency("2026-10-26", "")), caseload.DriftEmergency, "EP-01")
		if len(got) != 1 || !strings.HasSuffix(got[0], want) {
			t.Errorf("born %q: %q, want %q", dob, got, want)
		}
	}
}
