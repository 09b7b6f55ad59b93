package clock

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// Situation is what the file says of a child's place in the law on a day, as
// far as a date follows from it. A day that is not known means it is not so.
type Situation struct {
	Day         workday.Date
	Care        casefile.CareStated
	LookedAfter bool
	Paused      bool         // care ended with a sentence and the case is kept (YJ-16)
	Returned    bool         // back in care after such a pause
	Released    workday.Date // care began again on release, within one episode on file
	Status      casefile.StatusStated
	Place       casefile.PlacementStated // a temporary stay leaves the one before standing
	CareOrder   bool                     // for the custody rules (YJ-02)

	adoption
	AdoptionNo int // of the review in hand in the adoption sequence; 0 when it does not run

	ShortBreak  bool         // regulation 48 applies
	Breaks      Breaks       // what the stays add up to
	FirstStay   workday.Date // of the series
	BreaksEnded workday.Date // the day the bounds were passed (SB-10)

	Section21  bool
	InCustody  bool
	Custody    casefile.PeriodStated
	Sentenced  bool
	Protection casefile.PeriodStated // the child protection plan, when one is open
	Secure     casefile.PeriodStated
	Hospital   casefile.PeriodStated
	Court      casefile.PeriodStated // care proceedings

	LongTermSince workday.Date
	LongTerm      LongTerm

	reviews   []workday.Date // recorded in this episode up to the day and counted, oldest first
	firstHeld workday.Date   // the first on file, counted or not
	opened    workday.Date
}

// openOn gives the dated fact of a kind that runs on a day.
func openOn(c *casefile.Case, kind casefile.PeriodKind, day workday.Date) (casefile.PeriodStated, bool) {
	for _, p := range slices.Backward(c.Periods(kind)) {
		if p.From.Known() && p.From <= day && (!p.To.Known() || p.To > day) {
			return p, true
		}
	}
	return casefile.PeriodStated{}, false
}

// situationOn reads the file for a day, with only what was recorded by then.
func situationOn(c *casefile.Case, day workday.Date) Situation {
	s := Situation{Day: day, opened: c.Opened}
	s.Care, s.LookedAfter = c.CareOn(day)
	s.Status, _ = c.StatusOn(day)
	s.Place = standingPlacement(c, day)
	if !s.LookedAfter {
		s.pause(c)
		return s
	}
	s.series(c)
	s.afterSentence(c)
	for r := range c.HeldIn(s.Care) {
		if !s.firstHeld.Known() {
			s.firstHeld = r.Held.Recorded
		}
		if !r.Held.NotCounted && r.Held.Recorded <= day {
			s.reviews = append(s.reviews, r.Held.Recorded)
		}
	}
	s.custody(c)
	s.CareOrder = s.Status.Code == "C2" || s.Status.Code == "C1" && !c.Yes(casefile.FactICOApart)
	s.adoption = adoptionOn(c, s.Status, s.reviews, day)
	if s.Authority.Known() || s.Placed.Known() || s.Disrupted.Known() {
		s.AdoptionNo = s.no(s.reviews)
	}
	s.breaks(c)
	s.Section21 = s.Status.Code == "J1" || s.Status.Code == "J2" || s.Status.Code == "J3"
	s.Protection, _ = openOn(c, casefile.ChildProtection, day)
	s.Secure, _ = openOn(c, casefile.SecureOrder, day)
	s.Hospital, _ = openOn(c, casefile.Hospital, day)
	s.Court, _ = openOn(c, casefile.Proceedings, day)
	s.longTerm(c)
	return s
}

// standingPlacement gives the placement on a day; a temporary one, but for a
// hospital stay, leaves the one before it standing.
func standingPlacement(c *casefile.Case, day workday.Date) casefile.PlacementStated {
	now, ok := c.PlacementOn(day)
	if !ok {
		return now
	}
	standing := now
	for _, p := range slices.Backward(c.Placements()) {
		switch {
		case p.Start >= now.Start || casefile.TemporaryStay(p.Code):
		case casefile.TemporaryStay(standing.Code):
			standing = p
		case samePlace(c, p, standing):
			standing.Start = p.Start
		default:
			return standing
		}
	}
	return standing
}

// samePlace reports whether a placement went on as another one after a
// temporary stay away.
func samePlace(c *casefile.Case, before, later casefile.PlacementStated) bool {
	if before.Code != later.Code || before.Carer != "" && later.Carer != "" && before.Carer != later.Carer {
		return false
	}
	return slices.ContainsFunc(c.Placements(), func(p casefile.PlacementStated) bool {
		return casefile.TemporaryStay(p.Code) && p.Start == before.End && p.End == later.Start
	})
}

// custody reads the time in custody and whether the child is still looked after
// in it (YJ-27).
func (s *Situation) custody(c *casefile.Case) {
	s.Custody, s.InCustody = custodyOn(c, s.Place, s.Day)
	if !s.InCustody {
		s.returned(c)
		return
	}
	s.Sentenced = s.Custody.Code == Sentence
	order, ok := c.StatusOn(s.Custody.From)
	if !ok {
		order = s.Status
	}
	if s.Care.From() < s.Custody.From || s.Custody.From == s.Care.From() {
		s.LookedAfter = LookedAfterInCustody(order.Code, s.Sentenced)
	}
	s.Paused = !s.LookedAfter
}

// seriesGap is how long after a stay another belongs to the same series.
const seriesGap = 12 // months

// series joins the stays of short breaks that a return records as episodes of
// their own (V3) into one time in care, from the first day of the first stay:
// the series is one placement (CPPCR 48(2); SB-02).
func (s *Situation) series(c *casefile.Case) {
	if s.Status.Code != "V3" {
		return
	}
	for _, before := range slices.Backward(c.Care()) {
		if before.From() >= s.Care.From() {
			continue
		}
		status, _ := c.StatusOn(before.From())
		if status.Code != "V3" || !before.End.Known() || before.End.AddMonths(seriesGap) < s.Care.From() {
			return
		}
		s.Care.Start, s.Care.Since, s.Care.ReviewsBefore = before.Start, before.Since, before.ReviewsBefore
	}
}

// afterSentence begins the time in care anew on the release of a child who was
// sentenced while accommodated: care had ended with the sentence (YJ-27, A-07).
func (s *Situation) afterSentence(c *casefile.Case) {
	for _, p := range c.Periods(casefile.Custody) {
		order, ok := c.StatusOn(p.From)
		if !ok || p.Code != Sentence || p.From <= s.Care.From() || !p.To.Known() || p.To > s.Day || LookedAfterInCustody(order.Code, true) {
			continue
		}
		s.Care.Start, s.Care.Since, s.Care.ReviewsBefore = p.To, 0, 0
		s.Released = p.To
	}
}

// pause reads whether a case whose care ended is kept because the child was
// sentenced (YJ-16), or because the IRO keeps it.
func (s *Situation) pause(c *casefile.Case) {
	begun := slices.DeleteFunc(c.Care(), func(o casefile.CareStated) bool { return o.From() > s.Day })
	if len(begun) == 0 {
		return
	}
	last := begun[len(begun)-1]
	if !last.End.Known() || last.End > s.Day {
		return
	}
	s.Custody, s.InCustody = custodyOn(c, s.Place, s.Day)
	s.Sentenced = s.Custody.Code == Sentence || last.EndCode == "E9"
	before, _ := c.StatusOn(last.End - 1)
	sentenced := s.Sentenced && (s.InCustody || last.EndCode == "E9") && (before.Code == "V2" || before.Code == "V3" || before.Code == "V4")
	s.Paused = sentenced || s.InCustody && c.Yes(casefile.FactKeep)
	if s.Paused {
		s.Care = last
	}
}

// returned reads whether the child is back in care after a pause in custody.
func (s *Situation) returned(c *casefile.Case) {
	all := c.Care()
	i := slices.IndexFunc(all, func(o casefile.CareStated) bool { return o.ID == s.Care.ID })
	if i < 1 {
		return
	}
	before := situationOn(c, all[i].From()-1)
	s.Returned = before.Paused && c.AnswerSince("PAU-04", s.Care.From()).Answer == casefile.Open
}

// inBreaks reports whether the status is a series of short breaks.
func inBreaks(c *casefile.Case, status casefile.StatusStated) bool {
	return status.Code == "V3" || status.Code == "V4" || status.Code == "V2" && c.Yes("series")
}

// breaks reads the series of short breaks.
func (s *Situation) breaks(c *casefile.Case) {
	if !inBreaks(c, s.Status) {
		return
	}
	stays := slices.DeleteFunc(staysOn(c, s.Day), func(b Stay) bool { return b.From < s.Care.From() })
	if s.Status.Code == "V3" {
		stays = withEpisodes(c, stays, s.Care.From(), s.Day)
	}
	s.Breaks = BreaksOf(stays, false)
	s.FirstStay = s.Care.Start
	if len(stays) > 0 {
		s.FirstStay = stays[0].From
	}
	s.ShortBreak, s.BreaksEnded = s.Breaks.Fits, s.Breaks.Broken
}

// withEpisodes adds the stays a return records as episodes and nobody entered as
// stays.
func withEpisodes(c *casefile.Case, stays []Stay, from, day workday.Date) []Stay {
	for _, care := range c.Care() {
		status, _ := c.StatusOn(care.From())
		entered := slices.ContainsFunc(stays, func(s Stay) bool { return s.From >= care.From() && (!care.End.Known() || s.From < care.End) })
		if status.Code != "V3" || care.From() < from || care.From() > day || entered || !care.End.Known() && len(c.Periods(casefile.ShortBreak)) == 0 && care.From() == from {
			continue
		}
		to := care.End
		if !to.Known() || to > day {
			to = day
		}
		stays = append(stays, Stay{care.From(), to})
	}
	slices.SortFunc(stays, func(a, b Stay) int { return int(a.From - b.From) })
	return stays
}

func (s *Situation) longTerm(c *casefile.Case) {
	s.LongTermSince = c.FactOn(casefile.FactLongTerm)
	if !s.LongTermSince.Known() && (s.Place.Code == "U1" || s.Place.Code == "U4") {
		s.LongTermSince = s.Place.Start
	}
	s.LongTerm = longTermOf(c, *s)
}

// whole reports whether every review of the episode is on file.
func (s Situation) whole() bool { return s.Care.StartKnown() && s.Care.ReviewsBefore == 0 }

// unknownSince reports whether reviews held since that day may not be on file:
// some came before the first on file, and that one came after the day.
func (s Situation) unknownSince(day workday.Date) bool {
	if s.Care.ReviewsBefore == 0 {
		return false
	}
	return !s.firstHeld.Known() && day < s.opened || s.firstHeld > day
}

// regimes names the clocks that run, in the order of the contract.
func (s Situation) regimes() []Regime {
	var out []Regime
	add := func(is bool, r Regime) {
		if is {
			out = append(out, r)
		}
	}
	placed := s.Placed.Known()
	add(!placed && !s.ShortBreak, Ordinary)
	add(s.ShortBreak, ShortBreak)
	add(!placed && s.Authority.Known(), Authorised)
	add(placed, Placed)
	add(s.Disrupted.Known(), Disruption)
	add(s.Protection.From.Known(), ChildProtection)
	add(s.Section21, Section21)
	add(s.InCustody, Custody)
	return out
}
