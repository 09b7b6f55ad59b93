package kit

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// finder is the search in an editor: a line being typed, and where the text has
// what it says. The text itself stays as it is meanwhile.
type finder struct {
	text  Input
	lines []folded // what is looked through, by line
	from  place    // typing looks from here on
	found []span
	at    int    // which of found is shown, -1 for none
	round string // said when the search has gone round an end of the text
}

// span is a stretch of one line.
type span struct{ row, from, to int }

// folded is a line as it is looked through. of gives the byte of the line that
// each of its bytes, and its end, come from; nil when that is the same one.
type folded struct {
	text string
	of   []int
}

// foldLine folds a line character by character, so that what is found begins
// and ends with whole ones.
func foldLine(line string) folded {
	if printableASCII(line) {
		return folded{text: strings.ToLower(line)}
	}
	var text strings.Builder
	of := make([]int, 0, len(line)+1)
	for i := 0; i < len(line); {
		n, _ := grapheme(line[i:])
		part := line[i : i+n]
		if n > 1 || 'A' <= part[0] && part[0] <= 'Z' { // most letters are small and plain, and folding takes long
			part = fold(part)
		}
		text.WriteString(part)
		for range len(part) {
			of = append(of, i)
		}
		i += n
	}
	return folded{text.String(), append(of, len(line))}
}

// all gives where a line has the folded text wanted, in order.
func (l folded) all(row int, wanted string, found []span) []span {
	for i := 0; ; {
		at := strings.Index(l.text[i:], wanted)
		if at < 0 {
			return found
		}
		from := i + at
		i = from + len(wanted)
		s := span{row, from, i}
		if l.of != nil {
			to := i
			for l.of[to] == l.of[i-1] { // the last character is taken whole
				to++
			}
			s.from, s.to = l.of[from], l.of[to]
		}
		found = append(found, s)
	}
}

// Find opens the search, or goes on to the next place found.
func (e *Editor) Find() {
	if e.find != nil {
		e.nextFound(1)
		return
	}
	e.b.seal()
	e.find = &finder{from: e.b.at, at: -1}
	e.find.text.Focus(true)
}

// Finding reports that the search is open: keys are its own.
func (e *Editor) Finding() bool { return e.find != nil }

// EndFind leaves the search, with the cursor at what was found, and reports
// whether it was open.
func (e *Editor) EndFind() bool {
	was := e.find != nil
	e.find = nil
	return was
}

func (e *Editor) findKey(k tea.KeyMsg) bool {
	if !k.Paste {
		switch KeyName(k) {
		case "enter", "ctrl+j", "ctrl+f", "down", "tab":
			e.nextFound(1)
			return true
		case "up", "shift+tab":
			e.nextFound(-1)
			return true
		}
	}
	out := e.find.text.key(k)
	switch {
	case out == changed:
		e.look()
	case out == refused && e.Refused != nil:
		e.Refused("That is too long to look for; it was left out.")
	}
	return out != ignored
}

// look finds what is typed now, from where the search began.
func (e *Editor) look() {
	f := e.find
	f.found, f.at, f.round = f.found[:0], -1, ""
	if wanted := fold(f.text.Value()); wanted != "" {
		e.sought = f.text.Value()
		if f.lines == nil {
			for _, l := range e.b.lines {
				f.lines = append(f.lines, foldLine(l))
			}
		}
		for row, l := range f.lines {
			f.found = l.all(row, wanted, f.found)
		}
	}
	if len(f.found) == 0 {
		e.moveTo(f.from)
		return
	}
	f.at = slices.IndexFunc(f.found, func(s span) bool { return !(place{s.row, s.from}).before(f.from) })
	if f.at < 0 {
		f.at, f.round = 0, "from the top"
	}
	e.moveTo(place{f.found[f.at].row, f.found[f.at].from})
}

// nextFound goes to the next or the last place found. Before anything is typed
// it looks for what was looked for last.
func (e *Editor) nextFound(by int) {
	f := e.find
	switch n := len(f.found); {
	case f.text.Value() == "" && e.sought != "":
		f.text.Set(e.sought)
		e.look()
		return
	case n == 0:
		return
	case f.at+by >= n:
		f.at, f.round = 0, "from the top"
	case f.at+by < 0:
		f.at, f.round = n-1, "from the end"
	default:
		f.at, f.round = f.at+by, ""
	}
	f.from = place{f.found[f.at].row, f.found[f.at].from}
	e.moveTo(f.from)
}

func (e *Editor) moveTo(p place) {
	e.b.at, e.goal = p, -1
	e.follow()
}

// FindLine is the search's line, at most w columns: what is looked for, then
// which of how many places is shown.
func (e *Editor) FindLine(w int) string {
	const label = "Find: "
	f, said := e.find, ""
	switch {
	case f == nil:
		return ""
	case f.at >= 0:
		said = "   " + itoa(f.at+1) + " of " + itoa(len(f.found))
		if f.round != "" {
			said += ", " + f.round
		}
	case f.text.Value() != "":
		said = "   not found"
	}
	room := max(w-len(label)-Width(said), min(w-len(label), 8), 1)
	return Truncate(e.th.Paint(Accent, label)+f.text.View(e.th, room)+e.th.Paint(Dim, said), w)
}

// mark draws a screen row, bytes from to to of a line, and on it what is found.
// Like the cursor it is kept without colour.
func (e *Editor) mark(row, from, to int) string {
	shown := ansiCut(e.b.lines[row][from:to], e.w)
	f := e.find
	if f.at < 0 || f.found[f.at].row != row {
		return shown
	}
	a := min(max(f.found[f.at].from-from, 0), len(shown))
	b := min(max(f.found[f.at].to-from, a), len(shown))
	return shown[:a] + e.th.cursor.Render(shown[a:b]) + shown[b:]
}

// findActions lists the key that opens the search, or the search's own keys.
func (e *Editor) findActions() []Action {
	find := Action{ID: "kit.edit.find", Keys: []string{"ctrl+f"}, Words: "find in the text", Group: "Writing", Foot: 22,
		Do: func() tea.Cmd { e.Find(); return nil }}
	if e.find == nil {
		return []Action{find}
	}
	find.Keys, find.Words, find.Foot = []string{"enter", "down", "ctrl+f"}, "next place", 2
	return []Action{find,
		{ID: "kit.find.before", Keys: []string{"up", "shift+tab"}, Words: "place before", Group: "Writing", Foot: 3},
		{ID: "kit.find.end", Keys: []string{"esc"}, Words: "end search", Group: "Writing", Foot: 4},
	}
}
