package review_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/review"
)

func maja(b *desktest.Book) casefile.ID  { return b.Maja }
func ben(b *desktest.Book) casefile.ID   { return b.Ben }
func nia(b *desktest.Book) casefile.ID   { return b.Nia }
func idris(b *desktest.Book) casefile.ID { return b.Idris }
func zac(b *desktest.Book) casefile.ID   { return b.Zac }

// open opens the preparation of a child.
func open(t *testing.T, child func(*desktest.Book) casefile.ID) (*desk.Desk, *desktest.Book) {
	t.Helper()
	d, b := desktest.New(t)
	d.Nav.Push(review.New(d, child(b)))
	return d, b
}

// answer gives the answer to an item of the review in hand.
func answer(d *desk.Desk, id casefile.ID, item string) casefile.ItemAnswer {
	c := d.Case(id)
	hand, _ := c.InHand()
	return c.AnswerTo(hand.ID, item)
}

// answers counts the answers that stand on file.
func answers(c *casefile.Case) int {
	n := 0
	for _, e := range c.Entries {
		if _, ok := e.Event.(*casefile.ItemAnswered); ok && !c.TakenBack(e.ID) {
			n++
		}
	}
	return n
}

// to moves the cursor down to the row of a label.
func to(t *testing.T, d *desk.Desk, label string) {
	t.Helper()
	desktest.Press(d, "home")
	for range 200 {
		for line := range strings.SplitSeq(d.Nav.View(), "\n") {
			if strings.Contains(line, "> "+label) {
				return
			}
		}
		desktest.Press(d, "down")
	}
	t.Fatalf("no row %q in\n%s", label, d.Nav.View())
}

func wants(t *testing.T, d *desk.Desk, texts ...string) {
	t.Helper()
	screen := d.Nav.View()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			t.Errorf("no %q in\n%s", text, screen)
		}
	}
}

func lacks(t *testing.T, d *desk.Desk, texts ...string) {
	t.Helper()
	screen := d.Nav.View()
	for _, text := range texts {
		if strings.Contains(screen, text) {
			t.Errorf("%q should not be in\n%s", text, screen)
		}
	}
}

func TestOpensOnWhatIsNext(t *testing.T) {
	t.Parallel()
	d, _ := open(t, maja)
	wants(t, d,
		" Maja Kowalska, 14 · 6th review Thu 26 Nov, 15:30 at home        18 of 32 ready",
		"Planning talk ✓  Invitations ✓  Papers ~  With Maja ~  On the day",
		" Papers, by Mon 23 Nov",
		" ✓   Receive the social worker's report       Thu 19 Nov        J. Osei",
		" ~ > Receive the current education plan       due today         social worker",
		" With Maja, before the review",
		" ~   Speak with the child in private          by Wed 25 Nov     critical",
		" Space done   x not done, why   - does not apply, why   n note   ? all keys",
	)
	d.Nav.SetSize(80, 120)
	wants(t, d, "On the day: agenda (listed now, worked on the day)", "Decisions (listed now, worked after the review)")
}

func TestTitlesSayOnlyWhatIsKnown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		child func(*desktest.Book) casefile.ID
		want  string
	}{
		{"not planned", ben, "Ben Hughes, 8 · 4th review, plan for Fri 4 Dec"},
		{"overdue", func(b *desktest.Book) casefile.ID { return b.Aled }, "Aled Siôn, 9 · 2nd review, was due Tue 17 Nov"},
		{"history not known", idris, "Idris Haddad, 16 · review, no date yet"},
		{"not looked after", zac, "There is no review to prepare: not looked after."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, _ := open(t, tt.child)
			wants(t, d, tt.want)
		})
	}
}

func TestNoKeyTicksAnythingByItself(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	before := answers(d.Case(b.Maja))
	keys := "abcdefghijklmnpqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -+*/.,;[]#~@!"
	for _, key := range keys { // o withdraws an answer and u takes back: neither ticks
		desktest.Press(d, string(key))
		for range 3 {
			desktest.Press(d, "esc")
		}
		if d.Nav.Depth() == 1 {
			d.Nav.Push(review.New(d, b.Maja))
		}
	}
	if got := answers(d.Case(b.Maja)); got != before || b.Changes() != 0 {
		t.Errorf("%d answers became %d, %d changes", before, got, b.Changes())
	}
}

func TestKeysSayWhyTheyDoNothing(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	desktest.Press(d, "o")
	wants(t, d, "This item is open already.")
	desktest.Press(d, "end", "space")
	wants(t, d, "This is listed now and worked on the day of the review or after.")
	if b.Changes() != 0 || d.Nav.Overlay() != nil {
		t.Error("a later item was opened for an answer")
	}
	d, _ = open(t, zac)
	desktest.Press(d, "space")
	wants(t, d, "There is no review to prepare for this child.")
}

func TestLaterItemsAreWorkedOnTheDay(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	b.Watch.Now = desktest.Day("2026-11-26")
	d.Nav.Push(review.New(d, b.Maja))
	to(t, d, "Decide: go ahead or adjourn")
	lacks(t, d, "listed now, worked on the day")
	desktest.Press(d, "space", "tab", "ctrl+s")
	if a := answer(d, b.Maja, "B-601"); a.Answer != casefile.Done || a.On != b.Watch.Now {
		t.Errorf("not answered on the day: %+v\n%s", a, d.Nav.View())
	}
}

func TestJumpsBetweenParts(t *testing.T) {
	t.Parallel()
	d, _ := open(t, maja)
	for _, step := range []struct{ key, label string }{
		{"]", "Speak with the child in private"},
		{"shift+tab", "Receive the current education plan"},
		{"tab", "Speak with the child in private"},
		{"[", "Receive the current education plan"},
		{"[", "Send invitations"},
	} {
		desktest.Press(d, step.key)
		wants(t, d, "> "+step.label)
	}
}

func TestActionsAreWhole(t *testing.T) {
	t.Parallel()
	d, _ := open(t, maja)
	keys, ids := map[string]string{}, map[string]bool{}
	for _, a := range d.Nav.Top().Actions() {
		if a.Words == "" || a.Group == "" || ids[a.ID] {
			t.Errorf("%s: without words or group, or named twice", a.ID)
		}
		ids[a.ID] = true
		for _, k := range a.Keys {
			if keys[k] != "" {
				t.Errorf("%s is bound to %s and %s", k, keys[k], a.ID)
			}
			keys[k] = a.ID
		}
	}
	if keys["u"] != "" {
		t.Error("u belongs to undo")
	}
}

func TestHiddenNamesAreNowhere(t *testing.T) {
	t.Parallel()
	d, b := open(t, maja)
	d.Nav.SetSize(140, 60)
	to(t, d, "Receive the social worker's report")
	wants(t, d, "Maja", "Osei")
	d.Hide(true) // no message tells the page
	lacks(t, d, "Maja", "Kowalska", "Osei", "asked again")
	wants(t, d, "M.K. C-0001", "With the child")
	to(t, d, "Receive the current education plan")
	desktest.Press(d, "space")
	lacks(t, d, "Osei")
	desktest.Press(d, "esc", "x")
	lacks(t, d, "asked again")
	if b.Changes() != 0 {
		t.Error("looking changed something")
	}
}

// screens are the pages and overlays of this package, by the keys that lead to
// them.
var screens = []struct {
	name  string
	child func(*desktest.Book) casefile.ID
	keys  []string
}{
	{"list", maja, nil},
	{"first", nia, nil},
	{"undated", idris, nil},
	{"none", zac, nil},
	{"done", maja, []string{"]", "space"}},
	{"not", maja, []string{"x"}},
	{"talk", maja, []string{"]", "c", "down", "right", "right"}},
	{"note", maja, []string{"n"}},
	{"plan", maja, []string{"p"}},
	{"facts", maja, []string{"f"}},
	{"why", maja, []string{"w"}},
	{"rules", maja, []string{"r"}},
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			d, _ := open(t, s.child)
			desktest.Press(d, s.keys...)
			kittest.Golden(t, s.name+"-80x24", d.Nav.View())
			d.Nav.SetSize(120, 40)
			kittest.Golden(t, s.name+"-120x40", d.Nav.View())
		})
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			kittest.SweepPage(t, func() *kit.Nav {
				d, _ := open(t, s.child)
				desktest.Press(d, s.keys...)
				return d.Nav
			})
		})
	}
}
