package demo

import (
	"footprint/domain/casefile"
	"footprint/domain/clock"
)

// What the courts and the law did to a few children. Days are counted back from
// today, or ahead where it says so.

// proceedingsOver adds care proceedings that ended so many days ago; the closing
// talk with the guardian is still to come.
func proceedingsOver(days int) func(*script) {
	return func(s *script) {
		proceedings(s)
		s.period(casefile.PeriodStated{What: casefile.Proceedings, From: s.start + 4, To: s.ago(days)})
	}
}

// hearings adds the Issues Resolution Hearing and the final hearing, so many
// days ahead.
func hearings(resolution, final int) func(*script) {
	return func(s *script) {
		for _, h := range []casefile.PeriodStated{
			{What: casefile.IRH, From: s.forward(s.today.AddDays(resolution))}, {What: casefile.FinalHearing, From: s.forward(s.today.AddDays(final))},
		} {
			s.on(s.ago(16), func(s *script) ([]casefile.Line, error) { return s.c.StatePeriod(h, s.day) })
		}
	}
}

// shortBreaks are twenty stays of three nights, the first on the day care began:
// sixty nights within twelve months.
func shortBreaks(s *script) {
	for day := s.start; day.AddDays(3) < s.today; day = day.AddDays(16) {
		s.period(casefile.PeriodStated{What: casefile.ShortBreak, From: day, To: day.AddDays(3), Text: "Brookside"})
	}
}

// longStay are a few short stays and then one of twenty nights, which passed
// the limit of seventeen eight days ago.
func longStay(s *script) {
	stays := [][2]int{{300, 297}, {240, 237}, {180, 178}, {120, 118}, {25, 5}}
	for _, stay := range stays {
		dated(casefile.PeriodStated{What: casefile.ShortBreak, Text: "Brookside"}, stay[0], stay[1], 0)(s)
	}
}

// placedForAdoption dates the authority and the placement of a child who was
// placed with the carers she had.
func placedForAdoption(s *script) {
	placed := s.stays[len(s.stays)-1].Start
	s.period(casefile.PeriodStated{What: casefile.AuthorityToPlace, From: s.statuses[len(s.statuses)-1].Start, To: placed})
	s.period(casefile.PeriodStated{What: casefile.PlacedForAdoption, From: placed})
}

// custody adds a remand or a sentence that began so many days ago and is to end
// so many days ahead.
func custody(kind string, from, release int, where string) func(*script) {
	return dated(casefile.PeriodStated{What: casefile.Custody, Code: kind, Text: where}, from, 0, release)
}

// sentenced is the custody that ended a child's care (YJ-16). A release to come
// is expected, one that is past has happened.
func sentenced(s *script) {
	p := casefile.PeriodStated{What: casefile.Custody, Code: clock.Sentence, Text: "Marshgate", From: s.ended}
	s.on(s.ended, func(s *script) ([]casefile.Line, error) {
		p.Expected = s.today.AddDays(s.who.term)
		return s.c.StatePeriod(p, s.day)
	})
	if s.who.term < 0 {
		s.on(s.today.AddDays(s.who.term), func(s *script) ([]casefile.Line, error) {
			p.To = p.Expected
			return s.c.StatePeriod(p, s.day)
		})
	}
}

// backInCare begins a second time in care under section 20.
func backInCare(days int, where string) func(*script) {
	return func(s *script) {
		from := s.today.AddDays(-days)
		s.on(from, func(s *script) ([]casefile.Line, error) {
			return s.c.StateCare(casefile.CareStated{ID: s.newID(), Start: from}, s.day)
		})
		s.on(from, func(s *script) ([]casefile.Line, error) {
			return s.c.StateStatus(casefile.StatusStated{ID: s.newID(), Code: "V2", Start: from}, s.day)
		})
		s.on(from, func(s *script) ([]casefile.Line, error) {
			p := homes[where].stay(from)
			p.ID = s.newID()
			return s.c.StatePlacement(p, s.day)
		})
	}
}

// secure is a secure accommodation order with its first panel (SE-01).
func secure(s *script) {
	dated(casefile.PeriodStated{What: casefile.SecureOrder, Text: "Welfare; three months, then the court again"}, 50, 0, 42)(s)
	dated(casefile.PeriodStated{What: casefile.Panel, Text: "Criteria met, necessary, nothing more suitable found"}, 25, 0, 0)(s)
}

// protectionPlan is a child protection plan whose first review conference is
// due before the review.
func protectionPlan(s *script) {
	s.period(casefile.PeriodStated{What: casefile.ChildProtection, From: s.ago(80)})
}

// confirmed enters that the newest review confirmed the emergency placement.
func confirmed(s *script) {
	day := s.held[len(s.held)-1]
	s.on(day.AddDays(1), func(s *script) ([]casefile.Line, error) {
		p, _ := s.c.PlacementOn(day)
		p.Confirmed = day
		return s.c.StatePlacement(p, s.day)
	})
}

// handingOver is the IRO who hands the case over so many days ahead; the new one is
// not introduced yet.
func handingOver(days, ahead int) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			a, _ := s.c.AppointedOn(s.day)
			a.To = s.today.AddDays(ahead)
			a.HandedOver = "The unit's last report, the mother's plan and the day he is to be seen with her."
			return s.c.Appoint(a, nil, s.day)
		})
	}
}
