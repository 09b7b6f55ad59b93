package journal

import (
	"encoding/binary"
	"errors"
	"io"
	"os"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// The draft file: page 0 says what it is; then the redo slots; then the drafts.
// Everything was written once with zeros, so that overwriting it in place works
// on a full disk and costs one sync.
const (
	usualRedoPages  = 384 // 1.5 MiB
	usualDraftPages = 639 // together with page 0: 4 MiB
	recordHead      = 8   // magic and length before a sealed record
)

var (
	magicSide  = []byte("FPDRAFT1")
	magicRedo  = []byte("FPR1")
	magicDraft = []byte("FPD1")
)

// errForeignSide says that a draft file belongs to another key or store.
var errForeignSide = errors.New("journal: the draft file is of another key")

// extent is a run of pages.
type extent struct{ page, pages int }

// sideFile is the open draft file. One goroutine at a time may use it.
type sideFile struct {
	f         *os.File
	path      string
	keys      *keyring
	rand      io.Reader
	redoPages int
	pages     int // of the whole file

	redoNext int      // where the next redo record goes
	live     []extent // redo records not stored yet: never overwritten
	redo     []redoRecord

	used   []bool // pages of the draft area that hold a place
	drafts map[DraftKey]*draftPlaces
	gen    uint64
}

// createSide writes a new draft file with zeros and syncs it.
func createSide(path string, o Options, keys *keyring) (*sideFile, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	s := &sideFile{f: f, path: path, keys: keys, rand: o.Rand, redoPages: o.redoPages, pages: 1 + o.redoPages + o.draftPages}
	if err = s.format(); err != nil {
		_ = f.Close()
		_ = os.Remove(path)
		return nil, err
	}
	s.reset()
	return s, nil
}

func (s *sideFile) format() error {
	if err := writeZeros(s.f, 0, int64(s.pages)*pageSize); err != nil {
		return err
	}
	head := append(make([]byte, 0, pageSize), magicSide...)
	head = binary.BigEndian.AppendUint32(head, uint32(s.redoPages))
	head = append(head, s.keys.store[:]...)
	proof, err := s.keys.draft.Seal(s.rand, s.keys.place("side", head, 1), []byte("draft file"))
	if err != nil {
		return err
	}
	head = append(binary.BigEndian.AppendUint32(head, uint32(len(proof))), proof...)
	if _, err = s.f.WriteAt(head, 0); err != nil {
		return err
	}
	return s.f.Sync()
}

func (s *sideFile) reset() {
	s.redoNext, s.live, s.redo = 1, nil, nil
	s.used = make([]bool, s.pages)
	s.drafts = map[DraftKey]*draftPlaces{}
}

// writeZeros fills a stretch of a file with zeros that take up room.
func writeZeros(f *os.File, at, n int64) error {
	z := make([]byte, 1<<18)
	for n > 0 {
		m := min(n, int64(len(z)))
		if _, err := f.WriteAt(z[:m], at); err != nil {
			return err
		}
		at += m
		n -= m
	}
	return nil
}

// openSide opens a draft file and reads every record in it. errForeignSide when
// it does not belong to these keys.
func openSide(path string, o Options, keys *keyring, readOnly bool) (*sideFile, error) {
	flag := os.O_RDWR
	if readOnly {
		flag = os.O_RDONLY
	}
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return nil, err
	}
	s := &sideFile{f: f, path: path, keys: keys, rand: o.Rand}
	all, err := whole(f)
	if err == nil && !s.mine(all) {
		err = errForeignSide
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	s.pages = len(all) / pageSize
	s.reset()
	s.readRedo(all)
	s.readDrafts(all)
	return s, nil
}

// whole reads a file at once, in one read of its own size.
func whole(f *os.File) ([]byte, error) {
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	all := make([]byte, min(st.Size(), 1<<31))
	n, err := f.ReadAt(all, 0)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return all[:n], err
}

// mine checks page 0.
func (s *sideFile) mine(all []byte) bool {
	const fixed = 8 + 4 + 16
	if len(all) < 2*pageSize || string(all[:8]) != string(magicSide) {
		return false
	}
	s.redoPages = int(binary.BigEndian.Uint32(all[8:]))
	n := int(binary.BigEndian.Uint32(all[fixed:]))
	if s.redoPages < 1 || (s.redoPages+1)*pageSize > len(all) || n > pageSize-fixed-4 {
		return false
	}
	_, err := s.keys.draft.Open(s.keys.place("side", all[:fixed], 1), all[fixed+4:fixed+4+n])
	return err == nil
}

// record cuts the sealed part of a record that begins on a page.
func record(all []byte, page int, magic []byte, end int) ([]byte, int) {
	b := all[page*pageSize:]
	if string(b[:4]) != string(magic) {
		return nil, 0
	}
	n := int(binary.BigEndian.Uint32(b[4:]))
	pages := pagesFor(n)
	if n < vault.Overhead || page+pages > end {
		return nil, 0
	}
	return b[recordHead : recordHead+n], pages
}

// pagesFor is how many pages a sealed record of n bytes takes.
func pagesFor(n int) int { return (recordHead + n + pageSize - 1) / pageSize }

// put writes a record; the caller syncs.
func (s *sideFile) put(page int, magic, sealed []byte) error {
	b := make([]byte, 0, pagesFor(len(sealed))*pageSize)
	b = append(b, magic...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(sealed)))
	b = append(b, sealed...)
	_, err := s.f.WriteAt(b, int64(page)*pageSize)
	return err
}

// zero overwrites pages; the caller syncs.
func (s *sideFile) zero(e extent) error {
	return writeZeros(s.f, int64(e.page)*pageSize, int64(e.pages)*pageSize)
}

func (s *sideFile) sync() error { return syncData(s.f) }

// samePlace checks that the file at the path is still the one that is open.
func samePlace(path string, f *os.File) error {
	at, err := os.Stat(path)
	if err != nil {
		return movedAway(err)
	}
	have, err := f.Stat()
	if err != nil {
		return diskError(err)
	}
	if !os.SameFile(at, have) {
		return movedAway(nil)
	}
	return nil
}

func movedAway(cause error) error {
	return fault.New(fault.Disk, "The store was moved, deleted or replaced while it was open.", "Put the file back, or restore a backup; then open the store again.").Wrap(cause)
}

func (s *sideFile) close() {
	if s != nil && s.f != nil {
		_ = s.f.Close()
		s.f = nil
	}
}
