package document

import (
	"regexp"
	"slices"
	"strings"

	"footprint/domain/casefile"
)

// addresses lists what would tell the reader where the child lives or lived: the
// addresses and telephones of every placement and of the carers. The reader's
// own address is theirs to know, unless it is where the child is now and this
// reader must never learn it.
func (s Subject) addresses(r Reader) []needle {
	own := squash(r.Person.Address)
	now, _ := s.Case.PlacementOn(s.Context.Today)
	ours := lettersOf(r.Person.Address).spelledOut()
	var out []needle
	add := func(what, address string) {
		for _, n := range addressNeedles(what, address) {
			if !n.part || squash(address) == own || !ours.has(n.folded) {
				out = append(out, n)
			}
		}
	}
	for _, p := range s.Case.Placements() {
		if own == "" || squash(p.Address) != own || p.ID == now.ID && r.Person.NoAddress {
			add(leakAddress, p.Address)
		}
		out = append(out, phoneNeedles(leakPhone, p.Phone)...)
	}
	for _, p := range s.everybody() {
		if cares(p.Role) && p.ID != r.Person.ID {
			add(leakCarerAt, p.Address)
			out = append(out, phoneNeedles("the carer's telephone number", p.Phone)...)
		}
	}
	for _, held := range s.Case.Reviews() {
		if held.Planned.Home {
			add(leakAddress, held.Planned.Venue)
		}
	}
	return out
}

// cares reports whether people in the role live with the child.
func cares(role casefile.Role) bool { return role == casefile.Carer || role == casefile.Adopter }

var postcode = regexp.MustCompile(`(?i)\b[a-z]{1,2}[0-9][a-z0-9]?\s*[0-9][a-z]{2}\b`)

// addressNeedles looks for an address as a whole, for its postcode, for each
// line with a number and a street, for its first line when that is the name of a
// house, and for its streets by less than their whole names.
func addressNeedles(what, address string) []needle {
	address = asWritten(address)
	var out []needle
	add := func(words []string) {
		if folded := strings.Join(words, ""); folded != "" {
			out = append(out, needle{what: what, folded: folded, address: true})
		}
	}
	for _, code := range postcode.FindAllString(address, -1) {
		add([]string{squash(code)})
	}
	lines := addressLines(address)
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
	for _, street := range streetsIn(address) {
		out = append(out, street.needles(what)...)
	}
	return out
}

// addressLines gives the words of each line of an address, with short forms
// written out.
func addressLines(address string) [][]string {
	var lines [][]string
	for part := range strings.FieldsFuncSeq(address, func(r rune) bool { return strings.ContainsRune("\r\n,;|", r) }) {
		if words := lettersOf(part).spelledOut().words(); len(words) > 0 {
			lines = append(lines, words)
		}
	}
	return lines
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
	for _, number := range telephone.FindAllString(asWritten(text), -1) {
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
