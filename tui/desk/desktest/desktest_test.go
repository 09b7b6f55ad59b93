package desktest_test

import (
	"testing"

	"footprint/tui/desk/desktest"
)

func TestChildrenStandAsNamed(t *testing.T) {
	t.Parallel()
	d, b := desktest.New(t)
	maja, _ := d.Row(b.Maja)
	ben, _ := d.Row(b.Ben)
	aled, _ := d.Row(b.Aled)
	idris, _ := d.Row(b.Idris)
	nia, _ := d.Row(b.Nia)
	if maja.ReviewNo != 6 || maja.Due != desktest.Day("2026-11-26") || maja.Planned != maja.Due || maja.Ready == 0 || maja.Ready == maja.Total {
		t.Errorf("Maja: %+v", maja)
	}
	if ben.ReviewNo != 4 || ben.Due != desktest.Day("2026-12-04") || ben.Planned.Known() {
		t.Errorf("Ben: %+v", ben)
	}
	if aled.ReviewNo != 2 || aled.Due != desktest.Day("2026-11-17") {
		t.Errorf("Aled: %+v", aled)
	}
	if idris.ReviewNo != 0 || idris.Due.Known() || idris.Missing == "" {
		t.Errorf("Idris: %+v", idris)
	}
	if nia.ReviewNo != 1 || !nia.Due.Known() {
		t.Errorf("Nia: %+v", nia)
	}
	if zac, _ := d.Row(b.Zac); zac.Open(d.Today()) {
		t.Errorf("Zac: %+v", zac)
	}
	if b.Changes() != 0 || d.Case(b.Zac) == nil {
		t.Error("the book should begin unchanged and read")
	}
}
