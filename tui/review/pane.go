package review

import (
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	prep "footprint/domain/review"
	"footprint/tui/kit"
)

// pane is the quiet column on the right, laid out once for each item shown.
type pane struct {
	item   string
	w      int
	hidden bool
	draft  string
	lines  []string
}

const paneLabel = 10

// layPane tells the item under the cursor: why it matters, what was entered,
// the note, where it comes from.
func (p *Page) layPane(item prep.Item) {
	w := p.paneWidth() - 3
	if w <= 0 {
		return
	}
	draft := p.draftOf(noteDraft, item.ID)
	if p.pane.item == item.ID && p.pane.w == w && p.pane.hidden == p.desk.Hidden() && p.pane.draft == draft && p.pane.lines != nil {
		return
	}
	b := &block{th: p.desk.Nav.Theme(), w: w}
	b.text(kit.Strong, item.Label)
	b.gap()
	b.text(kit.Normal, item.Help)
	b.gap()
	p.standing(b, item)
	p.answered(b, item)
	if note, ok := p.seen.NoteOn(p.prep.Review.ID, item.ID); ok && strings.TrimSpace(note.Text) != "" {
		b.gap()
		b.line("note", note.On.Long())
		b.text(kit.Normal, p.desk.Private(note.Text))
	}
	if draft != "" {
		b.gap()
		b.text(kit.Soon, "An unfinished note is kept: n opens it.")
	}
	b.gap()
	b.line("source", item.Citation())
	b.line("rules", strings.Join(item.Rules, ", "))
	p.pane = pane{item: item.ID, w: w, hidden: p.desk.Hidden(), draft: draft, lines: b.lines}
}

func (p *Page) standing(b *block, item prep.Item) {
	if item.Answer.Answer == casefile.Open && item.By.Known() {
		b.line("by", item.By.Long())
	}
	if item.Compressed {
		b.line("", "compressed: the timetable is short, counted back it would be "+item.Ideal.Long())
	}
	switch {
	case item.Critical:
		b.line("critical", "the review is not closed without this, or a reason")
	case item.Required:
		b.line("duty", "a rule that must be kept")
	}
	if who := item.Who(); who != clock.IRO {
		b.line("who acts", who.Words())
	}
}

func (p *Page) answered(b *block, item prep.Item) {
	a := item.Answer
	switch a.Answer {
	case casefile.Open:
		b.line("asks for", strings.Join(asks(item.Item), ", "))
		return
	case casefile.Done:
		b.line("done", a.On.Long())
	default:
		b.line("answer", a.Answer.String()+", "+a.On.Long())
		b.line("why", p.desk.Private(a.Reason))
	}
	b.line("by whom", p.desk.Private(a.DoneBy))
	if a.Answer != casefile.Done {
		return
	}
	for _, name := range item.Evidence {
		field := handbook.Evidence(item.Item, name)
		value := a.Evidence[name]
		if value == "" {
			b.label(field.Label, "not entered")
			continue
		}
		words := strings.ReplaceAll(entered(field, value), "\n", "; ")
		if field.Kind == handbook.KindText || field.Kind == handbook.KindList {
			words = p.desk.Private(words)
		}
		b.label(field.Label, words)
	}
}

// asks lists what an item's answer will ask for.
func asks(item handbook.Item) []string {
	var out []string
	for _, name := range item.Evidence {
		out = append(out, strings.ToLower(handbook.Evidence(item, name).Label))
	}
	return out
}

// block gathers the pane's lines.
type block struct {
	th    *kit.Theme
	w     int
	lines []string
}

func (b *block) gap() {
	if n := len(b.lines); n > 0 && b.lines[n-1] != "" {
		b.lines = append(b.lines, "")
	}
}

func (b *block) text(tone kit.Tone, s string) {
	for _, l := range kit.Wrap(kit.Clean(s), b.w) {
		b.lines = append(b.lines, b.th.Paint(tone, l))
	}
}

// line is a quiet label and a text beside it.
func (b *block) line(label, text string) {
	if text == "" {
		return
	}
	for _, part := range kit.Wrap(kit.Clean(text), max(b.w-paneLabel, 8)) {
		b.lines = append(b.lines, b.th.Paint(kit.Dim, kit.Pad(label, paneLabel))+part)
		label = ""
	}
}

// label is a longer label with its text wrapped after it.
func (b *block) label(label, text string) {
	for i, part := range kit.Wrap(kit.Clean(label+": "+text), max(b.w-2, 8)) {
		if i > 0 {
			part = "  " + part
		}
		b.lines = append(b.lines, part)
	}
}
