package review

import (
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/kit"
)

// Title says whose review, which and when: "Maja Kowalska, 14 · 6th review
// Thu 26 Nov, 15:30 at home".
func (p *Page) Title() string {
	p.refresh() // the header is drawn first
	row, _ := p.desk.Row(p.id)
	title := p.desk.Name(row)
	if p.clocks.DOBKnown {
		title += ", " + strconv.Itoa(p.clocks.Age)
	}
	if !p.ok {
		return title + p.dot() + "review"
	}
	title += p.dot() + p.reviewName()
	plan := p.prep.Review.Planned
	switch {
	case p.prep.Begun:
		title += ", begun " + p.short(p.prep.Date) + ", not finished"
	case p.prep.Planned:
		title += " " + p.short(plan.Date)
		if plan.Time != "" {
			title += ", " + plan.Time
		}
		title += p.place(plan)
	case p.prep.Date.Known() && p.clocks.Governing != nil && p.clocks.Governing.Due < p.day:
		title += ", was due " + p.short(p.clocks.Governing.Due)
	case p.prep.Date.Known():
		title += ", plan for " + p.short(p.prep.Date)
	default:
		title += ", no date yet"
	}
	return title
}

func (p *Page) dot() string {
	if p.desk.Nav.Theme().ASCII() {
		return " - "
	}
	return " · "
}

// reviewName is "6th review", or "review" where the number is not known.
func (p *Page) reviewName() string {
	if p.prep.No == 0 {
		return "review"
	}
	return workday.Ordinal(p.prep.No) + " review"
}

func (p *Page) place(plan casefile.ReviewPlanned) string {
	switch {
	case plan.Home:
		return " at home"
	case plan.Venue != "" && !p.desk.Hidden():
		return " at " + kit.Clean(plan.Venue)
	}
	return ""
}

// short leaves out the year while it is this one or the day is near.
func (p *Page) short(d workday.Date) string {
	if d.Year() != p.day.Year() && (d > p.day+180 || d < p.day-180) {
		return d.Long()
	}
	return d.Short()
}

// Right says how ready the review is, with a bar where there is room.
func (p *Page) Right() string {
	p.refresh()
	if !p.ok {
		return ""
	}
	words := p.prep.Words()
	th := p.desk.Nav.Theme()
	bar, _, _ := strings.Cut(th.Bar(p.prep.Ready, p.prep.Total), " ")
	if kit.Width(p.Title())+kit.Width(bar)+1+kit.Width(words)+6 <= p.w {
		return bar + " " + words
	}
	return words
}

// Subheader is the line of phases with the sign of each.
func (p *Page) Subheader(w int) string {
	p.refresh()
	if !p.ok {
		return ""
	}
	parts := p.phaseParts()
	width := func() int {
		n := 1
		for _, part := range parts {
			n += kit.Width(part.plain) + 2
		}
		return n - 2
	}
	done := 0
	if width() > w && parts[0].sign != kit.SignDone {
		parts = parts[:len(parts)-1] // it has no sign to tell
	}
	for len(parts) > 1 && parts[0].sign == kit.SignDone && width()+len(" 9 done  ") > w {
		parts, done = parts[1:], done+1
	}
	var out []string
	if done > 0 {
		out = append(out, p.desk.Nav.Theme().Paint(kit.Dim, strconv.Itoa(done)+" done"))
	}
	for _, part := range parts {
		out = append(out, part.painted)
	}
	return " " + strings.Join(out, "  ")
}

type phasePart struct {
	sign           kit.Sign
	plain, painted string
}

func (p *Page) phaseParts() []phasePart {
	th := p.desk.Nav.Theme()
	here, _, _ := p.selected()
	var parts []phasePart
	for i, ph := range p.prep.Phases {
		if !ph.Worked {
			break
		}
		sign := p.signs[i]
		tone := kit.Normal
		if ph.ID == here.ID {
			tone = kit.Accent
		}
		name := p.phaseName(ph)
		parts = append(parts, phasePart{sign: sign, plain: name + " " + th.SignText(sign), painted: th.Paint(tone, name) + " " + th.Mark(sign)})
	}
	return append(parts, phasePart{plain: onTheDay, painted: th.Paint(kit.Dim, onTheDay)})
}

const onTheDay = "On the day"

// phaseName is the phase's name in the line of phases.
func (p *Page) phaseName(ph prep.Phase) string {
	switch ph.ID {
	case "P0":
		return "Setting up"
	case "P1":
		return "Opening"
	case "P2":
		return "Planning talk"
	case "P3":
		return "Invitations"
	case "P4":
		return "Papers"
	case "P5":
		return "With " + p.childName()
	}
	return ph.Title
}

// childName is the first name, or "the child" while names are hidden.
func (p *Page) childName() string {
	row, _ := p.desk.Row(p.id)
	first, _, _ := strings.Cut(strings.TrimSpace(kit.Clean(row.Name)), " ")
	if p.desk.Hidden() || first == "" {
		return "the child"
	}
	return first
}

// pressing gives the more pressing of a phase's sign so far and an item's: a
// phase is done when every item is answered.
func pressing(phase, item kit.Sign) kit.Sign {
	for _, sign := range []kit.Sign{kit.SignLate, kit.SignSoon, kit.SignOpen} {
		if phase == sign || item == sign {
			return sign
		}
	}
	return kit.SignDone
}

// near is how many working days ahead an open item is marked as soon.
const near = 5

// sign is how an item stands.
func (p *Page) sign(item prep.Item) kit.Sign {
	switch item.Answer.Answer {
	case casefile.Done:
		return kit.SignDone
	case casefile.NotDone:
		return kit.SignNotDone
	case casefile.NotApplicable:
		return kit.SignNotApply
	}
	status, left := item.Standing(p.desk.Context())
	switch {
	case status == clock.Overdue:
		return kit.SignLate
	case status == clock.DueSoon && left <= near:
		return kit.SignSoon
	}
	return kit.SignOpen
}
