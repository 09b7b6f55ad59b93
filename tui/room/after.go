package room

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/review"
	"footprint/tui/sheet"
)

// after is what is to be done once a review is completed: decisions, the
// manager's answer, the plan, the record and its copies, each with its day, what
// shows it was done, and how late it was (HB 3.69, 3.71; RC-01 to RC-14).
type after struct {
	*sheet.Sheet
	*review.Answering
	doors  Doors
	review casefile.Review
	items  map[string]prep.Item
	send   map[string]casefile.PersonStated
}

// After is the writing up of the last review a child had.
func After(d *desk.Desk, id casefile.ID, doors Doors) kit.Page {
	p := &after{Sheet: sheet.New(d, id, sheet.Shape{Labels: 16, More: 18}), Answering: review.NewAnswering(d, id), doors: doors}
	p.Show(p)
	return p
}

// Title says whose review, and which.
func (p *after) Title() string {
	p.Refresh()
	row, _ := p.Desk.Row(p.Child)
	return p.Desk.Name(row) + ": after the review"
}

// Right says when the review was completed.
func (p *after) Right() string {
	if !p.review.Held.Completed.Known() {
		return ""
	}
	return "completed " + p.review.Held.Completed.Long()
}

// Lines makes the lines, in the order of the days.
func (p *after) Lines(c *casefile.Case) []sheet.Line {
	p.items, p.send = map[string]prep.Item{}, map[string]casefile.PersonStated{}
	var ok bool
	if p.review, ok = prep.LastCompleted(c, p.Desk.Today()); !ok {
		return nil
	}
	list := prep.WritingUp(c, p.review, p.Desk.Context())
	p.Use(c, list)
	var out []sheet.Line
	for _, ph := range list.Phases {
		out = append(out, sheet.Line{ID: "head:" + ph.ID, Heading: ph.Title + ", " + ph.Timing})
		for _, item := range ph.Items {
			out = append(out, p.line(c, item))
		}
	}
	return append(out, p.copies(c)...)
}

func (p *after) line(c *casefile.Case, item prep.Item) sheet.Line {
	l := sheet.Line{ID: item.ID, Sign: signOf(item), Text: item.Label, Rules: item.Rules}
	p.items[l.ID] = item
	words, _ := prep.Words(c, p.review.ID, item.Item)
	l.More = p.Desk.Private(firstLine(words))
	switch status, left := item.Standing(p.Desk.Context()); {
	case item.Answer.Answer == casefile.Done && item.Lateness() > 0:
		l.Label, l.More = item.Answer.On.Short(), kit.Count(item.Lateness(), "day", "days")+" late"
	case item.Answer.Answer != casefile.Open:
		l.Label = item.Answer.On.Short()
	case status == clock.Overdue:
		l.Sign, l.Tone, l.Label = kit.SignLate, kit.Late, "late, "+item.By.Short()
	case item.By.Known():
		l.Label = "by " + item.By.Short()
		if left <= 2 {
			l.Sign = kit.SignSoon
		}
	case item.Due.Days > 0:
		l.Label = "once received"
	}
	l.Below = nonEmpty(p.Desk.Private(words), item.Help)
	l.Open = func() tea.Cmd { return p.Done(item) }
	if door := p.doors.Decisions; item.OfDecisions() && door != nil {
		l.Open = func() tea.Cmd {
			p.Desk.Nav.Push(door(p.Child))
			return nil
		}
	}
	return l
}

// copies says who gets which copy of the record, and when it was sent.
func (p *after) copies(c *casefile.Case) []sheet.Line {
	sent := map[casefile.ID]casefile.Sending{}
	for _, s := range c.CopiesSent(p.review.ID) {
		sent[s.Person] = s
	}
	out := []sheet.Line{{ID: "head:copies", Heading: "Who gets which copy: s says that it was sent today"}}
	for _, group := range c.Recipients(p.Desk.Today()) {
		if group.Copy == casefile.Nothing {
			continue
		}
		for _, person := range group.People {
			l := sheet.Line{ID: "copy:" + person.ID.String(), Sign: kit.SignOpen, Label: "not sent yet", Text: p.Desk.Private(person.Name), More: string(group.Copy), Rules: []string{"RC-03", "RC-04"}}
			p.send[l.ID] = person
			if group.Copy == "" {
				l.More, l.Sign = "not decided", kit.SignSoon
				l.Below = []string{"p opens the people: say there what they may receive. Nothing is sent until it is decided."}
			}
			if s, ok := sent[person.ID]; ok {
				l.Sign, l.Label = kit.SignDone, "sent "+s.On.Short()
				if due := clock.RecordDue(p.Desk.Calendar(), p.review.Held.Completed).Distribution; s.On > due {
					l.More += ", " + kit.Count(int(s.On-due), "day", "days") + " late"
				}
			}
			out = append(out, l)
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// Empty says what is so when no review was completed, and what to do next.
func (p *after) Empty() (what, next string, keys []string) {
	return "No review of this child has been completed yet.", "What follows a review stands here once it is closed.", []string{"esc", "back"}
}

// Actions lists every key.
func (p *after) Actions() []kit.Action {
	p.Refresh()
	l, _ := p.Selected()
	item, isItem := p.items[l.ID]
	person, isCopy := p.send[l.ID]
	noItem, noCopy := "Go to an item of the list first.", "Go to a person who gets a copy first."
	if isItem {
		noItem = ""
	}
	if isCopy {
		noCopy = ""
		if person.Receives == "" {
			noCopy = "Say first, on the people list, what they may receive."
		}
	}
	on := func(do func(prep.Item) tea.Cmd) func() tea.Cmd {
		return func() tea.Cmd {
			cmd := do(item)
			p.Refresh()
			return cmd
		}
	}
	const line, here = "This line", "This review"
	actions := []kit.Action{
		{ID: "after.done", Keys: []string{"space"}, Words: "done", Group: line, Foot: 2, Disabled: noItem, Do: on(p.Done)},
		{ID: "after.not", Keys: []string{"x"}, Words: "not done, why", Group: line, Foot: 3, Disabled: noItem, Do: on(func(i prep.Item) tea.Cmd { return p.Refuse(i, casefile.NotDone) })},
		{ID: "after.na", Keys: []string{"-"}, Words: "does not apply, why", Group: line, Foot: 4, Disabled: noItem, Do: on(func(i prep.Item) tea.Cmd { return p.Refuse(i, casefile.NotApplicable) })},
		{ID: "after.note", Keys: []string{"n"}, Words: "note", Group: line, Disabled: noItem, Do: on(p.Note)},
		{ID: "after.reopen", Keys: []string{"o"}, Words: "open again: withdraw the answer", Group: line, Disabled: noItem, Do: on(p.Reopen)},
		{ID: "after.sent", Keys: []string{"s"}, Words: "sent today", Group: line, Foot: 5, Disabled: noCopy, Do: func() tea.Cmd { return p.sent(person, p.Desk.Today()) }},
	}
	if p.doors.Decisions != nil {
		actions = append(actions, kit.Action{ID: "after.decisions", Keys: []string{"D"}, Words: "decisions", Group: here, Foot: 6, Do: func() tea.Cmd {
			p.Desk.Nav.Push(p.doors.Decisions(p.Child))
			return nil
		}})
	}
	if p.doors.Papers != nil {
		actions = append(actions, kit.Action{ID: "after.papers", Keys: []string{"P"}, Words: "papers: record, decisions, letters", Group: here, Foot: 7, Do: func() tea.Cmd {
			p.Desk.Nav.Push(p.doors.Papers(p.Child))
			return nil
		}})
	}
	if p.doors.People != nil {
		actions = append(actions, kit.Action{ID: "after.people", Keys: []string{"p"}, Words: "people: what each may receive", Group: here, Do: func() tea.Cmd {
			p.Desk.Nav.Push(p.doors.People(p.Child))
			return nil
		}})
	}
	return append(actions, p.Sheet.Actions(p.doors.Doors)...)
}

// sent notes that somebody was sent their copy.
func (p *after) sent(person casefile.PersonStated, on workday.Date) tea.Cmd {
	cmd, _ := p.Act("Sent", nil, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
		return c.SendCopy(casefile.CopySent{Review: review, Person: person.ID, To: person.Name, Copy: person.Receives}, on, p.Desk.Today())
	})
	p.Refresh()
	return cmd
}

// InReview tells the root that a review is being worked on: it locks later.
func (p *after) InReview() bool { return true }
