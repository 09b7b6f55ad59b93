package kit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// list is a made-up table source that counts what it is asked.
type list struct {
	ids      []string
	headings map[int]string
	asked    int
}

func (l *list) Len() int            { return len(l.ids) }
func (l *list) ID(i int) string     { return l.ids[i] }
func (l *list) Index(id string) int { return slices.Index(l.ids, id) }
func (l *list) Row(i int) Row {
	l.asked++
	if h := l.headings[i]; h != "" {
		return Row{Heading: h}
	}
	return Row{Sign: Sign(i % int(signs)), Cells: []Cell{{Text: "Child " + l.ids[i]}, {Text: strconv.Itoa(i % 18)},
		{Text: "Thu 26 Nov", Tone: Soon}, {Text: "24/37"}, {Text: "6 days"}}}
}

func numbered(n int) *list {
	l := &list{ids: make([]string, n)}
	for i := range l.ids {
		l.ids[i] = strconv.Itoa(i)
	}
	return l
}

var listColumns = []Column{
	{Title: "Child", Min: 12, Weight: 3, Max: 40},
	{Title: "Age", Min: 3, Right: true, Drop: 3},
	{Title: "Next review", Min: 12, Weight: 1},
	{Title: "Prepared", Min: 8, Drop: 2},
	{Title: "Footprint", Min: 9, Right: true, Drop: 1},
}

func testTable(l Rows, w, h int) *Table {
	t := NewTable(NewTheme(Look{Mode: NoColour}), listColumns, l)
	t.SetSize(w, h)
	return t
}

func at(t *Table) string {
	_, id, _ := t.Selected()
	return id
}

func TestTableView(t *testing.T) {
	t.Parallel()
	tb := testTable(numbered(3), 70, 4)
	tb.Update(Press("down"))
	want := strings.Join([]string{
		"     Child               Age  Next review     Prepared  Footprint",
	}, "\n")
	rows := strings.Split(tb.View(), "\n")
	if strings.TrimSpace(strings.Join(strings.Fields(rows[0]), " ")) != strings.Join(strings.Fields(want), " ") {
		t.Errorf("titles: %q", rows[0])
	}
	if !strings.HasPrefix(rows[1], "     Child 0 ") || !strings.HasPrefix(rows[2], " ! > Child 1 ") || !strings.HasPrefix(rows[3], " ~   Child 2 ") {
		t.Errorf("rows:\n%s", strings.Join(rows, "\n"))
	}
	if Width(rows[2]) > 70 {
		t.Errorf("%d wide", Width(rows[2]))
	}
}

func TestTableDropsColumnsInOrder(t *testing.T) {
	t.Parallel()
	for w, want := range map[int]string{
		80: "Child Age Next review Prepared Footprint",
		55: "Child Next review Prepared Footprint",
		45: "Child Next review Footprint",
		34: "Child Next review",
	} {
		got := strings.Join(strings.Fields(strings.Split(testTable(numbered(1), w, 4).View(), "\n")[0]), " ")
		if got != want {
			t.Errorf("%d: %q, want %q", w, got, want)
		}
	}
}

func TestTableMoves(t *testing.T) {
	t.Parallel()
	tb := testTable(numbered(100), 80, 11) // ten rows
	for _, c := range []struct{ key, want string }{{"up", "0"}, {"down", "1"}, {"pgdown", "10"}, {"end", "99"}, {"down", "99"},
		{"pgup", "90"}, {"home", "0"}, {"pgup", "0"}} {
		tb.Update(Press(c.key))
		if at(tb) != c.want {
			t.Errorf("after %s at %s, want %s", c.key, at(tb), c.want)
		}
		if !strings.Contains(tb.View(), "> Child "+c.want) {
			t.Errorf("after %s the cursor is not in sight", c.key)
		}
	}
	if tb.Update(Press("x")) {
		t.Error("x is not a key of the table")
	}
}

func TestTableKeepsTheChildNotTheLine(t *testing.T) {
	t.Parallel()
	l := numbered(50)
	tb := testTable(l, 80, 11)
	tb.Select("20")
	slices.Reverse(l.ids)
	tb.Reload()
	if i, id, _ := tb.Selected(); id != "20" || i != 29 {
		t.Errorf("at %d %s", i, id)
	}
	l.ids = slices.DeleteFunc(l.ids, func(s string) bool { return s == "20" })
	tb.Reload()
	if i, id, _ := tb.Selected(); i != 29 || id != "19" {
		t.Errorf("the row is gone: at %d %s", i, id)
	}
	l.ids = nil
	tb.Reload()
	if _, _, ok := tb.Selected(); ok {
		t.Error("something is selected in an empty table")
	}
	tb.Update(Press("down"))
	tb.View()
}

func TestTableSkipsHeadings(t *testing.T) {
	t.Parallel()
	l := numbered(6)
	l.headings = map[int]string{0: "Papers", 3: "With Maja", 5: "Later"}
	tb := testTable(l, 80, 5)
	got := at(tb)
	for _, k := range []string{"down", "down", "down", "up", "up", "home", "end"} {
		tb.Update(Press(k))
		got += at(tb)
	}
	if got != "12442114" {
		t.Errorf("went %s", got)
	}
	tb.Update(Press("home"))
	if !strings.Contains(tb.View(), "Papers") {
		t.Error("the heading above the first row is out of sight")
	}
}

func TestTableLinesUnderARow(t *testing.T) {
	t.Parallel()
	tb := testTable(numbered(30), 80, 9)
	tb.Select("7")
	tb.Under("7", []string{"     note one", "     note two"})
	rows := strings.Split(tb.View(), "\n")
	i := slices.IndexFunc(rows, func(s string) bool { return strings.Contains(s, "> Child 7") })
	if i < 0 || i+2 >= len(rows) || rows[i+1] != "     note one" || rows[i+2] != "     note two" || len(rows) != 9 {
		t.Errorf("got\n%s", strings.Join(rows, "\n"))
	}
}

func TestTableTextIsSafe(t *testing.T) {
	t.Parallel()
	l := numbered(1)
	l.ids[0] = "\x1b[2J\x1b]0;x\x07evil\n\u202E"
	if v := testTable(l, 80, 5).View(); strings.ContainsAny(v, "\x1b\x07\u202E") || strings.Count(v, "\n") != 1 {
		t.Errorf("%q", v)
	}
}

func TestTableAsksOnlyForWhatIsSeen(t *testing.T) {
	t.Parallel()
	l := numbered(83630)
	tb := testTable(l, 120, 40)
	tb.Select("50000")
	l.asked = 0
	tb.Update(Press("down"))
	tb.View()
	if l.asked > 50 {
		t.Errorf("%d rows were asked for", l.asked)
	}
}

func BenchmarkTableKey(b *testing.B) {
	for _, n := range []int{62, 83630} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			tb := NewTable(NewTheme(Look{Mode: Dark, Colours: 256}), listColumns, numbered(n))
			tb.SetSize(120, 37)
			keys := []tea.KeyMsg{Press("down"), Press("pgdown"), Press("up"), Press("end"), Press("home")}
			b.ReportAllocs()
			for i := range b.N {
				tb.Update(keys[i%len(keys)])
				if tb.View() == "" {
					b.Fatal("nothing drawn")
				}
			}
		})
	}
}
