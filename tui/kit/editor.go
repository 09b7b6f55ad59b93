package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// NoteLimit is the most bytes one note may hold, as the store keeps it.
const NoteLimit = 256 << 10

// Editor is text of many lines being written: notes, letters. It can stand in
// a page or form, or be a page itself (NewNote).
type Editor struct {
	// Changed is told the whole text after every change, for the draft.
	Changed func(text string)
	// Refused is told, in words, that a change would have passed the limit;
	// the text is then as it was.
	Refused func(words string)

	th    *Theme
	b     *buffer
	w, h  int
	top   place // first screen row shown: line, and byte where that row begins
	goal  int   // column wanted when moving up and down, -1 for none
	focus bool
	wraps map[int]wrapped // what lines came to, by number, as they were last asked for

	find   *finder // while the search is open
	sought string  // what was looked for last
}

// wrapped is a line and where its screen rows begin.
type wrapped struct {
	line   string
	starts []int
}

// wrapsKept is more lines than a screen has.
const wrapsKept = 512

// NewEditor makes an editor with text already in it.
func NewEditor(th *Theme, text string) *Editor {
	e := &Editor{th: th, b: newBuffer(true, NoteLimit), w: 40, h: 3, goal: -1, focus: true, wraps: map[int]wrapped{}}
	e.b.set(text)
	return e
}

// Value gives the text.
func (e *Editor) Value() string { return e.b.value() }

// Set replaces the text without telling Changed; undo starts anew.
func (e *Editor) Set(text string) {
	e.b.set(text)
	e.top, e.goal, e.find = place{}, -1, nil
	e.follow()
}

// Words counts the words written.
func (e *Editor) Words() int { return e.b.words }

// Focus shows or hides the cursor.
func (e *Editor) Focus(on bool) { e.focus = on }

// SetSize gives the room. One column is kept for the cursor at a row's end.
func (e *Editor) SetSize(w, h int) {
	e.w, e.h = max(w, 1), max(h, 1)
	clear(e.wraps)
	e.top = e.rowStart(place{min(e.top.row, len(e.b.lines)-1), 0})
	e.follow()
}

func (e *Editor) wrapWidth() int { return max(e.w-1, 1) }

// Update takes a key and reports whether it was one of the editor's.
func (e *Editor) Update(k tea.KeyMsg) bool {
	if e.find != nil {
		return e.findKey(k)
	}
	out := ignored
	if !k.Paste {
		switch KeyName(k) {
		case "enter", "ctrl+j":
			out = e.b.insert("\n", false)
		case "ctrl+f":
			e.Find()
			return true
		case "up", "ctrl+p":
			e.rows(-1)
			return true
		case "down", "ctrl+n":
			e.rows(1)
			return true
		case "pgup":
			e.rows(-max(e.h-1, 1))
			return true
		case "pgdown":
			e.rows(max(e.h-1, 1))
			return true
		}
	}
	if out == ignored {
		out = e.b.key(k)
	}
	if out == ignored {
		return false
	}
	e.goal = -1
	e.follow()
	switch out {
	case changed:
		if e.Changed != nil {
			e.Changed(e.Value())
		}
	case refused:
		if e.Refused != nil {
			e.Refused("That does not fit: one note holds 256 KiB, about 40,000 words. The note is as it was; begin a second one.")
		}
	}
	return true
}

// starts gives the byte where each screen row of a line begins. A paragraph can
// be as long as the note: it is wrapped once for a change, not once for a row.
func (e *Editor) starts(row int) []int {
	line := e.b.lines[row]
	if have, ok := e.wraps[row]; ok && have.line == line { // the same string: no byte is compared
		return have.starts
	}
	if len(e.wraps) >= wrapsKept {
		clear(e.wraps)
	}
	starts := wrapOffsets(line, e.wrapWidth())
	e.wraps[row] = wrapped{line, starts}
	return starts
}

// rowStart gives the start of the screen row a point is on.
func (e *Editor) rowStart(p place) place {
	start := 0
	for _, s := range e.starts(p.row) {
		if s > p.col {
			break
		}
		start = s
	}
	return place{p.row, start}
}

// step moves a row start by one screen row up or down; it stays at the ends.
func (e *Editor) step(p place, by int) (place, bool) {
	starts := e.starts(p.row)
	i := 0
	for i+1 < len(starts) && starts[i+1] <= p.col {
		i++
	}
	switch {
	case by > 0 && i+1 < len(starts):
		return place{p.row, starts[i+1]}, true
	case by > 0 && p.row+1 < len(e.b.lines):
		return place{p.row + 1, 0}, true
	case by < 0 && i > 0:
		return place{p.row, starts[i-1]}, true
	case by < 0 && p.row > 0:
		above := e.starts(p.row - 1)
		return place{p.row - 1, above[len(above)-1]}, true
	}
	return p, false
}

// atEdge reports that the cursor is on the first or the last screen row.
func (e *Editor) atEdge(first bool) bool {
	by := 1
	if first {
		by = -1
	}
	_, more := e.step(e.rowStart(e.b.at), by)
	return !more
}

// rows moves the cursor n screen rows, keeping its column where it can.
func (e *Editor) rows(n int) {
	start := e.rowStart(e.b.at)
	if e.goal < 0 {
		e.goal = Width(e.b.lines[start.row][start.col:e.b.at.col])
	}
	by := 1
	if n < 0 {
		by, n = -1, -n
	}
	stayed := false
	for ; n > 0; n-- {
		next, ok := e.step(start, by)
		if !ok {
			stayed = true
			break
		}
		start = next
	}
	line := e.b.lines[start.row]
	end := len(line)
	if next, ok := e.step(start, 1); ok && next.row == start.row {
		end = next.col
		if end > start.col { // the row's end belongs to the next row
			end = e.b.left(place{start.row, end}).col
		}
	}
	col, used := start.col, 0
	for col < end {
		size, gw := grapheme(line[col:])
		if used+gw > e.goal {
			break
		}
		used += gw
		col += size
	}
	e.b.at = place{start.row, col}
	if stayed { // at the first or last row: to its very end, as people expect
		if by < 0 {
			e.b.at = place{}
		} else {
			e.b.at = e.b.end()
		}
	}
	e.b.seal()
	e.follow()
}

// follow scrolls just enough for the cursor to show.
func (e *Editor) follow() {
	if e.top.row >= len(e.b.lines) {
		e.top = place{}
	}
	cur := e.rowStart(e.b.at)
	e.top = e.rowStart(place{e.top.row, min(e.top.col, len(e.b.lines[e.top.row]))})
	if cur.before(e.top) {
		e.top = cur
		return
	}
	first := cur
	for range e.h - 1 {
		prev, ok := e.step(first, -1)
		if !ok {
			break
		}
		first = prev
	}
	if e.top.before(first) {
		e.top = first
	}
}

// View gives the rows around the cursor, at most the size given.
func (e *Editor) View() string {
	rows, _ := e.screen()
	return strings.Join(rows, "\n")
}

// screen gives the rows of View, and which of them the cursor is on.
func (e *Editor) screen() (rows []string, at int) {
	cur := e.rowStart(e.b.at)
	rows = make([]string, 0, e.h)
	for row := e.top.row; row < len(e.b.lines) && len(rows) < e.h; row++ {
		line := e.b.lines[row]
		starts := e.starts(row)
		for i, from := range starts {
			if row == e.top.row && from < e.top.col {
				continue
			}
			if len(rows) == e.h {
				break
			}
			to := len(line)
			if i+1 < len(starts) {
				to = starts[i+1]
			}
			here := cur == place{row, from}
			if here {
				at = len(rows)
			}
			switch {
			case e.find != nil:
				rows = append(rows, e.mark(row, from, to))
			case here && e.focus:
				rows = append(rows, cursorLine(e.th, line[from:to], min(e.b.at.col, to)-from, e.w))
			default:
				rows = append(rows, ansiCut(line[from:to], e.w))
			}
		}
	}
	return rows, at
}

// Actions lists the editor's own keys for a page's Actions.
func (e *Editor) Actions() []Action {
	if e.find != nil {
		return e.findActions()
	}
	press := func(name string) func() tea.Cmd {
		return func() tea.Cmd { e.Update(Press(name)); return nil }
	}
	return append([]Action{
		{ID: "kit.edit.undo", Keys: []string{"ctrl+u"}, Words: "undo", Group: "Writing", Foot: 20, Do: press("ctrl+u")},
		{ID: "kit.edit.redo", Keys: []string{"ctrl+y"}, Words: "redo", Group: "Writing", Foot: 21, Do: press("ctrl+y")},
		{ID: "kit.edit.word", Keys: []string{"ctrl+left", "ctrl+right"}, Words: "one word", Group: "Writing"},
		{ID: "kit.edit.line", Keys: []string{"home", "end"}, Words: "start or end of the line", Group: "Writing"},
		{ID: "kit.edit.all", Keys: []string{"ctrl+home", "ctrl+end"}, Words: "start or end of the text", Group: "Writing"},
		{ID: "kit.edit.wordaway", Keys: []string{"ctrl+w"}, Words: "delete the word before", Group: "Writing"},
	}, e.findActions()...)
}
