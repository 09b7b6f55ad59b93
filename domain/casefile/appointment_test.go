package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

func appoint(d *desk, name, from string) casefile.AppointmentStated {
	d.t.Helper()
	a := casefile.AppointmentStated{ID: d.newID(), Name: name, From: on(from)}
	d.do(d.c.Appoint(a, nil, today))
	return a
}

func TestAnAppointmentIsRefusedInPlainWords(t *testing.T) {
	t.Parallel()
	d := child(t)
	appoint(d, "D. Mistry", "2025-02-03")
	iro := func(change func(a *casefile.AppointmentStated)) casefile.AppointmentStated {
		a := casefile.AppointmentStated{ID: d.newID(), Name: "R. Quaye", From: on("2026-02-02")}
		change(&a)
		return a
	}
	for name, tt := range map[string]struct {
		a    casefile.AppointmentStated
		code fault.Code
	}{
		"no name":                 {iro(func(a *casefile.AppointmentStated) { a.Name = "  " }), fault.BadInput},
		"no day":                  {iro(func(a *casefile.AppointmentStated) { a.From = 0 }), fault.BadInput},
		"ahead":                   {iro(func(a *casefile.AppointmentStated) { a.From = today + 1 }), fault.BadInput},
		"ends before it begins":   {iro(func(a *casefile.AppointmentStated) { a.To = a.From - 1 }), fault.BadInput},
		"introduced ahead":        {iro(func(a *casefile.AppointmentStated) { a.Introduced = today + 1 }), fault.BadInput},
		"told ahead":              {iro(func(a *casefile.AppointmentStated) { a.ToldOn = today + 1 }), fault.BadInput},
		"declared ahead":          {iro(func(a *casefile.AppointmentStated) { a.Declared = today + 1 }), fault.BadInput},
		"two from the same day":   {iro(func(a *casefile.AppointmentStated) { a.From = on("2025-02-03") }), fault.Conflict},
		"before one that goes on": {iro(func(a *casefile.AppointmentStated) { a.From = on("2025-01-07") }), fault.Conflict},
	} {
		if lines, err := d.c.Appoint(tt.a, nil, today); fault.CodeOf(err) != tt.code || lines != nil {
			t.Errorf("%s: %v, %v", name, lines, err)
		}
	}
}

// AP-12: any one of the five roles rules an IRO out.
func TestAnyOfTheFiveTestsRulesAnIROOut(t *testing.T) {
	t.Parallel()
	d := child(t)
	a := casefile.AppointmentStated{ID: d.newID(), Name: "R. Quaye", From: on("2026-02-02"), Declared: on("2026-02-02")}
	if n := len(casefile.Exclusions()); n != 5 {
		t.Fatalf("%d tests", n)
	}
	for _, test := range casefile.Exclusions() {
		if lines, err := d.c.Appoint(a, []string{test.Key}, today); fault.CodeOf(err) != fault.Refused || lines != nil {
			t.Errorf("%s: %v, %v", test.Words, lines, err)
		}
	}
	d.do(d.c.Appoint(a, nil, today))
	if got, ok := d.c.AppointedOn(today); !ok || got.Declared != on("2026-02-02") {
		t.Errorf("appointed %+v", got)
	}
}

// AP-09: a handover is open until the one leaving has introduced the new IRO.
func TestANewIROEndsTheOneBeforeAndWaitsForTheIntroduction(t *testing.T) {
	t.Parallel()
	d := child(t)
	if d.c.HandoverOpen(today) {
		t.Error("no IRO, no handover")
	}
	first := appoint(d, "D. Mistry", "2025-02-03")
	if d.c.HandoverOpen(today) {
		t.Error("the first IRO follows nobody")
	}
	second := appoint(d, "R. Quaye", "2026-02-02")
	all := d.c.Appointments()
	if len(all) != 2 || all[0].To != on("2026-02-02") || !d.c.HandoverOpen(today) {
		t.Errorf("appointments %+v, open %v", all, d.c.HandoverOpen(today))
	}
	for day, want := range map[string]casefile.ID{"2025-02-03": first.ID, "2026-02-01": first.ID, "2026-02-02": second.ID} {
		if got, ok := d.c.AppointedOn(on(day)); !ok || got.ID != want {
			t.Errorf("on %s: %+v", day, got)
		}
	}
	if _, ok := d.c.AppointedOn(on("2025-02-02")); ok {
		t.Error("nobody was appointed before")
	}
	second.Introduced, second.HandedOver = on("2026-02-05"), "school place"
	d.do(d.c.Appoint(second, nil, today))
	if d.c.HandoverOpen(today) || len(d.c.Appointments()) != 2 {
		t.Errorf("introduced in person: %+v", d.c.Appointments())
	}
	if lines, err := d.c.Appoint(second, nil, today); lines != nil || err != nil {
		t.Errorf("the same again: %v, %v", lines, err)
	}
	second.To = today
	d.do(d.c.Appoint(second, nil, today))
	if _, ok := d.c.AppointedOn(today); ok || !d.c.HandoverOpen(today) {
		t.Error("an IRO who left is to be followed")
	}
	var none workday.Date
	second.To = none
	d.do(d.c.Appoint(second, nil, today))
	if d.c.HandoverOpen(today) {
		t.Error("the IRO goes on after all")
	}
}
