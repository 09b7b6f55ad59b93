package kit

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

func itoa(n int) string { return strconv.Itoa(n) }

// keyTypes finds a special key by the name the framework prints for it.
var keyTypes = sync.OnceValue(func() map[string]tea.KeyType {
	m := make(map[string]tea.KeyType, 128)
	for t := tea.KeyType(-120); t <= 127; t++ {
		if t == tea.KeyRunes {
			continue
		}
		name := t.String()
		if _, known := m[name]; name != "" && !known {
			m[name] = t
		}
	}
	m["space"] = tea.KeySpace
	return m
})

// Press makes the message of one key by its name: "ctrl+k", "enter", "f2",
// "alt+z", "space", "n". It is the one place tests and scripts get keys from.
func Press(name string) tea.KeyMsg {
	rest, alt := strings.CutPrefix(name, "alt+")
	if t, ok := keyTypes()[rest]; ok {
		k := tea.KeyMsg{Type: t, Alt: alt}
		if t == tea.KeySpace {
			k.Runes = []rune{' '}
		}
		return k
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(rest), Alt: alt}
}

// Type makes the messages of text typed key by key. A line end is Enter and a
// tab is Tab, as on a terminal without bracketed paste.
func Type(text string) []tea.KeyMsg {
	var out []tea.KeyMsg
	for _, r := range text {
		switch r {
		case ' ':
			out = append(out, Press("space"))
		case '\n':
			out = append(out, Press("enter"))
		case '\t':
			out = append(out, Press("tab"))
		default:
			out = append(out, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		}
	}
	return out
}

// Paste makes the message of one bracketed paste.
func Paste(text string) tea.KeyMsg {
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}
}

// SplitKeys takes apart keys that arrived together as one message, so that
// holding an arrow letter down moves once for each. Pastes and single keys
// come back as they are. Use it outside text fields only.
func SplitKeys(k tea.KeyMsg) []tea.KeyMsg {
	if k.Type != tea.KeyRunes || k.Paste || len(k.Runes) < 2 {
		return []tea.KeyMsg{k}
	}
	out := make([]tea.KeyMsg, 0, len(k.Runes))
	for _, r := range k.Runes {
		one := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: k.Alt}
		if r == ' ' {
			one.Type = tea.KeySpace
		}
		out = append(out, one)
	}
	return out
}

// KeyName gives the name actions are bound to: the framework's own, except
// that the space bar is "space", and that letters which arrived together have
// none: "up" or "end" typed fast is text, and no key.
func KeyName(k tea.KeyMsg) string {
	if k.Type == tea.KeyRunes && (k.Paste || len(k.Runes) > 1) {
		return ""
	}
	if k.Type == tea.KeySpace || (k.Type == tea.KeyRunes && string(k.Runes) == " ") {
		if k.Alt {
			return "alt+space"
		}
		return "space"
	}
	return k.String()
}

// TypedText gives the text a key types into a field, and whether it types any.
// The Alt mark is not looked at: on Windows it comes with every AltGr letter.
func TypedText(k tea.KeyMsg) (string, bool) {
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace:
		return string(k.Runes), len(k.Runes) > 0
	}
	return "", false
}

// isChord reports keys that never type text or move within it: ctrl with a
// letter and function keys. Only these may act while a field has focus.
func isChord(k tea.KeyMsg) bool {
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace, tea.KeyEnter, tea.KeyTab, tea.KeyShiftTab, tea.KeyEsc, tea.KeyBackspace:
		return false
	case tea.KeyCtrlH, tea.KeyCtrlJ: // what some terminals send for Backspace and Enter
		return false
	}
	name := k.Type.String()
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return utf8.RuneCountInString(rest) == 1
	}
	return len(name) > 1 && name[0] == 'f' && name[1] >= '1' && name[1] <= '9'
}

// matches reports whether a key is one of names. A letter that comes with
// AltGr counts as the letter unless something is bound to alt with it.
func matches(k tea.KeyMsg, names []string) bool {
	if k.Paste {
		return false
	}
	return key.Matches(pressed(KeyName(k)), key.NewBinding(key.WithKeys(names...)))
}

// pressed is a key by the name actions are bound to.
type pressed string

// String is the name.
func (p pressed) String() string { return string(p) }

func withoutAlt(k tea.KeyMsg) tea.KeyMsg {
	if k.Type == tea.KeyRunes || k.Type == tea.KeySpace {
		k.Alt = false
	}
	return k
}

var keyWords = map[string]string{
	"enter": "Enter", "esc": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "space": "Space",
	"up": "Up", "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End",
	"pgup": "Page Up", "pgdown": "Page Down", "backspace": "Backspace", "delete": "Delete", "insert": "Insert",
}

// KeyWords gives a key as a person reads it: "ctrl+k" is "Ctrl+K", "space" is
// "Space"; a capital letter is "Shift+N", for a key cap shows capitals anyway.
func KeyWords(name string) string {
	if w, ok := keyWords[name]; ok {
		return w
	}
	for _, mod := range []struct{ from, to string }{{"ctrl+", "Ctrl+"}, {"alt+", "Alt+"}, {"shift+", "Shift+"}} {
		if rest, ok := strings.CutPrefix(name, mod.from); ok {
			if len(rest) == 1 {
				return mod.to + strings.ToUpper(rest)
			}
			return mod.to + KeyWords(rest)
		}
	}
	if len(name) == 1 && name[0] >= 'A' && name[0] <= 'Z' {
		return "Shift+" + name
	}
	if len(name) >= 2 && name[0] == 'f' && name[1] >= '1' && name[1] <= '9' {
		return "F" + name[1:]
	}
	return name
}
