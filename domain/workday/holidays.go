package workday

import "slices"

// The bank holidays of England and Wales by rule (Banking and Financial
// Dealings Act 1971 and proclamations), with the years that departed from it.
// Equal to every list published for 2011 to 2028.

// oneOff are the days proclaimed for one year only.
var oneOff = [...]struct {
	year, month, day int
	name             string
}{
	{2011, 4, 29, "Royal wedding"},
	{2012, 6, 4, "Spring bank holiday"},
	{2012, 6, 5, "Diamond Jubilee"},
	{2020, 5, 8, "Early May bank holiday (VE day)"},
	{2022, 6, 2, "Spring bank holiday"},
	{2022, 6, 3, "Platinum Jubilee"},
	{2022, 9, 19, "State Funeral of Queen Elizabeth II"},
	{2023, 5, 8, "Coronation of King Charles III"},
}

// standing names the holiday on d, or "".
func standing(d Date) string {
	year, month, day := d.Civil()
	if name := proclaimed(year, month, day); name != "" {
		return name
	}
	switch w := d.Weekday(); month {
	case 1:
		return newYear(day, w)
	case 3, 4:
		return easter(d, year)
	case 5:
		return may(year, day, w)
	case 8:
		if w == Monday && day > 24 {
			return "Summer bank holiday"
		}
	case 12:
		return christmas(day, w)
	}
	return ""
}

func proclaimed(year, month, day int) string {
	for _, o := range oneOff {
		if o.year == year && o.month == month && o.day == day {
			return o.name
		}
	}
	return ""
}

func newYear(day int, w Weekday) string {
	switch {
	case day == 1 && w != Saturday && w != Sunday:
		return "New Year's Day"
	case w == Monday && (day == 2 || day == 3):
		return "New Year's Day (substitute)"
	}
	return ""
}

func easter(d Date, year int) string {
	switch d - easterSunday(year) {
	case -2:
		return "Good Friday"
	case 1:
		return "Easter Monday"
	}
	return ""
}

// easterSunday is the Gregorian reckoning (Meeus, Jones, Butcher).
func easterSunday(year int) Date {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(year, n/31, n%31+1)
}

func may(year, day int, w Weekday) string {
	switch {
	case w != Monday:
	case day <= 7 && year != 2020:
		return "Early May bank holiday"
	case day > 24 && year != 2012 && year != 2022:
		return "Spring bank holiday"
	}
	return ""
}

func christmas(day int, w Weekday) string {
	weekday := w != Saturday && w != Sunday
	switch {
	case day == 25 && weekday:
		return "Christmas Day"
	case day == 26 && weekday:
		return "Boxing Day"
	case day == 27 && (w == Monday || w == Tuesday):
		return "Christmas Day (substitute)"
	case day == 28 && (w == Monday || w == Tuesday):
		return "Boxing Day (substitute)"
	}
	return ""
}

// standingBetween lists the holidays after from up to and including to, in
// order. It looks only at the days a holiday can fall on.
func standingBetween(from, to Date) []Holiday {
	var out []Holiday
	add := func(first, last Date, mondays bool) {
		first = max(first, from+1)
		if mondays {
			first += Date(Monday-first.Weekday()+7) % 7
		}
		step := Date(1)
		if mondays {
			step = 7
		}
		for d := first; d <= min(last, to); d += step {
			if name := standing(d); name != "" {
				out = append(out, Holiday{Date: d, Name: name})
			}
		}
	}
	for year := (from + 1).Year(); year <= to.Year() && from < to; year++ {
		add(civil(year, 1, 1), civil(year, 1, 3), false)
		sunday := easterSunday(year)
		add(sunday-2, sunday-2, false)
		add(sunday+1, sunday+1, false)
		add(civil(year, 5, 1), civil(year, 5, 31), true)
		add(civil(year, 8, 25), civil(year, 8, 31), true)
		add(civil(year, 12, 25), civil(year, 12, 28), false)
	}
	return withOneOffs(out, from, to)
}

// withOneOffs adds the proclaimed days that are no Monday of May or August.
func withOneOffs(list []Holiday, from, to Date) []Holiday {
	for _, o := range oneOff {
		d := civil(o.year, o.month, o.day)
		if d <= from || d > to {
			continue
		}
		at, there := slices.BinarySearchFunc(list, d, func(h Holiday, d Date) int { return int(h.Date - d) })
		if !there {
			list = slices.Insert(list, at, Holiday{Date: d, Name: o.name})
		}
	}
	return list
}
