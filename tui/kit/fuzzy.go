package kit

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/junegunn/fzf/src/algo"
	"github.com/junegunn/fzf/src/util"
	"golang.org/x/text/unicode/norm"
)

var fuzzyReady = sync.OnceFunc(func() { algo.Init("default") })

// Match is one answer of Fuzzy: which candidate, and how well it matches.
type Match struct{ Index, Score int }

// Fuzzy ranks candidates against text, best first, equals in their order.
// Every word of text must be found; letters with accents are found by plain
// ones (wyn finds Ŵyn). Empty text gives every candidate in order. It costs
// about a microsecond for each candidate: for long lists narrow them first.
func Fuzzy(text string, candidates []string) []Match {
	fuzzyReady()
	var words [][]rune
	for w := range strings.FieldsSeq(strings.ToLower(norm.NFC.String(text))) {
		words = append(words, algo.NormalizeRunes([]rune(w)))
	}
	out := make([]Match, 0, len(candidates))
	for i, c := range candidates {
		score, ok := 0, true
		if len(words) > 0 {
			chars := util.ToChars([]byte(norm.NFC.String(c)))
			for _, w := range words {
				r, _ := algo.FuzzyMatchV2(false, true, true, &chars, w, false, nil)
				if r.Start < 0 {
					ok = false
					break
				}
				score += r.Score
			}
		}
		if ok {
			out = append(out, Match{i, score})
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// fold lowers letters and takes their accents off, for comparing. A quotation
// mark, as word processors set it, is an apostrophe.
func fold(s string) string {
	runes := algo.NormalizeRunes([]rune(strings.ToLower(norm.NFC.String(s))))
	runes = slices.DeleteFunc(runes, func(r rune) bool { return unicode.Is(unicode.Mn, r) })
	for i, r := range runes {
		if r == '’' || r == '‘' || r == 'ʼ' {
			runes[i] = '\''
		}
	}
	return string(runes)
}

func hasFoldedPrefix(s, prefix string) bool { return strings.HasPrefix(fold(s), fold(prefix)) }
