package clock

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// The limits of leaving care.
const (
	qualifyingNights = 91 // PW-05: thirteen weeks
	assessmentMonths = 3  // CPPCR 42(1)
	finalPlanDays    = 20 // working days, HB 5.10
	approvalDays     = 20 // working days, CPPCR 39
)

// LeavingStatus is where a young person stands on the way out of care (PW-05;
// HB 1.11 to 1.13).
type LeavingStatus string

// The statuses.
const (
	TooYoung       LeavingStatus = "too_young"
	NotYet         LeavingStatus = "not_yet"
	Eligible       LeavingStatus = "eligible"
	Relevant       LeavingStatus = "relevant"
	FormerRelevant LeavingStatus = "former_relevant"
)

// Words is the status as people read it.
func (s LeavingStatus) Words() string {
	switch s {
	case TooYoung:
		return "under 16"
	case NotYet:
		return "not eligible yet"
	case Eligible:
		return "eligible"
	case Relevant:
		return "relevant"
	case FormerRelevant:
		return "former relevant"
	}
	return "not known"
}

// CarePeriod is a time looked after: the night of From counts, the night of To
// does not; an open one has no To. ShortBreak marks nights under regulation 48.
type CarePeriod struct {
	From, To   workday.Date
	ShortBreak bool
}

// Leaver is a leaving-care status with the nights counted.
type Leaver struct {
	Status        LeavingStatus
	Nights        int          // since the 14th birthday, as the reading in force counts them
	WithBreaks    int          // short-break nights counted too
	QualifiedFrom workday.Date // eligible from
	AssessmentDue workday.Date // of needs (PW-02), while eligible
	RelevantFrom  workday.Date
	fourteen      workday.Date
}

// LeaverOf counts thirteen weeks from the 14th birthday, some of it after the
// 16th (PW-05; CPPCR 40; A-13). under48 says that the child is under regulation
// 48 now, and so not eligible; countBreaks is the other reading of A-13.
func LeaverOf(dob workday.Date, periods []CarePeriod, on workday.Date, leap workday.LeapBirthday, under48, countBreaks bool) Leaver {
	b := func(age int) workday.Date { return dob.Birthday(age, leap) }
	l := Leaver{fourteen: b(14)}
	sorted := slices.SortedFunc(slices.Values(periods), func(a, b CarePeriod) int { return cmp.Compare(a.From, b.From) })
	counted := slices.DeleteFunc(slices.Clone(sorted), func(p CarePeriod) bool { return p.ShortBreak && !countBreaks })
	l.Nights, l.WithBreaks = l.count(counted, on), l.count(sorted, on)
	l.QualifiedFrom = l.qualifies(counted, b(16), on)
	switch {
	case on < b(16):
		l.Status, l.QualifiedFrom = TooYoung, 0
	case !l.QualifiedFrom.Known() || under48:
		l.Status, l.QualifiedFrom = NotYet, 0
	case on >= b(18):
		l.Status = FormerRelevant
	case lookedAfterOn(counted, on):
		l.Status = Eligible
		l.AssessmentDue = l.QualifiedFrom.AddMonths(assessmentMonths)
	default:
		l.Status = Relevant
		l.RelevantFrom = lastEnd(counted, on)
	}
	return l
}

// count adds up the nights from the 14th birthday to the day.
func (l Leaver) count(periods []CarePeriod, on workday.Date) int {
	n := 0
	for _, p := range periods {
		n += Stay{max(p.From, l.fourteen), endBy(p, on)}.Nights()
	}
	return n
}

func endBy(p CarePeriod, on workday.Date) workday.Date {
	if !p.To.Known() || p.To > on {
		return on
	}
	return p.To
}

// qualifies is the day the young person became eligible: the later of the 16th
// birthday and the day the 91st night was complete, looked after then or later.
func (l Leaver) qualifies(periods []CarePeriod, sixteen, on workday.Date) workday.Date {
	n := 0
	var complete workday.Date
	for _, p := range periods {
		from, to := max(p.From, l.fourteen), endBy(p, on)
		if nights := (Stay{from, to}).Nights(); n+nights >= qualifyingNights && !complete.Known() {
			complete = from.AddDays(qualifyingNights - n)
		}
		n += Stay{from, to}.Nights()
	}
	if !complete.Known() {
		return 0
	}
	first := max(complete, sixteen)
	for _, p := range periods {
		switch {
		case first >= p.From && (!p.To.Known() || first < p.To || first == p.To && complete == first && p.To > sixteen):
			return first
		case p.From > first && p.From <= on:
			return p.From // came back after it
		}
	}
	return 0
}

func lookedAfterOn(periods []CarePeriod, on workday.Date) bool {
	return slices.ContainsFunc(periods, func(p CarePeriod) bool { return p.From <= on && (!p.To.Known() || on < p.To) })
}

func lastEnd(periods []CarePeriod, on workday.Date) workday.Date {
	var last workday.Date
	for _, p := range periods {
		if p.To.Known() && p.To <= on {
			last = max(last, p.To)
		}
	}
	return last
}

// carePeriods reads the file: the episodes, with nights of regulation 48 told
// apart. A start that is not known counts from the first day known.
func carePeriods(c *casefile.Case, today workday.Date) []CarePeriod {
	var out []CarePeriod
	for _, care := range c.Care() {
		status, _ := c.StatusOn(care.From())
		if !inBreaks(c, status) {
			out = append(out, CarePeriod{From: care.From(), To: care.End})
			continue
		}
		out = append(out, breakPeriods(c, care, today)...)
	}
	return out
}

// breakPeriods are the nights of a time in short breaks: those of the stays, and
// once their bounds were passed every night from that day. Nights at home never
// count.
func breakPeriods(c *casefile.Case, care casefile.CareStated, today workday.Date) []CarePeriod {
	within := func(s Stay) bool { return s.From >= care.From() && (!care.End.Known() || s.From < care.End) }
	stays := slices.DeleteFunc(staysOn(c, today), func(s Stay) bool { return !within(s) })
	broken := BreaksOf(stays, false).Broken
	var out []CarePeriod
	for _, s := range stays {
		if broken.Known() {
			s.To = min(s.To, broken)
		}
		if s.Nights() > 0 {
			out = append(out, CarePeriod{From: s.From, To: s.To, ShortBreak: true})
		}
	}
	if broken.Known() {
		out = append(out, CarePeriod{From: broken, To: care.End})
	}
	return out
}

// FinalPlanDue is the day the final pathway plan is to reach the IRO: twenty
// working days before the 18th birthday (PW-11; HB 5.10).
func FinalPlanDue(cal workday.Calendar, eighteen workday.Date) workday.Date {
	return cal.Sub(eighteen, finalPlanDays)
}

// LastBefore reports whether a review on that day is the last scheduled one
// before a birthday, the next being due after so many months (PW-01, PW-10).
func LastBefore(review, birthday workday.Date) (next workday.Date, last bool) {
	next = review.AddMonths(laterReviewMonths)
	return next, next >= birthday
}

// CeaseApproval reports whether ending care on that day needs the approval of a
// nominated officer: looked after for twenty working days or more (CV-11; CPPCR
// 39).
func CeaseApproval(cal workday.Calendar, careStart, decision workday.Date) (workingDays int, needed bool) {
	workingDays = cal.Between(careStart, decision)
	return workingDays, workingDays >= approvalDays
}

// leaving are the limits of a young person of 16 or 17 (PW-02, PW-11).
func (m maker) leaving(c *casefile.Case, out *Clocks) []Deadline {
	var list []Deadline
	l := out.Leaver
	if l.Status == Eligible {
		from := Step{Label: "Eligible since", Date: l.QualifiedFrom, Note: fmt.Sprintf("%d nights looked after since 14", l.Nights)}
		d := m.limit("PW-02", "Pathway needs assessment", LA, from, months(assessmentMonths), l.AssessmentDue)
		if doc, ok := c.Document(casefile.PathwayAssessment); ok {
			d.Done, d.Met = true, doc.When()
		}
		if l.WithBreaks != l.Nights {
			d.Why.Notes = append(d.Why.Notes, fmt.Sprintf("With short-break nights it would be %d nights (reading A-13).", l.WithBreaks))
		}
		list = append(list, d)
	}
	if l.Status == Eligible && out.Age == 17 {
		d := m.limit("PW-11", "Final pathway plan to you", LA, Step{Label: "18th birthday", Date: out.Eighteen},
			fmt.Sprintf("%d working days before", finalPlanDays), FinalPlanDue(m.cal, out.Eighteen))
		list = append(list, m.answered(c, out.Situation.Care, "A18-02", d))
	}
	return list
}
