package vault

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"io"

	"github.com/fxamacker/cbor/v2"

	"footprint/domain/fault"
)

// Magic is how a header begins.
const Magic = "footprint store"

// SlotKind says what opens a slot.
type SlotKind uint8

// The kinds of slot.
const (
	SlotPassphrase SlotKind = 1
	SlotRecovery   SlotKind = 2
)

// Slot is the master key wrapped under one secret.
type Slot struct {
	ID   uint32   `cbor:"1,keyasint"`
	Kind SlotKind `cbor:"2,keyasint"`
	KDF  KDF      `cbor:"3,keyasint"` // zero for a recovery code, which needs no stretching
	Salt []byte   `cbor:"4,keyasint"`
	Wrap []byte   `cbor:"5,keyasint"`
	Made int64    `cbor:"6,keyasint"` // UTC milliseconds
}

// Header is the plain head of a store: what it is, who may read it, and the
// slots. It holds nothing personal.
type Header struct {
	Magic     string   `cbor:"1,keyasint"`
	Format    uint32   `cbor:"2,keyasint"` // the layout it was written in
	MinReader uint32   `cbor:"3,keyasint"` // the oldest layout number a reader must know
	Store     [16]byte `cbor:"4,keyasint"`
	Made      int64    `cbor:"5,keyasint"` // UTC milliseconds
	Slots     []Slot   `cbor:"6,keyasint"`
	NextSlot  uint32   `cbor:"7,keyasint"`

	body, mac []byte // as read
}

// outer is a header on disk: the sum tells damage, the mac tells forgery.
type outer struct {
	_    struct{} `cbor:",toarray"`
	Body []byte
	Sum  []byte
	MAC  []byte
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
	m, err := cbor.DecOptions{DupMapKey: cbor.DupMapKeyEnforcedAPF, MaxNestedLevels: 8, MaxArrayElements: 1 << 10, MaxMapPairs: 1 << 10}.DecMode()
	if err != nil {
		panic(err)
	}
	return m
}

// NewHeader makes the head of a new store without slots; made is UTC
// milliseconds.
func NewHeader(store [16]byte, format, minReader uint32, made int64) *Header {
	return &Header{Magic: Magic, Format: format, MinReader: minReader, Store: store, Made: made, NextSlot: 1}
}

// Without returns a copy of the header, for the same store, with no slots.
func (h *Header) Without() *Header {
	c := *h
	c.Slots, c.body, c.mac = nil, nil, nil
	return &c
}

// Encode writes the header with its sum and its mac under the master key.
func (h *Header) Encode(master *Key) ([]byte, error) {
	body, err := enc.Marshal(h)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body)
	return enc.Marshal(outer{Body: body, Sum: sum[:], MAC: h.macOf(master, body)})
}

func (h *Header) macOf(master *Key, body []byte) []byte {
	k := Derive(master, h.Store, "hdr")
	defer k.Zero()
	m := hmac.New(sha256.New, k[:])
	m.Write(body)
	return m.Sum(nil)
}

func damagedHeader() *fault.Error {
	return fault.New(fault.Damaged, "The store's key slots are damaged.", "Restore a backup, or repair the store into a new file.")
}

// DecodeHeader reads a header: Damaged when its sum is wrong, NotAStore when it
// is something else. It needs no passphrase.
func DecodeHeader(b []byte) (*Header, error) {
	var o outer
	if err := dec.Unmarshal(b, &o); err != nil {
		return nil, damagedHeader().Wrap(err)
	}
	if sum := sha256.Sum256(o.Body); !hmac.Equal(sum[:], o.Sum) {
		return nil, damagedHeader()
	}
	h := new(Header)
	if err := dec.Unmarshal(o.Body, h); err != nil {
		return nil, damagedHeader().Wrap(err)
	}
	if h.Magic != Magic {
		return nil, fault.New(fault.NotAStore, "The file is not a Footprint store.", "Check the path.")
	}
	h.body, h.mac = o.Body, o.MAC
	return h, nil
}

// Unlock finds the slot that a passphrase or a recovery code opens and returns
// the master key and that slot's id. WrongPassphrase when none opens, Damaged
// when one opens but the header is not the one this key wrote.
func (h *Header) Unlock(pass []byte, recovery string) (*Key, uint32, error) {
	var secret [recoveryLen]byte
	if recovery != "" {
		var err error
		if secret, err = ParseRecovery(recovery); err != nil {
			return nil, 0, err
		}
		defer clear(secret[:])
	}
	for i := range h.Slots {
		s := &h.Slots[i]
		kek, err := h.slotKey(s, pass, secret, recovery != "")
		if err != nil {
			return nil, 0, err
		}
		if kek == nil {
			continue
		}
		plain, err := NewSealer(kek).Open(h.slotPlace(s), s.Wrap)
		kek.Zero()
		if err != nil || len(plain) != KeySize {
			continue
		}
		master := new(Key)
		copy(master[:], plain)
		clear(plain)
		if h.body != nil && !hmac.Equal(h.mac, h.macOf(master, h.body)) {
			master.Zero()
			return nil, 0, fault.New(fault.Damaged, "The store's key slots were changed by something else.", "Restore a backup, or repair the store into a new file.")
		}
		return master, s.ID, nil
	}
	if recovery != "" {
		return nil, 0, fault.New(fault.WrongPassphrase, "The recovery code does not open this store.", "Check that it is the code of this store, and the newest one.")
	}
	return nil, 0, fault.New(fault.WrongPassphrase, "The passphrase does not open this store.", "Check Caps Lock and try again, or use the recovery code.")
}

// slotKey derives the key a slot is wrapped under, or nil when the secret at
// hand is of another kind.
func (h *Header) slotKey(s *Slot, pass []byte, secret [recoveryLen]byte, recover bool) (*Key, error) {
	switch {
	case s.Kind == SlotPassphrase && !recover:
		if err := s.KDF.Check(); err != nil {
			return nil, err
		}
		return stretch(pass, s.Salt, s.KDF), nil
	case s.Kind == SlotRecovery && recover:
		return recoveryKey(secret, s.Salt), nil
	}
	return nil, nil
}

// recoveryKey needs no stretching: 128 random bits cannot be guessed.
func recoveryKey(secret [recoveryLen]byte, salt []byte) *Key {
	var k Key
	copy(k[:], secret[:])
	defer k.Zero()
	var id [16]byte
	copy(id[:], salt)
	return Derive(&k, id, "recovery")
}

// slotPlace binds a slot's wrap to its store, number, kind and cost.
func (h *Header) slotPlace(s *Slot) Place {
	key := binary.BigEndian.AppendUint32(nil, s.ID)
	key = append(key, byte(s.Kind))
	key = binary.BigEndian.AppendUint32(key, s.KDF.MemoryKiB)
	key = binary.BigEndian.AppendUint32(key, s.KDF.Passes)
	key = append(key, s.KDF.Lanes)
	return Place{Store: h.Store, Bucket: "slot", Key: key, Version: 1}
}

// AddPassphrase adds a slot for a passphrase and returns its id.
func (h *Header) AddPassphrase(rand io.Reader, master *Key, pass []byte, kdf KDF, made int64) (uint32, error) {
	if err := kdf.Check(); err != nil {
		return 0, err
	}
	s := Slot{Kind: SlotPassphrase, KDF: kdf, Made: made}
	return h.add(rand, master, s, func(salt []byte) *Key { return stretch(pass, salt, kdf) })
}

// AddRecovery adds a slot for a recovery code as NewRecovery gave it.
func (h *Header) AddRecovery(rand io.Reader, master *Key, code string, made int64) (uint32, error) {
	secret, err := ParseRecovery(code)
	if err != nil {
		return 0, err
	}
	defer clear(secret[:])
	return h.add(rand, master, Slot{Kind: SlotRecovery, Made: made}, func(salt []byte) *Key { return recoveryKey(secret, salt) })
}

func (h *Header) add(rand io.Reader, master *Key, s Slot, key func(salt []byte) *Key) (uint32, error) {
	s.ID = h.NextSlot
	s.Salt = make([]byte, 16)
	if _, err := io.ReadFull(rand, s.Salt); err != nil {
		return 0, err
	}
	kek := key(s.Salt)
	defer kek.Zero()
	wrap, err := NewSealer(kek).Seal(rand, h.slotPlace(&s), master[:])
	if err != nil {
		return 0, err
	}
	s.Wrap = wrap
	h.NextSlot++
	h.Slots = append(h.Slots, s)
	return s.ID, nil
}

// Remove takes a slot away and reports whether it was there.
func (h *Header) Remove(id uint32) bool {
	for i := range h.Slots {
		if h.Slots[i].ID == id {
			h.Slots = append(h.Slots[:i:i], h.Slots[i+1:]...)
			return true
		}
	}
	return false
}

// Has reports whether a slot of that kind exists.
func (h *Header) Has(kind SlotKind) bool {
	for i := range h.Slots {
		if h.Slots[i].Kind == kind {
			return true
		}
	}
	return false
}
