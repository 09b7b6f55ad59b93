package caseload

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// closeDays is how long a child who is watched closely goes without the IRO's
// footprint before it is listed (QA-02); local. Nobody else is listed for want
// of contact alone (MO-06).
const closeDays = 28

// The repeats of an item that list it, and that make it an alert (DD-07).
const (
	repeatListed = 2
	repeatAlert  = 3
)

// drifting gathers the drift of one child.
type drifting struct {
	c      *casefile.Case
	x      review.Context
	care   casefile.CareStated
	clocks clock.Clocks
	facts  handbook.Facts
	out    []Drift
}

func (d *drifting) add(kind DriftKind, rule, words string, since workday.Date, alert bool) *Drift {
	one := Drift{Kind: kind, Rule: rule, Words: words, Since: since, Alert: alert}
	if since.Known() {
		one.Days = d.x.Calendar.Between(since, d.x.Today)
		one.At = d.c.DOB().AgeWords(since, d.x.Readings.LeapBirthday)
	}
	d.out = append(d.out, one)
	return &d.out[len(d.out)-1]
}

// overdue lists the items of the review in hand that a duty asks for, and the
// limits that have passed, the reviews' own apart. A limit told as its item is
// not told twice, and nothing of a compressed timetable is counted as missed.
func (d *drifting) overdue() {
	prep, _ := review.Prepare(d.c, d.clocks, d.x)
	d.facts = prep.Facts
	told := map[string]bool{}
	for _, ph := range prep.Phases {
		for _, i := range ph.Items {
			late := ph.Worked && i.Answer.Answer == casefile.Open && i.By.Known() && i.By < d.x.Today
			told[i.ID] = late && (i.Required || i.Compressed)
			if late && i.Required && !i.Compressed && len(i.Rules) > 0 {
				d.add(DriftOverdue, i.Rules[0], i.Label, i.By, i.Critical)
			}
		}
	}
	for _, dl := range d.clocks.Deadlines {
		if dl.Due >= d.x.Today || !d.binds(dl) || told[dl.Item] {
			continue
		}
		kind := DriftOverdue
		if d.governs(dl) || dl.Rule == "RT-11" {
			kind = DriftReview
		}
		d.add(kind, dl.Rule, dl.What, dl.Due, true)
	}
}

func (d *drifting) governs(dl clock.Deadline) bool {
	g := d.clocks.Governing
	return g != nil && dl.Regime == g.Regime && dl.Rule == g.Rule
}

// binds reports whether somebody drifts when the limit passes: not when it was
// met or may not apply at all, nor on a review clock that only stands beside the
// one that governs, nor for visits while none was ever entered, for the IRO may
// not note them here, nor for papers of the council that were not entered, which
// the register lists, nor for decisions, which have a group of their own.
func (d *drifting) binds(dl clock.Deadline) bool {
	if dl.Done || dl.Unsure || dl.Paper() || !dl.Decision.Zero() && dl.Rule != "DR-01" {
		return false
	}
	visit := d.clocks.Visits.Next != nil && d.clocks.Visits.Next.Rule == dl.Rule
	return (dl.Regime == "" || d.governs(dl)) && (!visit || len(d.c.Visits()) > 0)
}

// once leaves out the passed limits that a group of its own tells more about.
func (d *drifting) once() {
	own := map[string]bool{}
	for _, one := range d.out {
		if one.Kind != DriftOverdue {
			own[one.Rule] = true
		}
	}
	d.out = slices.DeleteFunc(d.out, func(one Drift) bool { return one.Kind == DriftOverdue && own[one.Rule] })
}

// repeated lists the items that were answered "not done" at one review after
// another up to the last (Dickens 2017; DD-07, DE-12). A review in hand where
// the item is still open breaks nothing.
func (d *drifting) repeated() {
	reviews := d.held()
	if r, ok := d.c.InHand(); ok {
		reviews = append(reviews, r)
	}
	var seen []string
	for _, e := range d.c.Entries {
		a, ok := e.Event.(*casefile.ItemAnswered)
		if !ok || a.Answer != casefile.NotDone || slices.Contains(seen, a.Item) {
			continue
		}
		seen = append(seen, a.Item)
		if times, first := d.run(reviews, a.Item); times >= repeatListed {
			item, _ := handbook.ItemByID(a.Item)
			d.add(DriftRepeated, "DD-07", cmp.Or(item.Label, a.Item), first, times >= repeatAlert).Times = times
		}
	}
}

// held lists the reviews of this time in care that were held. One that a return
// dates in the future was not.
func (d *drifting) held() []casefile.Review {
	return slices.DeleteFunc(slices.Collect(d.c.HeldIn(d.care)), func(r casefile.Review) bool { return r.Held.Recorded > d.x.Today })
}

// run counts the reviews in a row, from the last back, at which the item was
// not done, and gives the day it was first said.
func (d *drifting) run(reviews []casefile.Review, item string) (times int, first workday.Date) {
	for _, r := range slices.Backward(reviews) {
		a := d.c.AnswerTo(r.ID, item)
		switch {
		case a.Answer == casefile.NotDone:
			times, first = times+1, a.On
		case a.Answer == casefile.Open && !r.IsHeld():
		default:
			return times, first
		}
	}
	return times, first
}

// waiting lists what waits for a decision, a review or a word of the IRO.
func (d *drifting) waiting() {
	for _, ev := range d.c.Events() {
		if by, open := review.DecideBy(d.x, ev); open && by < d.x.Today {
			kind, _ := casefile.SignificantEvent(ev.What)
			d.add(DriftWaiting, "MO-02", kind.Words+": "+ev.Decision.Words(), cmp.Or(ev.ToldOn, ev.On), true)
		}
	}
	for _, p := range d.c.OpenProposals() {
		d.proposed(p)
	}
	for _, p := range d.c.UntoldMoves() {
		d.add(DriftWaiting, "MO-17", "Moved, and you were not told", p.Start, true)
	}
	for _, l := range d.c.Unanswered() {
		d.add(DriftWaiting, "QA-13", "Somebody tried to reach you, not answered", l.AskedOn, false)
	}
	if all := d.c.Appointments(); len(all) > 0 {
		if _, named := d.c.AppointedOn(d.x.Today); !named {
			d.add(DriftWaiting, "AP-04", "No IRO is named", all[len(all)-1].To, true)
		}
	}
	last := d.c.LastFootprint()
	if d.c.Fact(casefile.FactMonitoring) == "close" && last < d.x.Today.AddDays(-closeDays) {
		d.add(DriftWaiting, "QA-02", "You watch this case closely, no footprint since", cmp.Or(last, d.c.Opened), false)
	}
}

func (d *drifting) proposed(p casefile.ChangeProposed) {
	if p.FreezeWaits() {
		d.add(DriftWaiting, "MO-28", "You asked to freeze a move, no answer: "+p.What.Words(), p.FreezeAsked, true)
	}
	by, outstanding := review.ReviewNeededBy(d.x, p)
	switch {
	case outstanding:
		d.add(DriftWaiting, "CV-14", "Made in an emergency, not reviewed: "+p.What.Words(), p.MadeOn, by < d.x.Today)
	case !p.Cleared():
		d.add(DriftWaiting, "CV-13", "Proposed, not reviewed: "+p.What.Words(), p.ProposedOn, p.For.Known() && p.For <= d.x.Today)
	}
}

// permanence lists a plan that is missing, old or past its day (HB 3.38, 3.50;
// PM-01), unless it was reached or the child is with adopters; then what was
// promised beside it (HB 3.53; PM-05). In short breaks the parents lead and
// none is asked for.
func (d *drifting) permanence() {
	if d.facts.ShortBreakReg48 {
		return
	}
	d.plan()
	for _, promised := range [...]struct{ fact, words string }{
		{casefile.FactLifeStory, "Life story work was due"},
		{casefile.FactLaterLetter, "The later life letter was due"},
		{casefile.FactSupportPlan, "The support plan was due"},
	} {
		if by := d.c.FactOn(promised.fact); by.Known() && by < d.x.Today {
			d.add(DriftPermanence, "PM-05", promised.words, by, true)
		}
	}
}

func (d *drifting) plan() {
	c, today := d.c, d.x.Today
	route := c.Fact(casefile.FactRoute)
	if d.facts.PlacedForAdoption || route == "long-term fostering" && c.FactOn(casefile.FactLongTerm).Known() {
		return
	}
	made := c.FactOn(casefile.FactPermanence)
	if doc, ok := c.Document(casefile.PermanencePlan); ok {
		made = max(made, doc.When())
	}
	months := d.x.Readings.Limit(practice.StalePlanMonths)
	switch since, owed := d.planOwed(); {
	case made.Known() && made.AddMonths(months) < today:
		d.add(DriftPermanence, "PM-01", fmt.Sprintf("The permanence plan is older than %d months", months), made, false)
	case !made.Known() && route == "" && owed:
		// The plan may lie in the council's system: not entered is not late.
		d.add(DriftPermanence, "PM-01", "No permanence plan entered", since, false)
	}
	if by := c.FactOn(casefile.FactPermanenceBy); by.Known() && by < today {
		d.add(DriftPermanence, "PM-01", "Permanence was to be reached", by, true)
	}
}

// planOwed reports whether the second review was held or is overdue: from then
// on there has to be a plan. since is not known when that review came before
// the file.
func (d *drifting) planOwed() (since workday.Date, owed bool) {
	switch g := d.clocks.Governing; {
	case d.facts.ReviewNo >= 3:
		n := 0
		for _, r := range d.held() {
			if r.Held.NotCounted {
				continue
			}
			if n++; d.care.ReviewsBefore >= 0 && d.care.ReviewsBefore+n == 2 {
				return r.Held.Recorded, true
			}
		}
		return 0, true
	case d.facts.ReviewNo == 2 && g != nil && g.Due < d.x.Today:
		return g.Due, true
	}
	return 0, false
}

// emergencies lists the placements that began as an emergency and were not
// confirmed at a review (HB 7.27; EP-01).
func (d *drifting) emergencies() {
	for _, p := range d.c.Placements() {
		running := p.Start <= d.x.Today && (!p.End.Known() || d.x.Today < p.End)
		if p.Emergency && running && !p.Confirmed.Known() {
			limit := p.Start.AddDays(d.x.Readings.Limit(practice.EmergencyDays))
			d.add(DriftEmergency, "EP-01", "Emergency placement not confirmed at a review", p.Start, limit < d.x.Today)
		}
	}
}

// patterns lists going missing again and again, and placements that break down
// again and again (HB 3.80; MO-30).
func (d *drifting) patterns() {
	if review.MissingPattern(d.c, d.x) {
		d.add(DriftPattern, "MO-30", fmt.Sprintf("Missing %d times or more within %d days",
			d.x.Readings.Limit(practice.MissingTimes), d.x.Readings.Limit(practice.MissingWithin)), 0, true)
	}
	if n := review.Breakdowns(d.c); n >= repeatListed {
		d.add(DriftPattern, "MO-30", fmt.Sprintf("%d placements broke down", n), 0, true).Times = n
	}
}
