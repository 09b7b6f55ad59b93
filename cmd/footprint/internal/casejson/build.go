package casejson

import (
	"encoding/binary"
	"fmt"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// Build makes the case as it stands on the day. The same input always gives the
// same case. Facts that contradict each other are refused with the field they
// stand in.
func (in Input) Build(today workday.Date) (*casefile.Case, error) {
	b := &builder{today: today, stamp: casefile.Stamp{Day: today, At: int64(today) * 86_400_000}}
	b.c = casefile.Replay(b.newID(), nil)
	steps := []func(Input) error{
		b.open, b.birth, b.care, b.reviews, b.planned, b.adoption, b.stays, b.protection, b.disputes,
	}
	for _, step := range steps {
		if err := step(in); err != nil {
			return nil, err
		}
	}
	return b.c, nil
}

type builder struct {
	today workday.Date
	stamp casefile.Stamp
	last  uint64
	c     *casefile.Case
}

func (b *builder) newID() (id casefile.ID) {
	b.last++
	binary.BigEndian.PutUint64(id[8:], b.last)
	return id
}

// do takes the lines of a command into the case, or says where it was refused.
func (b *builder) do(path string, lines []casefile.Line, err error) error {
	if err != nil {
		return at(path, err)
	}
	if len(lines) > 0 {
		b.c = b.c.With(b.stamp.Entries(lines, b.newID)...)
	}
	return nil
}

// contradiction is an error about two facts that cannot both be so.
func contradiction(path, sentence string) error {
	return fault.New(fault.Conflict, path+": "+sentence, "One of the two is wrong; check both.")
}

func (b *builder) open(in Input) error {
	name := in.Child
	if name == "" {
		name = "A"
	}
	facts := map[string]string{casefile.FactExternalID: name, casefile.FactDOB: in.DOB.String()}
	lines, err := casefile.OpenFile(name, facts, b.today)
	// A case without an episode says that the child is not looked after, as a
	// return does: nobody is going to enter more.
	b.stamp.Source = casefile.ByImport
	err = b.do("dob", lines, err)
	b.stamp.Source = casefile.ByIRO
	if err != nil {
		return err
	}
	since := in.LongTermSince
	switch {
	case !since.Known():
		return nil
	case since.Date > b.today:
		return contradiction("long_term_since", "it is in the future.")
	case in.DOB.Known() && since.Date < in.DOB.Date:
		return contradiction("long_term_since", "it is before the date of birth.")
	}
	lines, err = b.c.State(map[string]string{casefile.FactLongTerm: since.String()}, b.today)
	return b.do("long_term_since", lines, err)
}

// birth refuses reviews from before the child was born, ahead of the steps that
// would take their days for the first known in care.
func (b *builder) birth(in Input) error {
	for i, r := range in.Reviews {
		if dob := b.c.DOB(); dob.Known() && r.Recorded.Known() && r.Recorded.Date < dob {
			return contradiction(fmt.Sprintf("reviews[%d]", i), "the review was held before the date of birth.")
		}
	}
	return nil
}

func (b *builder) reviews(in Input) error {
	for i, r := range in.Reviews {
		path := fmt.Sprintf("reviews[%d]", i)
		if care := b.c.Care(); len(care) > 0 && r.Recorded.Known() && care[0].StartKnown() && r.Recorded.Date < care[0].Start {
			return contradiction(path, "the review was held before care began.")
		}
		if !kindOK(r.Kind) {
			return bad(path + ".kind: this must be one word such as \"ordinary\" or \"extra\".")
		}
		lines, err := b.c.HoldReview(casefile.ReviewHeld{
			ID: b.newID(), Recorded: r.Recorded.Date, Completed: r.Completed.Date, What: r.Kind,
			NotCounted: r.Counts != nil && !*r.Counts, NoMeeting: r.Meeting != nil && !*r.Meeting,
		}, b.today)
		if err := b.do(path, lines, err); err != nil {
			return err
		}
	}
	return nil
}

// kindOK accepts one short word of small letters; "" is an ordinary review.
func kindOK(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && r != '_' {
			return false
		}
	}
	return len(s) <= 40
}

func (b *builder) planned(in Input) error {
	if !in.Planned.Known() {
		return nil
	}
	lines, err := b.c.PlanReview(casefile.ReviewPlanned{ID: b.newID(), Date: in.Planned.Date}, b.today)
	return b.do("planned", lines, err)
}

// period states one dated fact after the checks every one of them needs.
func (b *builder) period(path string, p casefile.PeriodStated) error {
	switch dob := b.c.DOB(); {
	case !p.From.Known():
		return bad(path + ": this needs the day it began.")
	case dob.Known() && p.From < dob:
		return contradiction(path, "it is before the date of birth.")
	case p.To.Known() && p.To < p.From:
		return contradiction(path, "it ends before it begins.")
	}
	lines, err := b.c.StatePeriod(p, b.today)
	return b.do(path, lines, err)
}

func (b *builder) adoption(in Input) error {
	placed, ended := in.PlacedForAdoption.Date, in.AdoptionDisrupted.Date
	if placed.Known() && ended.Known() && ended < placed {
		return contradiction("adoption_disrupted", "it is before the day the child was placed for adoption.")
	}
	for _, s := range []struct {
		path string
		p    casefile.PeriodStated
	}{
		{"authority_to_place", casefile.PeriodStated{What: casefile.AuthorityToPlace, From: in.AuthorityToPlace.Date}},
		{"placed_for_adoption", casefile.PeriodStated{What: casefile.PlacedForAdoption, From: placed, To: ended}},
		{"adoption_disrupted", casefile.PeriodStated{What: casefile.AdoptionDisrupted, From: ended}},
	} {
		if !s.p.From.Known() {
			continue
		}
		if s.p.From > b.today {
			return contradiction(s.path, "it is in the future.")
		}
		if err := b.period(s.path, s.p); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) stays(in Input) error {
	for i, s := range in.ShortBreaks {
		path := fmt.Sprintf("short_breaks[%d]", i)
		for j, o := range in.ShortBreaks[:i] {
			if s.From.Date < o.To.Date && o.From.Date < s.To.Date {
				return contradiction(path, fmt.Sprintf("it overlaps short_breaks[%d].", j))
			}
		}
		if err := b.period(path, casefile.PeriodStated{What: casefile.ShortBreak, From: s.From.Date, To: s.To.Date}); err != nil {
			return err
		}
	}
	for _, s := range []struct {
		path string
		what casefile.PeriodKind
		stay *Stay
	}{
		{"custody", casefile.Custody, in.Custody},
		{"secure", casefile.SecureOrder, in.Secure},
		{"hospital", casefile.Hospital, in.Hospital},
	} {
		if s.stay == nil {
			continue
		}
		if e := s.stay.ExpectedEnd; e.Known() && e.Date < s.stay.Start.Date {
			return contradiction(s.path+".expected_end", "it is before the start.")
		}
		p := casefile.PeriodStated{What: s.what, From: s.stay.Start.Date, To: s.stay.End.Date, Code: s.stay.Kind}
		if e := s.stay.ExpectedEnd; e.Known() {
			p.Text = "expected end " + e.String()
		}
		if err := b.period(s.path, p); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) protection(in Input) error {
	if cp := in.ChildProtection; cp != nil {
		if err := b.period("child_protection.initial", casefile.PeriodStated{What: casefile.ChildProtection, From: cp.Initial.Date}); err != nil {
			return err
		}
		last := cp.Initial.Date
		for i, d := range cp.Reviews {
			path := fmt.Sprintf("child_protection.reviews[%d]", i)
			if !d.Known() {
				return bad(path + ": this needs its date.")
			}
			if d.Date < last {
				return contradiction(path, "it is before the conference it follows.")
			}
			last = d.Date
		}
	}
	p := in.Proceedings
	if p == nil {
		return nil
	}
	if p.IRH.Known() && p.Final.Known() && p.Final.Date < p.IRH.Date {
		return contradiction("proceedings.final", "the final hearing is before the Issues Resolution Hearing.")
	}
	if dob := b.c.DOB(); dob.Known() && (p.IRH.Known() && p.IRH.Date < dob || p.Final.Known() && p.Final.Date < dob) {
		return contradiction("proceedings", "a hearing is before the date of birth.")
	}
	var lines []casefile.Line
	for _, h := range []struct {
		code string
		day  workday.Date
	}{{"irh", p.IRH.Date}, {"final", p.Final.Date}} {
		if h.day.Known() {
			l, err := b.c.StatePeriod(casefile.PeriodStated{What: casefile.Proceedings, From: h.day, Code: h.code}, b.today)
			if err != nil {
				return at("proceedings."+h.code, err)
			}
			lines = append(lines, l...)
		}
	}
	return b.do("proceedings", lines, nil)
}

func (b *builder) disputes(in Input) error {
	for i, d := range in.Disputes {
		path := fmt.Sprintf("disputes[%d]", i)
		if !d.FormalStart.Known() {
			return bad(path + ".formal_start: a dispute needs the day it became formal.")
		}
		if d.FormalStart.Date > b.today {
			return contradiction(path+".formal_start", "it is in the future.")
		}
		stage, entered := 0, d.FormalStart.Date
		for j, s := range d.Stages {
			where := fmt.Sprintf("%s.stages[%d]", path, j)
			switch {
			case s.Stage <= stage:
				return contradiction(where+".stage", "the stages must rise from 1.")
			case !s.Entered.Known():
				return bad(where + ".entered: a stage needs the day it was entered.")
			case s.Entered.Date < entered:
				return contradiction(where+".entered", "it is before the stage it follows.")
			}
			stage, entered = s.Stage, s.Entered.Date
		}
	}
	return nil
}
