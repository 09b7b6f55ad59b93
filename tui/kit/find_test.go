package kit

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const findIn = "Siân asked about school.\nHer nain, Ŵyn, was ill; Siân is worried.\nNo school on Friday, said SIAN."

func TestFindInAText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		keys string // typed into the search, spaces between
		line string // what its line says after "Find: "
		at   place
	}{
		{"the first after the cursor", "s i a n", "1 of 3", place{0, 0}},
		{"letters without marks find those with", "w y n", "1 of 1", place{1, 10}},
		{"marks typed find plain letters", "S I Â N enter enter", "3 of 3", place{2, 26}},
		{"enter goes on", "s i a n enter", "2 of 3", place{1, 25}},
		{"ctrl+f goes on", "s i a n ctrl+f ctrl+f", "3 of 3", place{2, 26}},
		{"round the end", "s i a n enter enter enter", "1 of 3, from the top", place{0, 0}},
		{"back", "s c h o o l enter up", "1 of 2", place{0, 18}},
		{"back by shift+tab, round the beginning", "s c h o o l shift+tab", "2 of 2, from the end", place{2, 3}},
		{"the place it is said once", "s i a n shift+tab shift+tab", "2 of 3", place{1, 25}},
		{"not found", "x y z z y", "not found", place{}},
		{"fewer letters find again", "s c x backspace", "1 of 2", place{0, 18}},
		{"nothing typed", "s backspace", "", place{}},
		{"nothing to go on to", "x enter up", "not found", place{}},
		{"inside the search the line's own keys work", "s c ctrl+u s i a", "1 of 3", place{0, 0}},
	} {
		e := testEditor(findIn, 60, 5)
		e.Changed = func(string) { t.Errorf("%s: the text changed", c.name) }
		keysTo(e, "ctrl+home", "ctrl+f")
		keysTo(e, strings.Fields(c.keys)...)
		line := strings.ReplaceAll(strings.ReplaceAll(e.FindLine(60), "\x1b[7m", ""), "\x1b[0m", "")
		_, said, _ := strings.Cut(line, "   ")
		if strings.TrimSpace(said) != c.line || e.b.at != c.at {
			t.Errorf("%s: %q at %v, want %q at %v", c.name, line, e.b.at, c.line, c.at)
		}
		if !e.EndFind() || e.EndFind() || e.b.at != c.at || e.Value() != findIn {
			t.Errorf("%s: leaving moved the cursor to %v or changed the text", c.name, e.b.at)
		}
	}
}

func TestFindBeginsAtTheCursor(t *testing.T) {
	t.Parallel()
	e := testEditor(findIn, 60, 5)
	keysTo(e, "ctrl+home", "down", "ctrl+f", "s", "i", "a", "n")
	if got := e.FindLine(60); !strings.HasSuffix(got, "2 of 3") {
		t.Errorf("%q", got)
	}
	keysTo(e, "ctrl+f")
	e.EndFind()
	keysTo(e, "ctrl+end", "ctrl+f", "ctrl+f") // what was looked for last
	if got := e.FindLine(60); !strings.HasSuffix(got, "1 of 3, from the top") || e.b.at != (place{}) {
		t.Errorf("%q at %v", got, e.b.at)
	}
	e.EndFind()
	typeTo(e, "Note. ")
	keysTo(e, "ctrl+f", "n", "o", "t", "e", "enter")
	if got := e.FindLine(60); !strings.HasSuffix(got, "1 of 1, from the top") {
		t.Errorf("the text as it is now: %q", got)
	}
}

func TestWhatIsFoundIsMarkedWithoutColour(t *testing.T) {
	t.Parallel()
	e := testEditor("one two three four", 10, 3)
	keysTo(e, "ctrl+home", "ctrl+f")
	typeTo(e, "two thr")
	if got, want := e.View(), "one \x1b[7mtwo \x1b[0m\n\x1b[7mthr\x1b[0mee \nfour"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := testEditor("one", 10, 3).FindLine(20); got != "" {
		t.Errorf("a search that is not open says %q", got)
	}
}

func TestFindOnANotePage(t *testing.T) {
	t.Parallel()
	draft := ""
	n := newTestNav(&stub{name: "home"})
	n.Push(NewNote(n, NoteSpec{Title: "Note", Text: findIn, Changed: func(s string) { draft = s }}))
	press(n, "ctrl+f", "w", "y", "n")
	v := n.View()
	for _, want := range []string{"Find: wyn", "1 of 1", "\n > Her nain, \x1b[7mŴyn\x1b[0m", "Enter next place", "Esc end search"} {
		if !strings.Contains(v, want) {
			t.Errorf("no %q:\n%s", want, v)
		}
	}
	press(n, "z", "z")
	if v := n.View(); !strings.Contains(v, "not found") || strings.Contains(v, " > ") {
		t.Errorf("nothing found:\n%s", v)
	}
	press(n, "backspace", "backspace", "esc")
	if v := n.View(); n.Depth() != 2 || strings.Contains(v, "Find:") || !strings.Contains(v, "words") || !strings.Contains(v, "Ctrl+F find in the text") {
		t.Errorf("after Esc:\n%s", v)
	}
	press(n, "x")
	if want := strings.Replace(findIn, "Ŵyn", "xŴyn", 1); draft != want {
		t.Errorf("%q", draft)
	}
	press(n, "ctrl+k", "f", "i", "n", "d", "space", "i", "n", "enter")
	if v := n.View(); !strings.Contains(v, "Find: ") {
		t.Errorf("the palette does not open it:\n%s", v)
	}
	press(n, "esc", "esc")
	if n.Depth() != 1 {
		t.Error("a second Esc leaves the note")
	}
}

func TestFindInALongAnswer(t *testing.T) {
	t.Parallel()
	n := newTestNav(&stub{name: "home"})
	f := NewForm(n, FormSpec{Title: "Visit", Fields: []Field{
		{ID: "who", Label: "Who"},
		{ID: "said", Label: "Said", Kind: LongField, Value: findIn},
		{ID: "then", Label: "Then"},
	}})
	n.Push(f)
	press(n, "ctrl+f")
	if f.fields[1].finding() {
		t.Fatal("a short answer has no search")
	}
	press(n, "tab", "ctrl+f", "s", "i", "a", "n", "tab")
	if v := n.View(); !strings.Contains(v, "Find: sian") || !strings.Contains(v, "2 of 3") || f.at != 1 {
		t.Errorf("field %d\n%s", f.at, v)
	}
	press(n, "enter", "up", "shift+tab", "esc")
	if n.Depth() != 2 || f.at != 1 || f.fields[1].finding() {
		t.Errorf("Esc left the field or the form: depth %d, field %d", n.Depth(), f.at)
	}
	press(n, "ctrl+f", "ctrl+s", "ctrl+f", "esc", "tab", "shift+tab")
	if f.fields[1].finding() || f.Values()["said"] != findIn {
		t.Errorf("%q", f.Values()["said"])
	}
}

// Whatever is looked for in whatever text, what is marked is whole characters
// that fold to it, the view fits, and the text stays.
func TestFindProperties(t *testing.T) {
	t.Parallel()
	texts := rapid.OneOf(odd, anyText)
	rapid.Check(t, func(t *rapid.T) {
		text := CleanLines(texts.Draw(t, "text"))
		e := testEditor(text, rapid.IntRange(1, 20).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h"))
		keysTo(e, "ctrl+f")
		e.Update(Paste(texts.Draw(t, "sought")))
		for _, key := range rapid.SliceOfN(rapid.SampledFrom([]string{"enter", "up", "a", "backspace", "漢", "\u0301", "ctrl+u"}), 0, 20).Draw(t, "keys") {
			keysTo(e, key)
			if !whole(e.b, e.b.at) {
				t.Fatalf("the cursor is at %v of %q", e.b.at, text)
			}
			for _, s := range e.find.found {
				got := fold(e.b.lines[s.row][s.from:s.to])
				if !whole(e.b, place{s.row, s.from}) || !whole(e.b, place{s.row, s.to}) || !strings.Contains(got, fold(e.find.text.Value())) {
					t.Fatalf("%q found for %q in %q", got, e.find.text.Value(), text)
				}
			}
			for _, l := range append(strings.Split(e.View(), "\n"), e.FindLine(e.w)) {
				if Width(l) > e.w {
					t.Fatalf("%q is wider than %d", l, e.w)
				}
			}
		}
		if e.EndFind(); e.Value() != text {
			t.Fatalf("%q became %q", text, e.Value())
		}
	})
}

// Looking through a long note costs little beside a frame of 16.7 ms; the first
// letter, which folds the text, is measured too.
func BenchmarkFindInALongNote(b *testing.B) {
	e := testEditor(strings.Repeat("Dywedodd Siân wrth ei brawd ei bod hi’n hoff o’i thŷ ", 1000), 80, 20)
	slowest := time.Duration(0)
	for range b.N {
		e.Find()
		for _, k := range Type("hoff o") {
			start := time.Now()
			e.Update(k)
			_ = e.View()
			slowest = max(slowest, time.Since(start))
		}
		e.EndFind()
	}
	b.ReportMetric(float64(slowest.Microseconds()), "µs-slowest")
}
