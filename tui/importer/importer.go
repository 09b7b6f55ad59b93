// Package importer brings in what a council hands out: a caseload list with
// any headings, or the tables of a return. Files are chosen, their columns
// matched, what will happen is shown in words, children that are not the
// person's own are unticked, and only then is anything stored, as one act that
// u takes back.
//
// It may touch the kit, the desk, the domain and the interfaces it states
// itself. It reads no file in Update or View and decides nothing about what a
// row means. A workbook's password is kept for as long as the import lasts.
package importer

import (
	"context"
	"errors"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/caseload"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

// The errors an Importer wraps when a workbook is protected, so that the
// password is asked for.
var (
	ErrPasswordNeeded = errors.New("the workbook needs a password")
	ErrPasswordWrong  = errors.New("the workbook's password is not right")
)

// Question is what the files are read with. Columns is, for Look, the map last
// used for the council, and for Work the one that was confirmed: field to
// heading.
type Question struct {
	Paths    []string
	Password string
	Council  string
	Columns  map[string]string
}

// Importer reads files and works out what they would change. Fields and Usable
// answer from memory; the others are called inside commands and stop with
// their context, leaving everything as it was.
type Importer interface {
	// Fields lists what can be read from a list, in order.
	Fields() []Field
	// Usable says why a list cannot be read with a map, "" when it can.
	Usable(columns map[string]string) string
	// Look recognises the files and proposes a list's columns.
	Look(ctx context.Context, q Question, p longwork.Progress) (Looked, error)
	// Work reads every file and says what would happen. Nothing is changed.
	Work(ctx context.Context, q Question, p longwork.Progress) (Preview, error)
	// Apply makes the entries for the children whose keys are not in except.
	// The page hands them to the desk.
	Apply(ctx context.Context, pv Preview, except []string, p longwork.Progress) (desk.Imported, error)
}

// Files lists folders, for completing a path as it is typed. Home and Split
// answer from memory; List is called inside commands.
type Files interface {
	// Home is the folder to begin in, ending as a folder does when typed.
	Home() string
	// Split parts typed text into the folder and the beginning of a name.
	Split(text string) (dir, start string)
	// List gives the folders and the files that could be imported.
	List(dir string) ([]Entry, error)
}

// Entry is one file or folder. Path is what stands in the field when it is
// taken; a folder's ends so that typing can go on.
type Entry struct {
	Name   string
	Path   string
	Folder bool
	Note   string // size or day, said quietly
}

// Field is one thing that can be read from a list.
type Field struct{ ID, Label string }

// Looked is what was recognised.
type Looked struct {
	Files []Seen
	// List is set when there are columns to match; a return has none.
	List *List
}

// Seen is one file and what it is: "a caseload list", "SSDA903 episodes".
type Seen struct {
	Path  string
	Name  string
	Words string
}

// List is a caseload list's columns, each with what it is thought to hold.
type List struct{ Guesses []Guess }

// Guess is one column. Field is "" when nothing is read from it.
type Guess struct {
	Heading string
	Field   string
	Reason  string
	Samples []string
}

// Preview is what an import would do.
type Preview struct {
	Children  []Child // those with something to store, in the order of the files
	Unchanged int
	Rejected  []Problem
	Warnings  []Problem
	Skipped   []string // files with no use here
	Ignored   []string // headings nothing was read from
	Plan      any      // the importer's own; handed back to Apply
}

// Child is one child the import would add or change. Words say what changes,
// without the name.
type Child struct {
	Key        string
	Name       string
	Ref        string
	ExternalID string
	New        bool
	Erased     bool // erased here before: ticked only by hand
	Reviews    int  // reviews added
	Words      string
}

// Problem is one row that was refused, or is odd but kept. Row counts the
// header row as 1; 0 means the whole file. Value is from the file itself.
type Problem struct {
	File   string
	Row    int
	Column string
	Value  string
	Reason string
}

// flow is one import from the choice of files to the end; its pages share it.
type flow struct {
	desk     *desk.Desk
	importer Importer
	files    Files
	paths    []string
	password string
	asking   bool // the password is being asked for
	council  string
	columns  map[string]string // confirmed; nil for a return
	lookedAt Looked
}

// New begins an import: the page that chooses files.
func New(d *desk.Desk, importer Importer, files Files) kit.Page {
	f := &flow{desk: d, importer: importer, files: files, council: d.Practice().Profile().Council}
	return newChoose(f)
}

func (f *flow) question() Question {
	return Question{Paths: f.paths, Password: f.password, Council: f.council, Columns: f.columns}
}

// end forgets what was only needed while the import lasted.
func (f *flow) end() { f.password, f.paths, f.lookedAt = "", nil, Looked{} }

// askPassword asks for a protected workbook's password and then tries again.
func (f *flow) askPassword(err error, again func() tea.Cmd) bool {
	wrong := errors.Is(err, ErrPasswordWrong)
	if !wrong && !errors.Is(err, ErrPasswordNeeded) {
		return false
	}
	nav := f.desk.Nav
	f.asking = true
	intro := "The workbook is protected. Its password is used for this import only and kept nowhere."
	if wrong {
		intro = "That password does not open the workbook. " + intro
	}
	nav.Push(secret.NewForm(nav, secret.Spec{FormSpec: kit.FormSpec{
		Title: "Password of the workbook", Save: "Go on", Intro: intro,
		Fields: []kit.Field{{ID: "password", Label: "Password", Kind: kit.SecretField, Required: true}},
		Done: func(v kit.Values) tea.Cmd {
			f.password, f.asking = v["password"], false
			nav.Pop()
			return again()
		},
	}}))
	return true
}

// refusedPassword reports, once, that the page is shown again because the
// password was not given.
func (f *flow) refusedPassword() bool {
	was := f.asking
	f.asking = false
	return was
}

// child is what a child is called here: the name, or initials while names are
// hidden, and the reference.
func (f *flow) child(c Child) (name, ref string) {
	ref = c.ExternalID
	if ref == "" {
		ref = c.Ref
	}
	switch {
	case c.Name == "":
		return ref, ref
	case f.desk.Hidden():
		return caseload.Initials(c.Name, ref), ref
	}
	return kit.Clean(c.Name), ref
}

// words says a problem in one line.
func (f *flow) words(p Problem) string {
	var parts []string
	if p.Column != "" {
		parts = append(parts, p.Column)
	}
	if p.Value != "" {
		parts = append(parts, strconv.Quote(f.desk.Private(p.Value)))
	}
	return strings.Join(append(parts, p.Reason), " ")
}

// place says where a problem is.
func place(p Problem) string {
	if p.Row == 0 {
		return p.File
	}
	return p.File + " row " + strconv.Itoa(p.Row)
}
