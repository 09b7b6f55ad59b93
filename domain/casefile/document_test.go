package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

func TestADocumentNeedsItsKindAndADay(t *testing.T) {
	t.Parallel()
	d := child(t)
	for name, doc := range map[string]casefile.DocumentStated{
		"no kind":              {Received: today},
		"a kind nobody knows":  {What: "shopping list", Received: today},
		"no day":               {What: casefile.CarePlan},
		"read alone is no day": {What: casefile.CarePlan, Read: today},
		"dated ahead":          {What: casefile.CarePlan, Dated: today + 1},
		"came ahead":           {What: casefile.CarePlan, Received: today + 1},
		"read ahead":           {What: casefile.CarePlan, Received: today, Read: today + 1},
		"at the council ahead": {What: casefile.CourtPaper, AtCouncil: today + 1},
		"read before it came":  {What: casefile.CarePlan, Received: today, Read: today - 1},
	} {
		doc.ID = d.newID()
		if lines, err := d.c.StateDocument(doc, today); fault.CodeOf(err) != fault.BadInput || lines != nil {
			t.Errorf("%s: %v, %v", name, lines, err)
		}
	}
}

func TestTheNewestVersionIsTheOneDatedLast(t *testing.T) {
	t.Parallel()
	d := child(t)
	second := casefile.DocumentStated{ID: d.newID(), What: casefile.CarePlan, Version: " 2 ", Dated: on("2026-06-01"), Received: on("2026-06-03")}
	first := casefile.DocumentStated{ID: d.newID(), What: casefile.CarePlan, Version: "1", Received: on("2025-01-20")}
	court := casefile.DocumentStated{ID: d.newID(), What: casefile.CourtPaper, AtCouncil: on("2026-07-01")}
	for _, doc := range []casefile.DocumentStated{second, first, court} {
		d.do(d.c.StateDocument(doc, today))
	}
	if got, ok := d.c.Document(casefile.CarePlan); !ok || got.Version != "2" || got.When() != on("2026-06-01") {
		t.Errorf("newest %+v", got)
	}
	if got := d.c.Documents(); len(got) != 3 || got[0].ID != first.ID || got[2].When() != on("2026-07-01") {
		t.Errorf("documents %+v", got)
	}
	if _, ok := d.c.Document(casefile.HealthPlan); ok {
		t.Error("a document that is not on file was found")
	}
}

func TestRestatingADocumentCorrectsItsEntry(t *testing.T) {
	t.Parallel()
	d := child(t)
	doc := casefile.DocumentStated{ID: d.newID(), What: casefile.EducationPlan, Received: on("2026-10-01")}
	d.do(d.c.StateDocument(doc, today))
	if lines, err := d.c.StateDocument(doc, today); lines != nil || err != nil {
		t.Errorf("the same again: %v, %v", lines, err)
	}
	stated := d.c.Entries[len(d.c.Entries)-1].ID
	doc.Read = on("2026-10-02")
	lines, err := d.c.StateDocument(doc, today)
	if err != nil || len(lines) != 1 || lines[0].Corrects != stated {
		t.Fatalf("lines %+v, %v", lines, err)
	}
	d.do(lines, nil)
	if got := d.c.Documents(); len(got) != 1 || got[0].Read != on("2026-10-02") {
		t.Errorf("documents %+v", got)
	}
}
