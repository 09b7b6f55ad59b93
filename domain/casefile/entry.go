package casefile

import "footprint/domain/workday"

// Source says where an entry came from.
type Source uint8

// The sources. Only the IRO's own entries are footprints.
const (
	ByIRO Source = iota
	ByImport
	ByHandover
)

// Line is one line for the journal before it is stamped: what happened, on
// which day, and which entry it corrects, if any.
type Line struct {
	On       workday.Date // the day it happened, not the day it was typed
	Corrects ID           // the entry it restates or reverses
	Event    Event
}

// Stamp is what a line gets when it is journalled. At is UTC milliseconds; Day
// the civil day that laptop showed; Pretended marks an entry made while the
// program was told to pretend a date.
type Stamp struct {
	At        int64
	Day       workday.Date
	By        string
	Source    Source
	Pretended bool
	// Act is the same for all entries of one act of the user, so that undo takes
	// the whole act back. Empty in a stamp, it becomes the first entry's id.
	Act ID
}

// Entry is one stamped line of a file.
type Entry struct {
	ID ID
	Stamp
	Line
}

// Entries stamps lines as one act. Each gets its own id, in order.
func (s Stamp) Entries(lines []Line, newID NewID) []Entry {
	out := make([]Entry, len(lines))
	for i, l := range lines {
		out[i] = Entry{ID: newID(), Stamp: s, Line: l}
		if s.Act.Zero() {
			out[i].Act = out[0].ID
		}
	}
	return out
}

// Kind numbers an event's kind in the journal. A number is never used again
// for another kind.
type Kind uint16

// Event is what happened. The store writes its fields by their CBOR numbers;
// a number is never used again for another field.
type Event interface {
	Kind() Kind
}

// event is an Event that knows how to change the case.
type event interface {
	Event
	apply(c *Case, e Entry)
}

// Registered is one row of the registry of kinds: its number, the version it
// is written at, its name in lists, and an empty one to read into.
type Registered struct {
	Kind    Kind
	Version uint8
	Name    string
	New     func() Event
}

// Kinds is the registry of the kinds of event in a child's file. Practice
// events have their own, from 100 on.
func Kinds() []Registered {
	return []Registered{
		{1, 1, "opened", func() Event { return new(Opened) }},
		{2, 1, "stated", func() Event { return new(Stated) }},
		{3, 1, "care", func() Event { return new(CareStated) }},
		{4, 1, "legal status", func() Event { return new(StatusStated) }},
		{5, 1, "placement", func() Event { return new(PlacementStated) }},
		{6, 1, "person", func() Event { return new(PersonStated) }},
		{7, 1, "period", func() Event { return new(PeriodStated) }},
		{8, 1, "review planned", func() Event { return new(ReviewPlanned) }},
		{9, 1, "review held", func() Event { return new(ReviewHeld) }},
		{10, 1, "answer", func() Event { return new(ItemAnswered) }},
		{11, 1, "note", func() Event { return new(NoteWritten) }},
		{12, 1, "taken back", func() Event { return new(Reversed) }},
		{13, 1, "IRO", func() Event { return new(AppointmentStated) }},
		{14, 1, "document", func() Event { return new(DocumentStated) }},
		{15, 1, "visit", func() Event { return new(VisitMade) }},
		{16, 1, "event", func() Event { return new(EventReported) }},
		{17, 1, "proposed change", func() Event { return new(ChangeProposed) }},
		{18, 1, "log", func() Event { return new(Logged) }},
		{19, 1, "decision", func() Event { return new(DecisionMade) }},
		{20, 1, "progress of a decision", func() Event { return new(DecisionFollowed) }},
		{21, 1, "decisions sent", func() Event { return new(DecisionsSent) }},
		{22, 1, "manager's answer", func() Event { return new(ManagerAnswered) }},
		{23, 1, "alert to a manager", func() Event { return new(ManagerAlerted) }},
		{24, 1, "dispute", func() Event { return new(DisputeRaised) }},
		{25, 1, "log of a dispute", func() Event { return new(DisputeLogged) }},
		{26, 1, "dispute settled", func() Event { return new(DisputeSettled) }},
		{27, 1, "go ahead or adjourn", func() Event { return new(StartDecided) }},
		{28, 1, "taking part", func() Event { return new(TookPart) }},
		{29, 1, "child's words", func() Event { return new(ChildSaid) }},
		{30, 1, "judgement of the plan", func() Event { return new(PlanJudged) }},
		{31, 1, "paper made", func() Event { return new(PaperMade) }},
		{32, 1, "copy sent", func() Event { return new(CopySent) }},
	}
}

// Unknown is an event of a kind a later Footprint wrote. It changes nothing
// here; the store keeps its bytes.
type Unknown struct{ Number Kind }

// Kind numbers the event.
func (u *Unknown) Kind() Kind { return u.Number }
