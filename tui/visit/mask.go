package visit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/domain/caseload"
	"footprint/domain/workday"
)

// mask covers the names in a text that a child may read over the IRO's shoulder
// with their initials. It knows the children of the screen, their carers and
// everybody on their files; somebody who is on no file it cannot know.
type mask struct {
	children map[string]bool // parts of names, folded: covered however they are written
	others   map[string]bool // covered where they begin with a capital, for many are common words
}

func maskOf(children []child, today workday.Date) mask {
	m := mask{children: map[string]bool{}, others: map[string]bool{}}
	for _, c := range children {
		add(m.children, c.row.Name, true)
		add(m.others, c.row.Carer, false)
		add(m.others, c.row.Worker, false)
		if !c.read {
			continue
		}
		for _, p := range c.sitting.Case.People(today) {
			add(m.others, p.Name, false)
		}
		if p, ok := c.sitting.Case.PlacementOn(today); ok {
			add(m.others, p.Carer, false)
		}
	}
	return m
}

// add takes the parts of a name, of O'Neill the whole and the end. Of others than
// children only those that begin with a capital, or with a letter that has none.
func add(to map[string]bool, name string, child bool) {
	take := func(word string) {
		if first, _ := utf8.DecodeRuneInString(word); (child || !unicode.IsLower(first)) && utf8.RuneCountInString(word) > 1 {
			to[caseload.Fold(word)] = true
		}
	}
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		take(part)
	}
	for word := range wordsOf(name) {
		take(word)
	}
}

// wordsOf gives the words of a text, each with what stands before it; the last
// may be empty.
func wordsOf(s string) func(yield func(word, before string) bool) {
	return func(yield func(word, before string) bool) {
		for s != "" {
			from := strings.IndexFunc(s, letter)
			if from < 0 {
				yield("", s)
				return
			}
			to := strings.IndexFunc(s[from:], func(r rune) bool { return !letter(r) })
			if to < 0 {
				to = len(s) - from
			}
			if !yield(s[from:from+to], s[:from]) {
				return
			}
			s = s[from+to:]
		}
	}
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// cover writes initials for the names in a text.
func (m mask) cover(s string) string {
	var b strings.Builder
	for word, before := range wordsOf(s) {
		b.WriteString(before)
		if !m.covers(word) {
			b.WriteString(word)
			continue
		}
		first, _ := utf8.DecodeRuneInString(word)
		b.WriteString(strings.ToUpper(string(first)) + ".")
	}
	return b.String()
}

func (m mask) covers(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	folded := caseload.Fold(word)
	return m.children[folded] || m.children[strings.TrimSuffix(folded, "s")] || !unicode.IsLower(first) && m.others[folded]
}
