package casefile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Lines makes the lines of a case, section by section.
func (p *Page) Lines(c *file.Case) []sheet.Line {
	b := &builder{p: p, c: c, today: p.desk.Today(), clocks: p.desk.Clocks(c)}
	b.next()
	b.eye()
	b.now()
	b.more()
	b.people()
	b.reviews()
	b.facts()
	b.notes()
	b.timeline()
	return b.lines
}

type builder struct {
	p      *Page
	c      *file.Case
	today  workday.Date
	clocks clock.Clocks
	lines  []sheet.Line
}

func (b *builder) head(title string) {
	b.lines = append(b.lines, sheet.Line{ID: "head:" + title, Heading: title})
}

func (b *builder) add(l sheet.Line) { b.lines = append(b.lines, l) }

// next is what is due, or why there is no date and what would give one.
func (b *builder) next() {
	b.head("What is due, in working days")
	g := b.clocks.Governing
	if g == nil {
		l := sheet.Line{ID: "next", Sign: kit.SignSoon, Label: "Next review", Text: string(b.clocks.Missing), Open: b.p.editCare}
		b.add(l)
	}
	if b.clocks.Ask != "" {
		b.add(sheet.Line{ID: "ask", Text: b.clocks.Ask, Tone: kit.Soon, Open: b.p.editCare})
	}
	b.due()
	if r, ok := b.c.InHand(); ok && r.Planned.Date.Known() {
		b.add(sheet.Line{ID: "planned", Label: "Planned", Text: strings.Join(compact(r.Planned.Date.Long(), r.Planned.Time), ", "), More: b.p.desk.Private(r.Planned.Venue), Open: b.p.review})
	}
	if row, ok := b.p.desk.Row(b.c.ID); ok && row.Total > 0 {
		b.add(sheet.Line{ID: "prepared", Label: "Prepared", Text: b.p.desk.Nav.Theme().Bar(row.Ready, row.Total), Open: b.p.review})
	}
}

// dueShown is how many due things the case lists before it points to the
// preparation for the rest.
const dueShown = 6

// due lists the next review first, then what else is due, soonest first.
func (b *builder) due() {
	all := caseload.DueOf(b.c, b.p.desk.Practice(), b.today)
	slices.SortStableFunc(all, func(a, c caseload.Due) int { return cmp.Compare(b.rank(a), b.rank(c)) })
	for _, d := range all[:min(dueShown, len(all))] {
		b.add(b.dueLine(d))
	}
	if more := len(all) - dueShown; more > 0 {
		b.add(sheet.Line{ID: "due:more", Text: kit.Count(more, "more thing", "more things") + ": r opens the review, D the decisions, y what follows the last review", Tone: kit.Dim, Open: b.p.review})
	}
}

// rank puts the next review first, then the other limits, then the items.
func (b *builder) rank(d caseload.Due) int {
	g := b.clocks.Governing
	switch {
	case g != nil && d.Rule == g.Rule && d.Due == g.Due && d.Item == "":
		return 0
	case d.Item == "":
		return 1
	}
	return 2
}

func (b *builder) dueLine(d caseload.Due) sheet.Line {
	l := sheet.Line{ID: "due:" + d.ID, Label: b.day(d.Due), Text: b.p.desk.What(d.What), More: remaining(d.Left) + ", " + d.Who.Words(), Open: b.p.review}
	switch d.Status {
	case clock.Overdue:
		l.Sign, l.Tone, l.More = kit.SignLate, kit.Late, late(-d.Left)+", "+d.Who.Words()
	case clock.DueSoon:
		l.Sign = kit.SignSoon
	}
	if i := slices.IndexFunc(b.clocks.Deadlines, func(o clock.Deadline) bool {
		return d.Item == "" && o.Rule == d.Rule && o.Due == d.Due && o.Decision == d.Decision
	}); i >= 0 {
		l.Why = &b.clocks.Deadlines[i]
		l.Open = func() tea.Cmd { return b.p.explain(*l.Why) }
	}
	switch {
	case !d.Decision.Zero():
		l.Open = b.p.to(b.p.doors.Decisions)
	case strings.HasPrefix(d.Rule, "RC-"):
		l.Open = b.p.to(b.p.doors.After)
	}
	return l
}

// day is short within this year.
func (b *builder) day(d workday.Date) string {
	if d.Year() == b.today.Year() {
		return d.Short()
	}
	return d.Long()
}

func late(n int) string {
	if n == 0 {
		return "late"
	}
	return kit.Count(n, "day late", "days late")
}

func remaining(n int) string {
	if n == 0 {
		return "today"
	}
	return kit.Count(n, "day left", "days left")
}

// now is where the child stands in law and lives.
func (b *builder) now() {
	b.head("Now")
	if care, ok := b.c.CareOn(b.today); ok {
		text := "since " + care.Start.Long()
		if !care.StartKnown() {
			text = "start not known; in care by " + care.Since.Long()
		}
		b.add(sheet.Line{ID: "care", Label: "Looked after", Text: text, More: before(care.ReviewsBefore), Open: b.p.editCare})
	} else {
		text := "not looked after today"
		if b.clocks.Missing == clock.HistoryUnknown {
			text = "since when is not known: Enter says it"
		}
		if all := b.c.Care(); len(all) > 0 && all[len(all)-1].End.Known() {
			text += "; care ended " + all[len(all)-1].End.Long()
		}
		b.add(sheet.Line{ID: "care", Sign: kit.SignSoon, Label: "Looked after", Text: text, Open: b.p.editCare})
	}
	b.officer()
	if s, ok := b.c.StatusOn(b.today); ok {
		b.add(sheet.Line{ID: "status", Label: "Legal status", Text: file.StatusCode.Words(s.Code) + " (" + s.Code + ")", More: "since " + s.Start.Long(), Open: func() tea.Cmd { return b.p.editStatus(s) }})
	} else {
		b.add(sheet.Line{ID: "status", Label: "Legal status", Text: "not known", Tone: kit.Dim, Open: b.p.addStatus})
	}
	pl, ok := b.c.PlacementOn(b.today)
	if !ok {
		b.add(sheet.Line{ID: "placement", Label: "Placement", Text: "not known", Tone: kit.Dim, Open: b.p.addPlacement})
		return
	}
	edit := func() tea.Cmd { return b.p.editPlacement(pl) }
	b.add(sheet.Line{ID: "placement", Label: "Placement", Text: file.PlacementCode.Words(pl.Code) + " (" + pl.Code + ")" + flags(pl), More: "since " + pl.Start.Long(), Open: edit})
	for i, text := range compact(pl.Carer, pl.Address) {
		b.add(sheet.Line{ID: fmt.Sprint("place", i), Text: b.p.desk.Private(text), Open: edit})
	}
}

func flags(p file.PlacementStated) string {
	var out string
	if p.OutOfArea {
		out += ", out of area"
	}
	if p.Emergency {
		out += ", emergency"
	}
	return out
}

func before(n int) string {
	switch {
	case n < 0:
		return "earlier reviews not known"
	case n == 0:
		return ""
	}
	return kit.Count(n, "review before this file", "reviews before this file")
}

// people is who to telephone.
func (b *builder) people() {
	b.head("Who to telephone")
	if pl, ok := b.c.PlacementOn(b.today); ok && pl.Phone != "" {
		b.add(sheet.Line{ID: "carer", Label: "Carer", Text: b.p.desk.Private(pl.Carer), More: b.p.desk.Private(pl.Phone), Open: func() tea.Cmd { return b.p.editPlacement(pl) }})
	}
	people := b.c.People(b.today)
	for _, person := range people {
		warning := ""
		if person.NoAddress {
			warning = "hide address"
		}
		b.add(sheet.Line{ID: "person:" + person.ID.String(), Label: sheet.Sentence(string(person.Role)),
			Text: b.p.desk.Private(strings.Join(compact(person.Name, warning, person.Team), ", ")), More: b.p.desk.Private(cmp.Or(person.Phone, person.Email)),
			Open: func() tea.Cmd { return b.p.editPerson(person) }})
	}
	if pl, _ := b.c.PlacementOn(b.today); len(people) == 0 && pl.Phone == "" {
		b.add(sheet.Line{ID: "person:none", Text: "nobody entered yet: t adds a person", Tone: kit.Dim, Open: b.p.addPerson})
	}
}

func (b *builder) reviews() {
	b.head("Reviews")
	all := b.c.Reviews()
	for i, r := range slices.Backward(all) {
		if !r.IsHeld() {
			continue
		}
		text := r.Held.Recorded.Long()
		if !r.Held.Completed.Known() {
			text += ", not finished yet"
		} else if r.Held.Completed != r.Held.Recorded {
			text += ", finished " + r.Held.Completed.Long()
		}
		if r.Held.NotCounted {
			text += ", does not count for the cycle"
		}
		b.add(sheet.Line{ID: fmt.Sprint("review", i), Label: "Held", Text: text, More: took(r.Held.Participation), Open: func() tea.Cmd { return b.p.editHeld(r) }})
	}
	if !slices.ContainsFunc(all, file.Review.IsHeld) {
		b.add(sheet.Line{ID: "review:none", Text: "none on file: v records one that was held", Tone: kit.Dim, Open: b.p.addHeld})
	}
}

// took words how the child took part.
func took(code string) string {
	if code == "" {
		return ""
	}
	return file.ParticipationCode.Words(code)
}

func (b *builder) facts() {
	b.head("About the child")
	if dob := b.c.DOB(); dob.Known() {
		b.add(sheet.Line{ID: "dob", Label: "Born", Text: b.p.desk.Private(dob.Long()), More: b.p.desk.Private("16 on " + b.clocks.Sixteen.Long() + ", 18 on " + b.clocks.Eighteen.Long()), Open: b.p.editFacts})
	}
	for _, f := range file.Facts() {
		v := b.c.Fact(f.Key)
		if v == "" || f.Key == file.FactDOB || f.Kind == file.YesNo && v == "no" {
			continue
		}
		switch f.Kind {
		case file.Text:
			v = b.p.desk.Private(v)
		case file.Day:
			v = b.c.FactOn(f.Key).Long()
		}
		l := sheet.Line{ID: "fact:" + f.Key, Label: f.Label, Text: v, Open: b.p.editFacts}
		if f.Kind == file.YesNo {
			l.Label, l.Text = "Yes", f.Label
		}
		b.add(l)
	}
}

func (b *builder) notes() {
	notes := b.c.Notes()
	b.head("Notes")
	if b.p.desk.Draft(b.c.ID, newNoteDraft) != "" {
		b.add(sheet.Line{ID: "note:draft", Sign: kit.SignSoon, Label: "Unfinished", Text: "a note you began is kept: n opens it again", Tone: kit.Soon, Open: b.p.newNote})
	}
	for _, n := range slices.Backward(notes) {
		if n.Text == "" {
			continue
		}
		b.add(sheet.Line{ID: "note:" + n.Entry.String(), Label: b.day(n.On), Text: b.p.desk.Private(firstLine(n.Text)), More: n.Item, Open: func() tea.Cmd { return b.p.editNote(n) }})
	}
	if len(notes) == 0 {
		b.add(sheet.Line{ID: "note:none", Text: "none yet: n writes one", Tone: kit.Dim, Open: b.p.newNote})
	}
}

// timeline lists every entry, newest first, those taken back too.
func (b *builder) timeline() {
	b.head("Everything entered, the last entry first")
	for _, e := range slices.Backward(b.c.Entries) {
		l := sheet.Line{ID: "entry:" + e.ID.String(), Label: b.day(e.On), Text: b.p.desk.Private(firstLine(file.Describe(e))), More: e.By, Entry: e.ID}
		if b.c.TakenBack(e.ID) {
			l.Tone, l.More = kit.Dim, "taken back"
		}
		l.Open = func() tea.Cmd { return b.p.readEntry(e) }
		b.add(l)
	}
}

func firstLine(s string) string {
	first, rest, more := strings.Cut(strings.TrimSpace(s), "\n")
	if more && strings.TrimSpace(rest) != "" {
		first += " …"
	}
	return first
}

func compact(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}
