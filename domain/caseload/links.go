package caseload

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// Here reports whether a file is that of a child who is looked after now in
// this caseload, and whose IRO is therefore the same.
type Here func(file casefile.ID) bool

// PersonAlert is one thing about the people around a child that is undecided
// or goes against the guidance.
type PersonAlert struct {
	Person casefile.ID // empty when it is about the child
	Rule   string
	Words  string // follows the person's name: "has another IRO, ..."
	Wrong  bool   // against the guidance; else only undecided
}

// PersonAlerts lists the alerts of the people list and of how the child
// communicates (HB 3.12, 3.69, 4.5, 7.2; PR-24, RC-04, CN-01, AP-05, AP-06).
func PersonAlerts(c *casefile.Case, here Here, today workday.Date) []PersonAlert {
	people := c.People(today)
	interpreter := slices.ContainsFunc(people, func(p casefile.PersonStated) bool { return p.Role == casefile.Interpreter })
	var out []PersonAlert
	for _, p := range people {
		add := func(rule, words string, wrong bool) {
			out = append(out, PersonAlert{Person: p.ID, Rule: rule, Words: words, Wrong: wrong})
		}
		if rule, words, wrong := iroAlert(p, ownIRO(c, today), here); rule != "" {
			add(rule, words, wrong)
		}
		if p.NoAddress && p.Receives == casefile.FullRecord {
			add("RC-04", "not to know the address, yet set to the full record", true)
		}
		if p.Receives == "" && givenACopy(p) {
			add("RC-04", "which copy of the record is not decided", false)
		}
		if p.NeedsInterpreter() && !interpreter {
			add("PR-24", "no interpreter is on this list", false)
		}
	}
	if c.SpeaksAnother() && !interpreter {
		out = append(out, PersonAlert{Rule: "PR-24", Words: "no interpreter is on this list"})
	}
	if c.Yes("comm_needs") && c.Fact("comm_method") == "" {
		out = append(out, PersonAlert{Rule: "CN-01", Words: "the child's own method of communicating is not known", Wrong: true})
	}
	return out
}

// givenACopy reports whether a copy has to be decided on: for those who come,
// and for parents whether they come or not (RC-04, RC-05).
func givenACopy(p casefile.PersonStated) bool {
	return p.Part == casefile.AllOfIt || p.Part == casefile.PartOfIt || p.Role == casefile.Parent || p.Responsibility
}

// ownIRO is the name of the child's IRO, "" when the file does not say.
func ownIRO(c *casefile.Case, today workday.Date) string {
	if a, ok := c.AppointedOn(today); ok {
		return a.Name
	}
	return c.Fact(casefile.FactIRO)
}

// iroAlert compares the IRO of somebody of the family with the child's own:
// brothers and sisters share one, a looked-after parent and child do not,
// unless a reason is given (HB 7.2).
func iroAlert(p casefile.PersonStated, own string, here Here) (rule, words string, wrong bool) {
	if !p.Role.Kin() || p.Reason != "" {
		return "", "", false
	}
	same, known := sameIRO(p, own, here)
	switch {
	case p.Role == casefile.Sibling && known && !same:
		return "AP-05", "has another IRO, and no reason is given", true
	case p.Role != casefile.Sibling && known && same:
		return "AP-06", "has the same IRO, and no reason is given", true
	case p.Role == casefile.ParentInCare && !known:
		return "AP-06", "their IRO is not known; it should be another", false
	}
	return "", "", false
}

// sameIRO reports whether the person has the child's own IRO, when that is
// known. An IRO who is named goes before what the link says.
func sameIRO(p casefile.PersonStated, own string, here Here) (same, known bool) {
	if p.IRO != "" {
		return strings.EqualFold(p.IRO, strings.TrimSpace(own)), true
	}
	at := here(p.Child)
	return at, at
}

// LookedAfterKin counts the brothers and sisters on the list who are looked
// after, and the looked-after parents with the child or the young person's own
// looked-after children. A person is known to be looked after by their file in
// this caseload or by their IRO (AP-05, AP-06).
func LookedAfterKin(c *casefile.Case, here Here, today workday.Date) (siblings, parents int) {
	for _, p := range c.People(today) {
		looked := p.IRO != "" || here(p.Child)
		switch {
		case p.Role == casefile.Sibling && looked:
			siblings++
		case p.Role == casefile.ParentInCare, p.Role == casefile.ChildOf && looked:
			parents++
		}
	}
	return siblings, parents
}
