// Package figures is the numbers of the annual report and of the caseload: how
// many reviews were in time, how large a caseload is. It counts what it is
// given and decides nothing about a child.
//
// It may touch workday; never a case, a disk or a screen.
package figures

import (
	"math"

	"footprint/domain/workday"
)

// Timed is one review with its limit; Recorded is not known while it was not
// held.
type Timed struct{ Due, Recorded workday.Date }

// Timeliness is how many reviews were in time (MR-05; HB 7.11).
type Timeliness struct {
	OnTime  int
	Late    int
	NotHeld int     // overdue on the day and not held
	Percent float64 // on time of all three, to one decimal
}

// TimelinessOf counts reviews on a day. One that is not held and not yet over
// counts nowhere.
func TimelinessOf(reviews []Timed, today workday.Date) Timeliness {
	var t Timeliness
	for _, r := range reviews {
		switch {
		case r.Recorded.Known() && r.Recorded <= r.Due:
			t.OnTime++
		case r.Recorded.Known():
			t.Late++
		case today > r.Due:
			t.NotHeld++
		}
	}
	if all := t.OnTime + t.Late + t.NotHeld; all > 0 {
		t.Percent = oneDecimal(100 * float64(t.OnTime) / float64(all))
	}
	return t
}

// Band is where a caseload lies against the range for a full-time IRO (CL-01;
// HB 7.15).
type Band string

// The bands; the ends of the range are inside.
const (
	BelowRange  Band = "below_range"
	WithinRange Band = "within_range"
	AboveRange  Band = "above_range"
)

const (
	fewest = 50 // HB 7.15
	most   = 70 // HB 7.15
)

// BandOf gives the children for each full-time equivalent, to one decimal, and
// the band. fte is above zero.
func BandOf(children int, fte float64) (perFTE float64, band Band) {
	perFTE = oneDecimal(float64(children) / fte)
	switch {
	case perFTE < fewest:
		return perFTE, BelowRange
	case perFTE > most:
		return perFTE, AboveRange
	}
	return perFTE, WithinRange
}

func oneDecimal(f float64) float64 { return math.Round(f*10) / 10 }
