package main

import (
	"cmp"
	"slices"
	"strings"

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

// choose gives the one candidate that words mean: whole words first, then a part
// of them. An error names nobody.
func choose(from []candidate, words string) (candidate, error) {
	words = strings.TrimSpace(words)
	folded := caseload.Fold(words)
	var fit []candidate
	for _, c := range from {
		if c.means(words) {
			fit = append(fit, c)
		}
	}
	if len(fit) == 0 && folded != "" {
		for _, c := range from {
			if slices.ContainsFunc(c.words, func(w string) bool { return strings.Contains(caseload.Fold(w), folded) }) {
				fit = append(fit, c)
			}
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
