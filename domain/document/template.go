package document

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Template is the text of a letter, read and checked.
//
// It is plain text. Lines that follow one another are one paragraph and keep
// their line breaks; an empty line ends it. A line that begins with "# " is a
// heading, and the first of all is the letter's title. "- " begins an item of a
// list, and a line of four or more "_" is room to write by hand. {{field}}
// stands for a value; one that is a list has a line of its own.
//
// What is not known leaves no hole. A line whose fields are all empty is left
// out, and a whole paragraph when all the fields in it are, unless it has items
// of plain words; so is a heading under which nothing is left. An empty field that is required, or stands beside
// one that is not empty, is said in brackets: [not known: the time].
type Template struct {
	kind   LetterKind
	groups [][]line
}

// line is one line of a template.
type line struct {
	style style
	parts []part
}

// part is plain text, or a field when that is named.
type part struct{ text, field string }

type style uint8

const (
	running style = iota
	heading
	bullet
	room
	listed // a field that is a list
)

// ParseTemplate reads the text of a letter and checks every field in it.
func ParseTemplate(kind LetterKind, text string) (Template, error) {
	t := Template{kind: kind}
	switch {
	case len(text) > practice.TemplateLimit:
		return t, fault.New(fault.TooLong, "The text is longer than is kept.", "A letter's text is at most 32 KiB, about fifteen pages.")
	case !utf8.ValidString(text):
		return t, fault.New(fault.BadInput, "The text is not plain text.", "Save it as plain text (UTF-8) and read it in again.")
	case !slices.Contains(LetterKinds(), kind):
		return t, fault.New(fault.BadInput, "That is not one of the letters.", "Choose it from the list.")
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "").Replace(text)
	var group []line
	for i, raw := range strings.Split(text, "\n") {
		raw = strings.TrimSpace(raw)
		if raw == "" {
			t.close(&group)
			continue
		}
		l, err := parseLine(kind, raw, i+1)
		if err != nil {
			return t, err
		}
		group = append(group, l)
	}
	t.close(&group)
	if len(t.groups) == 0 {
		return t, fault.New(fault.BadInput, "The text is empty.", "Type the letter, or put the program's own text back.")
	}
	return t, nil
}

func (t *Template) close(group *[]line) {
	if len(*group) > 0 {
		t.groups = append(t.groups, *group)
		*group = nil
	}
}

var byHand = regexp.MustCompile(`^_{4,}$`)

func parseLine(kind LetterKind, raw string, no int) (line, error) {
	l := line{}
	if byHand.MatchString(raw) {
		l.style = room
		return l, nil
	}
	if rest, ok := strings.CutPrefix(raw, "# "); ok {
		l.style, raw = heading, strings.TrimSpace(rest)
	} else if rest, ok := strings.CutPrefix(raw, "- "); ok {
		l.style, raw = bullet, strings.TrimSpace(rest)
	}
	for raw != "" {
		before, rest, open := strings.Cut(raw, "{{")
		if before != "" {
			l.parts = append(l.parts, part{text: before})
		}
		if !open {
			break
		}
		name, after, closed := strings.Cut(rest, "}}")
		if !closed {
			return l, fault.New(fault.BadInput, fmt.Sprintf("On line %d a field is not closed.", no), "Each field is written {{like_this}}, with two braces on both sides.")
		}
		f, err := fieldOf(kind, strings.TrimSpace(name), no)
		if err != nil {
			return l, err
		}
		if f.List {
			if l.style != running || len(l.parts) > 0 || after != "" {
				return l, fault.New(fault.BadInput, fmt.Sprintf("On line %d {{%s}} is a list and needs a line of its own.", no, f.Name), "Put it on a line with nothing before or after it.")
			}
			l.style = listed
		}
		l.parts, raw = append(l.parts, part{field: f.Name}), after
	}
	return l, nil
}

// plainField is what a field's name looks like. Anything else between braces is
// words somebody typed, which an error never repeats.
var plainField = regexp.MustCompile(`^[a-z][a-z0-9_]{0,39}$`)

// fieldOf finds a field of a letter, or says which are nearest in name.
func fieldOf(kind LetterKind, name string, no int) (FieldHelp, error) {
	fields := Fields(kind)
	if i := slices.IndexFunc(fields, func(f FieldHelp) bool { return f.Name == name }); i >= 0 {
		return fields[i], nil
	}
	said := "There is no such field on line " + fmt.Sprint(no) + "."
	if plainField.MatchString(name) {
		said = fmt.Sprintf("There is no field {{%s}} (line %d).", name, no)
	}
	var near, all []string
	for _, f := range fields {
		all = append(all, f.Name)
		if nearly(f.Name, name) {
			near = append(near, f.Name)
		}
	}
	if len(near) > 0 {
		return FieldHelp{}, fault.New(fault.BadInput, said, "Did you mean "+strings.Join(near, " or ")+"?")
	}
	return FieldHelp{}, fault.New(fault.BadInput, said, "This letter has: "+strings.Join(all, ", ")+".")
}

// nearly reports whether two names share a word or differ by a slip or two.
func nearly(a, b string) bool {
	for word := range strings.SplitSeq(b, "_") {
		if len(word) > 3 && slices.Contains(strings.Split(a, "_"), word) {
			return true
		}
	}
	return len(b) <= 40 && slips(a, b) <= 2
}

// slips counts the letters put in, left out or changed between two names.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// Uses lists the fields a template has, each once, in their order.
func (t Template) Uses() []string {
	var out []string
	for _, group := range t.groups {
		for _, l := range group {
			for _, p := range l.parts {
				if p.field != "" && !slices.Contains(out, p.field) {
					out = append(out, p.field)
				}
			}
		}
	}
	return out
}

// KeepTemplate keeps a council's own text of a letter once every field in it is
// known; an empty text puts the program's own back.
func KeepTemplate(p *practice.Practice, t practice.TemplateStated, today workday.Date) ([]casefile.Line, error) {
	kind := LetterKind(t.Letter)
	if !slices.Contains(Bands(kind), Band(t.Band)) {
		return nil, fault.New(fault.BadInput, "There is no such letter.", "Choose the letter, and who it is for, from the list.")
	}
	if strings.TrimSpace(t.Text) != "" {
		if _, err := ParseTemplate(kind, t.Text); err != nil {
			return nil, err
		}
	}
	return p.StateTemplate(t, today)
}
