package catalogue

import (
	"maps"
	"slices"
	"strings"
)

func (b *book) factsFile() []byte {
	p := newPage()
	p.comment("Facts holds what a predicate may ask about one child, with the review in hand. " +
		"The zero value knows nothing: a bool not known is false, a number 0, a date or an enum \"\". " +
		"Dates are text YYYY-MM-DD, whose order is that of the days. " +
		"Each field says whether someone states it or it is worked out, and from what, in the names of fields.json.")
	p.line("type Facts struct {")
	group := ""
	for _, field := range b.fields {
		if field.Name == Always {
			continue
		}
		if field.Group != group {
			group = field.Group
			p.line("")
			p.line("// --- %s ---", group)
			p.line("")
		}
		p.comment(field.describe())
		p.line("%s %s", GoName(field.Name), field.goType())
	}
	p.line("}")
	if b.fields.is(Always, TypeBool) {
		p.line("")
		p.comment("Always is true for every child, whatever is known. It is a method so that no one can forget to set it.")
		p.line("func (*Facts) Always() bool { return true }")
	}
	return p.Bytes()
}

// describe says what a field means and where it comes from.
func (field Field) describe() string {
	text := GoName(field.Name) + ": " + field.Meaning + "."
	if field.Derived == nil {
		return text + " Stated by: " + field.Stated + "."
	}
	text += " Worked out: " + field.Derived.How
	if len(field.Derived.From) > 0 {
		text += " (from " + strings.Join(field.Derived.From, ", ") + ")"
	}
	return text + "."
}

func (field Field) goType() string {
	switch field.Type {
	case TypeBool, TypeInt:
		return string(field.Type)
	case TypeEnum:
		return enumType(field.Name)
	}
	return "string"
}

func (b *book) enumsFile() []byte {
	p := newPage()
	for _, field := range b.fields {
		if field.Type != TypeEnum {
			continue
		}
		name := enumType(field.Name)
		p.comment(name + " says: " + field.Meaning + ". \"\" is not known.")
		p.line("type %s string", name)
		p.line("")
		p.line("// The values of %s.", name)
		p.line("const (")
		for _, value := range field.Values {
			p.line("%s%s %s = %q", name, GoName(value), name, value)
		}
		p.line(")")
		p.line("")
	}
	return p.Bytes()
}

func (b *book) predicatesFile(names map[string]string) []byte {
	p := newPage()
	p.comment("One function for each distinct predicate, in the order of their names. The name says what it asks.")
	p.line("")
	expressions := map[string]string{}
	for text, name := range names {
		expressions[name] = b.fields.expression(b.when[text], false)
	}
	for _, name := range slices.Sorted(maps.Keys(expressions)) {
		if expressions[name] == "f.Always()" {
			p.line("func %s(*Facts) bool { return true }", name)
			continue
		}
		p.line("func %s(f *Facts) bool { return %s }", name, expressions[name])
	}
	return p.Bytes()
}
