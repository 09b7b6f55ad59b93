package casefile

import (
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// DisputeRaised states, whole, a disagreement the IRO takes up with the
// authority, from its first quiet word (HB 6.1; DR-01, DR-02). Decision is the
// decision it came from, if it did.
type DisputeRaised struct {
	ID       ID           `cbor:"1,keyasint"`
	Opened   workday.Date `cbor:"2,keyasint"`
	Decision ID           `cbor:"3,keyasint,omitzero"`
	With     string       `cbor:"4,keyasint"`           // who was spoken with first
	Wrong    string       `cbor:"5,keyasint"`           // what is wrong, in one sentence
	Wanted   string       `cbor:"6,keyasint,omitempty"` // what the IRO wants done
	By       workday.Date `cbor:"7,keyasint,omitempty"` // by when, for the child
}

// Kind numbers the event.
func (*DisputeRaised) Kind() Kind { return 24 }

// DisputeLogged is one line of a dispute's log: who, how, what was said and
// what is next (DR-11). A line is never edited.
type DisputeLogged struct {
	Dispute ID     `cbor:"1,keyasint"`
	With    string `cbor:"2,keyasint"`
	Way     string `cbor:"3,keyasint,omitempty"`
	Words   string `cbor:"4,keyasint"`
	Next    string `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*DisputeLogged) Kind() Kind { return 25 }

// DisputeSettled ends a dispute by an agreement: what, who and by when (DR-01).
type DisputeSettled struct {
	Dispute ID           `cbor:"1,keyasint"`
	Agreed  string       `cbor:"2,keyasint"`
	Who     string       `cbor:"3,keyasint"`
	By      workday.Date `cbor:"4,keyasint"`
}

// Kind numbers the event.
func (*DisputeSettled) Kind() Kind { return 26 }

// DisputeLine is a line of the log with its day.
type DisputeLine struct {
	DisputeLogged
	Entry ID
	On    workday.Date
}

// Dispute is a dispute as it stands. SettledOn is not known while it runs.
type Dispute struct {
	DisputeRaised
	Log       []DisputeLine
	Settled   DisputeSettled
	SettledOn workday.Date
}

// Open reports whether the dispute still runs.
func (d Dispute) Open() bool { return !d.SettledOn.Known() }

func (ev *DisputeRaised) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	if d := c.dispute(ev.ID); d != nil {
		d.DisputeRaised = *ev
		return
	}
	c.disputes = append(c.disputes, Dispute{DisputeRaised: *ev})
}

func (ev *DisputeLogged) apply(c *Case, e Entry) {
	if d := c.dispute(ev.Dispute); d != nil {
		d.Log = append(d.Log, DisputeLine{DisputeLogged: *ev, Entry: e.ID, On: e.On})
	}
}

func (ev *DisputeSettled) apply(c *Case, e Entry) {
	if d := c.dispute(ev.Dispute); d != nil {
		d.Settled, d.SettledOn = *ev, e.On
	}
}

func (c *Case) dispute(id ID) *Dispute {
	i := slices.IndexFunc(c.disputes, func(d Dispute) bool { return d.ID == id })
	if i < 0 {
		return nil
	}
	return &c.disputes[i]
}

// Disputes lists every dispute on file, in the order they were raised.
func (c *Case) Disputes() []Dispute { return slices.Clone(c.disputes) }

// DisputeOver gives the last dispute raised from a decision.
func (c *Case) DisputeOver(decision ID) (Dispute, bool) {
	for _, d := range slices.Backward(c.disputes) {
		if d.Decision == decision {
			return d, true
		}
	}
	return Dispute{}, false
}

// RaiseDispute states or restates a disagreement taken up informally. It needs a
// person and a day (DR-01).
func (c *Case) RaiseDispute(d DisputeRaised, today workday.Date) ([]Line, error) {
	d.With, d.Wrong, d.Wanted = strings.TrimSpace(d.With), strings.TrimSpace(d.Wrong), strings.TrimSpace(d.Wanted)
	_, decided := c.DecisionByID(d.Decision)
	over, raised := c.DisputeOver(d.Decision)
	switch {
	case !d.Opened.Known() || d.Opened > today:
		return nil, fault.New(fault.BadInput, "It needs the day you raised it, not one in the future.", "Enter the date.")
	case d.With == "":
		return nil, fault.New(fault.BadInput, "Say with whom you raised it.", "The social worker or the manager.")
	case d.Wrong == "":
		return nil, fault.New(fault.BadInput, "Say in one sentence what is wrong.", "It stays with the dispute, whatever becomes of it.")
	case d.By.Known() && d.By < d.Opened:
		return nil, fault.New(fault.BadInput, "It is wanted by a day before you raised it.", "Check both dates.")
	case !d.Decision.Zero() && !decided:
		return nil, fault.New(fault.NotFound, "That decision is not on this file.", "Choose it from the list.")
	case !d.Decision.Zero() && raised && over.ID != d.ID && over.Open():
		return nil, fault.New(fault.Conflict, "This decision is being discussed already.", "Add to that one.")
	}
	was := c.dispute(d.ID)
	return c.restate(d.ID, d.Opened, &d, was != nil && was.DisputeRaised == d), nil
}

// LogDispute adds a line to the log of a dispute.
func (c *Case) LogDispute(l DisputeLogged, on, today workday.Date) ([]Line, error) {
	l.With, l.Words, l.Next = strings.TrimSpace(l.With), strings.TrimSpace(l.Words), strings.TrimSpace(l.Next)
	d := c.dispute(l.Dispute)
	switch {
	case d == nil:
		return nil, fault.New(fault.NotFound, "That dispute is not on this file.", "Choose it from the list.")
	case l.With == "" || l.Words == "":
		return nil, fault.New(fault.BadInput, "Say with whom you spoke and what was said.", "Both stay in the log.")
	case !on.Known() || on > today || on < d.Opened:
		return nil, fault.New(fault.BadInput, "It needs the day it was said: not in the future, nor before the dispute was raised.", "Check the date.")
	}
	return []Line{{On: on, Event: &l}}, nil
}

// SettleDispute ends a dispute by an agreement.
func (c *Case) SettleDispute(s DisputeSettled, on, today workday.Date) ([]Line, error) {
	s.Agreed, s.Who = strings.TrimSpace(s.Agreed), strings.TrimSpace(s.Who)
	d := c.dispute(s.Dispute)
	switch {
	case d == nil:
		return nil, fault.New(fault.NotFound, "That dispute is not on this file.", "Choose it from the list.")
	case !d.Open():
		return nil, fault.New(fault.Conflict, "That dispute is settled already.", "Take the settlement back on the timeline, if it was wrong.")
	case s.Agreed == "" || s.Who == "" || !s.By.Known():
		return nil, fault.New(fault.BadInput, "Say what was agreed, who does it and by when.", "An agreement without a name and a day cannot be checked.")
	case !on.Known() || on > today || on < d.Opened:
		return nil, fault.New(fault.BadInput, "It needs the day it was settled: not in the future, nor before the dispute was raised.", "Check the date.")
	case s.By < on:
		return nil, fault.New(fault.BadInput, "It is to be done before it was agreed.", "Check both dates.")
	}
	return []Line{{On: on, Event: &s}}, nil
}
