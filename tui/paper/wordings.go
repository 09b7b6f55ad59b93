package paper

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/document"
	"footprint/domain/practice"
	"footprint/tui/desk"
	"footprint/tui/kit"
	"footprint/tui/sheet"
)

// Wordings lists every letter with the wording that is used: the usual one, or
// what is kept for a council.
type Wordings struct {
	desk  *desk.Desk
	table *kit.Table
	seen  *practice.Practice
	lines []worded
}

// worded is one row: a heading, or one wording.
type worded struct {
	heading string
	t       practice.TemplateStated
	own     bool
}

// NewWordings makes the list.
func NewWordings(d *desk.Desk) kit.Page {
	p := &Wordings{desk: d}
	p.table = kit.NewTable(d.Nav.Theme(), []kit.Column{{Min: 16, Max: 30, Weight: 1}, {Min: 12, Weight: 2}}, p)
	p.refresh()
	return p
}

func (p *Wordings) refresh() {
	if p.seen == p.desk.Practice() {
		return
	}
	p.seen, p.lines = p.desk.Practice(), nil
	kept := p.seen.Templates()
	mine := p.seen.Profile().Council
	for _, kind := range document.LetterKinds() {
		p.lines = append(p.lines, worded{heading: sheet.Sentence(kind.Words())})
		for _, band := range document.Bands(kind) {
			usual := practice.TemplateStated{Council: mine, Letter: string(kind), Band: string(band), Language: document.English, Text: document.DefaultText(kind, band)}
			found := false
			for _, t := range kept {
				if t.Letter == usual.Letter && t.Band == usual.Band {
					p.lines = append(p.lines, worded{t: t, own: true})
					found = found || t.Language == document.English && strings.EqualFold(t.Council, mine)
				}
			}
			if !found {
				p.lines = append(p.lines, worded{t: usual})
			}
		}
	}
	p.table.Reload()
}

// Init does nothing.
func (p *Wordings) Init() tea.Cmd { return nil }

// Resume looks again after a wording was changed.
func (p *Wordings) Resume() tea.Cmd {
	p.refresh()
	return nil
}

// Update moves the cursor.
func (p *Wordings) Update(msg tea.Msg) tea.Cmd {
	p.refresh()
	p.table.Update(msg)
	return nil
}

// View gives the list.
func (p *Wordings) View() string {
	p.refresh()
	return p.table.View()
}

// SetSize keeps the room.
func (p *Wordings) SetSize(w, h int) { p.table.SetSize(w, h) }

// Title names the screen.
func (p *Wordings) Title() string { return "Wording of letters" }

// Typing is never so.
func (p *Wordings) Typing() bool { return false }

// Escape takes no step of its own.
func (p *Wordings) Escape() bool { return false }

// Len is how many rows there are.
func (p *Wordings) Len() int { return len(p.lines) }

// ID names a row.
func (p *Wordings) ID(i int) string {
	l := p.lines[i]
	return strings.Join([]string{l.heading, l.t.Letter, l.t.Band, l.t.Language, l.t.Council}, "/")
}

// Index finds a row by its name.
func (p *Wordings) Index(id string) int {
	for i := range p.lines {
		if p.ID(i) == id {
			return i
		}
	}
	return -1
}

// Row gives one row.
func (p *Wordings) Row(i int) kit.Row {
	l := p.lines[i]
	if l.heading != "" {
		return kit.Row{Heading: l.heading}
	}
	row := kit.Row{Sign: kit.SignOpen, Cells: []kit.Cell{{Text: sheet.Sentence(l.t.Band)}, {Text: "the usual wording", Tone: kit.Dim}}}
	if l.own {
		row.Sign, row.Cells[1] = kit.SignDone, kit.Cell{Text: "your own, for " + council(l.t)}
		if tag := cmp.Or(l.t.Language, document.English); tag != document.English {
			row.Cells[1].Text += ", in " + tag
		}
	}
	return row
}

// Actions lists every key.
func (p *Wordings) Actions() []kit.Action {
	p.refresh()
	i, _, ok := p.table.Selected()
	var l worded
	if ok && i < len(p.lines) {
		l = p.lines[i]
	}
	none, back := "", ""
	if l.t.Letter == "" {
		none = "Go to a letter first."
	}
	if !l.own {
		back = "It is the usual wording."
	}
	open := func() *wordingPage { return newWording(p.desk, l.t, l.own) }
	return slices.Concat([]kit.Action{
		{ID: "wordings.edit", Keys: []string{"enter"}, Words: "change", Group: "This letter", Foot: 1, Disabled: none, Do: func() tea.Cmd {
			p.desk.Nav.Push(open())
			return nil
		}},
		{ID: "wordings.usual", Keys: []string{"x"}, Words: "back to the usual wording", Group: "This letter", Foot: 2, Disabled: back, Do: func() tea.Cmd {
			page := open()
			p.desk.Nav.Push(page)
			return page.back()
		}},
	}, kit.TableActions())
}
