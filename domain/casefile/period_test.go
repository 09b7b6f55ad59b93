package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

// TestASituationThatContradictsTheFileIsRefused, and what may well be is not.
func TestASituationThatContradictsTheFileIsRefused(t *testing.T) {
	t.Parallel()
	type period = casefile.PeriodStated
	plan := period{What: casefile.ChildProtection, From: on("2026-03-02")}
	order := period{What: casefile.SecureOrder, From: on("2026-03-02")}
	placed := period{What: casefile.PlacedForAdoption, From: on("2026-03-02")}
	stay := period{What: casefile.Hospital, From: on("2026-03-02"), Code: "medical"}
	ended := stay
	ended.To = on("2026-04-01")
	with := func(p period, ID casefile.ID) period { p.ID = ID; return p }
	for name, tt := range map[string]struct {
		before  []period
		p       period
		refused bool
	}{
		"a stay within one that goes on":       {[]period{stay}, period{What: casefile.Hospital, From: on("2026-05-01"), To: on("2026-05-04")}, true},
		"a stay before, never ended":           {[]period{stay}, period{What: casefile.Hospital, From: on("2026-02-02")}, true},
		"a stay before, ended":                 {[]period{stay}, period{What: casefile.Hospital, From: on("2026-02-02"), To: on("2026-03-02")}, false},
		"a stay from the day the last ended":   {[]period{ended}, period{What: casefile.Hospital, From: on("2026-04-01")}, false},
		"a stay before the last ended":         {[]period{ended}, period{What: casefile.Hospital, From: on("2026-03-31")}, true},
		"a stay that is planned":               {[]period{stay}, period{What: casefile.Hospital, From: today + 9}, false},
		"the stay with its end":                {[]period{stay}, ended, false},
		"the stay with another day, by id":     {[]period{with(stay, casefile.ID{7})}, period{What: casefile.Hospital, From: on("2026-03-03"), ID: casefile.ID{7}}, false},
		"the stay again under another id":      {[]period{with(stay, casefile.ID{7})}, with(stay, casefile.ID{8}), true},
		"a sentence during a remand":           {[]period{{What: casefile.Custody, From: on("2026-03-02"), Code: "remand"}}, period{What: casefile.Custody, From: on("2026-05-01"), Code: "sentence"}, false},
		"a remand during a remand":             {[]period{{What: casefile.Custody, From: on("2026-03-02"), Code: "remand"}}, period{What: casefile.Custody, From: on("2026-05-01"), Code: "remand"}, true},
		"charged twice":                        {[]period{{What: casefile.Charge, From: on("2026-03-02")}}, period{What: casefile.Charge, From: on("2026-05-01")}, false},
		"adopters left, placing never entered": {nil, period{What: casefile.AdoptionDisrupted, From: on("2026-05-01")}, false},
		"adopters left before":                 {[]period{placed}, period{What: casefile.AdoptionDisrupted, From: on("2026-03-01")}, true},
		"adopters left":                        {[]period{placed}, period{What: casefile.AdoptionDisrupted, From: on("2026-05-01")}, false},
		"adopters left, that placement is over": {[]period{{What: casefile.PlacedForAdoption, From: on("2026-03-02"), To: on("2026-05-01")}},
			period{What: casefile.AdoptionDisrupted, From: on("2026-05-02")}, true},
		"adopters left, and it is corrected": {[]period{placed, {What: casefile.AdoptionDisrupted, From: on("2026-05-01")}, {What: casefile.PlacedForAdoption, From: on("2026-03-02"), To: on("2026-04-01")}},
			period{What: casefile.AdoptionDisrupted, From: on("2026-05-01"), Code: "RD1"}, false},
		"a conference review, no plan":      {nil, period{What: casefile.Conference, From: on("2026-05-01")}, false},
		"a conference review before":        {[]period{plan}, period{What: casefile.Conference, From: on("2026-03-01")}, true},
		"a conference review":               {[]period{plan}, period{What: casefile.Conference, From: on("2026-05-01")}, false},
		"a conference review to come":       {[]period{plan}, period{What: casefile.Conference, From: today + 30}, false},
		"a panel before its order":          {[]period{order}, period{What: casefile.Panel, From: on("2026-03-01")}, true},
		"a panel":                           {[]period{order}, period{What: casefile.Panel, From: on("2026-03-30")}, false},
		"a plan whose first day is unknown": {[]period{plan}, period{What: casefile.ChildProtection}, false},
	} {
		d := child(t)
		for _, p := range tt.before {
			d.do(d.c.StatePeriod(p, today))
		}
		_, err := d.c.StatePeriod(tt.p, today)
		if refused := fault.CodeOf(err) == fault.Conflict; refused != tt.refused || err != nil && fault.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAPlacementCodeTellsOfAdopters where no entry does.
func TestAPlacementCodeTellsOfAdopters(t *testing.T) {
	t.Parallel()
	d := child(t)
	d.do(d.c.StatePlacement(casefile.PlacementStated{ID: d.newID(), Code: "A3", Start: on("2026-03-02"), End: on("2026-05-01")}, today))
	for day, refused := range map[string]bool{"2026-03-01": true, "2026-03-02": false, "2026-05-01": false, "2026-05-02": true} {
		_, err := d.c.StatePeriod(casefile.PeriodStated{What: casefile.AdoptionDisrupted, From: on(day)}, today)
		if (fault.CodeOf(err) == fault.Conflict) != refused {
			t.Errorf("%s: %v", day, err)
		}
	}
}
