// Package longwork runs one long piece of work for a page: it shows how far it
// is, lets it be stopped, and gives the page the answer of the work it asked
// for last, never of an earlier one.
//
// It may touch the kit and a context. It starts no goroutine: the work runs in
// a tea.Cmd and tells how far it is through two counters, which a ticking
// command reads. It knows nothing of what the work is.
package longwork

import (
	"context"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/kit"
)

// every is how often the screen is told how far the work is.
const every = 100 * time.Millisecond

// Progress is told how far the work is; total is 0 while it is not known. It
// may be called from any goroutine.
type Progress func(done, total int64)

// Job is the work of one page. The zero Job does nothing yet. It is used from
// Update only.
type Job struct {
	nav    *kit.Nav
	era    int
	cancel context.CancelFunc
	meter  *meter
	show   *kit.Progress
}

type meter struct{ done, total atomic.Int64 }

// Done is the answer of a piece of work. Take tells whether it is the one the
// page waits for.
type Done[T any] struct {
	era   int
	Value T
	Err   error
}

type tick struct{ era int }

// Running reports whether work is under way.
func (j *Job) Running() bool { return j.cancel != nil }

// Start begins work for a page and shows words with a bar above the page. It
// must be called within an Update; the page has to be on the navigator's stack.
// The answer comes to the page as Done[T].
func Start[T any](j *Job, nav *kit.Nav, page kit.Page, words string, work func(ctx context.Context, p Progress) (T, error)) tea.Cmd {
	j.Drop()
	ctx, cancel := context.WithCancel(context.Background())
	m := &meter{}
	j.nav, j.cancel, j.meter = nav, cancel, m
	j.era++
	era := j.era
	j.show = kit.NewProgress(nav, words, func() tea.Cmd { cancel(); return nil })
	nav.Open(j.show)
	run := func() tea.Msg {
		v, err := work(ctx, func(done, total int64) {
			m.done.Store(done)
			m.total.Store(total)
		})
		if err != nil && ctx.Err() != nil {
			err = fault.New(fault.Stopped, "It was stopped; nothing was changed.", "Start it again when you like.").Wrap(err)
		}
		return Done[T]{era, v, err}
	}
	return nav.For(page, tea.Batch(run, ticking(era)))
}

func ticking(era int) tea.Cmd {
	return tea.Tick(every, func(time.Time) tea.Msg { return tick{era} })
}

// Update moves the bar; handled is false for messages that are not the job's.
func (j *Job) Update(msg tea.Msg) (cmd tea.Cmd, handled bool) {
	t, ok := msg.(tick)
	if !ok {
		return nil, false
	}
	if t.era != j.era || !j.Running() {
		return nil, true
	}
	done, total := j.meter.done.Load(), j.meter.total.Load()
	for total > 1<<30 { // bytes of a large file: the bar needs no such numbers
		done, total = done>>10, total>>10
	}
	j.show.Done, j.show.Total = int(done), int(total)
	return ticking(t.era), true
}

// Take reports whether an answer is the one the page waits for, and then takes
// the bar away.
func Take[T any](j *Job, m Done[T]) bool {
	if m.era != j.era || !j.Running() {
		return false
	}
	j.Drop()
	return true
}

// Drop stops work whose answer nobody waits for any more.
func (j *Job) Drop() {
	if j.cancel == nil {
		return
	}
	j.cancel()
	j.cancel = nil
	if j.nav.Overlay() == kit.Page(j.show) {
		j.nav.Close()
	}
}

// Words gives an error as one line for people; no error has none.
func Words(err error) string {
	if err == nil {
		return ""
	}
	return fault.Words(err)
}
