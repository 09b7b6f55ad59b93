package journal

import (
	"context"
	"os"
	"path/filepath"
)

// exchange writes a whole new store file (compacted) and puts it in the place
// of the open one. It runs on the writer. Until the rename nothing has changed;
// after it the new file is the store. keys and raw, the header, may be the old ones.
func (s *Store) exchange(ctx context.Context, keys *keyring, raw []byte, st *state) error {
	tmp := s.path + newSuffix
	_ = os.Remove(tmp)
	w, err := startFile(tmp)
	if err != nil {
		return diskError(err)
	}
	defer w.abandon()
	if err = s.c.copyEntries(ctx, w, st.rows, s.o.Progress); err == nil {
		err = w.top(s.o, keys, raw, st)
	}
	if err == nil {
		err = w.finish()
	}
	if err == nil {
		err = s.o.checkCopy(ctx, tmp, keys)
	}
	if err == nil {
		err = samePlace(s.path, s.c.file)
	}
	if err != nil {
		_ = os.Remove(tmp)
		return diskError(err)
	}
	return s.swapIn(tmp, keys)
}

// swapIn closes the open file, renames the new one there and opens it. Windows
// cannot rename over an open file, so for a moment none is open.
func (s *Store) swapIn(tmp string, keys *keyring) error {
	s.life.Lock()
	defer s.life.Unlock()
	s.txMu.Lock()
	defer s.txMu.Unlock()
	s.c.closeFile(false)
	rerr := replace(tmp, s.path)
	if rerr == nil {
		rerr = syncFolder(filepath.Dir(s.path))
	}
	use := keys
	if rerr != nil {
		use = s.c.keys
	}
	next, err := openCoreWith(s.path, s.o, false, use)
	if err != nil {
		s.fail(diskError(err))
		return diskError(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	next.lent, next.slot = false, s.c.slot
	if old := s.c.keys; old != use {
		old.zero()
	}
	s.c = next
	s.status.Damage, s.status.ReadOnly = next.damage, next.readOnly
	return diskError(rerr)
}
