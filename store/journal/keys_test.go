package journal

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
)

func TestKeySlots(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	wait(t, s.Enqueue(change(1, 0, 3)))
	closed(t, s)
	oldHeader := filepath.Join(t.TempDir(), "keys")
	copyAll(t, path+keysSuffix, oldHeader)
	s = reopened(t, path, o)
	second := []byte("marble lantern, seven geese")
	_, err := s.ChangePassphrase([]byte("wrong one of some length"), second, false)
	wantCode(t, err, fault.WrongPassphrase)
	_, err = s.ChangePassphrase(o.Passphrase, []byte("short"), false)
	wantCode(t, err, fault.WeakPassphrase)
	if _, err := s.ChangePassphrase(o.Passphrase, second, false); err != nil {
		t.Fatal(err)
	}
	mustClean(t, s)
	closed(t, s)
	_, err = Open(path, o)
	wantCode(t, err, fault.WrongPassphrase)

	// The old slots put back, in both places, open nothing.
	old, err := os.ReadFile(oldHeader)
	if err != nil {
		t.Fatal(err)
	}
	forged := filepath.Join(t.TempDir(), "f.footprint")
	copyAll(t, path, forged)
	copyAll(t, oldHeader, forged+keysSuffix)
	edit(t, forged, func(tx *bolt.Tx) error { return tx.Bucket(bucketHead).Put(keyHeader, old) })
	_, err = Open(forged, o)
	wantCode(t, err, fault.WrongPassphrase)

	// The copy beside the file stands in for damaged slots, and is healed.
	hurt := filepath.Join(t.TempDir(), "h.footprint")
	copyAll(t, path, hurt)
	copyAll(t, path+keysSuffix, hurt+keysSuffix)
	edit(t, hurt, func(tx *bolt.Tx) error { return tx.Bucket(bucketHead).Put(keyHeader, []byte("rubbish")) })
	o.Passphrase = second
	mustEntries(t, reopened(t, hurt, o), 1, 3)
	if err := os.WriteFile(path+keysSuffix, []byte("rubbish"), 0o600); err != nil {
		t.Fatal(err)
	}
	s = reopened(t, path, o)
	mustClean(t, s)
	third := []byte("copper owl under the stairs")
	if err := s.AddSlot(second, third); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Slots()); n != 3 {
		t.Fatalf("%d slots", n)
	}
	closed(t, s)
	o.Passphrase = third
	s = reopened(t, path, o)
	mine := s.Status().Opened
	_, err = s.RevokeSlot(third, mine)
	wantCode(t, err, fault.BadInput)
}

func TestSomeoneKnowsMakesANewMasterKey(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	o.NoBackups = false
	s, path := created(t, o)
	for i := range 300 {
		s.Enqueue(change(i, 0, 2))
	}
	k := DraftKey{file(9), "note"}
	wait(t, s.SaveDraft(k, []byte("half a thought")))
	wait(t, s.Enqueue(change(1, 2, 1)))
	closed(t, s)
	s = reopened(t, path, o) // makes a backup
	s.backup.wg.Wait()
	if st := s.Status(); st.BackupErr != nil || st.LastBackup.IsZero() {
		t.Fatalf("backup: %+v", st)
	}
	before := filepath.Join(t.TempDir(), "before.footprint")
	if err := s.Backup(context.Background(), before); err != nil {
		t.Fatal(err)
	}
	next := []byte("seven lanterns by the quay")
	out, err := s.ChangePassphrase(o.Passphrase, next, true)
	if err != nil {
		t.Fatal(errTrail(err))
	}
	if out.Recovery == "" || len(out.OlderBackups) == 0 {
		t.Fatalf("%+v", out)
	}
	wait(t, s.Enqueue(change(1, 3, 1)))
	mustClean(t, s)
	closed(t, s)
	_, err = Open(path, o)
	wantCode(t, err, fault.WrongPassphrase)
	now := o
	now.Passphrase = next
	s = reopened(t, path, now)
	mustEntries(t, s, 1, 4)
	mustEntries(t, s, 299, 2)
	if st := s.Status(); st.Warning != nil || string(s.Drafts()[k]) != "half a thought" || st.DraftsAside != "" {
		t.Fatalf("after rekey: %+v %v", st, s.Drafts())
	}
	// What the old passphrase opens elsewhere does not open this store.
	oldKeys, err := openCore(before, o.ready(before), true)
	if err != nil {
		t.Fatal(err)
	}
	defer oldKeys.close(false)
	closed(t, s)
	_, err = openCoreWith(path, o.ready(path), true, oldKeys.keys)
	wantCode(t, err, fault.Damaged)
	now.Passphrase, now.Recovery = nil, out.Recovery
	mustEntries(t, reopened(t, path, now), 2, 2)
}

func TestErasingLeavesNothingButAHash(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	s, path := created(t, o)
	for i := range 5 {
		wait(t, s.Enqueue(change(i, 0, 2)))
	}
	mine, other := DraftKey{file(3), "note"}, DraftKey{file(4), "note"}
	s.SaveDraft(mine, []byte("about three"))
	wait(t, s.SaveDraft(other, []byte("about four")))
	backup := filepath.Join(t.TempDir(), "b.footprint")
	if err := s.Backup(context.Background(), backup); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Erase(context.Background(), file(3), [][]byte{[]byte("566910")}); err != nil {
		t.Fatal(errTrail(err))
	}
	check := func(s *Store) {
		t.Helper()
		_, err := s.Entries(file(3))
		wantCode(t, err, fault.NotFound)
		mustEntries(t, s, 4, 2)
		if !s.ErasedBefore([]byte("566910")) || s.ErasedBefore([]byte("566911")) {
			t.Fatal("the keyed hash is wrong")
		}
		if d := s.Drafts(); len(d) != 1 || string(d[other]) != "about four" {
			t.Fatalf("drafts: %v", d)
		}
		mustClean(t, s)
	}
	check(s)
	wait(t, s.Enqueue(change(9, 0, 1)))
	closed(t, s)
	s = reopened(t, path, o)
	check(s)
	mustEntries(t, s, 9, 1)
	closed(t, s)

	// A restore applies the erasures of the store it replaces.
	_, err := Restore(context.Background(), backup, path, o, false)
	wantCode(t, err, fault.Refused)
	out, err := Restore(context.Background(), backup, path, o, true)
	if err != nil || out.Erased != 1 || out.SetAside == "" {
		t.Fatalf("%v %+v", errTrail(err), out)
	}
	s = reopened(t, path, o)
	if st := s.Status(); st.Files != 4 || st.Warning != nil {
		t.Fatalf("%+v", st)
	}
	_, err = s.Entries(file(3))
	wantCode(t, err, fault.NotFound)
	mustEntries(t, s, 2, 2)
	mustClean(t, s)
}
