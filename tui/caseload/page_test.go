package caseload_test

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	list "footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/tui/caseload"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
)

// home lays the home screen on a desk; doors opened are named in went.
func home(t testing.TB) (d *desk.Desk, book *desktest.Book, went *[]string) {
	t.Helper()
	d, book = desktest.New(t)
	went = &[]string{}
	door := func(name string) func(casefile.ID) kit.Page {
		return func(id casefile.ID) kit.Page {
			row, _ := d.Row(id)
			*went = append(*went, name+" "+row.Ref)
			return kit.NewText(d.Nav.Theme(), name, "")
		}
	}
	plain := func(name string) func() kit.Page {
		return func() kit.Page {
			*went = append(*went, name)
			return kit.NewText(d.Nav.Theme(), name, "")
		}
	}
	page := caseload.New(d, caseload.Doors{
		Case: door("case"), Review: door("review"), Why: door("why"), Note: door("note"),
		Add: plain("add"), Import: plain("import"), Leave: func() tea.Cmd { *went = append(*went, "leave"); return nil },
	})
	d.Nav.Reset(page)
	return d, book, went
}

func TestHomeGoldens(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d, _, _ := home(t)
		d.Nav.SetSize(size[0], size[1])
		kittest.Golden(t, fmt.Sprintf("home-%dx%d", size[0], size[1]), d.Nav.View())
	}
}

func TestTheFirstLineSaysCaseload(t *testing.T) {
	t.Parallel()
	d, _, _ := home(t)
	if first, _, _ := strings.Cut(d.Nav.View(), "\n"); !strings.Contains(first, "Caseload") || !strings.Contains(first, "Mon 23 Nov 2026") {
		t.Errorf("first line %q", first)
	}
}

func TestKeysLeadFromARow(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{"enter": "case C-0003", "r": "review C-0003", "n": "note C-0003", "w": "why C-0003", "a": "add", "i": "import", "q": "leave"} {
		d, _, went := home(t)
		desktest.Press(d, key)
		if len(*went) != 1 || (*went)[0] != want {
			t.Errorf("%s led to %v, want %s", key, *went, want)
		}
	}
}

func TestFilterFindsAsItIsTyped(t *testing.T) {
	t.Parallel()
	d, _, went := home(t)
	desktest.Press(d, "/")
	desktest.Type(d, "sion q")
	if view := d.Nav.View(); !strings.Contains(view, "No child matches") {
		t.Errorf("q is text while finding:\n%s", view)
	}
	desktest.Press(d, "backspace", "backspace")
	if view := d.Nav.View(); !strings.Contains(view, "Aled Siôn") || strings.Contains(view, "Maja") {
		t.Errorf("sion must find Siôn and no other:\n%s", view)
	}
	desktest.Press(d, "enter", "enter")
	if len(*went) != 1 || (*went)[0] != "case C-0003" {
		t.Errorf("Enter closes the search, a second opens: %v", *went)
	}
	d.Nav.Pop()
	desktest.Press(d, "esc")
	if view := d.Nav.View(); !strings.Contains(view, "Maja") {
		t.Errorf("Escape brings everyone back:\n%s", view)
	}
}

func TestAChangeKeepsTheCursorWhereItIs(t *testing.T) {
	t.Parallel()
	d, book, went := home(t)
	desktest.Press(d, "/", "a", "down", "enter")
	lines, err := d.Case(book.Nia).WriteNote(casefile.NoteWritten{Text: "seen"}, casefile.ID{}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	before := d.Nav.View()
	d.Do(d.Case(book.Nia), lines, "Note kept")
	d.Nav.Update(desk.CaseRead{ID: book.Nia})
	desktest.Press(d, "enter")
	if len(*went) != 1 || !strings.HasPrefix((*went)[0], "case ") || !strings.Contains(rowOf(before), nameOf(d, (*went)[0])) {
		t.Errorf("opened %v; the cursor stood on %q", *went, rowOf(before))
	}
}

// rowOf is the line the cursor stands on.
func rowOf(view string) string {
	for line := range strings.SplitSeq(view, "\n") {
		if len(line) > 5 && strings.Contains(line[:5], ">") {
			return line
		}
	}
	return ""
}

// nameOf is the name of the child a door was opened for.
func nameOf(d *desk.Desk, went string) string {
	for _, r := range d.Rows() {
		if strings.HasSuffix(went, r.Ref) {
			return r.Name
		}
	}
	return "nobody"
}

func TestLensesAndOrders(t *testing.T) {
	t.Parallel()
	d, _, _ := home(t)
	for range list.Lenses() {
		desktest.Press(d, "l")
	}
	if view := d.Nav.View(); strings.Contains(view, "lens:") {
		t.Errorf("after every lens the list shows all again:\n%s", view)
	}
	desktest.Press(d, "L")
	desktest.Type(d, "closed")
	desktest.Press(d, "enter")
	if view := d.Nav.View(); !strings.Contains(view, "not looked after") || strings.Contains(view, "Maja") {
		t.Errorf("closed shows those no longer looked after:\n%s", view)
	}
	desktest.Press(d, "esc", "s")
	first := strings.Index(d.Nav.View(), "Idris")
	if second := strings.Index(d.Nav.View(), "Ben Hughes"); first < 0 || second < 0 || first > second {
		t.Errorf("by name Haddad stands before Hughes:\n%s", d.Nav.View())
	}
}

func TestTheNextReviewIsNeverCutShort(t *testing.T) {
	t.Parallel()
	d, book, _ := home(t)
	ben := d.Case(book.Ben)
	held, err := ben.HoldReview(casefile.ReviewHeld{ID: casefile.ID{1}, Recorded: desktest.Today, Completed: desktest.Today, What: "ordinary"}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(ben, held, "Review recorded")
	nia := d.Case(book.Nia)
	agreed, err := nia.StateStatus(casefile.StatusStated{ID: casefile.ID{2}, Code: "V2", Start: desktest.Today}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(nia, agreed, "Status recorded")
	sentenced, err := d.Case(nia.ID).StatePeriod(casefile.PeriodStated{What: casefile.Custody, Code: clock.Sentence, From: desktest.Today}, desktest.Today)
	if err != nil {
		t.Fatal(err)
	}
	d.Do(d.Case(nia.ID), sentenced, "Custody recorded")
	for _, w := range []int{80, 120} {
		d.Nav.SetSize(w, 24)
		view := d.Nav.View()
		for _, want := range []string{"5th  23 May 2027  123 days", "paused, in custody"} {
			if !strings.Contains(view, want) {
				t.Errorf("at %d columns %q is not whole:\n%s", w, want, view)
			}
		}
	}
}

func TestHiddenNamesShowNoName(t *testing.T) {
	t.Parallel()
	d, book, _ := home(t)
	d.Nav.SetSize(140, 40)
	d.Hide(true)
	d.Nav.Update(desk.CaseRead{ID: book.Maja})
	view := d.Nav.View()
	for _, name := range []string{"Maja", "Kowalska", "Baker", "Osei", "01632"} {
		if strings.Contains(view, name) {
			t.Errorf("%s is on the screen:\n%s", name, view)
		}
	}
	if !strings.Contains(view, "M.K.") {
		t.Errorf("initials must stand for the name:\n%s", view)
	}
}

func TestEmptyCaseloadSaysWhatToDo(t *testing.T) {
	t.Parallel()
	d, _, _ := home(t)
	d.SetRows(nil)
	d.Nav.Update(desk.CaseRead{})
	if view := d.Nav.View(); !strings.Contains(view, "import a list") || !strings.Contains(view, "add a child") {
		t.Errorf("the empty screen must say what to do:\n%s", view)
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	kittest.SweepPage(t, func() *kit.Nav { d, _, _ := home(t); return d.Nav })
	kittest.SweepPage(t, func() *kit.Nav {
		d, _, _ := home(t)
		desktest.Press(d, "/", "z", "z")
		return d.Nav
	})
}

// england is a desk with n children in one list.
func england(b testing.TB, n int) *desk.Desk {
	d, _, _ := home(b)
	rows := make([]list.Row, n)
	names := []string{"Maja Kowalska", "Ŵyn Hughes", "Ben O’Neill", "Aisha Rahman", "Łukasz Nowak"}
	for i := range rows {
		rows[i] = list.Row{File: casefile.ID{byte(i), byte(i >> 8), byte(i >> 16), 1}, Ref: fmt.Sprintf("C-%05d", i), Name: names[i%len(names)] + fmt.Sprint(i%97),
			Since: 730000, DOB: 735000, Due: desktest.Today + 3, ReviewNo: 4, Ready: i % 30, Total: 30}
	}
	d.SetRows(rows)
	d.Nav.SetSize(120, 40)
	for _, msg := range answers(d.Nav.Update(desk.CaseRead{})) {
		d.Nav.Update(msg)
	}
	return d
}

// answers runs a command and, one level deep, the commands it holds.
func answers(cmd tea.Cmd) []tea.Msg {
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
		out = append(out, answers(c)...)
	}
	return out
}

// BenchmarkKeyToView is one key on the home screen, drawn, at three sizes.
func BenchmarkKeyToView(b *testing.B) {
	for _, n := range []int{62, 10_000, 83_630} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := england(b, n)
			down := kit.Press("down")
			for b.Loop() {
				d.Nav.Update(down)
				_ = d.Nav.View()
			}
		})
	}
}

// BenchmarkFilterKey is one letter of a filter over all of England, Update and
// View together; the goal is under 8 ms.
func BenchmarkFilterKey(b *testing.B) {
	d := england(b, 83_630)
	keys := append(append(kit.Type("/"), kit.Type("kowalska1")...), kit.Press("esc"))
	for b.Loop() {
		for _, k := range keys {
			d.Nav.Update(k)
			_ = d.Nav.View()
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys))/1000, "ms/key")
}
