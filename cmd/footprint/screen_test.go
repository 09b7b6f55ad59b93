//go:build unix

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/sys/unix"
)

// patience is how long a person in these tests waits for the screen. It is
// never spent while things work; it is long for computers that are busy.
const patience = 30 * time.Second

// built builds the program as it is shipped and gives its path. Whoever calls
// it shares it with subtests: each call links anew.
func built(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "footprint")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", path, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return path
}

// cheap is the same program out of the test binary: keys it makes are cheap to
// derive. See TestMain.
func cheap(t testing.TB) string {
	t.Helper()
	path, err := exec.LookPath("footprint")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// home is a laptop of its own: its folders, and nothing else in its
// environment that could change what the program does.
type home struct {
	dir string
	env []string
}

func newHome(t testing.TB) home {
	t.Helper()
	h := home{dir: t.TempDir()}
	for _, d := range []string{"tmp", "data", "state"} {
		if err := os.Mkdir(h.at(d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	h.write(t, "pw", passphrase+"\n")
	h.env = []string{
		"HOME=" + h.dir, "FOOTPRINT_STATE=" + h.at("state"), "XDG_DATA_HOME=" + h.at("data"), "XDG_STATE_HOME=" + h.at("state"),
		"XDG_CONFIG_HOME=" + h.at("data"), "TMPDIR=" + h.at("tmp"), "TERM=xterm-256color", "PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8",
	}
	return h
}

func (h home) at(name string) string { return filepath.Join(h.dir, name) }

func (h home) write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(h.at(name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// said is what a command without a screen came to.
type said struct {
	code     int
	out, err string
}

// runs runs a command without a terminal.
func (h home) runs(t testing.TB, program string, args ...string) said {
	t.Helper()
	return h.runsAs(t, nil, program, args...)
}

func (h home) runsAs(t testing.TB, as *syscall.SysProcAttr, program string, args ...string) said {
	t.Helper()
	var out, errOut bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = h.env, &out, &errOut, as
	if err := cmd.Run(); err != nil {
		if _, ok := errors.AsType[*exec.ExitError](err); !ok {
			t.Fatal(err)
		}
	}
	return said{cmd.ProcessState.ExitCode(), out.String(), errOut.String()}
}

// screen is the program on a terminal, with somebody at its keyboard.
type screen struct {
	t        testing.TB
	cmd      *exec.Cmd
	ptm, tty *os.File
	term     vt10x.Terminal
	painted  chan struct{} // something was painted since it was last looked at
	gone     chan struct{} // the program has ended
	errOut   *bytes.Buffer // what it said on standard error; read once it is gone
}

// opens starts the program on a terminal of that size.
func (h home) opens(t testing.TB, w, height int, program string, args ...string) *screen {
	t.Helper()
	ptm, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo terminal here: %v", err)
	}
	s := &screen{t: t, ptm: ptm, tty: tty, painted: make(chan struct{}, 1), gone: make(chan struct{}), errOut: new(bytes.Buffer)}
	s.term = vt10x.New(vt10x.WithSize(w, height))
	s.resize(w, height)
	s.cmd = exec.Command(program, args...)
	s.cmd.Env = h.env
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, s.errOut
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	watching := make(chan struct{})
	go func() {
		defer close(watching)
		in := bufio.NewReaderSize(ptm, 64<<10)
		for s.term.Parse(in) == nil {
			select {
			case s.painted <- struct{}{}:
			default:
			}
		}
	}()
	go func() {
		_ = s.cmd.Wait() // the exit code is asked for in leaves
		close(s.gone)
	}()
	t.Cleanup(func() {
		s.kill()
		_ = tty.Close()
		_ = ptm.Close()
		<-watching
	})
	return s
}

// kill ends the program at once, if it is still there.
func (s *screen) kill() {
	_ = s.cmd.Process.Kill()
	<-s.gone
}

func (s *screen) resize(w, h int) {
	s.t.Helper()
	s.term.Resize(w, h)
	if err := pty.Setsize(s.ptm, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		s.t.Fatal(err)
	}
}

// until waits for the screen to be as wanted; what names it for the failure.
func (s *screen) until(what string, holds func(shown string) bool) {
	s.t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	for {
		if holds(s.term.String()) {
			return
		}
		select {
		case <-s.painted:
		case <-s.gone:
			if shown := s.term.String(); !holds(shown) {
				s.t.Fatalf("it ended (%v) before %s\n%s\n%s", s.cmd.ProcessState, what, shown, s.errOut)
			}
			return
		case <-deadline.C:
			s.t.Fatalf("waited for %s in vain:\n%s", what, s.term.String())
		}
	}
}

// sees waits until all the words stand on the screen at once.
func (s *screen) sees(words ...string) {
	s.t.Helper()
	s.until(fmt.Sprintf("%q", words), func(shown string) bool {
		for _, w := range words {
			if !strings.Contains(shown, w) {
				return false
			}
		}
		return true
	})
}

// seesNot waits until none of the words stands on the screen.
func (s *screen) seesNot(words ...string) {
	s.t.Helper()
	s.until(fmt.Sprintf("%q to go", words), func(shown string) bool {
		for _, w := range words {
			if strings.Contains(shown, w) {
				return false
			}
		}
		return true
	})
}

// keys are the bytes a terminal sends for the keys that have names.
var keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
	"right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "f1": "\x1bOP", "f2": "\x1bOQ",
}

// press presses keys, one after another.
func (s *screen) press(names ...string) {
	s.t.Helper()
	for _, name := range names {
		bytes, named := keys[name]
		if letter, ctrl := strings.CutPrefix(name, "ctrl+"); ctrl {
			bytes, named = string(rune(letter[0]&0x1f)), true
		}
		if !named {
			bytes = name
		}
		s.send(bytes)
		if name == "esc" {
			s.taken() // else the next key is read as one with Alt
		}
	}
}

// presses presses one key again and again until the words are seen.
func (s *screen) presses(key, words string) {
	s.t.Helper()
	for range 40 {
		if strings.Contains(s.term.String(), words) {
			return
		}
		s.press(key)
		s.taken()
	}
	s.t.Fatalf("%s does not lead to %q:\n%s", key, words, s.term.String())
}

// types types text key by key, as fast as the terminal takes it.
func (s *screen) types(text string) {
	s.t.Helper()
	for _, r := range text {
		s.send(string(r))
	}
}

func (s *screen) send(bytes string) {
	s.t.Helper()
	if _, err := s.ptm.WriteString(bytes); err != nil {
		s.t.Fatal(err)
	}
}

// taken waits until the program has read every key and the screen has been
// still for a moment.
func (s *screen) taken() {
	s.t.Helper()
	deadline := time.Now().Add(patience)
	for still := time.NewTimer(80 * time.Millisecond); ; still.Reset(80 * time.Millisecond) {
		select {
		case <-s.painted:
			continue
		case <-s.gone:
			return
		case <-still.C:
		}
		unread := []unix.PollFd{{Fd: int32(s.tty.Fd()), Events: unix.POLLIN}}
		if n, err := unix.Poll(unread, 0); err == nil && n == 0 {
			return
		}
		if time.Now().After(deadline) {
			s.t.Fatal("the program reads no keys")
		}
	}
}

// leaves waits until the program has ended by itself and gives what it came to.
func (s *screen) leaves() said {
	s.t.Helper()
	select {
	case <-s.gone:
	case <-time.After(patience):
		s.t.Fatalf("it does not end:\n%s", s.term.String())
	}
	return said{s.cmd.ProcessState.ExitCode(), "", s.errOut.String()}
}

// leavesWell is leaving with nothing to say.
func (s *screen) leavesWell() {
	s.t.Helper()
	if got := s.leaves(); got.code != exitDone || got.err != "" {
		s.t.Fatalf("it left with %d: %q", got.code, got.err)
	}
}

// row gives the first line on screen that holds the words.
func (s *screen) row(words string) string {
	for line := range strings.Lines(s.term.String()) {
		if strings.Contains(line, words) {
			return line
		}
	}
	return ""
}
