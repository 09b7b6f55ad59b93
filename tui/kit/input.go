package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Input is one line of text being typed: a filter, a name, a passphrase. The
// zero value is ready. A pasted line end becomes a space, never an Enter.
type Input struct {
	// Secret shows a dot for each character.
	Secret bool
	// Limit is the most bytes; 0 means 4,096.
	Limit int

	b     *buffer
	focus bool
	first int // byte the view starts at
}

const inputLimit = 4096

func (i *Input) buf() *buffer {
	if i.b == nil {
		limit := i.Limit
		if limit == 0 {
			limit = inputLimit
		}
		i.b = newBuffer(false, limit)
	}
	return i.b
}

// Value gives the text.
func (i *Input) Value() string { return i.buf().value() }

// Set replaces the text; the cursor goes to its end.
func (i *Input) Set(s string) {
	i.buf().set(s)
	i.first = 0
}

// Wipe empties the field and forgets its undo, for passphrases.
func (i *Input) Wipe() {
	i.b = nil
	i.first = 0
}

// replace puts a text in the place of what stands there; undo brings that back.
func (i *Input) replace(s string) {
	b := i.buf()
	b.change(place{}, b.end(), s, false)
	i.first = 0
}

// Focus shows or hides the cursor.
func (i *Input) Focus(on bool) { i.focus = on }

// Update takes a key and reports whether the text changed.
func (i *Input) Update(k tea.KeyMsg) bool { return i.key(k) == changed }

func (i *Input) key(k tea.KeyMsg) outcome { return i.buf().key(k) }

// AtEnd reports that the cursor stands after the last character.
func (i *Input) AtEnd() bool { return i.buf().at == i.buf().end() }

// View gives the text in at most w columns, scrolled so that the cursor shows.
func (i *Input) View(t *Theme, w int) string {
	b := i.buf()
	if w <= 0 {
		return ""
	}
	line, at := b.lines[0], b.at.col
	if i.Secret {
		dot := "•"
		if t.ASCII() {
			dot = "*"
		}
		n := characters(line[:at])
		line = strings.Repeat(dot, characters(line))
		at = n * len(dot)
		i.first = 0
	}
	if !i.focus {
		return Truncate(line, w)
	}
	i.first = min(i.first, at)
	if at-i.first > 4*w { // far behind: no need to measure all of it
		i.first = wholeFrom(line, at-4*w)
	}
	for i.first < at && Width(line[i.first:at])+1 > w {
		n, _ := grapheme(line[i.first:])
		i.first += n
	}
	for i.first > 0 && !i.Secret { // room to spare: show more of what is before
		prev := b.left(place{0, i.first}).col
		if Width(line[prev:])+1 > w {
			break
		}
		i.first = prev
	}
	return cursorLine(t, line[i.first:], at-i.first, w)
}

// characters counts what a person sees as characters.
func characters(s string) int {
	n := 0
	for len(s) > 0 {
		size, _ := grapheme(s)
		s = s[size:]
		n++
	}
	return n
}

// wholeFrom gives the first whole character at or after byte i.
func wholeFrom(s string, i int) int {
	for i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	return i
}

// cursorLine renders a line with the cursor before byte at, w columns at most.
func cursorLine(t *Theme, line string, at, w int) string {
	head, rest := line[:at], line[at:]
	under, size := " ", 0
	if rest != "" {
		size, _ = grapheme(rest)
		under = rest[:size]
	}
	hw := Width(head)
	uw := max(Width(under), 1)
	if hw+uw > w { // past the edge among spaces at a row's end
		return Pad(ansiCut(head, w-1), w-1) + t.cursor.Render(" ")
	}
	tail := ansiCut(rest[size:], w-hw-uw)
	return head + t.cursor.Render(under) + tail
}

// ansiCut cuts without any mark for what is lost.
func ansiCut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	used := 0
	for i := 0; i < len(s); {
		n, gw := grapheme(s[i:])
		if used+gw > w {
			return s[:i]
		}
		used += gw
		i += n
	}
	return s
}
