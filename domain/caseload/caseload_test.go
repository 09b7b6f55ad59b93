package caseload_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func on(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

var today = on("2026-11-23")

func TestFoldFindsNamesWithoutTheirMarks(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Ŵyn": "wyn", "Łukasz": "lukasz", "Siân": "sian", "O’Neill": "oneill", "O'Neill": "oneill", "José": "jose", "Straße": "strasse", "عمر": "عمر", "BEN": "ben"} {
		if got := caseload.Fold(name); got != want {
			t.Errorf("Fold(%s) = %s", name, got)
		}
	}
}

func TestNarrowNeedsEveryWord(t *testing.T) {
	t.Parallel()
	rows := []caseload.Row{{Ref: "C-0001", Name: "Ŵyn Hughes"}, {Ref: "C-0002", Name: "Ben Hughes"}, {Ref: "C-0003", Name: "Maja Kowalska", ExternalID: "566910"}}
	hay := make([]string, len(rows))
	for i, r := range rows {
		hay[i] = caseload.Haystack(r, false)
	}
	all := []int{0, 1, 2}
	for filter, want := range map[string][]int{"wyn": {0}, "hughes": {0, 1}, "hughes ben": {1}, "5669": {2}, "c-0002": {1}, "nobody": {}, "": {0, 1, 2}} {
		if got := caseload.Narrow(hay, all, filter); !slices.Equal(got, want) {
			t.Errorf("Narrow(%q) = %v, want %v", filter, got, want)
		}
	}
	if text := caseload.Haystack(rows[2], true); strings.Contains(text, "maja") {
		t.Error("hidden names must not be found")
	}
}

func TestChildrenFoundByNameComeFirst(t *testing.T) {
	t.Parallel()
	hay := []string{"aled sion\nc-0001\n\nwyn price", "wyn morgan\nc-0002", "ben wynne\nc-0003"}
	kept, byName := caseload.Search(hay, []int{0, 1, 2}, "wyn")
	if !slices.Equal(kept, []int{0, 1, 2}) || !slices.Equal(byName, []int{1, 2, 0}) {
		t.Errorf("kept %v, by name %v", kept, byName)
	}
}

// TestNarrowingFurtherKeepsASubset lets the last result be narrowed again.
func TestNarrowingFurtherKeepsASubset(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		hay := rapid.SliceOfN(rapid.StringMatching(`[abc ]{0,8}`), 0, 30).Draw(rt, "hay")
		all := make([]int, len(hay))
		for i := range all {
			all[i] = i
		}
		short := rapid.StringMatching(`[abc]{1,2}`).Draw(rt, "short")
		long := short + rapid.StringMatching(`[abc]{1,2}`).Draw(rt, "more")
		if direct, stepped := caseload.Narrow(hay, all, long), caseload.Narrow(hay, caseload.Narrow(hay, all, short), long); !slices.Equal(direct, stepped) {
			rt.Fatalf("%v directly, %v step by step", direct, stepped)
		}
	})
}

func TestArrangePutsTheLateFirstAndAsksNext(t *testing.T) {
	t.Parallel()
	in := on("2020-01-01")
	rows := []caseload.Row{
		{Ref: "C-0001", Since: in, Due: on("2026-12-24")},
		{Ref: "C-0002", Since: in, Missing: clock.HistoryUnknown},
		{Ref: "C-0003", Since: in, Due: on("2026-11-17")},
		{Ref: "C-0004", Since: in, Ended: on("2026-06-01"), Due: on("2026-01-01")},
		{Ref: "C-0005", Since: in, Due: on("2026-11-17")},
	}
	if got, want := caseload.Arrange(rows, caseload.All, caseload.BySoonest, today), []int{2, 4, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	if got := caseload.Arrange(rows, caseload.Closed, caseload.BySoonest, today); !slices.Equal(got, []int{3}) {
		t.Errorf("closed: %v", got)
	}
	if n := caseload.CountOf(rows, today); n.Children != 4 || n.Overdue != 2 || n.Unknown != 1 {
		t.Errorf("count %+v", n)
	}
}

func TestNamesSortByTheLastWord(t *testing.T) {
	t.Parallel()
	rows := []caseload.Row{{Ref: "1", Name: "Zoë Adams", Since: 1}, {Ref: "2", Name: "Ali Zaman", Since: 1}, {Ref: "3", Name: "Ŵyn Hughes", Since: 1}}
	if got := caseload.Arrange(rows, caseload.All, caseload.ByName, today); !slices.Equal(got, []int{0, 2, 1}) {
		t.Errorf("order %v", got)
	}
}

func TestLenses(t *testing.T) {
	t.Parallel()
	in := on("2020-01-01")
	open := func(f func(*caseload.Row)) caseload.Row {
		r := caseload.Row{Ref: "C-0001", Since: in, Footprint: today}
		f(&r)
		return r
	}
	cases := []struct {
		lens caseload.Lens
		row  caseload.Row
		want bool
	}{
		{caseload.Mine, open(func(r *caseload.Row) { r.NextItem = today + 3 }), true},
		{caseload.Mine, open(func(r *caseload.Row) { r.NextItem = today + 30 }), false},
		{caseload.Mine, open(func(r *caseload.Row) { r.Missing = clock.HistoryUnknown }), true},
		{caseload.Chasing, open(func(r *caseload.Row) { r.TheirsNext = today - 1 }), true},
		{caseload.Chasing, open(func(r *caseload.Row) { r.TheirsNext = today }), false},
		{caseload.Waiting, open(func(r *caseload.Row) { r.TheirsNext = today }), true},
		{caseload.ThisWeek, open(func(r *caseload.Row) { r.Planned = on("2026-11-29") }), true},
		{caseload.ThisWeek, open(func(r *caseload.Row) { r.Planned = on("2026-11-30") }), false},
		{caseload.NoFootprint, open(func(r *caseload.Row) { r.Footprint = 0 }), true},
		{caseload.NoFootprint, open(func(*caseload.Row) {}), false},
	}
	for i, tc := range cases {
		if got := tc.lens.Shows(tc.row, today); got != tc.want {
			t.Errorf("%d: lens %s shows %v", i, tc.lens, got)
		}
	}
}

func TestInitials(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"Maja Kowalska": "M.K.", "ŵyn o’neill-price": "Ŵ.O.P.", "": "C-0009", "عمر حداد": "ع.ح."} {
		if got := caseload.Initials(name, "C-0009"); got != want {
			t.Errorf("Initials(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsDueIsSortedAndNeverDone(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	var n byte
	newID := func() casefile.ID { n++; return casefile.ID{15: n} }
	lines := []casefile.Line{
		{On: today, Event: &casefile.Opened{Ref: "C-0001"}},
		{On: today, Event: &casefile.Stated{Facts: map[string]string{casefile.FactName: "Ben", casefile.FactDOB: "2018-03-09"}}},
		{On: today, Event: &casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-01-05")}},
		{On: today, Event: &casefile.ReviewHeld{ID: casefile.ID{3}, Recorded: on("2026-01-30"), Completed: on("2026-01-30")}},
		{On: today, Event: &casefile.ReviewHeld{ID: casefile.ID{4}, Recorded: on("2026-06-16")}},
		{On: today, Event: &casefile.ReviewPlanned{ID: casefile.ID{5}, Date: on("2026-12-14")}},
		{On: today, Event: &casefile.ItemAnswered{Review: casefile.ID{5}, Item: "B-101", Answer: casefile.Done}},
	}
	c := casefile.Replay(casefile.ID{1}, casefile.Stamp{Day: today}.Entries(lines, newID))
	due := caseload.DueOf(c, p, today)
	ids := map[string]int{}
	for i, d := range due {
		ids[d.ID]++
		if i > 0 && d.Due < due[i-1].Due {
			t.Error("not soonest first")
		}
		if d.Status == clock.DoneStatus || !d.Due.Known() {
			t.Errorf("%s should not be listed", d.ID)
		}
	}
	for id, want := range map[string]int{"C-0001/RT-03": 1, "C-0001/RT-11": 1, "C-0001/B-201": 1, "C-0001/B-101": 0, "C-0001/RC-01": 0, "C-0001/B-701": 0} {
		if ids[id] != want {
			t.Errorf("%s listed %d times, want %d", id, ids[id], want)
		}
	}
	row := caseload.RowOf(c, p, today)
	if row.Ready != 1 || row.Due != on("2026-12-16") || row.ReviewNo != 3 || row.Planned != on("2026-12-14") {
		t.Errorf("row %+v", row)
	}
}

func TestANameThatBeginsSoIsFoundFirst(t *testing.T) {
	t.Parallel()
	texts := []string{"hugo ferreira\nc-0001", "eira llewelyn\nc-0002", "ann-eira price\nc-0003", "tom baker\nc-0004\n\neira jones"}
	if _, byName := caseload.Search(texts, []int{0, 1, 2, 3}, "eira"); !slices.Equal(byName, []int{1, 2, 0, 3}) {
		t.Errorf("found in the order %v", byName)
	}
}
