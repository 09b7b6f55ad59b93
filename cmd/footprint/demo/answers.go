package demo

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// worked says how a preparation is gone through.
type worked struct {
	pace    pace
	past    bool   // the review was held
	only    string // one phase only
	answers []answer

	items []review.Item // the list as it was composed at the first sitting
}

// sittings are the times at which the IRO sits down to a phase: working days
// before the review, and which share of the phase's items comes then.
var sittings = []struct {
	phase string
	days  int
	part  int // 0 all, 1 the first half, 2 what is left
}{
	{"P0", 0, 1}, {"P0", 0, 2}, {"P1", 20, 0}, {"P2", 15, 0}, {"P3", 10, 0}, {"P4", 6, 1}, {"P4", 3, 2}, {"P5", 2, 0},
}

// left is how many in a hundred items stay open after their sitting.
func (w *worked) left() int {
	switch {
	case w.past:
		return 2
	case w.pace == behind:
		return 55
	case w.pace == ahead:
		return 4
	}
	return 16
}

// work adds the sittings of one review's preparation that lie in the past. from
// is the day the review was opened.
func (s *script) work(id *casefile.ID, day, from workday.Date, w worked) {
	for n, sit := range sittings {
		if w.only != "" && sit.phase != w.only {
			continue
		}
		days := sit.days
		if w.pace == ahead && days > 0 && days < 10 && !w.past {
			days += 4
		}
		on := max(s.cal.Sub(day, days+s.rng.IntN(2)), from)
		if sit.phase == "P0" {
			on = max(from, s.cal.Add(s.opened, n*3))
		}
		if on > s.yesterday() || w.past && on > day {
			continue
		}
		s.on(on, func(s *script) ([]casefile.Line, error) { return s.sit(*id, sit.phase, sit.part, &w) })
	}
}

// list gives the review's items. They are composed once: what the list depends
// on is entered before the first sitting.
func (s *script) list(id casefile.ID, w *worked) []review.Item {
	if w.items != nil {
		return w.items
	}
	x := review.Context{Today: s.day, Calendar: s.cal, Readings: s.practice.Readings()}
	ready, ok := review.Prepare(s.c, clock.Of(s.c, s.day, x.Calendar, x.Readings), x)
	if !ok || ready.Review.ID != id {
		return nil
	}
	for _, ph := range ready.Phases {
		if ph.Worked {
			w.items = append(w.items, ph.Items...)
		}
	}
	return w.items
}

// sit answers the open items of a phase as one form.
func (s *script) sit(id casefile.ID, phase string, part int, w *worked) ([]casefile.Line, error) {
	var items []review.Item
	for _, item := range s.list(id, w) {
		open := s.c.AnswerTo(id, item.ID).Answer == casefile.Open
		if item.Phase == phase && open && item.Answer.Answer == casefile.Open {
			items = append(items, item)
		}
	}
	if part == 1 {
		items = items[:(len(items)+1)/2]
	}
	var out []casefile.Line
	for _, item := range items {
		a, answered := s.answer(item, w)
		if !answered {
			continue
		}
		a.Review = id
		lines, err := s.c.AnswerItem(a, s.day, s.day)
		if err != nil {
			return nil, err
		}
		out = append(out, lines...)
	}
	return out, nil
}

// answer is what the IRO puts down for one item; answered is false when it is
// left open.
func (s *script) answer(item review.Item, w *worked) (a casefile.ItemAnswered, answered bool) {
	a = casefile.ItemAnswered{Item: item.ID, Answer: casefile.Done}
	own := slices.IndexFunc(w.answers, func(o answer) bool { return o.item == item.ID })
	roll := s.rng.IntN(100)
	switch {
	case own >= 0:
		o := w.answers[own]
		switch {
		case o.wait:
			return a, false
		case o.not != "":
			a.Answer, a.Reason = casefile.NotDone, s.say(o.not)
			return a, true
		case o.never != "":
			a.Answer, a.Reason = casefile.NotApplicable, s.say(o.never)
			return a, true
		}
		a.DoneBy, a.Evidence = s.doneBy(item), s.evidence(item, w, o.fields)
		return a, true
	case roll < w.left():
		return a, false
	case roll > 93 && notDone[item.ID] != "":
		a.Answer, a.Reason = casefile.NotDone, s.say(notDone[item.ID])
		return a, true
	case roll > 90 && notNeeded[item.ID] != "":
		a.Answer, a.Reason = casefile.NotApplicable, s.say(notNeeded[item.ID])
		return a, true
	}
	a.DoneBy, a.Evidence = s.doneBy(item), s.evidence(item, w, nil)
	return a, true
}

func (s *script) doneBy(item review.Item) string {
	if item.Who() == clock.SocialWorker {
		if p, ok := s.c.Person(casefile.SocialWorker, s.day); ok {
			return p.Name
		}
	}
	return Officer
}

// evidence fills in what the item asks for; own words come first.
func (s *script) evidence(item review.Item, w *worked, own map[string]string) map[string]string {
	out := map[string]string{}
	for _, name := range item.Evidence {
		field := handbook.Evidence(item.Item, name)
		value := own[name]
		if value == "" && s.age(s.day) < 4 {
			value = saidOfLittle[item.ID+" "+name]
		}
		if value == "" {
			value = said[item.ID+" "+name]
		}
		if w.past { // what the child says now belongs to the review in hand
			value = strings.ReplaceAll(value, "{says}", "{heard}")
		}
		if value == "" {
			value = s.plain(field)
		}
		if value == "{planned}" {
			value = ""
			if r, ok := s.c.InHand(); ok {
				value = r.Planned.Date.String()
			}
		}
		if value != "" {
			out[name] = s.say(value)
		}
	}
	return out
}

// plain is an answer that follows from the kind of the field; words have none.
func (s *script) plain(f handbook.EvidenceField) string {
	switch f.Kind {
	case handbook.KindDate:
		return s.cal.Sub(s.day+1, 1+s.rng.IntN(2)).String()
	case handbook.KindYesNo:
		return "yes"
	case handbook.KindChoice:
		return f.Options[0].Value
	case handbook.KindList:
		var lines []string
		for _, o := range f.Options {
			lines = append(lines, o.Words+": no")
		}
		return strings.Join(lines, "\n")
	}
	return ""
}
