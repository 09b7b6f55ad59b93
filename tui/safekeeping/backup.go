package safekeeping

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// backupPage makes a copy and lists the automatic ones.
type backupPage struct {
	*list
	job    longwork.Job
	path   string // last asked for
	result para
}

type backedUp struct{ path string }

// NewBackup makes the page of backups.
func NewBackup(nav *kit.Nav, keeper Keeper) kit.Page {
	return &backupPage{list: newList(nav, keeper), path: keeper.Suggested()}
}

// Update moves the cursor and takes the answers.
func (p *backupPage) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	if m, ok := msg.(longwork.Done[backedUp]); ok {
		if !longwork.Take(&p.job, m) {
			return nil
		}
		if m.Err != nil {
			p.result = para{longwork.Words(m.Err), kit.Late, kit.SignLate}
			return nil
		}
		p.result = para{"Backed up and opened again to be sure: " + m.Value.path, kit.Good, kit.SignDone}
		p.path = p.keeper.Suggested()
		return p.again()
	}
	if !p.take(msg) {
		p.table.Update(msg)
	}
	return nil
}

// View gives what a backup is, how the last went, and the automatic ones.
func (p *backupPage) View() string {
	paras := []para{{words: "A backup is one encrypted file with everything in it. It opens with the passphrase the caseload has today. Keep one away from this laptop."}}
	if p.status != "" {
		paras = append(paras, para{words: "Automatic backups: " + p.status, tone: kit.Dim})
	}
	if p.result.words != "" {
		paras = append(paras, p.result)
	}
	return text(p.nav.Theme(), p.w, p.h, paras, p.view)
}

// Title names the page.
func (p *backupPage) Title() string { return "Back up" }

// Actions lists the keys.
func (p *backupPage) Actions() []kit.Action {
	return append([]kit.Action{
		{ID: "backup.now", Keys: []string{"b", "enter"}, Words: "back up now", Group: "Backups", Foot: 1, Do: p.ask},
	}, kit.TableActions()...)
}

// ask asks where the copy should go.
func (p *backupPage) ask() tea.Cmd {
	p.nav.Push(kit.NewForm(p.nav, kit.FormSpec{
		Title: "Back up", Save: "Back up",
		Intro:  "A memory stick that lies elsewhere is best. A folder that is copied to the internet by itself is not.",
		Fields: []kit.Field{{ID: "path", Label: "Where to", Value: p.path, Required: true, Hint: "A folder and the name of the new file; a file that is there is never written over"}},
		Done: func(v kit.Values) tea.Cmd {
			p.nav.Pop()
			return p.start(strings.TrimSpace(v["path"]))
		},
	}))
	return nil
}

func (p *backupPage) start(path string) tea.Cmd {
	p.path, p.result = path, para{}
	keeper := p.keeper
	return longwork.Start(&p.job, p.nav, p, "Backing up", func(ctx context.Context, progress longwork.Progress) (backedUp, error) {
		return backedUp{path}, keeper.Backup(ctx, path, progress)
	})
}
