package casefile

import "footprint/domain/workday"

// Opened opens a child's file. Ref is the alias for people, C-0001.
type Opened struct {
	Ref string `cbor:"1,keyasint"`
}

// Kind numbers the event.
func (*Opened) Kind() Kind { return 1 }

// Stated gives single facts about the child by key (see Facts): a name, the
// date of birth, a need, a judgement. An empty value withdraws the fact.
type Stated struct {
	Facts map[string]string `cbor:"1,keyasint"`
}

// Kind numbers the event.
func (*Stated) Kind() Kind { return 2 }

// CareStated states one looked-after episode, whole; a second one with the
// same id restates it. Start is not known when the day care began is not known
// (Since is then the first day the child is known to have been in care).
// ReviewsBefore is how many reviews of this episode came before the first on
// file, -1 when that is not known.
type CareStated struct {
	ID            ID           `cbor:"1,keyasint"`
	Start         workday.Date `cbor:"2,keyasint,omitempty"`
	Since         workday.Date `cbor:"3,keyasint,omitempty"`
	End           workday.Date `cbor:"4,keyasint,omitempty"`
	EndCode       string       `cbor:"5,keyasint,omitempty"` // SSDA903 REC
	ReviewsBefore int          `cbor:"6,keyasint,omitempty"`
}

// Kind numbers the event.
func (*CareStated) Kind() Kind { return 3 }

// StatusStated states one legal status, whole, by its SSDA903 code. End is not
// known while it runs on; the next status ends it.
type StatusStated struct {
	ID    ID           `cbor:"1,keyasint"`
	Code  string       `cbor:"2,keyasint"`
	Start workday.Date `cbor:"3,keyasint"`
	End   workday.Date `cbor:"4,keyasint,omitempty"`
}

// Kind numbers the event.
func (*StatusStated) Kind() Kind { return 4 }

// PlacementStated states one placement, whole, by its SSDA903 code.
type PlacementStated struct {
	ID        ID           `cbor:"1,keyasint"`
	Code      string       `cbor:"2,keyasint"`
	Start     workday.Date `cbor:"3,keyasint"`
	End       workday.Date `cbor:"4,keyasint,omitempty"`
	Carer     string       `cbor:"5,keyasint,omitempty"`
	Phone     string       `cbor:"6,keyasint,omitempty"`
	Address   string       `cbor:"7,keyasint,omitempty"`
	OutOfArea bool         `cbor:"8,keyasint,omitempty"`
	Emergency bool         `cbor:"9,keyasint,omitempty"`
	Provider  string       `cbor:"10,keyasint,omitempty"` // SSDA903 PLACE_PROVIDER
	Change    string       `cbor:"11,keyasint,omitempty"` // SSDA903 REASON_PLACE_CHANGE
}

// Kind numbers the event.
func (*PlacementStated) Kind() Kind { return 5 }

// PersonStated states one person around the child, whole.
type PersonStated struct {
	ID    ID           `cbor:"1,keyasint"`
	Role  Role         `cbor:"2,keyasint"`
	Name  string       `cbor:"3,keyasint"`
	Phone string       `cbor:"4,keyasint,omitempty"`
	Email string       `cbor:"5,keyasint,omitempty"`
	Team  string       `cbor:"6,keyasint,omitempty"`
	From  workday.Date `cbor:"7,keyasint,omitempty"`
	To    workday.Date `cbor:"8,keyasint,omitempty"`
}

// Kind numbers the event.
func (*PersonStated) Kind() Kind { return 6 }

// PeriodStated states a dated fact that returns carry: a missing episode, time
// as an unaccompanied asylum-seeking child, an earlier permanence, a placement
// for adoption. What and From together name it; a later one restates it.
type PeriodStated struct {
	What PeriodKind   `cbor:"1,keyasint"`
	From workday.Date `cbor:"2,keyasint,omitempty"`
	To   workday.Date `cbor:"3,keyasint,omitempty"`
	Code string       `cbor:"4,keyasint,omitempty"`
	Text string       `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*PeriodStated) Kind() Kind { return 7 }

// ReviewPlanned opens or plans the review in hand. CalledOn is set only when
// the review was called outside the cycle, at short notice (PR-44).
type ReviewPlanned struct {
	ID       ID           `cbor:"1,keyasint"`
	Date     workday.Date `cbor:"2,keyasint,omitempty"`
	Time     string       `cbor:"3,keyasint,omitempty"`
	Venue    string       `cbor:"4,keyasint,omitempty"`
	Home     bool         `cbor:"5,keyasint,omitempty"` // held where the child lives
	CalledOn workday.Date `cbor:"6,keyasint,omitempty"`
	Format   string       `cbor:"7,keyasint,omitempty"` // single, series, no_meeting
}

// Kind numbers the event.
func (*ReviewPlanned) Kind() Kind { return 8 }

// ReviewHeld records a review that was held. Recorded is the first meeting, or
// the day first scheduled when the IRO adjourned it (HB 3.24, 3.27); Completed
// the last meeting, not known while it goes on. NotCounted marks an extra
// review that did not cover the full agenda.
type ReviewHeld struct {
	ID            ID           `cbor:"1,keyasint"`
	Recorded      workday.Date `cbor:"2,keyasint"`
	Completed     workday.Date `cbor:"3,keyasint,omitempty"`
	What          string       `cbor:"4,keyasint,omitempty"` // ordinary, extra, ...
	NotCounted    bool         `cbor:"5,keyasint,omitempty"`
	NoMeeting     bool         `cbor:"6,keyasint,omitempty"`
	Participation string       `cbor:"7,keyasint,omitempty"` // SSDA903 REVIEW_CODE
	Adjourned     bool         `cbor:"8,keyasint,omitempty"`
	LateReason    string       `cbor:"9,keyasint,omitempty"` // HB 7.11; RT-22
}

// Kind numbers the event.
func (*ReviewHeld) Kind() Kind { return 9 }

// ItemAnswered is the IRO's answer to one checklist item of one review.
// Nothing else ever answers an item.
type ItemAnswered struct {
	Review   ID                `cbor:"1,keyasint"`
	Item     string            `cbor:"2,keyasint"`
	Answer   Answer            `cbor:"3,keyasint"`
	Reason   string            `cbor:"4,keyasint,omitempty"`
	DoneBy   string            `cbor:"5,keyasint,omitempty"`
	Evidence map[string]string `cbor:"6,keyasint,omitempty"`
}

// Kind numbers the event.
func (*ItemAnswered) Kind() Kind { return 10 }

// NoteWritten is the IRO's own words, about the child, a review or one item of
// it. A later note that corrects it takes its place; the words stay on file.
type NoteWritten struct {
	Text   string `cbor:"1,keyasint"`
	Review ID     `cbor:"2,keyasint,omitzero"`
	Item   string `cbor:"3,keyasint,omitempty"`
}

// Kind numbers the event.
func (*NoteWritten) Kind() Kind { return 11 }

// Reversed takes back the entry its line corrects. Reversing a reversal puts
// the entry back.
type Reversed struct {
	Why string `cbor:"1,keyasint,omitempty"`
}

// Kind numbers the event.
func (*Reversed) Kind() Kind { return 12 }
