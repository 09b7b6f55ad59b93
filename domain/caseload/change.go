package caseload

import (
	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Change is what one act writes: stored whole or not at all.
type Change struct {
	Files       []FileChange
	ClearDrafts []casefile.DraftKey // drafts that the change makes pointless
}

// FileChange is what a change writes to one file. Row is what the list shows
// afterwards and DatedUnder the settings number it was worked out under; the
// practice's own file has no row.
type FileChange struct {
	File       casefile.ID
	Practice   bool
	Entries    []casefile.Entry
	Row        *Row
	DatedUnder uint32
}

// Apply stamps lines as one act on a case and gives the case as it stands
// then, with the change to store.
func Apply(c *casefile.Case, lines []casefile.Line, stamp casefile.Stamp, newID casefile.NewID, p *practice.Practice, today workday.Date) (*casefile.Case, FileChange) {
	entries := stamp.Entries(lines, casefile.After(c.LastID(), newID))
	after := c.With(entries...)
	row := RowOf(after, p, today)
	return after, FileChange{File: c.ID, Entries: entries, Row: &row, DatedUnder: p.Number()}
}

// Redate works a row out again, for a setting that changed or a row that could
// not be read.
func Redate(c *casefile.Case, p *practice.Practice, today workday.Date) FileChange {
	row := RowOf(c, p, today)
	return FileChange{File: c.ID, Row: &row, DatedUnder: p.Number()}
}
