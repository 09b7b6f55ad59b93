package review

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/workday"
)

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

func legal(f *handbook.Facts, c *casefile.Case, clocks clock.Clocks, x Context) {
	s := clocks.Situation
	f.LookedAfter, f.PausedInCustody, f.Returned = s.LookedAfter, s.Paused, s.Returned
	f.LegalStatus = statusName(s.Status.Code, s.Place.Code)
	if s.Care.StartKnown() {
		f.LACWorkingDays = x.Calendar.Between(s.Care.Start, x.Today)
	}
	f.Eligible = clocks.Leaver.Status == clock.Eligible
	f.Relevant = clocks.Leaver.Status == clock.Relevant
	f.FormerRelevant = clocks.Leaver.Status == clock.FormerRelevant
	f.PlacementOrderInForce = s.Status.Code == "E1" || s.Status.Code == "D1"
	f.CareOrder = s.CareOrder
	f.InCare = s.Status.Code == "C1" || s.Status.Code == "C2" || f.PlacementOrderInForce // a care order stands behind a placement order
	f.AuthorityToPlace = s.Authority.Known()
	f.PlacedForAdoption = s.Placed.Known()
	f.AdoptionDisrupted = s.Disrupted.Known()
	f.AdoptionReviewNo = s.AdoptionNo
	f.AdoptionApplied = c.FactOn(casefile.FactAdoptionAsked).Known()
	f.Series = s.Status.Code == "V3" || s.Status.Code == "V4" || c.Yes("series")
	f.ShortBreakReg48, f.WasShortBreakReg48 = s.ShortBreak, s.BreaksEnded.Known()
	f.LookedAfterOnlyByRemand = clock.OnlyByRemand(c, s)
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

func placement(f *handbook.Facts, c *casefile.Case, clocks clock.Clocks, x Context) {
	s := clocks.Situation
	f.VisitRegime = handbook.VisitRegime(clocks.Visits.Regime)
	p := s.Place
	if p.Code == "" {
		return
	}
	f.Placement = placementName(p.Code)
	f.OutOfArea = p.OutOfArea
	for m := p.Start.AddMonths(1); m <= x.Today; m = p.Start.AddMonths(f.PlacementAgeMonths + 1) {
		f.PlacementAgeMonths++
	}
	f.EmergencyPlacement = p.Emergency && !p.Confirmed.Known()
	f.LongTermFoster = s.LongTermSince.Known()
	f.LongTermOver12Months = s.LongTerm.Established(x.Today)
	f.RepeatedBreakdown = Breakdowns(c) >= 2
	f.MissingPattern = MissingPattern(c, x)
}

func custody(f *handbook.Facts, c *casefile.Case, s clock.Situation) {
	f.CustodyOpen, f.Sentenced = s.InCustody, s.Sentenced
	f.ReleaseDateKnown = s.InCustody && s.Custody.Expected.Known()
	if s.InCustody {
		before, _ := c.StatusOn(s.Custody.From - 1)
		f.WasS20 = before.Code == "V2" || before.Code == "V3" || before.Code == "V4"
	}
	f.Charged = slices.ContainsFunc(c.Periods(casefile.Charge), func(p casefile.PeriodStated) bool {
		return p.From <= s.Day && (!p.To.Known() || p.To > s.Day)
	})
}

// court is hospital, secure accommodation, child protection and proceedings.
func court(f *handbook.Facts, c *casefile.Case, s clock.Situation, today workday.Date) {
	f.HospitalOpen = s.Hospital.From.Known() || s.Place.Code == "R2" || s.Place.Code == "T1"
	f.HospitalKind = handbook.HospitalKind(s.Hospital.Code)
	f.SecureOrder = s.Secure.From.Known() || s.Place.Code == "K1"
	for _, p := range c.Periods(casefile.Panel) {
		if f.SecureOrder && p.From <= today {
			f.PanelAgainst = p.Code == "against"
		}
	}
	f.CPPlan = s.Protection.From.Known()
	f.ProceedingsOpen = s.Court.From.Known()
	for _, p := range c.Periods(casefile.Proceedings) {
		ended := p.To.Known() && p.To <= today
		f.ProceedingsEnded = ended && !f.ProceedingsOpen && c.FactOn(casefile.FactClosingTalk) < p.To
	}
	f.IRHSet = slices.ContainsFunc(c.Periods(casefile.IRH), func(p casefile.PeriodStated) bool { return p.From >= today })
}

// changes are the events that wait for a decision, and the open proposals: what
// any of them says is so for the list. MustComeFirst tests each by itself.
func changes(f *handbook.Facts, c *casefile.Case, ageToday int, x Context) {
	for _, ev := range c.Events() {
		f.EventOpen = f.EventOpen || ev.Open()
	}
	f.NoOpenEvents = !f.EventOpen
	if all := c.Events(); len(all) > 0 {
		f.EventDecision = handbook.EventDecision(all[len(all)-1].Decision)
	}
	for _, p := range c.OpenProposals() {
		one := WithProposal(*f, p)
		f.Proposal = one.Proposal
		f.LeaveCareProposed = f.LeaveCareProposed || one.LeaveCareProposed
		f.MoveOnProposed = f.MoveOnProposed || one.MoveOnProposed
		f.MoveProposed = f.MoveProposed || one.MoveProposed
		f.MoveEmergency = f.MoveEmergency || one.MoveEmergency
		f.MoveNotSatisfied = f.MoveNotSatisfied || one.MoveNotSatisfied
		f.FreezeRequested = f.FreezeRequested || one.FreezeRequested
		f.DisruptsEducation = f.DisruptsEducation || one.DisruptsEducation
		f.ChangeUnplanned = f.ChangeUnplanned || one.ChangeUnplanned
		f.ReturningToParent = f.ReturningToParent || one.ReturningToParent
		f.PlacementEnding = f.PlacementEnding || one.PlacementEnding
		f.Reg14Exception = f.Reg14Exception || one.Reg14Exception
		one.Age = ageToday // a change is held by the age the child has now
		f.AnyCVRule = f.AnyCVRule || slices.ContainsFunc(StillHolds(c, one, x, p), func(r handbook.Rule) bool { return strings.HasPrefix(r.ID, "CV-") })
	}
}
