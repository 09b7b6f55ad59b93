package register_test

import (
	"strings"
	"testing"

	file "footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/desk/desktest"
	"footprint/tui/kit"
	"footprint/tui/kit/kittest"
	"footprint/tui/register"
	"footprint/tui/sheet"
)

type screen func(*desk.Desk, file.ID, register.Doors) kit.Page

func doors(d *desk.Desk) register.Doors {
	text := func(title string) kit.Page { return kit.NewText(d.Nav.Theme(), title, title) }
	next := clock.Deadline{Rule: "VS-03", What: "Social worker's visit", Pair: clock.Pair{Due: desktest.Day("2026-12-08"), PlanBy: desktest.Day("2026-12-08")}}
	return register.Doors{
		Event: func(_ file.ID, ev file.EventReported) kit.Page {
			return text("intake " + string(ev.What) + " " + ev.On.String())
		},
		Doors: sheet.Doors{
			Explain: func(_ file.ID, dl clock.Deadline) kit.Page { return text("why " + dl.Rule) },
			Rule:    func(ids []string) kit.Page { return text("rule " + strings.Join(ids, " ")) },
		},
		VisitPlan: func(*file.Case) (string, *clock.Deadline) {
			return "the usual visits\nAll visits were made in time.", &next
		},
	}
}

// bench is one screen of Maja's register on the desk.
type bench struct {
	t    *testing.T
	desk *desk.Desk
	book *desktest.Book
	id   file.ID
}

func at(t *testing.T) *bench {
	t.Helper()
	d, book := desktest.New(t)
	return &bench{t, d, book, book.Maja}
}

func (b *bench) show(s screen) *bench {
	b.desk.Nav.Push(s(b.desk, b.id, doors(b.desk)))
	return b
}

func (b *bench) file() *file.Case { return b.desk.Case(b.id) }

// keep puts lines on file as a screen would.
func (b *bench) keep(lines []file.Line, err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	b.desk.Do(b.file(), lines, "Kept")
}

func (b *bench) press(keys ...string) { desktest.Press(b.desk, keys...) }

func (b *bench) typed(text string) { desktest.Type(b.desk, text) }

// to puts the cursor on the first line that holds a text.
func (b *bench) to(text string) {
	b.t.Helper()
	b.press("home")
	for range 60 {
		for l := range strings.SplitSeq(b.desk.Nav.View(), "\n") {
			if len(l) > 4 && strings.Contains(l[:6], ">") && strings.Contains(l, text) {
				return
			}
		}
		b.press("down")
	}
	b.t.Fatalf("no line says %q:\n%s", text, b.desk.Nav.View())
}

func (b *bench) see(texts ...string) {
	b.t.Helper()
	flat := strings.Join(strings.Fields(b.desk.Nav.View()), " ")
	for _, text := range texts {
		if !strings.Contains(flat, text) {
			b.t.Errorf("%q is not on the screen:\n%s", text, b.desk.Nav.View())
		}
	}
}

func (b *bench) seeNot(texts ...string) {
	b.t.Helper()
	for _, text := range texts {
		if view := b.desk.Nav.View(); strings.Contains(view, text) {
			b.t.Errorf("%q is on the screen:\n%s", text, view)
		}
	}
}

// fill gives Maja a register to show.
func (b *bench) fill() *bench {
	b.t.Helper()
	today, newID := desktest.Today, b.desk.Watch.NewID
	doc := func(what file.DocumentKind, version, dated, received, read string) {
		b.keep(b.file().StateDocument(file.DocumentStated{ID: newID(), What: what, Version: version, Dated: maybe(dated), Received: maybe(received), Read: maybe(read)}, today))
	}
	doc(file.CarePlan, "4", "2026-06-08", "2026-06-10", "2026-06-12")
	doc(file.PlacementPlan, "1", "2024-08-07", "2024-08-08", "")
	doc(file.EducationPlan, "", "2026-03-02", "2026-03-10", "2026-03-12")
	doc(file.HealthPlan, "", "2026-09-03", "", "")
	for _, v := range []file.VisitMade{
		{On: maybe("2026-06-30"), By: "J. Osei", Alone: true},
		{On: maybe("2026-09-08"), AskedOn: maybe("2026-09-02"), By: "J. Osei", Note: "asked about Saturday football"},
		{On: maybe("2026-11-10"), By: "P. Lund", Concern: true, Note: "quarrels in the home, slept badly"},
		{AskedOn: maybe("2026-11-16"), Note: "wants to talk about school"},
	} {
		v.ID = newID()
		b.keep(b.file().StateVisit(v, today))
	}
	b.keep(b.file().Appoint(file.AppointmentStated{ID: newID(), Name: "D. Mistry", From: maybe("2024-08-08"), Declared: maybe("2024-08-08"), ToldOn: maybe("2024-08-12"), HowTold: "letter"}, nil, today))
	b.keep(b.file().Appoint(file.AppointmentStated{ID: newID(), Name: "R. Quaye", From: maybe("2026-02-02"), Specialist: "yes",
		HandedOver: "advocate asked for; school place not found"}, nil, today))
	for _, s := range []file.PeriodStated{
		{What: file.ChildProtection, From: maybe("2026-08-31"), Text: "neglect"},
		{What: file.Conference, From: maybe("2026-11-30")},
		{What: file.Custody, From: maybe("2026-10-05"), To: maybe("2026-10-09"), Code: "remand", Text: "Oakfield"},
		{What: file.ShortBreak, From: maybe("2026-09-04"), To: maybe("2026-09-07"), Text: "S. Ahmed"},
		{What: file.Panel, From: maybe("2026-11-02"), Code: "against"},
	} {
		s.ID = newID()
		b.keep(b.file().StatePeriod(s, today))
	}
	b.desk = desktest.Reopen(b.t, b.book)
	return b
}

func maybe(iso string) workday.Date {
	if iso == "" {
		return 0
	}
	return desktest.Day(iso)
}

var screens = map[string]screen{
	"documents": register.Documents, "visits": register.Visits, "appointments": register.Appointments, "situations": register.Situations,
}

func TestGoldens(t *testing.T) {
	t.Parallel()
	for name, s := range screens {
		b := at(t).fill().show(s)
		kittest.Golden(t, name+"_80", b.desk.Nav.View())
	}
}

func TestHiddenNamesHideTheRegister(t *testing.T) {
	t.Parallel()
	for name, s := range screens {
		b := at(t).fill()
		b.desk.Hide(true)
		b.desk.Nav.SetSize(160, 50)
		b.show(s)
		for _, secret := range []string{"Maja", "Kowalska", "Osei", "Lund", "Mistry", "Quaye", "Oakfield", "Ahmed", "football", "neglect", "school"} {
			if view := b.desk.Nav.View(); strings.Contains(view, secret) {
				t.Errorf("%s: %s is on the screen:\n%s", name, secret, view)
			}
		}
	}
}

func TestEmptyScreensSayWhatToDo(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"documents": "The child is not looked after today", "visits": "none entered yet: a adds one",
		"appointments": "Name the child's IRO", "situations": "Say since when."} {
		b := at(t)
		b.id = b.book.Zac
		b.show(screens[name]).see(want)
	}
}

func TestSweep(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		screen screen
		keys   []string
	}{
		{register.Documents, nil}, {register.Documents, []string{"a"}}, {register.Documents, []string{"enter"}},
		{register.Visits, nil}, {register.Visits, []string{"a"}}, {register.Visits, []string{"k"}},
		{register.Appointments, nil}, {register.Appointments, []string{"h"}}, {register.Appointments, []string{"enter"}},
		{register.Situations, nil}, {register.Situations, []string{"a"}}, {register.Situations, []string{"end", "enter"}}, {register.Situations, []string{"end", "up", "enter"}},
	} {
		kittest.SweepPage(t, func() *kit.Nav {
			b := at(t).fill().show(c.screen)
			b.press(c.keys...)
			return b.desk.Nav
		})
	}
	for _, s := range screens {
		kittest.SweepPage(t, func() *kit.Nav {
			b := at(t)
			b.id = b.book.Zac
			return b.show(s).desk.Nav
		})
	}
}
