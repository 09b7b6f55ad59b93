package journal

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestModel drives the store with random work and compares it, after every
// step that can be compared, with what a few maps remember.
func TestModel(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "journal-model")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = os.RemoveAll(dir) }()
		path := dir + "/m.footprint"
		o := helperOptions(path)
		s, _, err := Create(path, o)
		if err != nil {
			t.Fatal(err)
		}
		m := &model{t: t, s: s, o: o, path: path, files: map[FileID][]Entry{}, rows: map[FileID][]byte{}, drafts: map[DraftKey][]byte{}}
		defer func() { _ = m.s.Close() }()
		t.Repeat(map[string]func(*rapid.T){
			"append": m.append, "draft": m.draft, "clear": m.clear, "reopen": m.reopen, "erase": m.erase,
			"again": m.append, "more": m.append, "": m.compare,
		})
		m.reopen(t)
		m.compare(t)
		rep, err := m.s.Verify(context.Background(), nil)
		if err != nil || !rep.OK() || rep.Entries != m.s.Status().Entries {
			t.Fatalf("verify: %v %+v", err, rep)
		}
	})
}

type model struct {
	t      *rapid.T
	s      *Store
	o      Options
	path   string
	made   int
	files  map[FileID][]Entry
	rows   map[FileID][]byte
	drafts map[DraftKey][]byte
	erased int
	wait   []*Receipt
}

func (m *model) ids() []FileID {
	return slices.SortedFunc(maps.Keys(m.files), func(a, b FileID) int { return bytes.Compare(a[:], b[:]) })
}

// pick names a file that is there, or a new one.
func (m *model) pick(t *rapid.T) FileID {
	ids := m.ids()
	if i := rapid.IntRange(0, len(ids)).Draw(t, "file"); i < len(ids) {
		return ids[i]
	}
	m.made++
	return file(m.made)
}

func (m *model) append(t *rapid.T) {
	var c Change
	for range rapid.IntRange(1, 3).Draw(t, "files") {
		fc := FileChange{File: m.pick(t), Kind: KindChild}
		for range rapid.IntRange(0, 4).Draw(t, "entries") {
			e := Entry{Data: rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "data")}
			e.ID[3] = rapid.Byte().Draw(t, "id")
			fc.Entries = append(fc.Entries, e)
		}
		if rapid.Bool().Draw(t, "row") {
			fc.Row = rapid.SliceOfN(rapid.Byte(), 1, 300).Draw(t, "rowdata")
			m.rows[fc.File] = fc.Row
		}
		m.files[fc.File] = append(m.files[fc.File], fc.Entries...)
		c.Files = append(c.Files, fc)
	}
	if rapid.Bool().Draw(t, "clears") {
		k := m.key(t)
		c.ClearDrafts = []DraftKey{k}
		delete(m.drafts, k)
	}
	m.wait = append(m.wait, m.s.Enqueue(c))
}

func (m *model) key(t *rapid.T) DraftKey {
	return DraftKey{file(0), fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "key"))}
}

func (m *model) draft(t *rapid.T) {
	k := m.key(t)
	m.drafts[k] = bytes.Repeat([]byte{rapid.Byte().Draw(t, "text")}, rapid.IntRange(0, 20000).Draw(t, "length"))
	m.wait = append(m.wait, m.s.SaveDraft(k, m.drafts[k]))
}

func (m *model) clear(t *rapid.T) {
	k := m.key(t)
	delete(m.drafts, k)
	m.wait = append(m.wait, m.s.ClearDraft(k))
}

func (m *model) settle(t *rapid.T) {
	for _, r := range m.wait {
		if err := r.Wait(context.Background()); err != nil || r.State() != Saved {
			t.Fatalf("receipt: %v %v", r.State(), errTrail(err))
		}
	}
	m.wait = nil
}

func (m *model) erase(t *rapid.T) {
	ids := m.ids()
	if len(ids) == 0 || m.erased >= 2 {
		t.Skip("nothing to erase")
	}
	f := ids[rapid.IntRange(0, len(ids)-1).Draw(t, "erased")]
	id := []byte(fmt.Sprintf("id-%x", f))
	if _, err := m.s.Erase(context.Background(), f, [][]byte{id}); err != nil {
		t.Fatal(errTrail(err))
	}
	if !m.s.ErasedBefore(id) {
		t.Fatal("the erasure was forgotten")
	}
	m.erased++
	delete(m.files, f)
	delete(m.rows, f)
	for k := range m.drafts {
		if k.File == f {
			delete(m.drafts, k)
		}
	}
}

func (m *model) reopen(t *rapid.T) {
	if err := m.s.Close(); err != nil {
		t.Fatal(err)
	}
	m.settle(t)
	s, err := Open(m.path, m.o)
	if err != nil {
		t.Fatal(errTrail(err))
	}
	m.s = s
	if st := s.Status(); st.Warning != nil || len(st.Damage) > 0 || st.RedoApplied > 0 {
		t.Fatalf("status: %+v", st)
	}
}

func (m *model) compare(t *rapid.T) {
	m.settle(t)
	rows := m.s.Rows()
	if len(rows) != len(m.files) {
		t.Fatalf("%d rows, want %d", len(rows), len(m.files))
	}
	for _, r := range rows {
		want := m.files[r.File]
		got, err := m.s.Entries(r.File)
		if err != nil || len(got) != len(want) || r.Entries != len(want) || !bytes.Equal(r.Data, m.rows[r.File]) {
			t.Fatalf("file %x: %v, %d entries, row says %d, want %d", r.File, errTrail(err), len(got), r.Entries, len(want))
		}
		for i := range got {
			if got[i].ID != want[i].ID || !bytes.Equal(got[i].Data, want[i].Data) {
				t.Fatalf("file %x entry %d differs", r.File, i)
			}
		}
	}
	got := m.s.Drafts()
	if len(got) != len(m.drafts) {
		t.Fatalf("%d drafts, want %d", len(got), len(m.drafts))
	}
	for k, want := range m.drafts {
		if !bytes.Equal(got[k], want) {
			t.Fatalf("draft %v: %d bytes, want %d", k.Field, len(got[k]), len(want))
		}
	}
}
