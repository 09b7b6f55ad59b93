package clock

import (
	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// History gives the limits that the reviews of this episode answered, each by
// the clocks as they stood the day before it; none unless every review of the
// episode is on file.
func History(c *casefile.Case, today workday.Date, cal workday.Calendar, readings practice.Readings) []Deadline {
	now := situationOn(c, today)
	if !now.LookedAfter || !now.whole() {
		return nil
	}
	var out []Deadline
	for i, day := range now.reviews {
		m := maker{cal: cal, today: day, readings: readings}
		s := situationOn(c, max(day-1, now.Care.From()))
		s.reviews = now.reviews[:i]
		clocks := m.reviewClocks(c, s, i+1)
		if len(clocks) == 0 {
			continue
		}
		d := clocks[0]
		d.Done, d.Met = true, day
		d.Why.Notes = append(d.Why.Notes, "Recorded "+day.Long()+": "+Timeliness(d.Due, day).Words()+".")
		if pandemic(d.Due) {
			d.Why.Notes = append(d.Why.Notes, "Coronavirus period: the intervals were relaxed from 24 April to 25 September 2020 (RT-23).")
		}
		out = append(out, d)
	}
	return out
}

// pandemic reports a limit that fell when the intervals were relaxed (RT-23; SI
// 2020/445). A late review stays late; the words stand beside it.
func pandemic(due workday.Date) bool {
	first, _ := workday.Of(2020, 4, 24)
	last, _ := workday.Of(2020, 9, 25)
	return due >= first && due <= last
}
