package visit

import (
	"cmp"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/kit"
)

const (
	groupChild = "The child under the cursor"
	groupWho   = "Who can see"
)

// Actions lists every key of the screen.
func (p *Page) Actions() []kit.Action {
	p.refresh()
	none, noAct, noPromise := p.disabled()
	hide := "hide names"
	if p.desk.Hidden() {
		hide = "show names"
	}
	act := func(id, key, words string, foot int, disabled string, do func(child) tea.Cmd) kit.Action {
		return kit.Action{ID: "visit." + id, Keys: []string{key}, Words: words, Group: groupChild, Foot: foot, Disabled: disabled, Do: p.on(do)}
	}
	actions := []kit.Action{
		{ID: "visit.number", Keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, Words: "note", Group: "The child with that number", Foot: 1},
		act("alone", "s", "seen alone", 2, noAct, p.seenAlone),
		act("observed", "o", "observed", 3, noAct, p.observed),
		act("told", "t", "told them", 4, noAct, p.tell),
		act("note", "n", "private note", 0, noAct, p.note),
		act("words", "w", "their own words", 7, noAct, p.words),
		act("promise", "m", "promise something", 8, noAct, p.promise),
		act("kept", "k", "a promise was kept", 0, cmp.Or(noAct, noPromise), p.kept),
	}
	doors := []struct {
		id, key, words string
		to             func(casefile.ID) kit.Page
	}{{"open", "enter", "open the case", p.doors.Case}, {"review", "r", "prepare the review", p.doors.Review}}
	for _, door := range doors {
		if door.to != nil {
			actions = append(actions, act(door.id, door.key, door.words, 0, none, func(c child) tea.Cmd {
				p.desk.Nav.Push(door.to(c.row.File))
				return nil
			}))
		}
	}
	if p.doors.Rule != nil {
		actions = append(actions, act("rule", "R", "the rules behind what is open", 0, noAct, p.rules))
	}
	actions = append(actions, kit.Action{ID: "visit.names", Keys: []string{"p"}, Words: hide, Group: groupWho, Foot: 6, Do: p.toggle})
	actions = append(actions, blanking(p.desk.Nav, "b")...)
	return append(actions, kit.TableActions()...)
}

// disabled says why keys do nothing now: for opening a child, for anything done
// with one, and for keeping a promise.
func (p *Page) disabled() (none, noAct, noPromise string) {
	c, ok := p.selected()
	switch {
	case !ok:
		none = "No child is selected."
		noAct = none
	case !c.here:
		noAct = "This child lives elsewhere; Enter opens the case."
	case !c.read:
		noAct = "The file is still being read."
	case len(c.sitting.Case.Promises()) == 0:
		noPromise = "No promise of yours is open for this child."
	}
	return none, noAct, noPromise
}

// on does something with the child under the cursor.
func (p *Page) on(do func(child) tea.Cmd) func() tea.Cmd {
	return func() tea.Cmd {
		c, ok := p.selected()
		if !ok {
			return nil
		}
		cmd := do(c)
		p.refresh()
		return cmd
	}
}

// toggle shows or hides names at once.
func (p *Page) toggle() tea.Cmd {
	p.hide(!p.desk.Hidden())
	p.refresh()
	return nil
}

// rules shows the rules behind what is open for the child.
func (p *Page) rules(c child) tea.Cmd {
	var ids []string
	for _, m := range p.shown(c.sitting) {
		if m.Rule != "" && !slices.Contains(ids, m.Rule) {
			ids = append(ids, m.Rule)
		}
	}
	if len(ids) == 0 {
		p.desk.Nav.Say(kit.Dim, "No rule is behind what is open here.")
		return nil
	}
	p.desk.Nav.Open(p.doors.Rule(ids))
	return nil
}
