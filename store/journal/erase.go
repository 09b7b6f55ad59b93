package journal

import (
	"context"

	"footprint/domain/fault"
)

// Erased tells what is left to do after an erasure: these older backups still
// hold the file. Offer to delete them.
type Erased struct {
	OlderBackups []Backup
}

// Erase removes a file for ever: its key and row go, its drafts and the redo
// slots are overwritten, the store is written anew without it, and a backup is
// made. Keyed hashes of externalIDs stay, so that ErasedBefore can ask. What a
// disk keeps of freed blocks is beyond any program; full-disk encryption is the
// cure for that.
func (s *Store) Erase(ctx context.Context, f FileID, externalIDs [][]byte) (Erased, error) {
	err := s.special(func() error { return s.erase(ctx, f, externalIDs) })
	if err != nil {
		return Erased{}, err
	}
	older, err := s.Backups()
	if err != nil {
		return Erased{}, err
	}
	if !s.o.NoBackups {
		s.startBackup()
	}
	return Erased{OlderBackups: older}, nil
}

func (s *Store) erase(ctx context.Context, f FileID, externalIDs [][]byte) error {
	if len(s.aside) > 0 {
		return diskFull(nil)
	}
	if s.c.st.rows[f] == nil {
		return fault.New(fault.NotFound, "There is no such file in the store.", "Check the reference.")
	}
	st := copyState(s.c.st, func(r *row) bool { return r.file == f })
	now := s.o.Now()
	t := tomb{File: f, At: now.UnixMilli()}
	for _, id := range externalIDs {
		t.Hashes = append(t.Hashes, st.root.hashOf(id))
	}
	st.gone = append(st.gone, t)
	st.root.Cleared = nil
	st.root.advance(st.root.Seq+1, now, nil)
	// Drafts a stored change made void must not come back with the clean list.
	if err := s.forgetCleared(); err != nil {
		return err
	}
	if err := s.exchange(ctx, s.c.keys, s.c.rawHead, st); err != nil {
		return err
	}
	s.forgot = true
	s.q.dropFile(f)
	if s.side != nil {
		if err := s.side.wipeFile(f); err != nil {
			return diskError(err)
		}
		if err := s.side.wipeRedo(); err != nil {
			return diskError(err)
		}
	}
	s.anchorDue = s.anchor != nil
	s.writeAnchor(true)
	return nil
}

func erasedFile() error {
	return fault.New(fault.Refused, "That file was erased.", "Add the child anew.")
}

// erased reports whether a file was erased.
func (st *state) erased(f FileID) bool {
	for _, t := range st.gone {
		if t.File == f {
			return true
		}
	}
	return false
}

// forgetCleared makes sure the draft file has forgotten what the root names.
func (s *Store) forgetCleared() error {
	if s.side == nil || s.forgot {
		return nil
	}
	for _, c := range s.c.st.root.Cleared {
		if err := s.side.clearDraft(DraftKey{c.File, c.Field}, c.Gen, false); err != nil {
			return diskError(err)
		}
	}
	return diskError(s.side.sync())
}

// dropFile forgets the texts of every draft of a file.
func (q *queue) dropFile(f FileID) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for k := range q.texts {
		if k.File == f {
			delete(q.texts, k)
			delete(q.gens, k)
		}
	}
}
