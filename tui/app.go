// Package tui is the root of the model tree: it opens the book through a door,
// lays the home screen on the navigator, locks when the screen is left alone,
// and carries what happened to whoever must show it.
//
// It may touch the domain and the screens; the store, the clock and the disk
// reach it only through the interfaces it states. It decides nothing about the
// law and draws nothing itself.
package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	list "footprint/domain/caseload"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/tui/caseload"
	"footprint/tui/desk"
	"footprint/tui/importer"
	"footprint/tui/kit"
	"footprint/tui/paper"
	"footprint/tui/safekeeping"
	"footprint/tui/settings"
	"footprint/tui/unlock"
)

// Opened is an open book with everything the screens need beside it. The door
// hands it to the root; no screen looks inside.
type Opened struct {
	Book     desk.Book
	Practice *practice.Practice
	Rows     []list.Row
	Stale    []casefile.ID // rows to work out again after the first paint
	Keeper   safekeeping.Keeper
	Importer importer.Importer
	Files    importer.Files
	// Accept is called once the warnings shown at opening were read; nil when
	// there were none.
	Accept func() error
	// Close stores what waits and forgets the keys; it may take a moment.
	Close func() error
}

// Options say what the program starts with.
type Options struct {
	Theme *kit.Theme
	Looks settings.Looks
	Watch desk.Watch
	// Door opens the store; nil when Opened is there from the start and nothing
	// is locked (the demo).
	Door   unlock.Door
	Opened *Opened
	// Press makes papers into files.
	Press paper.Press
	// HideNames starts with names hidden.
	HideNames bool
	// Ask draws the two groups of a recovery code that are asked back.
	Ask func() [2]int
}

// App is the root model.
type App struct {
	o       Options
	nav     *kit.Nav
	desk    *desk.Desk
	opened  *Opened
	home    *caseload.Page
	idle    idle
	trouble bool // a change could not be stored as usual
	day     workday.Date
}

// New makes the root model.
func New(o Options) *App {
	a := &App{o: o}
	a.nav = kit.NewNav(o.Theme, kit.Page(&blank{}))
	a.nav.Day = a.header
	a.nav.Globals = a.globals
	a.nav.Jumps = a.jumps
	if o.Opened != nil {
		a.sit(*o.Opened)
	} else {
		a.nav.Reset(a.entrance(false, ""))
	}
	return a
}

// entrance is the screen before the book is open.
func (a *App) entrance(locked bool, why string) kit.Page {
	if a.o.Door == nil {
		return newCurtain(a.nav, func() { a.sit(*a.o.Opened) })
	}
	return unlock.New(a.nav, a.o.Door, unlock.Options{Locked: locked, Why: why, Ask: a.o.Ask()})
}

// sit sits down at an open book: the home screen comes up.
func (a *App) sit(o Opened) {
	a.opened = &o
	a.desk = desk.New(a.nav, o.Book, a.o.Watch, o.Practice, o.Rows)
	a.day = a.o.Watch.Today()
	a.desk.Hide(a.o.HideNames)
	a.home = caseload.New(a.desk, a.doors())
	a.nav.Reset(a.home)
	if n := a.desk.Unfinished(); n > 0 {
		a.nav.Say(kit.Soon, kit.Count(n, "unfinished text is kept", "unfinished texts are kept")+"; the list says draft beside the child.")
	}
}

// Init starts the first screen and the watch over idleness.
func (a *App) Init() tea.Cmd { return tea.Batch(a.nav.Init(), a.begin(), tick()) }

// begin works stale rows out again, after the first paint.
func (a *App) begin() tea.Cmd {
	if a.desk == nil || len(a.opened.Stale) == 0 {
		return nil
	}
	return a.desk.RedateQuietly(a.opened.Stale)
}

// Update routes one message: the desk's and the root's own first, then the
// navigator.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch m := msg.(type) {
	case tea.KeyMsg:
		a.idle.touched = true
		return a, a.key(m)
	case tea.WindowSizeMsg:
		return a, tea.Batch(a.nav.Update(m), a.nav.Update(nothing{}))
	case tickMsg:
		return a, tea.Batch(tick(), a.tick(time.Time(m)))
	case tea.ResumeMsg:
		return a, a.nav.Update(tea.WindowSize())
	case unlock.Entered:
		return a, a.enter(m)
	case unlock.Left:
		return a, a.left(m)
	case safekeeping.Reopen:
		return a, a.reopen()
	case kit.Failed:
		a.nav.Drop()
		a.failed(m.Err)
		return a, a.nav.Update(nothing{})
	case desk.Drafted:
		a.drafted(m)
		return a, a.nav.Update(nothing{})
	case desk.Stored:
		a.stored(m)
		return a, a.nav.Update(nothing{})
	}
	if a.desk != nil {
		if read, ok := a.desk.Came(msg); ok {
			return a, a.nav.Update(read)
		}
		if cmd, ok := a.desk.Handle(msg); ok {
			return a, tea.Batch(cmd, a.nav.Update(nothing{}))
		}
	}
	return a, a.nav.Update(msg)
}

// key passes a key on. The word at the lower right is about the last change:
// a key that makes none takes it away, unless there is trouble to tell.
func (a *App) key(k tea.KeyMsg) tea.Cmd {
	if !a.trouble {
		a.nav.Status(kit.Dim, "")
	}
	cmd := a.nav.Update(k)
	if a.desk == nil {
		return cmd
	}
	if a.desk.Unsaved() > 0 && !a.trouble {
		a.nav.Status(kit.Dim, "saving")
	}
	return tea.Batch(cmd, a.desk.Drafting())
}

// drafted says at once when unfinished text does not reach the disk, and when
// it does again.
func (a *App) drafted(m desk.Drafted) {
	if a.desk == nil {
		return
	}
	a.desk.DraftsFail(m.Err != nil)
	a.trouble = m.Err != nil
	if m.Err == nil {
		a.nav.Status(kit.Dim, "kept again")
		return
	}
	a.nav.Status(kit.Late, "not kept")
	a.failed(m.Err)
}

// nothing wakes every page after the desk changed under it.
type nothing struct{}

func (a *App) enter(m unlock.Entered) tea.Cmd {
	o, ok := m.Opened.Book.(Opened)
	if !ok {
		return nil
	}
	a.sit(o)
	var named tea.Cmd
	if m.Name != "" {
		if lines, err := o.Practice.StateProfile(practice.Profile{Name: m.Name}, a.o.Watch.Today()); err == nil {
			named = a.desk.DoPractice(lines, "")
		}
	}
	return tea.Batch(a.nav.Update(nothing{}), named, accept(o.Accept), a.begin())
}

// accept tells the store that its warnings were read.
func accept(do func() error) tea.Cmd {
	if do == nil {
		return nil
	}
	return func() tea.Msg {
		if err := do(); err != nil {
			return kit.Failed{Err: err}
		}
		return nil
	}
}

// reopen begins again at the door after another store was put in the place of
// the one that was open, which is closed by now.
func (a *App) reopen() tea.Cmd {
	a.desk, a.home, a.opened = nil, nil, nil
	a.nav.Reset(a.entrance(true, "The backup is in place. Open it with its passphrase."))
	return tea.Batch(tea.ClearScreen, a.nav.Update(nothing{}))
}

// left ends the program from the way in, with the book closed if it was open.
func (a *App) left(m unlock.Left) tea.Cmd {
	if m.Opened != nil {
		a.o.Door.Drop(*m.Opened)
	}
	return tea.Quit
}

// failed shows an error as its sentence and its hint.
func (a *App) failed(err error) {
	a.nav.Say(kit.Late, fault.Words(err))
}

// stored keeps the lasting word at the lower right true.
func (a *App) stored(m desk.Stored) {
	if a.desk == nil {
		return
	}
	a.desk.Settled()
	switch {
	case m.Err != nil:
		a.trouble = true
		a.nav.Status(kit.Late, "not saved")
		a.failed(m.Err)
	case m.Aside:
		a.trouble = true
		a.nav.Status(kit.Soon, "kept aside: the disk is full")
	default:
		a.trouble = false
		a.nav.Status(kit.Dim, "saved")
	}
}

// View draws the screen.
func (a *App) View() string { return a.nav.View() }

// header is the right end of every title line: the day, and what is unusual.
func (a *App) header() string {
	text := a.o.Watch.Today().Long()
	if a.o.Watch.Pretended() {
		text = "pretending " + text
	}
	if a.desk != nil && a.desk.Hidden() {
		text = "names hidden · " + text
	}
	if a.o.Door == nil {
		text = "demonstration · " + text
	}
	return text
}

// Close is called once the program has left the screen.
func (a *App) Close() error {
	if a.opened == nil || a.opened.Close == nil {
		return nil
	}
	return a.opened.Close()
}
