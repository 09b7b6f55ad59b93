package kit

import (
	"reflect"

	tea "github.com/charmbracelet/bubbletea"
)

// Page is one screen, or one overlay. Methods sit on a pointer; the navigator
// alone calls them, always from the one goroutine of Update and View.
type Page interface {
	// Init is called once, when the page is shown first.
	Init() tea.Cmd
	// Update gets the keys no action took, results of this page's commands,
	// and every message meant for all. It does no input or output.
	Update(tea.Msg) tea.Cmd
	// View gives the body: at most the rows of SetSize, no line wider.
	View() string
	// SetSize tells the room for the body, in columns and rows; either can be
	// as small as 1 (or 0 rows). It is called before the first View.
	SetSize(w, h int)
	// Title is where I am, for the header. It is never the window's title.
	Title() string
	// Actions lists every key of this page as things stand now.
	Actions() []Action
	// Typing reports that a text field has focus: letters then go to Update.
	Typing() bool
	// Escape takes one step back within the page (clear a filter, leave a
	// field) and reports whether there was one. It never loses text.
	Escape() bool
}

// Subheader is a page with one more line under the title. Whether a page is
// one never changes; the line may be empty.
type Subheader interface{ Subheader(w int) string }

// Right is a page that says something at the right of its title instead of
// the day: "31 of 37 ready".
type Right interface{ Right() string }

// Sheet is an overlay that covers only the bottom of the page beneath it.
// Rows gives how many rows it wants, given the width and the most there are.
type Sheet interface{ Rows(w, most int) int }

// Resumer is a page that wants to know when it is on top again.
type Resumer interface{ Resume() tea.Cmd }

// ToRoot marks messages that a page's command sends to the program's root
// instead of back to the page.
type ToRoot interface{ ToRoot() }

// Failed reports a command that failed. The root handles it, so that no error
// is dropped by a page that does not expect it.
type Failed struct{ Err error }

// ToRoot makes Failed a message for the root.
func (Failed) ToRoot() {}

// Loaded is the answer of Load. Era is the number it was asked with: a page
// counts up when it asks again, and drops answers of an earlier count.
type Loaded[T any] struct {
	Era   int
	Value T
}

// Load makes a command that reads something and answers with Loaded, or with
// Failed. read runs on another goroutine: give it copies, never the page.
func Load[T any](era int, read func() (T, error)) tea.Cmd {
	return func() tea.Msg {
		v, err := read()
		if err != nil {
			return Failed{err}
		}
		return Loaded[T]{era, v}
	}
}

// pageID tells pages apart for as long as the program runs.
type pageID int

// addressed carries a result to the page that asked.
type addressed struct {
	to  pageID
	msg tea.Msg
}

// address makes whatever cmd answers go to one page.
func address(to pageID, cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg { return addressMsg(to, cmd()) }
}

func addressMsg(to pageID, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case nil:
		return nil
	case addressed, ToRoot:
		return msg
	}
	if m, ok := eachCmd(msg, func(c tea.Cmd) tea.Cmd { return address(to, c) }); ok {
		return m
	}
	if fromFramework(msg) {
		return msg
	}
	return addressed{to, msg}
}

var cmdType = reflect.TypeOf(tea.Cmd(nil))

// eachCmd applies f to the commands inside the framework's batch and sequence
// messages (the second has no exported type), and reports whether msg was one.
func eachCmd(msg tea.Msg, f func(tea.Cmd) tea.Cmd) (tea.Msg, bool) {
	v := reflect.ValueOf(msg)
	if !v.IsValid() || v.Kind() != reflect.Slice || v.Type().Elem() != cmdType {
		return msg, false
	}
	out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		if c, _ := v.Index(i).Interface().(tea.Cmd); c != nil {
			out.Index(i).Set(reflect.ValueOf(f(c)))
		}
	}
	return out.Interface(), true
}

var frameworkPath = reflect.TypeOf(tea.QuitMsg{}).PkgPath()

func fromFramework(msg tea.Msg) bool {
	return reflect.TypeOf(msg).PkgPath() == frameworkPath
}
