package vault

import (
	_ "embed" // the word list
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"footprint/domain/fault"
)

// MinPassphrase is how many characters a new passphrase has at least.
const MinPassphrase = 12

// Strength is what the meter shows about a passphrase.
type Strength struct {
	Score int    // 0 too short, 1 weak, 2 fair, 3 good, 4 strong
	Word  string // the score as a word
	Why   string // one plain sentence
}

// OK reports whether the passphrase may be used: too short and weak may not.
func (s Strength) OK() bool { return s.Score >= 2 }

// Err is nil for a passphrase that may be used, else a WeakPassphrase fault.
func (s Strength) Err() error {
	if s.OK() {
		return nil
	}
	return fault.New(fault.WeakPassphrase, s.Why, fmt.Sprintf("Use at least %d characters: four or five unrelated words are easy to remember.", MinPassphrase))
}

// blocked are words that guessers try first, wherever they stand. Numbers in
// order, rows of keys and one sign repeated are found by rule.
var blocked = []string{
	"footprint", "password", "letmein", "welcome", "iloveyou", "football", "liverpool", "arsenal", "chelsea", "everton",
	"manchester", "princess", "sunshine", "monkey", "dragon", "master", "administrator", "admin", "login", "secret", "superman", "batman",
	"pokemon", "charlie", "michael", "jessica", "starwars", "whatever", "trustno", "changeme", "default", "qwerty",
	"azerty", "socialworker", "socialwork", "reviewingofficer", "lookedafterchild", "council",
}

// blockedWhole are refused when nothing but digits and punctuation is added.
var blockedWhole = []string{"passphrase", "mypassphrase", "thisismypassphrase", "independentreviewingofficer", "iro", "safeguarding", "childrensservices"}

// runsOf are the orders in which lazy fingers type.
var runsOf = []string{
	"01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba",
	"qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz", "1qaz2wsx3edc4rfv",
}

// Judge measures a passphrase; own are the user's own words (name, council,
// the store's name), which guessers know too.
func Judge(pass []byte, own []string) Strength {
	n := utf8.RuneCount(norm.NFC.Bytes(pass))
	if n < MinPassphrase {
		return Strength{0, "too short", fmt.Sprintf("The passphrase has %d characters; it needs at least %d.", n, MinPassphrase)}
	}
	left, why := strip(fold(string(pass)), own)
	if left < 4 {
		return Strength{1, "weak", why}
	}
	words := len(strings.FieldsFunc(string(pass), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	switch {
	case left >= 24 || left >= 20 && words >= 4:
		return Strength{4, "strong", "Long enough to outlast any guesser."}
	case left >= 16:
		return Strength{3, "good", "Another word would make it strong."}
	}
	return Strength{2, "fair", "It will do; two more words would make it good."}
}

// fold lower-cases, undoes the usual look-alikes and drops accents.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var lookalike = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "7", "t", "@", "a", "$", "s", "!", "i")

// strip counts the characters that are left when everything a guesser tries
// first is taken out, and says why few are left.
func strip(s string, own []string) (left int, why string) {
	squeezed := squeeze(s)
	if d := distinct(s); d < 5 {
		return d, "The passphrase repeats very few characters."
	}
	letters := strings.TrimFunc(squeezed, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range blockedWhole {
		if letters == w {
			return 0, "The passphrase is one that guessers try first."
		}
	}
	rest, found := squeezed, "The passphrase is made of words that guessers try first."
	for _, w := range blocked {
		rest = without(rest, w)
	}
	before, need := utf8.RuneCountInString(rest), 4
	for _, o := range own {
		for _, w := range strings.Fields(fold(o)) {
			if w = squeeze(w); len(w) >= 3 {
				rest = without(rest, w)
			}
		}
	}
	if utf8.RuneCountInString(rest) < 4 && before >= 4 {
		found = "The passphrase is made of your own name or council."
	}
	rest = withoutRuns(rest)
	if half := len(rest) / 2; half > 0 && rest == strings.Repeat(rest[:half], 2) {
		rest = rest[:half]
	}
	// A year or two hung on a well-known word is what guessers try next.
	if utf8.RuneCountInString(rest) < utf8.RuneCountInString(squeezed)-3 {
		need = 6
	}
	// Spaces and punctuation between real words count as length too.
	if n := utf8.RuneCountInString(rest); n >= need {
		return n + utf8.RuneCountInString(s) - utf8.RuneCountInString(squeezed), ""
	}
	return min(utf8.RuneCountInString(rest), 3), found
}

// squeeze keeps letters and digits.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("@$!", r) {
			return r
		}
		return -1
	}, s)
}

// without takes a word out, also when it is spelled with look-alikes.
func without(s, w string) string {
	for {
		i := strings.Index(lookalike.Replace(s), lookalike.Replace(w))
		if i < 0 {
			return s
		}
		s = s[:i] + s[i+len(w):]
	}
}

// withoutRuns takes out runs of three or more neighbours on a keyboard, in the
// alphabet or in counting, and of one sign repeated.
func withoutRuns(s string) string {
	r := []rune(s)
	var out []rune
	for i := 0; i < len(r); {
		n := 1
		for i+n < len(r) && (follows(r[i:i+n+1]) || r[i+n] == r[i]) {
			n++
		}
		if n < 3 {
			out = append(out, r[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

func follows(r []rune) bool {
	for _, run := range runsOf {
		if strings.Contains(run, string(r)) {
			return true
		}
	}
	return false
}

func distinct(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}

//go:embed words.txt
var wordFile string

// suggestWords is how many words a suggestion has: about 54 bits, which with
// Argon2id at its usual cost is beyond any guesser's reach.
const suggestWords = 6

// Suggest offers a passphrase of six words drawn evenly from our own list.
func Suggest(rand io.Reader) (string, error) {
	list := strings.Fields(wordFile)
	out := make([]string, suggestWords)
	limit := uint32(1<<32 - (1<<32)%uint64(len(list)) - 1) // draws above it would favour the first words
	var b [4]byte
	for i := 0; i < len(out); {
		if _, err := io.ReadFull(rand, b[:]); err != nil {
			return "", err
		}
		if v := binary.BigEndian.Uint32(b[:]); v <= limit {
			out[i] = list[v%uint32(len(list))]
			i++
		}
	}
	return strings.Join(out, " "), nil
}
