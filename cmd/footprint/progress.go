package main

import (
	"fmt"
	"strings"
	"sync"
)

// bar is a progress bar on a terminal; anywhere else it shows nothing.
type bar struct {
	env   *environment
	label string

	mu    sync.Mutex
	shown int // percent on screen; -1 before the first
}

func (env *environment) progress(label string) *bar {
	b := &bar{env: env, label: label, shown: -1}
	if env.flags.plain || !onTerminal(env.errOut) {
		b.env = nil
	}
	return b
}

// show says how far the work has come. It may be called from any goroutine.
func (b *bar) show(done, total int64) {
	if b.env == nil || total <= 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	percent := int(min(done, total) * 100 / total)
	if percent == b.shown {
		return
	}
	b.shown = percent
	full := percent / 5
	_, _ = fmt.Fprintf(b.env.errOut, "\r%s [%s%s] %3d%%", b.label, strings.Repeat("#", full), strings.Repeat(".", 20-full), percent)
}

// done takes the bar away. Calling it again does nothing.
func (b *bar) done() {
	if b.env == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.shown >= 0 {
		_, _ = fmt.Fprintf(b.env.errOut, "\r%s\r", strings.Repeat(" ", len(b.label)+30))
		b.shown = -1
	}
}
