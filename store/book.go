// Package store is everything that touches the disk: the encrypted store (vault
// and journal), files in and out (exchange), and the Book, which reads and
// writes cases, rows and drafts in it.
//
// It knows how things lie on the disk and no rule about them. It may touch the
// domain's types; it must never touch a screen, and no error it makes carries
// case data.
package store

import (
	"context"
	"iter"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/store/journal"
)

// Book is an open store: the IRO's practice file and one file a child.
type Book struct {
	journal  *journal.Store
	codec    codec
	practice journal.FileID // zero when the list has lost its row
}

// Create makes a new store with an empty practice file and gives the recovery
// code, which is shown once and kept nowhere.
func Create(path string, o journal.Options, newID casefile.NewID) (*Book, string, error) {
	j, recovery, err := journal.Create(path, o)
	if err != nil {
		return nil, "", err
	}
	b := &Book{journal: j, codec: newCodec(), practice: journal.FileID(newID())}
	receipt := j.Enqueue(journal.Change{Files: []journal.FileChange{{File: b.practice, Kind: journal.KindPractice, Row: []byte{rowVersion}}}})
	if err := receipt.Wait(context.Background()); err != nil {
		return nil, "", closing(j, err)
	}
	return b, recovery, nil
}

// closing shuts the journal after a failure and keeps the first error.
func closing(j *journal.Store, err error) error {
	_ = j.Close() // the failure before it is the one to tell
	return err
}

// Open opens a store that is there. One whose list has lost the IRO's own file
// opens too, for what it still holds: then Practice says so.
func Open(path string, o journal.Options) (*Book, error) {
	j, err := journal.Open(path, o)
	if err != nil {
		return nil, err
	}
	b := &Book{journal: j, codec: newCodec()}
	for _, r := range j.Rows() {
		if r.Kind == journal.KindPractice {
			b.practice = r.File
			break
		}
	}
	return b, nil
}

// Journal is the encrypted store beneath, for backup, verify and keys.
func (b *Book) Journal() *journal.Store { return b.journal }

// Close stores what is waiting, settles the anchor and forgets the keys.
func (b *Book) Close() error { return b.journal.Close() }

// Rows gives the list's rows, and the files whose row must be worked out again
// because it was dated under an older settings number or cannot be read.
func (b *Book) Rows(settings uint32) (rows []caseload.Row, stale []casefile.ID) {
	all := b.journal.Rows()
	rows = make([]caseload.Row, 0, len(all))
	for _, j := range all {
		if j.Kind != journal.KindChild {
			continue
		}
		r, ok := decodeRow(casefile.ID(j.File), j.Data)
		if !ok || j.DatedUnder != settings {
			stale = append(stale, casefile.ID(j.File))
		}
		if ok && !r.Gone() {
			rows = append(rows, r)
		}
	}
	return rows, stale
}

// Practice reads the IRO's own file. fault.Damaged when it is lost or cannot be
// read; the children's files may be whole all the same.
func (b *Book) Practice() (*practice.Practice, error) {
	if b.practice == (journal.FileID{}) {
		return nil, fault.New(fault.Damaged, "The store has lost your own file: profile, settings and posts.", "Restore a backup, or run footprint verify.")
	}
	entries, err := b.entries(b.practice)
	if err != nil {
		return nil, err
	}
	return practice.Replay(entries), nil
}

// PracticeFile is the id of the IRO's own file, for changes to it; zero when
// the store has lost it.
func (b *Book) PracticeFile() casefile.ID { return casefile.ID(b.practice) }

// Case reads one child's file.
func (b *Book) Case(id casefile.ID) (*casefile.Case, error) {
	entries, err := b.entries(journal.FileID(id))
	if err != nil {
		return nil, err
	}
	return casefile.Replay(id, entries), nil
}

// Entries reads one child's entries, for the file as it stood on a day.
func (b *Book) Entries(id casefile.ID) ([]casefile.Entry, error) {
	return b.entries(journal.FileID(id))
}

func (b *Book) entries(id journal.FileID) ([]casefile.Entry, error) {
	stored, err := b.journal.Entries(id)
	if err != nil {
		return nil, err
	}
	return b.codec.decodeAll(stored)
}

// Cases reads the files one after another; the error says that one could not
// be read and the next follows.
func (b *Book) Cases(ids []casefile.ID) iter.Seq2[*casefile.Case, error] {
	return func(yield func(*casefile.Case, error) bool) {
		for _, id := range ids {
			c, err := b.Case(id)
			if !yield(c, err) {
				return
			}
		}
	}
}

// Submit puts a change into the store's queue, in memory only, and gives the
// function that waits until it is safe. aside means it is safe but the disk is
// full.
func (b *Book) Submit(change caseload.Change) (wait func() (aside bool, err error)) {
	out := journal.Change{}
	for _, f := range change.Files {
		entries, err := b.codec.encodeAll(f.Entries)
		if err != nil {
			return func() (bool, error) { return false, err }
		}
		fc := journal.FileChange{File: journal.FileID(f.File), Kind: journal.KindChild, Entries: entries, DatedUnder: f.DatedUnder}
		switch {
		case f.Practice:
			fc.Kind = journal.KindPractice
		case f.Row != nil:
			fc.Row = encodeRow(*f.Row)
		}
		out.Files = append(out.Files, fc)
	}
	for _, d := range change.ClearDrafts {
		out.ClearDrafts = append(out.ClearDrafts, draftKey(d))
	}
	receipt := b.journal.Enqueue(out)
	return func() (bool, error) {
		err := receipt.Wait(context.Background())
		return receipt.State() == journal.KeptAside, err
	}
}

func draftKey(d casefile.DraftKey) journal.DraftKey {
	return journal.DraftKey{File: journal.FileID(d.File), Field: d.Field}
}

// SaveDraft keeps unfinished text; the newest for a key wins.
func (b *Book) SaveDraft(key casefile.DraftKey, text string) (wait func() (aside bool, err error)) {
	receipt := b.journal.SaveDraft(draftKey(key), []byte(text))
	return func() (bool, error) { return false, receipt.Wait(context.Background()) }
}

// ClearDraft forgets unfinished text that was kept for good or thrown away.
func (b *Book) ClearDraft(key casefile.DraftKey) { b.journal.ClearDraft(draftKey(key)) }

// Drafts gives the unfinished texts by what they are for.
func (b *Book) Drafts() map[casefile.DraftKey]string {
	out := map[casefile.DraftKey]string{}
	for k, text := range b.journal.Drafts() {
		out[casefile.DraftKey{File: casefile.ID(k.File), Field: k.Field}] = string(text)
	}
	return out
}

// Find gives the row a person means: by the alias C-0001, or by the council's
// own number.
func Find(rows []caseload.Row, ref string) (caseload.Row, error) {
	i := slices.IndexFunc(rows, func(r caseload.Row) bool { return r.Ref == ref })
	if i < 0 {
		i = slices.IndexFunc(rows, func(r caseload.Row) bool { return ref != "" && r.ExternalID == ref })
	}
	if i < 0 {
		return caseload.Row{}, fault.New(fault.NotFound, "No child on file has that reference.", "footprint children lists them; the council's own number works too.")
	}
	return rows[i], nil
}
