package room

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// The two choices at the start.
const (
	ahead   = "ahead"
	adjourn = "adjourn"
)

// startLine says whether the review goes ahead.
func (p *Page) startLine(c *casefile.Case) sheet.Line {
	l := sheet.Line{ID: "start", Sign: kit.SignOpen, Label: "Go ahead or adjourn", Text: "b decides; views are asked first", Open: p.begin, Rules: []string{"AJ-01", "AJ-02", "AJ-05"}}
	all := c.Starts(p.review.ID)
	if len(all) == 0 {
		if p.review.IsHeld() {
			l.Sign, l.Text = kit.SignDone, "begun "+p.review.Held.Recorded.Long()
		}
		return l
	}
	last := all[len(all)-1]
	l.Sign, l.Text = kit.SignDone, "went ahead "+last.On.Long()
	if last.Adjourned {
		l.Sign, l.Text = kit.SignSoon, "adjourned, to go on "+last.Resume.Long()
		l.Below = []string{"Ground: " + last.Ground + ". Finish by " + clock.CompletionDue(p.Desk.Calendar(), p.review.Held.Recorded).Long() + "."}
	}
	return l
}

// begin asks whether to go ahead or adjourn, and says under the question what
// each does to the dates (HB 3.25 to 3.27).
func (p *Page) begin() tea.Cmd {
	if p.review.Held.Completed.Known() {
		return nil
	}
	draft := "form/start/" + p.review.ID.String()
	why := prep.MayAdjourn(p.now(), p.review, p.Desk.Context())
	choice := kit.Field{ID: "choice", Label: "The review", Kind: kit.ChoiceField, Required: true,
		Choices: []kit.Option{{ID: ahead, Words: "goes ahead"}, {ID: adjourn, Words: "is adjourned"}}, Hint: "the power to adjourn may be used once"}
	if why != "" {
		choice.Choices, choice.Hint = choice.Choices[:1], "it cannot be adjourned: "+why
	}
	adjourning := func(v kit.Values) bool { return v["choice"] == adjourn }
	var grounds []kit.Option
	for _, g := range casefile.Grounds() {
		grounds = append(grounds, kit.Option{ID: g, Words: g})
	}
	day := p.Desk.DateField("on", "On", p.Desk.Today(), true)
	resume := p.Desk.DateField("resume", "To go on, on", 0, true)
	resume.When = adjourning
	ask := func(id, label, hint string, needed bool) kit.Field {
		return kit.Field{ID: id, Label: label, Kind: kit.LongField, Rows: 2, Hint: hint, Required: needed, When: adjourning}
	}
	fields := []kit.Field{choice, day,
		{ID: "ground", Label: "Ground", Kind: kit.ChoiceField, Choices: grounds, Required: true, When: adjourning},
		ask("child", "The child's view", "or why the child was not asked", true),
		ask("carer", "The carer's view", "or why not asked", true),
		ask("parents", "The parents' view", "where it is right to ask them", false),
		ask("weighed", "What you weighed", "what it means for a child who has prepared, and the delay, against too little information", true),
		resume,
		{ID: "late", Label: "Why it is late", Hint: "for the yearly figures", When: func(v kit.Values) bool { return p.isLate(v) }},
	}
	form := p.Desk.Form(p.Child, draft, kit.FormSpec{Title: "Go ahead or adjourn?", Save: "Keep", Fields: fields, Done: func(v kit.Values) tea.Cmd {
		words := "Review begun"
		if adjourning(v) {
			words = "Review adjourned"
		}
		cmd, kept := p.Act(words, []string{draft}, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
			return p.start(c, review, v)
		})
		if kept {
			p.Desk.Nav.Pop()
		}
		return cmd
	}})
	p.Desk.Nav.Push(kit.Echo(form, 6, p.effect))
	return nil
}

// start runs the command for the answers of the form.
func (p *Page) start(c *casefile.Case, review casefile.ID, v kit.Values) ([]casefile.Line, error) {
	s := casefile.StartDecided{Review: review, Adjourned: v["choice"] == adjourn, Ground: v["ground"], Child: v["child"], Carer: v["carer"],
		Parents: v["parents"], Weighed: v["weighed"], First: prep.First(p.review), Resume: p.Desk.ReadDate(v["resume"])}
	return prep.Start(c, s, v["late"], p.Desk.ReadDate(v["on"]), p.Desk.Context())
}

// day is the day the review would be recorded on.
func (p *Page) day(v kit.Values) workday.Date {
	switch {
	case p.review.IsHeld():
		return p.review.Held.Recorded
	case v["choice"] == adjourn:
		return prep.First(p.review)
	}
	return p.Desk.ReadDate(v["on"])
}

func (p *Page) isLate(v kit.Values) bool {
	g := p.Desk.Clocks(p.now()).Governing
	return g != nil && !p.review.IsHeld() && p.day(v) > g.Due
}

// effect says what the choice does to the dates, before it is made.
func (p *Page) effect(v kit.Values) (kit.Tone, string) {
	if v["choice"] == "" {
		return p.bothEffects(v)
	}
	day := p.day(v)
	if !day.Known() {
		return kit.Dim, "Give the day, and what it does to the dates is said here."
	}
	recorded := casefile.ReviewHeld{ID: p.kept(p.review.ID), Recorded: day, Adjourned: v["choice"] == adjourn}
	lines, err := p.now().HoldReview(recorded, p.Desk.Today())
	if err != nil {
		return kit.Late, err.Error()
	}
	words := "It is recorded on " + day.Long() + "."
	tone := kit.Normal
	if p.isLate(v) {
		tone, words = kit.Late, words+fmt.Sprintf(" That is after its limit, %s.", p.Desk.Clocks(p.now()).Governing.Due.Long())
	}
	after := prep.After(p.now(), lines, p.Desk.Context())
	if v["choice"] == adjourn {
		words += " It must be finished by " + clock.CompletionDue(p.Desk.Calendar(), day).Long() + ", and cannot be adjourned again."
	}
	if resume := p.Desk.ReadDate(v["resume"]); v["choice"] == adjourn && resume.Known() && !p.Desk.Calendar().Working(resume) {
		tone, words = kit.Soon, words+" "+resume.Long()+" is "+p.Desk.Calendar().KindWords(resume)+"."
	}
	if g := after.Governing; g != nil {
		words += " The next review is then due by " + g.Due.Long() + "."
	}
	return tone, words
}

// bothEffects says what either choice would do, before one is made.
func (p *Page) bothEffects(v kit.Values) (kit.Tone, string) {
	would := kit.Values{"on": v["on"], "choice": ahead}
	_, goes := p.effect(would)
	words := "If it goes ahead: " + goes
	if prep.MayAdjourn(p.now(), p.review, p.Desk.Context()) == "" {
		would["choice"] = adjourn
		_, waits := p.effect(would)
		words += "\nIf it is adjourned: " + waits
	}
	return kit.Normal, words
}
