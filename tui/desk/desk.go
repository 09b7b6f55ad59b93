// Package desk is what every screen works at: the open book, the day it is,
// the rows of the caseload, the cases that are open, and the one way a change
// is made and taken back.
//
// Data travels one way through it: a screen asks a command of the case for
// lines, hands them to Do, sees the new case at once, and the store's receipt
// follows. It reads the book only inside commands, never in Update or View. It
// decides nothing about the law and draws nothing.
package desk

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// Book is what the screens need of an open store. Rows and Submit work in
// memory; Case and Practice read the disk and are called inside commands only.
type Book interface {
	Rows(settings uint32) (rows []caseload.Row, stale []casefile.ID)
	Case(id casefile.ID) (*casefile.Case, error)
	Practice() (*practice.Practice, error)
	PracticeFile() casefile.ID
	Submit(change caseload.Change) (wait func() (aside bool, err error))
	SaveDraft(key casefile.DraftKey, text string) (wait func() (aside bool, err error))
	ClearDraft(key casefile.DraftKey)
	Drafts() map[casefile.DraftKey]string
}

// Watch is the clock and the source of ids; cmd brings the real one, tests and
// the demo their own. NewID may be called from any goroutine.
type Watch interface {
	Today() workday.Date
	Pretended() bool
	Stamp(by string, source casefile.Source) casefile.Stamp
	NewID() casefile.ID
}

// Desk is shared by all screens of one open book. It is used from Update and
// View only, which run on one goroutine.
type Desk struct {
	Nav   *kit.Nav
	Book  Book
	Watch Watch

	practice *practice.Practice
	calendar workday.Calendar
	rows     []caseload.Row
	at       map[casefile.ID]int
	version  int
	cases    map[casefile.ID]*casefile.Case
	drafts   map[casefile.DraftKey]string
	done     []act
	hidden   bool
	unsaved  int
	receipt  func() (aside bool, err error) // of the newest draft, until it is waited for
	unkept   bool                           // drafts do not reach the disk
	ownLast  bool                           // the last change was to the IRO's own file
}

// act is one thing done in this session that u takes back.
type act struct {
	file  casefile.ID
	id    casefile.ID
	words string
	whole *practice.Import
}

// New sits down at an open book.
func New(nav *kit.Nav, book Book, watch Watch, p *practice.Practice, rows []caseload.Row) *Desk {
	d := &Desk{Nav: nav, Book: book, Watch: watch, cases: map[casefile.ID]*casefile.Case{}, drafts: book.Drafts()}
	d.setPractice(p)
	d.SetRows(rows)
	return d
}

func (d *Desk) setPractice(p *practice.Practice) {
	d.practice, d.calendar = p, p.Calendar()
}

// SetRows gives the desk a list read anew.
func (d *Desk) SetRows(rows []caseload.Row) {
	d.rows = rows
	d.at = make(map[casefile.ID]int, len(rows))
	for i, r := range rows {
		d.at[r.File] = i
	}
	d.version++
}

// Today is the day the program works on.
func (d *Desk) Today() workday.Date { return d.Watch.Today() }

// Practice is the IRO's own file.
func (d *Desk) Practice() *practice.Practice { return d.practice }

// Calendar is the working-day calendar with the holidays added.
func (d *Desk) Calendar() workday.Calendar { return d.calendar }

// Context is what questions about a review are asked with.
func (d *Desk) Context() review.Context {
	return review.Context{Today: d.Today(), Calendar: d.calendar, Readings: d.practice.Readings()}
}

// Rows is the list as it stands. It is shared: read it, never change it.
func (d *Desk) Rows() []caseload.Row { return d.rows }

// Version changes whenever the rows do, so that a screen knows to look again.
func (d *Desk) Version() int { return d.version }

// Row finds a child's row.
func (d *Desk) Row(id casefile.ID) (caseload.Row, bool) {
	i, ok := d.at[id]
	if !ok {
		return caseload.Row{}, false
	}
	return d.rows[i], true
}

// Case is a child's file when it has been read, else nil: then ask Open.
func (d *Desk) Case(id casefile.ID) *casefile.Case { return d.cases[id] }

// Clocks works out the clocks of a case today.
func (d *Desk) Clocks(c *casefile.Case) clock.Clocks {
	return clock.Of(c, d.Today(), d.calendar, d.practice.Readings())
}

// CaseRead says that a child's file has been read; it goes to every screen.
type CaseRead struct{ ID casefile.ID }

type caseCame struct {
	id casefile.ID
	c  *casefile.Case
}

// ToRoot sends what was read through the desk before any screen.
func (caseCame) ToRoot() {}

// Open reads a child's file unless it has been read.
func (d *Desk) Open(id casefile.ID) tea.Cmd {
	if d.cases[id] != nil {
		return nil
	}
	book := d.Book
	return func() tea.Msg {
		c, err := book.Case(id)
		if err != nil {
			return kit.Failed{Err: err}
		}
		return caseCame{id, c}
	}
}

// NewDay tells the desk that midnight passed: every screen looks again.
func (d *Desk) NewDay() { d.version++ }

// Hidden reports whether names are hidden.
func (d *Desk) Hidden() bool { return d.hidden }

// Hide hides or shows names.
func (d *Desk) Hide(on bool) {
	d.hidden = on
	d.version++
}

// Name is what a child is called on screen: the name, or initials and the
// reference while names are hidden.
func (d *Desk) Name(r caseload.Row) string {
	if d.hidden {
		if i := r.Initials(); i != r.Ref {
			return i + " " + r.Ref
		}
		return r.Ref
	}
	switch {
	case r.Name != "":
		return kit.Clean(r.Name)
	case r.ExternalID != "":
		return kit.Clean(r.ExternalID) + " " + r.Ref
	}
	return r.Ref
}

// Private is a text that names or places people: shown, or dots while names
// are hidden.
func (d *Desk) Private(s string) string {
	if d.hidden && s != "" {
		return "hidden"
	}
	return kit.Clean(s)
}

// What is what a limit is about. While names are hidden it leaves out what
// somebody wrote, which stands behind a colon.
func (d *Desk) What(text string) string {
	if before, _, own := strings.Cut(text, ": "); own && d.hidden {
		return before
	}
	return kit.Clean(text)
}

// Draft gives the unfinished text kept for a field.
func (d *Desk) Draft(file casefile.ID, field string) string {
	return d.drafts[casefile.DraftKey{File: file, Field: field}]
}

// HasDraft reports whether unfinished text is kept for a child.
func (d *Desk) HasDraft(file casefile.ID) bool {
	for key, text := range d.drafts {
		if key.File == file && text != "" {
			return true
		}
	}
	return false
}

// Unfinished is how many unfinished texts are kept.
func (d *Desk) Unfinished() int {
	n := 0
	for _, text := range d.drafts {
		if text != "" {
			n++
		}
	}
	return n
}

// KeepDraft keeps unfinished text; it costs no wait and is called on each
// change.
func (d *Desk) KeepDraft(file casefile.ID, field, text string) {
	key := casefile.DraftKey{File: file, Field: field}
	if d.drafts[key] == text {
		return
	}
	d.drafts[key] = text
	d.receipt = d.Book.SaveDraft(key, text)
}

// Drafted says how keeping unfinished text ended, when it failed or works again.
type Drafted struct{ Err error }

// ToRoot makes Drafted a message for the root.
func (Drafted) ToRoot() {}

// Drafting gives the command that waits until the newest unfinished text is on
// the disk; nil when none was given since it was asked last. It answers only
// when there is something to tell.
func (d *Desk) Drafting() tea.Cmd {
	wait, failing := d.receipt, d.unkept
	if d.receipt = nil; wait == nil {
		return nil
	}
	return func() tea.Msg {
		if _, err := wait(); err != nil || failing {
			return Drafted{err}
		}
		return nil
	}
}

// DraftsFail notes whether unfinished text reaches the disk.
func (d *Desk) DraftsFail(failing bool) { d.unkept = failing }

// DraftWords says of a text being written that it is kept, or loudly that it is
// not; "" when there is none.
func (d *Desk) DraftWords(file casefile.ID, field string) string {
	switch {
	case d.Draft(file, field) == "":
		return ""
	case d.unkept:
		return "NOT kept yet: keep this window open"
	}
	return "draft kept"
}

// DropDraft forgets unfinished text the user threw away.
func (d *Desk) DropDraft(file casefile.ID, field string) {
	key := casefile.DraftKey{File: file, Field: field}
	if _, ok := d.drafts[key]; ok {
		delete(d.drafts, key)
		d.Book.ClearDraft(key)
	}
}

// Unsaved is how many changes wait for the disk.
func (d *Desk) Unsaved() int { return d.unsaved }

// NextRef is the alias for the next child opened.
func (d *Desk) NextRef() string {
	refs := make([]string, len(d.rows))
	for i, r := range d.rows {
		refs[i] = r.Ref
	}
	return casefile.NextRef(slices.Values(refs))
}
