package exchange

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// fitted brings what is reported into line with the file on record, so that
// Reconcile, which matches by the day a thing began, finds what is meant:
// a thing whose start the IRO corrected, one whose start the file does not know,
// one the file has end where the next began. What the IRO stated and the file
// cannot date is left out with a warning.
func (p *planner) fitted(child *Child, c *casefile.Case) casefile.Reported {
	rep := child.Reported
	rep.Care = slices.Clone(rep.Care)
	moved := movedStarts(c)
	p.fitCare(child, c, &rep)
	rep.Reviews = slices.Clone(rep.Reviews)
	for i, h := range rep.Reviews {
		if to, ok := moved[movedKey{'r', h.Recorded}]; ok {
			rep.Reviews[i].Recorded = to
		}
	}
	p.number(child, c, rep)

	statuses := spans[casefile.StatusStated]{'s', child.looseStatus, func(s *casefile.StatusStated) span {
		return span{s.ID, &s.Code, &s.Start, &s.End}
	}}
	rep.Statuses = fit(p, child, c, "legal status", statuses, c.Statuses(), slices.Clone(rep.Statuses), moved)
	placements := spans[casefile.PlacementStated]{'p', child.loosePlacement, func(s *casefile.PlacementStated) span {
		return span{s.ID, &s.Code, &s.Start, &s.End}
	}}
	rep.Placements = fit(p, child, c, "placement", placements, c.Placements(), slices.Clone(rep.Placements), moved)
	rep.Periods = p.fitPeriods(child, c)
	return rep
}

type span struct {
	id         casefile.ID
	code       *string
	start, end *workday.Date
}

type spans[T any] struct {
	kind  byte
	loose bool
	of    func(*T) span
}

func fit[T any](p *planner, child *Child, c *casefile.Case, what string, s spans[T], have, want []T, moved map[movedKey]workday.Date) []T {
	for i := range want {
		w := s.of(&want[i])
		if to, ok := moved[movedKey{s.kind, *w.start}]; ok {
			*w.start = to
		}
	}
	if s.loose && len(want) > 0 {
		w := s.of(&want[0])
		for i := range have {
			h := s.of(&have[i])
			covers := *h.start <= *w.start && (!h.end.Known() || *h.end > *w.start)
			switch {
			case covers && (*w.code == "" || *h.code == *w.code):
				*w.start = *h.start
			case covers && len(want) == 1 && !w.end.Known() && enteredByIRO(c, h.id):
				p.warn(*child, what, *w.code, "is not what you entered; yours was kept: "+*h.code)
				return nil
			}
		}
	}
	for i := range want { // what runs on, ends where the next on file began
		w := s.of(&want[i])
		for j := range have {
			if h := s.of(&have[j]); !w.end.Known() && *h.start > *w.start {
				*w.end = *h.start
			}
		}
	}
	var more []T
	for j := range have { // and the other way about
		h := s.of(&have[j])
		if h.end.Known() || slices.ContainsFunc(want, func(t T) bool { return *s.of(&t).start == *h.start }) {
			continue
		}
		for i := range want {
			if w := s.of(&want[i]); *w.start > *h.start {
				*h.end = *w.start
				more = append(more, have[j])
				break
			}
		}
	}
	return append(more, want...)
}

// fitCare leaves out an episode the list can only date by today when the file
// says that care has ended: lists lag behind.
func (p *planner) fitCare(child *Child, c *casefile.Case, rep *casefile.Reported) {
	if !child.looseCare || len(rep.Care) != 1 || len(c.Care()) == 0 {
		return
	}
	if _, open := c.CareOn(p.today); open {
		return
	}
	p.warn(*child, "looked after since", "", "is blank, and on file care has ended; enter the new start if care has begun again")
	rep.Care, rep.Statuses, rep.Placements = nil, nil, nil
}

type movedKey struct {
	kind byte
	from workday.Date
}

// movedStarts finds the things an import brought and whose start was corrected
// since: the day the file said, and the day that stands.
func movedStarts(c *casefile.Case) map[movedKey]workday.Date {
	type thing struct {
		kind byte
		id   casefile.ID
	}
	said := map[thing]workday.Date{}
	for _, e := range c.Entries {
		if e.Source != casefile.ByImport || c.TakenBack(e.ID) {
			continue
		}
		switch ev := e.Event.(type) {
		case *casefile.StatusStated:
			said[thing{'s', ev.ID}] = ev.Start
		case *casefile.PlacementStated:
			said[thing{'p', ev.ID}] = ev.Start
		case *casefile.ReviewHeld:
			said[thing{'r', ev.ID}] = ev.Recorded
		}
	}
	out := map[movedKey]workday.Date{}
	note := func(kind byte, id casefile.ID, now workday.Date) {
		if was, ok := said[thing{kind, id}]; ok && was != now {
			out[movedKey{kind, was}] = now
		}
	}
	for _, s := range c.Statuses() {
		note('s', s.ID, s.Start)
	}
	for _, s := range c.Placements() {
		note('p', s.ID, s.Start)
	}
	for _, r := range c.Reviews() {
		note('r', r.ID, r.Held.Recorded)
	}
	return out
}

// enteredByIRO reports whether the IRO was the last to state the thing.
func enteredByIRO(c *casefile.Case, id casefile.ID) bool {
	for _, e := range slices.Backward(c.Entries) {
		if c.TakenBack(e.ID) {
			continue
		}
		var of casefile.ID
		switch ev := e.Event.(type) {
		case *casefile.StatusStated:
			of = ev.ID
		case *casefile.PlacementStated:
			of = ev.ID
		case *casefile.ReviewPlanned:
			of = ev.ID
		}
		if of == id && !of.Zero() {
			return e.Source == casefile.ByIRO
		}
	}
	return false
}

// fitPeriods keeps a dated fact the IRO stated from being overwritten.
func (p *planner) fitPeriods(child *Child, c *casefile.Case) []casefile.PeriodStated {
	var out []casefile.PeriodStated
	for _, want := range child.Reported.Periods {
		keep := true
		for _, e := range slices.Backward(c.Entries) {
			ev, ok := e.Event.(*casefile.PeriodStated)
			if !ok || ev.What != want.What || ev.From != want.From || c.TakenBack(e.ID) {
				continue
			}
			keep = e.Source != casefile.ByIRO || *ev == want
			break
		}
		if !keep {
			p.warn(*child, string(want.What), want.From.UK(), "is not what you entered; yours was kept")
			continue
		}
		out = append(out, want)
	}
	return out
}

// number says how many reviews of each episode came before the first one that
// will be on file, from the files, from the file on record, or from neither.
// Where the two disagree the record stands and the difference is warned of.
func (p *planner) number(child *Child, c *casefile.Case, rep casefile.Reported) {
	used := map[casefile.ID]bool{} // an episode the files end is not the next one too
	for i := range rep.Care {
		s := &rep.Care[i]
		from, end := s.From(), s.End
		before := -1
		var old casefile.CareStated
		for _, o := range c.Care() {
			if !used[o.ID] && (o.From() == s.From() || overlaps(o.From(), o.End, s.From(), s.End)) {
				used[o.ID] = true
				old, before = o, o.ReviewsBefore
				from = min(from, o.From())
				if !end.Known() {
					end = o.End
				}
				break
			}
		}
		inside := func(d workday.Date) bool { return d >= from && (!end.Known() || d <= end) }
		var onFile, said []workday.Date
		for _, r := range c.Reviews() {
			if r.IsHeld() && !r.Held.NotCounted && inside(r.Held.Recorded) {
				onFile = append(onFile, r.Held.Recorded)
			}
		}
		for _, h := range rep.Reviews {
			if inside(h.Recorded) {
				said = append(said, h.Recorded)
			}
		}
		all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(onFile, said))))
		fromRecord, fromFiles := shifted(before, all, onFile), shifted(s.ReviewsBefore, all, said)
		switch {
		case old.ID.Zero() || fromRecord < 0:
			s.ReviewsBefore = fromFiles
		case fromFiles >= 0 && fromFiles != fromRecord:
			p.warn(*child, "review number", "", "does not agree with the reviews on file; the count on file was kept")
			s.ReviewsBefore = fromRecord
		default:
			s.ReviewsBefore = fromRecord
		}
	}
}

// shifted turns "before reviews came before the first of these" into how many
// came before the first of all; with none of these, all are among them.
func shifted(before int, all, these []workday.Date) int {
	if before < 0 {
		return -1
	}
	n := len(all)
	if len(these) > 0 {
		n, _ = slices.BinarySearch(all, slices.Min(these))
	}
	return max(before-n, 0)
}
