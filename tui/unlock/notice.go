package unlock

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// notice shows what has to be read before work begins. It goes on with a key
// that is not the one that led to it.
type notice struct {
	nav     *kit.Nav
	entered Entered
	*kit.Reader
}

func newNotice(nav *kit.Nav, e Entered) *notice {
	p := &notice{nav: nav, entered: e}
	opened := e.Opened
	p.Reader = kit.NewReader(nav.Theme(), "Before you go on", p.lines,
		kit.Action{ID: "unlock.read", Keys: []string{"o"}, Words: "I have read this: open the caseload", Group: "The way in", Foot: 1,
			Do: func() tea.Cmd { return func() tea.Msg { return e } }},
		leave(&opened))
	return p
}

func (p *notice) lines(w int) []string {
	th := p.nav.Theme()
	room := max(min(w-8, 74), 1)
	var out []string
	for _, warn := range p.entered.Opened.Warnings {
		sign, tone := kit.SignSoon, kit.Strong
		if warn.Grave {
			sign, tone = kit.SignLate, kit.Late
		}
		if len(out) > 0 {
			out = append(out, "")
		}
		for i, l := range kit.Wrap(kit.Clean(warn.Sentence), room) {
			head := "   "
			if i == 0 {
				head = " " + th.Mark(sign) + " "
			}
			out = append(out, head+"  "+th.Paint(tone, l))
		}
		if warn.Hint != "" {
			out = append(out, kit.Indent(kit.Wrap(kit.Clean(warn.Hint), room), 5)...)
		}
	}
	return out
}

// Escape stays: the store is open, and what stands here has to be read once.
func (p *notice) Escape() bool {
	p.nav.Say(kit.Soon, "Read what stands here, then press o to go on.")
	return true
}

// window gives h rows of lines, those around line at, each cut to w.
func window(lines []string, at, w, h int) string {
	if h <= 0 {
		return ""
	}
	pad := 0
	if spare := h - len(lines); spare > 0 {
		pad = min(spare/4, 3)
	}
	from := 0
	if len(lines) > h {
		from = max(min(at-h/2, len(lines)-h), 0)
	}
	return strings.Join(kit.Lines(strings.Repeat("\n", pad)+strings.Join(lines[from:], "\n"), w, h), "\n")
}
