package main

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/store"
	"footprint/tui"
	"footprint/tui/kit"
)

// fps is how often the framework paints: half the wait of its default.
const fps = 120

// runApp opens the full-screen app. opened is a book that is open already, as
// the demonstration's is; nil means the app unlocks or creates the store at
// the path the flags name.
func runApp(ctx context.Context, env *environment, opened *store.Book) error {
	if !onTerminal(env.stdin) || !onTerminal(env.out) {
		return fault.New(fault.Usage, "The full-screen app needs a terminal.", "footprint due, footprint children and footprint show work without one.")
	}
	looks := env.looks()
	o := tui.Options{Theme: kit.NewTheme(looks.look), Looks: looks, Press: looks.press(), Watch: env, Ask: twoGroups, HideNames: env.flags.noNames}
	switch {
	case opened != nil:
		sat, err := env.sit(opened)
		if err != nil {
			return err
		}
		o.Opened, o.Press = &sat, &press{begin: suggested()}
	default:
		door, err := env.newDoor()
		if err != nil {
			return err
		}
		o.Door = door
		if sat, open, err := door.openNow(ctx); err != nil {
			return err
		} else if open {
			o.Opened = &sat
		}
	}
	return env.show(ctx, tui.New(o))
}

// keyboard is the terminal, read key by key, with what is too much of a paste left out.
type keyboard struct {
	*os.File
	keys io.Reader
}

// Read gives the keys.
func (k keyboard) Read(p []byte) (int, error) { return k.keys.Read(p) }

// show runs the model on the terminal and closes the book behind it.
func (env *environment) show(ctx context.Context, app *tui.App) error {
	guard := kit.NewGuard(app, func(c kit.Crash) (string, error) { return env.saveCrash(c.String()) })
	program := tea.NewProgram(guard, tea.WithAltScreen(), tea.WithoutCatchPanics(), tea.WithFPS(fps), tea.WithoutSignalHandler(),
		tea.WithInput(keyboard{env.stdin, kit.WholeKeys(kit.LimitPastes(env.stdin))}), tea.WithOutput(env.out))
	stop := leaveOn(program, ctx.Done())
	_, ran := program.Run()
	stop()
	closed := app.Close()
	if sentence, yes := guard.Crashed(); yes {
		return fault.New(fault.Disk, sentence, "Send that report to whoever gave you Footprint.")
	}
	if ran != nil && !errors.Is(ran, tea.ErrProgramKilled) {
		return fault.New(fault.Disk, "The terminal could not be used for the full-screen app.", "Try another terminal window.").Wrap(ran)
	}
	return closed
}

// grace is how long a program that was told to leave may take to clear the
// screen before it is made to.
const grace = 2 * time.Second

// leaveOn leaves in good order when the system asks: the terminal window was
// closed, the computer shuts down. The screen is cleared of names first.
func leaveOn(program *tea.Program, done <-chan struct{}) (stop func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	over := make(chan struct{})
	go func() {
		select {
		case <-over:
			return
		case <-asked:
		case <-done:
		}
		program.Quit()
		select {
		case <-over:
		case <-time.After(grace):
			program.Kill()
		}
	}()
	return func() {
		signal.Stop(asked)
		close(over)
	}
}

// sit gathers what the screens need of an open book.
func (env *environment) sit(book *store.Book) (tui.Opened, error) {
	p, err := book.Practice()
	if err != nil {
		return tui.Opened{}, err
	}
	rows, stale := book.Rows(p.Number())
	return tui.Opened{Book: book, Practice: p, Rows: rows, Stale: stale, Close: book.Close,
		Importer: &intake{env: env, book: book}, Files: folders{},
		Keeper: &keeper{env: env, book: book, path: book.Journal().Path(), shut: book.Close}}, nil
}

// twoGroups draws two of the eight groups of a recovery code to ask back.
func twoGroups() [2]int {
	drawn := rand.Perm(8)
	return [2]int{min(drawn[0], drawn[1]) + 1, max(drawn[0], drawn[1]) + 1}
}
