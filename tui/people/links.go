package people

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	file "footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// children are the files a brother, sister, parent or child may be linked to:
// those of the same surname first, then all by name.
func children(d *desk.Desk, self file.ID) []kit.Option {
	own, _ := d.Row(self)
	surname := lastWord(caseload.Fold(own.Name))
	type child struct {
		row    caseload.Row
		folded string
		other  bool // of another surname
	}
	var all []child
	for _, r := range d.Rows() {
		if r.File != self {
			folded := caseload.Fold(r.Name)
			all = append(all, child{r, folded, surname == "" || lastWord(folded) != surname})
		}
	}
	slices.SortFunc(all, func(a, b child) int {
		if a.other != b.other {
			if b.other {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(a.row.Ref, b.row.Ref))
	})
	options := []kit.Option{{ID: "", Words: "no file in this caseload"}}
	for _, c := range all {
		words := d.Name(c.row)
		if !strings.Contains(words, c.row.Ref) {
			words += ", " + c.row.Ref
		}
		options = append(options, kit.Option{ID: c.row.File.String(), Words: words})
	}
	return options
}

func lastWord(s string) string {
	words := strings.Fields(s)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// noMirror says why this child cannot be entered on the person's own file now.
func (p *Page) noMirror(l line) string {
	if why := p.noCase(l); why != "" {
		return why
	}
	other := p.desk.Case(l.person.Child)
	switch {
	case other == nil:
		return "Their file is still being read."
	case l.person.Left(p.desk.Today()):
		return "They are no longer involved."
	}
	if _, there := other.LinkedTo(p.id, p.desk.Today()); there {
		return "This child is on their case already."
	}
	return ""
}

// offerMirror asks about the person just linked, once their file is read.
func (p *Page) offerMirror() {
	if p.offer.Zero() || p.seen == nil || p.desk.Nav.Top() != p || p.desk.Nav.Overlay() != nil {
		return
	}
	for _, person := range p.seen.People(p.desk.Today()) {
		if person.ID != p.offer {
			continue
		}
		if p.desk.Case(person.Child) == nil {
			return
		}
		p.offer = file.ID{}
		if p.noMirror(line{person: &person}) == "" {
			p.askMirror(person, "ctrl+s")
		}
		return
	}
	p.offer = file.ID{}
}

// askMirror asks, then enters this child on the person's own file: a change of
// that file alone, undone by itself.
func (p *Page) askMirror(person file.PersonStated, started string) tea.Cmd {
	other, _ := p.desk.Row(person.Child)
	own, _ := p.desk.Row(p.id)
	p.desk.Nav.Open(kit.NewConfirm(p.desk.Nav, kit.Ask{
		Title:  "Enter " + p.desk.Name(own) + " on the case of " + p.desk.Name(other) + " too?",
		Words:  "As " + string(person.Role.Mirror()) + ". Each file keeps its own entry; u takes this one back by itself.",
		Button: "enter it there", Started: started,
		Yes: func() tea.Cmd {
			c, theirs := p.desk.Case(p.id), p.desk.Case(person.Child)
			mirror := c.MirrorOf(person)
			mirror.ID = p.desk.Watch.NewID()
			lines, err := theirs.StatePerson(mirror, p.desk.Today())
			if err != nil {
				return func() tea.Msg { return kit.Failed{Err: err} }
			}
			return p.desk.Do(theirs, lines, "Entered on the other case too")
		}}))
	return nil
}
