package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Clean makes any text safe to show on one line: escape sequences, control
// characters and marks that reorder or hide text are removed, tabs and line
// ends become spaces, and broken bytes become the replacement character.
func Clean(s string) string { return clean(s, false) }

// CleanLines is Clean for text of several lines: line ends are kept (as \n
// alone) and a tab becomes four spaces.
func CleanLines(s string) string { return clean(s, true) }

func clean(s string, lines bool) string {
	if printableASCII(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\x1b' || r == '\u009b' || r == '\u009d':
			n = sequenceLen(s[i:])
		case r == '\r' || r == '\n' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			if r == '\r' && strings.HasPrefix(s[i+n:], "\n") {
				n++
			}
			if lines {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		case r == '\t':
			if lines {
				b.WriteString("    ")
			} else {
				b.WriteByte(' ')
			}
		case unsafeRune(r):
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

func printableASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// unsafeRune reports characters that would move the cursor, reorder the line
// or hide text: controls and all formatting marks (overrides, isolates, zero
// width, tags). The two joiners stay: several scripts need them.
func unsafeRune(r rune) bool {
	if r == 0x200C || r == 0x200D {
		return false
	}
	return unicode.IsControl(r) || r >= 0xAD && unicode.Is(unicode.Cf, r)
}

// sequenceLen gives how many bytes of an escape sequence start s. A sequence
// that never ends counts as its first character only, so that a stray escape
// cannot swallow the words after it. The next control ends a sequence of text:
// no byte is looked at for more than one of them, however many are begun.
func sequenceLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	kind := byte(0)
	switch {
	case r == '\u009b':
		kind = '['
	case r == '\u009d':
		kind = ']'
	case len(s) > 1:
		kind = s[1]
		n = 2
	}
	switch kind {
	case '[':
		for i := n; i < len(s); i++ {
			c := s[i]
			if c >= 0x40 && c <= 0x7e {
				return i + 1
			}
			if c < 0x20 || c > 0x3f {
				break
			}
		}
	case ']', 'P', '_', '^', 'X':
		for i := n; i < len(s) && s[i] != '\n'; i++ {
			if s[i] == 0x07 {
				return i + 1
			}
			if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
			if s[i] == 0x1b || s[i] == 0xc2 && i+1 < len(s) && s[i+1] <= 0x9f { // a C1 control is two bytes
				break
			}
		}
	}
	if r == '\x1b' {
		return 1
	}
	return utf8.RuneLen(r)
}

// Width is the number of columns s takes on the terminal, styles not counted.
func Width(s string) int {
	if printableASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// Truncate cuts s to at most w columns, ending in … where something was lost.
func Truncate(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if Width(s) <= w {
		return s
	}
	return ansi.Truncate(s, w, "…")
}

// Pad fills s with spaces on the right up to w columns. It never cuts.
func Pad(s string, w int) string {
	if n := w - Width(s); n > 0 {
		return s + spaces(n)
	}
	return s
}

// Fit makes s exactly w columns: cut with … or padded on the right.
func Fit(s string, w int) string { return Pad(Truncate(s, w), w) }

// FitRight makes s exactly w columns, against the right edge.
func FitRight(s string, w int) string {
	s = Truncate(s, w)
	if n := w - Width(s); n > 0 {
		return spaces(n) + s
	}
	return s
}

const blank = "                                                                                "

func spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blank):
		return blank[:n]
	}
	return strings.Repeat(" ", n)
}

// Wrap breaks s at spaces into lines of at most w columns; a longer word is
// broken where it must be. Line ends already in s are kept.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var out []string
	for _, para := range strings.Split(s, "\n") {
		starts := wrapOffsets(para, w)
		for i, from := range starts {
			to := len(para)
			if i+1 < len(starts) {
				to = starts[i+1]
			}
			out = append(out, Truncate(strings.TrimRight(para[from:to], " "), w))
		}
	}
	return out
}

// grapheme gives the length in bytes and the columns of the first character
// of s as a person sees it, its combining marks included.
func grapheme(s string) (size, width int) {
	if s == "" {
		return 0, 0
	}
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	g, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if len(g) == 0 {
		return 1, 1
	}
	if s[0] < utf8.RuneSelf {
		w = ansi.StringWidth(g) // measured as a whole line is: letter, then mark
	}
	return len(g), w
}

// wrapOffsets gives the byte where each screen row of a line begins. Rows are
// at most w columns, not counting spaces at their end.
func wrapOffsets(line string, w int) []int {
	starts := []int{0}
	if w < 1 {
		w = 1
	}
	if len(line) <= w {
		return starts
	}
	rowWidth, lastBreak, sinceBreak := 0, -1, 0
	for i := 0; i < len(line); {
		n, gw := grapheme(line[i:])
		if line[i] == ' ' && n == 1 { // a space that carries a mark is no place to break
			rowWidth++
			sinceBreak = 0
			lastBreak = i + 1
			i++
			continue
		}
		if rowWidth+gw > w && i > starts[len(starts)-1] {
			if lastBreak > starts[len(starts)-1] {
				starts = append(starts, lastBreak)
				rowWidth = sinceBreak
			} else {
				starts = append(starts, i)
				rowWidth, sinceBreak = 0, 0
			}
			lastBreak = -1
			if rowWidth+gw > w && rowWidth > 0 { // a wide character after the break
				starts = append(starts, i)
				rowWidth, sinceBreak = 0, 0
			}
		}
		rowWidth += gw
		sinceBreak += gw
		i += n
	}
	return starts
}
