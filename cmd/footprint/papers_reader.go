package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/document"
	"footprint/domain/fault"
)

// candidate is somebody a paper may be for, with the words that mean them. part
// is how they took part, of those left out of a review.
type candidate struct {
	reader document.Reader
	part   casefile.ID
	words  []string
}

// candidates are the child, who comes first, and the people around the child
// today.
func candidates(s document.Subject) []candidate {
	out := []candidate{{reader: document.Reader{Child: true}, words: []string{"child", "the child", s.Case.Name()}}}
	for _, p := range s.Case.People(s.Context.Today) {
		out = append(out, candidate{reader: document.Reader{Person: p}, words: []string{p.Name, string(p.Role), p.Relation}})
	}
	return out
}

// leftOut are those left out of the review. Who they are otherwise is for the
// letter to find, but for the child, who is on no list.
func leftOut(s document.Subject) []candidate {
	var out []candidate
	for _, p := range s.Case.PartsIn(s.Review.ID) {
		if p.How != casefile.LeftOut {
			continue
		}
		c := candidate{part: p.ID, words: []string{p.Name, string(p.Role)}}
		for _, listed := range candidates(s) {
			switch {
			case !listed.reader.Child && listed.reader.Person.ID == p.Person:
				c.words = listed.words
			case listed.reader.Child && p.Person.Zero() && (listed.means(p.Name) || listed.means(string(p.Role))):
				c.reader, c.words = listed.reader, listed.words
			}
		}
		out = append(out, c)
	}
	return out
}

// means reports whether the words are one of the candidate's own, whole.
func (c candidate) means(words string) bool {
	words = caseload.Fold(strings.TrimSpace(words))
	return words != "" && slices.ContainsFunc(c.words, func(w string) bool { return caseload.Fold(w) == words })
}

// has reports whether the folded words stand in one of the candidate's own from
// the start of a word; whole, to the end of one too.
func (c candidate) has(folded string, whole bool) bool {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
	return folded != "" && slices.ContainsFunc(c.words, func(w string) bool {
		w = caseload.Fold(w)
		for at := range w {
			rest, found := strings.CutPrefix(w[at:], folded)
			before, _ := utf8.DecodeLastRuneInString(w[:at])
			after, _ := utf8.DecodeRuneInString(rest)
			if found && !inWord(before) && (!whole || !inWord(after)) {
				return true
			}
		}
		return false
	})
}

// choose gives the one candidate that words mean: all of a name, role or relation
// first, then whole words of one, then how its words begin. Never the middle of a
// word: "Ann" is not Joanna. An error names nobody.
func choose(from []candidate, words string) (candidate, error) {
	words = strings.TrimSpace(words)
	folded := caseload.Fold(words)
	var fit []candidate
	for _, fits := range []func(candidate) bool{
		func(c candidate) bool { return c.means(words) },
		func(c candidate) bool { return c.has(folded, true) },
		func(c candidate) bool { return c.has(folded, false) },
	} {
		for _, c := range from {
			if fits(c) {
				fit = append(fit, c)
			}
		}
		if len(fit) > 0 {
			break
		}
	}
	switch len(fit) {
	case 1:
		return fit[0], nil
	case 0:
		return candidate{}, fault.New(fault.NotFound, "Nobody who may be meant fits what --for says.", "footprint show REF lists the people: a name, part of one, or what they are to the child.")
	}
	return candidate{}, fault.New(fault.BadInput, "What --for says fits "+counted(len(fit), "person")+".", "Give more of the name; footprint show REF lists the people.")
}

// reader gives whose copy a paper is: the one --for names, else the one given.
func (f *paperFlags) reader(env *environment, from []candidate, otherwise candidate) (candidate, error) {
	if f.person == "" {
		return otherwise, nil
	}
	words, err := env.filterWords(f.person)
	if err != nil {
		return candidate{}, err
	}
	return choose(from, words)
}

// addressed says in words whose copy a paper is, for its note.
func addressed(r document.Reader) string {
	switch {
	case r.Child:
		return "the child"
	case r == document.Reader{}:
		return "the case record"
	}
	return cmp.Or(join(r.Person.Name, string(r.Person.Role)), "nobody named")
}

// forWhom says for whom a paper is by role alone, for the line that confirms it:
// a name would end in logs. The case record's own copy says nothing.
func forWhom(r document.Reader) string {
	switch {
	case r.Child:
		return " for the child"
	case r.Person == (casefile.PersonStated{}):
		return ""
	case slices.Contains(casefile.Roles(), r.Person.Role):
		return " for the " + string(r.Person.Role)
	}
	return " for somebody on no list"
}
