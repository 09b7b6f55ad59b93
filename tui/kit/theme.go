package kit

import (
	"strings"

	"github.com/muesli/termenv"
)

// Mode is the look a person chose.
type Mode string

// The looks on offer.
const (
	Dark         Mode = "dark"          // light letters on a dark screen
	Light        Mode = "light"         // dark letters on a light screen
	HighContrast Mode = "high contrast" // strong grounds, nothing faint
	NoColour     Mode = "no colour"     // no colour at all; signs and words only
)

// Look is everything the theme is built from.
type Look struct {
	Mode    Mode
	ASCII   bool // plain ASCII signs, rules and bars
	Colours int  // what the terminal can show: 0, 16 or 256 (and more)
}

// ColoursOf turns the framework's colour profile into Look.Colours.
func ColoursOf(p termenv.Profile) int {
	switch p {
	case termenv.TrueColor, termenv.ANSI256:
		return 256
	case termenv.ANSI:
		return 16
	}
	return 0
}

// Style wraps text in ready-made escape codes. The zero Style adds nothing.
// It is a plain pair of strings because building styles for each cell costs
// twenty-five times more.
type Style struct{ pre, post string }

// Render gives s in this style. s should carry no style of its own.
func (st Style) Render(s string) string {
	if st.pre == "" || s == "" {
		return s
	}
	return st.pre + s + st.post
}

func sgr(codes ...string) Style {
	joined := strings.Join(codes, ";")
	if joined == "" {
		return Style{}
	}
	return Style{"\x1b[" + joined + "m", "\x1b[0m"}
}

// Tone names what a piece of text means; the theme decides how it looks.
// Nothing is told by tone alone: a sign or word always stands with it.
type Tone int

// The tones. Normal is the terminal's own colour.
const (
	Normal   Tone = iota
	Accent        // where I am
	Late          // overdue, refused, failed
	Soon          // due soon, worth a look
	Good          // done, saved
	Dim           // hints and furniture
	Strong        // titles, names
	Selected      // the row the cursor is on
	tones
)

// Theme is the look in force, with every style made once. Pages keep the
// pointer; Set changes the look for all of them.
type Theme struct {
	look   Look
	styles [tones]Style
	cursor Style
	signs  [signs]string
}

// NewTheme builds the theme for a look.
func NewTheme(l Look) *Theme {
	t := &Theme{}
	t.Set(l)
	return t
}

// Look gives what the theme was built from.
func (t *Theme) Look() Look { return t.look }

// ASCII reports whether only plain ASCII furniture may be drawn.
func (t *Theme) ASCII() bool { return t.look.ASCII }

// Style gives the style of a tone.
func (t *Theme) Style(tone Tone) Style { return t.styles[tone] }

// Paint renders s in a tone.
func (t *Theme) Paint(tone Tone, s string) string { return t.styles[tone].Render(s) }

// Set changes the look of every page that holds this theme.
func (t *Theme) Set(l Look) {
	t.look = l
	t.cursor = sgr("7") // reverse video is not a colour: kept without colour, or the place of typing could not be seen
	t.styles = stylesFor(l)
	t.signs = [signs]string{"", "!", "~", "✓", "·", "×", "–"}
	if l.ASCII {
		t.signs = [signs]string{"", "!", "~", "v", ".", "x", "-"}
	}
}

// stylesFor keeps red darker and heavier than amber in light, dimmer and
// heavier in dark, so they differ in lightness too for people who do not see
// red and green apart.
func stylesFor(l Look) [tones]Style {
	var s [tones]Style
	if l.Mode == NoColour || l.Colours == 0 {
		return s
	}
	rich := l.Colours >= 256
	pick := func(many, few []string) Style {
		if rich {
			return sgr(many...)
		}
		return sgr(few...)
	}
	s[Strong] = sgr("1")
	s[Dim] = sgr("2")
	switch l.Mode {
	case Light:
		s[Accent] = pick([]string{"38;5;25"}, []string{"34"})
		s[Late] = pick([]string{"1", "38;5;124"}, []string{"1", "31"})
		s[Soon] = pick([]string{"38;5;130"}, []string{"33"})
		s[Dim] = pick([]string{"38;5;241"}, []string{"2"})
	case HighContrast:
		s[Accent] = sgr("1", "4")
		s[Late] = pick([]string{"1", "38;5;231", "48;5;124"}, []string{"1", "37", "41"})
		s[Soon] = pick([]string{"1", "38;5;16", "48;5;220"}, []string{"30", "43"})
		s[Dim] = Style{}
		s[Good] = sgr("1")
		s[Selected] = sgr("1", "7")
		return s
	default:
		s[Accent] = pick([]string{"38;5;75"}, []string{"36"})
		s[Late] = pick([]string{"1", "38;5;203"}, []string{"1", "31"})
		s[Soon] = pick([]string{"38;5;221"}, []string{"33"})
		s[Dim] = pick([]string{"38;5;246"}, []string{"2"})
	}
	s[Selected] = s[Accent]
	if l.Mode == Light || l.Mode == Dark {
		s[Selected].pre = "\x1b[1m" + s[Selected].pre
	}
	return s
}

// Sign is the mark that stands first in a row.
type Sign int

// The signs: `!` late, `~` soon, `✓` done, `·` open, `×` not done with reason,
// `–` does not apply. NoSign is a blank.
const (
	NoSign Sign = iota
	SignLate
	SignSoon
	SignDone
	SignOpen
	SignNotDone
	SignNotApply
	signs
)

var signTones = [signs]Tone{Normal, Late, Soon, Good, Normal, Soon, Dim}

// Mark gives a sign in its colour, always one column.
func (t *Theme) Mark(s Sign) string {
	if s <= NoSign || s >= signs {
		return " "
	}
	return t.styles[signTones[s]].Render(t.signs[s])
}

// SignText gives a sign without colour, empty for NoSign.
func (t *Theme) SignText(s Sign) string {
	if s <= NoSign || s >= signs {
		return ""
	}
	return t.signs[s]
}

// Rule draws one quiet line across w columns.
func (t *Theme) Rule(w int) string {
	return t.styles[Dim].Render(t.RuleText(w))
}

// RuleText is Rule without colour.
func (t *Theme) RuleText(w int) string {
	if w <= 0 {
		return ""
	}
	if t.look.ASCII {
		return strings.Repeat("-", w)
	}
	return strings.Repeat("─", w)
}

// Bar draws readiness: `■■■■·· 24/37`, six cells wide, whole cells only, and
// full only when everything is done. In ASCII `####.. 24/37`.
func (t *Theme) Bar(done, total int) string { return t.BarWide(done, total, 6) }

// BarWide is Bar with a chosen number of cells.
func (t *Theme) BarWide(done, total, cells int) string {
	return t.cells(done, total, cells) + " " + itoa(done) + "/" + itoa(total)
}

func (t *Theme) cells(done, total, cells int) string {
	if cells < 1 {
		cells = 1
	}
	full := 0
	if total > 0 {
		full = min(max(done, 0)*cells/total, cells)
		if full == 0 && done > 0 {
			full = 1
		}
		if full == cells && done < total {
			full--
		}
	}
	on, off := "■", "·"
	if t.look.ASCII {
		on, off = "#", "."
	}
	return strings.Repeat(on, full) + strings.Repeat(off, cells-full)
}
