package event

import (
	"cmp"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// stay is the dated fact an event of a kind brings with it, so that the clocks
// switch by themselves.
type stay struct {
	event casefile.EventKind
	what  casefile.PeriodKind
	noun  string
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
		{event: casefile.HospitalEvent, what: casefile.Hospital, noun: "hospital stay", until: "Left hospital on", place: "Which hospital", kind: "In hospital for", ahead: true,
			codes: []kit.Option{{ID: "medical", Words: "physical health"}, {ID: "psychiatric", Words: "mental health"}}},
		{event: casefile.CustodyEvent, what: casefile.Custody, noun: "time in custody", until: "Released on", place: "Where held", kind: "In custody", ahead: true,
			codes: []kit.Option{{ID: "remand", Words: "on remand"}, {ID: "sentence", Words: "serving a sentence"}}},
		{event: casefile.MissingEvent, what: casefile.Missing, noun: "missing episode", until: "Came back on"},
		{event: casefile.Offence, what: casefile.Charge, noun: "charge", until: "The case ended on", only: "Charged with an offence"},
		{event: casefile.PanelAgainst, what: casefile.Panel, noun: "panel's answer", code: "against"},
	}
}

// stayOf finds what a kind of event brings with it.
func stayOf(kind casefile.EventKind) (stay, bool) {
	all := stays()
	i := slices.IndexFunc(all, func(s stay) bool { return s.event == kind })
	if i < 0 {
		return stay{}, false
	}
	return all[i], true
}

// brought is what stands on file from the day of an event when its form is
// opened: what the form shows, and what its answers are put on.
type brought struct {
	stays map[casefile.EventKind]casefile.PeriodStated
	visit casefile.VisitMade
}

func broughtBy(c *casefile.Case, on workday.Date) brought {
	b := brought{stays: map[casefile.EventKind]casefile.PeriodStated{}}
	for _, s := range stays() {
		if p, ok := s.onFile(c, on); ok {
			b.stays[s.event] = p
		}
	}
	b.visit, _ = visitOnFile(c, on)
	return b
}

// behind says what the event brought with it and these answers leave on file,
// with where to change it; "" for nothing. It is not taken back with the answers:
// the clocks run by it, and what was entered about it would be lost.
func (b brought) behind(ev casefile.EventReported, v kit.Values) string {
	if ev.ID.Zero() {
		return ""
	}
	if ev.What == casefile.VisitConcern && b.visit.Concern && v["what"] != string(ev.What) {
		return "visit of concern from " + b.visit.On.Short() + " stays on file (s on the child's page)"
	}
	s, ok := stayOf(ev.What)
	p, shown := b.stays[ev.What]
	if !ok || !shown || v["what"] == string(ev.What) && s.follows(v) {
		return ""
	}
	return s.noun + " from " + p.From.Short() + " stays on file (o on the child's page)"
}

// consequenceFields asks what the kind of event brings with it, and says what a
// change of the event leaves behind.
func consequenceFields(d *desk.Desk, b brought, ev casefile.EventReported) []kit.Field {
	left := b.behind(ev, kit.Values{})
	out := []kit.Field{{ID: "behind", Label: "Its " + left, Kind: kit.HeadingField, When: func(v kit.Values) bool { return b.behind(ev, v) != "" }}}
	for _, s := range stays() {
		out = append(out, s.fields(d, b.stays[s.event])...)
	}
	concern := is("what", string(casefile.VisitConcern))
	return append(out,
		kit.Field{ID: "visitor", Label: "Who visited", Value: b.visit.By, When: concern},
		kit.Field{ID: "alone", Label: "Child seen alone", Kind: kit.YesNoField, Value: known(b.visit.Alone, b.visit.On), When: concern},
	)
}

// follows reports whether the event brings it with these answers.
func (s stay) follows(v kit.Values) bool { return s.only == "" || v[s.id("only")] == "yes" }

func (s stay) id(field string) string { return string(s.event) + " " + field }

func (s stay) fields(d *desk.Desk, p casefile.PeriodStated) []kit.Field {
	mine := is("what", string(s.event))
	asked := mine
	var out []kit.Field
	if s.only != "" {
		out = append(out, kit.Field{ID: s.id("only"), Label: s.only, Kind: kit.YesNoField, Value: known(true, p.From), Required: true, When: mine})
		asked = func(v kit.Values) bool { return mine(v) && s.follows(v) }
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

// consequence states what the event brings with it, and says what else is to be
// known of that. The fact the form showed is corrected, with its day; a fact of
// the kind that is on file from that day already is the same one and keeps what
// was not answered.
func consequence(a answers, c *casefile.Case, b brought, before, ev casefile.EventReported) (lines []casefile.Line, note string, err error) {
	if ev.What == casefile.VisitConcern {
		return concern(a, c, b, before, ev)
	}
	s, ok := stayOf(ev.What)
	if !ok || !s.follows(a.said) {
		return nil, "", nil
	}
	p, shown := b.stays[s.event]
	p, stands := s.now(c, p)
	switch {
	case shown && p.From != ev.On && before.What == ev.What && p.ID.Zero():
		note = "its " + s.noun + " stays from " + p.From.Short() + ", as it was imported"
	case shown && p.From != ev.On:
		if _, taken := s.onFile(c, ev.On); taken {
			return nil, "", fault.New(fault.Conflict, "Another "+s.noun+" is on file from that day.", "Change one of the two first: o on the child's page.")
		}
		if before.What != ev.What { // the one that was shown is another event's
			p.ID = a.desk.Watch.NewID()
		}
		p.From = ev.On
	case !shown:
		if p, stands = s.onFile(c, ev.On); stands {
			note = "its " + s.noun + " was on file already from " + ev.On.Short()
			p.Code = cmp.Or(s.code, p.Code)
			break
		}
		p = casefile.PeriodStated{ID: a.desk.Watch.NewID(), What: s.what, From: ev.On, Code: s.code}
	}
	if !stands && onFile(c, before) && before.What == ev.What && !a.any(s.id("only"), s.id("code"), s.id("place"), s.id("expected"), s.id("until")) {
		return nil, "", nil // the event stands without it: it was taken back by itself
	}
	a.day(&p.To, s.id("until"))
	a.text(&p.Code, s.id("code"))
	a.text(&p.Text, s.id("place"))
	a.day(&p.Expected, s.id("expected"))
	lines, err = c.StatePeriod(p, a.desk.Today())
	return lines, note, err
}

// now is the fact a form showed as it stands; one that was taken back meanwhile
// is as the form showed it.
func (s stay) now(c *casefile.Case, shown casefile.PeriodStated) (p casefile.PeriodStated, stands bool) {
	for _, p := range c.Periods(s.what) {
		if p.ID == shown.ID && (!p.ID.Zero() || p.From == shown.From) {
			return p, true
		}
	}
	return shown, false
}

func onFile(c *casefile.Case, ev casefile.EventReported) bool {
	_, ok := c.EventByID(ev.ID)
	return ok
}

// concern states the visit that found the child not safe and well (CPPCR 30).
func concern(a answers, c *casefile.Case, b brought, before, ev casefile.EventReported) (lines []casefile.Line, note string, err error) {
	visit, stands := b.visit, false
	if shown := visit.On.Known(); shown {
		visit, stands = visitNow(c, visit)
	} else if visit, stands = visitOnFile(c, ev.On); stands {
		note = "its visit was on file already from " + ev.On.Short()
	}
	same := onFile(c, before) && before.What == ev.What
	if !stands && same && !a.any("visitor", "alone") {
		return nil, "", nil // the event stands without it: it was taken back by itself
	}
	if visit.ID.Zero() {
		visit.ID = a.desk.Watch.NewID()
	}
	visit.On, visit.Concern = ev.On, visit.Concern || !same
	a.text(&visit.By, "visitor")
	a.yes(&visit.Alone, "alone")
	lines, err = c.StateVisit(visit, a.desk.Today())
	return lines, note, err
}

// visitNow is the visit a form showed as it stands, as now is of a stay.
func visitNow(c *casefile.Case, shown casefile.VisitMade) (visit casefile.VisitMade, stands bool) {
	for _, v := range c.Visits() {
		if v.ID == shown.ID {
			return v, true
		}
	}
	return shown, false
}
