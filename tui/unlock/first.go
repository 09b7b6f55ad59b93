package unlock

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

// first is the first run: what Footprint is, then a name and a passphrase,
// then the recovery code.
type first struct {
	nav    *kit.Nav
	door   Door
	opt    Options
	form   *secret.Form // kept while the page lives, so that Esc loses nothing
	name   string
	era    int
	busy   bool
	opened Opened
	w, h   int
}

func newFirst(nav *kit.Nav, door Door, o Options) *first {
	return &first{nav: nav, door: door, opt: o}
}

// Init does nothing.
func (p *first) Init() tea.Cmd { return nil }

// Update does nothing: every key is an action.
func (p *first) Update(tea.Msg) tea.Cmd { return nil }

// View is the welcome.
func (p *first) View() string {
	th := p.nav.Theme()
	room := max(min(p.w-4, 74), 1)
	var lines []string
	for _, text := range []string{
		"Footprint keeps your caseload of looked-after children on this laptop: every date and why it is that date, each review, each decision.",
		"It needs no network, and sends nothing anywhere.",
		"Everything is encrypted with a passphrase that only you know.",
	} {
		lines = append(append(lines, kit.Indent(kit.Wrap(text, room), 3)...), "")
	}
	for _, l := range kit.Indent(kit.Wrap(kit.Clean("It will be kept in "+p.door.Place()), room), 3) {
		lines = append(lines, th.Paint(kit.Dim, l))
	}
	at := len(lines)
	lines = append(lines, "", "   "+th.Paint(kit.Accent, "Enter")+"  begin: your name and a passphrase")
	if p.opt.Restore != nil {
		lines = append(lines, "   "+th.Paint(kit.Accent, "b")+"      I have a backup from before")
	}
	return window(lines, at, p.w, p.h)
}

// SetSize keeps the room.
func (p *first) SetSize(w, h int) { p.w, p.h = w, h }

// Title says where I am.
func (p *first) Title() string { return "Welcome to Footprint" }

// Typing is never so.
func (p *first) Typing() bool { return false }

// Escape says how things stand.
func (p *first) Escape() bool {
	p.nav.Say(kit.Dim, "Nothing is made yet. Ctrl+Q leaves.")
	return true
}

// Actions are beginning, a backup from before, and leaving.
func (p *first) Actions() []kit.Action {
	out := []kit.Action{{ID: "first.begin", Keys: []string{"enter"}, Words: "begin", Group: "The way in", Foot: 1, Do: p.begin}}
	if p.opt.Restore != nil {
		out = append(out, kit.Action{ID: "first.restore", Keys: []string{"b"}, Words: "I have a backup from before", Group: "The way in", Foot: 2,
			Do: func() tea.Cmd { p.nav.Push(p.opt.Restore()); return nil }})
	}
	return append(out, leave(nil))
}

// begin shows the form, as it was left.
func (p *first) begin() tea.Cmd {
	if p.form == nil {
		p.form = p.newForm()
	}
	p.nav.Push(p.form)
	return nil
}

func (p *first) newForm() *secret.Form {
	own := func() []string {
		if p.form == nil {
			return nil
		}
		return []string{p.form.Draft()["name"]}
	}
	fields := append([]kit.Field{{ID: "name", Label: "Your name", Required: true, Hint: "As it should stand on records and letters"}},
		secret.New(p.nav.Theme(), p.door.Judge, own)...)
	return secret.NewForm(p.nav, secret.Spec{
		FormSpec: kit.FormSpec{
			Title: "Welcome to Footprint", Save: "Make my caseload", Fields: fields, CheckAll: secret.Match, Done: p.create,
			Intro: "Nobody can open the caseload without this passphrase, not even the people who made Footprint. A recovery code follows, in case you forget it.",
		},
		Suggest: p.door.Suggest,
		Answer:  p.answer,
		Escape: func() bool {
			if p.busy {
				p.nav.Say(kit.Soon, "This cannot be stopped half way; it takes a second or two.")
				return true
			}
			p.nav.Pop()
			p.nav.Say(kit.Soon, "Your caseload is not made yet. What you typed is still in the form.")
			return true
		},
	})
}

func (p *first) create(v kit.Values) tea.Cmd {
	p.busy = true
	p.era++
	p.name = v["name"]
	p.form.Busy("Making your caseload. The key is worked out slowly on purpose; it takes a second or two.")
	door, passphrase := p.door, v[secret.Fresh]
	return ask(p.era, context.Background(), door, func(ctx context.Context) answer {
		o, code, err := door.Create(ctx, passphrase)
		return answer{opened: o, recovery: code, err: err}
	})
}

func (p *first) answer(msg tea.Msg) tea.Cmd {
	m, ok := msg.(kit.Loaded[answer])
	if !ok || m.Era != p.era || !p.busy {
		return nil
	}
	p.busy = false
	p.form.Busy("")
	if err := m.Value.err; err != nil {
		field := ""
		if fault.CodeOf(err) == fault.WeakPassphrase {
			field = secret.Fresh
		}
		p.form.Fault(field, longwork.Words(err))
		return nil
	}
	p.opened = m.Value.opened
	p.nav.Say(kit.Good, "Your caseload is made.")
	p.nav.Replace(secret.NewCode(p.nav, secret.CodeSpec{
		Title: "Your recovery code", Code: m.Value.recovery, Ask: p.opt.Ask,
		Intro: "If the passphrase is ever forgotten, only this code opens your caseload.",
		Done: func(written bool) tea.Cmd {
			return enter(p.nav, Entered{Opened: p.opened, Name: p.name, CodeKept: written})
		},
		Extra: func() []kit.Action { return []kit.Action{leave(&p.opened)} },
	}))
	return nil
}
