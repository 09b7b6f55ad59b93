package importer

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/practice"
	"footprint/tui/kit"
)

// result is the page at the end of an import: counts, and how to take it back.
type result struct {
	*kit.Reader
	flow  *flow
	pv    Preview
	note  practice.Imported
	stood string // what undo would take back when the page came up
	moves int    // that nobody told the IRO about (HB 3.74; MO-17)
}

func newResult(f *flow, pv Preview, note practice.Imported) *result {
	p := &result{flow: f, pv: pv, note: note, stood: f.desk.CanUndo()}
	for _, id := range note.Children {
		c := f.desk.Case(id)
		for _, m := range c.UntoldMoves() {
			if c.StatedOn(m.ID) == f.desk.Today() {
				p.moves++
			}
		}
	}
	p.Reader = kit.NewReader(f.desk.Nav.Theme(), "Import: done", p.lines)
	return p
}

// Actions are going to the caseload and taking everything back.
func (p *result) Actions() []kit.Action {
	gone := ""
	if p.flow.desk.CanUndo() != p.stood || p.stood == "" {
		gone = "Something else was done since; the key would take that back."
	}
	nav := p.flow.desk.Nav
	return append([]kit.Action{
		{ID: "import.done", Keys: []string{"enter"}, Words: "to the caseload", Group: "This import", Foot: 1, Do: func() tea.Cmd { nav.Home(); return nil }},
		{ID: "import.undo", Keys: []string{"u"}, Words: "take the whole import back", Group: "This import", Foot: 2, Disabled: gone, Do: func() tea.Cmd {
			nav.Home()
			return p.flow.desk.Undo()
		}},
	}, p.Reader.Actions()...)
}

func (p *result) lines(w int) []string {
	f := p.flow
	th := f.desk.Nav.Theme()
	room := max(min(w-8, 90), 1)
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
	done := kit.Count(p.note.Added, "new child", "new children") + " on the caseload"
	if p.note.Updated > 0 {
		done += ", " + kit.Count(p.note.Updated, "child", "children") + " changed"
	}
	add(kit.SignDone, kit.Strong, done+".")
	if p.moves > 0 {
		add(kit.SignLate, kit.Strong, kit.Count(p.moves, "move you were not told about: its case says which", "moves you were not told about: their cases say which")+", and waits for your decision.")
	}
	if n := p.pv.Unchanged; n > 0 {
		add(kit.NoSign, kit.Normal, kit.Count(n, "child was", "children were")+" on record as the files have it.")
	}
	if n := len(p.pv.Children) - p.note.Added - p.note.Updated; n > 0 {
		add(kit.NoSign, kit.Normal, kit.Count(n, "child was", "children were")+" left out.")
	}
	add(kit.NoSign, kit.Normal, "If that was a mistake, u takes the whole import back.")
	if n := len(p.pv.Rejected); n > 0 {
		out = append(out, "")
		add(kit.SignLate, kit.Normal, kit.Count(n, "row was", "rows were")+" refused. Put right in the file, it can be imported again; what is on record already is not doubled.")
		for _, r := range p.pv.Rejected {
			add(kit.NoSign, kit.Normal, place(r)+": "+f.words(r))
		}
	}
	if n := len(p.pv.Warnings); n > 0 {
		out = append(out, "")
		add(kit.SignSoon, kit.Normal, kit.Count(n, "warning", "warnings")+":")
		for _, r := range p.pv.Warnings {
			add(kit.NoSign, kit.Normal, place(r)+": "+f.words(r))
		}
	}
	return out
}

// Update scrolls, and words everything anew when names were hidden or shown.
func (p *result) Update(msg tea.Msg) tea.Cmd {
	if _, key := msg.(tea.KeyMsg); !key {
		p.Refresh()
	}
	return p.Reader.Update(msg)
}
