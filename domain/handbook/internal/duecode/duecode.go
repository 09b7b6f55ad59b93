// Package duecode reads the due codes of the checklists, such as "R-15WD":
// an anchor day, a number of working days before or after it, and sometimes a
// day it may not fall before.
//
// It stands apart so that the generator and the handbook share one reader of
// the codes. It works on text alone and must never work out a date: that is
// for the package that knows the working days.
package duecode

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The anchors a code may start from, as written in the checklists. Event and
// Midpoint stand alone: they take no number of days.
const (
	Event    = "event"
	Midpoint = "MID"
)

var counted = []string{"R", "C", "M", "L", "F", "REM", "18", "IRH"}

// Code is a due code taken apart. Anchor and Floor are written as in the
// checklists; Floor is "" when there is none. Days counts working days,
// negative before the anchor and positive after it.
type Code struct {
	Anchor string
	Days   int
	Floor  string
}

// Parse reads one due code. Anything but the forms R, R-15WD, C+5WD, MID,
// event and max(R-20WD, L) is an error that quotes the code.
func Parse(code string) (Code, error) {
	inner, isMax := strings.CutPrefix(code, "max(")
	if !isMax {
		return parseSimple(code, code)
	}
	inner, closed := strings.CutSuffix(inner, ")")
	target, floor, two := strings.Cut(inner, ", ")
	if !closed || !two || !slices.Contains(counted, floor) {
		return Code{}, bad(code)
	}
	parsed, err := parseSimple(target, code)
	if err != nil || !slices.Contains(counted, parsed.Anchor) {
		return Code{}, bad(code)
	}
	parsed.Floor = floor
	return parsed, nil
}

func parseSimple(text, whole string) (Code, error) {
	if text == Event || text == Midpoint || slices.Contains(counted, text) {
		return Code{Anchor: text}, nil
	}
	at := strings.IndexAny(text, "+-")
	if at < 0 || !slices.Contains(counted, text[:at]) {
		return Code{}, bad(whole)
	}
	digits, working := strings.CutSuffix(text[at+1:], "WD")
	days, err := strconv.ParseUint(digits, 10, 8)
	if !working || err != nil || days == 0 || digits[0] == '0' {
		return Code{}, bad(whole)
	}
	if text[at] == '-' {
		return Code{Anchor: text[:at], Days: -int(days)}, nil
	}
	return Code{Anchor: text[:at], Days: int(days)}, nil
}

func bad(code string) error {
	return fmt.Errorf("due code %q is not one the checklists use", code)
}
