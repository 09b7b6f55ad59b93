package desk_test

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
)

// sit gives a desk at which no file has been read yet.
func sit(t *testing.T) (*desk.Desk, *desktest.Book) {
	t.Helper()
	_, book := desktest.New(t)
	p, err := book.Practice()
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := book.Rows(0)
	nav := kit.NewNav(kit.NewTheme(kit.Look{Mode: kit.NoColour}), kit.NewText(kit.NewTheme(kit.Look{}), "Home", ""))
	return desk.New(nav, book, book.Watch, p, rows), book
}

// set makes one change to the IRO's own file and drops what it starts.
func set(t *testing.T, d *desk.Desk, lines []casefile.Line, err error) {
	t.Helper()
	if err != nil || len(lines) == 0 {
		t.Fatal(lines, err)
	}
	d.DoPractice(lines, "")
}

func everyone(d *desk.Desk) []casefile.ID {
	var ids []casefile.ID
	for _, r := range d.Rows() {
		ids = append(ids, r.File)
	}
	return ids
}

// messages runs a command and all that it holds.
func messages(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	var out []tea.Msg
	for _, c := range batch {
		out = append(out, messages(c)...)
	}
	return out
}

func TestMovesNamesEveryDateThatIsAnother(t *testing.T) {
	t.Parallel()
	d, book := desktest.New(t)
	was := d.Context()
	clear, leap, holiday := was, was, was
	clear.Readings = d.Practice().Supposing(practice.PlainCount, "clear days")
	leap.Readings = d.Practice().Supposing(practice.LeapBirthday, "28 February")
	holiday.Calendar = was.Calendar.With([]workday.Holiday{{Date: desktest.Day("2026-12-10"), Name: "Election"}}, nil)

	if got := desk.Moves(d.Case(book.Maja), was, was); len(got) != 0 {
		t.Errorf("nothing changed and %+v moved", got)
	}
	if got := desk.Moves(d.Case(book.Maja), was, clear); len(got) == 0 || got[0].Next || got[0].New != desktest.Day("2026-11-20") {
		t.Errorf("clear days move Maja's papers: %+v", got)
	}
	got := desk.Moves(d.Case(book.Nia), was, holiday)
	if len(got) == 0 || got[0] != (desk.Moved{File: book.Nia, What: "Next review", Next: true, Old: desktest.Day("2026-12-14"), New: desktest.Day("2026-12-15")}) {
		t.Errorf("the holiday moves Nia's first review: %+v", got)
	}
	lines, err := d.Case(book.Ben).State(map[string]string{casefile.FactDOB: "2016-02-29"}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(book.Ben), lines, "Born")
	born := desk.Moves(d.Case(book.Ben), was, leap)
	if len(born) == 0 || born[len(born)-1].What != "18th birthday" || born[len(born)-1].New != desktest.Day("2034-02-28") {
		t.Errorf("28 February moves a birthday: %+v", born)
	}
}

func TestMovedIsSortedWithReviewsFirst(t *testing.T) {
	t.Parallel()
	list := []desk.Moved{{What: "late", New: 9}, {What: "soon", Old: 5}, {What: "Next review", Next: true, Old: 20, New: 21}}
	desk.SortMoved(list)
	if list[0].What != "Next review" || list[1].What != "soon" || list[2].What != "late" {
		t.Errorf("%+v", list)
	}
}

// TestRowsDatedUnderSettingsThatChangedAgainAreDoneAgain: commands answer out
// of order, and the older answer must not stand.
func TestRowsDatedUnderSettingsThatChangedAgainAreDoneAgain(t *testing.T) {
	t.Parallel()
	d, book := sit(t)
	older := d.RedateQuietly(everyone(d))()
	lines, err := d.Practice().StateHoliday(practice.HolidayStated{Date: desktest.Day("2026-12-10"), Name: "Election"}, desktest.Today)
	set(t, d, lines, err)
	cmd, _ := d.Handle(older)
	if row, _ := d.Row(book.Nia); row.Due != desktest.Day("2026-12-14") {
		t.Fatalf("Nia is due %s before anything was worked out", row.Due)
	}
	for _, msg := range messages(cmd) {
		d.Handle(msg)
	}
	if row, _ := d.Row(book.Nia); row.Due != desktest.Day("2026-12-15") {
		t.Errorf("Nia is due %s", row.Due)
	}
	for _, f := range book.Last().Files {
		if f.DatedUnder != d.Practice().Number() {
			t.Errorf("a row was stored under %d, the settings are %d", f.DatedUnder, d.Practice().Number())
		}
	}
}

// hurt is a book in which one file cannot be read.
type hurt struct {
	desk.Book
	file casefile.ID
}

func (h hurt) Case(id casefile.ID) (*casefile.Case, error) {
	if id == h.file {
		return shut{}.Case(id)
	}
	return h.Book.Case(id)
}

func TestOneHurtFileKeepsNoOtherFromBeingDated(t *testing.T) {
	t.Parallel()
	d, book := sit(t)
	d.Book = hurt{book, book.Ben}
	cmd, _ := d.Handle(d.RedateQuietly(everyone(d))())
	failed := false
	for _, msg := range messages(cmd) {
		_, is := msg.(kit.Failed)
		failed = failed || is
	}
	if got := len(book.Last().Files); got != len(d.Rows())-1 || !failed {
		t.Errorf("%d rows stored, told of the hurt file: %v", got, failed)
	}
}
