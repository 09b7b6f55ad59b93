package casefile

import (
	"slices"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// PaperMade notes a paper that was made from the file: what, for whom, and the
// hash of its bytes, so that what somebody holds can be known again. Name is the
// file's name without its folder. LeftOut are the sections left out of it.
type PaperMade struct {
	What    string   `cbor:"1,keyasint"`           // "review record", "letter to the child"
	Person  ID       `cbor:"2,keyasint,omitzero"`  // whose copy it is
	To      string   `cbor:"3,keyasint,omitempty"` // in words
	Copy    Receives `cbor:"4,keyasint,omitempty"`
	Format  string   `cbor:"5,keyasint"`
	Name    string   `cbor:"6,keyasint,omitempty"`
	Hash    string   `cbor:"7,keyasint"` // SHA-256, in hexadecimal
	Review  ID       `cbor:"8,keyasint,omitzero"`
	LeftOut []string `cbor:"9,keyasint,omitempty"`
}

// Kind numbers the event.
func (*PaperMade) Kind() Kind { return 31 }

// Paper is a paper made, with its day.
type Paper struct {
	PaperMade
	Entry ID
	On    workday.Date
}

func (ev *PaperMade) apply(c *Case, e Entry) {
	c.papers = append(c.papers, Paper{*ev, e.ID, e.On})
}

// Papers lists the papers made from the file, oldest first.
func (c *Case) Papers() []Paper { return slices.Clone(c.papers) }

// NotePaper notes a paper that was made.
func (c *Case) NotePaper(p PaperMade, today workday.Date) ([]Line, error) {
	if p.What == "" || p.Format == "" || len(p.Hash) != 64 {
		return nil, fault.New(fault.BadInput, "The paper cannot be noted.", "Make it again.")
	}
	return []Line{{On: today, Event: &p}}, nil
}

// CopySent notes that somebody was sent their copy of the record of a review,
// or what they get in its place (HB 3.69; RC-03 to RC-05).
type CopySent struct {
	Review ID       `cbor:"1,keyasint"`
	Person ID       `cbor:"2,keyasint,omitzero"`
	To     string   `cbor:"3,keyasint"`
	Copy   Receives `cbor:"4,keyasint"`
	How    string   `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*CopySent) Kind() Kind { return 32 }

// Sending is a copy sent, with its day.
type Sending struct {
	CopySent
	Entry ID
	On    workday.Date
}

func (ev *CopySent) apply(c *Case, e Entry) {
	c.sendings = append(c.sendings, Sending{*ev, e.ID, e.On})
}

// CopiesSent lists who was sent what of a review, oldest first.
func (c *Case) CopiesSent(review ID) []Sending {
	return slices.DeleteFunc(slices.Clone(c.sendings), func(s Sending) bool { return s.Review != review })
}

// SendCopy notes a copy sent. Somebody who must not learn where the child lives
// is never sent the full record.
func (c *Case) SendCopy(s CopySent, on, today workday.Date) ([]Line, error) {
	s.To, s.How = strings.TrimSpace(s.To), strings.TrimSpace(s.How)
	r, ok := c.ReviewByID(s.Review)
	switch {
	case !ok || !r.IsHeld():
		return nil, fault.New(fault.Refused, "The review has not been held yet.", "Go ahead with it first.")
	case s.To == "":
		return nil, fault.New(fault.BadInput, "Say who was sent the copy.", "A name, or what they are to the child.")
	case !slices.Contains(Copies(), s.Copy) || s.Copy == Nothing:
		return nil, fault.New(fault.BadInput, "Say which copy was sent.", "The full record, a redacted copy or a letter.")
	case !on.Known() || on > today || on < r.Held.Recorded:
		return nil, fault.New(fault.BadInput, "It needs the day it was sent: not in the future, nor before the review.", "Check the date.")
	}
	for _, p := range c.people {
		if p.ID == s.Person && !s.Person.Zero() && p.NoAddress && s.Copy == FullRecord {
			return nil, fault.New(fault.Refused, "This person must not learn where the child lives, and the full record says so.", "Send the redacted copy.")
		}
	}
	return []Line{{On: on, Event: &s}}, nil
}
