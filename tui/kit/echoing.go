package kit

import "strings"

// Echoing is a form with what its answers mean said under the questions, as
// they are typed: the whole date, how it stands to a limit, what would follow.
type Echoing struct {
	*Form
	say  func(v Values) (tone Tone, words string)
	rows int
	w, h int
}

// Echo puts rows for words under a form.
func Echo(f *Form, rows int, say func(v Values) (Tone, string)) *Echoing {
	return &Echoing{Form: f, say: say, rows: rows}
}

// SetSize keeps rows for the words.
func (f *Echoing) SetSize(w, h int) {
	f.w, f.h = w, h
	f.Form.SetSize(w, h-f.below())
}

// below is how many rows the words take, with a gap above: none where the
// window is too low for both.
func (f *Echoing) below() int {
	if f.h < f.rows+7 {
		return 0
	}
	return f.rows + 1
}

// View gives the questions, then what the answers mean.
func (f *Echoing) View() string {
	rows := f.below()
	if rows == 0 {
		return f.Form.View()
	}
	lines := append(Lines(f.Form.View(), f.w, f.h-rows), "")
	tone, words := f.say(f.Values())
	room := max(f.w-6, 1)
	var wrapped []string
	for part := range strings.SplitSeq(words, "\n") {
		wrapped = append(wrapped, Wrap(part, room)...)
	}
	for _, l := range Lines(strings.Join(wrapped, "\n"), room, rows-1) {
		lines = append(lines, Truncate("   "+f.nav.th.Paint(tone, l), f.w))
	}
	return strings.Join(lines, "\n")
}
