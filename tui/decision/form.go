package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// newDraft is where an unfinished new decision of a review is kept.
func newDraft(review casefile.ID) string { return "form/decision/new/" + review.String() }

// doubtRows is the room under the form of a decision for what may be vague.
const doubtRows = 4

// doubts says, as one types, what may be vague about a decision: doubts to
// weigh, which refuse nothing. limit is that of the review after the one that
// decides.
func (p *page) doubts(limit workday.Date) func(v kit.Values) (kit.Tone, string) {
	return func(v kit.Values) (kit.Tone, string) {
		if strings.TrimSpace(v["what"]) == "" {
			return kit.Dim, ""
		}
		found := review.Doubts(made(p.Desk, v), limit)
		if len(found) == 0 {
			return kit.Dim, ""
		}
		sign := p.Desk.Nav.Theme().SignText(kit.SignSoon) + " "
		return kit.Soon, kit.CleanLines(sign + strings.Join(found, "\n"+sign))
	}
}

// made reads the questions of a decision.
func made(d *desk.Desk, v kit.Values) casefile.DecisionMade {
	return casefile.DecisionMade{Need: v["need"], Outcome: v["outcome"], What: v["what"], Who: v["who"], By: d.ReadDate(v["by"]),
		Accountable: v["accountable"], Recommendation: v["recommendation"] == "yes", Different: v["different"]}
}

// questions ask for a decision; d is what is known of it. What was entered just
// before is offered where it may be the same again.
func (p *page) questions(d, before casefile.DecisionMade) []kit.Field {
	by := p.Desk.DateField("by", "By when", d.By, true)
	if before.By > p.Desk.Today() {
		by.Suggest = before.By.UK()
	}
	accountable := d.Accountable
	if d.ID.Zero() {
		accountable = cmp.Or(before.Accountable, p.person(casefile.TeamManager))
	}
	recommendation := ""
	if !d.ID.Zero() {
		recommendation = desk.YesNo(d.Recommendation)
	}
	return []kit.Field{
		{ID: "need", Label: "Need", Kind: kit.LongField, Rows: 2, Value: d.Need, Required: true, Hint: "which need of the child it answers; Tab moves on"},
		{ID: "outcome", Label: "Hoped for", Kind: kit.LongField, Rows: 2, Value: d.Outcome, Required: true, Hint: "how you will know at the next review that it worked"},
		{ID: "what", Label: "What is done", Kind: kit.LongField, Rows: 3, Value: d.What, Required: true, Hint: "one act, so that it can be seen whether it was done"},
		{ID: "who", Label: "Who", Value: d.Who, Suggest: cmp.Or(before.Who, p.person(casefile.SocialWorker)), Required: true, Hint: "one named person"},
		by,
		{ID: "accountable", Label: "Accountable", Value: accountable, Hint: "the manager who answers for it"},
		{ID: "recommendation", Label: "Recommendation", Kind: kit.YesNoField, Value: recommendation, Hint: "yes when it needs resources the review cannot commit (HB 3.70)"},
	}
}

// limitAfter is the limit of the review after the one that decides, for the
// doubts; not known while that one has not been held.
func (p *page) limitAfter(c *casefile.Case, r casefile.Review) workday.Date {
	clocks := p.Desk.Clocks(c)
	if !r.IsHeld() {
		return 0
	}
	if held := r.Held; !held.Completed.Known() {
		held.Completed = p.Desk.Today()
		lines, err := c.HoldReview(held, p.Desk.Today())
		if err != nil {
			return 0
		}
		clocks = review.After(c, lines, p.Desk.Context())
	}
	if clocks.Governing == nil {
		return 0
	}
	return clocks.Governing.Due
}

// decisionForm makes the form of a decision, with the doubts under it. again adds
// the key that keeps it and begins another.
func (p *page) decisionForm(draft string, r casefile.Review, again bool, spec kit.FormSpec, done func(v kit.Values, again bool) tea.Cmd) kit.Page {
	var f *kit.Form
	another := false
	if again {
		spec.Extra = func() []kit.Action {
			return []kit.Action{{ID: "decision.another", Keys: []string{"ctrl+n"}, Words: "keep it and add another", Group: "This form", Foot: 2, Do: func() tea.Cmd {
				another = true
				defer func() { another = false }()
				save, _ := kit.Find(f.Actions(), kit.Press("ctrl+s"))
				return save.Do()
			}}}
		}
	}
	spec.Done = func(v kit.Values) tea.Cmd { return done(v, another) }
	f = p.Desk.Form(p.Child, draft, spec)
	return kit.Echo(f, doubtRows, p.doubts(p.limitAfter(p.now(), r)))
}

// Add is the form of a new decision of the review that is begun or in hand, else
// of the last completed. The child's file must be open; where it has no review,
// Add is the child's decisions, which say so.
func Add(d *desk.Desk, child casefile.ID, doors Doors) kit.Page {
	p := newPage(d, child, doors)
	reviews := p.deciding(casefile.ID{})
	if len(reviews) == 0 {
		return p
	}
	r := reviews[0]
	if current, ok := review.Current(p.now(), d.Today()); ok {
		r = current
	}
	return p.newForm(r, casefile.DecisionMade{})
}

// addAsking adds a decision, and asks first of which review where there may be
// two.
func (p *page) addAsking() tea.Cmd {
	return p.which("A decision of which review?", p.deciding(casefile.ID{}), func(r casefile.Review) tea.Cmd { return p.add(r, casefile.DecisionMade{}) })
}

func (p *page) add(r casefile.Review, before casefile.DecisionMade) tea.Cmd {
	p.Desk.Nav.Push(p.newForm(r, before))
	return nil
}

// newForm is the form of a new decision of a review; before is the one kept just
// before it.
func (p *page) newForm(r casefile.Review, before casefile.DecisionMade) kit.Page {
	c, draft := p.now(), newDraft(r.ID)
	no := len(c.DecisionsOf(r.ID)) + 1
	spec := kit.FormSpec{Title: fmt.Sprintf("Decision %d", no), Intro: sheet.Sentence(p.dated(c, r)) + ".", Fields: p.questions(casefile.DecisionMade{}, before)}
	return p.decisionForm(draft, r, true, spec, func(v kit.Values, again bool) tea.Cmd {
		next := made(p.Desk, v)
		next.ID, next.Review = p.Desk.Watch.NewID(), r.ID
		lines, err := p.now().MakeDecision(next, p.Desk.Today())
		cmd := p.Desk.Save(p.now(), lines, err, fmt.Sprintf("Decision %d kept", no), draft)
		if err != nil {
			return cmd
		}
		p.goTo(next.ID)
		if again {
			return tea.Batch(cmd, p.add(r, next))
		}
		return cmd
	})
}

// edit changes a decision. What is known of it beside the questions stays.
func (p *page) edit(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	draft := "form/decision/" + d.ID.String()
	c := p.now()
	r, _ := c.ReviewByID(d.Review)
	intro := ""
	if s := c.SentOf(d.Review); s.Sent.Known() {
		intro = "It was sent on " + s.Sent.Long() + ": what is changed here is not in what was sent."
	}
	fields := p.questions(d.DecisionMade, casefile.DecisionMade{})
	if words := p.moved(d); words != "" {
		intro = joined(" ", intro, words+"; since then it is due "+d.Due().Long()+".")
	}
	if !d.CarriedFrom.Zero() {
		fields = append(fields, kit.Field{ID: "different", Label: "Different this time", Value: d.Different, Required: true})
	}
	p.Desk.Nav.Push(p.decisionForm(draft, r, false, kit.FormSpec{Title: fmt.Sprintf("Decision %d", d.No), Intro: intro, Fields: fields}, func(v kit.Values, _ bool) tea.Cmd {
		return p.restate(d.ID, draft, fmt.Sprintf("Decision %d kept", d.No), func(next *casefile.DecisionMade) {
			was := *next
			*next = made(p.Desk, v)
			next.ID, next.Review, next.CarriedFrom = was.ID, was.Review, was.CarriedFrom
			next.Service, next.Referred, next.ReplyBy, next.Replied = was.Service, was.Referred, was.ReplyBy, was.Replied
		})
	}))
	return nil
}

// restate states a decision anew with what a form changed.
func (p *page) restate(id casefile.ID, draft, words string, change func(*casefile.DecisionMade)) tea.Cmd {
	c := p.now()
	d, _ := c.DecisionByID(id)
	next := d.DecisionMade
	change(&next)
	lines, err := c.MakeDecision(next, p.Desk.Today())
	return p.Desk.Save(c, lines, err, words, draft)
}

// carry carries a decision on to a later review: why it was not done, its new
// day and what will be different (DE-12).
func (p *page) carry(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	return p.which("Carry it on to which review?", p.deciding(d.Review), func(r casefile.Review) tea.Cmd { return p.carryTo(d, r) })
}

func (p *page) carryTo(d casefile.Decided, r casefile.Review) tea.Cmd {
	draft := "form/decision/carry/" + d.ID.String()
	next := d.DecisionMade
	next.By = 0
	fields := slices.Concat([]kit.Field{
		{ID: "why", Label: "Why it was not done", Kind: kit.LongField, Rows: 2, Required: true, Hint: "it stays with the old decision"},
		{ID: "different", Label: "Different this time", Kind: kit.LongField, Rows: 2, Required: true, Hint: "the same words again are how decisions come round for years"},
		{ID: "anew", Label: "As it is decided now", Kind: kit.HeadingField},
	}, p.questions(next, casefile.DecisionMade{}))
	intro := "To the " + p.dated(p.now(), r) + ". It was to be done by " + d.Due().Long() + "."
	if words := p.cameRound(p.now(), d); words != "" {
		intro += " " + words + "."
	}
	p.Desk.Nav.Push(p.decisionForm(draft, r, false, kit.FormSpec{Title: "Carry a decision on", Intro: intro, Fields: fields}, func(v kit.Values, _ bool) tea.Cmd {
		anew := made(p.Desk, v)
		anew.ID, anew.Review = p.Desk.Watch.NewID(), r.ID
		anew.Service, anew.Referred, anew.ReplyBy, anew.Replied = d.Service, d.Referred, d.ReplyBy, d.Replied
		today := p.Desk.Today()
		lines, err := p.now().CarryDecision(d.ID, v["why"], anew, today, today)
		cmd := p.Desk.Save(p.now(), lines, err, "Carried on to the "+p.name(p.now(), r), draft)
		if err == nil {
			p.goTo(anew.ID)
		}
		return cmd
	}))
	return nil
}

// goTo puts the cursor on an open decision.
func (p *page) goTo(id casefile.ID) {
	p.Refresh()
	p.Select(lineOf(id))
}
