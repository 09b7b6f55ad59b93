package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/domain/casefile"
)

// addresses lists what would tell the reader where the child lives or lived: the
// addresses and telephones of every placement and of the carers. The reader's
// own address is theirs to know, unless it is where the child is now and this
// reader must never learn it.
func (s Subject) addresses(r Reader) []needle {
	own := squash(r.Person.Address)
	now, _ := s.Case.PlacementOn(s.Context.Today)
	var out []needle
	for _, p := range s.Case.Placements() {
		if own == "" || squash(p.Address) != own || p.ID == now.ID && r.Person.NoAddress {
			out = append(out, addressNeedles(leakAddress, p.Address)...)
		}
		out = append(out, phoneNeedles(leakPhone, p.Phone)...)
	}
	for _, p := range slices.Concat(s.Case.People(s.Context.Today), s.Case.PeopleLeft(s.Context.Today)) {
		if cares(p.Role) && p.ID != r.Person.ID {
			out = append(out, addressNeedles(leakCarerAt, p.Address)...)
			out = append(out, phoneNeedles("the carer's telephone number", p.Phone)...)
		}
	}
	for _, held := range s.Case.Reviews() {
		if held.Planned.Home {
			out = append(out, addressNeedles(leakAddress, held.Planned.Venue)...)
		}
	}
	return out
}

// cares reports whether people in the role live with the child.
func cares(role casefile.Role) bool { return role == casefile.Carer || role == casefile.Adopter }

var postcode = regexp.MustCompile(`(?i)\b[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{2}\b`)

// addressNeedles looks for an address as a whole, for its postcode, for each
// line with a number and a street, and for its first line when that is the name
// of a house.
func addressNeedles(what, address string) []needle {
	var out []needle
	add := func(words []string) {
		if folded := strings.Join(words, ""); folded != "" {
			out = append(out, needle{what: what, folded: folded, address: true})
		}
	}
	for _, code := range postcode.FindAllString(address, -1) {
		add([]string{squash(code)})
	}
	var lines [][]string
	for part := range strings.FieldsFuncSeq(address, func(r rune) bool { return strings.ContainsRune("\r\n,;|", r) }) {
		if words := lettersOf(part).spelledOut().words(); len(words) > 0 {
			lines = append(lines, words)
		}
	}
	if whole := slices.Concat(lines...); len(whole) >= 2 && len(strings.Join(whole, "")) >= leastLetters {
		add(whole)
	}
	for i, line := range lines {
		numbered := slices.ContainsFunc(line, isNumber)
		switch {
		case numbered && hasName(line):
			add(line)
			addStreets(line, add)
		case numbered && i+1 < len(lines): // "Flat 2" or "12" says nothing until the street follows
			add(slices.Concat(line, lines[i+1]))
		case i == 0 && len(line) >= 2 && hasName(line):
			add(line)
		}
	}
	return out
}

// addStreets adds what stands from each number to the kind of street after it,
// for an address that is written without commas.
func addStreets(line []string, add func([]string)) {
	for i, w := range line {
		for j := i + 1; isNumber(w) && j < len(line) && j <= i+longestStreet; j++ {
			if slices.Contains(streets[:], line[j]) && j > i+1 {
				add(line[i : j+1])
				break
			}
		}
	}
}

var streets = [...]string{"road", "street", "avenue", "lane", "close", "drive", "court", "crescent", "gardens", "grove", "hill", "place", "terrace", "way",
	"square", "park", "view", "walk", "mews", "row", "green", "rise", "yard", "parade", "quay", "wharf", "estate"}

func isNumber(word string) bool { return word != "" && word[0] >= '0' && word[0] <= '9' }

// hasName reports whether a line holds more than numbers and words that every
// address may have.
func hasName(line []string) bool {
	return slices.ContainsFunc(line, func(w string) bool {
		return !isNumber(w) && len(w) >= 3 && !slices.Contains(general[:], w)
	})
}

var general = [...]string{"flat", "unit", "room", "apartment", "apt", "floor", "block", "number", "the", "house", "home", "homes", "care", "children", "childrens", "foster", "residential",
	"ground", "first", "second", "third", "and", "with", "parents", "carer", "carers"}

var telephone = regexp.MustCompile(`\+?[0-9][0-9 ()\-./]{4,}[0-9]`)

// phoneNeedles looks for each number in a text, with and without the code of the
// country.
func phoneNeedles(what, text string) []needle {
	var out []needle
	for _, number := range telephone.FindAllString(text, -1) {
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, number)
		local := strings.TrimPrefix(strings.TrimPrefix(digits, "44"), "0")
		if len(local) < 5 {
			continue
		}
		for _, folded := range []string{digits, "0" + local, "44" + local, "440" + local, local} {
			out = append(out, needle{what: what, folded: folded})
		}
	}
	return out
}

// hiddenNames lists the names of those who care for the child, now and before,
// but for the reader's own.
func (s Subject) hiddenNames(r Reader) []string {
	var out []string
	add := func(name string) {
		name = strings.TrimSpace(name)
		folded := squash(name)
		if len(folded) >= 3 && !slices.Contains(out, name) && folded != squash(r.Person.Name) && !slices.Contains(unnamed[:], folded) {
			out = append(out, name)
		}
	}
	for _, p := range s.Case.Placements() {
		if p.Code == withParents {
			continue
		}
		add(p.Carer)
		for _, joined := range []string{" and ", " & "} {
			if a, b, ok := strings.Cut(p.Carer, joined); ok && strings.Contains(a, " ") {
				add(a)
				add(b)
			}
		}
	}
	for _, p := range slices.Concat(s.Case.People(s.Context.Today), s.Case.PeopleLeft(s.Context.Today)) {
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
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// withParents is the code of a placement with the child's own parents, who are
// nobody's secret.
const withParents = "P1"

// unnamed are words that stand where a name should and are found everywhere.
var unnamed = [...]string{"carer", "carers", "fostercarer", "fostercarers", "adopter", "adopters", "mum", "dad", "mother", "father", "parent", "parents",
	"nan", "gran", "grandmother", "grandfather", "aunt", "uncle", "family", "notknown", "april", "may", "june", "august"}

// nameNeedles looks for a name, and for its last word behind a title. A name of
// one word counts only where it is written with a capital letter, and a first
// name alone is not looked for: both are too often common words.
func nameNeedles(name string) []needle {
	words := lettersOf(name).words()
	out := []needle{{what: leakCarer, folded: strings.Join(words, ""), proper: len(words) == 1}}
	for _, title := range []string{"mr", "mrs", "ms", "miss", "mx", "dr"} {
		out = append(out, needle{what: leakCarer, folded: title + words[len(words)-1]})
	}
	return out
}

var email = regexp.MustCompile(`[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[\pL\pN]+`)

// dialled is a telephone number as it is written in running words; a date has
// no such look.
var dialled = regexp.MustCompile(`(?:\+44|\b0)[0-9 ()\-]{8,}[0-9]`)

// redact takes out of every text of a paper what a redacted copy never holds:
// the names of those who care for the child, telephone numbers and e-mail
// addresses (HB 3.69; RC-04). An address in free words is left for the guard to
// name, for only the IRO can say the sentence otherwise.
func (s Subject) redact(d Document, r Reader) Document {
	var hidden []needle
	for _, name := range s.hiddenNames(r) {
		by := "the carer"
		if strings.Contains(name, " and ") || strings.Contains(name, "&") {
			by = "the carers"
		}
		for _, n := range nameNeedles(name) {
			n.by = by
			hidden = append(hidden, n)
		}
	}
	return d.mapped(func(text string) string {
		if text == "" {
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
	})
}

const leftOut = "[left out]"

// hide replaces every place where the needle stands in a text.
func (n needle) hide(text string) string {
	l := lettersOf(text)
	for from, to := range l.all(n.folded) {
		if begin := l.at[from].from; n.counts(l, from) {
			rest := text[l.at[to-1].to:]
			return text[:begin] + n.by + n.hide(rest)
		}
	}
	return text
}

// counts reports whether a place where a needle was found is meant by it.
func (n needle) counts(l letters, at int) bool {
	first, _ := utf8.DecodeRuneInString(l.texts[l.at[at].text][l.at[at].from:])
	return !n.proper || unicode.IsUpper(first)
}
