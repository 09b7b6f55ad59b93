package casefile

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

const (
	groupLine  = "This line"
	groupChild = "This child"
	groupMove  = "Moving"
)

// Actions lists every key of the case.
func (p *Page) Actions() []kit.Action {
	l, _ := p.Selected()
	reading := p.Reading()
	noOpen, noWhy, noBack := "Nothing opens from this line.", "This line is not a date that is worked out.", "Go to an entry under Everything entered to take it back."
	if l.Open != nil {
		noOpen = ""
	}
	noRule := noWhy
	if p.whyOf(l) != nil {
		noWhy, noRule = "", ""
	}
	undated := l.ID == "next" || l.ID == "ask"
	if undated {
		noWhy = ""
	}
	if !l.Entry.Zero() {
		noBack = ""
	}
	add := func(id, key, words string, foot int, do func() tea.Cmd) kit.Action {
		return kit.Action{ID: "case." + id, Keys: []string{key}, Words: words, Group: groupChild, Foot: foot, Disabled: reading, Do: do}
	}
	actions := []kit.Action{
		{ID: "case.open", Keys: []string{"enter"}, Words: "open or change", Group: groupLine, Foot: 1, Disabled: noOpen, Do: l.Open},
		{ID: "case.why", Keys: []string{"w"}, Words: "why this date", Group: groupLine, Foot: 2, Disabled: noWhy, Do: func() tea.Cmd {
			if undated {
				p.desk.Nav.Open(p.doors.Why(p.id))
				return nil
			}
			return p.explain(*p.whyOf(l))
		}},
		add("review", "r", "review", 3, p.review),
		add("room", "b", "in the room: chair the review", 0, p.to(p.doors.Room)),
		add("after", "y", "after the review: the record and its copies", 0, p.to(p.doors.After)),
		add("decisions", "D", "decisions", 0, p.to(p.doors.Decisions)),
		add("papers", "P", "papers: record, decisions, letters", 0, p.to(p.doors.Papers)),
		add("visit", "V", "visit: the children at this placement", 0, p.to(p.doors.Visit)),
		add("note", "n", "note", 4, p.newNote),
		add("facts", "e", "change the facts", 5, p.editFacts),
		add("placement", "m", "a move: new placement", 0, p.addPlacement),
		add("status", "g", "new legal status", 0, p.addStatus),
		add("care", "k", "care began or ended", 0, p.editCare),
		add("person", "t", "add a person", 0, p.addPerson),
		add("clocks", "c", "clocks, and what if", 0, p.to(p.doors.Clocks)),
		add("people", "p", "people, and what each may receive", 0, p.to(p.doors.People)),
		add("event", "a", "something happened: report an event", 0, p.addEvent),
		add("events", "i", "events and proposed changes", 0, p.to(p.doors.Events)),
		add("documents", "d", "documents and their versions", 0, p.to(p.doors.Documents)),
		add("visits", "s", "social worker's visits", 0, p.to(p.doors.Visits)),
		add("iro", "h", "IROs and handover", 0, p.to(p.doors.Appointments)),
		add("situations", "o", "adoption, custody, court, hospital, short breaks", 0, p.to(p.doors.Situations)),
		add("log", "l", "log of what you did", 0, p.to(p.doors.Log)),
		add("held", "v", "record a review that was held", 0, p.addHeld),
		{ID: "case.back", Keys: []string{"x"}, Words: "take this entry back", Group: groupLine, Disabled: noBack, Do: func() tea.Cmd { return p.takeBack(l.Entry) }},
		{ID: "case.rule", Keys: []string{"R"}, Words: "the rule behind this date", Group: groupLine, Disabled: noRule, Do: func() tea.Cmd {
			p.desk.Nav.Open(p.doors.Rule([]string{p.whyOf(l).Rule}))
			return nil
		}},
		{ID: "case.next", Keys: []string{"tab"}, Words: "next part", Group: groupMove, Do: func() tea.Cmd { return p.Jump(1) }},
		{ID: "case.before", Keys: []string{"shift+tab"}, Words: "part before", Group: groupMove, Do: func() tea.Cmd { return p.Jump(-1) }},
	}
	return append(actions, kit.TableActions()...)
}

// whyOf is the deadline of a line that is a date worked out.
func (p *Page) whyOf(l sheet.Line) *clock.Deadline {
	if l.Why == nil && (l.ID == "planned" || l.ID == "prepared") && p.Case() != nil {
		return p.desk.Clocks(p.Case()).Governing
	}
	return l.Why
}

func (p *Page) explain(d clock.Deadline) tea.Cmd {
	p.desk.Nav.Open(p.doors.Explain(p.id, d))
	return nil
}

// to opens another screen about this child.
func (p *Page) to(door func(file.ID) kit.Page) func() tea.Cmd {
	return func() tea.Cmd {
		p.desk.Nav.Push(door(p.id))
		return nil
	}
}

func (p *Page) addEvent() tea.Cmd {
	p.desk.Nav.Push(p.doors.Event(p.id, file.EventReported{}))
	return nil
}

func (p *Page) review() tea.Cmd {
	p.desk.Nav.Push(p.doors.Review(p.id))
	return nil
}

// readEntry shows one entry whole.
func (p *Page) readEntry(e file.Entry) tea.Cmd {
	var b strings.Builder
	b.WriteString(file.Describe(e) + "\n\n")
	b.WriteString("Happened " + e.On.Long() + "\nEntered " + e.Day.Long() + " by " + e.By + "\n")
	switch e.Source {
	case file.ByImport:
		b.WriteString("Came with an import\n")
	case file.ByHandover:
		b.WriteString("Came with a handover\n")
	}
	if e.Pretended {
		b.WriteString("Entered while the program was told to pretend a date\n")
	}
	if p.now().TakenBack(e.ID) {
		b.WriteString("It was taken back and no longer counts.\n")
	}
	if i := slices.IndexFunc(p.now().Entries, func(o file.Entry) bool { return o.ID == e.Corrects }); i >= 0 {
		b.WriteString("\nIt corrects: " + file.Describe(p.now().Entries[i]) + "\n")
	}
	text := b.String()
	if p.desk.Hidden() {
		text = "Names are hidden, so entries are not shown. ctrl+p shows them."
	}
	p.desk.Nav.Open(kit.NewText(p.desk.Nav.Theme(), "Entry "+e.ID.String(), text))
	return nil
}

// takeBack asks, then reverses the act the entry belongs to.
func (p *Page) takeBack(entry file.ID) tea.Cmd {
	c := p.now()
	i := slices.IndexFunc(c.Entries, func(e file.Entry) bool { return e.ID == entry })
	if i < 0 {
		return nil
	}
	act, n := c.Entries[i].Act, 0
	for _, e := range c.Entries {
		if e.Act == act {
			n++
		}
	}
	words := "It stays on file, marked as taken back, and no longer counts."
	if n > 1 {
		words = "It was entered together with " + kit.Count(n-1, "other entry", "other entries") + "; all go back. They stay on file, marked as taken back."
	}
	if held, ok := c.Entries[i].Event.(*file.ReviewHeld); ok && len(c.DecisionsOf(held.ID)) > 0 {
		words += " The decisions of this review stay on file, and their days run on; take them back too if there was no review."
	}
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{Title: "Take this entry back?", Words: words, Button: "take it back", Started: "x",
		Yes: func() tea.Cmd {
			cmd := p.desk.TakeBack(p.now(), act, "Taken back")
			p.Refresh()
			return cmd
		}}))
	return nil
}
