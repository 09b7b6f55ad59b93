package document

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
)

// Warnings lists the words of a redacted copy that may tell its reader what they
// must not learn and can neither be taken out nor stopped safely, for each may
// be something else: a carer's first name or surname alone, the first word of
// the street alone, and the school's name, for whoever may not know where the
// child is (RC-04, AD-21). Only the IRO can judge them, before the copy is made.
// Each word is told once a section, with the first sentence it stands in.
func Warnings(s Subject, r Reader, d Document) []Leak {
	var words []needle
	if s.redacts(r) {
		words = append(words, s.namesAlone(r)...)
	}
	if !s.MayKnowAddress(r) {
		words = append(words, s.streetsAlone(r)...)
		words = append(words, s.schools(r)...)
	}
	if len(words) == 0 {
		return nil
	}
	others := s.others(r)
	var out []Leak
	type told struct{ section, base string }
	seen := map[told]bool{}
	section := ""
	read := func(text string) bool {
		l := lettersOf(text)
		for _, n := range words {
			for from, to := range l.all(n.folded) {
				at := told{section, n.base}
				if !seen[at] && n.counts(l, from, to) && !l.within(others, from, to) {
					seen[at] = true
					out = append(out, Leak{Sentence: l.sentence(from, to), What: n.what, Word: l.texts[0][l.at[from].from:l.at[to-1].to]})
				}
			}
		}
		return true
	}
	each([]string{d.Title, d.Subtitle}, read)
	for _, b := range d.Body {
		if h, ok := b.(Heading); ok && h.Level == 1 {
			section = h.Text
		}
		b.texts(read)
	}
	return out
}

// alone looks for a word as a name is written, and with the s of a plural or a
// possessive.
func alone(what, word string) []needle {
	folded := squash(word)
	return []needle{{what: what, folded: folded, base: folded, proper: true}, {what: what, folded: folded + "s", base: folded, proper: true}}
}

// namesAlone are the first names and the surnames of those who care for the
// child, but for those the child or the reader has too.
func (s Subject) namesAlone(r Reader) []needle {
	ours := lettersOf(s.Case.Name(), r.Person.Name).words()
	var out []needle
	add := func(what, word string) {
		folded := squash(word)
		if len(folded) >= 2 && !slices.Contains(ours, folded) && !slices.Contains(unnamed[:], folded) && !slices.Contains(dated[:], folded) {
			out = append(out, alone(what, word)...)
		}
	}
	for _, n := range s.carers(r) {
		add("a carer's first name", n.first)
		add("a carer's surname", n.last)
	}
	return out
}

// streetsAlone are the first words of the streets the guard looks for.
func (s Subject) streetsAlone(r Reader) []needle {
	ours := lettersOf(r.Person.Address).words()
	var out []needle
	add := func(address string) {
		for _, street := range streetsIn(address) {
			if word := street.word(); word != "" && !slices.Contains(ours, word) {
				out = append(out, alone("the first word of a street the child lives or lived in", word)...)
			}
		}
	}
	for _, p := range s.Case.Placements() {
		add(p.Address)
	}
	for _, p := range s.everybody() {
		if cares(p.Role) && p.ID != r.Person.ID {
			add(p.Address)
		}
	}
	return out
}

// schooling are words that tell the name of a school from that of a teacher.
var schooling = [...]string{"school", "primary", "secondary", "infant", "infants", "junior", "juniors", "academy", "college", "nursery", "preschool", "sixth"}

// schools are the names of the child's schools, as the people of a school have
// them, with and without the last word.
func (s Subject) schools(r Reader) []needle {
	var out []needle
	for _, p := range s.everybody() {
		if p.Role != casefile.School || p.ID == r.Person.ID {
			continue
		}
		for _, name := range []string{p.Team, p.Name} {
			words := lettersOf(name).words()
			schools := slices.ContainsFunc(words, func(w string) bool { return slices.Contains(schooling[:], w) })
			if len(words) == 0 || !schools && name != p.Team || len(words) == 1 && schools {
				continue
			}
			base := strings.Join(words, "")
			out = append(out, needle{what: "the school's name", folded: base, base: base})
			if len(words) > 2 {
				out = append(out, needle{what: "the school's name", folded: strings.Join(words[:len(words)-1], ""), base: base, proper: true})
			}
		}
	}
	return out
}

// everybody lists the people around the child, now and before.
func (s Subject) everybody() []casefile.PersonStated {
	return slices.Concat(s.Case.People(s.Context.Today), s.Case.PeopleLeft(s.Context.Today))
}

// others are the whole names of everybody who does not care for the child: a
// carer's first name within one of them is somebody else's.
func (s Subject) others(r Reader) []string {
	out := []string{squash(s.Case.Name()), squash(r.Person.Name), squash(s.Practice.Profile().Name)}
	for _, p := range s.everybody() {
		if !cares(p.Role) && p.Role != casefile.School {
			out = append(out, squash(p.Name))
		}
	}
	return slices.DeleteFunc(out, func(name string) bool { return name == "" })
}

// within reports whether a span lies within one of these names.
func (l letters) within(names []string, from, to int) bool {
	for _, name := range names {
		for a, b := range l.all(name) {
			if a <= from && to <= b {
				return true
			}
		}
	}
	return false
}
