package handbook_test

import (
	"testing"

	"footprint/domain/handbook"
	"footprint/domain/handbook/internal/catalogue"

	"pgregory.net/rapid"
)

// TestPredicatesCanBeTrue proves that every predicate answers for a child of
// whom nothing is known, and is true for some child.
func TestPredicatesCanBeTrue(t *testing.T) {
	t.Parallel()
	names := fields(t)
	for _, p := range predicates() {
		node := parse(t, p.text, names)
		if got, want := p.applies(&handbook.Facts{}), catalogue.Eval(node, catalogue.Env{}); got != want {
			t.Errorf("%s: %q of nothing known is %v, want %v", p.of, p.text, got, want)
		}
		env, ok := witness(names, node)
		if !ok {
			t.Errorf("%s: %q can never be true", p.of, p.text)
			continue
		}
		if !p.applies(factsFrom(t, env)) {
			t.Errorf("%s: %q is false for %v, which should make it true", p.of, p.text, env)
		}
	}
}

// TestPredicatesMeanWhatTheySay compares the Go of every predicate with the
// text worked out step by step, for any child.
func TestPredicatesMeanWhatTheySay(t *testing.T) {
	t.Parallel()
	names := fields(t)
	all := predicates()
	nodes := make([]catalogue.Node, len(all))
	for i, p := range all {
		nodes[i] = parse(t, p.text, names)
	}
	rapid.Check(t, func(t *rapid.T) {
		env := drawEnv(t, names)
		facts := factsFrom(t, env)
		for i, p := range all {
			if got, want := p.applies(facts), catalogue.Eval(nodes[i], env); got != want {
				t.Fatalf("%s: %q is %v, want %v", p.of, p.text, got, want)
			}
		}
	})
}

func drawEnv(t *rapid.T, names catalogue.Fields) catalogue.Env {
	dates := []string{"", "2020-04-23", "2020-04-24", "2020-09-25", "2020-09-26", "2026-03-09", "2030-01-01"}
	env := catalogue.Env{}
	for _, field := range names {
		switch field.Type {
		case catalogue.TypeBool:
			env[field.Name] = rapid.Bool().Draw(t, field.Name)
		case catalogue.TypeInt:
			env[field.Name] = rapid.IntRange(0, 21).Draw(t, field.Name)
		case catalogue.TypeDate:
			env[field.Name] = rapid.SampledFrom(dates).Draw(t, field.Name)
		case catalogue.TypeEnum:
			env[field.Name] = rapid.SampledFrom(append([]string{""}, field.Values...)).Draw(t, field.Name)
		}
	}
	return env
}
