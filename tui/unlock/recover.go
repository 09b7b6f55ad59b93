package unlock

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

// newRecover asks for the recovery code and a new passphrase.
func newRecover(nav *kit.Nav, door Door) kit.Page {
	var f *secret.Form
	busy, era := false, 0
	fields := append([]kit.Field{
		{ID: "code", Label: "Recovery code", Required: true, Hint: "Eight groups of four, from your paper; spaces and small letters do not matter"},
	}, secret.New(nav.Theme(), door.Judge, func() []string { return nil })...)
	f = secret.NewForm(nav, secret.Spec{
		FormSpec: kit.FormSpec{
			Title: "Lost passphrase", Save: "Open with the code", Fields: fields, CheckAll: secret.Match,
			Intro: "The recovery code you wrote down opens your caseload and gives it a new passphrase. Without either, nobody can open it.",
			Done: func(v kit.Values) tea.Cmd {
				busy = true
				era++
				f.Busy(opening)
				code, passphrase := v["code"], v[secret.Fresh]
				return ask(era, context.Background(), door, func(ctx context.Context) answer {
					o, err := door.Recover(ctx, code, passphrase)
					return answer{opened: o, err: err}
				})
			},
		},
		Suggest: door.Suggest,
		Answer: func(msg tea.Msg) tea.Cmd {
			m, ok := msg.(kit.Loaded[answer])
			if !ok || m.Era != era {
				return nil
			}
			busy = false
			f.Busy("")
			if err := m.Value.err; err != nil {
				field := ""
				if fault.CodeOf(err) == fault.WrongPassphrase {
					field = "code"
				}
				f.Fault(field, longwork.Words(err))
				return nil
			}
			f.Set("code", "")
			return enter(nav, Entered{Opened: m.Value.opened, ByRecovery: true})
		},
		Escape: func() bool {
			if busy {
				nav.Say(kit.Soon, "This cannot be stopped half way; it takes a second or two.")
			}
			return busy
		},
	})
	return f
}
