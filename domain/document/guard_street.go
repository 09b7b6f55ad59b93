package document

import (
	"slices"
	"strings"
)

// street is one street of an address: the house numbers before it, as they are
// written, and the words of its name. kind is how many of the words end with the
// kind of street; 0 when no word says it.
type street struct {
	numbers []string
	words   []string
	kind    int
}

// streetsIn finds the streets of an address: what follows a number, and a first
// or second line that ends with the kind of street, below the name of a house.
func streetsIn(address string) []street {
	lines := addressLines(postcode.ReplaceAllString(asWritten(address), ","))
	var out []street
	for i, line := range lines {
		numbered := slices.ContainsFunc(line, isNumber)
		if numbered && !hasName(line) && i+1 < len(lines) && !slices.ContainsFunc(lines[i+1], isNumber) {
			line = slices.Concat(line, lines[i+1])
		}
		for j := range line {
			if s, ok := streetAfter(line, j); ok {
				out = append(out, s)
			}
		}
		if s := streetOf(line); !numbered && i <= 1 && len(out) == 0 && s.kind > 0 && s.kind == len(s.words) {
			out = append(out, s)
		}
	}
	return out
}

// streetAfter reads the street that follows a number in a line. Of "14a" and
// "14-16" the first number counts alone too.
func streetAfter(line []string, at int) (s street, ok bool) {
	if !isNumber(line[at]) {
		return s, false
	}
	j := at + 1
	for j < len(line) && (isNumber(line[j]) || len(line[j]) == 1) {
		j++
	}
	if j == len(line) {
		return s, false
	}
	s = streetOf(line[j:])
	s.numbers = []string{line[at]}
	if whole := strings.Join(line[at:j], ""); whole != line[at] {
		s.numbers = append(s.numbers, whole)
	}
	return s, true
}

func streetOf(words []string) street {
	s := street{words: words}
	for i := range words {
		if i > 0 && i < longestStreet && slices.Contains(streets[:], words[i]) {
			s.kind = i + 1
			break
		}
	}
	return s
}

// needles looks for the street by each number with its first word, whatever
// follows, and by its name without a number. Words that are found in any text
// count only with a capital letter; a month behind a number is a date.
func (s street) needles(what string) []needle {
	var out []needle
	first := s.words[0]
	if first == "the" && len(s.words) > 1 {
		first += s.words[1]
	}
	for _, number := range s.numbers {
		if !slices.Contains(unnamed[:], first) && !slices.Contains(dated[:], first) {
			out = append(out, needle{what: what, folded: number + first, address: true, part: true, proper: everyday(s.words[0]), capital: len(number)})
		}
	}
	name := s.words[:s.kind]
	if s.kind == 0 {
		name = s.words[:min(len(s.words), 2)]
	}
	name = slices.DeleteFunc(slices.Clone(name), func(w string) bool { return w == "the" })
	if len(name) > 1 {
		out = append(out, needle{what: what, folded: strings.Join(name, ""), address: true, part: true, proper: !slices.ContainsFunc(name, func(w string) bool { return !everyday(w) })})
	}
	return out
}

// word is the first word of the street's name, which alone is for the IRO to
// judge; "" when it is found in any text.
func (s street) word() string {
	if first := s.words[0]; len(first) >= 3 && !everyday(first) && !slices.Contains(dated[:], first) {
		return first
	}
	return ""
}

// everyday reports a word of streets' names that is found in any text.
func everyday(word string) bool {
	return slices.Contains(anywhere[:], word) || slices.Contains(streets[:], word) || slices.Contains(general[:], word)
}

var anywhere = [...]string{"new", "old", "high", "low", "long", "short", "upper", "lower", "great", "little", "north", "south", "east", "west", "main", "back", "front", "middle",
	"school", "church", "chapel", "college", "mill", "station", "market", "bridge", "bank", "water", "river", "wood", "woods", "field", "fields", "farm", "garden", "hall", "cross",
	"king", "kings", "queen", "queens", "prince", "princess", "white", "black", "red", "brown", "spring", "summer", "winter", "sunny", "victoria", "saint"}

var dated = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
