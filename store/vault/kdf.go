package vault

import (
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"footprint/domain/fault"
)

// KDF is how hard a passphrase is to guess: Argon2id's memory in KiB, passes
// over it, and lanes. The zero value means "measure this computer".
type KDF struct {
	_         struct{} `cbor:",toarray"`
	MemoryKiB uint32
	Passes    uint32
	Lanes     uint8
}

// The bounds outside which parameters read from a file are refused, so that a
// changed header cannot exhaust the computer or weaken the passphrase.
const (
	minMemory = 19 << 10
	maxMemory = 1 << 20
	maxPasses = 16
	maxLanes  = 8
)

// Least returns the cheapest setting the reader accepts: for tests and for
// stores that hold nothing personal.
func Least() KDF { return KDF{MemoryKiB: minMemory, Passes: 1, Lanes: 1} }

// Usual is what a new store starts from on a computer that is fast enough.
func Usual() KDF { return KDF{MemoryKiB: 256 << 10, Passes: 3, Lanes: 4} }

// IsZero reports whether nothing was chosen.
func (k KDF) IsZero() bool { return k == KDF{} }

// Check refuses settings outside sane bounds with a Damaged fault.
func (k KDF) Check() error {
	if k.MemoryKiB < minMemory || k.MemoryKiB > maxMemory || k.Passes < 1 || k.Passes > maxPasses || k.Lanes < 1 || k.Lanes > maxLanes {
		return fault.New(fault.Damaged, "The store's passphrase settings are not sane.", "Restore a backup, or repair the store into a new file.")
	}
	return nil
}

// Calibrate measures this computer: 256 MiB, halved while one derivation takes
// longer than a second, never below 64 MiB. It takes up to a few seconds.
func Calibrate() KDF {
	k := Usual()
	for k.MemoryKiB > 64<<10 {
		start := time.Now()
		stretch([]byte("calibration"), []byte("footprint calibr"), k).Zero()
		if time.Since(start) <= time.Second {
			break
		}
		k.MemoryKiB /= 2
	}
	return k
}

// stretch turns a passphrase into a key. Accented letters typed on different
// computers arrive composed or not; both give the same key.
func stretch(pass, salt []byte, k KDF) *Key {
	tidy := norm.NFC.Bytes(pass)
	b := argon2.IDKey(tidy, salt, k.Passes, k.MemoryKiB, k.Lanes, KeySize)
	out := new(Key)
	copy(out[:], b)
	clear(b)
	return out
}
