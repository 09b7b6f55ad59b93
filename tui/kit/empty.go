package kit

import "strings"

// Empty draws a screen with nothing on it: what is so, and what to do next.
// keys are the keys that help ("a" "add a child"), in pairs.
func (t *Theme) Empty(w, h int, what, next string, keys ...string) string {
	if h <= 0 {
		return ""
	}
	rows := Indent(Wrap(Clean(what), max(min(w-4, 72), 1)), 3)
	for i := range rows {
		rows[i] = t.Paint(Strong, rows[i])
	}
	if next != "" {
		rows = append(append(rows, ""), Indent(Wrap(Clean(next), max(min(w-4, 72), 1)), 3)...)
	}
	if len(keys) > 1 {
		rows = append(rows, "")
		for i := 0; i+1 < len(keys); i += 2 {
			rows = append(rows, "   "+t.Paint(Accent, Pad(KeyWords(keys[i]), 6))+" "+Clean(keys[i+1]))
		}
	}
	if top := (h - len(rows)) / 4; top > 0 {
		rows = append(make([]string, top), rows...)
	}
	for i, r := range rows {
		rows[i] = Truncate(r, w)
	}
	return strings.Join(rows[:min(len(rows), h)], "\n")
}
