package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Ask is a question before something that cannot simply be taken back.
type Ask struct {
	Title  string // "Erase Maja Kowalska's case?"
	Words  string // what will happen, in a sentence or two
	Button string // what yes does, "erase it"

	// Started is the key that led here; it never confirms, so that a key held
	// down or pressed twice destroys nothing.
	Started string
	// Word, when set, has to be typed out and Enter pressed.
	Word string
	// Yes does it, after the question has closed. No is optional.
	Yes func() tea.Cmd
	No  func() tea.Cmd
}

// confirm is the sheet that asks. It is yes by `y`, or by `o` ("yes, go on")
// where y began it, or by the word.
type confirm struct {
	nav  *Nav
	ask  Ask
	text Input
	w, h int
}

// NewConfirm makes the question; show it with Nav.Open.
func NewConfirm(n *Nav, a Ask) Page {
	if a.Button == "" {
		a.Button = "go on"
	}
	c := &confirm{nav: n, ask: a}
	c.text.Focus(true)
	return c
}

func (c *confirm) yesKey() string {
	if c.ask.Started == "y" || c.ask.Started == "Y" {
		return "o"
	}
	return "y"
}

// Init does nothing.
func (c *confirm) Init() tea.Cmd { return nil }

func (c *confirm) yes() tea.Cmd {
	c.nav.Close()
	if c.ask.Yes == nil {
		return nil
	}
	return c.ask.Yes()
}

func (c *confirm) no() tea.Cmd {
	c.nav.Close()
	if c.ask.No == nil {
		return nil
	}
	return c.ask.No()
}

// Update takes the word letter by letter.
func (c *confirm) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyMsg)
	if !ok || c.ask.Word == "" {
		return nil
	}
	if KeyName(k) == "enter" {
		if fold(strings.TrimSpace(c.text.Value())) == fold(c.ask.Word) {
			return c.yes()
		}
		c.nav.Say(Soon, "Nothing was done. Type "+c.ask.Word+" in full, or press Esc.")
		return nil
	}
	c.text.Update(k)
	return nil
}

func (c *confirm) lines() []string {
	t := c.nav.th
	rows := []string{" " + t.Paint(Strong, Truncate(Clean(c.ask.Title), max(c.w-2, 1)))}
	rows = append(rows, Indent(Wrap(CleanLines(c.ask.Words), max(min(c.w-4, 90), 1)), 3)...)
	if c.ask.Word != "" {
		lead := "   Type " + c.ask.Word + " and press Enter: "
		return append(rows, lead+c.text.View(t, max(c.w-Width(lead)-1, 4)))
	}
	return append(rows, "   "+t.Paint(Accent, c.yesKey())+" "+c.ask.Button+"     "+t.Paint(Accent, "Esc")+" no, leave it")
}

// Rows asks for as many rows as the question has.
func (c *confirm) Rows(w, most int) int {
	c.w = w
	return min(len(c.lines()), most)
}

// View gives the question; with little room its last lines, where the keys are.
func (c *confirm) View() string {
	rows := c.lines()
	if len(rows) > c.h {
		rows = rows[len(rows)-max(c.h, 0):]
	}
	for i, r := range rows {
		rows[i] = Truncate(r, c.w)
	}
	return strings.Join(rows, "\n")
}

// SetSize keeps the room.
func (c *confirm) SetSize(w, h int) { c.w, c.h = w, h }

// Title is the question.
func (c *confirm) Title() string { return c.ask.Title }

// Actions lists yes and no.
func (c *confirm) Actions() []Action {
	if c.ask.Word != "" {
		return nil
	}
	return []Action{
		{ID: "kit.confirm.yes", Keys: []string{c.yesKey()}, Words: c.ask.Button, Foot: 1, Do: c.yes},
		{ID: "kit.confirm.no", Keys: []string{"n"}, Words: "no, leave it", Do: c.no},
	}
}

// Typing is so when a word has to be typed.
func (c *confirm) Typing() bool { return c.ask.Word != "" }

// Escape is no.
func (c *confirm) Escape() bool {
	c.nav.later(c.no())
	return true
}
