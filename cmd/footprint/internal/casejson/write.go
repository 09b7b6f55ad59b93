package casejson

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

// Output is what the date calculator prints.
type Output struct {
	Child     string     `json:"child"`
	Today     Day        `json:"today"`
	Clock     Clock      `json:"clock"`
	Deadlines []Deadline `json:"deadlines"`
}

// Clock is the next review's limit and the clocks that run. Where there is no
// date, its fields are null and Note says why.
type Clock struct {
	Regimes  []clock.Regime `json:"regimes"`
	ReviewNo *int           `json:"review_no"`
	Due      Day            `json:"due"`
	PlanBy   Day            `json:"plan_by"`
	Rule     *string        `json:"rule"`
	Status   *clock.Status  `json:"status"`
	Note     string         `json:"note,omitempty"`
}

// Deadline is one limit with its arithmetic in words. WorkingDaysLeft is below
// zero once it is late.
type Deadline struct {
	Rule            string       `json:"rule"`
	What            string       `json:"what"`
	Due             Day          `json:"due"`
	PlanBy          Day          `json:"plan_by"`
	Status          clock.Status `json:"status"`
	WorkingDaysLeft int          `json:"working_days_left"`
	Why             string       `json:"why"`
	Source          string       `json:"source"`
	HolidaysPassed  []Day        `json:"holidays_passed"`
}

// ClockOf gives the clock of a child's file.
func ClockOf(c clock.Clocks, cal workday.Calendar, today workday.Date) Clock {
	out := Clock{Regimes: append([]clock.Regime{}, c.Regimes...)}
	if c.ReviewNo > 0 {
		out.ReviewNo = &c.ReviewNo
	}
	if g := c.Governing; g != nil {
		status, _ := g.Standing(cal, today)
		out.Due, out.PlanBy, out.Rule, out.Status = On(g.Due), On(g.PlanBy), &g.Rule, &status
		return out
	}
	out.Note = strings.TrimSpace(string(c.Missing))
	if c.Ask != "" {
		out.Note += ": " + c.Ask
	}
	return out
}

// DeadlinesOf gives the deadlines by the day they are due, then by rule; those
// that were met only with all.
func DeadlinesOf(c clock.Clocks, all bool) []clock.Deadline {
	out := slices.DeleteFunc(slices.Clone(c.Deadlines), func(d clock.Deadline) bool { return d.Done && !all })
	slices.SortStableFunc(out, func(a, b clock.Deadline) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), strings.Compare(a.Rule, b.Rule))
	})
	return out
}

// Of gives the whole answer of the date calculator.
func Of(child string, c clock.Clocks, cal workday.Calendar, today workday.Date, all bool) Output {
	out := Output{Child: child, Today: On(today), Clock: ClockOf(c, cal, today), Deadlines: []Deadline{}}
	for _, d := range DeadlinesOf(c, all) {
		status, left := d.Standing(cal, today)
		holidays := make([]Day, len(d.Holidays))
		for i, h := range d.Holidays {
			holidays[i] = On(h.Date)
		}
		out.Deadlines = append(out.Deadlines, Deadline{
			Rule: d.Rule, What: d.What, Due: On(d.Due), PlanBy: On(d.PlanBy), Status: status, WorkingDaysLeft: left,
			Why: d.Why.Text(), Source: Source(d.Source), HolidaysPassed: holidays,
		})
	}
	return out
}

// Source is a rule's source without the marks that say how it was checked:
// "HB 3.23; CPPCR 33(1)".
func Source(s string) string {
	for {
		before, rest, open := strings.Cut(s, "[")
		_, after, closed := strings.Cut(rest, "]")
		if !open || !closed {
			return strings.TrimSpace(s)
		}
		s = strings.TrimRight(before, " ") + after
	}
}

// EpisodesOf gives the file's times in care as the date calculator reads them:
// one episode for each legal status, with the placements that ran in it.
func EpisodesOf(c *casefile.Case) []Episode {
	out := []Episode{}
	for _, care := range c.Care() {
		from := care.From()
		for _, s := range c.Statuses() {
			start, end := max(s.Start, from), earlier(s.End, care.End)
			if ends(care.End) <= start || end.Known() && end <= from {
				continue
			}
			if start > from {
				out = append(out, segment(c, care, from, start, nil))
			}
			out = append(out, segment(c, care, start, end, &s.Code))
			from = ends(end)
		}
		if ends(care.End) > from {
			out = append(out, segment(c, care, from, care.End, nil))
		}
	}
	return out
}

// ends gives a period's end as a day to compare with: one that runs on ends
// after every day.
func ends(end workday.Date) workday.Date {
	if !end.Known() {
		return 1 << 30
	}
	return end
}

func earlier(a, b workday.Date) workday.Date {
	if ends(a) < ends(b) {
		return a
	}
	return b
}

func segment(c *casefile.Case, care casefile.CareStated, from, to workday.Date, status *string) Episode {
	e := Episode{Start: On(from), End: On(to), LegalStatus: status, Placements: []Placement{}}
	if from == care.From() && !care.StartKnown() {
		e.Start = Day{}
	}
	for _, p := range c.Placements() {
		if p.Start >= ends(to) || ends(p.End) <= from && p.Start < from {
			continue
		}
		e.Placements = append(e.Placements, Placement{
			Start: On(max(p.Start, from)), End: On(earlier(p.End, to)), Type: p.Code, OutOfArea: p.OutOfArea, Emergency: p.Emergency,
		})
	}
	return e
}
