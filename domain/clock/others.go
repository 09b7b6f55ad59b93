package clock

import (
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// careDeadlines are the limits that run from the start of care and of the
// placement (AP-02, AP-03, CD-01 to CD-03). The item that answers one marks it
// met; nothing else does. A limit that was over before the file was opened lies
// in the council's record and is not asked for here.
func (m maker) careDeadlines(c *casefile.Case, s Situation) []Deadline {
	return slices.DeleteFunc(m.allCareDeadlines(c, s), func(d Deadline) bool { return d.Due < c.Opened })
}

func (m maker) allCareDeadlines(c *casefile.Case, s Situation) []Deadline {
	var out []Deadline
	care := s.Care
	if care.StartKnown() {
		start := Step{Label: "Became looked after", Date: care.Start}
		out = append(out,
			m.answered(c, care, "B-001", m.limit("AP-02", "IRO manager told", LA, start, workingDays(managerToldDays), m.cal.Add(care.Start, managerToldDays))),
			m.answered(c, care, "B-002", m.limit("AP-03", "IRO appointed", LA, start, workingDays(appointedDays), m.cal.Add(care.Start, appointedDays))),
		)
	}
	for _, p := range c.Placements() {
		start := Step{Label: "Placement started", Date: p.Start}
		if care.StartKnown() && p.Start == care.Start && !s.Placed.Known() {
			out = append(out, m.answered(c, care, "B-006",
				m.limit("CD-01", "Care plan, if not made before", LA, start, workingDays(carePlanDays), m.cal.Add(p.Start, carePlanDays))))
		}
		if p.Start < care.From() || p.End.Known() && p.End <= m.today || casefile.TemporaryStay(p.Code) || returned(c, p) || s.ShortBreak {
			continue
		}
		out = append(out, m.inPlan(c, p, m.limit("CD-02", "Placement plan, if not made before", LA, start, workingDays(placementPlanDays), m.cal.Add(p.Start, placementPlanDays))))
		if p.OutOfArea && p.Emergency {
			out = append(out, m.answered(c, care, "B-009",
				m.limit("CD-03", "Receiving area told", LA, start, workingDays(areaNoticeDays), m.cal.Add(p.Start, areaNoticeDays))))
		}
	}
	return out
}

// plansAhead is how long before a placement its plan may have been made.
const plansAhead = 28

// inPlan marks a placement plan as made by an answer given since the placement
// began, or by a plan of its own in the register.
func (m maker) inPlan(c *casefile.Case, p casefile.PlacementStated, d Deadline) Deadline {
	d.Item = "FST-04"
	if a := c.AnswerSince("FST-04", p.Start); a.Answer == casefile.Done || a.Answer == casefile.NotApplicable {
		d.Done, d.Met = true, a.On
	}
	if doc, ok := c.Document(casefile.PlacementPlan); ok && doc.When() >= p.Start-plansAhead {
		d.Done, d.Met = true, doc.When()
	}
	return d
}

// returned reports a placement that goes on after a temporary stay away.
func returned(c *casefile.Case, p casefile.PlacementStated) bool {
	return slices.ContainsFunc(c.Placements(), func(o casefile.PlacementStated) bool { return o.Start < p.Start && samePlace(c, o, p) })
}

// answered marks a deadline met by the item that answers it.
func (m maker) answered(c *casefile.Case, care casefile.CareStated, item string, d Deadline) Deadline {
	d.Item = item
	a := c.AnswerSince(item, care.From())
	if a.Answer == casefile.Done || a.Answer == casefile.NotApplicable {
		d.Done, d.Met = true, a.On
	}
	return d
}

// reviewDeadlines are the limits that run from the last review and back from
// the planned one (RT-11, RC-01 to RC-03, RC-06, PR-01 to PR-08).
func (m maker) reviewDeadlines(c *casefile.Case, care casefile.CareStated, out *Clocks) {
	var last casefile.Review
	for r := range c.HeldIn(care) {
		if r.Held.Recorded <= m.today {
			last = r
		}
	}
	if last.IsHeld() {
		out.Deadlines = append(out.Deadlines, m.recordDeadlines(c, last)...)
	}
	if r, ok := c.InHand(); ok && r.Planned.Date.Known() {
		out.Deadlines = append(out.Deadlines, m.preparation(c, r, Floor(care, r), out)...)
	}
}

// reviewed marks a deadline met by the answer to an item of a review.
func reviewed(c *casefile.Case, r casefile.Review, item string, d Deadline) Deadline {
	d.Item = item
	a := c.AnswerTo(r.ID, item)
	if a.Answer == casefile.Done || a.Answer == casefile.NotApplicable {
		d.Done, d.Met = true, a.On
	}
	return d
}

// Floor is the day before which no preparation can be asked for: the day care
// began, or the day the review was called when that was later (PR-44). The
// zero Date means neither is known.
func Floor(care casefile.CareStated, r casefile.Review) workday.Date {
	return max(r.Planned.CalledOn, care.Start)
}

func (m maker) recordDeadlines(c *casefile.Case, r casefile.Review) []Deadline {
	recorded := Step{Label: "Review recorded", Date: r.Held.Recorded}
	finish := m.limit("RT-11", "Review completed", IRO, recorded, workingDays(completionDays), CompletionDue(m.cal, r.Held.Recorded))
	if !r.Held.Completed.Known() {
		return []Deadline{finish}
	}
	finish.Done, finish.Met = true, r.Held.Completed
	done := Step{Label: "Review completed", Date: r.Held.Completed}
	due := RecordDue(m.cal, r.Held.Completed)
	decisions := reviewed(c, r, "B-901", m.limit("RC-01", "Decisions written up", IRO, done, workingDays(decisionsDays), due.Decisions))
	if sent := c.SentOf(r.ID); sent.Issued.Known() {
		decisions.Done, decisions.Met = true, sent.Issued
	}
	out := []Deadline{
		finish,
		decisions,
		reviewed(c, r, "B-1101", m.limit("RC-02", "Full record written", IRO, done, workingDays(recordDays), due.FullRecord)),
		reviewed(c, r, "B-1203", m.limit("RC-03", "Record sent out", LA, done, workingDays(distributionDays), due.Distribution)),
	}
	if outcome := planOutcome(c, r); outcome == "" || outcome == "changed" {
		plan := reviewed(c, r, "B-1003", m.limit("RC-06", "Care plan updated, if the review changed it", SocialWorker, done, workingDays(planUpdateDays), due.PlanUpdate))
		plan.Unsure = outcome == ""
		out = append(out, plan)
	}
	from := c.Opened
	if c.FromImport(r.ID) {
		from = max(from, c.StatedOn(r.ID)) // what was over before the return brought the review was done elsewhere
	}
	return slices.DeleteFunc(out, func(d Deadline) bool { return d.Due < from && !d.Done })
}

// PlanChanged reports whether a review changed the care plan, as the IRO
// answered when it was closed (HB 3.66; RC-06).
func PlanChanged(c *casefile.Case, r casefile.Review) bool { return planOutcome(c, r) == "changed" }

// planOutcome is what a review did with the plan; "" while that is not answered.
func planOutcome(c *casefile.Case, r casefile.Review) string {
	return c.AnswerTo(r.ID, "B-801").Evidence["plan_outcome"]
}

func (m maker) preparation(c *casefile.Case, r casefile.Review, floor workday.Date, out *Clocks) []Deadline {
	day := r.Planned.Date
	t := PreparationDue(m.cal, day, floor, m.readings.ClearDays)
	from := Step{Label: "Review planned", Date: day, Note: "counted back from it"}
	back := func(rule, item, what string, who Who, target Target, days int) Deadline {
		d := m.limit(rule, what, who, from, fmt.Sprintf("at least %d working days before", days), target.By)
		d.Holidays = m.cal.Holidays(target.By-1, day)
		if target.Compressed {
			d.Why.Notes = append(d.Why.Notes, "Compressed: counted back it would be "+target.Ideal.Long()+
				", before the review was called or care began, so it moves up to "+target.By.Long()+".")
		}
		return reviewed(c, r, item, d)
	}
	list := []Deadline{
		back("PR-01", "B-101", "Child asked who and where", SocialWorker, t.AskChild, askChildDays),
		back("PR-02", "B-201", "Planning conversation", IRO, t.PlanningTalk, planningTalkDays),
		back("PR-04", "B-301", "Invitations sent", LA, t.Invitations, invitationsDays),
		back("PR-05", "B-303", "Consultation papers sent", LA, t.Consultation, invitationsDays),
		back("PR-06", "B-401", "Social worker's report", SocialWorker, t.Report, papersDays),
	}
	if out.Situation.ShortBreak {
		return list // the parents lead on school and health (CPPCR 48)
	}
	list = append(list, back("PR-08", "B-404", "Health plan or assessment", SocialWorker, t.Health, papersDays))
	if out.Age >= 4 && out.Age < 18 {
		list = append(list, back("PR-07", "B-403", "Education plan (PEP)", SocialWorker, t.PEP, papersDays))
	}
	return list
}
