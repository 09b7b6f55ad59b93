package document

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// hiddenNames lists the names of those who care for the child, now and before,
// but for the reader's own.
func (s Subject) hiddenNames(r Reader) []string {
	var out []string
	add := func(name string) {
		name = strings.TrimSpace(asWritten(name))
		folded := squash(name)
		if len(folded) >= 3 && !slices.Contains(out, name) && folded != squash(r.Person.Name) && !slices.Contains(unnamed[:], folded) {
			out = append(out, name)
		}
	}
	for _, p := range s.Case.Placements() {
		if p.Code != withParents {
			add(p.Carer)
		}
	}
	for _, p := range s.everybody() {
		if cares(p.Role) {
			add(p.Name)
		}
	}
	for _, held := range s.Case.Reviews() {
		for _, p := range s.Case.PartsIn(held.ID) {
			if cares(p.Role) {
				add(p.Name)
			}
		}
	}
	return out
}

// withParents is the code of a placement with the child's own parents, who are
// nobody's secret.
const withParents = "P1"

// unnamed are words that stand where a name should and are found everywhere.
var unnamed = [...]string{"carer", "carers", "fostercarer", "fostercarers", "adopter", "adopters", "mum", "dad", "mother", "father", "parent", "parents",
	"nan", "gran", "grandmother", "grandfather", "aunt", "uncle", "family", "notknown", "april", "may", "june", "august"}

// named is one of those who care for the child, as far as a name on file tells.
// Those written in one name, such as "Janet and Roy Baker", have the same from.
// all is what stands in it of this one, middle names too.
type named struct {
	first, last, all string
	from             int
}

var joiner = regexp.MustCompile(`(?i)\s*(?:[&+/;,]|\band\b)\s*`)

var titles = [...]string{"mr", "mrs", "ms", "miss", "mx", "dr"}

// namedIn reads a name, which may be of several people. One without a surname
// has that of whoever follows; "Baker, Janet" is read from behind its comma.
func namedIn(name string, from int) []named {
	var parts [][]string
	short := true // no part has two words
	for _, part := range joiner.Split(name, -1) {
		words := strings.Fields(part)
		if len(words) == 0 || slices.Contains(unnamed[:], squash(part)) {
			continue
		}
		parts, short = append(parts, words), short && len(words) == 1
	}
	last := ""
	if strings.Contains(name, ",") && short && len(parts) > 1 {
		last, parts = parts[0][0], parts[1:]
	}
	var out []named
	for _, words := range slices.Backward(parts) {
		titled := slices.Contains(titles[:], squash(words[0]))
		if titled {
			words = words[1:]
		}
		if len(words) > 1 || titled && len(words) == 1 {
			last = words[len(words)-1]
		}
		switch {
		case len(words) > 1 || len(words) == 1 && !titled:
			out = append(out, named{words[0], last, strings.Join(words, " "), from})
		case last != "":
			out = append(out, named{last: last, from: from})
		}
	}
	return out
}

// carers reads the names of all who care for the child, but for the reader.
func (s Subject) carers(r Reader) []named {
	var out []named
	for i, name := range s.hiddenNames(r) {
		for _, n := range namedIn(name, i) {
			if squash(n.first+n.last) != squash(r.Person.Name) && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// hidden lists what a redacted copy never says of those who care for the child,
// with what it says instead, the longest first so that none hides a part of
// another. A first name alone and a surname alone are left to Warnings: both are
// too often something else.
func (s Subject) hidden(r Reader) []needle {
	var out []needle
	add := func(by string, n needle) {
		if n.folded == "" || slices.ContainsFunc(out, func(o needle) bool { return o.folded == n.folded && (!o.joined || n.joined) }) {
			return
		}
		n.what, n.by = leakCarer, by
		out = append(out, n)
		n.folded, n.by = n.folded+"s", by+"'s" // the marks of a possessive are passed over
		out = append(out, n)
	}
	const one, more = "the carer", "the carers"
	for _, name := range s.hiddenNames(r) {
		by := one
		if strings.Contains(name, " and ") || strings.Contains(name, "&") {
			by = more
		}
		words := lettersOf(name).words()
		add(by, needle{folded: strings.Join(words, ""), proper: len(words) == 1})
	}
	carers := s.carers(r)
	for _, n := range carers {
		first, last := squash(n.first), squash(n.last)
		if last == "" {
			if n.first != "" {
				for _, title := range titles {
					add(one, needle{folded: title + first})
				}
			}
			continue
		}
		if first != "" {
			add(one, needle{folded: first + last})
			if all := squash(n.all); all != first {
				add(one, needle{folded: all})
			}
		}
		for _, title := range titles {
			add(one, needle{folded: title + last})
		}
		for _, couple := range [][2]string{{"mr", "mrs"}, {"mrs", "mr"}} {
			add(more, needle{folded: couple[0] + "and" + couple[1] + last})
			add(more, needle{folded: couple[0] + couple[1] + last, joined: true})
		}
		for _, o := range carers {
			if other := squash(o.first); first != "" && other != "" && other != first && (o.from == n.from || squash(o.last) == last) {
				for _, tail := range []string{"", squash(o.last)} {
					add(more, needle{folded: first + "and" + other + tail})
					add(more, needle{folded: first + other + tail, joined: true})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b needle) int { return cmp.Compare(len(b.folded), len(a.folded)) })
	return out
}
