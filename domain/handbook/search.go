package handbook

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Search finds the rules in which every word of text stands somewhere in the
// id, the rule, who acts, the trigger, the limit, the source or what the program
// does with it. Capitals and accents make no difference. A rule whose id was asked for comes first, then
// those with every word in the rule's own text, then the rest, each in the
// order of the catalogue. No words find nothing.
func Search(text string) []Rule {
	words := strings.Fields(fold(text))
	if len(words) == 0 {
		return nil
	}
	var found [4][]Rule
	for r := range All() {
		if rank, ok := match(r, words); ok {
			found[rank] = append(found[rank], r)
		}
	}
	return slices.Concat(found[:]...)
}

// match ranks a rule against folded words: 0 is its id, 1 an id that starts
// so, 2 its text, 3 elsewhere.
func match(r Rule, words []string) (rank int, ok bool) {
	a, _ := AnswerTo(r.ID)
	all := strings.Join([]string{r.ID, r.Text, r.Who, r.Trigger, r.Limit, r.Source, a.Does, a.Where, a.Rest}, "\n")
	if !holdsAll(fold(all), words) {
		return 0, false
	}
	id, body := fold(r.ID), fold(r.Text)
	switch {
	case slices.Contains(words, id):
		return 0, true
	case slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(id, word) }):
		return 1, true
	case holdsAll(body, words):
		return 2, true
	}
	return 3, true
}

func holdsAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

// fold makes text comparable: small letters, no accents.
func fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
	return bare
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
