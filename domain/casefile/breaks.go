package casefile

import (
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// LeaveShortBreaks begins a new time in care on the day the limits of short
// breaks were passed: the one that runs ends, the child is accommodated under
// section 20, and the reviews start at the first (CPPCR 48; SB-10, A-14). It is
// one act, done when the council agrees.
func (c *Case) LeaveShortBreaks(day workday.Date, newID NewID, today workday.Date) ([]Line, error) {
	care, ok := c.CareOn(today)
	switch {
	case !ok || !day.Known() || day > today:
		return nil, fault.New(fault.Conflict, "The child is not in short breaks today.", "Check when care began and the stays.")
	case day <= care.From():
		return nil, fault.New(fault.Conflict, "That day is not after care began.", "Correct the day care began instead.")
	}
	care.End, care.EndCode = day, "X1"
	lines := []Line{{On: day, Corrects: c.from[care.ID].entry, Event: &care},
		{On: day, Event: &CareStated{ID: newID(), Start: day}}}
	status, err := c.StateStatus(StatusStated{ID: newID(), Code: "V2", Start: day}, today)
	if err != nil {
		return nil, err
	}
	lines = append(lines, status...)
	if c.Yes("series") {
		lines = append(lines, Line{On: day, Event: &Stated{Facts: map[string]string{"series": "no"}}})
	}
	return lines, nil
}
