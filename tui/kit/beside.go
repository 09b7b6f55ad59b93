package kit

import "strings"

// Beside lays two texts side by side with an edge between them: left columns
// for the one, what is left of w for the other, h rows of both.
func (t *Theme) Beside(one, other string, left, w, h int) string {
	edge := "│"
	if t.ASCII() {
		edge = "|"
	}
	edge = t.Paint(Dim, edge) + " "
	a, b := Lines(one, left, h), Lines(other, max(w-left-3, 1), h)
	for i := range a {
		a[i] = Pad(a[i], left) + edge + b[i]
	}
	return strings.Join(a, "\n")
}
