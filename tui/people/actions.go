package people

import (
	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/tui/kit"
)

const (
	groupPerson = "This person"
	groupChild  = "This child"
)

// Actions lists every key of the page.
func (p *Page) Actions() []kit.Action {
	l, _ := p.selected()
	reading, noOpen, noRule := "", "Nothing opens from this line.", "Nothing is undecided or wrong on this line."
	if p.seen == nil {
		reading = "The file is still being read."
	}
	if l.open != nil {
		noOpen = ""
	}
	if l.rule != "" {
		noRule = ""
	}
	actions := []kit.Action{
		{ID: "people.open", Keys: []string{"enter"}, Words: "open or change", Group: groupPerson, Foot: 1, Disabled: noOpen, Do: l.open},
		{ID: "people.add", Keys: []string{"t"}, Words: "add a person", Group: groupChild, Foot: 2, Disabled: reading, Do: p.add},
		{ID: "people.end", Keys: []string{"x"}, Words: "no longer involved", Group: groupPerson, Foot: 3, Disabled: p.noEnd(l), Do: func() tea.Cmd { return p.end(*l.person) }},
		{ID: "people.case", Keys: []string{"o"}, Words: "their own case", Group: groupPerson, Foot: 4, Disabled: p.noCase(l), Do: func() tea.Cmd {
			p.desk.Nav.Push(p.doors.Case(l.person.Child))
			return nil
		}},
		{ID: "people.mirror", Keys: []string{"b"}, Words: "enter this child on their case too", Group: groupPerson, Disabled: p.noMirror(l), Do: func() tea.Cmd { return p.askMirror(*l.person, "b") }},
		{ID: "people.speaks", Keys: []string{"c"}, Words: "how the child communicates", Group: groupChild, Disabled: reading, Do: p.editCommunication},
		{ID: "people.kin", Keys: []string{"k"}, Words: "brothers, sisters and parents in care: answer", Group: groupChild, Disabled: reading, Do: p.editKin},
		{ID: "people.rule", Keys: []string{"R"}, Words: "the rule behind this", Group: groupPerson, Disabled: noRule, Do: func() tea.Cmd {
			p.desk.Nav.Open(p.doors.Rule([]string{l.rule}))
			return nil
		}},
	}
	return append(actions, kit.TableActions()...)
}

const noPerson = "Go to a person's line first."

func (p *Page) noEnd(l line) string {
	switch {
	case l.person == nil:
		return noPerson
	case l.person.Left(p.desk.Today()):
		return "They have left already; Enter changes when."
	}
	return ""
}

func (p *Page) noCase(l line) string {
	if l.person == nil {
		return noPerson
	}
	if _, ok := p.desk.Row(l.person.Child); !ok {
		return "They have no file in this caseload. Enter links one."
	}
	return ""
}

// end asks since when a person is no longer involved.
func (p *Page) end(person file.PersonStated) tea.Cmd {
	draft := "form/person end/" + person.ID.String()
	p.desk.Nav.Push(p.desk.Form(p.id, draft, kit.FormSpec{
		Title: "No longer involved", Intro: "They stay on file, at the end of the list.",
		Fields: []kit.Field{p.desk.DateField("to", "Last day", p.desk.Today(), true)},
		Done: func(v kit.Values) tea.Cmd {
			person.To = p.desk.ReadDate(v["to"])
			c := p.desk.Case(p.id)
			lines, err := c.StatePerson(person, p.desk.Today())
			return p.desk.Save(c, lines, err, "Kept: no longer involved", draft)
		}}))
	return nil
}
