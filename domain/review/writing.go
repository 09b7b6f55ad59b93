package review

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/workday"
)

// afterwards are the phases worked once a review is completed: decisions, the
// manager's answer, the record and its copies (HB 3.69; RC-01 to RC-14).
var afterwards = [...]string{"P9", "P10", "P11", "P12"}

// Afterwards reports a phase that is worked once the review is completed.
func Afterwards(phase string) bool { return slices.Contains(afterwards[:], phase) }

// LastCompleted gives the last review that was completed by the day.
func LastCompleted(c *casefile.Case, day workday.Date) (last casefile.Review, ok bool) {
	for _, r := range c.Reviews() {
		if r.Held.Completed.Known() && r.Held.Completed <= day {
			last, ok = r, true
		}
	}
	return last, ok
}

// WritingUp gives what is to be done after a completed review, each with its
// day counted from the completion or from the manager's receipt.
func WritingUp(c *casefile.Case, r casefile.Review, x Context) Preparation {
	clocks := clock.Of(c, x.Today, x.Calendar, x.Readings)
	p := Preparation{Review: r, Date: r.Held.Recorded, Planned: true, Begun: true, Facts: FactsFor(c, clocks, r, x)}
	m := maker{c: c, x: x, care: clocks.Situation.Care, p: &p, clocks: clocks}
	for _, phase := range handbook.Phases() {
		if Afterwards(phase.ID) {
			p.Phases = append(p.Phases, Phase{Phase: phase, Worked: true})
		}
	}
	for _, item := range handbook.Compose(&p.Facts) {
		if Afterwards(item.Phase) {
			m.place(item)
		}
	}
	p.Phases = slices.DeleteFunc(p.Phases, func(ph Phase) bool { return len(ph.Items) == 0 })
	return p
}

// Lateness is how many days after its day an item was done; 0 when it was in
// time, is open, or has no day.
func (i Item) Lateness() int {
	if i.Answer.Answer != casefile.Done || !i.By.Known() {
		return 0
	}
	return int(max(i.Answer.On-i.By, 0))
}
