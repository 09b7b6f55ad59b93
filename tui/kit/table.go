package kit

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Column is one column of a table.
type Column struct {
	Title  string
	Min    int  // fewest columns of the screen it needs
	Max    int  // most it is given; 0 for no end
	Weight int  // share of the room left over; 0 takes none
	Right  bool // against its right edge, for numbers
	Drop   int  // on narrow screens the highest goes first; 0 always stays
}

// Cell is one piece of text in a row.
type Cell struct {
	Text string
	Tone Tone
}

// Row is one line of a table. Cells stand in the order of the columns.
type Row struct {
	Sign    Sign
	Cells   []Cell
	Heading string // when set the row is a heading: no cells, no cursor
}

// Rows is where a table gets its lines. Only lines on the screen are asked
// for, so each method must be quick at any length.
type Rows interface {
	Len() int
	Row(i int) Row
	// ID gives what the cursor holds on to when the order changes.
	ID(i int) string
	// Index gives where an ID stands now, or -1. It is asked only by Reload.
	Index(id string) int
}

// Table shows the rows around a cursor. Its work does not grow with the
// number of rows.
type Table struct {
	th    *Theme
	cols  []Column
	rows  Rows
	bare  bool // no line of titles
	w, h  int
	cur   int
	top   int
	id    string
	shown []int // columns on screen
	width []int // and their widths
	title string

	under   []string // lines shown under one row
	underID string
}

// NewTable makes a table. Without any column titles it has no title line.
func NewTable(th *Theme, cols []Column, rows Rows) *Table {
	t := &Table{th: th, cols: cols, rows: rows, bare: true, w: 80, h: 10}
	for _, c := range cols {
		t.bare = t.bare && c.Title == ""
	}
	t.layout()
	t.Reload()
	return t
}

const gutter = 5 // " ! > " before the first column
const colGap = 2

// SetSize gives the room.
func (t *Table) SetSize(w, h int) {
	t.w, t.h = max(w, 1), max(h, 0)
	t.layout()
	t.follow()
}

// SetColumns changes the columns.
func (t *Table) SetColumns(cols []Column) {
	t.cols = cols
	t.layout()
}

// layout chooses the columns that fit and shares the room among them.
func (t *Table) layout() {
	t.shown = t.shown[:0]
	for i := range t.cols {
		t.shown = append(t.shown, i)
	}
	room := t.w - gutter
	need := func() int {
		n := colGap * (len(t.shown) - 1)
		for _, i := range t.shown {
			n += t.cols[i].Min
		}
		return n
	}
	for need() > room {
		worst := -1
		for at, i := range t.shown {
			if t.cols[i].Drop > 0 && (worst < 0 || t.cols[i].Drop >= t.cols[t.shown[worst]].Drop) {
				worst = at
			}
		}
		if worst < 0 {
			break
		}
		t.shown = append(t.shown[:worst], t.shown[worst+1:]...)
	}
	t.width = t.width[:0]
	for _, i := range t.shown {
		t.width = append(t.width, t.cols[i].Min)
	}
	t.share(room - need())
	t.title = t.titleLine()
}

// share gives spare room to the columns by weight, whole cells, none past Max.
func (t *Table) share(spare int) {
	for spare > 0 {
		total := 0
		for at, i := range t.shown {
			if t.open(at) {
				total += t.cols[i].Weight
			}
		}
		if total == 0 {
			return
		}
		given := 0
		for at, i := range t.shown {
			if !t.open(at) {
				continue
			}
			part := max(spare*t.cols[i].Weight/total, 1)
			if t.cols[i].Max > 0 {
				part = min(part, t.cols[i].Max-t.width[at])
			}
			part = min(part, spare-given)
			t.width[at] += part
			given += part
		}
		if given == 0 {
			return
		}
		spare -= given
	}
}

func (t *Table) open(at int) bool {
	c := t.cols[t.shown[at]]
	return c.Weight > 0 && (c.Max == 0 || t.width[at] < c.Max)
}

func (t *Table) titleLine() string {
	var b strings.Builder
	b.WriteString(spaces(gutter))
	for at, i := range t.shown {
		if at > 0 {
			b.WriteString(spaces(colGap))
		}
		b.WriteString(fitCell(t.cols[i].Title, t.width[at], t.cols[i].Right))
	}
	return Truncate(strings.TrimRight(b.String(), " "), t.w)
}

func fitCell(s string, w int, right bool) string {
	if right {
		return FitRight(s, w)
	}
	return Fit(s, w)
}

// Reload tells the table that its rows changed. The cursor stays on the row
// it was on, wherever that is now, else at the same height.
func (t *Table) Reload() {
	if t.id != "" {
		if i := t.rows.Index(t.id); i >= 0 {
			t.cur = i
		}
	}
	t.moveTo(t.cur, 1)
}

// Select puts the cursor on a row and reports whether there is such a row.
func (t *Table) Select(id string) bool {
	i := t.rows.Index(id)
	if i < 0 {
		return false
	}
	t.moveTo(i, 1)
	return true
}

// Selected gives the row the cursor is on, and false when there is none.
func (t *Table) Selected() (i int, id string, ok bool) {
	if t.rows.Len() == 0 || t.id == "" {
		return 0, "", false
	}
	return t.cur, t.id, true
}

// moveTo puts the cursor on row i or, past headings, on the next in a
// direction, else on the nearest in the other.
func (t *Table) moveTo(i, by int) {
	n := t.rows.Len()
	t.cur, t.id = max(min(i, n-1), 0), ""
	if n == 0 {
		t.top = 0
		return
	}
	for _, dir := range [2]int{by, -by} {
		for j := t.cur; j >= 0 && j < n; j += dir {
			if t.rows.Row(j).Heading == "" {
				t.cur, t.id = j, t.rows.ID(j)
				t.follow()
				return
			}
		}
	}
	t.follow()
}

// Update moves the cursor and reports whether the key was one of the table's.
func (t *Table) Update(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return false
	}
	page := max(t.room()-1, 1)
	switch KeyName(k) {
	case "up":
		t.moveTo(t.cur-1, -1)
	case "down":
		t.moveTo(t.cur+1, 1)
	case "pgup":
		t.moveTo(t.cur-page, -1)
	case "pgdown":
		t.moveTo(t.cur+page, 1)
	case "home":
		t.moveTo(0, 1)
	case "end":
		t.moveTo(t.rows.Len()-1, -1)
	default:
		return false
	}
	return true
}

// Under shows lines below one row, such as a note being written; nil takes
// them away. Lines may carry styles.
func (t *Table) Under(id string, lines []string) {
	t.underID, t.under = id, lines
	t.follow()
}

// spellRows is how many rows Spell takes; Enter opens what is longer.
const spellRows = 8

// Spell writes below the row under the cursor what it has no room for. The
// texts are cleaned here and wrapped to the width of the table.
func (t *Table) Spell(id string, texts ...string) {
	var lines []string
	for _, text := range texts {
		lines = append(lines, Indent(Wrap(CleanLines(text), max(t.w-9, 1)), 7)...)
	}
	if len(lines) > spellRows {
		lines = append(lines[:spellRows-1], "       … Enter shows the rest")
	}
	for i := range lines {
		lines[i] = t.th.Paint(Selected, lines[i])
	}
	t.Under(id, lines)
}

// room is the screen rows for rows of the table.
func (t *Table) room() int {
	if t.bare || t.h < 3 {
		return t.h
	}
	return t.h - 1
}

// underRows is how many lines stand under row i.
func (t *Table) underRows(i int) int {
	if t.underID == "" || len(t.under) == 0 || i < 0 || i >= t.rows.Len() || t.rows.ID(i) != t.underID {
		return 0
	}
	return min(len(t.under), max(t.room()-1, 0))
}

// follow scrolls just enough for the cursor, and what is under it, to show,
// and a heading right above it where there is room.
func (t *Table) follow() {
	n, room := t.rows.Len(), t.room()
	if n == 0 || room <= 0 {
		t.top = 0
		return
	}
	want := t.cur
	if want > 0 && room > 2 && t.rows.Row(want-1).Heading != "" {
		want--
	}
	t.top = min(t.top, want)
	low := t.cur - room + 1 + t.underRows(t.cur)
	t.top = max(t.top, min(low, t.cur))
	if t.underRows(t.cur) == 0 {
		t.top = max(min(t.top, n-room), 0)
	}
}

// View gives the title line and the rows around the cursor.
func (t *Table) View() string {
	room := t.room()
	if room <= 0 {
		return ""
	}
	var b strings.Builder
	b.Grow((t.w + 16) * (room + 1))
	if room < t.h {
		b.WriteString(t.th.Paint(Dim, t.title))
		b.WriteByte('\n')
	}
	n := t.rows.Len()
	for i, used := t.top, 0; i < n && used < room; i++ {
		if used > 0 {
			b.WriteByte('\n')
		}
		t.line(&b, i)
		used++
		for u := range t.underRows(i) {
			if used == room {
				break
			}
			b.WriteByte('\n')
			b.WriteString(Truncate(t.under[u], t.w))
			used++
		}
	}
	return b.String()
}

// line writes one row: sign, cursor, cells.
func (t *Table) line(b *strings.Builder, i int) {
	row := t.rows.Row(i)
	if row.Heading != "" {
		b.WriteString(t.th.Paint(Strong, Truncate(spaces(min(1, t.w-1))+Clean(row.Heading), t.w)))
		return
	}
	here := i == t.cur && t.id != ""
	if t.w < gutter+4 {
		t.narrow(b, row, here)
		return
	}
	b.WriteByte(' ')
	b.WriteString(t.th.Mark(row.Sign))
	if here {
		b.WriteString(" > ")
	} else {
		b.WriteString("   ")
	}
	room := t.w - gutter
	for at, c := range t.shown {
		if at > 0 {
			if room <= colGap {
				return
			}
			b.WriteString(spaces(colGap))
			room -= colGap
		}
		w := min(t.width[at], room)
		room -= w
		if c >= len(row.Cells) {
			b.WriteString(spaces(w))
			continue
		}
		cell := row.Cells[c]
		if !t.cols[c].Right && nothingIn(row.Cells, t.shown[at+1:]) {
			w, room = w+room, 0 // it may run on
		}
		tone := cell.Tone
		if here && (tone == Normal || tone == Strong || tone == Dim) {
			tone = Selected
		}
		b.WriteString(t.th.Paint(tone, fitCell(Clean(cell.Text), w, t.cols[c].Right)))
		if room == 0 {
			return
		}
	}
}

// nothingIn reports whether the cells of these columns are all empty.
func nothingIn(cells []Cell, columns []int) bool {
	return !slices.ContainsFunc(columns, func(c int) bool { return c < len(cells) && cells[c].Text != "" })
}

// narrow writes a row where hardly anything fits.
func (t *Table) narrow(b *strings.Builder, row Row, here bool) {
	s := t.th.SignText(row.Sign)
	if here {
		s = ">"
	}
	text := ""
	if len(row.Cells) > 0 {
		text = Clean(row.Cells[0].Text)
	}
	b.WriteString(Truncate(Pad(s, 1)+text, t.w))
}

// TableActions lists the moving keys for a page's Actions.
func TableActions() []Action {
	return []Action{
		{ID: "kit.table.move", Keys: []string{"up", "down"}, Words: "one row", Group: "Moving"},
		{ID: "kit.table.page", Keys: []string{"pgup", "pgdown"}, Words: "one screen", Group: "Moving"},
		{ID: "kit.table.end", Keys: []string{"home", "end"}, Words: "first or last row", Group: "Moving"},
	}
}
