package clocks

import (
	"fmt"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/practice"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// stands says where the child stands, as far as a date follows from it.
func (b *builder) stands() {
	s := b.now.Situation
	b.head("Where the child stands")
	if s.LookedAfter {
		since := "since " + s.Care.Start.Long()
		if !s.Care.StartKnown() {
			since = "start not known; in care by " + s.Care.Since.Long()
		}
		b.add(sheet.Line{ID: "care", Label: "Looked after", Text: since})
	}
	if s.InCustody {
		text := sheet.Sentence(s.Custody.Code) + " since " + s.Custody.From.Long()
		if s.Custody.Code == "" {
			text = "Since " + s.Custody.From.Long()
		}
		if s.Custody.Expected.Known() {
			text += ", release expected " + s.Custody.Expected.Long()
		}
		looked := "still looked after"
		if !s.LookedAfter {
			looked = "not looked after"
		}
		b.add(sheet.Line{ID: "custody", Label: "Custody", Text: text, More: looked, Rules: []string{"YJ-27"}})
	}
	if s.Breaks.MostInYear > 0 {
		sign := kit.NoSign
		if s.Breaks.MostInYear >= 60 || s.Breaks.Longest > 17 {
			sign = kit.SignSoon
		}
		b.add(sheet.Line{ID: "nights", Sign: sign, Label: "Short breaks", Text: fmt.Sprintf("%d of 75 nights in twelve months; the longest stay %d of 17", s.Breaks.MostInYear, s.Breaks.Longest),
			Rules: []string{"SB-01", "SB-10"}})
	}
	b.settled()
	b.visits()
	b.leaving()
}

// settled suggests that a child is settled; the IRO judges.
func (b *builder) settled() {
	place := b.now.Situation.Place
	months := b.p.Desk.Practice().Readings().Limit(practice.SettledMonths)
	if place.Code == "" || b.c.Fact("settled_placement") != "" || place.Start.AddMonths(months) > b.today {
		return
	}
	b.add(sheet.Line{ID: "settled", Label: "Settled?", Text: fmt.Sprintf("Over %s in this placement; you judge, with e on the case", kit.Count(months, "month", "months")), Rules: []string{"CV-06"}})
}

func (b *builder) visits() {
	v := b.now.Visits
	if v.Regime == "" {
		return
	}
	b.add(sheet.Line{ID: "visits", Label: "Visiting rule", Text: sheet.Sentence(v.Regime.Words()), Rules: []string{"AG-14"}})
	for i, text := range []string{v.Ask, v.Kept()} {
		if text != "" {
			b.add(sheet.Line{ID: fmt.Sprint("visits", i), Text: text, Tone: kit.Dim, Rules: []string{"AG-14"}})
		}
	}
}

// leaving is the leaving-care status with the nights counted, and the birthdays.
func (b *builder) leaving() {
	if !b.now.DOBKnown {
		b.add(sheet.Line{ID: "dob", Sign: kit.SignSoon, Label: "Born", Text: "not known: no age, no birthday and no leaving-care status is worked out", Tone: kit.Soon})
		return
	}
	b.add(sheet.Line{ID: "birthdays", Label: "Birthdays", Text: b.p.Desk.Private("16 on " + b.now.Sixteen.Long() + ", 18 on " + b.now.Eighteen.Long()), More: provisional(b.c)})
	l := b.now.Leaver
	if l.Nights == 0 && l.Status == clock.TooYoung {
		return
	}
	text := fmt.Sprintf("%s: %d nights since 14", sheet.Sentence(l.Status.Words()), l.Nights)
	if l.Status == clock.TooYoung || l.Status == clock.NotYet {
		text += "; 91 make eligible from 16"
	}
	if l.WithBreaks != l.Nights {
		text += fmt.Sprintf(" (%d with short breaks)", l.WithBreaks)
	}
	more := ""
	switch l.Status {
	case clock.Eligible:
		more = "since " + b.day(l.QualifiedFrom)
	case clock.Relevant:
		more = "since " + b.day(l.RelevantFrom)
	}
	b.add(sheet.Line{ID: "leaving", Label: "Leaving care", Text: text, More: more, Rules: []string{"PW-05"}})
	if l.Status == clock.Relevant || l.Status == clock.FormerRelevant {
		age := b.p.Desk.Practice().Readings().Limit(practice.CareLeaverAge)
		b.add(sheet.Line{ID: "leaver", Text: fmt.Sprintf("The council's duties last to 21, in education or training to %d (not verified)", age), Tone: kit.Dim, Rules: []string{"PW-26"}})
	}
}

func provisional(c *casefile.Case) string {
	if c.Yes(casefile.FactProvisional) || c.Yes("age_disputed") {
		return "provisional"
	}
	return ""
}
