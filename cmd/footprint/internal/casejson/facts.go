package casejson

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

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

// ahead refuses a day to come for what can only have happened.
func (b *builder) ahead(path string, day workday.Date) error {
	if day > b.today {
		return contradiction(path, "it is in the future.")
	}
	return nil
}

// inCare refuses a day before care began, for what needs the child in care.
func (b *builder) inCare(path string, day workday.Date) error {
	if care := b.c.Care(); len(care) > 0 && care[0].StartKnown() && day.Known() && day < care[0].Start {
		return contradiction(path, "it is before care began.")
	}
	return nil
}

func (b *builder) longTerm(in Input) error {
	since := in.LongTermSince
	if !since.Known() {
		return nil
	}
	if err := b.ahead("long_term_since", since.Date); err != nil {
		return err
	}
	if err := b.inCare("long_term_since", since.Date); err != nil {
		return err
	}
	lines, err := b.c.State(map[string]string{casefile.FactLongTerm: since.String()}, b.today)
	return b.do("long_term_since", lines, err)
}

func (b *builder) adoption(in Input) error {
	placed, ended := in.PlacedForAdoption.Date, in.AdoptionDisrupted.Date
	if placed.Known() && ended.Known() && ended < placed {
		return contradiction("adoption_disrupted", "it is before the day the child was placed for adoption.")
	}
	if err := cmp.Or(b.ahead("adoption_disrupted", ended), b.inCare("placed_for_adoption", placed)); err != nil {
		return err
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
		if err := b.ahead(s.path, s.p.From); err != nil {
			return err
		}
		if err := b.period(s.path, s.p); err != nil {
			return err
		}
	}
	return nil
}

// breaks states the stays. One without an end goes on, and none may follow it.
func (b *builder) breaks(in Input) error {
	for i, s := range in.ShortBreaks {
		path := fmt.Sprintf("short_breaks[%d]", i)
		for j, o := range in.ShortBreaks[:i] {
			if s.From.Known() && s.From.Date < ends(o.To.Date) && o.From.Date < ends(s.To.Date) {
				return contradiction(path, fmt.Sprintf("it overlaps short_breaks[%d].", j))
			}
		}
		if err := b.period(path, casefile.PeriodStated{What: casefile.ShortBreak, From: s.From.Date, To: s.To.Date}); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) custody(in Input) error {
	return b.stay("custody", casefile.Custody, in.Custody, clock.Remand, clock.Sentence)
}

func (b *builder) secure(in Input) error {
	return b.stay("secure", casefile.SecureOrder, in.Secure)
}

func (b *builder) hospital(in Input) error {
	return b.stay("hospital", casefile.Hospital, in.Hospital, "medical", "psychiatric")
}

// stay states a time in custody, in secure accommodation or in hospital. Its
// kind may be left out and is one of kinds otherwise.
func (b *builder) stay(path string, what casefile.PeriodKind, s *Stay, kinds ...string) error {
	switch {
	case s == nil:
		return nil
	case s.Kind != "" && len(kinds) == 0:
		return bad(path + ".kind: this has no kinds; leave it out.")
	case s.Kind != "" && !slices.Contains(kinds, s.Kind):
		return bad(fmt.Sprintf("%s.kind: this must be %s, or be left out.", path, strings.Join(kinds, " or ")))
	case s.ExpectedEnd.Known() && s.ExpectedEnd.Date < s.Start.Date:
		return contradiction(path+".expected_end", "it is before the start.")
	}
	return b.period(path, casefile.PeriodStated{
		What: what, From: s.Start.Date, To: s.End.Date, Expected: s.ExpectedEnd.Date, Code: s.Kind,
	})
}

// protection states the plan from its initial conference, and each conference
// that reviewed it.
func (b *builder) protection(in Input) error {
	cp := in.ChildProtection
	if cp == nil {
		return nil
	}
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
		if err := b.ahead(path, d.Date); err != nil {
			return err
		}
		last = d.Date
		if err := b.period(path, casefile.PeriodStated{What: casefile.Conference, From: d.Date}); err != nil {
			return err
		}
	}
	return nil
}
