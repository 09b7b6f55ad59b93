package practice

import (
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
)

// changesDates reports whether a setting is a reading that dates follow from.
func (s Setting) changesDates() bool { return s == LeapBirthday || s == PlainCount }

// Choice describes a setting: its question, its values in order with the
// default first, and what it changes.
type Choice struct {
	Setting  Setting
	Question string
	Values   []string
	Words    []string
	Effect   string
	Reading  string // A-nn when it is a reading of the law
}

// Choices lists the settings with a list of values, in the order of the screen.
func Choices() []Choice {
	return []Choice{
		{ChildNoun, "What should a looked-after child be called?",
			[]string{"looked-after child", "child in care", "child we care for", "cared-for child"}, nil,
			"The words on screens and letters.", ""},
		{LeapBirthday, "When is a child born on 29 February a year older in a common year?",
			[]string{"1 March", "28 February"}, nil,
			"Ages and birthdays of children born on 29 February.", "A-10"},
		{PlainCount, "How are days before a review counted?",
			[]string{"plain count", "clear days"}, nil,
			"Clear days ask for everything one working day earlier.", "A-04"},
	}
}

// Value gives a setting's value, or its default.
func (p *Practice) Value(s Setting) string {
	if v, ok := p.settings[s]; ok {
		return v
	}
	for _, c := range Choices() {
		if c.Setting == s {
			return c.Values[0]
		}
	}
	return ""
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

// Readings are the readings of the law that domain packages ask for.
type Readings struct {
	LeapBirthday workday.LeapBirthday
	ClearDays    bool
}

// Readings gives the readings in force.
func (p *Practice) Readings() Readings {
	var r Readings
	if p.Value(LeapBirthday) == "28 February" {
		r.LeapBirthday = workday.Feb28
	}
	r.ClearDays = p.Value(PlainCount) == "clear days"
	return r
}

// Set changes a setting.
func (p *Practice) Set(s Setting, value string, today workday.Date) ([]casefile.Line, error) {
	value = strings.TrimSpace(value)
	switch s {
	case LockAfter, LockInReview:
		if n, err := strconv.Atoi(value); err != nil || n < 1 || n > 60 {
			return nil, fault.New(fault.BadInput, "The lock is set between 1 and 60 minutes.", "Type a number of minutes.")
		}
	default:
		i := slices.IndexFunc(Choices(), func(c Choice) bool { return c.Setting == s })
		if i < 0 || !slices.Contains(Choices()[i].Values, value) {
			return nil, fault.New(fault.BadInput, "That is not one of the choices.", "Choose one from the list.")
		}
	}
	if p.Value(s) == value {
		return nil, nil
	}
	return []casefile.Line{{On: today, Event: &SettingStated{Setting: s, Value: value}}}, nil
}
