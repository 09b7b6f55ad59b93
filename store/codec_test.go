package store

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/store/journal"
)

// filled gives an event of each kind with every field set, so that a field
// without a number would be lost in writing.
func filled(t testing.TB, ev casefile.Event) casefile.Event {
	t.Helper()
	v := reflect.ValueOf(ev).Elem()
	for i := range v.NumField() {
		fill(t, v.Field(i), i)
	}
	return ev
}

func fill(t testing.TB, f reflect.Value, i int) {
	t.Helper()
	switch f.Kind() {
	case reflect.String:
		f.SetString("ŵ " + string(rune('a'+i)))
	case reflect.Int, reflect.Int32:
		f.SetInt(int64(700000 + i))
	case reflect.Uint8:
		f.SetUint(2)
	case reflect.Bool:
		f.SetBool(true)
	case reflect.Map:
		f.Set(reflect.ValueOf(map[string]string{"one": "1", "two": "2"}))
	case reflect.Array:
		for j := range f.Len() {
			f.Index(j).SetUint(uint64(i + j + 1))
		}
	case reflect.Slice:
		s := reflect.MakeSlice(f.Type(), 1, 1)
		fill(t, s.Index(0), i)
		f.Set(s)
	default:
		t.Fatalf("no way to fill a %s", f.Kind())
	}
}

func TestEveryKindOfEntryReadsBackWhole(t *testing.T) {
	t.Parallel()
	c := newCodec()
	for _, r := range append(casefile.Kinds(), practice.Kinds()...) {
		e := casefile.Entry{ID: casefile.ID{1},
			Stamp: casefile.Stamp{At: 1764000000123, Day: 739943, By: "Ruth Iro", Source: casefile.ByImport, Pretended: true, Act: casefile.ID{2}},
			Line:  casefile.Line{On: 739940, Corrects: casefile.ID{3}, Event: filled(t, r.New())}}
		written, err := c.encode(e)
		if err != nil {
			t.Fatalf("%s: %v", r.Name, err)
		}
		again, err := c.encode(e)
		if err != nil || string(again.Data) != string(written.Data) {
			t.Errorf("%s is not written the same way twice", r.Name)
		}
		got, err := c.decode(written)
		if err != nil || !reflect.DeepEqual(got, e) {
			t.Errorf("%s came back as %+v, %v; want %+v", r.Name, got, err, e)
		}
	}
}

func TestAnEntryOfALaterFootprintIsKeptAndChangesNothing(t *testing.T) {
	t.Parallel()
	c := newCodec()
	e := casefile.Entry{ID: casefile.ID{1}, Line: casefile.Line{On: 1, Event: &casefile.Unknown{Number: 77}}}
	written, err := c.encode(e)
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.decode(written)
	if err != nil || got.Event.Kind() != 77 {
		t.Fatalf("%+v, %v", got, err)
	}
	if r := casefile.Replay(casefile.ID{9}, []casefile.Entry{got}); r.Exists {
		t.Error("an unknown entry must change nothing")
	}
}

func FuzzDecodeEntry(f *testing.F) {
	c := newCodec()
	e := casefile.Entry{ID: casefile.ID{1}, Line: casefile.Line{On: 739940, Event: &casefile.NoteWritten{Text: "seen"}}}
	if w, err := c.encode(e); err == nil {
		f.Add(w.Data)
	}
	f.Add([]byte{0xa0})
	f.Add([]byte("not an entry"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := c.decode(journal.Entry{ID: [16]byte{1}, Data: data})
		if err != nil && fault.CodeOf(err) != fault.Damaged {
			t.Errorf("an unreadable entry is damage, not %v", err)
		}
		if err == nil {
			casefile.Replay(casefile.ID{9}, []casefile.Entry{got})
		}
	})
}

func TestRowsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringN(0, 30, 90)
		day := func(label string) workday.Date {
			return workday.Date(rapid.IntRange(0, 803000).Draw(rt, label))
		}
		r := caseload.Row{
			File: casefile.ID{7}, Ref: text.Draw(rt, "ref"), ExternalID: text.Draw(rt, "id"), Name: text.Draw(rt, "name"), Council: text.Draw(rt, "council"),
			DOB: day("dob"), Since: day("since"), Due: day("due"), PlanBy: day("plan"), Planned: day("planned"), Footprint: day("footprint"),
			ReviewNo: rapid.IntRange(0, 99).Draw(rt, "no"), Ready: rapid.IntRange(0, 300).Draw(rt, "ready"), Total: rapid.IntRange(0, 300).Draw(rt, "total"),
			Missing: rapid.SampledFrom(missings[:]).Draw(rt, "missing"), Rule: "RT-03", Status: "C2", Placement: "U6", Worker: text.Draw(rt, "worker"), Carer: text.Draw(rt, "carer"),
			OpenDecisions: rapid.IntRange(0, 40).Draw(rt, "decisions"), OpenDisputes: rapid.IntRange(0, 9).Draw(rt, "disputes"), AnswerBy: day("answer"),
		}
		for range rapid.IntRange(0, 12).Draw(rt, "owed") {
			r.Owed = append(r.Owed, day("owed"))
		}
		got, ok := decodeRow(r.File, encodeRow(r))
		if !ok || !reflect.DeepEqual(got, r) {
			rt.Fatalf("%+v came back as %+v", r, got)
		}
	})
}

func FuzzDecodeRow(f *testing.F) {
	f.Add(encodeRow(caseload.Row{Ref: "C-0001", Name: "Ŵyn"}))
	f.Add([]byte{rowVersion})
	f.Add([]byte{rowVersion, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, ok := decodeRow(casefile.ID{1}, data); ok {
			if again, ok := decodeRow(casefile.ID{1}, encodeRow(r)); !ok || !reflect.DeepEqual(again, r) {
				t.Errorf("a row that reads does not read again")
			}
		}
	})
}

// TestEveryFieldOfARowIsKept fails when a field is added to the row and not to
// its bytes.
func TestEveryFieldOfARowIsKept(t *testing.T) {
	t.Parallel()
	var r caseload.Row
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		if v.Type().Field(i).Name == "Missing" {
			r.Missing = missings[2]
			continue
		}
		fill(t, v.Field(i), i)
	}
	if got, ok := decodeRow(r.File, encodeRow(r)); !ok || !reflect.DeepEqual(got, r) {
		t.Errorf("lost in writing:\n%+v\n%+v", r, got)
	}
}
