package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

func TestAVisitIsRefusedInPlainWords(t *testing.T) {
	t.Parallel()
	d := child(t)
	for name, tt := range map[string]struct {
		v    casefile.VisitMade
		code fault.Code
	}{
		"no day":             {casefile.VisitMade{By: "J. Osei"}, fault.BadInput},
		"made ahead":         {casefile.VisitMade{On: today + 1}, fault.BadInput},
		"asked ahead":        {casefile.VisitMade{AskedOn: today + 1}, fault.BadInput},
		"made before asked":  {casefile.VisitMade{On: today - 3, AskedOn: today - 2}, fault.BadInput},
		"made before birth":  {casefile.VisitMade{On: on("2011-05-03")}, fault.Conflict},
		"asked before birth": {casefile.VisitMade{AskedOn: on("2011-05-03")}, fault.Conflict},
	} {
		tt.v.ID = d.newID()
		if lines, err := d.c.StateVisit(tt.v, today); fault.CodeOf(err) != tt.code || lines != nil {
			t.Errorf("%s: %v, %v", name, lines, err)
		}
	}
}

func TestVisitsAskedForAreNoVisits(t *testing.T) {
	t.Parallel()
	d := child(t)
	made := casefile.VisitMade{ID: d.newID(), On: on("2026-10-12"), By: " J. Osei ", Alone: true}
	asked := casefile.VisitMade{ID: d.newID(), AskedOn: on("2026-11-02"), Note: "wants to talk"}
	earlier := casefile.VisitMade{ID: d.newID(), On: on("2026-09-01")}
	for _, v := range []casefile.VisitMade{asked, made, earlier} {
		d.do(d.c.StateVisit(v, today))
	}
	if got := d.c.Visits(); len(got) != 3 || got[0].ID != earlier.ID || got[1].By != "J. Osei" || got[2].ID != asked.ID {
		t.Errorf("visits %+v", got)
	}
	if got, ok := d.c.LastVisit(on("2026-01-01")); !ok || got.ID != made.ID {
		t.Errorf("the request is not the last visit: %+v", got)
	}
	if _, ok := d.c.LastVisit(on("2026-10-13")); ok {
		t.Error("a visit before the day counts from it")
	}
	asked.On = on("2026-11-05")
	d.do(d.c.StateVisit(asked, today))
	if got, _ := d.c.LastVisit(on("2026-10-13")); got.ID != asked.ID || got.AskedOn != on("2026-11-02") || len(d.c.Visits()) != 3 {
		t.Errorf("the request that was met: %+v", got)
	}
	if e := d.c.Entries[len(d.c.Entries)-1]; e.On != asked.On || e.Corrects.Zero() {
		t.Errorf("it happened on the day of the visit and corrects the request: %+v", e)
	}
	if lines, err := d.c.StateVisit(asked, today); lines != nil || err != nil {
		t.Errorf("the same again: %v, %v", lines, err)
	}
}
