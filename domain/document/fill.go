package document

import (
	"slices"
	"strings"
)

// value is what a field says: words, or the items of a list.
type value struct {
	text  string
	items []string
}

func (v value) empty() bool { return strings.TrimSpace(v.text) == "" && len(v.items) == 0 }

// filling puts values into a template.
type filling struct {
	fields  []FieldHelp
	values  map[string]value
	title   string
	body    []Block
	dropped bool // something was left out since the last heading
	missing []string
}

// fill gives the title and the body of a letter, and the names in words of the
// fields that nothing is known for.
func (t Template) fill(values map[string]value) filling {
	f := filling{fields: Fields(t.kind), values: values}
	for i, group := range t.groups {
		if i == 0 && group[0].style == heading {
			f.title = f.words(group[0])
			group = group[1:]
		}
		f.paragraph(group)
	}
	f.prune()
	return f
}

// help describes a field; a template holds none that is not in the list.
func (f *filling) help(name string) FieldHelp {
	i := slices.IndexFunc(f.fields, func(h FieldHelp) bool { return h.Name == name })
	return f.fields[i]
}

// blank reports whether every field of these lines is empty and may be; lines
// without a field are not.
func (f *filling) blank(lines ...line) bool {
	any := false
	for _, l := range lines {
		for _, p := range l.parts {
			if p.field == "" {
				continue
			}
			if any = true; !f.values[p.field].empty() || f.help(p.field).Required {
				return false
			}
		}
	}
	return any
}

// paragraph adds the blocks of lines that follow one another. An item of plain
// words stays, whatever stands beside it.
func (f *filling) paragraph(group []line) {
	plainItem := slices.ContainsFunc(group, func(l line) bool {
		return l.style == bullet && !slices.ContainsFunc(l.parts, func(p part) bool { return p.field != "" })
	})
	if !plainItem && f.blank(group...) {
		f.dropped = true
		return
	}
	for _, l := range group {
		if f.blank(l) {
			f.dropped = true
			continue
		}
		f.line(l)
	}
	f.body = append(f.body, nil) // the paragraph ends here
}

func (f *filling) line(l line) {
	last := len(f.body) - 1
	switch l.style {
	case heading:
		f.prune()
		f.body = append(f.body, Heading{1, f.words(l)})
	case bullet:
		item := strings.ReplaceAll(f.words(l), "\n", " ")
		if list, ok := f.at(last).(List); ok {
			f.body[last] = List{Items: append(list.Items, item)}
			return
		}
		f.body = append(f.body, List{Items: []string{item}})
	case room:
		if b, ok := f.at(last).(Blank); ok {
			f.body[last] = Blank{b.Lines + 1}
			return
		}
		f.body = append(f.body, Blank{1})
	case listed:
		if items := f.values[l.parts[0].field].items; len(items) > 0 {
			f.body = append(f.body, List{Items: items})
			return
		}
		f.body = append(f.body, Paragraph{f.words(l)})
	case running:
		if p, ok := f.at(last).(Paragraph); ok {
			f.body[last] = Paragraph{p.Text + "\n" + f.words(l)}
			return
		}
		f.body = append(f.body, Paragraph{f.words(l)})
	}
}

func (f *filling) at(i int) Block {
	if i < 0 {
		return nil
	}
	return f.body[i]
}

// words puts the values into a line. A field that is empty is said in brackets.
func (f *filling) words(l line) string {
	var b strings.Builder
	for _, p := range l.parts {
		b.WriteString(p.text)
		if p.field == "" {
			continue
		}
		v := f.values[p.field]
		if !v.empty() {
			b.WriteString(v.text)
			continue
		}
		what := f.help(p.field).Words
		b.WriteString("[not known: " + what + "]")
		if !slices.Contains(f.missing, what) {
			f.missing = append(f.missing, what)
		}
	}
	return b.String()
}

// prune takes the ends of paragraphs out, and the last heading when all that
// stood under it was left out.
func (f *filling) prune() {
	f.body = slices.DeleteFunc(f.body, func(b Block) bool { return b == nil })
	if n := len(f.body); n > 0 && f.dropped {
		if _, ok := f.body[n-1].(Heading); ok {
			f.body = f.body[:n-1]
		}
	}
	f.dropped = false
}
