package room

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	prep "footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// The phases worked in the room; P7 is the agenda.
const (
	starting = "P6"
	agenda   = "P7"
	closing  = "P8"
)

// Lines makes the lines of the room, in the order of the day.
func (p *Page) Lines(c *casefile.Case) []sheet.Line {
	p.items = map[string]prep.Item{}
	p.prep, p.ok = prep.Prepare(c, p.Desk.Clocks(c), p.Desk.Context())
	p.Use(c, p.prep)
	p.review = p.prep.Review
	if !p.ok {
		return nil
	}
	p.agenda = prep.Agenda(c, p.review, p.Desk.Context())
	out := []sheet.Line{{ID: "head:start", Heading: "Before you start"}, p.startLine(c)}
	out = append(out, p.listed(c, p.prep.Phase(starting))...)
	out = append(out, sheet.Line{ID: "head:people", Heading: "Who takes part"}, p.childLine())
	out = append(out, p.partLines(c)...)
	out = append(out, sheet.Line{ID: "head:agenda", Heading: "Agenda: g and the letter goes there"})
	out = append(out, p.agendaLines()...)
	out = append(out, sheet.Line{ID: "head:said", Heading: "The child's own words"})
	out = append(out, p.saidLines(c)...)
	if before := p.beforehand(); len(before) > 0 {
		out = append(out, sheet.Line{ID: "head:rights", Heading: "Rights, and what must be done before it closes"})
		out = append(out, p.listed(c, before)...)
	}
	out = append(out, sheet.Line{ID: "head:plan", Heading: "The plan"})
	out = append(out, p.judgementLines(c)...)
	out = append(out, sheet.Line{ID: "head:decisions", Heading: "Decisions"})
	out = append(out, p.decisionLines(c)...)
	out = append(out, sheet.Line{ID: "head:close", Heading: "Closing"})
	out = append(out, p.listed(c, p.prep.Phase(closing))...)
	return append(out, p.closeLine(c))
}

// beforehand are the child's rights, with whatever else of the preparation stops
// the closing.
func (p *Page) beforehand() []prep.Item {
	out := p.prep.Rights()
	for _, item := range prep.Stops(p.prep) {
		shown := item.Phase == starting || item.Phase == agenda || item.Phase == closing
		if !shown && !slices.ContainsFunc(out, func(o prep.Item) bool { return o.ID == item.ID }) {
			out = append(out, item)
		}
	}
	return out
}

// listed are items of the list as lines, but for those the room asks in its own
// way.
func (p *Page) listed(c *casefile.Case, items []prep.Item) []sheet.Line {
	var out []sheet.Line
	for _, item := range items {
		if !item.OfStart() {
			words, _ := prep.Words(c, p.review.ID, item.Item)
			out = append(out, p.itemLine(item, item.Label, words, ""))
		}
	}
	return out
}

// itemLine is one item: what was written of it, with the rest under the cursor.
func (p *Page) itemLine(item prep.Item, label, words, last string) sheet.Line {
	l := sheet.Line{ID: item.ID, Sign: signOf(item), Label: label, Rules: item.Rules}
	p.items[l.ID] = item
	l.Text = p.Desk.Private(firstLine(words))
	if words == "" && item.Answer.Answer == casefile.Open && item.Critical {
		l.Text = "critical, not answered yet"
	}
	if p.Draft(item) {
		l.Text, l.Sign = "unfinished words kept", kit.SignSoon
	}
	if strings.Contains(words, "\n") || kit.Width(words) > 40 {
		l.Below = append(l.Below, p.Desk.Private(words))
	}
	if last != "" {
		l.Below = append(l.Below, last)
	}
	l.Open = func() tea.Cmd { return p.write(item, last) }
	return l
}

func signOf(item prep.Item) kit.Sign {
	switch item.Answer.Answer {
	case casefile.Done:
		return kit.SignDone
	case casefile.NotDone:
		return kit.SignNotDone
	case casefile.NotApplicable:
		return kit.SignNotApply
	}
	return kit.SignOpen
}

func firstLine(s string) string {
	first, rest, more := strings.Cut(s, "\n")
	if more && strings.TrimSpace(rest) != "" {
		first += " …"
	}
	return first
}

// agendaLines are the statutory issues, each with its letter and last review's
// words under the cursor.
func (p *Page) agendaLines() []sheet.Line {
	var out []sheet.Line
	for i, item := range p.prep.Phase(agenda) {
		m := p.matter(item.ID)
		out = append(out, p.itemLine(item, letter(i)+"  "+item.Label, m.Words, p.lastWords(m)))
	}
	return out
}

func (p *Page) matter(id string) prep.Matter {
	for _, m := range p.agenda {
		if m.ID == id {
			return m
		}
	}
	return prep.Matter{}
}

// lastWords says what was written of a matter the time before.
func (p *Page) lastWords(m prep.Matter) string {
	if m.Last == "" {
		return ""
	}
	return "Last time, " + m.LastOn.Long() + ": " + p.Desk.Private(m.Last)
}

// letter is the key of the n-th agenda item after g; there are never more items
// than letters and figures.
func letter(n int) string {
	const keys = "abcdefghijklmnopqrstuvwxyz123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	if n >= len(keys) {
		return " "
	}
	return keys[n : n+1]
}

// decisionLines are the decisions made so far.
func (p *Page) decisionLines(c *casefile.Case) []sheet.Line {
	var out []sheet.Line
	for _, d := range c.DecisionsOf(p.review.ID) {
		out = append(out, sheet.Line{ID: "decision:" + d.ID.String(), Sign: kit.SignDone, Label: "Decision " + itoa(d.No), Text: p.Desk.Private(d.What),
			Below: []string{p.Desk.Private(d.What), p.Desk.Private(d.Who) + ", by " + d.Due().Long()}, Open: p.openDecisions()})
	}
	late := 0
	for _, d := range c.OpenDecisions() {
		if d.Review != p.review.ID {
			late++
		}
	}
	if late > 0 {
		out = append(out, sheet.Line{ID: "decision:earlier", Sign: kit.SignOpen, Label: "From earlier reviews", Text: kit.Count(late, "decision is", "decisions are") + " still open: D answers or carries each on",
			Open: p.openDecisions()})
	}
	if len(out) == 0 {
		out = append(out, sheet.Line{ID: "decision:none", Sign: kit.SignOpen, Label: "None yet", Text: "d enters one: what, who, by when", Open: p.decide, Rules: []string{"DE-01"}})
	}
	return out
}

func (p *Page) openDecisions() func() tea.Cmd {
	if p.doors.Decisions == nil {
		return nil
	}
	return p.push(p.doors.Decisions)
}
