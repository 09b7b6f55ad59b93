package clock

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// Inside is a time in custody or in accommodation a court or the police ordered,
// and which reviews belong in it (HB 4.12, Annex 5; CPPCR 33(3)(c) and (d)).
type Inside struct {
	From    workday.Date
	Until   workday.Date // the release or end expected; not known when none is
	reviews []workday.Date
	nextDue workday.Date
}

// InsideOf puts together a time inside with the reviews that count and the day
// the next is due by the other clocks.
func InsideOf(from, until workday.Date, reviews []workday.Date, nextDue workday.Date) Inside {
	return Inside{From: from, Until: until, reviews: reviews, nextDue: nextDue}
}

// LatestBefore is the last working day before the end.
func (i Inside) LatestBefore(cal workday.Calendar) workday.Date { return cal.Sub(i.Until, 1) }

// ExtraNeeded reports whether no review was held inside and none falls due
// there, so that one more must be held (YJ-02, YJ-30, RT-06, RT-07).
func (i Inside) ExtraNeeded() bool {
	inside := func(d workday.Date) bool { return d >= i.From && (!i.Until.Known() || d < i.Until) }
	return !slices.ContainsFunc(i.reviews, inside) && (!i.nextDue.Known() || !inside(i.nextDue))
}

// LastMonth is where the window of the last month begins (YJ-13).
func (i Inside) LastMonth() workday.Date { return i.Until.AddMonths(-1) }

// HeldInLastMonth reports whether a review was held in the last month.
func (i Inside) HeldInLastMonth() bool {
	return slices.ContainsFunc(i.reviews, func(d workday.Date) bool { return d >= i.LastMonth() && d < i.Until })
}

// LookedAfterInCustody tells from the order whether a sentenced child is still
// looked after: a care order goes on, accommodation under section 20 or 21 ends
// (YJ-27; HB 4.9, 4.12; Annex 5 paras 1 to 4). status is the return's code on
// the day custody began.
func LookedAfterInCustody(status string, sentenced bool) bool {
	switch status {
	case "V2", "V3", "V4", "J1", "J2", "J3":
		return !sentenced
	}
	return true
}

// custodyOn reads the time in custody open on a day: the one entered, or a
// placement in a young offender institution.
func custodyOn(c *casefile.Case, place casefile.PlacementStated, day workday.Date) (casefile.PeriodStated, bool) {
	if p, ok := openOn(c, casefile.Custody, day); ok {
		return p, true
	}
	if place.Code == "R5" {
		return casefile.PeriodStated{What: casefile.Custody, From: place.Start}, true
	}
	return casefile.PeriodStated{}, false
}

// The kinds of custody.
const (
	Remand   = "remand"
	Sentence = "sentence"
)

// insideClocks are the extra reviews of a child in custody or in accommodation
// a court or the police ordered. next is the day due by the other clocks.
func (m maker) insideClocks(s Situation, next workday.Date) []Deadline {
	var out []Deadline
	if s.Section21 {
		end := s.Status.Expected
		for _, known := range []workday.Date{s.Status.End, s.Care.End} {
			if !end.Known() && known > s.Day {
				end = known
			}
		}
		if !end.Known() && s.InCustody && s.Custody.Code != Sentence {
			end = s.Custody.Expected
		}
		if d, ok := m.extra("RT-06", "Review before the accommodation ends", Section21, "Expected to end", InsideOf(s.Status.Start, end, s.reviews, next)); ok {
			out = append(out, d)
		}
	}
	if !s.InCustody {
		return out
	}
	inside := InsideOf(s.Custody.From, s.Custody.Expected, s.reviews, next)
	rule := ""
	switch {
	case s.CareOrder:
		rule = "YJ-02"
	case s.Status.Code == "C1" || s.Status.Code == "E1" || s.Status.Code == "D1":
		rule = "RT-07" // in care, if not under a care order for the custody rules
	case s.Status.Code == "J1" && (s.Place.Code == "R5" || s.Place.Code == "K1"):
		rule = "YJ-30"
	}
	if rule != "" {
		if d, ok := m.extra(rule, "Review in custody", Custody, "Release expected", inside); ok {
			out = append(out, d)
		}
	}
	return out
}

// extra is one more review that must be held before a time inside ends.
func (m maker) extra(rule, what string, regime Regime, label string, inside Inside) (Deadline, bool) {
	if !inside.Until.Known() || !inside.ExtraNeeded() {
		return Deadline{}, false
	}
	d := m.limit(rule, what, IRO, Step{Label: label, Date: inside.Until}, "the last working day before it", inside.LatestBefore(m.cal))
	d.Regime = regime
	d.Why.Notes = append(d.Why.Notes, "No review was held since "+inside.From.Long()+", when it began, and none falls due before it ends, so one more is needed.")
	return d, true
}

// lastMonth is the review good practice asks for before release (YJ-13), and
// the one that must come before it under a care order (CV-03).
func (m maker) lastMonth(s Situation) []Deadline {
	if !s.InCustody || !s.Custody.Expected.Known() {
		return nil
	}
	inside := InsideOf(s.Custody.From, s.Custody.Expected, s.reviews, 0)
	d := m.limit("YJ-13", "Review in the last month before release (good practice)", IRO, Step{Label: "Release expected", Date: inside.Until},
		"the last working day before it", inside.LatestBefore(m.cal))
	d.NotBefore = inside.LastMonth()
	d.Why.Notes = append(d.Why.Notes, "The last month begins on "+d.NotBefore.Long()+".")
	if inside.HeldInLastMonth() {
		d.Done, d.Met = true, s.reviews[len(s.reviews)-1]
	}
	list := []Deadline{d}
	if s.CareOrder {
		list = append(list, m.beforeRelease(s, inside))
	}
	return list
}

// beforeRelease is the review that must come before a child on a care order is
// released (CV-03).
func (m maker) beforeRelease(s Situation, inside Inside) Deadline {
	d := m.limit("CV-03", "Review before release", LA, Step{Label: "Release expected", Date: inside.Until},
		"the last working day before it", inside.LatestBefore(m.cal))
	for _, day := range s.reviews {
		if day >= inside.From && day < inside.Until {
			d.Done, d.Met = true, day
		}
	}
	return d
}
