package event

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
)

func TestEveryRuleThatMayHoldAChangeHasItsReason(t *testing.T) {
	t.Parallel()
	ids := []string{"RT-12", casefile.AdjournedHold}
	for _, r := range handbook.Family("CV") {
		// Approvals, the standing itself and what follows an emergency hold nothing.
		if !slices.Contains([]string{"CV-11", "CV-13", "CV-14", "CV-15"}, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	for _, id := range ids {
		if reason(id) == "" {
			t.Errorf("%s has no reason in words", id)
		}
	}
}
