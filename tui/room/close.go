package room

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	prep "footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// closeLine says what still stops the review from being closed.
func (p *Page) closeLine(c *casefile.Case) sheet.Line {
	l := sheet.Line{ID: "close", Sign: kit.SignOpen, Label: "Close the review", Text: "c closes it and sets the next", Open: p.finish, Rules: []string{"RT-13"}}
	missing := p.missing(c)
	if len(missing) > 0 {
		l.Text = kit.Count(len(missing), "thing is missing", "things are missing")
		l.Below = []string{"Missing: " + strings.Join(missing, "; ") + "."}
	}
	return l
}

// missing lists in words what must be on file before the review is closed.
func (p *Page) missing(c *casefile.Case) []string {
	var out []string
	if !p.review.IsHeld() {
		out = append(out, "going ahead")
	}
	if p.review.Held.Participation == "" {
		out = append(out, "how the child took part")
	}
	if len(c.DecisionsOf(p.review.ID)) == 0 {
		out = append(out, "the decisions")
	}
	for _, item := range prep.Stops(p.prep) {
		out = append(out, strings.ToLower(item.Label[:1])+item.Label[1:])
	}
	return out
}

// finish completes the review and plans the next, whose day is checked against
// the limit this one sets (HB 3.20).
func (p *Page) finish() tea.Cmd {
	if missing := p.missing(p.now()); len(missing) > 0 {
		p.Select("close")
		p.Desk.Nav.Say(kit.Soon, "It cannot be closed yet: what is missing stands here.")
		return nil
	}
	draft := "form/close/" + p.review.ID.String()
	completed := p.Desk.DateField("completed", "Last meeting held on", p.Desk.Today(), true)
	next := p.Desk.DateField("next", "Next review on", 0, false)
	next.Hint = "on or before its limit, a day the child need not miss school for"
	fields := []kit.Field{completed, next,
		{ID: "home", Label: "Held where the child lives", Kind: kit.YesNoField, When: func(v kit.Values) bool { return v["next"] != "" }},
		{ID: "venue", Label: "Venue, for now", When: func(v kit.Values) bool { return v["next"] != "" && v["home"] != "yes" }},
	}
	intro := ""
	if open := prep.LeftOpen(p.prep); len(open) > 0 {
		intro = kit.Count(len(open), "duty is", "duties are") + " still open: " + named(open) + "."
		fields = append(fields, kit.Field{ID: "left", Label: "Why left open", Kind: kit.LongField, Rows: 2, Required: true, Hint: "kept with the review; or Esc, and answer them"})
	}
	form := p.Desk.Form(p.Child, draft, kit.FormSpec{Title: "Close the review", Intro: intro, Save: "Close the review", Fields: fields, Done: func(v kit.Values) tea.Cmd {
		day := p.Desk.ReadDate(v["completed"])
		plan := casefile.ReviewPlanned{ID: p.Desk.Watch.NewID(), Date: p.Desk.ReadDate(v["next"]), Home: v["home"] == "yes", Venue: strings.TrimSpace(v["venue"])}
		cmd, kept := p.Act("Review closed", []string{draft}, func(c *casefile.Case, _ casefile.ID) ([]casefile.Line, error) {
			return prep.Finish(c, day, plan, v["left"], p.Desk.Context())
		})
		if kept {
			p.Desk.Nav.Pop()
			p.Desk.Nav.Replace(After(p.Desk, p.Child, p.doors)) // the room of this review is over
		}
		return cmd
	}})
	p.Desk.Nav.Push(kit.Echo(form, 4, p.following))
	return nil
}

// named lists a few items by their labels.
func named(items []prep.Item) string {
	var out []string
	for _, item := range items[:min(3, len(items))] {
		out = append(out, strings.ToLower(item.Label[:1])+item.Label[1:])
	}
	text := strings.Join(out, "; ")
	if more := len(items) - 3; more > 0 {
		text += "; and " + itoa(more) + " more"
	}
	return text
}

// following says what follows once the review is closed.
func (p *Page) following(v kit.Values) (kit.Tone, string) {
	day := p.Desk.ReadDate(v["completed"])
	held := p.review.Held
	held.Completed = day
	lines, err := p.now().HoldReview(held, p.Desk.Today())
	if err != nil || !day.Known() {
		return kit.Dim, "What follows is said here once the day is given."
	}
	cal := p.Desk.Calendar()
	due := clock.RecordDue(cal, day)
	words := "Decisions go out by " + due.Decisions.Short() + ", the plan is updated by " + due.PlanUpdate.Short() + ", the record written by " +
		due.FullRecord.Short() + " and sent by " + due.Distribution.Short() + "."
	g := prep.After(p.now(), lines, p.Desk.Context()).Governing
	if g == nil {
		return kit.Normal, words
	}
	next := p.Desk.ReadDate(v["next"])
	if next > g.Due {
		return kit.Late, p.Desk.Nav.Theme().SignText(kit.SignLate) + " " + next.Long() + " is after the next review's limit, " + g.Due.Long() + ". " + words
	}
	words += " The next review is due by " + g.Due.Long() + "."
	if next.Known() {
		words += " " + next.Long() + " is " + kit.Count(max(cal.Between(next, g.Due), 0), "working day", "working days") + " before it; half-way is " + clock.Midpoint(cal, held.Recorded, next).Long() + "."
		if !cal.Working(next) {
			return kit.Soon, words + " It is " + cal.KindWords(next) + "."
		}
	}
	return kit.Normal, words
}
