package review

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	prep "footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/rule"
	"footprint/tui/why"
)

const (
	groupItem   = "This item"
	groupReview = "This review"
	groupMoving = "Moving"
)

// Actions lists every key of the preparation.
func (p *Page) Actions() []kit.Action {
	p.refresh()
	noItem, noAnswer, notOpen, noList := p.disabled()
	actions := []kit.Action{
		{ID: "review.done", Keys: []string{"space", "enter"}, Words: "done", Group: groupItem, Foot: 1, Disabled: noAnswer, Do: p.onItem(p.Done)},
		{ID: "review.not", Keys: []string{"x"}, Words: "not done, why", Group: groupItem, Foot: 2, Disabled: noAnswer,
			Do: p.refuse(casefile.NotDone)},
		{ID: "review.na", Keys: []string{"-"}, Words: "does not apply, why", Group: groupItem, Foot: 3, Disabled: noAnswer,
			Do: p.refuse(casefile.NotApplicable)},
		{ID: "review.note", Keys: []string{"n"}, Words: "note", Group: groupItem, Foot: 4, Disabled: noItem, Do: p.onItem(p.Note)},
		{ID: "review.open", Keys: []string{"o"}, Words: "open again: withdraw the answer", Group: groupItem, Disabled: notOpen, Do: p.onItem(p.Reopen)},
		{ID: "review.why", Keys: []string{"w"}, Words: "why this day", Group: groupItem, Foot: 6, Disabled: noItem, Do: p.why},
		{ID: "review.rule", Keys: []string{"r"}, Words: "the rules behind it", Group: groupItem, Foot: 7, Disabled: noItem, Do: p.rules},
		{ID: "review.talk", Keys: []string{"c"}, Words: "answer a whole conversation or post together", Group: groupReview, Disabled: noAnswer, Do: p.talk},
		{ID: "review.plan", Keys: []string{"p"}, Words: "plan the day, time and place", Group: groupReview, Disabled: noList, Do: p.plan},
		{ID: "review.facts", Keys: []string{"f"}, Words: "facts that decide which items show", Group: groupReview, Disabled: noList, Do: p.facts},
		{ID: "review.next", Keys: []string{"]", "tab"}, Words: "next part", Group: groupMoving, Disabled: noList, Do: func() tea.Cmd { return p.jump(1) }},
		{ID: "review.before", Keys: []string{"[", "shift+tab"}, Words: "part before", Group: groupMoving, Disabled: noList, Do: func() tea.Cmd { return p.jump(-1) }},
	}
	return append(actions, kit.TableActions()...)
}

// onItem does something to the item under the cursor.
func (p *Page) onItem(do func(prep.Item) tea.Cmd) func() tea.Cmd {
	return func() tea.Cmd {
		_, item, ok := p.selected()
		if !ok {
			return nil
		}
		cmd := do(item)
		p.refresh()
		return cmd
	}
}

func (p *Page) refuse(answer casefile.Answer) func() tea.Cmd {
	return p.onItem(func(item prep.Item) tea.Cmd { return p.Refuse(item, answer) })
}

// disabled gives the reasons why keys do nothing now: for anything about an
// item, for answering it, for opening it again, and for the list as a whole.
func (p *Page) disabled() (noItem, noAnswer, notOpen, noList string) {
	switch {
	case p.seen == nil:
		noList = "The file is still being read."
	case !p.ok:
		noList = "There is no review to prepare for this child."
	}
	ph, item, ok := p.selected()
	if noItem = noList; noItem == "" && !ok {
		noItem = "No item is selected."
	}
	noAnswer, notOpen = noItem, noItem
	if noItem != "" {
		return noItem, noAnswer, notOpen, noList
	}
	if p.later(ph) {
		noAnswer = "This is listed now and worked on the day of the review or after."
	}
	if item.Answer.Answer == casefile.Open {
		notOpen = "This item is open already."
	}
	return noItem, noAnswer, notOpen, noList
}

// jump goes to the first open item of the next part, or of the part before.
func (p *Page) jump(by int) tea.Cmd {
	i, _, ok := p.table.Selected()
	if !ok {
		return nil
	}
	n := len(p.prep.Phases)
	at := (p.lines[i].phase + by + n) % n
	ph := p.prep.Phases[at]
	to := ph.Items[0].ID
	for _, item := range ph.Items {
		if item.Answer.Answer == casefile.Open {
			to = item.ID
			break
		}
	}
	p.table.Select(to)
	return nil
}

// why explains the item's day.
func (p *Page) why() tea.Cmd {
	_, item, ok := p.selected()
	if !ok {
		return nil
	}
	w := why.Why{Title: "Why has it no day?", Explanation: item.Why(p.prep, p.desk.Context()), Rules: item.Rules, Source: item.Citation()}
	if item.By.Known() {
		w.Title = "Why by " + item.By.Long() + "?"
	}
	if who := item.Who(); who != clock.IRO {
		w.Notes = append(w.Notes, "It is for the "+who.Words()+" to do.")
	}
	p.desk.Nav.Open(why.Page(p.desk.Nav, w))
	return nil
}

func (p *Page) rules() tea.Cmd {
	_, item, ok := p.selected()
	if ok {
		p.desk.Nav.Open(rule.Page(p.desk.Nav, item.Rules))
	}
	return nil
}
