package vault

import (
	"crypto/cipher"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"sync/atomic"

	"golang.org/x/crypto/chacha20poly1305"
)

// What every sealed value starts with: the layout number and the algorithm.
const (
	layout1      byte = 1
	algXChaCha20 byte = 1 // XChaCha20-Poly1305; another number is another cipher
)

const (
	headSize = 1 + 1 + 8 + chacha20poly1305.NonceSizeX
	// TagSize is the length of the proof at the end of a sealed value.
	TagSize = chacha20poly1305.Overhead
	// Overhead is what sealing adds to the padded value, in bytes.
	Overhead = headSize + TagSize
)

// ErrSeal says that a sealed value does not open: it was changed, moved,
// replaced by another, or belongs to another key. It says no more on purpose.
var ErrSeal = errors.New("vault: sealed value does not open")

// Place says where a sealed value lies. It is bound into the seal, so a value
// copied to another place, or into another store, does not open there.
type Place struct {
	Store   [16]byte
	Bucket  string // at most 255 bytes
	Key     []byte // at most 255 bytes
	Version uint64
}

// Sealer seals and opens values under one key. It is safe for several
// goroutines at once; after Zero it opens and seals nothing.
type Sealer struct{ key atomic.Pointer[Key] }

// NewSealer makes a Sealer that takes the key over: zero it through the Sealer.
func NewSealer(k *Key) *Sealer {
	s := new(Sealer)
	s.key.Store(k)
	return s
}

// Zero overwrites the key. It is safe on nil and twice.
func (s *Sealer) Zero() {
	if s != nil {
		s.key.Swap(nil).Zero()
	}
}

// cipher sets the cipher up anew each time: it costs next to nothing and leaves
// no second copy of the key that Zero could not reach.
func (s *Sealer) cipher() (cipher.AEAD, error) {
	k := s.key.Load()
	if k == nil {
		return nil, ErrSeal
	}
	return chacha20poly1305.NewX(k[:])
}

// Seal pads plain and seals it at that place with a fresh nonce from rand.
func (s *Sealer) Seal(rand io.Reader, at Place, plain []byte) ([]byte, error) {
	aead, err := s.cipher()
	if err != nil {
		return nil, err
	}
	body := padded(4 + len(plain))
	out := make([]byte, headSize, headSize+body+TagSize)
	out[0], out[1] = layout1, algXChaCha20
	binary.BigEndian.PutUint64(out[2:], at.Version)
	nonce := out[10:headSize]
	if _, err := io.ReadFull(rand, nonce); err != nil {
		return nil, err
	}
	msg := out[headSize : headSize+body]
	binary.BigEndian.PutUint32(msg, uint32(len(plain)))
	copy(msg[4:], plain)
	// The message lies exactly where its ciphertext goes: sealed in place.
	return aead.Seal(out, nonce, msg, at.bound(out[:2])), nil
}

// Open opens a value sealed at that place and returns new memory, or ErrSeal.
// The version in the value must be the one of the place.
func (s *Sealer) Open(at Place, sealed []byte) ([]byte, error) {
	v, ok := VersionOf(sealed)
	if !ok || v != at.Version || sealed[0] != layout1 || sealed[1] != algXChaCha20 {
		return nil, ErrSeal
	}
	aead, err := s.cipher()
	if err != nil {
		return nil, err
	}
	msg, err := aead.Open(nil, sealed[10:headSize], sealed[headSize:], at.bound(sealed[:2]))
	if err != nil || len(msg) < 4 {
		return nil, ErrSeal
	}
	n := binary.BigEndian.Uint32(msg)
	if uint64(n) > uint64(len(msg)-4) {
		return nil, ErrSeal
	}
	return msg[4 : 4+n : 4+n], nil
}

// OpenAny opens a value whose version is not known beforehand and returns it
// with the version it was sealed under.
func (s *Sealer) OpenAny(at Place, sealed []byte) (plain []byte, version uint64, err error) {
	v, ok := VersionOf(sealed)
	if !ok {
		return nil, 0, ErrSeal
	}
	at.Version = v
	plain, err = s.Open(at, sealed)
	return plain, v, err
}

// VersionOf reads the version a value claims. Only opening proves it.
func VersionOf(sealed []byte) (uint64, bool) {
	if len(sealed) < Overhead {
		return 0, false
	}
	return binary.BigEndian.Uint64(sealed[2:]), true
}

// TagOf returns the last bytes of a sealed value, which stand for the whole of
// it: two different values of one key never share them.
func TagOf(sealed []byte) (tag [TagSize]byte) {
	if len(sealed) >= TagSize {
		copy(tag[:], sealed[len(sealed)-TagSize:])
	}
	return tag
}

// bound is the associated data: everything about the place, unambiguously.
func (p Place) bound(head []byte) []byte {
	b := make([]byte, 0, 64+len(p.Bucket)+len(p.Key))
	b = append(b, "footprint1|"...)
	b = append(b, head...)
	b = append(b, p.Store[:]...)
	b = append(b, byte(len(p.Bucket)))
	b = append(b, p.Bucket...)
	b = append(b, byte(len(p.Key)))
	b = append(b, p.Key...)
	return binary.BigEndian.AppendUint64(b, p.Version)
}

// padded is the Padmé length of n: at most about 12 % longer for small values
// and far less for large ones, so that sizes tell little.
func padded(n int) int {
	if n < 2 {
		return n
	}
	e := bits.Len(uint(n)) - 1
	s := bits.Len(uint(e))
	if e <= s {
		return n
	}
	mask := 1<<(e-s) - 1
	return (n + mask) &^ mask
}

// SealedSize is the length of a sealed value of n bytes.
func SealedSize(n int) int { return Overhead + padded(4+n) }
