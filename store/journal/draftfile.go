package journal

import (
	"bytes"
	"slices"

	"footprint/store/vault"
)

// draftRecord is one draft as it lies in a place.
type draftRecord struct {
	_     struct{} `cbor:",toarray"`
	File  FileID
	Field string
	Text  []byte
}

// draftPlace is one of the two places of a draft; no pages means none yet.
type draftPlace struct {
	extent
	gen  uint64
	text []byte // only between reading the file and handing the drafts over
}

// draftPlaces are the two places a draft is written to in turn.
type draftPlaces [2]draftPlace

func (p *draftPlaces) newest() int {
	if p[1].gen > p[0].gen {
		return 1
	}
	return 0
}

// readDrafts finds the two newest places of every draft.
func (s *sideFile) readDrafts(all []byte) {
	for page := 1 + s.redoPages; page < s.pages; page++ {
		sealed, pages := record(all, page, magicDraft, s.pages)
		if sealed == nil {
			continue
		}
		plain, gen, err := s.keys.draft.OpenAny(s.keys.place("draft", pageKey(page), 0), sealed)
		if err != nil {
			continue
		}
		var r draftRecord
		if dec.Unmarshal(plain, &r) != nil {
			continue
		}
		key := DraftKey{r.File, r.Field}
		p := s.drafts[key]
		if p == nil {
			p = new(draftPlaces)
			s.drafts[key] = p
		}
		old := 1 - p.newest()
		if gen > p[old].gen {
			p[old] = draftPlace{extent{page, pages}, gen, r.Text}
		}
		s.gen = max(s.gen, gen)
	}
	for _, p := range s.drafts {
		for i := range p {
			s.hold(p[i].extent, true)
		}
	}
}

func (s *sideFile) hold(e extent, used bool) {
	for i := e.page; i < e.page+e.pages; i++ {
		s.used[i] = used
	}
}

// texts hands over the newest text of every draft, once.
func (s *sideFile) texts() map[DraftKey][]byte {
	out := make(map[DraftKey][]byte, len(s.drafts))
	for k, p := range s.drafts {
		out[k] = p[p.newest()].text
		p[0].text, p[1].text = nil, nil
	}
	return out
}

// writeDraft puts a text into the older place of its draft; the caller syncs.
// The newer place stays whole whatever happens.
func (s *sideFile) writeDraft(key DraftKey, gen uint64, text []byte) error {
	plain, err := enc.Marshal(draftRecord{File: key.File, Field: key.Field, Text: text})
	if err != nil {
		return err
	}
	defer clear(plain)
	p := s.drafts[key]
	if p == nil {
		p = new(draftPlaces)
	}
	i := 1 - p.newest()
	if p[0].pages == 0 {
		i = 0
	}
	need := pagesFor(vault.SealedSize(len(plain)))
	at := p[i].extent
	if at.pages < need {
		if at, err = s.allocate(need + need/4); err != nil {
			return err
		}
	}
	sealed, err := s.keys.draft.Seal(s.rand, s.keys.place("draft", pageKey(at.page), gen), plain)
	if err == nil {
		err = s.put(at.page, magicDraft, sealed)
	}
	if err != nil {
		if at.page != p[i].page {
			s.hold(at, false)
		}
		return err
	}
	if at.page != p[i].page && p[i].pages > 0 {
		// Outgrown: its text must not come back when the draft is cleared.
		if err := s.zero(extent{p[i].page, 1}); err != nil {
			return err
		}
		s.hold(p[i].extent, false)
	}
	p[i] = draftPlace{extent: at, gen: gen}
	s.drafts[key] = p
	s.gen = max(s.gen, gen)
	return nil
}

// allocate finds a run of free pages, or lengthens the file.
func (s *sideFile) allocate(pages int) (extent, error) {
	run := 0
	for i := 1 + s.redoPages; i < s.pages; i++ {
		if run++; s.used[i] {
			run = 0
		}
		if run == pages {
			e := extent{i - pages + 1, pages}
			s.hold(e, true)
			return e, nil
		}
	}
	more := max(pages, 256)
	if err := writeZeros(s.f, int64(s.pages)*pageSize, int64(more)*pageSize); err != nil {
		return extent{}, err
	}
	if err := s.f.Sync(); err != nil {
		return extent{}, err
	}
	e := extent{s.pages, pages}
	s.pages += more
	s.used = append(s.used, make([]bool, more)...)
	s.hold(e, true)
	return e, nil
}

// clearDraft forgets a draft up to a generation; the caller syncs. wipe also
// overwrites every page it lay on.
func (s *sideFile) clearDraft(key DraftKey, upto uint64, wipe bool) error {
	p := s.drafts[key]
	if p == nil {
		return nil
	}
	order := []int{1 - p.newest(), p.newest()} // the older text first
	for _, i := range order {
		if p[i].pages == 0 || p[i].gen > upto {
			continue
		}
		e := p[i].extent
		if !wipe {
			e.pages = 1
		}
		if err := s.zero(e); err != nil {
			return err
		}
		s.hold(p[i].extent, false)
		p[i] = draftPlace{}
	}
	if p[0].pages == 0 && p[1].pages == 0 {
		delete(s.drafts, key)
	}
	return nil
}

// wipeFile overwrites all drafts of a file, and every free page, where an older
// text of it may lie; it syncs.
func (s *sideFile) wipeFile(f FileID) error {
	for k := range s.drafts {
		if k.File == f {
			if err := s.clearDraft(k, s.gen, true); err != nil {
				return err
			}
		}
	}
	for i := 1 + s.redoPages; i < s.pages; i++ {
		if !s.used[i] {
			if err := s.zero(extent{i, 1}); err != nil {
				return err
			}
		}
	}
	return s.sync()
}

// keysOf lists the drafts, in a settled order.
func (s *sideFile) keysOf() []DraftKey {
	out := make([]DraftKey, 0, len(s.drafts))
	for k := range s.drafts {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b DraftKey) int {
		if c := bytes.Compare(a.File[:], b.File[:]); c != 0 {
			return c
		}
		return bytes.Compare([]byte(a.Field), []byte(b.Field))
	})
	return out
}
