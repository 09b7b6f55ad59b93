package casefile

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// EventReported states one significant event and what the IRO decided about
// it, whole (HB 3.74 to 3.76). It is open until Decision is given.
type EventReported struct {
	ID     ID           `cbor:"1,keyasint"`
	What   EventKind    `cbor:"2,keyasint"`
	On     workday.Date `cbor:"3,keyasint"`
	ToldOn workday.Date `cbor:"4,keyasint,omitempty"` // the IRO was told
	ToldBy string       `cbor:"5,keyasint,omitempty"`
	Text   string       `cbor:"6,keyasint,omitempty"`
	View   string       `cbor:"7,keyasint,omitempty"` // the child's view (MO-03)
	NoView string       `cbor:"8,keyasint,omitempty"` // why the child was not asked

	Decision   Decision     `cbor:"9,keyasint,omitempty"` // MO-02
	DecidedOn  workday.Date `cbor:"10,keyasint,omitempty"`
	Reasons    string       `cbor:"11,keyasint,omitempty"`
	AgreedWith string       `cbor:"12,keyasint,omitempty"` // MO-04
	Told       string       `cbor:"13,keyasint,omitempty"` // who was told of the decision, and when (MO-05)
	NeededBy   workday.Date `cbor:"14,keyasint,omitempty"` // of the review that was decided on (RT-04)
	Placement  ID           `cbor:"15,keyasint,omitzero"`  // the move it is about
}

// Kind numbers the event.
func (*EventReported) Kind() Kind { return 16 }

// Open reports whether the event still waits for the IRO's decision.
func (ev EventReported) Open() bool { return ev.Decision == "" || ev.Decision == MoreInformation }

func (ev *EventReported) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.happenings = upsert(c.happenings, *ev, func(o EventReported) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.happenings, func(a, b EventReported) int { return cmp.Compare(a.On, b.On) })
}

// Decision is what the IRO decided about an event (HB 3.75; MO-02).
type Decision string

// The decisions.
const (
	ReviewNeeded    Decision = "review"
	NoReview        Decision = "no_review"
	MoreInformation Decision = "more_information"
)

// Words is the decision as people read it.
func (d Decision) Words() string {
	switch d {
	case ReviewNeeded:
		return "a review is needed"
	case NoReview:
		return "no review is needed"
	case MoreInformation:
		return "more information asked for"
	}
	return "not decided yet"
}

// Decisions lists them.
func Decisions() []Decision { return []Decision{ReviewNeeded, NoReview, MoreInformation} }

// EventKind is a kind of significant event.
type EventKind string

// Significant is a kind of event with the rule that asks to be told of it.
type Significant struct {
	Kind     EventKind
	Words    string
	Rule     string
	Critical bool // act before anything else
}

// The kinds the program asks for by name.
const (
	PlanChange      EventKind = "plan_change"
	PlacementChange EventKind = "placement_change"
	MissingEvent    EventKind = "missing"
	Offence         EventKind = "offence"
	CustodyEvent    EventKind = "custody"
	HospitalEvent   EventKind = "hospital"
	VisitConcern    EventKind = "visit_concern"
	IROAsks         EventKind = "iro_asks"
	PanelAgainst    EventKind = "panel_against"
)

// SignificantEvents lists the kinds: the thirteen of HB 3.74 with a failed
// arrangement (CPPCR 37) and then custody, hospital, a visit of concern, a
// secure panel's answer and the IRO's own call for a review.
func SignificantEvents() []Significant {
	return []Significant{
		{PlanChange, "Care plan change proposed, in court too", "MO-10", false},
		{"decision_missed", "Agreed decision not carried out in time", "MO-11", false},
		{"implementation_failure", "Arrangements for a decision failed or changed", "MO-12", false},
		{"contact_change", "Major change of contact", "MO-13", false},
		{"worker_change", "Change of allocated social worker", "MO-14", false},
		{"safeguarding", "Safeguarding concern or conference result", "MO-15", true},
		{"complaint", "Complaint by or for the child, a parent or carer", "MO-16", false},
		{PlacementChange, "Unexpected placement change", "MO-17", false},
		{"family_change", "Birth, marriage, death or other family change", "MO-18", false},
		{Offence, "Charge, court case, conviction or sentence", "MO-19", false},
		{"school_exclusion", "Exclusion from school", "MO-20", false},
		{MissingEvent, "Ran away or went missing", "MO-21", true},
		{"health", "Serious illness, diagnosis or accident", "MO-22", false},
		{"panel_permanence", "Panel decision on permanence", "MO-23", false},
		{CustodyEvent, "Taken into custody", "YJ-01", true},
		{HospitalEvent, "Admitted to hospital", "HO-01", false},
		{VisitConcern, "Visit found the placement does not keep the child safe and well", "RT-05", true},
		{PanelAgainst, "Secure accommodation panel against staying", "SE-04", true},
		{IROAsks, "You call for a review", "RT-04", false},
	}
}

// SignificantEvent finds a kind.
func SignificantEvent(k EventKind) (Significant, bool) {
	all := SignificantEvents()
	i := slices.IndexFunc(all, func(s Significant) bool { return s.Kind == k })
	if i < 0 {
		return Significant{}, false
	}
	return all[i], true
}

// Events lists the significant events, oldest first.
func (c *Case) Events() []EventReported { return slices.Clone(c.happenings) }

// EventByID finds one.
func (c *Case) EventByID(id ID) (EventReported, bool) {
	i := slices.IndexFunc(c.happenings, func(o EventReported) bool { return o.ID == id })
	if i < 0 {
		return EventReported{}, false
	}
	return c.happenings[i], true
}

// ReportEvent states or restates a significant event with the IRO's decision.
// A decision needs its reasons, and the child's view or why the child was not
// asked (HB 3.75, 3.76; MO-02 to MO-04). An event may stay undecided.
func (c *Case) ReportEvent(ev EventReported, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&ev.ToldBy, &ev.Text, &ev.View, &ev.NoView, &ev.Reasons, &ev.AgreedWith, &ev.Told} {
		*s = strings.TrimSpace(*s)
	}
	if _, ok := SignificantEvent(ev.What); !ok {
		return nil, fault.New(fault.BadInput, "Say what happened.", "Choose the kind of event from the list.")
	}
	switch {
	case !ev.On.Known():
		return nil, fault.New(fault.BadInput, "An event needs the day it happened.", "Enter the date.")
	case ev.On > today || ev.ToldOn > today || ev.DecidedOn > today:
		return nil, fault.New(fault.BadInput, "That day is in the future.", "A change that is only proposed is entered as a proposed change.")
	case ev.ToldOn.Known() && ev.ToldOn < ev.On:
		return nil, fault.New(fault.BadInput, "You were told before it happened.", "Check both dates.")
	case ev.DecidedOn.Known() && ev.DecidedOn < max(ev.On, ev.ToldOn):
		return nil, fault.New(fault.BadInput, "It was decided before it happened or before you were told.", "Check the dates.")
	case c.DOB().Known() && ev.On < c.DOB():
		return nil, beforeBirth("The event happened")
	case ev.Decision == "":
	case !slices.Contains(Decisions(), ev.Decision):
		return nil, fault.New(fault.BadInput, "That is not one of the decisions.", "Choose one from the list.")
	case ev.Reasons == "":
		return nil, fault.New(fault.BadInput, "Say why you decided so.", "The reasons are filed with the decision (HB 3.76).")
	case ev.View == "" && ev.NoView == "":
		return nil, fault.New(fault.BadInput, "Enter the child's view, or why the child was not asked.", "It is weighed before you decide (HB 3.75).")
	case ev.Decision == NoReview && ev.AgreedWith == "":
		return nil, fault.New(fault.BadInput, "Say with whom it was agreed that no review is needed.", "The agreement is filed with its reasons (HB 3.76).")
	}
	if was, ok := c.EventByID(ev.ID); ok && was.Decision != ev.Decision && was.DecidedOn == ev.DecidedOn {
		ev.DecidedOn = 0 // another decision is of another day
	}
	switch {
	case c.reported(ev):
		return nil, fault.New(fault.Conflict, "That is on file already.", "Open it from the list to change it. If it happened twice that day, say in the words how the two differ.")
	case ev.Decision == ReviewNeeded && !ev.NeededBy.Known():
		return nil, fault.New(fault.BadInput, "Say by which day the review is needed.", "The day is counted down from; without it the decision leads nowhere (CPPCR 33(3)(a)).")
	case ev.Decision == ReviewNeeded && ev.NeededBy < ev.On:
		return nil, fault.New(fault.BadInput, "The review is needed by a day before it happened.", "Check both dates.")
	case ev.Decision == "":
		ev.DecidedOn, ev.NeededBy = 0, 0
	case !ev.DecidedOn.Known():
		ev.DecidedOn = today
	}
	if ev.Decision != ReviewNeeded {
		ev.NeededBy = 0
	}
	return c.restate(ev.ID, ev.On, &ev, slices.Contains(c.happenings, ev)), nil
}

// reported tells whether another event on file says the same of the same day.
// Two that stand so already may each be corrected.
func (c *Case) reported(ev EventReported) bool {
	same := func(o EventReported) bool { return o.What == ev.What && o.On == ev.On && o.Text == ev.Text }
	if was, ok := c.EventByID(ev.ID); ok && same(was) {
		return false
	}
	return slices.ContainsFunc(c.happenings, func(o EventReported) bool { return o.ID != ev.ID && same(o) })
}

// UntoldMoves lists placements an import brought after the file was opened and
// that no entry of the IRO's speaks of: moves the IRO was not told about (HB
// 3.74; MO-17). An event or a proposed change tied to the placement, or a
// placement change within four weeks of it, settles one.
func (c *Case) UntoldMoves() []PlacementStated {
	var out []PlacementStated
	for i, p := range c.placements {
		if i == 0 || p.Start <= c.Opened || c.from[p.ID].source != ByImport || c.toldOf(p) {
			continue
		}
		out = append(out, p)
	}
	return out
}

func (c *Case) toldOf(p PlacementStated) bool {
	near := func(day workday.Date) bool { return day.Known() && day >= p.Start-28 && day <= p.Start+28 }
	return slices.ContainsFunc(c.happenings, func(ev EventReported) bool {
		return ev.Placement == p.ID || ev.What == PlacementChange && near(ev.On)
	}) || slices.ContainsFunc(c.proposals, func(ch ChangeProposed) bool {
		return ch.Placement == p.ID || ch.Moves() && (near(ch.MadeOn) || near(ch.For))
	})
}
