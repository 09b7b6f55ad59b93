package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/store"
	"footprint/store/exchange"
	"footprint/tui/desk"
	"footprint/tui/importer"
	"footprint/tui/safekeeping/longwork"
)

// intake is importing as the screens see it: the same reading, planning and
// making of entries as the import command's.
type intake struct {
	env  *environment
	book *store.Book
}

// planned is what a preview hands back to Apply.
type planned struct {
	plan  *exchange.Plan
	files []string
}

// Fields lists what can be read from a list.
func (in *intake) Fields() []importer.Field {
	var out []importer.Field
	for _, f := range exchange.Fields() {
		out = append(out, importer.Field{ID: string(f), Label: f.Label()})
	}
	return out
}

// Usable says why a list cannot be read with a map.
func (in *intake) Usable(columns map[string]string) string {
	if columnsOf(columns).Usable() {
		return ""
	}
	return "Each child must be known by the council's number, or by name and date of birth: match one of these."
}

func columnsOf(columns map[string]string) exchange.Columns {
	out := exchange.Columns{}
	for field, heading := range columns {
		out[exchange.Field(field)] = heading
	}
	return out
}

// open gathers what reading needs of the book as it stands now.
func (in *intake) open(q importer.Question, p longwork.Progress) (*opened, exchange.Options, error) {
	own, err := in.book.Practice()
	if err != nil {
		return nil, exchange.Options{}, err
	}
	b := &opened{Book: in.book, env: in.env, practice: own}
	known := map[string]bool{}
	for _, r := range b.rows() {
		known[r.ExternalID] = true
	}
	o := exchange.Options{
		Today: in.env.Today(), Cal: own.Calendar(), Council: q.Council, Progress: p,
		Known: func(id string) bool { return id != "" && known[id] },
	}
	if q.Password != "" {
		o.Password = func(string) (string, error) { return q.Password, nil }
	}
	return b, o, nil
}

// Look recognises the files and proposes the columns of a list.
func (in *intake) Look(ctx context.Context, q importer.Question, p longwork.Progress) (importer.Looked, error) {
	var out importer.Looked
	_, o, err := in.open(q, p)
	if err != nil {
		return out, err
	}
	for _, path := range q.Paths {
		words, list, err := exchange.Recognise(ctx, path, o)
		if err != nil {
			return out, protected(err)
		}
		out.Files = append(out.Files, importer.Seen{Path: path, Name: filepath.Base(path), Words: words})
		if list && out.List == nil {
			if out.List, err = in.match(ctx, path, o, q.Columns); err != nil {
				return out, protected(err)
			}
		}
	}
	return out, nil
}

// match proposes what each column of a list holds, with sample values.
func (in *intake) match(ctx context.Context, path string, o exchange.Options, saved map[string]string) (*importer.List, error) {
	look, err := exchange.Inspect(ctx, path, o, columnsOf(saved))
	if err != nil {
		return nil, err
	}
	list := &importer.List{}
	for i, g := range look.Proposal.Guesses {
		guess := importer.Guess{Heading: g.Heading, Field: string(g.Field), Reason: g.Reason}
		for _, row := range look.Sample {
			if i < len(row) && strings.TrimSpace(row[i]) != "" && len(guess.Samples) < 3 {
				clean, _ := exchange.Clean(row[i])
				guess.Samples = append(guess.Samples, clean)
			}
		}
		list.Guesses = append(list.Guesses, guess)
	}
	return list, nil
}

// protected makes an error about a workbook's password one the screens know.
func protected(err error) error {
	switch {
	case errors.Is(err, exchange.ErrPasswordWrong):
		return errors.Join(importer.ErrPasswordWrong, err)
	case errors.Is(err, exchange.ErrPasswordNeeded):
		return errors.Join(importer.ErrPasswordNeeded, err)
	}
	return err
}

// Work reads every file and says what would happen.
func (in *intake) Work(ctx context.Context, q importer.Question, p longwork.Progress) (importer.Preview, error) {
	b, o, err := in.open(q, p)
	if err != nil {
		return importer.Preview{}, err
	}
	if q.Columns != nil {
		o.Columns = columnsOf(q.Columns)
	}
	ret, err := exchange.Read(ctx, q.Paths, o)
	if err != nil {
		return importer.Preview{}, protected(err)
	}
	plan, err := b.plan(ret, true)
	if err != nil {
		return importer.Preview{}, err
	}
	out := importer.Preview{Unchanged: plan.Unchanged, Rejected: problems(plan.Rejected), Warnings: problems(plan.Warnings),
		Skipped: plan.Skipped, Ignored: ret.Ignored, Plan: planned{plan: plan, files: ret.Files}}
	for _, ch := range plan.Changes {
		out.Children = append(out.Children, importer.Child{
			Key: ch.Key, Name: ch.Name, Ref: ch.Ref, ExternalID: ch.ExternalID, New: ch.Case == nil, Reviews: ch.Reviews,
			Erased: ch.ExternalID != "" && in.book.Journal().ErasedBefore([]byte(ch.ExternalID)), Words: changeWords(ch),
		})
	}
	return out, nil
}

func problems(list []exchange.Problem) []importer.Problem {
	out := make([]importer.Problem, len(list))
	for i, p := range list {
		out[i] = importer.Problem(p)
	}
	return out
}

// changeWords says what an import brings for one child, without the name.
func changeWords(ch exchange.Change) string {
	count := map[string]int{}
	for _, l := range ch.Lines {
		switch l.Event.(type) {
		case *casefile.Stated:
			count["facts"]++
		case *casefile.CareStated, *casefile.StatusStated:
			count["care and legal status"]++
		case *casefile.PlacementStated:
			count["placement"]++
		case *casefile.PersonStated:
			count["people"]++
		}
	}
	var parts []string
	for _, what := range []string{"facts", "care and legal status", "placement", "people"} {
		if count[what] > 0 {
			parts = append(parts, what)
		}
	}
	if ch.Reviews > 0 {
		parts = append(parts, counted(ch.Reviews, "review"))
	}
	if len(parts) == 0 {
		return fmt.Sprintf("%d entries", len(ch.Lines))
	}
	return strings.Join(parts, ", ")
}

// Apply makes the entries for the children who stayed ticked.
func (in *intake) Apply(ctx context.Context, pv importer.Preview, except []string, _ longwork.Progress) (desk.Imported, error) {
	work, ok := pv.Plan.(planned)
	switch {
	case ctx.Err() != nil:
		return desk.Imported{}, fault.New(fault.Stopped, "Stopped before it was done.", "Nothing was imported.").Wrap(ctx.Err())
	case !ok:
		return desk.Imported{}, fault.New(fault.BadInput, "What was to be imported is not there any more.", "Choose the files again.")
	}
	own, err := in.book.Practice()
	if err != nil {
		return desk.Imported{}, err
	}
	b := &opened{Book: in.book, env: in.env, practice: own}
	m := b.make(work.plan.Except(except...), work.files)
	return desk.Imported{Files: m.files, Cases: m.cases, Note: m.note, Stamp: m.stamp}, nil
}

// folders lists what can be chosen for an import.
type folders struct{}

// Home is the folder to begin in.
func (folders) Home() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "." + string(filepath.Separator)
	}
	return home + string(filepath.Separator)
}

// Split parts typed text into the folder and the beginning of a name.
func (folders) Split(text string) (dir, start string) { return filepath.Split(text) }

// List gives folders, and the files that could be imported.
func (folders) List(dir string) ([]importer.Entry, error) {
	if dir == "" {
		dir = "."
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, unreadableFile(err)
	}
	var out []importer.Entry
	for _, e := range entries {
		name := e.Name()
		path := filepath.Join(dir, name)
		switch ext := strings.ToLower(filepath.Ext(name)); {
		case strings.HasPrefix(name, "."):
		case e.IsDir():
			out = append(out, importer.Entry{Name: name, Path: path + string(filepath.Separator), Folder: true})
		case slices.Contains([]string{".csv", ".xlsx", ".txt", ".tsv", ".xlsm"}, ext):
			out = append(out, importer.Entry{Name: name, Path: path, Note: dayOf(e)})
		}
	}
	return out, nil
}

func dayOf(e os.DirEntry) string {
	info, err := e.Info()
	if err != nil {
		return ""
	}
	return info.ModTime().Format("2 Jan 2006")
}
