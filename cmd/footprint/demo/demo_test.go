package demo

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func day(t testing.TB, text string) workday.Date {
	t.Helper()
	d, err := workday.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// days are thirty days the demonstration must look right on: every weekday,
// Christmas, Easter, leap days, month ends that no review can be due on.
var days = []string{
	"2026-01-05", "2026-02-28", "2026-03-01", "2026-03-31", "2026-04-02", "2026-04-03", "2026-04-05", "2026-05-04", "2026-05-31",
	"2026-06-10", "2026-08-29", "2026-08-30", "2026-08-31", "2026-10-31", "2026-11-22", "2026-11-23", "2026-11-27", "2026-11-29",
	"2026-11-30", "2026-12-24", "2026-12-25", "2026-12-27", "2026-12-28", "2026-12-31", "2027-01-01", "2028-02-29", "2028-03-01",
	"2025-08-31", "2030-12-29", "2031-08-31",
}

func build(t testing.TB, o Options) ([]caseload.FileChange, *practice.Practice) {
	t.Helper()
	_, p, err := Practice(o)
	if err != nil {
		t.Fatal(err)
	}
	var out []caseload.FileChange
	for change, err := range Build(o) {
		if err != nil {
			t.Fatalf("today %s: %v", o.Today, err)
		}
		out = append(out, change)
	}
	return out, p
}

func rowsOf(files []caseload.FileChange) []caseload.Row {
	rows := make([]caseload.Row, len(files))
	for i, f := range files {
		rows[i] = *f.Row
	}
	return rows
}

func TestCountsOnThirtyDays(t *testing.T) {
	t.Parallel()
	for _, text := range days {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			today := day(t, text)
			files, p := build(t, Options{Seed: 1, Today: today})
			check(t, files, p, today)
		})
	}
}

// TestAnyDay holds the promises on days and seeds nobody chose.
func TestAnyDay(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(62, 1))
	for range 10 {
		today := day(t, "2024-01-01") + workday.Date(rng.IntN(17*365))
		files, p := build(t, Options{Seed: rng.Uint64(), Today: today})
		check(t, files, p, today)
	}
}

// TestLimits holds what each kind of limit promises, whatever day it is.
func TestLimits(t *testing.T) {
	t.Parallel()
	first, last := int(day(t, "1990-01-01")), int(day(t, "2180-12-31"))
	rapid.Check(t, func(rt *rapid.T) {
		st, err := newStage(Options{Today: workday.Date(rapid.IntRange(first, last).Draw(rt, "day"))})
		if err != nil {
			rt.Fatal(err)
		}
		l, no, n := st.timeline, rapid.IntRange(1, 14).Draw(rt, "no"), rapid.IntRange(1, 70).Draw(rt, "n")
		if past := over(n)(l, no); past.due >= l.today || past.planned.Known() || !l.fits(past.due, no) {
			rt.Errorf("over(%d) is %s on %s", n, past.due, l.today)
		}
		if ahead := later(n)(l, no); ahead.due < l.sunday.AddDays(n) || ahead.due > l.sunday.AddDays(n+14) || !l.fits(ahead.due, no) {
			rt.Errorf("later(%d) is %s on %s", n, ahead.due, l.today)
		}
		this := week(n)(l, no)
		inWeek := this.due >= l.today && this.due <= l.sunday && !this.planned.Known()
		plannedInWeek := this.due > l.sunday && this.planned > l.sunday-7 && this.planned <= l.sunday
		if !inWeek && !plannedInWeek || !l.fits(this.due, no) {
			rt.Errorf("week(%d) is %+v on %s", n, this, l.today)
		}
	})
}

func TestSameSeedSameBytes(t *testing.T) {
	t.Parallel()
	today := day(t, "2026-11-23")
	bytes := func(seed uint64, today workday.Date) string {
		o := Options{Children: 80, Seed: seed, Today: today}
		change, _, err := Practice(o)
		if err != nil {
			t.Fatal(err)
		}
		files, _ := build(t, o)
		text, err := json.Marshal(append(files, change))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	one := bytes(7, today)
	if bytes(7, today) != one {
		t.Error("the same seed and day give different bytes")
	}
	if bytes(8, today) == one || bytes(7, today+1) == one {
		t.Error("another seed or day gives the same bytes")
	}
}

func TestFewerAndMoreChildren(t *testing.T) {
	t.Parallel()
	today := day(t, "2026-11-23")
	whole, _ := build(t, Options{Children: 400, Seed: 3, Today: today})
	few, _ := build(t, Options{Children: 5, Seed: 3, Today: today})
	if !reflect.DeepEqual(few, whole[:5]) {
		t.Error("the first five of a large caseload are not those of a small one")
	}
	ref, number, file := map[string]bool{}, map[string]bool{}, map[casefile.ID]bool{}
	for i, f := range whole {
		if want := fmt.Sprintf("C-%04d", i+1); f.Row.Ref != want {
			t.Errorf("reference %s, want %s", f.Row.Ref, want)
		}
		if ref[f.Row.Ref] || number[f.Row.ExternalID] || file[f.File] || len(f.Row.ExternalID) != 6 {
			t.Errorf("%s: its reference, number or file is not its own", f.Row.Ref)
		}
		ref[f.Row.Ref], number[f.Row.ExternalID], file[f.File] = true, true, true
	}
}

func TestEveryAge(t *testing.T) {
	t.Parallel()
	today := day(t, "2026-11-23")
	files, _ := build(t, Options{Seed: 1, Today: today})
	var ages [18]int
	leap := 0
	for _, r := range rowsOf(files) {
		age, known := r.Age(today, workday.March1)
		if !known || age > 17 && r.Open(today) {
			t.Fatalf("%s: age %d", r.Name, age)
		}
		if age < len(ages) {
			ages[age]++
		}
		if _, m, d := r.DOB.Civil(); m == 2 && d == 29 {
			leap++
		}
	}
	if at := slices.Index(ages[:], 0); at >= 0 {
		t.Errorf("nobody is %d", at)
	}
	if leap != 1 {
		t.Errorf("%d children born on 29 February, want 1", leap)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	var all strings.Builder
	seen := map[string]bool{}
	for i := range CastSize {
		name := cast(i).name
		if seen[name] {
			t.Errorf("%s is there twice", name)
		}
		seen[name] = true
		all.WriteString(name + "\n")
	}
	for _, want := range []string{"Ŵyn", "Łukasz", "Chloé", "O’Neill", "D'Andre", "Asante-Boateng", "Siôn"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no child is called %s", want)
		}
	}
	if !strings.ContainsFunc(all.String(), func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		t.Error("no name in Arabic script")
	}
}

// texts gives every word a person could read in the files.
func texts(t testing.TB, files []caseload.FileChange) string {
	t.Helper()
	var b strings.Builder
	for _, f := range files {
		for _, e := range f.Entries {
			text, err := json.Marshal(e.Event)
			if err != nil {
				t.Fatal(err)
			}
			b.Write(text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	t.Parallel()
	o := Options{Children: 200, Seed: 1, Today: day(t, "2026-11-23")}
	files, _ := build(t, o)
	change, _, err := Practice(o)
	if err != nil {
		t.Fatal(err)
	}
	all := texts(t, append(files, change))
	drama := regexp.MustCompile(`^(01632 960\d{3}|07700 900\d{3})$`)
	for _, number := range regexp.MustCompile(`\b0\d{4} ?\d{3} ?\d{3}\b`).FindAllString(all, -1) {
		if !drama.MatchString(number) {
			t.Errorf("%s is not a number kept for drama", number)
		}
	}
	for _, code := range regexp.MustCompile(`\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b`).FindAllString(all, -1) {
		if !strings.HasPrefix(code, "ZZ99 ") {
			t.Errorf("%s could be a real postcode", code)
		}
	}
	for _, address := range regexp.MustCompile(`[\w.]+@[\w.]+`).FindAllString(all, -1) {
		if !strings.HasSuffix(address, ".example") {
			t.Errorf("%s could be a real address", address)
		}
	}
	if gap := regexp.MustCompile(`\{[a-zA-Z]+\}`).FindString(all); gap != "" {
		t.Errorf("a gap was not filled: %s", gap)
	}
	for _, line := range strings.Split(all, "\n") {
		if strings.Contains(strings.ReplaceAll(line, `\n`, ""), `\u00`) || strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("a control character in %s", line)
		}
	}
}

func TestPracticeFile(t *testing.T) {
	t.Parallel()
	o := Options{Seed: 1, Today: day(t, "2026-11-23")}
	change, p, err := Practice(o)
	if err != nil {
		t.Fatal(err)
	}
	if !change.Practice || change.Row != nil || !change.File.Zero() {
		t.Error("the practice's change is not one of the practice's file")
	}
	again := practice.Replay(change.Entries)
	if again.Profile() != p.Profile() || p.Profile().Name != Officer || len(again.Posts()) != len(posts) || p.Minutes(true) != 45 {
		t.Error("the practice's file does not replay to the practice")
	}
	if p.Columns(mainCouncil)["name"] == "" {
		t.Error("no layout is kept for the main council's list")
	}
	newest, ok := p.LastImport()
	if !ok || newest.Added != 2 || len(newest.Children) != 2 {
		t.Fatalf("the newest import: %+v", newest)
	}
	files, _ := build(t, o)
	for _, id := range newest.Children {
		i := slices.IndexFunc(files, func(f caseload.FileChange) bool { return f.File == id })
		if i < 0 || files[i].Entries[0].Act != newest.Act {
			t.Error("the newest import names a file it did not write")
		}
	}
}

func TestCrowd(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"2026-11-23", "2026-12-27", "2028-02-29"} {
		today := day(t, text)
		o := Options{Children: 700, Seed: 5, Today: today}
		files, p := build(t, o)
		rows := rowsOf(files)
		for _, f := range files[CastSize:] {
			checkFile(t, f, p, today)
			if n := len(f.Entries); n > 40 {
				t.Errorf("%s: %s has %d entries", text, f.Row.Ref, n)
			}
			if age, _ := f.Row.Age(today, workday.March1); age > 17 {
				t.Errorf("%s: %s is %d", text, f.Row.Ref, age)
			}
		}
		n := caseload.CountOf(rows, today)
		if n.Children < 640 || n.Overdue < 8 || n.Overdue > 60 || n.ThisWeek < 10 || n.ThisWeek > 80 || n.Unknown < 3 {
			t.Errorf("%s: %+v", text, n)
		}
	}
}

func TestStopsWhenAsked(t *testing.T) {
	t.Parallel()
	n := 0
	for _, err := range Build(Options{Children: 1 << 30, Today: day(t, "2026-11-23")}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d children were made", n)
	}
	for _, err := range Build(Options{}) {
		if err == nil {
			t.Error("a caseload was made for no day")
		}
	}
}

func BenchmarkCast(b *testing.B) {
	today := day(b, "2026-11-23")
	entries := 0
	for b.Loop() {
		files, _ := build(b, Options{Seed: 1, Today: today})
		entries = 0
		for _, f := range files {
			entries += len(f.Entries)
		}
	}
	b.ReportMetric(float64(entries), "entries")
}

func BenchmarkTenThousand(b *testing.B) {
	today := day(b, "2026-11-23")
	for b.Loop() {
		entries := 0
		for change, err := range Build(Options{Children: 10_000, Seed: 1, Today: today}) {
			if err != nil {
				b.Fatal(err)
			}
			entries += len(change.Entries)
		}
		b.ReportMetric(float64(entries)/10_000, "entries/child")
	}
}
