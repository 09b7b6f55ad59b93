package importer_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/importer"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/safekeeping/presstest"
)

const password = "workbook secret"

// folders is a disk in memory: one folder in another.
type folders struct{}

func (folders) Home() string { return "Home/" }

func (folders) Split(text string) (dir, start string) {
	i := strings.LastIndexByte(text, '/')
	return text[:i+1], text[i+1:]
}

func (folders) List(dir string) ([]importer.Entry, error) {
	switch dir {
	case "Home/":
		return []importer.Entry{
			{Name: "Downloads", Path: "Home/Downloads/", Folder: true},
			{Name: "caseload.csv", Path: "Home/caseload.csv", Note: "12 kB, Fri 20 Nov"},
			{Name: "locked.xlsx", Path: "Home/locked.xlsx", Note: "40 kB, Thu 19 Nov"},
			{Name: "broken.xlsx", Path: "Home/broken.xlsx"},
		}, nil
	case "Home/Downloads/":
		return []importer.Entry{{Name: "episodes.csv", Path: "Home/Downloads/episodes.csv"}, {Name: "header.csv", Path: "Home/Downloads/header.csv"}}, nil
	}
	return nil, fault.New(fault.NotFound, "There is no such folder.", "Check the spelling.")
}

// council reads files that say what the tests need.
type council struct {
	d       *desk.Desk
	slow    bool
	asked   []importer.Question
	except  []string
	erased  bool
	nothing bool
}

func (c *council) Fields() []importer.Field {
	return []importer.Field{{ID: "external_id", Label: "Council's number"}, {ID: "name", Label: "Name"}, {ID: "dob", Label: "Date of birth"}, {ID: "team", Label: "Team"}}
}

func (c *council) Usable(columns map[string]string) string {
	if columns["external_id"] == "" && (columns["name"] == "" || columns["dob"] == "") {
		return "Every child must be known by the council's number, or by name and date of birth."
	}
	return ""
}

func (c *council) wait(ctx context.Context, q importer.Question, p longwork.Progress) error {
	c.asked = append(c.asked, q)
	if slices.Contains(q.Paths, "Home/locked.xlsx") && q.Password != password {
		if q.Password == "" {
			return fault.New(fault.BadInput, "The workbook needs a password.", "").Wrap(importer.ErrPasswordNeeded)
		}
		return fault.New(fault.BadInput, "The password is wrong.", "").Wrap(importer.ErrPasswordWrong)
	}
	if slices.Contains(q.Paths, "Home/broken.xlsx") {
		return fault.New(fault.BadInput, "broken.xlsx: A file is a web page or a PDF, not a table.", "Save it as CSV or XLSX.")
	}
	p(2, 4)
	if c.slow {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Hour):
		}
	}
	return nil
}

func (c *council) Look(ctx context.Context, q importer.Question, p longwork.Progress) (importer.Looked, error) {
	if err := c.wait(ctx, q, p); err != nil {
		return importer.Looked{}, err
	}
	var out importer.Looked
	for _, path := range q.Paths {
		name := path[strings.LastIndexByte(path, '/')+1:]
		if strings.Contains(path, "Downloads") {
			out.Files = append(out.Files, importer.Seen{Path: path, Name: name, Words: "SSDA903 " + strings.TrimSuffix(name, ".csv")})
			continue
		}
		out.Files = append(out.Files, importer.Seen{Path: path, Name: name, Words: "a caseload list"})
		out.List = &importer.List{Guesses: []importer.Guess{
			{Heading: "SWIS ID", Samples: []string{"566910", "566911"}},
			{Heading: "Child", Field: "name", Reason: "the heading says so", Samples: []string{"Efa Llwyd", "Dan Price"}},
			{Heading: "Born", Field: "dob", Reason: "the heading says so", Samples: []string{"09/03/2015"}},
			{Heading: "Locality", Samples: []string{"North"}},
		}}
	}
	return out, nil
}

func (c *council) Work(ctx context.Context, q importer.Question, p longwork.Progress) (importer.Preview, error) {
	if err := c.wait(ctx, q, p); err != nil {
		return importer.Preview{}, err
	}
	if c.nothing {
		return importer.Preview{Unchanged: 6}, nil
	}
	return importer.Preview{
		Children: []importer.Child{
			{Key: "566910", Name: "Efa Llwyd", Ref: "C-0007", ExternalID: "566910", New: true, Reviews: 2, Words: "looked after since 4 Mar 2025, 2 reviews"},
			{Key: "566911", Name: "Dan Price", Ref: "C-0008", ExternalID: "566911", New: true, Erased: c.erased, Words: "looked after since 1 Sep 2026"},
			{Key: "1", Name: "Maja Kowalska", Ref: "C-0001", Words: "another social worker"},
		},
		Unchanged: 4,
		Rejected:  []importer.Problem{{File: "caseload.csv", Row: 17, Column: "Born", Value: "31/02/2020", Reason: "is not a date that can be read"}},
		Warnings:  []importer.Problem{{File: "caseload.csv", Row: 3, Column: "carer", Value: "T. Baker", Reason: "is not what you entered; yours was kept"}},
		Skipped:   []string{"oc2.csv"}, Ignored: []string{"Locality"},
		Plan: "the plan",
	}, nil
}

func (c *council) Apply(ctx context.Context, pv importer.Preview, except []string, p longwork.Progress) (desk.Imported, error) {
	if c.slow {
		<-ctx.Done()
		return desk.Imported{}, ctx.Err()
	}
	if pv.Plan != "the plan" {
		return desk.Imported{}, fault.New(fault.BadInput, "The plan was lost.", "")
	}
	c.except = except
	w := c.d.Watch
	out := desk.Imported{Stamp: w.Stamp("R. Quaye", casefile.ByImport), Note: practice.Imported{Files: []string{"caseload.csv"}}}
	for _, child := range pv.Children {
		if !child.New || slices.Contains(except, child.Key) {
			continue
		}
		lines, err := casefile.OpenFile(child.Ref, map[string]string{casefile.FactName: child.Name, casefile.FactExternalID: child.ExternalID}, desktest.Today)
		if err != nil {
			return out, err
		}
		id := w.NewID()
		after, change := caseload.Apply(casefile.Replay(id, nil), lines, out.Stamp, w.NewID, c.d.Practice(), desktest.Today)
		if out.Act.Zero() {
			out.Act = change.Entries[0].Act
		}
		for i := range change.Entries {
			change.Entries[i].Act = out.Act
		}
		after = casefile.Replay(id, change.Entries)
		out.Files, out.Cases = append(out.Files, change), append(out.Cases, after)
		out.Note.Children = append(out.Note.Children, id)
		out.Note.Added++
	}
	return out, nil
}

func at(t *testing.T, body func(b *presstest.Bench, c *council)) {
	t.Helper()
	t.Parallel()
	presstest.RunDesk(t, func() *desk.Desk { d, _ := desktest.New(t); return d }, func(b *presstest.Bench) {
		b.Watch = func(screen string) {
			if strings.Contains(screen, password) {
				t.Errorf("a password is on the screen:\n%s", screen)
			}
		}
		c := &council{d: b.Desk}
		b.Push(importer.New(b.Desk, c, folders{}))
		body(b, c)
	})
}

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
