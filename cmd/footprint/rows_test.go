package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"footprint/cmd/footprint/demo"
	"footprint/domain/workday"
	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
)

// TestRowsThatCannotBeReadAreWorkedOutAgain writes rows of another layout over
// a caseload's: the list must still hold everybody, on a pretended day too.
func TestRowsThatCannotBeReadAreWorkedOutAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	env := newEnvironment(os.Stdin, io.Discard, io.Discard)
	o := journal.Options{Passphrase: []byte("correct horse battery staple"), KDF: vault.Least(), StateDir: dir, NoBackups: true}
	book, _, err := store.Create(filepath.Join(dir, "rows.footprint"), o, env.NewID)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := book.Close(); err != nil {
			t.Error(err)
		}
	}()
	today, err := workday.Parse("2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	if err := env.tell(context.Background(), book, demo.Options{Children: 5, Seed: 1, Today: today}); err != nil {
		t.Fatal(err)
	}
	var change journal.Change
	for _, r := range book.Journal().Rows() {
		if r.Kind == journal.KindChild {
			change.Files = append(change.Files, journal.FileChange{File: r.File, Kind: r.Kind, Row: []byte{99, 1}, DatedUnder: r.DatedUnder})
		}
	}
	if err := book.Journal().Enqueue(change).Wait(context.Background()); err != nil {
		t.Fatal(err)
	}
	p, err := book.Practice()
	if err != nil {
		t.Fatal(err)
	}
	b := &opened{Book: book, env: env, practice: p}
	for _, pretend := range []workday.Date{0, today} {
		env.pretend = pretend
		if got := len(b.rows()); got != 5 {
			t.Errorf("pretending %q: %d children are listed, want 5", pretend, got)
		}
	}
}
