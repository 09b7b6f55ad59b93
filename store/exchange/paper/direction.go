package paper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// firstRightToLeft is the first letter of any script written from the right.
// Most texts hold nothing so far up, and need no closer look.
const firstRightToLeft = 0x590

// turnedLanguages lists the languages written from right to left that families here
// speak most, by the first part of their tags.
var turnedLanguages = []string{"ar", "arc", "ckb", "dv", "fa", "he", "ps", "prs", "sd", "syr", "ug", "ur", "yi"}

// rightToLeft reports whether a paper in that language runs from right to left.
func rightToLeft(language string) bool {
	parts := strings.Split(strings.ToLower(language), "-")
	return slices.Contains(turnedLanguages, parts[0]) || slices.Contains(parts[1:], "arab") || slices.Contains(parts[1:], "hebr")
}

// strong tells the direction a letter asks for; ok is false for what has none
// of its own, such as digits, spaces and signs.
func strong(r rune) (right, ok bool) {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return true, true
	case bidi.L:
		return false, true
	}
	return false, false
}

// turns reports whether a paragraph runs from right to left: as its first
// letter does, or as the paper does when it holds none.
func turns(s string, paper bool) bool {
	for _, r := range s {
		if right, ok := strong(r); ok {
			return right
		}
	}
	return paper
}

// stretch is a piece of a paragraph that runs one way.
type stretch struct {
	text  string
	right bool
}

// stretches cuts a paragraph where its direction changes. What has no direction
// goes with the letters on both its sides if they agree, else with the
// paragraph; marks stay on the letter they belong to.
func stretches(s string, paragraph bool) []stretch {
	if !paragraph && strings.IndexFunc(s, func(r rune) bool { return r >= firstRightToLeft }) < 0 {
		return []stretch{{s, false}}
	}
	var out []stretch
	start, end := 0, 0 // of the stretch so far, and of its last letter
	now := paragraph
	cut := func(at int, next bool) {
		if at > start {
			out = append(out, stretch{s[start:at], now})
			start = at
		}
		now = next
	}
	for i, r := range s {
		right, ok := strong(r)
		switch {
		case !ok && (end != i || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)):
			continue
		case ok && right != now && now == paragraph:
			cut(i, right)
		case ok && right != now:
			cut(end, right)
		}
		end = i + utf8.RuneLen(r)
	}
	if now != paragraph {
		cut(end, paragraph)
	}
	cut(len(s), paragraph)
	return out
}
