package review

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Context is what every question about a review is asked with.
type Context struct {
	Today    workday.Date
	Calendar workday.Calendar
	Readings practice.Readings
}

// Facts works out what the handbook's predicates ask, for the review in hand.
// What the file does not say stays not known; nothing is guessed.
func Facts(c *casefile.Case, clocks clock.Clocks, x Context) handbook.Facts {
	r, _ := Current(c, x.Today)
	return FactsFor(c, clocks, r, x)
}

// FactsFor works them out for one review: the one in hand, or one completed that
// is being written up.
func FactsFor(c *casefile.Case, clocks clock.Clocks, r casefile.Review, x Context) handbook.Facts {
	f := handbook.Facts{Age: clocks.Age, DOB16: clocks.Sixteen.String(), DOB18: clocks.Eighteen.String(), MidpointOn: !x.Readings.MidpointOff}
	on := Date(c, clocks)
	switch {
	case r.Held.Completed.Known():
		on = r.Held.Recorded
	case !on.Known():
		on = x.Today
	}
	if dob := c.DOB(); dob.Known() {
		f.Age = dob.Age(on, x.Readings.LeapBirthday)
		school(&f, dob, on)
	} else {
		f.DOB16, f.DOB18 = never, never
	}
	stated(&f, c, x)
	theReview(&f, c, clocks, r, on, x)
	decided(&f, c, r, x)
	tookPart(&f, c, r)
	permanence(&f, c)
	legal(&f, c, clocks, x)
	placement(&f, c, clocks, x)
	custody(&f, c, clocks.Situation)
	court(&f, c, clocks.Situation, x.Today)
	changes(&f, c, clocks.Age, x)
	return f
}

// never stands for the birthdays of a child whose date of birth is not known:
// a test that some day falls on or after one is then false, as it should be.
const never = "9999-12-31"

// Current gives the review whose list is open: one that was begun in the room
// and is not finished, for it cannot be left behind by planning the next; then
// the one in hand, else one recorded as begun. ok is false while there is none.
func Current(c *casefile.Case, day workday.Date) (r casefile.Review, ok bool) {
	if r, begun := c.Unfinished(day); begun && len(c.Starts(r.ID)) > 0 {
		return r, true
	}
	if r, ok := c.InHand(); ok {
		return r, true
	}
	if r, begun := c.Unfinished(day); begun {
		return r, true
	}
	return casefile.Review{}, false
}

// Date is the day of the review whose list is open: the day it was begun, the
// planned one, or the working day to plan for; not known when there is none.
func Date(c *casefile.Case, clocks clock.Clocks) workday.Date {
	r, ok := Current(c, clocks.Situation.Day)
	switch {
	case r.IsHeld():
		return r.Held.Recorded
	case ok && r.Planned.Date.Known():
		return r.Planned.Date
	}
	if clocks.Governing != nil {
		return clocks.Governing.PlanBy
	}
	return 0
}

// school works out the school year group on a day: 0 is Reception, 11 the last
// of compulsory schooling.
func school(f *handbook.Facts, dob, on workday.Date) {
	year := on.Year()
	if september, _ := workday.Of(year, 9, 1); on < september {
		year--
	}
	start, _ := workday.Of(year, 8, 31)
	group := dob.Age(start, workday.March1) - 4
	if dob > start {
		group = -5
	}
	f.SchoolAge = group >= 0 && group <= 11
	f.KeyStage4 = group == 10 || group == 11
	f.SchoolMoveDue = group == -1 || group == 6 || group == 11
}

// stated copies what people stated, needs and judgements alike.
func stated(f *handbook.Facts, c *casefile.Case, x Context) {
	f.UASC = c.Yes("uasc")
	f.AgeDisputed = c.Yes("age_disputed")
	f.CommNeeds = c.Yes("comm_needs")
	f.Disability = c.Yes("disability")
	f.SENPlan = c.Yes("sen_plan")
	f.InEducation = c.Yes("in_education")
	f.SiblingGroup = c.Yes("sibling_group")
	f.ParentLookedAfter = c.Yes("parent_looked_after")
	f.AtRiskOfOffending = c.Yes("at_risk_of_offending")
	f.UnderstandingSufficient = c.Yes("understanding_sufficient")
	f.ObserveInstead = c.Yes("observe_instead")
	f.ChildRefusedPrivateTalk = c.Yes("child_refused_private_talk")
	f.KnownToChild = c.Yes("known_to_child")
	f.Settled = c.Yes("settled")
	f.SettledPlacement = c.Yes("settled_placement")
	f.SpecialistIRO = c.Yes("specialist_iro")
	f.ChildWantsProceedings = c.Yes("child_wants_proceedings") && c.Fact("court_adult") == ""
	f.PlacementConcern = c.Yes("placement_concern")
	f.SchoolAroundStay = c.Yes("school_around_stay")
	f.MatchDecided = c.Yes("match_decided")
	f.AdoptionDropped = c.Yes("adoption_dropped")
	f.CustodyConcern = c.Yes("custody_concern")
	f.Concern = c.Yes("concern")
	f.LongStay = c.Yes("long_stay")
	f.PathwayNotSatisfied = c.Yes("pathway_not_satisfied")
	f.IROChanges = c.HandoverOpen(x.Today)
	f.PlanChangeProposed = c.Yes("plan_change_proposed")
	f.NoSignificantChangePlanned = c.Yes("no_significant_change_planned")
	f.PhoneProposed = c.Yes("phone_proposed")
	f.ChildChairs = c.Yes("child_chairs")
	f.Exclusion = c.Yes("exclusion") || c.Yes("parent_excluded")
	f.ParentExcluded = c.Yes("parent_excluded")
	f.ParentAbsentOrExcluded = f.ParentExcluded
	if v := c.Fact("school_move_due"); v != "" {
		f.SchoolMoveDue = v == "yes"
	}
	f.InterpreterNeeded = c.InterpreterNeeded(x.Today)
}

func theReview(f *handbook.Facts, c *casefile.Case, clocks clock.Clocks, r casefile.Review, on workday.Date, x Context) {
	f.ReviewNo = clocks.ReviewNo
	onFile := slices.ContainsFunc(c.Reviews(), func(r casefile.Review) bool { return r.IsHeld() && r.Held.Recorded <= x.Today })
	if f.ReviewNo == 0 && onFile {
		f.ReviewNo = 3 // not known, but later than the second: shown without a number
	}
	if g := clocks.Governing; g != nil {
		f.ReviewDue = g.Due.String()
		f.NextDue = nextDue(f.ReviewNo, clocks, on).String()
	}
	if r.IsHeld() && f.ReviewNo > 1 && !r.Held.NotCounted {
		f.ReviewNo-- // the list is still that of the review that was begun
	}
	f.PlanChanged = clock.PlanChanged(c, r)
	f.ReviewMeetings = 1
	f.Format = handbook.ReviewFormat(r.Planned.Format)
	f.ReviewCalledLate = r.Planned.CalledOn.Known()
	f.VenueNotPlacement = r.Planned.Venue != "" && !r.Planned.Home
	for _, r := range c.Reviews() {
		if r.IsHeld() && r.Held.Recorded <= x.Today && !r.Held.Completed.Known() {
			f.ReviewOpen = true
			f.Adjourned, f.AlreadyAdjourned = r.Held.Adjourned, r.Held.Adjourned
		}
	}
	if checked := c.FactOn(casefile.FactContactCheck); checked.Known() {
		f.ContactCheckDue = checked.AddMonths(x.Readings.Limit(practice.ContactMonths)) <= x.Today
	}
}

// nextDue is the day the review after this one would be due, held on its day:
// three months after a first review, of the episode or with the adopters, else
// six.
func nextDue(no int, clocks clock.Clocks, on workday.Date) workday.Date {
	s := clocks.Situation
	first := no == 1 && !s.ShortBreak && !s.Placed.Known() || s.Placed.Known() && s.AdoptionNo == 1
	if first {
		return on.AddMonths(3)
	}
	return on.AddMonths(6)
}

func permanence(f *handbook.Facts, c *casefile.Case) {
	f.PermanenceRoute = handbook.PermanenceRoute(casefile.Routes()[c.Fact(casefile.FactRoute)])
	f.PermanenceRouteSet = f.PermanenceRoute != ""
	for _, key := range []string{casefile.FactLifeStory, casefile.FactLaterLetter, casefile.FactSupportPlan} {
		f.PermanenceDatesSet = f.PermanenceDatesSet || c.FactOn(key).Known()
	}
	_, written := c.Document(casefile.PermanencePlan)
	f.NoPermanencePlan = f.ReviewNo >= 2 && !written && !c.FactOn(casefile.FactPermanence).Known()
}
