package handbook_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"footprint/domain/handbook"
	"footprint/domain/handbook/internal/catalogue"
)

// TestItemsThatAnswerCanComeUp holds that a rule answered by an item has one
// whose predicate hangs only on fields that package review fills in: an item
// that waits for a record nobody can make yet answers nothing.
func TestItemsThatAnswerCanComeUp(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "review", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	code := ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(file, "_test.go") {
			code += string(text)
		}
	}
	unfilled := map[string]bool{}
	for _, field := range fields(t) {
		name := catalogue.GoName(field.Name)
		unfilled[field.Name] = field.Name != "always" && !regexp.MustCompile(`\b`+name+`\b`).MatchString(code)
	}
	waits := map[string]bool{}
	for _, m := range handbook.Modules() {
		for _, i := range m.Items {
			for _, word := range regexp.MustCompile(`\w+`).FindAllString(m.AppliesWhen+" "+i.AppliesWhen, -1) {
				waits[i.ID] = waits[i.ID] || unfilled[word]
			}
		}
	}
	for _, a := range handbook.Answers() {
		up := 0
		for _, item := range a.Items {
			if !waits[item] {
				up++
			}
		}
		if a.Act == handbook.ActItem && up == 0 {
			t.Errorf("%s is answered by %v, which cannot come up yet", a.Rule, a.Items)
		}
		if a.Act == handbook.ActLater && up > 0 {
			t.Errorf("%s is said to be all to come, but %v come up", a.Rule, a.Items)
		}
	}
}

func TestAnswersInWords(t *testing.T) {
	t.Parallel()
	for id, want := range map[string][2]string{
		"YJ-27": {"Works out from the order whether the child is looked after in custody, and says so.", ""},
		"MR-01": {"To come with the annual report: the report without names.", ""},
		"AD-16": {"Asks it on the review list and keeps the answer with its evidence.", "with disputes and Cafcass: a dispute begun when the authority does not apply"},
	} {
		if a, ok := handbook.AnswerTo(id); !ok || a.Words() != want[0] || a.ToCome() != want[1] {
			t.Errorf("%s: %q, %q", id, a.Words(), a.ToCome())
		}
	}
	for _, id := range []string{"", "RT", "RT-99", "rt-01"} {
		if a, ok := handbook.AnswerTo(id); ok {
			t.Errorf("AnswerTo(%q) = %v", id, a)
		}
	}
}
