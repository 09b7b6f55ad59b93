package casefile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// DecisionMade states one decision of a review, whole (HB 3.72, 3.73; DE-01 to
// DE-03). A recommendation asks for what the review cannot commit (HB 3.70;
// DE-11). CarriedFrom is the decision of an earlier review it goes on from, and
// Different what will be done otherwise this time (DE-12). Service, Referred,
// ReplyBy and Replied follow a referral to somebody else (HB 7.26; DD-05).
type DecisionMade struct {
	ID          ID           `cbor:"1,keyasint"`
	Review      ID           `cbor:"2,keyasint"`
	Need        string       `cbor:"3,keyasint,omitempty"`
	Outcome     string       `cbor:"4,keyasint,omitempty"`
	What        string       `cbor:"5,keyasint"`
	Who         string       `cbor:"6,keyasint"`
	By          workday.Date `cbor:"7,keyasint"`
	Accountable string       `cbor:"8,keyasint,omitempty"` // the manager who answers for it

	Recommendation bool   `cbor:"9,keyasint,omitempty"`
	CarriedFrom    ID     `cbor:"10,keyasint,omitzero"`
	Different      string `cbor:"11,keyasint,omitempty"`

	Service  string       `cbor:"12,keyasint,omitempty"`
	Referred workday.Date `cbor:"13,keyasint,omitempty"`
	ReplyBy  workday.Date `cbor:"14,keyasint,omitempty"`
	Replied  workday.Date `cbor:"15,keyasint,omitempty"`
}

// Kind numbers the event.
func (*DecisionMade) Kind() Kind { return 19 }

// Progress is how far a decision was carried out.
type Progress string

// The states. Open is the zero: nothing is known of it yet.
const (
	DecisionOpen    Progress = ""
	DecisionDone    Progress = "done"
	DecisionPart    Progress = "part done"
	DecisionNotDone Progress = "not done"
	DecisionDropped Progress = "no longer needed"
)

// Progresses lists the states that are entered.
func Progresses() []Progress {
	return []Progress{DecisionDone, DecisionPart, DecisionNotDone, DecisionDropped}
}

// DecisionFollowed is one look at a decision: how far it was carried out, what
// shows it, and if not, why (HB 7.24, 7.25; DD-02, DD-04). NewDay is the firm
// day set in place of the one that was missed (HB 3.39; DD-01). CarriedTo is the
// decision of a later review that goes on from it.
type DecisionFollowed struct {
	Decision  ID           `cbor:"1,keyasint"`
	State     Progress     `cbor:"2,keyasint"`
	Evidence  string       `cbor:"3,keyasint,omitempty"`
	Why       string       `cbor:"4,keyasint,omitempty"`
	NewDay    workday.Date `cbor:"5,keyasint,omitempty"`
	CarriedTo ID           `cbor:"6,keyasint,omitzero"`
}

// Kind numbers the event.
func (*DecisionFollowed) Kind() Kind { return 20 }

// Look is one look at a decision as it stands.
type Look struct {
	DecisionFollowed
	Entry ID
	On    workday.Date
	By    string
}

// Decided is a decision with all that became of it.
type Decided struct {
	DecisionMade
	No     int          // its number among the decisions of its review, from 1
	Made   workday.Date // the day it was made
	Looks  []Look       // oldest first
	Answer ManagerAnswer
	Alerts []ManagerAlerted // oldest first

	Worded ID // the entry that last gave it the words it has now
}

// Last is the newest look; its State is open while there is none.
func (d Decided) Last() Look {
	if len(d.Looks) == 0 {
		return Look{}
	}
	return d.Looks[len(d.Looks)-1]
}

// State is how far it was carried out, as last entered.
func (d Decided) State() Progress { return d.Last().State }

// Carried reports whether a later review's decision goes on from this one.
func (d Decided) Carried() bool { return !d.Last().CarriedTo.Zero() }

// Open reports whether something is still to be done under this decision.
func (d Decided) Open() bool {
	return d.State() != DecisionDone && d.State() != DecisionDropped && !d.Carried()
}

// Due is the day it is wanted by: the newest firm day set for it.
func (d Decided) Due() workday.Date {
	for _, l := range slices.Backward(d.Looks) {
		if l.NewDay.Known() {
			return l.NewDay
		}
	}
	return d.By
}

// Moves counts how often a new day was set for it.
func (d Decided) Moves() int {
	n := 0
	for _, l := range d.Looks {
		if l.NewDay.Known() {
			n++
		}
	}
	return n
}

func (ev *DecisionMade) apply(c *Case, e Entry) {
	c.stamp(ev.ID, e)
	i := slices.IndexFunc(c.decisions, func(d Decided) bool { return d.ID == ev.ID })
	if i >= 0 {
		d := &c.decisions[i]
		if !ev.says(d.DecisionMade) {
			d.Worded = e.ID
		}
		d.DecisionMade, d.Made = *ev, e.On
		return
	}
	no := 1
	for _, d := range c.decisions {
		if d.Review == ev.Review {
			no++
		}
	}
	c.decisions = append(c.decisions, Decided{DecisionMade: *ev, No: no, Made: e.On, Worded: e.ID})
}

// says reports whether two wordings of a decision ask for the same.
func (ev *DecisionMade) says(o DecisionMade) bool {
	return ev.Need == o.Need && ev.Outcome == o.Outcome && ev.What == o.What && ev.Who == o.Who && ev.By == o.By
}

// decided finds a decision while the entries are replayed.
func (c *Case) decided(id ID) *Decided {
	i := slices.IndexFunc(c.decisions, func(d Decided) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return &c.decisions[i]
}

func (ev *DecisionFollowed) apply(c *Case, e Entry) {
	d := c.decided(ev.Decision)
	if d == nil {
		return
	}
	look := Look{DecisionFollowed: *ev, Entry: e.ID, On: e.On, By: e.By}
	if corrects := c.standing(e.Corrects); !corrects.Zero() {
		if i := slices.IndexFunc(d.Looks, func(l Look) bool { return l.Entry == corrects }); i >= 0 {
			d.Looks[i] = look
			return
		}
	}
	d.Looks = append(d.Looks, look)
}

// Decisions lists every decision on file, in the order they were made.
func (c *Case) Decisions() []Decided { return slices.Clone(c.decisions) }

// DecisionsOf lists the decisions of one review by their numbers.
func (c *Case) DecisionsOf(review ID) []Decided {
	return slices.DeleteFunc(c.Decisions(), func(d Decided) bool { return d.Review != review })
}

// OpenDecisions lists those still to be carried out, the soonest first.
func (c *Case) OpenDecisions() []Decided {
	out := slices.DeleteFunc(c.Decisions(), func(d Decided) bool { return !d.Open() })
	slices.SortStableFunc(out, func(a, b Decided) int { return cmp.Compare(a.Due(), b.Due()) })
	return out
}

// DecisionByID finds one.
func (c *Case) DecisionByID(id ID) (Decided, bool) {
	if d := c.decided(id); d != nil {
		return *d, true
	}
	return Decided{}, false
}

// LineOf gives a decision with those it was carried on from, the first one first
// (DE-12, DE-14; DD-07).
func (c *Case) LineOf(id ID) []Decided {
	var out []Decided
	for d, ok := c.DecisionByID(id); ok && len(out) <= len(c.decisions); d, ok = c.DecisionByID(d.CarriedFrom) {
		out = append(out, d)
	}
	slices.Reverse(out)
	return out
}

// MakeDecision states or restates a decision of a review. It needs all that
// makes it one: what is needed and hoped for, what is done, by whom and by when.
func (c *Case) MakeDecision(d DecisionMade, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&d.Need, &d.Outcome, &d.What, &d.Who, &d.Accountable, &d.Different, &d.Service} {
		*s = strings.TrimSpace(*s)
	}
	r, ok := c.ReviewByID(d.Review)
	if !ok {
		return nil, fault.New(fault.NotFound, "The decision belongs to no review.", "Open the review and add it there.")
	}
	if err := checkDecision(d, r, today); err != nil {
		return nil, err
	}
	on := today
	if r.IsHeld() {
		on = max(r.Held.Recorded, r.Held.Completed)
	}
	was, stands := c.DecisionByID(d.ID)
	if stands {
		on = was.Made
	}
	return c.restate(d.ID, on, &d, stands && was.DecisionMade == d), nil
}

func checkDecision(d DecisionMade, r Review, today workday.Date) error {
	from := today
	if r.IsHeld() {
		from = r.Held.Recorded
	}
	missing := func(what, hint string) error { return fault.New(fault.BadInput, what, hint) }
	switch {
	case d.What == "":
		return missing("Say what is to be done.", "One act a decision, so that it can be seen whether it was done.")
	case d.Need == "":
		return missing("Say which need it answers.", "Each decision names the need and the outcome hoped for (HB 3.72).")
	case d.Outcome == "":
		return missing("Say what is hoped for.", "How will you know, at the next review, that it worked? (HB 3.72)")
	case d.Who == "":
		return missing("Say who will do it.", "One named person (HB 3.72).")
	case !d.By.Known():
		return missing("Give the day it is to be done by.", "\"Ongoing\" and \"as soon as possible\" cannot be chased; a day can (HB 3.72).")
	case d.By < from:
		return missing("It is to be done before the review that decided it.", "Check the date.")
	case d.By > from.AddMonths(24):
		return missing("The day is more than two years away.", "Check the year.")
	case len(d.Need)+len(d.Outcome)+len(d.What)+len(d.Different) > NoteLimit:
		return fault.New(fault.TooLong, "The decision is longer than is kept.", "Put the rest in a note.")
	}
	return checkReferral(d, today)
}

func checkReferral(d DecisionMade, today workday.Date) error {
	asked := d.Referred.Known() || d.ReplyBy.Known() || d.Replied.Known()
	switch {
	case d.Service == "" && asked:
		return fault.New(fault.BadInput, "Say which service was asked.", "Name the team or the person the referral went to (HB 7.26).")
	case d.Referred > today || d.Replied > today:
		return fault.New(fault.BadInput, "That day of the referral is in the future.", "Enter it when it has happened.")
	case d.ReplyBy.Known() && d.ReplyBy < d.Referred:
		return fault.New(fault.BadInput, "The answer is asked for before the referral went.", "Check both dates.")
	case d.Replied.Known() && d.Replied < d.Referred:
		return fault.New(fault.BadInput, "They answered before the referral went.", "Check both dates.")
	}
	return nil
}

// FollowDecision keeps one look at a decision. Done and part done need what
// shows it; part done and not done need why. on is the day it was done or
// looked at; corrects names the look whose place it takes, if any.
func (c *Case) FollowDecision(f DecisionFollowed, corrects ID, on, today workday.Date) ([]Line, error) {
	f.Evidence, f.Why = strings.TrimSpace(f.Evidence), strings.TrimSpace(f.Why)
	d, ok := c.DecisionByID(f.Decision)
	switch {
	case !ok:
		return nil, fault.New(fault.NotFound, "That decision is not on this file.", "Choose it from the list.")
	case !slices.Contains(Progresses(), f.State):
		return nil, fault.New(fault.BadInput, "Say how far it was carried out.", "Done, part done, not done, or no longer needed.")
	case !on.Known() || on > today:
		return nil, fault.New(fault.BadInput, "It needs the day it was done or looked at, not one in the future.", "Enter the date.")
	case on < d.Made:
		return nil, fault.New(fault.BadInput, "That is before the decision was made.", "Check the date.")
	case (f.State == DecisionDone || f.State == DecisionPart) && !says(f.Evidence):
		return nil, fault.New(fault.BadInput, "Say what shows that it was done.", "Something you saw or were shown, not only that somebody said so (HB 7.25).")
	case f.State != DecisionDone && !says(f.Why):
		return nil, fault.New(fault.BadInput, "Say why it was not done, or not all of it.", "A decision that comes round again needs an account of why.")
	case len(f.Evidence)+len(f.Why) > NoteLimit:
		return nil, fault.New(fault.TooLong, "The entry is longer than is kept.", "Put the rest in a note.")
	case corrects.Zero() && !d.Open():
		return nil, fault.New(fault.Conflict, "Nothing is open under this decision.", "Correct the last entry on it, or take that back, if it was wrong.")
	}
	if err := checkNewDay(d, f, corrects, on); err != nil {
		return nil, err
	}
	if slices.ContainsFunc(d.Looks, func(l Look) bool { return l.Entry == corrects && l.On == on && l.DecisionFollowed == f }) {
		return nil, nil
	}
	return []Line{{On: on, Corrects: corrects, Event: &f}}, nil
}

// checkNewDay checks a new day against the decision as it stands without the
// look that is corrected: that one may keep the day it set.
// says reports whether a text says anything: a full stop or a joiner no one sees
// is no evidence and no reason.
func says(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func checkNewDay(d Decided, f DecisionFollowed, corrects ID, on workday.Date) error {
	d.Looks = slices.DeleteFunc(slices.Clone(d.Looks), func(l Look) bool { return l.Entry == corrects })
	switch {
	case !f.NewDay.Known():
		return nil
	case f.State == DecisionDone || f.State == DecisionDropped:
		return fault.New(fault.BadInput, "A new day is set only for what is still to be done.", "Leave it empty.")
	case f.NewDay <= on:
		return fault.New(fault.BadInput, "The new day is not after the day you set it.", "Check both dates.")
	case f.NewDay > on.AddMonths(24):
		return fault.New(fault.BadInput, "The new day is more than two years away.", "Check the year.")
	case f.NewDay == d.Due():
		return fault.New(fault.BadInput, "That is the day it has already.", "Leave it empty, or set another.")
	}
	return nil
}

// CarryDecision carries a decision on to another review: the old one keeps why
// it was not done, and the new one names a new day and what will be different
// (DE-12).
func (c *Case) CarryDecision(from ID, why string, next DecisionMade, on, today workday.Date) ([]Line, error) {
	old, ok := c.DecisionByID(from)
	next.CarriedFrom, next.Different = from, strings.TrimSpace(next.Different)
	switch {
	case !ok:
		return nil, fault.New(fault.NotFound, "That decision is not on this file.", "Choose it from the list.")
	case !old.Open():
		return nil, fault.New(fault.Conflict, "Nothing is open under this decision.", "Only what is still to be done is carried on.")
	case next.Review == old.Review:
		return nil, fault.New(fault.BadInput, "It is a decision of this review already.", "Set a new day for it instead; it is carried on at the next review.")
	case next.Different == "":
		return nil, fault.New(fault.BadInput, "Say what will be different this time.", "The same words again are how decisions come round for years.")
	case next.By <= old.Due():
		return nil, fault.New(fault.BadInput, "It is carried on to a new day, after the one it had.", "Check the date.")
	}
	state := DecisionNotDone
	evidence := ""
	if old.State() == DecisionPart {
		state, evidence = DecisionPart, old.Last().Evidence
	}
	missed, err := c.FollowDecision(DecisionFollowed{Decision: from, State: state, Evidence: evidence, Why: why, CarriedTo: next.ID}, ID{}, on, today)
	if err != nil {
		return nil, err
	}
	made, err := c.MakeDecision(next, today)
	if err != nil {
		return nil, err
	}
	return slices.Concat(missed, made), nil
}
