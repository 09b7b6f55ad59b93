package footprint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// filter is one way of showing only some entries.
type filter struct {
	id, words string
	kinds     []casefile.LogKind
}

func everything() filter { return filter{"", "everything", casefile.LogKinds()} }

// filters lists everything first, then each kind, then both kinds of practice.
func filters() []filter {
	out := []filter{everything()}
	for _, k := range casefile.LogKinds() {
		out = append(out, filter{string(k), string(k), []casefile.LogKind{k}})
	}
	return append(out, filter{"practice", "good and poor practice", []casefile.LogKind{casefile.GoodPractice, casefile.PoorPractice}})
}

// ruleOf is the rule that asks for an entry of the kind.
func ruleOf(k casefile.LogKind) string {
	switch k {
	case casefile.Contact:
		return "QA-13"
	case casefile.Monitoring:
		return "MO-01"
	case casefile.GoodPractice:
		return "MO-08"
	case casefile.PoorPractice:
		return "MO-09"
	case casefile.Barrier:
		return "QA-06"
	}
	return "QA-01"
}

// Lines makes the lines of a case.
func (p *Page) Lines(c *casefile.Case) []sheet.Line {
	p.log = map[casefile.ID]casefile.LogEntry{}
	log := c.Log()
	out := p.watching(c, log)
	if waiting := c.Unanswered(); len(waiting) > 0 {
		out = append(out, sheet.Line{ID: "head:waiting", Heading: "Waits for your answer"})
		for _, e := range waiting {
			out = append(out, p.entryLine(e))
		}
	}
	return append(out, p.entries(log)...)
}

// watching says how the case is watched (QA-02), when the last footprint was
// and how long people waited for an answer (QA-13).
func (p *Page) watching(c *casefile.Case, log []casefile.LogEntry) []sheet.Line {
	how, where := c.Fact(casefile.FactMonitoring), p.Desk.Private(c.Fact(factHow))
	watch := sheet.Line{ID: "watch", Label: "Closeness", Text: how, Rules: []string{"QA-02"}, Open: p.editWatch}
	if how == "" {
		watch.Sign, watch.Text = kit.SignSoon, "not entered yet: Enter chooses it"
	}
	out := []sheet.Line{{ID: "head:watch", Heading: "How you watch this case"}, watch,
		{ID: "where", Label: "How, where", Text: cmp.Or(where, "not entered yet"), Rules: []string{"QA-02"}, Open: p.editWatch}}
	last := sheet.Line{ID: "last", Label: "Footprint", Text: "none of yours on this file yet", Rules: []string{"QA-01"}, Open: p.add}
	if on := c.LastFootprint(); on.Known() {
		last.Text, last.More = ago(int(p.Desk.Today()-on)), on.Long()
	}
	out = append(out, last)
	if words := responses(log); words != "" {
		out = append(out, sheet.Line{ID: "contacts", Label: "Answers", Text: words, Rules: []string{"QA-13"}})
	}
	return out
}

// responses says how long people waited for the IRO's answer.
func responses(log []casefile.LogEntry) string {
	n, longest := 0, 0
	for _, e := range log {
		if days, ok := e.Response(); ok {
			n, longest = n+1, max(longest, days)
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d given, the longest after ", n) + kit.Count(longest, "day", "days")
}

func ago(days int) string {
	switch days {
	case 0:
		return "today"
	case 1:
		return "yesterday"
	}
	return fmt.Sprintf("%d days ago", days)
}

// entries lists what was entered, newest first, those that wait left out: they
// stand above.
func (p *Page) entries(log []casefile.LogEntry) []sheet.Line {
	title := "The log, newest first"
	if p.only.id != "" {
		title += ", only: " + p.only.words
	}
	out := []sheet.Line{{ID: "head:log", Heading: title}}
	if p.Desk.Draft(p.Child, draftOf(casefile.LogEntry{})) != "" {
		out = append(out, sheet.Line{ID: "draft", Sign: kit.SignSoon, Label: "Unfinished", Text: "an entry you began is kept: a opens it again", Open: p.add})
	}
	slices.SortStableFunc(log, func(a, b casefile.LogEntry) int { return cmp.Or(cmp.Compare(b.On, a.On), b.Entry.Compare(a.Entry)) })
	found := false
	for _, e := range log {
		if !e.Waiting && slices.Contains(p.only.kinds, e.What) {
			out, found = append(out, p.entryLine(e)), true
		}
	}
	if !found {
		empty := sheet.Line{ID: "none", Text: "nothing yet: a enters what you did and what changed", Open: p.add}
		if p.only.id != "" {
			empty = sheet.Line{ID: "none", Text: "nothing of this kind: f shows others"}
		}
		out = append(out, empty)
	}
	return out
}

func (p *Page) entryLine(e casefile.LogEntry) sheet.Line {
	p.log[e.Entry] = e
	l := sheet.Line{ID: e.Entry.String(), Label: p.short(e.On), Rules: []string{ruleOf(e.What)}, Entry: e.Entry, More: p.moreOf(e), Below: p.whole(e),
		Open: func() tea.Cmd { p.Desk.Nav.Push(newEntry(p.Desk, p.Child, e)); return nil }}
	l.Text = sheet.Sentence(string(e.What)) + ": " + p.Desk.Private(strings.Join(strings.Fields(e.Text), " "))
	if e.With != "" {
		l.Text = sheet.Sentence(string(e.What)) + ", " + p.Desk.Private(e.With) + ": " + p.Desk.Private(strings.Join(strings.Fields(e.Text), " "))
	}
	if e.Waiting || e.Untold() {
		l.Sign = kit.SignSoon
	}
	return l
}

// whole is an entry in full; nothing of it is told while names are hidden.
func (p *Page) whole(e casefile.LogEntry) []string {
	if p.Desk.Hidden() {
		return nil
	}
	out := []string{e.Text}
	for _, part := range [][2]string{{"What changed: ", e.Changed}, {"How you know: ", e.Evidence}, {"Told: ", e.ToldTo}, {"How: ", e.Way}} {
		if part[1] != "" {
			out = append(out, part[0]+part[1])
		}
	}
	if e.Minutes > 0 {
		out = append(out, "It took "+kit.Count(e.Minutes, "minute", "minutes")+".")
	}
	return out
}

// moreOf is what stands at the right of an entry: how long the wait, or that
// nobody was told.
func (p *Page) moreOf(e casefile.LogEntry) string {
	days, answered := e.Response()
	switch {
	case e.Waiting:
		return "waits " + kit.Count(int(p.Desk.Today()-e.AskedOn), "day", "days")
	case answered:
		return "answered in " + kit.Count(days, "day", "days")
	case e.Untold():
		return "nobody told yet"
	case e.Kept.Known():
		return "kept " + p.short(e.Kept)
	case e.What == casefile.Promise:
		return "not kept yet"
	}
	return ""
}

// short leaves the year out within this one.
func (p *Page) short(d workday.Date) string {
	if d.Year() == p.Desk.Today().Year() {
		return d.Short()
	}
	return d.Brief()
}
