//go:build unix

package journal

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"

	"footprint/domain/fault"
)

// helperFull works on a disk that is full: no file may grow beyond what the
// store file has. It prints what went wrong, or "ok".
func helperFull(s *Store) int {
	say := func(code int, a ...any) int { fmt.Println(append([]any{"X"}, a...)...); return code }
	st, err := os.Stat(s.path)
	if err != nil {
		return say(1, err)
	}
	var lim unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &lim); err != nil {
		return say(2, err)
	}
	tight := lim
	tight.Cur = uint64(st.Size())
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &tight); err != nil {
		return say(3, err)
	}
	ctx := context.Background()
	big := bytes.Repeat([]byte("z"), 20<<10)
	put := func(i int) *Receipt {
		c := change(1, i, 1)
		c.Files = append(c.Files, FileChange{File: file(2), Kind: KindChild, Entries: []Entry{{Data: big}}})
		return s.Enqueue(c)
	}
	var aside []*Receipt
	for i := 0; len(aside) < 3; i++ {
		r := put(i)
		if err := r.Wait(ctx); err != nil || i > 4000 {
			return say(4, i, errTrail(err))
		}
		if r.State() == KeptAside {
			aside = append(aside, r)
		} else if len(aside) > 0 {
			return say(5, "saved after one was kept aside")
		}
	}
	if n := s.Status().KeptAside; n != 3 {
		return say(6, n)
	}
	// Drafts still work, the newest words can be read, and a change too large
	// to keep is refused, not lost silently.
	if err := s.SaveDraft(DraftKey{file(1), "note"}, []byte("typed on a full disk")).Wait(ctx); err != nil {
		return say(7, errTrail(err))
	}
	got, err := s.Entries(file(1))
	rows := s.Rows()
	if err != nil || len(got) != rows[0].Entries || string(rows[0].Data) != fmt.Sprintf("row of 1 up to %d", len(got)) {
		return say(8, err, len(got), rows)
	}
	var refusedOne error
	for i := len(got); refusedOne == nil && i < len(got)+40; i++ {
		refusedOne = put(i).Wait(ctx)
	}
	if fault.CodeOf(refusedOne) != fault.DiskFull {
		return say(9, refusedOne)
	}
	if os.Getenv("FOOTPRINT_TEST_STOP") != "" {
		fmt.Println("ok", len(s.Rows()), s.Status().KeptAside, s.Rows()[0].Entries)
		return 0 // without Close: as if the power went
	}
	lim.Cur = min(lim.Max, math.MaxInt64)
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &lim); err != nil {
		return say(10, err)
	}
	n := s.Rows()[0].Entries
	if r := put(n); r.Wait(ctx) != nil || r.State() != Saved || aside[0].State() != Saved || s.Status().KeptAside != 0 {
		return say(11, s.Status())
	}
	if err := s.Close(); err != nil {
		return say(12, err)
	}
	fmt.Println("ok", 2, 0, n+1)
	return 0
}

func TestAFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	for _, stop := range []string{"", "1"} {
		path := t.TempDir() + "/f.footprint"
		s, _, err := Create(path, helperOptions(path))
		if err != nil {
			t.Fatal(err)
		}
		wait(t, s.Enqueue(Change{Files: []FileChange{{File: file(1), Kind: KindChild, Row: []byte("first")}}}))
		// Let the file take its first step of growth.
		wait(t, s.Enqueue(Change{Files: []FileChange{{File: file(2), Kind: KindChild, Entries: []Entry{{Data: make([]byte, 1<<20)}}}}}))
		closed(t, s)
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "FOOTPRINT_TEST_HELPER="+path, "FOOTPRINT_TEST_MODE=full", "FOOTPRINT_TEST_STOP="+stop)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("helper: %v: %s", err, out)
		}
		var files, aside, entries int
		if _, err := fmt.Sscanf(string(out), "ok %d %d %d", &files, &aside, &entries); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		s = reopened(t, path, helperOptions(path))
		if st := s.Status(); st.RedoApplied != aside || st.KeptAside != 0 || st.Warning != nil {
			t.Fatalf("status: %+v, want %d applied", st, aside)
		}
		mustEntries(t, s, 1, entries)
		if got := s.Drafts()[DraftKey{file(1), "note"}]; string(got) != "typed on a full disk" {
			t.Fatalf("draft: %q", got)
		}
		mustClean(t, s)
	}
}

func TestAReadOnlyFolderIsSaid(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	o := testOptions(t)
	s, path := created(t, o)
	closed(t, s)
	dir := filepath.Dir(path)
	if err := os.Remove(path + lockSuffix); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	_, err := Open(path, o)
	wantCode(t, err, fault.ReadOnly)
	_, _, err = Create(filepath.Join(dir, "new"), o)
	wantCode(t, err, fault.ReadOnly)
}

func TestAStoppedBackupLeavesNothing(t *testing.T) {
	t.Parallel()
	s, _ := created(t, testOptions(t))
	wait(t, s.Enqueue(change(1, 0, 1)))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := t.TempDir()
	wantCode(t, s.Backup(ctx, filepath.Join(dir, "b")), fault.Stopped)
	if list, err := os.ReadDir(dir); err != nil || len(list) != 0 {
		t.Fatalf("%v %v", list, err)
	}
}
