package paper_test

import (
	"errors"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/review"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/paper"
	"footprint/tui/safekeeping/presstest"
)

// press remembers what was made, and makes nothing.
type press struct {
	folder string
	set    int
	made   []file
	refuse error
}

type file struct {
	folder, name, format string
	doc                  document.Document
}

var hash = strings.Repeat("0123456789abcdef", 4)

func (p *press) Folder() string    { return p.folder }
func (p *press) Suggested() string { return "/home/quaye/Documents/Footprint papers" }

func (p *press) SetFolder(path string) (string, error) {
	if !strings.HasPrefix(path, "/") {
		return "", fault.New(fault.BadInput, "The whole path of the folder is needed.", "Such as /home.")
	}
	p.folder, p.set = path, p.set+1
	return path, nil
}

func (p *press) Make(folder, name, format string, d document.Document) (string, string, error) {
	if p.refuse != nil {
		return "", "", p.refuse
	}
	for _, f := range p.made {
		if f.name == name {
			name = strings.TrimSuffix(name, "."+format) + " 2." + format
		}
	}
	p.made = append(p.made, file{folder, name, format, d})
	return name, hash, nil
}

// bench is the papers of one child, whose fifth review was chaired here.
type bench struct {
	*presstest.Bench
	book  *desktest.Book
	press *press
	child casefile.ID
	last  casefile.ID // the review
	mum   casefile.PersonStated
}

func at(t *testing.T, body func(b *bench)) {
	t.Helper()
	t.Parallel()
	var book *desktest.Book
	sit := func() *desk.Desk {
		var d *desk.Desk
		d, book = desktest.New(t)
		return d
	}
	presstest.RunDesk(t, sit, func(p *presstest.Bench) {
		b := &bench{Bench: p, book: book, press: &press{folder: "/papers"}, child: book.Maja}
		last, _ := review.LastCompleted(b.file(), desktest.Today)
		b.last = last.ID
		b.mum = casefile.PersonStated{ID: b.Desk.Watch.NewID(), Role: casefile.Parent, Name: "Ewa Kowalska", Receives: casefile.Redacted, NoAddress: true, From: desktest.Day("2026-02-02")}
		b.keep(b.file().StatePerson(b.mum, desktest.Today))
		body(b)
	})
}

func (b *bench) file() *casefile.Case { return b.Desk.Case(b.child) }

func (b *bench) keep(lines []casefile.Line, err error) {
	b.T.Helper()
	if err != nil {
		b.T.Fatal(err)
	}
	b.Desk.Do(b.file(), lines, "kept")
}

func (b *bench) person(role casefile.Role, name string, receives casefile.Receives) casefile.ID {
	b.T.Helper()
	id := b.Desk.Watch.NewID()
	b.keep(b.file().StatePerson(casefile.PersonStated{ID: id, Role: role, Name: name, Receives: receives, From: desktest.Day("2026-02-02")}, desktest.Today))
	return id
}

// wrote notes words on an item of the agenda of the last review.
func (b *bench) wrote(item, words string) {
	b.T.Helper()
	b.keep(b.file().WriteNote(casefile.NoteWritten{Text: words, Review: b.last, Item: item}, casefile.ID{}, desktest.Today))
}

func (b *bench) decided(what, by string) casefile.ID {
	b.T.Helper()
	id := b.Desk.Watch.NewID()
	b.keep(b.file().MakeDecision(casefile.DecisionMade{ID: id, Review: b.last, Need: "School", Outcome: "Maja learns", What: what, Who: "J. Osei",
		By: desktest.Day(by), Accountable: "T. Mensah"}, desktest.Today))
	return id
}

func (b *bench) doors() paper.Doors {
	return paper.Doors{People: func(casefile.ID) kit.Page { return kit.NewText(b.Nav.Theme(), "The people", "") }}
}

func (b *bench) show() { b.Push(paper.New(b.Desk, b.child, b.press, b.doors())) }

// open puts the cursor on the line that says so and opens it.
func (b *bench) open(words string) {
	b.T.Helper()
	b.Press("home")
	for range 60 {
		for line := range strings.SplitSeq(b.Screen(), "\n") {
			if strings.Contains(line, " > ") && strings.Contains(line, words) {
				b.Press("enter")
				return
			}
		}
		b.Press("down")
	}
	b.T.Fatalf("no line says %q:\n%s", words, b.Screen())
}

func (b *bench) noted() []casefile.Paper { return b.file().Papers() }

func TestTheListSaysWhatEachPersonGets(t *testing.T) {
	at(t, func(b *bench) {
		b.person(casefile.Carer, "T. Baker", casefile.FullRecord)
		b.person(casefile.Advocate, "P. Iqbal", casefile.LetterOnly)
		b.person(casefile.Family, "S. Kowalski", casefile.Nothing)
		b.decided("Find a school place", "2026-11-02")
		b.show()
		b.See("From the review of Tue 26 May 2026", "full, for the case record", "Ewa Kowalska parent: redacted copy", "T. Baker carer: full record",
			"J. Osei social worker: not decided which copy", "P. Iqbal advocate: a letter in place of the record", "S. Kowalski family member: nothing")
		b.Golden("list")
		b.Sweep()
		b.Nav.SetSize(120, 40)
		b.See("Alert to the manager Find a school place 21 days late")
		b.Golden("list-wide")
		b.Nav.SetSize(80, 24)
		b.open("J. Osei")
		b.See("The people")
		b.Press("esc")
		b.open("P. Iqbal")
		b.See("letter in place of the record", "You are not sent its record.")
	})
}

func TestAPaperIsReadMadeAndNoted(t *testing.T) {
	at(t, func(b *bench) {
		b.show()
		b.open("Review record")
		b.See("THE CHILD", "Name: Maja Kowalska", "The record still lacks", "l lists them", "For the case record")
		b.Golden("preview")
		b.Sweep()
		b.Press("m")
		b.See("Make it as which kind of file?", "> Word")
		b.Press("enter")
		b.See("Written: C-0001 review record 2026-05-26.docx", "u to undo", "in /papers. Undo takes the entry back; the file stays where it is.")
		if got := b.noted(); len(got) != 1 || got[0].Hash != hash || got[0].What != document.PaperRecord || got[0].To != "the case record" ||
			got[0].Copy != casefile.FullRecord || got[0].Format != "docx" || got[0].Name != "C-0001 review record 2026-05-26.docx" || got[0].Review != b.last {
			t.Fatalf("noted %+v", got)
		}
		if got := b.press.made[0]; got.folder != "/papers" || got.format != "docx" || got.doc.Title == "" {
			t.Errorf("made %+v", got)
		}
		b.Press("m", "down", "enter", "m", "enter")
		b.See("Written: C-0001 review record 2026-05-26 2.docx", "A file of its name was there already and is as it was")
		b.Press("esc")
		b.See("Made before", "made Mon 23 Nov", "Mon 23 Nov 01234567")
		b.open("Word: C")
		b.See(hash, "For: the case record", "Format: Word")
		b.Press("esc", "u")
		if got := b.noted(); len(got) != 2 {
			t.Errorf("after undo %d papers are noted", len(got))
		}
	})
}

// An address typed into a note blocks the copy for somebody who must never learn
// it, naming the sentence; with its section left out the rest can be made.
func TestALeakBlocksMaking(t *testing.T) {
	at(t, func(b *bench) {
		b.wrote("B-707", "Maja walks to school. She is picked up at 4 Mill Lane on Fridays.")
		b.show()
		b.open("Ewa Kowalska")
		b.See("It cannot be made for this reader", "It tells the placement's address, under “What was talked about”: “She is picked up at 4 Mill Lane on Fridays.”")
		b.Golden("leak")
		b.Press("m")
		b.See("It would tell what its reader must not learn")
		b.SeeNot("Make it as which kind")
		b.Press("x")
		b.Type("talked")
		b.Press("enter")
		b.See("Left out: What was talked about.")
		b.SeeNot("Mill Lane")
		b.Press("m", "enter")
		b.See("Written: C-0001 review record 2026-05-26 redacted parent.docx")
		got := b.noted()
		if len(got) != 1 || len(got[0].LeftOut) != 1 || got[0].LeftOut[0] != document.SectionAgenda || got[0].Person != b.mum.ID || got[0].Copy != casefile.Redacted {
			t.Errorf("noted %+v", got)
		}
		b.Press("x")
		b.Type("talked")
		b.See("left out: Enter puts it back")
		b.Press("enter")
		b.See("It cannot be made for this reader")
	})
}

func TestTheFolderIsAskedOnce(t *testing.T) {
	at(t, func(b *bench) {
		b.press.folder = ""
		b.show()
		b.See("no folder chosen")
		b.open("Review record")
		b.Press("m")
		b.See("A paper leaves the encrypted store", "while it is unlocked")
		b.Golden("folder")
		b.Sweep()
		b.Type("papers")
		b.Press("ctrl+s")
		b.See("The whole path of the folder is needed.")
		b.Press("esc", "m")
		b.See("What you typed last time is here again", "papers")
		b.Clear()
		b.Type("/home/quaye/p")
		b.Press("ctrl+s")
		b.See("Make it as which kind of file?", "Papers go to /home/quaye/p")
		b.Press("enter")
		b.Press("m")
		b.See("Make it as which kind of file?")
		if b.press.set != 1 || len(b.press.made) != 1 || b.press.made[0].folder != "/home/quaye/p" {
			t.Errorf("set %d times, made %+v", b.press.set, b.press.made)
		}
		b.Press("esc", "f")
		b.See("/home/quaye/p")
	})
}

func TestTroubleWithTheDiskNotesNothing(t *testing.T) {
	at(t, func(b *bench) {
		b.press.refuse = fault.New(fault.NotFound, "That folder is not there, or cannot be looked into.", "Check the path.").Wrap(errors.New("gone"))
		b.show()
		b.open("Review record")
		b.Press("m", "enter")
		b.See("It was not made. That folder is not there")
		if got := b.noted(); len(got) != 0 {
			t.Errorf("noted %+v", got)
		}
		b.press.refuse = nil
		b.Press("m", "enter")
		b.SeeNot("It was not made")
		b.See("Written:")
	})
}

// A paper that is written after its page was left is noted all the same.
func TestLeavingThePageLosesNoEntry(t *testing.T) {
	at(t, func(b *bench) {
		b.show()
		b.open("Review record")
		b.Nav.Update(kit.Press("m"))
		cmd := b.Nav.Update(kit.Press("enter"))
		b.Press("esc", "esc")
		msg := cmd()
		follow, ok := b.Desk.Handle(msg)
		if !ok || follow == nil || len(b.noted()) != 1 {
			t.Errorf("%T: handled %v, noted %d", msg, ok, len(b.noted()))
		}
	})
}

func TestOneLetterForMany(t *testing.T) {
	at(t, func(b *bench) {
		b.show()
		b.open("Invitation")
		b.See("For whom? Invitation", "the child", "Ewa Kowalska, parent")
		b.Sweep()
		b.Type("Ewa")
		b.Press("enter")
		b.See("For Ewa Kowalska, parent", "where Maja lives; I will tell you how you can take part", "this person may not learn where that is")
		b.SeeNot("Mill Lane")
		b.Golden("invitation")
		b.Press("d")
		b.Type("24/11/2026")
		b.Press("ctrl+s")
		b.See("Tuesday 24 November 2026")
		b.Press("m", "enter", "p")
		b.See("Ewa Kowalska, parent made Mon 23 Nov")
		b.Press("enter")
		b.See("For the child")
		b.Press("esc")
		b.See("made 1 of 3")
	})
}

func TestTheAlertOfADecisionOpensAtOnce(t *testing.T) {
	at(t, func(b *bench) {
		id := b.decided("Find a school place", "2026-11-02")
		b.Push(paper.Of(b.Desk, b.child, b.press, b.doors(), document.Alert, id))
		b.See("alert to the manager", "For T. Mensah", "Find a school place")
		b.Press("m", "enter")
		b.Press("p")
		b.Type("Osei")
		b.Press("enter")
		b.See("For J. Osei, social worker", "Dear J. Osei")
		if got := b.noted(); len(got) != 1 || got[0].What != document.Alert.Words() || got[0].To != "T. Mensah" {
			t.Errorf("noted %+v", got)
		}
	})
}

func TestSomebodyLeftOutGetsALetter(t *testing.T) {
	at(t, func(b *bench) {
		b.keep(b.file().TakePart(casefile.TookPart{ID: b.Desk.Watch.NewID(), Review: b.last, Person: b.mum.ID, Name: b.mum.Name, Role: b.mum.Role,
			How: casefile.LeftOut, Why: "Maja asked for it", Instead: "by telephone"}, desktest.Today))
		b.show()
		b.open("Being left out")
		b.Press("p")
		b.See("It goes to this reader only.")
		b.See("For Ewa Kowalska, parent", "Maja asked for it", "by telephone")
	})
}

func TestAnotherReview(t *testing.T) {
	at(t, func(b *bench) {
		b.show()
		b.Press("r")
		b.See("From which review?", "the review planned for Thu 26 Nov 2026")
		b.Press("enter")
		b.See("From the review planned for Thu 26 Nov 2026", "not held yet")
		b.Press("r")
		b.Type("28 nov")
		b.Press("enter")
		b.See("From the review of Thu 28 Nov 2024")
	})
}

func TestHiddenNames(t *testing.T) {
	at(t, func(b *bench) {
		b.wrote("B-707", "She is picked up at 4 Mill Lane on Fridays.")
		b.decided("Zebra crossing for Maja", "2026-11-02")
		b.show()
		b.open("Ewa Kowalska")
		b.Press("m", "enter", "esc")
		b.open("Review record")
		b.Press("m", "enter", "esc")
		b.Desk.Hide(true)
		secret := []string{"Ewa", "Maja", "Mill Lane", "Zebra", "Osei", "Mensah"}
		for range 40 {
			b.Press("down")
			b.SeeNot(secret...)
		}
		b.open("parent: redacted")
		b.See("Names are hidden, so the paper is not shown.", "For hidden, parent: redacted copy")
		b.SeeNot(secret...)
		b.Press("x")
		b.See("Names are hidden")
		b.Press("p")
		b.SeeNot(secret...)
		b.Press("enter")
		b.See("For the case record", "The record still lacks")
		b.SeeNot(secret...)
		b.Press("m")
		b.See("Names are hidden, so it cannot be read first.")
		b.Press("l")
		b.SeeNot(secret...)
	})
}
