package kit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// place is a point in a text: line, and byte within it, always before a whole
// character as a person sees it.
type place struct{ row, col int }

func (p place) before(q place) bool { return p.row < q.row || p.row == q.row && p.col < q.col }

// edit is one step that undo takes back: gone was taken out at a point and
// came put in.
type edit struct {
	at         place
	gone, came string
	open       bool // more typing may join it
}

// How much undo keeps.
const (
	undoSteps = 2000
	undoBytes = 4 << 20
)

// buffer is text being edited, with undo. It keeps text clean: nothing that is
// not safe to show ever gets in.
//
// It stands in place of the framework's text area, which cuts text after
// 10,000 lines without a word, has no undo, shows no cursor without colour,
// and takes 57 ms for a key in a note of 3,000 lines (under 0.1 here).
type buffer struct {
	lines []string
	at    place
	size  int // bytes, line ends counted
	words int
	limit int // 0 for none
	multi bool

	undo, redo []edit
	undoSize   int
}

func newBuffer(multi bool, limit int) *buffer {
	return &buffer{lines: []string{""}, multi: multi, limit: limit}
}

func (b *buffer) safe(s string) string {
	if b.multi {
		return CleanLines(s)
	}
	return Clean(s)
}

// set replaces everything and forgets undo; the cursor goes to the end. Text
// over the limit is taken all the same: it was kept before.
func (b *buffer) set(s string) {
	s = b.safe(s)
	b.lines = strings.Split(s, "\n")
	b.size, b.words = len(s), wordsIn(s)
	b.at = b.end()
	b.undo, b.redo, b.undoSize = nil, nil, 0
}

func (b *buffer) value() string { return strings.Join(b.lines, "\n") }

func (b *buffer) end() place {
	last := len(b.lines) - 1
	return place{last, len(b.lines[last])}
}

// between gives the text from one point to a later one.
func (b *buffer) between(from, to place) string {
	if from.row == to.row {
		return b.lines[from.row][from.col:to.col]
	}
	parts := []string{b.lines[from.row][from.col:]}
	parts = append(parts, b.lines[from.row+1:to.row]...)
	parts = append(parts, b.lines[to.row][:to.col])
	return strings.Join(parts, "\n")
}

// endOf gives the point after text that begins at a point.
func endOf(at place, text string) place {
	n := strings.Count(text, "\n")
	if n == 0 {
		return place{at.row, at.col + len(text)}
	}
	return place{at.row + n, len(text) - strings.LastIndexByte(text, '\n') - 1}
}

// splice changes the text and moves the cursor after what came; undo is not
// its business.
func (b *buffer) splice(from, to place, came string) {
	head, tail, gone := b.lines[from.row][:from.col], b.lines[to.row][to.col:], b.between(from, to)
	b.size += len(came) - len(gone)
	before, after := lastWord(head), firstWord(tail) // counting more would cost as much as the text is long
	b.words += wordsIn(before+came+after) - wordsIn(before+gone+after)
	fresh := strings.Split(head+came, "\n")
	last := len(fresh) - 1
	b.at = place{from.row + last, len(fresh[last])}
	fresh[last] += tail
	if len(fresh) == 1 && from.row == to.row {
		b.lines[from.row] = fresh[0]
	} else {
		b.lines = slices.Replace(b.lines, from.row, to.row+1, fresh...)
	}
	b.settle()
}

func wordsIn(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// lastWord and firstWord give the word a text ends or begins with, if it does.
func lastWord(s string) string  { return s[len(strings.TrimRightFunc(s, notSpace)):] }
func firstWord(s string) string { return s[:len(s)-len(strings.TrimLeftFunc(s, notSpace))] }

// change is splice with undo. Typing letter by letter joins into one step up
// to the end of a word. It refuses what would pass the limit.
func (b *buffer) change(from, to place, came string, join bool) bool {
	gone := b.between(from, to)
	if gone == "" && came == "" {
		return false
	}
	if b.limit > 0 && len(came) > len(gone) && b.size+len(came)-len(gone) > b.limit {
		return false
	}
	b.splice(from, to, came)
	b.redo = nil
	b.undoSize += len(gone) + len(came)
	if n := len(b.undo); join && n > 0 && b.undo[n-1].open {
		e := &b.undo[n-1]
		switch {
		case gone == "" && e.gone == "" && endOf(e.at, e.came) == from &&
			(!strings.HasSuffix(e.came, " ") || came == " "):
			e.came += came
			return true
		case came == "" && e.came == "" && to == e.at:
			e.at, e.gone = from, gone+e.gone
			return true
		}
	}
	b.undo = append(b.undo, edit{from, gone, came, join})
	for len(b.undo) > undoSteps || len(b.undo) > 1 && b.undoSize > undoBytes {
		b.undoSize -= len(b.undo[0].gone) + len(b.undo[0].came)
		b.undo[0] = edit{}
		b.undo = b.undo[1:]
	}
	return true
}

// seal ends the present undo step.
func (b *buffer) seal() {
	if n := len(b.undo); n > 0 {
		b.undo[n-1].open = false
	}
}

// back takes the last step back and reports whether there was one.
func (b *buffer) back() bool {
	n := len(b.undo)
	if n == 0 {
		return false
	}
	e := b.undo[n-1]
	b.undo = b.undo[:n-1]
	b.undoSize -= len(e.gone) + len(e.came)
	b.splice(e.at, endOf(e.at, e.came), e.gone)
	e.open = false
	b.redo = append(b.redo, e)
	return true
}

// again does once more what back took away.
func (b *buffer) again() bool {
	n := len(b.redo)
	if n == 0 {
		return false
	}
	e := b.redo[n-1]
	b.redo = b.redo[:n-1]
	b.splice(e.at, endOf(e.at, e.gone), e.came)
	b.undoSize += len(e.gone) + len(e.came)
	b.undo = append(b.undo, e)
	return true
}

func (b *buffer) left(p place) place {
	if p.col == 0 {
		if p.row == 0 {
			return p
		}
		return place{p.row - 1, len(b.lines[p.row-1])}
	}
	line := b.lines[p.row]
	// Step back to where a character surely begins, then walk forward.
	from := p.col
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(line[:from])
		from -= n
		if begins(r) {
			break
		}
	}
	last := from
	for i := from; i < p.col; {
		last = i
		n, _ := grapheme(line[i:])
		i += n
	}
	return place{p.row, last}
}

// begins reports runes that begin a character whatever stands before them. Of
// others, marks, flags, joined pictures, syllables in parts, it takes the whole
// run to tell.
func begins(r rune) bool {
	return r < utf8.RuneSelf || unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic,
		unicode.Arabic, unicode.Hebrew, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func (b *buffer) right(p place) place {
	line := b.lines[p.row]
	if p.col >= len(line) {
		if p.row+1 == len(b.lines) {
			return p
		}
		return place{p.row + 1, 0}
	}
	n, _ := grapheme(line[p.col:])
	return place{p.row, p.col + n}
}

func (b *buffer) letterAt(p place) bool {
	if p.col >= len(b.lines[p.row]) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(b.lines[p.row][p.col:])
	return !unicode.IsSpace(r) && !unicode.IsPunct(r)
}

func (b *buffer) wordLeft(p place) place {
	for p = b.left(p); (p != place{}) && !b.letterAt(p); {
		p = b.left(p)
	}
	for (p != place{}) && p.col > 0 && b.letterAt(b.left(p)) {
		p = b.left(p)
	}
	return p
}

func (b *buffer) wordRight(p place) place {
	end := b.end()
	for p != end && !b.letterAt(p) {
		p = b.right(p)
	}
	for p != end && b.letterAt(p) {
		p = b.right(p)
	}
	return p
}

// outcome is what a key did to a buffer.
type outcome int

const (
	ignored outcome = iota // not a key of the buffer
	moved                  // the cursor, at most
	changed                // the text
	refused                // it would have passed the limit; the text is as it was
)

func outcomeOf(did bool) outcome {
	if did {
		return changed
	}
	return moved
}

// key does what a key does in any text: types, deletes, moves within the
// line or word, undoes. Rows of the screen are the editor's business.
func (b *buffer) key(k tea.KeyMsg) outcome {
	if text, ok := TypedText(k); ok {
		return b.insert(text, !k.Paste)
	}
	name := KeyName(k)
	switch name {
	case "backspace", "ctrl+h":
		return outcomeOf(b.change(b.left(b.at), b.at, "", true))
	case "delete":
		return outcomeOf(b.change(b.at, b.right(b.at), "", false))
	case "ctrl+w", "alt+backspace":
		return outcomeOf(b.change(b.wordLeft(b.at), b.at, "", false))
	case "ctrl+u":
		return outcomeOf(b.back())
	case "ctrl+y":
		return outcomeOf(b.again())
	}
	to := b.at
	switch name {
	case "left":
		to = b.left(b.at)
	case "right":
		to = b.right(b.at)
	case "ctrl+left", "alt+left":
		to = b.wordLeft(b.at)
	case "ctrl+right", "alt+right":
		to = b.wordRight(b.at)
	case "home", "ctrl+a":
		to.col = 0
	case "end", "ctrl+e":
		to.col = len(b.lines[to.row])
	case "ctrl+home":
		to = place{}
	case "ctrl+end":
		to = b.end()
	default:
		return ignored
	}
	b.at = to
	b.seal()
	return moved
}

// insert types or pastes. What is more than twice the limit is refused unread:
// cleaning shrinks a text by half at most where two bytes end each line.
func (b *buffer) insert(text string, join bool) outcome {
	if b.limit > 0 && len(text) > 2*b.limit {
		return refused
	}
	text = b.safe(text)
	if text == "" {
		return moved
	}
	if !b.change(b.at, b.at, text, join) {
		return refused
	}
	return changed
}

// settle moves the cursor to a whole character: a combining mark that comes
// after a letter joins it.
func (b *buffer) settle() {
	line := b.lines[b.at.row]
	if b.at.col < len(line) && line[b.at.col] >= utf8.RuneSelf {
		if p := b.left(place{b.at.row, b.at.col}); p.col < b.at.col {
			n, _ := grapheme(line[p.col:])
			b.at.col = max(b.at.col, p.col+n)
		}
	}
}
