package kit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Maja Kowalska", "Maja Kowalska"},
		{"welsh", "Ŵyn ap Siôn", "Ŵyn ap Siôn"},
		{"arabic", "إدريس حداد", "إدريس حداد"},
		{"colour", "\x1b[31mMaja\x1b[0m", "Maja"},
		{"title", "\x1b]0;evil\x07Maja", "Maja"},
		{"title ended by ST", "\x1b]0;evil\x1b\\Maja", "Maja"},
		{"open sequence swallows nothing", "\x1b]Maja Kowalska", "]Maja Kowalska"},
		{"stray escape", "Maja\x1b", "Maja"},
		{"eight-bit", "\u009b31mMaja", "Maja"},
		{"raw eight-bit byte", "\x9bMaja", "\uFFFDMaja"},
		{"line ends", "a\r\nb\nc\td", "a b c d"},
		{"bell, backspace and delete", "a\x07b\x08c\x7fd", "abcd"},
		{"bidi override", "a\u202Egnp.\u202C", "agnp."},
		{"isolate and mark", "\u2066a\u2069\u200F", "a"},
		{"hidden space", "a\u200Bb\uFEFF", "ab"},
		{"joiner stays", "می\u200Cخواهم", "می\u200Cخواهم"},
		{"tags", "a\U000E0041", "a"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
	if got := CleanLines("a\r\nb\rc\td"); got != "a\nb\nc    d" {
		t.Errorf("CleanLines = %q", got)
	}
}

var anyText = rapid.StringOf(rapid.OneOf(
	rapid.SampledFrom([]rune("aeŵłé 'ẃ\u0301\u0308ع\u064Eب漢字\t\n\x1b[]\x07\u202E\u200Dm0;")), rapid.Rune()))

func TestCleanLeavesNothingUnsafe(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := anyText.Draw(t, "text")
		for _, got := range []string{Clean(in), strings.ReplaceAll(CleanLines(in), "\n", "")} {
			if !utf8.ValidString(got) {
				t.Fatalf("broken bytes in %q", got)
			}
			for _, r := range got {
				if unsafeRune(r) {
					t.Fatalf("%U left in %q", r, got)
				}
			}
		}
		if once := Clean(in); Clean(once) != once {
			t.Fatalf("cleaning twice differs: %q %q", once, Clean(once))
		}
	})
}

func TestFitIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(anyText.Draw(t, "text"))
		w := rapid.IntRange(0, 30).Draw(t, "width")
		if got := Width(Truncate(s, w)); got > w {
			t.Fatalf("Truncate(%q, %d) is %d wide", s, w, got)
		}
		if got := Width(Fit(s, w)); got != w {
			t.Fatalf("Fit(%q, %d) is %d wide", s, w, got)
		}
		if got := Width(FitRight(s, w)); got != w {
			t.Fatalf("FitRight(%q, %d) is %d wide", s, w, got)
		}
	})
}

func TestWrap(t *testing.T) {
	t.Parallel()
	got := strings.Join(Wrap("The 6th review must be held within six months.\n\nAbcdefghijklmnop", 12), "|")
	if want := "The 6th|review must|be held|within six|months.||Abcdefghijkl|mnop"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := CleanLines(anyText.Draw(t, "text"))
		w := rapid.IntRange(2, 30).Draw(t, "width")
		all := strings.Join(Wrap(s, w), "")
		for _, l := range Wrap(s, w) {
			if Width(l) > w {
				t.Fatalf("%q is wider than %d", l, w)
			}
		}
		drop := strings.NewReplacer(" ", "", "\n", "").Replace
		if drop(all) != drop(s) {
			t.Fatalf("wrapping %q lost text: %q", s, all)
		}
	})
}

func TestWrapOffsetsCoverTheLine(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		line := Clean(anyText.Draw(t, "line"))
		w := rapid.IntRange(1, 20).Draw(t, "width")
		prev := -1
		for _, s := range wrapOffsets(line, w) {
			if s <= prev || s > len(line) || s < len(line) && !utf8.RuneStart(line[s]) {
				t.Fatalf("offset %d after %d in %q", s, prev, line)
			}
			prev = s
		}
	})
}

func TestWidths(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{"": 0, "Ŵyn": 3, "W\u0302yn": 3, "Łukasz": 6, "عَلي": 3, "漢字": 4, "\x1b[1mab\x1b[0m": 2, "✓": 1, "·": 1, "×": 1, "–": 1, "■·": 2, "‹›": 2} {
		if got := Width(s); got != want {
			t.Errorf("Width(%q) = %d, want %d", s, got, want)
		}
	}
}
