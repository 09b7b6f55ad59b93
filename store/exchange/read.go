package exchange

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"

	"footprint/domain/fault"
)

// Read reads every file and gives what they say. It applies nothing and keeps
// nothing open. An error means that nothing could be read; a row that could not
// be taken is in Rejected instead. When ctx ends, the error has fault.Stopped.
func Read(ctx context.Context, files []string, o Options) (*Return, error) {
	switch o.As {
	case "", Auto, Table, SSDA903:
	case AnnexA:
		return nil, annexLater()
	default:
		return nil, fault.New(fault.Usage, "That is not a kind of file.", "Use --as auto, table or ssda903.")
	}
	if len(files) == 0 {
		return nil, fault.New(fault.Usage, "No file was named.", "Name one or more files to import.")
	}
	r := newReader(o, files)
	sheets, done, err := r.open(ctx, files)
	defer done()
	if err != nil {
		return nil, err
	}
	if err := r.choose(sheets); err != nil {
		return nil, err
	}
	if r.ret.Kind == SSDA903 {
		err = r.readReturn(ctx, sheets)
	} else {
		err = r.readLists(ctx, sheets)
	}
	if err != nil {
		return nil, err
	}
	r.finish()
	return r.ret, nil
}

// Look is one list as it lies there, for a person to match its columns.
type Look struct {
	Sheet    string   // "" for a text file
	Sheets   []string // the workbook's sheets that could be meant
	Headers  []string
	Sample   [][]string
	Proposal Proposal
}

// Inspect opens one list and proposes its columns; saved is the map last
// confirmed for the council, or nil.
func Inspect(ctx context.Context, file string, o Options, saved Columns) (*Look, error) {
	r := newReader(o, []string{file})
	sheets, done, err := r.open(ctx, []string{file})
	defer done()
	if err != nil {
		return nil, err
	}
	look := &Look{}
	for _, s := range sheets {
		if s.name != "" {
			look.Sheets = append(look.Sheets, s.name)
		}
	}
	s, p, err := bestList(ctx, sheets, saved)
	if err != nil {
		return nil, err
	}
	look.Sheet, look.Headers, look.Proposal = s.name, s.header, p
	look.Sample, err = s.sample(ctx, 20)
	return look, err
}

func annexLater() error {
	return fault.New(fault.Usage, "Annex A cannot be read yet; it comes in a later issue.",
		"Its list of looked-after children can be read alone with --as table.")
}

// reader gathers what the files say.
type reader struct {
	o      Options
	ret    *Return
	names  []string // how each file is called in problems
	fileAt map[string]int
}

func newReader(o Options, files []string) *reader {
	r := &reader{o: o, ret: &Return{}, names: shownNames(files), fileAt: map[string]int{}}
	for i, n := range r.names {
		r.fileAt[n] = i
		r.ret.Files = append(r.ret.Files, cleaned(files[i]))
	}
	return r
}

// shownNames calls files by their last part, or as they were given where two
// would be called the same.
func shownNames(files []string) []string {
	count := map[string]int{}
	for _, f := range files {
		count[filepath.Base(f)]++
	}
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = cleaned(f)
		if base := filepath.Base(f); count[base] == 1 {
			out[i] = cleaned(base)
		}
	}
	return out
}

func (r *reader) open(ctx context.Context, files []string) ([]*sheet, func(), error) {
	var all []*sheet
	var dones []func()
	done := func() {
		for _, f := range dones {
			f()
		}
	}
	for i, path := range files {
		if err := stopped(ctx); err != nil {
			return nil, done, err
		}
		sheets, close, err := openFile(ctx, path, r.names[i], r.o)
		if err != nil {
			return nil, done, named(err, r.names[i])
		}
		dones = append(dones, close)
		all = append(all, sheets...)
		if r.o.Progress != nil {
			r.o.Progress(int64(i+1), int64(2*len(files)))
		}
	}
	return all, done, nil
}

// named puts the file's name before the sentence. A name a person gave a file
// is theirs to see; what the file holds is not in it.
func named(err error, file string) error {
	code := fault.CodeOf(err)
	if code == "" || code == fault.Stopped {
		return err
	}
	return fault.New(code, file+": "+err.Error(), fault.HintOf(err)).Wrap(err)
}

// choose settles what kind of files these are.
func (r *reader) choose(sheets []*sheet) error {
	known, other := 0, ""
	for _, s := range sheets {
		if tableOf(s.header) != noTable {
			known++
		} else if other == "" {
			other = s.file
		}
	}
	switch {
	case r.o.As == Table:
		r.ret.Kind = Table
	case r.o.As == SSDA903 && known == 0:
		return named(fault.New(fault.BadInput, "These columns are not those of an SSDA903 table.", "Leave --as out, or use --as table for a caseload list."), other)
	case r.o.As == SSDA903 || known > 0:
		r.ret.Kind = SSDA903
		return r.everyFileKnown(sheets)
	case isAnnexA(sheets):
		return annexLater()
	default:
		r.ret.Kind = Table
	}
	return nil
}

// everyFileKnown refuses a file of another kind among the tables of a return,
// before anything is read. Further sheets of a workbook do not matter.
func (r *reader) everyFileKnown(sheets []*sheet) error {
	for i, name := range r.names {
		if !slices.ContainsFunc(sheets, func(s *sheet) bool { return s.file == name && tableOf(s.header) != noTable }) {
			return named(fault.New(fault.BadInput, "This file is not a table of the SSDA903 return; the others are.",
				"Import caseload lists and the return one after the other."), r.names[i])
		}
	}
	return nil
}

func (r *reader) progress(doneSheets, sheets int) {
	if r.o.Progress != nil {
		r.o.Progress(int64(sheets+doneSheets), int64(2*sheets))
	}
}

func (r *reader) reject(file string, row int, column, value, reason string) {
	r.ret.Rejected = append(r.ret.Rejected, problem(file, row, column, value, reason))
}

func (r *reader) warn(file string, row int, column, value, reason string) {
	r.ret.Warnings = append(r.ret.Warnings, problem(file, row, column, value, reason))
}

func problem(file string, row int, column, value, reason string) Problem {
	return Problem{File: file, Row: row, Column: cleaned(column), Value: short(cleaned(value)), Reason: reason}
}

// finish puts the problems in the order of files and rows.
func (r *reader) finish() {
	byPlace := func(a, b Problem) int {
		return cmp.Or(cmp.Compare(r.fileAt[a.File], r.fileAt[b.File]), cmp.Compare(a.Row, b.Row))
	}
	slices.SortStableFunc(r.ret.Rejected, byPlace)
	slices.SortStableFunc(r.ret.Warnings, byPlace)
	slices.Sort(r.ret.Ignored)
	r.ret.Ignored = slices.Compact(r.ret.Ignored)
}
