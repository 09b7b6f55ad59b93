package practice

import (
	"maps"
	"slices"
	"strconv"

	"footprint/domain/workday"
)

// The limits that are settings: those that rest on a text nobody has read, and
// local ones that no source fixes.
const (
	RemandPlanDays    Setting = "remand_plan_days"     // YJ-25, unverified
	DetentionPlanDays Setting = "detention_plan_days"  // YJ-26, unverified
	PanelFirst        Setting = "panel_first_months"   // SE-01, unverified
	PanelLater        Setting = "panel_later_months"   // SE-01, unverified
	LongTermReview    Setting = "long_term_months"     // LT-02, unverified
	LongTermMeeting   Setting = "long_term_meeting"    // LT-03, unverified
	LongTermVisit     Setting = "long_term_visit"      // LT-05, unverified
	CareLeaverAge     Setting = "care_leaver_age"      // PW-26, unverified
	EventDays         Setting = "event_days"           // MO-02, local
	AfterMoveDays     Setting = "after_move_days"      // CV-14, local
	EmergencyDays     Setting = "emergency_days"       // EP-01, local
	MissingTimes      Setting = "missing_times"        // MO-21, local
	MissingWithin     Setting = "missing_within"       // MO-21, local
	SettledMonths     Setting = "settled_months"
	HearingDays       Setting = "hearing_days"
	StalePlanMonths   Setting = "stale_plan_months"    // drift, local
	ContactMonths     Setting = "contact_check_months" // RI-08, local
)

// Limit is a number that may be set: its rule, its unit, its default and the
// bounds it is taken within.
type Limit struct {
	Setting  Setting
	Rule     string // a rule, or a reading such as A-21
	Question string
	Unit     string
	Default  int
	Least    int
	Most     int
}

// Limits lists them in the order of the screen.
func Limits() []Limit {
	return []Limit{
		{RemandPlanDays, "YJ-25", "Care plan after a remand to local authority accommodation", "working days", 5, 1, 20},
		{DetentionPlanDays, "YJ-26", "Detention placement plan after a remand to youth detention", "working days", 10, 1, 20},
		{PanelFirst, "SE-01", "First secure accommodation panel", "months", 1, 1, 6},
		{PanelLater, "SE-01", "Later secure accommodation panels", "months", 3, 1, 6},
		{LongTermReview, "LT-02", "Longest time between reviews in long-term fostering", "months", 6, 1, 6},
		{LongTermMeeting, "LT-03", "Longest time between review meetings in long-term fostering", "months", 12, 6, 12},
		{LongTermVisit, "LT-05", "Visiting interval in long-term fostering, with the child's agreement", "months", 6, 1, 6},
		{CareLeaverAge, "PW-26", "Duties to care leavers in education or training last to the age of", "years", 25, 21, 25},
		{EventDays, "MO-02", "Decide on a reported event within", "working days", 2, 1, 20},
		{AfterMoveDays, "CV-14", "Review after an emergency move within", "working days", 10, 1, 20},
		{EmergencyDays, "EP-01", "Ask about an emergency placement after", "days", 28, 1, 90},
		{MissingTimes, "MO-21", "Times missing that make a pattern", "times", 3, 2, 10},
		{MissingWithin, "MO-21", "Times missing are counted within", "days", 90, 7, 365},
		{SettledMonths, "A-21", "Suggest that a child is settled after", "months", 12, 6, 36},
		{HearingDays, "A-32", "Warn before the Issues Resolution Hearing from", "working days", 5, 1, 20},
		{StalePlanMonths, "PM-01", "Call a permanence plan stale when it is older than", "months", 6, 3, 24},
		{ContactMonths, "RI-08", "Ask again how to keep in touch after", "months", 12, 3, 24},
	}
}

// LimitOf finds the number that a setting sets.
func LimitOf(s Setting) (Limit, bool) {
	all := Limits()
	i := slices.IndexFunc(all, func(l Limit) bool { return l.Setting == s })
	if i < 0 {
		return Limit{}, false
	}
	return all[i], true
}

// Readings are the readings of the law that domain packages ask for. The zero
// value holds the chosen defaults.
type Readings struct {
	LeapBirthday     workday.LeapBirthday
	ClearDays        bool
	AdoptionOnly     bool                 // after authority the adoption timetable alone
	CountShortBreaks bool                 // short-break nights count towards the 13 weeks
	ConferenceBeside bool                 // the conference limit does not govern
	MidpointOff      bool                 // QA-05
	ProposalsGoOn    bool                 // AJ-11 switched off
	ReferralNotAsked bool                 // CF-20 switched off

	limits map[Setting]int // those set to something else than their default
}

// Limit gives a number that may be set.
func (r Readings) Limit(s Setting) int {
	if n, ok := r.limits[s]; ok {
		return n
	}
	l, _ := LimitOf(s)
	return l.Default
}

// Readings gives the readings in force.
func (p *Practice) Readings() Readings { return p.readings }

// Supposing gives the readings as they would be with one setting changed;
// nothing is set.
func (p *Practice) Supposing(s Setting, value string) Readings {
	other := Practice{settings: maps.Clone(p.settings)}
	other.settings[s] = value
	return other.read()
}

// read works the readings out from the settings, once for each replay.
func (p *Practice) read() Readings {
	chosen := func(s Setting, value string) bool { return p.Value(s) == value }
	r := Readings{
		ClearDays:        chosen(PlainCount, "clear days"),
		AdoptionOnly:     chosen(AdoptionClock, "adoption only"),
		CountShortBreaks: chosen(ShortBreakNights, "counted"),
		ConferenceBeside: chosen(ConferenceLimit, "shown beside it"),
		MidpointOff:      chosen(Midpoint, "no"),
		ProposalsGoOn:    chosen(ProposalsWait, "no"),
		ReferralNotAsked: chosen(ConsiderReferral, "no"),
	}
	if chosen(LeapBirthday, "28 February") {
		r.LeapBirthday = workday.Feb28
	}
	for _, l := range Limits() {
		if n, err := strconv.Atoi(p.settings[l.Setting]); err == nil {
			if r.limits == nil {
				r.limits = map[Setting]int{}
			}
			r.limits[l.Setting] = n
		}
	}
	return r
}
