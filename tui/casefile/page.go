// Package casefile is one child's case on screen: what is due and why, where
// the child is, who to telephone, the reviews, the facts, the notes and the
// timeline, with the forms that add to it.
//
// Every change goes through a command of the domain's case and the desk. The
// package works out no date itself and reads no disk outside a command.
package casefile

import (
	"fmt"
	"strings"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Doors are the screens the case leads to; the root supplies them.
type Doors struct {
	Review  func(id file.ID) kit.Page
	Why     func(id file.ID) kit.Page // the next review's date, or why there is none
	Explain func(id file.ID, d clock.Deadline) kit.Page
	Rule    func(ids []string) kit.Page

	Clocks       func(id file.ID) kit.Page
	People       func(id file.ID) kit.Page
	Person       func(id file.ID, p file.PersonStated) kit.Page // the zero person is somebody new
	Events       func(id file.ID) kit.Page
	Event        func(id file.ID, ev file.EventReported) kit.Page // the zero event is a new one
	Documents    func(id file.ID) kit.Page
	Visits       func(id file.ID) kit.Page
	Appointments func(id file.ID) kit.Page
	Situations   func(id file.ID) kit.Page
	Log          func(id file.ID) kit.Page

	Room      func(id file.ID) kit.Page
	After     func(id file.ID) kit.Page
	Decisions func(id file.ID) kit.Page
	Papers    func(id file.ID) kit.Page
	Visit     func(id file.ID) kit.Page // everyone at the child's placement
}

// Page is one child's case.
type Page struct {
	*sheet.Sheet
	desk  *desk.Desk
	doors Doors
	id    file.ID
}

// New opens the case on screen.
func New(d *desk.Desk, id file.ID, doors Doors) *Page {
	p := &Page{Sheet: sheet.New(d, id, sheet.Shape{Labels: 14, LabelsWide: 22, More: 21}), desk: d, doors: doors, id: id}
	p.Show(p)
	return p
}

// Empty is never shown: a case has at least what is missing.
func (p *Page) Empty() (what, next string, keys []string) {
	return "Nothing is on file yet.", "e enters the facts.", []string{"e"}
}

// Title is the child: name, age, reference.
func (p *Page) Title() string {
	row, _ := p.desk.Row(p.id)
	parts := []string{p.desk.Name(row)}
	if c := p.desk.Case(p.id); c != nil && c.DOB().Known() {
		parts = append(parts, fmt.Sprint(c.DOB().Age(p.desk.Today(), p.desk.Practice().Readings().LeapBirthday)))
	}
	title := strings.Join(parts, ", ")
	if !p.desk.Hidden() && row.Name != "" {
		title += " · " + row.Ref
	}
	return title
}
