//go:build unix

package main

import (
	"os"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/caseload"
	"footprint/domain/workday"
	"footprint/store"
	"footprint/tui"
	"footprint/tui/kit"
)

// sitting is the app at an open book, without a terminal.
type sitting struct {
	app  *tui.App
	book *store.Book
	rows []caseload.Row
	todo tea.Cmd // what the first messages asked for
}

// sitDown opens a store and the app on it.
func (x *bench) sitDown(n int) sitting {
	env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
	today, err := workday.Parse(dayOfDemo)
	x.check(err)
	env.pretend = today
	book, err := store.Open(x.stores[n], x.options(n))
	x.check(err)
	sat, err := env.sit(book)
	x.check(err)
	theme := kit.NewTheme(kit.Look{Mode: kit.Dark, Colours: 256})
	app := tui.New(tui.Options{Theme: theme, Looks: env.looks(), Watch: env, Ask: twoGroups, Opened: &sat})
	begin := app.Init()
	_, sized := app.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	return sitting{app, book, sat.Rows, tea.Batch(begin, sized)}
}

// settle runs commands until the list is in order. Ticks are left to wait.
func (x *bench) settle(s sitting) {
	came := make(chan tea.Msg, 1024)
	start := func(cmd tea.Cmd) {
		if cmd != nil {
			go func() { came <- cmd() }()
		}
	}
	start(s.todo)
	late := time.After(patience)
	for ordered := false; !ordered; {
		select {
		case msg := <-came:
			if batch, ok := msg.(tea.BatchMsg); ok {
				for _, cmd := range batch {
					start(cmd)
				}
				continue
			}
			_, cmd := s.app.Update(msg)
			start(cmd)
			view := s.app.View()
			ordered = strings.Contains(view, "children") && !strings.Contains(view, "in order")
		case <-late:
			x.Fatalf("the list is never in order:\n%s", s.app.View())
		}
	}
}

// key is one key and its frame, without a terminal.
func (s sitting) key(k tea.KeyMsg) time.Duration {
	start := time.Now()
	s.app.Update(k)
	_ = s.app.View()
	return time.Since(start)
}

// keysAlone are Update and View without the painter, and the filter.
func (x *bench) keysAlone() {
	for _, n := range benchSizes {
		s := x.sitDown(n)
		x.settle(s)
		var moves timings
		down, up := kit.Press("down"), kit.Press("up")
		for i := range 400 {
			k := down
			if i/15%2 == 1 {
				k = up
			}
			moves = append(moves, s.key(k))
		}
		x.row("Update and View of a key p50, "+thousands(n)+" children", ms(moves.p50()), "", "", "p99 "+ms(moves.p99()))
		switch n {
		case benchSizes[0]:
			x.letters(s)
		case benchSizes[len(benchSizes)-1]:
			x.filtering(s)
		}
		x.check(s.book.Close())
	}
}

// letters are those of a note of 10,000 words, its draft handed on for each,
// beside the same in an empty one.
func (x *bench) letters(s sitting) {
	s.key(kit.Press("n"))
	var empty, long timings
	for _, list := range []*timings{&empty, &long} {
		for _, k := range kit.Type(strings.Repeat("seen at home ", 30)) {
			*list = append(*list, s.key(k))
		}
		s.key(kit.Paste(tenThousandWords))
	}
	for range 200 {
		s.key(kit.Press("ctrl+u"))
	}
	s.key(kit.Press("esc"))
	x.against("Update and View of a letter p50, 10,000 words", long.p50(), empty.p50(), "floor: in an empty note")
	x.against("Update and View of a letter p99, 10,000 words", long.p99(), empty.p99(), "16.7 ms, one 60 Hz frame")
}

// filtering is a letter of the filter over all of England, beside one look
// through every folded text.
func (x *bench) filtering(s sitting) {
	folded := make([]string, len(s.rows))
	for i, r := range s.rows {
		folded[i] = caseload.Fold(r.Name + " " + r.Ref + " " + r.Worker)
	}
	var letters, first, floor timings
	for _, word := range []string{"kowalska", "sion", "c-0123", "smith jo", "a", "xyzzy"} {
		for range 5 {
			s.key(kit.Press("/"))
			for i, k := range kit.Type(word) {
				took := s.key(k)
				if letters = append(letters, took); i == 0 {
					first = append(first, took)
				}
			}
			s.key(kit.Press("esc"))
			start := time.Now()
			found := 0
			for _, text := range folded {
				if strings.Contains(text, word) {
					found++
				}
			}
			floor = append(floor, time.Since(start))
		}
	}
	x.against("a letter of the filter over 83,630, Update and View", letters.p50(), floor.p50(), "under 8 ms; floor: strings.Contains over them all")
	x.against("the same, slowest of all letters", letters.at(1), floor.p50(), "under 8 ms")
	x.against("the same, first letters", first.p50(), floor.p50(), "under 8 ms")
}
