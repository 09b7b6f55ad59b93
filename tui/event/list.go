// Package event is what happened to one child and what is proposed for the
// child: the significant events with the IRO's decision on each, the moves
// nobody spoke of, and the proposed changes with what holds them, with the
// forms that enter them.
//
// Every change goes through a command of the domain's case and the desk.
// Which rules hold a change is asked of package review. The package works out
// no date itself and reads no disk outside a command.
package event

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// List is the events and proposed changes of one child.
type List struct {
	*sheet.Sheet
	doors sheet.Doors
}

// NewList opens a child's events and proposed changes.
func NewList(d *desk.Desk, id casefile.ID, doors sheet.Doors) *List {
	p := &List{Sheet: sheet.New(d, id, sheet.Shape{Labels: 10, More: 17}), doors: doors}
	p.Show(p)
	return p
}

// Title names the child.
func (p *List) Title() string {
	row, _ := p.Desk.Row(p.Child)
	return p.Desk.Name(row) + ": events and changes"
}

// Empty says what is so when there is no line, and what to do next.
func (p *List) Empty() (what, next string, keys []string) {
	return "No event and no proposed change is on file.",
		"Enter what you are told as it happens: you decide each time whether a review is needed.",
		[]string{"a", "enter what happened", "c", "enter a change that is proposed"}
}

// Actions lists every key of the list.
func (p *List) Actions() []kit.Action {
	add := func(id, key, words string, foot int, page func() kit.Page) kit.Action {
		return kit.Action{ID: "event." + id, Keys: []string{key}, Words: words, Group: "This child", Foot: foot, Disabled: p.Reading(), Do: func() tea.Cmd {
			p.Desk.Nav.Push(page())
			return nil
		}}
	}
	return append([]kit.Action{
		add("add", "a", "enter what happened", 2, func() kit.Page { return Intake(p.Desk, p.Child, casefile.EventReported{}) }),
		add("change", "c", "enter a change", 3, func() kit.Page { return Proposal(p.Desk, p.Child, casefile.ChangeProposed{}) }),
	}, p.Sheet.Actions(p.doors)...)
}
