package casefile

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"footprint/domain/workday"
)

// Fact gives the value stated for a key, or "".
func (c *Case) Fact(key string) string { return c.facts[key].value }

// Yes reports whether a yes-or-no fact was answered yes.
func (c *Case) Yes(key string) bool { return c.facts[key].value == "yes" }

// FactOn gives a fact that is a date; the zero Date when not known.
func (c *Case) FactOn(key string) workday.Date {
	d, err := workday.Parse(c.facts[key].value)
	if err != nil {
		return 0
	}
	return d
}

// Name is the child's name as stated, "" when the source had none.
func (c *Case) Name() string { return c.Fact(FactName) }

// DOB is the date of birth; the zero Date when not known.
func (c *Case) DOB() workday.Date { return c.FactOn(FactDOB) }

// ExternalID is the council's own number.
func (c *Case) ExternalID() string { return c.Fact(FactExternalID) }

// From is the first day of the episode that is known: its start, or since when
// the child is known to have been in care.
func (s CareStated) From() workday.Date {
	if s.Start.Known() {
		return s.Start
	}
	return s.Since
}

// StartKnown reports whether the day care began is known.
func (s CareStated) StartKnown() bool { return s.Start.Known() }

// On reports whether the period from start to end covers the day. A period
// without an end runs on; the end day itself is outside, for the next period
// starts on it.
func within(start, end, day workday.Date) bool {
	return start.Known() && start <= day && (!end.Known() || day < end)
}

// Care lists the looked-after episodes, oldest first.
func (c *Case) Care() []CareStated { return slices.Clone(c.care) }

// CameByImport reports whether the file was opened by an import.
func (c *Case) CameByImport() bool { return c.from[c.ID].source == ByImport }

// CareOn gives the looked-after episode open on that day.
func (c *Case) CareOn(day workday.Date) (CareStated, bool) {
	for _, s := range slices.Backward(c.care) {
		if within(s.From(), s.End, day) {
			return s, true
		}
	}
	return CareStated{}, false
}

// Statuses lists the legal statuses, oldest first.
func (c *Case) Statuses() []StatusStated { return slices.Clone(c.statuses) }

// StatusOn gives the legal status in force on that day: the last that had
// begun and had not ended.
func (c *Case) StatusOn(day workday.Date) (StatusStated, bool) {
	for _, s := range slices.Backward(c.statuses) {
		if within(s.Start, s.End, day) {
			return s, true
		}
	}
	return StatusStated{}, false
}

// Placements lists the placements, oldest first.
func (c *Case) Placements() []PlacementStated { return slices.Clone(c.placements) }

// PlacementOn gives the placement on that day.
func (c *Case) PlacementOn(day workday.Date) (PlacementStated, bool) {
	for _, p := range slices.Backward(c.placements) {
		if within(p.Start, p.End, day) {
			return p, true
		}
	}
	return PlacementStated{}, false
}

// Periods lists the dated facts of one kind, oldest first.
func (c *Case) Periods(what PeriodKind) []PeriodStated {
	return slices.DeleteFunc(slices.Clone(c.periods), func(p PeriodStated) bool { return p.What != what })
}

// Reviews lists the reviews on file, held ones oldest first, then the one in
// hand.
func (c *Case) Reviews() []Review { return slices.Clone(c.reviews) }

// HeldIn yields the reviews recorded within a looked-after episode, oldest
// first. A review on the day care ended still belongs to it.
func (c *Case) HeldIn(s CareStated) iter.Seq[Review] {
	return func(yield func(Review) bool) {
		for _, r := range c.reviews {
			inside := r.IsHeld() && r.Held.Recorded >= s.From() && (!s.End.Known() || r.Held.Recorded <= s.End)
			if inside && !yield(r) {
				return
			}
		}
	}
}

// NumberOf is a review's number in its looked-after episode; 0 when it is not
// known, or the review does not count. One that was not held yet has the number
// after the last held in the episode open on the day (RT-17).
func (c *Case) NumberOf(r Review, day workday.Date) int {
	for _, care := range c.care {
		if !care.StartKnown() || care.ReviewsBefore < 0 {
			continue
		}
		no := care.ReviewsBefore
		for held := range c.HeldIn(care) {
			if held.Held.NotCounted {
				continue
			}
			if no++; held.ID == r.ID {
				return no
			}
		}
		if open, ok := c.CareOn(day); ok && open.ID == care.ID && !r.IsHeld() && !r.ID.Zero() {
			return no + 1
		}
	}
	return 0
}

// InHand gives the review being prepared: the one not yet recorded.
func (c *Case) InHand() (Review, bool) {
	for _, r := range slices.Backward(c.reviews) {
		if !r.IsHeld() {
			return r, true
		}
	}
	return Review{}, false
}

// Unfinished gives the last review recorded by the day when it was begun and not
// completed (HB 3.24; RT-11).
func (c *Case) Unfinished(day workday.Date) (Review, bool) {
	var last Review
	for _, r := range c.reviews {
		if r.IsHeld() && r.Held.Recorded <= day {
			last = r
		}
	}
	return last, last.IsHeld() && !last.Held.Completed.Known()
}

// ReviewByID finds a review.
func (c *Case) ReviewByID(id ID) (Review, bool) {
	i := slices.IndexFunc(c.reviews, func(r Review) bool { return r.ID == id })
	if i < 0 {
		return Review{}, false
	}
	return c.reviews[i], true
}

// AnswerTo gives the answer to an item of a review; its Answer is Open when
// there is none.
func (c *Case) AnswerTo(review ID, item string) ItemAnswer {
	return c.answers[answerKey{review, item}]
}

// AnswerSince gives the latest answer to an item in any review, for items that
// are answered once in a looked-after episode.
func (c *Case) AnswerSince(item string, day workday.Date) ItemAnswer {
	var best ItemAnswer
	for key, a := range c.answers {
		if key.item == item && a.On >= day && best.Entry.Before(a.Entry) {
			best = a
		}
	}
	return best
}

// Notes lists the notes as they stand, oldest first.
func (c *Case) Notes() []Note { return slices.Clone(c.notes) }

// NoteOn gives the note on an item of a review; ok is false when there is none.
func (c *Case) NoteOn(review ID, item string) (Note, bool) {
	for _, n := range slices.Backward(c.notes) {
		if n.Review == review && n.Item == item {
			return n, true
		}
	}
	return Note{}, false
}

// StatedOn is the civil day the entry that last stated a thing was made; not
// known for a thing that is on no file.
func (c *Case) StatedOn(id ID) workday.Date {
	entry := c.from[id].entry
	i, ok := slices.BinarySearchFunc(c.Entries, entry, func(e Entry, id ID) int { return e.ID.Compare(id) })
	if !ok {
		return 0
	}
	return c.Entries[i].Day
}

// FromImport reports whether an import was the last to state a thing.
func (c *Case) FromImport(id ID) bool { return c.from[id].source == ByImport }

// TakenBack reports whether the entry has been reversed.
func (c *Case) TakenBack(entry ID) bool { return c.reversed[entry] }

// LastFootprint is the day of the newest thing the IRO entered about the child
// that stands, imports left out. It is the day it happened, not was typed.
func (c *Case) LastFootprint() workday.Date {
	var last workday.Date
	for _, e := range c.Entries {
		if l, ok := e.Event.(*Logged); ok && l.Waiting {
			continue // somebody tried to reach the IRO; nothing was done yet
		}
		if _, undo := e.Event.(*Reversed); e.Source == ByIRO && !c.reversed[e.ID] && !undo {
			last = max(last, e.On)
		}
	}
	return last
}

// LastID is the id of the newest entry.
func (c *Case) LastID() ID {
	if len(c.Entries) == 0 {
		return ID{}
	}
	return c.Entries[len(c.Entries)-1].ID
}

// NextRef gives the alias after the highest in use: C-0001 for the first.
func NextRef(refs iter.Seq[string]) string {
	highest := 0
	for ref := range refs {
		if n, err := strconv.Atoi(strings.TrimPrefix(ref, "C-")); err == nil {
			highest = max(highest, n)
		}
	}
	return fmt.Sprintf("C-%04d", highest+1)
}
