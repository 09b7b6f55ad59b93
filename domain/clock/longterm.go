package clock

import (
	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// establishedMonths is how long a placement must have been long-term before a
// review may go without a meeting (LT-03; A-15).
const establishedMonths = 12

// LongTerm is what decides whether a long-term fostered child's review may be
// held without a meeting (LT-03; A-15).
type LongTerm struct {
	Since       workday.Date // designated long-term
	LastMeeting workday.Date // the last review with a meeting
	LastHadOne  bool         // the last review had a meeting
	ChildAgrees bool
}

// Established reports whether the placement has been long-term for more than
// twelve months on a day.
func (l LongTerm) Established(day workday.Date) bool {
	return l.Since.Known() && l.Since.AddMonths(establishedMonths) < day
}

// MeetingBy is the last day for the next meeting, so many months after the last.
func (l LongTerm) MeetingBy(apart int) workday.Date { return l.LastMeeting.AddMonths(apart) }

// MeetingOptional reports whether the review on that day may do without one:
// every test must pass, and a meeting is never left out twice running.
func (l LongTerm) MeetingOptional(review workday.Date, apart int) bool {
	return l.Established(review) && l.LastHadOne && l.ChildAgrees && review <= l.MeetingBy(apart)
}

// longTermOf reads the file.
func longTermOf(c *casefile.Case, s Situation) LongTerm {
	l := LongTerm{Since: s.LongTermSince, ChildAgrees: c.Yes(casefile.FactNoMeeting)}
	for r := range c.HeldIn(s.Care) {
		if r.Held.NotCounted || r.Held.Recorded > s.Day {
			continue
		}
		l.LastHadOne = !r.Held.NoMeeting
		if l.LastHadOne {
			l.LastMeeting = r.Held.Recorded
		}
	}
	return l
}

// longTerm is the meeting a long-term fostered child must have (LT-03).
func (m maker) longTerm(s Situation) []Deadline {
	l := s.LongTerm
	if !l.Established(s.Day) || !l.LastMeeting.Known() {
		return nil
	}
	apart := m.readings.Limit(practice.LongTermMeeting)
	d := m.limit("LT-03", "Review with a meeting", IRO, Step{Label: "Last review with a meeting", Date: l.LastMeeting}, months(apart), l.MeetingBy(apart))
	switch {
	case !l.LastHadOne:
		d.Why.Notes = append(d.Why.Notes, "The last review had no meeting, so the next one must have one.")
	case !l.ChildAgrees:
		d.Why.Notes = append(d.Why.Notes, "The child has not agreed to a review without a meeting, so the next one has one.")
	default:
		d.Why.Notes = append(d.Why.Notes, "The next review may go without a meeting if it falls by this day; it is still a full review.")
	}
	return []Deadline{d}
}
