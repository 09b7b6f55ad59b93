package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
	boltErrors "go.etcd.io/bbolt/errors"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// The files beside the store.
const (
	keysSuffix    = ".keys"
	draftsSuffix  = ".drafts"
	reserveSuffix = ".reserve"
	lockSuffix    = ".lock"
	backupsSuffix = ".backups"
	newSuffix     = ".new"
)

// Buckets and fixed keys.
var (
	bucketHead, bucketChunk, bucketEntry, bucketGone = []byte("h"), []byte("x"), []byte("e"), []byte("g")

	keyHeader, keyRoot, keyGone = []byte("hdr"), []byte("root"), []byte("gone")
)

// state is what the store holds in memory of the newest change.
type state struct {
	root   *root
	chunks []*chunk
	rows   map[FileID]*row
	gone   []tomb
}

// core is one open store file with its keys: no queue, no drafts, no lock.
type core struct {
	path     string
	o        Options
	db       *bolt.DB
	file     *os.File // bbolt's own handle
	readOnly bool
	header   *vault.Header
	rawHead  []byte
	keys     *keyring
	lent     bool // keys belong to somebody else: not zeroed here
	slot     uint32
	st       *state
	damage   []Damage
}

// lockWait is how long bbolt tries for its own lock. Writers hold ours first, so
// only somebody who is reading is ever waited for.
const lockWait = 250 * time.Millisecond

// openBolt opens an existing file: never creates one, never waits long for
// another window, gives the lock back when bbolt panics on a damaged page.
func openBolt(path string, readOnly bool) (db *bolt.DB, file *os.File, err error) {
	err = inGuard(func() error {
		var oerr error
		db, oerr = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: lockWait, PageSize: pageSize, FreelistType: bolt.FreelistMapType, ReadOnly: readOnly,
			NoStatistics: true, InitialMmapSize: mapAhead,
			OpenFile: func(name string, flag int, perm os.FileMode) (*os.File, error) {
				f, ferr := os.OpenFile(name, flag&^os.O_CREATE, perm)
				file = f
				return f, ferr
			},
		})
		return oerr
	})
	if err == nil {
		db.AllocSize = 4 << 20
		return db, file, nil
	}
	if wasCaught(err) && file != nil {
		unlock(file)
		_ = file.Close()
	}
	switch {
	case errors.Is(err, boltErrors.ErrTimeout):
		err = inUse()
	case errors.Is(err, boltErrors.ErrInvalid), errors.Is(err, boltErrors.ErrVersionMismatch), errors.Is(err, boltErrors.ErrChecksum):
		err = damaged("The beginning of the store is damaged.").Wrap(err)
	}
	return nil, nil, diskError(err)
}

func newerStore() error {
	return fault.New(fault.NewerStore, "The store was written by a newer Footprint.", "Install the newest version on this computer.")
}

func inUse() error {
	return fault.New(fault.InUse, "The store is open in another window.", "Close the other window, then try again.")
}

// openCore opens a store file and everything the list needs. Run it in a guard.
// With readOnly false a file that only reads is opened for reading, with the
// damage named. On error nothing stays open.
func openCore(path string, o Options, readOnly bool) (c *core, err error) {
	return openCoreWith(path, o, readOnly, nil)
}

// openCoreWith opens with keys at hand instead of a passphrase; they stay the
// caller's.
func openCoreWith(path string, o Options, readOnly bool, keys *keyring) (_ *core, err error) {
	if err = Judge(path); err != nil {
		return nil, err
	}
	c := &core{path: path, o: o, readOnly: readOnly, keys: keys, lent: keys != nil}
	defer func() {
		if err != nil {
			c.close(false)
		}
	}()
	c.db, c.file, err = openBolt(path, readOnly)
	if wasCaught(err) && !readOnly {
		c.readOnly = true
		c.damage = append(c.damage, Damage{What: "the list of free pages"})
		c.db, c.file, err = openBolt(path, true)
	}
	if err != nil {
		return nil, err
	}
	if err = c.unlock(); err != nil {
		return nil, err
	}
	return c, c.load()
}

// close ends the file and zeroes the keys. After a caught fault bbolt may hold
// its own locks for ever: then it is given a moment and left.
func (c *core) close(faulted bool) {
	if !c.lent {
		c.keys.zero()
	}
	c.closeFile(faulted)
}

func (c *core) closeFile(faulted bool) {
	if c.db == nil {
		return
	}
	db, file := c.db, c.file
	c.db = nil
	if !faulted {
		if err := inGuard(db.Close); err == nil {
			return
		}
	}
	done := make(chan struct{})
	go func() {
		_ = inGuard(db.Close)
		close(done)
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	select {
	case <-done:
	case <-ctx.Done():
		unlock(file)
	}
}

// view runs f in a read transaction of its own under the guard. Nothing that
// belongs to bbolt may leave f.
func (c *core) view(f func(tx *bolt.Tx) error) error {
	return inGuard(func() error { return c.db.View(f) })
}

// get copies one value out, or nil when it is not there.
func get(tx *bolt.Tx, bucket, key []byte) []byte {
	b := tx.Bucket(bucket)
	if b == nil {
		return nil
	}
	return bytes.Clone(b.Get(key))
}

// unlock reads the header, from the file or else its copy, and opens the root
// with it. The root names the right header: an old one opens nothing.
func (c *core) unlock() error {
	var raw, rawRoot []byte
	verr := c.view(func(tx *bolt.Tx) error {
		raw, rawRoot = get(tx, bucketHead, keyHeader), get(tx, bucketHead, keyRoot)
		return nil
	})
	beside, kerr := os.ReadFile(c.path + keysSuffix)
	if kerr != nil || bytes.Equal(beside, raw) {
		beside = nil
	}
	if raw == nil && beside == nil {
		if verr != nil {
			return verr
		}
		return notAStore("The file is a database, but not a Footprint store.")
	}
	var first error
	for _, cand := range [][]byte{raw, beside} {
		if cand == nil {
			continue
		}
		err := c.unlockWith(cand, rawRoot)
		if err == nil {
			return nil
		}
		if first == nil || fault.CodeOf(first) == fault.Damaged && fault.CodeOf(err) != fault.Damaged {
			first = err
		}
	}
	return first
}

func (c *core) unlockWith(raw, rawRoot []byte) error {
	h, err := vault.DecodeHeader(raw)
	if err != nil {
		return err
	}
	if h.MinReader > formatNow {
		return newerStore()
	}
	if rawRoot == nil {
		return damaged("The top of the store is missing.")
	}
	keys, slot := c.keys, uint32(0)
	if !c.lent {
		var master *vault.Key
		if master, slot, err = h.Unlock(c.o.Passphrase, c.o.Recovery); err != nil {
			return err
		}
		keys = newKeyring(master, h.Store)
	}
	r, err := keys.openRoot(rawRoot)
	switch {
	case err != nil:
		err = damaged("The top of the store is damaged.").Wrap(err)
	case r.Schema > c.o.schema:
		err = newerStore()
	case r.Header != sha256.Sum256(raw):
		err = fault.New(fault.WrongPassphrase, "That passphrase was replaced: the key slots are an older copy.", "Use the newest passphrase, or the recovery code.")
	}
	if err != nil {
		if !c.lent {
			keys.zero()
		}
		return err
	}
	c.header, c.rawHead, c.keys, c.slot = h, raw, keys, slot
	c.st = &state{root: r}
	return nil
}

// load reads every chunk and the list of erased files. A chunk that does not
// open is named; the rest is still listed.
func (c *core) load() error {
	st := c.st
	st.rows = make(map[FileID]*row, st.root.Files)
	st.chunks = make([]*chunk, len(st.root.Chunks))
	if st.root.Schema != c.o.schema {
		return nil // migrate reads it in its own way
	}
	for i, m := range st.root.Chunks {
		st.chunks[i] = &chunk{mark: m}
		rows, err := c.readChunk(i, m)
		if err != nil {
			st.chunks[i].bad = true
			c.damage = append(c.damage, Damage{What: "part of the list", Count: int(m.Rows)})
			continue
		}
		st.chunks[i].rows = rows
		for _, r := range rows {
			st.rows[r.file] = r
		}
	}
	if st.root.Gone.Rows > 0 {
		var sealed []byte
		err := c.view(func(tx *bolt.Tx) error { sealed = get(tx, bucketGone, keyGone); return nil })
		if err == nil && vault.TagOf(sealed) != st.root.Gone.Tag {
			err = vault.ErrSeal
		}
		if err == nil {
			st.gone, err = c.keys.openGone(st.root.Gone.Version, sealed)
		}
		if err != nil {
			c.damage = append(c.damage, Damage{What: "the list of erased files"})
		}
	}
	if len(c.damage) > 0 {
		c.readOnly = true
	}
	return nil
}

// readChunk reads and proves one chunk.
func (c *core) readChunk(i int, m mark) ([]*row, error) {
	plain, err := c.chunkPlain(i, m)
	if err != nil {
		return nil, err
	}
	rows, err := unpackChunk(plain, i)
	if err == nil && len(rows) != int(m.Rows) {
		err = errCodec
	}
	return rows, err
}

func (c *core) chunkPlain(i int, m mark) ([]byte, error) {
	var sealed []byte
	if err := c.view(func(tx *bolt.Tx) error { sealed = get(tx, bucketChunk, chunkKey(i)); return nil }); err != nil {
		return nil, err
	}
	if sealed == nil || vault.TagOf(sealed) != m.Tag {
		return nil, vault.ErrSeal
	}
	return c.keys.chunk.Open(c.keys.place("x", chunkKey(i), m.Version), sealed)
}

// entries reads one file whole and proves it against its row.
func (c *core) entries(tx *bolt.Tx, r *row) ([]Entry, error) {
	s, err := c.keys.fileSealer(r.file, r.wrap)
	if err != nil {
		return nil, damagedFile().Wrap(err)
	}
	defer s.Zero()
	b := tx.Bucket(bucketEntry)
	if b == nil {
		return nil, damagedFile()
	}
	out := make([]Entry, 0, min(r.count, 1<<16))
	head := firstLink(r.file)
	cur := b.Cursor()
	k, v := cur.Seek(r.file[:])
	for ; k != nil && bytes.HasPrefix(k, r.file[:]); k, v = cur.Next() {
		if !bytes.Equal(k, entryKey(r.file, uint64(len(out)))) {
			return nil, damagedFile()
		}
		e, _, err := c.keys.openEntry(s, entryKey(r.file, uint64(len(out))), bytes.Clone(v))
		if err != nil {
			return nil, damagedFile().Wrap(err)
		}
		head = head.next(e)
		out = append(out, e)
	}
	if uint64(len(out)) != r.count || head != r.head {
		return nil, damagedFile()
	}
	return out, nil
}
