package people

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/tui/kit"
)

// speaks is the group of facts about how the child communicates.
const speaks = "How the child communicates"

// communicationFacts are the facts of the communication profile (HB 4.5;
// CN-01): the first language and the group of its own.
func communicationFacts() []file.Fact {
	return slices.DeleteFunc(file.Facts(), func(f file.Fact) bool { return f.Key != file.FactLanguage && f.Group != speaks })
}

// communication is how the child communicates, and whether anybody needs an
// interpreter.
func (b *builder) communication() {
	b.head(speaks)
	for _, a := range b.alerts {
		if a.Person.Zero() {
			b.add(alertLine(a, b.p.editCommunication))
		}
	}
	if b.c.InterpreterNeeded(b.today) {
		b.add(line{id: "interpreter", text: "Interpreter and translation: for " + b.speakers(), open: b.p.editCommunication, rule: "PR-24"})
	}
	said := false
	for _, f := range communicationFacts() {
		v := b.c.Fact(f.Key)
		if v == "" {
			continue
		}
		said = true
		if f.Kind == file.Text {
			v = b.p.desk.Private(v)
		}
		b.add(line{id: "fact:" + f.Key, text: f.Label + ": " + v, open: b.p.editCommunication})
	}
	if !said {
		b.add(line{id: "fact:none", text: "Nothing entered yet: c says how", tone: kit.Dim, open: b.p.editCommunication})
	}
}

// speakers says for whom an interpreter is needed.
func (b *builder) speakers() string {
	parent := slices.ContainsFunc(b.people, file.PersonStated.NeedsInterpreter)
	switch {
	case parent && b.c.SpeaksAnother():
		return "the child and a parent"
	case parent:
		return "a parent"
	}
	return "the child"
}

func (p *Page) editCommunication() tea.Cmd {
	return p.factForm("form/communication", speaks, "What is not known yet can be left empty.", communicationFacts())
}

// editKin asks what decides whether the same IRO, or another, is called for
// (HB 7.2). Nothing on the list answers it.
func (p *Page) editKin() tea.Cmd {
	kin := slices.DeleteFunc(file.Facts(), func(f file.Fact) bool { return f.Key != "sibling_group" && f.Key != "parent_looked_after" })
	return p.factForm("form/kin", kinPart, "Your answer decides what the preparation asks; the list decides nothing.", kin)
}

// factForm is a form of single facts.
func (p *Page) factForm(draft, title, intro string, facts []file.Fact) tea.Cmd {
	c := p.desk.Case(p.id)
	if c == nil {
		return nil
	}
	var fields []kit.Field
	for _, f := range facts {
		field := kit.Field{ID: f.Key, Label: f.Label, Value: c.Fact(f.Key), Hint: f.Hint}
		if f.Kind == file.YesNo {
			field.Kind = kit.YesNoField
		}
		fields = append(fields, field)
	}
	p.desk.Nav.Push(p.desk.Form(p.id, draft, kit.FormSpec{Title: title, Intro: intro, Fields: fields, Done: func(v kit.Values) tea.Cmd {
		c := p.desk.Case(p.id)
		lines, err := c.State(v, p.desk.Today())
		return p.desk.Save(c, lines, err, "Facts kept", draft)
	}}))
	return nil
}
