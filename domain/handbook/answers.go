package handbook

import (
	"slices"
	"strings"
)

// Act is the kind of thing the program does with a rule: the vocabulary of the
// Software column (rules.md, "How to read a rule").
type Act string

// The acts.
const (
	ActDate      Act = "date"      // works out a date
	ActItem      Act = "item"      // asks it on the review list
	ActAlert     Act = "alert"     // says that something is late, old, missing or against the guidance
	ActField     Act = "field"     // keeps one fact of a form
	ActForm      Act = "form"      // a structured record, with a screen of its own or a part of one
	ActBlock     Act = "block"     // stops a step unless it is overridden
	ActFigure    Act = "figure"    // counts it
	ActReference Act = "reference" // shows the rule, and does no more
	ActSetting   Act = "setting"   // rests on a text nobody has read: a setting, and said so on screen
	ActLater     Act = "later"     // belongs to a part that is still to come
)

// Part is a part of the program that is still to come.
type Part string

// The parts.
const (
	PartChairing Part = "chairing and records"
	PartDisputes Part = "disputes and Cafcass"
	PartReport   Part = "the annual report"
)

// Answer says what the program does with one rule. Its slice is part of the
// catalogue: read it, never write to it.
type Answer struct {
	Rule    string
	Act     Act
	Does    string   // in plain words; for what is still to come, what it will be
	Where   string   // the screen or the command; "" for what is still to come
	Items   []string // the items of the checklists that cite the rule; for what is still to come, those that wait for it
	Setting string   // the setting the rule hangs on, as package practice names it
	Part    Part     // the part that brings the rest, or all of it
	Rest    string   // what that part brings beside what is done now
	Test    string   // the test that shows it: its folder and its name
}

// AnswerTo gives the answer to a rule. Every rule of the catalogue has one; ok
// is false for an id that is not in it.
func AnswerTo(id string) (a Answer, ok bool) {
	at, ok := slices.BinarySearchFunc(answerTable[:], id, func(a Answer, id string) int { return strings.Compare(a.Rule, id) })
	if !ok {
		return Answer{}, false
	}
	return answerTable[at], true
}

// Answers gives them all in the order of the rules' ids, in a slice of the
// caller's own.
func Answers() []Answer { return slices.Clone(answerTable[:]) }

// Words says in one sentence what the program does with the rule.
func (a Answer) Words() string {
	if a.Act == ActLater {
		return "To come with " + string(a.Part) + ": " + strings.ToLower(a.Does[:1]) + a.Does[1:] + "."
	}
	return a.Does + "."
}

// ToCome says what a later part adds; "" when nothing is left, or all of it is.
func (a Answer) ToCome() string {
	if a.Rest == "" {
		return ""
	}
	return "with " + string(a.Part) + ": " + a.Rest
}
