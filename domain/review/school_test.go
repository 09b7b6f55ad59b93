package review_test

import (
	"testing"

	"footprint/domain/review"
	"footprint/domain/workday"
)

// TestALessonIsNotToBeMissed is PR-20.
func TestALessonIsNotToBeMissed(t *testing.T) {
	t.Parallel()
	friday, saturday := on("2026-12-04"), on("2026-12-05")
	for _, tc := range []struct {
		school bool
		day    workday.Date
		at     string
		want   bool
	}{
		{true, friday, "09:00", true}, {true, friday, "15:29", true}, {true, friday, "15:30", false}, {true, friday, "08:59", false},
		{true, saturday, "10:00", false}, {false, friday, "10:00", false}, {true, friday, "", false}, {true, on("2026-12-25"), "10:00", false},
	} {
		if got := review.InSchoolHours(tc.school, workday.Calendar{}, tc.day, tc.at); got != tc.want {
			t.Errorf("school age %v, %s at %q: %v", tc.school, tc.day, tc.at, got)
		}
	}
}
