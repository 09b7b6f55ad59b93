package demo

import (
	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// told is one significant event: how many days ago it happened, the IRO was
// told and decided; the review it needs is so many days ahead. decided of 0 is
// an event that waits.
type told struct {
	on, told, decided, needed int
	ev                        casefile.EventReported
}

// happened reports events, and decides them later, as two acts.
func happened(list ...told) func(*script) {
	return func(s *script) {
		for _, t := range list {
			s.report(t)
		}
	}
}

func (s *script) report(t told) {
	var id casefile.ID
	at := func(days int, decided bool) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			if id.Zero() {
				id = s.newID()
			}
			ev := t.ev
			ev.ID, ev.On, ev.ToldOn = id, s.ago(t.on), s.ago(t.told)
			for _, text := range []*string{&ev.ToldBy, &ev.Text, &ev.View, &ev.AgreedWith, &ev.Told} {
				*text = s.say(*text)
			}
			if !decided {
				ev.View, ev.NoView, ev.Decision, ev.Reasons, ev.AgreedWith, ev.Told = "", "", "", "", "", ""
				return s.c.ReportEvent(ev, s.day)
			}
			ev.DecidedOn = s.ago(t.decided)
			if ev.Decision == casefile.ReviewNeeded {
				ev.NeededBy = s.today.AddDays(t.needed)
			}
			return s.c.ReportEvent(ev, s.day)
		})
	}
	at(t.told, false)
	if t.decided > 0 {
		at(t.decided, true)
	}
}

// proposes enters a change that was proposed so many days ago for a day so many
// days ahead. One in an emergency was made the same day; an override has the
// day it was entered.
func proposes(p casefile.ChangeProposed, days, ahead int) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			p := p
			p.ID, p.ProposedOn, p.Text = s.newID(), s.ago(days), s.say(p.Text)
			switch {
			case p.Emergency:
				place, _ := s.c.PlacementOn(s.day)
				p.MadeOn, p.Placement = p.ProposedOn, place.ID
			case p.Override != "":
				p.OverriddenOn = s.day
				fallthrough
			default:
				p.For = s.today.AddDays(ahead)
			}
			x := review.Context{Today: s.day, Calendar: s.cal, Readings: s.practice.Readings()}
			facts := review.FactsForChanges(s.c, clock.Of(s.c, s.day, x.Calendar, x.Readings), x)
			return s.c.Propose(p, review.Holds(s.c, facts, x, p), s.day)
		})
	}
}

// visited adds the social worker's visits, so many days ago each.
func visited(days ...int) func(*script) {
	return func(s *script) {
		s.visited = true
		for i, n := range days {
			on := s.cal.RollBack(s.ago(n))
			if on < s.opened {
				continue // in the council's record
			}
			s.on(on, func(s *script) ([]casefile.Line, error) {
				v := casefile.VisitMade{ID: s.newID(), On: on, Alone: s.age(on) >= 4 && i%3 != 2}
				if p, ok := s.c.Person(casefile.SocialWorker, on); ok {
					v.By = p.Name
				}
				return s.c.StateVisit(v, s.day)
			})
		}
	}
}

// visits adds the social worker's visits to a child for whom none were told by
// hand. Nobody was there lately where the IRO was not either.
func (s *script) visits() {
	if s.visited || s.who.crowd || s.who.arrived || s.ended.Known() {
		return
	}
	last := 6 + s.rng.IntN(26)
	if s.who.quiet {
		last += 60
	}
	visited(last, last+38, last+76)(s)
}

// askedFor is a visit the child asked for that nobody has made yet.
func askedFor(days int) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			return s.c.StateVisit(casefile.VisitMade{ID: s.newID(), AskedOn: s.ago(days), Note: s.say("{child} asked {carer} for {worker} to come.")}, s.day)
		})
	}
}

// logged writes a line of the log about a day so many days ago. AskedOn of l is
// taken as days before that day.
func logged(days int, l casefile.Logged) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			l, on := l, s.ago(days)
			l.Text, l.Changed = s.say(l.Text), s.say(l.Changed)
			if l.Waiting || l.AskedOn.Known() {
				l.AskedOn = on.AddDays(-int(l.AskedOn))
			}
			return s.c.WriteLog(l, casefile.ID{}, on, s.day)
		})
	}
}

// good and poor are lines about practice.
func good(days int, text string) func(*script) {
	return logged(days, casefile.Logged{What: casefile.GoodPractice, Text: text, ToldTo: "The team manager"})
}

func poor(days int, text, with, toldTo string) func(*script) {
	return logged(days, casefile.Logged{What: casefile.PoorPractice, Text: text, With: with, ToldTo: toldTo})
}

// paper adds one version of a document by days ago: the day it bears, came and
// was read, 0 when it was not.
func paper(what casefile.DocumentKind, title, version string, bears, came, read int) func(*script) {
	return papers(casefile.DocumentStated{What: what, Title: title, Version: version}, bears, 0, came, read)
}

// courtPaper adds one that the council had so many days ago, and when it came to
// the IRO and was read.
func courtPaper(title string, council int, cameRead ...int) func(*script) {
	cameRead = append(cameRead, 0, 0)
	return papers(casefile.DocumentStated{What: casefile.CourtPaper, Title: title}, council+1, council, cameRead[0], cameRead[1])
}

func papers(d casefile.DocumentStated, bears, council, came, read int) func(*script) {
	return func(s *script) {
		day := func(days int) workday.Date {
			if days == 0 {
				return 0
			}
			return s.ago(days)
		}
		doc := d
		doc.Dated, doc.AtCouncil, doc.Received, doc.Read = day(bears), day(council), day(came), day(read)
		s.on(max(doc.Dated, doc.AtCouncil, doc.Received, doc.Read), func(s *script) ([]casefile.Line, error) {
			doc.ID = s.newID()
			return s.c.StateDocument(doc, s.day)
		})
	}
}

// states states single facts so many days ago.
func states(days int, facts map[string]string) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) { return s.c.State(facts, s.day) })
	}
}

// signs states how the child communicates; the likes are in the child's words.
func signs(method, helps string) func(*script) {
	return states(60, map[string]string{
		"comm_method": method, "comm_helps": helps, "comm_likes": "Reaches, laughs, signs or looks for more",
		"comm_dislikes": "Turns the picture over, looks away", "comm_reach": "A picture page to send me from school",
	})
}

// permanence states the route, the plan made so many days ago and the day it is
// to be reached by, so many days ahead; dates are others by days ahead.
func permanence(route string, plan, by int, dates map[string]int) func(*script) {
	return func(s *script) {
		s.routed = true
		facts := map[string]string{
			casefile.FactRoute: route, casefile.FactPermanence: s.ago(plan).String(), casefile.FactPermanenceBy: s.today.AddDays(by).String(),
		}
		for key, days := range dates {
			facts[key] = s.today.AddDays(days).String()
		}
		states(min(plan, 170), facts)(s)
	}
}
