package workday

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

// standingYear lists the year's holidays without walking its days.
func standingYear(year int) []Holiday {
	out := make([]Holiday, 0, 12)
	add := func(d Date) {
		if name := standing(d); name != "" {
			out = append(out, Holiday{Date: d, Name: name})
		}
	}
	for day := 1; day <= 3; day++ {
		add(civil(year, 1, day))
	}
	sunday := easterSunday(year)
	add(sunday - 2)
	add(sunday + 1)
	for day := 1; day <= 31; day++ {
		add(civil(year, 5, day))
	}
	for _, o := range oneOff {
		if o.year == year && o.month != 4 && o.month != 5 {
			add(civil(year, o.month, o.day))
		}
	}
	if year == 2011 {
		add(civil(2011, 4, 29))
	}
	for day := 25; day <= 31; day++ {
		add(civil(year, 8, day))
	}
	for day := 25; day <= 28; day++ {
		add(civil(year, 12, day))
	}
	return out
}
