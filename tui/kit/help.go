package kit

import "strings"

// newHelp makes the overlay that lists every key of the page in front.
func newHelp(n *Nav) *Reader {
	actions := n.All()
	return NewReader(n.th, "Keys: "+n.Focus().Title(), func(w int) []string { return helpLines(n.th, actions, w) })
}

// helpLines lays actions out under their headings, keys in plain words, and
// says why a key does nothing just now.
func helpLines(t *Theme, actions []Action, w int) []string {
	keyWidth := 0
	for _, a := range actions {
		keyWidth = max(keyWidth, Width(a.keysShown(3)))
	}
	keyWidth = min(keyWidth, max(w/3, 1))
	var out []string
	for _, g := range grouped(actions) {
		if len(out) > 0 {
			out = append(out, "")
		}
		out = append(out, Truncate(" "+t.Paint(Strong, g.name), w))
		for _, a := range g.actions {
			words := a.Words
			if a.Disabled != "" {
				words += " (not now: " + strings.TrimSuffix(a.Disabled, ".") + ")"
			}
			for i, line := range Wrap(words, max(w-keyWidth-6, 8)) {
				key := ""
				if i == 0 {
					key = a.keysShown(3)
				}
				tone := Normal
				if a.Disabled != "" {
					tone = Dim
				}
				out = append(out, Truncate("   "+t.Paint(Accent, Fit(key, keyWidth))+"  "+t.Paint(tone, line), w))
			}
		}
	}
	return out
}
