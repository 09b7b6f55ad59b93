// Package demo makes up a coherent caseload: children, carers, workers, reviews
// and notes that hang together, dated around the day it is given.
//
// Every line is given by the same commands a person's actions go through, in
// the order an Independent Reviewing Officer would have typed them, so the
// demonstration can hold nothing that the program itself would refuse. Nobody
// in it is real: telephone numbers are from the ranges kept for drama, postal
// districts and councils do not exist.
//
// The same seed and the same day always give the same bytes. The package may
// touch the domain only. It must never read a clock, a file or a store, and
// must never make an entry by hand.
package demo

import (
	"fmt"
	"iter"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// CastSize is the number of children written by hand, and the usual size of a
// demonstration.
const CastSize = 62

// What the hand-written caseload promises on every day, whatever day it is.
// Closed files are among the 62; the others are counted over the open ones.
const (
	Overdue     = 3 // the next review's limit is past
	DueThisWeek = 5 // due or planned between today and Sunday
	Unknown     = 2 // next review not known: the program asks
	Paused      = 1 // in custody after a sentence, no longer looked after but kept
	Closed      = 3 // no longer looked after
)

// Officer is the name of the made-up IRO, who is named on every entry.
const Officer = "Helen Marlowe"

// Options says what to make. Today is the day everything is dated around;
// every entry was typed before it. Children of 0 means CastSize; beyond that
// many the rest are put together from lists, with a few entries each.
type Options struct {
	Children int
	Seed     uint64
	Today    workday.Date
}

func (o Options) children() int {
	if o.Children <= 0 {
		return CastSize
	}
	return o.Children
}

// Build gives one change a child, in the order of their references. Each holds
// the child's whole file and its row as it stands on o.Today. One child is in
// memory at a time. An error is a fault in this package: a command refused
// what was made up.
func Build(o Options) iter.Seq2[caseload.FileChange, error] {
	return func(yield func(caseload.FileChange, error) bool) {
		st, err := newStage(o)
		if err != nil {
			yield(caseload.FileChange{}, err)
			return
		}
		for i := range o.children() {
			change, err := st.tell(i)
			if err != nil {
				err = fmt.Errorf("demonstration child %d: %w", i+1, err)
			}
			if !yield(change, err) || err != nil {
				return
			}
		}
	}
}

// tell writes one child's file from its first entry to its last.
func (st *stage) tell(i int) (caseload.FileChange, error) {
	s := st.newScript(i)
	s.story()
	if err := s.play(); err != nil {
		return caseload.FileChange{}, err
	}
	row := caseload.RowOf(s.c, st.practice, st.today)
	return caseload.FileChange{File: s.c.ID, Entries: s.entries, Row: &row, DatedUnder: st.practice.Number()}, nil
}

// Practice gives the IRO's own file: profile, posts, settings, the layout of
// each council's list and the imports that were made. The change names no
// file: a store has one of its own for it.
func Practice(o Options) (caseload.FileChange, *practice.Practice, error) {
	st, err := newStage(o)
	if err != nil {
		return caseload.FileChange{}, nil, err
	}
	return caseload.FileChange{Practice: true, Entries: st.practice.Entries}, st.practice, nil
}

// fileID is the id of the i-th child's file, made on the day it was opened.
func (st *stage) fileID(i int, at int64) casefile.ID {
	return newMint(st.seed, uint64(i), fileIDs).id(at)
}
