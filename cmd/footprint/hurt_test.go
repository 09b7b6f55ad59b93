package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"footprint/store"
	"footprint/store/journal"
)

// hurtRecord turns over the last byte of one sealed record of a closed store.
func hurtRecord(t *testing.T, path string, pick func(tx *bolt.Tx) (bucket, key []byte)) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		bucket, key := pick(tx)
		value := bytes.Clone(tx.Bucket(bucket).Get(key))
		value[len(value)-1] ^= 0xff
		return tx.Bucket(bucket).Put(key, value)
	})
	if closing := db.Close(); err != nil || closing != nil {
		t.Fatal(err, closing)
	}
}

// copyStore copies a store and the copy of its key slots.
func copyStore(t *testing.T, from, to string) {
	t.Helper()
	for _, suffix := range []string{"", ".keys"} {
		data, err := os.ReadFile(from + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+suffix, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// ownFile gives the id of the practice's own file.
func ownFile(t *testing.T, path string) []byte {
	t.Helper()
	book, err := store.Open(path, journal.Options{Passphrase: []byte("correct horse battery staple"), NoBackups: true})
	if err != nil {
		t.Fatal(err)
	}
	id := book.PracticeFile()
	if err := book.Close(); err != nil {
		t.Fatal(err)
	}
	return id[:]
}

func listed(t *testing.T, out, list string) int {
	t.Helper()
	var doc map[string]json.RawMessage
	var items []json.RawMessage
	if err := json.Unmarshal([]byte(out), &doc); err != nil {
		t.Fatalf("no list was printed: %v: %q", err, out)
	}
	if err := json.Unmarshal(doc[list], &items); err != nil {
		t.Fatalf("no list was printed: %v: %q", err, out)
	}
	return len(items)
}

// TestListingsGoOnWithoutThePracticesOwnFile: profile and settings cannot be
// read, the children can; they are listed and the damage is told.
func TestListingsGoOnWithoutThePracticesOwnFile(t *testing.T) {
	path := madeUp(t, "6")
	own := ownFile(t, path)
	_, whole, _ := runHere(t, "--store", path, "--today", "2026-06-10", "due", "--json")
	hurtRecord(t, path, func(tx *bolt.Tx) ([]byte, []byte) {
		key, _ := tx.Bucket([]byte("e")).Cursor().Seek(own)
		if !bytes.HasPrefix(key, own) {
			t.Fatal("the practice's file has no entry")
		}
		return []byte("e"), bytes.Clone(key)
	})
	for _, pretend := range [][]string{nil, {"--today", "2026-06-10"}} {
		code, out, errOut := runHere(t, append(pretend, "--store", path, "children", "--json")...)
		if code != exitHurt || listed(t, out, "children") != 6 || !strings.Contains(errOut, "warning: Your own file in the store cannot be read") {
			t.Errorf("children: exit code %d, told %q, listed %q", code, errOut, out)
		}
	}
	code, out, errOut := runHere(t, "--store", path, "--today", "2026-06-10", "due", "--json")
	if code != exitHurt || listed(t, out, "items") != listed(t, whole, "items") {
		t.Errorf("due: exit code %d, told %q, %d of %d listed", code, errOut, listed(t, out, "items"), listed(t, whole, "items"))
	}
	if code, out, _ := runHere(t, "--store", path, "show", "C-0001"); code != exitHurt || !strings.Contains(out, "C-0001") {
		t.Errorf("show: exit code %d, %q", code, out)
	}
	// What writes by the settings does not go on without them.
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("Child ID,Full name,Date of birth\nN-1,New Child,09/03/2015\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := runHere(t, "--store", path, "import", list); code != exitHurt || out != "" {
		t.Errorf("import: exit code %d, %q", code, out)
	}
}

// TestALostPartOfTheListLeavesTheRest: of a list in two parts one is lost, once
// that which holds the practice's own row.
func TestALostPartOfTheListLeavesTheRest(t *testing.T) {
	const perPart, children = 256, 260
	path := madeUp(t, "260")
	for part, want := range []int{children - (perPart - 1), perPart - 1} {
		hurt := filepath.Join(t.TempDir(), "hurt.footprint")
		copyStore(t, path, hurt)
		hurtRecord(t, hurt, func(tx *bolt.Tx) ([]byte, []byte) {
			c := tx.Bucket([]byte("x")).Cursor()
			key, _ := c.First()
			for range part {
				key, _ = c.Next()
			}
			return []byte("x"), bytes.Clone(key)
		})
		code, out, errOut := runHere(t, "--store", hurt, "children", "--json")
		if code != exitHurt || listed(t, out, "children") != want || !strings.Contains(errOut, "\nhint: ") {
			t.Errorf("part %d: exit code %d, %d listed, want %d, told %q", part, code, listed(t, out, "children"), want, errOut)
		}
		if code, out, _ := runHere(t, "--store", hurt, "due", "--json"); code != exitHurt || listed(t, out, "items") == 0 {
			t.Errorf("part %d: due: exit code %d, %q", part, code, out)
		}
	}
}

// TestVerifyTellsAnOlderStore: a store that was put back is whole and older,
// and verify says both; so it does of a memory that cannot be read.
func TestVerifyTellsAnOlderStore(t *testing.T) {
	path := madeUp(t, "2")
	older := filepath.Join(t.TempDir(), "older.footprint")
	copyStore(t, path, older)
	list := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(list, []byte("Child ID,Full name,Date of birth\nN-1,New Child,09/03/2015\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, errOut := runHere(t, "--store", path, "import", list); code != exitDone {
		t.Fatal(errOut)
	}
	verified := func(path string) string {
		t.Helper()
		code, out, errOut := runHere(t, "--store", path, "verify")
		if code != exitDone || !strings.Contains(out, "Whole: ") {
			t.Fatalf("exit code %d, %q, told %q", code, out, errOut)
		}
		return out
	}
	if out := verified(path); strings.Contains(out, "Note") {
		t.Errorf("the newest store: %q", out)
	}
	if out := verified(older); !strings.Contains(out, "Note: This store is older than the newest one used on this computer: ") || !strings.Contains(out, "missing, last saved ") {
		t.Errorf("an older store: %q", out)
	}
	anchors, err := filepath.Glob(filepath.Join(os.Getenv("FOOTPRINT_STATE"), "*.anchor"))
	if err != nil || len(anchors) != 1 {
		t.Fatal(anchors, err)
	}
	if err := os.WriteFile(anchors[0], bytes.Repeat([]byte{7}, 8192), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := verified(older); !strings.Contains(out, "Note: What this computer remembers of the newest state of this store cannot be read") {
		t.Errorf("a memory that cannot be read: %q", out)
	}
	if code, _, errOut := runHere(t, "--store", older, "children"); code != exitDone || !strings.Contains(errOut, "warning: What this computer remembers") {
		t.Errorf("exit code %d, told %q", code, errOut)
	}
}
