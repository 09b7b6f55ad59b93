package journal

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// anchorState is what an anchor remembers of the newest state seen here.
type anchorState struct {
	Seq     uint64 `cbor:"1,keyasint"`
	Head    link   `cbor:"2,keyasint"`
	Time    int64  `cbor:"3,keyasint"` // UTC milliseconds
	Entries int64  `cbor:"4,keyasint"`
	Files   int    `cbor:"5,keyasint"`
}

// anchorFile holds two slots of one page, overwritten in place in turn, in a
// folder that does not travel with the store.
type anchorFile struct {
	path string
	keys *keyring
	o    Options
	f    *os.File
	gen  uint64
	last time.Time
	seen anchorState // what was there at open
	have bool
	lost bool // something was there at open, and nothing in it could be read
}

func anchorPath(dir string, store [16]byte) string {
	return filepath.Join(dir, hex.EncodeToString(store[:])+".anchor")
}

// readAnchor opens the anchor of this store, if there is one that this key can
// read. It creates nothing. Nil when no folder is kept.
func readAnchor(o Options, keys *keyring) *anchorFile {
	if o.StateDir == "" {
		return nil
	}
	a := &anchorFile{path: anchorPath(o.StateDir, keys.store), keys: keys, o: o}
	b, err := readSlots(a.path)
	if errors.Is(err, fs.ErrNotExist) {
		return a
	}
	for slot := range 2 {
		at := slot * pageSize
		if len(b) < at+pageSize {
			break
		}
		n := int(binary.BigEndian.Uint32(b[at:]))
		if n > pageSize-4 {
			continue
		}
		plain, gen, err := keys.anchors.OpenAny(keys.place("anchor", []byte{byte(slot)}, 0), b[at+4:at+4+n])
		var st anchorState
		if err == nil && gen > a.gen && dec.Unmarshal(plain, &st) == nil {
			a.gen, a.seen, a.have = gen, st, true
		}
	}
	a.lost = !a.have
	return a
}

// readSlots reads as much of an anchor as there is. What is no file is not
// opened: a pipe would be waited for.
func readSlots(path string) ([]byte, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !st.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only
	return io.ReadAll(io.LimitReader(f, 2*pageSize))
}

// write puts the newest state into the older slot and syncs it.
func (a *anchorFile) write(r *root) error {
	if a == nil {
		return nil
	}
	if a.f == nil {
		if err := a.create(); err != nil {
			return err
		}
	}
	plain, err := enc.Marshal(anchorState{Seq: r.Seq, Head: r.Head, Time: r.Time, Entries: r.Entries, Files: r.Files})
	if err != nil {
		return err
	}
	gen := a.gen + 1
	slot := int(gen % 2)
	sealed, err := a.keys.anchors.Seal(a.o.Rand, a.keys.place("anchor", []byte{byte(slot)}, gen), plain)
	if err != nil {
		return err
	}
	b := append(binary.BigEndian.AppendUint32(make([]byte, 0, pageSize), uint32(len(sealed))), sealed...)
	if _, err = a.f.WriteAt(b[:len(b):len(b)], int64(slot)*pageSize); err == nil {
		err = syncData(a.f)
	}
	if err == nil {
		a.gen, a.last = gen, time.Now()
	}
	return err
}

// create opens the file for writing, or makes it with room for both slots.
func (a *anchorFile) create() error {
	if err := os.MkdirAll(a.o.StateDir, 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(a.path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	st, err := f.Stat()
	if err == nil && st.Size() < 2*pageSize {
		if err = writeZeros(f, 0, 2*pageSize); err == nil {
			if err = f.Sync(); err == nil {
				err = syncFolder(a.o.StateDir)
			}
		}
	}
	if err != nil {
		_ = f.Close()
		return err
	}
	a.f = f
	return nil
}

func (a *anchorFile) close() {
	if a != nil && a.f != nil {
		_ = a.f.Close()
		a.f = nil
	}
}

// compare says whether the store is older than, or parted from, what was last
// seen here. An anchor behind the store is normal.
func (a *anchorFile) compare(r *root) *Warning {
	if a == nil || !a.have {
		return nil
	}
	same, known := r.knows(a.seen.Seq, a.seen.Head)
	w := &Warning{FileSaved: r.saved(), LastSeen: time.UnixMilli(a.seen.Time).UTC()}
	switch {
	case a.seen.Seq > r.Seq:
		w.MissingChanges = int(a.seen.Seq - r.Seq)
		w.MissingEntries = max(0, a.seen.Entries-r.Entries)
		return w
	case known && !same:
		w.Forked = true
		return w
	}
	return nil
}

// anchorNotes says in words what a comparison with the anchor found.
func anchorNotes(w *Warning, lost bool) []string {
	switch {
	case lost:
		return []string{"What this computer remembers of the newest state of this store cannot be read, so it cannot be told whether this is the newest."}
	case w == nil:
		return nil
	case w.Forked:
		return []string{"This store and the newest one used on this computer have parted: two copies were worked on."}
	}
	missing := "1 change is"
	if w.MissingChanges != 1 {
		missing = fmt.Sprintf("%d changes are", w.MissingChanges)
	}
	return []string{fmt.Sprintf("This store is older than the newest one used on this computer: %s missing, last saved %s.",
		missing, w.LastSeen.Local().Format("Mon 2 Jan 2006, 15:04"))}
}
