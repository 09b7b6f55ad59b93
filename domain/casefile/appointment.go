package casefile

import (
	"cmp"
	"slices"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// AppointmentStated states one appointment of an IRO to the child, whole (HB
// 7.1, 7.2).
type AppointmentStated struct {
	ID         ID           `cbor:"1,keyasint"`
	Name       string       `cbor:"2,keyasint"`
	From       workday.Date `cbor:"3,keyasint"`
	To         workday.Date `cbor:"4,keyasint,omitempty"`
	Specialist string       `cbor:"5,keyasint,omitempty"`  // yes or no: experience of the child's need (HB 4.6; CN-02)
	Declared   workday.Date `cbor:"6,keyasint,omitempty"`  // the independence declaration
	Introduced workday.Date `cbor:"7,keyasint,omitempty"`  // in person by the one leaving (HB 7.2; AP-09)
	ToldOn     workday.Date `cbor:"8,keyasint,omitempty"`  // the child was told who the IRO is (AP-07, AP-19)
	HowTold    string       `cbor:"9,keyasint,omitempty"`  // letter, aloud, ...
	HandedOver string       `cbor:"10,keyasint,omitempty"` // the open matters handed over
}

// Kind numbers the event.
func (*AppointmentStated) Kind() Kind { return 13 }

func (ev *AppointmentStated) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.appointments = upsert(c.appointments, *ev, func(o AppointmentStated) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.appointments, func(a, b AppointmentStated) int { return cmp.Compare(a.From, b.From) })
}

// Exclusion is one of the five tests of independence (HB 2.18; AP-12).
type Exclusion struct{ Key, Words string }

// Exclusions lists the five roles that rule an IRO out for a child.
func Exclusions() []Exclusion {
	return []Exclusion{
		{"plan", "makes or manages the child's care plan or case"},
		{"visits", "visits the child for the authority"},
		{"adviser", "is the young person's personal adviser"},
		{"manages", "manages anyone who does these"},
		{"money", "controls the money spent on the case"},
	}
}

// Appointments lists the IROs of the child, oldest first.
func (c *Case) Appointments() []AppointmentStated { return slices.Clone(c.appointments) }

// AppointedOn gives the IRO of the child on that day.
func (c *Case) AppointedOn(day workday.Date) (AppointmentStated, bool) {
	for _, a := range slices.Backward(c.appointments) {
		if within(a.From, a.To, day) {
			return a, true
		}
	}
	return AppointmentStated{}, false
}

// HandoverOpen reports whether the IRO is changing and the one leaving has not
// introduced the new one (HB 7.2; AP-09). Nobody follows when care has ended.
func (c *Case) HandoverOpen(day workday.Date) bool {
	n := len(c.appointments)
	if _, inCare := c.CareOn(day); n == 0 || !inCare {
		return false
	}
	last := c.appointments[n-1]
	return last.To.Known() || n > 1 && !last.Introduced.Known()
}

// Appoint states or restates an IRO's appointment. One that still runs is ended
// by a later one. failed are the keys of the tests of independence the IRO
// fails; with any the appointment is refused (HB 2.18; AP-12).
func (c *Case) Appoint(a AppointmentStated, failed []string, today workday.Date) ([]Line, error) {
	a.Name = PlainName(a.Name)
	switch {
	case a.Name == "":
		return nil, fault.New(fault.BadInput, "An appointment needs the IRO's name.", "Type the name as it should appear.")
	case !a.From.Known():
		return nil, fault.New(fault.BadInput, "An appointment needs the day it began.", "Enter the date.")
	case a.From < c.DOB():
		return nil, beforeBirth("The appointment begins")
	case a.From > today:
		return nil, fault.New(fault.BadInput, "The appointment begins in the future.", "Enter it when it has begun.")
	case a.To.Known() && a.To < a.From:
		return nil, endBeforeStart("appointment")
	case len(failed) > 0:
		return nil, fault.New(fault.Refused, "That IRO is not independent of the case, so cannot be appointed (AP-12, HB 2.18).",
			"Ask the IRO manager for another IRO.")
	case a.Introduced > today || a.ToldOn > today || a.Declared > today:
		return nil, fault.New(fault.BadInput, "That day is in the future.", "Enter it when it has happened.")
	}
	var lines []Line
	for _, o := range c.appointments {
		if o.ID == a.ID || !overlap(o.From, o.To, a.From, a.To) {
			continue
		}
		if o.To.Known() || o.From >= a.From {
			return nil, twoAtOnce("IRO", o.From)
		}
		o.To = a.From
		lines = append(lines, Line{On: a.From, Corrects: c.from[o.ID].entry, Event: &o})
	}
	return append(lines, c.restate(a.ID, a.From, &a, slices.Contains(c.appointments, a))...), nil
}
