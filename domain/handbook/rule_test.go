package handbook_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"footprint/domain/handbook"
	"footprint/domain/handbook/internal/catalogue"
)

func TestCatalogueIsWhole(t *testing.T) {
	t.Parallel()
	items := 0
	for _, m := range handbook.Modules() {
		items += len(m.Items)
	}
	facts := reflect.TypeFor[handbook.Facts]().NumField() + 1 // and Always, a method
	for what, pair := range map[string][2]int{
		"rules":    {len(handbook.Rules()), 485},
		"items":    {items, 272},
		"modules":  {len(handbook.Modules()), 25},
		"phases":   {len(handbook.Phases()), 14},
		"fields":   {facts, 137},
		"families": {len(handbook.Families()), 35},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%d %s, want %d", pair[0], what, pair[1])
		}
	}
	for _, field := range fields(t) {
		_, there := reflect.TypeFor[handbook.Facts]().FieldByName(catalogue.GoName(field.Name))
		_, method := reflect.TypeFor[*handbook.Facts]().MethodByName(catalogue.GoName(field.Name))
		if !there && !method {
			t.Errorf("Facts has nothing for %s", field.Name)
		}
	}
}

// TestRulesAreAsWritten holds every text of the table against rules.json.
func TestRulesAreAsWritten(t *testing.T) {
	t.Parallel()
	var file struct{ Rules []map[string]string }
	if err := json.Unmarshal(read(t, "rules.json"), &file); err != nil {
		t.Fatal(err)
	}
	for at, r := range handbook.Rules() {
		got := map[string]string{
			"id": r.ID, "rule": r.Text, "who": r.Who, "force": string(r.Force), "trigger": r.Trigger, "limit": r.Limit,
			"applies_when": r.AppliesWhen, "source": r.Source, "software": r.Software, "family": r.Family,
		}
		if r.ForceNote != "" {
			got["force_note"] = r.ForceNote
		}
		if !reflect.DeepEqual(got, file.Rules[at]) {
			t.Errorf("rule %d is %v, want %v", at, got, file.Rules[at])
		}
	}
}

func TestRuleByID(t *testing.T) {
	t.Parallel()
	for r := range handbook.All() {
		if found, ok := handbook.RuleByID(r.ID); !ok || found.Text != r.Text {
			t.Errorf("RuleByID(%s) = %v, %v", r.ID, found.ID, ok)
		}
	}
	for _, id := range []string{"", "RT", "RT-99", "rt-01", "XX-01", "RT-01 "} {
		if r, ok := handbook.RuleByID(id); ok {
			t.Errorf("RuleByID(%q) found %s", id, r.ID)
		}
	}
}

func TestFamily(t *testing.T) {
	t.Parallel()
	total := 0
	for _, title := range handbook.Families() {
		prefix, _, _ := strings.Cut(title, " ")
		rules := handbook.Family(prefix)
		total += len(rules)
		for _, r := range rules {
			if r.Family != title || !strings.HasPrefix(r.ID, prefix+"-") {
				t.Errorf("%s stands in %s", r.ID, title)
			}
		}
	}
	if total != 485 || len(handbook.Family("RT")) != 23 || handbook.Family("XX") != nil {
		t.Errorf("%d rules by family", total)
	}
}

func TestCallersCannotChangeTheTable(t *testing.T) {
	t.Parallel()
	handbook.Rules()[0].Text = "changed"
	handbook.Family("RT")[0].Text = "changed"
	handbook.Phases()[0].Title = "changed"
	handbook.Modules()[0].Title = "changed"
	handbook.DefaultEvidence()[0] = "changed"
	handbook.Compose(&handbook.Facts{})[0].Label = "changed"
	first, _ := handbook.RuleByID("RT-01")
	item, _ := handbook.ItemByID("B-001")
	for _, text := range []string{
		first.Text, item.Label, handbook.Phases()[0].Title, handbook.Modules()[0].Title, handbook.DefaultEvidence()[0],
	} {
		if text == "changed" {
			t.Error("a caller changed the catalogue")
		}
	}
}

func TestUnverified(t *testing.T) {
	t.Parallel()
	want := []string{"AJ-11", "YJ-25", "YJ-26", "SE-01", "PW-26", "LT-02", "LT-03", "LT-04", "LT-05", "CF-20"}
	var got []string
	for r := range handbook.All() {
		if r.Unverified() {
			got = append(got, r.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("unverified: %v, want %v", got, want)
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	ids := func(rules []handbook.Rule) []string {
		var out []string
		for _, r := range rules {
			out = append(out, r.ID)
		}
		return out
	}
	tests := []struct{ text, first string }{
		{"RT-01", "RT-01"},
		{"rt-02", "RT-02"},
		{"first review lighthouse", ""},
		{"first review 20 working days", "RT-01"},
		{"ádjourned", "AJ-11"},
		{"", ""},
		{"   ", ""},
	}
	for _, test := range tests {
		got := ids(handbook.Search(test.text))
		if test.first == "" && len(got) > 0 || test.first != "" && !slices.Contains(got, test.first) {
			t.Errorf("Search(%q) = %v, want %q among them", test.text, got, test.first)
		}
	}
	if got := ids(handbook.Search("rt-01")); got[0] != "RT-01" {
		t.Errorf("the id is not first: %v", got)
	}
	if got := ids(handbook.Search("RT")); !slices.Equal(got[:23], ids(handbook.Family("RT"))) {
		t.Errorf("a family's rules are not first: %v", got)
	}
	if got := handbook.Search("HB 3.23"); len(got) == 0 || !strings.Contains(got[0].Source, "HB 3.23") {
		t.Errorf("Search by source = %v", ids(got))
	}
}

func TestCitation(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"HB 3.23":                  "HB 3.23",
		"HB 3.23; CPPCR 33(1) [V]": "HB 3.23; CPPCR 33(1)",
		"CPPCR 36(2) [U: from knowledge, text not read]":      "CPPCR 36(2) (not verified: from knowledge, text not read)",
		"CPPCR 47B, 47C [existence V; limit U]":               "CPPCR 47B, 47C (read that it exists; limit not verified)",
		"CPPCR 47B [U for England; Welsh text V]":             "CPPCR 47B (not verified for England; the Welsh text was read)",
		"Sch 7 para 1 [V heading] and AAR 36 [V as made] end": "Sch 7 para 1 (only the heading was read) and AAR 36 (read as first made, not as amended since) end",
		"open [V": "open [V",
	}
	for source, want := range tests {
		if got := (handbook.Rule{Source: source}).Citation(); got != want {
			t.Errorf("Citation of %q = %q, want %q", source, got, want)
		}
	}
	tag := regexp.MustCompile(`[\[\]]|[(; ][VPUS](\)|;|:|,| as| in| via| that| for)`)
	for _, m := range handbook.Modules() {
		for _, i := range m.Items {
			if tag.MatchString(i.Citation()) {
				t.Errorf("%s: a tag is not in words: %s", i.ID, i.Citation())
			}
		}
	}
	for r := range handbook.All() {
		if tag.MatchString(r.Citation()) {
			t.Errorf("%s: a tag is not in words: %s", r.ID, r.Citation())
		}
	}
}
