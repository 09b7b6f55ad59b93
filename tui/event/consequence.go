package event

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// stay is the dated fact an event of a kind brings with it, so that the clocks
// switch by themselves.
type stay struct {
	event casefile.EventKind
	what  casefile.PeriodKind
	until string       // the question when it ended, "" when it lasts a day
	only  string       // the yes-or-no question it hangs on, "" when it always follows
	ahead bool         // it has a kind, a place and an end that can be expected
	kind  string       // the question of its kind
	codes []kit.Option // and the kinds
	place string       // the question where
	code  string       // its kind when there is no choice
}

func stays() []stay {
	return []stay{
		{event: casefile.HospitalEvent, what: casefile.Hospital, until: "Left hospital on", place: "Which hospital", kind: "In hospital for", ahead: true,
			codes: []kit.Option{{ID: "medical", Words: "physical health"}, {ID: "psychiatric", Words: "mental health"}}},
		{event: casefile.CustodyEvent, what: casefile.Custody, until: "Released on", place: "Where held", kind: "In custody", ahead: true,
			codes: []kit.Option{{ID: "remand", Words: "on remand"}, {ID: "sentence", Words: "serving a sentence"}}},
		{event: casefile.MissingEvent, what: casefile.Missing, until: "Came back on"},
		{event: casefile.Offence, what: casefile.Charge, until: "The case ended on", only: "Charged with an offence"},
		{event: casefile.PanelAgainst, what: casefile.Panel, code: "against"},
	}
}

// consequenceFields asks what the kind of event brings with it. What stands on
// file for an event that is changed is shown.
func consequenceFields(d *desk.Desk, c *casefile.Case, ev casefile.EventReported) []kit.Field {
	var out []kit.Field
	for _, s := range stays() {
		p, _ := s.onFile(c, ev.On)
		out = append(out, s.fields(d, p)...)
	}
	visit, _ := visitOnFile(c, ev.On)
	concern := is("what", string(casefile.VisitConcern))
	return append(out,
		kit.Field{ID: "visitor", Label: "Who visited", Value: visit.By, When: concern},
		kit.Field{ID: "alone", Label: "Child seen alone", Kind: kit.YesNoField, Value: known(visit.Alone, visit.On), When: concern},
	)
}

func (s stay) id(field string) string { return string(s.event) + " " + field }

func (s stay) fields(d *desk.Desk, p casefile.PeriodStated) []kit.Field {
	mine := is("what", string(s.event))
	asked := mine
	var out []kit.Field
	if s.only != "" {
		out = append(out, kit.Field{ID: s.id("only"), Label: s.only, Kind: kit.YesNoField, Value: known(true, p.From), Required: true, When: mine})
		asked = func(v kit.Values) bool { return mine(v) && v[s.id("only")] == "yes" }
	}
	if s.ahead {
		out = append(out,
			kit.Field{ID: s.id("code"), Label: s.kind, Kind: kit.ChoiceField, Value: p.Code, Choices: s.codes, Required: true, When: asked},
			kit.Field{ID: s.id("place"), Label: s.place, Value: p.Text, When: asked},
			dates(d.DateField(s.id("expected"), "Expected until", p.Expected, false), asked, "when it is known"))
	}
	if s.until != "" {
		out = append(out, dates(d.DateField(s.id("until"), s.until, p.To, false), asked, "empty while it goes on"))
	}
	return out
}

// onFile finds the dated fact of the event that happened on that day.
func (s stay) onFile(c *casefile.Case, on workday.Date) (casefile.PeriodStated, bool) {
	if c == nil || !on.Known() {
		return casefile.PeriodStated{}, false
	}
	all := c.Periods(s.what)
	i := slices.IndexFunc(all, func(p casefile.PeriodStated) bool { return p.From == on })
	if i < 0 {
		return casefile.PeriodStated{}, false
	}
	return all[i], true
}

func visitOnFile(c *casefile.Case, on workday.Date) (casefile.VisitMade, bool) {
	if c == nil || !on.Known() {
		return casefile.VisitMade{}, false
	}
	all := c.Visits()
	i := slices.IndexFunc(all, func(v casefile.VisitMade) bool { return v.On == on })
	if i < 0 {
		return casefile.VisitMade{}, false
	}
	return all[i], true
}

// consequence states what the event brings with it. before is the event as it
// stood, so that a corrected day moves the same fact.
func consequence(a answers, c *casefile.Case, before, ev casefile.EventReported) ([]casefile.Line, error) {
	if ev.What == casefile.VisitConcern {
		return concern(a, c, before, ev)
	}
	i := slices.IndexFunc(stays(), func(s stay) bool { return s.event == ev.What })
	if i < 0 || stays()[i].only != "" && a.said[stays()[i].id("only")] != "yes" {
		return nil, nil
	}
	s := stays()[i]
	p, ok := s.onFile(c, before.On)
	if !ok {
		p, ok = s.onFile(c, ev.On)
	}
	if !ok {
		p.ID, p.Code = a.desk.Watch.NewID(), s.code
	}
	p.What, p.From = s.what, ev.On
	a.day(&p.To, s.id("until"))
	a.text(&p.Code, s.id("code"))
	a.text(&p.Text, s.id("place"))
	a.day(&p.Expected, s.id("expected"))
	return c.StatePeriod(p, a.desk.Today())
}

// concern states the visit that found the child not safe and well (CPPCR 30).
func concern(a answers, c *casefile.Case, before, ev casefile.EventReported) ([]casefile.Line, error) {
	visit, ok := visitOnFile(c, before.On)
	if !ok {
		visit, ok = visitOnFile(c, ev.On)
	}
	if !ok {
		visit.ID = a.desk.Watch.NewID()
	}
	visit.On = ev.On
	visit.Concern = visit.Concern || before.What != ev.What || !ok
	a.text(&visit.By, "visitor")
	a.yes(&visit.Alone, "alone")
	return c.StateVisit(visit, a.desk.Today())
}
