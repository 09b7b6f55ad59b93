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
// known while it runs on; the next status ends it. Expected is the day a court
// or the police said it is to end (CPPCR 33(3)(c); RT-06).
type StatusStated struct {
	ID       ID           `cbor:"1,keyasint"`
	Code     string       `cbor:"2,keyasint"`
	Start    workday.Date `cbor:"3,keyasint"`
	End      workday.Date `cbor:"4,keyasint,omitempty"`
	Expected workday.Date `cbor:"5,keyasint,omitempty"`
}

// Kind numbers the event.
func (*StatusStated) Kind() Kind { return 4 }

// PlacementStated states one placement, whole, by its SSDA903 code. An
// emergency placement stays one until the IRO enters the day a review confirmed
// it (HB 7.27; EP-01).
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

	ToEighteen bool         `cbor:"12,keyasint,omitempty"` // meant to last to 18 (CPPCR 28(2)(c))
	Temporary  bool         `cbor:"13,keyasint,omitempty"` // carer approved for the time being (CPPCR 28(4))
	Unassessed bool         `cbor:"14,keyasint,omitempty"` // with a parent before the assessment is done (CPPCR 28(3))
	BrokeDown  bool         `cbor:"15,keyasint,omitempty"` // it ended because it broke down (HB 3.80)
	Confirmed  workday.Date `cbor:"16,keyasint,omitempty"` // an emergency placement confirmed at a review
}

// Kind numbers the event.
func (*PlacementStated) Kind() Kind { return 5 }

// PersonStated states one person around the child, whole: who they are, and
// what may be sent to them. Child links a brother, sister, looked-after parent
// or child of the young person to a file of their own.
type PersonStated struct {
	ID    ID           `cbor:"1,keyasint"`
	Role  Role         `cbor:"2,keyasint"`
	Name  string       `cbor:"3,keyasint"`
	Phone string       `cbor:"4,keyasint,omitempty"`
	Email string       `cbor:"5,keyasint,omitempty"`
	Team  string       `cbor:"6,keyasint,omitempty"`
	From  workday.Date `cbor:"7,keyasint,omitempty"`
	To    workday.Date `cbor:"8,keyasint,omitempty"`

	Relation       string   `cbor:"9,keyasint,omitempty"`  // "mother", "aunt"
	Responsibility bool     `cbor:"10,keyasint,omitempty"` // has parental responsibility
	Language       string   `cbor:"11,keyasint,omitempty"` // first language when it is not English
	Receives       Receives `cbor:"12,keyasint,omitempty"` // which copy of the record
	NoAddress      bool     `cbor:"13,keyasint,omitempty"` // must never learn where the child lives
	Child          ID       `cbor:"14,keyasint,omitzero"`  // their own file
	IRO            string   `cbor:"15,keyasint,omitempty"` // their IRO when it is another
	Reason         string   `cbor:"16,keyasint,omitempty"` // why that IRO is another, or the same (AP-05, AP-06)
	Part           Part     `cbor:"17,keyasint,omitempty"` // of the review they usually come to
	Address        string   `cbor:"18,keyasint,omitempty"`
	Contact        string   `cbor:"19,keyasint,omitempty"` // how and how often they see the child
}

// Kind numbers the event.
func (*PersonStated) Kind() Kind { return 6 }

// PeriodStated states a dated fact: a missing episode, a placement for
// adoption, a stay, a conference, a hearing. What and From together name it,
// unless it has an id; a later one restates it. Expected is the day it is meant
// to end. What Code and Text hold depends on the kind (see PeriodKind).
type PeriodStated struct {
	What PeriodKind   `cbor:"1,keyasint"`
	From workday.Date `cbor:"2,keyasint,omitempty"`
	To   workday.Date `cbor:"3,keyasint,omitempty"`
	Code string       `cbor:"4,keyasint,omitempty"`
	Text string       `cbor:"5,keyasint,omitempty"`

	ID       ID           `cbor:"6,keyasint,omitzero"`
	Expected workday.Date `cbor:"7,keyasint,omitempty"`
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

	Meetings string `cbor:"8,keyasint,omitempty"`  // of a series: a line each, with day, place and who (HB 3.6, 3.10; RT-15)
	Order    string `cbor:"9,keyasint,omitempty"`  // who speaks when (HB 3.21; PR-38)
	With     string `cbor:"10,keyasint,omitempty"` // another statutory review held in the same meeting (CPPCR 32(3); RT-18)
}

// WithConference is a review held together with a child protection review
// conference (HB 3.41, 3.42; CP-02).
const WithConference = "child protection review conference"

// OtherReviews lists the statutory reviews one may be held together with.
func OtherReviews() []string {
	return []string{WithConference, "pathway plan review", "review of the education, health and care plan", "adoption review", "another statutory review"}
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

	Private bool `cbor:"4,keyasint,omitempty"` // in no copy of anything
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
