package casejson

import (
	"fmt"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/dispute"
	"footprint/domain/workday"
)

// proceedings states the care proceedings with their guardian and hearings. The
// case does not say when they began, and no date follows from that day: they
// are taken to run from the start of care, or from the earliest day the case
// names if that is earlier, and to end with a final hearing that is over.
func (b *builder) proceedings(in Input) error {
	p := in.Proceedings
	if p == nil {
		return nil
	}
	if p.IRH.Known() && p.Final.Known() && p.Final.Date < p.IRH.Date {
		return contradiction("proceedings.final", "the final hearing is before the Issues Resolution Hearing.")
	}
	since, err := b.guardian(p.Guardian)
	if err != nil {
		return err
	}
	whole := casefile.PeriodStated{What: casefile.Proceedings, From: b.today}
	if care := b.c.Care(); len(care) > 0 {
		whole.From = care[len(care)-1].From()
	}
	for _, day := range []workday.Date{since, p.IRH.Date, p.Final.Date} {
		if day.Known() {
			whole.From = min(whole.From, day)
		}
	}
	if p.Final.Date > b.today {
		whole.Expected = p.Final.Date
	} else {
		whole.To = p.Final.Date
	}
	for _, s := range []struct {
		path string
		p    casefile.PeriodStated
	}{
		{"proceedings.irh", casefile.PeriodStated{What: casefile.IRH, From: p.IRH.Date}},
		{"proceedings.final", casefile.PeriodStated{What: casefile.FinalHearing, From: p.Final.Date}},
		{"proceedings", whole},
	} {
		if !s.p.From.Known() {
			continue
		}
		if err := b.period(s.path, s.p); err != nil {
			return err
		}
	}
	return nil
}

// guardian states the children's guardian, and gives the day since when if the
// text is a date: what begins with a figure is no name.
func (b *builder) guardian(text string) (workday.Date, error) {
	const path = "proceedings.guardian"
	text = strings.TrimSpace(text)
	if text == "" {
		return 0, nil
	}
	who := casefile.PersonStated{ID: b.newID(), Role: casefile.Guardian, Name: text}
	if text[0] >= '0' && text[0] <= '9' {
		since, err := workday.Parse(text)
		if err != nil {
			return 0, at(path, err)
		}
		if err := b.ahead(path, since); err != nil {
			return 0, err
		}
		if dob := b.c.DOB(); dob.Known() && since < dob {
			return 0, contradiction(path, "it is before the date of birth.")
		}
		who.Name, who.From = "children's guardian", since
	}
	lines, err := b.c.StatePerson(who, b.today)
	return who.From, b.do(path, lines, err)
}

// disputes checks them; a file keeps none, and Dates gives their days.
func (b *builder) disputes(in Input) error {
	for i, d := range in.Disputes {
		path := fmt.Sprintf("disputes[%d]", i)
		if !d.FormalStart.Known() {
			return bad(path + ".formal_start: a dispute needs the day it became formal.")
		}
		if err := b.ahead(path+".formal_start", d.FormalStart.Date); err != nil {
			return err
		}
		if dob := b.c.DOB(); dob.Known() && d.FormalStart.Date < dob {
			return contradiction(path+".formal_start", "it is before the date of birth.")
		}
		if err := b.stages(path, d); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) stages(path string, d Dispute) error {
	stage, entered, before := 0, d.FormalStart.Date, "the dispute became formal."
	for i, s := range d.Stages {
		where := fmt.Sprintf("%s.stages[%d]", path, i)
		switch {
		case s.Stage <= stage:
			return contradiction(where+".stage", "the stages must rise from 1.")
		case s.Stage > dispute.MostStages:
			return bad(fmt.Sprintf("%s.stage: no dispute has more than %d stages.", where, dispute.MostStages))
		case !s.Entered.Known():
			return bad(where + ".entered: a stage needs the day it was entered.")
		case s.Entered.Date < entered:
			return contradiction(where+".entered", "it is before "+before)
		}
		if err := b.ahead(where+".entered", s.Entered.Date); err != nil {
			return err
		}
		stage, entered, before = s.Stage, s.Entered.Date, "the stage it follows."
	}
	return nil
}
