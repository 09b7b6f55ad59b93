package handbook

import (
	"slices"
	"strings"
)

// Kind says what sort of answer a piece of evidence takes.
type Kind int

// The kinds of evidence.
const (
	KindText   Kind = iota // words
	KindDate               // one day
	KindYesNo              // yes or no
	KindChoice             // one of Options
	KindNumber             // a whole number, or hours and minutes as the label says
	KindList               // several lines: one for each of Options, or as many as are needed
)

// Option is one possible answer of a choice, or one line of a list. Value is
// what is kept, Words is what people read.
type Option struct{ Value, Words string }

// EvidenceField is one thing an item asks for. Options is part of the
// catalogue: read it, never write to it.
type EvidenceField struct {
	Name    string // as in checklists.json
	Label   string // what stands beside it on screen
	Kind    Kind
	Options []Option
}

// Evidence says how to ask for one piece of an item's evidence. Many names are
// shared by items that mean different things by them: "decision" is to go
// ahead or adjourn in one, to review or not in another. Where this item has
// its own meaning that is given, otherwise the general one.
func Evidence(item Item, name string) EvidenceField {
	for i := range evidenceOfItems {
		if own := &evidenceOfItems[i]; own.item == item.ID && own.field.Name == name {
			return own.field
		}
	}
	return evidenceNamed(name)
}

// EvidenceKind gives the general kind of a name; Evidence is more exact.
func EvidenceKind(name string) Kind { return evidenceNamed(name).Kind }

// EvidenceLabel gives the general label of a name; Evidence is more exact.
func EvidenceLabel(name string) string { return evidenceNamed(name).Label }

// evidenceNamed looks a name up. One that is not in the table, written perhaps
// by a later version, is shown as words and takes text.
func evidenceNamed(name string) EvidenceField {
	at, found := slices.BinarySearchFunc(evidenceFields[:], name, func(field EvidenceField, name string) int {
		return strings.Compare(field.Name, name)
	})
	if found {
		return evidenceFields[at]
	}
	words := strings.ReplaceAll(name, "_", " ")
	if words != "" {
		words = strings.ToUpper(words[:1]) + words[1:]
	}
	return EvidenceField{Name: name, Label: words, Kind: KindText}
}
