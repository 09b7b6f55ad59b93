package journal

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"io"
	"os"

	"footprint/store/vault"
)

const (
	pageSize  = 4096
	boltMagic = 0xED0CDAED
	// leastSize is what the emptiest store takes: two meta pages, a freelist,
	// the bucket tree, header and root.
	leastSize = 4 * pageSize
)

// Judge looks at a file before any passphrase is asked for: whether it is
// there, is a store, and is as long as its own pages say.
func Judge(path string) error {
	st, err := os.Stat(path) // before it is opened: a pipe would be waited for
	switch {
	case err != nil:
		return diskError(err)
	case !st.Mode().IsRegular():
		return notAStore("That path is not a file.")
	case st.Size() == 0:
		return notAStore("The file is empty: it is shorter than a store can be.")
	}
	f, err := os.Open(path)
	if err != nil {
		return diskError(err)
	}
	defer func() { _ = f.Close() }()
	var pages [2 * pageSize]byte
	n, err := f.ReadAt(pages[:], 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return diskError(err)
	}
	high, sign := uint64(0), false
	for i := range 2 {
		h, ok, magic := metaOf(pages[:n], i)
		sign = sign || magic
		if ok {
			high = max(high, h)
		}
	}
	switch {
	case high == 0 && (sign || hasKeys(path)):
		return damaged("The beginning of the store is damaged.")
	case high == 0 && st.Size() < leastSize:
		return notAStore("The file is shorter or emptier than a store can be.")
	case high == 0:
		return notAStore("The file is not a Footprint store.")
	case high > uint64(st.Size())/pageSize:
		return damaged("The store is shorter than it was: its end is missing.")
	}
	return nil
}

// metaOf reads bbolt's meta page i: the number of pages in use, whether its
// checksum holds, and whether it looks like a meta page at all.
func metaOf(b []byte, i int) (high uint64, ok, magic bool) {
	const size = 64
	at := i*pageSize + 16
	if len(b) < at+size {
		return 0, false, false
	}
	m := b[at : at+size]
	magic = binary.LittleEndian.Uint32(m) == boltMagic
	h := fnv.New64a()
	_, _ = h.Write(m[:56])
	ok = magic && h.Sum64() == binary.LittleEndian.Uint64(m[56:])
	return binary.LittleEndian.Uint64(m[40:]), ok, magic
}

// hasKeys reports whether a sound copy of a store's key slots lies beside path.
func hasKeys(path string) bool {
	b, err := os.ReadFile(path + keysSuffix)
	if err != nil {
		return false
	}
	_, err = vault.DecodeHeader(b)
	return err == nil
}
