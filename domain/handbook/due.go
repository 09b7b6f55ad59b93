package handbook

import (
	"fmt"

	"footprint/domain/handbook/internal/duecode"
)

// Anchor is the day a due date is counted from, written as in the checklists.
type Anchor string

// The anchors. The zero value, "", is no anchor.
const (
	AnchorReview         Anchor = "R"              // the planned date of the review
	AnchorCompletion     Anchor = "C"              // the day the review was completed
	AnchorManager        Anchor = "M"              // the day the manager received the decisions
	AnchorCareStart      Anchor = "L"              // the first day of the looked-after episode
	AnchorFirstPlacement Anchor = "F"              // the start of the first placement
	AnchorRemand         Anchor = "REM"            // the day of the remand
	AnchorEighteenth     Anchor = "18"             // the 18th birthday
	AnchorIRH            Anchor = "IRH"            // the Issues Resolution Hearing
	AnchorMidpoint       Anchor = duecode.Midpoint // half-way between two reviews
	AnchorEvent          Anchor = duecode.Event    // when it happens: no date beforehand
)

// Due says when an item is due: so many working days from an anchor, negative
// before it and positive after it, and no earlier than Floor where there is
// one. It is not a date; the clock works that out.
type Due struct {
	Anchor Anchor
	Days   int
	Floor  Anchor
}

// ParseDue reads a due code of the checklists, such as "R-15WD" or
// "max(R-20WD, L)". Items carry theirs already read.
func ParseDue(code string) (Due, error) {
	parsed, err := duecode.Parse(code)
	if err != nil {
		return Due{}, err
	}
	return Due{Anchor: Anchor(parsed.Anchor), Days: parsed.Days, Floor: Anchor(parsed.Floor)}, nil
}

// Words says when in plain English: "15 working days before the review".
func (d Due) Words() string {
	words := d.Anchor.Words()
	switch {
	case d.Anchor == AnchorEvent, d.Anchor == AnchorMidpoint:
		return words
	case d.Days == 0:
		words = "on " + words
	case d.Days == -1:
		words = "1 working day before " + words
	case d.Days == 1:
		words = "1 working day after " + words
	case d.Days < 0:
		words = fmt.Sprintf("%d working days before %s", -d.Days, words)
	default:
		words = fmt.Sprintf("%d working days after %s", d.Days, words)
	}
	if d.Floor != "" {
		words += ", but no earlier than " + d.Floor.Words()
	}
	return words
}

// Words names the day in plain English; "" for no anchor.
func (a Anchor) Words() string {
	switch a {
	case AnchorReview:
		return "the day of the review"
	case AnchorCompletion:
		return "the day the review was completed"
	case AnchorManager:
		return "the day the manager received the decisions"
	case AnchorCareStart:
		return "the day the child became looked after"
	case AnchorFirstPlacement:
		return "the start of the first placement"
	case AnchorRemand:
		return "the day of the remand"
	case AnchorEighteenth:
		return "the 18th birthday"
	case AnchorIRH:
		return "the Issues Resolution Hearing"
	case AnchorMidpoint:
		return "half-way between reviews"
	case AnchorEvent:
		return "when it happens"
	}
	return ""
}
