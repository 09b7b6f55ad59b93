package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var email = regexp.MustCompile(`[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[\pL\pN]+`)

// dialled is a telephone number as it is written in running words; a date has
// no such look.
var dialled = regexp.MustCompile(`(?:\+44|\b0)[0-9 ()\-]{8,}[0-9]`)

// redact takes out of every text of a paper what a redacted copy never holds:
// the names of those who care for the child, telephone numbers and e-mail
// addresses (HB 3.69; RC-04). An address in free words is left for the guard to
// name, for only the IRO can say the sentence otherwise.
func (s Subject) redact(d Document, r Reader) Document { return d.mapped(s.redactor(r)) }

// redactor gives what redact does to one text.
func (s Subject) redactor(r Reader) func(string) string {
	hidden := s.hidden(r)
	return func(text string) string {
		if text = asWritten(text); text == "" {
			return text
		}
		text = email.ReplaceAllString(text, leftOut)
		text = dialled.ReplaceAllStringFunc(text, func(number string) string {
			if digits := len(squash(number)); digits < 10 || digits > 13 {
				return number
			}
			return leftOut
		})
		l := lettersOf(text)
		for _, n := range hidden {
			if l.has(n.folded) {
				text = n.hide(text)
				l = lettersOf(text)
			}
		}
		return text
	}
}

const leftOut = "[left out]"

// hide replaces every place where the needle stands in a text.
func (n needle) hide(text string) string {
	l := lettersOf(text)
	for from, to := range l.all(n.folded) {
		if begin := l.at[from].from; n.counts(l, from, to) {
			rest := text[l.at[to-1].to:]
			return text[:begin] + n.by + n.hide(rest)
		}
	}
	return text
}

// counts reports whether a place where a needle was found is meant by it.
func (n needle) counts(l letters, from, to int) bool {
	if n.joined && (l.at[from].text != l.at[to-1].text || !strings.ContainsAny(l.texts[l.at[from].text][l.at[from].from:l.at[to-1].to], "&+/")) {
		return false
	}
	at := l.at[from+n.capital]
	first, _ := utf8.DecodeRuneInString(l.texts[at.text][at.from:])
	return !n.proper || unicode.IsUpper(first)
}
