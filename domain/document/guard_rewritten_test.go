package document_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/document"
)

// TestRedactionDoesNotHidePrivateWords: a carer's name in private words is
// rewritten in a redacted copy, and the words are still found in it (HB 3.33).
func TestRedactionDoesNotHidePrivateWords(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		private, note string
		found         bool
	}{
		"the same sentence":         {"Mair Rowlands locks me in.", "Mair Rowlands locks me in.", true},
		"another form of the name":  {"Mair Rowlands locks me in.", "Mrs Rowlands locks me in.", true},
		"six words of it":           {"At night I hear that Mair Rowlands shouts at her boys.", "We know that Mair Rowlands shouts at her cat.", true},
		"a number is left out":      {"Ring 07700 900555 for me", "She said: ring 07700 900555 for me.", true},
		"nothing but a name":        {"Mair Rowlands", "All went well with Mair Rowlands.", false},
		"what was said to be shown": {"I want to see my nan more.", "I want to see my nan more.", false},
	} {
		e := maja()
		e.on("2026-05-05", &casefile.PersonStated{ID: casefile.ID{31}, Role: casefile.Carer, Name: "Mair Rowlands"},
			&casefile.ChildSaid{ID: casefile.ID{32}, Review: thisID, Words: tc.private},
			&casefile.NoteWritten{Review: thisID, Item: "B-706", Text: tc.note})
		s := subject(e, thisID)
		mum := as(t, s, mumID)
		if leaks := document.Guard(s, mum, record(t, s, mum)); len(leaks) > 0 != tc.found {
			t.Errorf("%s: %+v", name, leaks)
		}
	}
}
