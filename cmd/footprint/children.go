package main

import (
	"strings"

	"github.com/spf13/cobra"

	"footprint/cmd/footprint/internal/casejson"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

// childJSON is a row of the list in JSON.
type childJSON struct {
	Child         string       `json:"child"`
	ExternalID    string       `json:"external_id"`
	Name          string       `json:"name"`
	DOB           casejson.Day `json:"dob"`
	Age           *int         `json:"age"`
	Open          bool         `json:"open"`
	LegalStatus   *string      `json:"legal_status"`
	Placement     *string      `json:"placement"`
	Since         casejson.Day `json:"looked_after_since"`
	NextReview    *nextJSON    `json:"next_review"`
	OpenDecisions int          `json:"open_decisions"`
	OpenDisputes  int          `json:"open_disputes"`
	LastFootprint casejson.Day `json:"last_footprint"`
}

type nextJSON struct {
	No              *int         `json:"no"`
	Due             casejson.Day `json:"due"`
	PlanBy          casejson.Day `json:"plan_by"`
	Rule            string       `json:"rule"`
	Status          clock.Status `json:"status"`
	WorkingDaysLeft int          `json:"working_days_left"`
}

var childHeader = []string{
	"child", "external_id", "name", "dob", "age", "open", "legal_status", "placement", "looked_after_since",
	"next_review.no", "next_review.due", "next_review.plan_by", "next_review.rule", "next_review.status", "next_review.working_days_left",
	"open_decisions", "open_disputes", "last_footprint",
}

func childrenCommand(env *environment) *cobra.Command {
	var open, asJSON, asCSV bool
	var filter string
	cmd := &cobra.Command{
		Use:   "children",
		Short: "Every child on file, by reference",
		Long: `Lists every child on file, closed files too, by reference.

--filter takes words that must all be found in the name, reference, council's
number, carer or social worker; capitals and accents make no difference. With -
the words are read from standard input, so that no name stays in the history of
the shell.`,
		Args: exactly(0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneForm(cmd, asJSON, asCSV); err != nil {
				return err
			}
			return env.use(cmd.Context(), func(b *opened) error {
				words, err := env.filterWords(filter)
				if err != nil {
					return err
				}
				return b.printChildren(b.pick(open, words), asJSON, asCSV)
			})
		},
	}
	cmd.Flags().BoolVar(&open, "open", false, "only those looked after today")
	cmd.Flags().StringVar(&filter, "filter", "", "only children in whose row every word is found; - reads the words from standard input")
	listingFlags(cmd, &asJSON, &asCSV)
	return cmd
}

func listingFlags(cmd *cobra.Command, asJSON, asCSV *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, "print JSON")
	cmd.Flags().BoolVar(asCSV, "csv", false, "print CSV")
}

func oneForm(cmd *cobra.Command, asJSON, asCSV bool) error {
	if asJSON && asCSV {
		return usage("JSON and CSV are asked for at once.", cmd)
	}
	return nil
}

// filterWords gives the filter, or its first line from standard input.
func (env *environment) filterWords(filter string) (string, error) {
	if filter != "-" {
		return filter, nil
	}
	line, err := firstLine(env.in)
	return string(line), err
}

// pick gives the rows that are asked for.
func (b *opened) pick(open bool, filter string) []caseload.Row {
	rows := b.rows()
	haystacks := make([]string, len(rows))
	var within []int
	for i, r := range rows {
		if !open || r.Open(b.env.Today()) {
			haystacks[i] = caseload.Haystack(r, b.env.flags.noNames)
			within = append(within, i)
		}
	}
	if strings.TrimSpace(filter) != "" {
		within = caseload.Narrow(haystacks, within, filter)
	}
	out := make([]caseload.Row, len(within))
	for i, at := range within {
		out[i] = rows[at]
	}
	return out
}

func (b *opened) printChildren(rows []caseload.Row, asJSON, asCSV bool) error {
	children := make([]childJSON, len(rows))
	for i, r := range rows {
		children[i] = b.child(r)
	}
	switch {
	case asJSON:
		return b.env.printJSON(struct {
			Today    casejson.Day `json:"today"`
			Children []childJSON  `json:"children"`
		}{casejson.On(b.env.Today()), children})
	case asCSV:
		table := make([][]cell, len(children))
		for i, c := range children {
			table[i] = c.cells()
		}
		return b.env.printCSV(childHeader, table)
	}
	table := make([][]string, len(rows))
	for i, c := range children {
		table[i] = c.words(rows[i])
	}
	return b.env.printTable([]string{"Child", "Name", "Age", "Looked after", "Next review", "Stands", "Footprint"}, table)
}

// child gives a row as it stands today: what is closed or not known is null.
func (b *opened) child(r caseload.Row) childJSON { return b.childOn(r, b.env.Today()) }

// childOn gives it as it stands on a day.
func (b *opened) childOn(r caseload.Row, day workday.Date) childJSON {
	x := b.context()
	x.Today = day
	out := childJSON{
		Child: r.Ref, ExternalID: r.ExternalID, Name: b.env.name(r.Name, r.Ref), DOB: casejson.On(r.DOB), Open: r.Open(x.Today),
		OpenDecisions: r.OpenDecisions, OpenDisputes: r.OpenDisputes, LastFootprint: casejson.On(r.Footprint),
	}
	if !out.Open {
		return out
	}
	if age, ok := r.Age(x.Today, x.Readings.LeapBirthday); ok {
		out.Age = &age
	}
	out.LegalStatus, out.Placement = pointer(r.Status), pointer(r.Placement)
	if r.SinceKnown {
		out.Since = casejson.On(r.Since)
	}
	if status, left, ok := r.Standing(x.Calendar, x.Today); ok && !r.Adult(x.Today, x.Readings.LeapBirthday) {
		out.NextReview = &nextJSON{
			No: pointer(r.ReviewNo), Due: casejson.On(r.Due), PlanBy: casejson.On(r.PlanBy), Rule: r.Rule, Status: status, WorkingDaysLeft: left,
		}
	}
	return out
}

func (c childJSON) cells() []cell {
	next := make([]cell, 6)
	if n := c.NextReview; n != nil {
		next = []cell{optional(n.No), dayCell(n.Due), dayCell(n.PlanBy), text(n.Rule), text(string(n.Status)), number(n.WorkingDaysLeft)}
	}
	row := []cell{
		text(c.Child), text(c.ExternalID), text(c.Name), dayCell(c.DOB), optional(c.Age), truth(c.Open),
		text(orNothing(c.LegalStatus)), text(orNothing(c.Placement)), dayCell(c.Since),
	}
	row = append(row, next...)
	return append(row, number(c.OpenDecisions), number(c.OpenDisputes), dayCell(c.LastFootprint))
}

func dayCell(d casejson.Day) cell { return text(d.String()) }

func optional(n *int) cell {
	if n == nil {
		return cell{}
	}
	return number(*n)
}

func orNothing(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// words is the row as people read it.
func (c childJSON) words(r caseload.Row) []string {
	age, since, due, stands, footprint := "", "closed", "", "", "none yet"
	if c.Age != nil {
		age = number(*c.Age).text
	}
	switch {
	case c.Since.Known():
		since = c.Since.Long()
	case c.Open:
		since = "start not known"
	}
	switch n := c.NextReview; {
	case n != nil:
		due, stands = n.Due.Long(), n.Status.Words()+", "+leftWords(n.Status, n.WorkingDaysLeft)
	case c.Open:
		stands = string(r.Missing)
	}
	if c.LastFootprint.Known() {
		footprint = c.LastFootprint.Long()
	}
	return []string{c.Child, c.Name, age, since, due, stands, footprint}
}
