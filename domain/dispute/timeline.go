// Package dispute is what runs when the IRO challenges the authority: for now
// the clocks of the formal process. It works out days from the stages a dispute
// entered and decides nothing else.
//
// It may touch clock and workday; never a case, a disk or a screen.
package dispute

import (
	"fmt"

	"footprint/domain/clock"
	"footprint/domain/workday"
)

// TotalDays is the limit of the whole formal process in working days (DR-08;
// HB 6.2).
const TotalDays = 20

// Stages are the working days each level has to answer where the authority's
// protocol says nothing else; the handbook fixes only the total.
func Stages() []int { return []int{5, 5, 5, 5} }

// MostStages is more levels than any authority's protocol has.
const MostStages = 10

// Entry is a stage, numbered from 1, and the day it was entered.
type Entry struct {
	Stage   int
	Entered workday.Date
}

// State is how the formal process stands on a day.
type State string

// The states.
const (
	StageRunning   State = "stage_running"
	StageOverdue   State = "stage_overdue"
	OutOfTime      State = "out_of_time"
	ResolvedInTime State = "resolved_in_time"
	ResolvedLate   State = "resolved_late"
)

// StageDue is a stage with the working days it has and the day its answer is due.
type StageDue struct {
	Entry
	Days int
	Due  workday.Date
}

// Timeline is the clocks of one formal dispute.
type Timeline struct {
	FormalStart workday.Date
	Total       int // working days of the whole
	OverallDue  workday.Date
	Stages      []StageDue
	Used        int // working days, up to today or to the day it was resolved
	State       State
}

// TimelineOf works the clocks out: the day of entry is day 0, a stage is never
// due after the overall limit, and the overall limit never moves (DR-06 to
// DR-08; HB 6.2). days are the working days of each stage, total those of the
// whole; resolved is not known while the dispute runs.
func TimelineOf(cal workday.Calendar, start workday.Date, days []int, total int, entries []Entry, resolved, today workday.Date) Timeline {
	t := Timeline{FormalStart: start, Total: total, OverallDue: cal.Add(start, total)}
	for _, e := range entries {
		n := total
		if e.Stage >= 1 && e.Stage <= len(days) {
			n = days[e.Stage-1]
		}
		t.Stages = append(t.Stages, StageDue{Entry: e, Days: n, Due: min(cal.Add(e.Entered, n), t.OverallDue)})
	}
	end := today
	if resolved.Known() {
		end = resolved
	}
	t.Used = cal.Between(start, end)
	switch {
	case resolved.Known() && resolved <= t.OverallDue:
		t.State = ResolvedInTime
	case resolved.Known():
		t.State = ResolvedLate
	case today > t.OverallDue:
		t.State = OutOfTime
	case len(t.Stages) > 0 && today > t.Stages[len(t.Stages)-1].Due:
		t.State = StageOverdue
	default:
		t.State = StageRunning
	}
	return t
}

// Deadlines are the days of a dispute that still runs: the answer of the stage
// it is at (DR-06) and the overall limit (DR-08).
func (t Timeline) Deadlines(cal workday.Calendar, today workday.Date) []clock.Deadline {
	if t.State == ResolvedInTime || t.State == ResolvedLate {
		return nil
	}
	overall := clock.Limit(cal, today, "DR-08", "Formal dispute finished", clock.LA, clock.Step{Label: "Formal dispute began", Date: t.FormalStart},
		workingDays(t.Total), t.OverallDue)
	if len(t.Stages) == 0 {
		return []clock.Deadline{overall}
	}
	s := t.Stages[len(t.Stages)-1]
	d := clock.Limit(cal, today, "DR-06", fmt.Sprintf("Answer at stage %d", s.Stage), clock.LA, clock.Step{Label: "Stage entered", Date: s.Entered},
		workingDays(s.Days), s.Due)
	if cal.Add(s.Entered, s.Days) > t.OverallDue {
		d.Why.Notes = append(d.Why.Notes, "It would be later, but a stage never runs past the overall limit.")
	}
	return []clock.Deadline{d, overall}
}

func workingDays(n int) string { return fmt.Sprintf("+ %d working days", n) }

// CourtTold is the day by which the authority has told the court of a dispute
// that runs: the last working day before the Issues Resolution Hearing (CF-09;
// HB 8.6; A-32).
func CourtTold(cal workday.Calendar, today, hearing workday.Date) clock.Deadline {
	last := cal.Sub(hearing, 1)
	d := clock.Limit(cal, today, "CF-09", "Court told of the dispute", clock.LA, clock.Step{Label: "Issues Resolution Hearing", Date: hearing},
		"the last working day before it", last)
	d.Holidays = cal.Holidays(last, hearing-1)
	return d
}
