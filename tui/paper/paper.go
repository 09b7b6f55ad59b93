// Package paper is the screen of the papers about one child: which can be made
// now and for whom, what a paper says before it is made, what would leak, what
// the letters' own wording is, and which papers were made before.
//
// What a paper says and who may have it is decided by the package document of
// the domain. A paper leaves through Press, inside a command; each one is an
// entry in the child's file. The screen works out no date and touches no disk.
package paper

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/review"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Press makes the files. Folder and Suggested work in memory; the others touch
// the disk and are called inside commands only.
type Press interface {
	// Folder is the folder chosen for papers; "" while none is.
	Folder() string
	// Suggested is a folder to begin with.
	Suggested() string
	// SetFolder keeps another folder and gives its whole path. One that is not
	// there is made, where the folder it would lie in is.
	SetFolder(path string) (folder string, err error)
	// Make writes a paper as a new file and never over another: written is the
	// name it got, without the folder, and hash the SHA-256 of its bytes in
	// hexadecimal. format is the ending of the file's name, such as "docx".
	Make(folder, name, format string, d document.Document) (written, hash string, err error)
}

// Doors are the screens it leads to; a nil one is not offered.
type Doors struct {
	sheet.Doors
	People func(child casefile.ID) kit.Page // where it is decided which copy somebody gets
}

// office is what both screens work with: whose papers, and where they go.
type office struct {
	desk  *desk.Desk
	child casefile.ID
	press Press
	doors Doors
}

// name is the child as the header has it.
func (o *office) name() string {
	row, _ := o.desk.Row(o.child)
	return o.desk.Name(row)
}

// Page is the list of a child's papers.
type Page struct {
	*sheet.Sheet
	office
	chosen casefile.ID // the review asked for; zero is the one that matters now
}

// New makes the list of a child's papers.
func New(d *desk.Desk, child casefile.ID, press Press, doors Doors) kit.Page {
	p := &Page{Sheet: sheet.New(d, child, sheet.Shape{Labels: 22, LabelsWide: 34, More: 19}), office: office{d, child, press, doors}}
	p.Show(p)
	return p
}

// Of opens one letter about a child at once, such as the alert about a decision.
func Of(d *desk.Desk, child casefile.ID, press Press, doors Doors, what document.LetterKind, decision casefile.ID) kit.Page {
	return newPreview(office{d, child, press, doors}, draft{kind: what, decision: decision})
}

// Title names the child.
func (p *Page) Title() string { return p.name() + ": papers" }

// Right says where papers go.
func (p *Page) Right() string {
	if p.press.Folder() == "" {
		return "no folder chosen"
	}
	return "to " + kit.Clean(p.press.Folder())
}

// Empty is never shown: the letters need no review.
func (p *Page) Empty() (what, next string, keys []string) {
	return "There is no paper to make.", "Plan or enter a review first.", []string{"esc", "back"}
}

// review is the review papers are made from: the one asked for, else the one
// begun, else the last completed, else the one in hand.
func (p *Page) review(c *casefile.Case) (casefile.Review, bool) {
	if r, ok := c.ReviewByID(p.chosen); ok {
		return r, true
	}
	today := p.desk.Today()
	if r, ok := c.Unfinished(today); ok {
		return r, true
	}
	if r, ok := review.LastCompleted(c, today); ok {
		return r, true
	}
	return review.Current(c, today)
}

// Actions lists every key.
func (p *Page) Actions() []kit.Action {
	p.Refresh()
	const papers = "Papers"
	noReview := p.Reading()
	if noReview == "" && len(p.Case().Reviews()) < 2 {
		noReview = "There is no other review on file."
	}
	own := []kit.Action{
		{ID: "paper.review", Keys: []string{"r"}, Words: "another review", Group: papers, Foot: 2, Disabled: noReview, Do: p.pickReview},
		{ID: "paper.folder", Keys: []string{"f"}, Words: "folder for papers", Group: papers, Foot: 3, Do: func() tea.Cmd {
			return p.askFolder(nil)
		}},
	}
	all := p.Sheet.Actions(p.doors.Doors)
	return slices.Insert(all, 1, own...)
}

// pickReview asks from which review papers are made.
func (p *Page) pickReview() tea.Cmd {
	c := p.Case()
	var options []kit.Option
	for _, r := range slices.Backward(c.Reviews()) {
		options = append(options, kit.Option{ID: r.ID.String(), Words: dated(r)})
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "From which review?", options, func(id string) tea.Cmd {
		for _, r := range c.Reviews() {
			if r.ID.String() == id {
				p.chosen = r.ID
			}
		}
		p.Remake()
		return nil
	}))
	return nil
}

// dated is a review by its day.
func dated(r casefile.Review) string {
	switch {
	case r.IsHeld() && !r.Held.Completed.Known():
		return "the review begun " + r.Held.Recorded.Long()
	case r.IsHeld():
		return "the review of " + r.Held.Recorded.Long()
	case r.Planned.Date.Known():
		return "the review planned for " + r.Planned.Date.Long()
	}
	return "the review in hand, no day set"
}
