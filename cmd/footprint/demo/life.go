package demo

import (
	"slices"
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// life is what happened to one child, worked out backwards from the limit of
// the next review.
type life struct {
	dob      workday.Date
	start    workday.Date // of care
	ended    workday.Date
	opened   workday.Date // the day the file was opened
	load     int          // the import that opened it, or notLoaded
	next     limit
	held     []workday.Date
	before   int // reviews older than those on file
	statuses []casefile.StatusStated
	stays    []casefile.PlacementStated
	lived    []spell     // the spells behind the stays
	inHand   casefile.ID // the review being prepared, once it is opened
	visited  bool        // the social worker's visits are told by hand
	routed   bool        // the route to permanence is
	chaired  []sitting   // the reviews the IRO chaired since the file was opened
}

// live works the life out.
func (s *script) live() {
	w := &s.who
	s.dob = w.born(s.today, s.rng)
	s.next = w.due(s.timeline, w.cycle(w.next))
	s.held = s.chain(s.next.due, w.next)
	s.start = s.careStart()
	s.start = max(s.start, s.dob)
	if w.ended > 0 {
		s.ended = s.cal.RollBack(s.today.AddDays(-w.ended))
	}
	switch {
	case w.arrived:
		s.load, s.opened = lastWeek, s.loads[lastWeek]
	case s.start <= s.loads[firstLoad]:
		s.load, s.opened = firstLoad, s.loads[firstLoad]
	default:
		s.load, s.opened = notLoaded, s.typed(s.start.AddDays(1+s.rng.IntN(2)))
	}
	switch {
	case w.nothing:
		s.held, s.before = nil, -1
	case w.unsure:
		s.held, s.before = s.held[len(s.held)-2:], -1
	case w.crowd && s.load == firstLoad && len(s.held) > 2:
		s.before = len(s.held) - 2
		s.held = s.held[s.before:]
	}
	s.statuses = s.legal()
	s.stays = s.living()
}

// chain gives the days of the reviews before the no-th, oldest first, when it
// is due on that day.
func (s *script) chain(due workday.Date, no int) []workday.Date {
	if no == 1 {
		return nil
	}
	held := make([]workday.Date, no-1)
	held[no-2], _ = s.anchor(due, interval(s.who.cycle(no)))
	for i := no - 3; i >= 0; i-- {
		soon := 4 + s.rng.IntN(18) // days before the limit
		if i > 0 && s.chance(4) {
			soon = -6
		}
		held[i] = s.forward(held[i+1].AddMonths(-interval(s.who.cycle(i + 2))).AddDays(soon))
	}
	return held
}

// cycle gives the number of the ordinary review that comes as long after the one
// before as the child's no-th does. Reviews of short breaks are six months apart
// from the first on.
func (w child) cycle(no int) int {
	switch {
	case slices.Contains(w.quick, no):
		return 2
	case no == 2 && w.status == "V3":
		return 3
	}
	return no
}

// careStart is the day care began: in time for the first review.
func (s *script) careStart() workday.Date {
	if s.who.began > 0 {
		return s.today.AddDays(-s.who.began)
	}
	if len(s.held) == 0 {
		return s.cal.Sub(s.next.due, 20)
	}
	return s.cal.Sub(s.held[0], 15+s.rng.IntN(5))
}

// legal gives the statuses so far, each ended by the next.
func (s *script) legal() []casefile.StatusStated {
	const interimDays = 27 * 7
	history := s.who.status
	if history == "C2" {
		history = "C1@0 C2@" + strconv.Itoa(interimDays)
	}
	var out []casefile.StatusStated
	for step := range strings.FieldsSeq(history) {
		code, after, _ := strings.Cut(step, "@")
		days, _ := strconv.Atoi(after) // none is the first day
		from := s.start.AddDays(days)
		if short, before, ok := strings.Cut(code, "~"); ok {
			days, _ = strconv.Atoi(before)
			code, from = short, s.today.AddDays(-days)
		}
		if from > s.yesterday() || s.ended.Known() && from >= s.ended {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].End = from
		}
		out = append(out, casefile.StatusStated{Code: code, Start: from})
	}
	if s.who.until > 0 {
		out[len(out)-1].Expected = s.today.AddDays(s.who.until)
	}
	return out
}

// spell is a time in one home, since so many days ago; the first is from the
// day care began.
type spell struct {
	home   string
	since  int
	code   string // placement code when it is not the home's usual one
	rushed bool   // in an emergency
	broke  bool   // it ended because it broke down
}

// spells are the child's, told whole or put together from the last move.
func (w child) spells() []spell {
	now := spell{home: w.home, since: w.moved, code: w.code, rushed: w.rushed}
	switch {
	case len(w.path) > 0:
		return w.path
	case w.moved > 0:
		return []spell{{home: w.from, broke: w.rushed}, now}
	}
	return []spell{now}
}

// living gives where the child has lived, each place ended by the next.
func (s *script) living() []casefile.PlacementStated {
	var out []casefile.PlacementStated
	s.lived = nil
	for _, w := range s.who.spells() {
		from := s.start
		if w.since > 0 {
			from = max(from, s.today.AddDays(-w.since))
		}
		p := homes[w.home].stay(from)
		p.Emergency = w.rushed
		if w.code != "" {
			p.Code = w.code
		}
		if n := len(out); n > 0 && out[n-1].Start == from {
			out, s.lived = out[:n-1], s.lived[:n-1] // the file begins with the move
		} else if n > 0 {
			out[n-1].End, out[n-1].Change = from, "CARPL"
			if s.lived[n-1].broke {
				out[n-1].Change = "CREQO"
			}
		}
		out, s.lived = append(out, p), append(s.lived, w)
	}
	return out
}

// homeOn is where the child lives on a day.
func (s *script) homeOn(day workday.Date) string {
	for i := len(s.stays) - 1; i > 0; i-- {
		if s.stays[i].Start <= day {
			return s.lived[i].home
		}
	}
	return s.lived[0].home
}

// stay is a placement in the home from that day.
func (h home) stay(from workday.Date) casefile.PlacementStated {
	return casefile.PlacementStated{
		Code: h.code, Start: from, Carer: h.carer, Phone: h.phone, Address: h.address,
		OutOfArea: h.away, Provider: h.provider,
	}
}

// age is the child's age on a day.
func (s *script) age(on workday.Date) int { return s.dob.Age(on, workday.March1) }

// call is what the child is called in notes.
func (s *script) call() string {
	if s.who.call != "" {
		return s.who.call
	}
	first, _, _ := strings.Cut(s.who.name, " ")
	return first
}

// gaps are what a text may leave open for the child it is about.
func (s *script) gaps() *strings.Replacer {
	he, him, his := "he", "him", "his"
	if s.who.girl {
		he, him, his = "she", "her", "her"
	}
	says := s.who.says
	if says == "" {
		says = one(s.rng, wordsByAge(s.age(s.today)))
	}
	parent, _, _ := strings.Cut(s.who.parent, " (")
	switch {
	case parent == "" && s.adoption():
		parent = "the adoption worker" // the agency writes to the birth family (AD-11, AD-21)
	case parent == "":
		parent = "the family"
	}
	schoolName := schools[s.who.school].name
	if schoolName == "" {
		schoolName = "the health visitor"
	}
	language := s.who.language
	if language == "" {
		language = "English"
	}
	return strings.NewReplacer(
		"{child}", s.call(), "{he}", he, "{him}", him, "{his}", his, "{He}", title(he), "{His}", title(his),
		"{language}", language,
		"{parent}", parent, "{school}", schoolName, "{says}", says,
	)
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// names are what the people who care for the child there are called: "Janet
// and Roy" of "Janet and Roy Baker". What stands in brackets is left out.
func (h home) names() string {
	if h.call != "" {
		return h.call
	}
	carer, _, _ := strings.Cut(h.carer, " (")
	words := strings.Fields(carer)
	if len(words) > 3 && words[1] == "and" {
		return strings.Join(words[:3], " ")
	}
	return words[0]
}
