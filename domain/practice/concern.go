package practice

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Theme is what a wider concern is about.
type Theme string

// The themes: services (HB 2.13, 3.81; MO-07), trends in offending (Annex 5
// para 5; YJ-23) and barriers to the role (NCB 2014; QA-06).
const (
	Placements   Theme = "too few or unsuitable placements"
	Moves        Theme = "moves without the IRO being told"
	Workers      Theme = "changes of social worker"
	Plans        Theme = "care plans late or out of date"
	Decisions    Theme = "review decisions not carried out"
	HealthCare   Theme = "health and mental health services"
	Schooling    Theme = "education"
	Permanence   Theme = "delay in permanence"
	FamilyTime   Theme = "contact with family"
	LeavingCare  Theme = "leaving care and housing"
	Offending    Theme = "a bad trend in offending"
	GoingMissing Theme = "children going missing or at risk of exploitation"
	RoleBarrier  Theme = "barriers to the IRO's role"
	OtherTheme   Theme = "something else"
)

// Themes lists them in the order of the form.
func Themes() []Theme {
	return []Theme{Placements, Moves, Workers, Plans, Decisions, HealthCare, Schooling, Permanence, FamilyTime, LeavingCare,
		Offending, GoingMissing, RoleBarrier, OtherTheme}
}

// Rule is the rule that asks for concerns of the theme to be raised.
func (t Theme) Rule() string {
	switch t {
	case Offending:
		return "YJ-23"
	case RoleBarrier:
		return "QA-06"
	}
	return "MO-07"
}

// ConcernStated states one wider concern, whole: what is wrong beyond one
// child's case, the children it was seen with, who it was raised to and what
// came of it (HB 2.13, 3.81; MO-07). It is open until Closed.
type ConcernStated struct {
	ID         casefile.ID   `cbor:"1,keyasint"`
	Theme      Theme         `cbor:"2,keyasint"`
	Text       string        `cbor:"3,keyasint"`
	Children   []casefile.ID `cbor:"4,keyasint,omitempty"`
	RaisedTo   string        `cbor:"5,keyasint,omitempty"`
	RaisedOn   workday.Date  `cbor:"6,keyasint,omitempty"`
	Answer     string        `cbor:"7,keyasint,omitempty"`
	AnsweredOn workday.Date  `cbor:"8,keyasint,omitempty"`
	Closed     workday.Date  `cbor:"9,keyasint,omitempty"`
}

// Kind numbers the event.
func (*ConcernStated) Kind() casefile.Kind { return 107 }

// Concern is a wider concern as it stands; Since is the day it was first
// entered.
type Concern struct {
	ConcernStated
	Since workday.Date
}

// Standing says how a concern stands.
type Standing string

// The standings, in the order they want attention.
const (
	NotRaised Standing = "not raised yet"
	Raised    Standing = "raised, no answer yet"
	Answered  Standing = "answered"
	Closed    Standing = "closed"
)

// Standing says whether a concern is raised, answered, closed.
func (c ConcernStated) Standing() Standing {
	switch {
	case c.Closed.Known():
		return Closed
	case c.AnsweredOn.Known():
		return Answered
	case c.RaisedOn.Known():
		return Raised
	}
	return NotRaised
}

// order is where a standing stands in the list.
func (s Standing) order() int {
	return slices.Index([]Standing{NotRaised, Raised, Answered, Closed}, s)
}

func (p *Practice) stateConcern(ev *ConcernStated, on workday.Date) {
	i := slices.IndexFunc(p.concerns, func(o Concern) bool { return o.ID == ev.ID })
	if i < 0 {
		p.concerns = append(p.concerns, Concern{ConcernStated: *ev, Since: on})
		return
	}
	p.concerns[i].ConcernStated = *ev
}

// Concerns lists the wider concerns: those to raise first, then those without
// an answer, then the answered, the closed last; the newest first within each.
func (p *Practice) Concerns() []Concern {
	out := slices.Clone(p.concerns)
	slices.SortStableFunc(out, func(a, b Concern) int {
		if x, y := a.Standing().order(), b.Standing().order(); x != y {
			return x - y
		}
		return int(b.Since - a.Since)
	})
	return out
}

// StateConcern states or restates a wider concern. It may be kept before it is
// raised; an answer needs that it was raised, and its day.
func (p *Practice) StateConcern(ev ConcernStated, today workday.Date) ([]casefile.Line, error) {
	for _, s := range []*string{&ev.Text, &ev.RaisedTo, &ev.Answer} {
		*s = strings.TrimSpace(*s)
	}
	ev.Children = distinct(ev.Children)
	switch {
	case !slices.Contains(Themes(), ev.Theme):
		return nil, fault.New(fault.BadInput, "Say what the concern is about.", "Choose the theme from the list.")
	case ev.Text == "":
		return nil, fault.New(fault.BadInput, "Say what you have seen.", "The concern in your own words: what is wrong, and for whom.")
	case len(ev.Text)+len(ev.Answer) > casefile.NoteLimit:
		return nil, fault.New(fault.TooLong, "The concern is longer than is kept.", "Keep this one and start another.")
	case max(ev.RaisedOn, ev.AnsweredOn, ev.Closed) > today:
		return nil, fault.New(fault.BadInput, "That day is in the future.", "Enter it when it has happened.")
	case (ev.RaisedTo == "") == ev.RaisedOn.Known():
		return nil, fault.New(fault.BadInput, "Say to whom you raised it and on which day.", "Fill in both, or neither when you have not raised it yet.")
	case (ev.Answer == "") == ev.AnsweredOn.Known():
		return nil, fault.New(fault.BadInput, "An answer needs its words and its day.", "Fill in both, or neither when there is no answer yet.")
	case ev.AnsweredOn.Known() && !ev.RaisedOn.Known():
		return nil, fault.New(fault.BadInput, "It was answered but never raised.", "Say to whom you raised it and on which day.")
	case ev.AnsweredOn.Known() && ev.AnsweredOn < ev.RaisedOn:
		return nil, fault.New(fault.BadInput, "It was answered before it was raised.", "Check both dates.")
	case ev.Closed.Known() && ev.Closed < max(ev.RaisedOn, ev.AnsweredOn):
		return nil, fault.New(fault.BadInput, "It was closed before it was raised or answered.", "Check the dates.")
	}
	if slices.ContainsFunc(p.concerns, func(o Concern) bool { return o.same(ev) }) {
		return nil, nil
	}
	return []casefile.Line{{On: today, Event: &ev}}, nil
}

// same reports whether two statements of a concern say the same.
func (c ConcernStated) same(o ConcernStated) bool {
	return c.ID == o.ID && c.Theme == o.Theme && c.Text == o.Text && slices.Equal(c.Children, o.Children) &&
		c.RaisedTo == o.RaisedTo && c.RaisedOn == o.RaisedOn && c.Answer == o.Answer && c.AnsweredOn == o.AnsweredOn && c.Closed == o.Closed
}

// distinct keeps each child once, in the order they were linked.
func distinct(ids []casefile.ID) []casefile.ID {
	var out []casefile.ID
	for _, id := range ids {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
