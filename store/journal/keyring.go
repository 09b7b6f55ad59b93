package journal

import (
	"encoding/binary"
	"io"

	"footprint/store/vault"
)

// keyring holds the master key and one sealer per purpose.
type keyring struct {
	store                                         [16]byte
	master                                        *vault.Key
	root, chunk, gone, wrap, redo, draft, anchors *vault.Sealer
}

// newKeyring takes the master key over.
func newKeyring(master *vault.Key, store [16]byte) *keyring {
	s := func(purpose string) *vault.Sealer { return vault.NewSealer(vault.Derive(master, store, purpose)) }
	return &keyring{
		store: store, master: master, root: s("root"), chunk: s("chunk"), gone: s("gone"), wrap: s("wrap"),
		redo: s("redo"), draft: s("draft"), anchors: s("anchor"),
	}
}

// zero overwrites every key. It is safe on nil.
func (k *keyring) zero() {
	if k == nil {
		return
	}
	k.master.Zero()
	for _, s := range []*vault.Sealer{k.root, k.chunk, k.gone, k.wrap, k.redo, k.draft, k.anchors} {
		s.Zero()
	}
}

func (k *keyring) place(bucket string, key []byte, version uint64) vault.Place {
	return vault.Place{Store: k.store, Bucket: bucket, Key: key, Version: version}
}

// wrapKey wraps a file's own key under the master key.
func (k *keyring) wrapKey(rand io.Reader, f FileID, key *vault.Key) ([]byte, error) {
	return k.wrap.Seal(rand, k.place("key", f[:], 1), key[:])
}

// fileSealer unwraps a file's key. Zero the sealer after use.
func (k *keyring) fileSealer(f FileID, wrapped []byte) (*vault.Sealer, error) {
	plain, err := k.wrap.Open(k.place("key", f[:], 1), wrapped)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	key := new(vault.Key)
	if copy(key[:], plain) != vault.KeySize {
		return nil, vault.ErrSeal
	}
	return vault.NewSealer(key), nil
}

// newFileKey draws a file's key and wraps it.
func (k *keyring) newFileKey(rand io.Reader, f FileID) (*vault.Sealer, []byte, error) {
	key, err := vault.NewKey(rand)
	if err != nil {
		return nil, nil, err
	}
	wrapped, err := k.wrapKey(rand, f, key)
	if err != nil {
		key.Zero()
		return nil, nil, err
	}
	return vault.NewSealer(key), wrapped, nil
}

// entryKey is where entry n (from 0) of a file lies.
func entryKey(f FileID, n uint64) []byte {
	return binary.BigEndian.AppendUint64(append(make([]byte, 0, 24), f[:]...), n)
}

// sealEntry seals an entry; version is the number of the change it came with.
func (k *keyring) sealEntry(rand io.Reader, s *vault.Sealer, key []byte, version uint64, e Entry) ([]byte, error) {
	plain := append(append(make([]byte, 0, 16+len(e.Data)), e.ID[:]...), e.Data...)
	defer clear(plain)
	return s.Seal(rand, k.place("e", key, version), plain)
}

// openEntry opens what sealEntry made.
func (k *keyring) openEntry(s *vault.Sealer, key, sealed []byte) (e Entry, version uint64, err error) {
	plain, version, err := s.OpenAny(k.place("e", key, 0), sealed)
	if err != nil {
		return e, 0, err
	}
	if len(plain) < 16 {
		return e, 0, vault.ErrSeal
	}
	copy(e.ID[:], plain)
	e.Data = plain[16:]
	return e, version, nil
}
