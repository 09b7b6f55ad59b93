package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/sheet"
)

// page shows a few lines, and counts how often they were made.
type page struct {
	*sheet.Sheet
	doors sheet.Doors
	lines []sheet.Line
	made  int
}

func (p *page) Title() string                             { return "A sheet" }
func (p *page) Actions() []kit.Action                     { return p.Sheet.Actions(p.doors) }
func (p *page) Empty() (what, next string, keys []string) { return "Nothing here.", "Wait.", nil }
func (p *page) Lines(*casefile.Case) []sheet.Line         { p.made++; return p.lines }

func text(d *desk.Desk, title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }

// open shows a sheet of these lines, of Maja.
func open(t *testing.T, lines ...sheet.Line) (*desk.Desk, *page) {
	t.Helper()
	d, book := desktest.New(t)
	p := &page{Sheet: sheet.New(d, book.Maja, sheet.Shape{Labels: 10, More: 12}), lines: lines}
	p.doors = sheet.Doors{
		Explain: func(_ casefile.ID, dl clock.Deadline) kit.Page { return text(d, "why "+dl.Rule) },
		Rule:    func(ids []string) kit.Page { return text(d, "rule "+strings.Join(ids, " ")) },
	}
	p.Show(p)
	d.Nav.Push(p)
	d.Nav.SetSize(80, 24)
	return d, p
}

func see(t *testing.T, d *desk.Desk, want string) {
	t.Helper()
	if flat := strings.Join(strings.Fields(d.Nav.View()), " "); !strings.Contains(flat, want) {
		t.Errorf("%q is not on the screen:\n%s", want, d.Nav.View())
	}
}

func TestLinesAreMadeAnewOnlyWhenSomethingChanged(t *testing.T) {
	t.Parallel()
	d, p := open(t, sheet.Line{ID: "a", Text: "one"})
	made := p.made
	desktest.Press(d, "down", "up")
	d.Nav.View()
	if p.made != made {
		t.Errorf("made %d times for moving the cursor", p.made-made)
	}
	d.Hide(true)
	d.Nav.View()
	if p.made != made+1 {
		t.Error("hiding names must make them anew")
	}
}

func TestWhatHasNoRoomIsSaidBelow(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("word ", 20) + "the end"
	d, _ := open(t,
		sheet.Line{ID: "cut", Label: "Cut", Text: long, More: "beside"},
		sheet.Line{ID: "below", Label: "Below", Text: "short", Below: []string{"told in full", strings.Repeat("much more\n", 20)}})
	see(t, d, "word the end")
	desktest.Press(d, "down")
	see(t, d, "told in full much more")
	see(t, d, "… Enter shows the rest")
}

func TestTheDoorsOfALine(t *testing.T) {
	t.Parallel()
	d, p := open(t,
		sheet.Line{ID: "head", Heading: "First"}, sheet.Line{ID: "date", Text: "a date", Why: &clock.Deadline{Rule: "RT-01"}},
		sheet.Line{ID: "second", Heading: "Second"}, sheet.Line{ID: "rule", Text: "a rule", Rules: []string{"MO-02", "MO-30"}})
	for _, c := range []struct{ key, want string }{{"w", "why RT-01"}, {"R", "rule RT-01"}} {
		desktest.Press(d, c.key)
		see(t, d, c.want)
		desktest.Press(d, "esc")
	}
	desktest.Press(d, "tab", "R")
	see(t, d, "rule MO-02 MO-30")
	desktest.Press(d, "esc", "w")
	if d.Nav.Said() == "" {
		t.Error("why must say that this line is no date")
	}
	p.doors = sheet.Doors{}
	for _, a := range p.Actions() {
		if a.ID == "sheet.why" || a.ID == "sheet.rule" {
			t.Errorf("%s has no door and is offered", a.ID)
		}
	}
	if p.About() != p.Child || p.Reading() != "" {
		t.Errorf("about %v, reading %q", p.About(), p.Reading())
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	var lines []sheet.Line
	for i := range 40 {
		lines = append(lines, sheet.Line{ID: fmt.Sprint(i), Label: "A label too long", Text: strings.Repeat("text ", i), More: "beside it, cut"})
	}
	for _, some := range [][]sheet.Line{lines, nil} {
		kittest.SweepPage(t, func() *kit.Nav {
			d, _ := open(t, some...)
			return d.Nav
		})
	}
}

func TestSentence(t *testing.T) {
	t.Parallel()
	for words, want := range map[string]string{"": "", "mother": "Mother", "élève": "Élève", "14 nights": "14 nights"} {
		if got := sheet.Sentence(words); got != want {
			t.Errorf("%q: %q", words, got)
		}
	}
}
