package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"footprint/cmd/footprint/internal/casejson"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/workday"
	"footprint/store"
)

// dueJSON is one thing that is due in JSON.
type dueJSON struct {
	ID              string       `json:"id"`
	Child           string       `json:"child"`
	Name            string       `json:"name"`
	Rule            *string      `json:"rule"`
	Item            *string      `json:"item"`
	Who             clock.Who    `json:"who"`
	What            string       `json:"what"`
	Due             casejson.Day `json:"due"`
	PlanBy          casejson.Day `json:"plan_by"`
	Planned         bool         `json:"planned"`
	WorkingDaysLeft int          `json:"working_days_left"`
	Status          clock.Status `json:"status"`
	Source          string       `json:"source"`
}

var dueHeader = []string{
	"id", "child", "name", "rule", "item", "who", "what", "due", "plan_by", "planned", "working_days_left", "status", "source",
}

func dueCommand(env *environment) *cobra.Command {
	var within, ref string
	var asJSON, asCSV bool
	cmd := &cobra.Command{
		Use:   "due",
		Short: "Everything due across the caseload, soonest first",
		Long: `Lists what is due across the caseload, soonest first: the limit of each next
review, the other limits of each child that no item of a list answers (visits,
panels, court papers), and the open items of each preparation. What is late is
always listed; what is done never is.`,
		Args: exactly(0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneForm(cmd, asJSON, asCSV); err != nil {
				return err
			}
			until, err := reach(cmd, within)
			if err != nil {
				return err
			}
			return env.use(cmd.Context(), func(b *opened) error {
				list, err := b.due(ref, until)
				if err != nil {
					return err
				}
				return b.printDue(list, asJSON, asCSV)
			})
		},
	}
	cmd.Flags().StringVar(&within, "within", "all", "how far ahead: 20wd (working days), 30d (days) or all")
	cmd.Flags().StringVar(&ref, "child", "", "only this child, by reference or the council's number")
	listingFlags(cmd, &asJSON, &asCSV)
	return cmd
}

// reach reads --within and gives the last day that is listed.
func reach(cmd *cobra.Command, within string) (func(today workday.Date, cal workday.Calendar) workday.Date, error) {
	count, working := strings.CutSuffix(within, "wd")
	if !working {
		count, _ = strings.CutSuffix(within, "d")
	}
	n, err := strconv.Atoi(count)
	switch {
	case within == "all":
		return func(workday.Date, workday.Calendar) workday.Date { return 1 << 30 }, nil
	case err != nil || n < 0 || n > 9999 || count == within:
		return nil, usage("--within takes working days (20wd), days (30d) or all.", cmd)
	case working:
		return func(today workday.Date, cal workday.Calendar) workday.Date { return cal.Add(today, n) }, nil
	}
	return func(today workday.Date, _ workday.Calendar) workday.Date { return today.AddDays(n) }, nil
}

// due reads the files of the children looked after today, or of one child.
func (b *opened) due(ref string, until func(workday.Date, workday.Calendar) workday.Date) ([]caseload.Due, error) {
	rows := b.rows()
	if ref != "" {
		row, err := store.Find(rows, ref)
		if err != nil {
			return nil, err
		}
		rows = []caseload.Row{row}
	}
	today := b.env.Today()
	last := until(today, b.practice.Calendar())
	list := []caseload.Due{}
	for _, r := range rows {
		if !r.Open(today) {
			continue
		}
		c, err := b.Case(r.File)
		if err != nil {
			b.unread++
			continue
		}
		for _, d := range caseload.DueOf(c, b.practice, today) {
			if d.Due <= last {
				list = append(list, d)
			}
		}
	}
	caseload.SortDue(list)
	return list, nil
}

func (b *opened) printDue(list []caseload.Due, asJSON, asCSV bool) error {
	switch {
	case asJSON:
		items := make([]dueJSON, len(list))
		for i, d := range list {
			items[i] = dueJSON{
				ID: d.ID, Child: d.Ref, Name: b.env.name(d.Name, d.Ref), Rule: pointer(d.Rule), Item: pointer(d.Item), Who: d.Who, What: d.What,
				Due: casejson.On(d.Due), PlanBy: casejson.On(d.PlanBy), Planned: d.Planned, WorkingDaysLeft: d.Left, Status: d.Status,
				Source: casejson.Source(d.Source),
			}
		}
		return b.env.printJSON(struct {
			Today casejson.Day `json:"today"`
			Items []dueJSON    `json:"items"`
		}{casejson.On(b.env.Today()), items})
	case asCSV:
		table := make([][]cell, len(list))
		for i, d := range list {
			table[i] = []cell{
				text(d.ID), text(d.Ref), text(b.env.name(d.Name, d.Ref)), text(d.Rule), text(d.Item), text(string(d.Who)), text(d.What),
				text(d.Due.String()), text(d.PlanBy.String()), truth(d.Planned), number(d.Left), text(string(d.Status)), text(casejson.Source(d.Source)),
			}
		}
		return b.env.printCSV(dueHeader, table)
	}
	table := make([][]string, len(list))
	for i, d := range list {
		table[i] = []string{
			d.Due.Long(), d.Status.Words() + ", " + leftWords(d.Status, d.Left), d.Ref, b.env.name(d.Name, d.Ref), d.What, d.Who.Words(), d.Rule,
		}
	}
	return b.env.printTable([]string{"Due", "Stands", "Child", "Name", "What", "Who", "Rule"}, table)
}
