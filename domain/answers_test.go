package domain_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"footprint/domain/handbook"
	"footprint/domain/practice"
)

var update = flag.Bool("update", false, "rewrite testdata/rules.md")

// answered goes through every rule with its answer.
func answered(t *testing.T, look func(handbook.Rule, handbook.Answer)) {
	t.Helper()
	for r := range handbook.All() {
		a, ok := handbook.AnswerTo(r.ID)
		if !ok {
			t.Errorf("%s has no answer: write it in domain/handbook/answers.json", r.ID)
			continue
		}
		look(r, a)
	}
}

// TestEveryRuleHasAnAnswer holds the table against the catalogue, and each
// answer against what its act needs.
func TestEveryRuleHasAnAnswer(t *testing.T) {
	t.Parallel()
	count := 0
	answered(t, func(r handbook.Rule, a handbook.Answer) {
		count++
		if a.Rule != r.ID || a.Does == "" {
			t.Errorf("%s is answered by %+v", r.ID, a)
		}
		later := a.Act == handbook.ActLater
		if (a.Where == "") != later {
			t.Errorf("%s: %s, and it is to be found at %q", r.ID, a.Act, a.Where)
		}
		if a.Test == "" && !later && a.Act != handbook.ActReference {
			t.Errorf("%s: no test is named", r.ID)
		}
		parts := []handbook.Part{handbook.PartChairing, handbook.PartDisputes, handbook.PartReport}
		if (later || a.Rest != "" || a.Part != "") && !slices.Contains(parts, a.Part) {
			t.Errorf("%s belongs to %q, which is no part", r.ID, a.Part)
		}
	})
	if got := len(handbook.Answers()); got != count {
		t.Errorf("%d answers for %d rules", got, count)
	}
}

// TestEveryNamedTestExists looks for each test in its folder.
func TestEveryNamedTestExists(t *testing.T) {
	t.Parallel()
	folders := map[string]string{}
	answered(t, func(r handbook.Rule, a handbook.Answer) {
		if a.Test == "" {
			return
		}
		folder, name, ok := strings.Cut(a.Test, " ")
		if !ok || !strings.HasPrefix(name, "Test") {
			t.Fatalf("%s names the test %q", r.ID, a.Test)
		}
		if _, read := folders[folder]; !read {
			folders[folder] = sources(t, folder, func(file string) bool { return strings.HasSuffix(file, "_test.go") })
		}
		if !strings.Contains(folders[folder], "\nfunc "+name+"(") {
			t.Errorf("%s: there is no %s in %s", r.ID, name, folder)
		}
	})
}

// sources gives the text of the Go files of a folder that are wanted.
func sources(t *testing.T, folder string, wanted func(file string) bool) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(folder), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, file := range files {
		if !wanted(file) {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
}

// TestItemsThatAnswerARuleCiteIt holds the items of an answer against the
// checklists, both ways.
func TestItemsThatAnswerARuleCiteIt(t *testing.T) {
	t.Parallel()
	answered(t, func(r handbook.Rule, a handbook.Answer) {
		if a.Act == handbook.ActItem && len(a.Items) == 0 {
			t.Errorf("%s is asked on the review list, but no item cites it", r.ID)
		}
		for _, id := range a.Items {
			if item, ok := handbook.ItemByID(id); !ok || !slices.Contains(item.Rules, r.ID) {
				t.Errorf("%s: the item %s does not cite it", r.ID, id)
			}
		}
	})
	for _, m := range handbook.Modules() {
		for _, item := range m.Items {
			for _, rule := range item.Rules {
				if a, _ := handbook.AnswerTo(rule); !slices.Contains(a.Items, item.ID) {
					t.Errorf("%s cites %s, whose answer does not say so", item.ID, rule)
				}
			}
		}
	}
}

// TestDatesAreWorkedOutSomewhere finds the id of each rule that is a date in
// the code that works dates out, or in the readings that decide how.
func TestDatesAreWorkedOutSomewhere(t *testing.T) {
	t.Parallel()
	code := ""
	for _, folder := range []string{"domain/clock", "domain/dispute", "domain/review", "domain/workday", "domain/practice"} {
		code += sources(t, folder, func(file string) bool { return !strings.HasSuffix(file, "_test.go") })
	}
	for _, span := range regexp.MustCompile(`\b([A-Z]{2}-)(\d\d) to ([A-Z]{2}-)(\d\d)`).FindAllStringSubmatch(code, -1) {
		for r := range handbook.All() {
			if r.ID >= span[1]+span[2] && r.ID <= span[3]+span[4] {
				code += " " + r.ID
			}
		}
	}
	answered(t, func(r handbook.Rule, a handbook.Answer) {
		if a.Act == handbook.ActDate && !strings.Contains(code, r.ID) {
			t.Errorf("%s is answered by a date that no code of the clocks names", r.ID)
		}
	})
}

// TestUnverifiedRulesAreSettings holds that a rule nobody could check hangs on
// a setting, that every setting named is one, and that no setting for a rule is
// left out of its answer.
func TestUnverifiedRulesAreSettings(t *testing.T) {
	t.Parallel()
	answered(t, func(r handbook.Rule, a handbook.Answer) {
		if (a.Act == handbook.ActSetting) != r.Unverified() {
			t.Errorf("%s: unverified %v, answered by %s", r.ID, r.Unverified(), a.Act)
		}
		if a.Act == handbook.ActSetting && a.Setting == "" {
			t.Errorf("%s names no setting", r.ID)
		}
		_, choice := practice.ChoiceOf(practice.Setting(a.Setting))
		_, number := practice.LimitOf(practice.Setting(a.Setting))
		if a.Setting != "" && !choice && !number {
			t.Errorf("%s hangs on the setting %q, which there is not", r.ID, a.Setting)
		}
	})
	set := map[string]bool{}
	for _, l := range practice.Limits() {
		set[l.Rule] = true
	}
	for _, c := range practice.Choices() {
		set[c.Reading] = true
	}
	for id := range set {
		if a, ok := handbook.AnswerTo(id); ok && a.Setting == "" {
			t.Errorf("%s can be set, and its answer does not say by which setting", id)
		}
	}
}

// TestTheTableOfRulesIsFresh keeps the table for people: every rule, what the
// program does with it, and the test that shows it.
func TestTheTableOfRulesIsFresh(t *testing.T) {
	t.Parallel()
	got := table(t)
	file := filepath.Join("testdata", "rules.md")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s is stale: go test ./domain -run TestTheTableOfRulesIsFresh -update (%v)", file, err)
	}
}

func table(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	out.WriteString("# What Footprint does with every rule\n\nMade from domain/handbook/answers.json; " +
		"`go test ./domain -run TestTheTableOfRulesIsFresh -update` writes it.\n")
	family := ""
	answered(t, func(r handbook.Rule, a handbook.Answer) {
		if r.Family != family {
			family = r.Family
			out.WriteString("\n## " + family + "\n\n| Rule | Kind | What Footprint does | Where | Items | Setting | Still to come | Shown by |\n|---|---|---|---|---|---|---|---|\n")
		}
		cells := []string{r.ID, string(a.Act), a.Words(), a.Where, strings.Join(a.Items, ", "), a.Setting, a.ToCome(), a.Test}
		out.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	})
	return out.String()
}
