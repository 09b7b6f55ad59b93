package handbook

import "slices"

// ListOpens reports whether a review list may be opened at all: for a child
// who is looked after, or whose case is kept while they are in custody. For
// any other child Compose still answers, but nobody should ask.
func ListOpens(f *Facts) bool { return f.LookedAfter || f.PausedInCustody }

// ModulesFor gives the checklists that join this child's review list, in their
// order on screen. A module that stands alone comes alone.
func ModulesFor(f *Facts) []Module {
	var shown []Module
	for i := range moduleTable {
		if !moduleTable[i].Applies(f) {
			continue
		}
		if moduleTable[i].Alone {
			return []Module{moduleTable[i]}
		}
		shown = append(shown, moduleTable[i])
	}
	return shown
}

// Compose gives the review list this child sees: every item whose module and
// own predicate are true and which no shown module hides, in the order of the
// modules. Group it by Phase for the screen.
func Compose(f *Facts) []Item {
	modules := ModulesFor(f)
	var hidden []string
	length := 0
	for i := range modules {
		hidden = append(hidden, modules[i].Hides...)
		length += len(modules[i].Items)
	}
	list := make([]Item, 0, length)
	for m := range modules {
		for i := range modules[m].Items {
			item := &modules[m].Items[i]
			if item.Applies(f) && !slices.Contains(hidden, item.ID) {
				list = append(list, *item)
			}
		}
	}
	return list
}

// critical lists the items without which a review is not closed, unless a
// reason is given (checklists.md, "Critical items"). B-704 joins them from the
// second review. YNG-01 stands where B-501 would for a young child.
var critical = [...]string{
	"A18-01", "AUT-05", "B-002", "B-501", "B-505", "B-506", "B-507", "B-508",
	"B-801", "B-901", "COM-02", "CPP-04", "PLA-01", "SND-01", "YNG-01",
}

// Critical reports whether closing the review is stopped until this item is
// done or has a reason.
func Critical(item Item, f *Facts) bool {
	if item.ID == "B-704" {
		return f.ReviewNo >= 2 // a permanence plan is owed from the second review: HB 3.38, 3.50
	}
	return slices.Contains(critical[:], item.ID)
}

// Required reports whether the item is tied to a duty: to a rule whose force is
// "must" and which applies to this child now. A rule cited ahead of its start
// requires nothing yet. Closing a phase with a required item open needs a
// reason.
func Required(item Item, f *Facts) bool {
	return slices.ContainsFunc(item.Rules, func(id string) bool {
		rule, ok := RuleByID(id)
		return ok && rule.Force == Must && rule.Applies(f)
	})
}
