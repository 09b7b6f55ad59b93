package workday_test

import (
	"testing"

	"pgregory.net/rapid"

	"footprint/domain/workday"
)

func day(t testing.TB, s string) workday.Date {
	t.Helper()
	d, err := workday.Parse(s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return d
}

func TestCivilRoundTripOverEveryDay(t *testing.T) {
	t.Parallel()
	d := day(t, "1900-01-01")
	if d.Weekday() != workday.Monday {
		t.Fatalf("1 January 1900 was a %v, want Monday", d.Weekday())
	}
	for ; d.Year() <= workday.MaxYear; d++ {
		y, m, dd := d.Civil()
		if back, ok := workday.Of(y, m, dd); !ok || back != d {
			t.Fatalf("day %d is %04d-%02d-%02d but comes back as %d", d, y, m, dd, back)
		}
	}
}

func TestLastPublishedIsTheEndOf2028(t *testing.T) {
	t.Parallel()
	if got := workday.LastPublished.String(); got != "2028-12-31" {
		t.Errorf("LastPublished = %s", got)
	}
}

func TestHolidayFoundOnADayIsTheHolidayOfItsYear(t *testing.T) {
	t.Parallel()
	var cal workday.Calendar
	for year := 2009; year <= 2040; year++ {
		listed := map[workday.Date]string{}
		for _, h := range cal.Year(year) {
			listed[h.Date] = h.Name
		}
		first, _ := workday.Of(year, 1, 1)
		for d := first; d.Year() == year; d++ {
			h, ok := cal.Holiday(d)
			if name, in := listed[d]; in != ok || name != h.Name {
				t.Errorf("%s: on the day %q, in the year's list %q", d, h.Name, name)
			}
		}
		if n := len(listed); n < 8 {
			t.Errorf("%d has only %d bank holidays", year, n)
		}
	}
}

func TestWorkingDayCountsAgreeWithAPlainWalk(t *testing.T) {
	t.Parallel()
	var cal workday.Calendar
	rapid.Check(t, func(rt *rapid.T) {
		a := workday.Date(rapid.IntRange(733000, 741500).Draw(rt, "a"))
		b := a + workday.Date(rapid.IntRange(0, 800).Draw(rt, "span"))
		walked := 0
		for d := a + 1; d <= b; d++ {
			if cal.Working(d) {
				walked++
			}
		}
		if got := cal.Between(a, b); got != walked {
			rt.Fatalf("Between(%s, %s) = %d, walking gives %d", a, b, got, walked)
		}
		if back := cal.Between(b, a); back != -walked {
			rt.Fatalf("Between backwards = %d, want %d", back, -walked)
		}
	})
}

func TestForwardThenBackReturns(t *testing.T) {
	t.Parallel()
	var cal workday.Calendar
	rapid.Check(t, func(rt *rapid.T) {
		start := cal.Add(workday.Date(rapid.IntRange(733000, 741500).Draw(rt, "start")), 1)
		n := rapid.IntRange(0, 60).Draw(rt, "n")
		if got := cal.Sub(cal.Add(start, n), n); got != start {
			rt.Fatalf("%s + %d - %d = %s", start, n, n, got)
		}
	})
}

func TestAddedHolidayNeverMakesALimitEarlier(t *testing.T) {
	t.Parallel()
	var cal workday.Calendar
	rapid.Check(t, func(rt *rapid.T) {
		from := workday.Date(rapid.IntRange(738000, 741500).Draw(rt, "from"))
		extra := from + workday.Date(rapid.IntRange(-40, 60).Draw(rt, "extra"))
		n := rapid.IntRange(1, 30).Draw(rt, "n")
		more := cal.With([]workday.Holiday{{Date: extra, Name: "Proclaimed"}}, nil)
		if more.Add(from, n) < cal.Add(from, n) {
			rt.Fatalf("a holiday on %s moved %s + %d earlier", extra, from, n)
		}
	})
}

func TestMonthsNeverOverflowAndNeverStick(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		d := workday.Date(rapid.IntRange(693596, 803000).Draw(rt, "d"))
		n := rapid.IntRange(-240, 240).Draw(rt, "n")
		_, m, dd := d.Civil()
		_, gotM, gotD := d.AddMonths(n).Civil()
		if want := ((m-1+n)%12+12)%12 + 1; gotM != want {
			rt.Fatalf("%s + %d months lands in month %d, want %d", d, n, gotM, want)
		}
		if gotD > dd {
			rt.Fatalf("%s + %d months lands on day %d", d, n, gotD)
		}
	})
}

func TestMovedHoliday(t *testing.T) {
	t.Parallel()
	old, moved := day(t, "2030-05-06"), day(t, "2030-05-08")
	cal := workday.Calendar{}.With([]workday.Holiday{{Date: moved, Name: "VE day"}}, []workday.Date{old})
	if !cal.Working(old) || cal.Working(moved) {
		t.Error("the old day must be a working day and the new one a holiday")
	}
	if !cal.Provisional(old) || cal.Provisional(day(t, "2028-12-31")) {
		t.Error("only dates after the published list are provisional")
	}
}

func TestTypedDates(t *testing.T) {
	t.Parallel()
	today := day(t, "2026-11-23") // a Monday
	var cal workday.Calendar
	cases := map[string]string{
		"26/11/2026": "2026-11-26", "26/11": "2026-11-26", "26 nov": "2026-11-26", "26 November": "2026-11-26",
		"26 nov 2027": "2027-11-26", "26.11.26": "2026-11-26", "3/1": "2027-01-03", "2026-11-26": "2026-11-26",
		"fri": "2026-11-27", "Friday": "2026-11-27", "mon": "2026-11-23", "today": "2026-11-23", " TODAY ": "2026-11-23",
		"tomorrow": "2026-11-24", "yesterday": "2026-11-22", "+5wd": "2026-11-30", "-1wd": "2026-11-20",
		"+3": "2026-11-26", "-7d": "2026-11-16", "+2w": "2026-12-07", "+6m": "2027-05-23", "4/3/12": "2012-03-04",
		"1/2/61": "1961-02-01", "+5 wd": "2026-11-30", "26 sept 2026": "2026-09-26",
		"last fri": "2026-11-20", "Last Monday": "2026-11-16", "last sun": "2026-11-22", "last tue": "2026-11-17",
		"3rd November 2026": "2026-11-03", "1st dec": "2026-12-01", "22nd/11": "2026-11-22", "12th of november": "2026-11-12", "20261103": "2026-11-03",
	}
	for in, want := range cases {
		got, err := workday.ParseTyped(in, today, cal)
		if err != nil || got.String() != want {
			t.Errorf("ParseTyped(%q) = %s, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "31/02/2026", "soon", "32 nov", "26/13", "+wd", "+99999d", "1/1/1066", "26", "26/11/2026/1",
		"\x1b[31m", "ffriday", "26/11/202", "+5x", "٣/١",
		"20th", "last", "last last fri", "last 26 nov", "last today", "3th nov", "3s nov", "th nov", "22st nov", "20261332", "2026110", "202611033", "of nov", "3 of", ",", "1926 nov"} {
		if got, err := workday.ParseTyped(in, today, cal); err == nil {
			t.Errorf("ParseTyped(%q) = %s, want an error", in, got)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	d := day(t, "2026-11-26")
	if d.Long() != "Thu 26 Nov 2026" || d.Short() != "Thu 26 Nov" || d.Brief() != "26 Nov 2026" || d.UK() != "26/11/2026" {
		t.Errorf("got %q, %q, %q, %q", d.Long(), d.Short(), d.Brief(), d.UK())
	}
	var none workday.Date
	if none.Long() != "not known" || none.String() != "" || none.UK() != "" {
		t.Error("an unknown date must say so and be empty in files")
	}
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 111: "111th"} {
		if got := workday.Ordinal(n); got != want {
			t.Errorf("Ordinal(%d) = %s", n, got)
		}
	}
}

func FuzzParseTyped(f *testing.F) {
	for _, s := range []string{"26/11/2026", "+5wd", "fri", "26 nov", "-1m", "2026-11-26", "99/99", "\x00", "last fri", "3rd November 2026", "20th", "20261103", "1 of", "/"} {
		f.Add(s)
	}
	today := workday.Date(739943)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := workday.ParseTyped(s, today, workday.Calendar{})
		if err == nil && !d.Known() {
			t.Errorf("%q gave no error and no date", s)
		}
	})
}
