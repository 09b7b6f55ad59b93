package people

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/workday"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// line is one line of the page: what it says, and what Enter does on it.
type line struct {
	id      string
	heading string
	sign    kit.Sign
	label   string
	text    string
	phone   string
	copied  string // which copy the person may be given
	more    string // told below the row under the cursor
	tone    kit.Tone
	open    func() tea.Cmd     // Enter
	person  *file.PersonStated // of a person's own row
	rule    string             // behind what is undecided or wrong
}

// part is one part of the list with the roles it holds.
type part struct {
	title string
	roles []file.Role
}

// parts are the parts of the list; a role of none of them is among the others.
func parts() []part {
	return []part{
		{"Professionals", []file.Role{file.SocialWorker, file.TeamManager, file.Manager, file.SupervisedBy, file.School, file.HealthContact,
			file.Advocate, file.Visitor, file.Interpreter, file.Guardian, file.Lawyer, file.YouthOffending, file.Adviser, file.Housing}},
		{"Carers", []file.Role{file.Carer, file.Adopter}},
		{"Family", []file.Role{file.Parent, file.Family}},
		{kinPart, []file.Role{file.Sibling, file.ParentInCare, file.ChildOf}},
	}
}

const (
	kinPart    = "Brothers, sisters and looked-after parents"
	othersPart = "Others"
)

// partOf is the part of the list a role is shown in.
func partOf(r file.Role) string {
	for _, s := range parts() {
		if slices.Contains(s.roles, r) {
			return s.title
		}
	}
	return othersPart
}

func professional(r file.Role) bool { return partOf(r) == "Professionals" }

// build makes the lines of a case, part by part.
func (p *Page) build(c *file.Case) []line {
	if c == nil {
		return nil
	}
	b := &builder{p: p, c: c, today: p.desk.Today()}
	b.people = c.People(b.today)
	b.alerts = caseload.PersonAlerts(c, p.here, b.today)
	if len(b.people) == 0 {
		b.lines = append(b.lines, line{id: "none", text: "Nobody is entered yet: t adds a person", tone: kit.Dim, open: p.add})
	}
	for _, s := range parts() {
		b.part(s.title)
	}
	b.part(othersPart)
	b.receiving()
	b.communication()
	b.left()
	return b.lines
}

// here reports whether a file is that of a child looked after now in this
// caseload.
func (p *Page) here(id file.ID) bool {
	row, ok := p.desk.Row(id)
	return ok && row.Open(p.desk.Today())
}

type builder struct {
	p      *Page
	c      *file.Case
	today  workday.Date
	people []file.PersonStated
	alerts []caseload.PersonAlert
	lines  []line
}

func (b *builder) head(title string) {
	b.lines = append(b.lines, line{id: "head:" + title, heading: title})
}

func (b *builder) add(l line) { b.lines = append(b.lines, l) }

// part lists the people of one part of the list; an empty part is left out.
func (b *builder) part(title string) {
	begun := len(b.lines)
	b.head(title)
	for _, person := range b.people {
		if partOf(person.Role) == title {
			b.person(person)
		}
	}
	switch title {
	case "Carers":
		b.placementCarer()
	case kinPart:
		b.kin()
	}
	if len(b.lines) == begun+1 {
		b.lines = b.lines[:begun]
	}
}

// person is the row of a person, with a line below for each thing that is
// undecided or wrong. That no copy is decided stands in the row itself.
func (b *builder) person(person file.PersonStated) {
	edit := func() tea.Cmd { return b.p.edit(person) }
	row := b.p.row(person)
	row.open = edit
	b.add(row)
	at := len(b.lines) - 1
	for _, a := range b.alerts {
		switch {
		case a.Person != person.ID || person.ID.Zero():
		case a.Rule == "RC-04" && !a.Wrong:
			b.lines[at].sign, b.lines[at].rule = kit.SignSoon, a.Rule
		default:
			b.add(alertLine(a, edit))
		}
	}
}

func alertLine(a caseload.PersonAlert, open func() tea.Cmd) line {
	l := line{id: "alert:" + a.Rule + a.Person.String(), sign: kit.SignSoon, tone: kit.Soon, text: sheet.Sentence(a.Words), open: open, rule: a.Rule}
	if a.Wrong {
		l.sign, l.tone = kit.SignLate, kit.Late
	}
	return l
}

// placementCarer is the carer named with the placement, while no carer is on
// the list.
func (b *builder) placementCarer() {
	place, ok := b.c.PlacementOn(b.today)
	listed := slices.ContainsFunc(b.people, func(o file.PersonStated) bool { return o.Role == file.Carer })
	if !ok || place.Carer == "" || listed {
		return
	}
	carer := file.PersonStated{Role: file.Carer, Name: place.Carer, Phone: place.Phone}
	b.add(line{id: "placement", label: "Carer", text: b.p.desk.Private(place.Carer) + ", from the placement: Enter adds them here",
		open: func() tea.Cmd { return b.p.push("form/person/carer", carer) }})
}

// kin asks the two questions the list cannot answer by itself, and says what
// the list suggests (HB 7.2; AP-05, AP-06).
func (b *builder) kin() {
	siblings, parents := caseload.LookedAfterKin(b.c, b.p.here, b.today)
	b.kinFact("sibling_group", siblings)
	b.kinFact("parent_looked_after", parents)
}

func (b *builder) kinFact(key string, listed int) {
	f, _ := file.FactByKey(key)
	l := line{id: "fact:" + key, text: f.Label + ": not answered", tone: kit.Dim, open: b.p.editKin}
	said := b.c.Fact(key)
	if said != "" {
		l.text = f.Label + ": " + said
	}
	switch {
	case listed > 0 && said != "yes":
		l.sign, l.tone = kit.SignSoon, kit.Soon
		l.text += "; " + kit.Count(listed, "listed", "listed")
	case listed == 0 && said == "yes":
		l.sign, l.tone = kit.SignSoon, kit.Soon
		l.text += "; none listed yet"
	}
	b.add(l)
}

// receiving gathers who may be given which copy of the record.
func (b *builder) receiving() {
	all := b.c.Recipients(b.today)
	if len(all) == 0 {
		return
	}
	b.head("What each may receive")
	for _, r := range all {
		l := line{id: "copy:" + string(r.Copy), label: sheet.Sentence(string(r.Copy)), text: kit.Count(len(r.People), "person", "people")}
		if r.Copy == "" {
			l.sign, l.label = kit.SignOpen, "Not decided"
		}
		if !b.p.desk.Hidden() {
			var names []string
			for _, person := range r.People {
				names = append(names, kit.Clean(person.Name))
			}
			l.text = strings.Join(names, "; ")
		}
		b.add(l)
	}
}

// left are the people whose time with the child is over.
func (b *builder) left() {
	gone := b.c.PeopleLeft(b.today)
	if len(gone) == 0 {
		return
	}
	b.head("No longer involved")
	for _, person := range gone {
		row := b.p.row(person)
		row.tone, row.text, row.copied = kit.Dim, row.text+", until "+person.To.Long(), ""
		row.open = func() tea.Cmd { return b.p.edit(person) }
		b.add(row)
	}
}
