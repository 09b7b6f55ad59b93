package decision

import (
	"cmp"
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/tui/kit"
)

// send states when the decisions of a review were written up, sent and received
// (RC-01, DE-04).
func (p *page) send(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	c := p.now()
	r, _ := c.ReviewByID(d.Review)
	s, draft := c.SentOf(r.ID), "form/decision/sent/"+r.ID.String()
	issued := p.past("issued", "Written up on", s.Issued)
	issued.Hint = "the day all of them were written up, each with its need, outcome, name and day"
	return p.form(draft, kit.FormSpec{
		Title: "Decisions sent: " + p.name(c, r),
		Intro: kit.Count(len(c.DecisionsOf(r.ID)), "decision", "decisions") + " of the " + p.dated(c, r) + ". The manager's five working days run from the day they were received (HB 3.71).",
		Fields: []kit.Field{
			issued,
			{ID: "to", Label: "Manager", Value: s.To, Suggest: cmp.Or(p.person(casefile.Manager), p.lastManager()), Hint: "the designated senior manager who answers"},
			p.Desk.DateField("sent", "Sent on", s.Sent, false),
			p.Desk.DateField("received", "Received on", s.Received, false),
		},
		Done: func(v kit.Values) tea.Cmd {
			next := casefile.DecisionsSent{Review: r.ID, To: v["to"], Issued: p.Desk.ReadDate(v["issued"]), Sent: p.Desk.ReadDate(v["sent"]), Received: p.Desk.ReadDate(v["received"])}
			lines, err := review.Send(p.now(), next, p.Desk.Context())
			return p.Desk.Save(p.now(), lines, err, "Kept how far the decisions went", draft)
		}})
}

// The manager's answers. Silence is none of them: no answer is no entry.
const (
	agrees    = "agrees"
	disagrees = "disagrees"
)

// answerFor opens one form of every decision of the review that has no answer,
// each with its own choice, which begins empty. On a decision that has one, it
// opens that one to correct it.
func (p *page) answerFor(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	c := p.now()
	asked, draft := []casefile.Decided{d}, "form/decision/answer/"+d.ID.String()
	if !d.Answer.On.Known() {
		draft = "form/decision/answers/" + d.Review.String()
		asked = slices.DeleteFunc(c.DecisionsOf(d.Review), func(o casefile.Decided) bool { return o.Answer.On.Known() })
	}
	day := p.past("on", "Answered on", d.Answer.On)
	intro := ""
	if window, ok := review.ResponseTo(c, d, p.Desk.Context()); ok {
		intro = "The manager's days end on " + window.Due.Long() + ". What is refused after that stands as agreed, and so does what is not answered."
	}
	fields := []kit.Field{day, {ID: "by", Label: "By whom", Value: d.Answer.By, Suggest: cmp.Or(c.SentOf(d.Review).To, p.person(casefile.Manager))}}
	for _, o := range asked {
		fields = append(fields, p.answerFields(o)...)
	}
	return p.form(draft, kit.FormSpec{Title: "The manager's answer", Intro: intro, Fields: fields, Done: func(v kit.Values) tea.Cmd { return p.keepAnswers(asked, v, draft) }})
}

// answerFields ask for the answer to one decision, and what a refusal needs.
func (p *page) answerFields(d casefile.Decided) []kit.Field {
	id, answer := d.ID.String(), ""
	if d.Answer.On.Known() {
		answer = agrees
		if !d.Answer.Agrees {
			answer = disagrees
		}
	}
	refused := func(v kit.Values) bool { return v[id] == disagrees }
	all := p.Desk.DateField(id+"/all", "Sent to all on", d.Answer.ToAll, false)
	all.When, all.Hint = refused, "to everyone who attended; leave it empty until it was"
	return []kit.Field{
		{ID: id + "/head", Label: fmt.Sprintf("%d  %s", d.No, p.oneLine(d.What)), Kind: kit.HeadingField},
		{ID: id, Label: "Answer", Kind: kit.ChoiceField, Value: answer, Choices: []kit.Option{{ID: agrees, Words: "agrees"}, {ID: disagrees, Words: "disagrees"}}},
		{ID: id + "/words", Label: "In writing", Kind: kit.LongField, Rows: 2, Value: d.Answer.Words, Required: true, When: refused, Hint: "what the manager disagrees with (HB 3.71)"},
		all,
	}
}

// keepAnswers keeps the answers that were given as one act.
func (p *page) keepAnswers(asked []casefile.Decided, v kit.Values, draft string) tea.Cmd {
	c, on := p.now(), p.Desk.ReadDate(v["on"])
	var lines []casefile.Line
	given, refused := 0, 0
	for _, d := range asked {
		id := d.ID.String()
		if v[id] == "" {
			continue
		}
		given++
		a := casefile.ManagerAnswered{Decision: d.ID, Agrees: v[id] == agrees, By: v["by"], Words: v[id+"/words"], ToAll: p.Desk.ReadDate(v[id+"/all"])}
		if !a.Agrees {
			refused++
		}
		more, err := c.AnswerDecision(a, on, p.Desk.Today())
		if err != nil {
			return p.Desk.Save(c, nil, err, "")
		}
		lines = append(lines, more...)
	}
	if given == 0 {
		p.Desk.Nav.Say(kit.Soon, "No decision has an answer here, so nothing is kept. Esc leaves.")
		return nil
	}
	words := kit.Count(given, "answer kept", "answers kept")
	if refused > 0 {
		words += fmt.Sprintf(", %d refused: t raises it informally", refused)
	}
	return p.Desk.Save(c, lines, nil, words, draft)
}

// unanswered are the alerts the manager has not answered.
func unanswered(d casefile.Decided) []casefile.ManagerAlerted {
	return slices.DeleteFunc(slices.Clone(d.Alerts), func(a casefile.ManagerAlerted) bool { return a.Answered.Known() })
}

// alertManager enters an alert to the accountable manager, or the answer to one
// that waits (DE-09).
func (p *page) alertManager(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	waiting := unanswered(d)
	if len(waiting) == 0 {
		return p.alertForm(d, casefile.ManagerAlerted{Decision: d.ID})
	}
	options := []kit.Option{{ID: "new", Words: "Another alert"}}
	for _, a := range slices.Backward(waiting) {
		options = slices.Insert(options, len(options)-1, kit.Option{ID: a.ID.String(), Words: "The answer to the alert of " + a.Sent.Long(), Detail: a.To})
	}
	p.Desk.Nav.Open(kit.NewPicker(p.Desk.Nav, "Alert to the manager", options, func(id string) tea.Cmd {
		if i := slices.IndexFunc(waiting, func(a casefile.ManagerAlerted) bool { return a.ID.String() == id }); i >= 0 {
			return p.alertForm(d, waiting[i])
		}
		return p.alertForm(d, casefile.ManagerAlerted{Decision: d.ID})
	}))
	return nil
}

func (p *page) alertForm(d casefile.Decided, a casefile.ManagerAlerted) tea.Cmd {
	draft := "form/decision/alert/" + d.ID.String() + "/" + a.ID.String()
	fields := []kit.Field{
		{ID: "to", Label: "To", Value: a.To, Suggest: cmp.Or(d.Accountable, p.person(casefile.TeamManager)), Required: true, Hint: "the manager who answers for it, in writing (HB 3.73)"},
		p.past("sent", "Sent on", a.Sent),
	}
	title := "Alert to the manager"
	if !a.ID.Zero() {
		title = "The manager's answer to an alert"
		fields = append(fields, p.past("answered", "Answered on", 0), kit.Field{ID: "answer", Label: "Answer", Kind: kit.LongField, Rows: 3})
	}
	return p.form(draft, kit.FormSpec{Title: title, Intro: p.oneLine(d.What), Fields: fields, Done: func(v kit.Values) tea.Cmd {
		next := casefile.ManagerAlerted{ID: a.ID, Decision: d.ID, To: v["to"], Sent: p.Desk.ReadDate(v["sent"]), Answered: p.Desk.ReadDate(v["answered"]), Answer: v["answer"]}
		words := "Answer to the alert kept"
		if next.ID.Zero() {
			next.ID, words = p.Desk.Watch.NewID(), "Alert kept"
		}
		lines, err := p.now().AlertManager(next, p.Desk.Today())
		return p.Desk.Save(p.now(), lines, err, words, draft)
	}})
}

// lastManager is who the decisions of the last review went to.
func (p *page) lastManager() string {
	to := ""
	for _, r := range p.now().Reviews() {
		to = cmp.Or(p.now().SentOf(r.ID).To, to)
	}
	return to
}
