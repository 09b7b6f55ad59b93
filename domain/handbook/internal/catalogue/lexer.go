package catalogue

import (
	"fmt"
	"strings"
)

// tokenKind says what a token is.
type tokenKind int

const (
	tokenEnd tokenKind = iota
	tokenWord
	tokenNumber
	tokenText
	tokenSign
)

// token is one word, number, quoted text or sign of a predicate. text is
// without its quotes; at is its byte offset, for messages.
type token struct {
	kind tokenKind
	text string
	at   int
}

// signs in the order they are tried: the longer first.
var signs = []string{"==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ","}

// split cuts a predicate into tokens, ending with tokenEnd.
func split(source string) ([]token, error) {
	var tokens []token
	for at := 0; at < len(source); {
		if source[at] == ' ' {
			at++
			continue
		}
		next, end, err := scan(source, at)
		if err != nil {
			return nil, err
		}
		tokens = append(tokens, next)
		at = end
	}
	return append(tokens, token{kind: tokenEnd, at: len(source)}), nil
}

// scan reads the token that starts at the offset and gives the offset after it.
func scan(source string, at int) (token, int, error) {
	switch c := source[at]; {
	case isLetter(c):
		end := run(source, at, func(c byte) bool { return isLetter(c) || isDigit(c) })
		return token{tokenWord, source[at:end], at}, end, nil
	case isDigit(c):
		end := run(source, at, isDigit)
		return token{tokenNumber, source[at:end], at}, end, nil
	case c == '\'':
		length := strings.IndexByte(source[at+1:], '\'')
		if length < 0 {
			return token{}, 0, fmt.Errorf("text that starts at %d has no closing quote", at)
		}
		text := source[at+1 : at+1+length]
		if strings.ContainsRune(text, '\\') {
			return token{}, 0, fmt.Errorf("text at %d holds a backslash", at)
		}
		return token{tokenText, text, at}, at + length + 2, nil
	}
	for _, sign := range signs {
		if strings.HasPrefix(source[at:], sign) {
			return token{tokenSign, sign, at}, at + len(sign), nil
		}
	}
	return token{}, 0, fmt.Errorf("sign %q at %d is not part of the language", source[at], at)
}

func run(source string, at int, ok func(byte) bool) int {
	for at < len(source) && ok(source[at]) {
		at++
	}
	return at
}

func isLetter(c byte) bool { return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
