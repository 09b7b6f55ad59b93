package clock

import (
	"fmt"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// The limits between reviews.
const (
	endNoticeDays = 10 // working days, CPPCR 14
)

// Midpoint is the day half-way to the next review: half the calendar days after
// the last one, rolled back to a working day (QA-05; local).
func Midpoint(cal workday.Calendar, previous, nextDue workday.Date) workday.Date {
	return cal.RollBack(previous.AddDays(int(nextDue-previous) / 2))
}

// EndNoticeDue is the day by which anyone who could not be told before a
// placement ended is told in writing (CV-10; CPPCR 14).
func EndNoticeDue(cal workday.Calendar, ended workday.Date) workday.Date {
	return cal.Add(ended, endNoticeDays)
}

// PlacementPapers holds the limits that run from the start of a placement
// (CD-01 to CD-03; HB 2.4; CPPCR 9, 13(4)).
type PlacementPapers struct {
	PlacementPlan workday.Date
	CarePlan      workday.Date // for a first placement
	AreaNotice    workday.Date // out of area, in an emergency
}

// PlacementPapersDue gives them.
func PlacementPapersDue(cal workday.Calendar, start workday.Date) PlacementPapers {
	return PlacementPapers{PlacementPlan: cal.Add(start, placementPlanDays), CarePlan: cal.Add(start, carePlanDays), AreaNotice: cal.Add(start, areaNoticeDays)}
}

// RemandPlanDue is the limit of the plan after a remand: the care plan in local
// authority accommodation (YJ-25), the detention placement plan in youth
// detention (YJ-26). Both rest on texts nobody has read, so days is a setting.
func RemandPlanDue(cal workday.Calendar, remanded workday.Date, days int) workday.Date {
	return cal.Add(remanded, days)
}

// between are the limits that run between reviews: visits, stays, plans, events,
// proposed changes and decisions.
func (m maker) between(c *casefile.Case, out *Clocks) []Deadline {
	s := out.Situation
	var list []Deadline
	if next := out.Visits.Next; next != nil && next.Due >= c.Opened {
		list = append(list, *next)
	}
	for _, more := range [][]Deadline{
		m.leaving(c, out), m.longTerm(s), m.lastMonth(s), m.adoptionDeadlines(c, s), m.midpoint(c, out),
		m.remand(c, s), m.panel(c, s), m.discharge(s), m.emergency(s), m.events(c), m.proposals(c), m.courtPapers(c), m.deciding(c, s),
	} {
		list = append(list, more...)
	}
	return list
}

// midpoint is asked for until the preparation of the next review opens, which
// looks at the same things (QA-05).
func (m maker) midpoint(c *casefile.Case, out *Clocks) []Deadline {
	s := out.Situation
	if m.readings.MidpointOff || out.Governing == nil || len(s.reviews) == 0 || m.cal.Between(m.today, out.Governing.Due) <= dueSoonDays {
		return nil
	}
	last := s.reviews[len(s.reviews)-1]
	day := Midpoint(m.cal, s.reviews[len(s.reviews)-1], out.Governing.Due)
	if day < c.Opened || out.DOBKnown && day >= out.Eighteen {
		return nil // before this file there was nobody here to look, after 18 there is nobody to look at
	}
	d := m.limit("QA-05", "Mid-point check", IRO, Step{Label: "Last review", Date: last}, "half-way to "+out.Governing.Due.Long(), Midpoint(m.cal, last, out.Governing.Due))
	d.Item = "B-1301"
	if a := c.AnswerSince("B-1301", last); a.Answer == casefile.Done || a.Answer == casefile.NotApplicable {
		d.Done, d.Met = true, a.On
	}
	for _, line := range c.Log() {
		if line.What == casefile.Monitoring && line.On > last {
			d.Done, d.Met = true, line.On
		}
	}
	return []Deadline{d}
}

// remand are the plans a remand asks for (YJ-25, YJ-26).
func (m maker) remand(c *casefile.Case, s Situation) []Deadline {
	if s.Status.Code != "J1" {
		return nil
	}
	began := s.Status.Start
	rule, what, setting, plan := "YJ-25", "Care plan after the remand", practice.RemandPlanDays, casefile.RemandPlan
	switch {
	case s.Place.Code == "R5" || s.Place.Code == "K1":
		rule, what, setting, plan = "YJ-26", "Detention placement plan", practice.DetentionPlanDays, casefile.DetentionPlan
		began = max(began, s.Place.Start) // detention may come later than the remand
	case !OnlyByRemand(c, s):
		return nil
	}
	n := m.readings.Limit(setting)
	d := m.limit(rule, what, LA, Step{Label: "Remanded", Date: began}, workingDays(n), RemandPlanDue(m.cal, began, n))
	if doc, ok := c.Document(plan); ok && doc.When() >= began {
		d.Done, d.Met = true, doc.When()
	}
	return []Deadline{d}
}

// OnlyByRemand reports whether the child is looked after only because of a
// remand: no other status in the episode (YJ-25).
func OnlyByRemand(c *casefile.Case, s Situation) bool {
	if s.Status.Code != "J1" {
		return false
	}
	for _, o := range c.Statuses() {
		if o.Start >= s.Care.From() && o.Code != "J1" {
			return false
		}
	}
	return true
}

// panel is the next panel of a secure accommodation order (SE-01). It is never
// a review (SE-05).
func (m maker) panel(c *casefile.Case, s Situation) []Deadline {
	if !s.Secure.From.Known() {
		return nil
	}
	from, n := Step{Label: "Secure order began", Date: s.Secure.From}, m.readings.Limit(practice.PanelFirst)
	for _, p := range c.Periods(casefile.Panel) {
		if p.From >= s.Secure.From && p.From <= m.today {
			from, n = Step{Label: "Last panel", Date: p.From}, m.readings.Limit(practice.PanelLater)
		}
	}
	d := m.limit("SE-01", "Secure accommodation panel", LA, from, months(n), from.Date.AddMonths(n))
	d.Why.Notes = append(d.Why.Notes, "The panel is not the child's review and moves none of its dates (SE-05).")
	return []Deadline{d}
}

// discharge is the day the plans for leaving a psychiatric ward must be ready
// (HO-04).
func (m maker) discharge(s Situation) []Deadline {
	if s.Hospital.Code != "psychiatric" || !s.Hospital.Expected.Known() {
		return nil
	}
	return []Deadline{m.limit("HO-04", "Plans ready before discharge from hospital", LA, Step{Label: "Discharge expected", Date: s.Hospital.Expected},
		"the last working day before it", m.cal.Sub(s.Hospital.Expected, 1))}
}

// emergency is the day an emergency placement is asked about (EP-01).
func (m maker) emergency(s Situation) []Deadline {
	if !s.Place.Emergency || s.Place.Confirmed.Known() {
		return nil
	}
	n := m.readings.Limit(practice.EmergencyDays)
	d := m.limit("EP-01", "Emergency placement: confirm it or move on", IRO, Step{Label: "Placed in an emergency", Date: s.Place.Start},
		fmt.Sprintf("+ %d days", n), s.Place.Start.AddDays(n))
	d.Why.Notes = append(d.Why.Notes, "It stays an emergency placement until you enter the review that confirmed it.")
	return []Deadline{d}
}

// events are the decisions owed on what was reported (MO-02) and the reviews
// that were decided on (RT-04, RT-05).
// A move nobody told of is an event from the day an import brought it (MO-17).
func (m maker) events(c *casefile.Case) []Deadline {
	var out []Deadline
	n := m.readings.Limit(practice.EventDays)
	for _, p := range c.UntoldMoves() {
		learned := Step{Label: "An import brought it", Date: c.StatedOn(p.ID)}
		out = append(out, m.limit("MO-02", "Decide: a move you were not told about", IRO, learned, workingDays(n), m.cal.Add(learned.Date, n)))
	}
	for _, ev := range c.Events() {
		kind, _ := casefile.SignificantEvent(ev.What)
		told := Step{Label: "You were told", Date: ev.ToldOn}
		if !ev.ToldOn.Known() {
			told = Step{Label: "It happened", Date: ev.On}
		}
		switch {
		case ev.Open():
			out = append(out, m.limit("MO-02", "Decide: "+kind.Words, IRO, told, workingDays(n), m.cal.Add(told.Date, n)))
		case ev.Decision == casefile.ReviewNeeded && ev.NeededBy.Known():
			rule := "RT-04"
			if ev.What == casefile.VisitConcern {
				rule = "RT-05"
			}
			d := m.limit(rule, "Review you asked for", LA, Step{Label: "Decided", Date: ev.DecidedOn}, "the day you set", ev.NeededBy)
			out = append(out, reviewedSince(c, d, ev.DecidedOn))
		}
	}
	return out
}

// reviewedSince marks a review that was called as held by the first review
// recorded since.
func reviewedSince(c *casefile.Case, d Deadline, since workday.Date) Deadline {
	for _, r := range c.Reviews() {
		if r.IsHeld() && r.Held.Recorded >= since {
			d.Done, d.Met = true, r.Held.Recorded
			break
		}
	}
	return d
}

// proposals are the review after an emergency move (CV-14) and the written
// notice of a placement's end (CV-10).
func (m maker) proposals(c *casefile.Case) []Deadline {
	var out []Deadline
	for _, p := range c.Proposals() {
		if !p.MadeOn.Known() {
			continue
		}
		made := Step{Label: "The change was made", Date: p.MadeOn}
		if p.Emergency && !p.Cleared() {
			n := m.readings.Limit(practice.AfterMoveDays)
			due, span := m.cal.Add(p.MadeOn, n), workingDays(n)
			if p.NeededBy.Known() {
				due, span = p.NeededBy, "the day you set"
			}
			out = append(out, m.limit("CV-14", "Review after the emergency move", LA, made, span, due))
		}
		if p.EndsPlacement && !p.Regulation14Free {
			d := m.limit("CV-10", "Written notice that the placement ended, to anyone not told before", LA, made, workingDays(endNoticeDays), EndNoticeDue(m.cal, p.MadeOn))
			d.Done, d.Met = p.NoticeGiven.Known(), p.NoticeGiven
			out = append(out, d)
		}
	}
	return out
}

// courtPapers are those the authority has and the IRO has not (CF-05).
func (m maker) courtPapers(c *casefile.Case) []Deadline {
	var out []Deadline
	for _, doc := range c.Documents() {
		if doc.What != casefile.CourtPaper || !doc.AtCouncil.Known() {
			continue
		}
		d := m.limit("CF-05", "Court papers to you", LA, Step{Label: "The council had them", Date: doc.AtCouncil}, workingDays(courtPaperDays), CourtPapersDue(m.cal, doc.AtCouncil))
		d.Done, d.Met = doc.Received.Known(), doc.Received
		out = append(out, d)
	}
	return out
}

// Limit makes the deadline of a rule for another package of the domain, with
// its arithmetic in words and how the day falls.
func Limit(cal workday.Calendar, today workday.Date, rule, what string, who Who, fact Step, span string, due workday.Date) Deadline {
	return maker{cal: cal, today: today}.limit(rule, what, who, fact, span, due)
}
