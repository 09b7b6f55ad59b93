package kit

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Action is one thing a person can do here. The footer, the help, the palette
// and the README's key table are all made from these; nothing is typed twice.
type Action struct {
	ID    string   // stable name, for tests and key settings: "caseload.why"
	Keys  []string // as KeyName gives them; the first is the one shown
	Words string   // what it does, in plain words: "why this date"
	Group string   // heading in the help: "This child"

	// Foot orders the footer: 1 stands first, 0 is not shown there.
	Foot int
	// Disabled is the reason it cannot be done now, as a plain sentence; empty
	// when it can. The key then says the reason.
	Disabled string
	// Always lets the key work over any overlay and while typing (lock). Its
	// key must be a ctrl or function key.
	Always bool
	// Do starts it. Nil for keys the page handles itself (arrows): they are
	// listed in the help and left out of the palette.
	Do func() tea.Cmd
}

// keysShown gives up to n of an action's keys in words.
func (a Action) keysShown(n int) string {
	var out []string
	for i, k := range a.Keys {
		if i == n {
			break
		}
		out = append(out, KeyWords(k))
	}
	return strings.Join(out, " or ")
}

// Find gives the action bound to a key.
func Find(actions []Action, k tea.KeyMsg) (Action, bool) {
	for _, a := range actions {
		if matches(k, a.Keys) {
			return a, true
		}
	}
	if k.Alt {
		if plain := withoutAlt(k); !plain.Alt {
			return Find(actions, plain)
		}
	}
	return Action{}, false
}

// Footer gives the keys that matter here, most important first, as many whole
// ones as fit in w columns, with `? all keys` last. Disabled actions are left
// out. last is the closing text, "" for none.
func (t *Theme) Footer(actions []Action, w int, last string) string {
	shown := make([]Action, 0, 8)
	for _, a := range actions {
		if a.Foot > 0 && a.Disabled == "" && len(a.Keys) > 0 {
			shown = append(shown, a)
		}
	}
	slices.SortStableFunc(shown, func(a, b Action) int { return a.Foot - b.Foot })
	const gap = 3
	lastWidth := Width(last)
	var b strings.Builder
	used := 1
	b.WriteByte(' ')
	for i, a := range shown {
		key := footKey(a.Keys[0])
		need := Width(key) + 1 + Width(a.Words)
		room := w
		if last != "" || i+1 < len(shown) {
			room -= lastWidth + gap
		}
		if used+need+gap > room+gap {
			break
		}
		b.WriteString(t.styles[Accent].Render(key))
		b.WriteByte(' ')
		b.WriteString(a.Words)
		used += need
		if last != "" || i+1 < len(shown) {
			b.WriteString(spaces(gap))
			used += gap
		}
	}
	if last == "" {
		return b.String()
	}
	if used+lastWidth > w {
		return Truncate(last, w)
	}
	key, words, _ := strings.Cut(last, " ")
	return b.String() + t.styles[Accent].Render(key) + " " + words
}

// footKey is KeyWords but a capital stays itself: the footer is short of room.
func footKey(name string) string {
	if len(name) == 1 {
		return name
	}
	return KeyWords(name)
}

// KeyTable gives the actions as a Markdown table, grouped, for the README.
func KeyTable(actions []Action) string {
	var b strings.Builder
	for _, g := range grouped(actions) {
		b.WriteString("| " + g.name + " | |\n| --- | --- |\n")
		for _, a := range g.actions {
			keys := make([]string, len(a.Keys))
			for i, k := range a.Keys {
				keys[i] = "`" + strings.ReplaceAll(KeyWords(k), "|", "\\|") + "`"
			}
			b.WriteString("| " + strings.Join(keys, " or ") + " | " + a.Words + " |\n")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type group struct {
	name    string
	actions []Action
}

// grouped gathers actions under their headings, in order of first appearance.
func grouped(actions []Action) []group {
	var out []group
	for _, a := range actions {
		if len(a.Keys) == 0 {
			continue
		}
		name := a.Group
		if name == "" {
			name = "Here"
		}
		i := slices.IndexFunc(out, func(g group) bool { return g.name == name })
		if i < 0 {
			i = len(out)
			out = append(out, group{name: name})
		}
		out[i].actions = append(out[i].actions, a)
	}
	return out
}
