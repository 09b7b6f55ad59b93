package caseload

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// DriftKind groups what drifts.
type DriftKind string

// The groups, in the order they are listed.
const (
	DriftReview     DriftKind = "reviews overdue"
	DriftOverdue    DriftKind = "other dates overdue"
	DriftDecision   DriftKind = "decisions not carried out"
	DriftRepeated   DriftKind = "repeated at review after review"
	DriftWaiting    DriftKind = "waiting"
	DriftPermanence DriftKind = "permanence"
	DriftEmergency  DriftKind = "emergency placements"
	DriftPattern    DriftKind = "missing and breakdowns"
)

// DriftKinds lists them, what weighs most for a child first.
func DriftKinds() []DriftKind {
	return []DriftKind{DriftReview, DriftDecision, DriftWaiting, DriftPermanence, DriftEmergency, DriftPattern, DriftRepeated, DriftOverdue}
}

// Drift is one thing about a child that is late, comes back or stands still.
type Drift struct {
	Kind  DriftKind
	Rule  string
	Words string
	Since workday.Date // the day it is counted from; not known when the file does not say
	Days  int          // working days from then to today
	At    string       // the child's age then, "6y 2m"; "" while the date of birth is not known
	Times int          // how often, for what was repeated; else 0
	Alert bool         // past its limit, or at the third time; the rest is to be watched

	Decision casefile.ID // the decision that drifts, if it is one
}

// HowLong says in working days how long it has drifted, and how old the child
// was when it began.
func (d Drift) HowLong() string {
	if !d.Since.Known() {
		return ""
	}
	words := fmt.Sprintf("%d working days", d.Days)
	if d.Days == 1 {
		words = "1 working day"
	}
	switch {
	case d.At == "":
		return words
	case d.Times > 0 && (d.Kind == DriftRepeated || d.Kind == DriftDecision):
		return words + ", first asked at " + d.At
	case d.Kind == DriftReview || d.Kind == DriftOverdue || d.Rule == "DD-02" || d.Rule == "DD-05":
		return words + ", due at " + d.At
	}
	return words + ", began at " + d.At
}

// DriftOf lists what drifts for one child who is looked after: group by group,
// alerts first, the longest first. A pure look at the file; it decides nothing.
func DriftOf(c *casefile.Case, p *practice.Practice, today workday.Date) []Drift {
	x := review.Context{Today: today, Calendar: p.Calendar(), Readings: p.Readings()}
	care, inCare := c.CareOn(today)
	clocks := clock.Of(c, today, x.Calendar, x.Readings)
	if !c.Exists || !inCare && len(c.Care()) > 0 || clocks.DOBKnown && clocks.Age >= 18 {
		return nil
	}
	d := drifting{c: c, x: x, care: care, clocks: clocks}
	d.overdue()
	d.decisions()
	d.repeated()
	d.waiting()
	d.permanence()
	d.emergencies()
	d.patterns()
	d.once()
	slices.SortStableFunc(d.out, func(a, b Drift) int {
		return cmp.Or(cmp.Compare(slices.Index(DriftKinds(), a.Kind), slices.Index(DriftKinds(), b.Kind)),
			cmp.Compare(alertOrder(a), alertOrder(b)), cmp.Compare(a.Since, b.Since))
	})
	return d.out
}

func alertOrder(d Drift) int {
	if d.Alert {
		return 0
	}
	return 1
}
