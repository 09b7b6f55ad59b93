package catalogue

import (
	"cmp"
	"slices"
)

// Always is the one field that is true for every child, whatever is known.
const Always = "always"

// Env gives each field's value by its name in fields.json: a bool, an int, or
// a string for dates and enums. What is absent is not known: false, 0 or "".
type Env map[string]any

// Eval works out a checked predicate.
func Eval(node Node, env Env) bool {
	switch n := node.(type) {
	case Flag:
		yes, _ := env[n.Name].(bool)
		return yes || n.Name == Always
	case Not:
		return !Eval(n.X, env)
	case All:
		return !slices.ContainsFunc(n.Parts, func(part Node) bool { return !Eval(part, env) })
	case Any:
		return slices.ContainsFunc(n.Parts, func(part Node) bool { return Eval(part, env) })
	case Compare:
		return holds(n.Op, env.compare(n.Name, n.Right))
	case In:
		return slices.ContainsFunc(n.List, func(value Operand) bool { return env.compare(n.Name, value) == 0 })
	}
	return false
}

// compare orders a field against a value: negative when it comes before.
// Dates are compared as text, which is their order.
func (env Env) compare(name string, right Operand) int {
	switch right.Kind {
	case OperandNumber:
		left, _ := env[name].(int)
		return cmp.Compare(left, right.Number)
	case OperandText:
		left, _ := env[name].(string)
		return cmp.Compare(left, right.Text)
	}
	if left, ok := env[name].(int); ok {
		other, _ := env[right.Text].(int)
		return cmp.Compare(left, other)
	}
	if other, ok := env[right.Text].(int); ok {
		return cmp.Compare(0, other)
	}
	left, _ := env[name].(string)
	other, _ := env[right.Text].(string)
	return cmp.Compare(left, other)
}

func holds(op string, order int) bool {
	switch op {
	case "==":
		return order == 0
	case "!=":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}
