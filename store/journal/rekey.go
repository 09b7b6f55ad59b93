package journal

import (
	"context"
	"crypto/sha256"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// Rekeyed tells what a change of keys leaves to do. It is zero when the master
// key stayed.
type Rekeyed struct {
	Recovery     string   // the new recovery code: show it once; the old one opens nothing
	Dropped      int      // passphrases of others that open nothing any more
	OlderBackups []Backup // still open with the old passphrase: offer to delete them
	SetAside     []string // stores, key slots and drafts set aside beside the store, under older keys
}

// SlotInfo says what opens the store, without any secret.
type SlotInfo struct {
	ID   uint32
	Kind vault.SlotKind
	Made time.Time // UTC
}

// Slots lists what opens the store.
func (s *Store) Slots() []SlotInfo {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.c == nil {
		return nil
	}
	var out []SlotInfo
	for _, x := range s.c.header.Slots {
		out = append(out, SlotInfo{ID: x.ID, Kind: x.Kind, Made: millis(x.Made)})
	}
	return out
}

// ChangePassphrase replaces the passphrase old by new. When the store was
// opened with the recovery code, old may be nil. With someoneKnows a new master
// key is made, children's keys are wrapped anew, root and chunks sealed anew and
// the file rewritten; older backups are named, and every other passphrase and
// the recovery code are replaced or dropped. WrongPassphrase when old opens
// nothing, WeakPassphrase when new may not be used.
func (s *Store) ChangePassphrase(old, new []byte, someoneKnows bool) (Rekeyed, error) {
	if err := vault.Judge(new, nil).Err(); err != nil {
		return Rekeyed{}, err
	}
	s.slotMu.Lock()
	defer s.slotMu.Unlock()
	slot, err := s.prove(old)
	if err != nil {
		return Rekeyed{}, err
	}
	if someoneKnows {
		return s.rekey([][]byte{new})
	}
	return Rekeyed{}, s.changeSlots(func(h *vault.Header, master *vault.Key, o Options) error {
		if slot != 0 {
			h.Remove(slot)
		}
		_, err := h.AddPassphrase(o.Rand, master, new, o.KDF, o.Now().UnixMilli())
		return err
	})
}

// AddSlot adds a further passphrase; current is one that opens the store.
func (s *Store) AddSlot(current, pass []byte) error {
	if err := vault.Judge(pass, nil).Err(); err != nil {
		return err
	}
	s.slotMu.Lock()
	defer s.slotMu.Unlock()
	if _, err := s.prove(current); err != nil {
		return err
	}
	return s.changeSlots(func(h *vault.Header, master *vault.Key, o Options) error {
		_, err := h.AddPassphrase(o.Rand, master, pass, o.KDF, o.Now().UnixMilli())
		return err
	})
}

// RevokeSlot takes a slot away for good, which needs a new master key: current
// stays, so do the passphrases in keep; all others are dropped, and there is a
// new recovery code.
func (s *Store) RevokeSlot(current []byte, id uint32, keep ...[]byte) (Rekeyed, error) {
	s.slotMu.Lock()
	defer s.slotMu.Unlock()
	for _, p := range append([][]byte{current}, keep...) {
		slot, err := s.prove(p)
		if err != nil {
			return Rekeyed{}, err
		}
		if slot == id {
			return Rekeyed{}, fault.New(fault.BadInput, "A passphrase cannot take itself away.", "Open the store with another passphrase, or change this one.")
		}
	}
	return s.rekey(append([][]byte{current}, keep...))
}

// NewRecovery replaces the recovery code. The old one may be in wrong hands, so
// this is a revocation: a new master key, and only current and keep stay.
func (s *Store) NewRecovery(current []byte, keep ...[]byte) (Rekeyed, error) {
	return s.RevokeSlot(current, 0, keep...)
}

// prove finds the slot that a passphrase opens. Nil is enough for who came in
// by the recovery code: then the only passphrase slot there is gets replaced.
func (s *Store) prove(pass []byte) (uint32, error) {
	s.mu.RLock()
	if s.c == nil {
		s.mu.RUnlock()
		return 0, closedStore()
	}
	h, raw, by := s.c.header, s.c.rawHead, s.status.ByRecovery
	s.mu.RUnlock()
	if pass == nil && by {
		only, n := uint32(0), 0
		for _, x := range h.Slots {
			if x.Kind == vault.SlotPassphrase {
				only, n = x.ID, n+1
			}
		}
		if n > 1 {
			only = 0
		}
		return only, nil
	}
	fresh, err := vault.DecodeHeader(raw)
	if err != nil {
		return 0, err
	}
	master, slot, err := fresh.Unlock(pass, "")
	master.Zero()
	return slot, err
}

// slotKDF is the cost of a new slot: as chosen, or as the slots there have it.
func (s *Store) slotKDF() Options {
	o := s.o
	for _, x := range s.c.header.Slots {
		if o.KDF.IsZero() && x.Kind == vault.SlotPassphrase && x.KDF.Check() == nil {
			o.KDF = x.KDF
		}
	}
	if o.KDF.IsZero() {
		o.KDF = vault.Calibrate()
	}
	return o
}

// changeSlots rewrites the header under the same master key, in one commit with
// the root that names it, then its copy beside the file.
func (s *Store) changeSlots(edit func(h *vault.Header, master *vault.Key, o Options) error) error {
	return s.special(func() error {
		if len(s.aside) > 0 {
			return diskFull(nil)
		}
		h := s.c.header.Without()
		h.Slots = append(h.Slots, s.c.header.Slots...)
		if err := edit(h, s.c.keys.master, s.slotKDF()); err != nil {
			return err
		}
		raw, err := h.Encode(s.c.keys.master)
		if err != nil {
			return err
		}
		r := *s.c.st.root
		r.Header = sha256.Sum256(raw)
		r.advance(r.Seq+1, s.o.Now(), nil)
		sealed, err := s.c.keys.sealRoot(s.o.Rand, &r)
		if err != nil {
			return err
		}
		err = s.c.db.Update(func(tx *bolt.Tx) error {
			return putAll(tx, bucketHead, []keyed{{keyHeader, raw}, {keyRoot, sealed}})
		})
		if err != nil {
			return diskError(err)
		}
		s.mu.Lock()
		s.c.header, s.c.rawHead, s.c.st.root = h, raw, &r
		s.mu.Unlock()
		s.anchorDue = s.anchor != nil
		return diskError(s.healKeys())
	})
}

// rekey makes a new master key that only these passphrases and a new recovery
// code open, and writes the store anew under it.
func (s *Store) rekey(passes [][]byte) (Rekeyed, error) {
	var out Rekeyed
	err := s.special(func() (err error) {
		out, err = s.rekeyNow(passes)
		return err
	})
	if err != nil {
		return Rekeyed{}, err
	}
	out.OlderBackups, err = s.Backups()
	if err == nil {
		out.SetAside, err = asideOf(s.path)
	}
	if err == nil && !s.o.NoBackups {
		s.startBackup()
	}
	return out, diskError(err)
}

func (s *Store) rekeyNow(passes [][]byte) (Rekeyed, error) {
	if len(s.aside) > 0 {
		return Rekeyed{}, diskFull(nil)
	}
	o := s.slotKDF()
	h := s.c.header.Without()
	master, code, err := newMaster(o, h, passes)
	if err != nil {
		return Rekeyed{}, err
	}
	keys := newKeyring(master, s.c.keys.store)
	done := false
	defer func() {
		if !done {
			keys.zero()
		}
	}()
	raw, err := h.Encode(master)
	if err != nil {
		return Rekeyed{}, err
	}
	st, err := s.rewrap(keys)
	if err != nil {
		return Rekeyed{}, err
	}
	out := Rekeyed{Recovery: code}
	for _, x := range s.c.header.Slots {
		if x.Kind == vault.SlotPassphrase {
			out.Dropped++
		}
	}
	out.Dropped = max(0, out.Dropped-len(passes))
	if err := s.draftsUnder(keys); err != nil {
		return Rekeyed{}, err
	}
	if err := s.exchange(context.Background(), keys, raw, st); err != nil {
		_ = os.Remove(s.path + draftsSuffix + newSuffix)
		return Rekeyed{}, err
	}
	done = true
	s.forgot = true
	if err := s.takeNewDrafts(); err != nil {
		s.fail(err)
		return out, err
	}
	if s.anchor != nil {
		s.anchor.keys = keys
		s.anchorDue = true
		s.writeAnchor(true)
	}
	return out, diskError(s.healKeys())
}

// rewrap is the state with every file's key wrapped under the new master key.
func (s *Store) rewrap(keys *keyring) (*state, error) {
	st := copyState(s.c.st, nil)
	for _, r := range st.rows {
		old, err := s.c.keys.wrap.Open(s.c.keys.place("key", r.file[:], 1), r.wrap)
		if err != nil || len(old) != vault.KeySize {
			return nil, damagedFile().Wrap(err)
		}
		k := vault.Key(old)
		r.wrap, err = keys.wrapKey(s.o.Rand, r.file, &k)
		clear(old)
		k.Zero()
		if err != nil {
			return nil, err
		}
	}
	now := s.o.Now()
	st.root.Cleared = nil
	st.root.MasterAt = now.UnixMilli()
	st.root.advance(st.root.Seq+1, now, nil)
	return st, nil
}

// draftsUnder writes the drafts beside the draft file, sealed under new keys.
// They take its place only after the store itself has the new keys: whichever
// is cut short, open finishes it.
func (s *Store) draftsUnder(keys *keyring) error {
	next, err := createSide(s.path+draftsSuffix+newSuffix, s.o, keys)
	if err != nil {
		return diskError(err)
	}
	defer next.close()
	s.q.mu.Lock()
	texts, gen := make(map[DraftKey][]byte, len(s.q.texts)), s.q.gen
	for k, t := range s.q.texts {
		texts[k] = t
	}
	s.q.mu.Unlock()
	for k, t := range texts {
		if err := next.writeDraft(k, gen, t); err != nil {
			return diskError(err)
		}
	}
	return diskError(next.sync())
}

func (s *Store) takeNewDrafts() error {
	path := s.path + draftsSuffix
	s.side.close()
	if err := replace(path+newSuffix, path); err != nil {
		return diskError(err)
	}
	side, err := openSide(path, s.o, s.c.keys, false)
	if err != nil {
		return diskError(err)
	}
	side.texts() // they are in memory already
	s.side = side
	return nil
}
