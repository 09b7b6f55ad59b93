package exchange

import (
	"errors"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// As says how files are to be read.
type As string

// The ways to read. Auto decides by the columns, never by the file's name.
const (
	Auto    As = "auto"
	Table   As = "table"
	SSDA903 As = "ssda903"
	AnnexA  As = "annex-a" // comes in a later issue; Read says so
)

// Limits on what is read. A file beyond them is refused whole, in words.
const (
	MaxFileBytes = 128 << 20 // one file as it lies on the disk
	MaxRows      = 1_000_000 // rows of one table
	maxUnzipped  = 64 << 20  // a workbook unpacked; kept in memory, never in a temporary file
	maxColumns   = 1024
)

// The causes under the errors about a workbook's password, for errors.Is.
var (
	ErrPasswordNeeded = errors.New("the workbook needs a password")
	ErrPasswordWrong  = errors.New("the workbook's password is not right")
)

// Options says how to read.
type Options struct {
	As       As
	Columns  Columns // a confirmed column map for a list; nil proposes one
	Sheet    string  // a workbook's sheet; "" takes the one that looks most like a list
	Today    workday.Date
	Cal      workday.Calendar
	Council  string                            // stated for every child when not empty
	Password func(file string) (string, error) // asked only for a protected workbook; nil means there is none
	Known    func(externalID string) bool      // is the child in the store; nil means none is
	Progress func(done, total int64)           // steps, called after each file
}

// Problem is one row or cell that was refused, or is odd but kept. Row counts
// the header row as 1; 0 means the whole file. Value is from the user's own
// file, cleaned, and is shown to that user only.
type Problem struct {
	File   string `json:"file"`
	Row    int    `json:"row"`
	Column string `json:"column"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}

// Return is what the files say, before anything is applied.
type Return struct {
	Kind     As       // Table or SSDA903
	Files    []string // as they were given
	Children []Child
	Rejected []Problem
	Warnings []Problem
	Skipped  []string // files of the return with no use here
	Columns  Columns  // the map a list was read with
	Ignored  []string // headings nothing was read from
}

// Child is what the files say of one child.
type Child struct {
	ExternalID string
	Council    string
	Reported   casefile.Reported
	Planned    workday.Date // the next review as a list has it; MakePlan plans it
	ReviewNo   int          // the number of the last review, 0 when the list has none
	File       string       // the row that brought the child in
	Row        int

	// What the files date only by "known on this day": such a start gives way
	// to an earlier one on file with the same code.
	looseCare, looseStatus, loosePlacement bool
}

// Name is the child's name, "" when the source had none.
func (c Child) Name() string { return c.Reported.Facts[casefile.FactName] }

// DOB is the date of birth; the zero Date when not known.
func (c Child) DOB() workday.Date {
	d, err := workday.Parse(c.Reported.Facts[casefile.FactDOB])
	if err != nil {
		return 0
	}
	return d
}

// Key names the child within this import: the council's number, or for a child
// without one the file and row.
func (c Child) Key() string { return keyOf(c.ExternalID, c.File, c.Row) }
