package register_test

import (
	"strings"
	"testing"

	file "footprint/domain/casefile"
	"footprint/tui/desk/desktest"
	"footprint/tui/register"
)

func TestCameAndReadTakeOneKeyEachAndAreUndone(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Documents)
	b.to("Placement plan")
	b.press("r")
	if said := b.desk.Nav.Said(); said != "It has not come yet: c says that it came today." {
		t.Errorf("said %q", said)
	}
	b.press("c")
	if doc, ok := b.file().Document(file.PlacementPlan); !ok || doc.Received != desktest.Today || doc.Read.Known() {
		t.Fatalf("document %+v:\n%s", doc, b.desk.Nav.View())
	}
	b.see("Placement plan received, not read yet")
	b.press("c")
	if len(b.file().Documents()) != 1 || b.desk.Nav.Said() != "It came already; a adds another version." {
		t.Errorf("twice: %+v, said %q", b.file().Documents(), b.desk.Nav.Said())
	}
	b.press("r")
	if doc, _ := b.file().Document(file.PlacementPlan); doc.Read != desktest.Today || len(b.file().Documents()) != 1 {
		t.Errorf("document %+v", doc)
	}
	b.see("Placement plan read Mon 23 Nov")
	b.press("u", "u")
	if len(b.file().Documents()) != 0 {
		t.Errorf("undo takes each back: %+v", b.file().Documents())
	}
	b.see("Placement plan not entered")
}

func TestADocumentNeverEnteredIsNotCalledLate(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.keep(b.file().StatePlacement(file.PlacementStated{ID: b.desk.Watch.NewID(), Code: "K2", Start: desktest.Day("2026-10-05"), Carer: "Elm House"}, desktest.Today))
	b.show(register.Documents)
	b.to("Placement plan")
	b.see("· > Placement plan not entered was due Mon 12 Oct")
	b.seeNot("late")
}

func TestWhatComesForAnOldPlanIsANewVersion(t *testing.T) {
	t.Parallel()
	b := at(t).fill().show(register.Documents)
	b.to("Education plan")
	b.press("R")
	b.see("rule CD-10 PR-40")
	b.press("esc", "w")
	b.see("why PR-07")
	b.press("esc", "c")
	docs := 0
	for _, d := range b.file().Documents() {
		if d.What == file.EducationPlan {
			docs++
		}
	}
	if newest, _ := b.file().Document(file.EducationPlan); docs != 2 || newest.Received != desktest.Today {
		t.Errorf("%d versions, newest %+v", docs, newest)
	}
	b.see("Education plan (PEP) received, not read yet")
}

func TestAVersionIsEnteredAndCorrected(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Documents)
	b.to("Care plan")
	b.press("a")
	b.see("What it is * ‹ care plan ›")
	b.press("tab", "tab")
	b.typed("3")
	b.press("tab")
	b.typed("1/6/2026")
	b.press("ctrl+s")
	b.see("Care plan not received of Mon 1 Jun")
	b.press("enter", "tab", "tab", "tab", "tab")
	b.typed("2/6/2026")
	b.press("ctrl+s")
	doc, _ := b.file().Document(file.CarePlan)
	if len(b.file().Documents()) != 1 || doc.Version != "3" || doc.Dated != desktest.Day("2026-06-01") || doc.Received != desktest.Day("2026-06-02") {
		t.Errorf("documents %+v", b.file().Documents())
	}
}

func TestAVisitOfConcernLeadsToTheIntake(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Visits)
	b.press("c")
	b.typed("20/11/2026")
	b.press("tab", "tab")
	b.typed("no")
	b.press("ctrl+s")
	b.see("intake visit_concern 2026-11-20")
	v, ok := b.file().LastVisit(desktest.Day("2026-11-20"))
	if !ok || !v.Concern || v.By != "J. Osei" {
		t.Fatalf("visit %+v", v)
	}
	b.press("esc")
	b.to("found the child not safe")
	b.see("e reports it")
	b.press("R")
	b.see("rule RT-05 VS-08")
	b.press("esc", "e")
	b.see("intake visit_concern 2026-11-20")
	b.press("esc")
	b.keep(b.file().ReportEvent(file.EventReported{ID: b.desk.Watch.NewID(), What: file.VisitConcern, On: desktest.Day("2026-11-20")}, desktest.Today))
	b.seeNot("e reports it")
	b.see("not decided yet")
	b.press("enter", "ctrl+s")
	b.seeNot("intake")
}

func TestAChildsRequestIsOpenUntilTheVisit(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Visits)
	b.press("k", "tab")
	b.typed("school")
	b.press("ctrl+s")
	b.see("Mon 23 Nov the child asked for a visit not made yet")
	if v := b.file().Visits(); len(v) != 1 || v[0].On.Known() || v[0].AskedOn != desktest.Today || v[0].Note != "school" {
		t.Fatalf("visits %+v", v)
	}
	b.to("asked for a visit")
	b.press("enter")
	b.typed("today")
	b.press("tab", "tab")
	b.typed("yes")
	b.press("tab")
	b.typed("no")
	b.press("ctrl+s")
	b.see("asked for Mon 23 Nov")
	if v := b.file().Visits(); len(v) != 1 || v[0].On != desktest.Today {
		t.Errorf("visits %+v", v)
	}
}

func TestTheNextVisitSaysWhy(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Visits)
	b.press("w")
	b.see("why VS-03")
}

// AP-12: the five tests are asked one by one, and any yes is refused.
func TestIndependenceIsAskedOneByOne(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Appointments)
	b.desk.Nav.SetSize(80, 40)
	b.press("a")
	b.typed("\t2/2/2026\t")
	b.see("Plans or manages the case", "makes or manages the child's care plan or case")
	b.seeNot("Visits for the authority", "Declared on")
	b.typed("n\t")
	b.see("Visits for the authority")
	b.seeNot("Is personal adviser")
	b.press("ctrl+s")
	b.see("Answer all five")
	b.typed("y\t")
	b.press("ctrl+s")
	b.see("not independent of the case")
	if len(b.file().Appointments()) != 0 {
		t.Fatalf("appointed %+v", b.file().Appointments())
	}
	b.press("shift+tab")
	b.typed("n\tn\tn\tn\t")
	b.see("Declared on")
	b.press("ctrl+s")
	b.see("This is needed")
	b.typed("today")
	b.press("ctrl+s")
	all := b.file().Appointments()
	if len(all) != 1 || all[0].Name != "R. Quaye" || all[0].From != desktest.Day("2026-02-02") || all[0].Declared != desktest.Today {
		t.Fatalf("appointed %+v:\n%s", all, b.desk.Nav.View())
	}
	b.see("no to all five tests")
}

func TestAHandoverEndsTheIROBefore(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Appointments)
	b.press("h")
	if said := b.desk.Nav.Said(); said != "There is no IRO now to hand over: a names one." {
		t.Errorf("said %q", said)
	}
	b.keep(b.file().Appoint(file.AppointmentStated{ID: b.desk.Watch.NewID(), Name: "D. Mistry", From: desktest.Day("2026-02-02")}, nil, desktest.Today))
	b.press("h")
	b.see("the review planned for Thu 26 Nov 2026")
	b.seeNot("D. Mistry")
	b.typed("R. Quaye\t16/11/2026\tSchool place not found")
	b.press("tab")
	b.typed("17/11/2026")
	b.press("ctrl+s")
	all := b.file().Appointments()
	if len(all) != 2 || all[0].To != desktest.Day("2026-11-16") || all[1].HandedOver != "School place not found" || all[1].Introduced != desktest.Day("2026-11-17") {
		t.Fatalf("appointments %+v:\n%s", all, b.desk.Nav.View())
	}
	if b.file().HandoverOpen(desktest.Today) {
		t.Error("the handover is done")
	}
	b.see("R. Quaye, IRO since Mon 16 Nov 2026", "introduced in person Tue 17 Nov 2026", "D. Mistry, Mon 2 Feb 2026 to Mon 16 Nov 2026")
}

// AP-08: a child who comes back is offered the IRO they had.
func TestTheIROBeforeIsOffered(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.keep(b.file().Appoint(file.AppointmentStated{ID: b.desk.Watch.NewID(), Name: "D. Mistry", From: desktest.Day("2024-08-08"), To: desktest.Day("2026-01-09")}, nil, desktest.Today))
	b.show(register.Appointments)
	b.see("no IRO now: a names the next one")
	b.press("a", "tab")
	b.typed("2/2/2026")
	b.press("ctrl+s")
	if now, ok := b.file().AppointedOn(desktest.Today); !ok || now.Name != "D. Mistry" {
		t.Errorf("appointed %+v:\n%s", now, b.desk.Nav.View())
	}
}

func TestASituationIsAddedInPlainWords(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Situations)
	b.press("a")
	b.see("What has happened?", "Placed with adopters", "The placement with adopters ended")
	b.typed("in custody")
	b.press("enter")
	b.typed("2/11/2026\t")
	b.press("ctrl+s")
	b.see("This is needed")
	b.typed("remand\tOakfield\t11/1/2027")
	b.press("ctrl+s")
	got := b.file().Periods(file.Custody)
	if len(got) != 1 || got[0].ID.Zero() || got[0].From != desktest.Day("2026-11-02") || got[0].Code != "remand" || got[0].Text != "Oakfield" ||
		got[0].Expected != desktest.Day("2027-01-11") {
		t.Fatalf("custody %+v:\n%s", got, b.desk.Nav.View())
	}
	b.see("In custody, remand, Oakfield")
	b.press("e")
	b.see("intake custody 2026-11-02")
	b.press("esc", "enter", "tab", "tab", "tab", "tab")
	b.typed("20/11/2026")
	b.press("ctrl+s")
	if got := b.file().Periods(file.Custody); len(got) != 1 || got[0].To != desktest.Day("2026-11-20") {
		t.Errorf("custody %+v", got)
	}
	b.see("released Fri 20 Nov")
}

func TestEachKindAsksOnlyWhatItNeeds(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]struct{ asks, leaves []string }{
		"in hospital":               {[]string{"Kind of stay", "Discharge expected on", "Hospital and reason"}, []string{"Establishment", "Release"}},
		"issues resolution":         {[]string{"Hearing on", "Court told on"}, []string{"expected", "Establishment"}},
		"secure accommodation pan":  {[]string{"Its answers", "Who sat"}, []string{"ended", "expected"}},
		"the placement with adop":   {[]string{"Ended on", "What happened"}, []string{"expected", "Over on"}},
		"authority to place":        {[]string{"Given on", "Ended on"}, []string{"expected", "What"}},
		"permanence before this ti": {[]string{"Made on", "Kind"}, []string{"expected", "Ended"}},
	} {
		b := at(t).show(register.Situations)
		b.press("a")
		b.typed(kind)
		b.press("enter")
		b.see(want.asks...)
		b.seeNot(want.leaves...)
	}
}

func TestAPlacementWithAdoptersThatEndedIsOver(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.keep(b.file().StatePeriod(file.PeriodStated{ID: b.desk.Watch.NewID(), What: file.PlacedForAdoption, From: desktest.Day("2026-03-02")}, desktest.Today))
	before := b.book.Changes()
	b.show(register.Situations)
	b.press("a")
	b.typed("the placement with")
	b.press("enter")
	b.typed("9/11/2026")
	b.press("ctrl+s")
	placed, ended := b.file().Periods(file.PlacedForAdoption), b.file().Periods(file.AdoptionDisrupted)
	if len(placed) != 1 || placed[0].To != desktest.Day("2026-11-09") || len(ended) != 1 || ended[0].From != desktest.Day("2026-11-09") {
		t.Fatalf("placed %+v, ended %+v", placed, ended)
	}
	if b.book.Changes() != before+1 {
		t.Error("both are one act")
	}
	b.press("u")
	if placed := b.file().Periods(file.PlacedForAdoption); placed[0].To.Known() || len(b.file().Periods(file.AdoptionDisrupted)) != 0 {
		t.Errorf("undo puts the child back with them: %+v", placed)
	}
}

func TestAPanelAgainstStayingLeadsToTheIntake(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Situations)
	b.press("a")
	b.typed("secure accommodation panel")
	b.press("enter")
	b.typed("20/11/2026\tone")
	b.press("ctrl+s")
	b.see("intake panel_against 2026-11-20")
	b.press("esc")
	b.see("one against staying", "e reports it")
}

// SE-02, SE-03: the three answers and who sat are kept in words.
func TestAPanelIsAskedItsThreeQuestionsAndWhoSat(t *testing.T) {
	t.Parallel()
	b := at(t).show(register.Situations)
	b.press("a")
	b.typed("secure accommodation panel")
	b.press("enter")
	b.typed("20/11/2026\tall\ty\tn\tn\t")
	b.seeNot("SE-02")
	b.typed("y")
	b.see("You are the child's IRO and may not sit on its panel (HB 4.14; SE-02)")
	b.typed("\tMrs Ahmed, chair; two others")
	b.press("ctrl+s")
	if said := b.desk.Nav.Said(); !strings.Contains(said, "not all are for it") {
		t.Errorf("said %q", said)
	}
	if len(b.file().Periods(file.Panel)) != 0 {
		t.Fatal("answers that contradict the result are not kept")
	}
	b.press("shift+tab", "shift+tab", "shift+tab")
	b.typed("y")
	b.press("ctrl+s")
	const want = "criteria still met; still necessary; nothing more suitable; the child's IRO sat on it; Mrs Ahmed, chair; two others"
	if got := b.file().Periods(file.Panel); len(got) != 1 || got[0].Code != "for" || got[0].Text != want {
		t.Fatalf("panel %+v:\n%s", got, b.desk.Nav.View())
	}
	b.to("may not sit on its panel")
	b.press("R")
	b.see("rule SE-02")
	b.press("esc", "enter")
	b.see("Who sat, and what they said Mrs Ahmed, chair; two others")
	b.press("ctrl+s")
	if got := b.file().Periods(file.Panel); len(got) != 1 || got[0].Text != want {
		t.Errorf("saved again: %+v", got)
	}
}

func TestWhatAnImportBroughtIsCorrectedByItsDay(t *testing.T) {
	t.Parallel()
	b := at(t)
	b.keep(b.file().StatePeriod(file.PeriodStated{What: file.Missing, From: desktest.Day("2026-10-02"), Code: "M"}, desktest.Today))
	b.show(register.Situations)
	b.to("Missing")
	b.press("enter")
	b.see("it came with an import, which knows it by this day")
	b.press("tab")
	b.typed("3/10/2026")
	b.press("ctrl+s")
	got := b.file().Periods(file.Missing)
	if len(got) != 1 || !got[0].ID.Zero() || got[0].To != desktest.Day("2026-10-03") || got[0].Code != "M" {
		t.Errorf("missing %+v:\n%s", got, b.desk.Nav.View())
	}
	b.see("found Sat 3 Oct")
}
