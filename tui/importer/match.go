package importer

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// roomForWhy is the width from which the reasons stand in a column of their
// own.
const roomForWhy = 83

// match is the page that says which column of a list holds what.
type match struct {
	*flow
	table *kit.Table
	own   map[string]bool // headings the person chose for themself
	w, h  int
}

func newMatch(f *flow) *match {
	p := &match{flow: f, own: map[string]bool{}}
	p.columns = map[string]string{}
	for _, g := range f.lookedAt.List.Guesses {
		if g.Field != "" {
			p.columns[g.Field] = g.Heading
		}
	}
	p.table = kit.NewTable(f.desk.Nav.Theme(), []kit.Column{
		{Title: "Column in the file", Min: 14, Max: 30, Weight: 2},
		{Title: "Such as", Min: 10, Max: 30, Weight: 2, Drop: 1},
		{Title: "Taken as", Min: 14, Max: 34, Weight: 2},
		{Title: "Why", Min: 34, Weight: 2, Drop: 2},
	}, p)
	return p
}

// Init does nothing.
func (p *match) Init() tea.Cmd { return nil }

// Update moves the cursor.
func (p *match) Update(msg tea.Msg) tea.Cmd {
	p.table.Update(msg)
	return nil
}

func (p *match) guesses() []Guess {
	if p.lookedAt.List == nil {
		return nil
	}
	return p.lookedAt.List.Guesses
}

// Len is how many columns the file has.
func (p *match) Len() int { return len(p.guesses()) }

// ID is the heading's place, for two may be called the same.
func (p *match) ID(i int) string { return strconv.Itoa(i) + " " + p.guesses()[i].Heading }

// Index finds a column.
func (p *match) Index(id string) int {
	for i := range p.guesses() {
		if p.ID(i) == id {
			return i
		}
	}
	return -1
}

// takenAs gives the field a heading is read as, "" for none.
func (p *match) takenAs(heading string) string {
	for _, f := range p.importer.Fields() {
		if heading != "" && p.columns[f.ID] == heading {
			return f.ID
		}
	}
	return ""
}

func (p *match) label(field string) string {
	for _, f := range p.importer.Fields() {
		if f.ID == field {
			return f.Label
		}
	}
	return ""
}

// Row gives one column.
func (p *match) Row(i int) kit.Row {
	g := p.guesses()[i]
	field := p.takenAs(g.Heading)
	taken := kit.Cell{Text: "not read", Tone: kit.Dim}
	row := kit.Row{Sign: kit.SignNotApply}
	if field != "" {
		taken = kit.Cell{Text: p.label(field)}
		row.Sign = kit.SignDone
	}
	var samples []string
	for _, s := range g.Samples {
		if s != "" && len(samples) < 3 {
			samples = append(samples, p.desk.Private(s))
		}
	}
	row.Cells = []kit.Cell{{Text: g.Heading}, {Text: strings.Join(slices.Compact(samples), ", "), Tone: kit.Dim}, taken, {Text: p.why(g), Tone: kit.Dim}}
	return row
}

// why says why a column is taken as what it is.
func (p *match) why(g Guess) string {
	switch field := p.takenAs(g.Heading); {
	case p.own[g.Heading]:
		return "chosen by you"
	case field != "" && field == g.Field:
		return g.Reason
	case field != "":
		return "as last time for this council"
	}
	return ""
}

// under shows the reason below the column the cursor is on where there is no
// room for it beside.
func (p *match) under() {
	i, id, ok := p.table.Selected()
	if !ok || i >= p.Len() || p.w >= roomForWhy || p.why(p.guesses()[i]) == "" {
		p.table.Under("", nil)
		return
	}
	p.table.Under(id, []string{"       " + p.desk.Nav.Theme().Paint(kit.Dim, kit.Clean(p.why(p.guesses()[i])))})
}

// pick offers what the column under the cursor could hold.
func (p *match) pick() tea.Cmd {
	i, _, ok := p.table.Selected()
	if !ok || i >= p.Len() {
		return nil
	}
	heading := p.guesses()[i].Heading
	options := []kit.Option{{ID: "", Words: "not read", Detail: "nothing is taken from this column"}}
	if heading == "" {
		p.desk.Nav.Say(kit.Soon, "A column without a heading cannot be read.")
		return nil
	}
	for _, f := range p.importer.Fields() {
		o := kit.Option{ID: f.ID, Words: f.Label}
		switch at := p.columns[f.ID]; at {
		case "":
		case heading:
			o.Detail = "as it is now"
		default:
			o.Detail = "now read from " + at
		}
		options = append(options, o)
	}
	p.desk.Nav.Open(kit.NewPicker(p.desk.Nav, "What does "+kit.Clean(heading)+" hold?", options, func(field string) tea.Cmd {
		maps.DeleteFunc(p.columns, func(_, h string) bool { return h == heading })
		if field != "" {
			p.columns[field] = heading
		}
		p.own[heading] = true
		return nil
	}))
	return nil
}

// askCouncil asks whose list it is, and takes up the columns last used for it.
func (p *match) askCouncil() tea.Cmd {
	nav := p.desk.Nav
	nav.Push(kit.NewForm(nav, kit.FormSpec{
		Title:  "Whose list is it?",
		Intro:  "How the columns were matched is remembered for this council, and the council is written on each child.",
		Fields: []kit.Field{{ID: "council", Label: "Council", Value: p.council, Suggest: p.desk.Practice().Profile().Council}},
		Done: func(v kit.Values) tea.Cmd {
			p.council = strings.TrimSpace(v["council"])
			nav.Pop()
			p.recall()
			return nil
		},
	}))
	return nil
}

// recall takes up the columns remembered for the council, where the file has
// them.
func (p *match) recall() {
	saved := p.desk.Practice().Columns(p.council)
	if len(saved) == 0 {
		return
	}
	fits := map[string]string{}
	for _, g := range p.guesses() {
		for field, heading := range saved {
			if strings.EqualFold(strings.TrimSpace(heading), strings.TrimSpace(g.Heading)) {
				fits[field] = g.Heading
			}
		}
	}
	if len(fits) == 0 {
		return
	}
	p.columns = fits
	p.desk.Nav.Say(kit.Good, "The columns are matched as last time for "+p.council+".")
}

// on goes to what would happen.
func (p *match) on() tea.Cmd {
	p.desk.Nav.Push(newPreview(p.flow))
	return nil
}

// Title names the page.
func (p *match) Title() string { return "Import: match the columns" }

// Subheader says whose list it is and how much of it is read.
func (p *match) Subheader(int) string {
	council := p.council
	if council == "" {
		council = "not said"
	}
	return " Council: " + kit.Clean(council) + "   " + strconv.Itoa(len(p.columns)) + " of " + kit.Count(p.Len(), "column", "columns") + " read"
}

// View gives the columns; where the list cannot be read yet it says why.
func (p *match) View() string {
	p.under()
	th := p.desk.Nav.Theme()
	why := p.importer.Usable(p.columns)
	if why == "" || p.h < 6 {
		p.table.SetSize(p.w, p.h)
		return p.table.View()
	}
	lines := kit.Wrap(th.SignText(kit.SignSoon)+" "+why, max(p.w-4, 1))
	for i, l := range lines {
		lines[i] = " " + th.Paint(kit.Soon, l)
	}
	p.table.SetSize(p.w, max(p.h-len(lines)-1, 1))
	lines = append(append(lines, ""), p.table.View())
	return strings.Join(kit.Lines(strings.Join(lines, "\n"), p.w, p.h), "\n")
}

// SetSize keeps the room.
func (p *match) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetSize(w, h)
}

// Typing is never so.
func (p *match) Typing() bool { return false }

// Escape takes no step of its own.
func (p *match) Escape() bool { return false }

// Actions lists the keys.
func (p *match) Actions() []kit.Action {
	return append([]kit.Action{
		{ID: "match.change", Keys: []string{"enter"}, Words: "change", Group: "Columns", Foot: 1, Do: p.pick},
		{ID: "match.council", Keys: []string{"c"}, Words: "council", Group: "Columns", Foot: 2, Do: p.askCouncil},
		{ID: "match.on", Keys: []string{"g", "ctrl+s"}, Words: "go on: see what will happen", Group: "Columns", Foot: 3, Disabled: p.importer.Usable(p.columns), Do: p.on},
	}, kit.TableActions()...)
}
