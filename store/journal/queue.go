package journal

import (
	"bytes"
	"runtime"
	"sync"
	"time"
)

// How many changes, and of what size together, one commit takes at most.
const (
	batchChanges = 256
	batchBytes   = 1 << 20
)

// queued is a change on its way.
type queued struct {
	ch    Change
	clear []cleared
	r     *Receipt
	at    time.Time
	seq   uint64
	size  int
	run   func() error // a special job instead of a change
}

// draftJob is the newest text of one draft on its way.
type draftJob struct {
	key      DraftKey
	gen      uint64
	text     []byte
	clear    bool
	receipts []*Receipt
}

// queue takes work from any goroutine and gives it to the writer in the order
// of the calls. It never touches the disk.
type queue struct {
	mu     sync.Mutex
	jobs   []*queued
	drafts map[DraftKey]*draftJob
	order  []DraftKey
	texts  map[DraftKey][]byte // the newest text of each draft, saved or not
	gens   map[DraftKey]uint64 // its generation, for those touched since open
	gen    uint64
	closed bool

	wake chan struct{}
	done chan struct{}
}

func (q *queue) init() {
	q.drafts, q.texts, q.gens = map[DraftKey]*draftJob{}, map[DraftKey][]byte{}, map[DraftKey]uint64{}
	q.wake, q.done = make(chan struct{}, 1), make(chan struct{})
}

func (q *queue) ring() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

func (q *queue) close() {
	q.mu.Lock()
	q.closed = true
	q.mu.Unlock()
	q.ring()
}

// Enqueue puts a change into the queue and returns at once. Changes are stored
// in the order of the calls. The change's slices belong to the store from here.
func (s *Store) Enqueue(c Change) *Receipt {
	size, err := checkChange(c)
	if err == nil {
		err = s.dead()
	}
	if err != nil {
		return refused(err)
	}
	q := &queued{ch: c, r: newReceipt(), at: s.o.Now(), size: size}
	s.q.mu.Lock()
	defer s.q.mu.Unlock()
	if s.q.closed {
		return refused(closedStore())
	}
	for _, k := range c.ClearDrafts {
		q.clear = append(q.clear, cleared{File: k.File, Field: k.Field, Gen: s.q.gen})
	}
	s.q.jobs = append(s.q.jobs, q)
	s.q.ring()
	return q.r
}

// checkChange refuses what could never be stored and measures the rest.
func checkChange(c Change) (size int, err error) {
	if len(c.Files) == 0 && len(c.ClearDrafts) == 0 {
		return 0, badInput("The change is empty.")
	}
	for _, f := range c.Files {
		if f.File == (FileID{}) || f.Kind == 0 {
			return 0, badInput("A change names no file or no kind.")
		}
		if len(f.Row) > MaxRow {
			return 0, tooLong("A row of the list is longer than is kept.")
		}
		size += len(f.Row) + 64
		for _, e := range f.Entries {
			if len(e.Data) > MaxEntry {
				return 0, tooLong("An entry is longer than is kept.")
			}
			size += len(e.Data) + 32
		}
	}
	return size, nil
}

// SaveDraft keeps the newest text of a draft. It returns at once; when calls
// follow each other faster than the disk, the latest text wins. Longer than
// MaxDraft is refused with fault.TooLong and the draft stays as it was.
func (s *Store) SaveDraft(key DraftKey, text []byte) *Receipt {
	if len(text) > MaxDraft || len(key.Field) > MaxDraftKey {
		return refused(tooLong("The note is longer than 256 KiB, about 40,000 words."))
	}
	return s.draft(key, bytes.Clone(text), false)
}

// ClearDraft forgets a draft.
func (s *Store) ClearDraft(key DraftKey) *Receipt { return s.draft(key, nil, true) }

func (s *Store) draft(key DraftKey, text []byte, clear bool) *Receipt {
	err := s.dead()
	if err == nil && !clear && s.isErased(key.File) {
		err = erasedFile()
	}
	if err != nil {
		return refused(err)
	}
	r := newReceipt()
	q := &s.q
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return refused(closedStore())
	}
	q.gen++
	j := q.drafts[key]
	if j == nil {
		j = &draftJob{key: key}
		q.drafts[key] = j
		q.order = append(q.order, key)
	}
	j.gen, j.text, j.clear = q.gen, text, clear
	j.receipts = append(j.receipts, r)
	q.gens[key] = q.gen
	if clear {
		delete(q.texts, key)
	} else {
		q.texts[key] = text
	}
	q.ring()
	return r
}

func (s *Store) isErased(f FileID) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.c != nil && s.c.st.erased(f)
}

// Drafts gives the newest text of every draft, saved or on its way.
func (s *Store) Drafts() map[DraftKey][]byte {
	s.q.mu.Lock()
	defer s.q.mu.Unlock()
	out := make(map[DraftKey][]byte, len(s.q.texts))
	for k, t := range s.q.texts {
		out[k] = bytes.Clone(t)
	}
	return out
}

// dropTexts forgets the texts a stored change made void, unless newer ones came.
func (q *queue) dropTexts(list []cleared) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, c := range list {
		if k := (DraftKey{c.File, c.Field}); q.gens[k] <= c.Gen {
			delete(q.texts, k)
			delete(q.gens, k)
		}
	}
}

// special runs f on the writer, after everything queued before it, and waits.
func (s *Store) special(f func() error) error {
	q := &queued{r: newReceipt(), run: f}
	s.q.mu.Lock()
	if s.q.closed {
		s.q.mu.Unlock()
		return closedStore()
	}
	s.q.jobs = append(s.q.jobs, q)
	s.q.mu.Unlock()
	s.q.ring()
	<-q.r.done
	return q.r.err
}

// How long the writer waits for a burst of keystrokes to end, so that one sync
// carries them all: far less than one sync takes.
const (
	burstGap = 15 * time.Microsecond
	burstMax = 200 * time.Microsecond
)

// settleBurst waits until no draft has come for a moment, if only drafts wait.
func (q *queue) settleBurst() {
	peek := func() (gen uint64, only bool) {
		q.mu.Lock()
		defer q.mu.Unlock()
		return q.gen, len(q.order) > 0 && len(q.jobs) == 0 && !q.closed
	}
	for start := time.Now(); time.Since(start) < burstMax; {
		gen, only := peek()
		if !only {
			return
		}
		for t := time.Now(); time.Since(t) < burstGap; {
			runtime.Gosched()
		}
		if now, _ := peek(); now == gen {
			return
		}
	}
}

// take gives the writer its next work: all drafts waiting, and either one
// special job or as many changes as one commit takes.
func (q *queue) take() (drafts []*draftJob, jobs []*queued, closed bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, k := range q.order {
		drafts = append(drafts, q.drafts[k])
		delete(q.drafts, k)
	}
	q.order = q.order[:0]
	n, size := 0, 0
	for n < len(q.jobs) && n < batchChanges {
		j := q.jobs[n]
		if j.run != nil && n > 0 || n > 0 && size+j.size > batchBytes {
			break
		}
		n++
		if size += j.size; j.run != nil {
			break
		}
	}
	jobs = q.jobs[:n:n]
	if q.jobs = q.jobs[n:]; len(q.jobs) == 0 {
		q.jobs = nil
	}
	return drafts, jobs, q.closed
}
