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
)

// line is one line of the log's screen.
type line struct {
	id      string
	heading string
	sign    kit.Sign
	label   string
	text    string
	more    string
	whole   []string // shown under the row while the cursor is on it
	rule    string
	entry   casefile.LogEntry // its Entry is zero on lines that are no entry
	open    func() tea.Cmd    // Enter
}

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

func (p *Page) build() []line {
	if p.seen == nil {
		return nil
	}
	log := p.seen.Log()
	out := p.watching(log)
	if waiting := p.seen.Unanswered(); len(waiting) > 0 {
		out = append(out, line{id: "head:waiting", heading: "Waits for your answer"})
		for _, e := range waiting {
			out = append(out, p.entryLine(e))
		}
	}
	return append(out, p.entries(log)...)
}

// watching says how the case is watched (QA-02), when the last footprint was
// and how long people waited for an answer (QA-13).
func (p *Page) watching(log []casefile.LogEntry) []line {
	c := p.seen
	how, where := c.Fact(casefile.FactMonitoring), p.desk.Private(c.Fact(factHow))
	watch := line{id: "watch", label: "Closeness", text: how, rule: "QA-02", open: p.editWatch}
	if how == "" {
		watch.sign, watch.text = kit.SignSoon, "not entered yet: Enter chooses it"
	}
	out := []line{{id: "head:watch", heading: "How you watch this case"}, watch,
		{id: "where", label: "How, where", text: cmp.Or(where, "not entered yet"), rule: "QA-02", open: p.editWatch}}
	last := line{id: "last", label: "Footprint", text: "none of yours on this file yet", rule: "QA-01", open: p.add}
	if on := c.LastFootprint(); on.Known() {
		last.text, last.more = ago(int(p.day-on)), on.Long()
	}
	out = append(out, last)
	if words := responses(log); words != "" {
		out = append(out, line{id: "contacts", label: "Answers", text: words, rule: "QA-13"})
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
func (p *Page) entries(log []casefile.LogEntry) []line {
	title := "The log, newest first"
	if p.only.id != "" {
		title += ", only: " + p.only.words
	}
	out := []line{{id: "head:log", heading: title}}
	if p.draft {
		out = append(out, line{id: "draft", sign: kit.SignSoon, label: "Unfinished", text: "an entry you began is kept: a opens it again", open: p.add})
	}
	slices.SortStableFunc(log, func(a, b casefile.LogEntry) int { return cmp.Or(cmp.Compare(b.On, a.On), b.Entry.Compare(a.Entry)) })
	found := false
	for _, e := range log {
		if !e.Waiting && slices.Contains(p.only.kinds, e.What) {
			out, found = append(out, p.entryLine(e)), true
		}
	}
	if !found {
		empty := line{id: "none", text: "nothing yet: a enters what you did and what changed", open: p.add}
		if p.only.id != "" {
			empty = line{id: "none", text: "nothing of this kind: f shows others"}
		}
		out = append(out, empty)
	}
	return out
}

func (p *Page) entryLine(e casefile.LogEntry) line {
	l := line{id: e.Entry.String(), label: p.short(e.On), rule: ruleOf(e.What), entry: e, more: p.moreOf(e),
		open: func() tea.Cmd { p.desk.Nav.Push(newEntry(p.desk, p.id, e)); return nil }}
	l.text = sentence(string(e.What)) + ": " + p.desk.Private(strings.Join(strings.Fields(e.Text), " "))
	if e.With != "" {
		l.text = sentence(string(e.What)) + ", " + p.desk.Private(e.With) + ": " + p.desk.Private(strings.Join(strings.Fields(e.Text), " "))
	}
	if e.Waiting || e.Untold() {
		l.sign = kit.SignSoon
	}
	l.whole = append(l.whole, e.Text)
	for _, part := range [][2]string{{"What changed: ", e.Changed}, {"How you know: ", e.Evidence}, {"Told: ", e.ToldTo}, {"How: ", e.Way}} {
		if part[1] != "" {
			l.whole = append(l.whole, part[0]+part[1])
		}
	}
	if e.Minutes > 0 {
		l.whole = append(l.whole, "It took "+kit.Count(e.Minutes, "minute", "minutes")+".")
	}
	return l
}

// moreOf is what stands at the right of an entry: how long the wait, or that
// nobody was told.
func (p *Page) moreOf(e casefile.LogEntry) string {
	days, answered := e.Response()
	switch {
	case e.Waiting:
		return "waits " + kit.Count(int(p.day-e.AskedOn), "day", "days")
	case answered:
		return "answered in " + kit.Count(days, "day", "days")
	case e.Untold():
		return "nobody told yet"
	}
	return ""
}

// short leaves the year out within this one.
func (p *Page) short(d workday.Date) string {
	if d.Year() == p.day.Year() {
		return d.Short()
	}
	return d.Brief()
}
