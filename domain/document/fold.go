package document

import (
	"bytes"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters is a run of texts reduced to what the guard compares: letters and
// digits, lower case, without marks, with everything between them left out. So
// "12, Elm-Road" and "12 ELM ROAD" are the same letters, and so is a line that
// was divided between two cells. at says where each byte came from.
type letters struct {
	texts []string
	bytes []byte
	at    []place
	grams map[string][]int // where words begin, by the first bytes of what follows
}

// place is where a byte of letters came from. A match has to begin where a word
// begins and end where one ends, so that "2 Elm" is not found in "12 Elmwood".
type place struct {
	text, from, to int // the text, and the bytes of it that the letter takes
	begins, ends   bool
}

// gram is how many bytes the index is kept by.
const gram = 8

// lettersOf reduces texts to letters and indexes where their words begin.
func lettersOf(texts ...string) letters {
	l := letters{texts: changed(texts, asWritten)}
	for i, text := range l.texts {
		l.add(i, text)
	}
	l.index()
	return l
}

func (l *letters) index() {
	l.grams = map[string][]int{}
	for i, p := range l.at {
		if p.begins && i+gram <= len(l.bytes) {
			key := string(l.bytes[i : i+gram])
			l.grams[key] = append(l.grams[key], i)
		}
	}
}

// The classes of runes: a word ends where the class changes, so that a number
// grown to a street is still found.
const (
	between = iota
	letter
	digit
)

func (l *letters) add(n int, text string) {
	last := between
	for i, r := range text {
		folded, class, skip := foldRune(r)
		if skip {
			continue
		}
		if class != last && len(l.at) > 0 && last != between {
			l.at[len(l.at)-1].ends = true
		}
		for j := range len(folded) {
			l.bytes = append(l.bytes, folded[j])
			l.at = append(l.at, place{text: n, from: i, to: i + utf8.RuneLen(r), begins: j == 0 && class != last})
		}
		last = class
	}
	if last != between {
		l.at[len(l.at)-1].ends = true
	}
}

// carried are letters that carry their mark inside them, so that taking marks
// off does not reach them.
var carried = map[rune]string{'ł': "l", 'đ': "d", 'ø': "o", 'æ': "ae", 'œ': "oe", 'ß': "ss", 'þ': "th", 'ð': "d", 'ħ': "h", 'ŧ': "t"}

// foldRune gives what is compared of a rune. skip says it is passed over as if
// it was not there: a mark, an apostrophe, an invisible joiner.
func foldRune(r rune) (folded string, class int, skip bool) {
	switch {
	case r >= 'a' && r <= 'z':
		return string(r), letter, false
	case r >= 'A' && r <= 'Z':
		return string(r - 'A' + 'a'), letter, false
	case r >= '0' && r <= '9':
		return string(r), digit, false
	case r == ' ' || r == '\n' || r == '.' || r == ',':
		return "", between, false
	case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || unicode.Is(unicode.Cf, r) || unicode.IsMark(r):
		return "", between, true
	}
	var b strings.Builder
	class = between
	for _, d := range norm.NFKD.String(string(r)) {
		d = unicode.ToLower(unicode.ToUpper(d)) // twice, so that letters with two small forms become one
		plain, ok := carried[d]
		switch {
		case ok:
			b.WriteString(plain)
			class = letter
		case unicode.IsLetter(d):
			b.WriteRune(d)
			class = letter
		case unicode.IsNumber(d):
			b.WriteRune(d)
			class = digit
		}
	}
	return b.String(), class, false
}

// all yields the spans of the letters that are the needle, as whole words.
func (l letters) all(needle string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		found := func(i int) bool {
			j := i + len(needle)
			return l.at[i].begins && l.at[j-1].ends && string(l.bytes[i:j]) == needle && !yield(i, j)
		}
		if len(needle) >= gram {
			for _, i := range l.grams[needle[:gram]] {
				if i+len(needle) <= len(l.bytes) && found(i) {
					return
				}
			}
			return
		}
		for i := 0; needle != "" && i+len(needle) <= len(l.bytes); i++ {
			j := bytes.Index(l.bytes[i:], []byte(needle))
			if i += j; j < 0 || found(i) {
				return
			}
		}
	}
}

// has reports whether the needle is anywhere in the letters.
func (l letters) has(needle string) bool {
	for range l.all(needle) {
		return true
	}
	return false
}

// words gives the words of the letters in order.
func (l letters) words() []string {
	var out []string
	from := 0
	for i, p := range l.at {
		if p.begins {
			from = i
		}
		if p.ends {
			out = append(out, string(l.bytes[from:i+1]))
		}
	}
	return out
}

// squash gives a text as one needle.
func squash(text string) string {
	var l letters
	l.add(0, asWritten(text))
	return string(l.bytes)
}

// short are the short forms of words in addresses.
var short = map[string]string{
	"rd": "road", "st": "street", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close", "dr": "drive", "ct": "court", "cres": "crescent",
	"cresc": "crescent", "gdns": "gardens", "gdn": "garden", "gr": "grove", "grv": "grove", "pl": "place", "terr": "terrace", "ter": "terrace", "sq": "square", "pk": "park",
}

// spelledOut gives the letters with the short forms of street words written
// out, so that 12 Elm Rd is found for 12 Elm Road.
func (l letters) spelledOut() letters {
	out := letters{texts: l.texts}
	from := 0
	for i, p := range l.at {
		if p.begins {
			from = i
		}
		if !p.ends {
			continue
		}
		long, ok := short[string(l.bytes[from:i+1])]
		if !ok {
			out.bytes = append(out.bytes, l.bytes[from:i+1]...)
			out.at = append(out.at, l.at[from:i+1]...)
			continue
		}
		for j := range len(long) {
			at := place{text: p.text, from: l.at[from].from, to: p.to, begins: j == 0, ends: j == len(long)-1}
			out.bytes, out.at = append(out.bytes, long[j]), append(out.at, at)
		}
	}
	out.index()
	return out
}
