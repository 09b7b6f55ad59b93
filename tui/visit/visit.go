// Package visit is one placement on screen while the IRO is in it: the brothers,
// sisters and housemates who live there, what is open for each, and one key for
// a private note, a talk, what was seen, told or promised.
//
// A child may look over the IRO's shoulder: names are hidden from the start,
// and one key blanks the screen, while text is typed too. Who lives there, what
// is open and what an act answers are the domain's; nothing is done for several
// children at once. It reads no disk outside a command.
package visit

import (
	"cmp"
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Doors are the screens it leads to; a nil one is not offered.
type Doors struct {
	Case   func(id casefile.ID) kit.Page
	Review func(id casefile.ID) kit.Page
	Rule   func(ids []string) kit.Page // an overlay
}

// child is one child of the list.
type child struct {
	row     caseload.Row
	no      int  // the key that opens a note; 0 when there is none
	here    bool // lives in the placement
	read    bool
	sitting caseload.Sitting // once the file was read
}

// Page is the screen.
type Page struct {
	desk  *desk.Desk
	doors Doors
	id    casefile.ID // the child it was opened from
	table *kit.Table

	known    bool // the child is on the caseload
	house    caseload.Household
	children []child
	mask     mask
	asked    map[casefile.ID]bool // files asked for
	failed   map[casefile.ID]bool // files that could not be read

	version  int // of the desk's rows
	day      workday.Date
	practice *practice.Practice
	before   bool // names were hidden when it was opened
	w, h     int
}

// New makes the screen of the placement a child lives in. Push it.
func New(d *desk.Desk, id casefile.ID, doors Doors) kit.Page {
	p := &Page{desk: d, doors: doors, id: id, version: -1, asked: map[casefile.ID]bool{}, failed: map[casefile.ID]bool{}, w: 80, h: 19}
	p.table = kit.NewTable(d.Nav.Theme(), nil, p)
	return p
}

// Init hides names and reads the files.
func (p *Page) Init() tea.Cmd {
	p.before = p.desk.Hidden()
	p.hide(true)
	return p.look()
}

// hide hides or shows names; a message on the screen may hold one.
func (p *Page) hide(on bool) {
	p.desk.Hide(on)
	if on {
		p.desk.Nav.Say(kit.Dim, "")
	}
}

// Resume looks again when another screen was left.
func (p *Page) Resume() tea.Cmd {
	clear(p.asked) // what could not be read is tried again
	return p.look()
}

// unread says that a file could not be read.
type unread struct {
	id  casefile.ID
	err error
}

// look makes the list anew where something changed, and reads what it needs.
func (p *Page) look() tea.Cmd {
	p.refresh()
	var cmds []tea.Cmd
	for _, id := range p.house.Unread {
		if !p.asked[id] {
			p.asked[id] = true
			cmds = append(cmds, p.read(id))
		}
	}
	return tea.Batch(cmds...)
}

// read reads a file, and tells this page when it cannot.
func (p *Page) read(id casefile.ID) tea.Cmd {
	open := p.desk.Open(id)
	if open == nil {
		return nil
	}
	return func() tea.Msg {
		msg := open()
		if f, ok := msg.(kit.Failed); ok {
			return unread{id, f.Err}
		}
		return msg
	}
}

// Update moves the cursor and opens notes by number; any other message may mean
// that a file was read or changed.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case unread:
		p.failed[m.id] = true
		return tea.Batch(p.look(), func() tea.Msg { return kit.Failed{Err: m.err} })
	case desk.CaseRead:
		delete(p.failed, m.ID)
	case tea.KeyMsg:
		if p.table.Update(m) {
			p.spell()
			return nil
		}
		if i := slices.IndexFunc(p.children, func(c child) bool { return c.no > 0 && kit.KeyName(m) == string(rune('0'+c.no)) }); i >= 0 {
			return p.note(p.children[i])
		}
	}
	return p.look()
}

// refresh makes the list again when a case, the day or the settings are others
// than before. Undo changes a case without a message to this page, so View asks
// too.
func (p *Page) refresh() {
	files := 0
	for _, id := range p.house.Unread {
		if p.desk.Case(id) != nil {
			files++
		}
	}
	if files == 0 && p.version == p.desk.Version() && p.day == p.desk.Today() && p.practice == p.desk.Practice() {
		return
	}
	first := !p.known
	p.version, p.day, p.practice = p.desk.Version(), p.desk.Today(), p.desk.Practice()
	p.house, p.known = caseload.HouseholdOf(p.id, p.desk.Rows(), p.desk.Case, p.day)
	p.children = p.children[:0]
	for i, r := range p.house.Here {
		c := p.childOf(r)
		c.here = true
		if i < 9 {
			c.no = i + 1
		}
		p.children = append(p.children, c)
	}
	for _, r := range p.house.Elsewhere {
		p.children = append(p.children, p.childOf(r))
	}
	p.mask = maskOf(p.children, p.day)
	p.layout()
	p.table.Reload()
	if first {
		p.table.Select(p.id.String())
	}
	p.spell()
}

func (p *Page) childOf(r caseload.Row) child {
	out := child{row: r}
	if c := p.desk.Case(r.File); c != nil {
		out.read, out.sitting = true, caseload.SittingOf(c, r, p.desk.Clocks(c), p.desk.Context())
	}
	return out
}

// name is what a child is called here: the name, or initials, with the
// reference where two children have the same.
func (p *Page) name(r caseload.Row) string {
	if !p.desk.Hidden() {
		return kit.Clean(cmp.Or(r.Name, r.Ref))
	}
	for _, c := range p.children {
		if c.row.File != r.File && c.row.Initials() == r.Initials() {
			return r.Initials() + " " + r.Ref
		}
	}
	return r.Initials()
}

// nameOf is the name of a child by file, as it may be shown now.
func (p *Page) nameOf(id casefile.ID) string {
	row, _ := p.desk.Row(id)
	return p.name(row)
}

// whom is a child by file as the title of a note or form has it: name or
// initials, the reference and the age, for numbers are easily mistaken.
func (p *Page) whom(id casefile.ID) string {
	row, _ := p.desk.Row(id)
	out := row.Initials()
	if !p.desk.Hidden() {
		out = kit.Clean(cmp.Or(row.Name, row.Ref))
	}
	if out != row.Ref {
		out += " " + row.Ref
	}
	if years, known := row.Age(p.desk.Today(), p.desk.Practice().Readings().LeapBirthday); known {
		out += fmt.Sprintf(", aged %d", years)
	}
	return out
}

// text is a text that may name people, as it may be shown now.
func (p *Page) text(s string) string {
	if p.desk.Hidden() {
		return p.mask.cover(s)
	}
	return s
}

// selected is the child under the cursor.
func (p *Page) selected() (child, bool) {
	i, _, ok := p.table.Selected()
	if !ok {
		return child{}, false
	}
	return p.at(i)
}

// Typing is never so: text is typed in notes and forms.
func (p *Page) Typing() bool { return false }

// Escape leaves, and names are shown again if they were before.
func (p *Page) Escape() bool {
	p.desk.Hide(p.before)
	return false
}

// InReview tells the root that children are being seen: it locks later.
func (p *Page) InReview() bool { return true }

// About is the child under the cursor, for the quick entry.
func (p *Page) About() casefile.ID {
	c, _ := p.selected()
	return c.row.File
}
