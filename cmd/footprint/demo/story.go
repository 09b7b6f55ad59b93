package demo

import (
	"fmt"
	"strings"

	"footprint/domain/casefile"
)

// story gathers the acts of one child's file.
func (s *script) story() {
	s.live()
	if s.load == notLoaded {
		s.openByHand()
	} else {
		s.openByList()
	}
	s.know()
	s.changes()
	s.pastReviews()
	if !s.ended.Known() && !s.who.nothing {
		s.nextReview()
	}
	s.ownNotes()
	if s.who.also != nil {
		s.who.also(s)
	}
	s.visits()
	s.midpoint()
	s.route()
	if s.ended.Known() {
		s.endCare()
	}
}

// facts are what the council's own records say of the child.
func (s *script) facts() map[string]string {
	sex := "male"
	if s.who.girl {
		sex = "female"
	}
	return map[string]string{
		casefile.FactName:       s.who.name,
		casefile.FactDOB:        s.dob.String(),
		casefile.FactExternalID: s.externalID(),
		casefile.FactCouncil:    s.council(),
		casefile.FactSex:        sex,
		casefile.FactEthnicity:  s.who.ethnic,
		casefile.FactLanguage:   s.who.language,
	}
}

// externalID is a six-figure number of the child's own: the step and the number
// of them have no common factor, so none comes twice among 900,000.
func (s *script) externalID() string {
	return fmt.Sprint(100_000 + (uint64(s.number)*541_337+s.seed%900_000)%900_000)
}

func (s *script) council() string {
	if s.who.council != "" {
		return s.who.council
	}
	return mainCouncil
}

func (s *script) ref() string { return fmt.Sprintf("C-%04d", s.number+1) }

// openByList opens the file from the council's list: what had happened by then
// came with it.
func (s *script) openByList() {
	s.acts = append(s.acts, act{day: s.opened, load: s.load, before: true, do: func(s *script) ([]casefile.Line, error) {
		lines, err := casefile.OpenFile(s.ref(), s.facts(), s.day)
		if err != nil {
			return nil, err
		}
		more, kept := s.c.Reconcile(s.reported(), s.newID, s.day)
		if len(kept) > 0 {
			return nil, errOverlap
		}
		return append(lines, more...), nil
	}})
}

// reported is what the list said on the day the file was opened.
func (s *script) reported() casefile.Reported {
	care := casefile.CareStated{Start: s.start, ReviewsBefore: s.before}
	if s.who.undated {
		care.Start, care.Since = 0, s.start
	}
	r := casefile.Reported{Care: []casefile.CareStated{care}}
	for _, x := range s.statuses {
		if x.Start <= s.opened {
			if x.End > s.opened {
				x.End = 0
			}
			r.Statuses = append(r.Statuses, x)
		}
	}
	for _, x := range s.stays {
		if x.Start <= s.opened {
			if x.End > s.opened {
				x.End, x.Change = 0, ""
			}
			r.Placements = append(r.Placements, x)
		}
	}
	for i, day := range s.held {
		if day <= s.opened {
			r.Reviews = append(r.Reviews, casefile.ReviewHeld{Recorded: day, Completed: day, Participation: s.participation(day, i)})
		}
	}
	worker := workers[s.who.worker]
	if s.who.was != "" {
		worker = workers[s.who.was]
	}
	r.People = []casefile.PersonStated{worker.as(casefile.SocialWorker), managers[worker.team].as(casefile.TeamManager)}
	return r
}

// openByHand opens the file the way the IRO types a child in who has just come
// into care.
func (s *script) openByHand() {
	s.on(s.opened, func(s *script) ([]casefile.Line, error) {
		return casefile.OpenFile(s.ref(), s.facts(), s.day)
	})
	s.on(s.opened, func(s *script) ([]casefile.Line, error) {
		return s.c.StateCare(casefile.CareStated{ID: s.newID(), Start: s.start, ReviewsBefore: s.before}, s.day)
	})
	worker := workers[s.who.worker]
	if s.who.was != "" {
		worker = workers[s.who.was]
	}
	s.on(s.opened, func(s *script) ([]casefile.Line, error) {
		return s.persons(worker.as(casefile.SocialWorker), managers[worker.team].as(casefile.TeamManager))
	})
}

// persons states several people as one act.
func (s *script) persons(people ...casefile.PersonStated) ([]casefile.Line, error) {
	var out []casefile.Line
	for _, p := range people {
		p.ID = s.newID()
		lines, err := s.c.StatePerson(p, s.day)
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	return out, nil
}

// know adds what the IRO found out in the first days: the people, the needs and
// their own judgements.
func (s *script) know() {
	if s.who.crowd || s.who.arrived {
		return
	}
	after := s.opened
	if s.load != notLoaded {
		after = s.opened.AddDays(1 + s.rng.IntN(12))
	}
	s.on(s.opened, func(s *script) ([]casefile.Line, error) { return s.c.Appoint(s.appointment(), nil, s.day) })
	s.on(after, func(s *script) ([]casefile.Line, error) { return s.persons(s.around()...) })
	if yes := s.answeredYes(); len(yes) > 0 {
		s.on(after, func(s *script) ([]casefile.Line, error) { return s.c.State(yes, s.day) })
	}
}

// answeredYes are the yes-or-no facts: those written for the child and those
// that follow from age and home.
func (s *script) answeredYes() map[string]string {
	out := map[string]string{}
	for key := range strings.FieldsSeq(s.who.facts) {
		out[key] = "yes"
	}
	age := s.age(s.today)
	if age < 4 {
		out["observe_instead"] = "yes"
	}
	if age >= 11 && out["observe_instead"] == "" {
		out["understanding_sufficient"] = "yes"
	}
	if age >= 16 && s.who.school != "none" {
		out["in_education"] = "yes"
	}
	if age >= 4 && s.load == firstLoad && out["known_to_child"] == "" && s.chance(70) {
		out["known_to_child"] = "yes"
	}
	return out
}

// changes are the new statuses, the moves and the new workers since the file
// was opened.
func (s *script) changes() {
	for _, x := range s.statuses {
		if s.load == notLoaded || x.Start > s.opened {
			x.End = 0
			s.on(x.Start, func(s *script) ([]casefile.Line, error) {
				x.ID = s.newID()
				return s.c.StateStatus(x, s.day)
			})
		}
	}
	for i, x := range s.stays {
		if s.load == notLoaded || x.Start > s.opened {
			s.moves(i, x)
		}
	}
	if s.who.was == "" || s.who.swapped == 0 && s.opened >= s.loads[update] {
		return
	}
	worker := workers[s.who.worker]
	people := []casefile.PersonStated{worker.as(casefile.SocialWorker), managers[worker.team].as(casefile.TeamManager)}
	if s.who.swapped == 0 {
		s.acts = append(s.acts, act{day: s.loads[update], load: update, do: func(s *script) ([]casefile.Line, error) {
			lines, _ := s.c.Reconcile(casefile.Reported{People: people}, s.newID, s.day)
			return lines, nil
		}})
		return
	}
	s.on(s.today.AddDays(-s.who.swapped), func(s *script) ([]casefile.Line, error) {
		if people[0].Team == workers[s.who.was].team {
			people = people[:1]
		}
		people[0].From = s.day
		return s.persons(people...)
	})
}

// ownNotes are the notes written for the child, and one telephone call where
// the IRO would otherwise seem to have been away.
func (s *script) ownNotes() {
	lately := s.who.quiet || s.who.crowd || s.ended.Known()
	for _, n := range s.who.notes {
		lately = lately || n.ago < 55
		s.write(n)
	}
	if !lately {
		s.write(note{ago: 3 + s.rng.IntN(40), text: one(s.rng, callNotes[:])})
	}
}

// write adds a note. One about a checklist item goes to the review in hand.
func (s *script) write(n note) {
	s.on(s.today.AddDays(-n.ago), func(s *script) ([]casefile.Line, error) {
		ev := casefile.NoteWritten{Text: s.say(n.text)}
		if n.item != "" && !s.inHand.Zero() {
			ev.Item, ev.Review = n.item, s.inHand
		}
		return s.c.WriteNote(ev, casefile.ID{}, s.day)
	})
}
