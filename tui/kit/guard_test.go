package kit

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

const childsName = "Maja Kowalska"

// bomb falls over where it is told to, throwing a child's name.
type bomb struct{ where string }

type goNow struct{}

func boom() tea.Msg { panic(errors.New(childsName)) }

func (b *bomb) Init() tea.Cmd {
	if b.where == "Init" {
		panic(childsName)
	}
	return func() tea.Msg { return goNow{} }
}

func (b *bomb) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(goNow); !ok {
		return b, nil
	}
	switch b.where {
	case "Update":
		var none []string
		_ = none[len(childsName)]
	case "command":
		return b, boom
	case "batch":
		return b, tea.Batch(func() tea.Msg { return nil }, boom)
	case "sequence":
		return b, tea.Sequence(func() tea.Msg { return nil }, tea.Sequence(boom, tea.Quit))
	case "View":
		b.where = "View now"
	case "none":
		return b, tea.Quit
	}
	return b, nil
}

func (b *bomb) View() string {
	if b.where == "View now" {
		panic(childsName)
	}
	return "the screen"
}

func TestGuardEndsTheProgramInGoodOrder(t *testing.T) {
	t.Parallel()
	for where, want := range map[string]struct{ in, kind string }{
		"Init":     {"Init", "string"},
		"Update":   {"Update", "runtime.boundsError"},
		"View":     {"View", "string"},
		"command":  {"a command", "*errors.errorString"},
		"batch":    {"a command", "*errors.errorString"},
		"sequence": {"a command", "*errors.errorString"},
		"none":     {},
	} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			var report Crash
			g := NewGuard(&bomb{where}, func(c Crash) (string, error) { report = c; return "crash.txt", nil })
			var out bytes.Buffer
			keys, typist := io.Pipe() // an open keyboard nobody touches
			defer func() { _ = typist.Close() }()
			p := tea.NewProgram(g, tea.WithoutCatchPanics(), tea.WithInput(keys), tea.WithOutput(&out), tea.WithoutSignalHandler())
			ended := make(chan error, 1)
			go func() { _, err := p.Run(); ended <- err }()
			select {
			case err := <-ended:
				if err != nil {
					t.Fatal(err)
				}
			case <-time.After(20 * time.Second):
				p.Kill()
				t.Fatal("the program did not end")
			}
			sentence, yes := g.Crashed()
			if yes != (where != "none") {
				t.Fatalf("crashed %v", yes)
			}
			if !yes {
				return
			}
			if report.Where != want.in || report.Type != want.kind {
				t.Errorf("in %q of type %q", report.Where, report.Type)
			}
			if !strings.Contains(sentence, "crash.txt") || strings.Count(sentence, "\n") > 0 {
				t.Errorf("sentence %q", sentence)
			}
			whole := report.String() + sentence + out.String()
			if strings.Contains(whole, "Maja") || strings.Contains(whole, "goroutine") {
				t.Errorf("a value or a trace got out:\n%s", whole)
			}
			if len(report.Frames) == 0 || !strings.Contains(strings.Join(report.Frames[:2], " "), "guard_test.go") {
				t.Errorf("frames %v", report.Frames)
			}
			if !strings.Contains(out.String(), "\x1b[?25h") {
				t.Error("the cursor was not shown again")
			}
		})
	}
}

func TestGuardWhenNoReportCanBeWritten(t *testing.T) {
	t.Parallel()
	for _, save := range []func(Crash) (string, error){
		func(Crash) (string, error) { return "", errors.New("disk full") },
		func(Crash) (string, error) { panic(childsName) },
	} {
		g := NewGuard(&bomb{"Update"}, save)
		if _, cmd := g.Update(goNow{}); cmd == nil {
			t.Fatal("the program goes on")
		}
		if s, yes := g.Crashed(); !yes || !strings.Contains(s, "No report could be written") {
			t.Errorf("%q", s)
		}
		if g.View() != "" {
			t.Error("the screen is not blank")
		}
	}
}
