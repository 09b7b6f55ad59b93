package exchange

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The sample is scanned here in the plainest way, with the standard library's
// dates, and nothing of the code under test.

func scan(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "ssda903", name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, h := range rows[0] {
			m[h] = r[i]
		}
		out = append(out, m)
	}
	return out
}

func at(s string) time.Time {
	d, err := time.Parse("02/01/2006", s)
	if err != nil {
		return time.Time{}
	}
	return d
}

func samplePaths(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("testdata/ssda903/*.csv")
	if err != nil || len(paths) != 13 {
		t.Fatalf("sample: %d files, %v", len(paths), err)
	}
	return paths
}

func TestSampleCountsAreThoseOfTheFiles(t *testing.T) {
	t.Parallel()
	ret := mustRead(t, samplePaths(t), Options{})
	header, reviews := scan(t, "header.csv"), scan(t, "reviews.csv")

	if got, want := len(ret.Children), len(header); got != want {
		t.Errorf("children: %d, header rows %d", got, want)
	}
	unique := map[string]bool{}
	for _, r := range reviews {
		unique[r["CHILD"]+r["REVIEW"]] = true
	}
	got := 0
	for _, c := range ret.Children {
		got += len(c.Reported.Reviews)
	}
	if got != len(unique) {
		t.Errorf("reviews: %d, different child and date %d", got, len(unique))
	}
	want := []string{"DoLo.csv", "ad1.csv", "oc2.csv", "oc3.csv", "sw_episodes.csv"}
	slices.Sort(ret.Skipped)
	if !slices.Equal(ret.Skipped, want) {
		t.Errorf("skipped: %v", ret.Skipped)
	}
	// The reason XXX is no code; nothing else in the sample is refused.
	refused := 0
	for _, f := range []string{"placed_for_adoption.csv", "placed_for_adoption_errors.csv"} {
		for _, r := range scan(t, f) {
			if r["REASON_PLACED_CEASED"] == "XXX" {
				refused++
			}
		}
	}
	if len(ret.Rejected) != refused || refused != 12 {
		t.Errorf("rejected: %d, want %d", len(ret.Rejected), refused)
	}
}

// byChild gives the sample's episodes of each child in the order of DECOM.
func byChild(t *testing.T) map[string][]map[string]string {
	out := map[string][]map[string]string{}
	for _, r := range scan(t, "episodes.csv") {
		out[r["CHILD"]] = append(out[r["CHILD"]], r)
	}
	for _, rows := range out {
		slices.SortFunc(rows, func(a, b map[string]string) int { return at(a["DECOM"]).Compare(at(b["DECOM"])) })
	}
	return out
}

// oddRows counts rows that overlap or leave a gap, last rows with a reason for
// leaving and no day, and last rows that end though care goes on.
func oddRows(rows map[string][]map[string]string) (overlap, gap, left, unended int) {
	for _, eps := range rows {
		for i, b := range eps {
			if i == 0 {
				continue
			}
			a := eps[i-1]
			switch days := at(b["DECOM"]).Sub(at(a["DEC"])).Hours() / 24; {
			case a["DEC"] == "" || days < 0:
				overlap++
			case days > 1 && b["RNE"] != "S":
				gap++
			}
		}
		end := eps[len(eps)-1]
		switch {
		case end["DEC"] != "" && end["REC"] == "X1":
			unended++
		case end["DEC"] == "" && end["REC"] != "X1":
			left++
		}
	}
	return overlap, gap, left, unended
}

func TestSampleWarningsAreThoseOfTheFiles(t *testing.T) {
	t.Parallel()
	ret := mustRead(t, samplePaths(t), Options{})
	count := func(file, reason string) int {
		n := 0
		for _, p := range ret.Warnings {
			if p.File == file && strings.Contains(p.Reason, reason) {
				n++
			}
		}
		return n
	}
	now := time.Date(2026, 1, 20, 0, 0, 0, 0, time.UTC)
	future, before, age, twice := 0, 0, 0, 0
	rows := byChild(t)
	last := map[string]map[string]string{}
	for _, r := range scan(t, "reviews.csv") {
		key := r["CHILD"] + r["REVIEW"]
		if last[key] != nil {
			twice++
		}
		last[key] = r
	}
	for _, r := range last {
		on := at(r["REVIEW"])
		if on.After(now) {
			future++
		}
		if eps := rows[r["CHILD"]]; len(eps) > 0 && eps[0]["RNE"] == "S" && on.Before(at(eps[0]["DECOM"])) {
			before++
		}
		if on.Before(at(r["DOB"]).AddDate(4, 0, 0)) != (r["REVIEW_CODE"] == "PN0") {
			age++
		}
	}
	overlap, gap, left, unended := oddRows(rows)
	for _, c := range []struct {
		what, file, reason string
		want, known        int
	}{
		{"in the future", "reviews.csv", "is in the future", future, -1},
		{"before care", "reviews.csv", "is before care began", before, -1},
		{"participation and age", "reviews.csv", "aged under 4", age, -1},
		{"two rows for one review", "reviews.csv", "says otherwise", twice, 3},
		{"overlaps", "episodes.csv", "overlaps row", overlap, 16},
		{"gaps", "episodes.csv", "leaves a gap", gap, 0},
		{"leaving without a day", "episodes.csv", "reason for leaving without a day", left, -1},
		{"an end without leaving", "episodes.csv", "without a reason for leaving", unended, 1},
	} {
		if got := count(c.file, c.reason); got != c.want || c.known >= 0 && got != c.known {
			t.Errorf("%s: %d warnings, the files have %d", c.what, got, c.want)
		}
		if c.want > 0 && c.known < 0 {
			t.Logf("%s: %d", c.what, c.want)
		}
	}
	if n := count("placed_for_adoption_errors.csv", "the later file was taken"); n != 1 {
		t.Errorf("two files that say otherwise: %d warnings, want one", n)
	}
	known := 1 + future + before + age + twice + overlap + gap + left + unended
	for _, p := range ret.Warnings {
		if strings.Contains(p.Reason, "legal status only") || strings.Contains(p.Reason, "outside its years") {
			known++
		}
	}
	if len(ret.Warnings) != known {
		t.Errorf("%d warnings, %d accounted for", len(ret.Warnings), known)
	}
}

func TestSampleEpisodesAreThoseOfTheFiles(t *testing.T) {
	t.Parallel()
	ret := mustRead(t, samplePaths(t), Options{})
	rows := byChild(t)
	for _, c := range ret.Children {
		eps := rows[c.ExternalID]
		if len(eps) == 0 {
			if len(c.Reported.Care) != 0 {
				t.Errorf("%s: care without a row", c.ExternalID)
			}
			continue
		}
		// Care begins at the first row, at each S row that follows no X1 of the
		// same or the last day, and after a gap.
		care, status, placement := 0, 0, 0
		for i, b := range eps {
			begins := i == 0
			if i > 0 {
				a := eps[i-1]
				days := at(b["DECOM"]).Sub(at(a["DEC"])).Hours() / 24
				contradicted := a["DEC"] != "" && (days == 0 || days == 1) && a["REC"] == "X1"
				begins = a["DEC"] != "" && days > 1 || b["RNE"] == "S" && !contradicted
			}
			if begins {
				care++
			}
			if begins || b["LS"] != eps[i-1]["LS"] {
				status++
			}
			if begins || b["RNE"] != "L" || b["PLACE"] != eps[i-1]["PLACE"] {
				placement++
			}
		}
		rep := c.Reported
		if len(rep.Care) != care || len(rep.Statuses) != status || len(rep.Placements) != placement {
			t.Errorf("%s: care %d/%d, statuses %d/%d, placements %d/%d", c.ExternalID,
				len(rep.Care), care, len(rep.Statuses), status, len(rep.Placements), placement)
		}
		first := rep.Care[0]
		if got, want := first.From().UK(), eps[0]["DECOM"]; got != want || first.StartKnown() != (eps[0]["RNE"] == "S") {
			t.Errorf("%s: care from %s (known %v), the file has %s %s", c.ExternalID, got, first.StartKnown(), want, eps[0]["RNE"])
		}
		for _, s := range rep.Care {
			if (s.ReviewsBefore == 0) != s.StartKnown() {
				t.Errorf("%s: reviews before is %d with a start known %v", c.ExternalID, s.ReviewsBefore, s.StartKnown())
			}
		}
		end := eps[len(eps)-1]
		wantEnd := ""
		if end["REC"] != "X1" {
			wantEnd = end["DEC"]
		}
		if got := rep.Care[len(rep.Care)-1].End.UK(); got != wantEnd {
			t.Errorf("%s: care ends %q, the file has %q", c.ExternalID, got, wantEnd)
		}
	}
}

func TestSampleTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	s := newShelf()
	ret := mustRead(t, samplePaths(t), Options{})
	p := s.imported(t, ret)
	if p.Added != 561 || p.Updated != 0 || p.Unchanged != 0 || p.ReviewsAdded != 2688 {
		t.Errorf("first: added %d, updated %d, unchanged %d, reviews %d", p.Added, p.Updated, p.Unchanged, p.ReviewsAdded)
	}
	known := func(id string) bool { _, ok := s.cases[id]; return ok }
	again := s.plan(t, mustRead(t, samplePaths(t), Options{Known: known}))
	if again.Added != 0 || again.Updated != 0 || again.Unchanged != 561 || again.ReviewsAdded != 0 {
		t.Errorf("again: added %d, updated %d, unchanged %d, reviews %d", again.Added, again.Updated, again.Unchanged, again.ReviewsAdded)
		for _, ch := range again.Changes[:min(3, len(again.Changes))] {
			for _, l := range ch.Lines {
				t.Logf("%s: %T %+v", ch.ExternalID, l.Event, l.Event)
			}
		}
	}
	if len(again.Warnings) != len(ret.Warnings) {
		t.Errorf("again: %d warnings, first %d", len(again.Warnings), len(ret.Warnings))
	}
	for id, c := range s.cases {
		open := 0
		for _, st := range c.Statuses() {
			if !st.End.Known() {
				open++
			}
		}
		for _, pl := range c.Placements() {
			if !pl.End.Known() {
				open += 10
			}
		}
		if open != 0 && open != 11 {
			t.Errorf("%s: open statuses and placements %d", id, open)
		}
	}
}
