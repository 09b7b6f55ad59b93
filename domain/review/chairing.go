package review

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// The items of the list that the steps in the room answer.
const (
	startItem   = "B-601"
	nextItem    = "B-804"
	needsItem   = "B-717"
	judgeItem   = "B-718"
	issuedItem  = "B-901"
	receiptItem = "B-902"
	answerItem  = "B-1001"
)

// rights are the items by which the child learns of their rights.
var rights = [...]string{"B-505", "B-506", "B-507", "B-508"}

// Phase gives the items of one phase of the list.
func (p Preparation) Phase(id string) []Item {
	for _, ph := range p.Phases {
		if ph.ID == id {
			return ph.Items
		}
	}
	return nil
}

// Rights lists the items by which the child learns of an advocate, of complaints
// and of the court (HB 3.63, 3.64; RI-01 to RI-04).
func (p Preparation) Rights() []Item {
	var out []Item
	for _, ph := range p.Phases {
		for _, item := range ph.Items {
			if slices.Contains(rights[:], item.ID) {
				out = append(out, item)
			}
		}
	}
	return out
}

// OfStart reports the item that going ahead or adjourning answers.
func (i Item) OfStart() bool { return i.ID == startItem }

// OfDecisions reports an item that sending the decisions, or the manager's
// answer to them, is entered for.
func (i Item) OfDecisions() bool {
	return i.ID == issuedItem || i.ID == receiptItem || i.ID == answerItem
}

// Start goes ahead with a review or adjourns it, as one act: the choice, the
// review recorded, and the item of the list answered (HB 3.25 to 3.27; AJ-01 to
// AJ-08). A review that goes ahead is recorded on the day of its first meeting,
// an adjourned one on the day first scheduled. late is the reason when that day
// is after the limit.
func Start(c *casefile.Case, s casefile.StartDecided, late string, on workday.Date, x Context) ([]casefile.Line, error) {
	lines, err := c.DecideStart(s, on, x.Today)
	if err != nil {
		return nil, err
	}
	if due := clock.CompletionDue(x.Calendar, s.First); s.Adjourned && s.Resume > due {
		return nil, fault.New(fault.Refused, "An adjourned review is completed within 20 working days, by "+due.Long()+".", "Choose a day up to then (HB 3.25).")
	}
	r, _ := c.ReviewByID(s.Review)
	held := r.Held
	held.ID, held.Adjourned = s.Review, held.Adjourned || s.Adjourned
	if !r.IsHeld() {
		held.Recorded, held.LateReason = on, late
		if s.Adjourned {
			held.Recorded = s.First
		}
	}
	more, err := Close(c, held, x)
	if err != nil {
		return nil, err
	}
	evidence := map[string]string{"decision": "go_ahead"}
	if s.Adjourned {
		evidence = map[string]string{"decision": "adjourn", "ground": s.Ground, "views": joined(s.Child, s.Carer, s.Parents)}
	}
	answered, err := c.AnswerItem(casefile.ItemAnswered{Review: s.Review, Item: startItem, Answer: casefile.Done, Evidence: evidence}, on, x.Today)
	return slices.Concat(lines, more, answered), err
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "; ")
}

// MayAdjourn says in words why a review may not be adjourned now; "" when it may.
func MayAdjourn(c *casefile.Case, r casefile.Review, x Context) string {
	switch used := slices.ContainsFunc(c.Starts(r.ID), func(s casefile.Start) bool { return s.Adjourned }); {
	case used || r.Held.Adjourned:
		return "It was adjourned before, and a review is adjourned only once."
	case r.Held.Completed.Known():
		return "It is completed."
	case !r.IsHeld() && !r.Planned.Date.Known():
		return "No day was set for it, so there is nothing to adjourn: plan its day."
	case clock.CompletionDue(x.Calendar, First(r)) <= x.Today:
		return "The 20 working days in which it could be finished are over."
	case !r.IsHeld() && r.Planned.Date > x.Today:
		return "It is adjourned on its day, " + r.Planned.Date.Long() + "; before that, plan another."
	}
	return ""
}

// First is the day a review counts from when it is adjourned: the day it was
// begun, else the one it was set for.
func First(r casefile.Review) workday.Date {
	if r.IsHeld() {
		return r.Held.Recorded
	}
	return r.Planned.Date
}

// After gives the clocks as they would stand once lines were entered, and keeps
// nothing: what a choice does to the dates, before it is made.
func After(c *casefile.Case, lines []casefile.Line, x Context) clock.Clocks {
	newID := casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} })
	tried := c.With(casefile.Stamp{Day: x.Today}.Entries(lines, newID)...)
	return clock.Of(tried, x.Today, x.Calendar, x.Readings)
}

// under4 is the age below which the return has one participation code only.
const under4 = 4

// ParticipationCodes lists the codes that fit the child's age on the day of a
// review: PN0 only under 4, the others only from 4 (CH-07).
func ParticipationCodes(c *casefile.Case, on workday.Date, x Context) []casefile.Code {
	dob := c.DOB()
	young := dob.Known() && dob.Age(on, x.Readings.LeapBirthday) < under4
	return slices.DeleteFunc(casefile.ParticipationCode.All(), func(code casefile.Code) bool {
		return dob.Known() && (code.Code == "PN0") != young
	})
}

// Participate keeps how the child took part in a review that was begun.
func Participate(c *casefile.Case, review casefile.ID, code string, x Context) ([]casefile.Line, error) {
	r, _ := c.ReviewByID(review)
	if !r.IsHeld() {
		return nil, fault.New(fault.Refused, "The review has not begun.", "Decide first to go ahead with it.")
	}
	held := r.Held
	held.Participation = code
	if err := checkParticipation(c, held, x); err != nil {
		return nil, err
	}
	return c.HoldReview(held, x.Today)
}

// checkParticipation refuses a code that does not fit the child's age on the day
// of the review; no code is fine until the review is closed.
func checkParticipation(c *casefile.Case, h casefile.ReviewHeld, x Context) error {
	fits := ParticipationCodes(c, h.Recorded, x)
	if h.Participation == "" || slices.ContainsFunc(fits, func(o casefile.Code) bool { return o.Code == h.Participation }) {
		return nil
	}
	return fault.New(fault.BadInput, "That code does not fit the child's age on the day of the review.", "PN0 is for a child under 4; PN1 to PN7 are for one of 4 or over.")
}

// Judge keeps the judgement of the plan and answers the two items of the list
// that ask for it, once each has what it asks (AG-20, QA-10).
func Judge(c *casefile.Case, j casefile.PlanJudged, x Context) ([]casefile.Line, error) {
	lines, err := c.JudgePlan(j, x.Today)
	if err != nil || len(lines) == 0 {
		return lines, err
	}
	answer := func(item, name, words string) {
		if err != nil {
			return
		}
		var more []casefile.Line
		more, err = c.AnswerItem(casefile.ItemAnswered{Review: j.Review, Item: item, Answer: casefile.Done, Evidence: map[string]string{name: words}}, lines[0].On, x.Today)
		lines = append(lines, more...)
	}
	if whole(j.Needs, casefile.Needs()) {
		answer(needsItem, "gaps", gaps(j))
	}
	if whole(j.Smart, casefile.Tests()) && j.Rating != "" {
		answer(judgeItem, "judgement", j.Rating.Words()+". "+j.Why)
	}
	return lines, err
}

// whole reports whether every question has its answer.
func whole(answers map[string]string, asked []casefile.Asked) bool {
	return !slices.ContainsFunc(asked, func(a casefile.Asked) bool { return strings.TrimSpace(answers[a.Key]) == "" })
}

func gaps(j casefile.PlanJudged) string {
	var out []string
	for _, n := range casefile.Needs() {
		if j.Needs[n.Key] == "no" {
			out = append(out, n.Label+": "+strings.TrimSpace(j.NeedsWords[n.Key]))
		}
	}
	if len(out) == 0 {
		return "none"
	}
	return strings.Join(out, "; ")
}

// Finish completes the review and, when a day is given, plans the next one, as
// one act. The child's part must be on file, nothing critical open, and the next
// day within the limit that the completed review sets (HB 3.20; RT-13). why is
// the reason for the duties left open, which is kept as a note on the review.
func Finish(c *casefile.Case, completed workday.Date, next casefile.ReviewPlanned, why string, x Context) ([]casefile.Line, error) {
	r, ok := Current(c, x.Today)
	if !ok || !r.IsHeld() {
		return nil, fault.New(fault.Refused, "The review has not begun.", "Decide first to go ahead with it.")
	}
	held := r.Held
	held.Completed = completed
	switch {
	case next.Date.Known() && next.Date <= completed:
		return nil, fault.New(fault.BadInput, "The next review is set for this one's day or before it.", "Check the date.")
	case held.Participation == "":
		return nil, fault.New(fault.Refused, "How the child took part is not on file.", "Enter it with the people who took part; the yearly return asks for it.")
	case len(c.DecisionsOf(r.ID)) == 0 && c.AnswerTo(r.ID, "B-801").Answer == casefile.Open:
		return nil, fault.New(fault.Refused, "The review has no decisions on file.", "Enter them, or answer on the list that there are none and why.")
	}
	lines, err := Close(c, held, x)
	if err != nil {
		return nil, err
	}
	left, err := leaveOpen(c, r, why, x)
	if err != nil {
		return nil, err
	}
	together, err := heldTogether(c, r, completed, x)
	if err != nil {
		return nil, err
	}
	if lines = slices.Concat(lines, left, together); !next.Date.Known() {
		return lines, nil
	}
	if g := After(c, lines, x).Governing; g != nil && next.Date > g.Due {
		return nil, fault.New(fault.Refused, "The next review is set for after its limit, "+g.Due.Long()+".",
			"Choose a day up to then, or leave it empty and set it later.")
	}
	more, err := planNext(c, r.ID, lines, next, completed, x)
	return slices.Concat(lines, more), err
}

// leaveOpen keeps why duties of the list were left open when the review was
// closed; it is asked only where some were.
func leaveOpen(c *casefile.Case, r casefile.Review, why string, x Context) ([]casefile.Line, error) {
	p, _ := Prepare(c, clock.Of(c, x.Today, x.Calendar, x.Readings), x)
	open := LeftOpen(p)
	if why = strings.TrimSpace(why); len(open) == 0 {
		return nil, nil
	}
	if why == "" {
		return nil, fault.New(fault.Refused, "Duties on the list are still open: "+labels(open)+".", "Answer each, or say why they are left open.")
	}
	return c.WriteNote(casefile.NoteWritten{Text: "Left open when the review was closed: " + strings.Join(names(open), "; ") + ". " + why, Review: r.ID}, casefile.ID{}, x.Today)
}

// heldTogether enters the child protection conference a review was held together
// with, so that one meeting meets both limits (RT-18, CP-02).
func heldTogether(c *casefile.Case, r casefile.Review, on workday.Date, x Context) ([]casefile.Line, error) {
	known := slices.ContainsFunc(c.Periods(casefile.Conference), func(p casefile.PeriodStated) bool { return p.From == on })
	if r.Planned.With != casefile.WithConference || known {
		return nil, nil
	}
	return c.StatePeriod(casefile.PeriodStated{What: casefile.Conference, From: on, Text: "Held together with the review."}, x.Today)
}

// planNext plans the next review on the case as it stands once this one is
// completed, and answers the item that asks for it.
func planNext(c *casefile.Case, review casefile.ID, lines []casefile.Line, next casefile.ReviewPlanned, on workday.Date, x Context) ([]casefile.Line, error) {
	newID := casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} })
	completed := c.With(casefile.Stamp{Day: x.Today}.Entries(lines, newID)...)
	planned, err := completed.PlanReview(next, x.Today)
	if err != nil {
		return nil, err
	}
	evidence := map[string]string{"next_date": next.Date.String(), "venue": next.Venue}
	answered, err := c.AnswerItem(casefile.ItemAnswered{Review: review, Item: nextItem, Answer: casefile.Done, Evidence: evidence}, on, x.Today)
	return slices.Concat(planned, answered), err
}
