package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// scroller shows a window of ready lines.
type scroller struct {
	lines []string
	off   int
	w, h  int
}

func (s *scroller) setSize(w, h int) {
	s.w, s.h = w, h
	s.clamp()
}

func (s *scroller) clamp() { s.off = max(min(s.off, len(s.lines)-s.h), 0) }

// key moves the window and reports whether the key was one of its own.
func (s *scroller) key(k tea.KeyMsg) bool {
	switch KeyName(k) {
	case "up":
		s.off--
	case "down":
		s.off++
	case "pgup":
		s.off -= max(s.h-1, 1)
	case "pgdown", "space":
		s.off += max(s.h-1, 1)
	case "home":
		s.off = 0
	case "end":
		s.off = len(s.lines)
	default:
		return false
	}
	s.clamp()
	return true
}

func (s *scroller) view(t *Theme) string {
	if s.h <= 0 {
		return ""
	}
	end := min(s.off+s.h, len(s.lines))
	rows := make([]string, 0, s.h)
	for _, l := range s.lines[min(s.off, end):end] {
		rows = append(rows, Truncate(l, s.w))
	}
	if n := len(rows); n > 1 && end < len(s.lines) {
		rows[n-1] = Truncate(t.Paint(Dim, " "+itoa(len(s.lines)-end+1)+" more lines: Down"), s.w)
	}
	return strings.Join(rows, "\n")
}

var scrollKeys = []Action{
	{ID: "kit.scroll", Keys: []string{"up", "down"}, Words: "one line", Group: "Moving"},
	{ID: "kit.scroll.page", Keys: []string{"pgup", "pgdown", "space"}, Words: "one screen", Group: "Moving"},
	{ID: "kit.scroll.end", Keys: []string{"home", "end"}, Words: "first or last line", Group: "Moving"},
}

// Reader is an overlay of text to read: why a date is what it is, a rule, the
// words of a letter. Lines may carry styles; text is wrapped to the window.
type Reader struct {
	th     *Theme
	title  string
	lines  func(w int) []string
	extra  []Action
	scroll scroller
}

// NewReader shows lines as lines(w) gives them for a width; it is asked again
// when the window changes. extra are further keys, shown in the footer.
func NewReader(th *Theme, title string, lines func(w int) []string, extra ...Action) *Reader {
	return &Reader{th: th, title: title, lines: lines, extra: extra}
}

// NewText shows plain text, cleaned and wrapped with a margin of three.
func NewText(th *Theme, title, text string, extra ...Action) *Reader {
	return NewReader(th, title, func(w int) []string {
		return Indent(Wrap(CleanLines(text), min(w-4, 96)), 3)
	}, extra...)
}

// Indent puts n spaces before each line.
func Indent(lines []string, n int) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			l = spaces(n) + l
		}
		out[i] = l
	}
	return out
}

// Init does nothing.
func (r *Reader) Init() tea.Cmd { return nil }

// Update scrolls.
func (r *Reader) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); ok {
		r.scroll.key(k)
	}
	return nil
}

// View gives the visible lines.
func (r *Reader) View() string { return r.scroll.view(r.th) }

// SetSize wraps the text anew.
func (r *Reader) SetSize(w, h int) {
	if w != r.scroll.w || r.scroll.lines == nil {
		r.scroll.lines = r.lines(w)
	}
	r.scroll.setSize(w, h)
}

// Refresh asks for the lines again, for when what they tell has changed.
func (r *Reader) Refresh() {
	r.scroll.lines = r.lines(r.scroll.w)
	r.scroll.clamp()
}

// Title is what is being read.
func (r *Reader) Title() string { return r.title }

// Actions lists the scrolling keys and the extra ones.
func (r *Reader) Actions() []Action {
	return append(r.extra[:len(r.extra):len(r.extra)], scrollKeys...)
}

// Typing is never so here.
func (r *Reader) Typing() bool { return false }

// Escape leaves closing to the navigator.
func (r *Reader) Escape() bool { return false }
