// Package secret holds what every screen needs that asks for a passphrase or
// shows a recovery code: the meter, the form that wipes what was typed, and
// the page that shows a code once and asks two of its groups back.
//
// It may touch the kit and plain functions handed to it. It judges no
// passphrase itself, keeps no secret longer than the screen that needs it, and
// shows a typed passphrase nowhere, not even its length in words.
package secret

import (
	"errors"
	"strings"

	"footprint/tui/kit"
)

// Strength is what the meter shows of a passphrase.
type Strength struct {
	Level int    // 0 too short, 1 weak, 2 fair, 3 good, 4 strong
	Words string // the level as a word
	Why   string // one plain sentence
	Good  bool   // whether it may be used
}

// Judge measures a passphrase; own are the person's own words (name, council),
// which guessers know too. It is called on each key: no input, no output.
type Judge func(passphrase string, own []string) Strength

// The names of the two fields New makes.
const (
	Fresh = "fresh"
	Again = "again"
)

// New gives the two fields for a new passphrase with its meter; own is asked
// for the person's own words at each key.
func New(th *kit.Theme, judge Judge, own func() []string) []kit.Field {
	return []kit.Field{
		{ID: Fresh, Label: "New passphrase", Kind: kit.SecretField, Required: true,
			Hint: "At least 12 characters; four or five unrelated words are easy to remember",
			Check: func(text string) (string, error) {
				s := judge(text, own())
				if !s.Good {
					return meter(th, s), errors.New(s.Why)
				}
				return meter(th, s), nil
			}},
		{ID: Again, Label: "The same again", Kind: kit.SecretField, Required: true, Hint: "Typed twice, so that a slip does not lock you out"},
	}
}

// Match says which field to go back to when the two are not the same.
func Match(v kit.Values) (field, words string) {
	if v[Fresh] != v[Again] {
		return Again, "The two are not the same. Type the passphrase again here."
	}
	return "", ""
}

// meter draws a passphrase's strength: "■■■· good".
func meter(th *kit.Theme, s Strength) string {
	on, off := "■", "·"
	if th.ASCII() {
		on, off = "#", "."
	}
	full := max(min(s.Level, 4), 0)
	return strings.Repeat(on, full) + strings.Repeat(off, 4-full) + " " + s.Words
}
