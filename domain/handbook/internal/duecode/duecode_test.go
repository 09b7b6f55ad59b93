package duecode_test

import (
	"testing"

	"footprint/domain/handbook/internal/duecode"
)

func TestParse(t *testing.T) {
	t.Parallel()
	good := map[string]duecode.Code{
		"R":              {Anchor: "R"},
		"R-15WD":         {Anchor: "R", Days: -15},
		"C+5WD":          {Anchor: "C", Days: 5},
		"18-20WD":        {Anchor: "18", Days: -20},
		"REM+10WD":       {Anchor: "REM", Days: 10},
		"IRH-5WD":        {Anchor: "IRH", Days: -5},
		"MID":            {Anchor: "MID"},
		"event":          {Anchor: "event"},
		"max(R-20WD, L)": {Anchor: "R", Days: -20, Floor: "L"},
	}
	for code, want := range good {
		got, err := duecode.Parse(code)
		if err != nil || got != want {
			t.Errorf("Parse(%q) = %+v, %v; want %+v", code, got, err, want)
		}
	}
	for _, code := range []string{
		"", "r", "X", "R-15", "R-WD", "R-0WD", "R-05WD", "R--5WD", "R+5WD ", "R-999WD", "event+1WD", "MID-1WD",
		"max(R-20WD, L", "max(R-20WD,L)", "max(event, L)", "max(R-20WD, event)", "max(max(R, L), L)",
	} {
		if got, err := duecode.Parse(code); err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", code, got)
		}
	}
}
