package review

import "footprint/domain/workday"

// Usual school hours; no file holds the school's own.
const (
	schoolBegins = "09:00"
	schoolEnds   = "15:30"
)

// InSchoolHours reports whether a review at that time would cost a child of
// school age lessons (HB 3.31; PR-20). at is written 09:30. Holidays of the
// school are not known, so a working day is taken for a school day.
func InSchoolHours(schoolAge bool, cal workday.Calendar, day workday.Date, at string) bool {
	return schoolAge && at != "" && cal.Working(day) && at >= schoolBegins && at < schoolEnds
}
