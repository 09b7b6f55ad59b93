package document

import "slices"

// FieldHelp is one field of a letter: its name between the braces, what it
// stands for in words, and whether the letter needs it. A list has a line of its
// own.
type FieldHelp struct {
	Name     string
	Words    string
	Required bool
	List     bool
}

// Fields is the checked list of the fields a letter may use.
func Fields(kind LetterKind) []FieldHelp {
	own, ok := fieldsOf(kind)
	if !ok {
		return nil
	}
	return slices.Concat(common(), own)
}

func common() []FieldHelp {
	return []FieldHelp{
		{Name: "to_name", Words: "the name of the one it goes to", Required: true},
		{Name: "to_address", Words: "the address of the one it goes to"},
		{Name: "child_name", Words: "the child's name", Required: true},
		{Name: "child_first_name", Words: "the child's first name", Required: true},
		{Name: "iro_name", Words: "your name", Required: true},
		{Name: "iro_phone", Words: "your telephone number", Required: true},
		{Name: "iro_email", Words: "your e-mail address"},
		{Name: "council", Words: "the council"},
		{Name: "today", Words: "the day of the letter"},
		{Name: "social_worker", Words: "the social worker, with a telephone number"},
		{Name: "advocate", Words: "the advocate or the advocacy service"},
		{Name: "complaints", Words: "who to complain to"},
	}
}

func fieldsOf(kind LetterKind) ([]FieldHelp, bool) {
	reviewed := FieldHelp{Name: "review_date", Words: "the day of the review", Required: true}
	planned := FieldHelp{Name: "review_date", Words: "the day of the review"}
	number := FieldHelp{Name: "review_number", Words: "the number of the review, such as 3rd review"}
	switch kind {
	case ToChild:
		return []FieldHelp{
			reviewed, number,
			{Name: "talked", Words: "what was talked about", List: true},
			{Name: "said", Words: "what the child said and agreed to share", List: true},
			{Name: "decisions", Words: "the decisions", List: true, Required: true},
			{Name: "asked_for", Words: "the recommendations", List: true},
			{Name: "discussed", Words: "what the manager refused and you still talk about", List: true},
			{Name: "next_date", Words: "the day of the next review", Required: true},
			{Name: "next_place", Words: "the place of the next review"},
		}, true
	case Outcome:
		return []FieldHelp{
			reviewed, number,
			{Name: "yours", Words: "the decisions that ask something of them", List: true},
			{Name: "next_date", Words: "the day of the next review"},
		}, true
	case Exclusion:
		return []FieldHelp{
			reviewed, number,
			{Name: "part", Words: "the part they are left out of", Required: true},
			{Name: "left_out", Words: "when the review was or is, and what they were or will be left out of", Required: true},
			{Name: "why", Words: "the reasons", Required: true},
			{Name: "instead", Words: "how they are heard instead", Required: true},
		}, true
	case Contact:
		return []FieldHelp{
			{Name: "reach", Words: "how the child can reach you", Required: true},
			{Name: "method", Words: "how you keep in touch with the child"},
			{Name: "communicates", Words: "how the child communicates"},
			{Name: "helps", Words: "who and what helps the child to communicate"},
		}, true
	case Introduction:
		return []FieldHelp{
			planned,
			{Name: "since", Words: "the day you were appointed"},
			{Name: "before_name", Words: "the IRO before you"},
		}, true
	case Consultation:
		return []FieldHelp{reviewed, number, {Name: "reply_by", Words: "the day to answer by"}}, true
	case Invitation:
		return []FieldHelp{
			reviewed, number,
			{Name: "review_time", Words: "the time of the review"},
			{Name: "review_place", Words: "the place of the review", Required: true},
			{Name: "asked", Words: "which part they are asked to come to"},
			{Name: "reply_by", Words: "the day to answer by", Required: true},
		}, true
	case Alert:
		return []FieldHelp{
			reviewed, number,
			{Name: "decision", Words: "the decision", Required: true},
			{Name: "need", Words: "the need it answers"},
			{Name: "outcome", Words: "the outcome hoped for"},
			{Name: "who", Words: "who was to do it", Required: true},
			{Name: "due", Words: "the day it was to be done by", Required: true},
			{Name: "days_late", Words: "how many days late it is"},
			{Name: "known", Words: "what is known of it", Required: true},
			{Name: "alerted_before", Words: "the day of the last alert"},
			{Name: "reply_by", Words: "the day to answer by", Required: true},
		}, true
	case Role:
		return nil, true
	}
	return nil, false
}
