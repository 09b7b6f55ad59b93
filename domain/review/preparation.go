// Package review is what a review still needs: its preparation checklist with
// due days, the answers given, and how ready it is.
//
// It reads the case and the clocks and changes nothing; answers are given by
// commands on the case. No item is ever answered but by the IRO.
package review

import (
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/workday"
)

// Preparation is the checklist of the review in hand.
type Preparation struct {
	Review  casefile.Review // its id is zero until something is entered
	No      int             // 0 when not known
	Date    workday.Date    // planned, or the day to plan for; may be not known
	Planned bool            // Date was planned by people
	Begun   bool            // it was begun and is not finished
	Phases  []Phase
	Ready   int // done or not needed, of the phases worked before the day
	Total   int
	Facts   handbook.Facts
}

// Phase is one phase with its items; Worked marks those done before the day.
type Phase struct {
	handbook.Phase
	Items  []Item
	Worked bool
}

// Item is one item as it stands for this child and review.
type Item struct {
	handbook.Item
	By         workday.Date // not known when it is done as it happens
	Ideal      workday.Date // counted back, before it was compressed
	Compressed bool         // the timetable is short; never counted as missed
	Required   bool
	Critical   bool
	Answer     casefile.ItemAnswer
	HasNote    bool
}

// worked are the phases done before the review day.
var worked = [...]string{"P0", "P1", "P2", "P3", "P4", "P5"}

// Prepare gives the checklist of the review in hand; ok is false when no list
// is opened for the child on this day.
func Prepare(c *casefile.Case, clocks clock.Clocks, x Context) (p Preparation, ok bool) {
	p.Facts = Facts(c, clocks, x)
	care := clocks.Situation.Care
	if !handbook.ListOpens(&p.Facts) {
		return p, false
	}
	p.Review, _ = Current(c, x.Today)
	p.Begun = p.Review.IsHeld()
	p.No, p.Date = clocks.ReviewNo, Date(c, clocks)
	if p.Begun && p.No > 1 && !p.Review.Held.NotCounted {
		p.No--
	}
	p.Planned = p.Begun || p.Review.Planned.Date.Known()
	m := maker{c: c, x: x, care: care, p: &p, clocks: clocks,
		floor: clock.Floor(care, p.Review), setUp: setUpHere(c, care)}
	for _, phase := range handbook.Phases() {
		p.Phases = append(p.Phases, Phase{Phase: phase, Worked: slices.Contains(worked[:], phase.ID)})
	}
	for _, item := range handbook.Compose(&p.Facts) {
		m.place(item)
	}
	p.Phases = slices.DeleteFunc(p.Phases, func(ph Phase) bool { return len(ph.Items) == 0 })
	return p, true
}

// setUpHere reports whether the file was open before the first review of the
// episode, so that setting up the case was done in it. When it was opened
// later that work lies in the council's record and is not asked for again.
func setUpHere(c *casefile.Case, care casefile.CareStated) bool {
	if care.ReviewsBefore != 0 {
		return false
	}
	for r := range c.HeldIn(care) {
		return r.Held.Recorded >= c.Opened
	}
	return true
}

type maker struct {
	c      *casefile.Case
	x      Context
	care   casefile.CareStated
	p      *Preparation
	clocks clock.Clocks
	floor  workday.Date
	setUp  bool
}

func (m *maker) place(hb handbook.Item) {
	once := hb.Due.Anchor == handbook.AnchorCareStart || hb.Due.Anchor == handbook.AnchorFirstPlacement
	if once && !m.setUp {
		return
	}
	item := Item{Item: hb, Required: handbook.Required(hb, &m.p.Facts), Critical: handbook.Critical(hb, &m.p.Facts)}
	m.due(&item)
	if hb.Phase == "P0" {
		item.Answer = m.c.AnswerSince(hb.ID, m.care.From())
	} else {
		item.Answer = m.c.AnswerTo(m.p.Review.ID, hb.ID)
	}
	_, item.HasNote = m.c.NoteOn(m.p.Review.ID, hb.ID)
	i := slices.IndexFunc(m.p.Phases, func(ph Phase) bool { return ph.ID == hb.Phase })
	phase := &m.p.Phases[i]
	phase.Items = append(phase.Items, item)
	if phase.Worked {
		m.p.Total++
		if a := item.Answer.Answer; a == casefile.Done || a == casefile.NotApplicable {
			m.p.Ready++ // what was not done has an answer, and is still not ready
		}
	}
}

// due works out the day an item is wanted by. Items that wait for something
// that has not happened have no day yet.
func (m *maker) due(item *Item) {
	var anchor workday.Date
	switch item.Due.Anchor {
	case handbook.AnchorReview:
		m.beforeReview(item)
		return
	case handbook.AnchorCareStart:
		anchor = m.care.Start
	case handbook.AnchorFirstPlacement:
		anchor = m.firstPlacement()
	case handbook.AnchorEighteenth:
		anchor = m.clocks.Eighteen
	case handbook.AnchorIRH:
		anchor = m.hearing()
	case handbook.AnchorCompletion:
		anchor = m.p.Review.Held.Completed
	case handbook.AnchorManager:
		anchor = m.c.SentOf(m.p.Review.ID).Received
	case handbook.AnchorRemand, handbook.AnchorMidpoint:
		item.By = m.limitOf(item.Rules) // a setting may change how many days
		item.Ideal = item.By
		return
	}
	if !anchor.Known() {
		return
	}
	if n := item.Due.Days; n < 0 {
		item.By = m.x.Calendar.Sub(anchor, -n)
	} else {
		item.By = m.x.Calendar.Add(anchor, n)
	}
	item.Ideal = item.By
}

func (m *maker) beforeReview(item *Item) {
	if !m.p.Date.Known() {
		return
	}
	floor := m.floor
	if item.Due.Floor == handbook.AnchorCareStart {
		floor = max(floor, m.care.Start)
	}
	t := clock.Before(m.x.Calendar, m.p.Date, -item.Due.Days, floor, m.x.Readings.ClearDays)
	item.By, item.Ideal, item.Compressed = t.By, t.Ideal, t.Compressed
}

// hearing is the next Issues Resolution Hearing.
func (m *maker) hearing() workday.Date {
	for _, p := range m.c.Periods(casefile.IRH) {
		if p.From >= m.x.Today {
			return p.From
		}
	}
	return 0
}

// limitOf is the day of one of the rules as the clocks give it.
func (m *maker) limitOf(rules []string) workday.Date {
	for _, d := range m.clocks.Deadlines {
		if slices.Contains(rules, d.Rule) && !d.Done {
			return d.Due
		}
	}
	return 0
}

func (m *maker) firstPlacement() workday.Date {
	for _, p := range m.c.Placements() {
		if p.Start >= m.care.From() {
			return p.Start
		}
	}
	return 0
}

// Standing says how an item stands today: open items against their day,
// answered ones as done.
func (i Item) Standing(x Context) (clock.Status, int) {
	if i.Answer.Answer != casefile.Open {
		return clock.DoneStatus, 0
	}
	if !i.By.Known() {
		return clock.NotDue, 0
	}
	return clock.Standing(x.Calendar, i.By, x.Today)
}

// own are items the IRO does though their rule lays the duty on the authority.
var own = [...]string{"B-003"}

// Who has to act for an item to be done, read from the rule it comes from: the
// IRO wherever the rule names the IRO among others.
func (i Item) Who() clock.Who {
	if len(i.Rules) == 0 || slices.Contains(own[:], i.ID) {
		return clock.IRO
	}
	rule, _ := handbook.RuleByID(i.Rules[0])
	who := strings.ToLower(rule.Who)
	others := strings.NewReplacer("iro manager", "manager", "iro service", "service").Replace(who)
	switch {
	case strings.Contains(others, "iro"):
		return clock.IRO
	case strings.HasPrefix(who, "social worker"):
		return clock.SocialWorker
	case strings.HasPrefix(who, "iro manager"), strings.HasPrefix(who, "designated"):
		return clock.Manager
	case strings.HasPrefix(who, "la"):
		return clock.LA
	}
	return clock.IRO
}

// Why explains an item's day in words a person can check.
func (i Item) Why(p Preparation, x Context) clock.Explanation {
	e := clock.Explanation{Sentence: i.Help}
	if !i.By.Known() {
		e.Notes = append(e.Notes, "It has no day of its own: it is done "+i.Due.Words()+".")
		return e
	}
	if i.Due.Anchor == handbook.AnchorReview {
		label := "Review planned"
		if !p.Planned {
			label = "No day planned yet; plan for"
		}
		e.Steps = append(e.Steps, clock.Step{Label: label, Date: p.Date})
	}
	e.Steps = append(e.Steps, clock.Step{Label: i.Due.Words(), Date: i.Ideal})
	if i.Compressed {
		e.Steps = append(e.Steps, clock.Step{Label: "moved up to", Date: i.By, Note: "compressed: the review was called, or care began, after that day"})
	}
	for _, h := range x.Calendar.Holidays(i.By-1, max(i.By, p.Date)) {
		e.Notes = append(e.Notes, fmt.Sprintf("Not counted: %s, %s.", h.Name, h.Date.Long()))
	}
	return e
}

// Words says how ready the review is: "24 of 37 ready".
func (p Preparation) Words() string { return fmt.Sprintf("%d of %d ready", p.Ready, p.Total) }

// Next gives the place of the item to select when the screen opens: the open
// one wanted soonest, in the phases worked now. ok is false when none is open.
func (p Preparation) Next() (phase, item int, ok bool) {
	var best workday.Date
	for pi, ph := range p.Phases {
		for ii, it := range ph.Items {
			if !ph.Worked || it.Answer.Answer != casefile.Open || !it.By.Known() {
				continue
			}
			if !ok || it.By < best {
				phase, item, best, ok = pi, ii, it.By, true
			}
		}
	}
	return phase, item, ok
}

// Done reports whether every item of the phase is answered.
func (ph Phase) Done() bool {
	return !slices.ContainsFunc(ph.Items, func(i Item) bool { return i.Answer.Answer == casefile.Open })
}
