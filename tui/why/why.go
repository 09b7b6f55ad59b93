// Package why shows why a date is the day it is: the rule in a sentence, the
// fact it starts from, the arithmetic day by day, what was passed over, which
// other clocks run, what would change it, and where the rule stands.
//
// It lays out explanations the domain gives and works out nothing itself.
package why

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/rule"
)

// Why is everything one explanation shows.
type Why struct {
	Title string // "Why Thu 26 Nov 2026?"
	clock.Explanation
	Holidays    []workday.Holiday // passed over
	Others      []string          // other clocks that run, in words
	OnlyClock   bool              // no other clock runs, and that is worth saying
	Rules       []string          // the ids behind it, the governing one first
	Source      string            // with the verification in words
	Provisional bool              // beyond the published bank holidays
}

// Page is the overlay; r reads the rules in full.
func Page(n *kit.Nav, w Why) kit.Page {
	read := kit.Action{ID: "why.rule", Keys: []string{"r"}, Words: "the rule in full", Group: "This date", Foot: 1, Do: func() tea.Cmd {
		n.Open(rule.Page(n, w.Rules))
		return nil
	}}
	if len(w.Rules) == 0 {
		read.Disabled = "No single rule stands behind this date."
	}
	return kit.NewReader(n.Theme(), w.Title, func(width int) []string { return w.lines(n.Theme(), width) }, read)
}

// Deadline explains one limit of a child, named as on screen. clocks are all
// that run for the child; a review's limit is explained among them.
func Deadline(n *kit.Nav, d clock.Deadline, clocks clock.Clocks, child string) kit.Page {
	w := Why{Title: titled("Why "+d.Due.Long()+"?", child), Explanation: d.Why, Holidays: d.Holidays, Source: d.Source, Provisional: d.Provisional}
	if r, ok := handbook.RuleByID(d.Rule); ok {
		w.Rules, w.Source = []string{d.Rule}, r.Citation()
	}
	if d.Regime != "" {
		w.Others = undated(clocks)
		w.OnlyClock = len(clocks.Regimes) == 1
	}
	return Page(n, w)
}

// undated names the clocks that run and give no day of their own now.
func undated(clocks clock.Clocks) []string {
	var out []string
	for _, r := range clocks.Regimes {
		if !slices.ContainsFunc(clocks.Reviews, func(d clock.Deadline) bool { return d.Regime == r }) {
			out = append(out, r.Words())
		}
	}
	return out
}

func titled(question, child string) string {
	if child == "" {
		return question
	}
	return question + " · " + child
}

// Review explains the date of a child's next review, or says what has to be
// known before there can be one. The child's file must have been read.
func Review(d *desk.Desk, id casefile.ID) kit.Page {
	c := d.Case(id)
	if c == nil {
		return kit.NewText(d.Nav.Theme(), "Why this date?", "The file is still being read. Try again in a moment.")
	}
	row, _ := d.Row(id)
	name := d.Name(row)
	clocks := d.Clocks(c)
	if i := slices.IndexFunc(clocks.Deadlines, func(o clock.Deadline) bool { return o.Rule == "RT-11" && !o.Done }); row.Finishing() && i >= 0 {
		return Deadline(d.Nav, clocks.Deadlines[i], clocks, name) // what the list shows
	}
	if clocks.Governing != nil {
		return Deadline(d.Nav, *clocks.Governing, clocks, name)
	}
	w := Why{Title: titled("Why is there no date?", name)}
	switch clocks.Missing {
	case clock.HistoryUnknown:
		w.Sentence = "The next review's date is not known, and none is made up."
	case clock.NotLookedAfter:
		w.Sentence = "The child is not looked after today, so no review is due."
	case clock.PausedCustody:
		w.Sentence = "The child is in custody and not looked after, so no review is due. The case is kept for their return."
	case clock.Adult:
		w.Sentence = "The child is 18 or over by the date of birth on file."
	}
	if clocks.Ask != "" {
		w.Notes = []string{clocks.Ask}
	}
	return Page(d.Nav, w)
}

// lines lays the explanation out with a margin of three.
func (w Why) lines(t *kit.Theme, width int) []string {
	room := max(min(width-4, 92), 1)
	text := func(s string) []string { return kit.Indent(kit.Wrap(kit.Clean(s), room), 3) }
	var out []string
	gap := func() {
		if len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, "")
		}
	}
	out = append(out, text(w.Sentence)...)
	out = append(out, steps(t, w.Steps, room)...)
	gap()
	for _, n := range w.Notes {
		out = append(out, text(n)...)
	}
	if w.countsWorkingDays() {
		for _, h := range w.Holidays {
			out = append(out, text("Not counted: "+h.Name+", "+h.Date.Long()+".")...)
		}
	}
	if w.Provisional && !strings.Contains(strings.Join(w.Notes, " "), "provisional") {
		out = append(out, text("The bank holidays of that year are not published yet, so this day is provisional.")...)
	}
	gap()
	out = append(out, w.others(t, room)...)
	gap()
	out = append(out, steps(t, w.If, room)...)
	gap()
	out = append(out, w.source(t, room)...)
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return out
}

// countsWorkingDays reports whether holidays changed the arithmetic: months and
// weeks run over them.
func (w Why) countsWorkingDays() bool {
	return slices.ContainsFunc(w.Steps, func(s clock.Step) bool { return strings.Contains(s.Label, "working day") })
}

// others names the other clocks that run.
func (w Why) others(t *kit.Theme, room int) []string {
	var out []string
	if len(w.Explanation.Others) > 0 {
		out = append(out, "   "+t.Paint(kit.Dim, "Other clocks"))
		out = append(out, steps(t, w.Explanation.Others, room)...)
	}
	switch {
	case len(w.Others) > 0:
		out = append(out, kit.Indent(kit.Wrap("Other clocks that run: "+strings.Join(w.Others, ", ")+".", room), 3)...)
	case w.OnlyClock && len(w.Explanation.Others) == 0:
		out = append(out, kit.Indent(kit.Wrap("No other review clock runs for this child.", room), 3)...)
	}
	return out
}

// source gives the citation and the rule's id, and says when it is unverified.
func (w Why) source(t *kit.Theme, room int) []string {
	parts := w.Source
	if len(w.Rules) > 0 {
		if parts != "" {
			parts += " · "
		}
		word := "rule "
		if len(w.Rules) > 1 {
			word = "rules "
		}
		parts += word + strings.Join(w.Rules, ", ")
	}
	if t.ASCII() {
		parts = strings.ReplaceAll(parts, " · ", "; ")
	}
	out := kit.Indent(kit.Wrap(kit.Clean(parts), room), 3)
	for i := range out {
		out[i] = t.Paint(kit.Dim, out[i])
	}
	for _, id := range w.Rules {
		if r, ok := handbook.RuleByID(id); ok && r.Unverified() {
			out = append(out, kit.Indent(kit.Wrap(t.SignText(kit.SignSoon)+" "+id+" is not verified against the text of the law.", room), 3)...)
		}
	}
	if parts == "" {
		return nil
	}
	return out
}

// narrow is the room below which a step stands in two lines.
const narrow = 56

// steps lays steps out in three columns: label, day, note.
func steps(t *kit.Theme, list []clock.Step, room int) []string {
	label := 0
	for _, s := range list {
		label = max(label, kit.Width(s.Label))
	}
	const day = 15 // "Thu 26 Nov 2026"
	label = min(label, room/2)
	var out []string
	for _, s := range list {
		when := ""
		if s.Date.Known() {
			when = s.Date.Long()
		}
		if room < narrow {
			out = append(out, kit.Indent(kit.Wrap(strings.TrimSpace(kit.Clean(s.Label)+"  "+when+"  "+note(s)), room), 3)...)
			continue
		}
		labels := kit.Wrap(kit.Clean(s.Label), label)
		notes := kit.Wrap(note(s), max(room-label-day-4, 10))
		for i := range max(len(labels), len(notes)) {
			line := "   " + kit.Pad(at(labels, i), label) + "  "
			if i > 0 {
				when = ""
			}
			line += t.Paint(kit.Strong, kit.Pad(when, day)) + "  " + at(notes, i)
			out = append(out, strings.TrimRight(line, " "))
		}
	}
	return out
}

func note(s clock.Step) string {
	if s.Note == "" {
		return ""
	}
	return "(" + kit.Clean(s.Note) + ")"
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
