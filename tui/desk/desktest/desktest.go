// Package desktest gives the tests of screens a desk to work at: a book in
// memory with a few children, a clock that stands still and ids that count.
//
// It may import testing and nothing of the store; nothing but tests may import
// it. Its children are invented.
package desktest

import (
	"encoding/binary"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Today is the day every test lives on, a Monday: 23 November 2026.
var Today = Day("2026-11-23")

// Day reads a date written like 2026-11-26; a slip in a test panics.
func Day(iso string) workday.Date {
	d, err := workday.Parse(iso)
	if err != nil {
		panic(err)
	}
	return d
}

// Watch is a clock that stands still and ids that count up.
type Watch struct {
	Now workday.Date
	n   atomic.Uint64
}

// Today is the day it stands at.
func (w *Watch) Today() workday.Date { return w.Now }

// Pretended is never so.
func (w *Watch) Pretended() bool { return false }

// Stamp stamps with the day alone; the time counts with the ids.
func (w *Watch) Stamp(by string, source casefile.Source) casefile.Stamp {
	return casefile.Stamp{At: int64(w.n.Load()), Day: w.Now, By: by, Source: source}
}

// NewID counts up.
func (w *Watch) NewID() casefile.ID {
	var id casefile.ID
	id[0] = 1
	binary.BigEndian.PutUint64(id[8:], w.n.Add(1))
	return id
}

// Book is an open store in memory. The children it begins with are named.
type Book struct {
	Maja  casefile.ID // 14, 6th review planned for Thu 26 Nov, 15:30 at home
	Ben   casefile.ID // 8, 4th review due Fri 4 Dec, nothing begun
	Aled  casefile.ID // 9, 2nd review was due Tue 17 Nov
	Idris casefile.ID // 16, start of care and earlier reviews not known
	Nia   casefile.ID // 2, 1st review, opened when she came into care
	Zac   casefile.ID // no longer looked after

	Watch  *Watch // the clock the desk goes by
	Refuse error  // when set, storing a change fails with it

	mu       sync.Mutex
	children map[casefile.ID][]casefile.Entry
	own      []casefile.Entry
	drafts   map[casefile.DraftKey]string
	changes  []caseload.Change
}

// Rows works out the list.
func (b *Book) Rows(uint32) ([]caseload.Row, []casefile.ID) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := practice.Replay(b.own)
	var rows []caseload.Row
	for id, entries := range b.children {
		rows = append(rows, caseload.RowOf(casefile.Replay(id, entries), p, b.Watch.Now))
	}
	slices.SortFunc(rows, func(a, b caseload.Row) int { return a.File.Compare(b.File) })
	return rows, nil
}

// Case replays one child's file.
func (b *Book) Case(id casefile.ID) (*casefile.Case, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	entries, ok := b.children[id]
	if !ok {
		return nil, fault.New(fault.NotFound, "That child is on no file.", "")
	}
	return casefile.Replay(id, entries), nil
}

// Practice replays the IRO's own file.
func (b *Book) Practice() (*practice.Practice, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return practice.Replay(b.own), nil
}

// PracticeFile is the id of the IRO's own file.
func (b *Book) PracticeFile() casefile.ID { return casefile.ID{15: 1} }

// Submit keeps a change at once; wait only reports it.
func (b *Book) Submit(change caseload.Change) func() (bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.Refuse; err != nil {
		return func() (bool, error) { return false, err }
	}
	for _, f := range change.Files {
		if f.Practice {
			b.own = append(b.own, f.Entries...)
		} else {
			b.children[f.File] = append(b.children[f.File], f.Entries...)
		}
	}
	for _, key := range change.ClearDrafts {
		delete(b.drafts, key)
	}
	b.changes = append(b.changes, change)
	return func() (bool, error) { return false, nil }
}

// SaveDraft keeps a draft at once.
func (b *Book) SaveDraft(key casefile.DraftKey, text string) func() (bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.Refuse; err != nil {
		return func() (bool, error) { return false, err }
	}
	b.drafts[key] = text
	return func() (bool, error) { return false, nil }
}

// ClearDraft forgets a draft.
func (b *Book) ClearDraft(key casefile.DraftKey) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.drafts, key)
}

// Drafts gives a copy of the drafts.
func (b *Book) Drafts() map[casefile.DraftKey]string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return maps.Clone(b.drafts)
}

// Changes is how many changes were stored since the book was made.
func (b *Book) Changes() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.changes)
}

// Last is the newest change stored.
func (b *Book) Last() caseload.Change {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.changes) == 0 {
		return caseload.Change{}
	}
	return b.changes[len(b.changes)-1]
}

// New sits down at a book with a few children, all their files read, in a
// window of 80 by 24 without colour. The home page is blank; u takes back, as
// it does in the program.
func New(t testing.TB) (*desk.Desk, *Book) {
	t.Helper()
	book := &Book{Watch: &Watch{Now: Today}, children: map[casefile.ID][]casefile.Entry{}, drafts: map[casefile.DraftKey]string{}}
	book.fill(t, book.Watch)
	return Reopen(t, book), book
}

// Reopen sits down anew at the same book, as after the program was closed.
func Reopen(t testing.TB, book *Book) *desk.Desk {
	t.Helper()
	nav := kit.NewNav(kit.NewTheme(kit.Look{Mode: kit.NoColour}), blank{})
	p, err := book.Practice()
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := book.Rows(0)
	d := desk.New(nav, book, book.Watch, p, rows)
	nav.Day = func() string { return book.Watch.Now.Long() }
	nav.Globals = func() []kit.Action {
		return []kit.Action{{ID: "desk.undo", Keys: []string{"u"}, Words: "undo", Group: "Everywhere", Do: d.Undo}}
	}
	nav.SetSize(80, 24)
	for _, row := range rows {
		Read(t, d, row.File)
	}
	return d
}

// Read reads a child's file into the desk.
func Read(t testing.TB, d *desk.Desk, id casefile.ID) {
	t.Helper()
	cmd := d.Open(id)
	if cmd == nil {
		return
	}
	if _, ok := d.Came(cmd()); !ok {
		t.Fatal("the file was not read")
	}
}

// Press presses keys by name: Press(d, "space", "tab", "ctrl+s"). Commands
// they start are dropped: what the desk does stands at once.
func Press(d *desk.Desk, keys ...string) {
	for _, key := range keys {
		d.Nav.Update(kit.Press(key))
	}
}

// Type types text letter by letter.
func Type(d *desk.Desk, text string) {
	for _, k := range kit.Type(text) {
		d.Nav.Update(k)
	}
}

// blank is a home page with nothing on it.
type blank struct{}

// Init does nothing.
func (blank) Init() tea.Cmd { return nil }

// Update does nothing.
func (blank) Update(tea.Msg) tea.Cmd { return nil }

// View is empty.
func (blank) View() string { return "" }

// SetSize does nothing.
func (blank) SetSize(int, int) {}

// Title is Home.
func (blank) Title() string { return "Home" }

// Actions are none.
func (blank) Actions() []kit.Action { return nil }

// Typing is never so.
func (blank) Typing() bool { return false }

// Escape has no step.
func (blank) Escape() bool { return false }
