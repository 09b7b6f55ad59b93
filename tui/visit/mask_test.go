package visit

import (
	"testing"

	"footprint/domain/caseload"
)

func TestNamesAreCovered(t *testing.T) {
	t.Parallel()
	m := maskOf([]child{{row: caseload.Row{Name: "Siôn O'Neill-Bell", Carer: "Will and May de Witt", Worker: "J. Long"}}, {row: caseload.Row{Name: "maja kowalska"}}, {row: caseload.Row{Name: "عمر حداد"}}}, 0)
	for text, want := range map[string]string{
		"":                               "",
		"Sion and SIÔN":                  "S. and S.",
		"Siôn's door, sions door":        "S.'s door, S. door",
		"O'Neill, ONeill, neill":         "O'N., O., N.",
		"Maja Kowalska":                  "M. K.",
		"will it last long? Will Long?":  "will it last long? W. L.?",
		"the Witts and Witt":             "the Witts and W.",
		"a bellows is not a bell":        "a bellows is not a B.",
		"عمر here":                       "ع. here",
		"2 lines\nof Maja, (May) and m.": "2 lines\nof M., (M.) and m.",
	} {
		if got := m.cover(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
