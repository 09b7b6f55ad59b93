package clock

import (
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// The limits that follow from the decisions of the reviews.
const (
	informalDays = 5 // working days, local: DR-01, reading A-19
	gistLength   = 60
)

// Named is a decision as lists tell it: "Decision 3 of 26 May 2026: find a
// school place".
func Named(c *casefile.Case, d casefile.Decided) string {
	return fmt.Sprintf("Decision %d of %s: %s", d.No, reviewDay(c, d).Brief(), gist(d.What))
}

// reviewDay is the day of the review a decision belongs to.
func reviewDay(c *casefile.Case, d casefile.Decided) workday.Date {
	if r, ok := c.ReviewByID(d.Review); ok && r.IsHeld() {
		return r.Held.Recorded
	}
	return d.Made
}

// gist cuts a text to what fits a line, between two words.
func gist(text string) string {
	words := strings.Fields(text)
	out := ""
	for i, w := range words {
		if i > 0 && len([]rune(out))+len([]rune(w)) >= gistLength {
			return out + "…"
		}
		out = strings.TrimSpace(out + " " + w)
	}
	return out
}

// Contested reports whether the manager refused the decision inside the window
// and the matter is not settled: nobody owes it until it is (HB 3.71; DE-06,
// DE-07).
func Contested(c *casefile.Case, d casefile.Decided, cal workday.Calendar) bool {
	over, raised := c.DisputeOver(d.ID)
	return refused(c, d, cal) && (!raised || over.Open())
}

// refused reports whether the manager's answer that stands is a refusal given
// inside the window.
func refused(c *casefile.Case, d casefile.Decided, cal workday.Calendar) bool {
	received, a := c.ReceivedOf(d), d.Answer
	if !received.Known() || !a.On.Known() {
		return false
	}
	_, state, _ := ManagerWindow(cal, received, a.On, a.Agrees, a.On)
	return state == AnswerRefused
}

// Owed lists the decisions that are still to be carried out, the soonest first:
// the open ones that are not contested. A recommendation and a decision that
// silence made agreed are owed like any other (HB 3.71; DE-05, DE-08).
func Owed(c *casefile.Case, cal workday.Calendar) []casefile.Decided {
	return slices.DeleteFunc(c.OpenDecisions(), func(d casefile.Decided) bool { return Contested(c, d, cal) })
}

// Alerted gives the day the accountable manager was first alerted to a decision
// since its day passed; not known while nobody was (DE-09).
func Alerted(c *casefile.Case, d casefile.Decided) workday.Date {
	for _, a := range d.Alerts {
		if a.Sent > d.Due() {
			return a.Sent
		}
	}
	if a := c.AnswerSince("B-1303", d.Due()+1); a.Answer == casefile.Done {
		return a.On
	}
	return 0
}

// deciding are the limits that follow from the decisions of the reviews: the
// manager's answer (DE-04), each decision's own day (DE-08), the alert when that
// has passed (DE-09), the answer of a service that was asked (DD-05), and what a
// refusal calls for (DE-07, DR-01).
func (m maker) deciding(c *casefile.Case, s Situation) []Deadline {
	out := m.managersAnswers(c)
	for _, d := range c.OpenDecisions() {
		out = append(out, m.decision(c, d))
		if m.today > d.Due() && !Contested(c, d, m.cal) {
			out = append(out, m.alert(c, d))
		}
		if d.ReplyBy.Known() {
			out = append(out, m.referral(c, d))
		}
		if refused(c, d, m.cal) {
			out = append(out, m.talk(c, d))
		}
	}
	for _, d := range c.Disputes() {
		if d.Opened >= s.Care.From() {
			out = append(out, m.informal(d))
		}
	}
	return out
}

// managersAnswers are the windows that run, and that of the last decisions the
// manager received.
func (m maker) managersAnswers(c *casefile.Case) []Deadline {
	var out []Deadline
	for _, r := range c.Reviews() {
		d, ok := m.managersAnswer(c, r)
		if !ok {
			continue
		}
		out = slices.DeleteFunc(out, func(o Deadline) bool { return o.Done })
		out = append(out, d)
	}
	return out
}

// managersAnswer is the window of the designated manager. It is met when every
// decision is answered, and by silence on the day after it, from which the
// decisions count as agreed: it is never late (HB 3.71; DE-04, DE-05).
func (m maker) managersAnswer(c *casefile.Case, r casefile.Review) (d Deadline, ok bool) {
	sent, decisions := c.SentOf(r.ID), c.DecisionsOf(r.ID)
	if !sent.Received.Known() || len(decisions) == 0 {
		return d, false
	}
	d = reviewed(c, r, "B-1001", m.limit("DE-04", "Manager's answer to the decisions of "+r.Held.Recorded.Brief(), Manager,
		Step{Label: "Decisions received", Date: sent.Received}, workingDays(managerDays), m.cal.Add(sent.Received, managerDays)))
	d.Awaited = true
	decisions = slices.DeleteFunc(decisions, func(o casefile.Decided) bool { return !c.ReceivedOf(o).Known() })
	answered := slices.IndexFunc(decisions, func(o casefile.Decided) bool { return !o.Answer.On.Known() }) < 0
	switch {
	case answered:
		d.Done, d.Met = true, 0
		for _, o := range decisions {
			d.Met = max(d.Met, o.Answer.On)
		}
	case m.today > d.Due:
		d.Done, d.Met = true, d.Due+1
		d.Why.Notes = append(d.Why.Notes, "What was not answered by then counts as agreed since "+d.Met.Long()+" (DE-05).")
	case !d.Done:
		d.Why.Notes = append(d.Why.Notes, "What is not answered by then counts as agreed from "+(d.Due+1).Long()+" (DE-05).")
	}
	return d, true
}

// set is the fact a decision's day comes from: the review, or the last time a
// new day was set (DD-01).
func set(d casefile.Decided) Step {
	for _, l := range slices.Backward(d.Looks) {
		if l.NewDay.Known() {
			return Step{Label: "New day set", Date: l.On}
		}
	}
	return Step{Label: "Decided", Date: d.Made}
}

// ofDecision makes a limit that belongs to one decision.
func (m maker) ofDecision(d casefile.Decided, rule, what string, who Who, fact Step, span string, due workday.Date) Deadline {
	out := m.limit(rule, what, who, fact, span, due)
	out.Decision = d.ID
	return out
}

// decision is the day a decision is wanted by. Part done past that day is late
// like not done; a contested one is not, and waits for what becomes of it (HB
// 3.71, 7.24; DE-08, DD-02).
func (m maker) decision(c *casefile.Case, d casefile.Decided) Deadline {
	out := m.ofDecision(d, "DE-08", Named(c, d), LA, set(d), "the day set for it", d.Due())
	if out.Contested = Contested(c, d, m.cal); out.Contested {
		out.Why.Notes = append(out.Why.Notes, "The manager refused it on "+d.Answer.On.Long()+", so it waits for what becomes of that, and is not late (DE-07).")
	}
	if n := d.Moves(); n > 0 {
		out.Why.Notes = append(out.Why.Notes, fmt.Sprintf("It was wanted by %s first; a new day was set %s.", d.By.Long(), times(n)))
	}
	if line := c.LineOf(d.ID); len(line) > 1 {
		out.Why.Notes = append(out.Why.Notes, fmt.Sprintf("It was carried on %s, and first asked for on %s (DE-12).", times(len(line)-1), line[0].Made.Long()))
	}
	if d.State() == casefile.DecisionPart {
		out.Why.Notes = append(out.Why.Notes, "Part of it is done; what is left is wanted by the same day (DD-02).")
	}
	return out
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}

// alert is the word owed to the accountable manager from the day after a
// decision's day (HB 3.73; DE-09).
func (m maker) alert(c *casefile.Case, d casefile.Decided) Deadline {
	out := m.ofDecision(d, "DE-09", "Alert the manager: "+lower(Named(c, d)), IRO, Step{Label: "It was to be done", Date: d.Due()}, "the day after it", d.Due()+1)
	out.Item = "B-1303"
	out.Met = Alerted(c, d)
	out.Done = out.Met.Known()
	return out
}

// referral is the day another service's answer is wanted by (HB 7.26; DD-05).
func (m maker) referral(c *casefile.Case, d casefile.Decided) Deadline {
	fact := set(d)
	if d.Referred.Known() {
		fact = Step{Label: "Referral sent", Date: d.Referred}
	}
	out := m.ofDecision(d, "DD-05", "Answer from "+gist(d.Service)+": "+lower(Named(c, d)), LA, fact, "the day you asked for", d.ReplyBy)
	out.Awaited = d.Referred.Known()
	out.Done, out.Met = d.Replied.Known(), d.Replied
	return out
}

// talk is the informal discussion a refusal calls for: from the day after the
// manager's window, a local target (HB 3.71; DE-07).
func (m maker) talk(c *casefile.Case, d casefile.Decided) Deadline {
	received := c.ReceivedOf(d)
	r, _ := c.ReviewByID(d.Review)
	out := reviewed(c, r, "B-1002", m.ofDecision(d, "DE-07", "Talk it over, the manager refused: "+lower(Named(c, d)), IRO,
		Step{Label: "Decisions received", Date: received}, workingDays(managerDays+1), m.cal.Add(received, managerDays+1)))
	if over, raised := c.DisputeOver(d.ID); raised {
		out.Done, out.Met = true, over.Opened
	}
	return out
}

// informal is the day to ask whether a disagreement can still be settled
// quietly. It is local, and no part of the 20 days of the formal process (HB
// 6.1; DR-01, A-19).
func (m maker) informal(d casefile.Dispute) Deadline {
	out := m.limit("DR-01", "Settle it or take it further: "+gist(d.Wrong), IRO, Step{Label: "Raised", Date: d.Opened}, workingDays(informalDays), m.cal.Add(d.Opened, informalDays))
	out.Decision = d.Decision
	out.Done, out.Met = !d.Open(), d.SettledOn
	if d.By.Known() {
		out.Why.Notes = append(out.Why.Notes, "For the child you want it settled by "+d.By.Long()+".")
	}
	return out
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }
