package handbook

import (
	"slices"
	"testing"
)

func namesAsked() map[string]bool {
	asked := map[string]bool{}
	for _, name := range defaultEvidence {
		asked[name] = true
	}
	for _, m := range moduleTable {
		for _, item := range m.Items {
			for _, name := range item.Evidence {
				asked[name] = true
			}
		}
	}
	return asked
}

// TestEvidenceTableIsWhole proves that every name has an entry, no entry is
// unused, and the order is the one the look-up relies on.
func TestEvidenceTableIsWhole(t *testing.T) {
	t.Parallel()
	asked := namesAsked()
	var listed []string
	for _, field := range evidenceFields {
		listed = append(listed, field.Name)
		if !asked[field.Name] {
			t.Errorf("no item asks for %s", field.Name)
		}
		checkField(t, field)
	}
	if !slices.IsSorted(listed) || len(slices.Compact(slices.Clone(listed))) != len(listed) {
		t.Error("evidenceFields is out of order or has a name twice")
	}
	for name := range asked {
		if !slices.Contains(listed, name) {
			t.Errorf("%s has no entry", name)
		}
	}
}

func TestEvidenceOfItemsIsUsed(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, own := range evidenceOfItems {
		item, ok := ItemByID(own.item)
		if !ok || !slices.Contains(item.Evidence, own.field.Name) {
			t.Errorf("%s asks for no %s", own.item, own.field.Name)
		}
		if key := own.item + own.field.Name; seen[key] {
			t.Errorf("%s says twice how to ask for %s", own.item, own.field.Name)
		} else {
			seen[key] = true
		}
		checkField(t, own.field)
		if got := Evidence(item, own.field.Name); got.Label != own.field.Label {
			t.Errorf("Evidence(%s, %s) = %+v", own.item, own.field.Name, got)
		}
	}
}

func checkField(t *testing.T, field EvidenceField) {
	t.Helper()
	if field.Label == "" || field.Kind < KindText || field.Kind > KindList {
		t.Errorf("%s has no label or no kind", field.Name)
	}
	if field.Kind == KindChoice && len(field.Options) < 2 {
		t.Errorf("%s is a choice without answers to choose from", field.Name)
	}
	if field.Kind != KindChoice && field.Kind != KindList && field.Options != nil {
		t.Errorf("%s has answers but is no choice", field.Name)
	}
	for _, option := range field.Options {
		if option.Value == "" || option.Words == "" {
			t.Errorf("%s has an empty answer", field.Name)
		}
	}
}

func TestEvidence(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, label string
		kind        Kind
	}{
		{"received_on", "Received on", KindDate},
		{"child_words", "In the child's own words", KindText},
		{"alone", "Alone with you", KindYesNo},
		{"understood", "The child understood", KindYesNo},
		{"plan_outcome", "The plan is", KindChoice},
		{"minutes", "Minutes: before, at and after, in all", KindNumber},
		{"meeting_dates", "Dates of the meetings", KindList},
		{"from_a_later_version", "From a later version", KindText},
		{"", "", KindText},
	}
	for _, test := range tests {
		if EvidenceLabel(test.name) != test.label || EvidenceKind(test.name) != test.kind {
			t.Errorf("%s is %q, %d", test.name, EvidenceLabel(test.name), EvidenceKind(test.name))
		}
	}
	adjourn, _ := ItemByID("B-601")
	parents, _ := ItemByID("AUT-02")
	if Evidence(adjourn, "decision").Kind != KindChoice || Evidence(parents, "decision").Kind != KindText {
		t.Error("an item's own meaning of a decision is not used")
	}
}
