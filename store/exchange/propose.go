package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Columns says which heading holds which field. It is what a person confirms
// and what is saved for the council.
type Columns map[Field]string

// Guess is what was thought of one column.
type Guess struct {
	Heading    string
	Field      Field // "" when nothing is read from it
	Confidence int   // 0 to 100
	Reason     string
}

// Proposal is a column map to confirm, with why.
type Proposal struct {
	Columns Columns
	Guesses []Guess // one for each heading, in their order
}

// ParseColumns reads a saved map: one flat object, {"field":"Heading"}. A name
// that is no field is refused and named.
func ParseColumns(data []byte) (Columns, error) {
	raw := map[string]string{}
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fault.New(fault.BadInput, "The column map is not a flat JSON object of texts.",
			`Write it like {"dob":"Date of Birth","name":"Child"}.`).Wrap(err)
	}
	out := Columns{}
	for key, heading := range raw {
		if Field(key).Label() == "" {
			return nil, fault.New(fault.BadInput, fmt.Sprintf("The column map names %q, which is not a field.", short(cleaned(key))),
				"The fields are "+fieldList()+".")
		}
		if heading = cleaned(heading); heading != "" {
			out[Field(key)] = heading
		}
	}
	return out, nil
}

func fieldList() string {
	var names []string
	for _, f := range Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// Usable reports whether a list can be read with the map: every child must be
// known by the council's number, or by name and date of birth.
func (c Columns) Usable() bool {
	named := c[FieldName] != "" || c[FieldFirstName] != "" && c[FieldSurname] != ""
	return c[FieldID] != "" || named && c[FieldDOB] != ""
}

// Propose says which column is which: first what was saved, then by the
// headings, then, for the four that can be known so, by the values.
func Propose(headers []string, sample [][]string, saved Columns) Proposal {
	p := Proposal{Columns: Columns{}, Guesses: make([]Guess, len(headers))}
	for i, h := range headers {
		p.Guesses[i] = Guess{Heading: cleaned(h)}
	}
	for _, f := range Fields() {
		if i := slices.IndexFunc(p.Guesses, func(g Guess) bool {
			return g.Field == "" && g.Heading != "" && saved[f] != "" && sameHeading(g.Heading, saved[f])
		}); i >= 0 {
			p.set(i, f, 100, "saved for this council")
		}
	}
	p.numbersUnderName(sample)
	p.byHeading(95, "the heading says so", func(h string) Field { return synonyms[h] })
	p.byHeading(70, "the heading holds the words", within)
	p.byValues(sample)
	return p
}

func sameHeading(a, b string) bool { return fold(a) == fold(cleaned(b)) }

func (p *Proposal) set(i int, f Field, confidence int, reason string) {
	p.Guesses[i].Field, p.Guesses[i].Confidence, p.Guesses[i].Reason = f, confidence, reason
	p.Columns[f] = p.Guesses[i].Heading
}

// byHeading gives each field still free the first heading that means it.
func (p *Proposal) byHeading(confidence int, reason string, find func(folded string) Field) {
	for i, g := range p.Guesses {
		if g.Field != "" || g.Heading == "" || len(g.Heading) > 200 {
			continue
		}
		if f := find(fold(g.Heading)); f != "" && p.Columns[f] == "" && p.once(g.Heading) {
			p.set(i, f, confidence, reason)
		}
	}
}

// numbersUnderName takes a column headed "Child" that holds numbers for the
// council's number.
func (p *Proposal) numbersUnderName(sample [][]string) {
	hasFigure := func(v string) bool { return strings.ContainsAny(v, "0123456789") }
	for i, g := range p.Guesses {
		v := column(sample, i)
		if g.Field == "" && p.Columns[FieldID] == "" && fold(g.Heading) == "child" && len(v) > 0 &&
			!slices.ContainsFunc(v, func(s string) bool { return !hasFigure(s) }) {
			p.set(i, FieldID, 70, "the values are numbers")
		}
	}
}

// once reports whether a heading stands over one column only: a map by heading
// cannot tell two apart.
func (p *Proposal) once(heading string) bool {
	n := 0
	for _, g := range p.Guesses {
		if g.Heading == heading {
			n++
		}
	}
	return n == 1
}

// within finds a field whose longest heading of two words or more lies inside
// this one: "Child's date of birth (verified)".
func within(heading string) Field {
	var best Field
	length := 0
	padded := " " + heading + " "
	for words, f := range synonyms {
		if strings.Contains(words, " ") && strings.Contains(padded, " "+words+" ") &&
			(len(words) > length || len(words) == length && f < best) {
			best, length = f, len(words)
		}
	}
	for _, w := range []string{"previous ", "former ", "old ", "proposed ", "future "} {
		if strings.Contains(padded, " "+w) && best != FieldLastReview {
			return ""
		}
	}
	if otherPerson(heading) && (best == FieldName || best == FieldDOB || best == FieldFirstName || best == FieldSurname) {
		return ""
	}
	return best
}

// otherPerson guards against a parent's name or birthday being taken for the
// child's.
func otherPerson(heading string) bool {
	for w := range strings.FieldsSeq(heading) {
		switch w {
		case "mother", "mothers", "father", "fathers", "parent", "parents", "sibling", "siblings", "carer", "carers", "worker", "mc":
			return true
		}
	}
	return false
}

// byValues looks at columns nothing was made of: dates of birth, codes, and a
// number that is different in every row.
func (p *Proposal) byValues(sample [][]string) {
	for _, look := range []struct {
		field  Field
		reason string
		fits   func(values []string) bool
	}{
		{FieldStatus, "the values are legal status codes", func(v []string) bool { return most(v, isCode(casefile.StatusCode)) }},
		{FieldPlacement, "the values are placement codes", func(v []string) bool { return most(v, isCode(casefile.PlacementCode)) }},
		{FieldDOB, "the values are dates a child could be born on", looksLikeDOB},
		{FieldID, "the values are numbers, none twice", looksLikeID},
	} {
		if p.Columns[look.field] != "" {
			continue
		}
		found := -1
		for i, g := range p.Guesses {
			if g.Field == "" && g.Heading != "" && p.once(g.Heading) && look.fits(column(sample, i)) {
				if found >= 0 {
					found = -2 // two would do: nobody can say which
					break
				}
				found = i
			}
		}
		if found >= 0 {
			p.set(found, look.field, 40, look.reason)
		}
	}
}

func column(sample [][]string, i int) []string {
	var out []string
	for _, row := range sample {
		if i < len(row) && row[i] != "" {
			out = append(out, row[i])
		}
	}
	return out
}

// most reports whether at least three values are there and four in five fit.
func most(values []string, fits func(string) bool) bool {
	n := 0
	for _, v := range values {
		if fits(v) {
			n++
		}
	}
	return len(values) >= 3 && n*5 >= len(values)*4
}

func isCode(list casefile.CodeList) func(string) bool {
	return func(v string) bool {
		_, ok := codeIn(list, v)
		return ok
	}
}

// looksLikeDOB wants dates spread over years, as birthdays are and the dates of
// reviews are not.
func looksLikeDOB(values []string) bool {
	var first, last workday.Date
	if !most(values, func(v string) bool {
		d, got := readDate(v, epoch1900+46000, false)
		if got != dateRead {
			return false
		}
		if !first.Known() || d < first {
			first = d
		}
		last = max(last, d)
		return true
	}) {
		return false
	}
	return last-first > 4*365 && last-first < 26*366
}

func looksLikeID(values []string) bool {
	seen := map[string]bool{}
	return most(values, func(v string) bool {
		if seen[v] || len(v) < 4 || len(v) > 10 || strings.Trim(v, "0123456789") != "" {
			return false
		}
		seen[v] = true
		return true
	})
}
