// Package register is what a child's file holds by date: the documents with
// their versions, the social worker's visits, the child's IROs and the dated
// situations the clocks run from, each on a screen of its own.
//
// Every change goes through a command of the domain's case and the desk. The
// package works out no date itself and reads no disk outside a command.
package register

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Doors are the screens the register leads to; the root supplies them.
type Doors struct {
	sheet.Doors
	Event func(id file.ID, ev file.EventReported) kit.Page // the event intake, begun with what is known

	// VisitPlan says which visiting rule runs and whether its intervals were
	// kept, one statement a line, and when the next visit is due; next is nil
	// when the file does not say enough.
	VisitPlan func(c *file.Case) (words string, next *clock.Deadline)
}

const (
	groupLine  = "This line"
	groupChild = "This child"
)

// list is a screen of the register: a sheet, and what its forms share.
type list struct {
	*sheet.Sheet
	doors Doors
	name  string
}

func newList(d *desk.Desk, id file.ID, doors Doors, name string, shape sheet.Shape) *list {
	return &list{Sheet: sheet.New(d, id, shape), doors: doors, name: name}
}

// Title is whose register it is, and which.
func (p *list) Title() string {
	row, _ := p.Desk.Row(p.Child)
	return p.Desk.Name(row) + ": " + p.name
}

// with adds the keys of every sheet to a screen's own, none of which works
// while the file is being read.
func (p *list) with(own ...kit.Action) []kit.Action {
	for i := range own {
		if own[i].Disabled == "" {
			own[i].Disabled = p.Reading()
		}
	}
	return append(own, p.Actions(p.doors.Doors)...)
}

// form pushes a form of this child's file.
func (p *list) form(draft string, spec kit.FormSpec) tea.Cmd {
	p.Desk.Nav.Push(p.Desk.Form(p.Child, draft, spec))
	return nil
}

// now is the case as it stands when a form is saved.
func (p *list) now() *file.Case { return p.Desk.Case(p.Child) }

// kept gives the id of a thing stated again, or a new one.
func (p *list) kept(id file.ID) file.ID {
	if id.Zero() {
		return p.Desk.Watch.NewID()
	}
	return id
}

// save keeps a form's lines and, when they were kept, leads on to the event
// intake if there is an event to tell of.
func (p *list) save(lines []file.Line, err error, words, draft string, tell *file.EventReported) tea.Cmd {
	cmd := p.Desk.Save(p.now(), lines, err, words, draft)
	if err == nil && len(lines) > 0 && tell != nil {
		p.Desk.Nav.Push(p.doors.Event(p.Child, *tell))
	}
	return cmd
}

// event opens the event intake from a line.
func (p *list) event(ev file.EventReported) tea.Cmd {
	p.Desk.Nav.Push(p.doors.Event(p.Child, ev))
	return nil
}

// short leaves the year out while it is this one.
func (p *list) short(d workday.Date) string {
	if d.Year() == p.Desk.Today().Year() {
		return d.Short()
	}
	return d.Long()
}

// joined puts the parts that say something in one text.
func joined(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
