// Package caseload is many children at once: one row a child, the lenses, the
// order and the narrowing of the list, and everything that is due.
//
// Rows are derived from cases and can be rebuilt; nothing here is proof. The
// package decides what the list says, not how it looks. It may touch the other
// domain packages; no clock, no disk, no screen.
package caseload

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// Row is what the list shows of one child. It is worked out when an entry or a
// setting changes; what depends on the day it is (age, status, days left) is
// worked out when it is shown. A zero ReviewNo means the number is not known.
type Row struct {
	File       casefile.ID
	Ref        string
	ExternalID string
	Council    string
	Name       string
	DOB        workday.Date
	Status     string       // SSDA903 code of the legal status
	Placement  string       // SSDA903 code of the placement
	Since      workday.Date // the day care began, or since when it is known to run
	SinceKnown bool         // Since is the day care began
	Ended      workday.Date // day care ended; not known while it runs
	ReviewNo   int
	Due        workday.Date
	PlanBy     workday.Date
	Rule       string
	Finish     workday.Date // a review that was begun must be finished by then; not known when none is open
	Missing    clock.Missing
	Planned    workday.Date
	Ready      int
	Total      int
	NextItem   workday.Date // the soonest open preparation item that is the IRO's
	TheirsNext workday.Date // the soonest open item that waits on someone else
	Footprint  workday.Date
	Worker     string
	Carer      string

	OpenDecisions int            // not carried out yet, those the manager refused among them
	Owed          []workday.Date // the days of those that are owed, the soonest first
	AnswerBy      workday.Date   // the manager's answer is awaited until then; silence agrees after it
	OpenDisputes  int
}

// RowOf makes the row of a case on a day.
func RowOf(c *casefile.Case, p *practice.Practice, today workday.Date) Row {
	x := review.Context{Today: today, Calendar: p.Calendar(), Readings: p.Readings()}
	clocks := clock.Of(c, today, x.Calendar, x.Readings)
	return rowOf(c, clocks, x)
}

func rowOf(c *casefile.Case, clocks clock.Clocks, x review.Context) Row {
	r := Row{
		File: c.ID, Ref: c.Ref, ExternalID: c.ExternalID(), Council: c.Fact(casefile.FactCouncil),
		Name: c.Name(), DOB: c.DOB(), ReviewNo: clocks.ReviewNo, Missing: clocks.Missing, Footprint: c.LastFootprint(),
	}
	if care := c.Care(); len(care) > 0 {
		last := care[len(care)-1]
		r.Since, r.SinceKnown, r.Ended = last.From(), last.StartKnown(), last.End
	}
	if clocks.Missing == clock.PausedCustody && !r.Ended.Known() {
		r.Ended = clocks.Situation.Custody.From // care ended with the sentence (YJ-27)
	}
	if s, ok := c.StatusOn(x.Today); ok {
		r.Status = s.Code
	}
	if p, ok := c.PlacementOn(x.Today); ok {
		r.Placement, r.Carer = p.Code, p.Carer
	}
	if w, ok := c.Person(casefile.SocialWorker, x.Today); ok {
		r.Worker = w.Name
	}
	if g := clocks.Governing; g != nil {
		r.Due, r.PlanBy, r.Rule = g.Due, g.PlanBy, g.Rule
	}
	for _, d := range clocks.Deadlines {
		if d.Rule == "RT-11" && !d.Done {
			r.Finish = d.Due
		}
	}
	if prep, ok := review.Prepare(c, clocks, x); ok {
		r.Ready, r.Total = prep.Ready, prep.Total
		if prep.Planned && !prep.Begun {
			r.Planned = prep.Date
		}
		r.NextItem, r.TheirsNext = soonest(prep)
	}
	for _, d := range clocks.Deadlines {
		if d.Regime == "" && asked(c, clocks, d) {
			r.wants(d)
		}
	}
	r.decisions(c, x)
	return r
}

// decisions counts what was decided and is not carried out, and what is argued
// over. The alert to a manager is the IRO's from the day after a decision's day,
// whenever the row is looked at.
func (r *Row) decisions(c *casefile.Case, x review.Context) {
	r.OpenDecisions = len(c.OpenDecisions())
	for _, d := range clock.Owed(c, x.Calendar) {
		r.Owed = append(r.Owed, d.Due())
		if !clock.Alerted(c, d).Known() {
			r.NextItem = sooner(r.NextItem, d.Due()+1)
		}
	}
	for _, d := range c.Disputes() {
		if d.Open() {
			r.OpenDisputes++
		}
	}
}

// LateDecisions counts the decisions owed whose day has passed (HB 7.24; DD-02).
func (r Row) LateDecisions(today workday.Date) int {
	n, _ := slices.BinarySearch(r.Owed, today)
	return n
}

// wants notes a day something is wanted by, the IRO's own apart from what waits
// on somebody else. What the manager refused is owed by nobody until that is
// settled, and an answer that silence gives is never chased.
func (r *Row) wants(d clock.Deadline) {
	switch {
	case d.Contested:
	case d.Who == clock.IRO:
		r.NextItem = sooner(r.NextItem, d.Due)
	case d.Rule == "DE-04":
		r.AnswerBy = sooner(r.AnswerBy, d.Due)
	default:
		r.TheirsNext = sooner(r.TheirsNext, d.Due)
	}
}

// sooner gives the earlier of two days, of which either may not be known.
func sooner(a, b workday.Date) workday.Date {
	if a.Known() && (!b.Known() || a < b) {
		return a
	}
	return b
}

// soonest gives the soonest open items of the worked phases: the IRO's own, and
// the ones that wait on somebody else.
func soonest(p review.Preparation) (mine, theirs workday.Date) {
	for _, ph := range p.Phases {
		for _, i := range ph.Items {
			if !ph.Worked || i.Answer.Answer != casefile.Open || !i.By.Known() {
				continue
			}
			if i.Who() == clock.IRO {
				mine = sooner(mine, i.By)
			} else {
				theirs = sooner(theirs, i.By)
			}
		}
	}
	return mine, theirs
}

// Open reports whether the child is looked after on the day.
func (r Row) Open(today workday.Date) bool {
	return r.Since.Known() && r.Since <= today && (!r.Ended.Known() || today < r.Ended)
}

// Age in whole years on the day; ok is false when the date of birth is not
// known.
func (r Row) Age(today workday.Date, reading workday.LeapBirthday) (years int, ok bool) {
	return r.DOB.Age(today, reading), r.DOB.Known()
}

// soonest is the limit that comes first: the next review's, or the finish of
// one that was begun.
func (r Row) soonest() workday.Date {
	if r.Finish.Known() && (!r.Due.Known() || r.Finish < r.Due) {
		return r.Finish
	}
	return r.Due
}

// Finishing reports whether a review that was begun must be finished before
// the next is due.
func (r Row) Finishing() bool { return r.Finish.Known() && r.soonest() == r.Finish }

// Gone reports a file whose opening was taken back; the list leaves it out.
func (r Row) Gone() bool { return r.Ref == "" }

// Adult reports whether the 18th birthday has come since the row was made.
func (r Row) Adult(today workday.Date, reading workday.LeapBirthday) bool {
	age, known := r.Age(today, reading)
	return known && age >= 18
}

// Standing says how the next review stands; ok is false when there is no date.
func (r Row) Standing(cal workday.Calendar, today workday.Date) (s clock.Status, left int, ok bool) {
	if !r.Due.Known() || !r.Open(today) {
		return "", 0, false
	}
	s, left = clock.Standing(cal, r.Due, today)
	return s, left, true
}

// Initials stand for the name while names are hidden: "M.K.", or the reference
// when there is no name.
func (r Row) Initials() string { return Initials(r.Name, r.Ref) }
