package desk

import "footprint/tui/kit"

// Shown reports whether names are shown, and says so when they are not: a form
// that is full of names opens only then.
func (d *Desk) Shown() bool {
	if d.hidden {
		d.Nav.Say(kit.Soon, "Names are hidden, and this form is full of them. ctrl+p shows names; then it opens.")
	}
	return !d.hidden
}
