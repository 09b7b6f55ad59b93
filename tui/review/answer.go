package review

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// The kinds of draft; each is kept as kind/review/item.
const (
	noteDraft = "note"
	doneDraft = "done"
	whyDraft  = "why"
	talkDraft = "talk"
)

// draftField names a draft of this review. One begun before the review was
// opened on file keeps the name it had then.
func (p *Page) draftField(kind, item string) string {
	field := kind + "/" + p.prep.Review.ID.String() + "/" + item
	early := kind + "//" + item
	if p.desk.Draft(p.id, field) == "" && p.desk.Draft(p.id, early) != "" {
		return early
	}
	return field
}

func (p *Page) draftOf(kind, item string) string {
	return p.desk.Draft(p.id, p.draftField(kind, item))
}

// answerDrafts are the unfinished answers to an item, which any answer to it
// makes pointless.
func (p *Page) answerDrafts(item string) []string {
	return []string{p.draftField(doneDraft, item), p.draftField(whyDraft, item)}
}

// act runs commands on the case as one act. When no review is in hand the act
// opens one first. It reports whether the change was made or was none.
func (p *Page) act(words string, drafts []string, commands func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error)) (tea.Cmd, bool) {
	c := p.desk.Case(p.id)
	if c == nil {
		return p.desk.Open(p.id), false
	}
	var lines []casefile.Line
	hand, ok := prep.Current(c, p.desk.Today())
	if !ok {
		hand.ID = p.desk.Watch.NewID()
		opened, err := c.PlanReview(casefile.ReviewPlanned{ID: hand.ID}, p.desk.Today())
		if err != nil {
			fail(p.desk, err)
			return nil, false
		}
		lines = opened
	}
	more, err := commands(c, hand.ID)
	if err != nil {
		fail(p.desk, err)
		return nil, false
	}
	if len(more) == 0 {
		p.desk.Nav.Say(kit.Dim, "Nothing was changed.")
		return p.desk.Do(c, nil, words, drafts...), true
	}
	return p.desk.Do(c, append(lines, more...), words, drafts...), true
}

// reviewOf is the review an answer belongs to: setting up is answered once in
// an episode, so an earlier answer is corrected where it was given.
func reviewOf(item prep.Item, inHand casefile.ID) casefile.ID {
	if item.Phase == "P0" && item.Answer.Answer != casefile.Open && !item.Answer.Review.Zero() {
		return item.Answer.Review
	}
	return inHand
}

func (p *Page) asker(item prep.Item) asker {
	return asker{d: p.desk, item: item, plan: p.prep.Review.Planned}
}

// suggestedDay is the day carried down from the last answer, else today.
func (p *Page) suggestedDay() string {
	if p.lastOn.Known() {
		return p.lastOn.UK()
	}
	return "today"
}

// suggestedWhy is the reason last given for a phase.
func (p *Page) suggestedWhy(phase string) string {
	if p.desk.Hidden() {
		return ""
	}
	return p.lastWhy[phase]
}

// suggestedBy is the person carried down, else the child's social worker.
func (p *Page) suggestedBy() string {
	switch {
	case p.desk.Hidden():
		return ""
	case p.lastBy != "":
		return p.lastBy
	}
	if w, ok := p.seen.Person(casefile.SocialWorker, p.day); ok {
		return w.Name
	}
	return ""
}

// answer asks for what the item's answer needs, in a sheet below the list.
func (p *Page) answer() tea.Cmd {
	_, item, ok := p.selected()
	if !ok {
		return nil
	}
	a := p.asker(item)
	fields := []kit.Field{a.day(p.suggestedDay(), "", true)}
	if by, asked := a.by(p.suggestedBy(), ""); asked {
		fields = append(fields, by)
	}
	fields = append(fields, a.evidence()...)
	draft := p.draftField(doneDraft, item.ID)
	p.desk.Nav.Open(p.newSheet(draft, item.Label+": done", kit.FormSpec{Title: item.Label, Save: "Done", Fields: fields,
		Done: func(v kit.Values) tea.Cmd {
			on, by := p.desk.ReadDate(v[a.id("on")]), strings.TrimSpace(v[a.id("by")])
			cmd, kept := p.act("Done", p.answerDrafts(item.ID), func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
				return c.AnswerItem(casefile.ItemAnswered{Review: reviewOf(item, review), Item: item.ID, Answer: casefile.Done,
					DoneBy: by, Evidence: a.read(v, on)}, on, p.desk.Today())
			})
			if kept {
				p.carry(on, by)
				p.desk.Nav.Close()
			}
			return cmd
		}}))
	return nil
}

// carry keeps day and person as suggestions for the next answer.
func (p *Page) carry(on workday.Date, by string) {
	if on.Known() {
		p.lastOn = on
	}
	if by != "" {
		p.lastBy = by
	}
}

// refuse answers not done or does not apply, which ask for a reason and for
// nothing else.
func (p *Page) refuse(answer casefile.Answer, head, words string) func() tea.Cmd {
	return func() tea.Cmd {
		ph, item, ok := p.selected()
		if !ok {
			return nil
		}
		a := p.asker(item)
		if item.Answer.Answer == casefile.Done {
			a.item.Answer.Reason = ""
		}
		draft := p.draftField(whyDraft, item.ID)
		p.desk.Nav.Open(p.newSheet(draft, item.Label+": "+head, kit.FormSpec{Title: item.Label, Save: "Keep",
			Fields: []kit.Field{a.why(p.suggestedWhy(ph.ID))},
			Done: func(v kit.Values) tea.Cmd {
				why := strings.TrimSpace(v[a.id("why")])
				cmd, kept := p.act(words, p.answerDrafts(item.ID), func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
					return c.AnswerItem(casefile.ItemAnswered{Review: reviewOf(item, review), Item: item.ID, Answer: answer, Reason: why}, p.desk.Today(), p.desk.Today())
				})
				if kept {
					p.lastWhy[ph.ID] = why
					p.desk.Nav.Close()
				}
				return cmd
			}}))
		return nil
	}
}

// reopen withdraws the answer; the item is open again.
func (p *Page) reopen() tea.Cmd {
	_, item, ok := p.selected()
	if !ok {
		return nil
	}
	cmd, _ := p.act("Open again", p.answerDrafts(item.ID), func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
		return c.AnswerItem(casefile.ItemAnswered{Review: reviewOf(item, review), Item: item.ID, Answer: casefile.Open}, p.desk.Today(), p.desk.Today())
	})
	p.refresh()
	return cmd
}
