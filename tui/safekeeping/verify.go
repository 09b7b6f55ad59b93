package safekeeping

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// verifyPage checks every record and shows what was found.
type verifyPage struct {
	*kit.Reader
	nav    *kit.Nav
	keeper Keeper
	job    longwork.Job
	done   bool
	report Report
	err    string
}

// NewVerify makes the page.
func NewVerify(nav *kit.Nav, keeper Keeper) kit.Page {
	p := &verifyPage{nav: nav, keeper: keeper}
	p.Reader = kit.NewReader(nav.Theme(), "Check every record", p.lines,
		kit.Action{ID: "verify.now", Keys: []string{"enter", "v"}, Words: "check now", Group: "Checking", Foot: 1, Do: p.start})
	return p
}

func (p *verifyPage) start() tea.Cmd {
	p.done, p.err = false, ""
	p.Refresh()
	keeper := p.keeper
	return longwork.Start(&p.job, p.nav, p, "Checking every record", func(ctx context.Context, progress longwork.Progress) (Report, error) {
		return keeper.Verify(ctx, progress)
	})
}

// Update scrolls and takes the report.
func (p *verifyPage) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	if m, ok := msg.(longwork.Done[Report]); ok {
		if longwork.Take(&p.job, m) {
			p.report, p.err, p.done = m.Value, longwork.Words(m.Err), m.Err == nil
			p.Refresh()
		}
		return nil
	}
	return p.Reader.Update(msg)
}

func (p *verifyPage) lines(w int) []string {
	th := p.nav.Theme()
	room := max(min(w-6, 84), 1)
	var out []string
	add := func(sign kit.Sign, tone kit.Tone, words string) {
		for i, l := range kit.Wrap(kit.Clean(words), room) {
			head := "     "
			if i == 0 && sign != kit.NoSign {
				head = "   " + th.Mark(sign) + " "
			}
			out = append(out, head+th.Paint(tone, l))
		}
	}
	switch {
	case p.err != "":
		add(kit.SignLate, kit.Late, p.err)
	case !p.done:
		add(kit.NoSign, kit.Normal, "Every record is opened, every chain of records is followed, and the list is compared with them, so that damage or a missing record is found while a backup still has it. Nothing is changed. You can stop it at any time.")
		return out
	case p.report.Clean:
		add(kit.SignDone, kit.Strong, "Everything is whole.")
	default:
		add(kit.SignLate, kit.Late, "Something is not as it should be. Make a backup under a new name now, then put an older backup back if the records below matter.")
	}
	if p.done {
		out = append(out, "")
		for _, l := range p.report.Lines {
			add(kit.NoSign, kit.Normal, l)
		}
	}
	return out
}
