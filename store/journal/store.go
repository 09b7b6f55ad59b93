package journal

import (
	"bytes"
	"cmp"
	"os"
	"slices"
	"sync"
	"time"
)

// Store is an open store. Its methods may be called from several goroutines;
// Enqueue, SaveDraft, ClearDraft, Rows, Drafts and Status touch memory only.
type Store struct {
	path string
	o    Options
	lock *os.File

	// mu guards what the screens ask for: c.st, aside, status.
	mu     sync.RWMutex
	c      *core
	aside  []*queued // changes safe in the redo slots, waiting for room
	status Status

	// txMu keeps a read's transaction and its row of the same change: held for
	// reading while a read begins, for writing while a commit becomes visible
	// or the file is changed for another.
	txMu sync.RWMutex

	// life is held for reading by every read for as long as it lasts, and for
	// writing when the keys or the file go away under it.
	life sync.RWMutex

	slotMu sync.Mutex // one change of key slots at a time

	q      queue
	side   *sideFile   // the writer's
	anchor *anchorFile // the writer's
	forgot bool        // the draft file has forgotten what root.Cleared names

	anchorDue bool
	backup    backupJob
	closing   sync.Once
}

func newStore(path string, o Options, lock *os.File) *Store {
	s := &Store{path: path, o: o, lock: lock}
	s.q.init()
	s.backup.init()
	return s
}

// Path is the store's file.
func (s *Store) Path() string { return s.path }

// Rows gives every file's row, oldest file first, changes kept aside included.
// It is memory only; the rows' bytes are shared and must not be changed.
func (s *Store) Rows() []Row {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.c == nil {
		return nil
	}
	out := make([]Row, 0, len(s.c.st.rows))
	at := map[FileID]int{}
	for _, c := range s.c.st.chunks {
		for _, r := range c.rows {
			if len(s.aside) > 0 {
				at[r.file] = len(out)
			}
			out = append(out, Row{File: r.file, Kind: r.kind, Data: r.data, DatedUnder: r.dated, Entries: int(r.count)})
		}
	}
	for _, q := range s.aside {
		for _, f := range q.ch.Files {
			i, ok := at[f.File]
			if !ok {
				i = len(out)
				at[f.File] = i
				out = append(out, Row{File: f.File, Kind: f.Kind})
			}
			out[i].Entries += len(f.Entries)
			if f.Row != nil {
				out[i].Data, out[i].DatedUnder = f.Row, f.DatedUnder
			}
		}
	}
	return out
}

// Status is what to say about the store now. It is memory only.
func (s *Store) Status() Status {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := s.status
	out.Damage = slices.Clone(s.status.Damage)
	out.KeptAside = len(s.aside)
	if s.c != nil {
		r := s.c.st.root
		out.Sequence, out.LastSaved, out.Files, out.Entries = r.Seq, r.saved(), len(s.c.st.rows), r.Entries
	}
	s.backup.fill(&out)
	return out
}

// ErasedBefore reports whether a file known by that identifier was erased: ask
// before bringing it back.
func (s *Store) ErasedBefore(externalID []byte) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.c == nil {
		return false
	}
	h := s.c.st.root.hashOf(externalID)
	for _, t := range s.c.st.gone {
		for _, have := range t.Hashes {
			if bytes.Equal(h, have) {
				return true
			}
		}
	}
	return false
}

// AcceptOlder takes the file as it is for the newest: the warning goes and the
// anchor follows this file from now on. Until then the anchor keeps what it saw.
func (s *Store) AcceptOlder() error {
	return s.special(func() error {
		s.mu.Lock()
		s.status.Warning = nil
		s.mu.Unlock()
		return diskError(s.anchor.write(s.c.st.root))
	})
}

// fail marks the handle dead: nothing more is written until it is opened anew.
func (s *Store) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.status.Dead == nil {
		s.status.Dead = err
	}
}

func (s *Store) dead() error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.status.Dead != nil {
		return s.status.Dead
	}
	if s.status.ReadOnly {
		return damaged("The store is damaged and open for reading only.")
	}
	return nil
}

// Close stores everything still waiting, writes the anchor, zeroes the keys and
// gives the lock back. Afterwards every call says the store is locked. Changes
// kept aside stay in the redo slots for the next open.
func (s *Store) Close() error {
	s.closing.Do(func() {
		s.backup.stop()
		s.q.close()
		<-s.q.done // the writer has stored what was waiting
		s.life.Lock()
		defer s.life.Unlock()
		s.txMu.Lock()
		defer s.txMu.Unlock()
		s.mu.Lock()
		defer s.mu.Unlock()
		s.side.close()
		s.anchor.close()
		s.c.close(wasCaught(s.status.Dead))
		s.c = nil
		s.aside = nil
		giveBack(s.lock)
	})
	return nil
}

// Lock is Close under the name the screens use: to unlock, Open again.
func (s *Store) Lock() error { return s.Close() }

func millis(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// sortKeys puts values to store in the order of their keys, which is the order
// in which a tree is quickest to fill.
func sortKeys(puts []keyed) {
	slices.SortFunc(puts, func(a, b keyed) int { return cmp.Compare(string(a.key), string(b.key)) })
}

// keyed is a sealed value on its way to its place.
type keyed struct{ key, value []byte }
