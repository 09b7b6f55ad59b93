package casefile

import (
	"cmp"
	"slices"

	"footprint/domain/workday"
)

// Case is a child's file as it stands after replaying its entries. Read it
// freely; change it only by appending entries.
type Case struct {
	ID      ID     // the file's id, given by the store
	Ref     string // C-0001, an alias for people
	Opened  workday.Date
	Exists  bool // false when the opening itself was taken back
	Entries []Entry

	facts      map[string]stated
	care       []CareStated
	statuses   []StatusStated
	placements []PlacementStated
	people     []PersonStated
	periods    []PeriodStated
	reviews    []Review
	notes      []Note

	appointments []AppointmentStated
	documents    []DocumentStated
	visits       []VisitMade
	happenings   []EventReported
	proposals    []ChangeProposed
	log          []LogEntry

	decisions []Decided
	sent      []sending
	disputes  []Dispute
	starts    []Start
	parts     []TookPart
	said      []Said
	judged    []judgement
	papers    []Paper
	sendings  []Sending

	from     map[ID]origin     // which entry last stated a thing, and who by
	imported map[ID]Event      // what the last import said of a thing
	returned map[string]string // what the last import said of a fact
	reversed map[ID]bool
	answers  map[answerKey]ItemAnswer
}

type stated struct {
	value string
	from  origin
}

// origin is the entry that last stated something.
type origin struct {
	entry  ID
	source Source
	act    ID
}

// Review is one review: planned, in hand or held.
type Review struct {
	ID       ID
	Planned  ReviewPlanned
	Held     ReviewHeld
	PlanFrom workday.Date // the day it was opened
}

// IsHeld reports whether the review has been recorded.
func (r Review) IsHeld() bool { return r.Held.Recorded.Known() }

// ItemAnswer is the latest answer to a checklist item with when it was given.
type ItemAnswer struct {
	ItemAnswered
	Entry ID
	On    workday.Date
	By    string
}

// Note is one note as it stands.
type Note struct {
	NoteWritten
	Entry ID
	On    workday.Date
	At    int64
	By    string
}

type answerKey struct {
	review ID
	item   string
}

// Replay gives the case of these entries. Their order does not matter: they
// are taken in the order of their ids, and a reversal works by the id it names.
func Replay(id ID, entries []Entry) *Case {
	sorted := slices.Clone(entries)
	slices.SortFunc(sorted, func(a, b Entry) int { return a.ID.Compare(b.ID) })
	sorted = slices.CompactFunc(sorted, func(a, b Entry) bool { return a.ID == b.ID })
	c := blank(id, len(sorted))
	c.Entries = sorted
	c.reversed = reversals(sorted)
	for _, e := range sorted {
		c.fold(e)
	}
	return c
}

// AsAt gives the file as it was recorded up to the end of that civil day.
func AsAt(id ID, entries []Entry, day workday.Date) *Case {
	return Replay(id, slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Day > day }))
}

// With gives the case with these entries added. The case it is called on stays
// as it was.
func (c *Case) With(entries ...Entry) *Case {
	return Replay(c.ID, slices.Concat(c.Entries, entries))
}

func blank(id ID, entries int) *Case {
	return &Case{
		ID:       id,
		facts:    make(map[string]stated, 16),
		from:     make(map[ID]origin, 16),
		imported: map[ID]Event{},
		returned: map[string]string{},
		answers:  make(map[answerKey]ItemAnswer, entries/2),
	}
}

// reversals gives the ids taken back. A reversal comes after what it names, so
// walking backwards settles a reversal of a reversal first.
func reversals(sorted []Entry) map[ID]bool {
	out := map[ID]bool{}
	for _, e := range slices.Backward(sorted) {
		if _, ok := e.Event.(*Reversed); ok && !out[e.ID] {
			out[e.Corrects] = true
		}
	}
	return out
}

func (c *Case) fold(e Entry) {
	if c.reversed[e.ID] {
		return
	}
	if ev, ok := e.Event.(event); ok {
		ev.apply(c, e)
	}
}

func originOf(e Entry) origin { return origin{entry: e.ID, source: e.Source, act: e.Act} }

// stamp notes which entry last stated a thing, and what an import said of it.
func (c *Case) stamp(id ID, e Entry) {
	c.from[id] = originOf(e)
	if e.Source == ByImport {
		c.imported[id] = e.Event
	}
}

// upsert replaces the element with the same id or adds it.
func upsert[T any](list []T, item T, same func(T) bool) []T {
	if i := slices.IndexFunc(list, same); i >= 0 {
		list[i] = item
		return list
	}
	return append(list, item)
}

func (ev *Opened) apply(c *Case, e Entry) {
	c.Ref, c.Opened, c.Exists = ev.Ref, e.On, true
	c.from[c.ID] = originOf(e)
}

func (ev *Stated) apply(c *Case, e Entry) {
	for key, value := range ev.Facts {
		c.facts[key] = stated{value: value, from: originOf(e)}
		if e.Source == ByImport {
			c.returned[key] = value
		}
	}
}

func (ev *CareStated) apply(c *Case, e Entry) {
	c.stamp(ev.ID, e)
	c.care = upsert(c.care, *ev, func(o CareStated) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.care, func(a, b CareStated) int { return cmp.Compare(a.From(), b.From()) })
}

func (ev *StatusStated) apply(c *Case, e Entry) {
	c.stamp(ev.ID, e)
	c.statuses = upsert(c.statuses, *ev, func(o StatusStated) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.statuses, func(a, b StatusStated) int { return cmp.Compare(a.Start, b.Start) })
}

func (ev *PlacementStated) apply(c *Case, e Entry) {
	c.stamp(ev.ID, e)
	c.placements = upsert(c.placements, *ev, func(o PlacementStated) bool { return o.ID == ev.ID })
	slices.SortStableFunc(c.placements, func(a, b PlacementStated) int { return cmp.Compare(a.Start, b.Start) })
}

func (ev *PersonStated) apply(c *Case, e Entry) {
	c.from[ev.ID] = originOf(e)
	c.people = upsert(c.people, *ev, func(o PersonStated) bool { return o.ID == ev.ID })
}

// names reports whether the event is about the same dated fact.
func (ev *PeriodStated) names(o PeriodStated) bool {
	if !ev.ID.Zero() && !o.ID.Zero() {
		return ev.ID == o.ID
	}
	return o.What == ev.What && o.From == ev.From
}

func (ev *PeriodStated) apply(c *Case, e Entry) {
	if !ev.ID.Zero() {
		c.from[ev.ID] = originOf(e)
	}
	c.periods = upsert(c.periods, *ev, ev.names)
	slices.SortStableFunc(c.periods, func(a, b PeriodStated) int { return cmp.Compare(a.From, b.From) })
}

func (ev *ReviewPlanned) apply(c *Case, e Entry) {
	r := c.review(ev.ID, e.On)
	r.Planned = *ev
	c.from[ev.ID] = originOf(e)
}

func (ev *ReviewHeld) apply(c *Case, e Entry) {
	r := c.review(ev.ID, e.On)
	r.Held = *ev
	c.stamp(ev.ID, e)
	slices.SortStableFunc(c.reviews, compareReviews)
}

// review finds the review of that id or opens one.
func (c *Case) review(id ID, on workday.Date) *Review {
	i := slices.IndexFunc(c.reviews, func(r Review) bool { return r.ID == id })
	if i < 0 {
		c.reviews = append(c.reviews, Review{ID: id, PlanFrom: on})
		i = len(c.reviews) - 1
	}
	return &c.reviews[i]
}

// compareReviews puts held reviews by the day recorded, the one in hand last.
func compareReviews(a, b Review) int {
	if a.IsHeld() != b.IsHeld() {
		if a.IsHeld() {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.Held.Recorded, b.Held.Recorded), a.ID.Compare(b.ID))
}

func (ev *ItemAnswered) apply(c *Case, e Entry) {
	c.answers[answerKey{ev.Review, ev.Item}] = ItemAnswer{ItemAnswered: *ev, Entry: e.ID, On: e.On, By: e.By}
}

func (ev *NoteWritten) apply(c *Case, e Entry) {
	note := Note{NoteWritten: *ev, Entry: e.ID, On: e.On, At: e.At, By: e.By}
	if corrects := c.standing(e.Corrects); !corrects.Zero() {
		if i := slices.IndexFunc(c.notes, func(n Note) bool { return n.Entry == corrects }); i >= 0 {
			c.notes[i] = note
			return
		}
	}
	c.notes = append(c.notes, note)
}

// standing follows an entry that was taken back to the one it had corrected.
func (c *Case) standing(id ID) ID {
	for c.reversed[id] {
		i, ok := slices.BinarySearchFunc(c.Entries, id, func(e Entry, id ID) int { return e.ID.Compare(id) })
		if !ok {
			return ID{}
		}
		id = c.Entries[i].Corrects
	}
	return id
}

// apply does nothing: reversals are gathered before the fold.
func (*Reversed) apply(*Case, Entry) {}
