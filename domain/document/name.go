package document

import (
	"slices"
	"strings"
	"unicode"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// The words a paper is noted by when it is made (see casefile.PaperMade). A
// letter is noted by the words of its kind.
const (
	PaperRecord    = "review record"
	PaperDecisions = "decisions sheet"
)

// Papers lists the words of every paper this package makes.
func Papers() []string {
	out := []string{PaperRecord, PaperDecisions}
	for _, k := range LetterKinds() {
		out = append(out, k.Words())
	}
	return out
}

// FileName is the name of a paper's file: the child's reference, what it is, its
// day, whether it is redacted and what its reader is to the child, and never a
// person's name. ext is "docx",
// "html", "md" or "txt". Two papers may have the same name; whoever writes them
// tells them apart.
func FileName(ref, what string, on workday.Date, r Reader, ext string) string {
	parts := []string{ref, what, on.String()}
	if r.Redacted() {
		parts = append(parts, "redacted")
	}
	if slices.Contains(casefile.Roles(), r.Person.Role) { // a role is no name; other words might be one
		parts = append(parts, string(r.Person.Role))
	}
	safe := strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || c == '-' || c == ' ' {
			return c
		}
		return '-'
	}, strings.Join(strings.Fields(strings.Join(parts, " ")), " "))
	return safe + "." + ext
}
