package kit

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"
)

func TestSignsAreOneColumn(t *testing.T) {
	t.Parallel()
	for _, ascii := range []bool{false, true} {
		for _, mode := range []Mode{Dark, Light, HighContrast, NoColour} {
			th := NewTheme(Look{Mode: mode, ASCII: ascii, Colours: 256})
			seen := map[string]bool{}
			for s := NoSign; s < signs; s++ {
				if w := Width(th.Mark(s)); w != 1 {
					t.Errorf("%s: sign %d is %d wide", mode, s, w)
				}
				text := th.SignText(s)
				if seen[text] {
					t.Errorf("%s: sign %q stands for two things", mode, text)
				}
				seen[text] = true
				if ascii && !printableASCII(text) {
					t.Errorf("%q is not ASCII", text)
				}
			}
		}
	}
}

func TestNoColourSendsNoCodes(t *testing.T) {
	t.Parallel()
	for _, l := range []Look{{Mode: NoColour, Colours: 256}, {Mode: Dark, Colours: 0}} {
		th := NewTheme(l)
		for tone := Normal; tone < tones; tone++ {
			if got := th.Paint(tone, "x"); got != "x" {
				t.Errorf("%v tone %d: %q", l, tone, got)
			}
		}
	}
}

// Late and soon must differ by more than hue, for people who do not see red
// and green apart: one is bold, the other is not, in each look with colour.
func TestLateAndSoonDifferWithoutHue(t *testing.T) {
	t.Parallel()
	for _, mode := range []Mode{Dark, Light} {
		for _, n := range []int{16, 256} {
			th := NewTheme(Look{Mode: mode, Colours: n})
			if !strings.HasPrefix(th.Paint(Late, "x"), "\x1b[1;") || strings.HasPrefix(th.Paint(Soon, "x"), "\x1b[1;") {
				t.Errorf("%s at %d colours: late %q soon %q", mode, n, th.Paint(Late, "x"), th.Paint(Soon, "x"))
			}
		}
	}
}

func TestThemeChangesForAll(t *testing.T) {
	t.Parallel()
	th := NewTheme(Look{Mode: Dark, Colours: 256})
	before := th.Paint(Late, "x")
	th.Set(Look{Mode: Light, Colours: 256})
	if th.Paint(Late, "x") == before {
		t.Error("the look did not change")
	}
}

func TestBar(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		done, total int
		ascii       bool
		want        string
	}{
		{24, 37, false, "■■■··· 24/37"},
		{31, 37, false, "■■■■■· 31/37"},
		{0, 37, false, "······ 0/37"},
		{1, 37, false, "■····· 1/37"},
		{36, 37, false, "■■■■■· 36/37"},
		{37, 37, false, "■■■■■■ 37/37"},
		{0, 0, false, "······ 0/0"},
		{24, 37, true, "###... 24/37"},
	} {
		th := NewTheme(Look{Mode: NoColour, ASCII: c.ascii})
		if got := th.Bar(c.done, c.total); got != c.want {
			t.Errorf("%d/%d: %q, want %q", c.done, c.total, got, c.want)
		}
	}
}

func TestColoursOf(t *testing.T) {
	t.Parallel()
	for p, want := range map[termenv.Profile]int{termenv.Ascii: 0, termenv.ANSI: 16, termenv.ANSI256: 256, termenv.TrueColor: 256} {
		if got := ColoursOf(p); got != want {
			t.Errorf("%v: %d, want %d", p, got, want)
		}
	}
}
