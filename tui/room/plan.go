package room

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// judgementLines say how the plan was judged.
func (p *Page) judgementLines(c *casefile.Case) []sheet.Line {
	j := c.JudgementOf(p.review.ID)
	line := func(id, label, text string, done bool, rules ...string) sheet.Line {
		l := sheet.Line{ID: "judged:" + id, Sign: kit.SignOpen, Label: label, Text: text, Rules: rules, Open: p.judge}
		if done {
			l.Sign = kit.SignDone
		}
		return l
	}
	rating := line("rating", "Rating", "not rated: j judges the plan", j.Rating != "", "RC-13")
	if j.Rating != "" {
		rating.Text = j.Rating.Words()
		rating.Below = []string{rating.Text, p.Desk.Private(j.Why)}
		switch j.Rating {
		case casefile.Red:
			rating.Tone = kit.Late
		case casefile.Amber:
			rating.Tone = kit.Soon
		}
	}
	return []sheet.Line{
		line("needs", "Seven developmental needs", tally(j.Needs, casefile.Needs(), "have an action and an outcome"), len(j.Needs) == len(casefile.Needs()), "AG-20", "CD-05"),
		line("smart", "Is the plan SMART", tally(j.Smart, casefile.Tests(), "passed"), len(j.Smart) == len(casefile.Tests()), "QA-10", "CH-04"),
		rating,
		line("words", "Your judgement, in words", p.Desk.Private(firstLine(j.Evaluation)), j.Evaluation != "", "RC-08"),
		line("picture", "The child in the placement", p.Desk.Private(firstLine(j.Picture)), j.Picture != "", "RC-10"),
	}
}

// tally says how many questions were answered yes.
func tally(answers map[string]string, asked []casefile.Asked, words string) string {
	yes := 0
	var no []string
	for _, a := range asked {
		switch answers[a.Key] {
		case "yes":
			yes++
		case "no":
			no = append(no, strings.ToLower(a.Label))
		}
	}
	switch {
	case len(answers) == 0:
		return "not judged yet"
	case len(no) > 0:
		return "not so: " + strings.Join(no, ", ")
	}
	return itoa(yes) + " of " + itoa(len(asked)) + " " + words
}

// judge asks for the judgement of the plan as one form; what is left empty is
// not judged, and nothing is filled in.
func (p *Page) judge() tea.Cmd {
	draft := "form/judge/" + p.review.ID.String()
	j := p.now().JudgementOf(p.review.ID)
	fields := []kit.Field{{ID: "needs", Label: "Does each need have an action and an outcome?", Kind: kit.HeadingField}}
	for _, n := range casefile.Needs() {
		fields = append(fields,
			kit.Field{ID: "need " + n.Key, Label: n.Label, Kind: kit.YesNoField, Value: j.Needs[n.Key], Hint: n.Words},
			kit.Field{ID: "lacks " + n.Key, Label: "What is lacking", Value: j.NeedsWords[n.Key], Required: true, When: func(v kit.Values) bool { return v["need "+n.Key] == "no" }})
	}
	fields = append(fields, kit.Field{ID: "smart", Label: "Is the plan SMART, and the child's?", Kind: kit.HeadingField})
	for _, t := range casefile.Tests() {
		fields = append(fields, kit.Field{ID: "test " + t.Key, Label: t.Label, Kind: kit.YesNoField, Value: j.Smart[t.Key], Hint: t.Words})
	}
	var ratings []kit.Option
	for _, r := range casefile.Ratings() {
		ratings = append(ratings, kit.Option{ID: string(r), Words: r.Words()})
	}
	fields = append(fields,
		kit.Field{ID: "smartwords", Label: "What to mend in it", Kind: kit.LongField, Rows: 2, Value: j.SmartWords},
		kit.Field{ID: "judged", Label: "Your judgement", Kind: kit.HeadingField},
		kit.Field{ID: "rating", Label: "The plan is", Kind: kit.ChoiceField, Choices: ratings, Value: string(j.Rating)},
		kit.Field{ID: "why", Label: "Why, in a sentence", Value: j.Why, Required: true, When: func(v kit.Values) bool { return v["rating"] != "" }},
		kit.Field{ID: "evaluation", Label: "How far it meets need", Kind: kit.LongField, Rows: 4, Value: j.Evaluation, Hint: "for the record: what works, what must change"},
		kit.Field{ID: "picture", Label: "The child in the placement", Kind: kit.LongField, Rows: 4, Value: j.Picture, Hint: "for the record: the child, what the child needs, what the adults are doing"},
	)
	p.Desk.Nav.Push(p.Desk.Form(p.Child, draft, kit.FormSpec{Title: "Judge the plan", Intro: "Only what you answer is kept; nothing is filled in for you.", Fields: fields, Done: func(v kit.Values) tea.Cmd {
		next := casefile.PlanJudged{Needs: map[string]string{}, NeedsWords: map[string]string{}, Smart: map[string]string{}, SmartWords: v["smartwords"],
			Rating: casefile.Rating(v["rating"]), Why: v["why"], Evaluation: v["evaluation"], Picture: v["picture"]}
		for _, n := range casefile.Needs() {
			next.Needs[n.Key], next.NeedsWords[n.Key] = v["need "+n.Key], v["lacks "+n.Key]
		}
		for _, t := range casefile.Tests() {
			next.Smart[t.Key] = v["test "+t.Key]
		}
		return p.keep("Judgement kept", draft, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
			next.Review = review
			return prep.Judge(c, next, p.Desk.Context())
		})
	}}))
	return nil
}
