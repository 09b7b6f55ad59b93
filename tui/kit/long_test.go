package kit

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// odd is text whose characters are long or have no certain beginning.
var odd = rapid.Custom(func(t *rapid.T) string {
	pieces := rapid.SliceOfN(rapid.SampledFrom([]string{
		"a", " ", "\n", "e\u0301", "\u0301", " \u0302", "漢", "ع", "عَ", "🇬🇧", "🇺", "👩‍👩‍👧‍👦", "👍🏽", "각", "ᄀ", "ᅡ", "क्ष", "ำ", "x" + strings.Repeat("\u0300", 60),
	}), 0, 60)
	return strings.Join(pieces.Draw(t, "pieces"), "")
})

// whole reports that a place stands between whole characters, counted from the
// beginning of its line.
func whole(b *buffer, p place) bool {
	line, i := b.lines[p.row], 0
	for i < p.col {
		n, _ := grapheme(line[i:])
		i += n
	}
	return i == p.col
}

func TestLeftAndRightGoByWholeCharacters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		b := newBuffer(true, 0)
		b.set(odd.Draw(t, "text"))
		b.at = place{}
		for p := b.at; p != b.end(); {
			next := b.right(p)
			if back := b.left(next); back != p {
				t.Fatalf("left of %v is %v, not %v, in %q", next, back, p, b.lines)
			}
			p = next
		}
	})
}

// Whatever is typed, deleted, joined or taken back, the cursor never stands
// between a letter and its mark.
func TestTheCursorStandsBetweenWholeCharacters(t *testing.T) {
	t.Parallel()
	names := []string{"a", "space", "\u0301", "🇬", "👩", "enter", "backspace", "delete", "left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "ctrl+w", "ctrl+u", "ctrl+y"}
	rapid.Check(t, func(t *rapid.T) {
		e := testEditor(odd.Draw(t, "text"), rapid.IntRange(1, 12).Draw(t, "w"), 4)
		e.b.at = place{}
		for range rapid.IntRange(0, 40).Draw(t, "keys") {
			key := rapid.SampledFrom(names).Draw(t, "key")
			e.Update(Press(key))
			if !whole(e.b, e.b.at) {
				t.Fatalf("after %s the cursor is at %v in %q", key, e.b.at, e.b.lines)
			}
		}
	})
}

// A whole document as one paragraph is wrapped once for a key, not once for
// each row on the screen.
func TestALongParagraphIsWrappedOnceForAKey(t *testing.T) {
	t.Parallel()
	line := strings.Repeat("Dywedodd Siân wrth ei brawd ei bod hi’n hoff o’i thŷ ", 1000)
	e := testEditor(line, 100, 40)
	key, once := time.Hour, time.Hour
	for range 8 {
		start := time.Now()
		wrapOffsets(line, e.wrapWidth())
		once = min(once, time.Since(start))
		start = time.Now()
		e.Update(Press("a"))
		_ = e.View()
		key = min(key, time.Since(start))
	}
	if key > 5*once {
		t.Errorf("a key takes %v, wrapping the paragraph %v", key, once)
	}
}

func TestWordsAreCountedAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	names := []string{"a", "é", "space", "enter", "backspace", "delete", "left", "right", "up", "ctrl+left", "ctrl+w", "ctrl+u", "ctrl+y", "\u2003"}
	rapid.Check(t, func(t *rapid.T) {
		e := testEditor(anyText.Draw(t, "text"), 20, 4)
		for range rapid.IntRange(0, 60).Draw(t, "keys") {
			if rapid.IntRange(0, 9).Draw(t, "paste") == 0 {
				e.Update(Paste(anyText.Draw(t, "pasted")))
			} else {
				e.Update(Press(rapid.SampledFrom(names).Draw(t, "key")))
			}
			if want := len(strings.Fields(e.Value())); e.Words() != want {
				t.Fatalf("%d words, want %d, in %q", e.Words(), want, e.Value())
			}
		}
	})
}
