package exchange

import (
	"math"
	"strconv"
	"strings"

	"footprint/domain/workday"
)

// dateReading is how a cell that should hold a date came out.
type dateReading uint8

const (
	dateBlank dateReading = iota
	dateRead
	dateBad
)

// Excel counts days from 30 December 1899, or on old Macintosh workbooks from
// 1 January 1904. Numbers outside 1954 to 2099 are not taken for dates.
const (
	serialFirst = 20000
	serialLast  = 73050
	from1904    = 1462
)

var epoch1900, _ = workday.Of(1899, 12, 30)

var monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december"}

// readDate reads a cell as councils write dates: day first (26/11/2026,
// 26-11-26, 26.11.2026), ISO, month in words, Excel's serial number, each with
// or without a time of day. Month-first dates are never guessed at.
func readDate(text string, today workday.Date, is1904 bool) (workday.Date, dateReading) {
	s := strings.TrimSpace(text)
	if s == "" {
		return 0, dateBlank
	}
	if d, ok := serialDate(s, is1904); ok {
		return d, dateRead
	}
	s = withoutTime(s)
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return r == '/' || r == '-' || r == '.' || r == ' ' || r == ','
	})
	if len(parts) == 4 && weekdayWord(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) != 3 || strings.ContainsRune("-/.,", rune(s[0])) {
		return 0, dateBad
	}
	if len(parts[0]) == 4 {
		return civil(parts[0], parts[1], parts[2], today)
	}
	return civil(parts[2], parts[1], strings.TrimRight(strings.ToLower(parts[0]), "stndrh"), today)
}

func civil(year, month, day string, today workday.Date) (workday.Date, dateReading) {
	y, okY := figures(year, 4)
	d, okD := figures(day, 2)
	m, okM := monthOf(month)
	if !okY || !okD || !okM || len(year) != 4 && len(year) != 2 {
		return 0, dateBad
	}
	if len(year) == 2 {
		y += 2000
		if y > today.Year()+19 {
			y -= 100
		}
	}
	date, ok := workday.Of(y, m, d)
	if !ok || y < workday.MinYear || y > workday.MaxYear {
		return 0, dateBad
	}
	return date, dateRead
}

func monthOf(s string) (int, bool) {
	if n, ok := figures(s, 2); ok {
		return n, true
	}
	if len(s) < 3 {
		return 0, false
	}
	s = strings.ToLower(s)
	for i, name := range monthNames {
		if strings.HasPrefix(name, s) || s == "sept" && i == 8 {
			return i + 1, true
		}
	}
	return 0, false
}

func weekdayWord(s string) bool {
	s = strings.ToLower(s)
	for _, name := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if len(s) >= 3 && strings.HasPrefix(name, s) {
			return true
		}
	}
	return false
}

func figures(s string, most int) (int, bool) {
	if s == "" || len(s) > most {
		return 0, false
	}
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// serialDate reads a spreadsheet's day number; the part after the point is the
// time of day.
func serialDate(s string, is1904 bool) (workday.Date, bool) {
	if len(s) < 5 || s[0] < '1' || s[0] > '9' {
		return 0, false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && c != '.' {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, false
	}
	n := int(math.Floor(f))
	if is1904 {
		n += from1904
	}
	if n < serialFirst || n > serialLast {
		return 0, false
	}
	return epoch1900 + workday.Date(n), true
}

// withoutTime drops a time of day: "04/03/2012 00:00:00", "2012-03-04T00:00Z".
func withoutTime(s string) string {
	if i := strings.IndexByte(s, ':'); i > 0 {
		cut := strings.LastIndexAny(s[:i], " T")
		if cut > 0 {
			return s[:cut]
		}
	}
	return s
}

// noDate are the words people leave in a date column when there is no date.
func noDate(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .-?")) {
	case "", "n/a", "na", "none", "nil", "null", "not known", "unknown", "tbc", "tba", "tbd", "not booked":
		return true
	}
	return false
}

// collectionYear names the collection year of a day by the year it ends in, on
// 31 March.
func collectionYear(d workday.Date) int {
	y, m, _ := d.Civil()
	if m >= 4 {
		y++
	}
	return y
}
