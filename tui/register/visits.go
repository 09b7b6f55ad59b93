package register

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Visits is the social worker's visits, made and asked for, with the rule they
// are held against (CPPCR 28; VS-01 to VS-08).
func Visits(d *desk.Desk, id file.ID, doors Doors) kit.Page {
	p := &visits{list: newList(d, id, doors, "social worker's visits", sheet.Shape{Labels: 12, More: 22})}
	p.Show(p)
	return p
}

type visits struct {
	*list
	concern map[string]file.VisitMade // the visits of concern, by line
}

// Lines makes the lines of a case.
func (p *visits) Lines(c *file.Case) []sheet.Line {
	p.concern = map[string]file.VisitMade{}
	out := p.plan(c)
	made := c.Visits()
	if len(made) == 0 && len(out) == 0 {
		return nil
	}
	out = append(out, sheet.Line{ID: "head:visits", Heading: "Visits made and asked for, the newest first"})
	for _, v := range slices.Backward(made) {
		out = append(out, p.visitLine(c, v))
	}
	if len(made) == 0 {
		out = append(out, sheet.Line{ID: "visit:none", Text: "none entered yet: a adds one", Tone: kit.Dim, Open: p.add})
	}
	return out
}

// plan says which rule runs and when the next visit is due.
func (p *visits) plan(c *file.Case) []sheet.Line {
	words, next := p.doors.VisitPlan(c)
	if words == "" && next == nil {
		return nil
	}
	out := []sheet.Line{{ID: "head:plan", Heading: "The visiting rule"}}
	if next != nil {
		l := sheet.Line{ID: "next", Label: "Next visit", Why: next, Text: "by " + next.Due.Long()}
		switch status, left := next.Standing(p.Desk.Calendar(), p.Desk.Today()); status {
		case clock.Overdue:
			l.Sign, l.Tone, l.Text, l.More = kit.SignLate, kit.Late, "was due "+next.Due.Long(), kit.Count(-left, "working day late", "working days late")
		case clock.DueSoon:
			l.Sign, l.More = kit.SignSoon, kit.Count(left, "working day left", "working days left")
		}
		l.Open = func() tea.Cmd {
			p.Desk.Nav.Open(p.doors.Explain(p.Child, *next))
			return nil
		}
		out = append(out, l)
	}
	for i, part := range strings.Split(words, "\n") {
		l := sheet.Line{ID: fmt.Sprint("rule", i), Text: part}
		if i == 0 {
			l.Label = "Rule"
		}
		out = append(out, l)
	}
	return out
}

func (p *visits) visitLine(c *file.Case, v file.VisitMade) sheet.Line {
	l := sheet.Line{ID: "visit:" + v.ID.String(), Open: func() tea.Cmd { return p.edit(v) }}
	if !v.On.Known() {
		l.Sign, l.Label, l.Text, l.Rules = kit.SignSoon, p.short(v.AskedOn), "the child asked for a visit", []string{"VS-07"}
		l.More = "not made yet"
		return l
	}
	alone := ""
	if v.Alone {
		alone = "saw the child alone"
	}
	l.Label, l.Text = p.short(v.On), joined(p.Desk.Private(v.By), alone, p.Desk.Private(v.Note))
	if l.Text == "" {
		l.Text = "visited"
	}
	if v.AskedOn.Known() {
		l.More, l.Rules = "asked for "+p.short(v.AskedOn), []string{"VS-07"}
	}
	if v.Concern {
		p.concern[l.ID] = v
		l.Rules = []string{"RT-05", "VS-08"}
		l.Text = joined("found the child not safe and well there", l.Text)
		l.Sign, l.Tone, l.More = kit.SignLate, kit.Late, "e reports it"
		if ev, ok := reported(c, concernOf(v)); ok {
			l.Sign, l.Tone, l.More = kit.NoSign, kit.Normal, ev.Decision.Words()
		}
	}
	return l
}

// concernOf is the event a visit of concern begins (CPPCR 30; RT-05, VS-08).
func concernOf(v file.VisitMade) file.EventReported {
	return file.EventReported{What: file.VisitConcern, On: v.On, ToldBy: v.By, Text: v.Note}
}

// reported finds the event of that kind and day on file.
func reported(c *file.Case, ev file.EventReported) (file.EventReported, bool) {
	all := c.Events()
	i := slices.IndexFunc(all, func(o file.EventReported) bool { return o.What == ev.What && o.On == ev.On })
	if i < 0 {
		return file.EventReported{}, false
	}
	return all[i], true
}

// Empty says what is so when there are no lines, and what to do next.
func (p *visits) Empty() (what, next string, keys []string) {
	return "No visit is on file.", "The next visit is counted from the last one: enter it first.",
		[]string{"a", "add a visit", "k", "the child asks for a visit"}
}

// Actions lists every key of the screen.
func (p *visits) Actions() []kit.Action {
	l, _ := p.Selected()
	v, found := p.concern[l.ID]
	noEvent := "Go to a visit that found the child not safe and well."
	if found {
		noEvent = ""
	}
	add := func(id, key, words string, foot int, do func() tea.Cmd) kit.Action {
		return kit.Action{ID: "register." + id, Keys: []string{key}, Words: words, Group: groupChild, Foot: foot, Do: do}
	}
	return p.with(
		add("visit", "a", "add a visit", 2, p.add),
		add("asked", "k", "the child asks for one", 3, func() tea.Cmd { return p.ask(file.VisitMade{AskedOn: p.Desk.Today()}) }),
		add("concern", "c", "a visit of concern", 4, func() tea.Cmd { return p.edit(file.VisitMade{Concern: true}) }),
		kit.Action{ID: "register.event", Keys: []string{"e"}, Words: "report what the visit found", Group: groupLine, Disabled: noEvent, Do: func() tea.Cmd { return p.event(concernOf(v)) }},
	)
}

func (p *visits) add() tea.Cmd { return p.edit(file.VisitMade{}) }

// ask keeps the child's own request for a visit (HB 3.38; VS-07).
func (p *visits) ask(v file.VisitMade) tea.Cmd {
	const draft = "form/visit/asked"
	return p.form(draft, kit.FormSpec{
		Title: "The child asks for a visit", Intro: "It stays open until the day it was made is entered on it.",
		Fields: []kit.Field{
			p.Desk.DateField("asked", "Asked on", v.AskedOn, true),
			{ID: "note", Label: "What about", Hint: "in the child's words, if the child wants it said"},
		},
		Done: func(answers kit.Values) tea.Cmd {
			next := file.VisitMade{ID: p.Desk.Watch.NewID(), AskedOn: p.Desk.ReadDate(answers["asked"]), Note: answers["note"]}
			lines, err := p.now().StateVisit(next, p.Desk.Today())
			return p.save(lines, err, "Request kept", draft, nil)
		}})
}

// edit states a visit, or corrects it. One that newly found a concern leads on
// to the event intake, for a review must follow.
func (p *visits) edit(v file.VisitMade) tea.Cmd {
	draft, title, intro := "form/visit/"+v.ID.String(), "Visit", "A visit of the social worker, or one the child asked for."
	if v.ID.Zero() && v.Concern {
		draft, title, intro = "form/visit/concern", "Visit of concern", "It found that the placement does not keep the child safe and well. A review must follow, so the event is reported next."
	}
	worker := ""
	if sw, ok := p.now().Person(file.SocialWorker, p.Desk.Today()); ok && !p.Desk.Hidden() {
		worker = sw.Name
	}
	made := func(answers kit.Values) bool { return answers["on"] != "" }
	return p.form(draft, kit.FormSpec{
		Title: title, Intro: intro,
		Fields: []kit.Field{
			p.Desk.DateField("on", "Visited on", v.On, !v.AskedOn.Known()),
			{ID: "by", Label: "Who visited", Value: v.By, Suggest: worker},
			{ID: "alone", Label: "Saw the child alone", Kind: kit.YesNoField, Value: seen(v, v.Alone), Required: true, When: made},
			{ID: "concern", Label: "Found the child not safe and well", Kind: kit.YesNoField, Value: seen(v, v.Concern), Required: true, When: made,
				Hint: "yes: a review must follow; the event is reported next"},
			p.Desk.DateField("asked", "The child asked on", v.AskedOn, false),
			{ID: "note", Label: "Note", Kind: kit.LongField, Value: v.Note},
		},
		Done: func(answers kit.Values) tea.Cmd {
			next := file.VisitMade{ID: p.kept(v.ID), On: p.Desk.ReadDate(answers["on"]), By: answers["by"], Alone: answers["alone"] == "yes",
				Concern: answers["concern"] == "yes", AskedOn: p.Desk.ReadDate(answers["asked"]), Note: answers["note"]}
			lines, err := p.now().StateVisit(next, p.Desk.Today())
			var tell *file.EventReported
			if _, told := reported(p.now(), concernOf(next)); next.Concern && !told {
				ev := concernOf(next)
				tell = &ev
			}
			return p.save(lines, err, "Visit kept", draft, tell)
		}})
}

// seen is a yes or a no of a visit on file; of a new one nothing is answered
// beforehand.
func seen(v file.VisitMade, is bool) string {
	if !v.On.Known() && !is {
		return ""
	}
	return desk.YesNo(is)
}
