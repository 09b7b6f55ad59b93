package kit

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	tea "github.com/charmbracelet/bubbletea"
)

func testEditor(text string, w, h int) *Editor {
	e := NewEditor(NewTheme(Look{Mode: NoColour}), text)
	e.SetSize(w, h)
	return e
}

func keysTo(e *Editor, names ...string) {
	for _, n := range names {
		e.Update(Press(n))
	}
}

func typeTo(e *Editor, text string) {
	for _, k := range Type(text) {
		if k.Type == tea.KeyTab {
			continue
		}
		e.Update(k)
	}
}

func TestEditorKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text string
		keys       []string
		want       string
	}{
		{"backspace over a decomposed letter", "Sia\u0302", []string{"backspace"}, "Si"},
		{"left by whole letters", "Sia\u0302n", []string{"left", "left", "x"}, "Sixa\u0302n"},
		{"join lines", "a\nb", []string{"home", "backspace"}, "ab"},
		{"delete joins lines", "a\nb", []string{"ctrl+home", "end", "delete"}, "ab"},
		{"split a line", "ab", []string{"left", "enter"}, "a\nb"},
		{"delete the word before", "ask about football", []string{"ctrl+w"}, "ask about "},
		{"word left", "ask about it", []string{"ctrl+left", "ctrl+left", "x"}, "ask xabout it"},
		{"word right", "ask about it", []string{"ctrl+home", "ctrl+right", "x"}, "askx about it"},
		{"AltGr letter", "", []string{"alt+ł", "alt+@"}, "ł@"},
		{"alt letters are text, not edits", "one two", []string{"alt+d", "alt+u", "alt+c"}, "one twoduc"},
		{"ctrl+k, ctrl+d and ctrl+t do nothing", "one two", []string{"home", "ctrl+k", "ctrl+d", "ctrl+t"}, "one two"},
		{"ctrl+h is backspace", "ab", []string{"ctrl+h"}, "a"},
		{"up to the very start", "abc", []string{"up", "x"}, "xabc"},
		{"down to the very end", "abc", []string{"home", "down", "x"}, "abcx"},
	} {
		e := testEditor(c.text, 40, 5)
		keysTo(e, c.keys...)
		if got := e.Value(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestEditorUndo(t *testing.T) {
	t.Parallel()
	e := testEditor("", 40, 5)
	typeTo(e, "Maja wants football")
	keysTo(e, "ctrl+u")
	if got := e.Value(); got != "Maja wants " {
		t.Errorf("one undo takes one word back: %q", got)
	}
	keysTo(e, "ctrl+u", "ctrl+u", "ctrl+u")
	if got := e.Value(); got != "" {
		t.Errorf("after all undo: %q", got)
	}
	keysTo(e, "ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
	if got := e.Value(); got != "Maja wants football" {
		t.Errorf("after all redo: %q", got)
	}
	keysTo(e, "backspace", "backspace", "ctrl+u")
	if got := e.Value(); got != "Maja wants football" {
		t.Errorf("undo of deleting: %q", got)
	}
}

func TestEditorPasteIsMadeSafe(t *testing.T) {
	t.Parallel()
	e := testEditor("", 40, 5)
	e.Update(Paste("one\r\ntwo\tthree\x1b[31m\x1b]0;t\x07\x00\u202Efour"))
	if got, want := e.Value(), "one\ntwo    threefour"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	keysTo(e, "ctrl+u")
	if e.Value() != "" {
		t.Error("one undo takes a paste back")
	}
}

func TestEditorLimit(t *testing.T) {
	t.Parallel()
	e := testEditor("keep", 40, 5)
	said, told := "", 0
	e.Refused = func(w string) { said = w }
	e.Changed = func(string) { told++ }
	e.Update(Paste(strings.Repeat("x", NoteLimit)))
	if e.Value() != "keep" || !strings.Contains(said, "256 KiB") || told != 0 {
		t.Errorf("kept %d bytes, said %q, told %d", len(e.Value()), said, told)
	}
	e.Update(Paste(strings.Repeat("x", NoteLimit-4)))
	if len(e.Value()) != NoteLimit || told != 1 {
		t.Errorf("%d bytes, told %d", len(e.Value()), told)
	}
}

// The framework's own text area cuts at 10,000 lines without a word.
func TestEditorManyLines(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("a\n", 60000)
	e := testEditor("", 40, 10)
	e.Update(Paste(text))
	if e.Value() != text {
		t.Errorf("%d of %d bytes kept", len(e.Value()), len(text))
	}
}

func TestEditorWrapsAndMovesByRows(t *testing.T) {
	t.Parallel()
	e := testEditor("one two three four", 10, 3)
	want := "one two \nthree \nfour "
	if got := strings.ReplaceAll(e.View(), "\x1b[7m \x1b[0m", " "); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	keysTo(e, "up", "x")
	if got := e.Value(); got != "one two threxe four" && got != "one two threex four" {
		t.Errorf("%q", got)
	}
	keysTo(e, "pgup", "pgup", "y")
	if got := e.Value(); !strings.HasPrefix(got, "y") {
		t.Errorf("%q", got)
	}
}

func TestCursorShowsWithoutColour(t *testing.T) {
	t.Parallel()
	e := testEditor("ab", 10, 2)
	keysTo(e, "left")
	if got := e.View(); got != "a\x1b[7mb\x1b[0m" {
		t.Errorf("%q", got)
	}
	e.Focus(false)
	if got := e.View(); got != "ab" {
		t.Errorf("%q", got)
	}
}

// Any keys at all: the text is what a plain model says, the cursor stays on a
// whole character, the view fits, and undoing everything gives the beginning.
func TestEditorProperties(t *testing.T) {
	t.Parallel()
	names := []string{"a", "é", "ł", "space", "enter", "backspace", "delete", "left", "right", "up", "down", "home", "end",
		"ctrl+left", "ctrl+right", "ctrl+w", "ctrl+home", "ctrl+end", "pgup", "pgdown", "ctrl+u", "ctrl+y", "\u0302", "漢", "ع"}
	rapid.Check(t, func(t *rapid.T) {
		start := CleanLines(anyText.Draw(t, "text"))
		w, h := rapid.IntRange(1, 20).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h")
		e := testEditor(start, w, h)
		changes := 0
		last := e.Value()
		e.Changed = func(s string) { changes++; last = s }
		for range rapid.IntRange(0, 60).Draw(t, "keys") {
			if rapid.IntRange(0, 9).Draw(t, "paste") == 0 {
				e.Update(Paste(anyText.Draw(t, "pasted")))
			} else {
				e.Update(Press(rapid.SampledFrom(names).Draw(t, "key")))
			}
			checkEditor(t, e, last)
		}
		for e.b.back() {
			e.follow()
			checkEditor(t, e, e.Value())
		}
		if e.Value() != start {
			t.Fatalf("undo gave %q, want %q", e.Value(), start)
		}
	})
}

func checkEditor(t *rapid.T, e *Editor, want string) {
	v := e.Value()
	if v != want {
		t.Fatalf("Changed was told %q, the text is %q", want, v)
	}
	if e.b.size != len(v) {
		t.Fatalf("size %d, text %d", e.b.size, len(v))
	}
	if e.b.at.row >= len(e.b.lines) || e.b.at.col > len(e.b.lines[e.b.at.row]) {
		t.Fatalf("cursor at %v in %q", e.b.at, v)
	}
	view := e.View()
	rows := strings.Split(view, "\n")
	if len(rows) > e.h {
		t.Fatalf("%d rows of %d", len(rows), e.h)
	}
	for _, r := range rows {
		if Width(r) > e.w {
			t.Fatalf("%q is wider than %d", r, e.w)
		}
	}
	if e.w > 3 && !strings.Contains(view, "\x1b[7m") {
		t.Fatalf("no cursor in %q, at %v of %q", view, e.b.at, v)
	}
}

func TestInput(t *testing.T) {
	t.Parallel()
	th := NewTheme(Look{Mode: NoColour})
	var in Input
	in.Focus(true)
	in.Update(Paste("Maja\nKowalska\t"))
	if got := in.Value(); got != "Maja Kowalska " {
		t.Errorf("%q", got)
	}
	for w := 1; w < 20; w++ {
		if got := Width(in.View(th, w)); got > w {
			t.Errorf("width %d: %d", w, got)
		}
	}
	if got := in.View(th, 6); got != "lska \x1b[7m \x1b[0m" {
		t.Errorf("scrolled view %q", got)
	}
	in.Secret = true
	if got := in.View(th, 40); strings.Contains(got, "Maja") || Width(got) != 15 {
		t.Errorf("secret shows as %q", got)
	}
	in.Wipe()
	if in.Update(Press("ctrl+u")); in.Value() != "" {
		t.Error("undo brought a wiped secret back")
	}
}

func TestNotePage(t *testing.T) {
	t.Parallel()
	draft, done := "", ""
	home := &stub{name: "home"}
	n := newTestNav(home)
	open := func() {
		n.Push(NewNote(n, NoteSpec{Title: "Note", Intro: "What you saw.", Text: draft, Changed: func(s string) { draft = s },
			Done: func(s string) tea.Cmd { done = s; n.Pop(); return say("saved") }}))
	}
	open()
	for _, k := range Type("seen alone") {
		n.Update(k)
	}
	if v := n.View(); !strings.Contains(v, "What you saw.") || !strings.Contains(v, "2 words") || !strings.Contains(v, "Ctrl+U undo") {
		t.Errorf("note:\n%s", v)
	}
	press(n, "esc")
	if n.Depth() != 1 || draft != "seen alone" || done != "" {
		t.Fatalf("draft %q, done %q", draft, done)
	}
	open()
	settle(n, n.Update(Press("ctrl+s")))
	if done != "seen alone" || len(home.got) != 1 {
		t.Errorf("done %q, home got %v", done, home.got)
	}
}

func BenchmarkEditorKey(b *testing.B) {
	e := testEditor(strings.Repeat("Maja says that she would like to go to football on a Saturday again.\n", 3000), 80, 20)
	k, back := Press("a"), Press("backspace")
	for range b.N {
		e.Update(k)
		_ = e.View()
		e.Update(back)
		_ = e.View()
	}
}
