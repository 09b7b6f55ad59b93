package casefile

import (
	"cmp"
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// DecisionsSent states, whole, when the decisions of a review were written up,
// sent to the designated manager and received (HB 3.69, 3.71; RC-01, DE-04). The
// manager's days run from Received.
type DecisionsSent struct {
	Review   ID           `cbor:"1,keyasint"`
	Issued   workday.Date `cbor:"2,keyasint"`
	To       string       `cbor:"3,keyasint,omitempty"`
	Sent     workday.Date `cbor:"4,keyasint,omitempty"`
	Received workday.Date `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*DecisionsSent) Kind() Kind { return 21 }

// sending is when decisions were sent, with the entry that last said so.
type sending struct {
	DecisionsSent
	entry ID
}

func (ev *DecisionsSent) apply(c *Case, e Entry) {
	c.sent = upsert(c.sent, sending{*ev, e.ID}, func(o sending) bool { return o.Review == ev.Review })
}

// SentOf gives when the decisions of a review were sent; the zero value while
// they were not.
func (c *Case) SentOf(review ID) DecisionsSent { return c.sendingOf(review).DecisionsSent }

// ReceivedOf is the day the manager received a decision as it is worded now; not
// known for one that was added or worded anew after the decisions were sent.
func (c *Case) ReceivedOf(d Decided) workday.Date {
	if s := c.sendingOf(d.Review); !s.entry.Before(d.Worded) {
		return s.Received
	}
	return 0
}

// answeredBefore reports whether a decision that was received by then has an
// answer of a day before.
func (c *Case) answeredBefore(s DecisionsSent) bool {
	return slices.ContainsFunc(c.DecisionsOf(s.Review), func(d Decided) bool {
		return c.ReceivedOf(d).Known() && d.Answer.On.Known() && d.Answer.On < s.Received
	})
}

// unsent reports whether a decision of the review is not in what was sent.
func (c *Case) unsent(review ID) bool {
	sent := c.sendingOf(review)
	return slices.ContainsFunc(c.DecisionsOf(review), func(d Decided) bool { return sent.entry.Before(d.Worded) })
}

func (c *Case) sendingOf(review ID) sending {
	i := slices.IndexFunc(c.sent, func(o sending) bool { return o.Review == review })
	if i < 0 {
		return sending{DecisionsSent: DecisionsSent{Review: review}}
	}
	return c.sent[i]
}

// SendDecisions states when the decisions were written up, sent and received.
func (c *Case) SendDecisions(s DecisionsSent, today workday.Date) ([]Line, error) {
	s.To = strings.TrimSpace(s.To)
	r, ok := c.ReviewByID(s.Review)
	switch {
	case !ok || !r.IsHeld():
		return nil, fault.New(fault.Refused, "The review has not been held yet.", "Go ahead with it first.")
	case len(c.DecisionsOf(s.Review)) == 0:
		return nil, fault.New(fault.Refused, "The review has no decisions on file.", "Enter them first; each goes out with its need, its outcome, a name and a day.")
	case !s.Issued.Known():
		return nil, fault.New(fault.BadInput, "Give the day the decisions were written up.", "Enter the date.")
	case s.Issued > today || s.Sent > today || s.Received > today:
		return nil, fault.New(fault.BadInput, "That day is in the future.", "Enter it when it has happened.")
	case s.Issued < r.Held.Recorded:
		return nil, fault.New(fault.BadInput, "The decisions were written up before the review.", "Check the date.")
	case s.Sent.Known() && s.Sent < s.Issued:
		return nil, fault.New(fault.BadInput, "The decisions were sent before they were written up.", "Check both dates.")
	case s.Received.Known() && s.Received < cmp.Or(s.Sent, s.Issued):
		return nil, fault.New(fault.BadInput, "The decisions were received before they were sent.", "Check both dates.")
	case s.Received.Known() && s.To == "":
		return nil, fault.New(fault.BadInput, "Say which manager received them.", "The designated senior manager who answers (HB 3.71).")
	case c.answeredBefore(s):
		return nil, fault.New(fault.Conflict, "The manager answered before that day.", "Check the day of receipt, or take the answer back first.")
	case c.SentOf(s.Review) == s && !c.unsent(s.Review):
		return nil, nil
	}
	return []Line{{On: max(s.Issued, s.Sent, s.Received), Corrects: c.sendingOf(s.Review).entry, Event: &s}}, nil
}

// ManagerAnswered is what the designated manager said to one decision (HB 3.71;
// DE-04, DE-06). Silence is no entry: it counts as agreement once the days are
// over. ToAll is the day a disagreement went to everyone who attended.
type ManagerAnswered struct {
	Decision ID           `cbor:"1,keyasint"`
	Agrees   bool         `cbor:"2,keyasint,omitempty"`
	By       string       `cbor:"3,keyasint,omitempty"`
	Words    string       `cbor:"4,keyasint,omitempty"`
	ToAll    workday.Date `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*ManagerAnswered) Kind() Kind { return 22 }

// ManagerAnswer is the answer as it stands; On is not known while there is none.
type ManagerAnswer struct {
	ManagerAnswered
	Entry ID
	On    workday.Date
}

func (ev *ManagerAnswered) apply(c *Case, e Entry) {
	if d := c.decided(ev.Decision); d != nil {
		d.Answer = ManagerAnswer{ManagerAnswered: *ev, Entry: e.ID, On: e.On}
	}
}

// AnswerDecision keeps what the manager said to a decision, on the day it was
// said. A refusal needs its reasons in writing.
func (c *Case) AnswerDecision(a ManagerAnswered, on, today workday.Date) ([]Line, error) {
	a.By, a.Words = strings.TrimSpace(a.By), strings.TrimSpace(a.Words)
	d, ok := c.DecisionByID(a.Decision)
	if !ok {
		return nil, fault.New(fault.NotFound, "That decision is not on this file.", "Choose it from the list.")
	}
	received := c.ReceivedOf(d)
	switch {
	case !on.Known() || on > today || a.ToAll > today:
		return nil, fault.New(fault.BadInput, "It needs the day of the answer, not one in the future.", "Enter the date.")
	case !received.Known():
		return nil, fault.New(fault.Refused, "The day the manager received this decision is not on file.", "Enter that first: the five working days run from it (HB 3.71).")
	case on < received:
		return nil, fault.New(fault.BadInput, "The manager answered before the decisions were received.", "Check both dates.")
	case !a.Agrees && a.Words == "":
		return nil, fault.New(fault.BadInput, "Enter what the manager disagrees with.", "A disagreement is to be in writing (HB 3.71).")
	case a.ToAll.Known() && a.ToAll < on:
		return nil, fault.New(fault.BadInput, "The disagreement was sent round before it was made.", "Check both dates.")
	case d.Answer.On == on && d.Answer.ManagerAnswered == a:
		return nil, nil
	}
	return []Line{{On: on, Corrects: d.Answer.Entry, Event: &a}}, nil
}

// ManagerAlerted states, whole, one written alert to the accountable manager
// about a decision that is not being carried out (HB 3.73, 7.24; DE-09).
type ManagerAlerted struct {
	ID       ID           `cbor:"1,keyasint"`
	Decision ID           `cbor:"2,keyasint"`
	To       string       `cbor:"3,keyasint"`
	Sent     workday.Date `cbor:"4,keyasint"`
	Answered workday.Date `cbor:"5,keyasint,omitempty"`
	Answer   string       `cbor:"6,keyasint,omitempty"`
}

// Kind numbers the event.
func (*ManagerAlerted) Kind() Kind { return 23 }

func (ev *ManagerAlerted) apply(c *Case, e Entry) {
	if d := c.decided(ev.Decision); d != nil {
		c.from[ev.ID] = originOf(e)
		d.Alerts = upsert(d.Alerts, *ev, func(o ManagerAlerted) bool { return o.ID == ev.ID })
	}
}

// AlertManager states or restates an alert to the accountable manager.
func (c *Case) AlertManager(a ManagerAlerted, today workday.Date) ([]Line, error) {
	a.To, a.Answer = strings.TrimSpace(a.To), strings.TrimSpace(a.Answer)
	d, ok := c.DecisionByID(a.Decision)
	switch {
	case !ok:
		return nil, fault.New(fault.NotFound, "That decision is not on this file.", "Choose it from the list.")
	case a.To == "":
		return nil, fault.New(fault.BadInput, "Say which manager was alerted.", "The one who answers for the decision (HB 3.73).")
	case !a.Sent.Known() || a.Sent > today || a.Answered > today:
		return nil, fault.New(fault.BadInput, "It needs the day it was sent, not one in the future.", "Enter the date.")
	case a.Sent < d.Made:
		return nil, fault.New(fault.BadInput, "The alert was sent before the decision was made.", "Check the date.")
	case a.Answered.Known() && a.Answered < a.Sent:
		return nil, fault.New(fault.BadInput, "The alert was answered before it was sent.", "Check both dates.")
	case a.Answer != "" && !a.Answered.Known():
		return nil, fault.New(fault.BadInput, "Give the day of the manager's answer.", "Enter the date.")
	}
	return c.restate(a.ID, a.Sent, &a, slices.Contains(d.Alerts, a)), nil
}
