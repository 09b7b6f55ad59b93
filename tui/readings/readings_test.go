package readings_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/readings"
	"footprint/tui/safekeeping/presstest"
)

func at(t *testing.T, body func(b *presstest.Bench, book *desktest.Book)) {
	t.Helper()
	t.Parallel()
	var book *desktest.Book
	presstest.RunDesk(t, func() *desk.Desk { d, made := desktest.New(t); book = made; return d }, func(b *presstest.Bench) {
		b.Push(readings.New(b.Desk))
		body(b, book)
	})
}

// goTo puts the cursor on a line by its name.
func goTo(b *presstest.Bench, id string) {
	b.T.Helper()
	page := b.Nav.Top().(*readings.Page)
	i := page.Index(id)
	if i < 0 {
		b.T.Fatalf("there is no line %s", id)
	}
	b.Press("home")
	for at := range i {
		if page.Row(at).Heading == "" {
			b.Press("down")
		}
	}
}

func TestScreen(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *desktest.Book) {
		b.See("Readings of the law", "What is a working day?", "Monday to Friday", "Rule DT-01.")
		b.Golden("readings_80")
		b.Sweep()
		b.Press("enter")
		b.See("No setting changes it.")
		b.Press("r")
		b.See("how binding", "DT-01")
		b.Press("esc")
		goTo(b, "A-06")
		b.See("It is asked for each review.")
		goTo(b, "A-29")
		b.See("Chosen; comes with the annual report.")
		b.Press("end")
		b.See("Local limits")
		b.Golden("readings_end")
		b.Nav.SetSize(120, 40)
		b.Golden("readings_120")
	})
}

func TestEveryQuestionSettingAndUnverifiedRuleHasALine(t *testing.T) {
	t.Parallel()
	d, _ := desktest.New(t)
	page := readings.New(d)
	for _, a := range practice.Ambiguities() {
		if page.Index(a.ID) < 0 {
			t.Errorf("%s has no line", a.ID)
		}
	}
	d.Nav.Push(page)
	var screens []string
	for range page.Len() {
		screens = append(screens, strings.Join(strings.Fields(d.Nav.View()), " "))
		desktest.Press(d, "down")
	}
	for r := range handbook.All() {
		doubtful := func(s string) bool {
			_, tail, ok := strings.Cut(s, r.ID+": not verified against the text of the law.")
			return ok && tail != ""
		}
		if r.Unverified() && !slices.ContainsFunc(screens, doubtful) {
			t.Errorf("%s is nowhere said to be unverified", r.ID)
		}
	}
	for _, c := range practice.Choices() {
		if c.Reading != "" && !slices.ContainsFunc(screens, func(s string) bool { return strings.Contains(s, "It changes: "+c.Effect) }) {
			t.Errorf("%s cannot be set here", c.Setting)
		}
	}
	for _, l := range practice.Limits() {
		if page.Index("set "+string(l.Setting)) < 0 && !strings.HasPrefix(l.Rule, "A-") {
			t.Errorf("%s cannot be set here", l.Setting)
		}
	}
}

// TestEveryLineIsWholeAtEighty holds that the last thing said of a line, its
// rules, fits below the list.
func TestEveryLineIsWholeAtEighty(t *testing.T) {
	t.Parallel()
	d, _ := desktest.New(t)
	page := readings.New(d)
	d.Nav.Push(page)
	for i := range page.Len() {
		if page.Row(i).Heading != "" {
			continue
		}
		rows := strings.Split(d.Nav.View(), "\n")
		if !strings.HasSuffix(strings.TrimSpace(strings.Join(rows[13:22], "")), ".") || !strings.Contains(strings.Join(rows[13:22], ""), "Rule") {
			t.Errorf("%s is cut off:\n%s", page.ID(i), d.Nav.View())
		}
		desktest.Press(d, "down")
	}
}

func TestAChoiceIsShownBeforeItIsSet(t *testing.T) {
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		goTo(b, "A-04")
		b.See("In force: plain count.", "one working day earlier")
		b.Press("enter")
		b.See("as it is now, the usual one")
		b.Press("enter")
		b.See("Nothing was changed.")
		b.Press("enter")
		b.Type("clear")
		b.Press("enter")
		b.See("What if: clear days?", "It affects 1 of 5 children: 1 date would move. Nothing is set yet.", "Maja Kowalska")
		b.Golden("whatif")
		b.Sweep()
		b.Desk.Hide(true)
		b.Press("down")
		b.SeeNot("Kowalska")
		b.Desk.Hide(false)
		b.Press("esc")
		if book.Changes() != 0 || b.Desk.Practice().Readings().ClearDays {
			t.Fatal("looking must set nothing")
		}
		b.Press("enter")
		b.Type("clear")
		b.Press("enter", "y")
		if !b.Desk.Practice().Readings().ClearDays {
			t.Fatal("the reading should be clear days now")
		}
		b.See("moved. m shows the list.", "clear days (changed)", "The usual one is plain count.")
		b.Press("m")
		b.See("Dates that moved", "Maja Kowalska")
		b.Golden("moved")
		b.Sweep()
	})
}

func TestANumberIsTakenWithinItsBounds(t *testing.T) {
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		goTo(b, "set "+string(practice.DetentionPlanDays))
		b.See("10 working days", "between 1 and 20 working days", "YJ-26: not verified against the text of the law.")
		b.Press("enter")
		b.Clear()
		b.Type("21")
		b.Press("ctrl+s")
		b.See("It is set between 1 and 20 working days.")
		b.Sweep()
		b.Clear()
		b.Type("7")
		b.Golden("number")
		b.Press("ctrl+s")
		b.See(`With "7 working days" instead of "10 working days", no date of any child would move.`)
		b.Sweep()
		b.Press("esc")
		b.See("In working days")
		if book.Changes() != 0 {
			t.Fatal("looking must set nothing")
		}
		b.Press("ctrl+s", "y")
		b.See("7 working days (changed)", "none moved")
		if got := b.Desk.Practice().Readings().Limit(practice.DetentionPlanDays); got != 7 {
			t.Errorf("set to %d", got)
		}
		b.Press("enter")
		b.SeeNot("What you typed last time")
		b.Press("ctrl+s")
		b.See("Nothing was changed.", "7 working days (changed)")
	})
}

// TestRowsAreStoredUnderTheNewNumber is why no stale row comes back when the
// store is opened again.
func TestRowsAreStoredUnderTheNewNumber(t *testing.T) {
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		goTo(b, "set "+string(practice.EventDays))
		b.Press("enter")
		b.Clear()
		b.Type("3")
		b.Press("ctrl+s", "y")
		last := book.Last()
		if len(last.Files) != len(b.Desk.Rows()) {
			t.Fatalf("%d of %d rows were stored", len(last.Files), len(b.Desk.Rows()))
		}
		for _, f := range last.Files {
			if f.DatedUnder != b.Desk.Practice().Number() || f.DatedUnder == 0 {
				t.Errorf("a row is dated under %d, the settings are %d", f.DatedUnder, b.Desk.Practice().Number())
			}
		}
	})
}

// shut is a book no file of a child can be read from.
type shut struct{ desk.Book }

func (shut) Case(casefile.ID) (*casefile.Case, error) {
	return nil, fault.New(fault.Damaged, "A record is hurt.", "Restore a backup.")
}

func TestWhatCannotBeWorkedOutCanBeTriedAgain(t *testing.T) {
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		b.Desk.Book = shut{book}
		goTo(b, "A-10")
		b.Press("enter")
		b.Type("28")
		b.Press("enter")
		b.See(`It is not known what "28 February" instead of "1 March" would change.`, "A record is hurt. Restore a backup.")
		b.Sweep()
		b.Desk.Book = book
		b.Press("w")
		b.See("no date of any child would move")
		b.Press("w")
		b.See("It has been worked out.")
	})
}

// slow is a book whose files are read only once open is closed.
type slow struct {
	desk.Book
	open chan struct{}
}

func (s slow) Case(id casefile.ID) (*casefile.Case, error) {
	<-s.open
	return s.Book.Case(id)
}

func TestTheWorkCanBeStopped(t *testing.T) {
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		open := make(chan struct{})
		b.Desk.Book = slow{book, open}
		goTo(b, "A-04")
		b.Press("enter")
		b.Type("clear")
		b.Press("enter")
		b.See("Working out what it would change", "Nothing is set yet.")
		b.Sweep()
		b.Press("y")
		b.See("Working out what it would change")
		b.Press("s")
		close(open)
		b.Press("down")
		b.See("It was stopped; nothing was changed.", "work it out again")
		if book.Changes() != 0 {
			t.Error("nothing should be set")
		}
		b.Press("w")
		b.See("It affects 1 of 5 children")
		b.Press("esc")
		b.See("In force: plain count.")
	})
}
