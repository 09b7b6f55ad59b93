package room

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

func itoa(n int) string { return strconv.Itoa(n) }

// childLine says how the child takes part.
func (p *Page) childLine() sheet.Line {
	l := sheet.Line{ID: "child", Sign: kit.SignOpen, Label: "The child", Text: "k says how the child takes part", Open: p.participation, Rules: []string{"CH-07"}}
	if code := p.review.Held.Participation; code != "" {
		l.Sign, l.Text = kit.SignDone, casefile.ParticipationCode.Words(code)
	}
	return l
}

// participation asks for the return's code; only those that fit the child's age
// on the day are offered.
func (p *Page) participation() tea.Cmd {
	if !p.review.IsHeld() {
		p.Desk.Nav.Say(kit.Soon, "Decide first to go ahead: b.")
		return nil
	}
	var options []kit.Option
	for _, code := range prep.ParticipationCodes(p.now(), p.review.Held.Recorded, p.Desk.Context()) {
		options = append(options, kit.Option{ID: code.Code, Words: code.Words, Detail: code.Code})
	}
	p.Desk.Nav.Open(kit.NewPicker(p.Desk.Nav, "How does the child take part?", options, func(code string) tea.Cmd {
		cmd, _ := p.Act("How the child takes part: kept", nil, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
			return prep.Participate(c, review, code, p.Desk.Context())
		})
		p.Refresh()
		return cmd
	}))
	return nil
}

// partLines are those entered, then the people of the list nobody was asked of.
func (p *Page) partLines(c *casefile.Case) []sheet.Line {
	var out []sheet.Line
	parts := c.PartsIn(p.review.ID)
	for _, part := range parts {
		l := sheet.Line{ID: "part:" + part.ID.String(), Sign: kit.SignDone, Label: p.Desk.Private(part.Name), Rules: []string{"CH-08", "PR-37"}}
		l.Text = strings.Join(nonEmpty(string(part.How), part.Part, p.Desk.Private(firstLine(part.Words))), ", ")
		switch {
		case part.How == casefile.LeftOut:
			l.Sign = kit.SignNotDone
		case part.How == casefile.DidNotCome && part.Words == "":
			l.Sign = kit.SignSoon
		}
		for _, more := range nonEmpty(part.Why, part.Instead, part.Words) {
			l.Below = append(l.Below, p.Desk.Private(more))
		}
		if part.Private {
			l.Below = append(l.Below, "Private: in no copy.")
		}
		l.Open = func() tea.Cmd { return p.takesPart(part) }
		if !part.Person.Zero() {
			l.ID = "person:" + part.Person.String() // the cursor stays on who was just entered
		}
		out = append(out, l)
	}
	if carer, ok := p.carer(c, parts); ok {
		out = append(out, sheet.Line{ID: "carer", Sign: kit.SignOpen, Label: p.Desk.Private(carer.Name), Text: "carer, not entered yet", Open: func() tea.Cmd { return p.takesPart(carer) }})
	}
	for _, person := range c.People(p.Desk.Today()) {
		listed := slices.ContainsFunc(parts, func(o casefile.TookPart) bool { return o.Person == person.ID })
		if listed || person.Part == casefile.NotInvited || person.Role.Kin() && person.Part == "" {
			continue
		}
		l := sheet.Line{ID: "person:" + person.ID.String(), Sign: kit.SignOpen, Label: p.Desk.Private(person.Name), Text: strings.Join(nonEmpty(string(person.Role), "not entered yet"), ", ")}
		l.Open = func() tea.Cmd {
			return p.takesPart(casefile.TookPart{Person: person.ID, Name: person.Name, Role: person.Role})
		}
		out = append(out, l)
	}
	return out
}

// carer is who looks after the child, where they are on no list of people and
// were not entered yet.
func (p *Page) carer(c *casefile.Case, parts []casefile.TookPart) (casefile.TookPart, bool) {
	place, ok := c.PlacementOn(p.Desk.Today())
	listed := slices.ContainsFunc(c.People(p.Desk.Today()), func(o casefile.PersonStated) bool { return o.Role == casefile.Carer })
	entered := slices.ContainsFunc(parts, func(o casefile.TookPart) bool { return o.Role == casefile.Carer })
	return casefile.TookPart{Name: place.Carer, Role: casefile.Carer}, ok && place.Carer != "" && !listed && !entered
}

func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// takesPart states how one person takes part and what they say.
func (p *Page) takesPart(part casefile.TookPart) tea.Cmd {
	draft := "form/part/" + p.review.ID.String() + "/" + part.ID.String() + part.Person.String()
	var hows []kit.Option
	for _, how := range casefile.Hows() {
		hows = append(hows, kit.Option{ID: string(how), Words: string(how)})
	}
	var fields []kit.Field
	if part.Person.Zero() {
		fields = append(fields, kit.Field{ID: "name", Label: "Who", Value: part.Name, Required: true, Hint: "somebody who is not on the list of people"},
			kit.Field{ID: "role", Label: "What they are to the child", Value: string(part.Role)})
	}
	out := func(v kit.Values) bool { return v["how"] == string(casefile.LeftOut) }
	away := func(v kit.Values) bool { return out(v) || v["how"] == string(casefile.DidNotCome) }
	fields = append(fields,
		kit.Field{ID: "how", Label: "How", Kind: kit.ChoiceField, Choices: hows, Value: string(part.How), Required: true},
		kit.Field{ID: "part", Label: "For which part", Value: part.Part, Hint: "empty: for the whole", When: func(v kit.Values) bool { return !away(v) }},
		kit.Field{ID: "why", Label: "Why", Kind: kit.LongField, Rows: 3, Value: part.Why, When: away, Hint: "the reasons go to them in writing, if they are left out"},
		kit.Field{ID: "instead", Label: "How heard instead", Kind: kit.LongField, Rows: 2, Value: part.Instead, When: out},
		kit.Field{ID: "words", Label: "What they said", Kind: kit.LongField, Rows: 5, Value: part.Words},
		kit.Field{ID: "private", Label: "Keep their words private", Kind: kit.YesNoField, Value: yesNo(part.Private, !part.ID.Zero()),
			Hint: "yes keeps them out of every copy", When: func(v kit.Values) bool { return v["words"] != "" }},
	)
	title := "Takes part"
	if part.Name != "" && !p.Desk.Hidden() {
		title = part.Name + " takes part"
	}
	p.Desk.Nav.Push(p.Desk.Form(p.Child, draft, kit.FormSpec{Title: title, Fields: fields, Done: func(v kit.Values) tea.Cmd {
		next := part
		next.ID = p.kept(part.ID)
		if part.Person.Zero() {
			next.Name, next.Role = v["name"], casefile.Role(strings.TrimSpace(v["role"]))
		}
		next.How, next.Part, next.Why, next.Instead, next.Words = casefile.How(v["how"]), v["part"], v["why"], v["instead"], v["words"]
		next.Private = v["private"] == "yes"
		return p.keep("Kept", draft, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
			next.Review = review
			return c.TakePart(next, p.Desk.Today())
		})
	}}))
	return nil
}

func yesNo(on, known bool) string {
	switch {
	case on:
		return "yes"
	case known:
		return "no"
	}
	return ""
}

// keep runs a command as one act and leaves the form when it was kept.
func (p *Page) keep(words, draft string, command func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error)) tea.Cmd {
	cmd, kept := p.Act(words, []string{draft}, command)
	if kept {
		p.Desk.Nav.Pop()
	}
	return cmd
}

// saidLines are the child's own words, private ones marked.
func (p *Page) saidLines(c *casefile.Case) []sheet.Line {
	var out []sheet.Line
	for _, s := range c.ChildsWordsAt(p.review.ID) {
		l := sheet.Line{ID: "said:" + s.ID.String(), Sign: kit.SignDone, Label: "private", Text: p.Desk.Private(firstLine(s.Words)), Rules: []string{"PR-13", "AG-13"}}
		if s.Shareable {
			l.Label = "may be shared"
		}
		l.Below = nonEmpty(p.Desk.Private(s.Words), strings.Join(nonEmpty(s.Where, s.About, s.On.Long()), ", "))
		l.Open = func() tea.Cmd { return p.said(s) }
		out = append(out, l)
	}
	if len(out) == 0 {
		out = append(out, sheet.Line{ID: "said:none", Sign: kit.SignOpen, Label: "None yet", Text: "w keeps what the child says, in the child's words", Open: func() tea.Cmd { return p.said(casefile.Said{}) }})
	}
	return out
}

// said states something the child said. Private is how it begins.
func (p *Page) said(s casefile.Said) tea.Cmd {
	draft := "form/said/" + p.review.ID.String() + "/" + s.ID.String()
	day := s.On
	if s.ID.Zero() {
		day = p.Desk.Today()
	}
	on := p.Desk.DateField("on", "Said on", day, true)
	fields := []kit.Field{
		{ID: "words", Label: "The child's words", Kind: kit.LongField, Rows: 6, Value: s.Words, Required: true, Hint: "as they were said"},
		{ID: "share", Label: "May be shared", Kind: kit.YesNoField, Value: yesNo(s.Shareable, !s.ID.Zero()), Hint: "no answer keeps them private: in no record, letter or copy"},
		{ID: "about", Label: "About", Value: s.About},
		{ID: "where", Label: "Where and how", Value: s.Where, Hint: "alone in her room; drawn; through an interpreter"},
		on,
	}
	p.Desk.Nav.Push(p.Desk.Form(p.Child, draft, kit.FormSpec{Title: "In the child's own words", Fields: fields, Done: func(v kit.Values) tea.Cmd {
		next := s.ChildSaid
		next.ID, next.Words, next.Shareable, next.About, next.Where = p.kept(s.ID), v["words"], v["share"] == "yes", v["about"], v["where"]
		words := "Kept, private"
		if next.Shareable {
			words = "Kept, may be shared"
		}
		return p.keep(words, draft, func(c *casefile.Case, review casefile.ID) ([]casefile.Line, error) {
			next.Review = review
			return c.KeepWords(next, p.Desk.ReadDate(v["on"]), p.Desk.Today())
		})
	}}))
	return nil
}
