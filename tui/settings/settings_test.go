package settings_test

import (
	"testing"

	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/presstest"
	"footprint/tui/settings"
)

// looks remembers the looks it was given.
type looks struct{ kept []kit.Look }

func (l *looks) Keep(look kit.Look) func() error {
	l.kept = append(l.kept, look)
	return func() error { return nil }
}

func at(t *testing.T, body func(b *presstest.Bench, l *looks)) {
	t.Helper()
	t.Parallel()
	presstest.RunDesk(t, func() *desk.Desk { d, _ := desktest.New(t); return d }, func(b *presstest.Bench) {
		l := &looks{}
		door := func() kit.Page { return kit.NewText(b.Nav.Theme(), "A door", "") }
		b.Push(settings.New(b.Desk, l, settings.Doors{Backup: door, Restore: door, Verify: door, Passphrase: door, Recovery: door}))
		body(b, l)
	})
}

// goTo puts the cursor on the n-th line.
func goTo(b *presstest.Bench, n int) {
	b.Press("home")
	for range n {
		b.Press("down")
	}
}

// The lines in their order from the top.
const (
	lineProfile = iota
	lineCaseload
	lineNoun
	lineReadings
	lineLock
	lineLockReview
	lineLook
	lineSigns
	linePost
	lineHoliday
	lineBackup
)

func TestScreen(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		b.See("Your name and details", "R. Quaye", "all as usual", "10 minutes", "no colour")
		b.Golden("settings")
		b.Sweep()
		goTo(b, lineHoliday)
		b.See("published up to Sun 31 Dec 2028", "may still move")
		b.Golden("settings-end")
		goTo(b, lineBackup)
		b.Press("enter")
		b.See("A door")
	})
}

func TestWhatAChildIsCalled(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		goTo(b, lineNoun)
		b.Press("enter")
		b.See("as it is now, the usual one")
		b.Golden("choice")
		b.Sweep()
		b.Type("child in")
		b.Press("enter")
		b.See("Set: child in care")
		if got := b.Desk.Practice().Value(practice.ChildNoun); got != "child in care" || b.Desk.Practice().Number() != 0 {
			t.Errorf("called %q, number %d", got, b.Desk.Practice().Number())
		}
		before := len(b.Desk.Practice().Entries)
		b.Press("enter")
		b.Type("child in")
		b.Press("enter")
		b.See("Nothing was changed.")
		if got := len(b.Desk.Practice().Entries); got != before {
			t.Errorf("the same choice again made %d entries", got-before)
		}
	})
}

func TestTheReadingsHaveAScreenOfTheirOwn(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		goTo(b, lineReadings)
		b.See("all as usual")
		b.Press("enter")
		b.See("What is a working day?")
		b.Press("esc")
		lines, err := b.Desk.Practice().Set(practice.EventDays, "3", b.Desk.Today())
		if err != nil {
			t.Fatal(err)
		}
		b.Desk.DoPractice(lines, "")
		b.Press("up", "down")
		b.See("1 changed")
	})
}

func TestLockingIsBetweenOneAndSixtyMinutes(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		goTo(b, lineLock)
		b.Press("enter")
		b.Clear()
		b.Type("90")
		b.Press("ctrl+s")
		b.See("between 1 and 60 minutes")
		b.Sweep()
		b.Clear()
		b.Type("5")
		b.Press("ctrl+s")
		b.See("5 minutes")
		if got := b.Desk.Practice().Minutes(false); got != 5 {
			t.Errorf("locks after %d minutes", got)
		}
	})
}

func TestTheLookIsKeptByTheMachine(t *testing.T) {
	at(t, func(b *presstest.Bench, l *looks) {
		entries := len(b.Desk.Practice().Entries)
		goTo(b, lineSigns)
		b.Press("enter")
		b.See("plain letters only")
		goTo(b, lineLook)
		b.Press("enter")
		b.Type("high")
		b.Press("enter")
		if len(l.kept) != 2 || l.kept[1].Mode != kit.HighContrast || !l.kept[1].ASCII {
			t.Errorf("kept %+v", l.kept)
		}
		if b.Nav.Theme().Look().Mode != kit.HighContrast || len(b.Desk.Practice().Entries) != entries {
			t.Error("the look should change at once and be no entry")
		}
	})
}

func TestProfileKeepsWhatWasTyped(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		b.Press("enter")
		b.Golden("profile")
		b.Press("tab")
		b.Type("01632 960000")
		b.Press("esc", "enter")
		b.See("What you typed last time is here again", "01632 960000")
		b.Press("ctrl+s")
		if got := b.Desk.Practice().Profile(); got.Phone != "01632 960000" || got.Name != "R. Quaye" {
			t.Errorf("profile %+v", got)
		}
		b.Press("enter")
		b.SeeNot("What you typed last time")
	})
}

func TestPosts(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		goTo(b, linePost)
		b.Press("a")
		b.See("Which post?", "IRO manager")
		b.Type("IRO manager")
		b.Press("enter")
		b.Type("S. Adeyemi\t01632 960111")
		b.Press("ctrl+s")
		b.See("IRO manager", "S. Adeyemi, 01632 960111")
		b.Desk.Hide(true)
		b.Press("down", "up")
		b.SeeNot("Adeyemi")
		b.Desk.Hide(false)
		goTo(b, linePost)
		b.Press("a")
		b.Type("another")
		b.Press("enter")
		b.Type("Fostering manager\tP. Lund")
		b.Press("ctrl+s")
		if got := b.Desk.Practice().Posts(); len(got) != 2 || got[1].Post != "Fostering manager" || got[1].Name != "P. Lund" {
			t.Fatalf("posts %+v", got)
		}
		goTo(b, linePost)
		b.Press("x", "x", "x")
		b.See("Nobody holds the post of IRO manager?")
		b.Sweep()
		if len(b.Desk.Practice().Posts()) != 2 {
			t.Fatal("x alone must take nothing away")
		}
		b.Press("y")
		if got := b.Desk.Practice().Posts(); len(got) != 1 || got[0].Post != "Fostering manager" {
			t.Errorf("posts %+v", got)
		}
	})
}

func TestBankHolidays(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		day := desktest.Day("2027-06-14")
		goTo(b, lineHoliday)
		b.Press("a")
		b.Type("14/6/2027")
		b.See("Mon 14 Jun 2027")
		b.Press("tab", "tab")
		b.Type("Jubilee")
		b.Golden("holiday")
		b.Sweep()
		b.Press("ctrl+s")
		b.See("Everything was worked out again: none moved.", "Mon 14 Jun 2027", "Jubilee")
		if b.Desk.Calendar().Working(day) {
			t.Error("the day should be a bank holiday")
		}
		b.Press("h")
		b.See("Bank holidays, England and Wales", "Jubilee (added by you)", "2026")
		b.Sweep()
		b.Press("esc")
		goTo(b, lineHoliday)
		b.Press("x", "x")
		if b.Desk.Calendar().Working(day) {
			t.Error("x alone must change nothing")
		}
		b.Press("y")
		b.SeeNot("Jubilee")
		if !b.Desk.Calendar().Working(day) {
			t.Error("the day should be a working day again")
		}
	})
}

func TestDatesABankHolidayMovesAreListed(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		b.Press("m")
		b.See("No date has moved since this screen was opened.")
		goTo(b, lineHoliday)
		b.Press("a")
		b.Type("10/12/2026\t\tElection")
		b.Press("ctrl+s")
		b.See("moved. m shows the list.", "Election")
		b.Press("m")
		b.See("Dates that moved", "Nia Roberts", "Mon 14 Dec 2026", "Tue 15 Dec 2026")
		b.Press("esc")
		goTo(b, lineHoliday)
		b.Press("x", "y", "m")
		b.See("Tue 15 Dec 2026 Mon 14 Dec 2026")
	})
}

func TestAPublishedHolidayBecomesAWorkingDayAndBack(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		goTo(b, lineHoliday)
		b.Press("a")
		b.Type("26/12/2026")
		b.Clear()
		b.Type("28/12/2026")
		b.See("Mon 28 Dec 2026, Boxing Day (substitute)")
		b.Press("tab", "right")
		b.SeeNot("What it is for")
		b.Press("ctrl+s")
		day := desktest.Day("2026-12-28")
		if !b.Desk.Calendar().Working(day) {
			t.Fatal("the day should be a working day")
		}
		b.See("a working day, not Boxing Day (substitute)")
		goTo(b, lineHoliday)
		b.Press("x", "y")
		if b.Desk.Calendar().Working(day) {
			t.Error("it should be a bank holiday again")
		}
		b.SeeNot("a working day, not")
	})
}

func TestADateBeyondThePublishedHolidaysIsWarnedOf(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		rows := b.Desk.Rows()
		for i := range rows {
			if rows[i].Open(b.Desk.Today()) {
				rows[i].Due = workday.LastPublished + 1
				break
			}
		}
		b.Desk.SetRows(rows)
		goTo(b, lineHoliday)
		b.See("1 date lies past Sun 31 Dec 2028", "1 review date lies past that day, in 2029. Add the holidays when they are published.")
		b.Golden("past-the-published")
	})
}

func TestWeekendIsNoBankHoliday(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *looks) {
		before := len(b.Desk.Practice().Entries)
		goTo(b, lineHoliday)
		b.Press("a")
		b.Type("12/6/2027")
		b.Press("tab", "tab")
		b.Type("Fete")
		b.Press("ctrl+s")
		b.See("That day is a weekend already.", "Add a bank holiday")
		if len(b.Desk.Practice().Entries) != before {
			t.Error("nothing should be kept")
		}
	})
}
