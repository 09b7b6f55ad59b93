package journal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"slices"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// salvage gathers what is left of a store, from wherever it comes. Sealed bytes
// first; with the keys they prove themselves.
type salvage struct {
	heads  [][]byte
	roots  [][]byte
	gones  [][]byte
	chunks map[uint32][][]byte
	sealed map[[24]byte][][]byte

	keys    *keyring
	rawHead []byte
	newest  *root             // the newest root that opens, or nil
	latest  uint64            // the highest version of anything that opened
	rows    map[FileID][]seen // every row found, newest first
	gone    []tomb
}

// seen is a row as some chunk held it; current when the newest root names that
// very chunk.
type seen struct {
	*row
	version uint64
	current bool
}

func newSalvage() *salvage {
	return &salvage{chunks: map[uint32][][]byte{}, sealed: map[[24]byte][][]byte{}, rows: map[FileID][]seen{}}
}

// addNew adds b to list unless it is there.
func addNew(list [][]byte, b []byte) [][]byte {
	for _, have := range list {
		if bytes.Equal(have, b) {
			return list
		}
	}
	return append(list, b)
}

// take sorts a record by the shape of its key.
func (v *salvage) take(key, value []byte) {
	switch {
	case string(key) == string(keyHeader):
		v.heads = addNew(v.heads, value)
	case string(key) == string(keyRoot):
		v.roots = addNew(v.roots, value)
	case string(key) == string(keyGone):
		v.gones = addNew(v.gones, value)
	case len(key) == 4:
		i := uint32(key[0])<<24 | uint32(key[1])<<16 | uint32(key[2])<<8 | uint32(key[3])
		v.chunks[i] = addNew(v.chunks[i], value)
	case len(key) == 24:
		k := [24]byte(key)
		v.sealed[k] = addNew(v.sealed[k], value)
	}
}

// unlock tries every header found. One whose key opens a root that names it is
// best; else any that opens.
func (v *salvage) unlock(o Options) error {
	err := error(damaged("No copy of the key slots is left, so nothing can be opened."))
	for _, raw := range v.heads {
		h, herr := vault.DecodeHeader(raw)
		if herr != nil {
			continue
		}
		if h.MinReader > formatNow {
			return newerStore()
		}
		master, _, uerr := h.Unlock(o.Passphrase, o.Recovery)
		if uerr != nil {
			if fault.CodeOf(err) != fault.WrongPassphrase {
				err = uerr
			}
			continue
		}
		keys := newKeyring(master, h.Store)
		r, named := bestRoot(keys, v.roots, sha256.Sum256(raw))
		if v.keys != nil && !named && (r == nil || v.newest != nil) {
			keys.zero()
			continue
		}
		v.keys.zero()
		v.keys, v.rawHead, v.newest = keys, raw, r
		if named {
			break
		}
	}
	if v.keys == nil {
		return err
	}
	return nil
}

// bestRoot opens what opens and gives the newest, and whether it names a header.
func bestRoot(keys *keyring, roots [][]byte, header [32]byte) (best *root, named bool) {
	for _, b := range roots {
		r, err := keys.openRoot(b)
		if err == nil && (best == nil || r.Seq > best.Seq) {
			best = r
		}
	}
	return best, best != nil && best.Header == header
}

// index opens every chunk and list of erased files that was found.
func (v *salvage) index() {
	for i, list := range v.chunks {
		for _, b := range list {
			plain, version, err := v.keys.chunk.OpenAny(v.keys.place("x", chunkKey(int(i)), 0), b)
			if err != nil {
				continue
			}
			rows, err := unpackChunk(plain, int(i))
			if err != nil {
				continue
			}
			v.latest = max(v.latest, version)
			current := v.newest != nil && int(i) < len(v.newest.Chunks) && v.newest.Chunks[i].Tag == vault.TagOf(b)
			for _, r := range rows {
				v.rows[r.file] = append(v.rows[r.file], seen{r, version, current})
			}
		}
	}
	for _, list := range v.rows {
		slices.SortStableFunc(list, func(a, b seen) int {
			if a.current != b.current {
				if a.current {
					return -1
				}
				return 1
			}
			return cmp.Compare(b.version, a.version)
		})
	}
	best := uint64(0)
	for _, b := range v.gones {
		version, ok := vault.VersionOf(b)
		if !ok || version < best {
			continue
		}
		if gone, err := v.keys.openGone(version, b); err == nil {
			v.gone, best = gone, version
		}
	}
	for _, t := range v.gone {
		delete(v.rows, t.File)
	}
}

// rebuilt is a file as far as it could be brought back.
type rebuilt struct {
	row     *row
	version uint64 // of the row
	entries []Entry
	known   int  // the highest count any row knew
	proven  bool // the newest row is known to be the newest, and its chain holds
}

// rebuild puts one file together from every sealed entry that opens.
func (v *salvage) rebuild(list []seen, byFile map[FileID][]uint64) rebuilt {
	top := list[0]
	out := rebuilt{row: top.row, version: top.version}
	for _, r := range list {
		out.known = max(out.known, int(r.count))
	}
	s, err := v.keys.fileSealer(top.file, top.wrap)
	if err != nil {
		return out
	}
	defer s.Zero()
	numbers := byFile[top.file]
	slices.Sort(numbers)
	whole := true
	for i, n := range numbers {
		e, ok := v.newestEntry(s, top.file, n)
		if !ok || n != uint64(i) {
			whole = false
		}
		if ok {
			out.entries = append(out.entries, e)
		}
	}
	head := firstLink(top.file)
	for i, e := range out.entries {
		if uint64(i) == top.count {
			break
		}
		head = head.next(e)
	}
	out.proven = whole && top.current && uint64(len(out.entries)) >= top.count && head == top.head
	return out
}

// newestEntry opens the newest of the sealed values found for one number.
func (v *salvage) newestEntry(s *vault.Sealer, f FileID, n uint64) (best Entry, ok bool) {
	key := entryKey(f, n)
	newest := uint64(0)
	for _, b := range v.sealed[[24]byte(key)] {
		e, version, err := v.keys.openEntry(s, key, b)
		if err == nil {
			v.latest = max(v.latest, version)
		}
		if err == nil && (!ok || version > newest) {
			best, newest, ok = e, version, true
		}
	}
	return best, ok
}
