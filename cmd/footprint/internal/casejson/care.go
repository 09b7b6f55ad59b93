package casejson

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// numbered is an episode with the place it stands at in the input.
type numbered struct {
	Episode
	path string
}

// joined is a looked-after period with what was in force during it.
type joined struct {
	path       string
	care       casefile.CareStated
	statuses   []found[casefile.StatusStated]
	placements []found[casefile.PlacementStated]
}

// found is one thing with the field it came from.
type found[T any] struct {
	path string
	it   T
}

// care states the looked-after periods: episodes that touch, or follow by a
// day, are one; so are the statuses and placements that run on across them.
func (b *builder) care(in Input) error {
	episodes := make([]numbered, len(in.Episodes))
	for i, e := range in.Episodes {
		episodes[i] = numbered{e, fmt.Sprintf("episodes[%d]", i)}
	}
	slices.SortStableFunc(episodes, func(a, b numbered) int { return cmp.Compare(a.Start.Date, b.Start.Date) })
	var periods []joined
	for i, e := range episodes {
		if err := b.checkEpisode(e); err != nil {
			return err
		}
		if i == 0 {
			periods = append(periods, joined{path: e.path, care: b.begin(e, in)})
		} else {
			prev := episodes[i-1]
			switch {
			case !e.Start.Known():
				return contradiction(e.path, "only the first episode may have a start that is not known; "+prev.path+" has none either.")
			case !prev.End.Known():
				return contradiction(e.path, "it begins while "+prev.path+" is still open.")
			case e.Start.Date < prev.End.Date:
				return contradiction(e.path, "it overlaps "+prev.path+".")
			case e.Start.Date > prev.End.Date+1:
				periods = append(periods, joined{path: e.path, care: b.begin(e, in)})
			}
		}
		p := &periods[len(periods)-1]
		p.care.End = e.End.Date
		p.status(e)
		if err := p.place(e); err != nil {
			return err
		}
	}
	if n := in.ReviewsBefore; n != nil {
		if *n < 0 || *n > 100 {
			return bad("reviews_before: this must be a number of reviews, 0 or more.")
		}
		if len(periods) > 0 {
			periods[len(periods)-1].care.ReviewsBefore = *n
		}
	}
	return b.state(periods)
}

func (b *builder) checkEpisode(e numbered) error {
	if e.Start.Known() && e.End.Known() && e.End.Date < e.Start.Date {
		return contradiction(e.path, "it ends before it begins.")
	}
	if e.Start.Date > b.today {
		return contradiction(e.path, "care begins in the future.")
	}
	return nil
}

// begin opens a looked-after period. Where the start is not known, the first
// day the case proves the child was in care stands in for it, and how many
// reviews came before is not known.
func (b *builder) begin(e numbered, in Input) casefile.CareStated {
	if e.Start.Known() {
		return casefile.CareStated{Start: e.Start.Date}
	}
	since := b.today
	for _, p := range e.Placements {
		if p.Start.Known() {
			since = min(since, p.Start.Date)
		}
	}
	for _, r := range in.Reviews {
		if r.Recorded.Known() {
			since = min(since, r.Recorded.Date)
		}
	}
	if e.End.Known() {
		since = min(since, e.End.Date)
	}
	return casefile.CareStated{Since: since, ReviewsBefore: -1}
}

func (p *joined) status(e numbered) {
	if e.LegalStatus == nil {
		return
	}
	start := e.Start.Date
	if !start.Known() {
		start = p.care.Since
	}
	next := casefile.StatusStated{Code: *e.LegalStatus, Start: start, End: e.End.Date}
	if n := len(p.statuses); n > 0 {
		last := &p.statuses[n-1].it
		if follows(last.End, start) {
			if last.Code == next.Code {
				last.End = next.End
				return
			}
			last.End = start
		}
	}
	p.statuses = append(p.statuses, found[casefile.StatusStated]{e.path + ".legal_status", next})
}

// follows reports whether a period starts the day the last ended, or the next.
func follows(end, start workday.Date) bool {
	return end.Known() && (start == end || start == end+1)
}

// place takes the placements of an episode. One that runs on from the episode
// before, the same in every way, is one placement and not a move.
func (p *joined) place(e numbered) error {
	list := make([]found[casefile.PlacementStated], len(e.Placements))
	for i, in := range e.Placements {
		list[i] = found[casefile.PlacementStated]{fmt.Sprintf("%s.placements[%d]", e.path, i), casefile.PlacementStated{
			Code: in.Type, Start: in.Start.Date, End: in.End.Date, OutOfArea: in.OutOfArea, Emergency: in.Emergency,
		}}
	}
	slices.SortStableFunc(list, func(a, b found[casefile.PlacementStated]) int { return cmp.Compare(a.it.Start, b.it.Start) })
	for i, next := range list {
		if err := fits(next, e); err != nil {
			return err
		}
		if i > 0 && !list[i-1].it.End.Known() {
			return contradiction(next.path, "two placements are open at once; "+list[i-1].path+" has not ended.")
		}
		if !next.it.End.Known() {
			next.it.End = e.End.Date
		}
		n := len(p.placements)
		if n > 0 && p.placements[n-1].it.End > next.it.Start {
			return contradiction(next.path, "it overlaps "+p.placements[n-1].path+".")
		}
		if n > 0 && follows(p.placements[n-1].it.End, next.it.Start) {
			last := &p.placements[n-1].it
			if i == 0 && next.it.Start == e.Start.Date && same(*last, next.it) {
				last.End = next.it.End
				continue
			}
			last.End = next.it.Start
		}
		p.placements = append(p.placements, next)
	}
	return nil
}

func fits(p found[casefile.PlacementStated], e numbered) error {
	switch {
	case !p.it.Start.Known():
		return bad(p.path + ".start: a placement needs the day it began.")
	case p.it.End.Known() && p.it.End < p.it.Start:
		return contradiction(p.path, "it ends before it begins.")
	case e.Start.Known() && p.it.Start < e.Start.Date:
		return contradiction(p.path, "it begins before its episode.")
	case e.End.Known() && (p.it.Start > e.End.Date || p.it.End > e.End.Date):
		return contradiction(p.path, "it runs on after its episode has ended.")
	}
	return nil
}

func same(a, b casefile.PlacementStated) bool {
	return a.Code == b.Code && a.OutOfArea == b.OutOfArea && a.Emergency == b.Emergency
}

func (b *builder) state(periods []joined) error {
	for _, p := range periods {
		p.care.ID = b.newID()
		lines, err := b.c.StateCare(p.care, b.today)
		if err := b.do(p.path, lines, err); err != nil {
			return err
		}
		for _, s := range p.statuses {
			s.it.ID = b.newID()
			lines, err := b.c.StateStatus(s.it, b.today)
			if err := b.do(s.path, lines, err); err != nil {
				return err
			}
		}
		for _, m := range p.placements {
			m.it.ID = b.newID()
			lines, err := b.c.StatePlacement(m.it, b.today)
			if err := b.do(m.path, lines, err); err != nil {
				return err
			}
		}
	}
	return nil
}
