package concern

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/practice"
	"footprint/tui/footprint/whom"
	"footprint/tui/kit"
)

const (
	groupConcern = "This concern"
	groupList    = "The list"
)

// Actions lists every key of the screen.
func (p *Page) Actions() []kit.Action {
	l, ok := p.selected()
	none, noChild := "", "Go to a child linked to a concern first."
	if !ok {
		none = "There is no concern here yet; a writes one."
	}
	if ok && !l.child.Zero() {
		noChild = ""
	}
	actions := []kit.Action{
		{ID: "concern.open", Keys: []string{"enter"}, Words: "open or change", Group: groupConcern, Foot: 1, Disabled: none, Do: func() tea.Cmd { return p.open(l) }},
		{ID: "concern.add", Keys: []string{"a"}, Words: "write a new one", Group: groupList, Foot: 2, Do: func() tea.Cmd {
			p.desk.Nav.Push(Form(p.desk, casefile.ID{}))
			return nil
		}},
		{ID: "concern.link", Keys: []string{"l"}, Words: "link a child", Group: groupConcern, Foot: 3, Disabled: none, Do: func() tea.Cmd { return p.link(l.concern) }},
		{ID: "concern.unlink", Keys: []string{"x"}, Words: "unlink this child", Group: groupConcern, Disabled: noChild, Do: func() tea.Cmd { return p.unlink(l) }},
	}
	if p.doors.Case != nil {
		actions = append(actions, kit.Action{ID: "concern.case", Keys: []string{"o"}, Words: "open the child", Group: groupConcern, Disabled: p.gone(l, noChild), Do: func() tea.Cmd {
			p.desk.Nav.Push(p.doors.Case(l.child))
			return nil
		}})
	}
	if p.doors.Rule != nil {
		actions = append(actions, kit.Action{ID: "concern.rule", Keys: []string{"R"}, Words: "the rule behind it", Group: groupConcern, Disabled: none, Do: func() tea.Cmd {
			p.desk.Nav.Open(p.doors.Rule([]string{l.concern.Theme.Rule()}))
			return nil
		}})
	}
	return append(actions, kit.TableActions()...)
}

// gone says why a linked child cannot be opened.
func (p *Page) gone(l line, why string) string {
	if _, ok := p.desk.Row(l.child); why == "" && !ok {
		return "That child is no longer on the caseload."
	}
	return why
}

// open changes a concern, from its own row or a child's.
func (p *Page) open(l line) tea.Cmd {
	p.desk.Nav.Push(edit(p.desk, l.concern.ConcernStated))
	return nil
}

// link asks for a child and links it; the list is shown again for the next.
func (p *Page) link(c practice.Concern) tea.Cmd {
	d := p.desk
	d.Nav.Push(whom.New(d, whom.Spec{Title: "Which child shows this concern?",
		Skip: func(id casefile.ID) bool { return slices.Contains(c.Children, id) },
		Chosen: func(id casefile.ID) tea.Cmd {
			d.Nav.Pop()
			return p.restate(c.ID, "Linked: "+nameOf(d, id), func(children []casefile.ID) []casefile.ID { return append(children, id) })
		}}))
	return nil
}

// unlink asks, then takes a child off a concern.
func (p *Page) unlink(l line) tea.Cmd {
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{Title: "Unlink " + nameOf(p.desk, l.child) + " from this concern?", Button: "unlink", Started: "x",
		Words: "The concern stays. That the child was linked stays on file.",
		Yes: func() tea.Cmd {
			return p.restate(l.concern.ID, "Unlinked: "+nameOf(p.desk, l.child), func(children []casefile.ID) []casefile.ID {
				return slices.DeleteFunc(children, func(id casefile.ID) bool { return id == l.child })
			})
		}}))
	return nil
}

// restate states a concern anew with other children.
func (p *Page) restate(id casefile.ID, words string, change func([]casefile.ID) []casefile.ID) tea.Cmd {
	all := p.desk.Practice().Concerns()
	i := slices.IndexFunc(all, func(c practice.Concern) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	now := all[i].ConcernStated
	now.Children = change(slices.Clone(now.Children))
	lines, err := p.desk.Practice().StateConcern(now, p.desk.Today())
	if err != nil {
		return func() tea.Msg { return kit.Failed{Err: err} }
	}
	cmd := p.desk.DoPractice(lines, words)
	p.refresh()
	return cmd
}
