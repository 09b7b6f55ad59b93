package document

import (
	"strings"
	"unicode"
)

// asWritten gives a text as the writers of every format leave it: without escape
// sequences, controls and what turns the writing direction. What is compared has
// to be what is read, or a control within an address hides it from the guard.
// The writers' own rule is exchange.Clean; a test there holds the two together.
func asWritten(text string) string {
	if !strings.ContainsFunc(text, steers) {
		return text
	}
	var b strings.Builder
	for line := range strings.SplitAfterSeq(lineEnds.Replace(strings.ToValidUTF8(text, "\uFFFD")), "\n") {
		for len(line) > 0 {
			n := sequence(line)
			if n == 0 {
				for i, r := range line {
					if i > 0 && introduces(r) {
						break
					}
					n = i + len(string(r))
					if !steers(r) || unicode.IsSpace(r) {
						b.WriteRune(r)
					}
				}
			}
			line = line[n:]
		}
	}
	return b.String()
}

// lineEnds makes every kind of line end one; no sequence runs over it.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

func steers(r rune) bool {
	return r != '\n' && r != '\t' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Co, r))
}

func introduces(r rune) bool { return r == '\x1b' || r >= 0x80 && r <= 0x9f }

// sequence is the length of the escape sequence a text begins with, or 0. One
// that is never closed is cut after its introducer: the words after it stay.
func sequence(s string) int {
	var kind byte
	switch {
	case len(s) >= 2 && s[0] == 0x1b:
		kind = s[1]
	case len(s) >= 2 && s[0] == 0xc2 && s[1] >= 0x80 && s[1] <= 0x9f:
		kind = s[1] - 0x40
	default:
		return 0
	}
	const intro = 2
	switch kind {
	case '[':
		for i := intro; i < min(len(s), intro+64) && s[i] >= 0x20 && s[i] <= 0x7e; i++ {
			if s[i] >= 0x40 {
				return i + 1
			}
		}
	case ']', 'P', 'X', '^', '_':
		near := s[intro:min(len(s), intro+4096)]
		if i := strings.IndexAny(near, "\a\x1b\u009c"); i >= 0 {
			end := intro + i
			switch {
			case s[end] == '\a':
				return end + 1
			case strings.HasPrefix(s[end:], "\x1b\\") || strings.HasPrefix(s[end:], "\u009c"):
				return end + 2
			}
		}
	}
	if s[0] == 0x1b && kind >= 0x80 {
		return 1
	}
	return intro
}
