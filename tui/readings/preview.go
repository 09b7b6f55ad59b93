package readings

import (
	"cmp"
	"context"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/safekeeping/longwork"
)

// proposal is a value somebody thinks of setting.
type proposal struct {
	setting practice.Setting
	value   string
	above   int    // how many pages setting it leaves, this one counted
	draft   string // of the form it was typed in
}

// preview shows which dates a proposal would move. Nothing is set before y;
// s would be the key that stops the work.
type preview struct {
	desk *desk.Desk
	proposal
	list    *moved
	moves   []desk.Moved
	affects string // how many children, how many dates
	job     longwork.Job
	done    bool
	trouble string
	w, h    int
}

func newPreview(d *desk.Desk, p proposal) *preview {
	return &preview{desk: d, proposal: p, list: newMoved(d, "Is", "Would be")}
}

// Init works it out.
func (p *preview) Init() tea.Cmd { return p.work() }

// work reads every child's file and compares the dates under both readings.
func (p *preview) work() tea.Cmd {
	p.done, p.trouble = false, ""
	d, book, was := p.desk, p.desk.Book, p.desk.Context()
	now := was
	now.Readings = d.Practice().Supposing(p.setting, p.value)
	var ids []casefile.ID
	for _, r := range d.Rows() {
		ids = append(ids, r.File)
	}
	return longwork.Start(&p.job, d.Nav, p, "Working out what it would change", func(ctx context.Context, progress longwork.Progress) ([]desk.Moved, error) {
		var out []desk.Moved
		for i, id := range ids {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			progress(int64(i), int64(len(ids)))
			c, err := book.Case(id)
			if err != nil {
				return nil, err
			}
			out = append(out, desk.Moves(c, was, now)...)
		}
		desk.SortMoved(out)
		return out, nil
	})
}

// Update takes the answer and moves the cursor.
func (p *preview) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	if m, ok := msg.(longwork.Done[[]desk.Moved]); ok {
		if longwork.Take(&p.job, m) {
			p.done, p.moves, p.trouble = m.Err == nil, m.Value, longwork.Words(m.Err)
			p.list.set(p.moves)
			p.affects = p.count()
		}
		return nil
	}
	p.list.table.Update(msg)
	return nil
}

// count says how much would move, of the children looked after today.
func (p *preview) count() string {
	open, today := 0, p.desk.Today()
	for _, r := range p.desk.Rows() {
		if r.Open(today) {
			open++
		}
	}
	dates, children := tally(p.moves)
	return fmt.Sprintf("It affects %d of %s: %s would move. Nothing is set yet.", children, kit.Count(open, "child", "children"), dates)
}

// set makes the change and leaves.
func (p *preview) set() tea.Cmd {
	d := p.desk
	lines, err := d.Practice().Set(p.setting, p.value, d.Today())
	if err != nil {
		d.Nav.Say(kit.Late, fault.Words(err))
		return nil
	}
	p.job.Drop()
	if p.draft != "" {
		d.DropDraft(d.Book.PracticeFile(), p.draft)
	}
	for range p.above {
		d.Nav.Pop()
	}
	return d.DoPractice(lines, "Set: "+words(p.setting, p.value)+". Every date is being worked out again.")
}

// View says what would change, then lists it.
func (p *preview) View() string {
	th := p.desk.Nav.Theme()
	asked := fmt.Sprintf("%q instead of %q", words(p.setting, p.value), words(p.setting, p.desk.Practice().Value(p.setting)))
	switch {
	case p.trouble != "":
		return th.Empty(p.w, p.h, "It is not known what "+asked+" would change.", p.trouble, "w", "work it out again", "y", "set it all the same", "esc", "leave it as it is")
	case !p.done:
		return th.Empty(p.w, p.h, "Working out what "+asked+" would change…", "Nothing is set yet.")
	case len(p.moves) == 0:
		return th.Empty(p.w, p.h, "With "+asked+", no date of any child would move.", "It matters for dates still to come. Nothing is set yet.", "y", "set it all the same", "esc", "leave it as it is")
	}
	return headed(th, p.affects, p.list.table, p.w, p.h)
}

// SetSize keeps the room.
func (p *preview) SetSize(w, h int) {
	p.w, p.h = w, h
	p.list.table.SetSize(w, under(h))
}

// Title says what is thought of.
func (p *preview) Title() string {
	c, _ := practice.ChoiceOf(p.setting)
	l, _ := practice.LimitOf(p.setting)
	return "What if: " + words(p.setting, p.value) + "? · " + cmp.Or(c.Question, l.Question)
}

// Typing is never so.
func (p *preview) Typing() bool { return false }

// Escape stops the work; leaving is the navigator's.
func (p *preview) Escape() bool {
	p.job.Drop()
	return false
}

// Actions lists setting it and working it out again.
func (p *preview) Actions() []kit.Action {
	again := ""
	if p.trouble == "" {
		again = "It has been worked out."
	}
	return append([]kit.Action{
		{ID: "whatif.set", Keys: []string{"y"}, Words: "yes, set it", Group: "This change", Foot: 1, Do: p.set},
		{ID: "whatif.again", Keys: []string{"w"}, Words: "work it out again", Group: "This change", Foot: 2, Disabled: again, Do: p.work},
	}, kit.TableActions()...)
}
