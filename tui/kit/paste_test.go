package kit

import (
	"errors"
	"io"
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

// readInSteps reads everything in steps of so many bytes, as the framework does.
func readInSteps(t *testing.T, text string, step int) string {
	t.Helper()
	r := LimitPastes(strings.NewReader(text))
	var out strings.Builder
	buf := make([]byte, step)
	for reads := 0; ; reads++ {
		n, err := r.Read(buf)
		out.Write(buf[:n])
		if reads > 2*pasteLimit/step+2 {
			t.Fatal("it is asked again for what is passed over")
		}
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestAPasteIsCutAndNothingElse: however it is read, keys before and after it
// arrive whole, and its end is where it was.
func TestAPasteIsCutAndNothingElse(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", pasteLimit)
	for name, c := range map[string]struct{ in, want string }{
		"keys":           {"abc\x1b[A\x1b\x1b[200x", "abc\x1b[A\x1b\x1b[200x"},
		"a short paste":  {"x" + pasteStart + "one\x1b[20two" + pasteEnd + "y", "x" + pasteStart + "one\x1b[20two" + pasteEnd + "y"},
		"keys for long":  {long + long, long + long},
		"a long one":     {"x" + pasteStart + long + "bc" + pasteEnd + "y", "x" + pasteStart + long + pasteEnd + "y"},
		"a huge one":     {pasteStart + strings.Repeat(long, 20) + pasteEnd, pasteStart + long + pasteEnd},
		"of escapes":     {pasteStart + long + strings.Repeat("\x1b[201", 999) + pasteEnd + "y", pasteStart + long + pasteEnd + "y"},
		"two, the first": {pasteStart + long + "b" + pasteEnd + pasteStart + "b" + pasteEnd, pasteStart + long + pasteEnd + pasteStart + "b" + pasteEnd},
	} {
		for _, step := range []int{7, 64, 255, 256} {
			if got := readInSteps(t, c.in, step); got != c.want {
				t.Errorf("%s, by %d: %d bytes, want %d", name, step, len(got), len(c.want))
			}
		}
	}
}

// TestWhatIsCutIsRefusedInWords: a paste cut to the limit fits no field.
func TestWhatIsCutIsRefusedInWords(t *testing.T) {
	t.Parallel()
	refused := ""
	e := NewEditor(NewTheme(Look{Mode: NoColour}), "")
	e.Refused = func(words string) { refused = words }
	e.Update(Paste(strings.Repeat("\r\n", pasteLimit/2)))
	if refused == "" || e.Value() != "" {
		t.Errorf("%d bytes kept, said %q", len(e.Value()), refused)
	}
}
