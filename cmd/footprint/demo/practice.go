package demo

import (
	"errors"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// errOverlap can only be a fault of the cast: a new file has nothing of the
// IRO's own that a list could differ from.
var errOverlap = errors.New("the list differs from what was entered")

// writePractice plays the IRO's own file: the first days, then each import.
func (st *stage) writePractice(o Options) (*practice.Practice, error) {
	w := desk{stage: st, p: practice.Replay(nil), mint: newMint(st.seed, practiceFile, entryIDs), load: notLoaded}
	first := st.cal.Sub(st.loads[firstLoad], 1)
	w.do(first, 9*60+12, func(day workday.Date) ([]casefile.Line, error) {
		return w.p.StateProfile(practice.Profile{
			Name: Officer, Phone: phone(400), Email: "helen.marlowe@penmoor.example",
			Registration: "SW000000", Council: mainCouncil,
		}, day)
	})
	w.do(first, 9*60+31, func(day workday.Date) ([]casefile.Line, error) {
		var lines []casefile.Line
		for _, post := range posts {
			said, err := w.p.StatePost(post, day)
			if err != nil {
				return nil, err
			}
			lines = append(lines, said...)
		}
		return lines, nil
	})
	w.do(first, 9*60+40, func(day workday.Date) ([]casefile.Line, error) {
		return w.p.Set(practice.LockInReview, "45", day)
	})
	for i, day := range st.loads {
		if i == lastWeek {
			w.concerns(st.cal.Sub(day, 20))
		}
		if i == firstLoad {
			for _, council := range []string{mainCouncil, otherCouncil} {
				w.do(day, importHour-4, func(day workday.Date) ([]casefile.Line, error) {
					return w.p.KeepColumns(council, listColumns, day), nil
				})
			}
		}
		if note := st.loaded(i, o.children()); len(note.Children) > 0 {
			w.load = i
			w.do(day, importHour, func(day workday.Date) ([]casefile.Line, error) { return w.p.NoteImport(note, day), nil })
			w.load = notLoaded
		}
	}
	return w.p, w.err
}

// desk is the IRO's own file being written.
type desk struct {
	*stage
	p    *practice.Practice
	mint *mint
	load int
	err  error
}

func (w *desk) do(day workday.Date, minute int, lines func(workday.Date) ([]casefile.Line, error)) {
	if w.err != nil {
		return
	}
	got, err := lines(day)
	if err != nil {
		w.err = err
		return
	}
	at := moment(day, minute)
	stamp := casefile.Stamp{At: at, Day: day, By: Officer}
	if w.load != notLoaded {
		stamp.Source, stamp.Act = casefile.ByImport, w.imported[w.load]
	}
	entries := stamp.Entries(got, func() casefile.ID { return w.mint.id(at) })
	w.p = w.p.With(entries...)
}

// concerns are what the IRO has seen beyond one child's case: one was raised and
// waits for an answer, one is still to be raised.
func (w *desk) concerns(day workday.Date) {
	for i, ev := range []practice.ConcernStated{
		{Theme: practice.Moves, Text: "Children are moved and I learn of it from the list, weeks later.", RaisedTo: "Winston Achebe, assistant director", RaisedOn: day,
			Children: w.among("Finn Gallagher", "Ruby Sinclair")},
		{Theme: practice.Workers, Text: "A third social worker within a year, and nobody tells the child beforehand.", Children: w.among("Chloé Okafor-Bennett", "Aled Siôn")},
	} {
		w.do(day, 14*60+20*i, func(day workday.Date) ([]casefile.Line, error) {
			ev.ID = w.mint.id(moment(day, 14*60+20*i))
			return w.p.StateConcern(ev, day)
		})
	}
}

// among gives the files of those of the cast that are in this demonstration.
func (st *stage) among(names ...string) []casefile.ID {
	var out []casefile.ID
	for _, name := range names {
		if i := castIndex(name); i >= 0 && i < st.children {
			out = append(out, st.fileOf(i))
		}
	}
	return out
}

// loaded is the note of one import: the children of the cast it touched. The
// crowd of a large demonstration is left out: the note is for taking an import
// of a person's size back.
func (st *stage) loaded(load, children int) practice.Imported {
	note := practice.Imported{Files: []string{"caseload list.xlsx"}}
	for i := range min(children, CastSize) {
		s := st.newScript(i)
		s.live()
		switch {
		case s.load == load:
			note.Added++
		case load == update && s.opened < st.loads[update] && (s.who.was != "" && s.who.swapped == 0 || s.who.untold):
			note.Updated++
		default:
			continue
		}
		note.Children = append(note.Children, st.fileOf(i))
	}
	return note
}
