package decision

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Lines makes the lines of a case. What is still to be done from earlier
// reviews stands above everything, what is most late first: it is what the IRO
// opens the screen for, and what a list by review buries deepest. Then follow
// the reviews, the newest first, each with what is open before what is over.
func (p *page) Lines(c *casefile.Case) []sheet.Line {
	p.at, p.open, p.late, p.limits = map[string]casefile.Decided{}, 0, 0, p.Desk.Clocks(c).Deadlines
	out := p.unfinished(c)
	reviews := decided(c)
	if len(reviews) == 0 {
		return out
	}
	earlier := slices.DeleteFunc(c.OpenDecisions(), func(d casefile.Decided) bool { return d.Review == reviews[0].ID })
	if len(earlier) > 0 {
		out = append(out, sheet.Line{ID: "head:earlier", Heading: "Still to be done from earlier reviews"})
	}
	for _, d := range earlier {
		r, _ := c.ReviewByID(d.Review)
		label := ""
		if no := c.NumberOf(r, p.Desk.Today()); no > 0 {
			label = workday.Ordinal(no)
		}
		out = append(out, p.line(c, d, label))
	}
	for i, r := range reviews {
		rows := c.DecisionsOf(r.ID)
		open := slices.DeleteFunc(slices.Clone(rows), func(d casefile.Decided) bool { return !d.Open() || i > 0 })
		over := slices.DeleteFunc(rows, casefile.Decided.Open)
		slices.SortStableFunc(open, byDue)
		if len(open)+len(over) > 0 {
			out = append(out, sheet.Line{ID: "head:" + r.ID.String(), Heading: p.heading(c, r)})
		}
		for _, d := range slices.Concat(open, over) {
			out = append(out, p.line(c, d, fmt.Sprint(d.No)))
		}
	}
	return out
}

// decided lists the reviews that have decisions, the newest first. One that was
// taken back while its decisions stay comes last.
func decided(c *casefile.Case) []casefile.Review {
	var out []casefile.Review
	for _, r := range slices.Backward(c.Reviews()) {
		if len(c.DecisionsOf(r.ID)) > 0 {
			out = append(out, r)
		}
	}
	for _, d := range c.Decisions() {
		if !slices.ContainsFunc(out, func(r casefile.Review) bool { return r.ID == d.Review }) {
			out = append(out, casefile.Review{ID: d.Review})
		}
	}
	return out
}

// unfinished reminds of a decision that was begun and not kept.
func (p *page) unfinished(c *casefile.Case) []sheet.Line {
	for _, r := range p.deciding(casefile.ID{}) {
		if p.Desk.Draft(p.Child, newDraft(r.ID)) != "" {
			return []sheet.Line{{ID: "draft", Sign: kit.SignSoon, Text: "A decision you began is kept, of the " + p.name(c, r) + ": Enter opens it again",
				Open: func() tea.Cmd { return p.add(r, casefile.DecisionMade{}) }}}
		}
	}
	return nil
}

// heading is a review and how far its decisions went.
func (p *page) heading(c *casefile.Case, r casefile.Review) string {
	if _, ok := c.ReviewByID(r.ID); !ok {
		return "Of a review that is no longer on file"
	}
	return sheet.Sentence(p.dated(c, r)) + ": " + p.sent(c, r)
}

// sent says how far the decisions of a review went: written up, sent, received,
// answered. With less room only the last steps are told.
func (p *page) sent(c *casefile.Case, r casefile.Review) string {
	s := c.SentOf(r.ID)
	switch {
	case !r.IsHeld():
		return "not held yet"
	case !s.Issued.Known():
		return "not written up yet"
	case !s.Sent.Known() && !s.Received.Known():
		return "written up " + p.short(s.Issued) + ", not sent yet"
	case !s.Received.Known():
		return "sent " + p.short(s.Sent) + ", not received yet"
	}
	answers, all := p.answers(c, r)
	if !p.wide {
		if all {
			return "received " + p.short(s.Received) + ", " + answers
		}
		return answers
	}
	by := ""
	if !p.Desk.Hidden() {
		by = " by " + kit.Clean(s.To)
	}
	sent := ""
	if s.Sent.Known() {
		sent = "sent " + p.short(s.Sent)
	}
	return joined(", ", sent, "received"+by+" "+p.short(s.Received), answers)
}

// answers says how the manager's answers to a review stand; same reports that
// they all stand alike.
func (p *page) answers(c *casefile.Case, r casefile.Review) (words string, same bool) {
	waiting, refused, due := 0, 0, workday.Date(0)
	for _, d := range c.DecisionsOf(r.ID) {
		answer, ok := review.ResponseTo(c, d, p.Desk.Context())
		switch {
		case !ok:
		case answer.Refused():
			refused++
		case answer.State == clock.AnswerAwaiting:
			waiting, due = waiting+1, answer.Due
		}
	}
	switch {
	case waiting == 0 && refused == 0:
		return "agreed", true
	case refused == 0:
		return "answer due by " + p.short(due), true
	case waiting == 0:
		return fmt.Sprintf("%d refused, the rest agreed", refused), true
	}
	return fmt.Sprintf("answer due by %s, %d refused", p.short(due), refused), false
}

// near is how many working days ahead a decision is marked as soon.
const near = 5

// line is one decision. Open and over it has another name, so that the cursor
// stays where it is when one is done and comes to the next.
func (p *page) line(c *casefile.Case, d casefile.Decided, label string) sheet.Line {
	l := sheet.Line{ID: "over:" + d.ID.String(), Label: label, Text: p.oneLine(d.What), Below: p.below(c, d), Rules: p.rules(c, d), Open: func() tea.Cmd { return p.edit(d) }}
	if d.Open() {
		l.ID = lineOf(d.ID)
		l.Why = p.limitOf(d.ID)
		p.open++
	}
	l.Sign, l.Tone, l.More = p.stands(c, d)
	if l.Sign == kit.SignLate {
		p.late++
	}
	p.at[l.ID] = d
	return l
}

// limitOf is the day of a decision as the clocks explain it; nil when they do
// not run, such as for a child who has left care.
func (p *page) limitOf(id casefile.ID) *clock.Deadline {
	i := slices.IndexFunc(p.limits, func(l clock.Deadline) bool { return l.Decision == id && l.Rule == "DE-08" })
	if i < 0 {
		return nil
	}
	return &p.limits[i]
}

// lineOf names the line of an open decision.
func lineOf(id casefile.ID) string { return "open:" + id.String() }

// stands is how a decision stands, by sign and in words: what matters most
// first, for the end is cut off.
func (p *page) stands(c *casefile.Case, d casefile.Decided) (kit.Sign, kit.Tone, string) {
	who := ""
	if !p.Desk.Hidden() {
		who = kit.Clean(d.Who)
	}
	progress, days := review.Progress(d, p.Desk.Context())
	part := ""
	if d.State() == casefile.DecisionPart && p.wide {
		part = "part done"
	}
	switch {
	case progress == clock.ProgressLate:
		return kit.SignDone, kit.Normal, "done " + kit.Count(days, "day", "days") + " late"
	case d.State() == casefile.DecisionDone:
		return kit.SignDone, kit.Normal, "done " + p.short(d.Last().On)
	case d.State() == casefile.DecisionDropped:
		return kit.SignNotApply, kit.Dim, "no longer needed"
	case d.Carried():
		return kit.SignNotDone, kit.Dim, joined(", ", string(d.State()), "carried on")
	case clock.Contested(c, d, p.Desk.Calendar()) && d.Open():
		return kit.SignSoon, kit.Soon, joined(", ", "refused", who)
	case p.isLate(d):
		return kit.SignLate, kit.Late, joined(", ", kit.Count(days, "day", "days")+" late", part, who)
	case d.State() == casefile.DecisionNotDone && !d.Last().NewDay.Known():
		return kit.SignNotDone, kit.Normal, joined(", ", "not done", who)
	case d.Service != "" && d.ReplyBy.Known() && !d.Replied.Known() && d.ReplyBy < p.Desk.Today():
		return kit.SignSoon, kit.Soon, joined(", ", "reply late", part, who)
	case p.Desk.Calendar().Between(p.Desk.Today(), d.Due()) <= near:
		return kit.SignSoon, kit.Soon, joined(", ", "by "+p.short(d.Due()), part, who)
	}
	return kit.SignOpen, kit.Normal, joined(", ", "by "+p.short(d.Due()), part, who)
}

// isLate reports whether the day of an open decision has passed.
func (p *page) isLate(d casefile.Decided) bool {
	progress, _ := review.Progress(d, p.Desk.Context())
	return d.Open() && (progress == clock.ProgressOverdue || progress == clock.ProgressPartOverdue)
}

// rules are those behind a decision as it stands, the most pressing first.
func (p *page) rules(c *casefile.Case, d casefile.Decided) []string {
	var out []string
	answer, received := review.ResponseTo(c, d, p.Desk.Context())
	if p.isLate(d) {
		out = append(out, "DE-09", "DD-02", "DD-01", "DD-08")
	}
	switch {
	case answer.Late:
		out = append(out, "DE-13")
	case answer.Refused():
		out = append(out, "DE-06", "DE-07", "DR-01")
	case received:
		out = append(out, "DE-04", "DE-05")
	}
	if d.Service != "" {
		out = append(out, "DD-05")
	}
	if !d.CarriedFrom.Zero() || d.Carried() {
		out = append(out, "DE-12", "DD-07")
	}
	if d.Recommendation {
		out = append(out, "DE-11")
	}
	return append(out, "DE-01", "DE-02", "DE-03", "DE-08", "DD-04")
}
