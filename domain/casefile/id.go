package casefile

import (
	"bytes"

	"footprint/domain/fault"
)

// ID names an entry or a thing entries point at: a child's file, a review, a
// placement. The first six bytes are UTC milliseconds, so ids sort by time.
// Ids are made outside the domain and come in as arguments.
type ID [16]byte

// NewID gives a fresh id, later than every id it gave before.
type NewID func() ID

// Zero reports whether the id is empty.
func (id ID) Zero() bool { return id == ID{} }

// Next is the smallest id later than this one.
func (id ID) Next() ID {
	for i := len(id) - 1; i >= 0; i-- {
		if id[i]++; id[i] != 0 {
			break
		}
	}
	return id
}

// After gives ids from newID that are all later than last: a laptop whose
// clock was set back must not write an entry before those on file.
func After(last ID, newID NewID) NewID {
	return func() ID {
		id := newID()
		if !last.Before(id) {
			id = last.Next()
		}
		last = id
		return id
	}
}

// Compare orders ids by when they were made.
func (id ID) Compare(other ID) int { return bytes.Compare(id[:], other[:]) }

// Before reports whether id was made before other.
func (id ID) Before(other ID) bool { return id.Compare(other) < 0 }

// crockford leaves out I, L, O and U, which people misread.
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// String is the 26 characters people and scripts see; "" when empty.
func (id ID) String() string {
	if id.Zero() {
		return ""
	}
	var out [26]byte
	var acc, bits uint
	at := len(out)
	for i := len(id) - 1; i >= 0; i-- {
		acc |= uint(id[i]) << bits
		for bits += 8; bits >= 5; bits -= 5 {
			at--
			out[at] = crockford[acc&31]
			acc >>= 5
		}
	}
	out[0] = crockford[acc&31]
	return string(out[:])
}

// ParseID reads the 26-character form.
func ParseID(s string) (ID, error) {
	bad := fault.New(fault.BadInput, "That is not an entry's id.", "Copy it from the list; it has 26 characters.")
	var id ID
	if len(s) != 26 {
		return id, bad
	}
	var acc, bits uint
	at := len(id)
	for i := len(s) - 1; i >= 0; i-- {
		v := bytes.IndexByte([]byte(crockford), s[i])
		if v < 0 || i == 0 && v > 7 {
			return ID{}, bad
		}
		acc |= uint(v) << bits
		for bits += 5; bits >= 8 && at > 0; bits -= 8 {
			at--
			id[at] = byte(acc)
			acc >>= 8
		}
	}
	return id, nil
}

// MarshalText writes the 26-character form, or nothing.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads the 26-character form; empty text is the empty id.
func (id *ID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*id = ID{}
		return nil
	}
	got, err := ParseID(string(text))
	if err == nil {
		*id = got
	}
	return err
}

// DraftKey names a draft: the file it belongs to and the field it is for.
type DraftKey struct {
	File  ID
	Field string
}
