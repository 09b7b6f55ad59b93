package clock

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// The bounds of the lighter regime for short breaks (SB-01; CPPCR 48).
const (
	longestStay      = 17 // nights in one stay
	nightsInYear     = 75 // nights in any twelve months
	warnAtNights     = 60 // SB-01: say so before the bound is reached
	firstBreakMonths = 3  // SB-02
)

// Stay is one stay away from home; the night of From counts and the night of To
// does not.
type Stay struct{ From, To workday.Date }

// Nights is how many nights the stay had.
func (s Stay) Nights() int { return max(int(s.To-s.From), 0) }

// Breaks is what a series of short breaks adds up to.
type Breaks struct {
	Longest     int          // nights in the longest stay
	MostInYear  int          // nights in the fullest twelve months
	WindowStart workday.Date // where those twelve months begin
	Fits        bool         // regulation 48 may apply
	Broken      workday.Date // the first day its bounds were passed
}

// BreaksOf adds a series up (SB-01; CPPCR 48; A-14). A child in care is never
// under regulation 48.
func BreaksOf(stays []Stay, inCare bool) Breaks {
	sorted := slices.SortedFunc(slices.Values(stays), func(a, b Stay) int { return cmp.Compare(a.From, b.From) })
	var b Breaks
	for i, s := range sorted {
		b.Longest = max(b.Longest, s.Nights())
		if s.Nights() > longestStay {
			b.passed(s.From.AddDays(longestStay))
		}
		nights := 0
		end := s.From.AddMonths(12)
		for _, o := range sorted[i:] {
			if o.From >= end {
				break
			}
			n := Stay{o.From, min(o.To, end)}.Nights()
			if nights <= nightsInYear && nights+n > nightsInYear {
				b.passed(o.From.AddDays(nightsInYear - nights))
			}
			nights += n
		}
		if nights > b.MostInYear {
			b.MostInYear, b.WindowStart = nights, s.From
		}
	}
	b.Fits = !inCare && !b.Broken.Known()
	return b
}

func (b *Breaks) passed(day workday.Date) {
	if !b.Broken.Known() || day < b.Broken {
		b.Broken = day
	}
}

// ShortBreakDue is the limit of the first review of short breaks: three months
// after the first day of the first stay (SB-02; HB 4.1; CPPCR 48(3)).
func ShortBreakDue(cal workday.Calendar, firstDay workday.Date) Pair {
	return pair(cal, firstDay.AddMonths(firstBreakMonths))
}

// staysOn lists the stays up to a day; one that runs is counted up to it.
func staysOn(c *casefile.Case, day workday.Date) []Stay {
	var out []Stay
	for _, p := range c.Periods(casefile.ShortBreak) {
		to := p.To
		if !to.Known() || to > day {
			to = day
		}
		if p.From.Known() && p.From <= day {
			out = append(out, Stay{p.From, to})
		}
	}
	return out
}

// shortBreakClock is the timetable of regulation 48 (SB-02, SB-03).
func (m maker) shortBreakClock(s Situation) (Deadline, bool) {
	var d Deadline
	switch n := len(s.reviews); {
	case n > 0:
		d = m.limit("SB-03", "Review of the short breaks", IRO, Step{Label: "Last review", Date: s.reviews[n-1], Note: "recorded date"},
			months(laterReviewMonths), LaterDue(m.cal, s.reviews[n-1]).Due)
	case s.whole() && s.FirstStay.Known():
		d = m.limit("SB-02", "First review of the short breaks", IRO, Step{Label: "First day of the first stay", Date: s.FirstStay},
			months(firstBreakMonths), ShortBreakDue(m.cal, s.FirstStay).Due)
	default:
		return Deadline{}, false
	}
	if s.Breaks.MostInYear > 0 {
		d.Why.Notes = append(d.Why.Notes, fmt.Sprintf("Nights so far: %d in the fullest twelve months (%d at most), the longest stay %d (%d at most).",
			s.Breaks.MostInYear, nightsInYear, s.Breaks.Longest, longestStay))
	}
	if s.Breaks.MostInYear >= warnAtNights {
		d.Why.Notes = append(d.Why.Notes, "The bound of 75 nights is near: past it the full regime applies.")
	}
	return d, true
}

// unmetBreaks is a review of the short breaks that was overdue when their bounds
// were passed: it is still owed.
func (m maker) unmetBreaks(s Situation) (Deadline, bool) {
	if !s.BreaksEnded.Known() || len(after(s.reviews, s.BreaksEnded-1)) > 0 {
		return Deadline{}, false
	}
	d, ok := m.shortBreakClock(s)
	return d, ok && d.Due < s.BreaksEnded
}

// fullRegimeClock is the first review of the full regime once the bounds of
// short breaks were passed (SB-10; A-14), until a review was held in it.
func (m maker) fullRegimeClock(s Situation) (Deadline, bool) {
	if !s.BreaksEnded.Known() || len(after(s.reviews, s.BreaksEnded-1)) > 0 {
		return Deadline{}, false
	}
	d := m.limit("RT-01", "First review, full regime", IRO, Step{Label: "Short-break limits passed", Date: s.BreaksEnded, Note: "the day itself is not counted"},
		workingDays(firstReviewDays), FirstDue(m.cal, s.BreaksEnded).Due)
	d.Why.Notes = append(d.Why.Notes, "The stays no longer fit regulation 48 (SB-10). Enter a new time in care from that day if the council agrees.")
	return d, true
}
