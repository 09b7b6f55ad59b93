package handbook_test

import (
	"slices"
	"testing"

	"footprint/domain/handbook"
)

// TestEveryItemCanBeShown finds, for each item, a child whose list has it.
func TestEveryItemCanBeShown(t *testing.T) {
	t.Parallel()
	names := fields(t)
	for _, m := range handbook.Modules() {
		for _, item := range m.Items {
			env, ok := witness(names, parse(t, m.AppliesWhen, names), parse(t, item.AppliesWhen, names))
			if !ok {
				t.Errorf("%s can never be shown", item.ID)
				continue
			}
			list := handbook.Compose(factsFrom(t, env))
			if !slices.ContainsFunc(list, func(i handbook.Item) bool { return i.ID == item.ID }) {
				t.Errorf("%s is not on the list of %v", item.ID, env)
			}
		}
	}
}

func TestComposeHidesAndStandsAlone(t *testing.T) {
	t.Parallel()
	has := func(f handbook.Facts, id string) bool {
		return slices.ContainsFunc(handbook.Compose(&f), func(i handbook.Item) bool { return i.ID == id })
	}
	young := handbook.Facts{ReviewNo: 1, ObserveInstead: true}
	if has(young, "B-501") || has(young, "FST-01") || !has(young, "YNG-01") {
		t.Error("a young child is observed in place of the talk and the first meeting")
	}
	if f := (handbook.Facts{ReviewNo: 1}); !has(f, "B-501") || !has(f, "FST-01") || has(f, "YNG-01") {
		t.Error("a child who can talk is spoken with")
	}
	breaks := handbook.Facts{ReviewNo: 2, ShortBreakReg48: true}
	if has(breaks, "B-704") || !has(breaks, "SHB-03") || !has(breaks, "B-701") {
		t.Error("short breaks replace the agenda")
	}
	paused := handbook.Facts{PausedInCustody: true, CustodyOpen: true, UASC: true, ReviewNo: 2}
	modules := handbook.ModulesFor(&paused)
	if len(modules) != 1 || modules[0].ID != "paused" {
		t.Errorf("the paused list shows beside %d others", len(modules)-1)
	}
}

func TestListOpens(t *testing.T) {
	t.Parallel()
	if handbook.ListOpens(&handbook.Facts{}) {
		t.Error("a list opens for a child who is neither looked after nor paused")
	}
	if !handbook.ListOpens(&handbook.Facts{LookedAfter: true}) || !handbook.ListOpens(&handbook.Facts{PausedInCustody: true}) {
		t.Error("no list opens for a child who is looked after or paused")
	}
}

func TestItemsFitTogether(t *testing.T) {
	t.Parallel()
	phases := map[string]bool{}
	for _, phase := range handbook.Phases() {
		phases[phase.ID] = true
	}
	if first, last := handbook.Phases()[0], handbook.Phases()[13]; first.ID != "P0" || last.ID != "P13" {
		t.Errorf("the phases run from %s to %s", first.ID, last.ID)
	}
	for _, m := range handbook.Modules() {
		for _, item := range m.Items {
			found, ok := handbook.ItemByID(item.ID)
			if !ok || found.Label != item.Label || found.Module != m.ID || !phases[found.Phase] {
				t.Errorf("ItemByID(%s) = %+v, %v", item.ID, found, ok)
			}
			for _, id := range item.Rules {
				if _, ok := handbook.RuleByID(id); !ok {
					t.Errorf("%s cites %s, which is no rule", item.ID, id)
				}
			}
		}
	}
	if _, ok := handbook.ItemByID("B-999"); ok {
		t.Error("found an item that is not there")
	}
}

func TestCritical(t *testing.T) {
	t.Parallel()
	want := []string{
		"B-002", "B-501", "B-505", "B-506", "B-507", "B-508", "B-801", "B-901", "SND-01", "AUT-05", "PLA-01", "YNG-01", "A18-01",
		"CPP-04", "COM-02",
	}
	later := slices.Insert(slices.Clone(want), 6, "B-704")
	for reviewNo, want := range map[int][]string{0: want, 1: want, 2: later, 9: later} {
		var got []string
		for _, m := range handbook.Modules() {
			for _, item := range m.Items {
				if handbook.Critical(item, &handbook.Facts{ReviewNo: reviewNo}) {
					got = append(got, item.ID)
				}
			}
		}
		slices.Sort(got)
		want = slices.Sorted(slices.Values(want))
		if !slices.Equal(got, want) {
			t.Errorf("critical at review %d: %v, want %v", reviewNo, got, want)
		}
	}
}

func TestRequired(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, item string
		facts      handbook.Facts
		want       bool
	}{
		{"a private talk is a duty", "B-501", handbook.Facts{}, true},
		{"no talk is owed to a child observed instead", "B-501", handbook.Facts{ObserveInstead: true}, false},
		{"an expectation is not a duty", "B-201", handbook.Facts{}, false},
		{"SB-10 is cited ahead of its start", "SHB-01", handbook.Facts{WasShortBreakReg48: false}, false},
		{"PW-19 is cited ahead of its start", "PTH-13", handbook.Facts{Eligible: true}, false},
		{"the footprint entry comes from research", "B-1304", handbook.Facts{}, false},
	}
	for _, test := range tests {
		item, ok := handbook.ItemByID(test.item)
		if got := handbook.Required(item, &test.facts); !ok || got != test.want {
			t.Errorf("%s: Required(%s) = %v", test.name, test.item, got)
		}
	}
}

// TestRequiredIsTheRuleWord works the same out from the JSON names for any
// child the witness finds: required exactly when a cited "must" rule applies.
func TestRequiredIsTheRuleWord(t *testing.T) {
	t.Parallel()
	names := fields(t)
	for _, m := range handbook.Modules() {
		for _, item := range m.Items {
			for _, id := range item.Rules {
				rule, _ := handbook.RuleByID(id)
				env, ok := witness(names, parse(t, rule.AppliesWhen, names))
				if !ok || rule.Force != handbook.Must {
					continue
				}
				if !handbook.Required(item, factsFrom(t, env)) {
					t.Errorf("%s is not required although %s is a duty for %v", item.ID, id, env)
				}
			}
		}
	}
}
