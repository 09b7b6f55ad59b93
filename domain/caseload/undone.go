package caseload

import (
	"fmt"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// decisions lists the open decisions that drift, one line each: what weighs
// most about it (HB 3.71, 7.24, 7.26; DD-01, DD-02, DD-05, DD-07, DE-07, DE-13).
func (d *drifting) decisions() {
	for _, one := range d.c.OpenDecisions() {
		if clock.Contested(d.c, one, d.x.Calendar) {
			d.contested(one)
			continue
		}
		d.undone(one)
	}
}

// contested lists a refusal nobody has taken up. One that is being talked over
// is not told here: the talk has a day of its own (DR-01).
func (d *drifting) contested(one casefile.Decided) {
	if _, raised := d.c.DisputeOver(one.ID); raised {
		return
	}
	response, _ := review.ResponseTo(d.c, one, d.x)
	d.decision(one, "DE-07", "Refused by the manager and not taken up", one.Answer.On, d.x.Today > response.Due+1)
}

// undone lists a decision that is carried on review after review, late, held up
// by somebody else, or given one new day after another. What comes round again
// is told before what is late: it is late and more (Dickens 2017; DD-07).
func (d *drifting) undone(one casefile.Decided) {
	today, line := d.x.Today, d.c.LineOf(one.ID)
	late := one.Due() < today
	switch response, _ := review.ResponseTo(d.c, one, d.x); {
	case len(line) >= repeatListed:
		words := fmt.Sprintf("Asked for at %d reviews", len(line))
		if late {
			words += " and past its day again"
		}
		d.decision(one, "DD-07", words, line[0].Made, late || len(line) >= repeatAlert).Times = len(line)
	case late:
		d.decision(one, "DD-02", d.howLate(one), one.Due(), true)
	case one.ReplyBy.Known() && one.ReplyBy < today && !one.Replied.Known():
		d.decision(one, "DD-05", "No answer from "+one.Service, one.ReplyBy, true)
	case one.Moves() >= repeatListed:
		d.decision(one, "DD-01", fmt.Sprintf("A new day set %d times", one.Moves()), one.Made, one.Moves() >= repeatAlert).Times = one.Moves()
	case response.Late:
		if _, raised := d.c.DisputeOver(one.ID); !raised {
			d.decision(one, "DE-13", "Refused after the window, so it stands, and calls for a talk", one.Answer.On, false)
		}
	}
}

func (d *drifting) howLate(one casefile.Decided) string {
	words := "Not done by its day"
	if one.State() == casefile.DecisionPart {
		words = "Only part done by its day"
	}
	if !clock.Alerted(d.c, one).Known() {
		words += ", and the manager not alerted"
	}
	return words
}

// decision adds the line of one decision, named after what is wrong with it.
func (d *drifting) decision(one casefile.Decided, rule, words string, since workday.Date, alert bool) *Drift {
	name := clock.Named(d.c, one)
	out := d.add(DriftDecision, rule, words+": "+strings.ToLower(name[:1])+name[1:], since, alert)
	out.Decision = one.ID
	return out
}
