package safekeeping

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

type passChanged struct {
	done Changed
	err  error
}

type codeMade struct {
	code string
	err  error
}

// working is said while keys are worked out; none of it can be stopped half
// way.
const working = "The keys are worked out slowly on purpose. Please wait; everything you wrote is kept."

// settled wraps what every answer of a form with secrets has in common: the
// field to go back to when the passphrase was wrong or too weak.
func settled(f *secret.Form, err error) bool {
	f.Busy("")
	if err == nil {
		return true
	}
	field := ""
	switch fault.CodeOf(err) {
	case fault.WrongPassphrase:
		field = "old"
	case fault.WeakPassphrase:
		field = secret.Fresh
	}
	f.Fault(field, longwork.Words(err))
	return false
}

// hold keeps Esc from leaving while work cannot be stopped.
func hold(nav *kit.Nav, busy *bool) func() bool {
	return func() bool {
		if *busy {
			nav.Say(kit.Soon, "This cannot be stopped half way.")
		}
		return *busy
	}
}

// NewPassphrase makes the page that changes the passphrase.
func NewPassphrase(nav *kit.Nav, keeper Keeper, ask [2]int) kit.Page {
	var f *secret.Form
	busy := false
	fields := append([]kit.Field{{ID: "old", Label: "Passphrase now", Kind: kit.SecretField, Required: true}},
		secret.New(nav.Theme(), keeper.Judge, func() []string { return nil })...)
	fields = append(fields, kit.Field{ID: "known", Label: "May someone know it?", Kind: kit.YesNoField, Required: true,
		Hint: "yes: new keys are made too, which takes longer, so that a copy opened with the old passphrase opens nothing written from now on. no: only the passphrase changes."})
	f = secret.NewForm(nav, secret.Spec{
		FormSpec: kit.FormSpec{
			Title: "Change the passphrase", Save: "Change it", Fields: fields, CheckAll: secret.Match,
			Intro: "Backups made before keep the passphrase they had.",
			Done: func(v kit.Values) tea.Cmd {
				busy = true
				f.Busy(working)
				old, fresh, known := v["old"], v[secret.Fresh], v["known"] == "yes"
				return kit.Load(0, func() (passChanged, error) {
					done, err := keeper.ChangePassphrase(context.Background(), old, fresh, known)
					return passChanged{done, err}, nil
				})
			},
		},
		Suggest: keeper.Suggest,
		Answer: func(msg tea.Msg) tea.Cmd {
			m, ok := msg.(kit.Loaded[passChanged])
			if !ok || !busy {
				return nil
			}
			busy = false
			if settled(f, m.Value.err) {
				nav.Replace(olderBackups(nav, m.Value.done.Older))
				if code := m.Value.done.Recovery; code != "" {
					nav.Push(newCode(nav, code, ask))
				}
			}
			return nil
		},
		Escape: hold(nav, &busy),
	})
	return f
}

// olderBackups says that the passphrase is changed, and which files still open
// with the old one.
func olderBackups(nav *kit.Nav, older []string) kit.Page {
	th := nav.Theme()
	return kit.NewReader(th, "The passphrase is changed", func(w int) []string {
		room := max(min(w-6, 84), 1)
		out := []string{"   " + th.Mark(kit.SignDone) + " " + th.Paint(kit.Strong, "The new passphrase opens the caseload from now on."), ""}
		if len(older) == 0 {
			return append(out, kit.Indent(kit.Wrap("No backup is known that still opens with the old one.", room), 5)...)
		}
		out = append(out, kit.Indent(kit.Wrap("These backups still open with the old passphrase. If someone may know it, delete them once a new backup is made:", room), 5)...)
		out = append(out, "")
		for _, path := range older {
			out = append(out, kit.Indent(kit.Wrap(kit.Clean(path), room), 5)...)
		}
		return out
	})
}

// NewRecovery makes the page that makes a new recovery code; ask gives the two
// groups asked back, counted from 1.
func NewRecovery(nav *kit.Nav, keeper Keeper, ask [2]int) kit.Page {
	var f *secret.Form
	busy := false
	f = secret.NewForm(nav, secret.Spec{
		FormSpec: kit.FormSpec{
			Title: "New recovery code", Save: "Make a new code",
			Intro:  "A new code opens the caseload if the passphrase is forgotten. The code before it stops working here; backups made before keep it.",
			Fields: []kit.Field{{ID: "old", Label: "Passphrase", Kind: kit.SecretField, Required: true, Hint: "To be sure that it is you"}},
			Done: func(v kit.Values) tea.Cmd {
				busy = true
				f.Busy(working)
				passphrase := v["old"]
				return kit.Load(0, func() (codeMade, error) {
					code, err := keeper.NewRecovery(context.Background(), passphrase)
					return codeMade{code, err}, nil
				})
			},
		},
		Answer: func(msg tea.Msg) tea.Cmd {
			m, ok := msg.(kit.Loaded[codeMade])
			if !ok || !busy {
				return nil
			}
			busy = false
			if settled(f, m.Value.err) {
				nav.Replace(newCode(nav, m.Value.code, ask))
			}
			return nil
		},
		Escape: hold(nav, &busy),
	})
	return f
}

func newCode(nav *kit.Nav, code string, ask [2]int) kit.Page {
	return secret.NewCode(nav, secret.CodeSpec{
		Title: "Your new recovery code", Code: code, Ask: ask,
		Intro: "The code you had before opens the caseload no longer. Cross it out.",
		Done: func(written bool) tea.Cmd {
			nav.Pop()
			if written {
				nav.Say(kit.Good, "The new recovery code is in force.")
			} else {
				nav.Say(kit.Soon, "The new recovery code is in force, and is not written down.")
			}
			return nil
		},
	})
}
