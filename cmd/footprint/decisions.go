package main

import (
	"github.com/spf13/cobra"

	"footprint/cmd/footprint/internal/casejson"
	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/document"
	"footprint/domain/review"
)

// decisionJSON is one decision of a review in JSON, as it stands.
type decisionJSON struct {
	ID             string        `json:"id"`
	Review         decidedAtJSON `json:"review"`
	No             int           `json:"no"`
	Need           string        `json:"need"`
	Outcome        string        `json:"outcome"`
	What           string        `json:"what"`
	Who            string        `json:"who"`
	By             casejson.Day  `json:"by"`
	Due            casejson.Day  `json:"due"` // the newest firm day
	Accountable    string        `json:"accountable"`
	Recommendation bool          `json:"recommendation"`
	State          string        `json:"state"`
	LateDays       int           `json:"late_days"`
	Response       *responseJSON `json:"response"`
	RolledOver     int           `json:"rolled_over"`
	FirstMade      casejson.Day  `json:"first_made"`
	FirstAge       *string       `json:"first_age"`
	Referral       *referralJSON `json:"referral"`
	CarriedFrom    *string       `json:"carried_from"`
}

type decidedAtJSON struct {
	No       *int         `json:"no"`
	Recorded casejson.Day `json:"recorded"`
}

type responseJSON struct {
	State     clock.Answer `json:"state"`
	Due       casejson.Day `json:"due"`
	Effective casejson.Day `json:"effective"`
}

type referralJSON struct {
	Service  string       `json:"service"`
	Referred casejson.Day `json:"referred"`
	ReplyBy  casejson.Day `json:"reply_by"`
	Replied  casejson.Day `json:"replied"`
}

var decisionHeader = []string{
	"id", "review.no", "review.recorded", "no", "need", "outcome", "what", "who", "by", "due", "accountable", "recommendation", "state", "late_days",
	"response.state", "response.due", "response.effective", "rolled_over", "first_made", "first_age",
	"referral.service", "referral.referred", "referral.reply_by", "referral.replied", "carried_from",
}

func decisionsCommand(env *environment) *cobra.Command {
	var f paperFlags
	var redacted, open, asJSON, asCSV bool
	cmd := &cobra.Command{
		Use:   "decisions REF",
		Short: "The decisions of a review as a sheet, or all decisions of a child as data",
		Long: `Makes the decisions sheet of a review: the one begun and not finished, else the
last completed, or the one --review names.

With --json or --csv it lists the decisions of all reviews instead, in the order
they were made, and notes nothing. state is open, overdue, part_overdue,
done_in_time, done_late, no_longer_needed or carried_on; due is the newest day
set; response is the manager's answer.

` + papersLong,
		Args: exactly(1, "the child's reference"),
		RunE: func(cmd *cobra.Command, args []string) error {
			listing := asJSON || asCSV
			switch err := oneForm(cmd, asJSON, asCSV); {
			case err != nil:
				return err
			case open && !listing:
				return usage("--open belongs to --json and --csv: a sheet holds all decisions of its review.", cmd)
			case listing && (f != paperFlags{} || redacted):
				return usage("--json and --csv list every decision, so they take no flag of a paper.", cmd)
			case listing:
				return env.use(cmd.Context(), func(b *opened) error { return b.printDecisions(args[0], open, asJSON) })
			}
			return env.makePaper(cmd, args[0], &f, func(b *opened, s document.Subject) (made, error) {
				m, err := f.copyOf(b, s, redacted)
				if err != nil {
					return m, err
				}
				m.What = document.PaperDecisions
				m.document, err = document.Decisions(m.subject, m.reader)
				return m, err
			})
		},
	}
	f.add(cmd)
	redactedFlag(cmd, &redacted)
	cmd.Flags().BoolVar(&open, "open", false, "only those still to be done")
	listingFlags(cmd, &asJSON, &asCSV)
	return cmd
}

// printDecisions lists the decisions of a child.
func (b *opened) printDecisions(ref string, open, asJSON bool) error {
	c, err := b.childsFile(ref)
	if err != nil {
		return err
	}
	numbers := numbersOf(c)
	list := []decisionJSON{}
	for _, d := range c.Decisions() {
		if !open || d.Open() {
			list = append(list, b.decision(c, d, numbers))
		}
	}
	if asJSON {
		return b.env.printJSON(struct {
			Today     casejson.Day   `json:"today"`
			Child     string         `json:"child"`
			Decisions []decisionJSON `json:"decisions"`
		}{casejson.On(b.env.Today()), c.Ref, list})
	}
	table := make([][]cell, len(list))
	for i, d := range list {
		table[i] = d.cells()
	}
	return b.env.printCSV(decisionHeader, table)
}

// decision gives a decision as it stands. With --no-names its words, which may
// hold any name, are hidden.
func (b *opened) decision(c *casefile.Case, d casefile.Decided, numbers map[casefile.ID]int) decisionJSON {
	x := b.context()
	r, _ := c.ReviewByID(d.Review)
	rolled := review.RolledOn(c, d.ID, x)
	state, late := standing(d, x)
	out := decisionJSON{
		ID: d.ID.String(), Review: decidedAtJSON{pointer(numbers[d.Review]), casejson.On(r.Held.Recorded)}, No: d.No,
		Need: b.private(d.Need), Outcome: b.private(d.Outcome), What: b.private(d.What), Who: b.private(d.Who), Accountable: b.private(d.Accountable),
		By: casejson.On(d.By), Due: casejson.On(d.Due()), Recommendation: d.Recommendation, State: state, LateDays: late,
		RolledOver: rolled.Times, FirstMade: casejson.On(rolled.First), FirstAge: pointer(rolled.Age),
	}
	if answer, ok := review.ResponseTo(c, d, x); ok {
		out.Response = &responseJSON{answer.State, casejson.On(answer.Due), casejson.On(answer.Effective)}
	}
	if d.Service != "" {
		out.Referral = &referralJSON{b.private(d.Service), casejson.On(d.Referred), casejson.On(d.ReplyBy), casejson.On(d.Replied)}
	}
	if !d.CarriedFrom.Zero() {
		out.CarriedFrom = pointer(d.CarriedFrom.String())
	}
	return out
}

// standing names how a decision stands. What is over without being done is late
// no more.
func standing(d casefile.Decided, x review.Context) (state string, late int) {
	switch {
	case d.State() == casefile.DecisionDropped:
		return "no_longer_needed", 0
	case d.Carried():
		return "carried_on", 0
	}
	progress, late := review.Progress(d, x)
	return string(progress), late
}

func (d decisionJSON) cells() []cell {
	response, referral := make([]cell, 3), make([]cell, 4)
	if a := d.Response; a != nil {
		response = []cell{text(string(a.State)), dayCell(a.Due), dayCell(a.Effective)}
	}
	if r := d.Referral; r != nil {
		referral = []cell{text(r.Service), dayCell(r.Referred), dayCell(r.ReplyBy), dayCell(r.Replied)}
	}
	row := []cell{
		text(d.ID), optional(d.Review.No), dayCell(d.Review.Recorded), number(d.No), text(d.Need), text(d.Outcome), text(d.What), text(d.Who),
		dayCell(d.By), dayCell(d.Due), text(d.Accountable), truth(d.Recommendation), text(d.State), number(d.LateDays),
	}
	row = append(row, response...)
	row = append(row, number(d.RolledOver), dayCell(d.FirstMade), text(orNothing(d.FirstAge)))
	row = append(row, referral...)
	return append(row, text(orNothing(d.CarriedFrom)))
}
