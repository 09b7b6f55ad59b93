// Package presstest runs screens for tests the way the program does: keys go
// to the navigator, commands run on their own goroutines, and their answers
// come back before the next key. Time stands still within a test's bubble, so
// short messages stay and bars do not move until a test lets time pass.
//
// It may import testing and the kit; nothing but tests may import it.
package presstest

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
)

// Bench is a navigator with whatever its commands sent to the root.
type Bench struct {
	T    *testing.T
	Nav  *kit.Nav
	Desk *desk.Desk // nil where a screen needs none
	Root []tea.Msg  // what reached the root, the desk's own left out

	// Watch is asked after every message, for what must hold at all times.
	Watch func(screen string)

	in chan tea.Msg
}

// Run runs a test in a bubble of its own. Pushing pages begins in body.
func Run(t *testing.T, body func(b *Bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		nav := kit.NewNav(kit.NewTheme(kit.Look{Mode: kit.NoColour}), Blank{})
		nav.Day = func() string { return "Mon 23 Nov 2026" }
		nav.SetSize(80, 24)
		defer end()
		body(&Bench{T: t, Nav: nav, in: make(chan tea.Msg, 1000)})
	})
}

// RunDesk is Run at a desk that make sits down at.
func RunDesk(t *testing.T, sit func() *desk.Desk, body func(b *Bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d := sit()
		defer end()
		body(&Bench{T: t, Nav: d.Nav, Desk: d, in: make(chan tea.Msg, 1000)})
	})
}

// end lets every timer of the bubble run out, in the bubble's own time.
func end() { <-time.After(time.Hour) }

// Push shows a page and lets its first commands end.
func (b *Bench) Push(p kit.Page) {
	b.Nav.Push(p)
	b.start(b.Nav.Init())
	b.settle()
}

// Press presses keys by name.
func (b *Bench) Press(keys ...string) {
	for _, key := range keys {
		b.send(kit.Press(key))
	}
}

// Type types text letter by letter.
func (b *Bench) Type(text string) {
	for _, k := range kit.Type(text) {
		b.send(k)
	}
}

// Clear empties the field in focus.
func (b *Bench) Clear() {
	for range 200 {
		b.Press("backspace")
	}
}

// Pass lets time go by.
func (b *Bench) Pass(d time.Duration) {
	<-time.After(d) // the bubble's time, not the machine's
	b.settle()
}

func (b *Bench) send(msg tea.Msg) {
	b.take(msg)
	b.settle()
}

// take is the root: the desk's messages to the desk, the rest to the screens.
func (b *Bench) take(msg tea.Msg) {
	if b.Desk != nil {
		if read, ok := b.Desk.Came(msg); ok {
			msg = read
		} else if cmd, ok := b.Desk.Handle(msg); ok {
			b.start(cmd)
			return
		}
		if _, ok := msg.(desk.Stored); ok {
			b.Desk.Settled()
			return
		}
	}
	if _, ok := msg.(kit.ToRoot); ok {
		b.Root = append(b.Root, msg)
		return
	}
	b.start(b.Nav.Update(msg))
	if b.Watch != nil {
		b.Watch(b.Nav.View())
	}
}

// settle takes answers until every command has ended or waits for time.
func (b *Bench) settle() {
	for {
		synctest.Wait()
		select {
		case msg := <-b.in:
			b.take(msg)
		default:
			return
		}
	}
}

// start runs a command on its own goroutine, and what it holds after it.
func (b *Bench) start(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		v := reflect.ValueOf(msg)
		if !v.IsValid() {
			return
		}
		if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
			b.in <- msg
			return
		}
		for i := range v.Len() {
			if c, _ := v.Index(i).Interface().(tea.Cmd); c != nil {
				b.start(c)
			}
		}
	}()
}

// Screen is what is on the screen now, spaces at the ends of lines left out.
func (b *Bench) Screen() string {
	lines := strings.Split(b.Nav.View(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// See fails unless every text is on the screen.
func (b *Bench) See(texts ...string) {
	b.T.Helper()
	flat := strings.Join(strings.Fields(b.Screen()), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			b.T.Errorf("%q is not on the screen:\n%s", text, b.Screen())
		}
	}
}

// SeeNot fails if a text is on the screen.
func (b *Bench) SeeNot(texts ...string) {
	b.T.Helper()
	for _, text := range texts {
		if strings.Contains(b.Screen(), text) {
			b.T.Errorf("%q is on the screen:\n%s", text, b.Screen())
		}
	}
}

// Golden compares the screen with testdata/name.txt; with FOOTPRINT_GOLDEN set
// it writes the file instead.
func (b *Bench) Golden(name string) {
	b.T.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := b.Screen()
	if os.Getenv("FOOTPRINT_GOLDEN") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			b.T.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			b.T.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		b.T.Fatal(err)
	}
	if got != string(want) {
		b.T.Errorf("the screen is not that of %s:\n%s\nwant\n%s", path, got, want)
	}
}

// Sweep draws the screen as it stands at every size of window.
func (b *Bench) Sweep() {
	b.T.Helper()
	kittest.Sizes(func(w, h int) bool {
		b.Nav.SetSize(w, h)
		if err := kittest.Fits(b.Nav.View(), w, h); err != nil {
			b.T.Error(err)
			return false
		}
		return true
	})
	b.Nav.SetSize(80, 24)
}

// Rooted gives the last message to the root of a kind.
func Rooted[T any](b *Bench) (T, bool) {
	for i := len(b.Root) - 1; i >= 0; i-- {
		if m, ok := b.Root[i].(T); ok {
			return m, true
		}
	}
	var none T
	return none, false
}

// Blank is a home page with nothing on it.
type Blank struct{}

// Init does nothing.
func (Blank) Init() tea.Cmd { return nil }

// Update does nothing.
func (Blank) Update(tea.Msg) tea.Cmd { return nil }

// View is empty.
func (Blank) View() string { return "" }

// SetSize does nothing.
func (Blank) SetSize(int, int) {}

// Title is Home.
func (Blank) Title() string { return "Home" }

// Actions are none.
func (Blank) Actions() []kit.Action { return nil }

// Typing is never so.
func (Blank) Typing() bool { return false }

// Escape has no step.
func (Blank) Escape() bool { return false }
