package clock

import (
	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// careDeadlines are the limits that run from the start of care and of the
// placement (AP-02, AP-03, CD-01 to CD-03). The item that answers one marks it
// met; nothing else does.
func (m maker) careDeadlines(c *casefile.Case, care casefile.CareStated) []Deadline {
	var out []Deadline
	if care.StartKnown() {
		start := Step{Label: "Became looked after", Date: care.Start}
		out = append(out,
			m.answered(c, care, "B-001", m.limit("AP-02", "IRO manager told", LA, start, workingDays(managerToldDays), m.cal.Add(care.Start, managerToldDays))),
			m.answered(c, care, "B-002", m.limit("AP-03", "IRO appointed", LA, start, workingDays(appointedDays), m.cal.Add(care.Start, appointedDays))),
		)
	}
	for _, p := range c.Placements() {
		if p.Start < care.From() || p.End.Known() && p.End <= m.today {
			continue
		}
		start := Step{Label: "Placement started", Date: p.Start}
		if care.StartKnown() && p.Start == care.Start {
			out = append(out, m.answered(c, care, "B-006",
				m.limit("CD-01", "Care plan, if not made before", LA, start, workingDays(carePlanDays), m.cal.Add(p.Start, carePlanDays))))
		}
		out = append(out, m.answered(c, care, "FST-04",
			m.limit("CD-02", "Placement plan, if not made before", LA, start, workingDays(placementPlanDays), m.cal.Add(p.Start, placementPlanDays))))
		if p.OutOfArea && p.Emergency {
			out = append(out, m.answered(c, care, "B-009",
				m.limit("CD-03", "Receiving area told", LA, start, workingDays(areaNoticeDays), m.cal.Add(p.Start, areaNoticeDays))))
		}
	}
	return out
}

// answered marks a deadline met by the item that answers it.
func (m maker) answered(c *casefile.Case, care casefile.CareStated, item string, d Deadline) Deadline {
	a := c.AnswerSince(item, care.From())
	if a.Answer == casefile.Done || a.Answer == casefile.NotApplicable {
		d.Done, d.Met = true, a.On
	}
	return d
}

// reviewDeadlines are the limits that run from the last review and back from
// the planned one (RT-11, RC-01 to RC-03, RC-06, PR-01 to PR-08).
func (m maker) reviewDeadlines(c *casefile.Case, care casefile.CareStated, out *Clocks, readings practice.Readings) {
	var last casefile.Review
	for r := range c.HeldIn(care) {
		last = r
	}
	if last.IsHeld() {
		out.Deadlines = append(out.Deadlines, m.recordDeadlines(last)...)
	}
	if r, ok := c.InHand(); ok && r.Planned.Date.Known() {
		out.Deadlines = append(out.Deadlines, m.preparation(r.Planned, Floor(care, r, out.ReviewNo), out.Age, readings)...)
	}
}

// Floor is the day before which no preparation can be asked for: the day care
// began for a first review, the day a review was called when it was called
// late (PR-44). The zero Date means there is none.
func Floor(care casefile.CareStated, r casefile.Review, no int) workday.Date {
	floor := r.Planned.CalledOn
	if no == 1 {
		floor = max(floor, care.Start)
	}
	return floor
}

func (m maker) recordDeadlines(r casefile.Review) []Deadline {
	recorded := Step{Label: "Review recorded", Date: r.Held.Recorded}
	finish := m.limit("RT-11", "Review completed", IRO, recorded, workingDays(completionDays), CompletionDue(m.cal, r.Held.Recorded))
	if !r.Held.Completed.Known() {
		return []Deadline{finish}
	}
	finish.Done, finish.Met = true, r.Held.Completed
	done := Step{Label: "Review completed", Date: r.Held.Completed}
	due := RecordDue(m.cal, r.Held.Completed)
	return []Deadline{
		finish,
		m.limit("RC-01", "Decisions written up", IRO, done, workingDays(decisionsDays), due.Decisions),
		m.limit("RC-06", "Care plan updated, if the review changed it", SocialWorker, done, workingDays(planUpdateDays), due.PlanUpdate),
		m.limit("RC-02", "Full record written", IRO, done, workingDays(recordDays), due.FullRecord),
		m.limit("RC-03", "Record sent out", LA, done, workingDays(distributionDays), due.Distribution),
	}
}

func (m maker) preparation(p casefile.ReviewPlanned, floor workday.Date, age int, readings practice.Readings) []Deadline {
	t := PreparationDue(m.cal, p.Date, floor, readings.ClearDays)
	from := Step{Label: "Review planned", Date: p.Date, Note: "counted back from it"}
	back := func(rule, what string, who Who, target Target, days int) Deadline {
		d := m.limit(rule, what, who, from, "at least "+workingDays(days)[2:]+" before", target.By)
		d.Holidays = m.cal.Holidays(target.By-1, p.Date)
		if target.Compressed {
			d.Why.Notes = append(d.Why.Notes, "Compressed: counted back it would be "+target.Ideal.Long()+
				", before the review was called or care began, so it moves up to "+target.By.Long()+".")
		}
		return d
	}
	out := []Deadline{
		back("PR-01", "Child asked who and where", SocialWorker, t.AskChild, askChildDays),
		back("PR-02", "Planning conversation", IRO, t.PlanningTalk, planningTalkDays),
		back("PR-04", "Invitations sent", LA, t.Invitations, invitationsDays),
		back("PR-05", "Consultation papers sent", LA, t.Consultation, invitationsDays),
		back("PR-06", "Social worker's report", SocialWorker, t.Report, papersDays),
		back("PR-08", "Health plan or assessment", SocialWorker, t.Health, papersDays),
	}
	if age >= 4 && age < 18 {
		out = append(out, back("PR-07", "Education plan (PEP)", SocialWorker, t.PEP, papersDays))
	}
	return out
}
