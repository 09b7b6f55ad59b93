//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// told asks that trouble was told with its exit code, in one sentence and a
// hint, without a trace and without anybody's name.
func (h home) told(t testing.TB, got said, code int, sentence string) {
	t.Helper()
	lines := slices.DeleteFunc(strings.Split(strings.TrimSuffix(got.err, "\n"), "\n"), func(line string) bool {
		return strings.HasPrefix(line, "footprint: warning: ") // such as that the IRO's own file is hurt
	})
	if got.code != code || len(lines) != 2 || !strings.HasPrefix(lines[0], "footprint: ") || !strings.HasPrefix(lines[1], "hint: ") || !strings.Contains(lines[0], sentence) {
		t.Errorf("exit code %d, want %d with %q in a sentence and a hint: %q", got.code, code, sentence, got.err)
	}
	for _, leak := range []string{"goroutine", ".go:", "panic", "Siôn", "Aled", "Rowlands", "bbolt", h.dir} {
		if strings.Contains(got.err, leak) {
			t.Errorf("%q is told: %q", leak, got.err)
		}
	}
}

// refused asks that a command and the app itself both tell the same trouble
// and end.
func (h home) refused(t *testing.T, on stage, store string, code int, sentence string) {
	t.Helper()
	args := []string{"--store", store, "--passphrase-file", h.at("pw")}
	h.told(t, h.runs(t, on.program, append(args, "due")...), code, sentence)
	h.told(t, h.opens(t, 80, 24, on.program, args...).leaves(), code, sentence)
}

// badPassphrase is refused and changes nothing.
func badPassphrase(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	h.write(t, "pw", "a kettle that sings in summer\n")
	h.refused(t, on, store, exitLocked, "passphrase")
	h.write(t, "pw", passphrase+"\n")
	h.verified(t, on.program, store)
}

// hurtFiles are judged before any passphrase is asked for.
func hurtFiles(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	whole, err := os.ReadFile(store)
	if err != nil {
		t.Fatal(err)
	}
	for _, hurt := range []struct {
		name, sentence string
		bytes          []byte
	}{
		{"zero bytes", "is empty", nil},
		{"a text", "shorter or emptier than a store", []byte("Dear all,\nplease find the minutes attached.\n")},
		{"a long text", "not a Footprint store", []byte(strings.Repeat("minutes of the meeting\n", 4000))},
		{"its beginning", "its end is missing", whole[:64*4096]},
		{"its first page", "its end is missing", whole[:4096]},
		{"a ruined beginning", "beginning of the store is damaged", append(make([]byte, 8192), whole[8192:]...)},
	} {
		lone := h.at(strings.ReplaceAll(hurt.name, " ", "-"))
		if hurt.name == "a ruined beginning" { // that it was a store is told by the slots beside it
			lone = store
		}
		if err := os.WriteFile(lone, hurt.bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		h.refused(t, on, lone, exitHurt, hurt.sentence)
		if after, err := os.ReadFile(lone); err != nil || string(after) != string(hurt.bytes) {
			t.Errorf("%s: the file was changed by looking at it (%v)", hurt.name, err)
		}
	}
	if err := os.WriteFile(store, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	h.verified(t, on.program, store)
}

// partlyHurt lists what can be read, says so, and exits 4.
func partlyHurt(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	whole, err := os.ReadFile(store)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"--today", dayOfDemo, "--store", store, "--passphrase-file", h.at("pw")}
	damaged, listed := 0, 0
	for page := 101; page < 700; page += 37 {
		hurt := []byte(string(whole))
		for i := page*4096 + 1000; i < page*4096+1100; i++ {
			hurt[i] ^= 0xff
		}
		if err := os.WriteFile(store, hurt, 0o600); err != nil {
			t.Fatal(err)
		}
		got := h.runs(t, on.program, append(args, "verify")...)
		if got.code == exitDone {
			continue // nothing lay there
		}
		damaged++
		h.told(t, got, exitHurt, "damaged")
		if !strings.Contains(got.out, "Damaged: ") {
			t.Errorf("verify names nothing: %q", got.out)
		}
		got = h.runs(t, on.program, append(args, "children")...)
		h.told(t, got, exitHurt, "damaged")
		if strings.Count(got.out, "C-00") > 55 {
			listed++
		}
	}
	if damaged < 3 || listed == 0 {
		t.Errorf("%d of the places hurt were in use; the others were listed %d times", damaged, listed)
	}
	if err := os.WriteFile(store, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	h.verified(t, on.program, store)
}

// noStore is said; nothing is made by accident.
func noStore(t *testing.T, on stage) {
	h := newHome(t)
	missing := h.at("nothing/here.footprint")
	h.told(t, h.runs(t, on.program, "--store", missing, "--passphrase-file", h.at("pw"), "due"), exitFailed, "no store at that path")
	h.told(t, h.runs(t, on.program, "--store", missing, "--passphrase-file", h.at("pw"), "verify"), exitFailed, "no store at that path")
	if _, err := os.Stat(h.at("nothing")); err == nil {
		t.Error("a folder was made by looking")
	}
	h.told(t, h.runs(t, on.program, "--store", missing, "--passphrase-file", h.at("no-such-pw"), "init"), exitFailed, "passphrase file cannot be read")
}

// readOnlyFolder keeps the store as it was. Root may write anywhere, so there
// the program runs as nobody.
func readOnlyFolder(t *testing.T, on stage) {
	h := newHome(t)
	program := on.program
	run := func(args ...string) said { return h.runs(t, program, args...) }
	store := h.has(t, on.quick)
	if os.Geteuid() == 0 {
		const nobody = 65534
		for _, path := range []string{h.dir, filepath.Dir(h.dir), filepath.Dir(program), filepath.Dir(filepath.Dir(program))} {
			if err := os.Chmod(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		for _, name := range []string{"", "state", "tmp", "data", "pw", "case.footprint", "case.footprint.keys", "case.footprint.drafts"} {
			if err := os.Chown(h.at(name), nobody, nobody); err != nil {
				t.Fatal(err)
			}
		}
		run = func(args ...string) said {
			return h.runsAs(t, &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}, program, args...)
		}
	}
	args := []string{"--store", store, "--passphrase-file", h.at("pw")}
	if err := os.Chmod(h.dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(h.dir, 0o700) }) // else it could not be taken away
	h.told(t, run(append(args, "due")...), exitFailed, "cannot be written")
	h.told(t, run("--store", h.at("new.footprint"), "--passphrase-file", h.at("pw"), "init"), exitFailed, "cannot be written")
	if err := os.Chmod(h.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := run(append(args, "verify")...); got.code != exitDone || !strings.HasPrefix(got.out, "Whole: ") {
		t.Errorf("verify: %+v", got)
	}
}

// fullDisk keeps what is typed on a disk that has no room: no file may grow
// beyond what the store has.
func fullDisk(t *testing.T, on stage) {
	h := newHome(t)
	store := h.has(t, on.quick)
	tight := func(blocks int64) []string {
		return []string{"-c", fmt.Sprintf(`ulimit -f %d; exec "$0" "$@"`, blocks), on.program, "--today", dayOfDemo}
	}
	made := h.runs(t, "/bin/sh", append(tight(16), "--store", h.at("new.footprint"), "--passphrase-file", h.at("pw"), "init")...)
	h.told(t, made, exitFailed, "The disk is full")
	if _, err := os.Stat(h.at("new.footprint")); err == nil {
		t.Error("half a store was made")
	}

	s := h.opens(t, 80, 24, "/bin/sh", append(tight(roomOfDrafts/blockOfUlimit(t, h)), "--store", store)...)
	s.sees("Passphrase")
	s.types(passphrase)
	s.press("enter")
	s.sees("Caseload", " overdue")
	s.finds("sion", "Aled Siôn")
	written := 0
	for !strings.Contains(s.term.String(), "the disk is full") {
		written++
		s.press("n")
		s.sees("0 words")
		s.send("\x1b[200~" + longNote(written) + "\x1b[201~")
		s.sees("draft kept")
		s.press("ctrl+s")
		s.sees("Caseload", "Note kept")
		s.taken()
		if written > 60 {
			t.Fatal("the disk does not fill")
		}
	}
	s.sees("kept aside")
	s.press("n")
	s.sees("0 words")
	s.types("still typing")
	s.sees("still typing", "draft kept")
	s.press("esc")
	s.sees("Caseload")
	s.press("q")
	if got := s.leaves(); got.code != exitDone || strings.Contains(got.err, "goroutine") {
		t.Errorf("it left with %d: %q", got.code, got.err)
	}

	s = h.opens(t, 80, 24, on.program, "--today", dayOfDemo, "--store", store)
	s.sees("Passphrase")
	s.types(passphrase)
	s.press("enter")
	s.sees("Before you go on", "Nothing was lost")
	s.press("o")
	s.sees("Caseload", "children")
	s.finds("sion", "Aled Siôn")
	s.press("n")
	s.sees("unfinished note", "still typing")
	s.press("esc")
	s.sees("Caseload")
	s.press("q")
	s.leavesWell()
	h.verified(t, on.program, store)
	shown := h.runs(t, on.program, "--today", dayOfDemo, "--store", store, "--passphrase-file", h.at("pw"), "show", "C-0001", "--json")
	var file struct{ Entries []struct{ Text string } }
	if err := json.Unmarshal([]byte(shown.out), &file); err != nil {
		t.Fatalf("%v: %+v", err, shown)
	}
	kept := 0
	for i := range written {
		for _, e := range file.Entries {
			if strings.Contains(e.Text, longNote(i + 1)[:30]) {
				kept++
				break
			}
		}
	}
	if kept != written {
		t.Errorf("%d of %d notes are on file", kept, written)
	}
}

// roomOfDrafts is where the file of drafts ends, which is there from the start;
// the store's own pages in use end close before it.
const roomOfDrafts = 4 << 20

// longNote is a note of some 100 KB that knows its number.
func longNote(n int) string {
	return fmt.Sprintf("Note number %06d of a long day. ", n) + strings.Repeat("We talked about school. ", 4000)
}

// blockOfUlimit is how many bytes the shell here counts as one block.
func blockOfUlimit(t *testing.T, h home) int64 {
	t.Helper()
	h.runs(t, "/bin/sh", "-c", `trap '' XFSZ; ulimit -f 1; cat /dev/zero > "$0"`, h.at("block"))
	st, err := os.Stat(h.at("block"))
	if err != nil || st.Size() == 0 {
		t.Fatalf("the shell sets no limit: %v", err)
	}
	return st.Size()
}
