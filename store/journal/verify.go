package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"footprint/store/vault"
)

// Report is what verify and repair found.
type Report struct {
	Path     string
	Store    [16]byte
	Sequence uint64
	Saved    time.Time // UTC, of the last change
	Files    int       // files proven whole
	Entries  int64     // entries proven
	Damage   []Damage  // everything that did not agree
	Notes    []string  // what is worth saying and is no damage

	// Repair only.
	Unproven  []Unproven // files whose count can no longer be proven
	Recovered int        // entries written to the new file
}

// Unproven is a repaired file of which more may have existed than was found.
type Unproven struct {
	File  FileID
	Found int
	Known int // the highest count known; 0 when none is
}

// OK reports whether everything agreed.
func (r Report) OK() bool { return len(r.Damage) == 0 && len(r.Unproven) == 0 }

// Verify checks the open store: every seal, every chain, the chunks against the
// root, that nothing is there that belongs to no file. It runs beside the
// writer, on a guarded goroutine and a transaction of its own. The error is for
// trouble in looking; what is damaged stands in the report.
func (s *Store) Verify(ctx context.Context, progress func(done, total int64)) (Report, error) {
	s.life.RLock()
	defer s.life.RUnlock()
	var rep Report
	err := guarded(func() error {
		tx, c, rows, err := s.snapshot()
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		rep = Report{Path: s.path, Store: c.keys.store, Damage: s.Status().Damage}
		err = c.verify(ctx, tx, rows, progress, &rep)
		if err == nil {
			c.verifyBeside(&rep)
			st := s.Status() // as it was compared at open: since then the anchor has moved on
			rep.Notes = append(rep.Notes, anchorNotes(st.Warning, st.AnchorLost)...)
		}
		return err
	})
	if wasCaught(err) {
		s.fail(err)
		rep.Damage = append(rep.Damage, Damage{What: "the file's own pages"})
		err = nil
	}
	return rep, err
}

// snapshot begins a read and takes the rows that belong to it.
func (s *Store) snapshot() (*bolt.Tx, *core, []*row, error) {
	s.txMu.RLock()
	defer s.txMu.RUnlock()
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.c == nil {
		return nil, nil, nil, closedStore()
	}
	tx, err := s.c.db.Begin(false)
	if err != nil {
		return nil, nil, nil, diskError(err)
	}
	return tx, s.c, s.c.st.list(), nil
}

// list gives the rows in order.
func (st *state) list() []*row {
	out := make([]*row, 0, len(st.rows))
	for _, c := range st.chunks {
		out = append(out, c.rows...)
	}
	return out
}

// VerifyFile checks a store or backup that is not open. It changes nothing and
// makes nothing beside it. One that is older than the newest one seen on this
// computer may be whole, and a note says so. Errors are those of Open.
func VerifyFile(ctx context.Context, path string, o Options) (Report, error) {
	o = o.ready(path)
	rep := Report{Path: path}
	err := guarded(func() error {
		c, err := openCore(path, o, true)
		if err != nil {
			return err
		}
		defer c.close(false)
		if err := c.verifyAll(ctx, o.Progress, &rep); err != nil {
			return err
		}
		if a := readAnchor(o, c.keys); a != nil {
			rep.Notes = append(rep.Notes, anchorNotes(a.compare(c.st.root), a.lost)...)
		}
		return nil
	})
	return rep, diskError(err)
}

// verifyAll checks a core that nobody writes to.
func (c *core) verifyAll(ctx context.Context, progress func(done, total int64), rep *Report) error {
	rep.Store = c.keys.store
	if c.st.root.Schema != c.o.schema {
		rep.Notes = append(rep.Notes, "The store is of an older layout: opening it brings it up to date.")
		rep.Sequence, rep.Saved = c.st.root.Seq, c.st.root.saved()
		return nil
	}
	rep.Damage = append(rep.Damage, c.damage...)
	err := c.view(func(tx *bolt.Tx) error { return c.verify(ctx, tx, c.st.list(), progress, rep) })
	if wasCaught(err) {
		rep.Damage = append(rep.Damage, Damage{What: "the file's own pages"})
		err = nil
	}
	c.verifyBeside(rep)
	return err
}

// verify walks one transaction.
func (c *core) verify(ctx context.Context, tx *bolt.Tx, rows []*row, progress func(done, total int64), rep *Report) error {
	r, err := c.keys.openRoot(get(tx, bucketHead, keyRoot))
	if err != nil {
		rep.Damage = append(rep.Damage, Damage{What: "the top of the store"})
		return nil
	}
	rep.Sequence, rep.Saved = r.Seq, r.saved()
	if sha256.Sum256(get(tx, bucketHead, keyHeader)) != r.Header {
		rep.Damage = append(rep.Damage, Damage{What: "the key slots"})
	}
	bad := c.verifyChunks(tx, r, rep)
	known := make(map[FileID]uint64, len(rows))
	var total, done int64
	for _, f := range rows {
		known[f.file] = f.count
		total += int64(f.count) + 1
	}
	for _, f := range rows {
		if err := ctx.Err(); err != nil {
			return stopped(err)
		}
		err := inGuard(func() error {
			list, err := c.entries(tx, f)
			rep.Entries += int64(len(list))
			return err
		})
		if err != nil {
			rep.Damage = append(rep.Damage, Damage{File: f.file, What: "the entries of one file", Count: 1})
		} else {
			rep.Files++
		}
		if done += int64(f.count) + 1; progress != nil {
			progress(done, total)
		}
	}
	if !bad {
		c.verifyStrays(tx, known, rep)
		if len(rows) != r.Files {
			rep.Damage = append(rep.Damage, Damage{What: "the number of files"})
		}
	}
	return nil
}

// verifyChunks opens every chunk the root names, and looks for others.
func (c *core) verifyChunks(tx *bolt.Tx, r *root, rep *Report) (bad bool) {
	for i, m := range r.Chunks {
		err := inGuard(func() error {
			sealed := get(tx, bucketChunk, chunkKey(i))
			if sealed == nil || vault.TagOf(sealed) != m.Tag {
				return vault.ErrSeal
			}
			_, err := c.keys.chunk.Open(c.keys.place("x", chunkKey(i), m.Version), sealed)
			return err
		})
		if err != nil {
			if bad = true; !c.st.chunks[i].bad { // else open named it already
				rep.Damage = append(rep.Damage, Damage{What: "part of the list", Count: int(m.Rows)})
			}
		}
	}
	err := inGuard(func() error {
		k, _ := tx.Bucket(bucketChunk).Cursor().Last()
		if k != nil && bytes.Compare(k, chunkKey(len(r.Chunks))) >= 0 {
			rep.Damage = append(rep.Damage, Damage{What: "a part of the list that belongs nowhere"})
		}
		return nil
	})
	return bad || err != nil
}

// verifyStrays looks for entries that belong to no file on the list.
func (c *core) verifyStrays(tx *bolt.Tx, known map[FileID]uint64, rep *Report) {
	strays := map[FileID]bool{}
	err := inGuard(func() error {
		cur := tx.Bucket(bucketEntry).Cursor()
		for k, _ := cur.First(); k != nil; k, _ = cur.Next() {
			if len(k) != 24 {
				rep.Damage = append(rep.Damage, Damage{What: "a record that belongs nowhere"})
				continue
			}
			if f := FileID(k[:16]); !strays[f] {
				if _, ok := known[f]; !ok {
					strays[f] = true
					rep.Damage = append(rep.Damage, Damage{File: f, What: "entries of a file that is on no list", Count: 1})
				}
			}
		}
		return nil
	})
	if err != nil {
		rep.Damage = append(rep.Damage, Damage{What: "the file's own pages"})
	}
}

// verifyBeside looks at the copy of the key slots, where there is one.
func (c *core) verifyBeside(rep *Report) {
	b, err := os.ReadFile(c.path + keysSuffix)
	if err != nil {
		rep.Notes = append(rep.Notes, "There is no copy of the key slots beside the file.")
		return
	}
	if !bytes.Equal(b, c.rawHead) {
		rep.Damage = append(rep.Damage, Damage{What: "the copy of the key slots beside the file"})
	}
}
