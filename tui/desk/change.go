package desk

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// Stored says how a change ended; the root shows it.
type Stored struct {
	Aside bool
	Err   error
}

// ToRoot makes Stored a message for the root.
func (Stored) ToRoot() {}

// Do makes one change to a child's file: the lines are stamped, the case and
// its row stand anew at once, and the store is given the change. words say
// what was done, for the toast and for undo; drafts are the fields whose
// unfinished text the change makes pointless. No lines is no change.
func (d *Desk) Do(c *casefile.Case, lines []casefile.Line, words string, drafts ...string) tea.Cmd {
	var clear []casefile.DraftKey
	for _, field := range drafts {
		key := casefile.DraftKey{File: c.ID, Field: field}
		if _, ok := d.drafts[key]; ok {
			delete(d.drafts, key)
			clear = append(clear, key)
		}
	}
	if len(lines) == 0 {
		for _, key := range clear {
			d.Book.ClearDraft(key)
		}
		return nil
	}
	after, change := caseload.Apply(c, lines, d.stamp(), d.Watch.NewID, d.practice, d.Today())
	d.stand(after, *change.Row)
	d.done = append(d.done, act{file: c.ID, id: change.Entries[0].Act, words: words})
	d.ownLast = false
	d.Nav.Say(kit.Good, words+". u to undo")
	return d.submit(caseload.Change{Files: []caseload.FileChange{change}, ClearDrafts: clear})
}

// DoPractice makes a change to the IRO's own file. When it changes dates, every
// row is worked out again and DatesMoved says what moved.
func (d *Desk) DoPractice(lines []casefile.Line, words string) tea.Cmd {
	if len(lines) == 0 {
		return nil
	}
	was := d.practice
	entries := d.stamp().Entries(lines, d.Watch.NewID)
	d.setPractice(d.practice.With(entries...))
	if words != "" {
		d.Nav.Say(kit.Good, words)
		d.ownLast = len(d.done) > 0
	}
	stored := d.submit(caseload.Change{Files: []caseload.FileChange{{File: d.Book.PracticeFile(), Practice: true, Entries: entries}}})
	if d.practice.Number() == was.Number() {
		return stored
	}
	ids := make([]casefile.ID, len(d.rows))
	for i, r := range d.rows {
		ids[i] = r.File
	}
	return tea.Sequence(stored, d.redate(ids, was))
}

func (d *Desk) stamp() casefile.Stamp {
	return d.Watch.Stamp(d.practice.Profile().Name, casefile.ByIRO)
}

// stand puts a case and its row in the place of the ones before.
func (d *Desk) stand(c *casefile.Case, row caseload.Row) {
	d.cases[c.ID] = c
	d.putRow(row)
	d.version++
}

func (d *Desk) putRow(row caseload.Row) {
	i, there := d.at[row.File]
	switch {
	case row.Gone() && there:
		last := len(d.rows) - 1
		d.rows[i] = d.rows[last]
		d.at[d.rows[i].File] = i
		d.rows = d.rows[:last]
		delete(d.at, row.File)
	case row.Gone():
	case there:
		d.rows[i] = row
	default:
		d.at[row.File] = len(d.rows)
		d.rows = append(d.rows, row)
	}
}

// submit gives the store a change and returns the command that waits for it.
func (d *Desk) submit(change caseload.Change) tea.Cmd {
	d.unsaved++
	wait := d.Book.Submit(change)
	return func() tea.Msg {
		aside, err := wait()
		return Stored{Aside: aside, Err: err}
	}
}

// Settled is called by the root for every Stored.
func (d *Desk) Settled() { d.unsaved = max(d.unsaved-1, 0) }

// CanUndo says what u would take back, "" when there is nothing.
func (d *Desk) CanUndo() string {
	if len(d.done) == 0 {
		return ""
	}
	last := d.done[len(d.done)-1]
	return last.words + d.forWhom(last)
}

// forWhom names the child of an act: undo may reach one who is not in front.
func (d *Desk) forWhom(a act) string {
	row, ok := d.Row(a.file)
	if !ok || a.whole != nil {
		return ""
	}
	return ", for " + d.Name(row)
}

// Undo takes back the last thing done in this session about a child. After a
// change to the IRO's own file, which its own screen puts back, it says so
// first.
func (d *Desk) Undo() tea.Cmd {
	if d.ownLast {
		d.ownLast = false
		words := "The last change was to your own file; its screen puts it back."
		if what := d.CanUndo(); what != "" {
			words += " u again undoes: " + what + "."
		}
		d.Nav.Say(kit.Soon, words)
		return nil
	}
	if len(d.done) == 0 {
		d.Nav.Say(kit.Dim, "There is nothing left to undo from this session; the timeline takes back older entries.")
		return nil
	}
	last := d.done[len(d.done)-1]
	if last.whole != nil {
		return d.undoImport(last) // it stays the last thing done until every child was read
	}
	d.done = d.done[:len(d.done)-1]
	return d.TakeBack(d.cases[last.file], last.id, "Undone: "+last.words+d.forWhom(last))
}

// TakeBack reverses one act of a child's file.
func (d *Desk) TakeBack(c *casefile.Case, id casefile.ID, words string) tea.Cmd {
	lines, err := c.TakeBack(id, "", d.Today())
	if err != nil {
		return func() tea.Msg { return kit.Failed{Err: err} }
	}
	after, change := caseload.Apply(c, lines, d.stamp(), d.Watch.NewID, d.practice, d.Today())
	d.stand(after, *change.Row)
	d.Nav.Say(kit.Good, words)
	return d.submit(caseload.Change{Files: []caseload.FileChange{change}})
}

// Came takes a case that was read into the desk; the root calls it for every
// message and sends CaseRead on to the screens when it was one.
func (d *Desk) Came(msg tea.Msg) (CaseRead, bool) {
	m, ok := msg.(caseCame)
	if !ok {
		return CaseRead{}, false
	}
	if d.cases[m.id] == nil {
		d.cases[m.id] = m.c
	}
	return CaseRead{ID: m.id}, true
}

// Imported is a whole import worked out in the background, ready to store.
type Imported struct {
	Files []caseload.FileChange
	Cases []*casefile.Case
	Note  practice.Imported
	Stamp casefile.Stamp // its Act is the import's
}

// ToRoot makes Imported a message for the root, which hands it to TakeImport.
func (Imported) ToRoot() {}

// TakeImport stores an import as one act that undo takes back whole.
func (d *Desk) TakeImport(m Imported) tea.Cmd {
	for i, f := range m.Files {
		d.stand(m.Cases[i], *f.Row)
	}
	lines := d.practice.NoteImport(m.Note, d.Today())
	entries := m.Stamp.Entries(lines, d.Watch.NewID)
	d.setPractice(d.practice.With(entries...))
	m.Files = append(m.Files, caseload.FileChange{File: d.Book.PracticeFile(), Practice: true, Entries: entries})
	whole, _ := d.practice.LastImport()
	words := "Imported " + kit.Count(m.Note.Added, "new child", "new children") + ", " + fmt.Sprintf("%d changed", m.Note.Updated)
	d.done = append(d.done, act{id: m.Stamp.Act, words: words, whole: &whole})
	d.Nav.Say(kit.Good, words+". u takes the whole import back")
	return d.submit(caseload.Change{Files: m.Files})
}

// undoImport reads every child the import touched and reverses its part.
func (d *Desk) undoImport(a act) tea.Cmd {
	book, p, today := d.Book, d.practice, d.Today()
	stamp, newID := d.stamp(), d.Watch.NewID
	open := make(map[casefile.ID]*casefile.Case, len(d.cases))
	for id, c := range d.cases {
		open[id] = c
	}
	return func() tea.Msg {
		out := takenBack{words: "Taken back: " + a.words, act: a.id}
		for _, id := range a.whole.Children {
			c := open[id]
			if c == nil {
				read, err := book.Case(id)
				if err != nil {
					return kit.Failed{Err: err}
				}
				c = read
			}
			if err := out.reverse(c, stamp, newID, p, today); err != nil {
				return kit.Failed{Err: err}
			}
		}
		return out
	}
}

// takenBack is an import reversed child by child in the background.
type takenBack struct {
	before, after []*casefile.Case
	files         []caseload.FileChange
	act           casefile.ID
	words         string
}

// reverse takes back what the import left on one child's file. A file whose part
// was taken back by hand has nothing left and is passed over.
func (m *takenBack) reverse(c *casefile.Case, stamp casefile.Stamp, newID casefile.NewID, p *practice.Practice, today workday.Date) error {
	lines, err := c.TakeBack(m.act, "The import was taken back.", today)
	if fault.CodeOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	after, change := caseload.Apply(c, lines, stamp, newID, p, today)
	m.before, m.after, m.files = append(m.before, c), append(m.after, after), append(m.files, change)
	return nil
}

// ToRoot makes takenBack a message for the root.
func (takenBack) ToRoot() {}

// Handle takes the desk's own messages; ok is false for any other. The root
// calls it first.
func (d *Desk) Handle(msg tea.Msg) (cmd tea.Cmd, ok bool) {
	switch m := msg.(type) {
	case Redated:
		return d.TakeRedated(m), true
	case Imported:
		return d.TakeImport(m), true
	case takenBack:
		return d.takeBackImport(m), true
	case Follow:
		if m.desk != d {
			return nil, true
		}
		return m.do(), true
	}
	return nil, false
}

// takeBackImport stores what undoImport worked out. A child written about
// meanwhile is reversed again as the file stands now; u pressed twice takes
// the import back once. It is over even when nothing of it was left, so that u
// reaches what was done before.
func (d *Desk) takeBackImport(m takenBack) tea.Cmd {
	at := slices.IndexFunc(d.done, func(a act) bool { return a.id == m.act })
	if at < 0 {
		return nil
	}
	now := takenBack{act: m.act}
	for i, before := range m.before {
		if c := d.cases[before.ID]; c != nil && c != before {
			if err := now.reverse(c, d.stamp(), d.Watch.NewID, d.practice, d.Today()); err != nil {
				return func() tea.Msg { return kit.Failed{Err: err} }
			}
			continue
		}
		now.after, now.files = append(now.after, m.after[i]), append(now.files, m.files[i])
	}
	d.done = slices.Delete(d.done, at, at+1)
	tone, words := kit.Good, m.words
	if len(now.files) == 0 {
		tone, words = kit.Dim, "Nothing of that import was left to take back."
	}
	for i, c := range now.after {
		d.stand(c, *now.files[i].Row)
	}
	entries := d.stamp().Entries(d.practice.TakeBackImport(m.act, d.Today()), d.Watch.NewID)
	d.setPractice(d.practice.With(entries...))
	now.files = append(now.files, caseload.FileChange{File: d.Book.PracticeFile(), Practice: true, Entries: entries})
	d.Nav.Say(tone, words)
	return d.submit(caseload.Change{Files: now.files})
}
