package practice_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

var today = workday.Date(739943)

func keep(t *testing.T, p *practice.Practice, lines []casefile.Line, err error) *practice.Practice {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	n := byte(len(p.Entries))
	return p.With(casefile.Stamp{Day: today}.Entries(lines, func() casefile.ID { n++; return casefile.ID{15: n} })...)
}

func TestSettingsHaveDefaultsAndAreCounted(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	if p.Value(practice.LeapBirthday) != "1 March" || p.Minutes(false) != 10 || p.Minutes(true) != 30 || p.Readings().ClearDays {
		t.Error("the defaults are the chosen readings")
	}
	lines, err := p.Set(practice.LeapBirthday, "28 February", today)
	p = keep(t, p, lines, err)
	if p.Readings().LeapBirthday != workday.Feb28 || p.Number() != 1 {
		t.Errorf("reading %v under number %d", p.Readings(), p.Number())
	}
	if lines, err := p.Set(practice.LeapBirthday, "28 February", today); err != nil || len(lines) != 0 {
		t.Error("setting what is set already writes nothing")
	}
	lines, err = p.Set(practice.LockAfter, "5", today)
	if p = keep(t, p, lines, err); p.Number() != 1 || p.Minutes(false) != 5 {
		t.Errorf("the lock changes no date: number %d", p.Number())
	}
	for _, bad := range []struct {
		s practice.Setting
		v string
	}{{practice.LockAfter, "0"}, {practice.LockAfter, "61"}, {practice.LockAfter, "soon"}, {practice.LeapBirthday, "29 February"}, {"nonsense", "x"}} {
		if _, err := p.Set(bad.s, bad.v, today); err == nil {
			t.Errorf("%s = %q must be refused", bad.s, bad.v)
		}
	}
}

func TestHolidaysJoinTheCalendar(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	monday := today + workday.Date((8-int(today.Weekday()))%7)
	lines, err := p.StateHoliday(practice.HolidayStated{Date: monday, Name: "Proclaimed"}, today)
	p = keep(t, p, lines, err)
	if p.Calendar().Working(monday) || p.Number() != 1 {
		t.Error("the proclaimed day must not be a working day, and rows are dated anew")
	}
	lines, err = p.StateHoliday(practice.HolidayStated{Date: monday, Working: true}, today)
	p = keep(t, p, lines, err)
	if !p.Calendar().Working(monday) {
		t.Error("the day was made a working day again")
	}
	if _, err := p.StateHoliday(practice.HolidayStated{Date: monday - 1, Name: "Sunday"}, today); err == nil {
		t.Error("a holiday on a Sunday changes nothing and is refused")
	}
}

func TestProfilePostsColumnsAndImports(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	if _, err := p.StateProfile(practice.Profile{}, today); err == nil {
		t.Error("a profile needs a name")
	}
	lines, err := p.StateProfile(practice.Profile{Name: " Ruth Iro "}, today)
	p = keep(t, p, lines, err)
	lines, err = p.StatePost(practice.PostStated{Post: "IRO manager", Name: "Ann Lee "}, today)
	p = keep(t, p, lines, err)
	if again, err := p.StatePost(practice.PostStated{Post: "IRO manager", Name: "Ann Lee"}, today); err != nil || len(again) != 0 || len(p.Posts()) != 1 {
		t.Errorf("posts %+v, said again %d lines, %v", p.Posts(), len(again), err)
	}
	if _, err := p.StatePost(practice.PostStated{Name: "Ann Lee"}, today); err == nil {
		t.Error("a post needs a name")
	}
	p = keep(t, p, p.KeepColumns("Northshire", map[string]string{"name": "Child"}, today), nil)
	p = keep(t, p, p.NoteImport(practice.Imported{Added: 3}, today), nil)
	if p.Profile().Name != "Ruth Iro" || p.Columns("Northshire")["name"] != "Child" {
		t.Errorf("profile %+v", p.Profile())
	}
	last, ok := p.LastImport()
	if !ok || last.Added != 3 {
		t.Fatalf("last import %+v", last)
	}
	p = keep(t, p, p.TakeBackImport(last.Act, today), nil)
	if _, ok := p.LastImport(); ok {
		t.Error("an import taken back is no longer the last one")
	}
}

func TestTheSameBankHolidayAgainWritesNothing(t *testing.T) {
	t.Parallel()
	day := workday.Date(740000)
	for day.Weekday() == workday.Saturday || day.Weekday() == workday.Sunday {
		day++
	}
	lines, err := practice.Replay(nil).StateHoliday(practice.HolidayStated{Date: day, Name: " Coronation "}, day)
	p := keep(t, practice.Replay(nil), lines, err)
	if again, err := p.StateHoliday(practice.HolidayStated{Date: day, Name: "Coronation"}, day); err != nil || len(again) != 0 {
		t.Errorf("lines %+v, %v", again, err)
	}
}
