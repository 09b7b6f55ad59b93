package clock_test

import (
	"regexp"
	"strconv"
	"strings"

	"footprint/domain/clock"
	"footprint/domain/workday"
)

var (
	forward   = regexp.MustCompile(`^\+ (\d+) working days$`)
	back      = regexp.MustCompile(`(\d+) working days before$`)
	byMonths  = regexp.MustCompile(`^\+ (\d+) months$`)
	byDays    = regexp.MustCompile(`(?:^\+ (\d+) days$|\((\d+) days\)$)`)
	dayBefore = regexp.MustCompile(`last working day before (.*)$`)
	halfWay   = regexp.MustCompile(`^half-way to (.*)$`)
)

// recompute works a limit out from the words of its explanation: the fact it
// starts from and the arithmetic in the step after it.
func recompute(why clock.Explanation) (workday.Date, bool) {
	from, words := why.Steps[0].Date, why.Steps[1].Label
	number := func(m []string) int {
		n, _ := strconv.Atoi(strings.Join(m[1:], ""))
		return n
	}
	if m := forward.FindStringSubmatch(words); m != nil {
		return cal.Add(from, number(m)), true
	}
	if m := back.FindStringSubmatch(words); m != nil {
		return cal.Sub(from, number(m)), true
	}
	if m := byMonths.FindStringSubmatch(words); m != nil {
		return from.AddMonths(number(m)), true
	}
	if m := byDays.FindStringSubmatch(words); m != nil {
		return from.AddDays(number(m)), true
	}
	if m := dayBefore.FindStringSubmatch(words); m != nil {
		end, ok := named(m[1], from)
		return cal.Sub(end, 1), ok
	}
	if m := halfWay.FindStringSubmatch(words); m != nil {
		end, ok := named(m[1], from)
		return cal.RollBack(from.AddDays(int(end-from) / 2)), ok
	}
	return 0, false
}

// named reads a day written out ("Thu 26 Nov 2026"); "it" is the fact itself.
func named(text string, it workday.Date) (workday.Date, bool) {
	if text == "it" {
		return it, true
	}
	_, day, _ := strings.Cut(text, " ")
	got, err := workday.ParseTyped(day, today, cal)
	return got, err == nil
}

// compressed reports a target that was moved up to its floor, which its notes
// say.
func compressed(d clock.Deadline) bool {
	return strings.Contains(strings.Join(d.Why.Notes, " "), "Compressed")
}
