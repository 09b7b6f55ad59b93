package main

import (
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"footprint/cmd/footprint/internal/casejson"
	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

const datesLong = `The date calculator: it needs no store. It reads one case as JSON from FILE, or
from standard input, and prints every deadline with the rule, the source, the
arithmetic in words and the bank holidays passed over. Nothing is kept.

A case. Every field may be left out, and null is the same as absent:

    {"child":"A","dob":"2015-03-09","today":"2026-06-10",
     "episodes":[{"start":"2026-01-05","end":null,"legal_status":"C2",
       "placements":[{"start":"2026-01-05","end":null,"type":"U6",
                      "out_of_area":false,"emergency":false}]}],
     "reviews":[{"recorded":"2026-02-02","completed":"2026-02-02",
                 "kind":"ordinary","counts":true,"meeting":true}],
     "reviews_before":0,"planned":null,
     "authority_to_place":"2026-03-02","placed_for_adoption":"2026-04-01",
     "adoption_disrupted":"2026-05-01",
     "short_breaks":[{"from":"2026-02-06","to":"2026-02-08"}],
     "custody":{"start":"2026-03-02","end":null,
                "expected_end":"2026-09-01","kind":"sentence"},
     "secure":{"start":"2026-03-02","end":null,"expected_end":null},
     "hospital":{"start":"2026-03-02","end":null,"expected_end":null,
                 "kind":"medical"},
     "child_protection":{"initial":"2026-01-12","reviews":["2026-04-09"]},
     "proceedings":{"guardian":"2026-01-19","irh":"2026-07-06",
                    "final":"2026-07-27"},
     "long_term_since":"2026-02-02",
     "disputes":[{"formal_start":"2026-06-01",
                  "stages":[{"stage":1,"entered":"2026-06-01"}]}]}

Dates are written 2026-11-26. Legal statuses and placement types are codes of
SSDA903. What has no end goes on.

    episodes          a start that is null is not known; those that touch, or
                      follow by a day, are one time in care
    reviews           counts is false for an extra review that left out part of
                      the agenda, meeting is false for one without a meeting
    reviews_before    reviews of this time in care before the first one listed
    planned           the day the next review is planned for
    short_breaks      stays; the night of the last day is not counted. They
                      give the lighter timetable under the codes V3 and V4 only
    custody           kind is remand or sentence. Under J1, J2 and J3
                      expected_end is also when the accommodation ends
    hospital          kind is medical or psychiatric
    child_protection  the initial conference and those that reviewed the plan
    proceedings       guardian is a name, or the day one was appointed; irh is
                      the Issues Resolution Hearing. The proceedings run from
                      the start of care, or the earliest day named, to final
    long_term_since   the day the foster placement was made long-term; with U1
                      and U4 it is the start of the placement, unless given
    disputes          formal ones that run; a stage has five working days`

func datesCommand(env *environment) *cobra.Command {
	var all, asJSON bool
	cmd := &cobra.Command{
		Use:   "dates [FILE|-]",
		Short: "The date calculator: one case in, every deadline out",
		Long:  datesLong,
		Args:  between(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := env.readCase(args)
			if err != nil {
				return err
			}
			today := env.Today()
			if in.Today.Known() {
				today = in.Today.Date
			}
			cal := workday.Calendar{}
			c, clocks, err := in.Dates(today, cal, practice.Readings{})
			if err != nil {
				return err
			}
			if asJSON {
				return env.printJSON(casejson.Of(in.Child, clocks, cal, today, all))
			}
			return env.printDates(c, clocks, cal, today, all)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "also deadlines that were met")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (env *environment) readCase(args []string) (casejson.Input, error) {
	if len(args) == 0 || args[0] == "-" {
		if len(args) == 0 && env.stdin != nil && onTerminal(env.stdin) {
			return casejson.Input{}, fault.New(fault.Usage, "Something is missing: the file that holds the case.", "footprint help dates shows what a case looks like.")
		}
		return casejson.Read(env.in)
	}
	f, err := os.Open(args[0])
	if err != nil {
		return casejson.Input{}, unreadableFile(err)
	}
	defer func() { _ = f.Close() }() // read only
	return casejson.Read(io.Reader(f))
}

func (env *environment) printDates(c *casefile.Case, clocks clock.Clocks, cal workday.Calendar, today workday.Date, all bool) error {
	var l lines
	l.add("%s on %s", c.Ref, today.Long())
	for _, r := range clocks.Regimes {
		l.add("Runs: %s", r.Words())
	}
	if clocks.Governing == nil {
		note := string(clocks.Missing)
		if clocks.Ask != "" {
			note += ". " + clocks.Ask
		}
		l.wrapped("", "Next review: "+note)
	} else {
		l.add("Next review: %s, %s", clocks.Governing.Due.Long(), clocks.Governing.Rule)
	}
	for _, d := range casejson.DeadlinesOf(clocks, all) {
		l.gap()
		addDeadline(&l, d, cal, today)
	}
	return env.printLines(&l)
}

// addDeadline prints one deadline: the day, how it stands, and why.
func addDeadline(l *lines, d clock.Deadline, cal workday.Calendar, today workday.Date) {
	status, left := d.Standing(cal, today)
	words := status.Words()
	if !d.Done {
		words += ", " + leftWords(status, left)
	}
	l.add("%s: %s (%s)", d.What, d.Due.Long(), words)
	if d.PlanBy != d.Due {
		l.add("  plan by %s", d.PlanBy.Long())
	}
	l.wrapped("  ", d.Why.Text())
	source := casejson.Source(d.Source)
	if r, ok := handbook.RuleByID(d.Rule); ok {
		source = r.Citation()
		if r.Unverified() {
			source += " (unverified)"
		}
	}
	l.wrapped("  ", "Rule "+d.Rule+", "+source)
	if len(d.Holidays) > 0 {
		names := make([]string, len(d.Holidays))
		for i, h := range d.Holidays {
			names[i] = h.Date.Long() + " " + h.Name
		}
		l.wrapped("  ", "Bank holidays passed over: "+strings.Join(names, ", ")+".")
	}
}
