package review

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/tui/kit"
)

// The answers of one line of a conversation.
const (
	leaveOpen = "open"
	lineDone  = "done"
	lineNot   = "not"
	lineNA    = "na"
)

var lineAnswers = []kit.Option{
	{ID: leaveOpen, Words: "leave open"},
	{ID: lineDone, Words: "done"},
	{ID: lineNot, Words: "not done"},
	{ID: lineNA, Words: "does not apply"},
}

// talk opens the items of the phase that are open as one form: one
// conversation, one post. Each line has its own answer and begins open.
func (p *Page) talk() tea.Cmd {
	ph, _, ok := p.selected()
	if !ok {
		return nil
	}
	var items []prep.Item
	for _, item := range ph.Items {
		if item.Answer.Answer == casefile.Open {
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		p.desk.Nav.Say(kit.Dim, "Every item of this part is answered.")
		return nil
	}
	draft := p.draftField(talkDraft, ph.ID)
	day := pastDate(p.desk, "day", "Day", 0, false)
	day.Suggest = p.suggestedDay()
	fields := []kit.Field{day}
	if ph.ID == "P1" || ph.ID == "P3" || ph.ID == "P4" {
		fields = append(fields, kit.Field{ID: "by", Label: "By whom", Suggest: p.suggestedBy(), Hint: "for the lines that are for others to do"})
	}
	for _, item := range items {
		fields = append(fields, p.talkLine(ph, item)...)
	}
	name := p.phaseName(ph)
	p.desk.Nav.Push(p.desk.Form(p.id, draft, kit.FormSpec{
		Title:  name + ": " + kit.Count(len(items), "open item", "open items"),
		Intro:  "Only the lines you answer are kept; the others stay open.",
		Fields: fields,
		CheckAll: func(v kit.Values) (string, string) {
			for _, item := range items {
				if v[item.ID] == lineDone && v["day"] == "" && v[item.ID+"/on"] == "" {
					return "day", "Give the day, or give each line its own."
				}
			}
			return "", ""
		},
		Done: func(v kit.Values) tea.Cmd { return p.keepTalk(ph, items, v, draft) },
	}))
	return nil
}

// talkLine is one item of the form: its label, its answer, and under it what
// that answer needs.
func (p *Page) talkLine(ph prep.Phase, item prep.Item) []kit.Field {
	label := item.Label
	if word := binding(item); word != "" {
		label += " (" + word + ")"
	}
	out := []kit.Field{
		{ID: item.ID + "/label", Label: label, Kind: kit.HeadingField},
		{ID: item.ID, Label: "Answer", Kind: kit.ChoiceField, Choices: lineAnswers, Value: leaveOpen},
	}
	a := p.asker(item)
	a.when = func(v kit.Values) bool { return v[item.ID] == lineDone }
	own := a.day("", "empty: the day at the top", false)
	if own.Label == "Done on" {
		own.Label = "Another day"
	}
	out = append(out, own)
	if by, asked := a.by("", "empty: as at the top"); asked {
		out = append(out, by)
	}
	out = append(out, a.evidence()...)
	a.when = func(v kit.Values) bool { return v[item.ID] == lineNot || v[item.ID] == lineNA }
	return append(out, a.why(p.suggestedWhy(ph.ID)))
}

// keepTalk keeps the lines that were answered as one act.
func (p *Page) keepTalk(ph prep.Phase, items []prep.Item, v kit.Values, draft string) tea.Cmd {
	answered, why, drafts := 0, "", []string{draft}
	day, person := p.desk.ReadDate(v["day"]), strings.TrimSpace(v["by"])
	for _, item := range items {
		if v[item.ID] == lineDone || v[item.ID] == lineNot || v[item.ID] == lineNA {
			answered++
			drafts = append(drafts, p.answerDrafts(item.ID)...)
		}
	}
	if answered == 0 {
		p.desk.Nav.Say(kit.Soon, "No line is answered, so nothing is kept. Esc leaves.")
		return nil
	}
	words := fmt.Sprintf("%s kept", kit.Count(answered, "answer", "answers"))
	cmd, kept := p.Act(words, drafts, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
		var lines []casefile.Line
		for _, item := range items {
			a := p.asker(item)
			ev := casefile.ItemAnswered{Review: reviewOf(item, review), Item: item.ID}
			on := p.desk.Today()
			switch v[item.ID] {
			case lineDone:
				if on = p.desk.ReadDate(v[a.id("on")]); !on.Known() {
					on = day
				}
				ev.Answer, ev.Evidence = casefile.Done, a.read(v, on)
				if _, asked := a.by("", ""); asked {
					if ev.DoneBy = strings.TrimSpace(v[a.id("by")]); ev.DoneBy == "" {
						ev.DoneBy = person
					}
				}
			case lineNot:
				ev.Answer, ev.Reason = casefile.NotDone, v[a.id("why")]
			case lineNA:
				ev.Answer, ev.Reason = casefile.NotApplicable, v[a.id("why")]
			default:
				continue
			}
			if ev.Reason != "" {
				why = strings.TrimSpace(ev.Reason)
			}
			more, err := c.AnswerItem(ev, on, p.desk.Today())
			if err != nil {
				return nil, err
			}
			lines = append(lines, more...)
		}
		return lines, nil
	})
	if kept {
		p.carry(day, person)
		if why != "" {
			p.lastWhy[ph.ID] = why
		}
		p.desk.Nav.Pop()
	}
	return cmd
}
