package journal

import (
	"crypto/hmac"
	"crypto/sha256"
	"io"
	"time"

	"github.com/fxamacker/cbor/v2"

	"footprint/store/vault"
)

// schemaNow is the schema this program writes; formatNow and minReaderNow stand
// in the plain header. See migrate.go.
const (
	schemaNow    = 1
	formatNow    = 1
	minReaderNow = 1
)

// recentKept is how many earlier heads the root remembers, so that an anchor a
// little behind still proves that the file's past is the one seen here.
const recentKept = 32

// mark is what the root knows of a sealed value elsewhere.
type mark struct {
	_       struct{} `cbor:",toarray"`
	Version uint64
	Tag     [vault.TagSize]byte
	Rows    uint16
}

// past is an earlier number and head of the store.
type past struct {
	_    struct{} `cbor:",toarray"`
	Seq  uint64
	Head [16]byte
}

// cleared remembers a draft that a stored change made pointless, until the
// draft file itself has forgotten it.
type cleared struct {
	_     struct{} `cbor:",toarray"`
	File  FileID
	Field string
	Gen   uint64 // every generation up to this one is void
}

// root is the top of the proof; sealed in bucket "h".
type root struct {
	Seq      uint64    `cbor:"1,keyasint"`
	Head     link      `cbor:"2,keyasint"`
	Schema   uint32    `cbor:"3,keyasint"`
	Time     int64     `cbor:"4,keyasint"` // UTC milliseconds of the last change
	Header   [32]byte  `cbor:"5,keyasint"` // SHA-256 of the right header
	Chunks   []mark    `cbor:"6,keyasint"`
	Gone     mark      `cbor:"7,keyasint"`
	Files    int       `cbor:"8,keyasint"`
	Entries  int64     `cbor:"9,keyasint"`
	GoneKey  [32]byte  `cbor:"10,keyasint"` // keys the hashes of erased identifiers
	Cleared  []cleared `cbor:"11,keyasint,omitempty"`
	Recent   []past    `cbor:"12,keyasint,omitempty"`
	MasterAt int64     `cbor:"13,keyasint"` // when the master key was made, UTC milliseconds
}

// tomb stands for an erased file: its id and keyed hashes of the identifiers it
// was known by, so that bringing it back asks first.
type tomb struct {
	_      struct{} `cbor:",toarray"`
	File   FileID
	Hashes [][]byte
	At     int64 // UTC milliseconds
}

var (
	enc = mustEnc()
	dec = mustDec()
)

func mustEnc() cbor.EncMode {
	m, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err)
	}
	return m
}

func mustDec() cbor.DecMode {
	m, err := cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF, MaxNestedLevels: 8, MaxArrayElements: 1 << 24}.DecMode()
	if err != nil {
		panic(err)
	}
	return m
}

// advance moves the root on to the change seq.
func (r *root) advance(seq uint64, at time.Time, touched []*row) {
	if r.Seq > 0 {
		var h [16]byte
		copy(h[:], r.Head[:])
		recent := append(make([]past, 0, recentKept), past{Seq: r.Seq, Head: h})
		for _, p := range r.Recent {
			if len(recent) < recentKept {
				recent = append(recent, p)
			}
		}
		r.Recent = recent
	}
	r.Head = r.Head.nextState(seq, touched)
	r.Seq = seq
	r.Time = at.UTC().UnixMilli()
}

// knows reports whether the store once stood at that number with that head.
// known is false when it lies too far back to tell.
func (r *root) knows(seq uint64, head link) (same, known bool) {
	if seq == r.Seq {
		return head == r.Head, true
	}
	for _, p := range r.Recent {
		if p.Seq == seq {
			return p.Head == [16]byte(head[:16]), true
		}
	}
	return false, false
}

func (r *root) saved() time.Time {
	if r.Time == 0 {
		return time.Time{}
	}
	return time.UnixMilli(r.Time).UTC()
}

func (k *keyring) sealRoot(rand io.Reader, r *root) ([]byte, error) {
	plain, err := enc.Marshal(r)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	return k.root.Seal(rand, k.place("h", keyRoot, r.Seq), plain)
}

func (k *keyring) openRoot(sealed []byte) (*root, error) {
	plain, version, err := k.root.OpenAny(k.place("h", keyRoot, 0), sealed)
	if err != nil {
		return nil, err
	}
	r := new(root)
	if err := dec.Unmarshal(plain, r); err != nil || r.Seq != version {
		return nil, errCodec
	}
	return r, nil
}

func (k *keyring) sealGone(rand io.Reader, version uint64, gone []tomb) ([]byte, mark, error) {
	plain, err := enc.Marshal(gone)
	if err != nil {
		return nil, mark{}, err
	}
	v, err := k.gone.Seal(rand, k.place("g", keyGone, version), plain)
	return v, mark{Version: version, Tag: vault.TagOf(v), Rows: 1}, err
}

func (k *keyring) openGone(version uint64, sealed []byte) (gone []tomb, err error) {
	plain, err := k.gone.Open(k.place("g", keyGone, version), sealed)
	if err != nil {
		return nil, err
	}
	return gone, dec.Unmarshal(plain, &gone)
}

// hashOf is the keyed hash of an identifier from outside.
func (r *root) hashOf(externalID []byte) []byte {
	m := hmac.New(sha256.New, r.GoneKey[:])
	m.Write(externalID)
	return m.Sum(nil)
}
