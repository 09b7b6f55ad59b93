package demo

import (
	"slices"

	"footprint/domain/casefile"
)

// Where a child lived, who supported the carers, and how care ended.

// supporter is the carers' own social worker.
func (h home) supporter() casefile.PersonStated {
	return casefile.PersonStated{Role: casefile.SupervisedBy, Name: h.support, Phone: h.supportPhone, Team: "Fostering support"}
}

// otherSupport lets the old carers' social worker go after a move and adds the
// new carers'.
func (s *script) otherSupport() ([]casefile.Line, error) {
	var out []casefile.Line
	if p, ok := s.c.Person(casefile.SupervisedBy, s.day); ok {
		p.To = s.day
		lines, err := s.c.StatePerson(p, s.day)
		if err != nil {
			return nil, err
		}
		out = lines
	}
	if h := homes[s.homeOn(s.day)]; h.support != "" {
		lines, err := s.persons(h.supporter())
		return append(out, lines...), err
	}
	return out, nil
}

// moves states one home. A move away from one that broke down says so; one that
// nobody told the IRO of came with the second list.
func (s *script) moves(i int, x casefile.PlacementStated) {
	x.End, x.Change = 0, ""
	told := x.Start
	if i > 0 && s.who.untold {
		told = s.loads[update]
		s.acts = append(s.acts, act{day: told, load: update, do: func(s *script) ([]casefile.Line, error) {
			last := s.stays[i-1]
			last.Change = "OTHER"
			lines, _ := s.c.Reconcile(casefile.Reported{Placements: []casefile.PlacementStated{last, x}}, s.newID, s.day)
			return lines, nil
		}})
	} else {
		s.on(x.Start, func(s *script) ([]casefile.Line, error) {
			x.ID = s.newID()
			return s.c.StatePlacement(x, s.day)
		})
	}
	if i == 0 {
		return
	}
	if s.lived[i-1].broke {
		s.on(x.Start, func(s *script) ([]casefile.Line, error) {
			last, _ := s.c.PlacementOn(x.Start - 1)
			last.BrokeDown = true
			return s.c.StatePlacement(last, s.day)
		})
	}
	if homes[s.lived[i-1].home].support != homes[s.lived[i].home].support {
		s.on(told, (*script).otherSupport)
	}
}

// endCare closes the looked-after episode with its status and placement.
func (s *script) endCare() {
	s.on(s.ended, func(s *script) ([]casefile.Line, error) {
		care := s.c.Care()[0]
		care.End, care.EndCode = s.ended, s.endCode()
		return s.c.StateCare(care, s.day)
	})
	s.on(s.ended, func(s *script) ([]casefile.Line, error) {
		last := slices.MaxFunc(s.c.Statuses(), func(a, b casefile.StatusStated) int { return int(a.Start - b.Start) })
		last.End = s.ended
		return s.c.StateStatus(last, s.day)
	})
	s.on(s.ended, func(s *script) ([]casefile.Line, error) {
		last := slices.MaxFunc(s.c.Placements(), func(a, b casefile.PlacementStated) int { return int(a.Start - b.Start) })
		last.End = s.ended
		return s.c.StatePlacement(last, s.day)
	})
}

// endCode says why care ended: a sentence, a home of their own at 18, an order
// to the carer early on, home later.
func (s *script) endCode() string {
	switch {
	case s.who.term != 0:
		return "E9"
	case s.age(s.ended) >= 18:
		return "E5"
	case s.who.next <= 3:
		return "E45"
	}
	return "E4A"
}
