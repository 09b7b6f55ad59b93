package tui_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/caseload"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/tui"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/importer"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/safekeeping/longwork"
)

// app is the whole program over a book in memory, as the demonstration has it.
func app(t testing.TB) (*tui.App, *desktest.Book) {
	t.Helper()
	_, book := desktest.New(t)
	p, err := book.Practice()
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := book.Rows(0)
	a := tui.New(tui.Options{Theme: kit.NewTheme(kit.Look{Mode: kit.NoColour}), Watch: book.Watch, Press: noPress{},
		Opened: &tui.Opened{Book: book, Practice: p, Rows: rows, Importer: nothingIn{}, Files: noFiles{}}})
	settle(a, a.Init())
	settle(a, tell(a, tea.WindowSizeMsg{Width: 80, Height: 24}))
	return a, book
}

// nothingIn is importing where no file can be read, noFiles a disk with none,
// noPress one that takes no file.
type (
	nothingIn struct{}
	noFiles   struct{}
	noPress   struct{}
)

func (noPress) Folder() string                   { return "" }
func (noPress) Suggested() string                { return "/home/papers" }
func (noPress) SetFolder(string) (string, error) { return "", errNoFile }
func (noPress) Make(string, string, string, document.Document) (string, string, error) {
	return "", "", errNoFile
}

var errNoFile = fault.New(fault.BadInput, "That file cannot be read.", "Choose another.")

func (nothingIn) Fields() []importer.Field        { return []importer.Field{{ID: "name", Label: "Name"}} }
func (nothingIn) Usable(map[string]string) string { return "Match the name." }
func (nothingIn) Look(context.Context, importer.Question, longwork.Progress) (importer.Looked, error) {
	return importer.Looked{}, errNoFile
}
func (nothingIn) Work(context.Context, importer.Question, longwork.Progress) (importer.Preview, error) {
	return importer.Preview{}, errNoFile
}
func (nothingIn) Apply(context.Context, importer.Preview, []string, longwork.Progress) (desk.Imported, error) {
	return desk.Imported{}, errNoFile
}
func (noFiles) Home() string                          { return "/home/" }
func (noFiles) Split(text string) (dir, start string) { return "/home/", text }
func (noFiles) List(string) ([]importer.Entry, error) { return nil, nil }

func tell(a *tui.App, msg tea.Msg) tea.Cmd {
	_, cmd := a.Update(msg)
	return cmd
}

// settle runs commands to their end, as the framework does, but for those that
// wait for a clock.
func settle(a *tui.App, cmd tea.Cmd) {
	for todo := []tea.Cmd{cmd}; len(todo) > 0; {
		next := todo[0]
		todo = todo[1:]
		if next == nil {
			continue
		}
		msg, answered := soon(next)
		if !answered {
			continue
		}
		if v := reflect.ValueOf(msg); v.IsValid() && v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range v.Len() {
				todo = append(todo, v.Index(i).Interface().(tea.Cmd))
			}
			continue
		}
		if msg != nil {
			todo = append(todo, tell(a, msg))
		}
	}
}

// soon gives a command's answer, unless it is one that waits.
func soon(cmd tea.Cmd) (tea.Msg, bool) {
	came := make(chan tea.Msg, 1)
	go func() { came <- cmd() }()
	select {
	case msg := <-came:
		return msg, true
	case <-time.After(20 * time.Millisecond):
		return nil, false
	}
}

func press(a *tui.App, keys ...string) {
	for _, k := range keys {
		settle(a, tell(a, kit.Press(k)))
	}
}

func TestJourneyThroughTheMainScreens(t *testing.T) {
	t.Parallel()
	a, _ := app(t)
	steps := []struct{ key, want string }{
		{"w", "Why Tue 17 Nov 2026?"}, {"esc", "Caseload"}, {"enter", "Aled Siôn, 9"}, {"r", "2nd review"}, {"esc", "What is due"}, {"esc", "Caseload"},
		{"?", "Keys: Caseload"}, {"esc", "Caseload"}, {"f4", "rules"}, {"esc", "Caseload"}, {"f2", "ettings"}, {"esc", "Caseload"},
	}
	for _, s := range steps {
		press(a, s.key)
		if view := a.View(); !strings.Contains(view, s.want) {
			t.Fatalf("after %s the screen must show %q:\n%s", s.key, s.want, view)
		}
	}
}

func TestPaletteJumpsToAChild(t *testing.T) {
	t.Parallel()
	a, _ := app(t)
	press(a, "ctrl+k", "s", "i", "o", "n", "enter")
	if view := a.View(); !strings.Contains(view, "Aled Siôn, 9") {
		t.Errorf("sion must find Siôn:\n%s", view)
	}
}

func TestLockingLeavesNothingOnTheScreen(t *testing.T) {
	t.Parallel()
	a, _ := app(t)
	press(a, "enter", "ctrl+l")
	for _, secret := range []string{"Aled", "Siôn", "Pugh"} {
		if strings.Contains(a.View(), secret) {
			t.Errorf("%s is still on the screen", secret)
		}
	}
	press(a, "enter")
	if view := a.View(); !strings.Contains(view, "Caseload") {
		t.Errorf("the demonstration goes on:\n%s", view)
	}
}

func TestHidingNamesWorksWhileTyping(t *testing.T) {
	t.Parallel()
	a, _ := app(t)
	press(a, "/", "m", "ctrl+p")
	if view := a.View(); strings.Contains(view, "Maja") || !strings.Contains(view, "names hidden") {
		t.Errorf("names must be hidden at once:\n%s", view)
	}
}

func TestControlCNeverLeavesWhileTyping(t *testing.T) {
	t.Parallel()
	a, _ := app(t)
	press(a, "n", "x")
	cmd := tell(a, kit.Press("ctrl+c"))
	if cmd != nil {
		if msg, ok := soon(cmd); ok {
			if _, quit := msg.(tea.QuitMsg); quit {
				t.Error("ctrl+c left while a note was typed")
			}
		}
	}
	if view := a.View(); !strings.Contains(view, "does not leave while you type") {
		t.Errorf("it must say so:\n%s", view)
	}
}

// What is typed while a child's file is being read is typed into what opens.
func TestWhatIsTypedAheadReachesThePageItIsFor(t *testing.T) {
	t.Parallel()
	a, _ := app(t)
	tell(a, kit.Press("down"))
	opening := tell(a, kit.Press("n"))
	for _, k := range kit.Type("Call a school") {
		tell(a, k)
	}
	if view := a.View(); !strings.Contains(view, "Caseload") {
		t.Fatalf("the file is being read:\n%s", view)
	}
	settle(a, opening)
	if view := a.View(); !strings.Contains(view, "Call a school") || !strings.Contains(view, "Note") {
		t.Errorf("the words are gone:\n%s", view)
	}
}

// A draft that does not reach the disk is never called kept.
func TestADraftThatIsNotKeptIsSaid(t *testing.T) {
	t.Parallel()
	a, book := app(t)
	press(a, "n", "A")
	if view := a.View(); !strings.Contains(view, "draft kept") {
		t.Fatalf("it is kept:\n%s", view)
	}
	book.Refuse = fault.New(fault.Disk, "The disk cannot be written.", "Free some room.")
	press(a, "b")
	if view := a.View(); strings.Contains(view, "draft kept") || !strings.Contains(view, "NOT kept yet") || !strings.Contains(view, "The disk cannot be written") {
		t.Errorf("it is not kept:\n%s", view)
	}
	book.Refuse = nil
	press(a, "c")
	if view := a.View(); !strings.Contains(view, "draft kept") || !strings.Contains(view, "kept again") {
		t.Errorf("it is kept again:\n%s", view)
	}
}

func TestSweepOfTheWholeProgram(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{}, {"?"}, {"ctrl+k"}, {"w"}, {"enter"}, {"r"}, {"b"}, {"D"}, {"V"}, {"P"}, {"enter", "y"}, {"n"}, {"a"}, {"i"}, {"f2"}, {"f4"}, {"L"}, {"ctrl+l"}} {
		kittest.SweepModel(t, func() tea.Model {
			a, _ := app(t)
			press(a, keys...)
			return a
		})
	}
}

// TestRandomKeys presses keys nobody meant to press: nothing panics, nothing
// overflows, and every entry that was made replays.
func TestRandomKeys(t *testing.T) {
	t.Parallel()
	a, book := app(t)
	keys := []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab", "pgdown", "home", "end", "space", "backspace",
		"ctrl+s", "ctrl+u", "ctrl+k", "ctrl+p", "f2", "f4", "?", "/", "a", "b", "c", "d", "D", "e", "f", "g", "i", "k", "l", "L", "m", "n", "o", "p", "P", "r", "R", "s", "t", "u", "v", "V", "w", "x", "y", "-", "[", "]", "1", "9"}
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 20_000 {
		cmd := tell(a, kit.Press(keys[random.IntN(len(keys))]))
		if i%10 == 0 {
			settle(a, cmd)
		}
		if i%200 == 0 {
			w, h := 1+random.IntN(160), 1+random.IntN(50)
			tell(a, tea.WindowSizeMsg{Width: w, Height: h})
		}
		if i%7 == 0 {
			_ = a.View()
		}
	}
	tell(a, tea.WindowSizeMsg{Width: 80, Height: 24})
	if err := kittest.Fits(a.View(), 80, 24); err != nil {
		t.Error(err)
	}
	rows, _ := book.Rows(0)
	if len(rows) < 5 {
		t.Errorf("%d children are left on file", len(rows))
	}
	if n := caseload.CountOf(rows, desktest.Today); n.Children == 0 {
		t.Error("nobody is left on the caseload")
	}
}
