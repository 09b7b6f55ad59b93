package casejson

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/dispute"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Dates builds the case and works its clocks out on a day. Its deadlines are
// those of the clocks, those that the reviews of this time in care met, and
// those of the disputes, which no file keeps.
func (in Input) Dates(today workday.Date, cal workday.Calendar, readings practice.Readings) (*casefile.Case, clock.Clocks, error) {
	c, err := in.Build(today)
	if err != nil {
		return nil, clock.Clocks{}, err
	}
	clocks := clock.Of(c, today, cal, readings)
	clocks.Deadlines = slices.Concat(clocks.Deadlines, clock.History(c, today, cal, readings), in.challenges(cal, today))
	return c, clocks, nil
}

// challenges are the days of the formal disputes, which all run, and the notice
// the court is owed of them before the Issues Resolution Hearing. A dispute that
// began with the hearing or after it could not be told before it, and none is
// owed once the final hearing is over (CF-09; HB 8.6).
func (in Input) challenges(cal workday.Calendar, today workday.Date) []clock.Deadline {
	var hearing workday.Date
	if p := in.Proceedings; p != nil && (!p.Final.Known() || p.Final.Date > today) {
		hearing = p.IRH.Date
	}
	var out []clock.Deadline
	owed := false
	for _, d := range in.Disputes {
		var entries []dispute.Entry
		for _, s := range d.Stages {
			entries = append(entries, dispute.Entry{Stage: s.Stage, Entered: s.Entered.Date})
		}
		t := dispute.TimelineOf(cal, d.FormalStart.Date, dispute.Stages(), dispute.TotalDays, entries, 0, today)
		out = append(out, t.Deadlines(cal, today)...)
		owed = owed || d.FormalStart.Date < hearing
	}
	if owed {
		out = append(out, dispute.CourtTold(cal, today, hearing))
	}
	return out
}
