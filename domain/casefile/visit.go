package casefile

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// VisitMade states one visit of the social worker to the child, or one the
// child asked for that was not made yet (On is then not known), whole (CPPCR
// 28; VS-01 to VS-07). Concern marks a visit that found the placement does not
// keep the child safe and well: a review must follow (CPPCR 30; RT-05).
type VisitMade struct {
	ID      ID           `cbor:"1,keyasint"`
	On      workday.Date `cbor:"2,keyasint,omitempty"`
	By      string       `cbor:"3,keyasint,omitempty"`
	Alone   bool         `cbor:"4,keyasint,omitempty"` // the child was seen alone
	Concern bool         `cbor:"5,keyasint,omitempty"`
	AskedOn workday.Date `cbor:"6,keyasint,omitempty"` // the child asked for it
	Note    string       `cbor:"7,keyasint,omitempty"`
}

// Kind numbers the event.
func (*VisitMade) Kind() Kind { return 15 }

func (ev *VisitMade) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.visits = upsert(c.visits, *ev, func(o VisitMade) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.visits, func(a, b VisitMade) int { return cmp.Compare(max(a.On, a.AskedOn), max(b.On, b.AskedOn)) })
}

// Visits lists the visits made and asked for, oldest first.
func (c *Case) Visits() []VisitMade { return slices.Clone(c.visits) }

// LastVisit gives the newest visit made from that day on.
func (c *Case) LastVisit(from workday.Date) (VisitMade, bool) {
	for _, v := range slices.Backward(c.visits) {
		if v.On.Known() && v.On >= from {
			return v, true
		}
	}
	return VisitMade{}, false
}

// StateVisit states or restates a visit.
func (c *Case) StateVisit(v VisitMade, today workday.Date) ([]Line, error) {
	v.By, v.Note = strings.TrimSpace(v.By), strings.TrimSpace(v.Note)
	switch dob := c.DOB(); {
	case !v.On.Known() && !v.AskedOn.Known():
		return nil, fault.New(fault.BadInput, "A visit needs the day it was made or the day the child asked for it.", "Enter one of the two.")
	case v.On > today || v.AskedOn > today:
		return nil, fault.New(fault.BadInput, "That day is in the future.", "Enter the visit when it was made.")
	case v.On.Known() && v.On < v.AskedOn:
		return nil, fault.New(fault.BadInput, "The visit was made before the child asked for it.", "Check both dates.")
	case earliest(v.On, v.AskedOn) < dob:
		return nil, beforeBirth("A visit was made or asked for")
	}
	on := v.On
	if !on.Known() {
		on = v.AskedOn
	}
	return c.restate(v.ID, on, &v, slices.Contains(c.visits, v)), nil
}
