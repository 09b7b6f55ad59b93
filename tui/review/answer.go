package review

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// The kinds of draft; each is kept as kind/review/item.
const (
	noteDraft = "note"
	doneDraft = "done"
	whyDraft  = "why"
	talkDraft = "talk"
)

// Answering is how the items of one review's list are answered, wherever the
// list is shown: in the preparation, in the room, after the review. What the
// answers of a sitting have in common is offered for the next.
type Answering struct {
	desk *desk.Desk
	id   casefile.ID

	seen *casefile.Case // what the list was made from
	day  workday.Date
	prep prep.Preparation

	lastOn  workday.Date
	lastBy  string
	lastWhy map[string]string // by phase
}

// NewAnswering begins a sitting over a child's file; Use gives it the list.
func NewAnswering(d *desk.Desk, id casefile.ID) *Answering {
	return &Answering{desk: d, id: id, day: d.Today(), lastWhy: map[string]string{}}
}

// Use gives the list whose items are answered, and the case it was made from.
func (p *Answering) Use(c *casefile.Case, list prep.Preparation) {
	p.seen, p.day, p.prep = c, p.desk.Today(), list
}

// draftField names a draft of this review. One begun before the review was
// opened on file keeps the name it had then.
func (p *Answering) draftField(kind, item string) string {
	field := kind + "/" + p.prep.Review.ID.String() + "/" + item
	early := kind + "//" + item
	if p.desk.Draft(p.id, field) == "" && p.desk.Draft(p.id, early) != "" {
		return early
	}
	return field
}

func (p *Answering) draftOf(kind, item string) string {
	return p.desk.Draft(p.id, p.draftField(kind, item))
}

// NoteDraft names the draft of the note on an item.
func (p *Answering) NoteDraft(item prep.Item) string { return p.draftField(noteDraft, item.ID) }

// Draft reports whether an unfinished note on an item is kept.
func (p *Answering) Draft(item prep.Item) bool { return p.draftOf(noteDraft, item.ID) != "" }

// answerDrafts are the unfinished answers to an item, which any answer to it
// makes pointless.
func (p *Answering) answerDrafts(item string) []string {
	return []string{p.draftField(doneDraft, item), p.draftField(whyDraft, item)}
}

// Act runs commands on the case as one act. When the list belongs to no review
// yet the act opens one first. It reports whether the change was made or was none.
func (p *Answering) Act(words string, drafts []string, commands func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error)) (tea.Cmd, bool) {
	c := p.desk.Case(p.id)
	if c == nil {
		return p.desk.Open(p.id), false
	}
	var lines []casefile.Line
	review := p.prep.Review.ID
	if review.Zero() {
		review = p.desk.Watch.NewID()
		opened, err := c.PlanReview(casefile.ReviewPlanned{ID: review}, p.desk.Today())
		if err != nil {
			fail(p.desk, err)
			return nil, false
		}
		lines = opened
	}
	more, err := commands(c, review)
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

func (p *Answering) asker(item prep.Item) asker {
	return asker{d: p.desk, item: item, plan: p.prep.Review.Planned}
}

// suggestedDay is the day carried down from the last answer, else today.
func (p *Answering) suggestedDay() string {
	if p.lastOn.Known() {
		return p.lastOn.UK()
	}
	return "today"
}

// suggestedWhy is the reason last given for a phase.
func (p *Answering) suggestedWhy(phase string) string {
	if p.desk.Hidden() {
		return ""
	}
	return p.lastWhy[phase]
}

// suggestedBy is the person carried down, else the child's social worker.
func (p *Answering) suggestedBy() string {
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

// Done asks for what the item's answer needs, in a sheet below the list.
func (p *Answering) Done(item prep.Item) tea.Cmd {
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
			cmd, kept := p.Act("Done", p.answerDrafts(item.ID), func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
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
func (p *Answering) carry(on workday.Date, by string) {
	if on.Known() {
		p.lastOn = on
	}
	if by != "" {
		p.lastBy = by
	}
}

// Refuse answers not done or does not apply, which ask for a reason and for
// nothing else.
func (p *Answering) Refuse(item prep.Item, answer casefile.Answer) tea.Cmd {
	head, words := "not done", "Not done, with the reason"
	if answer == casefile.NotApplicable {
		head, words = "does not apply", "Does not apply, with the reason"
	}
	a := p.asker(item)
	if item.Answer.Answer == casefile.Done {
		a.item.Answer.Reason = ""
	}
	draft := p.draftField(whyDraft, item.ID)
	p.desk.Nav.Open(p.newSheet(draft, item.Label+": "+head, kit.FormSpec{Title: item.Label, Save: "Keep",
		Fields: []kit.Field{a.why(p.suggestedWhy(item.Phase))},
		Done: func(v kit.Values) tea.Cmd {
			why := strings.TrimSpace(v[a.id("why")])
			cmd, kept := p.Act(words, p.answerDrafts(item.ID), func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
				return c.AnswerItem(casefile.ItemAnswered{Review: reviewOf(item, review), Item: item.ID, Answer: answer, Reason: why}, p.desk.Today(), p.desk.Today())
			})
			if kept {
				p.lastWhy[item.Phase] = why
				p.desk.Nav.Close()
			}
			return cmd
		}}))
	return nil
}

// Reopen withdraws the answer; the item is open again.
func (p *Answering) Reopen(item prep.Item) tea.Cmd {
	cmd, _ := p.Act("Open again", p.answerDrafts(item.ID), func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
		return c.AnswerItem(casefile.ItemAnswered{Review: reviewOf(item, review), Item: item.ID, Answer: casefile.Open}, p.desk.Today(), p.desk.Today())
	})
	return cmd
}
