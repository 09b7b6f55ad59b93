package catalogue_test

import (
	"bytes"
	"go/format"
	"os"
	"strings"
	"testing"

	"footprint/domain/handbook/internal/catalogue"
)

func sources(t *testing.T) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range []string{"rules.json", "checklists.json", "fields.json", "answers.json"} {
		source, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = source
	}
	return out
}

// TestGenerateRefuses spoils one thing at a time in the real files.
func TestGenerateRefuses(t *testing.T) {
	t.Parallel()
	real := sources(t)
	tests := []struct{ file, old, new, want string }{
		{"rules.json", `"RT-02"`, `"RT-01"`, "RT-01 stands twice"},
		{"rules.json", `"RT-02"`, `"XX-02"`, "XX-02 is in the family"},
		{"rules.json", `"force": "must"`, `"force": "perhaps"`, `RT-01 has the force "perhaps"`},
		{"rules.json", `"applies_when": "review_no == 1`, `"applies_when": "review_number == 1`, "no field is named review_number"},
		{"rules.json", `"trigger"`, `"starts"`, "rules.json: json: unknown field"},
		{"rules.json", `{`, `[`, "rules.json"},
		{"checklists.json", `"B-002"`, `"B-001"`, "B-001 stands twice"},
		{"checklists.json", `"phase": "P0"`, `"phase": "P99"`, `B-001 is in phase "P99"`},
		{"checklists.json", `"due": "L+2WD"`, `"due": "L+2"`, `B-001: due code "L+2"`},
		{"checklists.json", `"AP-02"`, `"AP-99"`, "B-001 cites AP-99"},
		{"checklists.json", `"B-703",`, `"B-9703",`, "module shortbreak hides B-703"},
		{"checklists.json", `"not paused_in_custody"`, `"not (paused_in_custody"`, "ends too soon"},
		{"checklists.json", `"base"`, `"basis"`, "no file is named for the module basis"},
		{"fields.json", `"type": "bool"`, `"type": "maybe"`, `has the type "maybe"`},
		{"fields.json", `"dob18"`, `"dob16"`, "dob16 stands twice"},
		{"fields.json", `"REMAND_YDA"`, `"REMAND_X"`, "'REMAND_YDA' is not a value of legal_status"},
		{"answers.json", `"RT-02"`, `"RT-01"`, "RT-01 is answered twice"},
		{"answers.json", `"RT-02"`, `"XX-02"`, "RT-02 has no answer"},
		{"answers.json", `{"rule": "RT-02"`, `{"rule": "XX-02", "act": "date"}, {"rule": "RT-02"`, "486 answers for 485 rules"},
		{"answers.json", `"act": "date"`, `"act": "hope"`, `RT-01 has the act "hope"`},
		{"answers.json", `"part": "the annual report"`, `"part": "one day"`, `RT-01 names the part "one day"`},
		{"answers.json", `"act": "date"`, `"act": "later"`, "RT-01 is all to come"},
		{"answers.json", `"test": "domain/clock TestNextReviewOfTheOrdinaryRegime"`, `"test": ""`, "RT-01 names no test"},
		{"answers.json", `"act": "block"`, `"act": "item"`, "RT-08 is cited by no item"},
	}
	for _, test := range tests {
		files := map[string][]byte{}
		for name, source := range real {
			files[name] = source
		}
		files[test.file] = bytes.Replace(real[test.file], []byte(test.old), []byte(test.new), 1)
		if bytes.Equal(files[test.file], real[test.file]) {
			t.Errorf("%s has no %s to spoil", test.file, test.old)
			continue
		}
		_, err := catalogue.Generate(files["rules.json"], files["checklists.json"], files["fields.json"], files["answers.json"])
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s with %s: %v, want %q", test.file, test.new, err, test.want)
		}
	}
}

func TestGenerateWritesGo(t *testing.T) {
	t.Parallel()
	real := sources(t)
	files, err := catalogue.Generate(real["rules.json"], real["checklists.json"], real["fields.json"], real["answers.json"])
	if err != nil {
		t.Fatal(err)
	}
	for name, source := range files {
		if _, err := format.Source(source); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !bytes.HasPrefix(source, []byte("// Code generated ")) || !bytes.Contains(source, []byte("; DO NOT EDIT.\n")) {
			t.Errorf("%s does not say that it is generated", name)
		}
	}
}

func TestGoName(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"lac_working_days": "LACWorkingDays", "dob16": "DOB16", "POLICE_PROTECTION": "PoliceProtection", "S20": "S20",
		"any_cv_rule": "AnyCVRule", "key_stage_4": "KeyStage4", "transition14": "Transition14", "": "",
	} {
		if got := catalogue.GoName(name); got != want {
			t.Errorf("GoName(%q) = %q, want %q", name, got, want)
		}
	}
}
