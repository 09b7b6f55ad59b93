package casefile

// Answer is how a checklist item stands.
type Answer uint8

// The answers. Open is the zero: silence never completes anything.
const (
	Open Answer = iota
	Done
	NotDone       // not done, with a reason
	NotApplicable // does not apply, with a reason
)

// String is the answer in words.
func (a Answer) String() string {
	switch a {
	case Done:
		return "done"
	case NotDone:
		return "not done, with reason"
	case NotApplicable:
		return "does not apply"
	}
	return "open"
}

// Role is what a person is to the child.
type Role string

// The roles the program asks for by name; others are free words.
const (
	SocialWorker   Role = "social worker"
	TeamManager    Role = "team manager"
	Carer          Role = "carer"
	Parent         Role = "parent"
	Family         Role = "family member"
	Sibling        Role = "brother or sister"
	ParentInCare   Role = "looked-after parent"
	ChildOf        Role = "child of this young person"
	Adopter        Role = "prospective adopter"
	Advocate       Role = "advocate"
	Visitor        Role = "independent visitor"
	School         Role = "school"
	Guardian       Role = "children's guardian"
	Lawyer         Role = "local authority lawyer"
	SupervisedBy   Role = "supervising social worker"
	HealthContact  Role = "health"
	YouthOffending Role = "youth offending worker"
	Adviser        Role = "personal adviser"
	Housing        Role = "housing provider"
	Interpreter    Role = "interpreter"
	Manager        Role = "designated manager"
	Other          Role = "someone else"
)

// Roles lists the roles in the order people look for them.
func Roles() []Role {
	return []Role{SocialWorker, TeamManager, Manager, Carer, SupervisedBy, Parent, Adopter, Sibling, ParentInCare, ChildOf, Family,
		School, HealthContact, Advocate, Visitor, Interpreter, Guardian, Lawyer, YouthOffending, Adviser, Housing, Other}
}

// Receives is which copy of a review's record a person may be given (HB 3.69;
// RC-04). Empty is not decided: nothing is sent until it is.
type Receives string

// The copies.
const (
	FullRecord Receives = "full record"
	Redacted   Receives = "redacted copy"
	LetterOnly Receives = "letter only"
	Nothing    Receives = "nothing"
)

// Copies lists them from most to least.
func Copies() []Receives { return []Receives{FullRecord, Redacted, LetterOnly, Nothing} }

// Part is which part of a review a person comes to (HB 3.10; PR-03).
type Part string

// The parts.
const (
	AllOfIt    Part = "all of it"
	PartOfIt   Part = "a part"
	ViewsOnly  Part = "sends views"
	NotInvited Part = "not invited"
)

// Parts lists them.
func Parts() []Part { return []Part{AllOfIt, PartOfIt, ViewsOnly, NotInvited} }

// PeriodKind is the kind of a dated fact. For custody Code is remand or sentence
// and Text the establishment; for hospital Code is medical or psychiatric; for
// a short break Text is the carer or place. For a panel Code is for or against,
// and Text says in words, divided by semicolons, what it answered (SE-03) and
// whether the child's own IRO sat on it (SE-02), with a note at the end.
type PeriodKind string

// The kinds.
const (
	Missing            PeriodKind = "missing"
	Away               PeriodKind = "away without permission"
	AsylumSeeking      PeriodKind = "unaccompanied asylum-seeking child"
	PreviousPermanence PeriodKind = "previous permanence"
	PlacedForAdoption  PeriodKind = "placed for adoption"
	AuthorityToPlace   PeriodKind = "authority to place for adoption"
	AdoptionDisrupted  PeriodKind = "placement for adoption ended"
	ShortBreak         PeriodKind = "short break"
	Custody            PeriodKind = "custody"
	SecureOrder        PeriodKind = "secure accommodation order"
	Hospital           PeriodKind = "hospital"
	ChildProtection    PeriodKind = "child protection plan"
	Proceedings        PeriodKind = "care proceedings"

	Conference   PeriodKind = "child protection conference review" // From is its day
	Panel        PeriodKind = "secure accommodation panel"         // From is its day; Code "against" when an answer goes against staying
	IRH          PeriodKind = "Issues Resolution Hearing"          // From is its day, to come or past; To the day the court was told of a dispute
	FinalHearing PeriodKind = "final hearing"                      // From is its day
	Charge       PeriodKind = "charged with an offence"            // To is the day the case ended
)

// mayBeAhead reports whether the kind may begin on a day to come: conferences,
// panels, hearings and planned stays are known beforehand.
func (k PeriodKind) mayBeAhead() bool {
	switch k {
	case Conference, Panel, IRH, FinalHearing, ShortBreak, Hospital, AsylumSeeking:
		return true
	}
	return false
}
