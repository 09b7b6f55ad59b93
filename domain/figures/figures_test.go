package figures_test

import (
	"testing"

	"footprint/domain/figures"
	"footprint/domain/workday"
)

func on(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

func held(due, recorded string) figures.Timed {
	return figures.Timed{Due: on(due), Recorded: on(recorded)}
}

func TestTimeliness(t *testing.T) {
	t.Parallel()
	today := on("2026-06-10")
	intime, late := held("2026-05-02", "2026-05-02"), held("2026-05-02", "2026-05-03")
	for name, tt := range map[string]struct {
		reviews []figures.Timed
		want    figures.Timeliness
	}{
		"none":                      {nil, figures.Timeliness{}},
		"the last day is in time":   {[]figures.Timed{intime}, figures.Timeliness{OnTime: 1, Percent: 100}},
		"a day later is late":       {[]figures.Timed{late}, figures.Timeliness{Late: 1}},
		"due today and not held":    {[]figures.Timed{{Due: today}}, figures.Timeliness{}},
		"due yesterday, not held":   {[]figures.Timed{{Due: today - 1}}, figures.Timeliness{NotHeld: 1}},
		"two of three, one decimal": {[]figures.Timed{intime, intime, late}, figures.Timeliness{OnTime: 2, Late: 1, Percent: 66.7}},
		"one not yet over is left out": {[]figures.Timed{intime, {Due: today + 1}, {Due: today - 30}},
			figures.Timeliness{OnTime: 1, NotHeld: 1, Percent: 50}},
	} {
		if got := figures.TimelinessOf(tt.reviews, today); got != tt.want {
			t.Errorf("%s: %+v, want %+v", name, got, tt.want)
		}
	}
}

func TestBand(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		children int
		fte      float64
		per      float64
		band     figures.Band
	}{
		"below":              {49, 1, 49, figures.BelowRange},
		"the lower end":      {50, 1, 50, figures.WithinRange},
		"the upper end":      {70, 1, 70, figures.WithinRange},
		"above":              {71, 1, 71, figures.AboveRange},
		"part-time":          {45, 0.6, 75, figures.AboveRange},
		"to one decimal":     {50, 0.7, 71.4, figures.AboveRange},  // 71.43
		"rounded to the end": {67, 0.957, 70, figures.WithinRange}, // 70.01
		"nobody":             {0, 1, 0, figures.BelowRange},
	} {
		per, band := figures.BandOf(tt.children, tt.fte)
		if per != tt.per || band != tt.band {
			t.Errorf("%s: %v %s, want %v %s", name, per, band, tt.per, tt.band)
		}
	}
}
