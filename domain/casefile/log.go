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
}

// Kind numbers the event.
func (*Logged) Kind() Kind { return 18 }

// LogEntry is a line of the log as it stands.
type LogEntry struct {
	Logged
	Entry ID
	On    workday.Date
	At    int64
	By    string
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
	Monitoring   LogKind = "check between reviews"
	GoodPractice LogKind = "good practice"
	PoorPractice LogKind = "poor practice"
	Barrier      LogKind = "barrier to your role"
)

// LogKinds lists them.
func LogKinds() []LogKind {
	return []LogKind{Footprint, Contact, Monitoring, GoodPractice, PoorPractice, Barrier}
}

// Log lists the lines of the log as they stand, in the order they were entered.
func (c *Case) Log() []LogEntry { return slices.Clone(c.log) }

// WriteLog keeps a line of the log. on is the day it happened; corrects names
// the line whose place it takes, if any.
func (c *Case) WriteLog(l Logged, corrects ID, on, today workday.Date) ([]Line, error) {
	for _, s := range []*string{&l.Text, &l.Changed, &l.Evidence, &l.With, &l.ToldTo} {
		*s = strings.TrimSpace(*s)
	}
	switch {
	case !slices.Contains(LogKinds(), l.What):
		return nil, fault.New(fault.BadInput, "Say what the entry is about.", "Choose it from the list.")
	case l.Text == "":
		return nil, fault.New(fault.BadInput, "The entry is empty.", "Type what you did or what was said, or leave with Esc.")
	case len(l.Text)+len(l.Changed)+len(l.Evidence) > NoteLimit:
		return nil, fault.New(fault.TooLong, "The entry is longer than is kept.", "Keep this one and start another.")
	case l.What == Contact && l.With == "":
		return nil, fault.New(fault.BadInput, "Say who the contact was with.", "A name, or what they are to the child.")
	case !on.Known() || on > today:
		return nil, fault.New(fault.BadInput, "It needs the day it happened, not one in the future.", "Enter the date.")
	case l.AskedOn > on:
		return nil, fault.New(fault.BadInput, "It was answered before it was asked.", "Check both dates.")
	}
	return []Line{{On: on, Corrects: corrects, Event: &l}}, nil
}
