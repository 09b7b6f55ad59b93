package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	zwnj = '\u200c' // both join or part letters in Persian and in languages of
	zwj  = '\u200d' // India; a name may need them, and they steer nothing
)

// Clean gives text from a file as it may be shown and kept. Escape sequences
// and control characters go, with everything else that steers a terminal or
// turns the writing direction; line breaks, tabs and every kind of space become
// one space; the rest is put into normal form C. removed reports whether
// anything but spacing was taken out.
func Clean(s string) (out string, removed bool) {
	if plain(s) {
		return s, false
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i := 0; i < len(s); {
		if n := escapeLen(s[i:]); n > 0 {
			i += n
			removed = true
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\ufeff' || r == '\u200b' || r == '\u00ad' || r == '\u2060':
			// Invisible and harmless: left by copying from web pages.
		case unicode.IsSpace(r):
			space = b.Len() > 0
		case steers(r):
			removed = true
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String()), removed
}

// plain is the quick way out for the cells most files hold.
func plain(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < 0x20 || c >= 0x7f || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// steers reports whether the rune is a control, or one of the format runes that
// change how what follows is shown (bidi overrides and marks, tags, notes).
func steers(r rune) bool {
	switch r {
	case zwnj, zwj:
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) ||
		r == '\u2028' || r == '\u2029'
}

// escapeLen gives the length of the escape sequence s begins with, or 0. A
// sequence that is never closed is cut after its introducer, so that the words
// after it stay.
func escapeLen(s string) int {
	intro := 0
	var kind byte
	switch {
	case len(s) >= 2 && s[0] == 0x1b:
		intro, kind = 2, s[1]
	case len(s) >= 2 && s[0] == 0xc2 && s[1] >= 0x80 && s[1] <= 0x9f: // the C1 form
		intro, kind = 2, s[1]-0x40
	default:
		return 0
	}
	switch kind {
	case '[':
		for i := intro; i < len(s) && i < intro+64; i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 || s[i] > 0x3f {
				break
			}
		}
	case ']', 'P', 'X', '^', '_':
		near := s[intro:min(len(s), intro+4096)] // a cell of sequences that never close is read once, not once for each
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

// cleaned is Clean where nothing is said about what went.
func cleaned(s string) string {
	out, _ := Clean(s)
	return out
}

// short keeps a value that is shown in a list to a length that can be read.
func short(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
