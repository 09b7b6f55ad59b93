package casejson

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func date(t interface{ Fatal(...any) }, s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// history draws times in care that can be so: some touch, some follow by a day,
// some leave a gap; each has placements that follow one another.
func history(t *rapid.T) Input {
	at := date(t, "2020-01-06")
	in := Input{Child: "A", DOB: On(date(t, "2015-03-09"))}
	status := rapid.SampledFrom([]string{"C1", "C2", "V2"})
	place := rapid.SampledFrom([]string{"U4", "U6", "K2", "P1"})
	n := rapid.IntRange(1, 4).Draw(t, "episodes")
	for i := range n {
		code := status.Draw(t, "status")
		e := Episode{Start: On(at), LegalStatus: &code, Placements: []Placement{}}
		for j := range rapid.IntRange(0, 3).Draw(t, "placements") {
			p := Placement{Start: On(at), Type: place.Draw(t, "type"), OutOfArea: j == 1}
			at += workday.Date(rapid.IntRange(2, 200).Draw(t, "days"))
			p.End = On(at)
			e.Placements = append(e.Placements, p)
		}
		at += workday.Date(rapid.IntRange(2, 100).Draw(t, "more days"))
		e.End = On(at)
		if i == n-1 && rapid.Bool().Draw(t, "open") {
			e.End = Day{}
		}
		in.Episodes = append(in.Episodes, e)
		if rapid.Bool().Draw(t, "review") {
			in.Reviews = append(in.Reviews, Review{Recorded: On(at - 1)})
		}
		at += rapid.SampledFrom([]workday.Date{0, 1, 30}).Draw(t, "gap")
	}
	return in
}

// TestEpisodesComeBack: what a file prints as its episodes, read again, gives
// the same times in care, statuses, placements and clock.
func TestEpisodesComeBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := history(t)
		today := date(t, "2027-01-04")
		first, err := in.Build(today)
		if err != nil {
			t.Fatal(err)
		}
		again := in
		again.Episodes = EpisodesOf(first)
		second, err := again.Build(today)
		if err != nil {
			t.Fatalf("%v\n%+v", err, again.Episodes)
		}
		if d := cmp.Diff(EpisodesOf(first), EpisodesOf(second), cmp.AllowUnexported(Day{})); d != "" {
			t.Fatal(d)
		}
		cal := workday.Calendar{}
		a, b := clock.Of(first, today, cal, practice.Readings{}), clock.Of(second, today, cal, practice.Readings{})
		if d := cmp.Diff(Of("A", a, cal, today, true), Of("A", b, cal, today, true), cmp.AllowUnexported(Day{})); d != "" {
			t.Fatal(d)
		}
	})
}

// TestAnyBytesGiveACaseOrWords: whatever is read, there is a case or a coded
// error, and no error repeats a value.
func TestAnyBytesGiveACaseOrWords(t *testing.T) {
	t.Parallel()
	whole, err := json.Marshal(Input{Child: "Zebedee", DOB: On(date(t, "2015-03-09")), Episodes: []Episode{{Start: On(date(t, "2026-01-05"))}}})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		doc := bytes.Clone(whole)
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			i := rapid.IntRange(0, len(doc)-1).Draw(t, "at")
			doc[i] = rapid.Byte().Draw(t, "byte")
		}
		in, err := Read(bytes.NewReader(doc))
		if err == nil {
			_, err = in.Build(date(t, "2026-06-10"))
		}
		if err != nil && (fault.CodeOf(err) == "" || fault.HintOf(err) == "" || strings.Contains(err.Error(), "Zebedee")) {
			t.Fatalf("%q", err)
		}
	})
}

func TestLimits(t *testing.T) {
	t.Parallel()
	for name, doc := range map[string]string{
		"too many episodes":                      `{"episodes":[` + strings.Repeat("{},", maxItems) + `{}]}`,
		"too many reviews":                       `{"reviews":[` + strings.Repeat("{},", maxItems) + `{}]}`,
		"too many placements, over two episodes": `{"episodes":[{"placements":[` + strings.Repeat("{},", maxItems-1) + `{}]},{"placements":[{}]}]}`,
		"too long":                               `{"child":"` + strings.Repeat("x", maxBytes) + `"}`,
	} {
		if _, err := Read(strings.NewReader(doc)); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhatIsReadIsReadToTheLetter: nothing that JSON readers wave through
// reaches a case, and the error says what it is.
func TestWhatIsReadIsReadToTheLetter(t *testing.T) {
	t.Parallel()
	for doc, want := range map[string]string{
		`{"TODAY":"2026-01-05"}`:                               `not known: "TODAY"`,
		`{"Child":"A"}`:                                        `not known: "Child"`,
		`{"episodes":[{"Start":null}]}`:                        `episodes[0]: there is a field that is not known: "Start"`,
		`{"episodes":[{"placements":[{"out_Of_area":true}]}]}`: `episodes[0].placements[0]: there is a field that is not known: "out_Of_area"`,
		`{"custody":{"Date":1}}`:                               `not known: "Date"`,
		`{"child":"A","child":"A"}`:                            `the field "child" is there twice`,
		`{"child":"A","\u0063hild":"B"}`:                       `the field "child" is there twice`,
		`{"episodes":[],"reviews":[],"episodes":null}`:         `the field "episodes" is there twice`,
		`{"disputes":[{},{"stages":[{"stage":1,"stage":1}]}]}`: `disputes[1].stages[0]: the field "stage" is there twice`,
		"{\"child\":\"\xff\"}":                                 "UTF-8",
		"{\n\"chil\xc3\":\"A\"}":                               "line 2",
		`null`:                                                 "one JSON object",
		`[]`:                                                   "one JSON object",
		`"A"`:                                                  "one JSON object",
		`7`:                                                    "one JSON object",
		`{"dob":{"a":1,"a":2}}`:                                `dob: the field "a" is there twice`,
		`{"episodes":{"start":null}}`:                          "episodes: this must be a list",
		`{"reviews":[{},{"counts":"no"}]}`:                     "reviews[1].counts: this must be true or false",
		`{"reviews":[{"kind":1}]}`:                             "reviews[0].kind: this must be text",
		`{"reviews":[7]}`:                                      "reviews[0]: this must be an object",
		`{"reviews":[[]]}`:                                     "reviews[0]: this must be an object",
		`{"disputes":[{"stages":[{"stage":1.5}]}]}`:            "disputes[0].stages[0].stage: this must be a whole number",
		`{"disputes":[{"stages":{}}]}`:                         "disputes[0].stages: this must be a list",
		`{"reviews_before":1e999}`:                             "reviews_before: this must be a whole number",
	} {
		_, err := Read(strings.NewReader(doc))
		if fault.CodeOf(err) != fault.BadInput || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", doc, err, want)
		}
	}
}

// TestEveryFieldIsKnown writes every field there is and reads it again.
func TestEveryFieldIsKnown(t *testing.T) {
	t.Parallel()
	code, yes, n := "C2", true, 1
	doc, err := json.Marshal(Input{
		Child: "Ŵyn", Episodes: []Episode{{LegalStatus: &code, Placements: []Placement{{}}}}, Reviews: []Review{{Counts: &yes, Meeting: &yes}},
		ReviewsBefore: &n, ShortBreaks: []Break{{}}, Custody: &Stay{}, Secure: &Stay{}, Hospital: &Stay{},
		ChildProtection: &ChildProtection{Reviews: []Day{{}}}, Proceedings: &Proceedings{}, Disputes: []Dispute{{Stages: []Stage{{}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	in, err := Read(bytes.NewReader(doc))
	if err != nil || in.Child != "Ŵyn" || len(in.Disputes) != 1 {
		t.Errorf("%v: %s", err, doc)
	}
}

func TestSource(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"HB 3.23; CPPCR 33(1) [V]": "HB 3.23; CPPCR 33(1)", "CPPCR 47B [U for England; Welsh text V]": "CPPCR 47B",
		"CPPCR 36(2) [U: from knowledge, text not read]": "CPPCR 36(2)", "a [V]; b [U]": "a; b", "HB 3.9": "HB 3.9", "x [": "x [",
	} {
		if got := Source(in); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}

func TestPeriodsBecomeRegimes(t *testing.T) {
	t.Parallel()
	const head = `{"dob":"2015-03-09","episodes":[{"start":"2025-01-06","legal_status":"`
	for name, tt := range map[string]struct {
		doc  string
		want []clock.Regime
	}{
		"care order":        {head + `C2"}]}`, []clock.Regime{clock.Ordinary}},
		"placement order":   {head + `E1"}]}`, []clock.Regime{clock.Ordinary, clock.Authorised}},
		"authority":         {head + `C2"}],"authority_to_place":"2025-06-02"}`, []clock.Regime{clock.Ordinary, clock.Authorised}},
		"placed":            {head + `C2"}],"placed_for_adoption":"2025-06-02"}`, []clock.Regime{clock.Placed}},
		"disrupted":         {head + `C2"}],"placed_for_adoption":"2025-06-02","adoption_disrupted":"2025-09-01"}`, []clock.Regime{clock.Ordinary, clock.Disruption}},
		"short breaks":      {head + `V3"}],"short_breaks":[{"from":"2025-06-02","to":"2025-06-04"}]}`, []clock.Regime{clock.ShortBreak}},
		"custody":           {head + `C2"}],"custody":{"start":"2025-06-02","expected_end":"2026-06-02","kind":"sentence"}}`, []clock.Regime{clock.Ordinary, clock.Custody}},
		"child protection":  {head + `V2"}],"child_protection":{"initial":"2025-06-02","reviews":["2025-09-01"]}}`, []clock.Regime{clock.Ordinary, clock.ChildProtection}},
		"remand":            {head + `J1"}]}`, []clock.Regime{clock.Ordinary, clock.Section21}},
		"hospital, secure":  {head + `C2"}],"hospital":{"start":"2025-06-02"},"secure":{"start":"2025-07-02","end":"2025-07-04"}}`, []clock.Regime{clock.Ordinary}},
		"court, long-term":  {head + `C1"}],"proceedings":{"guardian":"since 2025","irh":"2025-09-01","final":"2025-10-01"},"long_term_since":"2025-05-01"}`, []clock.Regime{clock.Ordinary}},
		"a formal dispute":  {head + `C2"}],"disputes":[{"formal_start":"2025-06-02","stages":[{"stage":1,"entered":"2025-06-02"}]}]}`, []clock.Regime{clock.Ordinary}},
		"a planned review":  {head + `C2"}],"planned":"2026-01-27"}`, []clock.Regime{clock.Ordinary}},
		"nothing looked at": {`{}`, nil},
	} {
		in, err := Read(strings.NewReader(tt.doc))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		today := date(t, "2026-01-05")
		c, err := in.Build(today)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := clock.Of(c, today, workday.Calendar{}, practice.Readings{}).Regimes
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
