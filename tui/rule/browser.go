package rule

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/handbook"
	"footprint/tui/kit"
)

// browser is the page that looks any rule up as one types.
type browser struct {
	nav   *kit.Nav
	input kit.Input
	table *kit.Table
	all   []handbook.Rule
	found []handbook.Rule
	w, h  int
}

// Browser is a page to look up any rule: type to search, Enter reads.
func Browser(n *kit.Nav) kit.Page {
	b := &browser{nav: n, all: handbook.Rules(), w: 80, h: 20}
	b.found = b.all
	b.input.Focus(true)
	b.table = kit.NewTable(n.Theme(), []kit.Column{
		{Min: 6},
		{Min: 20, Weight: 1},
		{Min: 8, Drop: 1},
	}, b)
	return b
}

// Init does nothing.
func (b *browser) Init() tea.Cmd { return nil }

// Update moves, reads, or narrows.
func (b *browser) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	switch name := kit.KeyName(k); {
	case name == "enter":
		b.read()
	case name == "home" || name == "end":
		b.input.Update(k)
	case b.table.Update(k):
	case b.input.Update(k):
		b.narrow()
	}
	return nil
}

func (b *browser) read() {
	if i, _, ok := b.table.Selected(); ok {
		b.nav.Open(Page(b.nav, []string{b.found[i].ID}))
	}
}

func (b *browser) narrow() {
	b.found = b.all
	if text := b.input.Value(); strings.TrimSpace(text) != "" {
		b.found = handbook.Search(text)
	}
	b.table.Reload()
	if len(b.found) > 0 {
		b.table.Select(b.found[0].ID) // the best match stands first
	}
}

// Len, Row, ID and Index give the table its lines.

// Len is how many rules were found.
func (b *browser) Len() int { return len(b.found) }

// ID is the rule's own.
func (b *browser) ID(i int) string { return b.found[i].ID }

// Index finds a rule among those found.
func (b *browser) Index(id string) int {
	for i := range b.found {
		if b.found[i].ID == id {
			return i
		}
	}
	return -1
}

// Row is one rule in a line.
func (b *browser) Row(i int) kit.Row {
	r := b.found[i]
	sign := kit.NoSign
	if r.Unverified() {
		sign = kit.SignSoon
	}
	return kit.Row{Sign: sign, Cells: []kit.Cell{{Text: r.ID, Tone: kit.Strong}, {Text: plain(r.Text)}, {Text: string(r.Force), Tone: kit.Dim}}}
}

// View gives the field, then what was found.
func (b *browser) View() string {
	t := b.nav.Theme()
	if b.h < 4 {
		return b.table.View()
	}
	line := "   " + t.Paint(kit.Accent, "Find: ") + b.input.View(t, max(b.w-24, 4))
	count := kit.Count(len(b.found), "rule", "rules")
	if kit.Width(line)+kit.Width(count)+3 <= b.w {
		line += "   " + t.Paint(kit.Dim, count)
	}
	body := b.table.View()
	if len(b.found) == 0 {
		body = t.Empty(b.w, max(b.h-2, 0), "No rule has all of those words.", "Fewer letters find more. Ids such as RT-03, words, sources and what Footprint does all count.", "esc", "clear the words")
	}
	return kit.Truncate(line, b.w) + "\n\n" + body
}

// SetSize keeps the room.
func (b *browser) SetSize(w, h int) {
	b.w, b.h = w, h
	if h >= 4 {
		h -= 2
	}
	b.table.SetSize(w, h)
}

// Title names the page.
func (b *browser) Title() string { return "The handbook's rules" }

// Right says how many rules there are in all.
func (b *browser) Right() string { return strconv.Itoa(len(b.all)) + " rules" }

// Actions lists reading and moving.
func (b *browser) Actions() []kit.Action {
	return append([]kit.Action{
		{ID: "rule.read", Keys: []string{"enter"}, Words: "read the rule", Group: "This rule", Foot: 1},
		{ID: "rule.find", Keys: []string{"letters"}, Words: "type to find a rule", Group: "The list", Foot: 2},
	}, kit.TableActions()[:2]...)
}

// Typing is always so: letters narrow.
func (b *browser) Typing() bool { return true }

// Escape clears the words first.
func (b *browser) Escape() bool {
	if b.input.Value() == "" {
		return false
	}
	b.input.Set("")
	b.narrow()
	return true
}
