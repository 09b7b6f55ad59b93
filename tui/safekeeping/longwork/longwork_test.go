package longwork_test

import (
	"context"
	"errors"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/fault"
	"footprint/tui/safekeeping/longwork"
	"footprint/tui/safekeeping/presstest"
)

// page asks for one piece of work after another.
type page struct {
	presstest.Blank
	b    *presstest.Bench
	job  longwork.Job
	got  []int
	errs []error
}

func (p *page) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := p.job.Update(msg); ok {
		return cmd
	}
	if m, ok := msg.(longwork.Done[int]); ok && longwork.Take(&p.job, m) {
		p.got, p.errs = append(p.got, m.Value), append(p.errs, m.Err)
	}
	if k, ok := msg.(tea.KeyMsg); ok && len(k.Runes) == 1 {
		return p.begin(int(k.Runes[0] - '0'))
	}
	return nil
}

// begin works for n seconds and answers n.
func (p *page) begin(n int) tea.Cmd {
	return longwork.Start(&p.job, p.b.Nav, p, "Working", func(ctx context.Context, progress longwork.Progress) (int, error) {
		progress(int64(n)<<40, int64(9)<<40)
		select {
		case <-ctx.Done():
			return 0, ctx.Err()
		case <-time.After(time.Duration(n) * time.Second):
			return n, nil
		}
	})
}

func run(t *testing.T, body func(b *presstest.Bench, p *page)) {
	t.Helper()
	t.Parallel()
	presstest.Run(t, func(b *presstest.Bench) {
		p := &page{b: b}
		b.Push(p)
		body(b, p)
	})
}

func TestAnswerComesOnceAndTheBarGoes(t *testing.T) {
	run(t, func(b *presstest.Bench, p *page) {
		b.Press("3")
		b.Pass(time.Second)
		b.See("Working", "of")
		if !p.job.Running() {
			t.Error("the work should be under way")
		}
		b.Pass(3 * time.Second)
		b.SeeNot("Working")
		if len(p.got) != 1 || p.got[0] != 3 || p.errs[0] != nil || p.job.Running() {
			t.Errorf("answers %v %v", p.got, p.errs)
		}
	})
}

func TestAnEarlierAnswerIsDropped(t *testing.T) {
	run(t, func(b *presstest.Bench, p *page) {
		b.Press("5")
		b.Nav.Close() // as when the program covers the page with another
		b.Press("2")
		b.Pass(10 * time.Second)
		if len(p.got) != 1 || p.got[0] != 2 {
			t.Errorf("answers %v", p.got)
		}
	})
}

func TestStoppingIsAnErrorInPlainWords(t *testing.T) {
	run(t, func(b *presstest.Bench, p *page) {
		b.Press("5", "s")
		b.Pass(time.Second)
		if len(p.errs) != 1 || fault.CodeOf(p.errs[0]) != fault.Stopped {
			t.Errorf("errors %v", p.errs)
		}
	})
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{fault.New(fault.Disk, "The disk is tired.", "Let it rest."), "The disk is tired. Let it rest."},
		{fault.New(fault.Disk, "The disk is tired.", ""), "The disk is tired."},
		{errors.New("open /x: denied"), "Something went wrong that Footprint has no words for. Nothing was lost."},
	} {
		if got := longwork.Words(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
