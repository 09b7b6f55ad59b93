package document

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
)

// Leak is one place where a paper tells its reader what they must not learn. It
// holds case data: show it to the IRO, never write it to a log.
type Leak struct {
	Sentence string // the sentence of the paper
	What     string // what it tells, in words
	Word     string // of a warning, the word itself
}

// What a leak may tell.
const (
	leakAddress   = "the placement's address"
	leakCarerAt   = "the carer's address"
	leakPhone     = "the placement's telephone number"
	leakCarer     = "the carer's name"
	leakChild     = "words the child asked to keep private"
	leakPrivate   = "what the child wants kept private"
	leakSomeone   = "words somebody gave in private"
	leakNote      = "words of a private note"
	runOfWords    = 6 // so many words in a row are taken for a quotation
	leastWords    = 3 // a sentence of fewer words is too common to look for
	leastLetters  = 8 // unless it is all there is, and so long
	longestStreet = 5 // words between a house number and the kind of street
)

// needle is one thing to look for. Of an address, the short forms of street
// words count as the long ones.
type needle struct {
	what    string
	folded  string
	address bool
	proper  bool   // counts only where a capital letter stands
	capital int    // where it stands, in bytes of folded
	part    bool   // a part of an address, which the reader's own may share
	joined  bool   // counts only with a sign for "and" in it
	by      string // what a redacted copy says in its place
	base    string // of a warning, the word it is a form of
}

// Guard reads a finished paper, whatever it was made from, and lists every
// sentence that tells the reader what they must not learn (HB 3.33, 3.69; RC-04,
// AD-21). Private words are for nobody; where the child lives is for those who
// may know it (see MayKnowAddress); who cares for the child is left out of
// redacted copies. Case, accents, punctuation and white space make no
// difference, nor does a text divided between lines or cells.
func Guard(s Subject, r Reader, d Document) []Leak {
	needles := s.privateWords(r)
	if !s.MayKnowAddress(r) {
		needles = append(needles, s.addresses(r)...)
	}
	if s.redacts(r) {
		needles = append(needles, s.hidden(r)...)
	}
	var out []Leak
	seen := map[Leak]bool{}
	for _, texts := range streams(d) {
		plain := lettersOf(texts...)
		spelled := plain.spelledOut()
		for _, n := range needles {
			in := plain
			if n.address {
				in = spelled
			}
			for from, to := range in.all(n.folded) {
				leak := Leak{Sentence: in.sentence(from, to), What: n.what}
				if n.counts(in, from, to) && !seen[leak] {
					seen[leak], out = true, append(out, leak)
				}
			}
		}
	}
	return out
}

// streams gives the texts of a paper in reading order, and those of each table
// again column by column: an address may run either way.
func streams(d Document) [][]string {
	whole := slices.AppendSeq([]string{d.Foot, d.Author}, d.Texts)
	out := [][]string{whole}
	for _, b := range d.Body {
		switch b := b.(type) {
		case Table:
			for i := range b.Head {
				var column []string
				for _, row := range b.Rows {
					if i < len(row) {
						column = append(column, row[i])
					}
				}
				out = append(out, column)
			}
		case Facts:
			var column []string
			for _, f := range b.Rows {
				column = append(column, f.Text)
			}
			out = append(out, column)
		}
	}
	return out
}

// sentence gives the sentence a span of letters stands in; of one divided
// between texts, the pieces with a stroke between.
func (l letters) sentence(from, to int) string {
	first, last := l.at[from], l.at[to-1]
	begin := sentenceBegins(l.texts[first.text], first.from)
	end := sentenceEnds(l.texts[last.text], last.to)
	if first.text == last.text {
		return strings.TrimSpace(l.texts[first.text][begin:end])
	}
	pieces := []string{strings.TrimSpace(l.texts[first.text][begin:])}
	for i := first.text + 1; i < last.text; i++ {
		if text := strings.TrimSpace(l.texts[i]); text != "" {
			pieces = append(pieces, text)
		}
	}
	return strings.Join(append(pieces, strings.TrimSpace(l.texts[last.text][:end])), " / ")
}

const stops = ".!?\n"

func sentenceBegins(text string, at int) int {
	for at > 0 {
		i := strings.LastIndexAny(text[:at], stops)
		if i < 0 {
			return 0
		}
		if text[i] == '\n' || i+1 < len(text) && text[i+1] == ' ' {
			return i + 1
		}
		at = i
	}
	return 0
}

func sentenceEnds(text string, at int) int {
	for at < len(text) {
		i := strings.IndexAny(text[at:], stops)
		if i < 0 {
			return len(text)
		}
		at += i + 1
		if text[at-1] == '\n' || at == len(text) || text[at] == ' ' || text[at] == '\n' {
			return at
		}
	}
	return len(text)
}

// privateWords lists what is in no copy of anything: what the child said in
// private, what they want kept private, private views and private notes. What
// the child also said to be shared is not looked for. A redacted copy may hold
// them as redaction rewrote them, so both forms are looked for in one.
func (s Subject) privateWords(r Reader) []needle {
	var out []needle
	var shared []string
	rewritten := func(text string) string { return text }
	if s.redacts(r) {
		rewritten = s.redactor(r)
	}
	add := func(what, text string) {
		out = append(out, wordNeedles(what, text)...)
		if other := rewritten(text); other != text {
			out = append(out, slices.DeleteFunc(wordNeedles(what, other), onlyRewritten(other))...)
		}
	}
	for _, said := range s.Case.ChildsWords() {
		if said.Shareable {
			shared = append(shared, said.Words, rewritten(said.Words))
		} else {
			add(leakChild, said.Words)
		}
	}
	reviews := []casefile.ID{{}}
	for _, r := range s.Case.Reviews() {
		reviews = append(reviews, r.ID)
	}
	for _, id := range reviews {
		if words := s.Case.AnswerTo(id, "B-502").Evidence["keep_private"]; !saysNothing(words) {
			add(leakPrivate, words)
		}
		for _, p := range s.Case.PartsIn(id) {
			if p.Private {
				add(leakSomeone, p.Words)
			}
		}
	}
	for _, n := range s.Case.Notes() {
		if n.Private {
			add(leakNote, n.Text)
		}
	}
	open := lettersOf(shared...)
	return slices.DeleteFunc(out, func(n needle) bool { return open.has(n.folded) })
}

// rewriting are the words redaction writes: nothing but these, such as "the
// carer", is in every redacted copy and tells nothing.
var rewriting = [...]string{"the", "carer", "carers", "and", "left", "out"}

// onlyRewritten reports the needles of a text that hold no word but those.
func onlyRewritten(text string) func(needle) bool {
	var telling []string
	for _, word := range lettersOf(text).words() {
		if !slices.Contains(rewriting[:], word) {
			telling = append(telling, word)
		}
	}
	return func(n needle) bool {
		return !slices.ContainsFunc(telling, func(word string) bool { return strings.Contains(n.folded, word) })
	}
}

// saysNothing reports an answer that nothing is to be kept private.
func saysNothing(words string) bool {
	return slices.Contains([]string{"", "no", "none", "nothing", "na", "notapplicable", "notasked", "nothingprivate", "nothingsaid", "nothingelse"}, squash(words))
}

// wordNeedles looks for private words as a whole, by their sentences and by any
// run of six of them.
func wordNeedles(what, text string) []needle {
	text = asWritten(text)
	var out []needle
	add := func(folded string) { out = append(out, needle{what: what, folded: folded}) }
	whole := lettersOf(text)
	words := whole.words()
	if len(words) >= leastWords || len(whole.bytes) >= leastLetters {
		add(string(whole.bytes))
	}
	for i := range len(words) - runOfWords + 1 {
		add(strings.Join(words[i:i+runOfWords], ""))
	}
	sentence := func(r rune) bool { return strings.ContainsRune(".!?;\n。！？؟।", r) }
	for part := range strings.FieldsFuncSeq(text, sentence) {
		one := lettersOf(part)
		if len(one.words()) >= leastWords {
			add(string(one.bytes))
		}
	}
	return out
}
