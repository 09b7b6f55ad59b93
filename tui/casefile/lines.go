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
)

// line is one line of the case: what it says, and what Enter does on it.
type line struct {
	id      string
	heading string
	sign    kit.Sign
	label   string
	text    string
	more    string
	tone    kit.Tone
	open    func() tea.Cmd  // Enter
	why     *clock.Deadline // w
	entry   file.ID         // of the timeline, for taking back
}

// build makes the lines of a case, section by section.
func (p *Page) build(c *file.Case) []line {
	if c == nil {
		return nil
	}
	b := &builder{p: p, c: c, today: p.desk.Today(), clocks: p.desk.Clocks(c)}
	b.next()
	b.now()
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
	lines  []line
}

func (b *builder) head(title string) {
	b.lines = append(b.lines, line{id: "head:" + title, heading: title})
}

func (b *builder) add(l line) { b.lines = append(b.lines, l) }

// next is what is due, or why there is no date and what would give one.
func (b *builder) next() {
	b.head("What is due, in working days")
	g := b.clocks.Governing
	if g == nil {
		l := line{id: "next", sign: kit.SignSoon, label: "Next review", text: string(b.clocks.Missing), open: b.p.editCare}
		b.add(l)
		if b.clocks.Ask != "" {
			b.add(line{id: "ask", text: b.clocks.Ask, tone: kit.Soon, open: b.p.editCare})
		}
	}
	b.due()
	if r, ok := b.c.InHand(); ok && r.Planned.Date.Known() {
		b.add(line{id: "planned", label: "Planned", text: strings.Join(compact(r.Planned.Date.Long(), r.Planned.Time), ", "), more: b.p.desk.Private(r.Planned.Venue), open: b.p.review})
	}
	if row, ok := b.p.desk.Row(b.c.ID); ok && row.Total > 0 {
		b.add(line{id: "prepared", label: "Prepared", text: b.p.desk.Nav.Theme().Bar(row.Ready, row.Total), open: b.p.review})
	}
}

// dueShown is how many due things the case lists before it points to the
// preparation for the rest.
const dueShown = 6

// due lists the next review first, then what else is due, soonest first.
func (b *builder) due() {
	all := caseload.DueOf(b.c, b.p.desk.Practice(), b.today)
	limits := slices.DeleteFunc(slices.Clone(all), func(d caseload.Due) bool { return d.Item != "" })
	items := slices.DeleteFunc(all, func(d caseload.Due) bool { return d.Item == "" })
	all = slices.Concat(limits, items)
	for _, d := range all[:min(dueShown, len(all))] {
		b.add(b.dueLine(d))
	}
	if more := len(all) - dueShown; more > 0 {
		b.add(line{id: "due:more", text: kit.Count(more, "more thing", "more things") + " to prepare: r opens the review", tone: kit.Dim, open: b.p.review})
	}
}

func (b *builder) dueLine(d caseload.Due) line {
	l := line{id: "due:" + d.ID, label: b.day(d.Due), text: d.What, more: remaining(d.Left) + ", " + d.Who.Words(), open: b.p.review}
	switch d.Status {
	case clock.Overdue:
		l.sign, l.tone, l.more = kit.SignLate, kit.Late, late(-d.Left)+", "+d.Who.Words()
	case clock.DueSoon:
		l.sign = kit.SignSoon
	}
	if i := slices.IndexFunc(b.clocks.Deadlines, func(o clock.Deadline) bool { return d.Item == "" && o.Rule == d.Rule && o.Due == d.Due }); i >= 0 {
		l.why = &b.clocks.Deadlines[i]
		l.open = func() tea.Cmd { return b.p.explain(*l.why) }
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
		b.add(line{id: "care", label: "Looked after", text: text, more: before(care.ReviewsBefore), open: b.p.editCare})
	} else {
		text := "not looked after today"
		if b.clocks.Missing == clock.HistoryUnknown {
			text = "since when is not known: Enter says it"
		}
		if all := b.c.Care(); len(all) > 0 && all[len(all)-1].End.Known() {
			text += "; care ended " + all[len(all)-1].End.Long()
		}
		b.add(line{id: "care", sign: kit.SignSoon, label: "Looked after", text: text, open: b.p.editCare})
	}
	if s, ok := b.c.StatusOn(b.today); ok {
		b.add(line{id: "status", label: "Legal status", text: file.StatusCode.Words(s.Code) + " (" + s.Code + ")", more: "since " + s.Start.Long(), open: func() tea.Cmd { return b.p.editStatus(s) }})
	} else {
		b.add(line{id: "status", label: "Legal status", text: "not known", tone: kit.Dim, open: b.p.addStatus})
	}
	pl, ok := b.c.PlacementOn(b.today)
	if !ok {
		b.add(line{id: "placement", label: "Placement", text: "not known", tone: kit.Dim, open: b.p.addPlacement})
		return
	}
	edit := func() tea.Cmd { return b.p.editPlacement(pl) }
	b.add(line{id: "placement", label: "Placement", text: file.PlacementCode.Words(pl.Code) + " (" + pl.Code + ")" + flags(pl), more: "since " + pl.Start.Long(), open: edit})
	for i, text := range compact(pl.Carer, pl.Address) {
		b.add(line{id: fmt.Sprint("place", i), text: b.p.desk.Private(text), open: edit})
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
		b.add(line{id: "carer", label: "Carer", text: b.p.desk.Private(pl.Carer), more: b.p.desk.Private(pl.Phone), open: func() tea.Cmd { return b.p.editPlacement(pl) }})
	}
	people := b.c.People(b.today)
	for _, person := range people {
		b.add(line{id: "person:" + person.ID.String(), label: sentence(string(person.Role)),
			text: b.p.desk.Private(strings.Join(compact(person.Name, person.Team), ", ")), more: b.p.desk.Private(cmp.Or(person.Phone, person.Email)),
			open: func() tea.Cmd { return b.p.editPerson(person) }})
	}
	if pl, _ := b.c.PlacementOn(b.today); len(people) == 0 && pl.Phone == "" {
		b.add(line{id: "person:none", text: "nobody entered yet: t adds a person", tone: kit.Dim, open: b.p.addPerson})
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
		b.add(line{id: fmt.Sprint("review", i), label: "Held", text: text, more: took(r.Held.Participation), open: func() tea.Cmd { return b.p.editHeld(r) }})
	}
	if !slices.ContainsFunc(all, file.Review.IsHeld) {
		b.add(line{id: "review:none", text: "none on file: v records one that was held", tone: kit.Dim, open: b.p.addHeld})
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
		b.add(line{id: "dob", label: "Born", text: b.p.desk.Private(dob.Long()), more: "16 on " + b.clocks.Sixteen.Long() + ", 18 on " + b.clocks.Eighteen.Long(), open: b.p.editFacts})
	}
	for _, f := range file.Facts() {
		v := b.c.Fact(f.Key)
		if v == "" || f.Key == file.FactDOB || f.Kind == file.YesNo && v == "no" {
			continue
		}
		if f.Kind == file.Text {
			v = b.p.desk.Private(v)
		}
		l := line{id: "fact:" + f.Key, label: f.Label, text: v, open: b.p.editFacts}
		if f.Kind == file.YesNo {
			l.label, l.text = "Yes", f.Label
		}
		b.add(l)
	}
}

func (b *builder) notes() {
	notes := b.c.Notes()
	b.head("Notes")
	if b.p.desk.Draft(b.c.ID, newNoteDraft) != "" {
		b.add(line{id: "note:draft", sign: kit.SignSoon, label: "Unfinished", text: "a note you began is kept: n opens it again", tone: kit.Soon, open: b.p.newNote})
	}
	for _, n := range slices.Backward(notes) {
		if n.Text == "" {
			continue
		}
		b.add(line{id: "note:" + n.Entry.String(), label: b.day(n.On), text: b.p.desk.Private(firstLine(n.Text)), more: n.Item, open: func() tea.Cmd { return b.p.editNote(n) }})
	}
	if len(notes) == 0 {
		b.add(line{id: "note:none", text: "none yet: n writes one", tone: kit.Dim, open: b.p.newNote})
	}
}

// timeline lists every entry, newest first, those taken back too.
func (b *builder) timeline() {
	b.head("Everything entered, the last entry first")
	for _, e := range slices.Backward(b.c.Entries) {
		l := line{id: "entry:" + e.ID.String(), label: b.day(e.On), text: b.p.desk.Private(firstLine(file.Describe(e))), more: e.By, entry: e.ID}
		if b.c.TakenBack(e.ID) {
			l.tone, l.more = kit.Dim, "taken back"
		}
		l.open = func() tea.Cmd { return b.p.readEntry(e) }
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

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
