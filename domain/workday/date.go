// Package workday holds civil dates and the working-day calendar of England
// and Wales (DT-01 to DT-12).
//
// It is arithmetic on day numbers: no clock, no time zone, no time of day. The
// day it is comes in as an argument. It must never read the machine's date.
package workday

import (
	"fmt"
	"strconv"
)

// Date is a civil day in England: the number of days since 31 December of the
// year 0 (1 = 1 January of the year 1). The zero Date means "not known" and
// sorts before every known day. Dates compare with < and ==.
type Date int32

// MinYear and MaxYear bound the years a Date may have when it is read from
// text. Anything outside is a slip of the keyboard, not a child's date.
const (
	MinYear = 1900
	MaxYear = 2199
)

// Weekday counts from Sunday = 0, as calendars in England print it.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var weekdayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

// String is the full English name of the day.
func (w Weekday) String() string { return weekdayNames[w] }

// Leap reports whether the year has a 29 February.
func Leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days of a month; month counts from 1.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if Leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// Of makes the date of a year, month (1 to 12) and day. ok is false when there
// is no such day, such as 31 February.
func Of(year, month, day int) (d Date, ok bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month) {
		return 0, false
	}
	return civil(year, month, day), true
}

// civil counts days from a year that begins in March, so that a leap day is
// the last day of its year.
func civil(year, month, day int) Date {
	y, m := year, month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return Date(y*365 + y/4 - y/100 + y/400 + (m*153+2)/5 + day - 306)
}

// Civil gives the year, month and day. The zero Date gives 0, 0, 0.
func (d Date) Civil() (year, month, day int) {
	if d <= 0 {
		return 0, 0, 0
	}
	n := int(d) + 305 // days since 1 March of the year 0
	era := n / 146097
	rest := n % 146097
	y := (rest - rest/1460 + rest/36524 - rest/146096) / 365
	doy := rest - (365*y + y/4 - y/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	year = era*400 + y
	if month > 12 {
		month, year = month-12, year+1
	}
	return year, month, day
}

// Year is the civil year, 0 when the date is not known.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// Known reports whether the date is known.
func (d Date) Known() bool { return d > 0 }

// Weekday is the day of the week.
func (d Date) Weekday() Weekday { return Weekday(int(d) % 7) }

// AddDays moves by calendar days; n may be negative.
func (d Date) AddDays(n int) Date { return d + Date(n) }

// AddWeeks moves by weeks of seven calendar days, holidays ignored (DT-07).
func (d Date) AddWeeks(n int) Date { return d + Date(7*n) }

// AddMonths gives the same-numbered day n months on, or the last day of a
// shorter month; it never sticks to month ends (DT-06; Dodds v Walker). n may
// be negative.
func (d Date) AddMonths(n int) Date {
	year, month, day := d.Civil()
	months := year*12 + month - 1 + n
	year, month = months/12, months%12+1
	return civil(year, month, min(day, DaysIn(year, month)))
}

// LeapBirthday is the reading of a 29 February birthday in a common year.
type LeapBirthday int

// March1 is the default reading; Feb28 is the other view, a setting.
const (
	March1 LeapBirthday = iota
	Feb28
)

// Birthday is the day the age in years is reached (DT-10).
func (d Date) Birthday(age int, reading LeapBirthday) Date {
	year, month, day := d.Civil()
	if month == 2 && day == 29 && !Leap(year+age) {
		if reading == Feb28 {
			return civil(year+age, 2, 28)
		}
		return civil(year+age, 3, 1)
	}
	return civil(year+age, month, day)
}

// Age is the whole years reached at the start of the day on (DT-10), never
// below zero.
func (d Date) Age(on Date, reading LeapBirthday) int {
	if !d.Known() || on < d {
		return 0
	}
	age := on.Year() - d.Year()
	if on < d.Birthday(age, reading) {
		age--
	}
	return age
}

// AgeWords is the age on a day in years and months: "6y 2m", "8m" in the first
// year; "" when the date of birth is not known or still to come.
func (d Date) AgeWords(on Date, reading LeapBirthday) string {
	if !d.Known() || on < d {
		return ""
	}
	years, months := d.Age(on, reading), 0
	for months < 11 && d.AddMonths(12*years+months+1) <= on {
		months++
	}
	if years == 0 {
		return strconv.Itoa(months) + "m"
	}
	return strconv.Itoa(years) + "y " + strconv.Itoa(months) + "m"
}

// String is the ISO form 2026-11-26, or "" when not known.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	y, m, day := d.Civil()
	b := make([]byte, 0, 10)
	b = pad(b, y, 4)
	b = append(b, '-')
	b = pad(b, m, 2)
	b = append(b, '-')
	return string(pad(b, day, 2))
}

func pad(b []byte, n, width int) []byte {
	s := strconv.Itoa(n)
	for range width - len(s) {
		b = append(b, '0')
	}
	return append(b, s...)
}

// Long is the form people read in full: "Thu 26 Nov 2026"; "not known" when it
// is not.
func (d Date) Long() string {
	if !d.Known() {
		return "not known"
	}
	return d.Short() + " " + strconv.Itoa(d.Year())
}

// Short leaves the year out: "Thu 26 Nov".
func (d Date) Short() string {
	if !d.Known() {
		return "not known"
	}
	_, m, day := d.Civil()
	return weekdayNames[d.Weekday()][:3] + " " + strconv.Itoa(day) + " " + monthNames[m-1][:3]
}

// Brief leaves the weekday out: "26 Nov 2026".
func (d Date) Brief() string {
	if !d.Known() {
		return "not known"
	}
	_, m, day := d.Civil()
	return strconv.Itoa(day) + " " + monthNames[m-1][:3] + " " + strconv.Itoa(d.Year())
}

// UK is the form councils type: "26/11/2026".
func (d Date) UK() string {
	if !d.Known() {
		return ""
	}
	y, m, day := d.Civil()
	b := append(pad(nil, day, 2), '/')
	b = append(pad(b, m, 2), '/')
	return string(pad(b, y, 4))
}

// MarshalText writes the ISO form, so that JSON has "2026-11-26".
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form only; empty text is "not known".
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	got, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = got
	return nil
}

// Ordinal words a number as people say it: 1st, 2nd, 3rd, 11th.
func Ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprintf("%d%s", n, suffix)
}
