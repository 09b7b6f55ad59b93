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

A case, of which every field but the episodes may be left out:

  {"child":"A","dob":"2015-03-09","today":"2026-06-10",
   "episodes":[{"start":"2026-01-05","end":null,"legal_status":"C2",
     "placements":[{"start":"2026-01-05","end":null,"type":"U6",
                    "out_of_area":false,"emergency":false}]}],
   "reviews":[{"recorded":"2026-02-02","completed":"2026-02-02",
               "kind":"ordinary","counts":true,"meeting":true}],
   "reviews_before":0,"planned":null}

Codes are those of SSDA903. A start that is null is not known. Further fields:
authority_to_place, placed_for_adoption, adoption_disrupted, short_breaks,
custody, secure, hospital, child_protection, proceedings, long_term_since,
disputes.`

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
			c, err := in.Build(today)
			if err != nil {
				return err
			}
			cal := workday.Calendar{}
			clocks := clock.Of(c, today, cal, practice.Readings{})
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
