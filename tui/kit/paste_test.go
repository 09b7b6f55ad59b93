package kit

import (
	"strings"
	"testing"
)

// TestCleanLooksAtEachByteOnce: sequences that begin and never end would each be
// searched to the end of the text. Were they, this would take minutes.
func TestCleanLooksAtEachByteOnce(t *testing.T) {
	t.Parallel()
	for _, start := range []string{"\x1b]", "\x1bP", "\x1b[31", "\u009d", "\u009b31"} {
		many := strings.Repeat(start, 1<<18)
		if got := Clean(many); strings.ContainsAny(got, "\x1b\u009b\u009d") {
			t.Errorf("%q is left", start)
		}
	}
}

// TestAPasteOfEightMegabytesIsRefusedInWords, in a line and in a note, and what
// stood there still stands.
func TestAPasteOfEightMegabytesIsRefusedInWords(t *testing.T) {
	t.Parallel()
	for field, want := range map[string]string{"name": "That is too long for one line", "notes": "That does not fit"} {
		for _, text := range []string{"a", "é", "a\n", "\x1b]", "e\u0301", "\u0301"} {
			ft := newFormTest()
			for ft.on() != field {
				ft.f.move(1)
			}
			ft.typed("Maja")
			ft.n.Update(Paste(strings.Repeat(text, 8<<20/len(text))))
			if ft.f.Values()[field] != "Maja" || !strings.Contains(ft.n.Said(), want) {
				t.Errorf("%s of %q: said %q", field, text, ft.n.Said())
			}
		}
	}
}

// TestAFullNoteWithTwoByteLineEndsFits: the text is judged as it is kept.
func TestAFullNoteWithTwoByteLineEndsFits(t *testing.T) {
	t.Parallel()
	e := NewEditor(NewTheme(Look{Mode: NoColour}), "")
	e.Update(Paste(strings.Repeat("\r\n", NoteLimit)))
	if len(e.Value()) != NoteLimit {
		t.Errorf("%d bytes kept", len(e.Value()))
	}
}
