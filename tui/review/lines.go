package review

import (
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// line is one row of the list, made when the case changes so that drawing it
// is quick.
type line struct {
	id          string
	heading     string
	phase, item int
	sign        kit.Sign
	due         string
	tone        kit.Tone // of due
	info        string
	later       bool // worked on the day, only listed now
}

// build makes the rows of the list.
func (p *Page) build(c *casefile.Case) []line {
	var out []line
	for pi, ph := range p.prep.Phases {
		phaseSign := kit.SignDone
		out = append(out, line{id: "phase " + ph.ID, heading: p.heading(ph), phase: pi, item: -1})
		for ii, item := range ph.Items {
			l := line{id: item.ID, phase: pi, item: ii, later: p.later(ph), sign: p.sign(item)}
			l.due, l.tone = p.due(item, l.sign)
			l.info = p.info(c, item)
			phaseSign = pressing(phaseSign, l.sign)
			if l.later && (l.sign == kit.SignOpen || l.sign == kit.SignSoon) {
				l.sign, l.tone = kit.NoSign, kit.Dim
			}
			out = append(out, l)
		}
		p.signs = append(p.signs, phaseSign)
	}
	return out
}

// later reports a phase that is only listed now: it is worked on the day of
// the review and after.
func (p *Page) later(ph prep.Phase) bool {
	return !ph.Worked && (!p.prep.Planned || p.prep.Date > p.day)
}

// heading is the line above a phase's items.
func (p *Page) heading(ph prep.Phase) string {
	name := ph.Title
	switch ph.ID {
	case "P4":
		name = "Papers"
	case "P5":
		name = "With " + p.childName()
	}
	switch {
	case p.later(ph) && strings.HasPrefix(ph.Timing, "review day"):
		return name + " (listed now, worked on the day)"
	case p.later(ph):
		return name + " (listed now, worked after the review)"
	case ph.ID == "P0" || ph.ID == "P5" || !ph.Worked:
		return name + ", " + ph.Timing
	}
	var by workday.Date
	for _, item := range ph.Items {
		if item.By.Known() && item.Due.Anchor == handbook.AnchorReview && (!by.Known() || item.By < by) {
			by = item.By
		}
	}
	if !by.Known() {
		return name + ", " + ph.Timing
	}
	return name + ", by " + p.short(by)
}

// due words the day: "due today", "by Wed 25 Nov", "late, Fri 20 Nov", or the
// day it was answered for.
func (p *Page) due(item prep.Item, sign kit.Sign) (string, kit.Tone) {
	switch {
	case item.Answer.Answer != casefile.Open:
		return p.short(item.Answer.On), kit.Dim
	case !item.By.Known() && item.Due.Anchor == handbook.AnchorEvent:
		return "as it happens", kit.Dim
	case !item.By.Known():
		return "no day yet", kit.Dim
	case sign == kit.SignLate:
		return "late, " + p.short(item.By), kit.Late
	case item.By == p.day:
		return "due today", kit.Soon
	}
	if len(p.short(item.By)) > len("Wed 25 Nov") {
		return item.By.Long(), kit.Normal
	}
	tone := kit.Normal
	if sign == kit.SignSoon {
		tone = kit.Soon
	}
	return "by " + p.short(item.By), tone
}

// info is the last column: what was entered, or what is asked and of whom.
func (p *Page) info(c *casefile.Case, item prep.Item) string {
	var parts []string
	switch item.Answer.Answer {
	case casefile.Open:
		if item.Compressed {
			parts = append(parts, "compressed")
		}
		if word := binding(item); word != "" {
			parts = append(parts, word)
		}
		if who := item.Who(); who != clock.IRO {
			parts = append(parts, who.Words())
		}
	case casefile.Done:
		parts = append(parts, p.evidence(item)...)
	default:
		parts = append(parts, item.Answer.Reason)
	}
	if note, ok := c.NoteOn(p.prep.Review.ID, item.ID); ok && strings.TrimSpace(note.Text) != "" {
		parts = append(parts, "note")
	}
	return strings.Join(parts, ", ")
}

// binding says how binding an item is.
func binding(item prep.Item) string {
	switch {
	case item.Critical:
		return "critical"
	case item.Required:
		return "duty"
	}
	return ""
}

// evidence is what was entered with an answer, shortest first to be read: who,
// then words, then the other dates.
func (p *Page) evidence(item prep.Item) []string {
	var words, dates []string
	if item.Answer.DoneBy != "" {
		words = append(words, item.Answer.DoneBy)
	}
	act, _ := actDate(item.Item)
	for _, name := range item.Evidence {
		value := item.Answer.Evidence[name]
		if value == "" || name == act {
			continue
		}
		field := handbook.Evidence(item.Item, name)
		if d, err := workday.Parse(value); err == nil && field.Kind == handbook.KindDate {
			dates = append(dates, "dated "+p.short(d))
			continue
		}
		if field.Kind == handbook.KindYesNo {
			value = strings.ToLower(field.Label) + ": " + value
		}
		words = append(words, strings.ReplaceAll(entered(field, value), "\n", "; "))
	}
	return append(words, dates...)
}

// Len, Row, ID and Index give the table its lines.

// Len is how many rows there are.
func (p *Page) Len() int { return len(p.lines) }

// ID is the item's.
func (p *Page) ID(i int) string { return p.lines[i].id }

// Index finds an item's row.
func (p *Page) Index(id string) int {
	for i := range p.lines {
		if p.lines[i].id == id {
			return i
		}
	}
	return -1
}

// Row formats one item.
func (p *Page) Row(i int) kit.Row {
	l := &p.lines[i]
	if l.heading != "" {
		return kit.Row{Heading: p.heading(p.prep.Phases[l.phase])}
	}
	item := &p.prep.Phases[l.phase].Items[l.item]
	label := item.Label
	if _, id, ok := p.table.Selected(); ok && id == l.id {
		if parts := kit.Wrap(label, p.labelW); len(parts) > 1 {
			label = parts[0] // the rest stands under the row
		}
	}
	info := l.info
	if item.Answer.Answer != casefile.Open {
		info = p.desk.Private(info)
	}
	tone := kit.Normal
	if l.later {
		tone = kit.Dim
	}
	if p.draftOf(noteDraft, l.id) != "" {
		info, tone = "unfinished note kept", kit.Soon
		return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: label}, {Text: l.due, Tone: l.tone}, {Text: info, Tone: tone}}}
	}
	return kit.Row{Sign: l.sign, Cells: []kit.Cell{{Text: label, Tone: tone}, {Text: l.due, Tone: l.tone}, {Text: info, Tone: kit.Dim}}}
}
