package journal

import (
	"context"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
)

// Entries gives one file's entries in the order they were added, every one
// opened and proven against the chain. Damaged when anything does not agree,
// NotFound when there is no such file. It may take as long as the disk takes.
func (s *Store) Entries(f FileID) ([]Entry, error) {
	var out []Entry
	s.life.RLock()
	defer s.life.RUnlock()
	err := guarded(func() (err error) {
		out, err = s.entries(f)
		return err
	})
	if wasCaught(err) {
		s.fail(err)
		err = damagedFile().Wrap(err)
	}
	return out, err
}

func (s *Store) entries(f FileID) ([]Entry, error) {
	s.txMu.RLock()
	c, r, later, err := s.look(f)
	var tx *bolt.Tx
	if err == nil && r != nil {
		tx, err = c.db.Begin(false)
	}
	s.txMu.RUnlock()
	if err != nil {
		return nil, err
	}
	var out []Entry
	if r != nil {
		defer func() { _ = tx.Rollback() }()
		if out, err = c.entries(tx, r); err != nil {
			return nil, err
		}
	}
	return append(out, later...), nil
}

// look finds a file's row and what is kept aside for it.
func (s *Store) look(f FileID) (*core, *row, []Entry, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.c == nil {
		return nil, nil, nil, closedStore()
	}
	r := s.c.st.rows[f]
	var later []Entry
	known := r != nil
	for _, q := range s.aside {
		for _, fc := range q.ch.Files {
			if fc.File == f {
				later, known = append(later, fc.Entries...), true
			}
		}
	}
	if !known {
		return nil, nil, nil, fault.New(fault.NotFound, "There is no such file in the store.", "Check the reference.")
	}
	return s.c, r, later, nil
}

// EachFile calls fn for every file in the order of Rows. load reads and proves
// that file's entries; a damaged file gives its error there and the others are
// still offered. It stops at fn's first error, or with ctx.
func (s *Store) EachFile(ctx context.Context, fn func(info FileInfo, load func() ([]Entry, error)) error) error {
	rows := s.Rows()
	for _, r := range rows {
		if err := ctx.Err(); err != nil {
			return stopped(err)
		}
		load := func() ([]Entry, error) { return s.Entries(r.File) }
		if err := fn(FileInfo{File: r.File, Kind: r.Kind, Entries: r.Entries}, load); err != nil {
			return err
		}
	}
	return nil
}
