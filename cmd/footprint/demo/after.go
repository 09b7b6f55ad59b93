package demo

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// afterwards are the items of a review's record with the working day after it
// that each is done on.
var afterwards = []struct {
	item string
	days int
}{{"B-1003", 8}, {"B-1001", 10}, {"B-1101", 13}, {"B-1102", 13}, {"B-1103", 13}, {"B-1202", 14}, {"B-1203", 18}, {"B-1204", 15}, {"B-1206", 18}}

// writeUp answers for the record of a review that was held. A few are left open.
func (s *script) writeUp(id *casefile.ID, held workday.Date) {
	for _, a := range afterwards {
		if on := s.cal.Add(held, a.days); on <= s.yesterday() && s.chance(98) {
			s.done(id, on, a.item)
		}
	}
}

// done answers one item of a review as done on a day.
func (s *script) done(id *casefile.ID, on workday.Date, item string) {
	s.on(on, func(s *script) ([]casefile.Line, error) {
		hb, _ := handbook.ItemByID(item)
		it := review.Item{Item: hb}
		a := casefile.ItemAnswered{Review: *id, Item: item, Answer: casefile.Done, DoneBy: s.doneBy(it)}
		a.Evidence = s.evidence(it, &worked{past: true}, nil)
		return s.c.AnswerItem(a, s.day, s.day)
	})
}

// midpoint is the check half-way to the next review, for most children whom the
// IRO has seen lately.
func (s *script) midpoint() {
	if s.who.crowd || s.who.quiet || s.ended.Known() || len(s.held) == 0 || !s.chance(75) {
		return
	}
	last := s.held[len(s.held)-1]
	half := s.cal.RollBack(last.AddDays(int(s.next.due-last) / 2))
	if half <= max(last, s.opened) || half > s.yesterday() {
		return
	}
	text := one(s.rng, midpointNotes[:])
	if s.age(half) < 5 {
		text = one(s.rng, littleMidpointNotes[:])
	}
	s.on(half, func(s *script) ([]casefile.Line, error) {
		l := casefile.Logged{What: casefile.Monitoring, Way: "call", With: s.homeName(half), Text: s.say(text)}
		return s.c.WriteLog(l, casefile.ID{}, half, s.day)
	})
}

func (s *script) homeName(day workday.Date) string { return homes[s.homeOn(day)].names() }

// adoption reports whether a placement order was made.
func (s *script) adoption() bool {
	return slices.ContainsFunc(s.statuses, func(x casefile.StatusStated) bool { return x.Code == "E1" })
}

// route is the plan for permanence of most children who are past their second
// review, where none is told by hand.
func (s *script) route() {
	if s.routed || s.who.crowd || s.who.arrived || s.ended.Known() || s.who.next < 3 || !s.chance(88) {
		return
	}
	days := 66 + s.rng.IntN(100)
	route := "long-term fostering"
	switch code := homes[s.homeOn(s.today)].code; {
	case s.adoption():
		route = "adoption"
	case code == "U1" || code == "U3":
		route = "family and friends"
	case code == "P1" || code == "R1" || code == "R3":
		route = "return home"
	}
	permanence(route, days, 300+s.rng.IntN(500), nil)(s)
}
