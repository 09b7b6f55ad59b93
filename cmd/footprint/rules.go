package main

import (
	"strings"

	"github.com/spf13/cobra"

	"footprint/domain/fault"
	"footprint/domain/handbook"
)

// ruleJSON is a rule with the fields of the catalogue, and whether it rests on
// a text nobody has checked.
type ruleJSON struct {
	ID          string `json:"id"`
	Rule        string `json:"rule"`
	Who         string `json:"who"`
	Force       string `json:"force"`
	ForceNote   string `json:"force_note,omitempty"`
	Trigger     string `json:"trigger"`
	Limit       string `json:"limit"`
	AppliesWhen string `json:"applies_when"`
	Source      string `json:"source"`
	Software    string `json:"software"`
	Family      string `json:"family"`
	Unverified  bool   `json:"unverified"`
}

func rulesCommand(env *environment) *cobra.Command {
	var search string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "rules [ID]",
		Short: "The rule catalogue",
		Long: `Lists the rules Footprint works by, with what each asks, of whom, when, and the
paragraph it comes from. ID shows one rule (RT-01) or one family (RT).`,
		Args: between(0, 1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			rules, err := pickRules(args, search, cmd.Flags().Changed("search"))
			if err != nil {
				return err
			}
			if asJSON {
				return env.printJSON(map[string]any{"rules": rulesInJSON(rules)})
			}
			if len(rules) == 1 {
				return env.printRule(rules[0])
			}
			rows := make([][]string, len(rules))
			for i, r := range rules {
				rows[i] = []string{r.ID, string(r.Force), r.Text}
			}
			return env.printTable([]string{"Rule", "Force", "What is asked"}, rows)
		},
	}
	cmd.Flags().StringVar(&search, "search", "", "only rules that hold every one of these words")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func pickRules(args []string, search string, searching bool) ([]handbook.Rule, error) {
	rules := handbook.Rules()
	if searching {
		rules = handbook.Search(search)
	}
	if len(args) == 0 {
		return rules, nil
	}
	id := strings.ToUpper(strings.TrimSpace(args[0]))
	var picked []handbook.Rule
	for _, r := range rules {
		if family, _, _ := strings.Cut(r.ID, "-"); r.ID == id || family == id {
			picked = append(picked, r)
		}
	}
	if len(picked) == 0 {
		return nil, fault.New(fault.NotFound, "No rule has that id.", "footprint rules lists them; --search finds them by words.")
	}
	return picked, nil
}

func rulesInJSON(rules []handbook.Rule) []ruleJSON {
	out := make([]ruleJSON, len(rules))
	for i, r := range rules {
		out[i] = ruleJSON{
			ID: r.ID, Rule: r.Text, Who: r.Who, Force: string(r.Force), ForceNote: r.ForceNote, Trigger: r.Trigger, Limit: r.Limit,
			AppliesWhen: r.AppliesWhen, Source: r.Source, Software: r.Software, Family: r.Family, Unverified: r.Unverified(),
		}
	}
	return out
}

func (env *environment) printRule(r handbook.Rule) error {
	var l lines
	l.add("%s  %s", r.ID, r.Family)
	l.wrapped("", r.Text)
	l.gap()
	force := string(r.Force)
	if r.ForceNote != "" {
		force += " (" + r.ForceNote + ")"
	}
	for _, row := range [][2]string{
		{"Who", r.Who}, {"Force", force}, {"Starts when", r.Trigger}, {"Limit", r.Limit}, {"Source", r.Citation()},
	} {
		if row[1] != "" {
			l.wrapped("", row[0]+": "+row[1])
		}
	}
	a, _ := handbook.AnswerTo(r.ID)
	l.wrapped("", "What Footprint does: "+a.Words())
	for _, row := range [][2]string{{"Where", a.Where}, {"To come", a.ToCome()}} {
		if row[1] != "" {
			l.wrapped("", row[0]+": "+row[1])
		}
	}
	if r.Unverified() {
		l.wrapped("", "Unverified: nobody has checked this against the text of the law.")
	}
	return env.printLines(&l)
}
