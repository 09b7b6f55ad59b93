package catalogue

import (
	"fmt"
	"slices"
	"strconv"
)

// Check holds a predicate against the fields. An unknown name, a value of the
// wrong type, a value outside an enum and a test of a date that is true while
// the date is not known are errors.
func Check(node Node, fields Fields) error {
	if err := checkTypes(node, fields); err != nil {
		return err
	}
	return checkDates(node, fields, false, nil)
}

func checkTypes(node Node, fields Fields) error {
	switch n := node.(type) {
	case Flag:
		field, err := fields.named(n.Name)
		if err == nil && field.Type != TypeBool {
			err = fmt.Errorf("%s is a %s and cannot stand alone", n.Name, field.Type)
		}
		return err
	case Not:
		return checkTypes(n.X, fields)
	case All:
		return checkEach(n.Parts, fields)
	case Any:
		return checkEach(n.Parts, fields)
	case Compare:
		field, err := fields.named(n.Name)
		if err != nil {
			return err
		}
		if field.Type == TypeEnum && n.Op != "==" && n.Op != "!=" {
			return fmt.Errorf("%s is an enum and takes only ==, != and in, not %s", n.Name, n.Op)
		}
		return checkOperand(field, n.Right, fields)
	case In:
		field, err := fields.named(n.Name)
		if err != nil {
			return err
		}
		for _, value := range n.List {
			if value.Kind == OperandName {
				return fmt.Errorf("the list for %s holds the name %s", n.Name, value.Text)
			}
			if err := checkOperand(field, value, fields); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("a predicate holds a %T", node)
}

func checkEach(parts []Node, fields Fields) error {
	for _, part := range parts {
		if err := checkTypes(part, fields); err != nil {
			return err
		}
	}
	return nil
}

func checkOperand(field Field, value Operand, fields Fields) error {
	switch value.Kind {
	case OperandName:
		other, err := fields.named(value.Text)
		if err != nil {
			return err
		}
		if other.Type != field.Type || field.Type != TypeInt && field.Type != TypeDate {
			return fmt.Errorf("%s is a %s and cannot be compared with %s, a %s", field.Name, field.Type, other.Name, other.Type)
		}
		return nil
	case OperandNumber:
		if field.Type != TypeInt {
			return fmt.Errorf("%s is a %s and cannot be compared with %d", field.Name, field.Type, value.Number)
		}
		return nil
	}
	switch {
	case field.Type == TypeEnum && !slices.Contains(field.Values, value.Text):
		return fmt.Errorf("'%s' is not a value of %s", value.Text, field.Name)
	case field.Type == TypeDate && !isDate(value.Text):
		return fmt.Errorf("'%s' is not a day of the calendar, for %s", value.Text, field.Name)
	case field.Type != TypeEnum && field.Type != TypeDate:
		return fmt.Errorf("%s is a %s and cannot be compared with '%s'", field.Name, field.Type, value.Text)
	}
	return nil
}

// checkDates makes sure that no test of a date is true only because the date
// is not known: the empty text sorts before every date, so a test without a
// lower bound would be. turned is set inside an odd number of "not"; bounded
// names the dates that something joined by "and" already holds from below.
func checkDates(node Node, fields Fields, turned bool, bounded []string) error {
	switch n := node.(type) {
	case Not:
		return checkDates(n.X, fields, !turned, bounded)
	case All:
		return checkJoined(n.Parts, fields, turned, !turned, bounded)
	case Any:
		return checkJoined(n.Parts, fields, turned, turned, bounded)
	case Compare:
		if fields.is(n.Name, TypeDate) && !bounds(n.Op, turned) && !slices.Contains(bounded, n.Name) {
			return fmt.Errorf("the test of the date %s has no lower bound", n.Name)
		}
	case In:
		if fields.is(n.Name, TypeDate) && turned && !slices.Contains(bounded, n.Name) {
			return fmt.Errorf("the test of the date %s has no lower bound", n.Name)
		}
	}
	return nil
}

func checkJoined(parts []Node, fields Fields, turned, together bool, bounded []string) error {
	if together {
		bounded = slices.Clone(bounded)
		for _, part := range parts {
			bounded = append(bounded, lowerBound(part, turned)...)
		}
	}
	for _, part := range parts {
		if err := checkDates(part, fields, turned, bounded); err != nil {
			return err
		}
	}
	return nil
}

// lowerBound names the field that a plain comparison holds from below.
func lowerBound(node Node, turned bool) []string {
	switch n := node.(type) {
	case Not:
		return lowerBound(n.X, !turned)
	case Compare:
		if bounds(n.Op, turned) {
			return []string{n.Name}
		}
	}
	return nil
}

// bounds reports whether a comparison is false for the empty text on its left.
func bounds(op string, turned bool) bool {
	if turned {
		return slices.Contains([]string{"<", "<=", "!="}, op)
	}
	return slices.Contains([]string{">", ">=", "=="}, op)
}

// isDate reports whether text is a day of the calendar written YYYY-MM-DD.
func isDate(text string) bool {
	if len(text) != len("YYYY-MM-DD") || text[4] != '-' || text[7] != '-' {
		return false
	}
	year, err1 := strconv.ParseUint(text[:4], 10, 16)
	month, err2 := strconv.ParseUint(text[5:7], 10, 8)
	day, err3 := strconv.ParseUint(text[8:], 10, 8)
	if err1 != nil || err2 != nil || err3 != nil || year == 0 || month < 1 || month > 12 || day < 1 {
		return false
	}
	days := []uint64{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days++
	}
	return day <= days
}
