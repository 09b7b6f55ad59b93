package secret

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// Spec says what a form with secrets asks and what becomes of it.
type Spec struct {
	kit.FormSpec
	// Suggest draws a passphrase to offer; it runs in a command. Nil offers
	// none.
	Suggest func() (string, error)
	// Answer gets every message that is not a key: what the work came to.
	Answer func(tea.Msg) tea.Cmd
	// Escape is asked first; true means the step was taken.
	Escape func() bool
}

// Form is a form that empties its secrets when they are handed on, says what
// is going on while the answer is worked out, and can offer a passphrase.
type Form struct {
	*kit.Form
	nav     *kit.Nav
	spec    Spec
	busy    string
	offered string
	era     int
	w, h    int
}

type offer struct{ words string }

// NewForm makes the page.
func NewForm(nav *kit.Nav, spec Spec) *Form {
	f := &Form{nav: nav, spec: spec}
	inner := spec.FormSpec
	done := inner.Done
	inner.Done = func(v kit.Values) tea.Cmd {
		f.Wipe()
		f.offered = ""
		f.size()
		return done(v)
	}
	extra := inner.Extra
	inner.Extra = func() []kit.Action {
		var out []kit.Action
		if spec.Suggest != nil {
			out = append(out, kit.Action{ID: "secret.offer", Keys: []string{"f3"}, Words: "offer me a passphrase", Group: "This form", Foot: 2, Do: f.offer})
		}
		if f.offered != "" {
			out = append(out, kit.Action{ID: "secret.hide", Keys: []string{"f4"}, Words: "hide the one offered", Group: "This form", Do: func() tea.Cmd {
				f.offered = ""
				f.size()
				return nil
			}})
		}
		if extra != nil {
			out = append(out, extra()...)
		}
		return out
	}
	f.Form = kit.NewForm(nav, inner)
	return f
}

func (f *Form) offer() tea.Cmd {
	f.era++
	draw := f.spec.Suggest
	return kit.Load(f.era, func() (offer, error) {
		words, err := draw()
		return offer{words}, err
	})
}

// Busy shows what is being done in place of the questions, "" for nothing.
func (f *Form) Busy(words string) {
	f.busy = words
	f.Form.Busy(words != "")
}

// Fault goes back to a question with what was wrong with its answer.
func (f *Form) Fault(id, words string) {
	f.busy = ""
	f.Form.Fault(id, words)
}

// Update takes keys for the form and answers for the page.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(kit.Loaded[offer]); ok {
		if m.Era == f.era {
			f.offered = m.Value.words
			f.size()
		}
		return nil
	}
	if _, key := msg.(tea.KeyMsg); !key && f.spec.Answer != nil {
		if cmd := f.spec.Answer(msg); cmd != nil {
			return cmd
		}
	}
	if f.busy != "" {
		return nil
	}
	return f.Form.Update(msg)
}

// Actions are those of the form; while it is busy there are none.
func (f *Form) Actions() []kit.Action {
	if f.busy != "" {
		return nil
	}
	return f.Form.Actions()
}

// Escape asks the page first.
func (f *Form) Escape() bool { return f.spec.Escape != nil && f.spec.Escape() }

// SetSize shares the room with the passphrase on offer.
func (f *Form) SetSize(w, h int) {
	f.w, f.h = w, h
	f.size()
}

func (f *Form) size() { f.Form.SetSize(f.w, max(f.h-len(f.offerLines()), 0)) }

// offerLines is the lines of the passphrase on offer.
func (f *Form) offerLines() []string {
	if f.offered == "" || f.h < 6 {
		return nil
	}
	th := f.nav.Theme()
	room := max(f.w-4, 1)
	lines := kit.Indent(kit.Wrap("One for you, drawn by chance: ", room), 3)
	for _, l := range kit.Wrap(kit.Clean(f.offered), max(room-2, 1)) {
		lines = append(lines, "     "+th.Paint(kit.Strong, l))
	}
	lines = append(lines, kit.Indent(kit.Wrap("Write it on paper, then type it below. F3 draws another, F4 hides it.", room), 3)...)
	return append(lines, "")
}

// View gives the offer and the questions, or what is being done.
func (f *Form) View() string {
	th := f.nav.Theme()
	if f.busy != "" {
		return th.Empty(f.w, f.h, f.busy, "")
	}
	lines := f.offerLines()
	if f.h <= 0 {
		return ""
	}
	if len(lines) > f.h {
		lines = lines[:f.h]
	}
	for i, l := range lines {
		lines[i] = kit.Truncate(l, f.w)
	}
	if len(lines) == f.h {
		return strings.Join(lines, "\n")
	}
	return strings.Join(append(lines, f.Form.View()), "\n")
}
