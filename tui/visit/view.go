package visit

import (
	"fmt"
	"slices"
	"strings"

	"footprint/domain/caseload"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// Title is the household, as far as names are shown.
func (p *Page) Title() string {
	p.refresh()
	if !p.known {
		return "Visit"
	}
	count := kit.Count(len(p.house.Here), "child", "children")
	name, household := p.house.Name()
	if p.desk.Hidden() {
		name = caseload.Initials(name, "")
	}
	name = kit.Clean(name)
	switch {
	case p.house.Placement == "":
		return "With " + p.nameOf(p.id) + ", no placement on file"
	case name == "":
		return "Where " + p.nameOf(p.id) + " lives, " + count
	case household:
		return "At the " + name + " household, " + count
	}
	return "At " + name + ", " + count
}

// Right says whether names are hidden; that is what matters here.
func (p *Page) Right() string {
	if p.desk.Hidden() {
		return "names hidden: p shows them"
	}
	return p.desk.Nav.Theme().Paint(kit.Soon, "names shown: p hides them")
}

// Subheader says what is being read or what is missing.
func (p *Page) Subheader(int) string {
	p.refresh()
	th := p.desk.Nav.Theme()
	reading := 0
	for _, id := range p.house.Unread {
		if !p.failed[id] {
			reading++
		}
	}
	switch {
	case !p.known:
		return ""
	case reading > 0:
		return " " + th.Paint(kit.Accent, "Reading "+kit.Count(reading, "file", "files")+"…")
	case len(p.failed) > 0:
		return " " + th.Paint(kit.Late, kit.Count(len(p.failed), "file", "files")+" could not be read, so somebody may be missing here")
	case p.house.Placement == "":
		return " " + th.Paint(kit.Soon, "Enter opens the case to enter the placement; then whoever lives there shows.")
	}
	return th.Paint(kit.Dim, " Notes are private; what a child said is shared only when you say so.")
}

// View gives the list.
func (p *Page) View() string {
	p.refresh()
	if !p.known {
		return p.desk.Nav.Theme().Empty(p.w, p.h, "This child is not on the caseload.", "", "esc", "back")
	}
	return p.table.View()
}

// SetSize keeps the room.
func (p *Page) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.Under("", nil)
	p.layout()
	p.table.SetSize(w, h)
	p.spell()
}

// layout gives initials less room than names.
func (p *Page) layout() {
	name := kit.Column{Min: 4}
	for _, c := range p.children {
		name.Min = max(name.Min, min(kit.Width(p.name(c.row)), 22))
	}
	p.table.SetColumns([]kit.Column{{Min: 1, Right: true}, name, {Min: 2, Right: true}, {Min: 20, Weight: 1}, {Min: 16, Drop: 1}})
}

// at is the child of a row; there is a heading above those elsewhere.
func (p *Page) at(i int) (child, bool) {
	here := len(p.house.Here)
	switch {
	case i > here:
		i--
	case i == here:
		return child{}, false
	}
	if i >= len(p.children) {
		return child{}, false
	}
	return p.children[i], true
}

// Len is how many rows there are.
func (p *Page) Len() int {
	n := len(p.children)
	if n > len(p.house.Here) {
		n++
	}
	return n
}

// ID is the child's file.
func (p *Page) ID(i int) string {
	c, _ := p.at(i)
	return c.row.File.String()
}

// Index finds a child's row.
func (p *Page) Index(id string) int {
	i := slices.IndexFunc(p.children, func(c child) bool { return c.row.File.String() == id })
	if i >= len(p.house.Here) {
		i++
	}
	return i
}

// Row gives one row.
func (p *Page) Row(i int) kit.Row {
	c, ok := p.at(i)
	if !ok {
		return kit.Row{Heading: "Brothers and sisters elsewhere"}
	}
	no, age, words, when, sign := "", "", "", "", kit.NoSign
	if c.no > 0 {
		no = fmt.Sprint(c.no)
	}
	if years, known := c.row.Age(p.day, p.desk.Practice().Readings().LeapBirthday); known {
		age = fmt.Sprint(years)
	}
	tone := kit.Normal
	switch {
	case !c.here:
		words = c.row.Where(p.day)
	case p.failed[c.row.File]:
		words, sign, tone = "the file could not be read", kit.SignLate, kit.Late
	case !c.read:
		words = "reading the file…"
	default:
		sign = signs[c.sitting.Press()]
		words, when = p.first(c.sitting)
		tone = tones[c.sitting.Press()]
	}
	return kit.Row{Sign: sign, Cells: []kit.Cell{{Text: no, Tone: kit.Accent}, {Text: p.name(c.row), Tone: kit.Strong}, {Text: age},
		{Text: words}, {Text: when, Tone: tone}}}
}

var (
	signs = map[caseload.Press]kit.Sign{caseload.PressLate: kit.SignLate, caseload.PressSoon: kit.SignSoon, caseload.PressOpen: kit.SignOpen}
	tones = map[caseload.Press]kit.Tone{caseload.PressLate: kit.Late, caseload.PressSoon: kit.Soon, caseload.PressOpen: kit.Normal}
)

// first is what presses most, with what is to be done with the child beside the
// review it is for.
func (p *Page) first(s caseload.Sitting) (words, when string) {
	matters := p.shown(s)
	top := matters[0]
	words = top.Words
	if top.Kind == caseload.OpenReview {
		if i := slices.IndexFunc(matters, func(m caseload.Matter) bool { return m.Kind == caseload.OpenTalk }); i >= 0 {
			_, what, _ := strings.Cut(matters[i].Words, ": ")
			words += "; to do: " + what
		}
	}
	return p.text(strings.Join(strings.Fields(words), " ")), p.when(top)
}

// shown leaves the child's own words out while names are hidden, and of what is
// to be done with the child only counts: those are matters of adults, such as
// how to ask the court to end the care order.
func (p *Page) shown(s caseload.Sitting) []caseload.Matter {
	if !p.desk.Hidden() {
		return s.Matters
	}
	out := slices.DeleteFunc(slices.Clone(s.Matters), func(m caseload.Matter) bool { return m.Kind == caseload.OpenWords })
	for i := range out {
		if out[i].Kind == caseload.OpenTalk {
			out[i].Words = "still to do with them: " + kit.Count(len(s.Open), "thing", "things")
		}
	}
	return out
}

// when is the day of a matter in few words.
func (p *Page) when(m caseload.Matter) string {
	if !m.Day.Known() {
		return ""
	}
	switch m.Kind {
	case caseload.OpenPromise, caseload.OpenAnswer:
		return p.since(m.Day)
	case caseload.OpenDecision, caseload.OpenTalk:
		return "by " + p.short(m.Day)
	}
	return p.short(m.Day)
}

// short leaves the year out within this one.
func (p *Page) short(d workday.Date) string {
	if d.Year() == p.day.Year() {
		return d.Short()
	}
	return d.Brief()
}

// spell writes below the row under the cursor everything that is open for the
// child. Where it is too long the last line says so.
func (p *Page) spell() {
	c, ok := p.selected()
	if !ok {
		p.table.Under("", nil)
		return
	}
	var lines []string
	for _, text := range p.whole(c) {
		lines = append(lines, kit.Indent(kit.Wrap(kit.CleanLines(text), max(p.w-9, 1)), 7)...)
	}
	if most := max(p.h-p.Len(), 4); len(lines) > most {
		lines = append(lines[:most-1], "       … Enter shows the rest")
	}
	for i := range lines {
		lines[i] = p.desk.Nav.Theme().Paint(kit.Selected, lines[i])
	}
	p.table.Under(c.row.File.String(), lines)
}

// whole is everything that is open for a child, each with its sign and day.
func (p *Page) whole(c child) []string {
	var out []string
	th := p.desk.Nav.Theme()
	if p.desk.Draft(c.row.File, noteDraft) != "" {
		out = append(out, th.SignText(kit.SignSoon)+" your unfinished note is kept: n opens it again")
	}
	if !c.read || !c.here {
		return out
	}
	for _, m := range p.shown(c.sitting) {
		text := th.SignText(signs[m.Press]) + " " + p.text(m.Words)
		if when := p.when(m); when != "" {
			text = strings.TrimRight(text, ". ") + ", " + when
		}
		out = append(out, text)
	}
	return out
}
