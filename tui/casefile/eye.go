package casefile

import (
	"fmt"
	"strings"

	file "footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/review"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// eye is what wants the IRO's eye and is no date: moves nobody told of, changes
// that wait for a review, what is undecided about people.
func (b *builder) eye() {
	var out []sheet.Line
	for _, m := range b.c.UntoldMoves() {
		out = append(out, sheet.Line{ID: "untold:" + m.ID.String(), Sign: kit.SignLate, Label: b.day(m.Start), Text: "A move you were not told about: " + file.PlacementCode.Words(m.Code),
			More: "came with an import", Rules: []string{"MO-17"}, Open: b.p.to(b.p.doors.Events)})
	}
	x := b.p.desk.Context()
	facts := review.FactsForChanges(b.c, b.clocks, x)
	for _, ch := range b.c.OpenProposals() {
		standing := review.StandingOf(b.c, facts, x, ch)
		out = append(out, sheet.Line{ID: "proposal:" + ch.ID.String(), Sign: kit.SignSoon, Label: b.day(ch.ProposedOn), Text: "Proposed: " + ch.What.Words(), More: string(standing), Open: b.p.to(b.p.doors.Events)})
	}
	for i, a := range caseload.PersonAlerts(b.c, b.here, b.today) {
		sign := kit.SignSoon
		if a.Wrong {
			sign = kit.SignLate
		}
		out = append(out, sheet.Line{ID: fmt.Sprint("person alert ", i), Sign: sign, Label: "People", Text: b.p.desk.Private(a.Words), Rules: []string{a.Rule}, Open: b.p.to(b.p.doors.People)})
	}
	if len(out) > 0 {
		b.head("For your eye")
		b.lines = append(b.lines, out...)
	}
}

// officer is the IRO named for the child, once one was entered; another than
// the one at the desk is told.
func (b *builder) officer() {
	a, ok := b.c.AppointedOn(b.today)
	if !ok {
		return
	}
	l := sheet.Line{ID: "officer", Label: "IRO", Text: b.p.desk.Private(a.Name), More: "since " + a.From.Long(), Rules: []string{"AP-01"}, Open: b.p.to(b.p.doors.Appointments)}
	if me := b.p.desk.Practice().Profile().Name; me != "" && caseload.Fold(me) != caseload.Fold(a.Name) {
		l.Sign, l.Text = kit.SignSoon, l.Text+", not you"
	}
	b.add(l)
}

// here reports whether a file is of a child looked after on this caseload.
func (b *builder) here(id file.ID) bool {
	row, ok := b.p.desk.Row(id)
	return ok && row.Open(b.today)
}

// more leads to the other screens about the child, with how much is on each.
func (b *builder) more() {
	b.head("More about the child")
	link := func(id, key, text, more string, door func(file.ID) kit.Page) {
		b.add(sheet.Line{ID: "more:" + id, Label: key, Text: text, More: more, Open: b.p.to(door)})
	}
	undecided := 0
	for _, ev := range b.c.Events() {
		if ev.Open() {
			undecided++
		}
	}
	log := b.c.Log()
	last := ""
	if len(log) > 0 {
		last = "last " + b.day(log[len(log)-1].On)
	}
	link("clocks", "c", "Clocks, and what a change would do", kit.Count(max(len(b.clocks.Reviews), 1), "review clock", "review clocks"), b.p.doors.Clocks)
	link("people", "p", "People, and what each may receive", kit.Count(len(b.c.People(b.today)), "person", "people"), b.p.doors.People)
	link("events", "i", "Events and proposed changes", kit.Count(undecided, "to decide", "to decide"), b.p.doors.Events)
	link("documents", "d", "Documents and their versions", kit.Count(len(b.c.Documents()), "on file", "on file"), b.p.doors.Documents)
	link("visits", "s", "Social worker's visits", kit.Count(len(b.c.Visits()), "on file", "on file"), b.p.doors.Visits)
	link("situations", "o", "Adoption, custody, court, hospital, breaks", "", b.p.doors.Situations)
	link("iro", "h", "IROs and handover", "", b.p.doors.Appointments)
	link("log", "l", "Log of what you did", last, b.p.doors.Log)
}

// showStops lists, over the form, every item that stops the review from being
// closed.
func (p *Page) showStops(c *file.Case) {
	prep, ok := review.Prepare(c, p.desk.Clocks(c), p.desk.Context())
	stops := review.Stops(prep)
	if !ok || len(stops) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString("Each of these needs an answer first: done, or not done with the reason. r on the case opens the list.\n\n")
	for _, item := range stops {
		b.WriteString("- " + item.Label + "\n")
	}
	b.WriteString("\nA review that goes on is recorded as not finished; its list stays open.")
	p.desk.Nav.Open(kit.NewText(p.desk.Nav.Theme(), "What stops closing", b.String()))
}
