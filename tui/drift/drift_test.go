package drift_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/drift"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/presstest"
)

func doors(d *desk.Desk) drift.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	return drift.Doors{
		Case: func(id casefile.ID) kit.Page { row, _ := d.Row(id); return text("case " + row.Ref) },
		Rule: func(ids []string) kit.Page { return text("rule " + ids[0]) },
	}
}

// do makes a change by a command of a child's case.
func do(t *testing.T, d *desk.Desk, id casefile.ID, command func(c *casefile.Case) ([]casefile.Line, error)) {
	t.Helper()
	lines, err := command(d.Case(id))
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(id), lines, "Kept")
}

// drifting is the book of the tests with something of every group.
func drifting(t *testing.T) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, b := desktest.New(t)
	today := desktest.Today
	held := d.Case(b.Maja).Reviews()
	for _, r := range held[len(held)-4 : len(held)-1] {
		do(t, d, b.Maja, func(c *casefile.Case) ([]casefile.Line, error) {
			return c.AnswerItem(casefile.ItemAnswered{Review: r.ID, Item: "B-402", Answer: casefile.NotDone, Reason: "no answer"}, r.Held.Recorded, today)
		})
	}
	do(t, d, b.Ben, func(c *casefile.Case) ([]casefile.Line, error) {
		return c.ReportEvent(casefile.EventReported{ID: casefile.ID{1, 1}, What: casefile.MissingEvent, On: desktest.Day("2026-11-12")}, today)
	})
	do(t, d, b.Ben, func(c *casefile.Case) ([]casefile.Line, error) {
		return c.State(map[string]string{casefile.FactRoute: "special guardianship", casefile.FactPermanence: "2026-02-03"}, today)
	})
	do(t, d, b.Aled, func(c *casefile.Case) ([]casefile.Line, error) {
		p := c.Placements()[0]
		p.Emergency = true
		return c.StatePlacement(p, today)
	})
	for _, day := range []string{"2026-10-02", "2026-10-20", "2026-11-10"} {
		do(t, d, b.Idris, func(c *casefile.Case) ([]casefile.Line, error) {
			return c.StatePeriod(casefile.PeriodStated{What: casefile.Missing, From: desktest.Day(day), To: desktest.Day(day)}, today)
		})
	}
	return d, b
}

func at(t *testing.T, sit func() *desk.Desk, body func(b *presstest.Bench)) {
	t.Helper()
	presstest.RunDesk(t, sit, func(b *presstest.Bench) {
		b.Desk.Nav.Say(kit.Dim, "")
		b.Push(drift.New(b.Desk, doors(b.Desk)))
		body(b)
	})
}

func TestScreen(t *testing.T) {
	t.Parallel()
	var book *desktest.Book
	at(t, func() *desk.Desk { d, b := drifting(t); book = b; return d }, func(b *presstest.Bench) {
		if front, ok := b.Nav.Focus().(*drift.Page); !ok || front.About() != book.Aled {
			t.Error("the child under the cursor is Aled")
		}
		b.Golden("drift_80")
		b.Sweep()
		b.Press("end")
		b.Golden("drift_end_80")
		b.Sweep()
		b.Nav.SetSize(120, 80)
		b.See("Reviews overdue (1)", "Other dates overdue (", "Repeated at review after review (1)", "7 working days, began at 8y 4m", "Waiting (", "Permanence (", "Emergency placements (1)", "Missing and breakdowns (1)", "past the limit")
		b.Press("home", "enter")
		b.See("case C-0003")
		b.Press("esc", "tab", "R")
		b.See("rule MO-02")
	})
}

func TestHiddenNames(t *testing.T) {
	t.Parallel()
	at(t, func() *desk.Desk { d, _ := drifting(t); return d }, func(b *presstest.Bench) {
		b.Nav.SetSize(140, 50)
		b.Desk.Hide(true)
		b.Press("down")
		b.SeeNot("Maja", "Kowalska", "Hughes", "Siôn", "Haddad")
		b.See("M.K. C-0001")
	})
}

func TestWhatIsMendedLeavesTheList(t *testing.T) {
	t.Parallel()
	var book *desktest.Book
	at(t, func() *desk.Desk { d, b := drifting(t); book = b; return d }, func(b *presstest.Bench) {
		b.Nav.SetSize(100, 100)
		b.See("Ran away or went missing")
		d := b.Desk
		b.Nav.Push(kit.NewText(b.Nav.Theme(), "another screen", ""))
		do(t, d, book.Ben, func(c *casefile.Case) ([]casefile.Line, error) {
			ev := c.Events()[0]
			ev.Decision, ev.Reasons, ev.NoView, ev.AgreedWith = casefile.NoReview, "home within the hour", "asleep", "J. Osei"
			return c.ReportEvent(ev, desktest.Today)
		})
		b.Press("esc")
		b.SeeNot("Ran away")
		b.See("The permanence plan is older", "Aled Siôn")
		d.Undo()
		b.Press("down")
		b.Nav.Update(desk.CaseRead{})
		b.See("Ran away")
	})
}

func TestNothingDrifts(t *testing.T) {
	t.Parallel()
	at(t, func() *desk.Desk {
		d, b := desktest.New(t)
		row, _ := d.Row(b.Zac)
		d.SetRows([]caseload.Row{row})
		return d
	}, func(b *presstest.Bench) { b.See("No child on the caseload is looked after.") })
}

// shelf is a book of many files that are read from the disk; it can hold back.
type shelf struct {
	*desktest.Book
	hold   chan struct{} // each read waits for one, when not nil
	reads  atomic.Int64
	refuse bool
}

// Case reads the same child for every file.
func (s *shelf) Case(id casefile.ID) (*casefile.Case, error) {
	s.reads.Add(1)
	if s.hold != nil {
		<-s.hold
	}
	if s.refuse {
		return nil, fault.New(fault.NotFound, "That page is damaged.", "")
	}
	c, err := s.Book.Case(s.Aled)
	if err == nil {
		c.ID = id
	}
	return c, err
}

// many sits down at n files none of which has been read.
func many(t *testing.T, s *shelf, n int) *desk.Desk {
	t.Helper()
	d, book := desktest.New(t)
	s.Book = book
	row, _ := d.Row(book.Aled)
	rows := make([]caseload.Row, n)
	for i := range rows {
		rows[i] = row
		rows[i].File = casefile.ID{9, byte(i >> 8), byte(i)}
		rows[i].Ref = fmt.Sprintf("C-%04d", i+1)
	}
	nav := kit.NewNav(d.Nav.Theme(), presstest.Blank{})
	nav.SetSize(80, 24)
	return desk.New(nav, s, book.Watch, d.Practice(), rows)
}

func TestStoppingTheReading(t *testing.T) {
	t.Parallel()
	s := &shelf{}
	at(t, func() *desk.Desk { s.hold = make(chan struct{}); return many(t, s, 400) }, func(b *presstest.Bench) {
		b.See("Reading", "0/400", "Esc stops")
		b.Sweep()
		b.Press("g", "down")
		b.See("The files are being read; Esc stops.")
		b.Press("esc")
		b.See("Nothing was found before it was stopped.", "stopped after 0 of 400 files")
		close(s.hold)
		b.Press("down")
		b.SeeNot("Aled")
		if n := s.reads.Load(); n > 64 {
			t.Errorf("%d files were read after it was stopped", n)
		}
		b.Press("g")
		b.See("Aled Siôn", "Reviews overdue (400)")
		b.SeeNot("stopped after")
		b.Press("esc")
		b.SeeNot("Drift")
	})
}

func TestFilesThatCannotBeReadAreCounted(t *testing.T) {
	t.Parallel()
	at(t, func() *desk.Desk { return many(t, &shelf{refuse: true}, 3) }, func(b *presstest.Bench) {
		b.See("Nothing drifts.", "3 files could not be read")
	})
}

func TestManyFilesAreMergedIntoTheirGroups(t *testing.T) {
	t.Parallel()
	at(t, func() *desk.Desk { return many(t, &shelf{}, 300) }, func(b *presstest.Bench) {
		b.See("Reviews overdue (300)")
		if n := strings.Count(b.Screen(), "Second review"); n < 15 {
			t.Errorf("%d reviews on screen:\n%s", n, b.Screen())
		}
		b.Press("tab", "up")
		b.See("Permanence (300)")
	})
}
