package journal

import (
	"time"

	bolt "go.etcd.io/bbolt"

	"footprint/store/vault"
)

// stage is a batch of changes worked out in memory before it is written.
type stage struct {
	s       *Store
	root    *root
	rows    map[FileID]*row // new rows by file
	chunks  map[int][]*row  // new content of touched chunks
	count   int             // chunks there will be
	sealers map[FileID]*vault.Sealer
	puts    []keyed
}

// commit stores changes in one bbolt transaction: entries, touched chunks, root.
// On error nothing has changed, on the disk or in memory. ready, if there is
// one, is waited for before anything is written: the redo slots are synced
// while the change is sealed here.
func (s *Store) commit(batch []*queued, ready func()) error {
	return inGuard(func() error {
		g, err := s.stage(batch)
		if err != nil {
			return err
		}
		return s.store(g, ready)
	})
}

func (s *Store) stage(batch []*queued) (*stage, error) {
	r := *s.c.st.root
	g := &stage{
		s: s, root: &r, rows: map[FileID]*row{}, chunks: map[int][]*row{}, count: len(s.c.st.chunks),
		sealers: map[FileID]*vault.Sealer{},
	}
	defer func() {
		for _, k := range g.sealers {
			k.Zero()
		}
	}()
	if s.forgot {
		r.Cleared = nil
	}
	for _, q := range batch {
		var touched []*row
		for _, f := range q.ch.Files {
			nr, err := g.change(q.seq, f)
			if err != nil {
				return nil, err
			}
			touched = append(touched, nr)
		}
		r.advance(q.seq, s.now(q.at), touched)
		r.Cleared = append(r.Cleared[:len(r.Cleared):len(r.Cleared)], q.clear...)
	}
	return g, nil
}

// now is the time to stamp the root with.
func (s *Store) now(at time.Time) time.Time {
	if at.IsZero() {
		return s.o.Now()
	}
	return at
}

// change works one file's part out: its new row and its sealed entries.
func (g *stage) change(seq uint64, f FileChange) (*row, error) {
	k, rand := g.s.c.keys, g.s.o.Rand
	old := g.rows[f.File]
	if old == nil {
		old = g.s.c.st.rows[f.File]
	}
	nr := &row{file: f.File, kind: f.Kind, head: firstLink(f.File)}
	sealer := g.sealers[f.File]
	var err error
	switch {
	case old != nil:
		*nr = *old
		if sealer == nil && len(f.Entries) > 0 {
			if sealer, err = k.fileSealer(f.File, nr.wrap); err != nil {
				return nil, damagedFile().Wrap(err)
			}
		}
	default:
		if sealer, nr.wrap, err = k.newFileKey(rand, f.File); err != nil {
			return nil, err
		}
		g.root.Files++
		nr.chunk = g.place()
	}
	if sealer != nil {
		g.sealers[f.File] = sealer
	}
	for _, e := range f.Entries {
		key := entryKey(f.File, nr.count)
		v, err := k.sealEntry(rand, sealer, key, seq, e)
		if err != nil {
			return nil, err
		}
		g.puts = append(g.puts, keyed{key, v})
		nr.head = nr.head.next(e)
		nr.count++
		g.root.Entries++
	}
	if f.Row != nil {
		nr.data, nr.dated = f.Row, f.DatedUnder
	}
	g.rows[f.File] = nr
	g.swap(old, nr)
	return nr, nil
}

// place finds the chunk a new row goes to.
func (g *stage) place() int {
	if i := g.count - 1; i >= 0 && len(g.content(i)) < chunkRows {
		return i
	}
	g.count++
	return g.count - 1
}

// content is what chunk i will hold, copied before it is changed.
func (g *stage) content(i int) []*row {
	if rows, ok := g.chunks[i]; ok {
		return rows
	}
	if i < len(g.s.c.st.chunks) {
		return g.s.c.st.chunks[i].rows
	}
	return nil
}

// swap puts the new row into its chunk's coming content.
func (g *stage) swap(old, nr *row) {
	rows, ok := g.chunks[nr.chunk]
	if !ok {
		rows = append(make([]*row, 0, chunkRows), g.content(nr.chunk)...)
	}
	if old == nil {
		g.chunks[nr.chunk] = append(rows, nr)
		return
	}
	for i := range rows {
		if rows[i] == old {
			rows[i] = nr
			break
		}
	}
	g.chunks[nr.chunk] = rows
}

// store writes a stage and makes it the state.
func (s *Store) store(g *stage, ready func()) error {
	if err := samePlace(s.path, s.c.file); err != nil {
		return err
	}
	marks := append([]mark(nil), s.c.st.root.Chunks...)
	for len(marks) < g.count {
		marks = append(marks, mark{})
	}
	var tops []keyed
	for i, rows := range g.chunks {
		v, m, err := s.c.keys.sealChunk(s.o.Rand, i, g.root.Seq, rows)
		if err != nil {
			return err
		}
		marks[i] = m
		tops = append(tops, keyed{chunkKey(i), v})
	}
	g.root.Chunks = marks
	sealed, err := s.c.keys.sealRoot(s.o.Rand, g.root)
	if err != nil {
		return err
	}
	sortKeys(g.puts)
	sortKeys(tops)
	tx, err := s.c.db.Begin(true)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if err := putAll(tx, bucketEntry, g.puts); err != nil {
		return err
	}
	if err := putAll(tx, bucketChunk, tops); err != nil {
		return err
	}
	if err := putAll(tx, bucketHead, []keyed{{keyRoot, sealed}}); err != nil {
		return err
	}
	if ready != nil {
		ready()
	}
	s.txMu.Lock()
	defer s.txMu.Unlock()
	if err := tx.Commit(); err != nil {
		return err
	}
	s.install(g, marks)
	return nil
}

func putAll(tx *bolt.Tx, bucket []byte, list []keyed) error {
	b := tx.Bucket(bucket)
	if b == nil {
		return damaged("Part of the store is missing.")
	}
	for _, kv := range list {
		if err := b.Put(kv.key, kv.value); err != nil {
			return err
		}
	}
	return nil
}

// install makes a written stage the state in memory.
func (s *Store) install(g *stage, marks []mark) {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.c.st
	st.root = g.root
	for len(st.chunks) < g.count {
		st.chunks = append(st.chunks, new(chunk))
	}
	for i, rows := range g.chunks {
		st.chunks[i] = &chunk{rows: rows, mark: marks[i]}
	}
	for f, r := range g.rows {
		st.rows[f] = r
	}
	s.forgot = false
}
