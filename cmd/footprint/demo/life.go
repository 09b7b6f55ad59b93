package demo

import (
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
	inHand   casefile.ID // the review being prepared, once it is opened
}

// live works the life out.
func (s *script) live() {
	w := &s.who
	s.dob = w.born(s.today, s.rng)
	s.next = w.due(s.timeline, w.next)
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
	held[no-2], _ = s.anchor(due, interval(no))
	for i := no - 3; i >= 0; i-- {
		soon := 4 + s.rng.IntN(18) // days before the limit
		if i > 0 && s.chance(4) {
			soon = -6
		}
		held[i] = s.forward(held[i+1].AddMonths(-interval(i + 2)).AddDays(soon))
	}
	return held
}

// careStart is the day care began: in time for the first review.
func (s *script) careStart() workday.Date {
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
		if from > s.yesterday() || s.ended.Known() && from >= s.ended {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].End = from
		}
		out = append(out, casefile.StatusStated{Code: code, Start: from})
	}
	return out
}

// living gives where the child has lived, each place ended by the next.
func (s *script) living() []casefile.PlacementStated {
	w := &s.who
	now := homes[w.home].stay(s.start)
	if w.code != "" {
		now.Code = w.code
	}
	now.Emergency = w.rushed
	moved := s.today.AddDays(-w.moved)
	if w.moved == 0 || moved <= s.start {
		return []casefile.PlacementStated{now}
	}
	first := homes[w.from].stay(s.start)
	first.End, first.Change = moved, "CARPL"
	if w.rushed {
		first.Change = "CREQO"
	}
	now.Start = moved
	return []casefile.PlacementStated{first, now}
}

// homeOn is where the child lives on a day.
func (s *script) homeOn(day workday.Date) string {
	if len(s.stays) > 1 && day < s.stays[1].Start {
		return s.who.from
	}
	return s.who.home
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
	if parent == "" {
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
