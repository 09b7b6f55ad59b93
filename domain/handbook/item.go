package handbook

import "slices"

// Item is one thing to do for a review, as the checklists have it. Its slices
// are part of the catalogue: read them, never write to them.
type Item struct {
	ID          string
	Module      string // the module it belongs to
	Phase       string // P0 to P13
	DueCode     string // when it is due, as written: "R-15WD"
	Due         Due    // the same, taken apart
	Label       string
	Help        string // why it matters, in a line or two
	Source      string // with its verification tags
	Rules       []string
	AppliesWhen string // the item's own predicate; its module's must be true too
	Applies     func(*Facts) bool
	Evidence    []string // what it asks for beyond DefaultEvidence
}

// Module is a checklist that joins the review list while its predicate is
// true. Its slices are part of the catalogue: read them, never write to them.
type Module struct {
	ID          string
	Title       string
	AppliesWhen string
	Applies     func(*Facts) bool
	Hides       []string // items of other modules that it stands in for
	Alone       bool     // when it shows, no other module does
	Note        string   // a remark on what it hides; "" for most
	Items       []Item
}

// Phase is a stage of a review's work. Timing says when, in words.
type Phase struct{ ID, Title, Timing string }

// Phases gives the phases P0 to P13 in order.
func Phases() []Phase { return slices.Clone(phaseTable[:]) }

// Modules gives the checklists in their order on screen.
func Modules() []Module { return slices.Clone(moduleTable[:]) }

// DefaultEvidence names what every item asks for: done on, done by, a note,
// and the reason if it was not done.
func DefaultEvidence() []string { return slices.Clone(defaultEvidence[:]) }

// ItemByID finds one item. The id is written as in the catalogue: "B-501".
func ItemByID(id string) (Item, bool) {
	for m := range moduleTable {
		for _, item := range moduleTable[m].Items {
			if item.ID == id {
				return item, true
			}
		}
	}
	return Item{}, false
}
