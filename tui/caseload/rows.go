package caseload

import (
	"fmt"
	"slices"
	"strconv"

	"footprint/domain/casefile"
	list "footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

func arrange(rows []list.Row, lens list.Lens, order list.Order, today workday.Date, hidden bool, version int) arrangement {
	a := arrangement{version: version, order: list.Arrange(rows, lens, order, today), count: list.CountOf(rows, today)}
	a.haystacks = make([]string, len(rows))
	for _, i := range a.order {
		a.haystacks[i] = list.Haystack(rows[i], hidden)
	}
	return a
}

// Len is how many children are shown.
func (p *Page) Len() int { return len(p.shown) }

// ID is the child's file, which the cursor holds on to.
func (p *Page) ID(i int) string {
	if p.shown[i] >= len(p.desk.Rows()) {
		return ""
	}
	id := p.desk.Rows()[p.shown[i]].File
	return string(id[:])
}

// Index finds a child in what is shown.
func (p *Page) Index(id string) int {
	var want casefile.ID
	copy(want[:], id)
	rows := p.desk.Rows()
	return slices.IndexFunc(p.shown, func(at int) bool { return at < len(rows) && rows[at].File == want })
}

// Row formats one child.
func (p *Page) Row(i int) kit.Row {
	if p.shown[i] >= len(p.desk.Rows()) {
		return kit.Row{}
	}
	r := p.desk.Rows()[p.shown[i]]
	today := p.desk.Today()
	sign, next, tone := p.next(r)
	age := ""
	if years, known := r.Age(today, p.desk.Practice().Readings().LeapBirthday); known {
		age = strconv.Itoa(years)
	}
	prepared := ""
	if r.Total > 0 && r.Open(today) {
		prepared = p.desk.Nav.Theme().Bar(r.Ready, r.Total)
	}
	return kit.Row{Sign: sign, Cells: []kit.Cell{
		{Text: p.desk.Name(r), Tone: kit.Strong},
		{Text: age},
		{Text: next, Tone: tone},
		{Text: prepared, Tone: kit.Dim},
		p.footprint(r),
	}}
}

// footprint says how long ago the IRO was last there, or that text about the
// child is unfinished.
func (p *Page) footprint(r list.Row) kit.Cell {
	if p.desk.HasDraft(r.File) {
		return kit.Cell{Text: "draft", Tone: kit.Soon}
	}
	return kit.Cell{Text: since(r.Footprint, p.desk.Today()), Tone: kit.Dim}
}

// near is how many working days left put the sign on a row: two weeks, because
// at "due soon" (A-09, four weeks) half the list would carry it.
const near = 10

// next words the next review: "6th  Thu 26 Nov  3 days".
func (p *Page) next(r list.Row) (kit.Sign, string, kit.Tone) {
	today := p.desk.Today()
	if r.Missing == clock.PausedCustody {
		return kit.NoSign, "paused, in custody", kit.Dim
	}
	if !r.Open(today) && r.Missing != clock.HistoryUnknown {
		return kit.NoSign, "not looked after", kit.Dim
	}
	if r.Adult(today, p.desk.Practice().Readings().LeapBirthday) {
		return kit.SignSoon, "18 or over: ask", kit.Soon
	}
	if r.Finishing() {
		return p.finish(r.Finish)
	}
	status, left, dated := r.Standing(p.desk.Calendar(), today)
	if !dated {
		if r.Missing == clock.HistoryUnknown {
			return kit.SignSoon, "not known: ask", kit.Soon
		}
		return kit.NoSign, "no date: " + string(r.Missing), kit.Dim
	}
	no := "    "
	if r.ReviewNo > 0 {
		no = fmt.Sprintf("%-4s", workday.Ordinal(r.ReviewNo))
	}
	day := r.Due.Short()
	if r.Due.Year() != today.Year() {
		day = r.Due.Brief() // the year in place of the weekday, so that the days left are never cut
	}
	if status == clock.Overdue {
		return kit.SignLate, no + " was due " + day, kit.Late
	}
	sign := kit.NoSign
	if left <= near {
		sign = kit.SignSoon
	}
	return sign, no + " " + day + "  " + days(left), kit.Normal
}

// finish words a review that was begun and has to be finished.
func (p *Page) finish(by workday.Date) (kit.Sign, string, kit.Tone) {
	if by < p.desk.Today() {
		return kit.SignLate, "to finish by " + by.Short(), kit.Late
	}
	return kit.SignSoon, "finish by " + by.Short(), kit.Normal
}

func days(n int) string {
	switch n {
	case 0:
		return "today"
	case 1:
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}

// since words how long ago the last footprint was.
func since(d, today workday.Date) string {
	switch n := int(today - d); {
	case !d.Known():
		return "new"
	case n <= 0:
		return "today"
	default:
		return days(n)
	}
}
