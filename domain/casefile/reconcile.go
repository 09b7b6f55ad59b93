package casefile

import (
	"cmp"
	"maps"
	"slices"

	"footprint/domain/workday"
)

// Reported is what files from outside say of one child. A zero field says
// nothing; a list that leaves something out deletes nothing. Ids are left
// empty: things are matched by the day they began. ReviewsBefore of an
// episode, when not below zero, is the last word: it depends on which reviews
// will be on file, so whoever reports has weighed it against the record.
type Reported struct {
	Facts      map[string]string
	Care       []CareStated
	Statuses   []StatusStated
	Placements []PlacementStated
	Reviews    []ReviewHeld
	Periods    []PeriodStated
	People     []PersonStated
}

// Difference is one value of a file that was not taken because the IRO had
// entered another. What names it in plain words without case data.
type Difference struct {
	What   string
	On     workday.Date
	Yours  string
	Theirs string
}

// Reconcile gives the lines that bring what was reported into the file. Values
// the IRO entered are kept and the difference is given back; values an earlier
// import brought are restated when the file says something new. Reporting the
// same again gives no lines.
func (c *Case) Reconcile(r Reported, newID NewID, today workday.Date) ([]Line, []Difference) {
	m := &merge{c: c, newID: newID, today: today}
	m.facts(r.Facts)
	for _, s := range r.Care {
		m.care(s)
	}
	for _, s := range r.Statuses {
		m.status(s)
	}
	for _, p := range r.Placements {
		m.placement(p)
	}
	for _, h := range slices.SortedStableFunc(slices.Values(r.Reviews), func(a, b ReviewHeld) int { return cmp.Compare(a.Recorded, b.Recorded) }) {
		m.review(h)
	}
	for _, p := range r.Periods {
		m.period(p)
	}
	for _, p := range r.People {
		m.person(p)
	}
	return m.lines, m.kept
}

type merge struct {
	c     *Case
	newID NewID
	today workday.Date
	lines []Line
	kept  []Difference

	handHeld bool // the review in hand is among what was reported
}

// take decides one field: what stands now, what the last import said, and what
// this one says. Only a value the IRO changed withstands the file.
func take[T comparable](m *merge, what string, on workday.Date, now, last, reported T, words func(T) string) T {
	var none T
	switch {
	case reported == none || reported == now:
		return now
	case now == last || now == none:
		return reported
	case reported == last:
		return now // the file repeats what the IRO already corrected
	}
	m.kept = append(m.kept, Difference{What: what, On: on, Yours: words(now), Theirs: words(reported)})
	return now
}

func asIs(s string) string            { return s }
func dateWords(d workday.Date) string { return d.Long() }

func (m *merge) add(on workday.Date, id ID, ev Event) {
	if on > m.today {
		on = m.today
	}
	m.lines = append(m.lines, Line{On: on, Corrects: m.c.from[id].entry, Event: ev})
}

func (m *merge) facts(facts map[string]string) {
	changed := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(facts)) {
		f, ok := FactByKey(key)
		if !ok {
			continue
		}
		now := m.c.Fact(key)
		if v := take(m, f.Label, 0, now, m.c.returned[key], facts[key], asIs); v != now {
			changed[key] = v
		}
	}
	if len(changed) > 0 {
		m.add(m.today, ID{}, &Stated{Facts: changed})
	}
}

func (m *merge) care(s CareStated) {
	i := slices.IndexFunc(m.c.care, func(o CareStated) bool {
		return o.From() == s.From() || overlap(o.From(), o.End, s.From(), s.End)
	})
	if i < 0 {
		s.ID = m.newID()
		m.add(s.From(), s.ID, &s)
		return
	}
	now := m.c.care[i]
	last, _ := m.c.imported[now.ID].(*CareStated)
	if last == nil {
		last = &CareStated{}
	}
	next := now
	next.Start = take(m, "the day care began", s.From(), now.Start, last.Start, s.Start, dateWords)
	if !next.Start.Known() {
		next.Since = min(now.From(), s.From())
	} else {
		next.Since = 0
	}
	next.End = take(m, "the day care ended", s.From(), now.End, last.End, s.End, dateWords)
	next.EndCode = take(m, "why care ended", s.From(), now.EndCode, last.EndCode, s.EndCode, asIs)
	if s.ReviewsBefore >= 0 {
		next.ReviewsBefore = s.ReviewsBefore
	}
	if next != now {
		m.add(next.From(), now.ID, &next)
	}
}

func (m *merge) status(s StatusStated) {
	i := slices.IndexFunc(m.c.statuses, func(o StatusStated) bool { return o.Start == s.Start })
	if i < 0 {
		s.ID = m.newID()
		m.add(s.Start, s.ID, &s)
		return
	}
	now := m.c.statuses[i]
	last, _ := m.c.imported[now.ID].(*StatusStated)
	if last == nil {
		last = &StatusStated{}
	}
	next := now
	next.Code = take(m, "the legal status", s.Start, now.Code, last.Code, s.Code, StatusCode.Words)
	next.End = take(m, "the day the legal status ended", s.Start, now.End, last.End, s.End, dateWords)
	if next != now {
		m.add(next.Start, now.ID, &next)
	}
}

func (m *merge) placement(p PlacementStated) {
	i := slices.IndexFunc(m.c.placements, func(o PlacementStated) bool { return o.Start == p.Start })
	if i < 0 {
		p.ID = m.newID()
		m.add(p.Start, p.ID, &p)
		return
	}
	now := m.c.placements[i]
	last, _ := m.c.imported[now.ID].(*PlacementStated)
	if last == nil {
		last = &PlacementStated{}
	}
	next := now
	next.Code = take(m, "the placement", p.Start, now.Code, last.Code, p.Code, PlacementCode.Words)
	next.End = take(m, "the day the placement ended", p.Start, now.End, last.End, p.End, dateWords)
	next.Carer = take(m, "the carer", p.Start, now.Carer, last.Carer, p.Carer, asIs)
	next.Phone = take(m, "the carer's telephone", p.Start, now.Phone, last.Phone, p.Phone, asIs)
	next.Address = take(m, "the placement's address", p.Start, now.Address, last.Address, p.Address, asIs)
	next.Provider = take(m, "the placement's provider", p.Start, now.Provider, last.Provider, p.Provider, asIs)
	next.Change = take(m, "why the placement changed", p.Start, now.Change, last.Change, p.Change, asIs)
	if next != now {
		m.add(next.Start, now.ID, &next)
	}
}

func (m *merge) review(h ReviewHeld) {
	i := slices.IndexFunc(m.c.reviews, func(r Review) bool { return r.Held.Recorded == h.Recorded })
	if i < 0 {
		h.ID = m.newID()
		if hand, ok := m.c.InHand(); ok && !m.handHeld && hand.PlanFrom <= h.Recorded && h.Recorded <= m.today {
			h.ID, m.handHeld = hand.ID, true // what was being prepared is the first review held since
		}
		m.add(h.Recorded, h.ID, &h)
		return
	}
	now := m.c.reviews[i].Held
	last, _ := m.c.imported[now.ID].(*ReviewHeld)
	if last == nil {
		last = &ReviewHeld{}
	}
	next := now
	next.Completed = take(m, "the day the review was completed", h.Recorded, now.Completed, last.Completed, h.Completed, dateWords)
	next.Participation = take(m, "how the child took part", h.Recorded, now.Participation, last.Participation, h.Participation, ParticipationCode.Words)
	if next != now {
		m.add(next.Recorded, now.ID, &next)
	}
}

func (m *merge) period(p PeriodStated) {
	if !slices.Contains(m.c.periods, p) {
		m.add(cmp.Or(p.From, m.today), ID{}, &p)
	}
}

// person adds somebody new in a role; an import never replaces a person the
// IRO entered.
func (m *merge) person(p PersonStated) {
	i := slices.IndexFunc(m.c.people, func(o PersonStated) bool { return o.Role == p.Role && !o.To.Known() })
	if i < 0 {
		p.ID = m.newID()
		m.add(m.today, p.ID, &p)
		return
	}
	now := m.c.people[i]
	same := now.Name == p.Name && (p.Phone == "" || now.Phone == p.Phone) && (p.Team == "" || now.Team == p.Team)
	switch {
	case same:
	case m.c.from[now.ID].source == ByIRO:
		m.kept = append(m.kept, Difference{What: "the " + string(p.Role), Yours: now.Name, Theirs: p.Name})
	default:
		p.ID = now.ID
		m.add(m.today, now.ID, &p)
	}
}
