package journal

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// edit changes a closed store's file behind the program's back.
func edit(t *testing.T, path string, f func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Update(f); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTamperingIsSeen(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	for i := range 5 {
		wait(t, s.Enqueue(change(1, i, 1)))
		wait(t, s.Enqueue(change(2, i, 1)))
	}
	closed(t, s)
	f := file(1)
	var oldChunk, oldRoot []byte
	edit(t, path, func(tx *bolt.Tx) error {
		oldChunk, oldRoot = get(tx, bucketChunk, chunkKey(0)), get(tx, bucketHead, keyRoot)
		return nil
	})
	s = reopened(t, path, o)
	wait(t, s.Enqueue(change(1, 5, 1)))
	closed(t, s)
	f2 := file(2)
	table := []struct {
		name string
		f    func(tx *bolt.Tx) error
		open bool // the trouble shows at open, not when the file is read
	}{
		{"the last entry removed", func(tx *bolt.Tx) error { return tx.Bucket(bucketEntry).Delete(entryKey(f, 5)) }, false},
		{"a middle entry removed", func(tx *bolt.Tx) error { return tx.Bucket(bucketEntry).Delete(entryKey(f, 2)) }, false},
		{"two entries swapped", func(tx *bolt.Tx) error {
			a, b := get(tx, bucketEntry, entryKey(f, 1)), get(tx, bucketEntry, entryKey(f, 2))
			_ = tx.Bucket(bucketEntry).Put(entryKey(f, 1), b)
			return tx.Bucket(bucketEntry).Put(entryKey(f, 2), a)
		}, false},
		{"an entry of another file", func(tx *bolt.Tx) error {
			return tx.Bucket(bucketEntry).Put(entryKey(f, 1), get(tx, bucketEntry, entryKey(f2, 1)))
		}, false},
		{"an entry repeated at the end", func(tx *bolt.Tx) error {
			return tx.Bucket(bucketEntry).Put(entryKey(f, 6), get(tx, bucketEntry, entryKey(f, 5)))
		}, false},
		{"one bit of an entry", func(tx *bolt.Tx) error {
			b := get(tx, bucketEntry, entryKey(f, 3))
			b[60] ^= 1
			return tx.Bucket(bucketEntry).Put(entryKey(f, 3), b)
		}, false},
		{"the chunk of an older state", func(tx *bolt.Tx) error { return tx.Bucket(bucketChunk).Put(chunkKey(0), oldChunk) }, true},
		{"the root of an older state", func(tx *bolt.Tx) error { return tx.Bucket(bucketHead).Put(keyRoot, oldRoot) }, true},
		{"the chunk removed", func(tx *bolt.Tx) error { return tx.Bucket(bucketChunk).Delete(chunkKey(0)) }, true},
	}
	for _, x := range table {
		t.Run(x.name, func(t *testing.T) {
			other := filepath.Join(t.TempDir(), "t.footprint")
			copyAll(t, path, other)
			edit(t, other, x.f)
			s := reopened(t, other, o)
			rep, err := s.Verify(context.Background(), nil)
			if err != nil || rep.OK() {
				t.Fatalf("verify saw nothing: %v %+v", err, rep)
			}
			if x.open {
				if st := s.Status(); len(st.Damage) == 0 || !st.ReadOnly {
					t.Fatalf("open saw nothing: %+v", st)
				}
				return
			}
			_, err = s.Entries(f)
			wantCode(t, err, fault.Damaged)
			mustEntries(t, s, 2, 5)
			// Reading without the passphrase of a whole file gives the same answer.
			closed(t, s)
			if rep, err := VerifyFile(context.Background(), other, o); err != nil || rep.OK() {
				t.Fatalf("VerifyFile saw nothing: %v %+v", err, rep)
			}
		})
	}
}

func TestAnOlderFilePutBackIsSaid(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 2)))
	closed(t, s)
	copyAll(t, path, path+".older")
	s = reopened(t, path, o)
	for i := range 3 {
		wait(t, s.Enqueue(change(1, 2+i, 1)))
	}
	closed(t, s)
	// Without the redo slots, which would heal so small a step back.
	copyAll(t, path+".older", path)
	if err := os.Remove(path + draftsSuffix); err != nil {
		t.Fatal(err)
	}
	const older = "This store is older than the newest one used on this computer: 3 changes are missing, last saved "
	rep, err := VerifyFile(context.Background(), path, o)
	if err != nil || !rep.OK() || !noted(rep, older) {
		t.Fatalf("VerifyFile: %v %+v", err, rep)
	}
	s = reopened(t, path, o)
	if rep, err := s.Verify(context.Background(), nil); err != nil || !rep.OK() || !noted(rep, older) {
		t.Fatalf("Verify: %v %+v", err, rep)
	}
	w := s.Status().Warning
	if w == nil || w.Forked || w.MissingChanges != 3 || w.MissingEntries != 3 || w.LastSeen.Before(w.FileSaved) {
		t.Fatalf("warning: %+v", w)
	}
	// It is said again until it is answered.
	wait(t, s.Enqueue(change(1, 2, 1)))
	closed(t, s)
	s = reopened(t, path, o)
	if w := s.Status().Warning; w == nil || w.MissingChanges != 2 {
		t.Fatalf("warning the second time: %+v", w)
	}
	if err := s.AcceptOlder(); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	if w := reopened(t, path, o).Status().Warning; w != nil {
		t.Fatalf("warning after it was answered: %+v", w)
	}
}

func TestTheRedoSlotsHealALostCommit(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 2)))
	closed(t, s)
	copyAll(t, path, path+".older")
	s = reopened(t, path, o)
	c := change(1, 2, 1)
	k := DraftKey{file(1), "note"}
	wait(t, s.SaveDraft(k, []byte("void once stored")))
	c.ClearDrafts = []DraftKey{k}
	wait(t, s.Enqueue(c))
	wait(t, s.Enqueue(change(3, 0, 2)))
	closed(t, s)
	copyAll(t, path+".older", path)
	s = reopened(t, path, o)
	if st := s.Status(); st.RedoApplied != 2 || st.RedoMissing != 0 || st.Warning != nil {
		t.Fatalf("status: %+v", st)
	}
	mustEntries(t, s, 1, 3)
	mustEntries(t, s, 3, 2)
	if len(s.Drafts()) != 0 {
		t.Fatal("the draft came back")
	}
	mustClean(t, s)
}

func TestTwoCopiesWorkedOnAreSaid(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 2)))
	closed(t, s)
	other := filepath.Join(t.TempDir(), "other.footprint")
	copyAll(t, path, other)
	s = reopened(t, path, o)
	wait(t, s.Enqueue(change(1, 2, 1)))
	closed(t, s)
	elsewhere := o
	elsewhere.StateDir = t.TempDir()
	s = reopened(t, other, elsewhere)
	wait(t, s.Enqueue(change(2, 0, 1)))
	wait(t, s.Enqueue(change(2, 1, 1)))
	closed(t, s)
	if rep, err := VerifyFile(context.Background(), other, o); err != nil || !rep.OK() || !noted(rep, "have parted") {
		t.Fatalf("VerifyFile: %v %+v", err, rep)
	}
	if w := reopened(t, other, o).Status().Warning; w == nil || !w.Forked {
		t.Fatalf("warning: %+v", w)
	}
}

func TestBackupAndRestore(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 3)))
	b := filepath.Join(t.TempDir(), "copy.footprint")
	if err := s.Backup(context.Background(), b); err != nil {
		t.Fatal(errTrail(err))
	}
	wantCode(t, s.Backup(context.Background(), b), fault.Exists)
	_, err := Restore(context.Background(), b, path, o, false)
	wantCode(t, err, fault.InUse)
	closed(t, s)
	// The same state goes back without force; so does an older one over damage.
	if _, err := Restore(context.Background(), b, path, o, false); err != nil {
		t.Fatal(errTrail(err))
	}
	if err := os.Truncate(path, 8192); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(context.Background(), b, path, o, false); err != nil {
		t.Fatal(errTrail(err))
	}
	mustEntries(t, reopened(t, path, o), 1, 3)
	// Another store is not replaced without force.
	s2, path2 := created(t, o)
	closed(t, s2)
	_, err = Restore(context.Background(), b, path2, o, false)
	wantCode(t, err, fault.Refused)
	if _, err = Restore(context.Background(), b, path2, o, true); err != nil {
		t.Fatal(err)
	}
	mustEntries(t, reopened(t, path2, o), 1, 3)
	// A place where nothing is needs no force; the backup opens by itself too.
	if _, err = Restore(context.Background(), b, filepath.Join(t.TempDir(), "new", "s.footprint"), o, false); err != nil {
		t.Fatal(err)
	}
	mustEntries(t, reopened(t, b, o), 1, 3)
}

func TestOldBackupsAreThinnedOut(t *testing.T) {
	t.Parallel()
	var list []Backup
	at := time.Date(2026, 6, 30, 20, 0, 0, 0, time.UTC)
	for i := range 1000 {
		list = append(list, Backup{Path: fmt.Sprint(i), Made: at.AddDate(0, 0, -i)})
	}
	gone := map[string]bool{}
	for _, b := range surplus(list) {
		gone[b.Path] = true
	}
	for i := range keepNewest {
		if gone[fmt.Sprint(i)] {
			t.Errorf("backup %d of the newest ten is gone", i)
		}
	}
	kept := len(list) - len(gone)
	if kept < keepNewest+9+8 || kept > keepNewest+keepWeeks+keepMonths {
		t.Errorf("%d kept", kept)
	}
	oldest := list[0].Made
	for _, b := range list {
		if !gone[b.Path] {
			oldest = b.Made
		}
	}
	if want := at.AddDate(0, -11, -30); oldest.After(want.AddDate(0, 0, 31)) {
		t.Errorf("the oldest kept is of %v, want about a year back", oldest)
	}
}

// TestAnOlderSchemaIsBroughtUpToDate makes a store of a made-up schema 0, whose
// rows had no settings number, and opens it with a reader that knows the step.
func TestAnOlderSchemaIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	for i := range 3 {
		wait(t, s.Enqueue(change(i, 0, 2)))
	}
	c := s.c
	old := *c.st.root
	old.Schema = 0
	plain := oldRows(c.st.list())
	v, err := c.keys.chunk.Seal(o.ready(path).Rand, c.keys.place("x", chunkKey(0), old.Seq), plain)
	if err != nil {
		t.Fatal(err)
	}
	old.Chunks = []mark{{Version: old.Seq, Tag: vault.TagOf(v), Rows: 3}}
	sealed, err := c.keys.sealRoot(o.ready(path).Rand, &old)
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	edit(t, path, func(tx *bolt.Tx) error {
		_ = tx.Bucket(bucketChunk).Put(chunkKey(0), v)
		return tx.Bucket(bucketHead).Put(keyRoot, sealed)
	})
	_, err = Open(path, o)
	wantCode(t, err, fault.Damaged) // no step known: nothing is touched
	o.steps = []migration{{from: 0, name: "rows learn their settings number", chunk: addDated}}
	s = reopened(t, path, o)
	st := s.Status()
	if len(st.Migrated) != 1 || len(st.Damage) != 0 {
		t.Fatalf("%+v", st)
	}
	mustEntries(t, s, 2, 2)
	mustClean(t, s)
	wait(t, s.Enqueue(change(2, 2, 1)))
	closed(t, s)
	s = reopened(t, path, o)
	if st := s.Status(); len(st.Migrated) != 0 || s.Rows()[2].DatedUnder != 7 || s.Rows()[1].DatedUnder != 0 {
		t.Fatalf("%+v %+v", st, s.Rows())
	}
	list, err := s.Backups()
	if err != nil || len(list) != 1 {
		t.Fatalf("no backup before the step: %v %v", list, err)
	}
	// A reader that is older than the store keeps its hands off.
	closed(t, s)
	newer := o
	newer.schema, newer.steps = 2, []migration{{from: 1, name: "made up"}}
	closed(t, reopened(t, path, newer))
	_, err = Open(path, o)
	wantCode(t, err, fault.NewerStore)
}

// oldRows is the layout of schema 0: no settings number.
func oldRows(rows []*row) []byte {
	b := []byte{byte(len(rows))}
	for _, r := range rows {
		b = append(append(b, r.file[:]...), byte(r.kind), byte(r.count))
		b = append(append(append(b, r.head[:]...), byte(len(r.wrap))), r.wrap...)
		b = append(append(b, byte(len(r.data))), r.data...)
	}
	return b
}

func addDated(plain []byte) ([]byte, error) {
	c := &cutter{b: plain}
	var rows []*row
	for range c.number() {
		r := new(row)
		copy(r.file[:], c.take(16))
		r.kind = Kind(c.number())
		r.count = c.number()
		copy(r.head[:], c.take(32))
		r.wrap = c.take(c.number())
		r.data = c.take(c.number())
		rows = append(rows, r)
	}
	if c.bad {
		return nil, errCodec
	}
	return packChunk(rows), nil
}
