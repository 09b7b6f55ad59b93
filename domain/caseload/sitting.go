package caseload

import (
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// Press is how pressing something is.
type Press int

// The presses, as the signs of the list have them.
const (
	PressOpen Press = iota
	PressSoon
	PressLate
)

// OpenKind is what is open for a child.
type OpenKind string

// The kinds, in the order they are told when they press alike.
const (
	OpenPromise  OpenKind = "promise"
	OpenAnswer   OpenKind = "answer"
	OpenDecision OpenKind = "decision"
	OpenWish     OpenKind = "wish"
	OpenReview   OpenKind = "review"
	OpenTalk     OpenKind = "talk"
	OpenSeen     OpenKind = "seen"
	OpenWords    OpenKind = "words" // the child's own; never told while names are hidden
)

// Matter is one thing that is open for a child, in words that may name people.
type Matter struct {
	Kind  OpenKind
	Press Press
	Words string
	Day   workday.Date // since when, by when; may be not known
	Rule  string       // "" when no rule is behind it
}

// Sitting is what the IRO needs to know of a child while sitting with them.
type Sitting struct {
	Case    *casefile.Case
	Review  casefile.ID   // of the review in hand; zero while none is on file
	Matters []Matter      // the most pressing first
	Open    []review.Item // what is still to do with the child before the review
	Listed  bool          // a list is opened for the child

	x    review.Context
	date workday.Date // of the review whose list is open; may be not known
}

// longWait is how many days a promise or a question goes before it is late;
// local, no rule sets it.
const longWait = 28

// The items of the list that are asked about at a visit.
const (
	withChild  = "P5"
	talkItem   = "B-501"
	wishItem   = "B-502"
	toldItem   = "B-509"
	livesItem  = "B-511"
	metItem    = "FST-01"
	watchItem  = "YNG-01"
	theChild   = "the child" // whom a contact at a visit was with
	visitedWay = "visit"
)

// SittingOf gathers what is open for a child on a day.
func SittingOf(c *casefile.Case, r Row, clocks clock.Clocks, x review.Context) Sitting {
	s := Sitting{Case: c, x: x}
	if current, ok := review.Current(c, x.Today); ok {
		s.Review = current.ID
	}
	var prep review.Preparation
	if prep, s.Listed = review.Prepare(c, clocks, x); s.Listed {
		s.date = prep.Date
		for _, ph := range prep.Phases {
			if ph.ID == withChild {
				s.Open = slices.DeleteFunc(ph.Items, func(i review.Item) bool { return i.Answer.Answer != casefile.Open })
			}
		}
	}
	s.asked()
	s.decided()
	s.wish()
	s.reviewed(r)
	s.talk()
	s.seen(r)
	if said := c.ChildsWords(); len(said) > 0 {
		last := said[len(said)-1]
		words := "in their own words: "
		if !last.Shareable {
			words = "in their own words, private: "
		}
		s.add(Matter{Kind: OpenWords, Words: words + last.Words, Day: last.On})
	}
	slices.SortStableFunc(s.Matters, func(a, b Matter) int { return int(b.Press - a.Press) })
	return s
}

func (s *Sitting) add(m Matter) { s.Matters = append(s.Matters, m) }

// Press is that of the most pressing matter.
func (s Sitting) Press() Press {
	if len(s.Matters) == 0 {
		return PressOpen
	}
	return s.Matters[0].Press
}

// waited is how pressing something is that has been open since a day.
func (s *Sitting) waited(since workday.Date) Press {
	if s.x.Today-since > longWait {
		return PressLate
	}
	return PressSoon
}

// asked tells what the IRO promised and has not kept, and who waits for an
// answer (QA-04, QA-13).
func (s *Sitting) asked() {
	for _, l := range s.Case.Promises() {
		s.add(Matter{OpenPromise, s.waited(l.On), "I promised: " + l.Text, l.On, "QA-04"})
	}
	for _, l := range s.Case.Unanswered() {
		s.add(Matter{OpenAnswer, s.waited(l.AskedOn), l.With + " waits for an answer: " + l.Text, l.AskedOn, "QA-13"})
	}
}

// decided tells the decisions that are past their day (DD-02).
func (s *Sitting) decided() {
	for _, d := range s.Case.OpenDecisions() {
		if d.Due() < s.x.Today && !clock.Contested(s.Case, d, s.x.Calendar) {
			s.add(Matter{OpenDecision, PressLate, "decided and not done: " + d.What + " (" + d.Who + ")", d.Due(), "DD-02"})
		}
	}
}

// reviewed tells when the review is, as its row has it.
func (s *Sitting) reviewed(r Row) {
	m := Matter{Kind: OpenReview, Rule: r.Rule, Day: r.soonest()}
	if _, _, dated := r.Standing(s.x.Calendar, s.x.Today); !dated && !r.Finishing() {
		switch {
		case !r.Open(s.x.Today):
			m.Words = r.Where(s.x.Today)
		case r.Missing == clock.HistoryUnknown || r.Missing == clock.NothingMissing:
			m.Words, m.Press = string(clock.HistoryUnknown), PressSoon
		default:
			m.Words, m.Press = "no next review: "+string(r.Missing), PressSoon
		}
		s.add(m)
		return
	}
	status, left := clock.Standing(s.x.Calendar, m.Day, s.x.Today)
	m.Press = s.by(m.Day)
	switch {
	case status == clock.Overdue && r.Finishing():
		m.Words = "the review that was begun should be finished"
	case status == clock.Overdue:
		m.Words = "review " + workingDays(-left) + " late"
	case r.Finishing():
		m.Words = "the review that was begun must be finished " + within(left)
	case r.Planned.Known() && r.Planned < s.x.Today:
		m.Words, m.Day, m.Press = "the day planned for the review has passed", r.Planned, max(m.Press, PressSoon)
	case r.Planned.Known():
		_, left = clock.Standing(s.x.Calendar, r.Planned, s.x.Today)
		m.Words, m.Day, m.Press = "review "+within(left), r.Planned, max(m.Press, s.by(r.Planned))
	default:
		m.Words = "review due " + within(left)
	}
	s.add(m)
}

// by is how pressing something is that is wanted by a day: what comes within the
// week is soon. The caseload looks further ahead.
func (s *Sitting) by(day workday.Date) Press {
	switch {
	case day.Known() && day < s.x.Today:
		return PressLate
	case near(day, s.x.Today):
		return PressSoon
	}
	return PressOpen
}

func within(left int) string {
	if left == 0 {
		return "today"
	}
	return "in " + workingDays(left)
}

func workingDays(n int) string {
	if n == 1 {
		return "1 working day"
	}
	return fmt.Sprintf("%d working days", n)
}

// talk tells what is still to do with the child before the review.
func (s *Sitting) talk() {
	if len(s.Open) == 0 {
		return
	}
	m := Matter{Kind: OpenTalk, Rule: "PR-13"}
	var labels []string
	for _, i := range s.Open {
		labels = append(labels, strings.ToLower(i.Label[:1])+i.Label[1:])
		m.Press = max(m.Press, s.by(i.By))
		if i.By.Known() && (!m.Day.Known() || i.By < m.Day) {
			m.Day = i.By
		}
	}
	m.Words = "still to do: " + strings.Join(labels, "; ")
	s.add(m)
}

// wish tells what the child wants raised and kept private, as answered for the
// review in hand (PR-13, PR-18).
func (s *Sitting) wish() {
	a := s.Case.AnswerTo(s.Review, wishItem)
	var parts []string
	for _, part := range [][2]string{{"wants: ", "wants_raised"}, {"keep private: ", "keep_private"}} {
		if said := strings.TrimSpace(a.Evidence[part[1]]); said != "" {
			parts = append(parts, part[0]+said)
		}
	}
	if len(parts) > 0 {
		s.add(Matter{OpenWish, PressOpen, strings.Join(parts, "; "), a.On, "PR-18"})
	}
}

// seen tells when the IRO last saw the child or spoke with them alone.
func (s *Sitting) seen(r Row) {
	m := Matter{Kind: OpenSeen, Words: "not seen yet, as far as this file says"}
	for _, id := range []string{talkItem, livesItem, metItem, watchItem} {
		if a := s.Case.AnswerSince(id, 0); a.Answer == casefile.Done {
			m.Day = max(m.Day, a.On)
		}
	}
	for _, l := range s.Case.Log() {
		with := Fold(l.With)
		if l.What == casefile.Contact && l.Way == visitedWay && !l.Waiting && with != "" && (with == theChild || with == Fold(r.Name)) {
			m.Day = max(m.Day, l.On)
		}
	}
	if m.Day.Known() {
		m.Words = "last seen, or spoken with alone"
	}
	s.add(m)
}
