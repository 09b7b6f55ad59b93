package workday

import (
	"slices"
	"strconv"
	"strings"

	"footprint/domain/fault"
)

// Parse reads the ISO form strictly: 2026-11-26 and nothing else.
func Parse(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, badDate("A date must be written like 2026-11-26.")
	}
	return fromDigits(s[0:4], s[5:7], s[8:10])
}

// ParseUK reads the council form strictly: 26/11/2026 and nothing else.
func ParseUK(s string) (Date, error) {
	if len(s) != 10 || s[2] != '/' || s[5] != '/' {
		return 0, badDate("A date must be written like 26/11/2026.")
	}
	return fromDigits(s[6:10], s[3:5], s[0:2])
}

func fromDigits(year, month, day string) (Date, error) {
	y, okY := digits(year)
	m, okM := digits(month)
	d, okD := digits(day)
	if !okY || !okM || !okD {
		return 0, badDate("A date may hold only numbers.")
	}
	return checked(y, m, d)
}

func checked(y, m, d int) (Date, error) {
	if y < MinYear || y > MaxYear {
		return 0, badDate("That year is outside 1900 to 2199.")
	}
	date, ok := Of(y, m, d)
	if !ok {
		return 0, badDate("There is no such day in the calendar.")
	}
	return date, nil
}

func digits(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func badDate(sentence string) error {
	return fault.New(fault.BadInput, sentence, "Type it like 26/11/2026, 26 nov, fri, today or +5wd.")
}

// ParseTyped reads a date as people type it, on any screen or flag:
// 26/11/2026, 26/11, 26 nov, 26th of November 2026, 2026-11-26, 20261126, fri,
// last fri, today, tomorrow, yesterday, +5wd, -3d, +2w, +6m. A day without a
// year means the nearest one to today, past or future; a weekday means the next
// one, today included, and the last one is before today. Whoever calls this
// echoes Date.Long before keeping it.
func ParseTyped(s string, today Date, cal Calendar) (Date, error) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	switch s {
	case "":
		return 0, badDate("No date was typed.")
	case "today":
		return today, nil
	case "tomorrow":
		return today + 1, nil
	case "yesterday":
		return today - 1, nil
	}
	if s[0] == '+' || s[0] == '-' {
		return offset(s, today, cal)
	}
	if d, err := Parse(s); err == nil {
		return d, nil
	}
	if len(s) == 8 && strings.Trim(s, "0123456789") == "" {
		return fromDigits(s[0:4], s[4:6], s[6:8])
	}
	name, last := strings.CutPrefix(s, "last ")
	if w, ok := weekdayNamed(name); ok && last {
		return today.AddDays(-1 - (int(today.Weekday())-int(w)+6)%7), nil
	} else if ok {
		return today.AddDays((int(w) - int(today.Weekday()) + 7) % 7), nil
	}
	return dayMonth(s, today)
}

func offset(s string, today Date, cal Calendar) (Date, error) {
	body := s[1:]
	cut := len(body)
	for cut > 0 && (body[cut-1] < '0' || body[cut-1] > '9') {
		cut--
	}
	n, ok := digits(body[:cut])
	if !ok {
		return 0, badDate("That is not a number of days.")
	}
	sign := 1
	if s[0] == '-' {
		sign = -1
	}
	switch strings.TrimSpace(body[cut:]) {
	case "wd":
		if sign < 0 {
			return cal.Sub(today, n), nil
		}
		return cal.Add(today, n), nil
	case "d", "":
		return today.AddDays(sign * n), nil
	case "w":
		return today.AddWeeks(sign * n), nil
	case "m":
		if n > 1200 {
			return 0, badDate("That is too far away to be a date here.")
		}
		return today.AddMonths(sign * n), nil
	}
	return 0, badDate("After the number, wd means working days, d days, w weeks, m months.")
}

func weekdayNamed(s string) (Weekday, bool) {
	if len(s) < 3 {
		return 0, false
	}
	for i, name := range weekdayNames {
		if strings.HasPrefix(strings.ToLower(name), s) {
			return Weekday(i), true
		}
	}
	return 0, false
}

// dayMonth reads 26/11/2026, 26/11, 26.11.26, 26 nov and 26th of november 2026.
func dayMonth(s string, today Date) (Date, error) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '.' || r == ' ' || r == '-' || r == ',' })
	if len(parts) > 1 && parts[1] == "of" {
		parts = slices.Delete(parts, 1, 2)
	}
	if len(parts) == 0 || len(parts) > 3 {
		return 0, badDate("That could not be read as a date.")
	}
	day, okDay := dayNumber(parts[0])
	if okDay && len(parts) == 1 {
		return 0, badDate("A day alone could be of any month.")
	}
	month, okMonth := monthNamed(parts[min(1, len(parts)-1)])
	if !okDay || !okMonth {
		return 0, badDate("That could not be read as a date.")
	}
	if len(parts) == 2 {
		return nearest(day, month, today)
	}
	year, ok := digits(parts[2])
	if !ok || len(parts[2]) != 4 && len(parts[2]) != 2 {
		return 0, badDate("The year must have four figures.")
	}
	if len(parts[2]) == 2 {
		year = century(year, today)
	}
	return checked(year, month, day)
}

// dayNumber reads 3, 03 and 3rd.
func dayNumber(s string) (int, bool) {
	if n, ok := digits(s); ok {
		return n, len(s) <= 2
	}
	n, ok := digits(strings.TrimRight(s, "stndrh"))
	return n, ok && s == Ordinal(n)
}

// century puts a two-figure year within 80 years before and 19 after today, so
// that 08 is a child born in 2008 and 61 a carer born in 1961.
func century(year int, today Date) int {
	year += today.Year() / 100 * 100
	if year > today.Year()+19 {
		year -= 100
	}
	return year
}

func monthNamed(s string) (int, bool) {
	if n, ok := digits(s); ok && len(s) <= 2 {
		return n, true
	}
	if len(s) < 3 {
		return 0, false
	}
	for i, name := range monthNames {
		if strings.HasPrefix(strings.ToLower(name), s) {
			return i + 1, true
		}
	}
	return 0, false
}

// nearest picks the year that puts the day closest to today, so that in
// December 3/1 is next month and in January 20/12 is last month.
func nearest(day, month int, today Date) (Date, error) {
	var best Date
	for year := today.Year() - 1; year <= today.Year()+1; year++ {
		d, ok := Of(year, month, day)
		if ok && (!best.Known() || apart(d, today) < apart(best, today)) {
			best = d
		}
	}
	if !best.Known() {
		return 0, badDate("There is no such day in the calendar this year.")
	}
	return best, nil
}

func apart(a, b Date) Date { return max(a-b, b-a) }
