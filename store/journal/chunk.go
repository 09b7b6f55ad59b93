package journal

import (
	"encoding/binary"
	"errors"
	"io"

	"footprint/store/vault"
)

// chunkRows is how many rows one chunk holds at most.
const chunkRows = 256

// row is what the list and the proof keep of one file. A row is never changed
// once it is in a state: a change makes a new one.
type row struct {
	file  FileID
	kind  Kind
	count uint64
	head  link
	wrap  []byte // the file's key, wrapped
	dated uint32
	data  []byte
	chunk int
}

// chunk is a sealed run of rows; bad ones could not be read at open.
type chunk struct {
	rows []*row
	mark mark
	bad  bool
}

var errCodec = errors.New("journal: malformed record")

// appendRow writes a row in the hand-made layout that makes lists fast.
func appendRow(b []byte, r *row) []byte {
	b = append(b, r.file[:]...)
	b = append(b, byte(r.kind))
	b = binary.AppendUvarint(b, r.count)
	b = append(b, r.head[:]...)
	b = binary.AppendUvarint(b, uint64(len(r.wrap)))
	b = append(b, r.wrap...)
	b = binary.AppendUvarint(b, uint64(r.dated))
	b = binary.AppendUvarint(b, uint64(len(r.data)))
	return append(b, r.data...)
}

// cutter reads what appendRow wrote; after an error everything is zero.
type cutter struct {
	b   []byte
	bad bool
}

func (c *cutter) take(n uint64) []byte {
	if c.bad || n > uint64(len(c.b)) {
		c.bad = true
		return nil
	}
	out := c.b[:n:n]
	c.b = c.b[n:]
	return out
}

func (c *cutter) number() uint64 {
	v, n := binary.Uvarint(c.b)
	if c.bad || n <= 0 {
		c.bad = true
		return 0
	}
	c.b = c.b[n:]
	return v
}

// cutRow reads one row; its slices share the memory of c.
func cutRow(c *cutter, r *row) error {
	copy(r.file[:], c.take(16))
	if k := c.take(1); k != nil {
		r.kind = Kind(k[0])
	}
	r.count = c.number()
	copy(r.head[:], c.take(32))
	r.wrap = c.take(c.number())
	r.dated = uint32(c.number())
	r.data = c.take(c.number())
	if c.bad {
		return errCodec
	}
	return nil
}

// packChunk is the plain form of a chunk.
func packChunk(rows []*row) []byte {
	n := 4
	for _, r := range rows {
		n += 16 + 1 + 10 + 32 + 3 + len(r.wrap) + 5 + 5 + len(r.data)
	}
	b := binary.AppendUvarint(make([]byte, 0, n), uint64(len(rows)))
	for _, r := range rows {
		b = appendRow(b, r)
	}
	return b
}

// unpackChunk reads packChunk's form.
func unpackChunk(b []byte, at int) ([]*row, error) {
	c := &cutter{b: b}
	n := c.number()
	if c.bad || n > chunkRows {
		return nil, errCodec
	}
	slab := make([]row, n) // one piece of memory instead of hundreds
	rows := make([]*row, n, chunkRows)
	for i := range slab {
		if err := cutRow(c, &slab[i]); err != nil {
			return nil, err
		}
		slab[i].chunk = at
		rows[i] = &slab[i]
	}
	if len(c.b) != 0 {
		return nil, errCodec
	}
	return rows, nil
}

func chunkKey(i int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(i)) }

// sealChunk seals rows as chunk i of change version and returns its mark.
func (k *keyring) sealChunk(rand io.Reader, i int, version uint64, rows []*row) ([]byte, mark, error) {
	plain := packChunk(rows)
	defer clear(plain)
	v, err := k.chunk.Seal(rand, k.place("x", chunkKey(i), version), plain)
	return v, mark{Version: version, Tag: vault.TagOf(v), Rows: uint16(len(rows))}, err
}
