package why_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/why"
)

func open(t *testing.T, child func(*desktest.Book) casefile.ID) *desk.Desk {
	t.Helper()
	d, b := desktest.New(t)
	d.Nav.Open(why.Review(d, child(b)))
	return d
}

func maja(b *desktest.Book) casefile.ID { return b.Maja }

func TestReviewDateIsExplained(t *testing.T) {
	t.Parallel()
	d := open(t, maja)
	screen := d.Nav.View()
	for _, want := range []string{
		"Why Thu 26 Nov 2026?",
		"Hold every later review within six months",
		"   Last review  Tue 26 May 2026  (recorded date)",
		"   + 6 months   Thu 26 Nov 2026  (a working day)",
		"No other review clock runs for this child.",
		"If held as planned on Thu 26 Nov",
		"HB 3.23; CPPCR 33(2) · rule RT-03",
	} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %q in\n%s", want, screen)
		}
	}
	desktest.Press(d, "r")
	if !strings.Contains(d.Nav.View(), "how binding") {
		t.Errorf("r should read the rule:\n%s", d.Nav.View())
	}
}

func TestNoDateSaysWhatIsNeeded(t *testing.T) {
	t.Parallel()
	d := open(t, func(b *desktest.Book) casefile.ID { return b.Idris })
	screen := d.Nav.View()
	for _, want := range []string{"Why is there no date?", "none is made up", "enter the day care began"} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %q in\n%s", want, screen)
		}
	}
	if strings.Contains(screen, "2027") {
		t.Error("a date was made up")
	}
	d = open(t, func(b *desktest.Book) casefile.ID { return b.Zac })
	if !strings.Contains(d.Nav.View(), "not looked after today") {
		t.Errorf("wrong reason:\n%s", d.Nav.View())
	}
}

func TestOtherClocksAndUnverifiedRules(t *testing.T) {
	t.Parallel()
	d, _ := desktest.New(t)
	dl := clock.Deadline{Regime: clock.Ordinary, Rule: "LT-03", Pair: clock.Pair{Due: desktest.Today}, Why: clock.Explanation{
		Sentence: "A test.",
		Others:   []clock.Step{{Label: "child protection conference", Date: desktest.Today + 10, Note: "later"}},
	}}
	d.Nav.Open(why.Deadline(d.Nav, dl, clock.Clocks{Regimes: []clock.Regime{clock.Ordinary, clock.Custody}, Reviews: []clock.Deadline{{Regime: clock.Ordinary}}}, "Maja Kowalska"))
	screen := d.Nav.View()
	for _, want := range []string{"Other clocks", "child protection conference  Thu 3 Dec 2026", "(later)", "Other clocks that run: custody.", "LT-03 is not verified"} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %q in\n%s", want, screen)
		}
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	kittest.SweepPage(t, func() *kit.Nav { return open(t, maja).Nav })
}
