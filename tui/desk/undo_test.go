package desk_test

import (
	"errors"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
)

// importAbout brings in one fact about a child by an import and gives its act.
func importAbout(t *testing.T, d *desk.Desk, id casefile.ID, others ...casefile.ID) casefile.ID {
	t.Helper()
	c, err := d.Book.Case(id)
	if err != nil {
		t.Fatal(err)
	}
	stamp := d.Watch.Stamp("R. Quaye", casefile.ByImport)
	stamp.Act = d.Watch.NewID()
	lines, _ := c.Reconcile(casefile.Reported{Facts: map[string]string{casefile.FactSex: "female"}}, d.Watch.NewID, desktest.Today)
	after, change := caseload.Apply(c, lines, stamp, d.Watch.NewID, d.Practice(), desktest.Today)
	d.Handle(desk.Imported{Files: []caseload.FileChange{change}, Cases: []*casefile.Case{after}, Stamp: stamp,
		Note: practice.Imported{Files: []string{"caseload.csv"}, Children: append(others, id), Updated: 1}})
	return stamp.Act
}

// TestAnImportPartlyTakenBackByHandIsTakenBack: what has nothing left is passed
// over, and what was done before the import is in reach again.
func TestAnImportPartlyTakenBackByHandIsTakenBack(t *testing.T) {
	t.Parallel()
	for name, byHand := range map[string]bool{"one child has nothing of it": false, "nothing of it is left": true} {
		d, book := desktest.New(t)
		lines, err := d.Case(book.Ben).WriteNote(casefile.NoteWritten{Text: "seen"}, casefile.ID{}, desktest.Today)
		if err != nil {
			t.Fatal(err)
		}
		d.Do(d.Case(book.Ben), lines, "Note kept")
		act := importAbout(t, d, book.Maja, book.Ben) // Ben stands for a child whose part is gone
		if byHand {
			d.TakeBack(d.Case(book.Maja), act, "Taken back")
		}
		d.Handle(d.Undo()())
		if d.Case(book.Maja).Fact(casefile.FactSex) != "" || d.CanUndo() != "Note kept, for Ben Hughes" {
			t.Errorf("%s: u would take back %q", name, d.CanUndo())
		}
		if said := d.Nav.Said(); strings.Contains(said, "Nothing of that import") != byHand {
			t.Errorf("%s: said %q", name, said)
		}
		if _, stands := d.Practice().LastImport(); stands {
			t.Errorf("%s: the import still counts", name)
		}
	}
}

func TestANoteWrittenWhileAnImportIsTakenBackStays(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	importAbout(t, d, book.Maja)
	first, second := d.Undo(), d.Undo()
	lines, err := d.Case(book.Maja).WriteNote(casefile.NoteWritten{Text: "seen alone"}, casefile.ID{}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(book.Maja), lines, "Note kept")
	d.Handle(first())
	changes := book.Changes()
	d.Handle(second())
	if book.Changes() != changes {
		t.Error("the import was taken back twice")
	}
	stored, _ := book.Case(book.Maja)
	for _, c := range []*casefile.Case{d.Case(book.Maja), stored} {
		if c.Fact(casefile.FactSex) != "" {
			t.Error("the import still stands")
		}
		notes := c.Notes()
		if len(notes) == 0 || notes[len(notes)-1].Text != "seen alone" {
			t.Error("the note is gone from the screen's case or from the store")
		}
	}
	if d.CanUndo() != "Note kept, for Maja Kowalska" {
		t.Errorf("u would take back %q", d.CanUndo())
	}
}

// shut is a book no file can be read from.
type shut struct{ desk.Book }

func (shut) Case(casefile.ID) (*casefile.Case, error) { return nil, errors.New("cannot be read") }

func TestAnUndoneImportThatFailedCanBeTriedAgain(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	importAbout(t, d, book.Maja, casefile.ID{9}) // a file that is not open yet
	words := d.CanUndo()
	d.Book = shut{d.Book}
	d.Handle(d.Undo()())
	if d.CanUndo() != words || words == "" {
		t.Errorf("after a failure u would take back %q, want %q", d.CanUndo(), words)
	}
}

// TestUndoAfterASettingTouchesNoChildUnasked: u after a change to the IRO's own
// file says so first, and names the child it would reach next.
func TestUndoAfterASettingTouchesNoChildUnasked(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	lines, err := d.Case(book.Maja).WriteNote(casefile.NoteWritten{Text: "seen alone"}, casefile.ID{}, d.Today())
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(book.Maja), lines, "Note kept")
	set, err := d.Practice().Set(practice.EventDays, "3", d.Today())
	if err != nil {
		t.Fatal(err)
	}
	d.DoPractice(set, "Set")
	d.Undo()
	if len(d.Case(book.Maja).Notes()) != 1 || !strings.Contains(d.Nav.Said(), "Maja Kowalska") {
		t.Errorf("the note stays, and it is said whose it is: %q", d.Nav.Said())
	}
	d.Undo()
	if len(d.Case(book.Maja).Notes()) != 0 {
		t.Error("a second u takes the note back")
	}
}
