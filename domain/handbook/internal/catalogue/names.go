package catalogue

import (
	"fmt"
	"strconv"
	"strings"
)

// capitals are the parts of names that Go writes in capitals.
var capitals = []string{"co", "cao", "cp", "cv", "dob16", "dob18", "epo", "ico", "irh", "iro", "la", "lac", "pace", "s20", "sen", "sgo", "uasc", "yda", "yro"}

// GoName is the Go name of a field or value of fields.json: lac_working_days
// becomes LACWorkingDays, POLICE_PROTECTION becomes PoliceProtection.
func GoName(name string) string {
	var out strings.Builder
	for part := range strings.SplitSeq(strings.ToLower(name), "_") {
		if part == "" {
			continue
		}
		if isCapitals(part) {
			out.WriteString(strings.ToUpper(part))
			continue
		}
		out.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return out.String()
}

func isCapitals(part string) bool {
	for _, known := range capitals {
		if part == known {
			return true
		}
	}
	return false
}

// enumType is the Go type of an enum field.
func enumType(field string) string {
	if field == "format" {
		return "ReviewFormat" // "Format" alone would say nothing at the place of use
	}
	return GoName(field)
}

// predicateName is the name of a predicate's Go function, made from what it
// asks: whenReviewNoIs1AndNotShortBreakReg48.
func predicateName(node Node) string { return "when" + phrase(node) }

func phrase(node Node) string {
	switch n := node.(type) {
	case Flag:
		return GoName(n.Name)
	case Not:
		return "Not" + phrase(n.X)
	case All:
		return join(n.Parts, "And")
	case Any:
		return join(n.Parts, "Or")
	case Compare:
		verb := map[string]string{"==": "Is", "!=": "IsNot", "<": "Under", "<=": "AtMost", ">": "Over", ">=": "AtLeast"}[n.Op]
		return GoName(n.Name) + verb + operandPhrase(n.Right)
	case In:
		values := make([]string, len(n.List))
		for i, value := range n.List {
			values[i] = operandPhrase(value)
		}
		return GoName(n.Name) + "Is" + strings.Join(values, "Or")
	}
	return ""
}

func join(parts []Node, word string) string {
	phrases := make([]string, len(parts))
	for i, part := range parts {
		phrases[i] = phrase(part)
		if _, mixed := part.(Any); mixed {
			phrases[i] = "Either" + phrases[i]
		}
	}
	return strings.Join(phrases, word)
}

func operandPhrase(value Operand) string {
	switch {
	case value.Kind == OperandNumber:
		return strconv.Itoa(value.Number)
	case isDate(value.Text):
		return strings.ReplaceAll(value.Text, "-", "")
	}
	return GoName(value.Text)
}

// expression writes a predicate as a Go expression over "f *Facts". inside
// says that it stands in a larger expression and may need brackets.
func (fields Fields) expression(node Node, inside bool) string {
	switch n := node.(type) {
	case Flag:
		if n.Name == Always {
			return "f.Always()"
		}
		return "f." + GoName(n.Name)
	case Not:
		return "!" + fields.expression(n.X, true)
	case All:
		return fields.expressions(n.Parts, " && ", inside)
	case Any:
		return fields.expressions(n.Parts, " || ", inside)
	case Compare:
		return bracket(fmt.Sprintf("f.%s %s %s", GoName(n.Name), n.Op, fields.operand(n.Name, n.Right)), inside)
	case In:
		parts := make([]string, len(n.List))
		for i, value := range n.List {
			parts[i] = fmt.Sprintf("f.%s == %s", GoName(n.Name), fields.operand(n.Name, value))
		}
		return bracket(strings.Join(parts, " || "), inside)
	}
	return ""
}

func (fields Fields) expressions(parts []Node, sign string, inside bool) string {
	out := make([]string, len(parts))
	for i, part := range parts {
		_, simple := part.(Compare)
		out[i] = fields.expression(part, !simple)
	}
	return bracket(strings.Join(out, sign), inside)
}

func bracket(text string, wanted bool) string {
	if wanted {
		return "(" + text + ")"
	}
	return text
}

func (fields Fields) operand(name string, value Operand) string {
	switch value.Kind {
	case OperandNumber:
		return strconv.Itoa(value.Number)
	case OperandName:
		return "f." + GoName(value.Text)
	}
	if fields.is(name, TypeEnum) {
		return enumType(name) + GoName(value.Text)
	}
	return strconv.Quote(value.Text)
}
