package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/tui/kit"
)

// beat is how often the root looks whether the screen was left alone.
const beat = 10 * time.Second

// slept is a gap between two beats that says the laptop was asleep.
const slept = 6 * beat

type tickMsg time.Time

func tick() tea.Cmd {
	return tea.Tick(beat, func(t time.Time) tea.Msg { return tickMsg(t) })
}

// idle is how long nothing was pressed, counted in beats so that no clock is
// read here.
type idle struct {
	last    time.Time
	still   time.Duration
	touched bool
}

// tick locks after the minutes set, or after the laptop slept, and notices a
// new day.
func (a *App) tick(now time.Time) tea.Cmd {
	gap := now.Sub(a.idle.last)
	first := a.idle.last.IsZero()
	a.idle.last = now
	switch {
	case a.idle.touched || first:
		a.idle.touched, a.idle.still = false, 0
	default:
		a.idle.still += gap
	}
	if a.desk == nil {
		return nil
	}
	limit := time.Duration(a.desk.Practice().Minutes(a.inReview())) * time.Minute
	if a.idle.still >= limit || !first && gap > slept {
		return a.lockBecause("It locked itself because nothing was pressed for a while.")
	}
	if today := a.o.Watch.Today(); today != a.day {
		a.day = today
		a.desk.NewDay()
		return a.nav.Update(nothing{})
	}
	return nil
}

// inReview reports that a review or a note is open, which locks later.
func (a *App) inReview() bool {
	r, ok := a.nav.Top().(interface{ InReview() bool })
	_, note := a.nav.Top().(*kit.Note)
	return note || ok && r.InReview()
}

// lock clears the screen of everything about children and closes the book. The
// drafts are in the store already.
func (a *App) lock() tea.Cmd { return a.lockBecause("") }

func (a *App) lockBecause(why string) tea.Cmd {
	if a.desk == nil {
		return nil
	}
	opened := a.opened
	a.o.HideNames = a.desk.Hidden() // who hid names finds them hidden again
	a.desk, a.home, a.idle.still = nil, nil, 0
	if a.o.Door != nil {
		a.opened = nil
	}
	a.nav.Reset(a.entrance(true, why))
	wake := a.nav.Update(nothing{})
	if a.o.Door == nil || opened.Close == nil {
		return tea.Batch(tea.ClearScreen, wake)
	}
	shut := func() tea.Msg {
		if err := opened.Close(); err != nil {
			return kit.Failed{Err: err}
		}
		return nil
	}
	return tea.Batch(tea.ClearScreen, wake, shut)
}

// suspend locks before the program is put to sleep.
func (a *App) suspend() tea.Cmd { return tea.Sequence(a.lock(), tea.Suspend) }

// curtain hides a demo's screen: it has no passphrase to ask for.
type curtain struct {
	nav  *kit.Nav
	back func()
	w, h int
}

func newCurtain(n *kit.Nav, back func()) *curtain { return &curtain{nav: n, back: back} }

// Init does nothing.
func (c *curtain) Init() tea.Cmd { return nil }

// Update does nothing.
func (c *curtain) Update(tea.Msg) tea.Cmd { return nil }

// View says how to go on.
func (c *curtain) View() string {
	return c.nav.Theme().Empty(c.w, c.h, "Locked.", "This is the demonstration, so there is no passphrase. Your own store asks for it here.", "enter", "go on")
}

// SetSize keeps the room.
func (c *curtain) SetSize(w, h int) { c.w, c.h = w, h }

// Title names the screen.
func (c *curtain) Title() string { return "Footprint" }

// Actions lists the one key.
func (c *curtain) Actions() []kit.Action {
	return []kit.Action{{ID: "curtain.back", Keys: []string{"enter"}, Words: "go on", Group: "Locked", Foot: 1, Do: func() tea.Cmd { c.back(); return nil }}}
}

// Typing is never so.
func (c *curtain) Typing() bool { return false }

// Escape takes no step.
func (c *curtain) Escape() bool { return true }

// blank is what the navigator holds before anything is laid on it.
type blank struct{ curtain }
