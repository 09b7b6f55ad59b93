package review

import (
	"slices"
	"strings"

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
	f := handbook.Facts{Age: clocks.Age, DOB16: clocks.Sixteen.String(), DOB18: clocks.Eighteen.String(), MidpointOn: true, NoOpenEvents: true}
	on := Date(c, clocks)
	if !on.Known() {
		on = x.Today
	}
	if dob := c.DOB(); dob.Known() {
		f.Age = dob.Age(on, x.Readings.LeapBirthday)
		school(&f, dob, on)
	} else {
		f.DOB16, f.DOB18 = never, never
	}
	stated(&f, c)
	legal(&f, c, x)
	placement(&f, c, x)
	theReview(&f, c, clocks, on, x.Today)
	return f
}

// never stands for the birthdays of a child whose date of birth is not known:
// a test that some day falls on or after one is then false, as it should be.
const never = "9999-12-31"

// Date is the day of the review in hand: the planned one, or the working day to
// plan for; not known when there is neither.
func Date(c *casefile.Case, clocks clock.Clocks) workday.Date {
	if r, ok := c.InHand(); ok && r.Planned.Date.Known() {
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
func stated(f *handbook.Facts, c *casefile.Case) {
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
	f.PlanChangeProposed = c.Yes("plan_change_proposed")
	f.NoSignificantChangePlanned = c.Yes("no_significant_change_planned")
	f.PhoneProposed = c.Yes("phone_proposed")
	f.ChildChairs = c.Yes("child_chairs")
	f.Exclusion = c.Yes("exclusion") || c.Yes("parent_excluded")
	f.ParentExcluded = c.Yes("parent_excluded")
	if v := c.Fact("school_move_due"); v != "" {
		f.SchoolMoveDue = v == "yes"
	}
	language := strings.ToLower(c.Fact(casefile.FactLanguage))
	f.InterpreterNeeded = language != "" && language != "english"
}

// statusNames are the handbook's words for the return's codes (CLI contract).
func statusName(code, placement string) handbook.LegalStatus {
	switch code {
	case "C1":
		return handbook.LegalStatusICO
	case "C2":
		return handbook.LegalStatusCO
	case "E1", "D1":
		return handbook.LegalStatusPlacementOrder
	case "V2", "V3", "V4":
		return handbook.LegalStatusS20
	case "L1":
		return handbook.LegalStatusPoliceProtection
	case "L2":
		return handbook.LegalStatusEPO
	case "J1":
		if placement == "R5" || placement == "K1" {
			return handbook.LegalStatusRemandYDA
		}
		return handbook.LegalStatusRemandLA
	case "J2":
		return handbook.LegalStatusPACE
	case "J3":
		return handbook.LegalStatusYROResidence
	}
	return ""
}

func legal(f *handbook.Facts, c *casefile.Case, x Context) {
	care, looked := c.CareOn(x.Today)
	status, _ := c.StatusOn(x.Today)
	place, _ := c.PlacementOn(x.Today)
	f.LookedAfter = looked
	f.LegalStatus = statusName(status.Code, place.Code)
	if care.StartKnown() {
		f.LACWorkingDays = x.Calendar.Between(care.Start, x.Today)
	}
	inEpisode := func(codes ...string) bool {
		return slices.ContainsFunc(c.Statuses(), func(s casefile.StatusStated) bool {
			return s.Start >= care.From() && slices.Contains(codes, s.Code)
		})
	}
	f.CareOrder = status.Code == "C1" || status.Code == "C2"
	f.PlacementOrderInForce = status.Code == "E1" || status.Code == "D1"
	f.InCare = f.CareOrder || f.PlacementOrderInForce // a care order stands behind a placement order
	f.AuthorityToPlace = f.PlacementOrderInForce
	f.Series = status.Code == "V3" || status.Code == "V4"
	f.ShortBreakReg48 = f.Series
	remand := status.Code == "J1"
	f.LookedAfterOnlyByRemand = remand && !inEpisode("C1", "C2", "D1", "E1", "V2", "V3", "V4", "L1", "L2", "L3", "J2", "J3")
}

// placementName is the handbook's word for a placement code (CLI contract).
func placementName(code string) handbook.Placement {
	switch code {
	case "":
		return ""
	case "U1", "U2", "U3":
		return handbook.PlacementConnectedCarer
	case "U4", "U5", "U6":
		return handbook.PlacementFoster
	case "A3", "A4", "A5", "A6":
		return handbook.PlacementAdopters
	case "K1":
		return handbook.PlacementSecure
	case "K2":
		return handbook.PlacementChildrensHome
	case "K3", "H5":
		return handbook.PlacementSupportedAccommodation
	case "P1":
		return handbook.PlacementParent
	case "P2":
		return handbook.PlacementIndependent
	case "R2", "T1":
		return handbook.PlacementHospital
	case "R5":
		return handbook.PlacementCustody
	case "S1":
		return handbook.PlacementResidentialSchool
	}
	return handbook.PlacementOther
}

func placement(f *handbook.Facts, c *casefile.Case, x Context) {
	p, ok := standing(c, x.Today)
	if !ok {
		return
	}
	f.Placement = placementName(p.Code)
	f.OutOfArea = p.OutOfArea
	for m := p.Start.AddMonths(1); m <= x.Today; m = p.Start.AddMonths(f.PlacementAgeMonths + 1) {
		f.PlacementAgeMonths++
	}
	f.EmergencyPlacement = p.Emergency && !slices.ContainsFunc(c.Reviews(), func(r casefile.Review) bool {
		return r.Held.Recorded >= p.Start
	})
	since := c.FactOn(casefile.FactLongTerm)
	if !since.Known() && (p.Code == "U1" || p.Code == "U4") {
		since = p.Start
	}
	f.LongTermFoster = since.Known()
	f.LongTermOver12Months = since.Known() && since.AddMonths(12) < x.Today
	f.PlacedForAdoption = f.Placement == handbook.PlacementAdopters
	f.CustodyOpen = p.Code == "R5"
	f.HospitalOpen = p.Code == "R2" || p.Code == "T1"
	f.SecureOrder = p.Code == "K1"
}

// standing gives the placement now. A temporary one, but for a hospital stay,
// leaves the one before it standing.
func standing(c *casefile.Case, today workday.Date) (casefile.PlacementStated, bool) {
	now, ok := c.PlacementOn(today)
	if !ok || !strings.HasPrefix(now.Code, "T") || now.Code == "T1" {
		return now, ok
	}
	for _, p := range slices.Backward(c.Placements()) {
		if p.Start < now.Start && !strings.HasPrefix(p.Code, "T") {
			return p, true
		}
	}
	return now, true
}

func theReview(f *handbook.Facts, c *casefile.Case, clocks clock.Clocks, on, today workday.Date) {
	f.ReviewNo = clocks.ReviewNo
	onFile := slices.ContainsFunc(c.Reviews(), func(r casefile.Review) bool { return r.IsHeld() && r.Held.Recorded <= today })
	if f.ReviewNo == 0 && onFile {
		f.ReviewNo = 3 // not known, but later than the second: shown without a number
	}
	if clocks.Governing != nil {
		f.ReviewDue = clocks.Governing.Due.String()
		f.NextDue = on.AddMonths(6).String()
		if f.ReviewNo == 1 {
			f.NextDue = on.AddMonths(3).String()
		}
	}
	r, _ := c.InHand()
	f.ReviewMeetings = 1
	f.Format = handbook.ReviewFormat(r.Planned.Format)
	f.ReviewCalledLate = r.Planned.CalledOn.Known()
	f.VenueNotPlacement = r.Planned.Venue != "" && !r.Planned.Home
}
