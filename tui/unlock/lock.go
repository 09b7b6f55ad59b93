package unlock

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// opening is said while the key is worked out.
const opening = "Opening. The key is worked out slowly on purpose; it takes a second or two."

// lock asks for the passphrase.
type lock struct {
	nav    *kit.Nav
	door   Door
	opt    Options
	input  kit.Input
	era    int
	cancel context.CancelFunc // set while opening
	wrong  string
	w, h   int
}

func newLock(nav *kit.Nav, door Door, o Options) *lock {
	p := &lock{nav: nav, door: door, opt: o}
	p.input.Secret = true
	p.input.Focus(true)
	return p
}

// Init does nothing.
func (p *lock) Init() tea.Cmd { return nil }

// Update takes the passphrase letter by letter, Enter, and the answer.
func (p *lock) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case kit.Loaded[answer]:
		return p.came(m)
	case tea.KeyMsg:
		if p.cancel != nil {
			return nil
		}
		if kit.KeyName(m) == "enter" {
			return p.open()
		}
		if p.input.Update(m) {
			p.wrong = ""
		}
	}
	return nil
}

func (p *lock) open() tea.Cmd {
	passphrase := p.input.Value()
	if passphrase == "" {
		p.wrong = "Type your passphrase, then press Enter."
		return nil
	}
	p.input.Wipe()
	p.wrong = ""
	ctx, cancel := context.WithCancel(context.Background())
	p.cancel = cancel
	p.era++
	door := p.door
	return ask(p.era, ctx, door, func(ctx context.Context) answer {
		o, err := door.Open(ctx, passphrase)
		return answer{opened: o, err: err}
	})
}

func (p *lock) came(m kit.Loaded[answer]) tea.Cmd {
	if m.Era != p.era || p.cancel == nil { // stopped meanwhile
		if m.Value.err != nil {
			return nil
		}
		door, opened := p.door, m.Value.opened
		return func() tea.Msg { door.Drop(opened); return nil }
	}
	p.cancel()
	p.cancel = nil
	if err := m.Value.err; err != nil {
		p.wrong = longwork.Words(err)
		return nil
	}
	return enter(p.nav, Entered{Opened: m.Value.opened})
}

// Title says where I am.
func (p *lock) Title() string {
	if p.opt.Locked {
		return "Locked"
	}
	return "Footprint"
}

// View gives the place, the field and what was wrong.
func (p *lock) View() string {
	th := p.nav.Theme()
	room := max(min(p.w-4, 74), 1)
	var lines []string
	add := func(tone kit.Tone, text string) {
		for _, l := range kit.Indent(kit.Wrap(kit.Clean(text), room), 3) {
			lines = append(lines, th.Paint(tone, l))
		}
	}
	if p.opt.Locked {
		why := p.opt.Why
		if why == "" {
			why = "Everything is saved."
		}
		add(kit.Normal, why)
	}
	add(kit.Dim, "Kept in "+p.door.Place())
	if saved := p.door.LastSaved(); saved != "" {
		add(kit.Dim, "Last saved "+saved)
	}
	lines = append(lines, "")
	field := len(lines)
	if p.cancel != nil {
		add(kit.Strong, opening)
	} else {
		const label = "   Passphrase  "
		lines = append(lines, th.Paint(kit.Accent, label)+p.input.View(th, max(p.w-kit.Width(label)-1, 4)))
	}
	if p.wrong != "" {
		lines = append(lines, "")
		add(kit.Late, th.SignText(kit.SignLate)+" "+p.wrong)
	}
	return window(lines, field, p.w, p.h)
}

// Actions are opening, the way without the passphrase, and leaving.
func (p *lock) Actions() []kit.Action {
	if p.cancel != nil {
		return []kit.Action{{ID: "unlock.stop", Keys: []string{"esc"}, Words: "stop", Group: "The way in", Foot: 1}}
	}
	return []kit.Action{
		{ID: "unlock.open", Keys: []string{"enter"}, Words: "open", Group: "The way in", Foot: 1},
		{ID: "unlock.lost", Keys: []string{"f2"}, Words: "lost passphrase", Group: "The way in", Foot: 2,
			Do: func() tea.Cmd { p.nav.Push(newRecover(p.nav, p.door)); return nil }},
		leave(nil),
	}
}

// SetSize keeps the room.
func (p *lock) SetSize(w, h int) { p.w, p.h = w, h }

// Typing is always so.
func (p *lock) Typing() bool { return true }

// Escape stops opening; typed letters stay.
func (p *lock) Escape() bool {
	if p.cancel == nil {
		return false
	}
	p.cancel()
	p.cancel = nil
	p.wrong = "It was stopped; type your passphrase again."
	return true
}
