package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/store/exchange"
)

// plan sets what the files say beside the children on file. A child who was
// erased from the store is left out unless that was overruled.
func (b *opened) plan(ret *exchange.Return, eraseOverruled bool) (*exchange.Plan, error) {
	var erased []exchange.Problem
	if !eraseOverruled {
		var keys []string
		for _, c := range ret.Children {
			if c.ExternalID != "" && b.Journal().ErasedBefore([]byte(c.ExternalID)) {
				keys = append(keys, c.Key())
				erased = append(erased, exchange.Problem{File: c.File, Row: c.Row,
					Reason: "this child was erased from the store; --bring-back-erased takes the child in again"})
			}
		}
		if len(keys) > 0 {
			ret = ret.Except(keys...)
		}
	}
	rows := b.rows()
	var broken error
	plan, err := exchange.MakePlan(ret, b.finder(rows, &broken), refsAfter(rows), b.env.NewID, b.env.Today())
	if err == nil {
		err = broken
	}
	if err != nil {
		return nil, err
	}
	plan.Rejected = append(plan.Rejected, erased...)
	return plan, nil
}

// finder finds a child's file by the council's number, or by name and date of
// birth for a child without one. A file that cannot be read ends the import.
func (b *opened) finder(rows []caseload.Row, broken *error) exchange.Cases {
	type person struct {
		name string
		dob  workday.Date
	}
	byID, byPerson := map[string]casefile.ID{}, map[person]casefile.ID{}
	for _, r := range rows {
		if r.ExternalID != "" {
			byID[r.ExternalID] = r.File
		}
		if r.Name != "" && r.DOB.Known() {
			byPerson[person{caseload.Fold(r.Name), r.DOB}] = r.File
		}
	}
	return func(externalID, name string, dob workday.Date) (*casefile.Case, bool) {
		id, ok := byID[externalID]
		if externalID == "" {
			id, ok = byPerson[person{caseload.Fold(name), dob}]
		}
		if !ok {
			return nil, false
		}
		c, err := b.Case(id)
		if err != nil {
			*broken = err
			return nil, false
		}
		return c, true
	}
}

// refsAfter gives the aliases after the highest on file, one after the other.
func refsAfter(rows []caseload.Row) func() string {
	first := casefile.NextRef(func(yield func(string) bool) {
		for _, r := range rows {
			if !yield(r.Ref) {
				return
			}
		}
	})
	next, _ := strconv.Atoi(strings.TrimPrefix(first, "C-")) // NextRef always gives a number
	return func() string {
		next++
		return fmt.Sprintf("C-%04d", next-1)
	}
}

// batch is an import worked out: what it writes to each child's file, and the
// note of it in the IRO's own. All entries share one act, so that undo takes
// the whole import back.
type batch struct {
	files []caseload.FileChange
	cases []*casefile.Case
	note  practice.Imported
	act   casefile.ID
	stamp casefile.Stamp
}

// make works an import out without storing anything.
func (b *opened) make(plan *exchange.Plan, files []string) batch {
	m := batch{stamp: b.env.stampFor(b.practice, casefile.ByImport), act: b.env.NewID(),
		note: practice.Imported{Added: plan.Added, Updated: plan.Updated}}
	if n := len(b.practice.Entries); n > 0 {
		fresh := m.act
		m.act = casefile.After(b.practice.Entries[n-1].ID, func() casefile.ID { return fresh })()
	}
	m.stamp.Act = m.act
	for _, f := range files {
		m.note.Files = append(m.note.Files, filepath.Base(f))
	}
	for _, ch := range plan.Changes {
		c := ch.Case
		if c == nil {
			c = casefile.Replay(b.env.NewID(), nil)
		}
		after, fc := caseload.Apply(c, ch.Lines, m.stamp, b.env.NewID, b.practice, b.env.Today())
		m.note.Children = append(m.note.Children, c.ID)
		m.files, m.cases = append(m.files, fc), append(m.cases, after)
	}
	return m
}

// applyPlan stores the whole import as one change.
func (b *opened) applyPlan(plan *exchange.Plan, ret *exchange.Return, files []string) error {
	m := b.make(plan, files)
	own := b.ownEntries(m.note, m.act, ret, m.stamp)
	if len(own) == 0 {
		return nil
	}
	change := caseload.Change{Files: append(m.files, caseload.FileChange{File: b.PracticeFile(), Practice: true, Entries: own})}
	aside, err := b.Submit(change)()
	if err == nil && aside {
		return fault.New(fault.DiskFull, "The disk is full: the import is kept aside, safe, and stored when there is room.", "Free some room, then open the store again.")
	}
	return err
}

// ownEntries are the entries in the IRO's own file: that the import was made,
// and how the list was laid out when that is news.
func (b *opened) ownEntries(note practice.Imported, act casefile.ID, ret *exchange.Return, stamp casefile.Stamp) []casefile.Entry {
	var own []casefile.Entry
	newID := casefile.After(act, b.env.NewID)
	if len(note.Children) > 0 {
		for _, line := range b.practice.NoteImport(note, b.env.Today()) {
			own = append(own, casefile.Entry{ID: act, Stamp: stamp, Line: line})
		}
	}
	council := b.practice.Profile().Council
	columns := make(map[string]string, len(ret.Columns))
	for field, heading := range ret.Columns {
		columns[string(field)] = heading
	}
	if ret.Kind == exchange.Table && !maps.Equal(columns, b.practice.Columns(council)) {
		own = slices.Concat(own, stamp.Entries(b.practice.KeepColumns(council, columns, b.env.Today()), newID))
	}
	return own
}
