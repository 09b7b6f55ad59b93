//go:build unix

package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/store/exchange/paper"
)

// The size of the record that papers are measured at: about 500 words a page.
const (
	recordPages = 200
	recordNotes = 2_000
	pageWords   = 500
)

// papers are a record of 200 pages with 2,000 notes: composed, read by the guard
// and kept in each format, beside keeping as many bytes.
func (x *bench) papers() {
	s, reader := x.longRecord()
	start := time.Now()
	d, err := document.Record(s, reader)
	composing := time.Since(start)
	x.check(err)
	start = time.Now()
	leaks := document.Guard(s, reader, d)
	guarding := time.Since(start)
	if len(leaks) > 0 {
		x.Fatalf("the record leaks: %v", leaks[0])
	}
	words := 0
	for text := range d.Texts {
		words += len(strings.Fields(text))
	}
	if words < recordPages*pageWords {
		x.Fatalf("the record has only %d words", words)
	}
	x.row(fmt.Sprintf("a record of %d pages composed, redacted", recordPages), ms(composing), "", "", "")
	x.row("the same, read by the guard", ms(guarding), "", "", "")
	for _, f := range paper.Formats() {
		start = time.Now()
		data, _, err := pressed(f, d)
		x.check(err)
		_, err = paper.Save(x.home.dir, "Record."+string(f), data)
		making := composing + guarding + time.Since(start)
		x.check(err)
		x.against(fmt.Sprintf("the same, made as %s and kept, in all", f), making, x.kept(data), "under 1000 ms; floor: its bytes written, with fsync")
	}
}

// kept is how long the bytes alone take to the disk.
func (x *bench) kept(data []byte) time.Duration {
	f, err := os.CreateTemp(x.home.dir, "floor")
	x.check(err)
	start := time.Now()
	_, err = f.Write(data)
	x.check(err)
	x.check(f.Sync())
	took := time.Since(start)
	x.check(f.Close())
	return took
}

// longRecord tells a child whose review has long words under every issue. Of the
// notes on file one in ten is private, so that the guard has something to look
// for.
func (x *bench) longRecord() (document.Subject, document.Reader) {
	p := &planter{t: x.B}
	p.begins("C-0001", map[string]string{casefile.FactName: "Zebedee Quillfeather", casefile.FactDOB: "2015-03-09"})
	mother := p.person(casefile.PersonStated{Role: casefile.Parent, Name: "Ann Quillfeather", Receives: casefile.Redacted, NoAddress: true})
	held, _ := p.c.ReviewByID(p.held("2026-01-12"))
	context := review.Context{Today: on(dayOfPapers)}
	var notes []casefile.Line
	note := func(n casefile.NoteWritten) {
		lines, err := p.c.WriteNote(n, casefile.ID{}, context.Today)
		x.check(err)
		notes = append(notes, lines...)
	}
	agenda := review.Agenda(p.c, held, context)
	const sentence = "We talked of school, of football and of home. " // nine words
	for _, matter := range agenda {
		note(casefile.NoteWritten{Review: held.ID, Item: matter.ID, Text: strings.Repeat(sentence, recordPages*pageWords/9/len(agenda)+1)})
	}
	for i := range recordNotes {
		note(casefile.NoteWritten{Text: fmt.Sprintf("Note %d: the kite with the number %d is kept under the bed in the big room.", i, i), Private: i%10 == 0})
	}
	p.do(dayOfPapers, notes, nil)
	return document.Subject{Case: p.c, Practice: practice.Replay(nil), Context: context, Review: held}, document.Reader{Person: mother}
}
