package handbook_test

import (
	"strings"
	"testing"

	"footprint/domain/handbook"
)

// TestEveryCodeHasWords holds the words against the values of fields.json.
func TestEveryCodeHasWords(t *testing.T) {
	t.Parallel()
	words := map[string]func(string) string{
		"legal_status":     func(code string) string { return handbook.LegalStatusWords(handbook.LegalStatus(code)) },
		"placement":        func(code string) string { return handbook.PlacementWords(handbook.Placement(code)) },
		"permanence_route": func(code string) string { return handbook.PermanenceRouteWords(handbook.PermanenceRoute(code)) },
	}
	tried := 0
	for _, field := range fields(t) {
		say := words[field.Name]
		if say == nil {
			continue
		}
		seen := map[string]bool{}
		for _, code := range field.Values {
			tried++
			text := say(code)
			if text == code || strings.Contains(text, "_") || seen[text] {
				t.Errorf("%s %s is said %q", field.Name, code, text)
			}
			seen[text] = true
		}
		if say("") != "not known" || say("NEW") != "NEW" {
			t.Errorf("%s: an unknown code is said %q", field.Name, say("NEW"))
		}
	}
	if tried != 29 {
		t.Errorf("%d codes tried, want 29", tried)
	}
}
