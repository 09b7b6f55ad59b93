package clock

import (
	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// The limits of child protection conferences and of court work.
const (
	firstConferenceMonths = 3 // HB 3.44
	laterConferenceMonths = 6 // HB 3.44
	courtPaperDays        = 5 // HB 8.4
)

// ConferenceDue is the limit of the next review conference: three months after
// the initial one, then six after the last (CP-04; HB 3.44).
func ConferenceDue(initial workday.Date, reviews []workday.Date) workday.Date {
	if n := len(reviews); n > 0 {
		return reviews[n-1].AddMonths(laterConferenceMonths)
	}
	return initial.AddMonths(firstConferenceMonths)
}

// conferenceClock is the conference limit beside the reviews (CP-04; A-27).
func (m maker) conferenceClock(c *casefile.Case, plan casefile.PeriodStated) Deadline {
	var held []workday.Date
	for _, p := range c.Periods(casefile.Conference) {
		if p.From >= plan.From && p.From <= m.today {
			held = append(held, p.From)
		}
	}
	from, span := Step{Label: "Initial conference", Date: plan.From}, months(firstConferenceMonths)
	if n := len(held); n > 0 {
		from, span = Step{Label: "Last review conference", Date: held[n-1]}, months(laterConferenceMonths)
	}
	d := m.limit("CP-04", "Conference and review together", IRO, from, span, ConferenceDue(plan.From, held))
	d.Why.Notes = append(d.Why.Notes, "The conference and the review are held together, so the earlier of their two limits counts (reading A-27).")
	return d
}

// CourtPapersDue is the day court papers are to have reached the IRO: five
// working days after the authority had them (CF-05; HB 8.4).
func CourtPapersDue(cal workday.Calendar, received workday.Date) workday.Date {
	return cal.Add(received, courtPaperDays)
}

// How the notice to the court before an Issues Resolution Hearing stands.
const (
	NoticeQuiet  = "quiet"
	NoticeWarn   = "warn"
	NoticeBreach = "breach"
	NoticeTold   = "told"
)

// HearingNotice says how the notice of a dispute before an Issues Resolution
// Hearing stands (CF-09; HB 8.6; A-32): warned of from so many working days
// before, too late from the day itself.
func HearingNotice(cal workday.Calendar, hearing, told, today workday.Date, warnDays int) (warnFrom, lastDay workday.Date, state string) {
	warnFrom, lastDay = cal.Sub(hearing, warnDays), cal.Sub(hearing, 1)
	switch {
	case told.Known():
		state = NoticeTold
	case today >= hearing:
		state = NoticeBreach
	case today >= warnFrom:
		state = NoticeWarn
	default:
		state = NoticeQuiet
	}
	return warnFrom, lastDay, state
}
