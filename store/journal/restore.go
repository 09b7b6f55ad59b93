package journal

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// Restored tells what a restore did.
type Restored struct {
	Report   Report // of the backup
	SetAside string // where the store that was there lies now; "" when there was none
	Erased   int    // files the replaced store had erased, erased here too
}

// Restore puts the backup from in the place of the store to, which must not be
// open. The backup is checked whole first. What was there is set aside, never
// deleted. The same store id with a newer store, or another store id, only with
// force: else fault.Refused. Files that the replaced store had erased are erased
// from the restored one.
func Restore(ctx context.Context, from, to string, o Options, force bool) (Restored, error) {
	o = o.ready(to)
	var out Restored
	if a, err := os.Stat(from); err == nil {
		if b, err := os.Stat(to); err == nil && os.SameFile(a, b) {
			return out, fault.New(fault.BadInput, "The backup and the store are the same file.", "Name the backup first, then the store.")
		}
	}
	lock, err := lockFolder(to)
	if err != nil {
		return out, err
	}
	defer giveBack(lock)
	err = guarded(func() error { return restore(ctx, from, to, o, force, &out) })
	return out, diskError(err)
}

func lockFolder(path string) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, diskError(err)
	}
	return takeLock(path)
}

func restore(ctx context.Context, from, to string, o Options, force bool, out *Restored) error {
	src, err := openCore(from, o, true)
	if err != nil {
		return err
	}
	defer src.close(false)
	if err := src.verifyAll(ctx, o.Progress, &out.Report); err != nil {
		return err
	}
	if !out.Report.OK() {
		return damaged("The backup is damaged, so it was not put back.")
	}
	old, err := openReplaced(to, o, src)
	if err != nil {
		return err
	}
	defer old.close()
	if err := old.mayReplace(src, force); err != nil {
		return err
	}
	tmp := to + newSuffix
	_ = os.Remove(tmp)
	st, err := writeRestored(ctx, src, old.gone, tmp, o, out)
	if err != nil {
		_ = os.Remove(tmp)
		return err
	}
	old.close()
	return finishRestore(to, tmp, o, src, st, out)
}

// finishRestore moves the old store aside and the new one in.
func finishRestore(to, tmp string, o Options, src *core, st *state, out *Restored) error {
	var err error
	if out.SetAside, err = moveAside(to, asideRestore, o); err != nil {
		_ = os.Remove(tmp)
		return err
	}
	for _, suffix := range []string{keysSuffix, draftsSuffix} {
		if _, err := moveAside(to+suffix, asideRestore, o); err != nil {
			return err
		}
	}
	if err := replace(tmp, to); err != nil {
		return err
	}
	if err := syncFolder(filepath.Dir(to)); err != nil {
		return err
	}
	if err := writeFile(to+keysSuffix, src.rawHead); err != nil {
		return err
	}
	side, err := createSide(to+draftsSuffix, o, src.keys)
	if err != nil {
		return err
	}
	side.close()
	a := readAnchor(o, src.keys)
	defer a.close()
	return a.write(st.root)
}

// writeRestored writes the backup's content, without what was erased since.
func writeRestored(ctx context.Context, src *core, gone []tomb, tmp string, o Options, out *Restored) (*state, error) {
	if src.st.root.Schema != o.schema {
		if len(gone) > 0 {
			return nil, fault.New(fault.Refused, "The backup is of an older layout, and files were erased since.", "Open the backup once to bring it up to date, then restore it.")
		}
		return src.st, copyFile(src.path, tmp)
	}
	erased := map[FileID]bool{}
	for _, t := range gone {
		erased[t.File] = true
	}
	st := copyState(src.st, func(r *row) bool { return erased[r.file] })
	if out.Erased = len(src.st.rows) - len(st.rows); out.Erased > 0 {
		st.root.advance(st.root.Seq+1, o.Now(), nil)
	}
	have := map[FileID]bool{}
	for _, t := range st.gone {
		have[t.File] = true
	}
	for _, t := range gone {
		if !have[t.File] {
			st.gone = append(st.gone, t)
		}
	}
	w, err := startFile(tmp)
	if err != nil {
		return nil, err
	}
	defer w.abandon()
	if err := src.copyEntries(ctx, w, st.rows, o.Progress); err != nil {
		return nil, err
	}
	if err := w.top(o, src.keys, src.rawHead, st); err != nil {
		return nil, err
	}
	if err := w.finish(); err != nil {
		return nil, err
	}
	return st, o.checkCopy(ctx, tmp, src.keys)
}

// replaced is what is known of the store that a restore replaces.
type replaced struct {
	c      *core
	there  bool
	store  [16]byte // zero when not known
	seq    uint64
	proven bool // seq and gone are known
	hurt   bool // it is damaged
	gone   []tomb
}

func (r *replaced) close() {
	if r.c != nil {
		r.c.close(false)
		r.c = nil
	}
}

// openReplaced looks at the store that is there: with the passphrase, else with
// the backup's own keys, else only at its plain header.
func openReplaced(to string, o Options, src *core) (*replaced, error) {
	r := &replaced{}
	if _, err := os.Lstat(to); errors.Is(err, os.ErrNotExist) {
		return r, nil
	}
	r.there = true
	c, err := openCore(to, o, true)
	if fault.CodeOf(err) == fault.WrongPassphrase {
		c, err = openCoreWith(to, o, true, src.keys)
	}
	if err == nil {
		r.c, r.store, r.seq, r.proven, r.gone = c, c.keys.store, c.st.root.Seq, true, c.st.gone
		return r, nil
	}
	switch fault.CodeOf(err) {
	case fault.InUse, fault.Stopped, fault.ReadOnly:
		return nil, err
	case fault.Damaged, fault.NotAStore:
		r.hurt = true
	}
	if h := plainHeader(to); h != nil {
		r.store = h.Store
	}
	return r, nil
}

// plainHeader reads the header of a store without a passphrase, or its copy.
func plainHeader(path string) *vault.Header {
	var raw []byte
	_ = guarded(func() error {
		if err := Judge(path); err != nil {
			return err
		}
		db, _, err := openBolt(path, true)
		if err != nil {
			return err
		}
		defer func() { _ = db.Close() }()
		return db.View(func(tx *bolt.Tx) error { raw = get(tx, bucketHead, keyHeader); return nil })
	})
	if h, err := vault.DecodeHeader(raw); err == nil {
		return h
	}
	raw, err := os.ReadFile(path + keysSuffix)
	if err != nil {
		return nil
	}
	h, err := vault.DecodeHeader(raw)
	if err != nil {
		return nil
	}
	return h
}

// mayReplace refuses to replace what would be missed.
func (r *replaced) mayReplace(src *core, force bool) error {
	if !r.there || force {
		return nil
	}
	refuse := func(sentence string) error {
		return fault.New(fault.Refused, sentence, "Add --force to put the backup back all the same; what is there is kept aside.")
	}
	switch {
	case r.store != [16]byte{} && r.store != src.keys.store:
		return refuse("The store that is there is another store, not an older state of this one.")
	case r.proven && r.seq > src.st.root.Seq:
		return refuse("The store that is there is newer than the backup.")
	case !r.proven && !r.hurt:
		return refuse("The store that is there opens with another passphrase, so it cannot be compared.")
	case r.store == [16]byte{} && !r.hurt:
		return refuse("What is there could not be looked at.")
	}
	return nil
}

// copyFile copies a whole file and syncs the copy, which must not exist.
func copyFile(from, to string) error {
	b, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = b.Close() }()
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, b)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}
