package catalogue

import (
	"fmt"
	"slices"
	"strconv"
)

// Node is a parsed predicate: a Flag, Not, All, Any, Compare or In.
type Node interface{ node() }

type (
	// Flag is a yes/no field standing alone.
	Flag struct{ Name string }
	// Not is true when X is false.
	Not struct{ X Node }
	// All is a chain of "and"; it has at least two parts.
	All struct{ Parts []Node }
	// Any is a chain of "or"; it has at least two parts.
	Any struct{ Parts []Node }
	// Compare sets a field beside a value or another field. Op is one of
	// == != < <= > >=.
	Compare struct {
		Name, Op string
		Right    Operand
	}
	// In is true when the field has one of the listed values.
	In struct {
		Name string
		List []Operand
	}
)

func (Flag) node()    {}
func (Not) node()     {}
func (All) node()     {}
func (Any) node()     {}
func (Compare) node() {}
func (In) node()      {}

// OperandKind says what stands on the right of a comparison.
type OperandKind int

// The three things a field may be compared with.
const (
	OperandNumber OperandKind = iota
	OperandText
	OperandName
)

// Operand is a whole number, a quoted text or the name of a field.
type Operand struct {
	Kind   OperandKind
	Number int
	Text   string // the quoted text, or the name
}

// deepest is how far brackets and "not" may nest; no rule comes near it.
const deepest = 50

// reserved words cannot be names of fields.
var reserved = []string{"and", "or", "not", "in", "true", "false", "nil"}

var comparisons = []string{"==", "!=", "<", "<=", ">", ">="}

type parser struct {
	tokens []token
	depth  int
}

// Parse reads one predicate. It knows the shape of the language only: whether
// names and values fit is for Check.
func Parse(source string) (Node, error) {
	tokens, err := split(source)
	if err != nil {
		return nil, err
	}
	p := &parser{tokens: tokens}
	node, err := p.or()
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != tokenEnd {
		return nil, unexpected(t)
	}
	return node, nil
}

func (p *parser) peek() token { return p.tokens[0] }

func (p *parser) next() token {
	t := p.tokens[0]
	if t.kind != tokenEnd {
		p.tokens = p.tokens[1:]
	}
	return t
}

// take moves on and reports true when the next token is that word or sign.
func (p *parser) take(kind tokenKind, text string) bool {
	t := p.peek()
	if t.kind != kind || t.text != text {
		return false
	}
	p.next()
	return true
}

func (p *parser) or() (Node, error) {
	parts, err := p.chain("or", p.and)
	if err != nil || len(parts) > 1 {
		return Any{parts}, err
	}
	return parts[0], nil
}

func (p *parser) and() (Node, error) {
	parts, err := p.chain("and", p.unary)
	if err != nil || len(parts) > 1 {
		return All{parts}, err
	}
	return parts[0], nil
}

func (p *parser) chain(word string, part func() (Node, error)) ([]Node, error) {
	var parts []Node
	for {
		node, err := part()
		if err != nil {
			return nil, err
		}
		parts = append(parts, node)
		if !p.take(tokenWord, word) {
			return parts, nil
		}
	}
}

// unary reads "not" and what it turns round. "not" binds tighter than any
// comparison, as in expr-lang, so it takes a flag or a bracket only.
func (p *parser) unary() (Node, error) {
	if !p.take(tokenWord, "not") {
		return p.primary(true)
	}
	x, err := p.nested(func() (Node, error) {
		if t := p.peek(); t.kind == tokenWord && t.text == "not" {
			return p.unary()
		}
		return p.primary(false)
	})
	return Not{x}, err
}

func (p *parser) nested(inner func() (Node, error)) (Node, error) {
	p.depth++
	defer func() { p.depth-- }()
	if p.depth > deepest {
		return nil, fmt.Errorf("nested more than %d deep", deepest)
	}
	return inner()
}

func (p *parser) primary(mayCompare bool) (Node, error) {
	if p.take(tokenSign, "(") {
		node, err := p.nested(p.or)
		if err == nil && !p.take(tokenSign, ")") {
			err = unexpected(p.peek())
		}
		return node, err
	}
	name, err := p.name()
	if err != nil {
		return nil, err
	}
	t := p.peek()
	compares := t.kind == tokenSign && slices.Contains(comparisons, t.text)
	if t.kind == tokenWord && t.text == "in" {
		p.next()
		list, err := p.list()
		return p.compared(mayCompare, t, In{name, list}, err)
	}
	if compares {
		p.next()
		right, err := p.operand()
		return p.compared(mayCompare, t, Compare{name, t.text, right}, err)
	}
	return Flag{name}, nil
}

func (p *parser) compared(allowed bool, at token, node Node, err error) (Node, error) {
	if err == nil && !allowed {
		err = fmt.Errorf("\"not\" binds tighter than %q at %d: put the comparison in brackets", at.text, at.at)
	}
	return node, err
}

func (p *parser) name() (string, error) {
	t := p.next()
	if t.kind != tokenWord || slices.Contains(reserved, t.text) {
		return "", unexpected(t)
	}
	return t.text, nil
}

func (p *parser) operand() (Operand, error) {
	switch t := p.peek(); t.kind {
	case tokenNumber:
		p.next()
		n, err := strconv.ParseInt(t.text, 10, 32)
		if err != nil {
			return Operand{}, fmt.Errorf("number at %d is too large", t.at)
		}
		return Operand{Kind: OperandNumber, Number: int(n)}, nil
	case tokenText:
		p.next()
		return Operand{Kind: OperandText, Text: t.text}, nil
	}
	name, err := p.name()
	return Operand{Kind: OperandName, Text: name}, err
}

func (p *parser) list() ([]Operand, error) {
	if !p.take(tokenSign, "[") {
		return nil, unexpected(p.peek())
	}
	var list []Operand
	for {
		value, err := p.operand()
		if err != nil {
			return nil, err
		}
		list = append(list, value)
		if p.take(tokenSign, "]") {
			return list, nil
		}
		if !p.take(tokenSign, ",") {
			return nil, unexpected(p.peek())
		}
	}
}

func unexpected(t token) error {
	if t.kind == tokenEnd {
		return fmt.Errorf("it ends too soon")
	}
	return fmt.Errorf("did not expect %q at %d", t.text, t.at)
}
