package demo

import (
	"encoding/binary"
	"reflect"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

type failer interface {
	Errorf(format string, args ...any)
}

// check holds one caseload to what the package promises.
func check(t failer, files []caseload.FileChange, p *practice.Practice, today workday.Date) {
	if len(files) != CastSize {
		t.Errorf("%s: %d children, want %d", today, len(files), CastSize)
	}
	rows := rowsOf(files)
	want := caseload.Count{Children: CastSize - Closed, Overdue: Overdue, ThisWeek: DueThisWeek, Unknown: Unknown, Paused: Paused, Closed: Closed}
	for _, r := range rows {
		if caseload.All.Shows(r, today) {
			want.Disputes += r.OpenDisputes
			want.LateDecisions += r.LateDecisions(today)
		}
		if r.Finishing() && r.Finish < today {
			want.Overdue++ // a review that was begun and not finished in time
		}
	}
	if got := caseload.CountOf(rows, today); got != want {
		t.Errorf("%s: counts %+v, want %+v", today, got, want)
	}
	ended := 0
	for i, r := range rows {
		if !r.Open(today) {
			ended++
			if r.Due.Known() {
				t.Errorf("%s: %s is not looked after and shows a date", today, r.Name)
			}
		}
		if r.Missing == clock.Adult {
			t.Errorf("%s: %s is 18", today, r.Name)
		}
		quiet := caseload.NoFootprint.Shows(r, today)
		if quiet != cast(i).quiet {
			t.Errorf("%s: %s shows under no footprint: %v, last %s", today, r.Name, quiet, r.Footprint)
		}
		if r.Due.Known() && r.Due >= today && !caseload.ThisWeek.Shows(r, today) && r.Planned.Known() && r.Planned < today {
			t.Errorf("%s: %s was planned for %s, which is over", today, r.Name, r.Planned)
		}
	}
	if ended != Paused+Closed {
		t.Errorf("%s: %d are not looked after", today, ended)
	}
	for _, f := range files {
		checkFile(t, f, p, today)
	}
}

// checkFile holds one file to the laws of the journal.
func checkFile(t failer, f caseload.FileChange, p *practice.Practice, today workday.Date) {
	c := casefile.Replay(f.File, f.Entries)
	if row := caseload.RowOf(c, p, today); !reflect.DeepEqual(row, *f.Row) {
		t.Errorf("%s: the row of %s is not the row of its entries", today, f.Row.Ref)
	}
	if f.DatedUnder != p.Number() || f.Practice {
		t.Errorf("%s: %s is not marked as a child dated under the settings", today, f.Row.Ref)
	}
	seen := map[casefile.ID]bool{}
	var last casefile.Entry
	for _, e := range f.Entries {
		if seen[e.ID] {
			t.Errorf("%s: %s has an id twice", today, f.Row.Ref)
		}
		seen[e.ID] = true
		if at := int64(binary.BigEndian.Uint64(e.ID[:8]) >> 16); at != e.At {
			t.Errorf("%s: %s has an id of another moment", today, f.Row.Ref)
		}
		if e.ID.Compare(last.ID) <= 0 || e.At < last.At {
			t.Errorf("%s: %s has entries out of order", today, f.Row.Ref)
		}
		if workday.Date(e.At/86_400_000)+epoch != e.Day || e.Day >= today || e.On > e.Day || !e.On.Known() {
			t.Errorf("%s: %s: on %s, typed %s", today, f.Row.Ref, e.On, e.Day)
		}
		if e.Source == casefile.ByIRO && e.Day > e.On+7 && !late(e) {
			t.Errorf("%s: %s was typed %d days after: %s", today, f.Row.Ref, e.Day-e.On, casefile.Describe(e))
		}
		if e.By != Officer || e.Pretended {
			t.Errorf("%s: %s has an entry by %q", today, f.Row.Ref, e.By)
		}
		last = e
	}
}

// late reports entries that may be typed long after what they tell: where a
// thing that is restated began, and periods, which are entered when they end.
func late(e casefile.Entry) bool {
	_, period := e.Event.(*casefile.PeriodStated)
	return period || !e.Corrects.Zero()
}
