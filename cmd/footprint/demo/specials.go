package demo

import (
	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// What follows happens to a few children only. Days are counted back from
// today.

func (s *script) ago(days int) workday.Date { return max(s.today.AddDays(-days), s.start) }

func (s *script) period(p casefile.PeriodStated) {
	on := p.From
	if p.To.Known() {
		on = p.To
	}
	s.on(on, func(s *script) ([]casefile.Line, error) { return s.c.StatePeriod(p, s.day) })
}

// all joins several of them.
func all(steps ...func(*script)) func(*script) {
	return func(s *script) {
		for _, step := range steps {
			step(s)
		}
	}
}

// dated adds a dated fact that began so many days ago, ended so many days ago,
// 0 while it runs, and is expected to end so many days ahead, 0 when nobody
// said.
func dated(p casefile.PeriodStated, from, to, expected int) func(*script) {
	return func(s *script) {
		p := p
		p.From = s.ago(from)
		if to > 0 {
			p.To = s.ago(to)
		}
		if expected > 0 {
			p.Expected = s.today.AddDays(expected)
		}
		s.period(p)
	}
}

// proceedings adds care proceedings that run since care began, and the
// children's guardian.
func proceedings(s *script) {
	s.period(casefile.PeriodStated{What: casefile.Proceedings, From: min(s.start+4, s.yesterday())})
	s.on(min(s.start+9, s.yesterday()), func(s *script) ([]casefile.Line, error) {
		return s.persons(casefile.PersonStated{Role: casefile.Guardian, Name: "Anneka Roper, Cafcass", Phone: "07700 900171"})
	})
}

// missing adds times the child was missing or away: days ago from and to, and
// 1 when the whereabouts were known.
func missing(times ...[3]int) func(*script) {
	return func(s *script) {
		for _, t := range times {
			p := casefile.PeriodStated{What: casefile.Missing, From: s.ago(t[0]), To: s.ago(t[1]), Code: "M"}
			if t[2] == 1 {
				p.What, p.Code = casefile.Away, "A"
			}
			s.period(p)
		}
	}
}

func asylum(s *script) {
	s.period(casefile.PeriodStated{What: casefile.AsylumSeeking, From: s.start})
	s.on(s.ago(17), func(s *script) ([]casefile.Line, error) {
		return s.c.State(map[string]string{casefile.FactLanguage: "Arabic (Levantine)"}, s.day)
	})
}

// longTerm states since when the foster home is the long-term one.
func longTerm(s *script) {
	s.on(s.opened, func(s *script) ([]casefile.Line, error) {
		return s.c.State(map[string]string{casefile.FactLongTerm: s.start.AddMonths(9).String()}, s.day)
	})
}

// advocate adds the child's advocate.
func advocate(name string) func(*script) {
	return func(s *script) {
		s.on(s.ago(25), func(s *script) ([]casefile.Line, error) {
			return s.persons(casefile.PersonStated{Role: casefile.Advocate, Name: name, Phone: "07700 900172"})
		})
	}
}

// newSupport adds an independent visitor and lets the one before go.
func newSupport(s *script) {
	visitor := casefile.PersonStated{Role: "independent visitor", Name: "Trevor Maddox", Phone: "07700 900173"}
	s.on(s.ago(200), func(s *script) ([]casefile.Line, error) {
		visitor.ID = s.newID()
		visitor.From = s.day
		return s.c.StatePerson(visitor, s.day)
	})
	s.on(s.ago(50), func(s *script) ([]casefile.Line, error) {
		visitor.To = s.day
		return s.c.StatePerson(visitor, s.day)
	})
	s.on(s.ago(49), func(s *script) ([]casefile.Line, error) {
		return s.persons(casefile.PersonStated{Role: "independent visitor", Name: "Curtis Amadi", Phone: "07700 900174", From: s.day})
	})
}

// correctedNote writes a note with a slip in it and puts it right the day
// after.
func correctedNote(days int) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			return s.c.WriteNote(casefile.NoteWritten{Text: s.say("Marek Nowak telephoned. He can come on the 9th.")}, casefile.ID{}, s.day)
		})
		s.on(s.ago(days-1), func(s *script) ([]casefile.Line, error) {
			notes := s.c.Notes()
			text := s.say("Marek Nowak telephoned. He can come on the 19th, not the 9th as I first wrote.")
			return s.c.WriteNote(casefile.NoteWritten{Text: text}, notes[len(notes)-1].Entry, s.day)
		})
	}
}

// correctedPhone puts right the telephone number of where the child lives.
func correctedPhone(days int) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			p, _ := s.c.PlacementOn(s.day)
			p.Phone = "07700 900175"
			return s.c.StatePlacement(p, s.day)
		})
	}
}

// takenBack writes a note in the wrong child's file and takes it back.
func takenBack(days int) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			return s.c.WriteNote(casefile.NoteWritten{Text: "Rang the school about the coach for Thursday's trip."}, casefile.ID{}, s.day)
		})
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			notes := s.c.Notes()
			wrong := notes[len(notes)-1].Entry
			for _, e := range s.c.Entries {
				if e.ID == wrong {
					return s.c.TakeBack(e.Act, "Written in the wrong child's file.", s.day)
				}
			}
			return nil, nil
		})
	}
}

// extraReview records a short extra review that did not cover the full agenda.
func extraReview(days int) func(*script) {
	return func(s *script) {
		day := s.cal.RollBack(s.ago(days))
		s.on(day, func(s *script) ([]casefile.Line, error) {
			return s.c.HoldReview(casefile.ReviewHeld{
				ID: s.newID(), Recorded: day, Completed: day, What: "extra", NotCounted: true, Participation: "PN1",
			}, s.day)
		})
	}
}

// unfinished leaves the newest review open: its second meeting is still to
// come.
func unfinished(s *script) {
	last := s.held[len(s.held)-1]
	s.on(last.AddDays(1), func(s *script) ([]casefile.Line, error) {
		for _, r := range s.c.Reviews() {
			if r.Held.Recorded == last {
				r.Held.Completed = 0
				return s.c.HoldReview(r.Held, s.day)
			}
		}
		return nil, nil
	})
}
