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

// consequence states what the event brings with it. before is the day the event
// stood on, so that a corrected day moves the same fact.
func consequence(d *desk.Desk, c *casefile.Case, before workday.Date, ev casefile.EventReported, v kit.Values) ([]casefile.Line, error) {
	if ev.What == casefile.VisitConcern {
		return concern(d, c, before, ev, v)
	}
	i := slices.IndexFunc(stays(), func(s stay) bool { return s.event == ev.What })
	if i < 0 || stays()[i].only != "" && v[stays()[i].id("only")] != "yes" {
		return nil, nil
	}
	s := stays()[i]
	p, ok := s.onFile(c, before)
	if !ok {
		p, ok = s.onFile(c, ev.On)
	}
	if !ok {
		p.ID = d.Watch.NewID()
	}
	p.What, p.From = s.what, ev.On
	if s.until != "" {
		p.To = d.ReadDate(v[s.id("until")])
	}
	if s.ahead {
		p.Code, p.Text, p.Expected = v[s.id("code")], v[s.id("place")], d.ReadDate(v[s.id("expected")])
	}
	if s.code != "" {
		p.Code = s.code
	}
	return c.StatePeriod(p, d.Today())
}

// concern states the visit that found the child not safe and well (CPPCR 30).
func concern(d *desk.Desk, c *casefile.Case, before workday.Date, ev casefile.EventReported, v kit.Values) ([]casefile.Line, error) {
	visit, ok := visitOnFile(c, before)
	if !ok {
		visit, ok = visitOnFile(c, ev.On)
	}
	if !ok {
		visit.ID = d.Watch.NewID()
	}
	visit.On, visit.Concern = ev.On, true
	visit.By, visit.Alone = v["visitor"], v["alone"] == "yes"
	return c.StateVisit(visit, d.Today())
}
