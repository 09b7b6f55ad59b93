package kit

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestPressNames(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"ctrl+k", "enter", "esc", "tab", "shift+tab", "space", "up", "pgdown", "f1", "f12",
		"ctrl+left", "alt+left", "backspace", "ctrl+home", "a", "?", "/", "ŵ", "alt+z", "ctrl+u"} {
		if got := KeyName(Press(name)); got != name {
			t.Errorf("Press(%q) is %q", name, got)
		}
	}
}

func TestSplitKeys(t *testing.T) {
	t.Parallel()
	names := func(ks []tea.KeyMsg) string {
		var out []string
		for _, k := range ks {
			out = append(out, KeyName(k))
		}
		return strings.Join(out, ",")
	}
	if got := names(SplitKeys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jj k")})); got != "j,j,space,k" {
		t.Errorf("got %s", got)
	}
	if got := SplitKeys(Paste("abc")); len(got) != 1 || !got[0].Paste {
		t.Errorf("a paste was taken apart: %v", got)
	}
	if got := names(SplitKeys(Press("enter"))); got != "enter" {
		t.Errorf("got %s", got)
	}
	if got := names(SplitKeys(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("@~"), Alt: true})); got != "alt+@,alt+~" {
		t.Errorf("AltGr keys were lost: %s", got)
	}
}

func TestAltGrLetterFindsItsAction(t *testing.T) {
	t.Parallel()
	actions := []Action{{ID: "x", Keys: []string{"~"}}, {ID: "alt", Keys: []string{"alt+z"}}}
	if a, ok := Find(actions, Press("alt+~")); !ok || a.ID != "x" {
		t.Errorf("alt+~ found %v %v", a.ID, ok)
	}
	if a, ok := Find(actions, Press("alt+z")); !ok || a.ID != "alt" {
		t.Errorf("alt+z found %v %v", a.ID, ok)
	}
	if _, ok := Find(actions, Paste("~")); ok {
		t.Error("a paste started an action")
	}
}

func TestKeyWords(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"ctrl+k": "Ctrl+K", "space": "Space", "pgdown": "Page Down", "shift+tab": "Shift+Tab",
		"n": "n", "N": "Shift+N", "f1": "F1", "ctrl+left": "Ctrl+Left", "?": "?", "esc": "Esc", "f": "f"} {
		if got := KeyWords(in); got != want {
			t.Errorf("KeyWords(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestChords(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{"ctrl+k": true, "ctrl+s": true, "f1": true, "a": false, "enter": false, "tab": false,
		"esc": false, "ctrl+h": false, "left": false, "ctrl+left": false, "alt+l": false, "space": false, "backspace": false} {
		if got := isChord(Press(name)); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

var sample = []Action{
	{ID: "open", Keys: []string{"enter"}, Words: "open", Group: "This child", Foot: 1},
	{ID: "why", Keys: []string{"w"}, Words: "why this date", Group: "This child", Foot: 2},
	{ID: "note", Keys: []string{"n"}, Words: "note", Group: "This child", Foot: 3, Disabled: "The case is closed."},
	{ID: "find", Keys: []string{"/"}, Words: "find", Group: "The list", Foot: 4},
	{ID: "move", Keys: []string{"up", "down"}, Words: "one row", Group: "The list"},
}

func TestFooter(t *testing.T) {
	t.Parallel()
	th := NewTheme(Look{Mode: NoColour})
	for w, want := range map[int]string{
		80: " Enter open   w why this date   / find   ? all keys",
		42: " Enter open   w why this date   ? all keys",
		26: " Enter open   ? all keys",
		12: " ? all keys",
		5:  "? al…",
	} {
		if got := th.Footer(sample, w, "? all keys"); got != want {
			t.Errorf("%d: %q, want %q", w, got, want)
		}
	}
	for w := range 100 {
		if got := Width(th.Footer(sample, w, "? all keys")); got > w {
			t.Errorf("width %d: footer is %d wide", w, got)
		}
	}
}

func TestHelpSaysWhyNot(t *testing.T) {
	t.Parallel()
	got := strings.Join(helpLines(NewTheme(Look{Mode: NoColour}), sample, 60), "\n")
	for _, want := range []string{" This child", "Enter", "why this date", "note (not now: The case is closed)", "Up or Down", " The list"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestKeyTable(t *testing.T) {
	t.Parallel()
	got := KeyTable(sample)
	for _, want := range []string{"| This child | |", "| `Enter` | open |", "| `Up` or `Down` | one row |"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestFuzzy(t *testing.T) {
	t.Parallel()
	names := []string{"Ben Hughes", "Ŵyn Prys", "Łukasz Nowak", "Sia\u0302n Évans", "Maja Kowalska", "إدريس حداد"}
	first := func(text string) string {
		if m := Fuzzy(text, names); len(m) > 0 {
			return names[m[0].Index]
		}
		return ""
	}
	for text, want := range map[string]string{"wyn": "Ŵyn Prys", "lukasz": "Łukasz Nowak", "sian": "Sia\u0302n Évans",
		"Siân": "Sia\u0302n Évans", "evans": "Sia\u0302n Évans", "kow maj": "Maja Kowalska", "zzz": "", "حداد": "إدريس حداد"} {
		if got := first(text); got != want {
			t.Errorf("%q found %q, want %q", text, got, want)
		}
	}
	if got := len(Fuzzy("  ", names)); got != len(names) {
		t.Errorf("empty text gave %d of %d", got, len(names))
	}
}

// Letters that arrive together may spell the name of a key; they are text all
// the same ("up", "end" and "home" are words people write).
func TestWordsThatAreNamesOfKeysAreTyped(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"up", "down", "left", "right", "home", "end", "delete", "insert", "enter", "tab", "esc", "space", "backspace", "pgup", "ctrl+s", "f1"} {
		k := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word)}
		e := NewEditor(NewTheme(Look{}), "so ")
		e.Update(Press("ctrl+end"))
		e.Update(k)
		if e.Value() != "so "+word {
			t.Errorf("%q typed at once gives %q", word, e.Value())
		}
		var in Input
		in.Focus(true)
		in.Update(k)
		if in.Value() != word {
			t.Errorf("%q typed at once into a field gives %q", word, in.Value())
		}
		if matches(k, []string{word}) {
			t.Errorf("%q typed at once is taken for the key", word)
		}
	}
}
