package decision

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/tui/kit"
)

const (
	groupDecision = "This decision"
	groupReview   = "The decisions of this review"
	groupChild    = "This child"
)

// selected is the decision under the cursor.
func (p *page) selected() (casefile.Decided, bool) {
	l, _ := p.Selected()
	d, ok := p.at[l.ID]
	return d, ok
}

// Actions lists every key of the screen.
func (p *page) Actions() []kit.Action {
	d, ok := p.selected()
	why := p.reasons(d, ok)
	act := func(id, key, words, group string, foot int, disabled string, do func(casefile.Decided) tea.Cmd) kit.Action {
		return kit.Action{ID: "decision." + id, Keys: []string{key}, Words: words, Group: group, Foot: foot, Disabled: disabled, Do: func() tea.Cmd { return do(d) }}
	}
	actions := []kit.Action{
		act("done", "space", "done", groupDecision, 2, why.follow, p.done),
		act("part", "p", "part done", groupDecision, 0, why.follow, p.part),
		act("not", "x", "not done", groupDecision, 2, why.follow, p.notDone),
		act("day", "d", "set a new day", groupDecision, 3, why.day, p.newDay),
		act("carry", "c", "carry on to this review", groupDecision, 0, why.carry, p.carry),
		act("drop", "n", "no longer needed, why", groupDecision, 0, why.follow, p.drop),
		act("alert", "l", "alert the accountable manager, or their answer", groupDecision, 0, why.alert, p.alertManager),
		act("talk", "t", "talk: raise it informally, the log, settle it", groupDecision, 0, why.talk, p.talk),
		act("refer", "v", "referral to another service", groupDecision, 0, why.one, p.refer),
		act("story", "o", "its whole story", groupDecision, 0, why.one, p.tellAll),
		act("add", "a", "add a decision", groupChild, 2, why.add, func(casefile.Decided) tea.Cmd { return p.addAsking() }),
		act("sent", "s", "sent and received", groupReview, 6, why.sent, p.send),
		act("answer", "m", "the manager's answer", groupReview, 7, why.answer, p.answerFor),
	}
	if p.doors.Paper != nil {
		letter := act("letter", "L", "the letter that alerts the manager", groupDecision, 0, why.one, func(d casefile.Decided) tea.Cmd {
			p.Desk.Nav.Push(p.doors.Paper(p.Child, AlertLetter, d.ID))
			return nil
		})
		actions = slices.Insert(actions, 7, letter)
	}
	return append(actions, p.Sheet.Actions(p.doors.Doors)...)
}

// reasons say why the keys of a decision do not work now.
type reasons struct{ one, follow, day, carry, alert, talk, add, sent, answer string }

func (p *page) reasons(d casefile.Decided, ok bool) reasons {
	if reading := p.Reading(); reading != "" {
		return reasons{reading, reading, reading, reading, reading, reading, reading, reading, reading}
	}
	out := reasons{add: p.noReview()}
	if !ok {
		const none = "Go to a decision first."
		out.one, out.follow, out.day, out.carry, out.alert, out.talk, out.sent, out.answer = none, none, none, none, none, none, none, none
		return out
	}
	const over = "Nothing is still to be done under it."
	c := p.now()
	if d.Carried() {
		out.follow = "It was carried on: follow the decision that goes on from it."
	}
	if !d.Open() {
		out.day, out.carry, out.alert = over, over, over
	} else if len(p.deciding(d.Review)) == 0 {
		out.carry = "It is carried on once the next review is in hand; d sets a new day."
	}
	if len(unanswered(d)) > 0 {
		out.alert = ""
	}
	out.talk = p.noTalk(c, d)
	r, _ := c.ReviewByID(d.Review)
	if !r.IsHeld() {
		out.sent = "The review has not been held yet."
	}
	if !c.SentOf(d.Review).Received.Known() {
		out.answer = "The day the manager received the decisions is not on file: s enters it."
	}
	return out
}

// noReview says why no decision can be added.
func (p *page) noReview() string {
	if len(p.deciding(casefile.ID{})) == 0 {
		return "There is no review to decide at: plan one, or enter one that was held."
	}
	return ""
}

// noTalk says why a decision is nothing to take up.
func (p *page) noTalk(c *casefile.Case, d casefile.Decided) string {
	over, raised := c.DisputeOver(d.ID)
	answer, _ := review.ResponseTo(c, d, p.Desk.Context())
	switch {
	case raised && over.Open():
		return ""
	case !d.Open():
		return "Nothing is still to be done under it."
	case p.isLate(d), answer.Refused(), answer.Late, d.State() == casefile.DecisionNotDone, d.State() == casefile.DecisionPart:
		return ""
	}
	return "It is neither refused nor late, so there is nothing to take up."
}
