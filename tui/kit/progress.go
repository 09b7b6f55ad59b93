package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Progress is an overlay for work that takes a while: what is being done, how
// far it is, and how to stop it. The page that opened it sets Done and Total
// as its own messages arrive.
type Progress struct {
	Words       string // "Reading caseload.xlsx"
	Done, Total int    // Total 0 while it is not known
	Stopping    bool

	nav  *Nav
	stop func() tea.Cmd
	w, h int
}

// NewProgress makes the overlay. stop asks the work to end; nil when it cannot
// be stopped, and the overlay then stays until it is closed.
func NewProgress(n *Nav, words string, stop func() tea.Cmd) *Progress {
	return &Progress{Words: words, nav: n, stop: stop}
}

// Init does nothing.
func (p *Progress) Init() tea.Cmd { return nil }

// Update does nothing: the page that opened it sets the fields.
func (p *Progress) Update(tea.Msg) tea.Cmd { return nil }

// Rows is two: words and bar.
func (p *Progress) Rows(_, most int) int { return min(3, most) }

// View gives words and bar.
func (p *Progress) View() string {
	t := p.nav.th
	words := Clean(p.Words)
	if p.Stopping {
		words += ": stopping"
	}
	rows := []string{Truncate(" "+t.Paint(Strong, words), p.w)}
	if p.Total > 0 {
		cells := max(min(p.w-24, 40), 4)
		rows = append(rows, Truncate("   "+t.cells(p.Done, p.Total, cells)+" "+itoa(p.Done)+" of "+itoa(p.Total), p.w))
	} else {
		rows = append(rows, Truncate("   "+itoa(p.Done)+" so far", p.w))
	}
	if len(rows) > p.h {
		rows = rows[:max(p.h, 0)]
	}
	return strings.Join(rows, "\n")
}

// SetSize keeps the room.
func (p *Progress) SetSize(w, h int) { p.w, p.h = w, h }

// Title is what is being done.
func (p *Progress) Title() string { return p.Words }

// Actions offers stopping.
func (p *Progress) Actions() []Action {
	a := Action{ID: "kit.progress.stop", Keys: []string{"s"}, Words: "stop", Foot: 1, Do: p.ask}
	if p.stop == nil {
		a.Disabled = "This cannot be stopped half way."
	}
	return []Action{a}
}

func (p *Progress) ask() tea.Cmd {
	if p.stop == nil || p.Stopping {
		return nil
	}
	p.Stopping = true
	return p.stop()
}

// Typing is never so.
func (p *Progress) Typing() bool { return false }

// Escape asks to stop and keeps the overlay until the work has ended.
func (p *Progress) Escape() bool {
	if p.stop == nil {
		p.nav.Say(Soon, "This cannot be stopped half way.")
		return true
	}
	p.nav.later(p.nav.For(p, p.ask()))
	return true
}
