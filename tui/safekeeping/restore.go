package safekeeping

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/unlock/secret"
)

// restorePage puts a backup in the place of the caseload.
type restorePage struct {
	*list
	fresh  bool
	job    longwork.Job
	result para
	force  func() tea.Cmd // asks once more, with force
}

// NewRestore makes the page. fresh says that there is no caseload yet, so that
// nothing is set aside.
func NewRestore(nav *kit.Nav, keeper Keeper, fresh bool) kit.Page {
	return &restorePage{list: newList(nav, keeper), fresh: fresh}
}

// Update moves the cursor and takes the answers.
func (p *restorePage) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	if m, ok := msg.(longwork.Done[Restored]); ok {
		if !longwork.Take(&p.job, m) {
			return nil
		}
		return p.came(m)
	}
	if !p.take(msg) {
		p.table.Update(msg)
	}
	return nil
}

// came goes on to the restored caseload, or says what stood in the way.
func (p *restorePage) came(m longwork.Done[Restored]) tea.Cmd {
	again := p.force
	p.force = nil
	switch {
	case m.Err == nil:
		restored := m.Value
		return func() tea.Msg { return Reopen{restored} }
	case errors.Is(m.Err, fault.New(fault.Conflict, "", "")) && again != nil:
		p.nav.Open(kit.NewConfirm(p.nav, kit.Ask{
			Title: "Put it back all the same?", Word: "put it back", Yes: again,
			Words: longwork.Words(m.Err) + " The caseload that is here now is set aside, so nothing is lost.",
		}))
		return nil
	}
	p.result = para{longwork.Words(m.Err), kit.Late, kit.SignLate}
	return nil
}

// View says what will happen and lists the backups.
func (p *restorePage) View() string {
	return text(p.nav.Theme(), p.w, p.h, p.paras(), p.view)
}

func (p *restorePage) paras() []para {
	words := "Choose a backup: the caseload becomes what it was then. The caseload as it is now is set aside in a file of its own, not deleted."
	if p.fresh {
		words = "Choose a backup: it becomes the caseload on this laptop. The backup itself stays as it is."
	}
	out := []para{{words: words}}
	if p.result.words != "" {
		out = append(out, p.result)
	}
	return out
}

// Title names the page.
func (p *restorePage) Title() string { return "Put a backup back" }

// Actions lists the keys.
func (p *restorePage) Actions() []kit.Action {
	none := ""
	b, ok := p.selected()
	if !ok {
		none = "No automatic backup is on the list; f takes a file by its name."
	}
	return append([]kit.Action{
		{ID: "restore.choose", Keys: []string{"enter"}, Words: "this one", Group: "Backups", Foot: 1, Disabled: none,
			Do: func() tea.Cmd { p.ask(b.Path, b.Day+" "+b.Time); return nil }},
		{ID: "restore.file", Keys: []string{"f"}, Words: "a file by its name", Group: "Backups", Foot: 2,
			Do: func() tea.Cmd { p.ask("", ""); return nil }},
	}, kit.TableActions()...)
}

// what says exactly what will happen.
func (p *restorePage) what(when string) string {
	if when == "" {
		when = "that moment"
	}
	s := "The caseload becomes what it was at " + when + ". What was written since then will not be in it."
	if p.fresh {
		return "The backup becomes the caseload on this laptop and opens with the passphrase it had then."
	}
	return s + " The caseload of today is set aside in a file beside it, with today's passphrase. Then the screen locks and asks for the passphrase of the backup."
}

// ask asks for the backup's passphrase, and its file unless it is known.
func (p *restorePage) ask(path, when string) {
	fields := []kit.Field{{ID: "passphrase", Label: "Its passphrase", Kind: kit.SecretField, Required: true, Hint: "The one the caseload had when the backup was made"}}
	if path == "" {
		fields = append([]kit.Field{{ID: "path", Label: "The file", Required: true, Hint: "Folder and name"}}, fields...)
	}
	p.nav.Push(secret.NewForm(p.nav, secret.Spec{FormSpec: kit.FormSpec{
		Title: "Put a backup back", Save: "Go on", Intro: p.what(when), Fields: fields,
		Done: func(v kit.Values) tea.Cmd {
			file := path
			if file == "" {
				file = strings.TrimSpace(v["path"])
			}
			p.nav.Pop()
			p.confirm(file, v["passphrase"], when)
			return nil
		},
	}}))
}

// confirm asks with a key that began nothing.
func (p *restorePage) confirm(path, passphrase, when string) {
	p.nav.Open(kit.NewConfirm(p.nav, kit.Ask{
		Title: "Put this backup back?", Button: "put it back", Started: "enter", Words: path + ". " + p.what(when),
		Yes: func() tea.Cmd { return p.start(path, passphrase, false) },
	}))
}

func (p *restorePage) start(path, passphrase string, force bool) tea.Cmd {
	p.result = para{}
	if !force {
		p.force = func() tea.Cmd { return p.start(path, passphrase, true) }
	}
	keeper := p.keeper
	return longwork.Start(&p.job, p.nav, p, "Putting the backup back", func(ctx context.Context, progress longwork.Progress) (Restored, error) {
		return keeper.Restore(ctx, path, passphrase, force, progress)
	})
}
