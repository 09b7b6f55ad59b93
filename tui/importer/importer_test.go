package importer_test

import (
	"slices"
	"testing"
	"time"

	"footprint/domain/casefile"
	"footprint/tui/safekeeping/presstest"
)

func TestAListFromTheFileToTheCaseload(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		b.See("Downloads", "caseload.csv", "12 kB", "Nothing chosen yet.")
		b.Golden("choose")
		b.Sweep()
		b.Type("CASE")
		b.SeeNot("locked.xlsx")
		b.Press("enter")
		b.See("caseload.csv a caseload list")
		b.Sweep()
		b.Press("ctrl+s")
		b.See("Council: Northshire", "2 of 4 columns read", "Efa Llwyd", "Date of birth", "not read")
		b.Golden("match")
		b.Sweep()
		b.Press("home", "enter")
		b.See("What does SWIS ID hold?")
		b.Type("council")
		b.Press("enter")
		b.See("3 of 4 columns read", "chosen by you")
		b.Press("g")
		q := c.asked[len(c.asked)-1]
		if q.Columns["external_id"] != "SWIS ID" || q.Council != "Northshire" {
			t.Errorf("read with %+v", q)
		}
		b.See("2 new children", "1 changed", "4 as before", "1 row refused", "1 warning", "caseload.csv row 17", "31/02/2020")
		b.Golden("preview")
		b.Sweep()
		b.Press("down", "down", "down", "down")
		b.See("is not what you entered; yours was kept")
		b.Golden("preview-problem")
		rows := len(b.Desk.Rows())
		b.Press("home", "down", "space")
		b.See("1 new child", "1 left out", "left out")
		b.Press("g")
		if !slices.Equal(c.except, []string{"566911"}) || len(b.Desk.Rows()) != rows+1 {
			t.Fatalf("left out %v, %d more rows", c.except, len(b.Desk.Rows())-rows)
		}
		b.See("1 new child on the caseload", "2 children were left out", "1 row was refused", "u takes the whole import back")
		b.Golden("result")
		b.Sweep()
		if got := b.Desk.Practice().Columns("Northshire"); got["external_id"] != "SWIS ID" {
			t.Errorf("remembered %v", got)
		}
		b.Press("u")
		if len(b.Desk.Rows()) != rows || b.Nav.Depth() != 1 {
			t.Errorf("%d rows over after undo, %d pages", len(b.Desk.Rows())-rows, b.Nav.Depth())
		}
	})
}

func TestColumnsAreRememberedForTheCouncil(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		d := b.Desk
		d.DoPractice(d.Practice().KeepColumns("Southshire", map[string]string{"external_id": "swis id ", "team": "Locality", "dob": "gone"}, d.Today()), "")
		b.Type("case")
		b.Press("enter", "ctrl+s", "c")
		b.Clear()
		b.Type("Southshire")
		b.Press("ctrl+s")
		b.See("matched as last time for Southshire", "2 of 4 columns read")
		b.Press("g")
		if q := c.asked[len(c.asked)-1]; q.Council != "Southshire" || q.Columns["external_id"] != "SWIS ID" || q.Columns["team"] != "Locality" || len(q.Columns) != 2 {
			t.Errorf("read with %+v", q)
		}
	})
}

func TestAListThatCannotBeReadYetSaysWhy(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		b.Type("case")
		b.Press("enter", "ctrl+s", "home", "down", "enter")
		b.Type("not read")
		b.Press("enter")
		b.See("Every child must be known by the council's number")
		b.Sweep()
		before := len(c.asked)
		b.Press("g")
		if len(c.asked) != before {
			t.Error("it should not be read")
		}
	})
}

func TestAReturnOfSeveralFiles(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		b.Press("enter")
		b.See("episodes.csv", "header.csv")
		b.Press("enter", "down", "enter")
		b.See("SSDA903 episodes", "SSDA903 header")
		b.Golden("return")
		b.Press("ctrl+r")
		b.SeeNot("SSDA903 header")
		b.Type("header.csv")
		b.Press("enter", "ctrl+s")
		if q := c.asked[len(c.asked)-1]; len(q.Paths) != 2 || q.Columns != nil {
			t.Errorf("read with %+v", q)
		}
		b.See("Import: what will happen")
	})
}

func TestAProtectedWorkbook(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		b.Type("locked")
		b.Press("enter")
		b.See("Password of the workbook", "kept nowhere")
		b.Sweep()
		b.Type("wrong one")
		b.Press("ctrl+s")
		b.See("That password does not open the workbook.")
		b.Type(password)
		b.Press("ctrl+s")
		b.See("locked.xlsx a caseload list")
		b.Press("ctrl+s", "g")
		b.See("2 new children")
		if q := c.asked[len(c.asked)-1]; q.Password != password {
			t.Error("the password should be used again")
		}
	})
}

func TestAProtectedWorkbookWithoutItsPassword(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *council) {
		b.Type("locked")
		b.Press("enter", "esc")
		b.See("The protected workbook was left out.", "Nothing chosen yet.")
	})
}

func TestAFileThatIsNoTable(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *council) {
		b.Type("case")
		b.Press("enter")
		b.Type("brok")
		b.Press("enter")
		b.See("not a table. Save it as CSV or XLSX.", "caseload.csv a caseload list")
		b.Sweep()
		b.Type("x")
		b.SeeNot("not a table")
		b.Press("esc", "esc")
		if b.Nav.Depth() != 1 {
			t.Error("Esc should clear the name and then leave")
		}
	})
}

func TestAFolderThatIsNotThere(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *council) {
		b.Type("Nowhere/")
		b.See("This folder cannot be listed.", "There is no such folder.")
		b.Sweep()
		b.Clear()
		b.Type("Home/Dow")
		b.Press("tab")
		b.See("episodes.csv")
	})
}

func TestLongWorkIsStopped(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		rows, changes := len(b.Desk.Rows()), b.Desk.Unsaved()
		b.Type("case")
		b.Press("enter", "ctrl+s")
		c.slow = true
		b.Press("g")
		b.Pass(time.Second)
		b.See("Reading the files", "2 of 4")
		b.Sweep()
		b.Press("esc")
		b.See("Nothing was imported.", "It was stopped")
		c.slow = false
		b.Press("r")
		b.See("2 new children")
		c.slow = true
		b.Press("g", "g")
		b.See("Bringing them in")
		b.Press("s")
		b.See("It was stopped; nothing was changed.", "2 new children")
		if len(b.Desk.Rows()) != rows || b.Desk.Unsaved() != changes {
			t.Error("nothing should have changed")
		}
	})
}

func TestNamesAreHiddenInThePreview(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *council) {
		b.Type("case")
		b.Press("enter", "ctrl+s")
		b.See("Efa Llwyd")
		b.Desk.Hide(true)
		b.SeeNot("Efa", "Llwyd")
		b.Press("g")
		b.See("E.L.", "566910")
		b.SeeNot("Efa", "Llwyd", "Kowalska", "31/02/2020", "T. Baker")
		b.Press("/")
		b.Type("efa")
		b.See("No child matches.")
		b.Press("esc", "enter")
		b.SeeNot("Efa", "Llwyd")
		b.Press("esc", "g")
		b.SeeNot("31/02/2020", "T. Baker")
	})
}

func TestFindingAndUnticking(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		b.Type("case")
		b.Press("enter", "ctrl+s", "g", "x")
		b.See("0 new children", "3 left out")
		b.Press("g")
		b.See("No child is ticked.")
		b.Press("/")
		b.Type("566911")
		b.Press("enter")
		b.SeeNot("Efa Llwyd")
		b.Press("a", "esc")
		b.See("1 new child", "2 left out", "Efa Llwyd")
		b.Press("g")
		if !slices.Equal(c.except, []string{"566910", "1"}) {
			t.Errorf("left out %v", c.except)
		}
	})
}

func TestAnErasedChildIsTickedOnlyByHand(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		c.erased = true
		b.Type("case")
		b.Press("enter", "ctrl+s", "g")
		b.See("Erased here before", "1 left out")
		b.Press("a")
		b.See("1 left out")
		b.Press("home", "space")
		b.See("2 new children")
		b.SeeNot("1 left out")
	})
}

func TestNothingNew(t *testing.T) {
	at(t, func(b *presstest.Bench, c *council) {
		c.nothing = true
		b.Type("case")
		b.Press("enter", "ctrl+s", "g")
		b.See("There is nothing to bring in.", "6 as before")
		b.Sweep()
		b.Press("g")
		b.See("No child is ticked.")
	})
}

func TestALineIsReadWhole(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *council) {
		b.Type("case")
		b.Press("enter", "ctrl+s", "g", "down", "down", "down", "enter")
		b.See("caseload.csv row 17", `Born "31/02/2020" is not a date that can be read`)
		b.Sweep()
	})
}

func TestSomethingDoneSinceIsNotTakenBackInItsPlace(t *testing.T) {
	at(t, func(b *presstest.Bench, _ *council) {
		b.Type("case")
		b.Press("enter", "ctrl+s", "g", "g")
		b.See("2 new children on the caseload")
		d := b.Desk
		for _, row := range d.Rows() {
			if c := d.Case(row.File); c != nil && row.Ref == "C-0002" {
				lines, err := c.WriteNote(casefile.NoteWritten{Text: "Spoke with Ben."}, casefile.ID{}, d.Today())
				if err != nil {
					t.Fatal(err)
				}
				d.Do(c, lines, "Note kept")
			}
		}
		stands := d.CanUndo()
		b.Press("u")
		b.See("Something else was done since")
		if d.CanUndo() != stands || stands == "" {
			t.Errorf("undo stands at %q, before %q", d.CanUndo(), stands)
		}
	})
}
