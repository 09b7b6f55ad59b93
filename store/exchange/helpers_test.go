package exchange

import (
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// day reads 2026-11-22 or 22/11/2026; a slip in a test is a panic.
func day(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		if d, err = workday.ParseUK(s); err != nil {
			panic(err)
		}
	}
	return d
}

var today = day("2026-01-20")

// files writes texts to a folder of the test and gives their paths.
func files(t testing.TB, pairs ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for i := 0; i < len(pairs); i += 2 {
		path := filepath.Join(dir, pairs[i])
		if err := os.WriteFile(path, []byte(pairs[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

func mustRead(t testing.TB, paths []string, o Options) *Return {
	t.Helper()
	if !o.Today.Known() {
		o.Today = today
	}
	ret, err := Read(context.Background(), paths, o)
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return ret
}

// returnOf reads tables given as name and text. A header row stands for every
// child of the tests unless one is given.
func returnOf(t testing.TB, o Options, pairs ...string) *Return {
	t.Helper()
	if !slices.Contains(pairs, "header.csv") {
		pairs = append([]string{"header.csv", "CHILD,SEX,DOB,ETHNIC,UPN\nA1,,09/03/2010,WBRI,UN1\n"}, pairs...)
	}
	return mustRead(t, files(t, pairs...), o)
}

const episodeHeads = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE\n"
const reviewHeads = "CHILD,DOB,REVIEW,REVIEW_CODE\n"

func childOf(t testing.TB, r *Return, id string) Child {
	t.Helper()
	i := slices.IndexFunc(r.Children, func(c Child) bool { return c.ExternalID == id })
	if i < 0 {
		t.Fatalf("child %s is not among %d children; rejected: %v", id, len(r.Children), r.Rejected)
	}
	return r.Children[i]
}

func has(problems []Problem, column, reason string) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool {
		return p.Column == column && strings.Contains(p.Reason, reason)
	})
}

// ids gives ids in order, for a store that lives in a test.
func ids() casefile.NewID {
	n := uint64(0)
	return func() casefile.ID {
		n++
		var id casefile.ID
		binary.BigEndian.PutUint64(id[8:], n)
		return id
	}
}

// shelf is a store in memory.
type shelf struct {
	cases map[string]*casefile.Case
	newID casefile.NewID
	n     int
}

func newShelf() *shelf { return &shelf{cases: map[string]*casefile.Case{}, newID: ids()} }

func (s *shelf) find(id, name string, dob workday.Date) (*casefile.Case, bool) {
	if id == "" {
		id = name + dob.String()
	}
	c, ok := s.cases[id]
	return c, ok
}

func (s *shelf) ref() string { s.n++; return "C-" + string(rune('0'+s.n%10)) }

func (s *shelf) plan(t testing.TB, ret *Return) *Plan {
	t.Helper()
	p, err := MakePlan(ret, s.find, s.ref, s.newID, today)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// apply journals a plan.
func (s *shelf) apply(p *Plan) {
	for _, ch := range p.Changes {
		c := ch.Case
		if c == nil {
			c = casefile.Replay(s.newID(), nil)
		}
		s.put(c, casefile.ByImport, ch.Lines)
	}
}

func (s *shelf) put(c *casefile.Case, by casefile.Source, lines []casefile.Line) *casefile.Case {
	c = c.With(casefile.Stamp{Day: today, Source: by}.Entries(lines, s.newID)...)
	key := c.ExternalID()
	if key == "" {
		key = c.Name() + c.DOB().String()
	}
	s.cases[key] = c
	return c
}

// imported reads, plans and applies in one go.
func (s *shelf) imported(t testing.TB, ret *Return) *Plan {
	p := s.plan(t, ret)
	s.apply(p)
	return p
}
