package exchange

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

func list(t *testing.T, rows string) *Return {
	t.Helper()
	return mustRead(t, files(t, "list.csv", "Child ID,Name,DOB,LAC since,Legal status,Placement type,Carer,Social worker,Last review,Review number,Next review\n"+rows), Options{})
}

func TestListTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"testdata/lists/comma_utf8_bom.csv", "testdata/annex_a/Annex_A.xlsx"} {
		s := newShelf()
		ret := mustRead(t, []string{name}, Options{As: Table})
		first := s.imported(t, ret)
		if first.Added != len(ret.Children) || first.Updated+first.Unchanged != 0 {
			t.Errorf("%s: %+v", name, first)
		}
		// The next day too, when "known from today" means another day.
		for _, now := range []workday.Date{today, today + 1} {
			again := s.plan(t, mustRead(t, []string{name}, Options{As: Table, Today: now}))
			if again.Added+again.Updated+again.ReviewsAdded != 0 || again.Unchanged != len(ret.Children) {
				t.Errorf("%s again on %s: added %d, updated %d, unchanged %d", name, now, again.Added, again.Updated, again.Unchanged)
			}
		}
	}
}

func TestListPlansTheNextReview(t *testing.T) {
	t.Parallel()
	s := newShelf()
	row := "1,Wyn Price,09/03/2015,15/12/2025,C2,U6,Marian Hughes,J Osei,12/01/2026,1,%s\n"
	s.imported(t, list(t, fmt.Sprintf(row, "02/04/2026")))
	r, ok := s.cases["1"].InHand()
	if !ok || r.Planned.Date != day("2026-04-02") {
		t.Fatalf("in hand: %+v", r)
	}
	s.imported(t, list(t, fmt.Sprintf(row, "09/04/2026")))
	if r, _ = s.cases["1"].InHand(); r.Planned.Date != day("2026-04-09") || len(s.cases["1"].Reviews()) != 2 {
		t.Errorf("moved: %+v", r)
	}
	mine := r.Planned
	mine.Date = day("2026-04-14")
	lines, err := s.cases["1"].PlanReview(mine, today)
	if err != nil {
		t.Fatal(err)
	}
	s.put(s.cases["1"], casefile.ByIRO, lines)
	p := s.plan(t, list(t, fmt.Sprintf(row, "16/04/2026")))
	if p.Unchanged != 1 || !has(p.Warnings, "next review", "yours was kept") {
		t.Errorf("over the IRO's date: %+v", p)
	}
}

func TestReviewNumbersGrow(t *testing.T) {
	t.Parallel()
	s := newShelf()
	before := func() int { return s.cases["1"].Care()[0].ReviewsBefore }
	s.imported(t, list(t, "1,Wyn Price,09/03/2015,15/12/2020,,,,,12/07/2025,8,\n"))
	s.imported(t, list(t, "1,Wyn Price,09/03/2015,15/12/2020,,,,,12/01/2026,9,\n"))
	if before() != 7 || len(s.cases["1"].Reviews()) != 2 {
		t.Errorf("%d before %d reviews", before(), len(s.cases["1"].Reviews()))
	}
	s.imported(t, list(t, "1,Wyn Price,09/03/2015,15/12/2020,,,,,12/01/2025,,\n")) // an older one, no number
	if before() != 6 {
		t.Errorf("an older review: %d before", before())
	}
	p := s.imported(t, list(t, "1,Wyn Price,09/03/2015,15/12/2020,,,,,12/01/2026,12,\n"))
	if before() != 6 || !has(p.Warnings, "review number", "does not agree") {
		t.Errorf("another number: %d before, %+v", before(), p.Warnings)
	}
}

func TestNextYearsReturn(t *testing.T) {
	t.Parallel()
	s := newShelf()
	s.imported(t, returnOf(t, Options{}, "e.csv", episodeHeads+"A1,01/05/2019,S,C2,N1,U6,PR1,01/02/2020,X1,\nA1,01/02/2020,P,C2,N1,K2,PR1,,,\n",
		"r.csv", reviewHeads+"A1,09/03/2010,20/05/2019,PN1\n"))
	// The next return has only what touched its year.
	p := s.imported(t, returnOf(t, Options{}, "e.csv", episodeHeads+"A1,01/02/2020,P,C2,N1,K2,PR1,01/08/2020,E4A,\nA1,01/12/2020,S,V2,N1,U6,PR1,,,\n",
		"r.csv", reviewHeads+"A1,09/03/2010,20/05/2020,PN1\nA1,09/03/2010,15/12/2020,PN1\n"))
	if p.Updated != 1 || p.ReviewsAdded != 2 {
		t.Errorf("%+v", p)
	}
	c := s.cases["A1"]
	care := c.Care()
	if len(care) != 2 || care[0].Start != day("2019-05-01") || care[0].End != day("2020-08-01") || care[0].ReviewsBefore != 0 ||
		care[1].Start != day("2020-12-01") || care[1].End.Known() || care[1].ReviewsBefore != 0 {
		t.Errorf("care: %+v", care)
	}
	if st := c.Statuses(); len(st) != 2 || st[0].Start != day("2019-05-01") || st[0].End != day("2020-08-01") || st[1].Code != "V2" {
		t.Errorf("statuses: %+v", st)
	}
	if pl := c.Placements(); len(pl) != 3 || pl[1].End != day("2020-08-01") {
		t.Errorf("placements: %+v", pl)
	}
}

func TestTheIROsEntriesStay(t *testing.T) {
	t.Parallel()
	s := newShelf()
	row := "1,Wyn Price,09/03/2015,15/12/2025,%s,%s,%s,J Osei,%s,,\n"
	s.imported(t, list(t, fmt.Sprintf(row, "C1", "U6", "Marian Hughes", "12/01/2026")))
	c := s.cases["1"]
	// The IRO records the care order, a move, and corrects the review's day.
	act := func(lines []casefile.Line, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		c = s.put(c, casefile.ByIRO, lines)
	}
	act(c.StateStatus(casefile.StatusStated{ID: c.Statuses()[0].ID, Code: "C2", Start: today - 3}, today))
	held := c.Reviews()[0].Held
	held.Recorded, held.Completed = day("2026-01-13"), day("2026-01-13")
	act(c.HoldReview(held, today))
	act(c.State(map[string]string{casefile.FactName: "Ŵyn Price"}, today))
	act(c.StatePeriod(casefile.PeriodStated{What: casefile.Missing, From: day("2026-01-02"), To: day("2026-01-04")}, today))

	p := s.imported(t, list(t, fmt.Sprintf(row, "C1", "U6", "Marian Hughes", "12/01/2026")))
	if p.Unchanged != 1 {
		for _, l := range p.Changes[0].Lines {
			t.Errorf("%T %+v", l.Event, l.Event)
		}
	}
	if !has(p.Warnings, "legal status", "yours was kept") {
		t.Errorf("warnings: %+v", p.Warnings)
	}
	if st, _ := s.cases["1"].StatusOn(today); st.Code != "C2" {
		t.Errorf("status %s", st.Code)
	}
	ret := mustRead(t, files(t, "m.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,09/03/2015,M,02/01/2026,03/01/2026\n"),
		Options{Known: func(string) bool { return true }})
	if p = s.plan(t, ret); p.Unchanged != 1 || !has(p.Warnings, "missing", "yours was kept") {
		t.Errorf("period: %+v", p)
	}
	// A new status in the list begins and ends the one on file, unless the IRO's.
	s.imported(t, list(t, "2,Aoife O'Neill,,03/02/2020,V2,U6,,,,,\n"))
	old := mustRead(t, files(t, "l.csv", "Child ID,Legal status\n2,ICO\n"), Options{Today: today + 30})
	plan, err := MakePlan(old, s.find, s.ref, s.newID, today+30)
	if err != nil {
		t.Fatal(err)
	}
	s.apply(plan)
	if st := s.cases["2"].Statuses(); len(st) != 2 || st[0].End != today+30 || st[1].Code != "C1" || st[1].End.Known() {
		t.Errorf("statuses: %+v", st)
	}
}

func TestListDoesNotOpenClosedCare(t *testing.T) {
	t.Parallel()
	s := newShelf()
	s.imported(t, returnOf(t, Options{}, "e.csv", episodeHeads+"A1,01/05/2019,S,C2,N1,U6,PR1,01/08/2020,E4A,\n"))
	p := s.plan(t, mustRead(t, files(t, "l.csv", "Child ID,Legal status\nA1,C2\n"), Options{}))
	if p.Unchanged != 1 || !has(p.Warnings, "looked after since", "care has ended") {
		t.Errorf("%+v", p)
	}
}

func TestExcept(t *testing.T) {
	t.Parallel()
	s := newShelf()
	ret := list(t, "1,Wyn Price,,15/12/2025,,,,,12/01/2026,,\n2,Aoife O'Neill,,03/02/2020,,,,,,,\n,Yusuf Al-Amin,30/09/2009,,,,,,,,\n")
	p := s.plan(t, ret)
	less := p.Except("1", "list.csv:4")
	if less.Added != 1 || less.ReviewsAdded != 0 || less.Changes[0].ExternalID != "2" || p.Added != 3 {
		t.Fatalf("%+v", less)
	}
	ref := p.Changes[0].Ref
	if got := less.Changes[0].Lines[0].Event.(*casefile.Opened).Ref; got != ref || less.Changes[0].Ref != ref {
		t.Errorf("alias %s, want %s", got, ref)
	}
	if n := len(ret.Except("1").Children); n != 2 || len(ret.Children) != 3 {
		t.Errorf("children %d of %d", n, len(ret.Children))
	}
}

func TestResultJSON(t *testing.T) {
	t.Parallel()
	s := newShelf()
	ret := returnOf(t, Options{}, "r.csv", reviewHeads+"A1,09/03/2010,31/02/2020,PN1\n", "oc2.csv", "CHILD,DOB,SDQ_SCORE\nA1,09/03/2010,3\n")
	out, err := json.Marshal(Result(s.plan(t, ret), true, []string{"header.csv", "r.csv"}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"dry_run":true,"files":["header.csv","r.csv"],"added":1,"updated":0,"unchanged":0,"reviews_added":0,` +
		`"rejected":[{"file":"r.csv","row":2,"column":"REVIEW","value":"31/02/2020","reason":"is not a date that can be read"}],"warnings":[],"skipped":["oc2.csv"]}`
	if string(out) != want {
		t.Errorf("got  %s\nwant %s", out, want)
	}
	if out, _ = json.Marshal(Result(&Plan{}, false, nil)); strings.Contains(string(out), "null") {
		t.Errorf("null in %s", out)
	}
}

func TestColumnsProposed(t *testing.T) {
	t.Parallel()
	sample := [][]string{{"440021", "Wyn", "09/03/2015", "C2", "x"}, {"440022", "Aoife", "22/07/2011", "V2", "y"}, {"440023", "Yusuf", "30/09/2009", "C1", "z"}}
	p := Propose([]string{"Nr.", "YP", "b.", "Status code", "D.O.B. of mother"}, sample, nil)
	want := Columns{FieldID: "Nr.", FieldName: "YP", FieldDOB: "b.", FieldStatus: "Status code"}
	if fmt.Sprint(p.Columns) != fmt.Sprint(want) {
		t.Errorf("columns %v", p.Columns)
	}
	for i, g := range p.Guesses[:4] {
		if g.Confidence == 0 || g.Reason == "" {
			t.Errorf("%d: %+v", i, g)
		}
	}
	p = Propose([]string{"Nr.", "YP", "b.", "Status code", "Mosaic ID"}, sample, Columns{FieldID: "nr", FieldWorker: "gone"})
	if p.Columns[FieldID] != "Nr." || p.Guesses[0].Confidence != 100 || p.Columns[FieldWorker] != "" {
		t.Errorf("saved: %v", p.Columns)
	}
	for head, f := range map[string]Field{"Mosaic ID": FieldID, "P Number": FieldID, "D.O.B.": FieldDOB, "CLA start": FieldCareStart, "LAC since": FieldCareStart,
		"Date became CLA": FieldCareStart, "LS": FieldStatus, "SW": FieldWorker, "Allocated worker": FieldWorker, "IRO": FieldIRO, "Child's date of birth (verified)": FieldDOB,
		"Previous social worker": "", "Mother's date of birth": "", "Review date": "", "first_language": FieldLanguage} {
		if got := Propose([]string{head}, nil, nil).Guesses[0].Field; got != f {
			t.Errorf("%q is %q, want %q", head, got, f)
		}
	}
}

func TestColumnMap(t *testing.T) {
	t.Parallel()
	cols, err := ParseColumns([]byte(`{"external_id":"Nr.","name":"Who"}`))
	if err != nil || cols[FieldName] != "Who" {
		t.Fatal(cols, err)
	}
	for _, bad := range []string{`{"shoe_size":"x"}`, `[1]`, `{"name":3}`} {
		if _, err := ParseColumns([]byte(bad)); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", bad, err)
		}
	}
	path := files(t, "l.csv", "Nr.,Who,Name\n1,Wyn Price,Not This\n")
	if got := childOf(t, mustRead(t, path, Options{Columns: cols}), "1").Name(); got != "Wyn Price" {
		t.Errorf("name %q", got)
	}
	if _, err := Read(t.Context(), path, Options{Today: today, Columns: Columns{FieldID: "Nummer"}}); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("a heading that is not there: %v", err)
	}
	look, err := Inspect(t.Context(), path[0], Options{Today: today}, nil)
	if err != nil || len(look.Headers) != 3 || len(look.Sample) != 1 {
		t.Errorf("%+v %v", look, err)
	}
}

func TestHundredThousandRows(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	t.Parallel()
	const n = 100_000
	var b, h, e strings.Builder
	b.WriteString("Child ID,Name,DOB,LAC since,Legal status,Placement type,Last review,Review number\n")
	h.WriteString("CHILD,SEX,DOB,ETHNIC,UPN\n")
	e.WriteString(episodeHeads)
	for i := range n {
		fmt.Fprintf(&b, "%d,Child Number%d,09/03/2015,15/12/2020,C2,U6,12/07/2025,8\n", i, i)
		fmt.Fprintf(&h, "%d,,09/03/2010,WBRI,UN1\n", i)
		fmt.Fprintf(&e, "%d,01/02/2020,S,C2,N1,U6,PR1,,,\n", i)
	}
	began := time.Now()
	if got := len(mustRead(t, files(t, "l.csv", b.String()), Options{}).Children); got != n {
		t.Errorf("list: %d", got)
	}
	listed := time.Since(began)
	if ret := mustRead(t, files(t, "h.csv", h.String(), "e.csv", e.String()), Options{}); len(ret.Children) != n || len(ret.Rejected) != 0 {
		t.Errorf("return: %d", len(ret.Children))
	}
	t.Logf("list %v, return %v", listed, time.Since(began)-listed)
}
