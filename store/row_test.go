package store

import (
	"path/filepath"
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/workday"
	"footprint/store/journal"
	"footprint/store/vault"
)

// TestARowOfAnOlderProgramIsWorkedOutAgain: a row that this program's way of
// writing does not fit is stale, whatever settings it was dated under, and the
// list does not show what it cannot read.
func TestARowOfAnOlderProgramIsWorkedOutAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var n byte
	newID := func() casefile.ID { n++; return casefile.ID{1, 15: n} }
	book, _, err := Create(filepath.Join(dir, "rows.footprint"),
		journal.Options{Passphrase: []byte("correct horse battery staple"), KDF: vault.Least(), StateDir: dir, NoBackups: true}, newID)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	const settings = 4
	old, now := casefile.ID{7}, casefile.ID{8}
	row := caseload.Row{Ref: "C-0001", Owed: []workday.Date{739000, 739100}}
	earlier := encodeRow(row)
	earlier[0] = rowVersion - 1
	for _, f := range []journal.FileChange{
		{File: journal.FileID(old), Kind: journal.KindChild, Row: earlier, DatedUnder: settings},
		{File: journal.FileID(now), Kind: journal.KindChild, Row: encodeRow(row), DatedUnder: settings},
	} {
		if err := book.journal.Enqueue(journal.Change{Files: []journal.FileChange{f}}).Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	rows, stale := book.Rows(settings)
	if !slices.Equal(stale, []casefile.ID{old}) || len(rows) != 1 || rows[0].File != now {
		t.Errorf("stale %v, listed %+v", stale, rows)
	}
	if _, stale = book.Rows(settings + 1); len(stale) != 2 {
		t.Errorf("under other settings both are stale: %v", stale)
	}
}

// TestARowCutShortIsNotRead: a length that is damaged asks for no more room
// than there are bytes.
func TestARowCutShortIsNotRead(t *testing.T) {
	t.Parallel()
	whole := encodeRow(caseload.Row{Ref: "C-0001", OpenDecisions: 2, Owed: []workday.Date{739000, 739100}})
	for n := range whole {
		if r, ok := decodeRow(casefile.ID{7}, whole[:n]); ok {
			t.Errorf("%d of %d bytes read as %+v", n, len(whole), r)
		}
	}
}
