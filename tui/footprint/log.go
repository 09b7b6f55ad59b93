package footprint

import (
	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Doors are the screens the log leads to; a nil one is not offered.
type Doors struct {
	sheet.Doors
	Concern func(child casefile.ID) kit.Page // a new wider concern that links the child
}

// Page is the log of one child.
type Page struct {
	*sheet.Sheet
	doors Doors
	only  filter
	log   map[casefile.ID]casefile.LogEntry // on the lines, by their entry
}

// Log is the log of a child, newest first.
func Log(d *desk.Desk, id casefile.ID, doors Doors) *Page {
	p := &Page{Sheet: sheet.New(d, id, sheet.Shape{Labels: 11, More: 19}), doors: doors, only: everything()}
	p.Show(p)
	return p
}

// Title is the child.
func (p *Page) Title() string {
	row, _ := p.Desk.Row(p.Child)
	return p.Desk.Name(row) + ": log"
}

// Empty is never shown: a log has at least how the case is watched.
func (p *Page) Empty() (what, next string, keys []string) {
	return "Nothing is in the log yet.", "a enters what you did and what changed.", []string{"a"}
}

// Escape shows everything again when only some entries are shown.
func (p *Page) Escape() bool {
	if p.only.id == "" {
		return false
	}
	p.only = everything()
	p.Remake()
	return true
}
