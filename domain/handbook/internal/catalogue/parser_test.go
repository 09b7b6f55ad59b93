package catalogue_test

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"footprint/domain/handbook/internal/catalogue"
)

func TestParse(t *testing.T) {
	t.Parallel()
	flag := func(name string) catalogue.Node { return catalogue.Flag{Name: name} }
	number := func(n int) catalogue.Operand { return catalogue.Operand{Kind: catalogue.OperandNumber, Number: n} }
	text := func(s string) catalogue.Operand { return catalogue.Operand{Kind: catalogue.OperandText, Text: s} }
	tests := map[string]catalogue.Node{
		"charged":         flag("charged"),
		"not charged":     catalogue.Not{X: flag("charged")},
		"not not charged": catalogue.Not{X: catalogue.Not{X: flag("charged")}},
		"((charged))":     flag("charged"),
		"age>=14":         catalogue.Compare{Name: "age", Op: ">=", Right: number(14)},
		"a == 'X'":        catalogue.Compare{Name: "a", Op: "==", Right: text("X")},
		"age in [16, 17]": catalogue.In{Name: "age", List: []catalogue.Operand{number(16), number(17)}},
		"d >= e":          catalogue.Compare{Name: "d", Op: ">=", Right: catalogue.Operand{Kind: catalogue.OperandName, Text: "e"}},
		// "and" binds tighter than "or"
		"a or b and c":   catalogue.Any{Parts: []catalogue.Node{flag("a"), catalogue.All{Parts: []catalogue.Node{flag("b"), flag("c")}}}},
		"(a or b) and c": catalogue.All{Parts: []catalogue.Node{catalogue.Any{Parts: []catalogue.Node{flag("a"), flag("b")}}, flag("c")}},
		"not (a or b)":   catalogue.Not{X: catalogue.Any{Parts: []catalogue.Node{flag("a"), flag("b")}}},
	}
	for source, want := range tests {
		got, err := catalogue.Parse(source)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("Parse(%q) = %#v, %v; want %#v", source, got, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, source := range []string{
		"", " ", "and", "a and", "a b", "a or or b", "(a", "a)", "()", "not", "a == ", "a = 1", "a == 1 == 1", "1 == a",
		"a in 1", "a in []", "a in [1", "a in [1,]", "a in [1 2]", "not a == 1", "not a in [1]", "a not in [1]",
		"a == 'x", "a == 'x\\'", `a == "x"`, "a && b", "!a", "a == -1", "a + 1 == 2", "f(a)", "a.b", "true", "a == nil",
		"a == 99999999999999999999", "a; b", "a\n", strings.Repeat("(", 60) + "a" + strings.Repeat(")", 60),
		strings.Repeat("not ", 60) + "a",
	} {
		if got, err := catalogue.Parse(source); err == nil {
			t.Errorf("Parse(%q) = %#v, want an error", source, got)
		}
	}
}

func knownFields(t testing.TB) catalogue.Fields {
	t.Helper()
	source, err := os.ReadFile("../../fields.json")
	if err != nil {
		t.Fatal(err)
	}
	fields, err := catalogue.ReadFields(source)
	if err != nil {
		t.Fatal(err)
	}
	return fields
}

func TestCheck(t *testing.T) {
	t.Parallel()
	fields := knownFields(t)
	tests := map[string]string{ // a predicate, and the start of what is wrong with it
		"charged and age < 16": "",
		"review_due >= '2020-04-24' and review_due <= '2020-09-25'": "",
		"not (review_due < '2020-04-24') and next_due >= dob16":     "",
		"not (next_due < dob16 or charged)":                         "",
		"review_due == '2024-02-29'":                                "",
		"review_due in ['2024-02-29']":                              "",
		"age < review_no":                                           "",
		"chargd":                                                    "no field is named chargd",
		"age":                                                       "age is a int",
		"not placement":                                             "placement is a enum",
		"charged == 1":                                              "charged is a bool",
		"charged == uasc":                                           "charged is a bool",
		"age == '16'":                                               "age is a int",
		"age == dob16":                                              "age is a int",
		"age == nothing":                                            "no field is named nothing",
		"age in [16, '17']":                                         "age is a int",
		"age in [review_no]":                                        "the list for age holds the name",
		"nothing in [1]":                                            "no field is named nothing",
		"nothing == 1":                                              "no field is named nothing",
		"legal_status == 'S21'":                                     "'S21' is not a value",
		"legal_status == ''":                                        "'' is not a value",
		"legal_status >= 'S20'":                                     "legal_status is an enum",
		"legal_status == placement":                                 "legal_status is a enum",
		"legal_status == 20":                                        "legal_status is a enum",
		"dob16 >= 16":                                               "dob16 is a date",
		"dob16 >= '2025-02-29'":                                     "'2025-02-29' is not a day",
		"dob16 >= '2025-13-01'":                                     "'2025-13-01' is not a day",
		"dob16 >= '25-01-01'":                                       "'25-01-01' is not a day",
		"dob16 >= ''":                                               "'' is not a day",
		"dob16 <= '2025-01-01'":                                     "the test of the date dob16 has no lower bound",
		"dob16 != '2025-01-01'":                                     "the test of the date dob16 has no lower bound",
		"not (dob16 >= '2025-01-01')":                               "the test of the date dob16 has no lower bound",
		"not (dob16 in ['2025-01-01'])":                             "the test of the date dob16 has no lower bound",
		"dob16 >= '2025-01-01' or dob16 < '2020-01-01'":             "the test of the date dob16 has no lower bound",
		"dob18 >= '2025-01-01' and dob16 < '2020-01-01'":            "the test of the date dob16 has no lower bound",
		"not (dob16 < '2025-01-01' and dob16 >= '2020-01-01')": "the test of the date dob16 has no lower bound",
	}
	for source, want := range tests {
		node, err := catalogue.Parse(source)
		if err != nil {
			t.Errorf("Parse(%q): %v", source, err)
			continue
		}
		err = catalogue.Check(node, fields)
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("Check(%q) = %v, want %q", source, err, want)
		}
	}
}

func TestEval(t *testing.T) {
	t.Parallel()
	env := catalogue.Env{"a": true, "n": 3, "m": 4, "d": "2026-01-02", "e": "2026-01-01", "s": "S20"}
	tests := map[string]bool{
		"always": true, "a": true, "b": false, "not a": false, "a and b": false, "a or b": true, "b or a and not b": true,
		"n == 3": true, "n != 3": false, "n < 3": false, "n <= 3": true, "n > 2": true, "n >= 4": false, "n < m": true, "k < m": true,
		"n in [1, 3]": true, "n in [1, 2]": false, "s == 'S20'": true, "s in ['CO', 'S20']": true, "s != 'CO'": true,
		"d >= e": true, "d >= f": true, "f >= d": false, "d >= '2026-01-03'": false,
	}
	for source, want := range tests {
		node, err := catalogue.Parse(source)
		if err != nil {
			t.Fatalf("Parse(%q): %v", source, err)
		}
		if got := catalogue.Eval(node, env); got != want {
			t.Errorf("%q is %v, want %v", source, got, want)
		}
	}
}

// FuzzParse feeds the parser anything: it must never panic, and what it takes
// must still be safe to check and to work out.
func FuzzParse(f *testing.F) {
	rules, err := os.ReadFile("../../rules.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, found := range regexp.MustCompile(`"applies_when": "([^"]*)"`).FindAllSubmatch(rules, -1) {
		f.Add(string(found[1]))
	}
	for _, seed := range []string{"", "(", "not", "a in [", "a == '", "a==b", "not not (a)", "a in ['x', 1, b]", "\xff", "a\u00e9"} {
		f.Add(seed)
	}
	fields := knownFields(f)
	f.Fuzz(func(t *testing.T, source string) {
		node, err := catalogue.Parse(source)
		if err != nil {
			return
		}
		if node == nil {
			t.Fatalf("Parse(%q) gave neither a predicate nor an error", source)
		}
		catalogue.Eval(node, catalogue.Env{})
		if err := catalogue.Check(node, fields); err == nil && strings.Contains(source, "\"") {
			t.Errorf("%q was taken with double quotes", source)
		}
	})
}
