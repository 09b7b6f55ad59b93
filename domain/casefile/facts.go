package casefile

import (
	"maps"
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

	FactMonitoring    = "monitoring"
	FactVisitRegime   = "visit_regime"
	FactLongVisits    = "long_visits_agreed"
	FactNoMeeting     = "no_meeting_agreed"
	FactAdoptionVisit = "adoption_visit_days"
	FactBreakVisit    = "short_break_visit_days"
	FactICOApart      = "ico_not_counted"
	FactKeep          = "kept_in_custody"
	FactRoute         = "permanence_route"
	FactSecondRoute   = "second_route"
	FactPermanence    = "permanence_plan_on"
	FactPermanenceBy  = "permanence_by"
	FactLifeStory     = "life_story_on"
	FactLaterLetter   = "later_life_letter_on"
	FactSupportPlan   = "support_plan_on"
	FactAdoptionAsked = "adoption_applied_on"
	FactClosingTalk   = "guardian_closing_talk_on"
	FactContactCheck  = "contact_checked_on"
)

// Routes are the routes to permanence (HB 3.51; PM-02) by the handbook's value.
func Routes() map[string]string {
	return map[string]string{
		"return home": "RETURN_HOME", "family and friends": "FAMILY_FRIENDS", "long-term fostering": "LONG_TERM_FOSTERING",
		"special guardianship": "SGO", "child arrangements order": "CAO", "adoption": "ADOPTION",
	}
}

const (
	groupWho      = "Who"
	groupNeeds    = "Needs"
	groupJudged   = "What you have judged"
	groupReview   = "This review"
	groupSettings = "Arrangements"
	groupSpeaks   = "How the child communicates"
	groupLasting  = "Permanence"
	groupSpecial  = "Where it applies"
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
		{Key: FactNoMeeting, Label: "The child agrees to a review without a meeting", Kind: YesNo, Group: groupSettings},
		{Key: FactLongVisits, Label: "The child agrees to the longer visiting interval", Kind: YesNo, Group: groupSettings},
		{Key: FactVisitRegime, Label: "Visiting rule, when not the usual one", Kind: Choice, Choices: visitRegimes(), Group: groupSettings},
		{Key: FactMonitoring, Label: "How closely you watch the case", Kind: Choice, Choices: []string{"light", "standard", "close"}, Group: groupSettings},
		{Key: "monitoring_how", Label: "How and where you note it", Group: groupSettings},
		{Key: FactContactCheck, Label: "Asked how to keep in touch on", Kind: Day, Group: groupSettings},

		{Key: "uasc", Label: "Unaccompanied asylum-seeking child", Kind: YesNo, Group: groupNeeds},
		{Key: "age_disputed", Label: "Age disputed or being assessed", Kind: YesNo, Group: groupNeeds},
		{Key: "disability", Label: "Disabled child", Kind: YesNo, Group: groupNeeds},
		{Key: "sen_plan", Label: "Education, health and care plan", Kind: YesNo, Group: groupNeeds},
		{Key: "in_education", Label: "In education or training after school age", Kind: YesNo, Group: groupNeeds},
		{Key: "school_move_due", Label: "A school move is coming", Kind: YesNo, Group: groupNeeds},
		{Key: "sibling_group", Label: "Brothers or sisters looked after", Kind: YesNo, Group: groupNeeds},
		{Key: "parent_looked_after", Label: "A looked-after parent, or the child of one", Kind: YesNo, Group: groupNeeds},
		{Key: "at_risk_of_offending", Label: "At risk of offending", Kind: YesNo, Group: groupNeeds},

		{Key: "comm_needs", Label: "Additional communication needs", Kind: YesNo, Group: groupSpeaks},
		{Key: "comm_method", Label: "The child's own method", Group: groupSpeaks, Hint: "signs, symbols, eye pointing, a device, an interpreter"},
		{Key: "comm_helps", Label: "Who and what helps", Group: groupSpeaks},
		{Key: "comm_likes", Label: "Shows likes by", Group: groupSpeaks},
		{Key: "comm_dislikes", Label: "Shows dislikes by", Group: groupSpeaks},
		{Key: "comm_reach", Label: "How the child can reach you", Group: groupSpeaks},
		{Key: "specialist_iro", Label: "You know the need or the method well", Kind: YesNo, Group: groupSpeaks},
		{Key: "advocate_declined", Label: "The child declined an advocate", Kind: YesNo, Group: groupSpeaks},

		{Key: FactRoute, Label: "Route to permanence", Kind: Choice, Choices: routeWords(), Group: groupLasting},
		{Key: FactSecondRoute, Label: "Second route, planned beside it", Kind: Choice, Choices: routeWords(), Group: groupLasting},
		{Key: FactPermanence, Label: "Permanence plan made on", Kind: Day, Group: groupLasting},
		{Key: FactPermanenceBy, Label: "To be reached by", Kind: Day, Group: groupLasting},
		{Key: FactLifeStory, Label: "Life story work by", Kind: Day, Group: groupLasting},
		{Key: FactLaterLetter, Label: "Later life letter by", Kind: Day, Group: groupLasting},
		{Key: FactSupportPlan, Label: "Support plan by", Kind: Day, Group: groupLasting},

		{Key: "series", Label: "Stays are a planned series with one carer or place", Kind: YesNo, Group: groupSpecial},
		{Key: "school_around_stay", Label: "Goes to school around a stay", Kind: YesNo, Group: groupSpecial},
		{Key: "placement_concern", Label: "The short-break placement falls short", Kind: YesNo, Group: groupSpecial},
		{Key: FactBreakVisit, Label: "Visits during short breaks, agreed every (days)", Kind: Number, Group: groupSpecial},
		{Key: "match_decided", Label: "A particular adoptive family was decided on", Kind: YesNo, Group: groupSpecial},
		{Key: FactAdoptionAsked, Label: "The adopters applied to court on", Kind: Day, Group: groupSpecial},
		{Key: "adoption_dropped", Label: "Adoption is no longer the plan", Kind: YesNo, Group: groupSpecial},
		{Key: FactAdoptionVisit, Label: "Visits to the adopters, set every (days)", Kind: Number, Group: groupSpecial},
		{Key: "custody_concern", Label: "Not safe or not well served in custody", Kind: YesNo, Group: groupSpecial},
		{Key: FactICOApart, Label: "The interim order is not to count as a care order in custody", Kind: YesNo, Group: groupSpecial},
		{Key: FactKeep, Label: "You keep the case while the child is in custody", Kind: YesNo, Group: groupSpecial},
		{Key: "designated_authority", Label: "Designated authority for a remand", Group: groupSpecial},
		{Key: "concern", Label: "A service gap or bad trend in offending", Kind: YesNo, Group: groupSpecial},
		{Key: "long_stay", Label: "The hospital stay will be long", Kind: YesNo, Group: groupSpecial},
		{Key: "child_wants_proceedings", Label: "The child wants to go to court", Kind: YesNo, Group: groupSpecial},
		{Key: "court_adult", Label: "Adult or adviser found to help with that", Group: groupSpecial},
		{Key: FactClosingTalk, Label: "Closing talk with the guardian on", Kind: Day, Group: groupSpecial},
		{Key: "pathway_not_satisfied", Label: "You or the young person are not satisfied with the final pathway plan", Kind: YesNo, Group: groupSpecial},

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

// visitRegimes are the handbook's visiting rules that may be chosen by hand.
func visitRegimes() []string {
	return []string{"standard", "reg19", "temporary_connected_or_ico_with_parent", "care_order_with_parent", "adoption", "short_break", "long_term_foster"}
}

func routeWords() []string { return slices.Sorted(maps.Keys(Routes())) }

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
