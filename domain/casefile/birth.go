package casefile

import (
	"slices"

	"footprint/domain/fault"
	"footprint/domain/workday"
)

// dated is something on file in words, with the day it happened.
type dated struct {
	what string
	on   workday.Date
}

// checkBirth refuses a date of birth that cannot be, or that something on file
// comes before; and a fact that comes before the date of birth.
func (c *Case) checkBirth(changed map[string]string, today workday.Date) error {
	dob := c.DOB()
	text, moved := changed[FactDOB]
	if moved && text == "" {
		return nil
	}
	if moved {
		var err error
		if dob, err = workday.Parse(text); err != nil {
			return err
		}
		switch {
		case dob > today:
			return fault.New(fault.BadInput, "The date of birth is in the future.", "Check the year.")
		case dob.AddMonths(12*26) < today:
			return fault.New(fault.BadInput, "The date of birth is more than 25 years ago.", "Check the year.")
		}
	}
	for _, d := range slices.Concat(c.datedFacts(changed), c.whatHappened()) {
		if dob.Known() && d.on.Known() && d.on < dob && (moved || changed[d.what] != "") {
			if f, ok := FactByKey(d.what); ok {
				return fault.New(fault.Conflict, f.Label+": that day is before the date of birth.", checkBoth)
			}
			return beforeBirth(d.what)
		}
	}
	return nil
}

const checkBoth = "One of the two dates is wrong; check both."

func beforeBirth(what string) error {
	return fault.New(fault.Conflict, what+" before the date of birth.", checkBoth)
}

// datedFacts gives the facts that are a day, by key, as they stand once changed.
func (c *Case) datedFacts(changed map[string]string) []dated {
	var out []dated
	for _, f := range Facts() {
		if f.Kind != Day || f.Key == FactDOB {
			continue
		}
		on := c.FactOn(f.Key)
		if text, ok := changed[f.Key]; ok {
			on, _ = workday.Parse(text)
		}
		out = append(out, dated{f.Key, on})
	}
	return out
}

// whatHappened lists everything dated that needs the child to be born. Not so
// are an asylum claim, when a person around the child came to the family, and
// the papers that are made before a birth.
func (c *Case) whatHappened() []dated {
	var out []dated
	add := func(what string, days ...workday.Date) { out = append(out, dated{what, earliest(days...)}) }
	for _, s := range c.care {
		add("The looked-after episode begins", s.From())
	}
	for _, s := range c.statuses {
		add("A legal status begins", s.Start)
	}
	for _, p := range c.placements {
		add("A placement begins", p.Start)
	}
	for _, r := range c.reviews {
		add("A review was held", r.Held.Recorded)
		add("A review is planned or was called", r.Planned.Date, r.Planned.CalledOn)
	}
	for _, p := range c.periods {
		if p.What != AsylumSeeking {
			add(title(string(p.What))+" begins or ends", p.From, p.To, p.Expected)
		}
	}
	for _, p := range c.people {
		add("A person's time with the child ends", p.To)
	}
	for _, a := range c.appointments {
		add("An appointment begins", a.From, a.Introduced, a.ToldOn)
	}
	for _, d := range c.documents {
		add("A document is dated or came", d.sinceBirth())
	}
	for _, v := range c.visits {
		add("A visit was made or asked for", v.On, v.AskedOn)
	}
	for _, ev := range c.happenings {
		add("A significant event happened or was decided", ev.On, ev.ToldOn, ev.DecidedOn, ev.NeededBy)
	}
	for _, p := range c.proposals {
		add("A change was proposed or made", p.ProposedOn, p.MadeOn, p.Dropped, p.For, p.PlanDated, p.ApprovedOn, p.ConsultedOn, p.NoticeGiven,
			p.NeededBy, p.OverriddenOn, p.FreezeAsked, p.FreezeAnswered, p.AdvisedOn)
	}
	for _, w := range c.said {
		add("The child's words were said", w.On)
	}
	for _, d := range c.disputes {
		add("A dispute was raised", d.Opened)
	}
	return out
}

// sinceBirth is the first day of a document that cannot be older than the child;
// not known for one that can: an assessment, a protection plan or a court paper
// for an unborn child, and the authority's own policy.
func (ev DocumentStated) sinceBirth() workday.Date {
	switch ev.What {
	case Assessment, ProtectionPlan, CourtPaper, ReviewPolicy, OtherDocument:
		return 0
	}
	return earliest(ev.Dated, ev.Received, ev.Read, ev.AtCouncil)
}

// earliest gives the first of the days that are known.
func earliest(days ...workday.Date) workday.Date {
	days = slices.DeleteFunc(days, func(d workday.Date) bool { return !d.Known() })
	if len(days) == 0 {
		return 0
	}
	return slices.Min(days)
}
