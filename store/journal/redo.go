package journal

import (
	"encoding/binary"
	"errors"
	"slices"
)

// redoChange is a change as the redo slots keep it.
type redoChange struct {
	_     struct{} `cbor:",toarray"`
	Seq   uint64
	Time  int64 // UTC milliseconds
	Files []redoFile
	Clear []cleared
}

type redoFile struct {
	_       struct{} `cbor:",toarray"`
	File    FileID
	Kind    Kind
	IDs     [][16]byte
	Data    [][]byte
	HasRow  bool
	Row     []byte
	DatedBy uint32
}

// redoRecord is a record found at open.
type redoRecord struct {
	at      extent
	changes []redoChange
}

// errNoRoom says that the redo slots cannot take a change now.
var errNoRoom = errors.New("journal: no room in the redo slots")

func toRedo(q *queued) redoChange {
	out := redoChange{Seq: q.seq, Time: q.at.UnixMilli(), Clear: q.clear}
	for _, f := range q.ch.Files {
		r := redoFile{File: f.File, Kind: f.Kind, HasRow: f.Row != nil, Row: f.Row, DatedBy: f.DatedUnder}
		for _, e := range f.Entries {
			r.IDs, r.Data = append(r.IDs, e.ID), append(r.Data, e.Data)
		}
		out.Files = append(out.Files, r)
	}
	return out
}

func fromRedo(c redoChange) Change {
	var out Change
	for _, f := range c.Files {
		fc := FileChange{File: f.File, Kind: f.Kind, DatedUnder: f.DatedBy}
		for i := range f.IDs {
			fc.Entries = append(fc.Entries, Entry{ID: f.IDs[i], Data: f.Data[i]})
		}
		if f.HasRow {
			fc.Row = append([]byte{}, f.Row...)
		}
		out.Files = append(out.Files, fc)
	}
	return out
}

// writeRedo puts changes into the next free slots and syncs them. The slots are
// used in turn, so the newest records outlive their commit for a while: should
// the disk lose that commit, open stores them again.
func (s *sideFile) writeRedo(qs []*queued) (extent, error) {
	list := make([]redoChange, len(qs))
	for i, q := range qs {
		list[i] = toRedo(q)
	}
	plain, err := enc.Marshal(list)
	if err != nil {
		return extent{}, err
	}
	defer clear(plain)
	if len(plain)+len(plain)/8+pageSize > s.redoPages*pageSize {
		return extent{}, errNoRoom
	}
	// Where it goes is bound into the seal, so find room by the padded length.
	sealed, err := s.keys.redo.Seal(s.rand, s.keys.place("redo", pageKey(s.redoNext), qs[0].seq), plain)
	if err != nil {
		return extent{}, err
	}
	at := extent{s.redoNext, pagesFor(len(sealed))}
	if at.page+at.pages > 1+s.redoPages {
		at.page = 1
		if sealed, err = s.keys.redo.Seal(s.rand, s.keys.place("redo", pageKey(1), qs[0].seq), plain); err != nil {
			return extent{}, err
		}
	}
	for _, l := range s.live {
		if at.page < l.page+l.pages && l.page < at.page+at.pages {
			return extent{}, errNoRoom
		}
	}
	if err := s.put(at.page, magicRedo, sealed); err != nil {
		return extent{}, err
	}
	if err := s.sync(); err != nil {
		return extent{}, err
	}
	s.redoNext = at.page + at.pages
	if s.redoNext > s.redoPages {
		s.redoNext = 1
	}
	return at, nil
}

func pageKey(page int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(page)) }

// readRedo collects every whole record, oldest first.
func (s *sideFile) readRedo(all []byte) {
	var newest uint64
	for page := 1; page <= s.redoPages; page++ {
		sealed, pages := record(all, page, magicRedo, 1+s.redoPages)
		if sealed == nil {
			continue
		}
		plain, seq, err := s.keys.redo.OpenAny(s.keys.place("redo", pageKey(page), 0), sealed)
		if err != nil {
			continue // torn, or partly overwritten by a newer one
		}
		var list []redoChange
		if dec.Unmarshal(plain, &list) != nil || len(list) == 0 {
			continue
		}
		at := extent{page, pages}
		s.redo = append(s.redo, redoRecord{at, list})
		if seq >= newest {
			newest = seq
			if s.redoNext = page + pages; s.redoNext > s.redoPages {
				s.redoNext = 1
			}
		}
	}
	slices.SortStableFunc(s.redo, func(a, b redoRecord) int {
		switch {
		case a.changes[0].Seq < b.changes[0].Seq:
			return -1
		case a.changes[0].Seq > b.changes[0].Seq:
			return 1
		}
		return 0
	})
}

// after gives the kept changes that come after seq, each number once, oldest
// first, with the slots they lie in, and how many numbers between are missing.
func (s *sideFile) after(seq uint64) (list []redoChange, at []extent, missing int) {
	for _, r := range s.redo {
		hit := false
		for _, c := range r.changes {
			if c.Seq > seq {
				missing += int(c.Seq - seq - 1)
				seq = c.Seq
				list = append(list, c)
				hit = true
			}
		}
		if hit {
			at = append(at, r.at)
		}
	}
	return list, at, missing
}

// wipeRedo overwrites all redo slots and syncs.
func (s *sideFile) wipeRedo() error {
	if err := s.zero(extent{1, s.redoPages}); err != nil {
		return err
	}
	s.redoNext, s.live, s.redo = 1, nil, nil
	return s.sync()
}
