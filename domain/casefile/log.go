package casefile

import (
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Logged is one line of the IRO's log about the child: a footprint (what I did
// and what changed), a contact, a check between reviews, good or poor practice
// (NCB 2014; QA-01, QA-13; HB 2.13, 3.82; MO-01, MO-08, MO-09). A later one
// that corrects it takes its place.
type Logged struct {
	What     LogKind      `cbor:"1,keyasint"`
	Text     string       `cbor:"2,keyasint"`           // what was done, said or seen
	Changed  string       `cbor:"3,keyasint,omitempty"` // what changed for the child
	Evidence string       `cbor:"4,keyasint,omitempty"`
	With     string       `cbor:"5,keyasint,omitempty"` // a contact: who; practice: which worker or team
	Way      string       `cbor:"6,keyasint,omitempty"` // visit, call, message, letter
	AskedOn  workday.Date `cbor:"7,keyasint,omitempty"` // somebody tried to reach the IRO
	ToldTo   string       `cbor:"8,keyasint,omitempty"` // practice: who was told
	Minutes  int          `cbor:"9,keyasint,omitempty"`
	Waiting  bool         `cbor:"10,keyasint,omitempty"` // the IRO has not answered the attempt of AskedOn yet

	Kept workday.Date `cbor:"11,keyasint,omitempty"` // a promise to the child was kept on that day
}

// Kind numbers the event.
func (*Logged) Kind() Kind { return 18 }

// Untold reports poor practice or a barrier that nobody was told of yet: both
// are to be raised (MO-09, QA-06).
func (l Logged) Untold() bool {
	return (l.What == PoorPractice || l.What == Barrier) && l.ToldTo == ""
}

// LogEntry is a line of the log as it stands.
type LogEntry struct {
	Logged
	Entry ID
	On    workday.Date
	At    int64
	By    string
}

// Response is how many days somebody who tried to reach the IRO waited for the
// answer; ok is false when nobody asked or no answer was given yet (QA-13).
func (l LogEntry) Response() (days int, ok bool) {
	if !l.AskedOn.Known() || l.Waiting {
		return 0, false
	}
	return int(l.On - l.AskedOn), true
}

func (ev *Logged) apply(c *Case, e Entry) {
	line := LogEntry{Logged: *ev, Entry: e.ID, On: e.On, At: e.At, By: e.By}
	if corrects := c.standing(e.Corrects); !corrects.Zero() {
		if i := slices.IndexFunc(c.log, func(l LogEntry) bool { return l.Entry == corrects }); i >= 0 {
			c.log[i] = line
			return
		}
	}
	c.log = append(c.log, line)
}

// LogKind is what a line of the log is about.
type LogKind string

// The kinds.
const (
	Footprint    LogKind = "footprint"
	Contact      LogKind = "contact"
	Promise      LogKind = "promise to the child"
	Monitoring   LogKind = "check between reviews"
	GoodPractice LogKind = "good practice"
	PoorPractice LogKind = "poor practice"
	Barrier      LogKind = "barrier to your role"
)

// LogKinds lists them.
func LogKinds() []LogKind {
	return []LogKind{Footprint, Contact, Promise, Monitoring, GoodPractice, PoorPractice, Barrier}
}

// Ways lists how people are in contact.
func Ways() []string { return []string{"visit", "call", "message", "letter", "meeting"} }

// Log lists the lines of the log as they stand, in the order they were entered.
func (c *Case) Log() []LogEntry { return slices.Clone(c.log) }

// Promises lists what the IRO promised the child and has not kept yet, the
// oldest first.
func (c *Case) Promises() []LogEntry {
	return slices.DeleteFunc(c.Log(), func(l LogEntry) bool { return l.What != Promise || l.Kept.Known() })
}

// Unanswered lists the attempts to reach the IRO that wait for an answer, the
// longest wait first (QA-13).
func (c *Case) Unanswered() []LogEntry {
	out := slices.DeleteFunc(c.Log(), func(l LogEntry) bool { return !l.Waiting })
	slices.SortStableFunc(out, func(a, b LogEntry) int { return int(a.AskedOn - b.AskedOn) })
	return out
}

// WriteLog keeps a line of the log. on is the day it happened; corrects names
// the line whose place it takes, if any. An attempt to reach the IRO that waits
// for its answer happened on the day it was made.
func (c *Case) WriteLog(l Logged, corrects ID, on, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&l.Text, &l.Changed, &l.Evidence, &l.With, &l.Way, &l.ToldTo} {
		*s = strings.TrimSpace(*s)
	}
	if l.Waiting {
		on = l.AskedOn
	}
	if err := c.checkLog(l, on, today); err != nil {
		return nil, err
	}
	if slices.ContainsFunc(c.log, func(o LogEntry) bool { return o.Entry == corrects && o.On == on && o.Logged == l }) {
		return nil, nil
	}
	return []Line{{On: on, Corrects: corrects, Event: &l}}, nil
}

func (c *Case) checkLog(l Logged, on, today workday.Date) error {
	switch {
	case !slices.Contains(LogKinds(), l.What):
		return fault.New(fault.BadInput, "Say what the entry is about.", "Choose it from the list.")
	case l.Text == "":
		return fault.New(fault.BadInput, "The entry is empty.", "Type what you did or what was said, or leave with Esc.")
	case len(l.Text)+len(l.Changed)+len(l.Evidence) > NoteLimit:
		return fault.New(fault.TooLong, "The entry is longer than is kept.", "Keep this one and start another.")
	case l.What == Contact && l.With == "":
		return fault.New(fault.BadInput, "Say who the contact was with.", "A name, or what they are to the child.")
	case l.What != Contact && (l.AskedOn.Known() || l.Waiting):
		return fault.New(fault.BadInput, "Only a contact waits for an answer.", "Enter it as a contact.")
	case l.Waiting && !l.AskedOn.Known():
		return fault.New(fault.BadInput, "Say on which day they tried to reach you.", "The days they wait are counted from it.")
	case l.What != Promise && l.Kept.Known():
		return fault.New(fault.BadInput, "Only a promise is kept.", "Enter it as a promise to the child.")
	case l.Kept > today || l.Kept.Known() && l.Kept < on:
		return fault.New(fault.BadInput, "A promise is kept on a day after it was made, and not in the future.", "Check both dates.")
	case !on.Known() || on > today || l.AskedOn > today:
		return fault.New(fault.BadInput, "It needs the day it happened, not one in the future.", "Enter the date.")
	case c.DOB().Known() && on < c.DOB():
		return beforeBirth("It happened")
	case l.AskedOn > on:
		return fault.New(fault.BadInput, "It was answered before it was asked.", "Check both dates.")
	case l.Minutes < 0 || l.Minutes > 24*60:
		return fault.New(fault.BadInput, "The minutes are not those of one day.", "Enter the minutes it took, or leave them empty.")
	}
	return nil
}
