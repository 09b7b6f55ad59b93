package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

func (d *chaired) raises(decision casefile.ID) casefile.DisputeRaised {
	d.t.Helper()
	one := casefile.DisputeRaised{ID: d.newID(), Opened: on("2026-05-04"), Decision: decision, With: "S. Pell", Wrong: "there is no school place", Wanted: "a place", By: on("2026-06-01")}
	d.do(d.c.RaiseDispute(one, today))
	return one
}

// TestADisputeOverADecision: DE-07, DD-08, DR-01, DR-02.
func TestADisputeOverADecision(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	over := casefile.DisputeRaised{ID: d.newID(), Opened: on("2026-05-04"), Decision: id, With: "S. Pell", Wrong: "there is no school place"}
	try := func(change func(*casefile.DisputeRaised)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			one := over
			change(&one)
			return d.c.RaiseDispute(one, today)
		}
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no day":              try(func(o *casefile.DisputeRaised) { o.Opened = 0 }),
		"in the future":       try(func(o *casefile.DisputeRaised) { o.Opened = today + 1 }),
		"with nobody":         try(func(o *casefile.DisputeRaised) { o.With = " " }),
		"nothing is wrong":    try(func(o *casefile.DisputeRaised) { o.Wrong = "" }),
		"wanted before":       try(func(o *casefile.DisputeRaised) { o.By = on("2026-05-03") }),
		"an unknown decision": try(func(o *casefile.DisputeRaised) { o.Decision = casefile.ID{9, 9} }),
	})
	if _, raised := d.c.DisputeOver(id); raised {
		t.Error("nothing was raised")
	}
	d.do(d.c.RaiseDispute(over, today))
	if lines, err := d.c.RaiseDispute(over, today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"a second over the same": try(func(o *casefile.DisputeRaised) { o.ID = casefile.ID{8, 8} }),
	})
	before := d.c
	over.Wanted = "a place by the summer"
	d.do(d.c.RaiseDispute(over, today))
	if got, ok := d.c.DisputeOver(id); !ok || !got.Open() || got.DisputeRaised != over || len(d.c.Disputes()) != 1 {
		t.Errorf("%+v", got)
	}
	undo(t, d.desk, before)
	d.raises(casefile.ID{}) // one that came from no decision
	d.raises(casefile.ID{})
	if len(d.c.Disputes()) != 3 {
		t.Errorf("%+v", d.c.Disputes())
	}
}

// TestTheLogAndTheEndOfADispute: DR-01, DR-11.
func TestTheLogAndTheEndOfADispute(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	one := d.raises(id)
	log := func(day workday.Date, l casefile.DisputeLogged) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) { return d.c.LogDispute(l, day, today) }
	}
	settle := func(day workday.Date, s casefile.DisputeSettled) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) { return d.c.SettleDispute(s, day, today) }
	}
	said := casefile.DisputeLogged{Dispute: one.ID, With: "S. Pell", Words: "asked for a panel"}
	agreed := casefile.DisputeSettled{Dispute: one.ID, Agreed: "a panel in May", Who: "S. Pell", By: on("2026-05-20")}
	may := on("2026-05-11")
	refuses(t, map[string]func() ([]casefile.Line, error){
		"log: no such dispute":    log(may, casefile.DisputeLogged{With: "x", Words: "x"}),
		"log: with nobody":        log(may, casefile.DisputeLogged{Dispute: one.ID, Words: "x"}),
		"log: nothing said":       log(may, casefile.DisputeLogged{Dispute: one.ID, With: "x", Words: " "}),
		"log: no day":             log(0, said),
		"log: in the future":      log(today+1, said),
		"log: before it began":    log(on("2026-05-03"), said),
		"settle: no such dispute": settle(may, casefile.DisputeSettled{Agreed: "x", Who: "x", By: may}),
		"settle: nothing agreed":  settle(may, casefile.DisputeSettled{Dispute: one.ID, Who: "x", By: may}),
		"settle: nobody does it":  settle(may, casefile.DisputeSettled{Dispute: one.ID, Agreed: "x", By: may}),
		"settle: by no day":       settle(may, casefile.DisputeSettled{Dispute: one.ID, Agreed: "x", Who: "x"}),
		"settle: by a past day":   settle(may, casefile.DisputeSettled{Dispute: one.ID, Agreed: "x", Who: "x", By: may - 1}),
		"settle: in the future":   settle(today+1, agreed),
		"settle: before it began": settle(on("2026-05-03"), agreed),
	})
	d.do(d.c.LogDispute(said, may, today))
	before := d.c
	d.do(d.c.SettleDispute(agreed, may, today))
	if got, _ := d.c.DisputeOver(id); got.Open() || got.SettledOn != may || got.Settled != agreed || len(got.Log) != 1 || got.Log[0].On != may {
		t.Errorf("%+v", got)
	}
	refuses(t, map[string]func() ([]casefile.Line, error){"settled twice": settle(may, agreed)})
	undo(t, d.desk, before)
	d.do(d.c.SettleDispute(agreed, may, today))
	again := d.raises(id)
	if got, _ := d.c.DisputeOver(id); got.ID != again.ID || !got.Open() {
		t.Errorf("after a settlement it may be raised anew: %+v", got)
	}
}
