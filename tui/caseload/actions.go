package caseload

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	list "footprint/domain/caseload"
	"footprint/tui/kit"
)

const (
	groupChild = "This child"
	groupList  = "The list"
	groupFile  = "Caseload"
)

// Actions lists every key of the home screen.
func (p *Page) Actions() []kit.Action {
	if p.filtering {
		return []kit.Action{
			{ID: "caseload.found", Keys: []string{"enter"}, Words: "to the list", Group: groupList, Foot: 1},
			{ID: "caseload.unfind", Keys: []string{"esc"}, Words: "show everyone again", Group: groupList, Foot: 2},
		}
	}
	none := ""
	if _, ok := p.selected(); !ok {
		none = "No child is selected."
	}
	child := func(id, key, words string, foot int, open func(casefile.ID) kit.Page) kit.Action {
		return kit.Action{ID: "caseload." + id, Keys: []string{key}, Words: words, Group: groupChild, Foot: foot, Disabled: none,
			Do: func() tea.Cmd {
				return p.with(func(c *casefile.Case) tea.Cmd { p.desk.Nav.Push(open(c.ID)); return nil })
			}}
	}
	why := child("why", "w", "why this date", 2, p.doors.Why)
	why.Do = func() tea.Cmd {
		return p.with(func(c *casefile.Case) tea.Cmd { p.desk.Nav.Open(p.doors.Why(c.ID)); return nil })
	}
	actions := []kit.Action{
		child("open", "enter", "open", 1, p.doors.Case),
		why,
		child("review", "r", "review", 3, p.doors.Review),
		child("room", "b", "in the room: chair the review", 0, p.doors.Room),
		child("decisions", "D", "decisions", 0, p.doors.Decisions),
		child("papers", "P", "papers: record, decisions, letters", 0, p.doors.Papers),
		child("visit", "V", "visit: the children at this placement", 0, p.doors.Visit),
		child("note", "n", "note", 4, p.doors.Note),
		child("log", "f", "footprint: what you did and what changed", 0, p.doors.Log),
		child("event", "e", "something happened: report an event", 0, p.doors.Event),
		{ID: "caseload.find", Keys: []string{"/"}, Words: "find", Group: groupList, Foot: 5, Do: p.find},
		{ID: "caseload.lens", Keys: []string{"l"}, Words: "lens: next way of looking", Group: groupList, Do: p.nextLens},
		{ID: "caseload.lens.pick", Keys: []string{"L"}, Words: "choose a lens", Group: groupList, Do: p.pickLens},
		{ID: "caseload.order", Keys: []string{"s"}, Words: "sort another way", Group: groupList, Do: p.nextOrder},
		{ID: "caseload.drift", Keys: []string{"d"}, Words: "drift: overdue, repeated, waiting, stale", Group: groupFile, Do: p.push(p.doors.Drift)},
		{ID: "caseload.concerns", Keys: []string{"c"}, Words: "wider concerns about services", Group: groupFile, Do: p.push(p.doors.Concerns)},
		{ID: "caseload.add", Keys: []string{"a"}, Words: "add a child", Group: groupFile, Do: p.push(p.doors.Add)},
		{ID: "caseload.import", Keys: []string{"i"}, Words: "import a caseload list or a return", Group: groupFile, Do: p.push(p.doors.Import)},
		{ID: "caseload.leave", Keys: []string{"q"}, Words: "leave Footprint; everything is saved", Group: groupFile, Do: p.doors.Leave},
	}
	return append(actions, kit.TableActions()...)
}

func (p *Page) push(door func() kit.Page) func() tea.Cmd {
	return func() tea.Cmd {
		p.desk.Nav.Push(door())
		return nil
	}
}

func (p *Page) find() tea.Cmd {
	p.filtering = true
	p.input.Focus(true)
	return nil
}

func (p *Page) nextLens() tea.Cmd {
	all := list.Lenses()
	p.setLens(all[(slices.Index(all, p.lens)+1)%len(all)])
	return p.peek()
}

// lensWords says what each lens shows.
var lensWords = map[list.Lens]string{
	list.All:         "everyone looked after",
	list.Mine:        "what I must do this week",
	list.Chasing:     "what others owe me and is late",
	list.Waiting:     "what others owe me, not late yet",
	list.ThisWeek:    "reviews due or planned this week",
	list.NoFootprint: "nothing of mine for 60 days",
	list.Closed:      "no longer looked after",
}

func (p *Page) pickLens() tea.Cmd {
	var options []kit.Option
	for _, l := range list.Lenses() {
		options = append(options, kit.Option{ID: string(l), Words: string(l), Detail: lensWords[l]})
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "Which children?", options, func(id string) tea.Cmd {
		p.setLens(list.Lens(id))
		return p.peek()
	}))
	return nil
}

func (p *Page) nextOrder() tea.Cmd {
	all := list.Orders()
	p.order = all[(slices.Index(all, p.order)+1)%len(all)]
	p.rearrange()
	p.desk.Nav.Say(kit.Dim, "Sorted: "+string(p.order))
	return p.peek()
}
