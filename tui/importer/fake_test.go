package importer_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/importer"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/safekeeping/presstest"
)

const password = "workbook secret"

// folders is a disk in memory: one folder in another.
type folders struct{}

func (folders) Home() string { return "Home/" }

func (folders) Split(text string) (dir, start string) {
	i := strings.LastIndexByte(text, '/')
	return text[:i+1], text[i+1:]
}

func (folders) List(dir string) ([]importer.Entry, error) {
	switch dir {
	case "Home/":
		return []importer.Entry{
			{Name: "Downloads", Path: "Home/Downloads/", Folder: true},
			{Name: "caseload.csv", Path: "Home/caseload.csv", Note: "12 kB, Fri 20 Nov"},
			{Name: "locked.xlsx", Path: "Home/locked.xlsx", Note: "40 kB, Thu 19 Nov"},
			{Name: "broken.xlsx", Path: "Home/broken.xlsx"},
		}, nil
	case "Home/Downloads/":
		return []importer.Entry{{Name: "episodes.csv", Path: "Home/Downloads/episodes.csv"}, {Name: "header.csv", Path: "Home/Downloads/header.csv"}}, nil
	}
	return nil, fault.New(fault.NotFound, "There is no such folder.", "Check the spelling.")
}

// council reads files that say what the tests need.
type council struct {
	d       *desk.Desk
	slow    bool
	asked   []importer.Question
	except  []string
	erased  bool
	nothing bool
}

func (c *council) Fields() []importer.Field {
	return []importer.Field{{ID: "external_id", Label: "Council's number"}, {ID: "name", Label: "Name"}, {ID: "dob", Label: "Date of birth"}, {ID: "team", Label: "Team"}}
}

func (c *council) Usable(columns map[string]string) string {
	if columns["external_id"] == "" && (columns["name"] == "" || columns["dob"] == "") {
		return "Every child must be known by the council's number, or by name and date of birth."
	}
	return ""
}

func (c *council) wait(ctx context.Context, q importer.Question, p longwork.Progress) error {
	c.asked = append(c.asked, q)
	if slices.Contains(q.Paths, "Home/locked.xlsx") && q.Password != password {
		if q.Password == "" {
			return fault.New(fault.BadInput, "The workbook needs a password.", "").Wrap(importer.ErrPasswordNeeded)
		}
		return fault.New(fault.BadInput, "The password is wrong.", "").Wrap(importer.ErrPasswordWrong)
	}
	if slices.Contains(q.Paths, "Home/broken.xlsx") {
		return fault.New(fault.BadInput, "broken.xlsx: A file is a web page or a PDF, not a table.", "Save it as CSV or XLSX.")
	}
	p(2, 4)
	if c.slow {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Hour):
		}
	}
	return nil
}

func (c *council) Look(ctx context.Context, q importer.Question, p longwork.Progress) (importer.Looked, error) {
	if err := c.wait(ctx, q, p); err != nil {
		return importer.Looked{}, err
	}
	var out importer.Looked
	for _, path := range q.Paths {
		name := path[strings.LastIndexByte(path, '/')+1:]
		if strings.Contains(path, "Downloads") {
			out.Files = append(out.Files, importer.Seen{Path: path, Name: name, Words: "SSDA903 " + strings.TrimSuffix(name, ".csv")})
			continue
		}
		out.Files = append(out.Files, importer.Seen{Path: path, Name: name, Words: "a caseload list"})
		out.List = &importer.List{Guesses: []importer.Guess{
			{Heading: "SWIS ID", Samples: []string{"566910", "566911"}},
			{Heading: "Child", Field: "name", Reason: "the heading says so", Samples: []string{"Efa Llwyd", "Dan Price"}},
			{Heading: "Born", Field: "dob", Reason: "the heading says so", Samples: []string{"09/03/2015"}},
			{Heading: "Locality", Samples: []string{"North"}},
		}}
	}
	return out, nil
}

func (c *council) Work(ctx context.Context, q importer.Question, p longwork.Progress) (importer.Preview, error) {
	if err := c.wait(ctx, q, p); err != nil {
		return importer.Preview{}, err
	}
	if c.nothing {
		return importer.Preview{Unchanged: 6}, nil
	}
	return importer.Preview{
		Children: []importer.Child{
			{Key: "566910", Name: "Efa Llwyd", Ref: "C-0007", ExternalID: "566910", New: true, Reviews: 2, Words: "looked after since 4 Mar 2025, 2 reviews"},
			{Key: "566911", Name: "Dan Price", Ref: "C-0008", ExternalID: "566911", New: true, Erased: c.erased, Words: "looked after since 1 Sep 2026"},
			{Key: "1", Name: "Maja Kowalska", Ref: "C-0001", Words: "another social worker"},
		},
		Unchanged: 4,
		Rejected:  []importer.Problem{{File: "caseload.csv", Row: 17, Column: "Born", Value: "31/02/2020", Reason: "is not a date that can be read"}},
		Warnings:  []importer.Problem{{File: "caseload.csv", Row: 3, Column: "carer", Value: "T. Baker", Reason: "is not what you entered; yours was kept"}},
		Skipped:   []string{"oc2.csv"}, Ignored: []string{"Locality"},
		Plan: "the plan",
	}, nil
}

func (c *council) Apply(ctx context.Context, pv importer.Preview, except []string, p longwork.Progress) (desk.Imported, error) {
	if c.slow {
		<-ctx.Done()
		return desk.Imported{}, ctx.Err()
	}
	if pv.Plan != "the plan" {
		return desk.Imported{}, fault.New(fault.BadInput, "The plan was lost.", "")
	}
	c.except = except
	w := c.d.Watch
	stamp := w.Stamp("R. Quaye", casefile.ByImport)
	stamp.Act = w.NewID()
	out := desk.Imported{Stamp: stamp, Note: practice.Imported{Files: []string{"caseload.csv"}}}
	for _, child := range pv.Children {
		if !child.New || slices.Contains(except, child.Key) {
			continue
		}
		lines, err := casefile.OpenFile(child.Ref, map[string]string{casefile.FactName: child.Name, casefile.FactExternalID: child.ExternalID}, desktest.Today)
		if err != nil {
			return out, err
		}
		id := w.NewID()
		after, change := caseload.Apply(casefile.Replay(id, nil), lines, out.Stamp, w.NewID, c.d.Practice(), desktest.Today)
		out.Files, out.Cases = append(out.Files, change), append(out.Cases, after)
		out.Note.Children = append(out.Note.Children, id)
		out.Note.Added++
	}
	return out, nil
}

func at(t *testing.T, body func(b *presstest.Bench, c *council)) {
	t.Helper()
	t.Parallel()
	presstest.RunDesk(t, func() *desk.Desk { d, _ := desktest.New(t); return d }, func(b *presstest.Bench) {
		b.Watch = func(screen string) {
			if strings.Contains(screen, password) {
				t.Errorf("a password is on the screen:\n%s", screen)
			}
		}
		c := &council{d: b.Desk}
		b.Push(importer.New(b.Desk, c, folders{}))
		body(b, c)
	})
}
