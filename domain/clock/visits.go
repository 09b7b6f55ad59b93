package clock

import (
	"cmp"
	"fmt"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// VisitRegime is the rule that says how often the social worker visits (CPPCR
// 28; AAR 36(4); VS-01 to VS-06, AD-19, LT-05, SB-09).
type VisitRegime string

// The regimes, by the names of the handbook's field.
const (
	VisitStandard   VisitRegime = "standard"
	VisitParent     VisitRegime = "reg19"
	VisitTemporary  VisitRegime = "temporary_connected_or_ico_with_parent"
	VisitOrderHome  VisitRegime = "care_order_with_parent"
	VisitAdoption   VisitRegime = "adoption"
	VisitShortBreak VisitRegime = "short_break"
	VisitLongTerm   VisitRegime = "long_term_foster"
)

// Words is the regime as people read it.
func (r VisitRegime) Words() string {
	switch r {
	case VisitStandard:
		return "the usual visits"
	case VisitParent:
		return "with a parent, assessment not complete"
	case VisitTemporary:
		return "a carer approved for the time being, or at home under an interim order"
	case VisitOrderHome:
		return "at home under a care order"
	case VisitAdoption:
		return "placed with adopters"
	case VisitShortBreak:
		return "short breaks"
	case VisitLongTerm:
		return "long-term fostering for over a year"
	}
	return string(r)
}

const (
	week        = 7
	fourWeeks   = 28
	sixWeeks    = 42
	visitMonths = 3 // after the first year, when meant to last to 18
)

// VisitFacts is what the next visit is worked out from. From is the start of
// the placement, or of the order for a care order at home.
type VisitFacts struct {
	Regime          VisitRegime
	From            workday.Date
	Last            workday.Date // the last visit; not known when none was made
	FirstReviewHeld bool
	ToEighteen      bool
	ChildAgrees     bool // to the longer interval of long-term fostering
	AgreedDays      int  // set by a review or agreed in the plan; 0 when not
	LongTermMonths  int  // the limit nobody could verify (LT-05)
}

// NextVisit gives the day the next visit is due and its rule; ok is false when
// the file does not say enough.
func NextVisit(f VisitFacts) (rule string, span string, due workday.Date, ok bool) {
	days := func(rule string, n int) (string, string, workday.Date, bool) {
		from := f.Last
		if !from.Known() {
			from = f.From
		}
		return rule, fmt.Sprintf("+ %d days", n), from.AddDays(n), from.Known()
	}
	first := !f.Last.Known()
	switch f.Regime {
	case VisitStandard, VisitLongTerm:
		switch {
		case first:
			return days("VS-01", week)
		case f.Regime == VisitLongTerm && f.ChildAgrees:
			return "LT-05", months(f.LongTermMonths), f.Last.AddMonths(f.LongTermMonths), true
		case f.Last < f.From.AddMonths(12):
			return days("VS-02", sixWeeks)
		case f.ToEighteen || f.Regime == VisitLongTerm:
			return "VS-03", months(visitMonths), f.Last.AddMonths(visitMonths), true
		}
		return days("VS-03", sixWeeks)
	case VisitParent:
		return days("VS-04", either(f.FirstReviewHeld && !first, sixWeeks, week))
	case VisitTemporary:
		return days("VS-05", either(f.FirstReviewHeld && !first, fourWeeks, week))
	case VisitOrderHome:
		return days("VS-06", either(!first, sixWeeks, week))
	case VisitAdoption:
		every := adopterVisitDays
		if f.FirstReviewHeld && !first {
			every = cmp.Or(f.AgreedDays, every)
		}
		return days("AD-19", every)
	case VisitShortBreak:
		if f.AgreedDays > 0 && !first {
			return days("SB-09", f.AgreedDays)
		}
	}
	return "", "", 0, false
}

func either(is bool, yes, no int) int {
	if is {
		return yes
	}
	return no
}

// VisitPlan is which visiting rule runs for a child and when the next visit is
// due; Next is nil when the file does not say enough.
type VisitPlan struct {
	Regime VisitRegime
	Last   workday.Date
	Next   *Deadline
	Ask    string // what is missing
	Gaps   int    // between the visits on file in this placement
	Late   int    // of them, longer than the rule allows
}

// Kept says in words whether the intervals so far were kept; "" when there is
// nothing to judge.
func (p VisitPlan) Kept() string {
	switch {
	case p.Gaps == 0:
		return ""
	case p.Late == 0:
		return "Every visit on file came within its interval."
	}
	return fmt.Sprintf("%d of %d visits on file came later than the rule allows.", p.Late, p.Gaps)
}

// visits works the plan out for a child who is looked after.
func (m maker) visits(c *casefile.Case, s Situation) VisitPlan {
	f := VisitFacts{Regime: m.visitRegime(c, s), From: s.Place.Start, FirstReviewHeld: len(after(s.reviews, s.Place.Start)) > 0,
		ToEighteen: s.Place.ToEighteen, ChildAgrees: c.Yes(casefile.FactLongVisits), LongTermMonths: m.readings.Limit(practice.LongTermVisit)}
	label := "Placement started"
	switch f.Regime {
	case VisitOrderHome:
		f.From, label = max(s.Status.Start, s.Place.Start), "Care order, at home"
	case VisitAdoption:
		f.From, label = s.Placed, "Placed with adopters"
		f.AgreedDays = number(c.Fact(casefile.FactAdoptionVisit))
	case VisitShortBreak:
		f.From, label = s.FirstStay, "First stay"
		f.AgreedDays = number(c.Fact(casefile.FactBreakVisit))
	}
	plan := VisitPlan{Regime: f.Regime}
	if !f.From.Known() {
		plan.Ask = "Enter the placement; the visits are counted from the day it began."
		return plan
	}
	plan.judge(c, f)
	if v, ok := c.LastVisit(f.From); ok {
		f.Last, plan.Last = v.On, v.On
	}
	if !f.Last.Known() && f.From.AddDays(week) < c.Opened {
		plan.Ask = "Enter the last visit; the next is counted from it."
		return plan
	}
	rule, span, due, ok := NextVisit(f)
	if !ok {
		plan.Ask = "Enter how often visits were agreed, and the last one."
		return plan
	}
	fact := Step{Label: "Last visit", Date: f.Last}
	if !f.Last.Known() {
		fact = Step{Label: label, Date: f.From}
	}
	d := m.limit(rule, "Social worker's visit", SocialWorker, fact, span, due)
	plan.Next = &d
	return plan
}

// judge holds every visit of the placement against the day it was due. The rule
// in force now is the measure; what came before the file was opened is not
// judged.
func (p *VisitPlan) judge(c *casefile.Case, f VisitFacts) {
	for _, v := range c.Visits() {
		if !v.On.Known() || v.On < f.From {
			continue
		}
		if _, _, due, ok := NextVisit(f); ok && (f.Last.Known() || f.From >= c.Opened) {
			p.Gaps++
			if v.On > due {
				p.Late++
			}
		}
		f.Last = v.On
	}
}

// visitRegime is the one chosen by hand, else the one the legal status and the
// placement lead to.
func (m maker) visitRegime(c *casefile.Case, s Situation) VisitRegime {
	if chosen := c.Fact(casefile.FactVisitRegime); chosen != "" {
		return VisitRegime(chosen)
	}
	connected := s.Place.Code == "U1" || s.Place.Code == "U2" || s.Place.Code == "U3"
	home := s.Place.Code == "P1"
	switch {
	case s.Placed.Known():
		return VisitAdoption
	case s.ShortBreak:
		return VisitShortBreak
	case home && s.Place.Unassessed:
		return VisitParent
	case home && s.Status.Code == "C1", connected && s.Place.Temporary:
		return VisitTemporary
	case home && s.Status.Code == "C2":
		return VisitOrderHome
	case s.LongTerm.Established(s.Day):
		return VisitLongTerm
	}
	return VisitStandard
}

// number reads a fact that is a number; 0 when it says nothing.
func number(text string) int {
	n := 0
	for _, r := range text {
		if r < '0' || r > '9' || n > 10_000 {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
