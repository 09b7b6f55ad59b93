package journal

import (
	"errors"
	"io/fs"
	"os"
)

// Open opens the store at path. It never creates one. What the file is gets
// judged before the passphrase: NoStore, NotAStore, Damaged, NewerStore, then
// InUse, then WrongPassphrase. A partly damaged store opens for reading, with
// the damage named in Status.
func Open(path string, o Options) (*Store, error) {
	o = o.ready(path)
	if err := Judge(path); err != nil {
		return nil, err
	}
	lock, err := takeLock(path)
	if err != nil {
		return nil, err
	}
	s, err := openLocked(path, o, lock)
	if err != nil {
		giveBack(lock)
		return nil, err
	}
	return s, nil
}

// openLocked opens a store whose lock is held. On error the lock stays held and
// everything else is closed.
func openLocked(path string, o Options, lock *os.File) (s *Store, err error) {
	s = newStore(path, o, lock)
	err = guarded(func() error { return s.open() })
	if err != nil {
		if s.c != nil {
			s.c.close(wasCaught(err))
		}
		s.side.close()
		s.anchor.close()
		return nil, diskError(err)
	}
	// The store keeps no passphrase: what is asked later is asked anew.
	s.o.Passphrase, s.o.Recovery = nil, ""
	go s.run()
	if !o.NoBackups && !s.status.ReadOnly {
		s.startBackup()
	}
	return s, nil
}

func (s *Store) open() (err error) {
	_ = os.Remove(s.path + newSuffix) // a rename that never came
	if s.c, err = openCore(s.path, s.o, false); err != nil {
		return err
	}
	if s.c.st.root.Schema < s.o.schema {
		if err := s.migrate(); err != nil {
			return err
		}
	}
	s.status.Damage, s.status.ReadOnly = s.c.damage, s.c.readOnly
	s.status.Store, s.status.Opened, s.status.ByRecovery = s.c.keys.store, s.c.slot, s.o.Recovery != ""
	if !s.c.readOnly {
		if err := s.healKeys(); err != nil {
			return err
		}
	}
	if err := s.openSide(); err != nil {
		return err
	}
	if err := s.applyRedo(); err != nil {
		return err
	}
	s.anchor = readAnchor(s.o, s.c.keys)
	s.status.NoAnchor = s.anchor == nil || !s.anchor.have && s.c.st.root.Seq > 0
	s.status.AnchorLost = s.anchor != nil && s.anchor.lost
	s.status.Warning = s.anchor.compare(s.c.st.root)
	if !s.c.readOnly && s.status.Warning == nil {
		_ = s.anchor.write(s.c.st.root) // a state folder that cannot be written costs a warning, not the store
	}
	if !s.c.readOnly && !s.o.noReserve && len(s.aside) == 0 {
		makeReserve(s.path)
	}
	return nil
}

// healKeys makes the copy of the header beside the store the right one.
func (s *Store) healKeys() error {
	b, err := os.ReadFile(s.path + keysSuffix)
	if err == nil && string(b) == string(s.c.rawHead) {
		return nil
	}
	err = writeFile(s.path+keysSuffix, s.c.rawHead)
	if isFull(err) {
		return nil
	}
	return err
}

func isFull(err error) bool { return err != nil && isDiskFull(err) }

// openSide opens the draft file, finishes a change of keys that was cut short,
// and makes a new one where there is none. One of another key is set aside.
func (s *Store) openSide() error {
	path := s.path + draftsSuffix
	if _, err := os.Stat(path + newSuffix); err == nil && !s.c.readOnly {
		if next, err := openSide(path+newSuffix, s.o, s.c.keys, true); err == nil {
			next.close()
			if err := replace(path+newSuffix, path); err != nil {
				return err
			}
		} else if errors.Is(err, errForeignSide) {
			_ = os.Remove(path + newSuffix)
		}
	}
	side, err := openSide(path, s.o, s.c.keys, s.c.readOnly)
	switch {
	case err == nil:
		s.side = side
	case s.c.readOnly:
		return nil
	case errors.Is(err, errForeignSide):
		if s.status.DraftsAside, err = setAside(path, s.o); err != nil {
			return err
		}
		fallthrough
	case errors.Is(err, fs.ErrNotExist):
		if s.side, err = createSide(path, s.o, s.c.keys); err != nil && !isFull(err) {
			return err
		}
	default:
		return err
	}
	if s.side == nil {
		return nil
	}
	return s.takeDrafts()
}

// takeDrafts hands the saved drafts over, without those that a stored change or
// an erasure made void.
func (s *Store) takeDrafts() error {
	st := s.c.st
	void := len(st.root.Cleared) > 0
	for _, c := range st.root.Cleared {
		if !s.c.readOnly {
			if err := s.side.clearDraft(DraftKey{c.File, c.Field}, c.Gen, false); err != nil {
				return err
			}
		}
		s.side.gen = max(s.side.gen, c.Gen)
	}
	for _, t := range st.gone {
		for k := range s.side.drafts {
			if k.File == t.File && !s.c.readOnly {
				void = true
				if err := s.side.clearDraft(k, s.side.gen, true); err != nil {
					return err
				}
			}
		}
	}
	if void && !s.c.readOnly {
		if err := s.side.sync(); err != nil {
			return err
		}
		s.forgot = true
	}
	s.q.gen = s.side.gen
	s.q.texts = s.side.texts()
	for k, places := range s.side.drafts {
		s.q.gens[k] = places[places.newest()].gen // a draft newer than a change kept aside outlives it
	}
	return nil
}

// applyRedo stores the changes that the redo slots hold and the journal lacks.
func (s *Store) applyRedo() error {
	if s.side == nil || s.c.readOnly {
		return nil
	}
	list, at, missing := s.side.after(s.c.st.root.Seq)
	s.side.redo = nil
	if len(list) == 0 {
		return nil
	}
	var todo []*queued
	for _, rc := range list {
		q := &queued{ch: fromRedo(rc), clear: rc.Clear, seq: rc.Seq, at: millis(rc.Time), r: newReceipt()}
		erased := false
		for _, f := range q.ch.Files {
			erased = erased || s.c.st.erased(f.File)
		}
		if !erased {
			todo = append(todo, q)
		}
	}
	if len(todo) == 0 {
		return s.side.wipeRedo()
	}
	s.status.RedoMissing = missing
	err := s.commit(todo, nil)
	if isFull(err) {
		s.aside, s.side.live = todo, at
		return nil
	}
	if err == nil {
		s.status.RedoApplied = len(todo)
		for _, q := range todo {
			s.q.dropTexts(q.clear)
		}
		return s.forget(todo)
	}
	// They stay in the redo slots; the rest is still worth reading.
	s.c.readOnly, s.status.ReadOnly = true, true
	s.status.Damage = append(s.status.Damage, Damage{What: "changes that could not be stored", Count: len(todo)})
	return nil
}
