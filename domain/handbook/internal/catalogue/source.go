package catalogue

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"footprint/domain/handbook/internal/duecode"
)

// Type is the type of a field.
type Type string

// The types a field may have in fields.json.
const (
	TypeBool Type = "bool"
	TypeInt  Type = "int"
	TypeDate Type = "date"
	TypeEnum Type = "enum"
)

// Field is one entry of fields.json. Stated says who enters it; Derived says
// how it is worked out. One of the two is set.
type Field struct {
	Name    string   `json:"name"`
	Type    Type     `json:"type"`
	Values  []string `json:"values"`
	Group   string   `json:"group"`
	Meaning string   `json:"meaning"`
	Stated  string   `json:"stated"`
	Derived *struct {
		How  string   `json:"how"`
		From []string `json:"from"`
	} `json:"derived"`
}

// Fields are the names a predicate may use.
type Fields []Field

func (fields Fields) named(name string) (Field, error) {
	for _, field := range fields {
		if field.Name == name {
			return field, nil
		}
	}
	return Field{}, fmt.Errorf("no field is named %s", name)
}

func (fields Fields) is(name string, kind Type) bool {
	field, err := fields.named(name)
	return err == nil && field.Type == kind
}

type rule struct {
	ID          string `json:"id"`
	Rule        string `json:"rule"`
	Who         string `json:"who"`
	Force       string `json:"force"`
	ForceNote   string `json:"force_note"`
	Trigger     string `json:"trigger"`
	Limit       string `json:"limit"`
	AppliesWhen string `json:"applies_when"`
	Source      string `json:"source"`
	Software    string `json:"software"`
	Family      string `json:"family"`
}

type item struct {
	ID          string   `json:"id"`
	Phase       string   `json:"phase"`
	Due         string   `json:"due"`
	Label       string   `json:"label"`
	Help        string   `json:"help"`
	Source      string   `json:"source"`
	Rules       []string `json:"rules"`
	AppliesWhen string   `json:"applies_when"`
	Evidence    []string `json:"evidence"`
}

type module struct {
	ID          string   `json:"module"`
	Title       string   `json:"title"`
	AppliesWhen string   `json:"applies_when"`
	Hides       []string `json:"hides"`
	Note        string   `json:"note"`
	Alone       bool     `json:"alone"`
	Items       []item   `json:"items"`
}

type phase struct {
	Title  string `json:"title"`
	Timing string `json:"timing"`
}

// book is everything the three files hold, read and found to fit together.
type book struct {
	families []string
	rules    []rule
	phases   map[string]phase
	modules  []module
	always   []string // the evidence asked of every item
	fields   Fields
	when     map[string]Node // every predicate, by its text
}

// ReadFields reads fields.json.
func ReadFields(source []byte) (Fields, error) {
	var file struct {
		About    string            `json:"about"`
		Language string            `json:"language"`
		Types    map[string]string `json:"types"`
		Facts    []any             `json:"facts"`
		Fields   Fields            `json:"fields"`
	}
	if err := decode("fields.json", source, &file); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, field := range file.Fields {
		known := slices.Contains([]Type{TypeBool, TypeInt, TypeDate, TypeEnum}, field.Type)
		switch {
		case !known:
			return nil, fmt.Errorf("fields.json: %s has the type %q", field.Name, field.Type)
		case seen[field.Name]:
			return nil, fmt.Errorf("fields.json: %s stands twice", field.Name)
		case (field.Type == TypeEnum) != (len(field.Values) > 0):
			return nil, fmt.Errorf("fields.json: %s: only an enum has values, and it has some", field.Name)
		case (field.Stated == "") == (field.Derived == nil):
			return nil, fmt.Errorf("fields.json: %s is neither stated nor derived, or both", field.Name)
		}
		seen[field.Name] = true
	}
	return file.Fields, nil
}

func readBook(rules, checklists, fields []byte) (*book, error) {
	known, err := ReadFields(fields)
	if err != nil {
		return nil, err
	}
	var first struct {
		Families []string `json:"families"`
		Rules    []rule   `json:"rules"`
	}
	if err := decode("rules.json", rules, &first); err != nil {
		return nil, err
	}
	var second struct {
		Phases  map[string]phase `json:"phases"`
		Always  []string         `json:"default_evidence"`
		Modules []module         `json:"modules"`
	}
	if err := decode("checklists.json", checklists, &second); err != nil {
		return nil, err
	}
	b := &book{
		families: first.Families, rules: first.Rules, phases: second.Phases,
		modules: second.Modules, always: second.Always, fields: known, when: map[string]Node{},
	}
	return b, b.check()
}

func decode(name string, source []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(source))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// check proves that the three files fit together and parses every predicate.
func (b *book) check() error {
	ids := map[string]bool{}
	for _, r := range b.rules {
		prefix, _, _ := strings.Cut(r.ID, "-")
		switch {
		case ids[r.ID]:
			return fmt.Errorf("%s stands twice", r.ID)
		case !slices.Contains(b.families, r.Family) || !strings.HasPrefix(r.Family, prefix+" "):
			return fmt.Errorf("%s is in the family %q", r.ID, r.Family)
		case forces[r.Force] == "":
			return fmt.Errorf("%s has the force %q", r.ID, r.Force)
		}
		ids[r.ID] = true
		if err := b.predicate(r.ID, r.AppliesWhen); err != nil {
			return err
		}
	}
	items := map[string]bool{}
	for _, m := range b.modules {
		if err := b.predicate("module "+m.ID, m.AppliesWhen); err != nil {
			return err
		}
		for _, i := range m.Items {
			if err := b.checkItem(i, ids, items); err != nil {
				return err
			}
		}
	}
	for _, m := range b.modules {
		for _, hidden := range m.Hides {
			if !items[hidden] {
				return fmt.Errorf("module %s hides %s, which is no item", m.ID, hidden)
			}
		}
	}
	return nil
}

func (b *book) checkItem(i item, rules, items map[string]bool) error {
	if items[i.ID] || rules[i.ID] {
		return fmt.Errorf("%s stands twice", i.ID)
	}
	items[i.ID] = true
	if _, ok := b.phases[i.Phase]; !ok {
		return fmt.Errorf("%s is in phase %q", i.ID, i.Phase)
	}
	if _, err := duecode.Parse(i.Due); err != nil {
		return fmt.Errorf("%s: %w", i.ID, err)
	}
	for _, cited := range i.Rules {
		if !rules[cited] {
			return fmt.Errorf("%s cites %s, which is no rule", i.ID, cited)
		}
	}
	return b.predicate(i.ID, i.AppliesWhen)
}

func (b *book) predicate(of, text string) error {
	if b.when[text] != nil {
		return nil
	}
	node, err := Parse(text)
	if err == nil {
		err = Check(node, b.fields)
	}
	if err != nil {
		return fmt.Errorf("%s: %q: %w", of, text, err)
	}
	b.when[text] = node
	return nil
}
