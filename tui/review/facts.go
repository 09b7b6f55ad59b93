package review

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/kit"
)

const factsDraft = "form/review facts"

// factGroups are the groups of facts that decide which items show.
var factGroups = []string{"Needs", "How the child communicates", "What you have judged", "This review", "Where it applies"}

// facts is the form of what is stated about the child that decides which items
// show. Not known is an answer of its own, and the one to begin with.
func (p *Page) facts() tea.Cmd {
	c := p.desk.Case(p.id)
	if c == nil {
		return nil
	}
	var fields []kit.Field
	var keys []string
	for _, group := range factGroups {
		fields = append(fields, kit.Field{ID: "group " + group, Label: group, Kind: kit.HeadingField})
		for _, f := range casefile.Facts() {
			if f.Group != group || f.Kind != casefile.YesNo {
				continue
			}
			keys = append(keys, f.Key)
			fields = append(fields, kit.Field{ID: f.Key, Label: f.Label, Kind: kit.ChoiceField, Value: c.Fact(f.Key), Hint: wholeLabel(f.Label, f.Hint),
				Choices: []kit.Option{{ID: "", Words: "not known"}, {ID: "yes", Words: "yes"}, {ID: "no", Words: "no"}}})
		}
	}
	p.desk.Nav.Push(p.desk.Form(p.id, factsDraft, kit.FormSpec{Title: "What decides which items show", Fields: fields,
		Intro: "Answer what you know; items join and leave the list as you do. Answers already given stay on file.",
		Done: func(v kit.Values) tea.Cmd {
			facts := map[string]string{}
			for _, key := range keys {
				facts[key] = v[key]
			}
			c := p.desk.Case(p.id)
			lines, err := c.State(facts, p.desk.Today())
			return p.desk.Save(c, lines, err, "Facts kept", factsDraft)
		}}))
	return nil
}
