package importer

import (
	"context"
	"maps"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// preview is the page that says what would happen, and does it.
type preview struct {
	*flow
	job       longwork.Job
	table     *kit.Table
	input     kit.Input
	filtering bool
	read      bool
	trouble   string
	pv        Preview
	out       map[string]bool // keys of children left out
	folded    []string        // by child, what the filter looks in
	items     []item
	hidden    bool // how names stood when items were made
	w, h      int
}

func newPreview(f *flow) *preview {
	p := &preview{flow: f, out: map[string]bool{}}
	p.table = kit.NewTable(f.desk.Nav.Theme(), []kit.Column{
		{Min: 16, Max: 28, Weight: 2},
		{Min: 8, Max: 12, Weight: 1, Drop: 1},
		{Min: 20, Weight: 4},
	}, p)
	return p
}

// Init reads the files and works out what would happen.
func (p *preview) Init() tea.Cmd { return p.work() }

func (p *preview) work() tea.Cmd {
	p.read, p.trouble = false, ""
	q, importer := p.question(), p.importer
	q.Columns = maps.Clone(q.Columns)
	return longwork.Start(&p.job, p.desk.Nav, p, "Reading the files", func(ctx context.Context, progress longwork.Progress) (Preview, error) {
		return importer.Work(ctx, q, progress)
	})
}

// Update moves, filters, and takes the answers.
func (p *preview) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	switch m := msg.(type) {
	case longwork.Done[Preview]:
		p.worked(m)
	case longwork.Done[desk.Imported]:
		return p.applied(m)
	case tea.KeyMsg:
		return p.key(m)
	default:
		p.refresh()
	}
	return nil
}

func (p *preview) worked(m longwork.Done[Preview]) {
	if !longwork.Take(&p.job, m) || m.Err != nil && p.askPassword(m.Err, p.work) {
		return
	}
	if p.trouble = longwork.Words(m.Err); m.Err != nil {
		return
	}
	p.pv, p.read = m.Value, true
	for _, c := range p.pv.Children {
		if c.Erased {
			p.out[c.Key] = true
		}
	}
	p.fold()
	p.build()
}

// applied hands the entries to the desk and shows how it went.
func (p *preview) applied(m longwork.Done[desk.Imported]) tea.Cmd {
	if !longwork.Take(&p.job, m) {
		return nil
	}
	if m.Err != nil {
		if fault.CodeOf(m.Err) == fault.Stopped {
			p.desk.Nav.Say(kit.Soon, "It was stopped; nothing was changed.")
		} else {
			p.desk.Nav.Say(kit.Late, longwork.Words(m.Err))
		}
		return nil
	}
	d := p.desk
	cmd := d.TakeImport(m.Value)
	var remember tea.Cmd
	if p.columns != nil && !maps.Equal(p.columns, d.Practice().Columns(p.council)) {
		remember = d.DoPractice(d.Practice().KeepColumns(p.council, p.columns, d.Today()), "")
	}
	result := newResult(p.flow, p.pv, m.Value.Note)
	p.end()
	d.Nav.Home()
	d.Nav.Push(result)
	return tea.Batch(cmd, remember)
}

func (p *preview) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case p.filtering && kit.KeyName(k) == "enter":
		p.filtering = false
		p.input.Focus(false)
	case p.table.Update(k):
	case p.filtering && p.input.Update(k):
		p.build()
	}
	return nil
}

// apply stores what is ticked.
func (p *preview) apply() tea.Cmd {
	pv, importer := p.pv, p.importer
	var except []string
	for _, c := range pv.Children {
		if p.out[c.Key] {
			except = append(except, c.Key)
		}
	}
	return longwork.Start(&p.job, p.desk.Nav, p, "Bringing them in", func(ctx context.Context, progress longwork.Progress) (desk.Imported, error) {
		return importer.Apply(ctx, pv, except, progress)
	})
}

// counts are what would happen to those that are ticked.
type counts struct{ added, changed, out, reviews int }

func (p *preview) count() counts {
	var n counts
	for _, c := range p.pv.Children {
		switch {
		case p.out[c.Key]:
			n.out++
			continue
		case c.New:
			n.added++
		default:
			n.changed++
		}
		n.reviews += c.Reviews
	}
	return n
}

// Title names the page.
func (p *preview) Title() string { return "Import: what will happen" }

// Subheader says it in words, or holds the filter.
func (p *preview) Subheader(w int) string {
	th := p.desk.Nav.Theme()
	if p.filtering || p.input.Value() != "" {
		return " " + th.Paint(kit.Accent, "Find: ") + p.input.View(th, max(w-10, 4))
	}
	if !p.read {
		return ""
	}
	n := p.count()
	parts := []string{kit.Count(n.added, "new child", "new children"), kit.Count(n.changed, "changed", "changed")}
	if p.pv.Unchanged > 0 {
		parts = append(parts, kit.Count(p.pv.Unchanged, "as before", "as before"))
	}
	if n.out > 0 {
		parts = append(parts, th.Paint(kit.Soon, kit.Count(n.out, "left out", "left out")))
	}
	if r := len(p.pv.Rejected); r > 0 {
		parts = append(parts, th.Paint(kit.Late, kit.Count(r, "row refused", "rows refused")))
	}
	if v := len(p.pv.Warnings); v > 0 {
		parts = append(parts, kit.Count(v, "warning", "warnings"))
	}
	return " " + strings.Join(parts, "   ")
}

// View gives the lines, or how the reading stands.
func (p *preview) View() string {
	th := p.desk.Nav.Theme()
	switch {
	case p.trouble != "":
		return th.Empty(p.w, p.h, "Nothing was imported.", p.trouble, "r", "read the files again", "esc", "back")
	case !p.read:
		return th.Empty(p.w, p.h, "Reading the files…", "Nothing is changed yet.")
	case len(p.items) == 0 && p.input.Value() != "":
		return th.Empty(p.w, p.h, "No child matches.", "", "esc", "clear the search")
	case len(p.items) == 0:
		return th.Empty(p.w, p.h, "There is nothing to bring in.", "Everything in these files is on record already.", "esc", "back")
	}
	p.whole()
	return p.table.View()
}

// whole shows all of a problem's words under it while the cursor is there, for
// at 80 columns the reason may be cut.
func (p *preview) whole() {
	i, id, ok := p.table.Selected()
	if !ok || i >= len(p.items) || p.items[i].problem == nil {
		p.table.Under("", nil)
		return
	}
	p.table.Spell(id, p.words(*p.items[i].problem))
}

// SetSize keeps the room.
func (p *preview) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetSize(w, h)
}

// Typing is so while the filter is typed.
func (p *preview) Typing() bool { return p.filtering }

// Resume says so when the password was not given.
func (p *preview) Resume() tea.Cmd {
	if p.refusedPassword() {
		p.trouble = "The workbook is protected and its password was not given."
	}
	p.refresh()
	return nil
}

// Escape leaves the filter, then clears it.
func (p *preview) Escape() bool {
	if !p.filtering && p.input.Value() == "" {
		return false
	}
	p.filtering = false
	p.input.Set("")
	p.input.Focus(false)
	p.build()
	return true
}

// Actions lists the keys.
func (p *preview) Actions() []kit.Action {
	notRead, nobody, problem := "", "", ""
	if !p.read {
		notRead = "The files have not been read yet."
	}
	it, ok := p.selected()
	if !ok || it.child < 0 {
		nobody = "The cursor is not on a child."
	}
	if !ok {
		problem = "There is nothing here to read."
	}
	n := p.count()
	goOn := notRead
	if goOn == "" && n.added+n.changed == 0 {
		goOn = "No child is ticked."
	}
	const group = "Children to bring in"
	return append([]kit.Action{
		{ID: "preview.go", Keys: []string{"g"}, Words: "bring them in", Group: group, Foot: 1, Disabled: goOn, Do: p.apply},
		{ID: "preview.tick", Keys: []string{"space"}, Words: "mine or not", Group: group, Foot: 2, Disabled: nobody, Do: p.toggle},
		{ID: "preview.read", Keys: []string{"enter"}, Words: "read the whole line", Group: group, Foot: 3, Disabled: problem, Do: p.open},
		{ID: "preview.find", Keys: []string{"/"}, Words: "find a child", Group: group, Foot: 4, Disabled: notRead, Do: p.find},
		{ID: "preview.none", Keys: []string{"x"}, Words: "none is mine: untick all that are shown", Group: group, Disabled: notRead, Do: func() tea.Cmd { p.all(true); return nil }},
		{ID: "preview.all", Keys: []string{"a"}, Words: "all are mine: tick all that are shown", Group: group, Disabled: notRead, Do: func() tea.Cmd { p.all(false); return nil }},
		{ID: "preview.again", Keys: []string{"r"}, Words: "read the files again", Group: "Files", Do: p.work},
	}, kit.TableActions()...)
}

func (p *preview) find() tea.Cmd {
	p.filtering = true
	p.input.Focus(true)
	return nil
}
