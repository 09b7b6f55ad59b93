package clock

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// The limits of the adoption timetable.
const (
	authorisedMonths = 3  // AAR 36(1)(a)
	placedDays       = 28 // AAR 36(3)(a): four weeks
	windowOpens      = 28 // HB 3.56: four weeks
	windowCloses     = 42 // HB 3.56: six weeks
	applicationDays  = 70 // HB 3.62: ten weeks
	adopterVisitDays = 7  // AAR 36(4)(a)
)

// AuthorisedDue is the limit of the first review after authority to place
// (AD-01; HB 3.55; AAR 36(1)(a)).
func AuthorisedDue(cal workday.Calendar, authority workday.Date) Pair {
	return pair(cal, authority.AddMonths(authorisedMonths))
}

// PlacedDue is the limit of the first review after placement with adopters
// (AD-03; HB 3.55; AAR 36(3)(a)).
func PlacedDue(cal workday.Calendar, placed workday.Date) Pair {
	return pair(cal, placed.AddDays(placedDays))
}

// Window is the time a review after a disruption falls in (AD-06; HB 3.56).
type Window struct {
	NotBefore workday.Date // day 28
	NotAfter  workday.Date // day 42
	PlanBy    workday.Date // the working day on or before NotAfter
}

// DisruptionWindow gives the window for a child returned on that day.
func DisruptionWindow(cal workday.Calendar, returned workday.Date) Window {
	last := returned.AddDays(windowCloses)
	return Window{NotBefore: returned.AddDays(windowOpens), NotAfter: last, PlanBy: cal.RollBack(last)}
}

// Where a day lies against a window.
const (
	TooEarly = "too_early"
	InWindow = "in_window"
	TooLate  = "too_late"
)

// Holds says where a review's day lies against the window.
func (w Window) Holds(review workday.Date) string {
	switch {
	case review < w.NotBefore:
		return TooEarly
	case review > w.NotAfter:
		return TooLate
	}
	return InWindow
}

// ApplicationFrom is the first day the adopters may apply to court: after ten
// weeks of living together (AD-18; HB 3.62).
func ApplicationFrom(placed workday.Date) workday.Date { return placed.AddDays(applicationDays) }

// adoption is where a child stands on the way to adoption. A day that is not
// known is not so.
type adoption struct {
	Authority workday.Date // since when there is authority to place
	Placed    workday.Date // since when the child is with adopters
	Disrupted workday.Date // when that ended, until the review of the window is recorded
	sequence  workday.Date // what the adoption sequence counts from
}

// adoptionOn reads the file for a day.
func adoptionOn(c *casefile.Case, status casefile.StatusStated, reviews []workday.Date, day workday.Date) adoption {
	var a adoption
	if status.Code == "E1" || status.Code == "D1" {
		a.Authority = status.Start
	}
	if p, ok := openOn(c, casefile.AuthorityToPlace, day); ok && (!a.Authority.Known() || p.From < a.Authority) {
		a.Authority = p.From
	}
	began, ended := withAdopters(c, day)
	a.sequence = max(a.Authority, began)
	switch {
	case !began.Known():
	case !ended.Known():
		a.Placed = began
	case !slices.ContainsFunc(reviews, func(r workday.Date) bool { return r >= ended.AddDays(windowOpens) }):
		a.Disrupted = ended
	}
	return a
}

// withAdopters gives the newest time with adopters up to the day: when it began
// and, once it is over, when it ended. A holiday or a hospital stay ends no
// time with them; another family begins a new one.
func withAdopters(c *casefile.Case, day workday.Date) (began, ended workday.Date) {
	var last casefile.PlacementStated
	for _, p := range c.Placements() {
		switch {
		case p.Start > day || away(p.Code):
			continue
		case !casefile.WithAdopters(p.Code):
			if began.Known() && !ended.Known() {
				ended = p.Start
			}
			continue
		case !began.Known() || ended.Known() && ended < p.Start || last.Carer != "" && p.Carer != "" && last.Carer != p.Carer:
			began = p.Start
		}
		last, ended = p, endOf(c, p, day)
	}
	for _, p := range c.Periods(casefile.PlacedForAdoption) {
		if p.From > day || p.From < began {
			continue
		}
		if !began.Known() || ended.Known() {
			began = p.From
		}
		ended = 0
		if p.To.Known() && p.To <= day {
			ended = p.To
		}
	}
	for _, p := range c.Periods(casefile.AdoptionDisrupted) {
		if p.From <= day && p.From >= began {
			if !began.Known() {
				began = p.From
			}
			ended = p.From
		}
	}
	return began, ended
}

// away reports a stay that leaves a placement with adopters standing.
func away(code string) bool { return code != "" && code[0] == 'T' }

// endOf is the day a placement was over by the day, with the stays away that
// followed it; not known while it or such a stay runs.
func endOf(c *casefile.Case, p casefile.PlacementStated, day workday.Date) workday.Date {
	end := p.End
	for _, stay := range c.Placements() {
		if end.Known() && away(stay.Code) && (stay.Start == end || stay.Start == end+1) {
			end = stay.End
		}
	}
	if end > day {
		return 0
	}
	return end
}

// no is the number of the review in hand in the adoption sequence; every review
// after authority counts, and placement with adopters begins it again (A-12,
// A review on the day itself came before.
func (a adoption) no(reviews []workday.Date) int { return len(after(reviews, a.sequence)) + 1 }

// after keeps the days later than the first.
func after(days []workday.Date, first workday.Date) []workday.Date {
	i := slices.IndexFunc(days, func(d workday.Date) bool { return d > first })
	if i < 0 {
		return nil
	}
	return days[i:]
}

// authorisedClock runs beside the ordinary one until placement (AD-01, AD-02,
// AD-08).
func (m maker) authorisedClock(s Situation) (Deadline, bool) {
	held := s.reviews
	since := after(held, s.sequence)
	first := AuthorisedDue(m.cal, s.Authority).Due
	if len(since) == 0 && !s.Disrupted.Known() && s.unknownSince(s.Authority) && first < m.today {
		return Deadline{}, false // it may have been held before this file
	}
	if len(since) == 0 && !s.Disrupted.Known() {
		return m.limit("AD-01", "Review after authority to place", IRO, Step{Label: "Authority to place", Date: s.Authority},
			months(authorisedMonths), first), true
	}
	if len(held) == 0 {
		return Deadline{}, false
	}
	return m.limit("AD-02", "Adoption review", IRO, Step{Label: "Last review", Date: held[len(held)-1], Note: "recorded date"},
		months(laterReviewMonths), LaterDue(m.cal, held[len(held)-1]).Due), true
}

// placedClock takes the ordinary one's place (AD-03 to AD-05, AD-09).
func (m maker) placedClock(s Situation) (Deadline, bool) {
	held := after(s.reviews, s.Placed)
	no := len(held)
	first := PlacedDue(m.cal, s.Placed).Due
	switch unknown := s.unknownSince(s.Placed); {
	case unknown && no == 0 && first < m.today:
		return Deadline{}, false // it may have been held before this file
	case unknown && no > 0 && s.firstHeld > first:
		no = 2 // at least: the one the four weeks asked for is not on file
	}
	switch no {
	case 0:
		return m.limit("AD-03", "First review with the adopters", IRO, Step{Label: "Placed with adopters", Date: s.Placed},
			"+ four weeks (28 days)", first), true
	case 1:
		return m.limit("AD-04", "Second review with the adopters", IRO, Step{Label: "First review with them", Date: held[0], Note: "recorded date"},
			months(secondReviewMonths), SecondDue(m.cal, held[0]).Due), true
	}
	last := held[len(held)-1]
	return m.limit("AD-05", "Review with the adopters", IRO, Step{Label: "Last review", Date: last, Note: "recorded date"},
		months(laterReviewMonths), LaterDue(m.cal, last).Due), true
}

// disruptionClock is the window of day 28 to day 42 (AD-06, AD-22).
func (m maker) disruptionClock(s Situation) Deadline {
	w := DisruptionWindow(m.cal, s.Disrupted)
	d := m.limit("AD-06", "Review after the placement with adopters ended", IRO, Step{Label: "Placement ended", Date: s.Disrupted},
		"+ six weeks (42 days)", w.NotAfter)
	d.NotBefore = w.NotBefore
	d.Why.Notes = append(d.Why.Notes, "Not before "+w.NotBefore.Long()+", day 28: a review earlier than that does not count for this rule.")
	return d
}

// adoptionDeadlines are the days beside the reviews of a child with adopters.
func (m maker) adoptionDeadlines(c *casefile.Case, s Situation) []Deadline {
	if !s.Placed.Known() || c.FactOn(casefile.FactAdoptionAsked).Known() {
		return nil
	}
	d := m.limit("AD-18", "Adopters may apply to court from", LA, Step{Label: "Placed with adopters", Date: s.Placed},
		"+ ten weeks (70 days)", ApplicationFrom(s.Placed))
	d.Done = d.Due <= m.today
	if d.Done {
		d.Met = d.Due
	}
	return []Deadline{d}
}
