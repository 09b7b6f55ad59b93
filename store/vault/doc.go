// Package vault holds the store's secrets: passphrase and recovery code, the
// key slots that wrap the master key, the keys derived from it, and the sealing
// of single values.
//
// It may touch golang.org/x/crypto, the standard cryptography packages and
// domain/fault. It must never touch a file, keep a passphrase, put a secret or
// a passphrase into an error, or choose what is stored: the journal does that.
package vault

import (
	"crypto/hkdf"
	"crypto/sha256"
	"io"

	"footprint/domain/fault"
)

// KeySize is the length of every key, in bytes.
const KeySize = 32

// Key is a secret of 32 bytes. Zero it when it is no longer needed.
type Key [KeySize]byte

// NewKey draws a key from rand. It fails only when rand does.
func NewKey(rand io.Reader) (*Key, error) {
	k := new(Key)
	if _, err := io.ReadFull(rand, k[:]); err != nil {
		return nil, fault.New(fault.Disk, "This computer gave no random numbers.", "Restart the computer and try again.").Wrap(err)
	}
	return k, nil
}

// Zero overwrites the key. It is safe on nil.
func (k *Key) Zero() {
	if k != nil {
		clear(k[:])
	}
}

// Derive makes the key for one purpose from a master key and the store's id
// (HKDF-SHA256), so that no key ever serves two ends.
func Derive(master *Key, store [16]byte, purpose string) *Key {
	out := new(Key)
	b, err := hkdf.Key(sha256.New, master[:], store[:], "footprint1/"+purpose, KeySize)
	if err != nil {
		// HKDF refuses only absurd lengths; 32 bytes are never one.
		panic("vault: key derivation refused 32 bytes")
	}
	copy(out[:], b)
	clear(b)
	return out
}
