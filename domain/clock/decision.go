package clock

import "footprint/domain/workday"

// managerDays is the window of the designated manager (DE-04; HB 3.71).
const managerDays = 5

// Answer is how the manager's answer to the decisions of a review stands (DE-04
// to DE-06, DE-13; HB 3.71; A-05).
type Answer string

// The answers.
const (
	AnswerAwaiting Answer = "awaiting"
	AnswerAgreed   Answer = "agreed"
	AnswerRefused  Answer = "disagreed"
	AnswerDeemed   Answer = "deemed_agreed" // silence, or an answer after the window
)

// ManagerWindow gives the last day for the manager's answer and how it stands:
// five working days after the day the decisions were received, still open on
// the fifth; silence agrees from the next day. effective is the day the answer
// counts from, not known while it is awaited.
func ManagerWindow(cal workday.Calendar, received, answered workday.Date, agrees bool, today workday.Date) (due workday.Date, state Answer, effective workday.Date) {
	due = cal.Add(received, managerDays)
	switch {
	case answered.Known() && answered <= due && agrees:
		return due, AnswerAgreed, answered
	case answered.Known() && answered <= due:
		return due, AnswerRefused, answered
	case today > due:
		return due, AnswerDeemed, due + 1
	}
	return due, AnswerAwaiting, 0
}

// Progress is how one decision stands on a day (DD-02; HB 7.24, 3.73).
type Progress string

// The states.
const (
	ProgressOpen        Progress = "open"
	ProgressOverdue     Progress = "overdue"
	ProgressPartOverdue Progress = "part_overdue"
	ProgressInTime      Progress = "done_in_time"
	ProgressLate        Progress = "done_late"
)

// Implementation says how a decision stands and by how many calendar days it is
// or was late. Part done past its date counts as overdue.
func Implementation(due, done workday.Date, partDone bool, today workday.Date) (Progress, int) {
	switch {
	case done.Known() && done <= due:
		return ProgressInTime, 0
	case done.Known():
		return ProgressLate, int(done - due)
	case today <= due:
		return ProgressOpen, 0
	case partDone:
		return ProgressPartOverdue, int(today - due)
	}
	return ProgressOverdue, int(today - due)
}
