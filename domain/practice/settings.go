package practice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Setting names one setting that changes a date, a name or a letter.
type Setting string

// The settings.
const (
	ChildNoun    Setting = "child_noun"    // what a looked-after child is called on screen
	LeapBirthday Setting = "leap_birthday" // reading A-10
	PlainCount   Setting = "plain_count"   // reading A-04
	LockAfter    Setting = "lock_after"    // minutes
	LockInReview Setting = "lock_in_review"

	AdoptionClock    Setting = "adoption_clock"     // reading A-08
	ShortBreakNights Setting = "short_break_nights" // reading A-13
	ConferenceLimit  Setting = "conference_limit"   // reading A-27
	Midpoint         Setting = "midpoint"           // QA-05
	ProposalsWait    Setting = "proposals_wait"     // AJ-11, unverified
	ConsiderReferral Setting = "consider_referral"  // CF-20, unverified
)

// changesDates reports whether a setting is a reading that dates follow from.
func (s Setting) changesDates() bool {
	if c, ok := ChoiceOf(s); ok {
		return c.Reading != ""
	}
	_, number := LimitOf(s)
	return number
}

// Usual gives the value a setting has while nobody set it; "" for the locks,
// which Minutes knows.
func (s Setting) Usual() string {
	if c, ok := ChoiceOf(s); ok {
		return c.Values[0]
	}
	if l, ok := LimitOf(s); ok {
		return strconv.Itoa(l.Default)
	}
	return ""
}

// Choice describes a setting: its question, its values in order with the
// default first, and what it changes.
type Choice struct {
	Setting  Setting
	Question string
	Values   []string
	Effect   string
	Reading  string // A-nn, or a rule, when dates or duties follow from it
}

// ChoiceOf finds the setting with a list of values.
func ChoiceOf(s Setting) (Choice, bool) {
	all := Choices()
	i := slices.IndexFunc(all, func(c Choice) bool { return c.Setting == s })
	if i < 0 {
		return Choice{}, false
	}
	return all[i], true
}

// Choices lists the settings with a list of values, in the order of the screen.
func Choices() []Choice {
	return []Choice{
		{ChildNoun, "What should a looked-after child be called?",
			[]string{"looked-after child", "child in care", "child we care for", "cared-for child"},
			"The words on screens and letters.", ""},
		{LeapBirthday, "When is a child born on 29 February a year older in a common year?",
			[]string{"1 March", "28 February"},
			"Ages and birthdays of children born on 29 February.", "A-10"},
		{PlainCount, "How are days before a review counted?",
			[]string{"plain count", "clear days"},
			"Clear days ask for everything one working day earlier.", "A-04"},
		{AdoptionClock, "Which timetable runs between authority to place and placement?",
			[]string{"both, the earlier wins", "adoption only"},
			"The next review of children with authority to place who are not placed.", "A-08"},
		{ShortBreakNights, "Do nights of short breaks count towards the 13 weeks?",
			[]string{"left out", "counted"},
			"The day a young person becomes eligible, and what follows from it.", "A-13"},
		{ConferenceLimit, "Does a conference limit bring the review forward?",
			[]string{"the earlier governs", "shown beside it"},
			"The next review of children who also have a child protection plan.", "A-27"},
		{Midpoint, "Is there a check half-way between reviews?",
			[]string{"yes", "no"},
			"The mid-point day and its item. It is local practice, not law.", "QA-05"},
		{ProposalsWait, "Do proposals of an adjourned review wait until it is completed?",
			[]string{"yes", "no"},
			"A proposed change is held while its review is adjourned.", "AJ-11"},
		{ConsiderReferral, "Should the duty to consider a referral to Cafcass be asked about?",
			[]string{"yes", "no"},
			"The question when a dispute runs out of time.", "CF-20"},
	}
}

// Value gives a setting's value, or its default.
func (p *Practice) Value(s Setting) string {
	if v, ok := p.settings[s]; ok {
		return v
	}
	return s.Usual()
}

// Changed lists the readings and limits that are not at their usual value, in
// the order of Choices and Limits.
func (p *Practice) Changed() []Setting {
	var out []Setting
	add := func(s Setting) {
		if s.changesDates() && p.Value(s) != s.Usual() {
			out = append(out, s)
		}
	}
	for _, c := range Choices() {
		add(c.Setting)
	}
	for _, l := range Limits() {
		add(l.Setting)
	}
	return out
}

// Minutes gives the idle lock of a kind of screen: 10 minutes, 30 in a review,
// unless set between 1 and 60.
func (p *Practice) Minutes(inReview bool) int {
	key, normal := LockAfter, 10
	if inReview {
		key, normal = LockInReview, 30
	}
	if n, err := strconv.Atoi(p.settings[key]); err == nil {
		return n
	}
	return normal
}

// Set changes a setting.
func (p *Practice) Set(s Setting, value string, today workday.Date) ([]casefile.Line, error) {
	value = strings.TrimSpace(value)
	c, choice := ChoiceOf(s)
	l, limit := LimitOf(s)
	n, err := strconv.Atoi(value)
	switch {
	case s == LockAfter || s == LockInReview:
		if err != nil || n < 1 || n > 60 {
			return nil, fault.New(fault.BadInput, "The lock is set between 1 and 60 minutes.", "Type a number of minutes.")
		}
		value = strconv.Itoa(n)
	case limit:
		if err != nil || n < l.Least || n > l.Most {
			return nil, fault.New(fault.BadInput, fmt.Sprintf("It is set between %d and %d %s.", l.Least, l.Most, l.Unit), "Type a number.")
		}
		value = strconv.Itoa(n)
	case !choice || !slices.Contains(c.Values, value):
		return nil, fault.New(fault.BadInput, "That is not one of the choices.", "Choose one from the list.")
	}
	if p.Value(s) == value {
		return nil, nil
	}
	return []casefile.Line{{On: today, Event: &SettingStated{Setting: s, Value: value}}}, nil
}
