package review

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// WithProposal gives the facts with one proposed change put to the test; each
// open proposal is tested in turn.
func WithProposal(f handbook.Facts, p casefile.ChangeProposed) handbook.Facts {
	f.Proposal = proposalName(p.What)
	f.LeaveCareProposed = p.What == casefile.LeaveCare
	f.MoveOnProposed = p.What == casefile.SemiIndependent || p.What == casefile.MoveOn
	f.MoveProposed = p.Moves()
	f.MoveEmergency = p.Emergency
	f.MoveNotSatisfied = p.Moves() && p.NotSatisfied()
	f.FreezeRequested = p.FreezeAsked.Known()
	f.DisruptsEducation = p.DisruptsSchool
	f.ChangeUnplanned = p.Unplanned
	f.ReturningToParent = p.ToParent || p.What == casefile.WithParent
	f.PlacementEnding = p.EndsPlacement
	f.Reg14Exception = p.Regulation14Free
	return f
}

// FactsForChanges works out the facts that proposed changes are tested with:
// those of Facts, with the age the child has today and not at the next review.
func FactsForChanges(c *casefile.Case, clocks clock.Clocks, x Context) handbook.Facts {
	f := Facts(c, clocks, x)
	f.Age = clocks.Age
	return f
}

func proposalName(k casefile.ProposalKind) handbook.Proposal {
	switch k {
	case casefile.LeaveCare:
		return handbook.ProposalLeaveCare
	case casefile.SemiIndependent:
		return handbook.ProposalSemiIndependent
	case casefile.MoveOn:
		return handbook.ProposalMoveOn
	case casefile.WithParent:
		return handbook.ProposalPlacementWithParent
	}
	return handbook.ProposalOther
}

// MustComeFirst lists the rules that want a review before this change, those
// of HB 3.77 and the regulations first and then the general one: no significant
// change of plan until a review has considered it (HB 3.7; RT-12). An emergency
// frees a change from that one and from CPPCR 14 (CV-10); the others are still
// listed, as the reasons why a review must follow at once (A-20; CV-14).
func MustComeFirst(f handbook.Facts, p casefile.ChangeProposed) []handbook.Rule {
	f = WithProposal(f, p)
	out := slices.DeleteFunc(handbook.Family("CV"), func(r handbook.Rule) bool {
		return !asksReview(r.ID, p) || !r.Applies(&f)
	})
	if general, ok := handbook.RuleByID("RT-12"); ok && !p.Emergency {
		out = append(out, general)
	}
	return out
}

// asksReview reports whether a rule wants a review before a change of this
// kind. The predicates of some tell of the child and not of the change, so the
// kind is asked here. A child moved while in custody is released from it. CV-11
// and CV-15 want approval (see Approvals).
func asksReview(rule string, p casefile.ChangeProposed) bool {
	switch rule {
	case "CV-01", "CV-02", "CV-07", "CV-09", "CV-12":
		return true
	case "CV-03", "CV-04", "CV-05", "CV-06":
		return p.Moves()
	case "CV-08":
		return p.What == casefile.LeaveCare
	case "CV-10":
		return !p.Emergency
	}
	return false
}

// StillHolds lists the rules that hold the change now: none once it was
// reviewed, overridden or dropped, or in an emergency. While the review that
// considered it stands adjourned the change waits on (AJ-11).
func StillHolds(c *casefile.Case, f handbook.Facts, x Context, p casefile.ChangeProposed) []handbook.Rule {
	switch {
	case p.Emergency || p.Override != "" || p.Dropped.Known():
		return nil
	case p.Review.Zero():
		return MustComeFirst(f, p)
	}
	return adjourned(c, x, p)
}

// adjourned gives AJ-11 while the review that considered the change is not
// completed. The rule is not verified, and a setting switches it off.
func adjourned(c *casefile.Case, x Context, p casefile.ChangeProposed) []handbook.Rule {
	r, _ := c.ReviewByID(p.Review)
	waits, ok := handbook.RuleByID(casefile.AdjournedHold)
	if !ok || !r.Held.Adjourned || r.Held.Completed.Known() || x.Readings.ProposalsGoOn {
		return nil
	}
	return []handbook.Rule{waits}
}

// Holds gives the ids of the rules that casefile.Propose is to weigh: what must
// come before the change, and the adjournment of its review.
func Holds(c *casefile.Case, f handbook.Facts, x Context, p casefile.ChangeProposed) []string {
	var out []string
	for _, r := range slices.Concat(MustComeFirst(f, p), adjourned(c, x, p)) {
		out = append(out, r.ID)
	}
	return out
}

// Standing is how a proposed change stands (CV-13).
type Standing string

// The standings.
const (
	Waiting    Standing = "waits for a review"
	MayGoOn    Standing = "an emergency: it may be made now, its review follows"
	Unreviewed Standing = "made, its review is still to come"
	Reviewed   Standing = "reviewed"
	Overridden Standing = "overridden"
	Dropped    Standing = "no longer proposed"
)

// StandingOf says how a proposed change stands.
func StandingOf(c *casefile.Case, f handbook.Facts, x Context, p casefile.ChangeProposed) Standing {
	switch {
	case p.Dropped.Known():
		return Dropped
	case p.Override != "":
		return Overridden
	case !p.Review.Zero() && len(StillHolds(c, f, x, p)) == 0:
		return Reviewed
	case p.MadeOn.Known():
		return Unreviewed
	case p.Emergency:
		return MayGoOn
	}
	return Waiting
}

// Approval is a rule that wants a nominated officer's approval before the
// change, with what of it is not on file yet.
type Approval struct {
	Rule    handbook.Rule
	Missing []string
}

// Approvals lists the approvals a change needs: to stop looking after a child
// looked after for 20 working days (CPPCR 39; CV-11), and for a move in Key
// Stage 4 that breaks into education, beside its review (CPPCR 10; CV-15, A-20).
func Approvals(f handbook.Facts, p casefile.ChangeProposed) []Approval {
	f = WithProposal(f, p)
	var officer []string
	if p.ApprovedBy == "" || !p.ApprovedOn.Known() {
		officer = []string{"the nominated officer's approval, name and day"}
	}
	var out []Approval
	if r, ok := handbook.RuleByID("CV-11"); ok && r.Applies(&f) {
		out = append(out, Approval{r, officer})
	}
	if r, ok := handbook.RuleByID("CV-15"); ok && p.Moves() && r.Applies(&f) {
		missing := slices.Clone(officer)
		if !p.ConsultedOn.Known() {
			missing = append(missing, "the day you were consulted")
		}
		if !p.Teacher {
			missing = append(missing, "word from the designated teacher")
		}
		out = append(out, Approval{r, missing})
	}
	return out
}

// TooYoung reports a move to semi-independent living of a child under 16, who
// may not be placed there at all (CV-02, A-26). It is asked only of a child
// whose age is known.
func TooYoung(c *casefile.Case, x Context, p casefile.ChangeProposed) bool {
	dob := c.DOB()
	return p.What == casefile.SemiIndependent && dob.Known() && max(p.For, x.Today) < dob.Birthday(16, x.Readings.LeapBirthday)
}

// noticeDays is how long after a placement's end anyone who could not be told
// before is told in writing (CPPCR 14; CV-10).
const noticeDays = 10

// NoticeDue gives the day by which notice of a placement's end is due to those
// not told before; ok is false when there is none to give.
func NoticeDue(cal workday.Calendar, p casefile.ChangeProposed) (workday.Date, bool) {
	if !p.EndsPlacement || p.Regulation14Free || !p.MadeOn.Known() || p.NoticeGiven.Known() {
		return 0, false
	}
	return cal.Add(p.MadeOn, noticeDays), true
}

// ReviewNeededBy gives the day by which a move made in an emergency is to be
// reviewed: the day the IRO set, or so many working days after it (CV-14,
// local); ok is false when no such review is outstanding.
func ReviewNeededBy(x Context, p casefile.ChangeProposed) (workday.Date, bool) { //nolint:revive // the review is what is needed
	switch {
	case !p.Emergency || !p.MadeOn.Known() || p.Cleared() || p.Dropped.Known():
		return 0, false
	case p.NeededBy.Known():
		return p.NeededBy, true
	}
	return x.Calendar.Add(p.MadeOn, x.Readings.Limit(practice.AfterMoveDays)), true
}

// DecideBy gives the day by which a reported event is to be decided on, counted
// from the day the IRO was told, or else from the day it happened (MO-02,
// local); ok is false once it was decided.
func DecideBy(x Context, ev casefile.EventReported) (workday.Date, bool) {
	from := ev.ToldOn
	if !from.Known() {
		from = ev.On
	}
	return x.Calendar.Add(from, x.Readings.Limit(practice.EventDays)), ev.Open()
}

// MissingPattern reports a child who went missing so many times within so many
// days up to today (HB 3.80; MO-21, MO-30; both numbers local). A missing
// episode and an event that falls in it are one time.
func MissingPattern(c *casefile.Case, x Context) bool {
	times := c.Periods(casefile.Missing)
	for _, ev := range c.Events() {
		same := func(p casefile.PeriodStated) bool { return p.From == ev.On || p.From < ev.On && ev.On <= p.To }
		if ev.What == casefile.MissingEvent && !slices.ContainsFunc(times, same) {
			times = append(times, casefile.PeriodStated{From: ev.On})
		}
	}
	since := x.Today.AddDays(-x.Readings.Limit(practice.MissingWithin))
	days := map[workday.Date]bool{}
	for _, p := range times {
		if p.From >= since && p.From <= x.Today {
			days[p.From] = true
		}
	}
	return len(days) >= x.Readings.Limit(practice.MissingTimes)
}

// Breakdowns counts the placements that ended because they broke down or the
// carer asked for the end (HB 3.80; MO-30).
func Breakdowns(c *casefile.Case) int {
	n := 0
	for _, p := range c.Placements() {
		if p.BrokeDown || p.Change == "CREQB" || p.Change == "CREQO" {
			n++
		}
	}
	return n
}
