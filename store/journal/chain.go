package journal

import (
	"crypto/sha256"
	"encoding/binary"
)

// link is a point of a hash chain.
type link [32]byte

// firstLink starts a file's chain.
func firstLink(f FileID) link {
	return sha256.Sum256(append([]byte("footprint chain 1|"), f[:]...))
}

// next adds an entry, over its bytes as first written.
func (l link) next(e Entry) link {
	h := sha256.New()
	h.Write(l[:])
	h.Write(e.ID[:])
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(e.Data)))
	h.Write(n[:])
	h.Write(e.Data)
	return link(h.Sum(nil))
}

// nextState adds a change to the chain of the whole store: its number and the
// new count and head of every file it touched, in the order of the change.
func (l link) nextState(seq uint64, touched []*row) link {
	h := sha256.New()
	h.Write(l[:])
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], seq)
	h.Write(n[:])
	for _, r := range touched {
		h.Write(r.file[:])
		binary.BigEndian.PutUint64(n[:], r.count)
		h.Write(n[:])
		h.Write(r.head[:])
		d := sha256.Sum256(r.data)
		h.Write(d[:])
	}
	return link(h.Sum(nil))
}
