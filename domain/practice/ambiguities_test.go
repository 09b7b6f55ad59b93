package practice_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"footprint/domain/handbook"
	"footprint/domain/practice"
)

// questions are the ids of the catalogue's ambiguities, in its order.
func questions() []string {
	out := []string{"A-01", "A-01b"}
	for n := 2; n <= 38; n++ {
		out = append(out, fmt.Sprintf("A-%02d", n))
	}
	return out
}

func TestEveryOpenQuestionHasItsReading(t *testing.T) {
	t.Parallel()
	var ids []string
	for _, a := range practice.Ambiguities() {
		ids = append(ids, a.ID)
		if a.Question == "" || a.Chosen == "" || a.Why == "" || len(a.Rules) == 0 {
			t.Errorf("%s says too little: %+v", a.ID, a)
		}
		for _, id := range a.Rules {
			if _, ok := handbook.RuleByID(id); !ok {
				t.Errorf("%s touches %s, which is no rule", a.ID, id)
			}
		}
		if a.Setting != "" && a.Setting.Usual() == "" {
			t.Errorf("%s names the setting %q, which there is not", a.ID, a.Setting)
		}
		if a.Setting != "" && a.Fixed != "" {
			t.Errorf("%s is both set and fixed", a.ID)
		}
	}
	if !slices.Equal(ids, questions()) {
		t.Errorf("the table has %v", ids)
	}
}

// TestTheCatalogueHasNoOtherQuestions reads the catalogue itself where it lies
// beside the project.
func TestTheCatalogueHasNoOtherQuestions(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "domain", "rules.md"))
	if err != nil {
		t.Skip("the catalogue does not lie beside the project")
	}
	var ids []string
	for _, m := range regexp.MustCompile(`(?m)^\| (A-\d+b?) \|`).FindAllSubmatch(text, -1) {
		ids = append(ids, string(m[1]))
	}
	if !slices.Equal(ids, questions()) {
		t.Errorf("the catalogue asks %v", ids)
	}
}

// TestEveryReadingThatIsASettingIsOneHere ties the settings to the questions.
func TestEveryReadingThatIsASettingIsOneHere(t *testing.T) {
	t.Parallel()
	set := map[practice.Setting]string{}
	for _, a := range practice.Ambiguities() {
		if a.Setting != "" {
			set[a.Setting] = a.ID
		}
	}
	for _, c := range practice.Choices() {
		if regexp.MustCompile(`^A-`).MatchString(c.Reading) && set[c.Setting] != c.Reading {
			t.Errorf("%s is set by %s and listed under %q", c.Reading, c.Setting, set[c.Setting])
		}
	}
	for _, l := range practice.Limits() {
		if regexp.MustCompile(`^A-`).MatchString(l.Rule) && set[l.Setting] != l.Rule {
			t.Errorf("%s is set by %s and listed under %q", l.Rule, l.Setting, set[l.Setting])
		}
	}
}
