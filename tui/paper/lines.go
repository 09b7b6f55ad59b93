package paper

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/document"
	"footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Lines makes the lines: what comes from a review, the letters, and what was
// made before.
func (p *Page) Lines(c *casefile.Case) []sheet.Line {
	r, ok := p.review(c)
	out := []sheet.Line{{ID: "head:review", Heading: "Record and decisions"}}
	if ok {
		out[0].Heading = "From " + dated(r)
		out = append(out, p.records(c, r)...)
	} else {
		out = append(out, sheet.Line{ID: "none", Sign: kit.SignNotApply, Label: "Review record", Text: "no review is on file yet"})
	}
	out = append(out, sheet.Line{ID: "head:letters", Heading: "Letters and forms"})
	out = append(out, p.letters(c, r)...)
	return append(out, p.before(c)...)
}

// line is a paper for one reader: Enter shows it.
func (p *Page) line(c *casefile.Case, id, label, text string, dr draft) sheet.Line {
	l := sheet.Line{ID: id, Sign: kit.SignOpen, Label: label, Text: text, Open: p.open(dr)}
	if made, ok := dr.lastMade(c); ok {
		l.Sign, l.More = kit.SignDone, "made "+made.On.Short()
	}
	return l
}

func (p *Page) open(dr draft) func() tea.Cmd {
	return func() tea.Cmd {
		p.desk.Nav.Push(newPreview(p.office, dr))
		return nil
	}
}

// records are the record for each reader and the decisions sheet.
func (p *Page) records(c *casefile.Case, r casefile.Review) []sheet.Line {
	if !r.IsHeld() {
		return []sheet.Line{{ID: "none", Sign: kit.SignNotApply, Label: "Review record", Text: "not held yet: its record is made from what is entered at it"}}
	}
	dr := draft{what: document.PaperRecord, review: r.ID}
	out := []sheet.Line{p.line(c, "record", "Review record", "full, for the case record", dr)}
	for _, person := range c.People(p.desk.Today()) {
		dr.reader.Person = person
		out = append(out, p.copyLine(c, dr))
	}
	sheetOf := draft{what: document.PaperDecisions, review: r.ID}
	decisions := p.line(c, "decisions", "Decisions sheet", "what was decided, who does it and by when", sheetOf)
	if len(c.DecisionsOf(r.ID)) == 0 {
		decisions.Sign, decisions.Text = kit.SignNotApply, "no decision of this review is on file"
	}
	decisions.Rules = []string{"RC-01", "DE-01"}
	return append(out, decisions)
}

// copyLine is the record as one person may have it, or what stands in the way
// and what to do about it.
func (p *Page) copyLine(c *casefile.Case, dr draft) sheet.Line {
	person := dr.reader.Person
	role := string(person.Role) + ": "
	l := p.line(c, "copy:"+person.ID.String(), p.desk.Private(person.Name), role+string(person.Receives), dr)
	l.Rules = []string{"RC-03", "RC-04"}
	blocked := func(sign kit.Sign, text, below string) {
		l.Sign, l.Text, l.Open, l.Below = sign, role+text, nil, []string{below}
		if p.doors.People != nil {
			l.Open = func() tea.Cmd {
				p.desk.Nav.Push(p.doors.People(p.child))
				return nil
			}
			l.Below[0] += " Enter opens the people, where the copy is decided."
		}
	}
	switch person.Receives {
	case casefile.FullRecord, casefile.Redacted:
	case casefile.LetterOnly:
		letter := dr
		letter.what, letter.kind = "", document.Outcome
		l = p.line(c, "copy:"+person.ID.String(), p.desk.Private(person.Name), role+"a letter in place of the record", letter)
		l.Rules = []string{"RC-03", "RC-04"}
	case casefile.Nothing:
		blocked(kit.SignNotApply, "nothing", "It was decided that they get nothing of the record.")
	default:
		blocked(kit.SignSoon, "not decided which copy", "Nothing is made for them until it is decided: full, redacted, a letter or nothing (HB 3.69).")
	}
	return l
}

// letters are the letters and forms, each with how many it was made for.
func (p *Page) letters(c *casefile.Case, r casefile.Review) []sheet.Line {
	next := r
	if hand, ok := c.InHand(); ok {
		next = hand
	}
	out := []sheet.Line{p.line(c, "child", "To the child", "what was decided, in the child's own terms", draft{kind: document.ToChild, review: r.ID, reader: document.Reader{Child: true}})}
	out[0].Rules = []string{"RC-12", "CN-08"}
	for _, one := range []struct {
		kind  document.LetterKind
		label string
		text  string
		of    casefile.Review
		rules []string
	}{
		{document.Introduction, "Introduction", "who the IRO is", casefile.Review{}, []string{"AP-07", "AP-19"}},
		{document.Contact, "Keeping in touch", "how child and IRO reach each other", casefile.Review{}, []string{"RI-09"}},
		{document.Role, "What an IRO does", "one page, for professionals or for the child", casefile.Review{}, []string{"RI-08"}},
		{document.Invitation, "Invitation", p.to(next), next, []string{"PR-04"}},
		{document.Consultation, "Consultation form", p.to(next), next, []string{"PR-05"}},
	} {
		dr := draft{kind: one.kind, review: one.of.ID}
		out = append(out, p.forMany(c, dr, one.label, one.text, one.rules))
	}
	out = append(out, p.leftOut(c, r, next)...)
	return append(out, p.alerts(c)...)
}

// to says of which review people are told.
func (p *Page) to(r casefile.Review) string {
	if r.ID.Zero() {
		return "no review is planned yet"
	}
	return dated(r)
}

// forMany is a letter that goes to more than one: Enter asks for whom.
func (p *Page) forMany(c *casefile.Case, dr draft, label, text string, rules []string) sheet.Line {
	l := sheet.Line{ID: string(dr.kind), Sign: kit.SignOpen, Label: label, Text: text, Rules: rules, Open: func() tea.Cmd {
		return p.pickReader(dr, func(chosen draft) tea.Cmd { return p.open(chosen)() })
	}}
	made := 0
	all := dr.readers(c, p.desk.Today())
	for _, one := range all {
		if _, ok := one.lastMade(c); ok {
			made++
		}
	}
	if made > 0 {
		l.More = fmt.Sprintf("made %d of %d", made, len(all))
		if made == len(all) {
			l.Sign = kit.SignDone
		}
	}
	return l
}

// leftOut are the letters to those who are left out of a review.
func (p *Page) leftOut(c *casefile.Case, reviews ...casefile.Review) []sheet.Line {
	var out []sheet.Line
	for i, r := range reviews {
		if i > 0 && r.ID == reviews[0].ID {
			continue
		}
		for _, part := range c.PartsIn(r.ID) {
			if part.How != casefile.LeftOut {
				continue
			}
			dr := draft{kind: document.Exclusion, review: r.ID, part: part.ID}.current(p.desk, c)
			l := p.line(c, "out:"+part.ID.String(), "Being left out", dr.shown(p.desk)+", of "+dated(r), dr)
			l.Rules = []string{"PR-31"}
			out = append(out, l)
		}
	}
	return out
}

// alerts are the letters about decisions whose day has passed.
func (p *Page) alerts(c *casefile.Case) []sheet.Line {
	var out []sheet.Line
	for _, d := range c.OpenDecisions() {
		state, days := review.Progress(d, p.desk.Context())
		if state != clock.ProgressOverdue && state != clock.ProgressPartOverdue {
			continue
		}
		dr := draft{kind: document.Alert, decision: d.ID}.current(p.desk, c)
		l := p.line(c, "alert:"+d.ID.String(), "Alert to the manager", p.desk.Private(strings.Join(strings.Fields(d.What), " ")), dr)
		if l.More == "" {
			l.Sign, l.Tone, l.More = kit.SignLate, kit.Late, kit.Count(days, "day", "days")+" late"
		}
		l.Rules = []string{"DE-09"}
		out = append(out, l)
	}
	return out
}

// before lists the papers made, the newest first.
func (p *Page) before(c *casefile.Case) []sheet.Line {
	papers := c.Papers()
	if len(papers) == 0 {
		return nil
	}
	slices.Reverse(papers)
	out := []sheet.Line{{ID: "head:before", Heading: "Made before"}}
	for _, one := range papers {
		words := sheet.Sentence(one.What)
		out = append(out, sheet.Line{
			ID: "made:" + one.Entry.String(), Sign: kit.SignDone, Label: words, Text: p.forWhom(one) + ", " + formatWords(one.Format) + ": " + kit.Clean(one.Name),
			More:  one.On.Short() + " " + one.Hash[:min(len(one.Hash), 8)],
			Below: []string{sheet.Sentence(p.forWhom(one)) + ": " + kit.Clean(one.Name) + ". Enter tells more."},
			Open:  func() tea.Cmd { return p.tell(one) },
		})
	}
	return out
}

// forWhom is whom a paper was made for, hidden while names are.
func (p *Page) forWhom(one casefile.Paper) string {
	if one.Person.Zero() && (one.To == "the child" || one.To == "the case record" || one.To == string(professionals.Person.Role)) {
		return "for " + one.To
	}
	return "for " + p.desk.Private(one.To)
}

// tell shows all that is known of a paper that was made.
func (p *Page) tell(one casefile.Paper) tea.Cmd {
	lines := []string{"File: " + one.Name, "For: " + strings.TrimPrefix(p.forWhom(one), "for "), "Format: " + formatWords(one.Format), "Made: " + one.On.Long()}
	if one.Copy != "" {
		lines = append(lines, "Copy: "+string(one.Copy))
	}
	if len(one.LeftOut) > 0 {
		lines = append(lines, "Left out: "+strings.Join(one.LeftOut, "; "))
	}
	lines = append(lines, "", "SHA-256 of its bytes, by which the very same file can be known again:", one.Hash,
		"", "The file is not kept here. It lies where it was written to, unless it was moved.")
	p.desk.Nav.Open(kit.NewText(p.desk.Nav.Theme(), sheet.Sentence(one.What), strings.Join(lines, "\n")))
	return nil
}
