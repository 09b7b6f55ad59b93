package kit

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// entry is a page in a stack.
type entry struct {
	id    pageID
	owner pageID // what was in front when it came
	page  Page
}

// Nav is the navigator: a stack of pages, overlays above it, and the frame
// around them. Its methods are called from Update only, by the root and by
// pages; all act at once.
type Nav struct {
	// Day gives the right end of the header, "Mon 23 Nov 2026".
	Day func() string
	// Globals lists the root's own actions; they come after the page's.
	Globals func() []Action
	// Jumps finds places for the palette's text (children, reviews). It is
	// called on each key and must be quick; a few dozen answers are enough.
	Jumps func(text string) []Jump
	// Tick makes the timers; tea.Tick unless a test brings its own.
	Tick func(time.Duration, func(time.Time) tea.Msg) tea.Cmd

	th      *Theme
	w, h    int
	last    pageID
	stack   []entry
	over    []entry
	pending []tea.Cmd
	toast   toast
	status  toast
	acting  pageID // the page an Update is for, 0 for the root
	holding bool
	held    []tea.KeyMsg // typed ahead, for the page that is being opened
}

// NewNav starts the navigator with its home page.
func NewNav(th *Theme, home Page) *Nav {
	n := &Nav{th: th, w: 80, h: 24, Tick: tea.Tick}
	n.Push(home)
	return n
}

// Theme gives the theme every page shares.
func (n *Nav) Theme() *Theme { return n.th }

// Init starts the pages pushed so far.
func (n *Nav) Init() tea.Cmd { return n.drain() }

// Size gives the window's columns and rows.
func (n *Nav) Size() (w, h int) { return n.w, n.h }

// SetSize lays out every page and overlay anew.
func (n *Nav) SetSize(w, h int) {
	n.w, n.h = max(w, 1), max(h, 1)
	for _, e := range n.stack {
		n.size(e.page)
	}
	for _, e := range n.over {
		n.size(e.page)
	}
}

func (n *Nav) size(p Page) {
	if s, ok := p.(Sheet); ok {
		body := bodyRows(n.h, false)
		p.SetSize(n.w, n.sheetRows(s, body))
		return
	}
	_, sub := p.(Subheader)
	body := bodyRows(n.h, sub)
	p.SetSize(n.w, body)
}

// sheetRows is the rows of a sheet itself, its rule above not counted.
func (n *Nav) sheetRows(s Sheet, body int) int {
	return max(min(s.Rows(n.w, max(body-1, 1)), body-1), min(body, 1))
}

// Top is the page under any overlay.
func (n *Nav) Top() Page { return n.stack[len(n.stack)-1].page }

// Overlay is the overlay on top, or nil.
func (n *Nav) Overlay() Page {
	if len(n.over) == 0 {
		return nil
	}
	return n.over[len(n.over)-1].page
}

// Focus is the page or overlay that gets the keys.
func (n *Nav) Focus() Page { return n.focus().page }

func (n *Nav) focus() entry {
	if len(n.over) > 0 {
		return n.over[len(n.over)-1]
	}
	return n.stack[len(n.stack)-1]
}

// Depth is how many pages are stacked; 1 is the home screen.
func (n *Nav) Depth() int { return len(n.stack) }

// Typing reports that a text field has focus somewhere on top.
func (n *Nav) Typing() bool { return n.Focus().Typing() }

func (n *Nav) enter(list *[]entry, p Page) {
	n.last++
	var owner pageID
	if len(n.stack) > 0 {
		owner = n.focus().id
	}
	*list = append(*list, entry{n.last, owner, p})
	n.size(p)
	n.later(address(n.last, p.Init()))
}

// Push shows a page above the present one and closes any overlay.
func (n *Nav) Push(p Page) {
	n.over = nil
	n.enter(&n.stack, p)
}

// Pop returns to the page before; the home page stays.
func (n *Nav) Pop() {
	n.over = nil
	if len(n.stack) < 2 {
		return
	}
	n.leave(len(n.stack) - 1)
	n.resume()
}

// leave takes the pages from there on away. What they warned of goes with them:
// "1 answer needs another look" says nothing to the screen below. What is said
// on leaving stays, and so does good news.
func (n *Nav) leave(from int) {
	for _, e := range n.stack[from:] {
		if t := n.toast; t.by == e.id && !t.fresh && (t.tone == Late || t.tone == Soon) {
			n.toast.words = ""
		}
	}
	n.stack = n.stack[:from]
}

// Replace shows a page in place of the present one.
func (n *Nav) Replace(p Page) {
	n.over = nil
	if len(n.stack) > 0 {
		n.leave(len(n.stack) - 1)
	}
	n.enter(&n.stack, p)
}

// Reset drops every page and overlay and starts again from home: on lock,
// nothing of the old screens is kept.
func (n *Nav) Reset(home Page) {
	n.Drop()
	clear(n.stack)
	clear(n.over)
	n.stack, n.over, n.toast, n.status = nil, nil, toast{}, toast{}
	n.enter(&n.stack, home)
}

// Home returns to the first page.
func (n *Nav) Home() {
	n.over = nil
	if len(n.stack) > 1 {
		n.leave(1)
		n.resume()
	}
}

// Open shows an overlay above everything.
func (n *Nav) Open(p Page) { n.enter(&n.over, p) }

// Close takes the top overlay away.
func (n *Nav) Close() {
	if len(n.over) == 0 {
		return
	}
	n.over = n.over[:len(n.over)-1]
	if len(n.over) == 0 {
		n.resume()
	}
}

func (n *Nav) resume() {
	e := n.focus()
	if r, ok := e.page.(Resumer); ok {
		n.later(address(e.id, r.Resume()))
	}
}

// Escape climbs one step: overlay, then the page's own steps, then the page
// before. It never leaves the program.
func (n *Nav) Escape() {
	switch {
	case n.Focus().Escape():
	case len(n.over) > 0:
		n.Close()
	default:
		n.Pop()
	}
}

// For makes a command's answers go to a page instead of the one that runs it.
// The page must be in the stack; else the command is left as it is.
func (n *Nav) For(p Page, cmd tea.Cmd) tea.Cmd {
	for _, e := range slices.Concat(n.stack, n.over) {
		if e.page == p {
			return address(e.id, cmd)
		}
	}
	return cmd
}

// later keeps a command until the present Update ends.
func (n *Nav) later(cmd tea.Cmd) {
	if cmd != nil {
		n.pending = append(n.pending, cmd)
	}
}

func (n *Nav) drain() tea.Cmd {
	cmds := n.pending
	n.pending = nil
	return tea.Batch(cmds...)
}

// Update routes one message: keys to the page on top, results to the page
// that asked, sizes and everything else to all.
func (n *Nav) Update(msg tea.Msg) tea.Cmd {
	n.toast.fresh = false
	switch m := msg.(type) {
	case tea.KeyMsg:
		n.keys(m)
	case tea.WindowSizeMsg:
		n.SetSize(m.Width, m.Height)
	case addressed:
		if e, ok := n.find(m.to); ok {
			n.tell(e, m.msg)
		}
	case toastEnd:
		if m.seq == n.toast.seq {
			n.toast.words = ""
		}
	default:
		for _, e := range slices.Concat(n.stack, n.over) {
			n.tell(e, msg)
		}
	}
	for len(n.held) > 0 && !n.holding {
		k := n.held[0]
		n.held = n.held[1:]
		n.keys(k)
	}
	return n.drain()
}

// Hold keeps the keys that come from now on until Release: what is typed while
// a page is being read for belongs to that page. Keys that always work do.
func (n *Nav) Hold() { n.holding = true }

// Release hands the keys held on, in their order.
func (n *Nav) Release() { n.holding = false }

// Drop forgets the keys held: the page they were typed for does not come.
func (n *Nav) Drop() { n.holding, n.held = false, nil }

func (n *Nav) find(id pageID) (entry, bool) {
	for _, list := range [][]entry{n.over, n.stack} {
		for _, e := range list {
			if e.id == id {
				return e, true
			}
		}
	}
	return entry{}, false
}

func (n *Nav) tell(e entry, msg tea.Msg) { n.run(e, func() tea.Cmd { return e.page.Update(msg) }) }

// run lets a page act. A page that closed itself while acting has its answer
// sent to the page it came from.
func (n *Nav) run(e entry, act func() tea.Cmd) {
	n.acting = n.stack[len(n.stack)-1].id
	cmd := act()
	n.acting = 0
	if cmd == nil {
		return
	}
	to := e.id
	if _, there := n.find(to); !there {
		to = e.owner
	}
	n.later(address(to, cmd))
}

func (n *Nav) keys(k tea.KeyMsg) {
	if _, now := n.always(k); n.holding && !now {
		n.held = append(n.held, k)
		return
	}
	if n.Typing() {
		n.key(k)
		return
	}
	parts := SplitKeys(k)
	for i, one := range parts {
		n.key(one)
		if i+1 < len(parts) && n.Typing() { // a key opened a text field: the rest is text
			rest := k
			rest.Runes = k.Runes[i+1:]
			n.key(rest)
			return
		}
	}
}

func (n *Nav) key(k tea.KeyMsg) {
	e := n.focus()
	typing := e.page.Typing()
	if a, ok := n.always(k); ok {
		n.do(entry{}, a)
		return
	}
	switch {
	case k.Type == tea.KeyEsc && !k.Alt:
		n.Escape()
		return
	case k.Paste && !typing:
		n.Say(Dim, "There is no text field here to paste into.")
		return
	}
	if !typing || isChord(k) {
		if a, ok := Find(e.page.Actions(), k); ok {
			if a.Do != nil || a.Disabled != "" {
				n.do(e, a)
				return
			}
		} else if len(n.over) == 0 {
			if a, ok := Find(n.globals(), k); ok && (a.Do != nil || a.Disabled != "") {
				n.do(entry{}, a)
				return
			}
		}
	}
	n.tell(e, k)
}

func (n *Nav) always(k tea.KeyMsg) (Action, bool) {
	if n.Globals == nil || !isChord(k) {
		return Action{}, false
	}
	a, ok := Find(n.Globals(), k)
	return a, ok && a.Always && a.Do != nil
}

// do starts an action for a page, or for the root when e is empty.
func (n *Nav) do(e entry, a Action) {
	switch {
	case a.Disabled != "":
		n.run(e, func() tea.Cmd { n.Say(Soon, a.Disabled); return nil })
	case e.page == nil:
		n.later(a.Do())
	default:
		n.run(e, a.Do)
	}
}

// globals gives the root's actions and the navigator's own.
func (n *Nav) globals() []Action {
	var out []Action
	if n.Globals != nil {
		out = n.Globals()
	}
	return append(out,
		Action{ID: "kit.help", Keys: []string{"?", "f1"}, Words: "all keys of this screen", Group: "Everywhere",
			Do: func() tea.Cmd { n.Open(newHelp(n)); return nil }},
		Action{ID: "kit.palette", Keys: []string{"ctrl+k"}, Words: "find any action or child by name", Group: "Everywhere",
			Do: func() tea.Cmd { n.Open(newPalette(n)); return nil }},
		Action{ID: "kit.back", Keys: []string{"esc"}, Words: "back one step; nothing typed is lost", Group: "Everywhere"},
	)
}

// All gives every action there is now: the focused page's, then the global.
func (n *Nav) All() []Action { return append(slices.Clip(n.Focus().Actions()), n.globals()...) }

// toast is a short message on the lower rule.
type toast struct {
	seq   int
	tone  Tone
	words string
	by    pageID // the page that said it, or the page under the overlay that did; 0 for the root
	fresh bool   // said in this Update
}

type toastEnd struct{ seq int }

const (
	toastTime    = 8 * time.Second
	toastTimeBad = 20 * time.Second
)

// Say shows a short message for a while: "Done. u to undo". The tone gives it
// its sign: Good ✓, Soon ~, Late !.
func (n *Nav) Say(tone Tone, words string) {
	n.toast = toast{n.toast.seq + 1, tone, Clean(words), n.acting, true}
	seq, d := n.toast.seq, toastTime
	if tone == Late {
		d = toastTimeBad
	}
	n.later(n.Tick(d, func(time.Time) tea.Msg { return toastEnd{seq} }))
}

// Said gives the short message on screen, "" when there is none.
func (n *Nav) Said() string { return n.toast.words }

// Status sets the lasting word at the right of the lower rule: "saved", or
// "kept aside: the disk is full". Empty words take it away.
func (n *Nav) Status(tone Tone, words string) { n.status = toast{tone: tone, words: Clean(words)} }
