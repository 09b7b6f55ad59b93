package secret

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// CodePage shows a recovery code once and asks two of its groups back.
type CodePage struct {
	nav    *kit.Nav
	spec   CodeSpec
	groups []string
	w, h   int
}

// CodeSpec says what the page shows and what comes after it.
type CodeSpec struct {
	Title string
	Code  string // groups parted by "-"
	Ask   [2]int // which two groups are asked back, counted from 1
	Intro string // a sentence above the code
	// Done is called when the groups were right, or the person chose to go on
	// without; this page is then still on the stack, nothing above it.
	Done func(written bool) tea.Cmd
	// Extra adds actions.
	Extra func() []kit.Action
}

// NewCode makes the page.
func NewCode(nav *kit.Nav, spec CodeSpec) *CodePage {
	p := &CodePage{nav: nav, spec: spec, groups: strings.Split(spec.Code, "-")}
	p.spec.Code = ""
	return p
}

// Init does nothing.
func (p *CodePage) Init() tea.Cmd { return nil }

// Update does nothing: every key is an action.
func (p *CodePage) Update(tea.Msg) tea.Cmd { return nil }

// SetSize keeps the room.
func (p *CodePage) SetSize(w, h int) { p.w, p.h = w, h }

// Title is the spec's.
func (p *CodePage) Title() string { return p.spec.Title }

// Typing is never so.
func (p *CodePage) Typing() bool { return false }

// InReview tells the root to lock later: a code that is locked away before it
// was written down is lost.
func (p *CodePage) InReview() bool { return true }

// View gives the code in numbered groups; where there is little room the code
// comes before the words.
func (p *CodePage) View() string {
	th := p.nav.Theme()
	var code []string
	per := max(min((p.w-3)/12, 4), 1)
	for i := 0; i < len(p.groups); i += per {
		var b strings.Builder
		for j := i; j < min(i+per, len(p.groups)); j++ {
			b.WriteString("  " + th.Paint(kit.Dim, fmt.Sprint(j+1)) + "  " + th.Paint(kit.Strong, kit.Clean(p.groups[j])) + "   ")
		}
		code = append(code, "   "+strings.TrimRight(b.String(), " "))
	}
	room := max(min(p.w-4, 74), 1)
	before := append(kit.Indent(kit.Wrap(p.spec.Intro, room), 3), "")
	after := append([]string{""}, kit.Indent(kit.Wrap("It is shown only this once. Write it on paper and keep it away from the laptop. When it is written down, press Enter: two of its groups are then asked.", room), 3)...)
	lines := code
	if len(before)+len(code)+len(after)+1 <= p.h {
		lines = append(append(append([]string{""}, before...), code...), after...)
	}
	return strings.Join(kit.Lines(strings.Join(lines, "\n"), p.w, p.h), "\n")
}

// Actions are writing it down, and leaving without.
func (p *CodePage) Actions() []kit.Action {
	out := []kit.Action{
		{ID: "secret.written", Keys: []string{"enter"}, Words: "it is written down", Group: "The recovery code", Foot: 1, Do: p.ask},
		{ID: "secret.without", Keys: []string{"w"}, Words: "go on without it", Group: "The recovery code", Foot: 2, Do: func() tea.Cmd { p.without("w"); return nil }},
	}
	if p.spec.Extra != nil {
		out = append(out, p.spec.Extra()...)
	}
	return out
}

// Escape asks before the code goes for ever.
func (p *CodePage) Escape() bool {
	p.without("esc")
	return true
}

func (p *CodePage) without(key string) {
	p.nav.Open(kit.NewConfirm(p.nav, kit.Ask{
		Title: "Go on without the code?", Button: "go on without it", Started: key,
		Words: "This code cannot be shown again. Without it a lost passphrase is the loss of everything. A new one can be made at any time, under Settings.",
		Yes:   func() tea.Cmd { return p.done(false) },
	}))
}

func (p *CodePage) done(written bool) tea.Cmd {
	clear(p.groups)
	return p.spec.Done(written)
}

// ask asks two groups back, so that a slip of the pen is found today.
func (p *CodePage) ask() tea.Cmd {
	var fields []kit.Field
	for i, n := range p.spec.Ask {
		fields = append(fields, kit.Field{ID: fmt.Sprint(i), Label: fmt.Sprintf("Group %d", n), Required: true, Hint: "Four letters and figures, as you wrote them"})
	}
	p.nav.Push(kit.NewForm(p.nav, kit.FormSpec{
		Title: p.spec.Title, Save: "Check", Fields: fields,
		Intro: "From your paper: these two groups of the code. Esc shows the code again.",
		CheckAll: func(v kit.Values) (string, string) {
			for i, n := range p.spec.Ask {
				if n < 1 || n > len(p.groups) || plainGroup(v[fmt.Sprint(i)]) != plainGroup(p.groups[n-1]) {
					return fmt.Sprint(i), "That is not what the code says. Esc shows it again."
				}
			}
			return "", ""
		},
		Done: func(kit.Values) tea.Cmd {
			p.nav.Pop()
			return p.done(true)
		},
	}))
	return nil
}

var misread = strings.NewReplacer("O", "0", "I", "1", "L", "1", "U", "V", " ", "", "-", "")

// plainGroup reads a group as people write it: any case, O for 0, I or L for
// 1, U for V.
func plainGroup(s string) string { return misread.Replace(strings.ToUpper(s)) }
