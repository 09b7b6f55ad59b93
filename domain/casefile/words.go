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
	SocialWorker  Role = "social worker"
	TeamManager   Role = "team manager"
	Carer         Role = "carer"
	Parent        Role = "parent"
	Advocate      Role = "advocate"
	School        Role = "school"
	Guardian      Role = "children's guardian"
	SupervisedBy  Role = "supervising social worker"
	HealthContact Role = "health"
)

// Roles lists the roles in the order people look for them.
func Roles() []Role {
	return []Role{SocialWorker, TeamManager, Carer, SupervisedBy, Parent, School, HealthContact, Advocate, Guardian}
}

// PeriodKind is the kind of a dated fact that returns carry.
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
)
