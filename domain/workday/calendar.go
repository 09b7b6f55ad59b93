package workday

import "slices"

// LastPublished is the last day of the last year whose bank holidays were
// published when this was built. Later dates come from the rules and are
// provisional (DT-12).
const LastPublished Date = 740712 // 31 December 2028

// KindWords says what kind of day it is: "a working day", or why it is not.
func (c Calendar) KindWords(d Date) string {
	switch c.Reason(d) {
	case Weekend:
		return "not a working day: a " + d.Weekday().String()
	case BankHoliday:
		h, _ := c.Holiday(d)
		return "not a working day: " + h.Name
	}
	return "a working day"
}

// Holiday is one bank holiday in England and Wales.
type Holiday struct {
	Date Date   `json:"date"`
	Name string `json:"name"`
}

// Calendar answers what is a working day: Monday to Friday, but not Christmas
// Day, Good Friday or a bank holiday in England and Wales (DT-01). The zero
// Calendar is the published one; With adds proclaimed days. A Calendar is a
// value and never changes.
type Calendar struct {
	added   []Holiday // sorted by date
	removed []Date    // sorted; a moved holiday is one removed and one added
}

// With returns a calendar that also keeps the added holidays and drops the
// removed days, for a day proclaimed or moved after this was built (DT-12).
func (c Calendar) With(added []Holiday, removed []Date) Calendar {
	out := Calendar{added: slices.Concat(c.added, added), removed: slices.Concat(c.removed, removed)}
	slices.SortFunc(out.added, func(a, b Holiday) int { return int(a.Date - b.Date) })
	slices.Sort(out.removed)
	return out
}

// Reason says why a day is not a working day.
type Reason string

// The reasons; Working means there is none.
const (
	Working     Reason = ""
	Weekend     Reason = "weekend"
	BankHoliday Reason = "bank_holiday"
)

// Reason says why d is not a working day, or Working. A holiday on a weekend
// is a weekend.
func (c Calendar) Reason(d Date) Reason {
	if w := d.Weekday(); w == Saturday || w == Sunday {
		return Weekend
	}
	if _, ok := c.Holiday(d); ok {
		return BankHoliday
	}
	return Working
}

// Working reports whether d is a working day (DT-01).
func (c Calendar) Working(d Date) bool { return c.Reason(d) == Working }

// Holiday gives the bank holiday on d, if there is one.
func (c Calendar) Holiday(d Date) (Holiday, bool) {
	if i, ok := slices.BinarySearchFunc(c.added, d, func(h Holiday, d Date) int { return int(h.Date - d) }); ok {
		return c.added[i], true
	}
	if _, ok := slices.BinarySearch(c.removed, d); ok {
		return Holiday{}, false
	}
	if name := standing(d); name != "" {
		return Holiday{Date: d, Name: name}, true
	}
	return Holiday{}, false
}

// Add gives the n-th working day after from: from is day 0 and the next
// working day is day 1 (DT-02, DT-04). n = 0 gives from itself.
func (c Calendar) Add(from Date, n int) Date {
	for n > 0 {
		from++
		if c.Working(from) {
			n--
		}
	}
	return from
}

// Sub gives the n-th working day before from: the last working day before it
// is day 1 (DT-05).
func (c Calendar) Sub(from Date, n int) Date {
	for n > 0 {
		from--
		if c.Working(from) {
			n--
		}
	}
	return from
}

// Between counts the working days after a up to and including b (DT-03). When
// b is before a the count is negative and counts the days after b up to a.
func (c Calendar) Between(a, b Date) int {
	if b < a {
		return -c.Between(b, a)
	}
	// Whole weeks hold five weekdays whatever the weekday of a, so only the
	// rest is walked and holidays are taken off one by one.
	weeks := int(b-a) / 7
	n := weeks * 5
	for d := a + Date(weeks*7) + 1; d <= b; d++ {
		if w := d.Weekday(); w != Saturday && w != Sunday {
			n++
		}
	}
	return n - len(c.Holidays(a, b))
}

// RollBack gives d itself when it is a working day, else the working day
// before it: the plan-by day of a limit that does not move (DT-08).
func (c Calendar) RollBack(d Date) Date {
	for !c.Working(d) {
		d--
	}
	return d
}

// Holidays lists the Monday-to-Friday bank holidays after from up to and
// including to, in order: those a count passes over.
func (c Calendar) Holidays(from, to Date) []Holiday {
	out := standingBetween(from, to)
	if len(c.removed) > 0 {
		out = slices.DeleteFunc(out, func(h Holiday) bool {
			_, gone := slices.BinarySearch(c.removed, h.Date)
			return gone
		})
	}
	for _, h := range c.added {
		if h.Date > from && h.Date <= to && !slices.ContainsFunc(out, func(o Holiday) bool { return o.Date == h.Date }) {
			out = append(out, h)
		}
	}
	out = slices.DeleteFunc(out, func(h Holiday) bool {
		w := h.Date.Weekday()
		return w == Saturday || w == Sunday
	})
	if len(c.added) > 0 {
		slices.SortFunc(out, func(a, b Holiday) int { return int(a.Date - b.Date) })
	}
	return out
}

// Year lists the bank holidays of a year in date order, added ones included.
func (c Calendar) Year(year int) []Holiday {
	return c.Holidays(civil(year, 1, 1)-1, civil(year, 12, 31))
}

// Provisional reports whether d lies beyond the published bank holidays, so
// that a later proclamation may move what is counted to it (DT-12).
func (c Calendar) Provisional(d Date) bool { return d > LastPublished }
