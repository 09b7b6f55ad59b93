package event

import (
	"fmt"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Lines makes the lines: what nobody told the IRO of first, then what waits
// for a decision or a review, then what is settled.
func (p *List) Lines(c *casefile.Case) []sheet.Line {
	x := p.Desk.Context()
	b := &builder{p: p, c: c, x: x, facts: review.FactsForChanges(c, p.Desk.Clocks(c), x)}
	b.untold()
	b.patterns()
	b.undecided()
	b.proposed()
	b.settled()
	return b.lines
}

type builder struct {
	p     *List
	c     *casefile.Case
	x     review.Context
	facts handbook.Facts
	lines []sheet.Line
}

// under puts lines below a heading; without any there is no heading.
func (b *builder) under(heading string, lines []sheet.Line) {
	if len(lines) > 0 {
		b.lines = append(append(b.lines, sheet.Line{ID: "head:" + heading, Heading: heading}), lines...)
	}
}

func (b *builder) push(page func() kit.Page) func() tea.Cmd {
	return func() tea.Cmd {
		b.p.Desk.Nav.Push(page())
		return nil
	}
}

// untold flags the moves an import revealed; Enter opens the intake filled in.
func (b *builder) untold() {
	var out []sheet.Line
	for _, m := range b.c.UntoldMoves() {
		out = append(out, sheet.Line{
			ID: "move:" + m.ID.String(), Sign: kit.SignLate, Label: day(m.Start, b.x.Today), Tone: kit.Late,
			Text: "Moved to: " + casefile.PlacementCode.Words(m.Code), More: "Enter decides", Rules: []string{"MO-17", "MO-02"},
			Open: b.push(func() kit.Page {
				return Intake(b.p.Desk, b.p.Child, casefile.EventReported{What: casefile.PlacementChange, On: m.Start, Placement: m.ID})
			}),
		})
	}
	b.under("Moved, and nobody told you", out)
}

// patterns says what repeats: the next plan is to deal with it (HB 3.80; MO-30).
func (b *builder) patterns() {
	var out []sheet.Line
	if review.MissingPattern(b.c, b.x) {
		out = append(out, sheet.Line{ID: "missing", Sign: kit.SignSoon, Label: "Missing", Rules: []string{"MO-21", "MO-30"},
			Text: fmt.Sprintf("%d times in %d days: is the next plan safer?", b.x.Readings.Limit(practice.MissingTimes), b.x.Readings.Limit(practice.MissingWithin))})
	}
	if n := review.Breakdowns(b.c); n > 1 {
		out = append(out, sheet.Line{ID: "breakdowns", Sign: kit.SignSoon, Label: "Broke down", Rules: []string{"MO-30"},
			Text: kit.Count(n, "placement", "placements") + ": what will make the next one hold?"})
	}
	b.under("What repeats", out)
}

func (b *builder) undecided() {
	var out []sheet.Line
	for _, ev := range b.c.Events() {
		if !ev.Open() {
			continue
		}
		due, _ := review.DecideBy(b.x, ev)
		l := b.event(ev)
		l.Sign, l.More = wait(b.x, due)
		if ev.Decision == casefile.MoreInformation {
			l.Text += " · " + ev.Decision.Words()
		}
		if l.Sign == kit.SignLate {
			l.Tone = kit.Late
		}
		out = append(out, l)
	}
	b.under("Waiting for your decision", out)
}

// event is the line of one event.
func (b *builder) event(ev casefile.EventReported) sheet.Line {
	kind, _ := casefile.SignificantEvent(ev.What)
	text := kind.Words
	if ev.Text != "" {
		text += ": " + b.p.Desk.Private(ev.Text)
	}
	return sheet.Line{ID: "event:" + ev.ID.String(), Label: day(ev.On, b.x.Today), Text: text, Rules: []string{kind.Rule, "MO-02"},
		Open: b.push(func() kit.Page { return Intake(b.p.Desk, b.p.Child, ev) })}
}

func (b *builder) proposed() {
	var out []sheet.Line
	for _, ch := range b.c.OpenProposals() {
		l := b.change(ch)
		switch review.StandingOf(b.c, b.facts, b.x, ch) {
		case review.Waiting:
			l.Sign, l.More = kit.SignLate, "waits for review"
		case review.MayGoOn:
			l.Sign, l.More = kit.SignSoon, "emergency"
		case review.Reviewed:
			l.Sign, l.More = kit.SignDone, "reviewed"
		case review.Overridden:
			l.Sign, l.More = kit.SignNotDone, "overridden"
		case review.Unreviewed:
			l.Sign = kit.SignLate
		}
		if due, ok := review.ReviewNeededBy(b.x, ch); ok {
			l.Sign, l.More = wait(b.x, due)
		}
		if ch.FreezeWaits() {
			l.Sign, _ = wait(b.x, ch.FreezeAsked)
			l.More = "freeze unanswered"
		}
		out = append(out, l)
	}
	b.under("Proposed changes", out)
}

// change is the line of one proposed change: what it is, for when, and what
// holds it or else how it stands.
func (b *builder) change(ch casefile.ChangeProposed) sheet.Line {
	text := sheet.Sentence(ch.What.Words())
	if ch.For.Known() && !ch.MadeOn.Known() && !ch.Dropped.Known() {
		text += ", planned " + day(ch.For, b.x.Today)
	}
	holds := review.StillHolds(b.c, b.facts, b.x, ch)
	switch len(holds) {
	case 0:
		text += ": " + string(review.StandingOf(b.c, b.facts, b.x, ch))
	case 1:
		text += ": " + because(holds[0].ID)
	default:
		text += ": " + because(holds[0].ID) + ", and " + kit.Count(len(holds)-1, "more reason", "more reasons")
	}
	l := sheet.Line{ID: "change:" + ch.ID.String(), Label: day(ch.ProposedOn, b.x.Today), Text: text, Rules: ids(review.MustComeFirst(b.facts, ch))}
	l.Open = b.push(func() kit.Page { return NewBlocked(b.p.Desk, b.p.Child, ch.ID, b.p.doors) })
	return l
}

// settled lists what was decided, made or dropped, newest first.
func (b *builder) settled() {
	var out []sheet.Line
	for _, ev := range b.c.Events() {
		if ev.Open() {
			continue
		}
		l := b.event(ev)
		l.Sign, l.More = kit.SignDone, short(ev.Decision)
		if ev.NeededBy.Known() {
			l.More = "by " + day(ev.NeededBy, b.x.Today)
		}
		out = append(out, l)
	}
	b.under("Decided, newest first", backwards(out))
	out = nil
	for _, ch := range b.c.Proposals() {
		if !ch.Closed() {
			continue
		}
		l := b.change(ch)
		l.Sign, l.More = kit.SignDone, "made "+day(ch.MadeOn, b.x.Today)
		switch review.StandingOf(b.c, b.facts, b.x, ch) {
		case review.Dropped:
			l.Sign, l.More = kit.SignNotApply, day(ch.Dropped, b.x.Today)
		case review.Unreviewed: // its review was taken back
			l.Sign, l.Tone, l.More = kit.SignLate, kit.Late, "made, no review"
		}
		out = append(out, l)
	}
	b.under("Changes made or dropped, newest first", backwards(out))
}

func backwards(lines []sheet.Line) []sheet.Line {
	slices.Reverse(lines)
	return lines
}

// short is a decision in two words, for the last column.
func short(d casefile.Decision) string {
	if d == casefile.ReviewNeeded {
		return "review needed"
	}
	return "no review"
}

// wait says how a limit stands: a sign and the working days left.
func wait(x review.Context, due workday.Date) (kit.Sign, string) {
	status, left := clock.Standing(x.Calendar, due, x.Today)
	switch {
	case status == clock.Overdue && left == 0:
		return kit.SignLate, "late"
	case status == clock.Overdue:
		return kit.SignLate, kit.Count(-left, "day late", "days late")
	case left == 0:
		return kit.SignSoon, "today"
	}
	return kit.SignSoon, kit.Count(left, "day left", "days left")
}

// day is short within this year.
func day(d, today workday.Date) string {
	if d.Year() == today.Year() {
		return d.Short()
	}
	return d.UK()
}

func ids(rules []handbook.Rule) []string {
	var out []string
	for _, r := range rules {
		out = append(out, r.ID)
	}
	return out
}

// because is a reason with the rule it comes from.
func because(rule string) string { return reason(rule) + " (" + rule + ")" }

// reason is why a rule wants a review first, in a few words.
func reason(rule string) string {
	words := map[string]string{
		"CV-01": "the child would leave care before 18",
		"CV-02": "supported or independent living before 18",
		"CV-03": "release from custody of a child on a care order",
		"CV-04": "an unplanned change of home that disrupts education",
		"CV-05": "it breaks into Key Stage 4",
		"CV-06": "the child is long settled with this carer",
		"CV-07": "a move from the care placement before 18",
		"CV-08": "accommodation ends and no parent takes over",
		"CV-09": "a child in care would be placed with a parent",
		"CV-10": "it ends a placement",
		"CV-12": "it changes the plan of short breaks",
		"RT-12": "a significant change of the care plan",

		casefile.AdjournedHold: "its review was adjourned and is not completed",
	}
	return words[rule]
}

// holdsOf are the ids casefile.Propose weighs for a change.
func holdsOf(d *desk.Desk, c *casefile.Case, ch casefile.ChangeProposed) []string {
	x := d.Context()
	return review.Holds(c, review.FactsForChanges(c, d.Clocks(c), x), x, ch)
}
