package event_test

import (
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/event"
)

// decideLater goes to the decision, leaves it open and saves.
func decideLater(d *desk.Desk) {
	for range 16 {
		if strings.Contains(d.Nav.View(), "> Decision") {
			break
		}
		desktest.Press(d, "tab")
	}
	desktest.Type(d, "decide later")
	desktest.Press(d, "ctrl+s")
}

// begin opens a new event of a kind on 20 November and stands where what it
// brings with it is asked.
func begin(d *desk.Desk, kind string) {
	desktest.Press(d, "a")
	desktest.Type(d, kind+"\t20 nov\t\t\t\t")
}

func TestANewEventKeepsTheStayThatIsOnFile(t *testing.T) {
	t.Parallel()
	day := desktest.Day("2026-11-20")
	stay := casefile.PeriodStated{What: casefile.Hospital, From: day, To: day + 2, Code: "psychiatric", Text: "Northshire General", Expected: day + 3}
	for name, tc := range map[string]struct {
		kind, answers string
		on, want      func(*casefile.PeriodStated)
	}{
		"hospital":  {"admitted", "ment", func(*casefile.PeriodStated) {}, func(*casefile.PeriodStated) {}},
		"a new end": {"admitted", "phys\t\t\t21 nov", func(*casefile.PeriodStated) {}, func(p *casefile.PeriodStated) { p.Code, p.To = "medical", day+1 }},
		"imported":  {"admitted", "ment", func(p *casefile.PeriodStated) { p.ID = casefile.ID{} }, func(*casefile.PeriodStated) {}},
		"missing":   {"ran away", "", func(p *casefile.PeriodStated) { p.What, p.Code = casefile.Missing, "" }, func(*casefile.PeriodStated) {}},
		"charged":   {"charge", "yes", func(p *casefile.PeriodStated) { p.What, p.Code = casefile.Charge, "" }, func(*casefile.PeriodStated) {}},
		"custody":   {"taken into", "serv", func(p *casefile.PeriodStated) { p.What, p.Code = casefile.Custody, "remand" }, func(p *casefile.PeriodStated) { p.Code = "sentence" }},
		"a panel":   {"secure", "", func(p *casefile.PeriodStated) { p.What, p.Code = casefile.Panel, "" }, func(p *casefile.PeriodStated) { p.Code = "against" }},
	} {
		d, book := at(t)
		p := stay
		p.ID = d.Watch.NewID()
		tc.on(&p)
		put(t, d, book, &p)
		begin(d, tc.kind)
		desktest.Type(d, tc.answers)
		decideLater(d)
		tc.want(&p)
		if all := maja(d, book).Periods(p.What); len(maja(d, book).Events()) != 1 || len(all) != 1 || all[0] != p {
			t.Errorf("%s: said %q\nwant %+v\nhas  %+v", name, d.Nav.Said(), p, all)
		}
		if !strings.Contains(d.Nav.Said(), "on file already from Fri 20 Nov") {
			t.Errorf("%s: said %q", name, d.Nav.Said())
		}
	}
}

func TestANewVisitOfConcernKeepsTheVisitThatIsOnFile(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	visit := casefile.VisitMade{ID: d.Watch.NewID(), On: desktest.Day("2026-11-20"), By: "J. Osei", Alone: true, Note: "seen"}
	put(t, d, book, &visit)
	begin(d, "visit found")
	decideLater(d)
	visit.Concern = true
	if all := maja(d, book).Visits(); len(all) != 1 || all[0] != visit || !strings.Contains(d.Nav.Said(), "on file already") {
		t.Errorf("said %q: %+v", d.Nav.Said(), all)
	}
}

func TestAnEventMovedToTheDayOfAnotherStayIsRefused(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	other := casefile.PeriodStated{What: casefile.Missing, From: desktest.Day("2026-11-18"), To: desktest.Day("2026-11-19")}
	put(t, d, book, &other) // an import knows it by its day
	begin(d, "ran away")
	decideLater(d)
	goTo(t, d, "Ran away")
	desktest.Press(d, "enter", "tab")
	desktest.Type(d, "18 nov")
	desktest.Press(d, "ctrl+s")
	if all := maja(d, book).Periods(casefile.Missing); len(all) != 2 || all[0] != other || maja(d, book).Events()[0].On != desktest.Day("2026-11-20") {
		t.Errorf("said %q: %+v", d.Nav.Said(), all)
	}
}

func TestAnEventMovedLeavesTheStayOfAnImportOnItsDay(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	stay := casefile.PeriodStated{What: casefile.Missing, From: desktest.Day("2026-11-20"), To: desktest.Day("2026-11-21")}
	put(t, d, book, &stay)
	begin(d, "ran away")
	decideLater(d)
	goTo(t, d, "Ran away")
	desktest.Press(d, "enter", "tab")
	desktest.Type(d, "19 nov")
	desktest.Press(d, "ctrl+s")
	if all := maja(d, book).Periods(casefile.Missing); len(all) != 1 || all[0] != stay || maja(d, book).Events()[0].On != desktest.Day("2026-11-19") {
		t.Errorf("said %q: %+v", d.Nav.Said(), all)
	}
}

func TestAnEventThatStandsBringsNothingBackByItself(t *testing.T) {
	t.Parallel()
	d, book := at(t)
	ev := casefile.EventReported{ID: d.Watch.NewID(), What: casefile.MissingEvent, On: desktest.Day("2026-11-20")}
	put(t, d, book, &ev) // its episode was taken back since
	d.Nav.Push(event.Intake(d, book.Maja, ev))
	desktest.Press(d, "tab", "tab", "tab")
	desktest.Type(d, "J. Osei")
	desktest.Press(d, "ctrl+s")
	if now, _ := maja(d, book).EventByID(ev.ID); now.ToldBy != "J. Osei" || len(maja(d, book).Periods(casefile.Missing)) != 0 {
		t.Errorf("said %q: %+v", d.Nav.Said(), maja(d, book).Periods(casefile.Missing))
	}
}

func TestWhatAnEventBroughtIsNotLeftBehindUnsaid(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		kind, answers, change, said string
		kept                        func(*casefile.Case) bool
	}{
		"another kind": {"admitted", "ment", "exclusion", "hospital stay from Fri 20 Nov stays on file", func(c *casefile.Case) bool { return len(c.Periods(casefile.Hospital)) == 1 }},
		"another stay": {"admitted", "ment", "taken into\t\t\t\t\tserv", "hospital stay from Fri 20 Nov stays on file",
			func(c *casefile.Case) bool {
				return len(c.Periods(casefile.Hospital)) == 1 && len(c.Periods(casefile.Custody)) == 1
			}},
		"no charge after all": {"charge", "yes", "charge\t\t\t\t\tno", "charge from Fri 20 Nov stays on file", func(c *casefile.Case) bool { return len(c.Periods(casefile.Charge)) == 1 }},
		"no visit":            {"visit found", "J. Osei", "complaint", "visit of concern from Fri 20 Nov stays on file", func(c *casefile.Case) bool { return len(c.Visits()) == 1 }},
	} {
		d, book := at(t)
		d.Nav.SetSize(100, 50)
		begin(d, tc.kind)
		desktest.Type(d, tc.answers)
		decideLater(d)
		desktest.Press(d, "enter")
		if view := d.Nav.View(); strings.Contains(view, tc.said) {
			t.Errorf("%s: nothing was changed yet:\n%s", name, view)
		}
		if !strings.HasPrefix(tc.change, tc.kind) {
			desktest.Press(d, "backspace")
			desktest.Type(d, tc.change)
		} else {
			desktest.Type(d, strings.TrimPrefix(tc.change, tc.kind))
		}
		if view := d.Nav.View(); !strings.Contains(view, tc.said) || !strings.Contains(view, "child's page") {
			t.Errorf("%s: the form does not say it:\n%s", name, view)
		}
		desktest.Press(d, "ctrl+s")
		if !strings.Contains(d.Nav.Said(), tc.said) || !tc.kept(maja(d, book)) {
			t.Errorf("%s: said %q", name, d.Nav.Said())
		}
	}
}
