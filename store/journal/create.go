package journal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// reserveSize is the room kept to be given back when the disk is full.
const reserveSize = 16 << 20

// Create makes a new store at path and opens it. It returns the recovery code,
// which is kept nowhere: show it once. Over anything that exists it refuses
// with fault.Exists; a weak passphrase with fault.WeakPassphrase.
func Create(path string, o Options) (_ *Store, recovery string, err error) {
	o = o.ready(path)
	if err := vault.Judge(o.Passphrase, nil).Err(); err != nil {
		return nil, "", err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, "", existsAlready()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, "", diskError(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, "", diskError(err)
	}
	lock, err := takeLock(path)
	if err != nil {
		return nil, "", err
	}
	recovery, err = createFiles(path, o)
	if err != nil {
		giveBack(lock)
		_ = os.Remove(path + lockSuffix) // nothing is left where nothing was made
		return nil, "", diskError(err)
	}
	s, err := openLocked(path, o, lock)
	if err != nil {
		giveBack(lock)
		return nil, "", err
	}
	return s, recovery, nil
}

func existsAlready() error {
	return fault.New(fault.Exists, "There is a file at that path already.", "Choose another path, or open the store that is there.")
}

// Free says with fault.InUse that another window has the store at path. Any
// other trouble with the lock is left for Open to tell.
func Free(path string) error {
	lock, err := takeLock(path)
	if fault.CodeOf(err) == fault.InUse {
		return err
	}
	if err == nil {
		giveBack(lock)
	}
	return nil
}

// createFiles writes everything beside the store first and the store last, so
// that a store that is there is whole.
func createFiles(path string, o Options) (string, error) {
	if o.KDF.IsZero() {
		o.KDF = vault.Calibrate()
	}
	var id [16]byte
	if _, err := io.ReadFull(o.Rand, id[:]); err != nil {
		return "", err
	}
	h := vault.NewHeader(id, formatNow, minReaderNow, o.Now().UnixMilli())
	master, code, err := newMaster(o, h, [][]byte{o.Passphrase})
	if err != nil {
		return "", err
	}
	keys := newKeyring(master, id)
	defer keys.zero()
	raw, err := h.Encode(master)
	if err != nil {
		return "", err
	}
	st := &state{root: &root{Schema: schemaNow, MasterAt: o.Now().UnixMilli()}, rows: map[FileID]*row{}}
	if _, err := io.ReadFull(o.Rand, st.root.GoneKey[:]); err != nil {
		return "", err
	}
	// Left over beside a store that was deleted: perhaps somebody's last words.
	for _, suffix := range []string{keysSuffix, draftsSuffix} {
		if _, err := setAside(path+suffix, o); err != nil {
			return "", err
		}
	}
	tmp := path + newSuffix
	_ = os.Remove(tmp)
	if err := writeStore(tmp, o, keys, raw, st); err != nil {
		_ = os.Remove(tmp)
		return "", err
	}
	if err := finishCreate(path, tmp, o, keys, raw); err != nil {
		_ = os.Remove(tmp)
		return "", err
	}
	return code, nil
}

func finishCreate(path, tmp string, o Options, keys *keyring, raw []byte) error {
	side, err := createSide(path+draftsSuffix, o, keys)
	if err != nil {
		return err
	}
	side.close()
	if err := writeFile(path+keysSuffix, raw); err != nil {
		return err
	}
	if !o.noReserve {
		makeReserve(path)
	}
	if err := replace(tmp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// writeStore writes a whole store file without entries.
func writeStore(path string, o Options, keys *keyring, raw []byte, st *state) error {
	return guarded(func() error {
		w, err := startFile(path)
		if err != nil {
			return err
		}
		defer w.abandon()
		if err := w.top(o, keys, raw, st); err != nil {
			return err
		}
		return w.finish()
	})
}

// makeReserve sets room aside if there is plenty; without it nothing is lost.
func makeReserve(path string) {
	name := path + reserveSuffix
	if st, err := os.Stat(name); err == nil && st.Size() == reserveSize {
		return
	}
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return
	}
	err = writeZeros(f, 0, reserveSize)
	_ = f.Close()
	if err != nil {
		_ = os.Remove(name)
	}
}

// setAside renames a file out of the way, with the time in its name, and gives
// the new name; "" when there was nothing.
func setAside(path string, o Options) (string, error) {
	return moveAside(path, asideOld, o)
}

// Why a file was set aside, as it stands in its name.
const (
	asideOld     = "old"
	asideRestore = "before-restore"
)

// asideOf lists what was set aside beside the store at path.
func asideOf(path string) ([]string, error) {
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range files {
		for _, suffix := range []string{"", keysSuffix, draftsSuffix} {
			for _, why := range []string{asideOld, asideRestore} {
				if strings.HasPrefix(f.Name(), filepath.Base(path)+suffix+"."+why+"-") {
					out = append(out, filepath.Join(filepath.Dir(path), f.Name()))
				}
			}
		}
	}
	return out, nil
}

func moveAside(path, why string, o Options) (string, error) {
	if _, err := os.Lstat(path); err != nil {
		return "", nil
	}
	stamp := o.Now().UTC().Format("20060102T150405Z")
	for i := range 1000 {
		to := fmt.Sprintf("%s.%s-%s", path, why, stamp)
		if i > 0 {
			to = fmt.Sprintf("%s-%d", to, i+1)
		}
		if _, err := os.Lstat(to); err == nil {
			continue
		}
		return to, replace(path, to)
	}
	return "", fault.New(fault.Exists, "Too many old copies lie beside the store.", "Delete the ones you no longer need.")
}

// takeLock takes the store's own lock without waiting: a second window is told
// at once.
func takeLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path+lockSuffix, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, diskError(err)
	}
	ok, err := tryLock(f)
	if err != nil || !ok {
		_ = f.Close()
		if err != nil {
			return nil, diskError(err)
		}
		return nil, inUse()
	}
	return f, nil
}

func giveBack(lock *os.File) {
	if lock != nil {
		unlock(lock)
		_ = lock.Close()
	}
}
