package journal

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"footprint/domain/fault"
)

// damagedBase is a store with some history, and what it holds.
func damagedBase(t *testing.T, o Options) (path string, truth map[int]int) {
	t.Helper()
	s, path := created(t, o)
	truth = map[int]int{}
	for i := range 60 {
		for f := range 6 {
			n := 1 + (i*f)%3
			s.Enqueue(change(f*50, truth[f*50], n))
			truth[f*50] += n
		}
	}
	for f := range 40 {
		s.Enqueue(change(1000+f, 0, 2))
		truth[1000+f] = 2
	}
	wait(t, s.Enqueue(change(5000, 0, 1)))
	truth[5000] = 1
	closed(t, s)
	return path, truth
}

// hurt damages a file in one of many ways and says which.
func hurt(b []byte, r *rand.Rand) ([]byte, string) {
	b = bytes.Clone(b)
	at := r.IntN(len(b))
	page := at &^ 4095
	used := func() []byte { return b[page:min(page+4096, len(b))] }
	switch kind := r.IntN(10); kind {
	case 0:
		b[at] ^= 1 << r.IntN(8)
		return b, fmt.Sprint("one bit at ", at)
	case 1:
		at = r.IntN(16 << 10)
		b[at] ^= 1 << r.IntN(8)
		return b, fmt.Sprint("one bit in the first pages at ", at)
	case 2:
		for i := range 16 {
			b[min(at+i, len(b)-1)] = byte(r.Uint32())
		}
		return b, fmt.Sprint("16 bytes at ", at)
	case 3:
		clear(used())
		return b, fmt.Sprint("a page zeroed at ", page)
	case 4:
		for i := range used() {
			used()[i] = byte(r.Uint32())
		}
		return b, fmt.Sprint("a page of noise at ", page)
	case 5:
		other := r.IntN(len(b)/4096) * 4096
		copy(used(), b[other:min(other+4096, len(b))])
		return b, fmt.Sprint("a page copied to ", page, " from ", other)
	case 6:
		return b[:at], fmt.Sprint("cut at ", at)
	case 7:
		clear(b[:4096*(1+r.IntN(2))])
		return b, "a meta page or both zeroed"
	case 8:
		p := used()[:16]
		p[r.IntN(16)] ^= 1 << r.IntN(8)
		return b, fmt.Sprint("a page head at ", page)
	default:
		clear(b[at&^511 : min(at&^511+512, len(b))])
		return b, fmt.Sprint("a sector at ", at&^511)
	}
}

// TestDamageIsNeverSilent hurts the file at random: whatever opens and reads is
// true or says it is not, no panic escapes, and the process lives.
func TestDamageIsNeverSilent(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, truth := damagedBase(t, o)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// Most of a new file is room to grow; hurt what is in use.
	inUse := len(bytes.TrimRight(whole, "\x00"))
	trials := 120
	if testing.Short() {
		trials = 25
	}
	seed := uint64(time.Now().UnixNano())
	r := rand.New(rand.NewPCG(seed, 1))
	opened, read := 0, 0
	for i := range trials {
		b, what := hurt(whole[:inUse], r)
		if len(b) == inUse {
			b = append(b, whole[inUse:]...)
		}
		dir := filepath.Join(t.TempDir(), fmt.Sprint(i))
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		p := filepath.Join(dir, "d.footprint")
		if err := os.WriteFile(p, b, 0o600); err != nil {
			t.Fatal(err)
		}
		copyAll(t, path+keysSuffix, p+keysSuffix)
		copyAll(t, path+draftsSuffix, p+draftsSuffix)
		ok, n := tryDamaged(t, p, o, truth, fmt.Sprintf("seed %d trial %d: %s", seed, i, what))
		if ok {
			opened++
		}
		read += n
		_ = os.RemoveAll(dir)
	}
	t.Logf("%d of %d opened, %d files read true", opened, trials, read)
	if opened == 0 || read == 0 {
		t.Fatal("nothing opened at all: the damage is too great to test anything")
	}
}

func tryDamaged(t *testing.T, p string, o Options, truth map[int]int, what string) (opened bool, read int) {
	t.Helper()
	s, err := Open(p, o)
	if err != nil {
		if c := fault.CodeOf(err); c != fault.Damaged && c != fault.NotAStore && c != fault.NewerStore {
			t.Fatalf("%s: %v (%s)", what, err, errTrail(err))
		}
		return false, 0
	}
	defer func() { _ = s.Close() }()
	st := s.Status()
	for f, n := range truth {
		got, err := s.Entries(file(f))
		switch fault.CodeOf(err) {
		case fault.Damaged:
			continue
		case fault.NotFound:
			if len(st.Damage) == 0 {
				t.Fatalf("%s: file %d vanished without a word", what, f)
			}
			continue
		case "":
		default:
			t.Fatalf("%s: %v", what, err)
		}
		if err != nil || len(got) != n {
			t.Fatalf("%s: file %d has %d entries, want %d (%v)", what, f, len(got), n, errTrail(err))
		}
		for i, e := range got {
			if !bytes.Equal(e.Data, entry(i).Data) {
				t.Fatalf("%s: file %d entry %d is different", what, f, i)
			}
		}
		read++
	}
	if _, err := s.Verify(context.Background(), nil); err != nil {
		t.Fatalf("%s: verify: %s", what, errTrail(err))
	}
	// Writing may fail, but only with a code and never with the process.
	err = s.Enqueue(change(0, truth[0], 1)).Wait(context.Background())
	if c := fault.CodeOf(err); err != nil && c != fault.Damaged {
		t.Fatalf("%s: writing: %v (%s)", what, err, errTrail(err))
	}
	return true, read
}

func TestAFileCutShortWhileOpenIsCaught(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, _ := damagedBase(t, o)
	s := reopened(t, path, o)
	if err := os.Truncate(path, 8192); err != nil {
		t.Skip("this system does not shorten open files")
	}
	_, err := s.Entries(file(0))
	wantCode(t, err, fault.Damaged)
	if s.Status().Dead == nil {
		t.Fatal("the handle lives on after a caught fault")
	}
	wantCode(t, s.Enqueue(change(0, 9, 1)).Wait(context.Background()), fault.Damaged)
	closed(t, s)
	_, err = Open(path, o)
	wantCode(t, err, fault.Damaged)
}

// TestAPanicInsideOpenGivesTheLockBack ruins the list of free pages, on which
// bbolt panics while it holds its lock: the store then opens for reading.
func TestAPanicInsideOpenGivesTheLockBack(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, truth := damagedBase(t, o)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 2 * 4096; at < len(b); at += 4096 {
		if b[at+8] == 0x10 && b[at+9] == 0 { // every freelist page, old ones too
			b[at+8] = 0x02
		}
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s := reopened(t, path, o)
		if st := s.Status(); !st.ReadOnly || len(st.Damage) == 0 {
			t.Fatalf("status: %+v", st)
		}
		for f, n := range truth {
			mustEntries(t, s, f, n)
		}
		wantCode(t, s.Enqueue(change(0, 0, 1)).Wait(context.Background()), fault.Damaged)
		closed(t, s)
	}
}

func TestRepairBringsBackWhatProvesItself(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	path, truth := damagedBase(t, o)
	s := reopened(t, path, o)
	k := DraftKey{file(0), "note"}
	wait(t, s.SaveDraft(k, []byte("half a sentence")))
	closed(t, s)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	table := []struct {
		name string
		f    func(b []byte) []byte
		all  bool // everything must come back, proven
	}{
		{"both meta pages destroyed", func(b []byte) []byte { clear(b[:8192]); return b }, true},
		{"nothing wrong", func(b []byte) []byte { return b }, true},
		{"the first 24 KiB zeroed", func(b []byte) []byte { clear(b[:24<<10]); return b }, false},
		{"cut to half", func(b []byte) []byte { return b[:len(bytes.TrimRight(b, "\x00"))/2] }, false},
	}
	for _, x := range table {
		p := filepath.Join(t.TempDir(), "r.footprint")
		hurtFile := x.f(bytes.Clone(whole))
		if err := os.WriteFile(p, hurtFile, 0o600); err != nil {
			t.Fatal(err)
		}
		copyAll(t, path+keysSuffix, p+keysSuffix)
		copyAll(t, path+draftsSuffix, p+draftsSuffix)
		into := filepath.Join(t.TempDir(), "repaired.footprint")
		o := o
		o.StateDir = t.TempDir() // an opened repair would be the newest seen here
		rep, err := Repair(context.Background(), p, into, o)
		if err != nil {
			t.Fatalf("%s: %s", x.name, errTrail(err))
		}
		after, err := os.ReadFile(p)
		if err != nil || !bytes.Equal(after, hurtFile) {
			t.Fatalf("%s: the damaged file was touched (%v)", x.name, err)
		}
		s := reopened(t, into, o)
		mustClean(t, s)
		if got := s.Drafts()[k]; string(got) != "half a sentence" {
			t.Fatalf("%s: draft %q", x.name, got)
		}
		unproven := map[FileID]bool{}
		for _, u := range rep.Unproven {
			unproven[u.File] = true
		}
		for f, n := range truth {
			got, err := s.Entries(file(f))
			if err != nil && x.all || err == nil && len(got) != n && !unproven[file(f)] {
				t.Fatalf("%s: file %d has %d entries of %d and is not named (%v)", x.name, f, len(got), n, err)
			}
		}
		if x.all && (!rep.OK() || rep.Recovered == 0) {
			t.Fatalf("%s: %+v", x.name, rep)
		}
		t.Logf("%s: %d entries back, %d files unproven", x.name, rep.Recovered, len(rep.Unproven))
	}
	_, err = Repair(context.Background(), path, path, o)
	wantCode(t, err, fault.Exists)
}

func TestRepairUsesABackup(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.NoBackups = false
	s, path := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 5)))
	closed(t, s)
	s = reopened(t, path, o)
	s.backup.wg.Wait()
	wait(t, s.Enqueue(change(1, 5, 2)))
	closed(t, s)
	// The file is gone but for its length; the redo slots hold the last change.
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, make([]byte, st.Size()), 0o600); err != nil {
		t.Fatal(err)
	}
	into := filepath.Join(t.TempDir(), "r.footprint")
	rep, err := Repair(context.Background(), path, into, o)
	if err != nil || !rep.OK() {
		t.Fatalf("%s %+v", errTrail(err), rep)
	}
	mustEntries(t, reopened(t, into, o), 1, 7)
}
