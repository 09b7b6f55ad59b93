package review

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
)

// decided is what the decisions say: those still owed over all reviews, and the
// manager's answers to the decisions of one (HB 3.71, 7.24, 7.26).
func decided(f *handbook.Facts, c *casefile.Case, r casefile.Review, x Context) {
	for _, d := range clock.Owed(c, x.Calendar) {
		if d.Due() >= x.Today {
			continue
		}
		f.OpenOverdueDecisions++
		f.PartOverdue = f.PartOverdue || d.State() == casefile.DecisionPart
		f.DecisionOverdue = f.DecisionOverdue || d.State() != casefile.DecisionPart
	}
	for _, d := range c.OpenDecisions() {
		f.DecisionRepeated = f.DecisionRepeated || !d.CarriedFrom.Zero()
		f.ReferralDecisions = f.ReferralDecisions || d.Service != ""
	}
	for _, d := range c.DecisionsOf(r.ID) {
		f.ReferralDecisions = f.ReferralDecisions || d.Service != ""
		if response, ok := ResponseTo(c, d, x); ok {
			f.ManagerDisagreed = f.ManagerDisagreed || response.Refused()
			f.ManagerDisagreedLate = f.ManagerDisagreedLate || response.Late
		}
	}
	for _, d := range c.Disputes() {
		f.DisputeInformal = f.DisputeInformal || d.Open()
	}
	f.DisputeOpen = f.DisputeInformal
}

// tookPart is who was left out of a review and whether a parent was not there
// (HB 3.17 to 3.19, 3.69). Once somebody is entered as present, a parent on the
// list of people who is not was absent.
func tookPart(f *handbook.Facts, c *casefile.Case, r casefile.Review) {
	parts := c.PartsIn(r.ID)
	taken := false
	for _, p := range parts {
		parent := parental(p.Role)
		taken = taken || p.How.Present()
		if p.How == casefile.LeftOut {
			f.Exclusion = true
			f.ParentExcluded = f.ParentExcluded || parent
			f.ConsultationReturned = f.ConsultationReturned || parent && p.Words != ""
		}
		f.ParentAbsentOrExcluded = f.ParentAbsentOrExcluded || parent && !p.How.Present()
	}
	if !taken || !r.IsHeld() {
		return
	}
	for _, p := range c.People(r.Held.Recorded) {
		entered := slices.ContainsFunc(parts, func(o casefile.TookPart) bool { return o.Person == p.ID })
		f.ParentAbsentOrExcluded = f.ParentAbsentOrExcluded || parental(p.Role) && !entered
	}
}

func parental(r casefile.Role) bool { return r == casefile.Parent || r == casefile.ParentInCare }
