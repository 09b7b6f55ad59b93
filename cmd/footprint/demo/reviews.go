package demo

import (
	"fmt"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

// participation is how the child took part in a review, by age and needs.
func (s *script) participation(on workday.Date, i int) string {
	switch age := s.age(on); {
	case age < 4:
		return "PN0"
	case s.c != nil && s.c.Yes("comm_needs"):
		return "PN3"
	case age < 8 && i%2 == 0:
		return "PN6"
	case age >= 15 && i%4 == 3:
		return "PN7"
	case i%3 == 2:
		return "PN2"
	}
	return "PN1"
}

// pastReviews plans and holds the reviews since the file was opened. The
// newest is prepared item by item; the crowd's are only recorded.
func (s *script) pastReviews() {
	var last workday.Date
	if s.load != notLoaded {
		last = s.opened
	}
	for i, day := range s.held {
		if s.load != notLoaded && day <= s.opened {
			last = max(last, day)
			continue
		}
		review := new(casefile.ID)
		if !s.who.crowd {
			from := s.plan(review, day, last, prep{time: one(s.rng, times[:]), plan: planned})
			switch {
			case i == len(s.held)-1:
				s.work(review, day, from, worked{pace: ahead, past: true})
			case i == 0:
				s.work(review, day, from, worked{pace: ahead, past: true, only: "P0"})
			}
		}
		if i == 0 && !s.who.crowd && s.load == notLoaded {
			s.done(review, s.cal.Sub(day, 3), "FST-04")
		}
		s.hold(review, day, i)
		if !s.who.crowd {
			s.chair(review, day, i == len(s.held)-1)
		}
		if i == len(s.held)-1 && !s.who.crowd {
			s.writeUp(review, day)
		}
		last = day
	}
}

// plan opens the review and plans its day, about six weeks ahead and after the
// last one, and gives the day that was done.
func (s *script) plan(review *casefile.ID, day, last workday.Date, p prep) workday.Date {
	on := min(max(day.AddDays(-36-s.rng.IntN(12)), last.AddDays(9)), day-1)
	if !last.Known() { // a first review is planned when the file is opened
		on = s.opened
	}
	if on > s.yesterday() {
		on = s.yesterday().AddDays(-s.rng.IntN(12))
	}
	called := s.today.AddDays(-p.called)
	if p.called > 0 {
		on = called
	}
	venue, home := homes[s.homeOn(day)].words(), true
	if p.venue != "" {
		venue, home = p.venue, false
	}
	on = max(s.typed(on), s.opened)
	s.on(on, func(s *script) ([]casefile.Line, error) {
		*review = s.newID()
		ev := casefile.ReviewPlanned{ID: *review}
		if p.plan != unplanned {
			ev.Date, ev.Time, ev.Venue, ev.Home, ev.Format = day, p.time, venue, home, "single"
		}
		if p.called > 0 {
			ev.CalledOn = called
		}
		return s.c.PlanReview(ev, s.day)
	})
	return on
}

// hold records a review, and the day after what the IRO thought of it.
func (s *script) hold(review *casefile.ID, day workday.Date, i int) {
	s.on(day, func(s *script) ([]casefile.Line, error) {
		if review.Zero() {
			*review = s.newID()
		}
		ev := casefile.ReviewHeld{ID: *review, Recorded: day, Completed: day, What: "ordinary", Participation: s.participation(day, i)}
		if due, known := s.dueBefore(i); known && clock.Timeliness(due, day) == clock.HeldLate {
			ev.LateReason = one(s.rng, lateReasons[:])
		}
		return s.c.HoldReview(ev, s.day)
	})
	if s.who.crowd || i != len(s.held)-1 && s.chance(50) {
		return
	}
	text := one(s.rng, reviewNotes[:])
	if s.age(day) < 4 {
		text = one(s.rng, littleReviewNotes[:])
	}
	s.on(day.AddDays(1), func(s *script) ([]casefile.Line, error) {
		return s.c.WriteNote(casefile.NoteWritten{Text: s.say(text), Review: *review}, casefile.ID{}, s.day)
	})
}

// dueBefore is the limit the i-th review on file had to meet.
func (s *script) dueBefore(i int) (workday.Date, bool) {
	switch {
	case s.before < 0 || s.before > 0 && i == 0:
		return 0, false
	case s.before == 0 && i == 0:
		return clock.FirstDue(s.cal, s.start).Due, true
	case s.before == 0 && i == 1 && s.who.cycle(2) == 2:
		return clock.SecondDue(s.cal, s.held[0]).Due, true
	}
	return clock.LaterDue(s.cal, s.held[i-1]).Due, true
}

// nextReview plans and prepares the review in hand, as far as it has come.
func (s *script) nextReview() {
	p := s.who.prep
	if p.plan == unplanned && p.pace == untouched && !s.next.planned.Known() {
		return
	}
	day := s.plannedDay(&p)
	var last workday.Date
	if s.load != notLoaded {
		last = s.opened
	}
	if n := len(s.held); n > 0 {
		last = max(last, s.held[n-1])
	}
	from := s.plan(&s.inHand, day, last, p)
	if p.pace != untouched {
		s.work(&s.inHand, day, from, worked{pace: p.pace, answers: p.answers})
	}
}

// plannedDay is the day people planned, or the day to plan for.
func (s *script) plannedDay(p *prep) workday.Date {
	due := s.next.due
	day := s.cal.RollBack(due)
	switch {
	case s.next.planned.Known():
		p.plan = planned
		return s.next.planned
	case p.plan == unplanned:
		return day
	case p.plan == onSaturday:
		for day = due; day.Weekday() != workday.Saturday; day-- {
		}
		return day
	case p.plan == afterLimit || due < s.today:
		return s.cal.Add(max(due, s.sunday), p.early)
	}
	if p.early > 0 {
		day = s.cal.Sub(day, p.early)
	}
	switch {
	case due <= s.sunday && day < s.today: // this week: what is left of it
		day = due
	case due > s.sunday && day <= s.sunday:
		day = min(s.forward(s.sunday+1), due)
	}
	return day
}

// words is the home as a venue.
func (h home) words() string {
	if h.venue != "" {
		return h.venue
	}
	return "at home"
}

func phone(n int) string { return fmt.Sprintf("01632 960%03d", n) }
