package clock

import (
	"cmp"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Scenario is a change that may come for a child.
type Scenario string

// The scenarios.
const (
	IfHeld        Scenario = "held"
	IfMoved       Scenario = "moved"
	IfAuthorised  Scenario = "authorised"
	IfPlaced      Scenario = "placed"
	IfDisrupted   Scenario = "disrupted"
	IfInterim     Scenario = "interim"
	IfOrder       Scenario = "order"
	IfRemanded    Scenario = "remanded"
	IfSentenced   Scenario = "sentenced"
	IfProtection  Scenario = "protection"
	IfUnprotected Scenario = "unprotected"
	IfLongTerm    Scenario = "long_term"
	IfFullRegime  Scenario = "full_regime"
	IfSixteen     Scenario = "sixteen"
	IfEighteen    Scenario = "eighteen"
	IfEnded       Scenario = "ended"
)

// Words is the scenario as people read it, to follow "If".
func (s Scenario) Words() string {
	switch s {
	case IfHeld:
		return "the review is held"
	case IfMoved:
		return "the child moves to other carers"
	case IfAuthorised:
		return "a placement order is made"
	case IfPlaced:
		return "the child is placed with adopters"
	case IfDisrupted:
		return "the placement with adopters ends"
	case IfInterim:
		return "an interim care order is made"
	case IfOrder:
		return "a full care order is made"
	case IfRemanded:
		return "the child is remanded to youth detention"
	case IfSentenced:
		return "the child is sentenced to custody"
	case IfProtection:
		return "a child protection plan begins"
	case IfUnprotected:
		return "the child protection plan ends"
	case IfLongTerm:
		return "the foster placement is confirmed as long-term"
	case IfFullRegime:
		return "the stays pass the short-break limits"
	case IfSixteen:
		return "the 16th birthday comes"
	case IfEighteen:
		return "the 18th birthday comes"
	case IfEnded:
		return "care ends"
	}
	return string(s)
}

const (
	criminalAge = 10 // below it no child is remanded or sentenced
	adoptionAge = 12 // above it a placement order is not a likely change; it can still be entered
)

// Likely lists the changes that are likely for this child, the nearest first.
func Likely(c *casefile.Case, now Clocks) []Scenario {
	s := now.Situation
	if !s.LookedAfter {
		return nil
	}
	var out []Scenario
	add := func(is bool, what Scenario) {
		if is {
			out = append(out, what)
		}
	}
	unplaced := !s.Placed.Known()
	status := s.Status.Code
	age := now.DOBKnown && now.Age >= criminalAge
	fostered := s.Place.Code == "U2" || s.Place.Code == "U3" || s.Place.Code == "U5" || s.Place.Code == "U6"
	add(now.Governing != nil, IfHeld)
	add(s.Place.Code != "" && unplaced && !s.InCustody && !s.ShortBreak, IfMoved)
	add(!unplaced, IfDisrupted)
	add(s.Authority.Known() && unplaced, IfPlaced)
	add(s.ShortBreak, IfFullRegime)
	add(status == "V2" || status == "L1" || status == "L2", IfInterim)
	add(status == "C1", IfOrder)
	add((status == "C1" || status == "C2") && now.DOBKnown && now.Age < adoptionAge, IfAuthorised)
	add(!s.Protection.From.Known(), IfProtection)
	add(s.Protection.From.Known(), IfUnprotected)
	add(fostered && !s.LongTermSince.Known(), IfLongTerm)
	add(age && !s.InCustody && status != "J1", IfRemanded)
	add(age && !s.Sentenced, IfSentenced)
	add(now.DOBKnown && now.Age >= 14 && now.Age < 16, IfSixteen)
	add(now.DOBKnown && now.Age >= 16, IfEighteen)
	add(true, IfEnded)
	return out
}

// Day is the day a scenario is asked about when the user names none: a birthday
// has its own, any other is today.
func (s Scenario) Day(now Clocks) workday.Date {
	switch s {
	case IfSixteen:
		return now.Sixteen
	case IfEighteen:
		return now.Eighteen
	}
	return now.Situation.Day
}

// WhatIf gives the clocks as they would stand on the day of a change, and saves
// nothing: the change is made by its own commands on a copy of the case. The
// day may be to come. An error says why the change cannot be so.
func WhatIf(c *casefile.Case, s Scenario, day workday.Date, cal workday.Calendar, readings practice.Readings) (Clocks, error) {
	h := &hypothesis{c: c, day: day, newID: casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} })}
	h.make(s, situationOn(c, day))
	if h.err != nil {
		return Clocks{}, h.err
	}
	return Of(h.c, day, cal, readings), nil
}

// hypothesis is a copy of a case that changes are tried on.
type hypothesis struct {
	c     *casefile.Case
	day   workday.Date
	newID casefile.NewID
	err   error
}

func (h *hypothesis) take(lines []casefile.Line, err error) {
	if h.err = err; err == nil {
		h.c = h.c.With(casefile.Stamp{Day: h.day}.Entries(lines, h.newID)...)
	}
}

func (h *hypothesis) make(s Scenario, now Situation) {
	switch s {
	case IfHeld:
		h.take(h.c.HoldReview(casefile.ReviewHeld{ID: h.newID(), Recorded: h.day, Completed: h.day}, h.day))
	case IfMoved:
		h.place("U6")
	case IfAuthorised:
		h.status("E1")
	case IfPlaced:
		h.place("A5")
	case IfDisrupted:
		h.disrupt(now)
	case IfInterim:
		h.status("C1")
	case IfOrder:
		h.status("C2")
	case IfRemanded:
		h.status("J1")
		h.place("R5")
	case IfSentenced:
		h.period(casefile.PeriodStated{What: casefile.Custody, Code: Sentence, From: h.day})
	case IfProtection:
		h.period(casefile.PeriodStated{What: casefile.ChildProtection, From: h.day})
	case IfUnprotected:
		plan := now.Protection
		plan.To = h.day
		h.period(plan)
	case IfLongTerm:
		h.take(h.c.State(map[string]string{casefile.FactLongTerm: h.day.String()}, h.day))
	case IfFullRegime:
		h.period(casefile.PeriodStated{What: casefile.ShortBreak, From: h.day.AddDays(-longestStay), To: h.day + 1})
	case IfEnded:
		care := now.Care
		care.End = h.day
		h.take(h.c.StateCare(care, h.day))
	}
}

func (h *hypothesis) status(code string) {
	h.take(h.c.StateStatus(casefile.StatusStated{ID: h.newID(), Code: code, Start: h.day}, h.day))
}

func (h *hypothesis) place(code string) {
	if h.err == nil {
		h.take(h.c.StatePlacement(casefile.PlacementStated{ID: h.newID(), Code: code, Start: h.day}, h.day))
	}
}

func (h *hypothesis) period(p casefile.PeriodStated) {
	if h.err == nil {
		h.take(h.c.StatePeriod(p, h.day))
	}
}

// disrupt ends a placement with adopters, as it was entered: by a placement, by
// a dated fact, or both.
func (h *hypothesis) disrupt(now Situation) {
	if casefile.WithAdopters(now.Place.Code) {
		h.place("U6")
	}
	for _, p := range h.c.Periods(casefile.PlacedForAdoption) {
		if !p.To.Known() {
			p.To = h.day
			h.period(p)
		}
	}
	h.period(casefile.PeriodStated{What: casefile.AdoptionDisrupted, From: h.day})
}

// Moved is one date that a change moves: its day before and after; one of the
// two is not known when the clock stops or starts.
type Moved struct {
	Rule          string
	What          string
	Before, After workday.Date
}

// Differences lists the open dates that are not the same in two sets of clocks,
// by their day afterwards, those that stop at the end.
func Differences(before, after Clocks) []Moved {
	var out []Moved
	was, is := openDates(before), openDates(after)
	for _, d := range is {
		i := slices.IndexFunc(was, func(o Deadline) bool { return o.What == d.What })
		switch {
		case i < 0:
			out = append(out, Moved{d.Rule, d.What, 0, d.Due})
		case was[i].Due != d.Due:
			out = append(out, Moved{d.Rule, d.What, was[i].Due, d.Due})
		}
	}
	for _, d := range was {
		if !slices.ContainsFunc(is, func(o Deadline) bool { return o.What == d.What }) {
			out = append(out, Moved{d.Rule, d.What, d.Due, 0})
		}
	}
	slices.SortStableFunc(out, func(a, b Moved) int { return cmp.Compare(uint32(a.After-1), uint32(b.After-1)) })
	return out
}

func openDates(c Clocks) []Deadline {
	return slices.DeleteFunc(slices.Clone(c.Deadlines), func(d Deadline) bool { return d.Done })
}
