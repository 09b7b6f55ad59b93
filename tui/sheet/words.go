package sheet

import (
	"unicode"
	"unicode/utf8"
)

// Sentence begins words with a capital letter.
func Sentence(words string) string {
	first, n := utf8.DecodeRuneInString(words)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + words[n:]
}
