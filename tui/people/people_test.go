package people_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	file "footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/people"
)

func doors(d *desk.Desk) people.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	return people.Doors{
		Case: func(id file.ID) kit.Page {
			row, _ := d.Row(id)
			return text("case of " + row.Ref)
		},
		Rule: func(ids []string) kit.Page { return text("rule " + ids[0]) },
	}
}

// at opens the people of Maja.
func at(t testing.TB, with ...file.PersonStated) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, book := desktest.New(t)
	for _, p := range with {
		p.ID = d.Watch.NewID()
		lines, err := d.Case(book.Maja).StatePerson(p, d.Today())
		if err != nil {
			t.Fatal(err)
		}
		d.Do(d.Case(book.Maja), lines, "Person kept")
	}
	d.Nav.Say(kit.Dim, "")
	d.Nav.Push(people.New(d, book.Maja, doors(d)))
	d.Nav.SetSize(80, 24)
	return d, book
}

// family is a list with something of everything.
func family(sister file.ID) []file.PersonStated {
	return []file.PersonStated{
		{Role: file.School, Name: "Mrs Lal, Hill School", Phone: "01632 960310", Receives: file.Redacted, Part: file.PartOfIt},
		{Role: file.Parent, Name: "Agnieszka Kowalska", Relation: "mother", Responsibility: true, Language: "Polish", Phone: "07700 900101",
			Receives: file.Redacted, NoAddress: true, Part: file.AllOfIt, Contact: "Saturdays, supervised", Address: "2 Low Road"},
		{Role: file.Parent, Name: "Marek Kowalski", Relation: "father"},
		{Role: file.Sibling, Name: "Ben Hughes", Relation: "half-brother", Child: sister},
		{Role: file.Sibling, Name: "Lena Kowalska", Relation: "sister", IRO: "M. Webb"},
		{Role: file.Advocate, Name: "Grace Oyelaran", Phone: "01632 960311", To: desktest.Day("2026-10-01")},
	}
}

func withFamily(t testing.TB) (*desk.Desk, *desktest.Book) {
	t.Helper()
	_, book := desktest.New(t)
	return at(t, family(book.Ben)...) // ids count alike in every book
}

func person(t testing.TB, d *desk.Desk, id file.ID, role file.Role) file.PersonStated {
	t.Helper()
	p, ok := d.Case(id).Person(role, d.Today())
	if !ok {
		t.Fatalf("no %s:\n%s", role, d.Nav.View())
	}
	return p
}

// to moves the cursor down to the row that holds a text.
func to(t testing.TB, d *desk.Desk, text string) {
	t.Helper()
	desktest.Press(d, "home")
	for range 60 {
		for row := range strings.SplitSeq(d.Nav.View(), "\n") {
			if len(row) > 6 && strings.Contains(row[:6], ">") && strings.Contains(row, text) {
				return
			}
		}
		desktest.Press(d, "down")
	}
	t.Fatalf("no row %q in\n%s", text, d.Nav.View())
}

func wants(t testing.TB, d *desk.Desk, texts ...string) {
	t.Helper()
	view := strings.Join(strings.Fields(d.Nav.View()), " ")
	for _, text := range texts {
		if !strings.Contains(view, text) {
			t.Errorf("no %q in\n%s", text, d.Nav.View())
		}
	}
}

func lacks(t testing.TB, d *desk.Desk, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(d.Nav.View(), text) {
			t.Errorf("%q should not be in\n%s", text, d.Nav.View())
		}
	}
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d, _ := withFamily(t)
		d.Nav.SetSize(size[0], size[1])
		kittest.Golden(t, fmt.Sprintf("people_%d", size[0]), d.Nav.View())
	}
	d, _ := withFamily(t)
	desktest.Press(d, "t")
	desktest.Type(d, "brother")
	kittest.Golden(t, "person_80", d.Nav.View())
}

func TestEachPartSaysWhatIsUndecidedOrWrong(t *testing.T) {
	t.Parallel()
	d, _ := withFamily(t)
	d.Nav.SetSize(120, 60)
	wants(t, d,
		"Professionals", "Mrs Lal, Hill School 01632 960310 redacted",
		"Mother Agnieszka Kowalska, hide address, PR, Polish", "No interpreter is on this list",
		"~ Father Marek Kowalski", "not decided",
		"! Has another IRO, and no reason is given",
		"Brothers or sisters looked after: not answered; 2 listed",
		"What each may receive", "Redacted copy Agnieszka Kowalska; Mrs Lal, Hill School",
		"Interpreter and translation: for a parent",
		"No longer involved", "Grace Oyelaran, until Thu 1 Oct 2026")
	to(t, d, "Agnieszka")
	wants(t, d, "must never learn where the child lives", "sees the child: Saturdays, supervised", "2 Low Road", "comes to all of the review")
	for text, rule := range map[string]string{"Has another IRO": "rule AP-05", "No interpreter": "rule PR-24", "Marek": "rule RC-04"} {
		to(t, d, text)
		desktest.Press(d, "R")
		wants(t, d, rule)
		desktest.Press(d, "esc")
	}
}

func TestAnEmptyListSaysWhatToDo(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	d.Nav.Push(people.New(d, book.Aled, doors(d)))
	d.Nav.SetSize(80, 24)
	wants(t, d, "Nobody is entered yet: t adds a person", "Nothing entered yet: c says how", "G. Pugh, from the placement: Enter adds them here")
	to(t, d, "G. Pugh")
	desktest.Press(d, "enter", "ctrl+s")
	if p := person(t, d, book.Aled, file.Carer); p.Name != "G. Pugh" || p.Receives != "" {
		t.Errorf("the carer is added and no copy is made up: %+v", p)
	}
	lacks(t, d, "from the placement", "Nobody is entered yet")
}

// TestAFatherWhoMustNeverLearnTheAddress is the journey of RC-04: the full
// record is refused at its own question, and the redacted copy taken.
func TestAFatherWhoMustNeverLearnTheAddress(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	d.Nav.SetSize(80, 40)
	before := book.Changes()
	desktest.Press(d, "t")
	lacks(t, d, "Parental responsibility", "Never told")
	desktest.Type(d, "parent\tMarek Kowalski\tfather\t07700 900102\t\t\t\ty\t\t\ty\tfull")
	wants(t, d, "Parental responsibility yes", "full record")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "cannot be given the full record", "Choose the redacted copy")
	if book.Changes() != before {
		t.Fatal("it was kept all the same")
	}
	desktest.Type(d, "redacted")
	desktest.Press(d, "ctrl+s")
	want := file.PersonStated{Role: file.Parent, Name: "Marek Kowalski", Relation: "father", Phone: "07700 900102",
		Responsibility: true, NoAddress: true, Receives: file.Redacted}
	got := person(t, d, book.Maja, file.Parent)
	want.ID = got.ID
	if got != want {
		t.Fatalf("kept %+v", got)
	}
	if book.Changes() != before+1 || len(book.Drafts()) != 0 {
		t.Errorf("%d changes, drafts %v", book.Changes()-before, book.Drafts())
	}
	wants(t, d, "Marek Kowalski, hide address", "07700 900102 redacted")
}

func TestWhatIsNotAskedIsNotInvented(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	desktest.Press(d, "t")
	desktest.Type(d, "parent\tMarek Kowalski")
	desktest.Press(d, "ctrl+s")
	got := person(t, d, book.Maja, file.Parent)
	if want := (file.PersonStated{ID: got.ID, Role: file.Parent, Name: "Marek Kowalski"}); got != want {
		t.Errorf("kept %+v", got)
	}
}

// TestASisterIsLinkedOnBothFiles links a sister by her file, then enters Maja
// on the sister's own: two acts, each taken back by itself.
func TestASisterIsLinkedOnBothFiles(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	before := book.Changes()
	desktest.Press(d, "t")
	desktest.Type(d, "brother or\tBen\t")
	desktest.Press(d, "ctrl+s")
	sibling := person(t, d, book.Maja, file.Sibling)
	if sibling.Child != book.Ben || sibling.Name != "Ben Hughes" || book.Changes() != before+1 {
		t.Fatalf("linked %+v", sibling)
	}
	wants(t, d, "Enter Maja Kowalska on the case of Ben Hughes too?")
	desktest.Press(d, "ctrl+s")
	if book.Changes() != before+1 {
		t.Fatal("the key that asked must not answer")
	}
	desktest.Press(d, "y")
	mirror := person(t, d, book.Ben, file.Sibling)
	if want := (file.PersonStated{ID: mirror.ID, Role: file.Sibling, Name: "Maja Kowalska", Child: book.Maja}); mirror != want {
		t.Errorf("mirror %+v", mirror)
	}
	if last := book.Last(); book.Changes() != before+2 || len(last.Files) != 1 || last.Files[0].File != book.Ben {
		t.Errorf("each file has its own act: %+v", last)
	}
	to(t, d, "Ben Hughes")
	desktest.Press(d, "b")
	wants(t, d, "on their case already")
	desktest.Press(d, "u")
	if _, there := d.Case(book.Ben).LinkedTo(book.Maja, d.Today()); there || person(t, d, book.Maja, file.Sibling) != sibling {
		t.Error("u takes back the other file's entry and leaves this one")
	}
	desktest.Press(d, "b")
	wants(t, d, "on the case of Ben Hughes too?")
	desktest.Press(d, "esc", "o")
	wants(t, d, "case of C-0002")
}

func TestAMirrorWaitsForTheOtherFile(t *testing.T) {
	t.Parallel()
	_, book := desktest.New(t)
	was := desktest.Reopen(t, book)
	d := desk.New(was.Nav, book, book.Watch, was.Practice(), was.Rows()) // nothing is read yet
	d.Nav.Push(people.New(d, book.Maja, doors(d)))
	wants(t, d, "Reading the file")
	desktest.Read(t, d, book.Maja)
	d.Nav.Update(desk.CaseRead{ID: book.Maja})
	desktest.Press(d, "t")
	desktest.Type(d, "brother or\tBen\t")
	desktest.Press(d, "ctrl+s")
	lacks(t, d, "too?")
	to(t, d, "Ben Hughes")
	desktest.Press(d, "b")
	wants(t, d, "Their file is still being read.")
	desktest.Read(t, d, book.Ben)
	d.Nav.Update(desk.CaseRead{ID: book.Ben})
	wants(t, d, "on the case of Ben Hughes too?")
}

func TestChildrenOfTheSameSurnameComeFirst(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	// The rows are shared: this desk's alone are given anew.
	changed := slices.Clone(d.Rows())
	for i := range changed {
		if changed[i].File == book.Zac {
			changed[i].Name = "Zofia KOWALSKA"
		}
	}
	d.SetRows(changed)
	desktest.Press(d, "t")
	desktest.Type(d, "brother or\t")
	desktest.Press(d, "right")
	wants(t, d, "Zofia KOWALSKA, C-0006")
	desktest.Press(d, "right")
	wants(t, d, "Aled Siôn, C-0003")
	lacks(t, d, "Maja Kowalska, C-0001 ›")
}

func TestSomebodyLeaves(t *testing.T) {
	t.Parallel()
	d, book := withFamily(t)
	to(t, d, "Social worker")
	desktest.Press(d, "x")
	wants(t, d, "Mon 23 Nov 2026")
	desktest.Press(d, "ctrl+s")
	if _, there := d.Case(book.Maja).Person(file.SocialWorker, d.Today()); there {
		t.Errorf("still there:\n%s", d.Nav.View())
	}
	to(t, d, "J. Osei, until")
	desktest.Press(d, "x")
	wants(t, d, "left already")
}

func TestHowTheChildCommunicates(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	d.Nav.SetSize(80, 40)
	desktest.Press(d, "c")
	desktest.Type(d, "Dari\ty")
	desktest.Press(d, "ctrl+s")
	if c := d.Case(book.Maja); c.Fact(file.FactLanguage) != "Dari" || !c.Yes("comm_needs") {
		t.Fatal(d.Nav.View())
	}
	wants(t, d, "! The child's own method of communicating is not known", "First language: Dari", "translation: for the child", "No interpreter is on this list")
	to(t, d, "own method of")
	desktest.Press(d, "enter", "tab", "tab")
	desktest.Type(d, "Makaton")
	desktest.Press(d, "ctrl+s")
	wants(t, d, "The child's own method: Makaton")
	lacks(t, d, "is not known")
}

func TestTheListAnswersNothingByItself(t *testing.T) {
	t.Parallel()
	d, book := withFamily(t)
	if d.Case(book.Maja).Fact("sibling_group") != "" {
		t.Fatal("the list answered")
	}
	to(t, d, "Brothers or sisters looked after")
	desktest.Press(d, "enter")
	desktest.Type(d, "y")
	desktest.Press(d, "ctrl+s")
	if !d.Case(book.Maja).Yes("sibling_group") {
		t.Error(d.Nav.View())
	}
	wants(t, d, "Brothers or sisters looked after: yes")
	lacks(t, d, "2 listed")
}

func TestHiddenNamesHideThePeople(t *testing.T) {
	t.Parallel()
	d, _ := withFamily(t)
	d.Hide(true)
	d.Nav.SetSize(140, 60)
	desktest.Press(d, "down")
	for range 30 {
		lacks(t, d, "Maja", "Kowalsk", "Osei", "Baker", "Hughes", "Webb", "Lal", "Oyelaran", "0163", "07700", "Low Road", "Saturdays")
		desktest.Press(d, "down")
	}
	wants(t, d, "B.H.", "Redacted copy 2 people")
}

func TestANarrowWindowTellsTheRestBelow(t *testing.T) {
	t.Parallel()
	d, _ := withFamily(t)
	d.Nav.SetSize(40, 24)
	to(t, d, "Marek")
	wants(t, d, "receives: not decided")
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{}, {"t"}, {"c"}, {"k"}, {"x"}, {"down", "down", "enter"}, {"end", "enter"}} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _ := withFamily(t)
			desktest.Press(d, keys...)
			return d.Nav
		})
	}
	kittest.SweepPage(t, func() *kit.Nav {
		d, _ := withFamily(t)
		to(t, d, "Ben Hughes")
		desktest.Press(d, "b")
		return d.Nav
	})
}
