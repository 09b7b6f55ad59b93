package kit

import (
	"fmt"
	"path"
	"runtime"
	"strconv"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
)

// Crash is what may be told of a fault in the program: kinds and places, never
// a value, for a value can hold a child's name.
type Crash struct {
	Where   string   // "Update", "View", "Init" or "a command"
	Message string   // the type of the message being handled, if any
	Type    string   // the type of what was thrown
	Frames  []string // function, file and line, innermost first
}

// String gives the whole report for a crash file.
func (c Crash) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "fault: %s\nin: %s\n", c.Type, c.Where)
	if c.Message != "" {
		fmt.Fprintf(&b, "message: %s\n", c.Message)
	}
	for _, f := range c.Frames {
		b.WriteString("  " + f + "\n")
	}
	return b.String()
}

// Guard wraps the root model so that a fault in Update, View or any command
// ends the program in good order: terminal restored, report written, nothing
// of the case on the screen. Run the program with tea.WithoutCatchPanics.
type Guard struct {
	inner tea.Model
	save  func(Crash) (path string, err error)

	mu      sync.Mutex
	crashed bool
	crash   Crash
	path    string
	saveErr error
	fell    chan struct{}
}

// guardFell tells Update that something fell over elsewhere.
type guardFell struct{}

// NewGuard wraps a model. save writes the report to a file, only its owner may
// read, and gives its path.
func NewGuard(inner tea.Model, save func(Crash) (path string, err error)) *Guard {
	return &Guard{inner: inner, save: save, fell: make(chan struct{})}
}

// Crashed gives the one sentence to print once the terminal is restored, and
// whether there was a fault.
func (g *Guard) Crashed() (sentence string, yes bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.crashed {
		return "", false
	}
	s := "Footprint stopped because of a fault in the program; what you had typed is kept."
	switch {
	case g.saveErr != nil:
		return s + " No report could be written.", true
	case g.path != "":
		return s + " A report without any case details is in " + g.path, true
	}
	return s, true
}

// Inner gives the wrapped model.
func (g *Guard) Inner() tea.Model { return g.inner }

// fault notes the first thing that fell over. Called while recovering, so the
// frames are those of the fault.
func (g *Guard) fault(where string, msg tea.Msg, thrown any) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.crashed {
		return
	}
	g.crashed = true
	g.crash = Crash{Where: where, Type: fmt.Sprintf("%T", thrown), Frames: frames()}
	if msg != nil {
		if a, ok := msg.(addressed); ok {
			msg = a.msg
		}
		g.crash.Message = fmt.Sprintf("%T", msg)
	}
	close(g.fell)
	defer func() {
		if recover() != nil {
			g.saveErr = fmt.Errorf("the report could not be written")
		}
	}()
	if g.save != nil {
		g.path, g.saveErr = g.save(g.crash)
	}
}

// frames lists the calls that led to the fault, without machine paths.
func frames() []string {
	pcs := make([]uintptr, 64)
	list := runtime.CallersFrames(pcs[:runtime.Callers(4, pcs)])
	var out []string
	for {
		f, more := list.Next()
		if f.Function != "" && !strings.HasPrefix(f.Function, "runtime.") {
			out = append(out, f.Function+" "+path.Base(strings.ReplaceAll(f.File, "\\", "/"))+":"+strconv.Itoa(f.Line))
		}
		if !more {
			return out
		}
	}
}

func (g *Guard) down() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.crashed
}

// Init starts the model, and a command that waits for a fault in View, where
// no command can be returned.
func (g *Guard) Init() tea.Cmd {
	var cmd tea.Cmd
	func() {
		defer func() {
			if r := recover(); r != nil {
				g.fault("Init", nil, r)
			}
		}()
		cmd = g.inner.Init()
	}()
	wait := func() tea.Msg { <-g.fell; return guardFell{} }
	return tea.Batch(g.wrap(cmd), wait)
}

// Update passes a message on, or ends the program after a fault.
func (g *Guard) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			g.fault("Update", msg, r)
			m, cmd = g, tea.Quit
		}
	}()
	if _, ok := msg.(guardFell); ok || g.down() {
		return g, tea.Quit
	}
	next, cmd := g.inner.Update(msg)
	g.inner = next
	return g, g.wrap(cmd)
}

// View passes on; after a fault the screen is blank.
func (g *Guard) View() (s string) {
	if g.down() {
		return ""
	}
	defer func() {
		if r := recover(); r != nil {
			g.fault("View", nil, r)
			s = ""
		}
	}()
	return g.inner.View()
}

// wrap guards a command and every command its answer holds.
func (g *Guard) wrap(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				g.fault("a command", nil, r)
				msg = guardFell{}
			}
		}()
		msg = cmd()
		if m, ok := eachCmd(msg, g.wrap); ok {
			return m
		}
		return msg
	}
}
