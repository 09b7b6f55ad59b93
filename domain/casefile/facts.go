package casefile

import (
	"slices"
	"strconv"
	"strings"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// FactKind says what a single fact may hold.
type FactKind uint8

// The kinds. A yes-or-no fact holds "yes", "no" or nothing (not known).
const (
	Text FactKind = iota
	Day
	YesNo
	Choice
	Number
)

// Fact is one single fact about the child that may be stated.
type Fact struct {
	Key     string
	Label   string
	Kind    FactKind
	Choices []string
	Group   string
	Hint    string
}

// The keys of the facts the program reads by name. Needs and judgements carry
// the names of the handbook's fields and are read by review.Facts.
const (
	FactName        = "name"
	FactDOB         = "dob"
	FactExternalID  = "external_id"
	FactCouncil     = "council"
	FactSex         = "sex"
	FactEthnicity   = "ethnicity"
	FactUPN         = "upn"
	FactLanguage    = "first_language"
	FactProvisional = "dob_provisional"
	FactIRO         = "iro"
	FactLongTerm    = "long_term_since"
)

const (
	groupWho      = "Who"
	groupNeeds    = "Needs"
	groupJudged   = "What you have judged"
	groupReview   = "This review"
	groupSettings = "Arrangements"
)

// facts is the table; order is the order on screen.
func facts() []Fact {
	return []Fact{
		{Key: FactName, Label: "Name", Group: groupWho},
		{Key: FactDOB, Label: "Date of birth", Kind: Day, Group: groupWho},
		{Key: FactProvisional, Label: "Date of birth is provisional", Kind: YesNo, Group: groupWho},
		{Key: FactExternalID, Label: "Council's number", Group: groupWho},
		{Key: FactCouncil, Label: "Council", Group: groupWho},
		{Key: FactSex, Label: "Sex", Kind: Choice, Choices: []string{"female", "male", "not known"}, Group: groupWho},
		{Key: FactEthnicity, Label: "Ethnicity code", Group: groupWho},
		{Key: FactUPN, Label: "Unique pupil number", Group: groupWho},
		{Key: FactLanguage, Label: "First language", Group: groupWho, Hint: "The child's or a parent's, when it is not English"},
		{Key: FactIRO, Label: "IRO named for the child", Group: groupWho},
		{Key: FactLongTerm, Label: "Long-term foster placement since", Kind: Day, Group: groupSettings},

		{Key: "uasc", Label: "Unaccompanied asylum-seeking child", Kind: YesNo, Group: groupNeeds},
		{Key: "age_disputed", Label: "Age disputed or being assessed", Kind: YesNo, Group: groupNeeds},
		{Key: "comm_needs", Label: "Additional communication needs", Kind: YesNo, Group: groupNeeds},
		{Key: "disability", Label: "Disabled child", Kind: YesNo, Group: groupNeeds},
		{Key: "sen_plan", Label: "Education, health and care plan", Kind: YesNo, Group: groupNeeds},
		{Key: "in_education", Label: "In education or training after school age", Kind: YesNo, Group: groupNeeds},
		{Key: "school_move_due", Label: "A school move is coming", Kind: YesNo, Group: groupNeeds},
		{Key: "sibling_group", Label: "Brothers or sisters looked after", Kind: YesNo, Group: groupNeeds},
		{Key: "parent_looked_after", Label: "A looked-after parent, or the child of one", Kind: YesNo, Group: groupNeeds},
		{Key: "at_risk_of_offending", Label: "At risk of offending", Kind: YesNo, Group: groupNeeds},

		{Key: "understanding_sufficient", Label: "Old enough and able to understand to be asked", Kind: YesNo, Group: groupJudged},
		{Key: "observe_instead", Label: "Observed rather than spoken with", Kind: YesNo, Group: groupJudged},
		{Key: "child_refused_private_talk", Label: "Able to decide and said no to a private talk", Kind: YesNo, Group: groupJudged},
		{Key: "known_to_child", Label: "You and the child know each other well", Kind: YesNo, Group: groupJudged},
		{Key: "settled", Label: "The child is settled", Kind: YesNo, Group: groupJudged},
		{Key: "settled_placement", Label: "Long settled with this carer", Kind: YesNo, Group: groupJudged},

		{Key: "plan_change_proposed", Label: "A care plan change is proposed", Kind: YesNo, Group: groupReview},
		{Key: "no_significant_change_planned", Label: "No significant change is planned", Kind: YesNo, Group: groupReview},
		{Key: "phone_proposed", Label: "A telephone talk is proposed", Kind: YesNo, Group: groupReview},
		{Key: "child_chairs", Label: "The child will chair all or part", Kind: YesNo, Group: groupReview},
		{Key: "exclusion", Label: "Somebody is left out of part of the review", Kind: YesNo, Group: groupReview},
		{Key: "parent_excluded", Label: "A parent is left out of part of the review", Kind: YesNo, Group: groupReview},
	}
}

// Facts lists the single facts that may be stated, in the order of the form.
func Facts() []Fact { return facts() }

// FactByKey finds one; ok is false for a key that is not in the table.
func FactByKey(key string) (Fact, bool) {
	all := facts()
	i := slices.IndexFunc(all, func(f Fact) bool { return f.Key == key })
	if i < 0 {
		return Fact{}, false
	}
	return all[i], true
}

// Check gives the value as it is kept, or says in words what is wrong with it.
// An empty value is always allowed: it withdraws the fact.
func (f Fact) Check(value string) (string, error) {
	value = strings.TrimSpace(value)
	if value == "" {
		return "", nil
	}
	switch f.Kind {
	case Day:
		d, err := workday.Parse(value)
		if err != nil {
			return "", err
		}
		return d.String(), nil
	case YesNo:
		if value != "yes" && value != "no" {
			return "", fault.New(fault.BadInput, f.Label+" is a yes or a no.", "Answer yes or no, or leave it empty.")
		}
	case Choice:
		if !slices.Contains(f.Choices, value) {
			return "", fault.New(fault.BadInput, f.Label+" is not one of the choices.", "Choose "+strings.Join(f.Choices, ", ")+".")
		}
	case Number:
		if _, err := strconv.Atoi(value); err != nil {
			return "", fault.New(fault.BadInput, f.Label+" must be a number.", "Type figures only.")
		}
	case Text:
		if len(value) > 500 {
			return "", fault.New(fault.TooLong, f.Label+" is longer than is kept.", "Put the rest in a note.")
		}
	}
	return value, nil
}
