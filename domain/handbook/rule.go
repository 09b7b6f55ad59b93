package handbook

import (
	"iter"
	"slices"
	"strings"
)

// Force says how binding a rule is.
type Force string

// The forces, strongest first.
const (
	Must     Force = "must"     // a legal duty, or the handbook's own "must"
	Should   Force = "should"   // what the handbook expects
	May      Force = "may"      // a power or an option
	Good     Force = "good"     // good practice
	Research Force = "research" // asked for by another source
	Local    Force = "local"    // our reading, or a default with no national source
)

// Rule is one line of the catalogue. Text, Who, Trigger and Limit are plain
// words; Limit holds the number, its unit and the day it counts from.
type Rule struct {
	ID          string
	Text        string // what is required, in one line
	Who         string // who acts
	Force       Force
	ForceNote   string // what qualifies the force; "" for most rules
	Trigger     string // what starts it
	Limit       string
	AppliesWhen string // the predicate as written in rules.json
	Applies     func(*Facts) bool
	Source      string // with its verification tags, such as "HB 3.23; CPPCR 33(1) [V]"
	Software    string // what Footprint does with the rule
	Family      string // the heading, such as "RT Review timing"
}

// family is a heading of the catalogue with its rules.
type family struct {
	prefix, title string
	rules         []Rule
}

// unverified lists the rules that nobody has checked against the text of the
// law: "A rule whose limit rests only on [U] must be configurable and shown as
// unverified" (rules.md, "How to read a rule"). It names YJ-25, YJ-26, LT-02
// to LT-05, SE-01's intervals and PW-26's extension, and adds AJ-11 and CF-20,
// which carry no number but rest on nothing else.
var unverified = [...]string{
	"AJ-11", "CF-20", "LT-02", "LT-03", "LT-04", "LT-05", "PW-26", "SE-01", "YJ-25", "YJ-26",
}

// Unverified reports whether the rule's limit, or the rule itself, rests only
// on a text that was not read. Such a rule is always shown as unverified.
func (r Rule) Unverified() bool { return slices.Contains(unverified[:], r.ID) }

// All gives every rule in the order of the catalogue.
func All() iter.Seq[Rule] {
	return func(yield func(Rule) bool) {
		for i := range familyTable {
			for _, r := range familyTable[i].rules {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Rules gives every rule in the order of the catalogue, in a slice of the
// caller's own.
func Rules() []Rule { return slices.Collect(All()) }

// Families gives the headings in the order of the catalogue, such as
// "RT Review timing".
func Families() []string {
	titles := make([]string, len(familyTable))
	for i := range familyTable {
		titles[i] = familyTable[i].title
	}
	return titles
}

// Family gives the rules whose id starts with the prefix, such as "RT", in a
// slice of the caller's own; none when there is no such family.
func Family(prefix string) []Rule { return slices.Clone(rulesOf(prefix)) }

// RuleByID finds one rule. The id is written as in the catalogue: "RT-01".
func RuleByID(id string) (Rule, bool) {
	prefix, _, _ := strings.Cut(id, "-")
	rules := rulesOf(prefix)
	at := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if at < 0 {
		return Rule{}, false
	}
	return rules[at], true
}

func rulesOf(prefix string) []Rule {
	for i := range familyTable {
		if familyTable[i].prefix == prefix {
			return familyTable[i].rules
		}
	}
	return nil
}
