package handbook_test

import (
	"os"
	"reflect"
	"slices"
	"testing"

	"footprint/domain/handbook"
	"footprint/domain/handbook/internal/catalogue"
)

// predicate is one text of the catalogue beside the Go function made from it.
type predicate struct {
	of, text string
	applies  func(*handbook.Facts) bool
}

// predicates gives those of every rule, module and item.
func predicates() []predicate {
	var all []predicate
	for r := range handbook.All() {
		all = append(all, predicate{r.ID, r.AppliesWhen, r.Applies})
	}
	for _, m := range handbook.Modules() {
		all = append(all, predicate{m.ID, m.AppliesWhen, m.Applies})
		for _, i := range m.Items {
			all = append(all, predicate{i.ID, i.AppliesWhen, i.Applies})
		}
	}
	return all
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	source, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func fields(t testing.TB) catalogue.Fields {
	t.Helper()
	all, err := catalogue.ReadFields(read(t, "fields.json"))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// parse reads and checks a predicate of the catalogue.
func parse(t testing.TB, text string, fields catalogue.Fields) catalogue.Node {
	t.Helper()
	node, err := catalogue.Parse(text)
	if err == nil {
		err = catalogue.Check(node, fields)
	}
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return node
}

// failer is what rapid and testing share.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

// factsFrom fills the typed struct from values by the names of fields.json.
func factsFrom(t failer, env catalogue.Env) *handbook.Facts {
	t.Helper()
	facts := &handbook.Facts{}
	for name, value := range env {
		if name == catalogue.Always {
			continue
		}
		field := reflect.ValueOf(facts).Elem().FieldByName(catalogue.GoName(name))
		if !field.IsValid() {
			t.Fatalf("Facts has no field for %s", name)
		}
		field.Set(reflect.ValueOf(value).Convert(field.Type()))
	}
	return facts
}

// witness looks for values that make every node true, trying for each field
// the nodes name every value that could matter. It is small and general, not
// quick: predicates name few fields.
func witness(fields catalogue.Fields, nodes ...catalogue.Node) (catalogue.Env, bool) {
	values := map[string][]any{}
	for _, node := range nodes {
		candidates(fields, node, values)
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	env := catalogue.Env{}
	return env, try(names, values, env, func() bool {
		return !slices.ContainsFunc(nodes, func(node catalogue.Node) bool { return !catalogue.Eval(node, env) })
	})
}

func try(names []string, values map[string][]any, env catalogue.Env, enough func() bool) bool {
	if len(names) == 0 {
		return enough()
	}
	for _, value := range values[names[0]] {
		env[names[0]] = value
		if try(names[1:], values, env, enough) {
			return true
		}
	}
	return false
}

// candidates collects the values worth trying for each field of a node.
func candidates(fields catalogue.Fields, node catalogue.Node, into map[string][]any) {
	add := func(name string, more ...any) {
		for _, value := range more {
			if !slices.Contains(into[name], value) {
				into[name] = append(into[name], value)
			}
		}
	}
	compared := func(name string, right catalogue.Operand) {
		switch right.Kind {
		case catalogue.OperandNumber:
			add(name, 0, right.Number-1, right.Number, right.Number+1)
		case catalogue.OperandText:
			add(name, "", right.Text)
		case catalogue.OperandName:
			at := slices.IndexFunc(fields, func(f catalogue.Field) bool { return f.Name == name })
			if fields[at].Type == catalogue.TypeDate {
				add(name, "2020-01-01", "2030-01-01")
				add(right.Text, "2025-01-01")
			} else {
				add(name, 0, 2)
				add(right.Text, 1)
			}
		}
	}
	switch n := node.(type) {
	case catalogue.Flag:
		add(n.Name, false, true)
	case catalogue.Not:
		candidates(fields, n.X, into)
	case catalogue.All:
		for _, part := range n.Parts {
			candidates(fields, part, into)
		}
	case catalogue.Any:
		for _, part := range n.Parts {
			candidates(fields, part, into)
		}
	case catalogue.Compare:
		compared(n.Name, n.Right)
	case catalogue.In:
		for _, value := range n.List {
			compared(n.Name, value)
		}
	}
}
