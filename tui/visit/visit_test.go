package visit_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/presstest"
	"footprint/tui/visit"
)

func doors(d *desk.Desk) visit.Doors {
	text := func(what string) func(casefile.ID) kit.Page {
		return func(id casefile.ID) kit.Page {
			row, _ := d.Row(id)
			return kit.NewText(d.Nav.Theme(), what+" "+row.Ref, "")
		}
	}
	return visit.Doors{Case: text("case"), Review: text("review"), Rule: func(ids []string) kit.Page {
		return kit.NewText(d.Nav.Theme(), "rules "+strings.Join(ids, " "), "")
	}}
}

// keep makes a change by a command of a child's case.
func keep(t *testing.T, d *desk.Desk, id casefile.ID, lines []casefile.Line, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(id), lines, "Kept")
}

func logged(t *testing.T, d *desk.Desk, id casefile.ID, l casefile.Logged, on string) {
	t.Helper()
	lines, err := d.Case(id).WriteLog(l, casefile.ID{}, desktest.Day(on), desktest.Today)
	keep(t, d, id, lines, err)
}

// full is the Baker household with something of everything; Nia, who lives
// elsewhere, is Ben's sister.
func full(t *testing.T) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, b := desktest.New(t)
	c := d.Case(b.Ben)
	lines, err := c.StatePerson(casefile.PersonStated{ID: b.Watch.NewID(), Role: casefile.Sibling, Name: "Nia Roberts", Child: b.Nia}, desktest.Today)
	keep(t, d, b.Ben, lines, err)
	logged(t, d, b.Ben, casefile.Logged{What: casefile.Promise, Text: "Ask about Saturday football, and whether Maja may come to watch."}, "2026-10-12")
	logged(t, d, b.Ben, casefile.Logged{What: casefile.Contact, With: "P. Lund", Text: "Rang about the bedroom.", AskedOn: desktest.Day("2026-11-19"), Waiting: true}, "2026-11-19")
	lines, err = d.Case(b.Ben).KeepWords(casefile.ChildSaid{ID: b.Watch.NewID(), Words: "I want my own door, says Ben."}, desktest.Today, desktest.Today)
	keep(t, d, b.Ben, lines, err)
	r, _ := d.Case(b.Maja).InHand()
	lines, err = d.Case(b.Maja).AnswerItem(casefile.ItemAnswered{Review: r.ID, Item: "B-502", Answer: casefile.Done,
		Evidence: map[string]string{"wants_raised": "a room of her own", "keep_private": "what Ms Osei said about school"}}, desktest.Today, desktest.Today)
	keep(t, d, b.Maja, lines, err)
	d.Nav.Say(kit.Dim, "")
	return d, b
}

// at runs a test at the visit of the household, opened from Ben.
func at(t *testing.T, body func(b *presstest.Bench, book *desktest.Book)) {
	t.Helper()
	var book *desktest.Book
	presstest.RunDesk(t, func() *desk.Desk { d, b := full(t); book = b; return d }, func(b *presstest.Bench) {
		b.Push(visit.New(b.Desk, book.Ben, doors(b.Desk)))
		body(b, book)
	})
}

func TestScreen(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, _ *desktest.Book) {
		b.Golden("visit_80")
		b.Press("up")
		b.Golden("visit_first_80")
		b.Sweep()
		b.Press("p")
		b.Golden("visit_names_80")
		b.Nav.SetSize(120, 40)
		b.Press("down")
		b.Golden("visit_names_120")
		b.Press("end")
		b.Sweep()
	})
}

func TestWhatIsOpenIsSpelledOut(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, _ *desktest.Book) {
		b.See("names hidden: p shows them", "I promised: Ask about Saturday football", "P. L. waits for an answer: Rang about the bedroom", "still to do with them: 8 things, by Thu 3 Dec", "not seen yet")
		b.SeeNot("in their own words", "own door", "speak with", "right to")
		b.Press("up")
		b.See("review in 3 working days; to do: 8 things", "still to do with them: 8 things, by Wed 25 Nov", "wants: a room of her own; keep private: what Ms O. said about school")
		b.Press("down", "p")
		b.See("names shown: p hides them", "still to do: speak with the child in private; ask what", "At the Baker household, 2 children", "Ben Hughes", "in their own words, private: I want my own door", "whether Maja may come")
		b.Press("R")
		b.See("rules QA-04 QA-13")
	})
}

// TestTheNumbersStay: the numbers once began with whoever it was opened from, and
// a note was written for the wrong child.
func TestTheNumbersStay(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		for _, from := range []casefile.ID{book.Ben, book.Maja} {
			b.Push(visit.New(b.Desk, from, doors(b.Desk)))
			if b.Nav.Top().(*visit.Page).About() != from {
				t.Error("the cursor is on the child it was opened from")
			}
			b.See("1 M.K. 14", "2 B.H. 8")
			b.Press("1")
			b.See("Private note · M.K. C-0001, aged 14")
			b.Press("esc")
		}
	})
}

func TestAPrivateNoteByItsNumber(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		b.Press("1")
		b.See("Private note · M.K. C-0001, aged 14")
		b.Golden("note_80")
		b.Type("Quiet today; Maja sat apart.")
		b.Press("ctrl+p") // the root is not here; the desk hides all the same
		b.Press("esc", "up")
		b.See("your unfinished note is kept")
		b.Press("n")
		b.See("Your unfinished note is here again", "Quiet today")
		b.Press("ctrl+s")
		c := b.Desk.Case(book.Maja)
		notes := c.Notes()
		r, _ := c.InHand()
		if len(notes) != 1 || !notes[0].Private || notes[0].Review != r.ID || notes[0].Item != "" || notes[0].Text != "Quiet today; Maja sat apart." {
			t.Fatalf("notes %+v", notes)
		}
		b.See("Private note kept", "At the B. household")
		b.Press("u")
		if len(b.Desk.Case(book.Maja).Notes()) != 0 {
			t.Error("u takes the note back")
		}
		b.Press("2")
		b.Type("Ben showed me his bike.")
		b.Press("ctrl+s")
		if notes := b.Desk.Case(book.Ben).Notes(); len(notes) != 1 || !notes[0].Review.Zero() || !notes[0].Private {
			t.Errorf("no review is in hand for Ben: %+v", notes)
		}
		b.Press("9")
		b.See("At the B. household")
	})
}

func TestOneKeyBlanksTheScreen(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		secrets := []string{"Baker", "B.H.", "M.K.", "household", "football", "private", "names", "Kept", "undo", "Monday", "Sitting"}
		blank := func() bool { return strings.Trim(b.Screen(), "─\n") == "" }
		back := []string{"b", "esc", "ctrl+b"}
		for i, keys := range [][]string{{}, {"2"}, {"s"}, {"w"}, {"m"}, {"t"}, {"o"}} {
			b.Press(keys...)
			if len(keys) > 0 {
				b.Type("Sitting")
				b.Press("ctrl+b")
			} else {
				b.Press("b")
			}
			if !blank() {
				t.Errorf("not one word is on the blank screen, nor how to come back:\n%s", b.Screen())
			}
			b.Press("u", "x", "s", "1", "?")
			b.SeeNot(secrets...)
			b.Press(back[i%len(back)])
			if blank() {
				t.Error("the screen is still blank")
			}
			if len(keys) > 0 {
				b.See("Sitting")
				b.SeeNot("Sittingu")
				b.Press("esc")
			}
		}
		if got := b.Desk.Draft(book.Ben, "visit/note"); got != "Sitting" {
			t.Errorf("what is pressed on the blank screen reaches no note: %q", got)
		}
		b.Press("b")
		b.Golden("blank_80")
		b.Sweep()
		b.Press("esc")
		b.See("At the B. household")
		b.Press("?", "pgdown")
		b.See("come back from the blank screen")
	})
}

func TestChoosingAPromiseCanBeBlanked(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		logged(t, b.Desk, book.Ben, casefile.Logged{What: casefile.Promise, Text: "Bring the photographs of Maja."}, "2026-11-02")
		b.Press("k")
		b.See("Which promise was kept?", "Bring the photographs of M.")
		b.Press("ctrl+b")
		b.SeeNot("photographs")
		b.Press("b", "down", "enter")
		left := b.Desk.Case(book.Ben).Promises()
		if len(left) != 1 || !strings.HasPrefix(left[0].Text, "Ask about") {
			t.Fatalf("left %+v", left)
		}
		b.See("The promise was kept")
		b.Press("k")
		if left := b.Desk.Case(book.Ben).Promises(); len(left) != 0 {
			t.Fatalf("left %+v", left)
		}
		b.Press("k")
		b.See("No promise of yours is open")
		b.Press("u")
		if left := b.Desk.Case(book.Ben).Promises(); len(left) != 1 {
			t.Errorf("u opens the promise again: %+v", left)
		}
	})
}

func TestOthersAndTheWaysOut(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		b.Press("end")
		if p := b.Nav.Top().(*visit.Page); p.About() != book.Nia || !p.InReview() {
			t.Error("Nia is under the cursor, and the lock is the longer one")
		}
		b.See("Brothers and sisters elsewhere", "Foster: other carer")
		b.SeeNot("Mill Lane")
		b.Press("s")
		b.See("This child lives elsewhere")
		b.Press("enter")
		b.See("case C-0005")
		b.Press("esc", "home", "r")
		b.See("review C-0001")
		b.Press("esc")
		if !b.Desk.Hidden() {
			t.Error("names stay hidden while the visit lasts")
		}
		b.Press("esc")
		if b.Desk.Hidden() || b.Nav.Depth() != 1 {
			t.Error("names are shown again as before")
		}
		b.Desk.Hide(true)
		b.Push(visit.New(b.Desk, book.Ben, doors(b.Desk)))
		b.Press("p", "esc")
		if !b.Desk.Hidden() {
			t.Error("names that were hidden before are hidden again")
		}
	})
}

func TestNoNameIsSeenWhileNamesAreHidden(t *testing.T) {
	t.Parallel()
	at(t, func(b *presstest.Bench, book *desktest.Book) {
		b.Nav.SetSize(140, 50)
		logged(t, b.Desk, book.Ben, casefile.Logged{What: casefile.Promise, Text: "tell maja's worker J. Osei that Ben Hughes is O.K."}, "2026-11-02")
		b.Watch = func(screen string) {
			for _, name := range []string{"Ben", "Hughes", "Maja", "maja", "Kowalska", "Nia", "Roberts", "Baker", "Osei", "Lund", "Ahmed", "Mill Lane"} {
				if strings.Contains(screen, name) {
					t.Fatalf("%s is on the screen:\n%s", name, screen)
				}
			}
		}
		for range 4 {
			for _, key := range []string{"1", "2", "s", "o", "t", "n", "w", "m", "k", "?", "b", "ctrl+k"} {
				b.Press(key)
				if _, front := b.Nav.Focus().(*visit.Page); !front {
					b.Press("esc")
				}
			}
			b.Press("down")
		}
		b.Press("1")
		b.Type("x")
		b.Press("ctrl+s", "u", "?", "esc")
		b.Watch = nil
		b.Press("p", "u")
		b.See("Ben Hughes")
		b.Press("2")
		b.See("Private note · Ben Hughes C-0002, aged 8")
		b.Desk.Hide(true) // ctrl+p, while a note is typed
		b.See("Private note · B.H. C-0002, aged 8")
	})
}

// shelf reads files slowly or not at all.
type shelf struct {
	*desktest.Book
	hold    chan struct{}
	refused casefile.ID
}

// Case waits for its turn.
func (s *shelf) Case(id casefile.ID) (*casefile.Case, error) {
	if s.hold != nil {
		<-s.hold
	}
	if id == s.refused {
		return nil, fault.New(fault.NotFound, "That page is damaged.", "")
	}
	return s.Book.Case(id)
}

// unreadDesk sits down with no file read.
func unreadDesk(t *testing.T, s *shelf) *desk.Desk {
	d, book := full(t)
	s.Book = book
	nav := kit.NewNav(d.Nav.Theme(), presstest.Blank{})
	nav.SetSize(80, 24)
	return desk.New(nav, s, book.Watch, d.Practice(), d.Rows())
}

func TestFilesAreRead(t *testing.T) {
	t.Parallel()
	s := &shelf{}
	presstest.RunDesk(t, func() *desk.Desk { s.hold = make(chan struct{}); return unreadDesk(t, s) }, func(b *presstest.Bench) {
		b.Push(visit.New(b.Desk, s.Ben, doors(b.Desk)))
		b.See("Reading 2 files…", "reading the file…", "At the B. household, 2 children")
		b.SeeNot("N.R.")
		b.Press("s")
		b.See("The file is still being read.")
		b.Press("2")
		b.Type("typed early")
		b.Press("ctrl+s")
		b.See("still being read", "typed early")
		b.Press("esc")
		close(s.hold)
		b.Press("down")
		b.See("Brothers and sisters elsewhere", "N.R.", "Notes are private", "unfinished note")
		b.SeeNot("reading the file")
	})
}

func TestAFileThatCannotBeRead(t *testing.T) {
	t.Parallel()
	s := &shelf{}
	presstest.RunDesk(t, func() *desk.Desk { d := unreadDesk(t, s); s.refused = s.Maja; return d }, func(b *presstest.Bench) {
		b.Push(visit.New(b.Desk, s.Ben, doors(b.Desk)))
		b.See("1 file could not be read", "the file could not be read")
		if f, ok := presstest.Rooted[kit.Failed](b); !ok || fault.CodeOf(f.Err) != fault.NotFound {
			t.Errorf("the root is told why: %v", f)
		}
		s.refused = casefile.ID{}
		b.Press("1", "esc")
		b.See("Notes are private")
	})
}

func TestAPlaceAndAHistoryNotKnown(t *testing.T) {
	t.Parallel()
	var book *desktest.Book
	presstest.RunDesk(t, func() *desk.Desk { d, b := full(t); book = b; return d }, func(b *presstest.Bench) {
		b.Push(visit.New(b.Desk, book.Idris, visit.Doors{}))
		b.See("At E.H., 1 child", "~ > 1 I.H. 16 next review not known")
		b.Press("enter", "r", "R", "p")
		b.See("At Elm House, 1 child")
	})
}

func TestNoPlacementAndNoChild(t *testing.T) {
	t.Parallel()
	var book *desktest.Book
	presstest.RunDesk(t, func() *desk.Desk { d, b := full(t); book = b; return d }, func(b *presstest.Bench) {
		c := b.Desk.Case(book.Aled)
		p := c.Placements()[0]
		p.End = desktest.Day("2026-11-20")
		lines, err := c.StatePlacement(p, desktest.Today)
		keep(t, b.Desk, book.Aled, lines, err)
		b.Push(visit.New(b.Desk, book.Aled, doors(b.Desk)))
		b.See("With A.S., no placement on file", "Enter opens the case to enter the placement", "review 4 working days late")
		b.Golden("no_placement_80")
		b.Press("1")
		b.Type("Moved on Friday, nobody says where.")
		b.Press("ctrl+s")
		if len(b.Desk.Case(book.Aled).Notes()) != 1 {
			t.Error("a note is kept all the same")
		}
		b.Desk.SetRows([]caseload.Row{})
		b.Press("down")
		b.See("This child is not on the caseload.")
		b.Sweep()
	})
}
