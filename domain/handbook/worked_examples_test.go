package handbook_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"footprint/domain/handbook"
	"footprint/domain/handbook/internal/catalogue"
)

// clockRules are those the last column of the table speaks of.
var clockRules = []string{
	"RT-01", "RT-02", "RT-03", "AD-01", "AD-02", "AD-03", "AD-04", "AD-05", "AD-06", "SB-02", "SB-03",
}

// TestWorkedExamples works every row of testdata/worked_examples.md out.
func TestWorkedExamples(t *testing.T) {
	t.Parallel()
	rows := 0
	for line := range strings.Lines(string(read(t, "testdata/worked_examples.md"))) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) != 6 || strings.TrimSpace(cells[0]) == "Child" {
			continue
		}
		rows++
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		t.Run(cells[0], func(t *testing.T) {
			t.Parallel()
			workedExample(t, cells[1], cells[2], cells[3], cells[4], cells[5])
		})
	}
	if rows != 21 {
		t.Errorf("%d worked examples read, want 21", rows)
	}
}

func workedExample(t *testing.T, days, given, wantModules, wantItems, wantRules string) {
	facts := factsFrom(t, exampleEnv(t, days, given))
	fillIn(facts)
	var modules, rules []string
	for _, m := range handbook.ModulesFor(facts) {
		modules = append(modules, m.ID)
	}
	for _, id := range clockRules {
		if rule, ok := handbook.RuleByID(id); ok && rule.Applies(facts) && facts.LookedAfter {
			rules = append(rules, id)
		}
	}
	if len(rules) == 0 {
		rules = []string{"none"}
	}
	if got := strings.Join(modules, ", "); got != wantModules {
		t.Errorf("modules %s, want %s", got, wantModules)
	}
	if got := strconv.Itoa(len(handbook.Compose(facts))); got != wantItems {
		t.Errorf("%s items, want %s", got, wantItems)
	}
	if got := strings.Join(rules, ", "); got != wantRules {
		t.Errorf("clock rules %s, want %s", got, wantRules)
	}
	if !handbook.ListOpens(facts) {
		t.Error("no list opens for this child")
	}
}

// exampleEnv reads the columns "Born; review" and "Given".
func exampleEnv(t *testing.T, days, given string) catalogue.Env {
	birth, review, ok := strings.Cut(days, "; ")
	born, err1 := time.Parse(time.DateOnly, birth)
	held, err2 := time.Parse(time.DateOnly, review)
	if !ok || err1 != nil || err2 != nil {
		t.Fatalf("cannot read the days %q", days)
	}
	age := held.Year() - born.Year()
	if held.Before(born.AddDate(age, 0, 0)) {
		age--
	}
	env := catalogue.Env{
		"age": age, "looked_after": true, "midpoint_on": true, "no_open_events": true, "review_due": review,
		"dob16": born.AddDate(16, 0, 0).Format(time.DateOnly), "dob18": born.AddDate(18, 0, 0).Format(time.DateOnly),
	}
	for word := range strings.SplitSeq(given, ", ") {
		name, value, has := strings.Cut(word, " ")
		number, err := strconv.Atoi(value)
		switch {
		case name == "not":
			env[value] = false
		case !has:
			env[name] = true
		case err == nil:
			env[name] = number
		default:
			env[name] = value
		}
	}
	months := 6
	if env["review_no"] == 1 || env["placed_for_adoption"] == true && env["adoption_review_no"] == 1 {
		months = 3
	}
	env["next_due"] = held.AddDate(0, months, 0).Format(time.DateOnly)
	return env
}

// fillIn sets the fields that follow from the others.
func fillIn(f *handbook.Facts) {
	f.CareOrder = f.LegalStatus == handbook.LegalStatusICO || f.LegalStatus == handbook.LegalStatusCO
	// A care order stands behind each placement order of the table and counts.
	f.InCare = f.CareOrder || f.LegalStatus == handbook.LegalStatusPlacementOrder
	f.LeaveCareProposed = f.Proposal == handbook.ProposalLeaveCare
	f.MoveOnProposed = f.Proposal == handbook.ProposalSemiIndependent || f.Proposal == handbook.ProposalMoveOn
	f.PermanenceRouteSet = f.PermanenceRoute != ""
	f.AnyCVRule = slices.ContainsFunc(handbook.Family("CV")[:12], func(r handbook.Rule) bool { return r.Applies(f) })
}
