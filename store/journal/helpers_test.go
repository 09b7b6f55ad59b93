package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
	"footprint/store/vault"
)

const testPass = "violet kettle orbit hedge"

// testOptions are the cheapest a reader accepts, with everything in a folder
// that goes with the test.
func testOptions(t testing.TB) Options {
	t.Helper()
	return Options{
		Passphrase: []byte(testPass), StateDir: filepath.Join(t.TempDir(), "state"), KDF: vault.Least(),
		NoBackups: true, noReserve: true, redoPages: 64, draftPages: 255,
	}
}

func created(t testing.TB, o Options) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "caseload.footprint")
	s, _, err := Create(path, o)
	if err != nil {
		t.Fatalf("Create: %v (%v)", err, errTrail(err))
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, path
}

func reopened(t testing.TB, path string, o Options) *Store {
	t.Helper()
	s, err := Open(path, o)
	if err != nil {
		t.Fatalf("Open: %v (%v)", err, errTrail(err))
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// errTrail shows the causes that people never see.
func errTrail(err error) string {
	var out string
	for err != nil {
		out += fmt.Sprintf("%T:%v > ", err, err)
		if c := (*caughtError)(nil); errors.As(err, &c) {
			out += string(c.frames)
		}
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			break
		}
		err = u.Unwrap()
	}
	return out
}

func file(n int) (f FileID) {
	copy(f[:], fmt.Sprintf("file-%011d", n))
	return f
}

func entry(n int) Entry {
	e := Entry{Data: []byte(fmt.Sprintf("entry number %d with some words in it", n))}
	copy(e.ID[:], fmt.Sprintf("%016d", n))
	return e
}

func change(f, from, n int) Change {
	fc := FileChange{File: file(f), Kind: KindChild, Row: []byte(fmt.Sprintf("row of %d up to %d", f, from+n)), DatedUnder: 7}
	for i := range n {
		fc.Entries = append(fc.Entries, entry(from+i))
	}
	return Change{Files: []FileChange{fc}}
}

func wait(t testing.TB, r *Receipt) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	if err := r.Wait(ctx); err != nil {
		t.Fatalf("receipt: %v (%v)", err, errTrail(err))
	}
}

func mustEntries(t testing.TB, s *Store, f, n int) {
	t.Helper()
	got, err := s.Entries(file(f))
	if err != nil {
		t.Fatalf("Entries(%d): %v (%s)", f, err, errTrail(err))
	}
	if len(got) != n {
		t.Fatalf("file %d: %d entries, want %d", f, len(got), n)
	}
	for i, e := range got {
		if want := entry(i); e.ID != want.ID || !bytes.Equal(e.Data, want.Data) {
			t.Fatalf("file %d entry %d: %q, want %q", f, i, e.Data, want.Data)
		}
	}
}

func mustClean(t testing.TB, s *Store) {
	t.Helper()
	rep, err := s.Verify(context.Background(), nil)
	if err != nil || !rep.OK() {
		t.Fatalf("Verify: %v %+v (%s)", err, rep, errTrail(err))
	}
}

func wantCode(t testing.TB, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("error %v, want code %q (%s)", err, code, errTrail(err))
	}
	if fault.HintOf(err) == "" {
		t.Fatalf("error %v has no hint", err)
	}
}

func closed(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func copyAll(t testing.TB, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// checkBolt runs bbolt's own check on a copy of a closed store.
func checkBolt(t testing.TB, path string) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "check")
	copyAll(t, path, to)
	db, err := bolt.Open(to, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.View(func(tx *bolt.Tx) error {
		var first error
		for err := range tx.Check() { // drained whole: it reads beside us
			if first == nil {
				first = err
			}
		}
		return first
	}); err != nil {
		t.Fatalf("bbolt's check: %v", err)
	}
}
