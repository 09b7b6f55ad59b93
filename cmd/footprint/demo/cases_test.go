package demo

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

// TestEveryCase looks for each case the demonstration is there to show.
func TestEveryCase(t *testing.T) {
	t.Parallel()
	today := day(t, "2026-11-23")
	files, p := build(t, Options{Seed: 1, Today: today})
	found := map[string]int{}
	note := func(what string, is bool) {
		if is {
			found[what]++
		}
	}
	for _, f := range files {
		c := casefile.Replay(f.File, f.Entries)
		clocks := clock.Of(c, today, p.Calendar(), p.Readings())
		status, _ := c.StatusOn(today)
		place, _ := c.PlacementOn(today)
		hand, inHand := c.InHand()
		r := *f.Row
		note("status "+status.Code, true)
		note("placement "+place.Code, true)
		note("first review", clocks.ReviewNo == 1)
		note("second review", clocks.ReviewNo == 2)
		note("number not known", clocks.ReviewNo == 0 && r.Due.Known())
		note("planned after the limit", r.Due.Known() && r.Planned > r.Due)
		note("planned at the weekend", r.Planned.Known() && r.Planned.Weekday() == workday.Saturday)
		note("called at short notice", inHand && hand.Planned.CalledOn.Known())
		note("planned elsewhere", inHand && hand.Planned.Venue != "" && !hand.Planned.Home)
		note("planned at home", inHand && hand.Planned.Home)
		note("nothing planned", r.Due.Known() && !r.Planned.Known())
		note("half prepared", r.Total > 0 && r.Ready*10 > r.Total*3 && r.Ready*10 < r.Total*7)
		note("well prepared", r.Total > 0 && r.Ready*10 > r.Total*8)
		note("out of area", place.OutOfArea)
		note("emergency", place.Emergency)
		note("missing", len(c.Periods(casefile.Missing)) > 0)
		note("short breaks", len(c.Periods(casefile.ShortBreak)) > 0)
		note("16 soon", clocks.Sixteen > today && clocks.Sixteen < today+30)
		note("18 soon", clocks.Eighteen > today && clocks.Eighteen < today+60)
		note("start not known", len(c.Care()) > 0 && !c.Care()[0].StartKnown())
		note("opened by hand", f.Entries[0].Source == casefile.ByIRO)
		note("moved", len(c.Placements()) > 1)
		for _, e := range f.Entries {
			switch ev := e.Event.(type) {
			case *casefile.ItemAnswered:
				note("answer "+ev.Answer.String(), true)
				note("evidence", len(ev.Evidence) > 0)
			case *casefile.NoteWritten:
				note("note corrected", !e.Corrects.Zero())
				note("note on an item", ev.Item != "")
			case *casefile.PersonStated:
				note("worker changed by a list", e.Source == casefile.ByImport && !e.Corrects.Zero())
				note("worker changed by hand", e.Source == casefile.ByIRO && ev.Role == casefile.SocialWorker && !e.Corrects.Zero())
			case *casefile.Reversed:
				note("taken back", true)
			case *casefile.ReviewHeld:
				note("extra review", ev.NotCounted)
				note("review not finished", !ev.Completed.Known())
			}
		}
	}
	for _, want := range []string{
		"status C1", "status C2", "status V2", "status V3", "status E1", "status J1", "placement A5", "placement R5", "placement P1",
		"placement U1", "placement U3", "placement U4", "placement U5", "placement U6", "placement K2", "placement K3", "placement S1",
		"placement R3", "first review", "second review", "number not known", "planned after the limit", "planned at the weekend",
		"called at short notice", "planned elsewhere", "planned at home", "nothing planned", "half prepared", "well prepared",
		"out of area", "emergency", "missing", "short breaks", "16 soon", "18 soon", "start not known", "opened by hand", "moved",
		"answer done", "answer not done, with reason", "answer does not apply", "evidence", "note corrected", "note on an item",
		"worker changed by a list", "worker changed by hand", "taken back", "extra review", "review not finished",
	} {
		if found[want] == 0 {
			t.Errorf("nobody shows %q", want)
		}
	}
}
