package paper

import (
	"strings"

	"footprint/store/exchange"
)

// uneven lists what exchange.Clean leaves to us: every kind of line end, and the
// two codes no file of XML may hold.
const uneven = "\n\r\v\f\u0085\u2028\u2029\ufffe\uffff"

// even turns line ends into line feeds, and the two codes into the sign for what
// was lost.
var even = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n",
	"\ufffe", "\ufffd", "\uffff", "\ufffd")

// clean makes each line of a text safe by the rule for everything that comes
// from outside (exchange.Clean), and drops empty lines at its ends.
func clean(s string) string {
	if !strings.ContainsAny(s, uneven) {
		out, _ := exchange.Clean(s)
		return out
	}
	lines := strings.Split(even.Replace(s), "\n")
	for i, line := range lines {
		lines[i], _ = exchange.Clean(line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// oneLine is clean for a text that stands on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

func cleanAll(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = clean(t)
	}
	return out
}

// isLanguage reports whether the tag may stand in a file as a language: letters,
// digits and hyphens, as in BCP 47.
func isLanguage(tag string) bool {
	return tag != "" && len(tag) <= 35 && strings.Trim(tag, "-") == tag &&
		strings.Trim(tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}

// isEnglish reports whether the tag is of any kind of English.
func isEnglish(tag string) bool {
	return strings.EqualFold(tag, "en") || len(tag) > 2 && strings.EqualFold(tag[:3], "en-")
}
