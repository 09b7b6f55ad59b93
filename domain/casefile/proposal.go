package casefile

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// ChangeProposed states one change the authority proposes for the child, or
// made in an emergency, whole: the answers that tell which reviews must come
// first (HB 3.77; CV-01 to CV-12), the IRO's scrutiny of a move (HB 3.78,
// 3.79) and how it ended. Which rules hold it is worked out by package review.
type ChangeProposed struct {
	ID         ID           `cbor:"1,keyasint"`
	What       ProposalKind `cbor:"2,keyasint"`
	ProposedOn workday.Date `cbor:"3,keyasint"`
	For        workday.Date `cbor:"4,keyasint,omitempty"` // the day it is planned for
	Text       string       `cbor:"5,keyasint,omitempty"`
	Emergency  bool         `cbor:"6,keyasint,omitempty"`

	ToParent         bool `cbor:"7,keyasint,omitempty"` // to a parent or other person with parental responsibility
	DisruptsSchool   bool `cbor:"8,keyasint,omitempty"` // education or training would be disrupted
	Unplanned        bool `cbor:"9,keyasint,omitempty"`
	EndsPlacement    bool `cbor:"10,keyasint,omitempty"`
	Regulation14Free bool `cbor:"11,keyasint,omitempty"` // one of the exceptions to CPPCR 14

	PlanDated   workday.Date `cbor:"12,keyasint,omitempty"` // the up-to-date plan it rests on (MO-24)
	Understands string       `cbor:"13,keyasint,omitempty"` // yes or no (MO-25)
	Wishes      string       `cbor:"14,keyasint,omitempty"` // MO-26
	MeetsNeed   string       `cbor:"15,keyasint,omitempty"` // yes or no, as the three that follow (MO-27)
	InInterests string       `cbor:"16,keyasint,omitempty"`
	Workable    string       `cbor:"17,keyasint,omitempty"`
	Lasting     string       `cbor:"18,keyasint,omitempty"`
	FreezeAsked workday.Date `cbor:"19,keyasint,omitempty"` // MO-28

	ApprovedBy  string       `cbor:"20,keyasint,omitempty"` // nominated officer (CV-11, CV-15)
	ApprovedOn  workday.Date `cbor:"21,keyasint,omitempty"`
	ConsultedOn workday.Date `cbor:"22,keyasint,omitempty"` // the IRO was (CV-15)
	Teacher     bool         `cbor:"23,keyasint,omitempty"` // the designated teacher was consulted
	NeededBy    workday.Date `cbor:"24,keyasint,omitempty"` // of the review after an emergency (CV-14)
	NoticeGiven workday.Date `cbor:"25,keyasint,omitempty"` // of a placement's end (CV-10)

	Review       ID           `cbor:"26,keyasint,omitzero"`  // that considered it
	Override     string       `cbor:"27,keyasint,omitempty"` // why it may go on without one
	OverriddenBy string       `cbor:"28,keyasint,omitempty"`
	OverriddenOn workday.Date `cbor:"29,keyasint,omitempty"`
	MadeOn       workday.Date `cbor:"30,keyasint,omitempty"`
	Dropped      workday.Date `cbor:"31,keyasint,omitempty"` // no longer proposed
	Placement    ID           `cbor:"32,keyasint,omitzero"`  // the placement it became

	FreezeAnswer   string       `cbor:"33,keyasint,omitempty"` // frozen, refused or what else the council said (MO-28)
	FreezeAnswered workday.Date `cbor:"34,keyasint,omitempty"`
	AdvisedOn      workday.Date `cbor:"35,keyasint,omitempty"` // the child was told of advocacy and complaining (MO-29)
}

// Kind numbers the event.
func (*ChangeProposed) Kind() Kind { return 17 }

func (ev *ChangeProposed) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.proposals = upsert(c.proposals, *ev, func(o ChangeProposed) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.proposals, func(a, b ChangeProposed) int { return cmp.Compare(a.ProposedOn, b.ProposedOn) })
}

// ProposalKind is what is proposed.
type ProposalKind string

// The kinds.
const (
	LeaveCare       ProposalKind = "leave_care"
	SemiIndependent ProposalKind = "semi_independent"
	MoveOn          ProposalKind = "move_on"
	WithParent      ProposalKind = "placement_with_parent"
	Move            ProposalKind = "other"
	PlanOnly        ProposalKind = "plan" // a significant change that moves nobody
)

// Words is the kind as people read it.
func (k ProposalKind) Words() string {
	switch k {
	case LeaveCare:
		return "leave care"
	case SemiIndependent:
		return "move to supported, semi-independent or independent living"
	case MoveOn:
		return "move on from the care placement before 18"
	case WithParent:
		return "be placed with a parent"
	case Move:
		return "move to another placement"
	case PlanOnly:
		return "change the plan, no move"
	}
	return string(k)
}

// ProposalKinds lists them.
func ProposalKinds() []ProposalKind {
	return []ProposalKind{Move, WithParent, SemiIndependent, MoveOn, LeaveCare, PlanOnly}
}

// Closed reports whether the proposal was made or dropped.
func (ev ChangeProposed) Closed() bool {
	return ev.MadeOn.Known() && !ev.afterwards() || ev.Dropped.Known()
}

// afterwards reports a move made in an emergency whose review is still to come
// (CV-14).
func (ev ChangeProposed) afterwards() bool {
	return ev.Emergency && ev.Review.Zero() && ev.Override == ""
}

// Cleared reports whether nothing holds the change any more: its review was
// held, or it was overridden.
func (ev ChangeProposed) Cleared() bool { return !ev.Review.Zero() || ev.Override != "" }

// NotSatisfied reports whether the IRO answered no to one of the tests of a
// move (HB 3.79; MO-27).
func (ev ChangeProposed) NotSatisfied() bool {
	return slices.Contains([]string{ev.MeetsNeed, ev.InInterests, ev.Workable, ev.Lasting}, "no")
}

// Moves reports whether the child would live somewhere else.
func (ev ChangeProposed) Moves() bool { return ev.What != PlanOnly }

// mayBeUrgent reports whether the change is one that an emergency can bring
// about: a move of a child who stays looked after.
func (ev ChangeProposed) mayBeUrgent() bool { return ev.Moves() && ev.What != LeaveCare }

// AdjournedHold is the rule by which a change waits on after its review was
// adjourned: that review does not clear it until it is completed (AJ-11).
const AdjournedHold = "AJ-11"

// Proposals lists the proposed changes, oldest first. The review that considered
// one is named only while it stands as held: a review that was taken back clears
// nothing, and the change waits again (CV-13).
func (c *Case) Proposals() []ChangeProposed {
	all := slices.Clone(c.proposals)
	for i := range all {
		if !c.held(all[i].Review) {
			all[i].Review = ID{}
		}
	}
	return all
}

// OpenProposals lists those neither made nor dropped, and emergency moves whose
// review is to come.
func (c *Case) OpenProposals() []ChangeProposed {
	return slices.DeleteFunc(c.Proposals(), ChangeProposed.Closed)
}

// ProposalByID finds one.
func (c *Case) ProposalByID(id ID) (ChangeProposed, bool) {
	all := c.Proposals()
	i := slices.IndexFunc(all, func(o ChangeProposed) bool { return o.ID == id })
	if i < 0 {
		return ChangeProposed{}, false
	}
	return all[i], true
}

// Propose states or restates a proposed change. holds are the rules that want a
// review first, as package review works them out for this proposal: while there
// are any, the change cannot be entered as made without its review, held first
// and completed, or an override with reason, name and date, but for a move in an
// emergency (HB 3.7, 3.77; CV-13, CV-14; AJ-11).
func (c *Case) Propose(p ChangeProposed, holds []string, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&p.Text, &p.Wishes, &p.ApprovedBy, &p.Override, &p.OverriddenBy, &p.FreezeAnswer} {
		*s = strings.TrimSpace(*s)
	}
	switch {
	case !slices.Contains(ProposalKinds(), p.What):
		return nil, fault.New(fault.BadInput, "Say what is proposed.", "Choose it from the list.")
	case !p.ProposedOn.Known():
		return nil, fault.New(fault.BadInput, "A proposed change needs the day it was proposed.", "Enter the day you heard of it.")
	case p.MadeOn.Known() && p.Dropped.Known():
		return nil, fault.New(fault.Conflict, "A change is either made or dropped.", "Leave one of the two empty.")
	case p.Override != "" && (p.OverriddenBy == "" || !p.OverriddenOn.Known()):
		return nil, fault.New(fault.BadInput, "An override needs a reason, a name and a date.", "Say who overrides it and on which day (CV-13).")
	case !p.Review.Zero() && !c.held(p.Review):
		return nil, fault.New(fault.Conflict, "The review that considered it is not recorded yet.", "Record the review first.")
	case !p.Review.Zero() && c.reviewBefore(p.Review, p.ProposedOn):
		return nil, fault.New(fault.Conflict, "That review was held before the change was proposed.", "Choose a later review.")
	case c.proposed(p):
		return nil, fault.New(fault.Conflict, "That is on file already.", "Open it from the list to change it.")
	case p.Emergency && !p.mayBeUrgent():
		return nil, fault.New(fault.BadInput, "Only a move can be made in an emergency.", "Any other change without its review needs an override with a reason, a name and a date.")
	}
	if err := p.days(c.DOB(), today); err != nil {
		return nil, err
	}
	if err := p.freeze(); err != nil {
		return nil, err
	}
	if err := c.mayBeMade(p, holds); err != nil {
		return nil, err
	}
	return c.restate(p.ID, p.ProposedOn, &p, slices.Contains(c.Proposals(), p)), nil
}

// proposed tells whether a new change says in every answer what another on file
// says.
func (c *Case) proposed(p ChangeProposed) bool {
	if _, ok := c.ProposalByID(p.ID); ok {
		return false
	}
	return slices.ContainsFunc(c.Proposals(), func(o ChangeProposed) bool {
		o.ID = p.ID
		return o == p
	})
}

// days refuses a day that cannot be: one to come, one before the change was
// proposed or one before the child was born.
func (ev ChangeProposed) days(dob, today workday.Date) error {
	before := func(limit workday.Date, days ...workday.Date) bool {
		return slices.ContainsFunc(days, func(d workday.Date) bool { return d.Known() && d < limit })
	}
	past := []workday.Date{ev.ProposedOn, ev.MadeOn, ev.Dropped, ev.OverriddenOn, ev.PlanDated, ev.ApprovedOn, ev.ConsultedOn, ev.NoticeGiven,
		ev.FreezeAsked, ev.FreezeAnswered, ev.AdvisedOn}
	const both = "Check both dates."
	switch {
	case slices.Max(past) > today:
		return fault.New(fault.BadInput, "That day is in the future.", "Only the day it is planned for and the day a review is needed by may be.")
	case dob.Known() && before(dob, append(past, ev.For, ev.NeededBy)...):
		return beforeBirth("A day of the change is")
	case before(ev.ProposedOn, ev.MadeOn):
		return fault.New(fault.Conflict, "The change was made before it was proposed.",
			"If you heard of it only afterwards, enter the day it was made as the day it was proposed too.")
	case before(ev.ProposedOn, ev.For):
		return fault.New(fault.Conflict, "The change is planned for a day before it was proposed.", both)
	case before(ev.ProposedOn, ev.FreezeAsked):
		return fault.New(fault.Conflict, "The freeze was asked for before the change was proposed.", both)
	case before(ev.ProposedOn, ev.OverriddenOn):
		return fault.New(fault.Conflict, "It was decided to go on without a review before the change was proposed.", both)
	case before(ev.ProposedOn, ev.Dropped):
		return fault.New(fault.Conflict, "The change was dropped before it was proposed.", both)
	}
	return nil
}

// freeze refuses an answer that no request for a freeze came before (HB 3.79;
// MO-28).
func (ev ChangeProposed) freeze() error {
	switch {
	case ev.FreezeAnswered.Known() != (ev.FreezeAnswer != ""):
		return fault.New(fault.BadInput, "An answer to a request for a freeze needs its words and its day.", "Say what the council answered and on which day.")
	case ev.FreezeAnswered.Known() && (!ev.FreezeAsked.Known() || ev.FreezeAnswered < ev.FreezeAsked):
		return fault.New(fault.Conflict, "The freeze was answered before it was asked for.", "Enter the day you asked, on or before the day of the answer.")
	}
	return nil
}

// FreezeWaits reports whether a freeze was asked for and the council has not
// answered (MO-28).
func (ev ChangeProposed) FreezeWaits() bool {
	return ev.FreezeAsked.Known() && !ev.FreezeAnswered.Known() && !ev.Dropped.Known()
}

// mayBeMade refuses a change entered as made while a rule holds it.
func (c *Case) mayBeMade(p ChangeProposed, holds []string) error {
	if !p.MadeOn.Known() || p.Emergency || p.Override != "" || len(holds) == 0 {
		return nil
	}
	was, _ := c.ProposalByID(p.ID)
	if was.MadeOn == p.MadeOn && was.Review == p.Review && !was.Emergency && was.Override == "" {
		return nil // it stands on file as made; only what is said of it changes
	}
	r, _ := c.ReviewByID(p.Review)
	switch {
	case p.Review.Zero():
		return fault.New(fault.Refused, "A review must come before this change ("+strings.Join(holds, ", ")+").",
			"Record the review that considered it, or override with a reason, a name and a date.")
	case slices.Contains(holds, AdjournedHold):
		return fault.New(fault.Refused, "The review that considered this change was adjourned ("+AdjournedHold+").",
			"The change waits until that review is completed; or override with a reason, a name and a date.")
	case p.MadeOn < r.Held.Recorded:
		return fault.New(fault.Refused, "The change was made before the review that considered it.",
			"If the authority made it without a review, enter that as an override with its reason, a name and a date.")
	}
	return nil
}

func (c *Case) held(review ID) bool {
	r, ok := c.ReviewByID(review)
	return ok && r.IsHeld()
}

func (c *Case) reviewBefore(review ID, day workday.Date) bool {
	r, _ := c.ReviewByID(review)
	return max(r.Held.Recorded, r.Held.Completed) < day
}
