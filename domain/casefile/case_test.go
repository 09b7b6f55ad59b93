package casefile_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/fault"
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

// ids gives ids in order, 1, 2, 3…
func ids() casefile.NewID {
	var n byte
	var high byte
	return func() casefile.ID {
		if n++; n == 0 {
			high++
		}
		return casefile.ID{5: 1, 14: high, 15: n}
	}
}

// desk keeps a case the way the program does.
type desk struct {
	t     testing.TB
	c     *casefile.Case
	newID casefile.NewID
}

func open(t testing.TB, facts map[string]string) *desk {
	t.Helper()
	d := &desk{t: t, c: casefile.Replay(casefile.ID{9}, nil), newID: ids()}
	d.do(casefile.OpenFile("C-0001", facts, today))
	return d
}

func (d *desk) do(lines []casefile.Line, err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("refused: %v", err)
	}
	d.write(casefile.ByIRO, lines)
}

func (d *desk) write(source casefile.Source, lines []casefile.Line) {
	stamp := casefile.Stamp{At: 1, Day: today, By: "Ruth Iro", Source: source}
	d.c = d.c.With(stamp.Entries(lines, d.newID)...)
}

func child(t testing.TB) *desk {
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska", casefile.FactDOB: "2012-05-03", casefile.FactExternalID: "566910"})
	d.do(d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: on("2025-01-06")}, today))
	return d
}

func TestOpeningNeedsANameOrANumber(t *testing.T) {
	t.Parallel()
	if _, err := casefile.OpenFile("C-0001", map[string]string{casefile.FactDOB: "2012-05-03"}, today); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("opened without a name or number: %v", err)
	}
	d := open(t, map[string]string{casefile.FactExternalID: "12"})
	if d.c.ExternalID() != "12" || d.c.Ref != "C-0001" || !d.c.Exists {
		t.Error("the file must open with the number alone")
	}
}

func TestCommandsRefuseInPlainWords(t *testing.T) {
	t.Parallel()
	d := child(t)
	place := casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: on("2025-01-06")}
	d.do(d.c.StatePlacement(place, today))
	d.do(d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: on("2025-01-30")}, today))
	future, before := on("2026-12-01"), on("2011-01-01")
	cases := map[string]func() ([]casefile.Line, error){
		"birth in the future": func() ([]casefile.Line, error) {
			return d.c.State(map[string]string{casefile.FactDOB: "2027-01-01"}, today)
		},
		"birth after care began": func() ([]casefile.Line, error) {
			return d.c.State(map[string]string{casefile.FactDOB: "2025-06-01"}, today)
		},
		"birth too long ago": func() ([]casefile.Line, error) {
			return d.c.State(map[string]string{casefile.FactDOB: "1970-06-01"}, today)
		},
		"no such fact":       func() ([]casefile.Line, error) { return d.c.State(map[string]string{"colour": "red"}, today) },
		"yes or no":          func() ([]casefile.Line, error) { return d.c.State(map[string]string{"uasc": "perhaps"}, today) },
		"care without a day": func() ([]casefile.Line, error) { return d.c.StateCare(casefile.CareStated{ID: d.newID()}, today) },
		"care in the future": func() ([]casefile.Line, error) {
			return d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: future}, today)
		},
		"care before birth": func() ([]casefile.Line, error) {
			return d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: before}, today)
		},
		"care that overlaps": func() ([]casefile.Line, error) {
			return d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: on("2026-01-01")}, today)
		},
		"care that ends before": func() ([]casefile.Line, error) {
			return d.c.StateCare(casefile.CareStated{ID: d.newID(), Start: on("2024-03-01"), End: on("2024-02-01")}, today)
		},
		"unknown status code": func() ([]casefile.Line, error) {
			return d.c.StateStatus(casefile.StatusStated{ID: d.newID(), Code: "ZZ", Start: today}, today)
		},
		"placement in the future": func() ([]casefile.Line, error) {
			return d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: future}, today)
		},
		"placement inside another": func() ([]casefile.Line, error) {
			return d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: on("2024-01-06")}, today)
		},
		"person without a name": func() ([]casefile.Line, error) {
			return d.c.StatePerson(casefile.PersonStated{ID: d.newID(), Role: casefile.Carer}, today)
		},
		"review in the future": func() ([]casefile.Line, error) {
			return d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: future}, today)
		},
		"review before birth": func() ([]casefile.Line, error) {
			return d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: before}, today)
		},
		"two reviews in a day": func() ([]casefile.Line, error) {
			return d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: on("2025-01-30")}, today)
		},
		"completed before it began": func() ([]casefile.Line, error) {
			return d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: today, Completed: today - 1}, today)
		},
		"planned before care": func() ([]casefile.Line, error) {
			return d.c.PlanReview(casefile.ReviewPlanned{ID: d.newID(), Date: on("2024-01-01")}, today)
		},
		"planned in another decade": func() ([]casefile.Line, error) {
			return d.c.PlanReview(casefile.ReviewPlanned{ID: d.newID(), Date: on("2036-01-01")}, today)
		},
		"not done without a reason": func() ([]casefile.Line, error) {
			return d.c.AnswerItem(casefile.ItemAnswered{Review: d.newID(), Item: "B-401", Answer: casefile.NotDone}, today, today)
		},
		"does not apply without one": func() ([]casefile.Line, error) {
			return d.c.AnswerItem(casefile.ItemAnswered{Review: d.newID(), Item: "B-401", Answer: casefile.NotApplicable, Reason: "  "}, today, today)
		},
		"done tomorrow": func() ([]casefile.Line, error) {
			return d.c.AnswerItem(casefile.ItemAnswered{Review: d.newID(), Item: "B-401", Answer: casefile.Done}, today+1, today)
		},
		"an empty note": func() ([]casefile.Line, error) {
			return d.c.WriteNote(casefile.NoteWritten{Text: " \n"}, casefile.ID{}, today)
		},
		"a note beyond the limit": func() ([]casefile.Line, error) {
			return d.c.WriteNote(casefile.NoteWritten{Text: strings.Repeat("a", casefile.NoteLimit+1)}, casefile.ID{}, today)
		},
		"nothing to take back": func() ([]casefile.Line, error) { return d.c.TakeBack(casefile.ID{1}, "", today) },
	}
	for name, command := range cases {
		lines, err := command()
		var f *fault.Error
		if !errors.As(err, &f) || len(lines) > 0 {
			t.Errorf("%s: lines %d, error %v; want a coded refusal", name, len(lines), err)
			continue
		}
		if strings.Contains(f.Sentence+f.Hint, "Maja") || !strings.HasSuffix(f.Sentence, ".") {
			t.Errorf("%s: the sentence %q must be whole and name nobody", name, f.Sentence)
		}
	}
}

func TestMoveEndsThePlacementBefore(t *testing.T) {
	t.Parallel()
	d := child(t)
	d.do(d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: on("2025-01-06"), Carer: "Baker"}, today))
	d.do(d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "K2", Start: on("2026-03-02")}, today))
	all := d.c.Placements()
	if len(all) != 2 || all[0].End != on("2026-03-02") || all[1].End.Known() {
		t.Fatalf("placements: %+v", all)
	}
	if now, ok := d.c.PlacementOn(on("2026-03-02")); !ok || now.Code != "K2" {
		t.Error("on the day of the move the new placement stands")
	}
	if was, ok := d.c.PlacementOn(on("2026-03-01")); !ok || was.Carer != "Baker" {
		t.Error("the day before, the old one stands")
	}
}

func TestUndoTakesAWholeActBackAndCanBeUndone(t *testing.T) {
	t.Parallel()
	d := child(t)
	before := d.c.Placements()
	d.do(d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: on("2025-01-06")}, today))
	stood := d.c.Placements()
	d.do(d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "K2", Start: on("2026-03-02")}, today))
	act := d.c.Entries[len(d.c.Entries)-1].Act
	d.do(d.c.TakeBack(act, "", today))
	if diff := cmp.Diff(stood, d.c.Placements()); diff != "" {
		t.Errorf("taking a move back must reopen the placement before it:\n%s", diff)
	}
	undo := d.c.Entries[len(d.c.Entries)-1].Act
	d.do(d.c.TakeBack(undo, "", today))
	if len(d.c.Placements()) != 2 {
		t.Error("reversing the reversal must put the move back")
	}
	if len(before) != 0 {
		t.Error("the first case must not have changed")
	}
}

func TestChildAddedByMistakeIsGone(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Ann Other"})
	d.do(d.c.TakeBack(d.c.Entries[0].Act, "added by mistake", today))
	if d.c.Exists || d.c.Ref != "" || d.c.Name() != "" {
		t.Error("a child whose opening was taken back must be gone from the list")
	}
	if len(d.c.Entries) != 4 {
		t.Errorf("the entries themselves must stay: %d", len(d.c.Entries))
	}
}

func TestAsAtShowsTheFileAsRecordedThen(t *testing.T) {
	t.Parallel()
	d := child(t)
	later := casefile.Stamp{Day: today + 7, By: "Ruth Iro"}
	lines, err := d.c.State(map[string]string{casefile.FactName: "Maja Nowak"}, today)
	if err != nil {
		t.Fatal(err)
	}
	all := append(slices.Clone(d.c.Entries), later.Entries(lines, d.newID)...)
	if got := casefile.AsAt(d.c.ID, all, today).Name(); got != "Maja Kowalska" {
		t.Errorf("as at that day the name was %q", got)
	}
	if got := casefile.AsAt(d.c.ID, all, today+7).Name(); got != "Maja Nowak" {
		t.Errorf("a week later it is %q", got)
	}
}

func TestLastFootprintLeavesImportsAndReversalsOut(t *testing.T) {
	t.Parallel()
	d := open(t, map[string]string{casefile.FactName: "Maja"})
	d.do(d.c.WriteNote(casefile.NoteWritten{Text: "Telephoned the school."}, casefile.ID{}, on("2026-11-20")))
	lines, err := d.c.State(map[string]string{casefile.FactUPN: "A1"}, today)
	if err != nil {
		t.Fatal(err)
	}
	d.write(casefile.ByImport, []casefile.Line{{On: on("2026-11-25"), Event: lines[0].Event}})
	if got := d.c.LastFootprint(); got != today {
		t.Errorf("last footprint %s, want %s", got, today)
	}
}

func TestCorrectedNoteTakesItsPlaceAndBothStay(t *testing.T) {
	t.Parallel()
	d := child(t)
	d.do(d.c.WriteNote(casefile.NoteWritten{Text: "wants a bigger room"}, casefile.ID{}, today))
	first := d.c.Notes()[0].Entry
	d.do(d.c.WriteNote(casefile.NoteWritten{Text: "wants her own room"}, first, today))
	if notes := d.c.Notes(); len(notes) != 1 || notes[0].Text != "wants her own room" {
		t.Errorf("notes: %+v", notes)
	}
	if !slices.ContainsFunc(d.c.Entries, func(e casefile.Entry) bool { return strings.Contains(casefile.Describe(e), "bigger room") }) {
		t.Error("the first wording must stay on file")
	}
}

func TestSilenceNeverCompletesAnything(t *testing.T) {
	t.Parallel()
	d := child(t)
	review := d.newID()
	if a := d.c.AnswerTo(review, "B-501"); a.Answer != casefile.Open {
		t.Errorf("an item nobody answered is %v", a.Answer)
	}
	d.do(d.c.AnswerItem(casefile.ItemAnswered{Review: review, Item: "B-501", Answer: casefile.Done, Evidence: map[string]string{"where": "at home", "alone": ""}}, today, today))
	if a := d.c.AnswerTo(review, "B-501"); a.Answer != casefile.Done || len(a.Evidence) != 1 {
		t.Errorf("answer: %+v", a)
	}
	if lines, err := d.c.AnswerItem(casefile.ItemAnswered{Review: review, Item: "B-501", Answer: casefile.Done, Evidence: map[string]string{"where": "at home"}}, today, today); err != nil || len(lines) != 0 {
		t.Errorf("the same answer again must write nothing: %d lines, %v", len(lines), err)
	}
}

// TestReplayOrderDoesNotMatter writes a random history and replays it
// shuffled: the cases must agree in everything that can be read.
func TestReplayOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		d := child(t)
		steps := rapid.IntRange(1, 25).Draw(rt, "steps")
		for range steps {
			d.random(rt)
		}
		shuffled := rapid.Permutation(d.c.Entries).Draw(rt, "order")
		got := casefile.Replay(d.c.ID, shuffled)
		for name, pair := range map[string][2]any{
			"care": {d.c.Care(), got.Care()}, "placements": {d.c.Placements(), got.Placements()},
			"reviews": {d.c.Reviews(), got.Reviews()}, "notes": {d.c.Notes(), got.Notes()},
			"name": {d.c.Name(), got.Name()}, "footprint": {d.c.LastFootprint(), got.LastFootprint()},
		} {
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				rt.Fatalf("%s differ:\n%s", name, diff)
			}
		}
	})
}

// random does one thing a person might; refusals are fine.
func (d *desk) random(rt *rapid.T) {
	day := today - workday.Date(rapid.IntRange(0, 600).Draw(rt, "ago"))
	var lines []casefile.Line
	var err error
	switch rapid.IntRange(0, 5).Draw(rt, "what") {
	case 0:
		lines, err = d.c.State(map[string]string{casefile.FactName: rapid.StringN(1, 20, 40).Draw(rt, "name")}, today)
	case 1:
		lines, err = d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "U6", Start: day}, today)
	case 2:
		lines, err = d.c.HoldReview(casefile.ReviewHeld{ID: d.newID(), Recorded: day}, today)
	case 3:
		lines, err = d.c.WriteNote(casefile.NoteWritten{Text: "seen"}, casefile.ID{}, day)
	case 4:
		entry := rapid.SampledFrom(d.c.Entries).Draw(rt, "entry")
		lines, err = d.c.TakeBack(entry.Act, "", today)
	case 5:
		lines, err = d.c.AnswerItem(casefile.ItemAnswered{Review: casefile.ID{1}, Item: "B-401", Answer: casefile.Done}, day, today)
	}
	if err == nil {
		d.write(casefile.ByIRO, lines)
	}
}

// TestTakingBackTheLastActRestoresTheCase is undo of do.
func TestTakingBackTheLastActRestoresTheCase(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		d := child(t)
		for range rapid.IntRange(0, 8).Draw(rt, "before") {
			d.random(rt)
		}
		before, n := d.c, len(d.c.Entries)
		d.random(rt)
		if len(d.c.Entries) == n {
			return
		}
		if _, undo := d.c.Entries[n].Event.(*casefile.Reversed); undo {
			return
		}
		lines, err := d.c.TakeBack(d.c.Entries[n].Act, "", today)
		if err != nil {
			rt.Fatal(err)
		}
		d.write(casefile.ByIRO, lines)
		for name, pair := range map[string][2]any{
			"placements": {before.Placements(), d.c.Placements()}, "reviews": {before.Reviews(), d.c.Reviews()},
			"notes": {before.Notes(), d.c.Notes()}, "name": {before.Name(), d.c.Name()},
		} {
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				rt.Fatalf("%s differ after undo:\n%s", name, diff)
			}
		}
	})
}

func TestIDsReadBackAndSort(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		var id casefile.ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(rt, "id"))
		if id.Zero() {
			return
		}
		back, err := casefile.ParseID(id.String())
		if err != nil || back != id {
			rt.Fatalf("%x → %s → %x, %v", id, id, back, err)
		}
		if next := id.Next(); !next.Zero() && (!id.Before(next) || id.String() >= next.String()) {
			rt.Fatalf("%s must come before %s", id, next)
		}
	})
	for _, bad := range []string{"", "short", strings.Repeat("Z", 26), strings.Repeat("U", 26)} {
		if _, err := casefile.ParseID(bad); err == nil {
			t.Errorf("ParseID(%q) must be refused", bad)
		}
	}
}

func TestIDsStayLaterThanTheFileWhenTheClockGoesBack(t *testing.T) {
	t.Parallel()
	last := casefile.ID{0: 9, 15: 255}
	next := casefile.After(last, ids())
	a, b := next(), next()
	if !last.Before(a) || !a.Before(b) {
		t.Errorf("%s, %s, %s must be in order", last, a, b)
	}
}

func TestNextRef(t *testing.T) {
	t.Parallel()
	if got := casefile.NextRef(slices.Values([]string{"C-0001", "C-0099", "odd"})); got != "C-0100" {
		t.Errorf("NextRef = %s", got)
	}
	if got := casefile.NextRef(slices.Values([]string(nil))); got != "C-0001" {
		t.Errorf("first NextRef = %s", got)
	}
}

func TestEveryKindIsRegisteredOnceAndDescribed(t *testing.T) {
	t.Parallel()
	seen := map[casefile.Kind]bool{}
	for _, r := range casefile.Kinds() {
		if seen[r.Kind] || r.Kind >= 100 {
			t.Errorf("kind %d is used twice or lies in the practice's range", r.Kind)
		}
		seen[r.Kind] = true
		ev := r.New()
		if ev.Kind() != r.Kind {
			t.Errorf("%s says it is kind %d, the registry %d", r.Name, ev.Kind(), r.Kind)
		}
		if text := casefile.Describe(casefile.Entry{Line: casefile.Line{Event: ev}}); text == "" && r.Name != "stated" && r.Name != "period" {
			t.Errorf("%s has no words", r.Name)
		}
	}
}

func TestTakingBackAMiddleCorrectionLeavesOneNote(t *testing.T) {
	t.Parallel()
	d := child(t)
	var last casefile.ID
	var acts []casefile.ID
	for _, text := range []string{"seen", "seen at home", "seen alone at home"} {
		d.do(d.c.WriteNote(casefile.NoteWritten{Text: text}, last, today))
		e := d.c.Entries[len(d.c.Entries)-1]
		last, acts = e.ID, append(acts, e.Act)
	}
	d.do(d.c.TakeBack(acts[1], "", today))
	if notes := d.c.Notes(); len(notes) != 1 || notes[0].Text != "seen alone at home" {
		t.Errorf("notes %+v", notes)
	}
}

func TestOpeningAnItemNobodyAnsweredWritesNothing(t *testing.T) {
	t.Parallel()
	d := child(t)
	evidence := map[string]string{"who": " "}
	lines, err := d.c.AnswerItem(casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-101", Answer: casefile.Open, Evidence: evidence}, today, today)
	if err != nil || len(lines) != 0 {
		t.Errorf("lines %+v, %v", lines, err)
	}
	if len(evidence) != 1 {
		t.Error("the caller's evidence was changed")
	}
}
