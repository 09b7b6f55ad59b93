package journal

import (
	"os"
	"runtime/debug"
	"time"
)

const (
	anchorEvery = time.Second
	retryEvery  = 5 * time.Second
)

// run is the one goroutine that writes: memory faults are panics on it, and
// panics are caught.
func (s *Store) run() {
	defer close(s.q.done)
	debug.SetPanicOnFault(true)
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for {
		s.q.settleBurst()
		drafts, jobs, closed := s.q.take()
		if len(drafts) == 0 && len(jobs) == 0 {
			if closed {
				s.writeAnchor(true)
				return
			}
			timer.Reset(s.nap())
			select {
			case <-s.q.wake:
			case <-timer.C:
				s.idle()
			}
			continue
		}
		if len(drafts) > 0 {
			s.saveDrafts(drafts)
		}
		if len(jobs) == 1 && jobs[0].run != nil {
			s.runSpecial(jobs[0])
		} else if len(jobs) > 0 {
			s.saveChanges(jobs)
		}
		s.writeAnchor(false)
	}
}

// nap is how long the writer may sleep when there is no work.
func (s *Store) nap() time.Duration {
	switch {
	case s.anchorDue:
		return max(anchorEvery-time.Since(s.anchor.last), time.Millisecond)
	case len(s.aside) > 0:
		return retryEvery
	}
	return time.Hour
}

// idle does what waited for time to pass.
func (s *Store) idle() {
	s.writeAnchor(false)
	if len(s.aside) > 0 && s.dead() == nil {
		s.retryAside()
	}
}

// writeAnchor follows the store, at most once a second unless now is set. While
// an unanswered warning stands, the anchor keeps what it saw.
func (s *Store) writeAnchor(now bool) {
	if s.anchor == nil || !s.anchorDue || !now && time.Since(s.anchor.last) < anchorEvery {
		return
	}
	s.anchorDue = false
	s.mu.RLock()
	hold := s.status.Warning != nil || s.status.Dead != nil
	s.mu.RUnlock()
	if hold {
		return
	}
	_ = inGuard(func() error { return s.anchor.write(s.c.st.root) }) // tried again with the next change
}

func (s *Store) runSpecial(q *queued) {
	err := s.dead()
	if err == nil {
		err = inGuard(q.run)
		if wasCaught(err) {
			s.fail(err)
		}
	}
	st := Saved
	if err != nil {
		st = Refused
	}
	q.r.settle(st, err)
}

// saveDrafts writes every waiting draft and syncs once.
func (s *Store) saveDrafts(list []*draftJob) {
	err := s.dead()
	if err == nil && s.side == nil {
		err = diskFull(nil)
	}
	if err == nil {
		err = samePlace(s.side.path, s.side.f)
	}
	errs := make([]error, len(list))
	for i, j := range list {
		switch errs[i] = err; {
		case err != nil:
		case j.clear:
			errs[i] = s.side.clearDraft(j.key, j.gen, false)
		default:
			errs[i] = s.side.writeDraft(j.key, j.gen, j.text)
		}
	}
	if err == nil {
		err = s.side.sync()
	}
	for i, j := range list {
		e := errs[i]
		if e == nil {
			e = err
		}
		st := Saved
		if e != nil {
			st, e = Refused, diskError(e)
		}
		for _, r := range j.receipts {
			r.settle(st, e)
		}
	}
}

// saveChanges takes changes through their whole order: redo slots, commit,
// receipts, drafts forgotten.
func (s *Store) saveChanges(batch []*queued) {
	batch = s.sift(batch)
	if len(batch) == 0 {
		return
	}
	if len(s.aside) > 0 {
		s.retryAside()
	}
	seq := s.c.st.root.Seq
	if n := len(s.aside); n > 0 {
		seq = s.aside[n-1].seq
	}
	for i, q := range batch {
		q.seq = seq + uint64(i) + 1
	}
	redo := s.keep(batch)
	var err error
	if len(s.aside) == 0 {
		ready := func() { redo() }
		if err = s.commit(batch, ready); isFull(err) && s.freeReserve() {
			err = s.commit(batch, ready)
		}
		ready()
		if err == nil {
			s.settleSaved(batch)
			return
		}
		if !isFull(err) {
			s.fail(diskError(err))
			s.settle(batch, Refused, diskError(err))
			return
		}
	}
	at, kept := redo()
	if !kept {
		s.settle(batch, Refused, diskFull(err))
		return
	}
	s.side.live = append(s.side.live, at)
	s.mu.Lock()
	s.aside = append(s.aside, batch...)
	s.mu.Unlock()
	s.settle(batch, KeptAside, nil)
}

// keep begins to write a batch into the redo slots and gives the way to wait
// for it. False when it does not fit or cannot be written: then its commit
// alone makes it safe.
func (s *Store) keep(batch []*queued) (wait func() (extent, bool)) {
	if s.side == nil || samePlace(s.side.path, s.side.f) != nil {
		return func() (extent, bool) { return extent{}, false }
	}
	var at extent
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = inGuard(func() (err error) {
			at, err = s.side.writeRedo(batch)
			return err
		})
	}()
	return func() (extent, bool) {
		<-done
		return at, err == nil
	}
}

// sift settles what cannot be stored and gives back the rest.
func (s *Store) sift(batch []*queued) []*queued {
	if err := s.dead(); err != nil {
		s.settle(batch, Refused, err)
		return nil
	}
	out := batch[:0:0]
	kinds := map[FileID]Kind{}
	for _, q := range s.aside {
		noteKinds(kinds, q)
	}
	for _, q := range batch {
		if s.buried(q) {
			q.r.settle(Refused, erasedFile())
			continue
		}
		if !s.kindsAgree(kinds, q) {
			q.r.settle(Refused, badInput("A change takes a file for one of another kind."))
			continue
		}
		noteKinds(kinds, q)
		out = append(out, q)
	}
	return out
}

// buried reports whether a change touches an erased file, whose id is never
// used again.
func (s *Store) buried(q *queued) bool {
	for _, f := range q.ch.Files {
		if s.c.st.erased(f.File) {
			return true
		}
	}
	return false
}

func noteKinds(kinds map[FileID]Kind, q *queued) {
	for _, f := range q.ch.Files {
		kinds[f.File] = f.Kind
	}
}

func (s *Store) kindsAgree(kinds map[FileID]Kind, q *queued) bool {
	for _, f := range q.ch.Files {
		k, ok := kinds[f.File]
		if r := s.c.st.rows[f.File]; !ok && r != nil {
			k, ok = r.kind, true
		}
		if ok && k != f.Kind {
			return false
		}
	}
	return true
}

func (s *Store) settle(batch []*queued, st SaveState, err error) {
	for _, q := range batch {
		q.r.settle(st, err)
	}
}

// retryAside tries to store what was kept aside.
func (s *Store) retryAside() {
	list := s.aside
	err := s.commit(list, nil)
	if isFull(err) && s.freeReserve() {
		err = s.commit(list, nil)
	}
	switch {
	case err == nil:
		s.mu.Lock()
		s.aside = nil
		s.mu.Unlock()
		s.side.live = nil
		s.settleSaved(list)
		if !s.o.noReserve {
			makeReserve(s.path)
		}
	case !isFull(err):
		s.fail(diskError(err))
	}
}

// freeReserve gives the kept room back; false when there was none.
func (s *Store) freeReserve() bool { return os.Remove(s.path+reserveSuffix) == nil }

// settleSaved tells who waits, forgets the drafts a stored batch made void and
// asks for the anchor. In memory they are forgotten before anyone is told.
func (s *Store) settleSaved(batch []*queued) {
	for _, q := range batch {
		s.q.dropTexts(q.clear)
	}
	s.settle(batch, Saved, nil)
	s.anchorDue = s.anchor != nil
	if err := s.forget(batch); err != nil && !isFull(err) {
		s.fail(diskError(err))
	}
}

func (s *Store) forget(batch []*queued) error {
	n := 0
	for _, q := range batch {
		n += len(q.clear)
		for _, c := range q.clear {
			if s.side == nil {
				continue
			}
			if err := s.side.clearDraft(DraftKey{c.File, c.Field}, c.Gen, false); err != nil {
				return err
			}
		}
	}
	if n == 0 || s.side == nil {
		return nil
	}
	if err := s.side.sync(); err != nil {
		return err
	}
	s.forgot = true
	return nil
}
