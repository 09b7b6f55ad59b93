package concern

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Form is the form of a new concern. With a child's id the child is linked.
func Form(d *desk.Desk, child casefile.ID) kit.Page {
	c := practice.ConcernStated{}
	if !child.Zero() {
		c.Children = []casefile.ID{child}
	}
	return edit(d, c)
}

// edit is the form of a concern; one without an id is new.
func edit(d *desk.Desk, c practice.ConcernStated) kit.Page {
	draft, file, title := "form/concern/"+c.ID.String(), d.Book.PracticeFile(), "A wider concern"
	if !c.ID.Zero() {
		title = "Change a concern"
	} else if len(c.Children) > 0 {
		draft += c.Children[0].String()
	}
	var themes []kit.Option
	for _, t := range practice.Themes() {
		themes = append(themes, kit.Option{ID: string(t), Words: string(t)})
	}
	raised := func(v kit.Values) bool { return v["to"] != "" }
	raisedOn := d.DateField("on", "Raised on", c.RaisedOn, true)
	raisedOn.When, raisedOn.Suggest = raised, d.Today().UK()
	answeredOn := d.DateField("answeredon", "Answered on", c.AnsweredOn, true)
	answeredOn.When, answeredOn.Suggest = func(v kit.Values) bool { return raised(v) && v["answer"] != "" }, d.Today().UK()
	return d.Form(file, draft, kit.FormSpec{
		Title: title, Save: "Keep", Intro: intro(c),
		Fields: []kit.Field{
			{ID: "theme", Label: "About", Kind: kit.ChoiceField, Choices: themes, Value: string(c.Theme), Required: true},
			{ID: "text", Label: "What you have seen", Kind: kit.LongField, Rows: 4, Value: c.Text, Required: true, Hint: "What is wrong, how often, and what it does to children"},
			{ID: "to", Label: "Raised with", Value: c.RaisedTo, Suggest: senior(d.Practice()), Hint: held(d)},
			raisedOn,
			{ID: "answer", Label: "What they answered", Kind: kit.LongField, Rows: 3, Value: c.Answer, When: raised},
			answeredOn,
			d.DateField("closed", "Closed on", c.Closed, false),
		},
		Done: func(v kit.Values) tea.Cmd {
			next := practice.ConcernStated{
				ID: c.ID, Theme: practice.Theme(v["theme"]), Text: v["text"], Children: c.Children,
				RaisedTo: v["to"], RaisedOn: d.ReadDate(v["on"]), Answer: v["answer"], AnsweredOn: d.ReadDate(v["answeredon"]), Closed: d.ReadDate(v["closed"]),
			}
			if next.ID.Zero() {
				next.ID = d.Watch.NewID()
			}
			lines, err := d.Practice().StateConcern(next, d.Today())
			return finish(d, draft, lines, err)
		},
	})
}

// intro says which children are linked and how to link more.
func intro(c practice.ConcernStated) string {
	switch n := len(c.Children); {
	case n == 1 && c.ID.Zero():
		return "The child whose file you came from is linked; l on the list of concerns links others."
	case n == 0:
		return "When it is kept, l on the list links the children it was seen with."
	default:
		return kit.Count(n, "child is linked", "children are linked") + "; l and x on the list link and unlink."
	}
}

// senior suggests the highest post that is held of those concerns go to.
func senior(p *practice.Practice) string {
	for _, post := range []string{"Director of children's services", "Assistant director", "Head of service", "Service manager", "IRO manager"} {
		for _, held := range p.Posts() {
			if held.Post == post {
				return post
			}
		}
	}
	return ""
}

// held names the posts on file, for choosing whom to raise it with.
func held(d *desk.Desk) string {
	var posts []string
	for _, p := range d.Practice().Posts() {
		posts = append(posts, p.Post)
	}
	if len(posts) == 0 {
		return "A senior manager, by post or name; leave empty while it is not raised"
	}
	return "On file: " + strings.Join(posts, ", ") + ". Leave empty while it is not raised"
}

// finish leaves a form whose lines were taken and keeps it when they were not.
func finish(d *desk.Desk, draft string, lines []casefile.Line, err error) tea.Cmd {
	if err != nil {
		d.Nav.Say(kit.Late, fault.Words(err))
		return nil
	}
	d.DropDraft(d.Book.PracticeFile(), draft)
	if len(lines) == 0 {
		d.Nav.Say(kit.Dim, "Nothing was changed.")
	}
	cmd := d.DoPractice(lines, "Concern kept")
	d.Nav.Pop()
	return cmd
}
