//go:build unix

package termguard_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A terminal that answers nothing is asked nothing, and holds nothing up.
func TestTerminalIsNotQuestioned(t *testing.T) {
	t.Parallel()
	cmd := child(t)
	cmd.Env = append(cmd.Env, "GODEBUG=")
	begun := time.Now()
	f, err := pty.Start(cmd)
	if err != nil {
		t.Skipf("no pseudo terminal here: %v", err)
	}
	defer func() { _ = f.Close() }()
	out, _ := io.ReadAll(f) // ends with an error when the child is gone
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(out), "\x1b") {
		t.Errorf("the terminal was asked something: %q", out)
	}
	if took := time.Since(begun); took > 4*time.Second {
		t.Errorf("starting took %v", took)
	}
}
