package casefile

import (
	"slices"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// StatePeriod states or restates a dated fact that returns carry.
func (c *Case) StatePeriod(p PeriodStated, today workday.Date) ([]Line, error) {
	switch dob := c.DOB(); {
	case p.From.Known() && p.To.Known() && p.To < p.From && p.What != IRH:
		return nil, endBeforeStart(string(p.What))
	case p.To > today && !p.What.mayBeAhead():
		return nil, fault.New(fault.BadInput, title(string(p.What))+" ends in the future.", "Enter the end when it has come.")
	case p.From.Known() && p.Expected.Known() && p.Expected < p.From:
		return nil, fault.New(fault.BadInput, title(string(p.What))+" is expected to end before it begins.", "Check both dates.")
	case p.From.Known() && dob.Known() && p.From < dob && p.What != AsylumSeeking:
		return nil, beforeBirth(title(string(p.What)) + " begins")
	case p.From > today && !p.What.mayBeAhead():
		return nil, fault.New(fault.BadInput, title(string(p.What))+" begins in the future.", "Enter it when it has begun.")
	}
	if slices.Contains(c.periods, p) {
		return nil, nil
	}
	if err := c.fits(p, today); err != nil {
		return nil, err
	}
	on := p.From
	if !on.Known() || on > today {
		on = today
	}
	var corrects ID
	if !p.ID.Zero() {
		corrects = c.from[p.ID].entry
	}
	return []Line{{On: on, Corrects: corrects, Event: &p}}, nil
}

// onceAtATime reports whether a child is in one such situation at a time.
func (k PeriodKind) onceAtATime() bool {
	switch k {
	case PlacedForAdoption, AuthorityToPlace, Custody, SecureOrder, Hospital, ChildProtection, Proceedings, Missing:
		return true
	}
	return false
}

// fits refuses what the file contradicts: a second situation of a kind while one
// goes on, and what only follows something that had not begun. A correction that
// leaves the day as it was is taken, and so is every import.
func (c *Case) fits(p PeriodStated, today workday.Date) error {
	if !p.From.Known() {
		return nil
	}
	for _, o := range c.periods {
		switch {
		case p.names(o):
			if o.What == p.What && o.From == p.From {
				return nil
			}
		case p.clashes(o) && max(p.From, o.From) <= today: // one that is planned follows the one that goes on
			return fault.New(fault.Conflict, "Two entries of "+string(p.What)+" run at the same time.",
				"The other began on "+o.From.Long()+": correct that one, or end it first.")
		}
	}
	return c.follows(p)
}

// clashes reports whether the two cannot both be so. A child on remand may be
// sentenced for something else.
func (ev PeriodStated) clashes(o PeriodStated) bool {
	sort := ev.What == o.What && ev.What.onceAtATime() && (ev.What != Custody || ev.Code == o.Code)
	goesOn := !ev.To.Known() || !o.To.Known()
	return sort && goesOn && o.From.Known() && overlap(ev.From, ev.To, o.From, o.To)
}

// follows refuses the end of a placement with adopters when there was none, a
// conference review before its plan and a panel before its order (RT-03, CP-04,
// SE-01). A plan or an order that is not on file contradicts nothing.
func (c *Case) follows(p PeriodStated) error {
	began := func(what PeriodKind) bool {
		all := c.Periods(what)
		return len(all) == 0 || all[0].From <= p.From
	}
	switch {
	case p.What == AdoptionDisrupted && !c.withAdopters(p.From):
		return fault.New(fault.Conflict, "No placement with adopters was on file on the day it ended.",
			"Enter when the child was placed for adoption first, or check the day.")
	case p.What == Conference && !began(ChildProtection):
		return fault.New(fault.Conflict, "The conference reviews a child protection plan that had not begun.",
			"Enter the plan with the day it began first, or check the day.")
	case p.What == Panel && !began(SecureOrder):
		return fault.New(fault.Conflict, "The panel reviews a secure accommodation order that had not begun.",
			"Enter the order with the day it began first, or check the day.")
	}
	return nil
}

// withAdopters reports whether the child was placed with adopters on that day or
// left them on it, by the entry or by the placement's code. Where no placement
// with adopters is on file at all, that there was one is not contradicted.
func (c *Case) withAdopters(day workday.Date) bool {
	known := slices.ContainsFunc(c.periods, func(o PeriodStated) bool { return o.What == PlacedForAdoption }) ||
		slices.ContainsFunc(c.placements, func(o PlacementStated) bool { return WithAdopters(o.Code) })
	return !known || slices.ContainsFunc(c.periods, func(o PeriodStated) bool {
		return o.What == PlacedForAdoption && o.From <= day && (!o.To.Known() || day <= o.To)
	}) || slices.ContainsFunc(c.placements, func(o PlacementStated) bool {
		return WithAdopters(o.Code) && o.Start <= day && (!o.End.Known() || day <= o.End)
	})
}
