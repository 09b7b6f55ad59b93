package termguard_test

import (
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	_ "footprint/tui/kit/termguard"
)

// TestMain lets the test binary start itself again and leave at once, to see
// what its package initialisation does.
func TestMain(m *testing.M) {
	if os.Getenv("TERMGUARD_CHILD") == "1" {
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(t *testing.T) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "TERMGUARD_CHILD=1", "GODEBUG=inittrace=1", "TERM=xterm-256color")
	return cmd
}

func TestPathSortsBeforeTheFramework(t *testing.T) {
	t.Parallel()
	framework := reflect.TypeOf(tea.QuitMsg{}).PkgPath()
	if guard := "footprint/tui/kit/termguard"; guard >= framework {
		t.Fatalf("%q must sort before %q", guard, framework)
	}
}

func TestInitialisedBeforeTheFramework(t *testing.T) {
	t.Parallel()
	out, err := child(t).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ours := strings.Index(string(out), "init footprint/tui/kit/termguard ")
	theirs := strings.Index(string(out), "init github.com/charmbracelet/bubbletea ")
	if ours < 0 || theirs < 0 || ours > theirs {
		t.Fatalf("guard at %d, framework at %d in the order of initialisation:\n%s", ours, theirs, out)
	}
}
