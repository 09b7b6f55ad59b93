package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Jump is a place or thing the palette can go to: a child, a review.
type Jump struct {
	Words  string // what is looked for: the child's name as it may be shown
	Detail string // said quietly after it
	Do     func() tea.Cmd
}

// choice is one line of a narrowing list.
type choice struct {
	words, detail, disabled string
	pick                    func() tea.Cmd
}

// chooser is an overlay that narrows a list as one types. The palette and the
// picker are both made of it.
type chooser struct {
	nav   *Nav
	th    *Theme
	title string
	hint  string
	text  Input
	all   []choice
	names []string
	extra func(text string) []choice // found anew for each text
	shown []choice
	at    int
	w, h  int
}

func (c *chooser) narrow() {
	text := c.text.Value()
	words := strings.Fields(fold(text))
	c.shown = c.shown[:0]
	var loose []choice
	for _, m := range Fuzzy(text, c.names) {
		if holdsAll(fold(c.names[m.Index]), words) {
			c.shown = append(c.shown, c.all[m.Index])
		} else {
			loose = append(loose, c.all[m.Index])
		}
	}
	if c.extra != nil { // a child found by name comes before loose likenesses
		c.shown = append(c.shown, c.extra(text)...)
	}
	c.shown = append(c.shown, loose...)
	c.at = 0
}

// holdsAll reports whether each of the words begins a word of s: "sion" is no
// likeness of decisions where a child is called Siôn.
func holdsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.HasPrefix(s, w) && !strings.Contains(s, " "+w) {
			return false
		}
	}
	return true
}

// Init fills the list.
func (c *chooser) Init() tea.Cmd {
	c.text.Focus(true)
	c.narrow()
	return nil
}

// Update moves, narrows and picks.
func (c *chooser) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return nil
	}
	page := max(c.h-3, 1)
	switch KeyName(k) {
	case "up", "ctrl+p", "shift+tab":
		c.at--
	case "down", "ctrl+n", "tab":
		c.at++
	case "pgup":
		c.at -= page
	case "pgdown":
		c.at += page
	case "enter":
		return c.pick()
	default:
		if c.text.Update(k) {
			c.narrow()
		}
	}
	c.at = max(min(c.at, len(c.shown)-1), 0)
	return nil
}

func (c *chooser) pick() tea.Cmd {
	if c.at >= len(c.shown) {
		return nil
	}
	chosen := c.shown[c.at]
	if chosen.disabled != "" {
		c.nav.Say(Soon, chosen.disabled)
		return nil
	}
	c.nav.Close()
	return chosen.pick()
}

// View gives the field, then the list around the cursor.
func (c *chooser) View() string {
	if c.h <= 0 {
		return ""
	}
	rows := []string{Truncate("   "+c.text.View(c.th, max(c.w-4, 1)), c.w)}
	room := c.h - 1
	if c.h >= 6 {
		rows = append(rows, "")
		room--
	}
	if len(c.shown) == 0 && room > 0 {
		rows = append(rows, Truncate("   Nothing is called that. Fewer letters find more.", c.w))
	}
	first := max(min(c.at-room/2, len(c.shown)-room), 0)
	for i := first; i < min(first+room, len(c.shown)); i++ {
		rows = append(rows, c.row(i))
	}
	return strings.Join(rows, "\n")
}

func (c *chooser) row(i int) string {
	it := c.shown[i]
	cursor, tone := "  ", Normal
	if i == c.at {
		cursor, tone = "> ", Selected
	}
	detail := it.detail
	if it.disabled != "" {
		detail, tone = "not now: "+it.disabled, Dim
	}
	words := Clean(it.words)
	s := " " + cursor + c.th.Paint(tone, Truncate(words, c.w-4))
	if room := c.w - 7 - Width(words); detail != "" && room > 6 {
		s += "   " + c.th.Paint(Dim, Truncate(Clean(detail), room))
	}
	return Truncate(s, c.w)
}

// SetSize keeps the room.
func (c *chooser) SetSize(w, h int) { c.w, c.h = w, h }

// Title names the list.
func (c *chooser) Title() string { return c.title }

// Actions lists the keys of the list.
func (c *chooser) Actions() []Action {
	return []Action{
		{ID: "kit.choose", Keys: []string{"enter"}, Words: c.hint, Foot: 1},
		{ID: "kit.choose.move", Keys: []string{"up", "down"}, Words: "move", Foot: 2},
		{ID: "kit.choose.page", Keys: []string{"pgup", "pgdown"}, Words: "one screen"},
	}
}

// Typing is always so: letters narrow.
func (c *chooser) Typing() bool { return true }

// Escape empties the field first.
func (c *chooser) Escape() bool {
	if c.text.Value() == "" {
		return false
	}
	c.text.Set("")
	c.narrow()
	return true
}

// newPalette lists everything that can be done or gone to from here.
func newPalette(n *Nav) *chooser {
	c := &chooser{nav: n, th: n.th, title: "What would you like to do?", hint: "do it"}
	front := n.focus()
	seen := map[string]bool{}
	add := func(e entry, actions []Action) {
		for _, a := range actions {
			if a.Do == nil || a.ID == "kit.palette" || seen[a.ID] {
				continue
			}
			seen[a.ID] = a.ID != ""
			name := a.Words
			if a.Group != "" {
				name += "  (" + a.Group + ")"
			}
			c.all = append(c.all, choice{words: name, detail: a.keysShown(1), disabled: a.Disabled,
				pick: func() tea.Cmd { n.do(e, a); return nil }})
			c.names = append(c.names, name)
		}
	}
	add(front, front.page.Actions())
	add(entry{}, n.globals())
	if n.Jumps != nil {
		c.extra = func(text string) []choice {
			var out []choice
			for _, j := range n.Jumps(text) {
				out = append(out, choice{words: j.Words, detail: j.Detail, pick: j.Do})
			}
			return out
		}
	}
	return c
}

// Option is one line of a picker. Disabled is the reason it cannot be taken.
type Option struct{ ID, Words, Detail, Disabled string }

// NewPicker makes an overlay to choose one of options, narrowed by typing.
// chosen gets the option's ID after the overlay has closed; its command's
// answers go to the page that opened the picker.
func NewPicker(n *Nav, title string, options []Option, chosen func(id string) tea.Cmd) Page {
	c := &chooser{nav: n, th: n.th, title: title, hint: "choose"}
	for _, o := range options {
		c.all = append(c.all, choice{o.Words, o.Detail, o.Disabled, func() tea.Cmd { return chosen(o.ID) }})
		c.names = append(c.names, o.Words+" "+o.Detail)
	}
	return c
}
