// Package clock works out which review clocks run for a child, every deadline
// that follows from the file, and why each is the day it is.
//
// It is arithmetic over a casefile.Case, the day it is and the calendar, all
// given as arguments. Each regime gives its own limit, the earliest governs and
// the others are named beside it (RT-19); a history that is not known gives no
// number and no date. It may touch workday,
// casefile, handbook and practice's readings; it changes nothing.
package clock

import "footprint/domain/workday"

// Pair is a limit and the working day to plan for: Due does not move when it
// falls on a weekend or holiday, PlanBy is the working day on or before it
// (DT-08).
type Pair struct {
	Due    workday.Date
	PlanBy workday.Date
}

func pair(cal workday.Calendar, due workday.Date) Pair {
	return Pair{Due: due, PlanBy: cal.RollBack(due)}
}

// The ordinary limits in the unit each is counted in.
const (
	firstReviewDays    = 20 // working days, HB 3.23; CPPCR 33(1)
	secondReviewMonths = 3  // HB 3.23; CPPCR 33(2)
	laterReviewMonths  = 6  // HB 3.23; CPPCR 33(2)
	completionDays     = 20 // working days, HB 3.24
	dueSoonDays        = 20 // working days, reading A-09
	managerToldDays    = 2  // HB 7.2
	appointedDays      = 5  // HB 7.2
	carePlanDays       = 10 // HB 2.4
	placementPlanDays  = 5  // CPPCR 9
	areaNoticeDays     = 5  // CPPCR 13(4)
	decisionsDays      = 5  // HB 3.69
	planUpdateDays     = 10 // HB 3.69
	recordDays         = 15 // HB 3.69
	distributionDays   = 20 // HB 3.69
	askChildDays       = 20 // HB 3.16
	planningTalkDays   = 15 // HB 3.9
	invitationsDays    = 10 // HB 7.3
	papersDays         = 3  // HB 3.9
)

// FirstDue is the limit of the first review: 20 working days after the child
// became looked after (RT-01; HB 3.23; CPPCR 33(1)).
func FirstDue(cal workday.Calendar, careStart workday.Date) Pair {
	return pair(cal, cal.Add(careStart, firstReviewDays))
}

// SecondDue is the limit of the second review: three months after the first
// was recorded (RT-02; HB 3.23; CPPCR 33(2)).
func SecondDue(cal workday.Calendar, first workday.Date) Pair {
	return pair(cal, first.AddMonths(secondReviewMonths))
}

// LaterDue is the limit of every later review: six months after the one before
// was recorded, late or early (RT-03; HB 3.23; CPPCR 33(2); A-30).
func LaterDue(cal workday.Calendar, previous workday.Date) Pair {
	return pair(cal, previous.AddMonths(laterReviewMonths))
}

// Next gives the rule, the number and the limit of the next ordinary review
// from the reviews of this episode that count, oldest first (RT-01 to RT-03).
func Next(cal workday.Calendar, careStart workday.Date, recorded []workday.Date) (rule string, no int, limit Pair) {
	switch n := len(recorded); n {
	case 0:
		return "RT-01", 1, FirstDue(cal, careStart)
	case 1:
		return "RT-02", 2, SecondDue(cal, recorded[0])
	default:
		return "RT-03", n + 1, LaterDue(cal, recorded[n-1])
	}
}

// Status is how a deadline stands on a day (RT-21; A-09).
type Status string

// The statuses.
const (
	NotDue     Status = "not_due"
	DueSoon    Status = "due_soon"
	Overdue    Status = "overdue"
	Awaiting   Status = "awaiting"
	HeldOnTime Status = "held_on_time"
	HeldLate   Status = "held_late"
	DoneStatus Status = "done"
)

// Words is the status as people read it.
func (s Status) Words() string {
	switch s {
	case NotDue:
		return "not due"
	case DueSoon:
		return "due soon"
	case Overdue:
		return "overdue"
	case Awaiting:
		return "waiting for an answer"
	case HeldOnTime:
		return "held on time"
	case HeldLate:
		return "held late"
	case DoneStatus:
		return "done"
	}
	return string(s)
}

// Standing says how a deadline stands today and how many working days are left
// (below zero once it is over). The last day is not overdue (DT-09).
func Standing(cal workday.Calendar, due, today workday.Date) (Status, int) {
	left := cal.Between(today, due)
	switch {
	case today > due:
		return Overdue, left
	case left <= dueSoonDays:
		return DueSoon, left
	}
	return NotDue, left
}

// Timeliness says whether a review recorded on that day was held on time
// (RT-21).
func Timeliness(due, recorded workday.Date) Status {
	if recorded > due {
		return HeldLate
	}
	return HeldOnTime
}

// CompletionDue is the day a review must be finished by: 20 working days after
// it was recorded, for a series and for an adjournment alike (RT-11, AJ-06).
func CompletionDue(cal workday.Calendar, recorded workday.Date) workday.Date {
	return cal.Add(recorded, completionDays)
}

// Recording gives the recorded and completed days of a review from its
// meetings, in order: recorded on the first meeting, or on the day first
// scheduled when the IRO adjourned it (HB 3.24, 3.27; RT-10, AJ-08).
func Recording(meetings []workday.Date, scheduled workday.Date, adjourned bool) (recorded, completed workday.Date) {
	if len(meetings) > 0 {
		recorded, completed = meetings[0], meetings[len(meetings)-1]
	}
	if adjourned && scheduled.Known() {
		recorded = scheduled
	}
	return recorded, completed
}

// Record holds the limits that run from the completion of a review (RC-01 to
// RC-03, RC-06; HB 3.69; A-03).
type Record struct {
	Decisions    workday.Date // 5 working days
	PlanUpdate   workday.Date // 10
	FullRecord   workday.Date // 15
	Distribution workday.Date // 20
}

// RecordDue gives the limits of the written record.
func RecordDue(cal workday.Calendar, completed workday.Date) Record {
	return Record{
		Decisions:    cal.Add(completed, decisionsDays),
		PlanUpdate:   cal.Add(completed, planUpdateDays),
		FullRecord:   cal.Add(completed, recordDays),
		Distribution: cal.Add(completed, distributionDays),
	}
}

// Appointment holds the limits that run from the day care began (AP-02, AP-03,
// CD-01, RT-01).
type Appointment struct {
	ManagerTold workday.Date // 2 working days, HB 7.2
	Appointed   workday.Date // 5 working days, HB 7.2
	CarePlan    workday.Date // 10 working days from the first placement, HB 2.4
	FirstReview workday.Date // 20 working days, HB 3.23
}

// AppointmentDue gives the limits of the first weeks when the first placement
// starts the day care begins.
func AppointmentDue(cal workday.Calendar, careStart workday.Date) Appointment {
	return Appointment{
		ManagerTold: cal.Add(careStart, managerToldDays),
		Appointed:   cal.Add(careStart, appointedDays),
		CarePlan:    cal.Add(careStart, carePlanDays),
		FirstReview: FirstDue(cal, careStart).Due,
	}
}

// Target is a day to have something ready by, counted back from a review.
// Ideal is the day counted; By is that day or the floor, whichever is later,
// and Compressed marks one that was moved up to the floor (PR-44; A-04).
type Target struct {
	Ideal      workday.Date
	By         workday.Date
	Compressed bool
}

// Before counts days working days back from a review and moves a target that
// falls before floor up to it. With clear, days between are left clear: one
// working day more.
func Before(cal workday.Calendar, review workday.Date, days int, floor workday.Date, clear bool) Target {
	if clear && days > 1 {
		days++
	}
	t := Target{Ideal: cal.Sub(review, days)}
	t.By = t.Ideal
	if floor.Known() && t.Ideal < floor {
		t.By, t.Compressed = floor, true
	}
	return t
}

// Preparation holds the targets of the preparation by what is asked for
// (PR-01, PR-02, PR-04 to PR-08).
type Preparation struct {
	AskChild     Target // 20 working days, HB 3.16
	PlanningTalk Target // 15, HB 3.9
	Invitations  Target // 10, HB 7.3
	Consultation Target // 10, HB 3.9
	Report       Target // 3, HB 3.9
	PEP          Target // 3, HB 3.47
	Health       Target // 3, HB 3.48
}

// PreparationDue gives the targets of the preparation for a review.
func PreparationDue(cal workday.Calendar, review, floor workday.Date, clear bool) Preparation {
	at := func(days int) Target { return Before(cal, review, days, floor, clear) }
	return Preparation{
		AskChild: at(askChildDays), PlanningTalk: at(planningTalkDays),
		Invitations: at(invitationsDays), Consultation: at(invitationsDays),
		Report: at(papersDays), PEP: at(papersDays), Health: at(papersDays),
	}
}
