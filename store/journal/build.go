package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"footprint/store/vault"
)

// writing is a new store file in the making. Nothing of it lasts until finish.
type writing struct {
	path    string
	db      *bolt.DB
	tx      *bolt.Tx
	pending int
}

// startFile begins a new store file at path, which must not exist.
func startFile(path string) (*writing, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	w := &writing{path: path}
	w.db, err = bolt.Open(path, 0o600, &bolt.Options{PageSize: pageSize, FreelistType: bolt.FreelistMapType, NoStatistics: true, NoSync: true, NoGrowSync: true, InitialMmapSize: mapAhead})
	if err == nil {
		w.db.AllocSize = 4 << 20
		err = w.begin()
	}
	if err != nil {
		w.abandon()
		return nil, err
	}
	for _, name := range [][]byte{bucketHead, bucketChunk, bucketEntry, bucketGone} {
		b, err := w.tx.CreateBucketIfNotExists(name)
		if err != nil {
			w.abandon()
			return nil, err
		}
		b.FillPercent = 0.9
	}
	return w, nil
}

func (w *writing) begin() (err error) {
	w.tx, err = w.db.Begin(true)
	return err
}

// put adds one value. Keys in order make the smallest file.
func (w *writing) put(bucket, key, value []byte) error {
	b := w.tx.Bucket(bucket)
	b.FillPercent = 0.9
	if err := b.Put(key, value); err != nil {
		return err
	}
	if w.pending += len(value); w.pending < 16<<20 {
		return nil
	}
	w.pending = 0
	if err := w.tx.Commit(); err != nil {
		return err
	}
	return w.begin()
}

// abandon removes what was made. It is safe after finish and on nil.
func (w *writing) abandon() {
	if w == nil || w.db == nil {
		return
	}
	if w.tx != nil {
		_ = w.tx.Rollback()
	}
	_ = w.db.Close()
	w.db = nil
	_ = os.Remove(w.path)
}

// finish commits, syncs and closes the file.
func (w *writing) finish() error {
	err := w.tx.Commit()
	if err == nil {
		err = w.db.Sync()
	}
	if err != nil {
		w.abandon()
		return err
	}
	err = w.db.Close()
	w.db = nil
	if err != nil {
		_ = os.Remove(w.path)
	}
	return err
}

// top writes header, chunks, erased list and root; it fills the root's marks.
func (w *writing) top(o Options, keys *keyring, rawHeader []byte, st *state) error {
	r := st.root
	r.Header = sha256.Sum256(rawHeader)
	r.Chunks = make([]mark, len(st.chunks))
	r.Files, r.Entries = len(st.rows), 0
	for _, f := range st.rows {
		r.Entries += int64(f.count)
	}
	for i, c := range st.chunks {
		v, m, err := keys.sealChunk(o.Rand, i, r.Seq, c.rows)
		if err != nil {
			return err
		}
		r.Chunks[i], c.mark = m, m
		if err := w.put(bucketChunk, chunkKey(i), v); err != nil {
			return err
		}
	}
	r.Gone = mark{}
	if len(st.gone) > 0 {
		v, m, err := keys.sealGone(o.Rand, r.Seq, st.gone)
		if err != nil {
			return err
		}
		r.Gone = m
		if err := w.put(bucketGone, keyGone, v); err != nil {
			return err
		}
	}
	sealed, err := keys.sealRoot(o.Rand, r)
	if err != nil {
		return err
	}
	if err := w.put(bucketHead, keyHeader, rawHeader); err != nil {
		return err
	}
	return w.put(bucketHead, keyRoot, sealed)
}

// copyEntries copies the sealed entries of every file that keep has, as they
// are: they hang on the file's own key, not on the master key.
func (c *core) copyEntries(ctx context.Context, w *writing, keep map[FileID]*row, progress func(done, total int64)) error {
	return guarded(func() error {
		return c.db.View(func(tx *bolt.Tx) error {
			b := tx.Bucket(bucketEntry)
			if b == nil {
				return damaged("The store's entries are missing.")
			}
			total, done := tx.Size(), int64(0)
			cur := b.Cursor()
			for k, v := cur.First(); k != nil; k, v = cur.Next() {
				if err := ctx.Err(); err != nil {
					return stopped(err)
				}
				if len(k) != 24 || keep[FileID(k[:16])] == nil {
					continue
				}
				done += int64(len(v))
				progress(done, total)
				if err := w.put(bucketEntry, bytes.Clone(k), bytes.Clone(v)); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// copyState is a deep enough copy of a state to change and write elsewhere:
// rows and wraps may be replaced, chunks regrouped, the root advanced.
func copyState(st *state, drop func(*row) bool) *state {
	r := *st.root
	out := &state{root: &r, rows: make(map[FileID]*row, len(st.rows)), gone: append([]tomb(nil), st.gone...)}
	for _, c := range st.chunks {
		for _, old := range c.rows {
			if drop != nil && drop(old) {
				continue
			}
			nr := *old
			out.add(&nr)
		}
	}
	return out
}

// add puts a row into the last chunk, or a new one when that is full.
func (st *state) add(r *row) {
	n := len(st.chunks)
	if n == 0 || len(st.chunks[n-1].rows) >= chunkRows {
		st.chunks = append(st.chunks, new(chunk))
		n++
	}
	r.chunk = n - 1
	st.chunks[n-1].rows = append(st.chunks[n-1].rows, r)
	st.rows[r.file] = r
}

// writeFile writes a file beside its place, syncs it, and renames it there.
func writeFile(path string, b []byte) error {
	tmp := path + newSuffix
	f, err := os.OpenFile(tmp, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = replace(tmp, path)
	}
	if err != nil {
		_ = os.Remove(tmp)
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// newMaster draws a master key and makes a header with a passphrase slot and a
// new recovery code, for a new store or a new key of an old one.
func newMaster(o Options, h *vault.Header, passes [][]byte) (*vault.Key, string, error) {
	master, err := vault.NewKey(o.Rand)
	if err != nil {
		return nil, "", err
	}
	code, err := vault.NewRecovery(o.Rand)
	if err == nil {
		_, err = h.AddRecovery(o.Rand, master, code, o.Now().UnixMilli())
	}
	for _, p := range passes {
		if err == nil {
			_, err = h.AddPassphrase(o.Rand, master, p, o.KDF, o.Now().UnixMilli())
		}
	}
	if err != nil {
		master.Zero()
		return nil, "", err
	}
	return master, code, nil
}
