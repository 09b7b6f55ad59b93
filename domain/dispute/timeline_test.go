package dispute_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/clock"
	"footprint/domain/dispute"
	"footprint/domain/workday"
)

var cal workday.Calendar

func on(s string) workday.Date {
	d, err := workday.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// formal is a dispute that went formal on Mon 2 March 2026; its twenty working
// days end on Mon 30 March, before Easter.
func formal(resolved, today string, entries ...dispute.Entry) dispute.Timeline {
	var at workday.Date
	if resolved != "" {
		at = on(resolved)
	}
	return dispute.TimelineOf(cal, on("2026-03-02"), dispute.Stages(), dispute.TotalDays, entries, at, on(today))
}

func stage(n int, day string) dispute.Entry { return dispute.Entry{Stage: n, Entered: on(day)} }

func TestTheHandbooksTotalIsTheSumOfTheStages(t *testing.T) {
	t.Parallel()
	sum := 0
	for _, n := range dispute.Stages() {
		sum += n
	}
	if sum != dispute.TotalDays {
		t.Errorf("the stages have %d working days, the whole %d", sum, dispute.TotalDays)
	}
}

func TestStates(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		line dispute.Timeline
		want dispute.State
		used int
	}{
		"no stage entered":            {formal("", "2026-03-03"), dispute.StageRunning, 1},
		"on the last day of a stage":  {formal("", "2026-03-09", stage(1, "2026-03-02")), dispute.StageRunning, 5},
		"the day after":               {formal("", "2026-03-10", stage(1, "2026-03-02")), dispute.StageOverdue, 6},
		"a bypass begins a new stage": {formal("", "2026-03-10", stage(1, "2026-03-02"), stage(3, "2026-03-10")), dispute.StageRunning, 6},
		"on the last day of all":      {formal("", "2026-03-30", stage(4, "2026-03-27")), dispute.StageRunning, 20},
		"out of time":                 {formal("", "2026-03-31", stage(4, "2026-03-27")), dispute.OutOfTime, 21},
		"resolved on the last day":    {formal("2026-03-30", "2026-06-01"), dispute.ResolvedInTime, 20},
		"resolved a day late":         {formal("2026-03-31", "2026-06-01"), dispute.ResolvedLate, 21},
	} {
		if tt.line.State != tt.want || tt.line.Used != tt.used || tt.line.OverallDue != on("2026-03-30") {
			t.Errorf("%s: %s after %d working days, due %s", name, tt.line.State, tt.line.Used, tt.line.OverallDue)
		}
	}
}

// TestStageDays: a stage has its own working days and never runs past the whole;
// one the list does not know has what is left of the whole.
func TestStageDays(t *testing.T) {
	t.Parallel()
	line := formal("", "2026-03-26", stage(1, "2026-03-02"), stage(2, "2026-03-05"), stage(4, "2026-03-25"), stage(5, "2026-03-26"))
	want := []string{"2026-03-09", "2026-03-12", "2026-03-30", "2026-03-30"}
	for i, s := range line.Stages {
		if s.Due != on(want[i]) {
			t.Errorf("stage %d is due %s, want %s", s.Stage, s.Due, want[i])
		}
	}
	// 25 March and five working days would be 1 April.
	if line.Stages[2].Days != 5 || line.Stages[3].Days != dispute.TotalDays {
		t.Errorf("working days: %+v", line.Stages)
	}
}

func TestDeadlines(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		line  dispute.Timeline
		rules []string
		dues  []string
	}{
		"before any stage":     {formal("", "2026-03-03"), []string{"DR-08"}, []string{"2026-03-30"}},
		"at its newest stage":  {formal("", "2026-03-11", stage(1, "2026-03-02"), stage(2, "2026-03-10")), []string{"DR-06", "DR-08"}, []string{"2026-03-17", "2026-03-30"}},
		"out of time, it runs": {formal("", "2026-04-15", stage(4, "2026-03-27")), []string{"DR-06", "DR-08"}, []string{"2026-03-30", "2026-03-30"}},
		"resolved":             {formal("2026-03-20", "2026-03-21", stage(1, "2026-03-02")), nil, nil},
		"resolved late":        {formal("2026-04-20", "2026-04-21"), nil, nil},
	} {
		var rules, dues []string
		for _, d := range tt.line.Deadlines(cal, on("2026-03-11")) {
			rules, dues = append(rules, d.Rule), append(dues, d.Due.String())
			if d.Who != clock.LA || d.Why.Sentence == "" || d.Source == "" || d.Done {
				t.Errorf("%s: %+v", name, d)
			}
		}
		if !slices.Equal(rules, tt.rules) || !slices.Equal(dues, tt.dues) {
			t.Errorf("%s: %v on %v", name, rules, dues)
		}
	}
}

// TestTheArithmeticIsTold: working days of the stage, and why one is cut short.
func TestTheArithmeticIsTold(t *testing.T) {
	t.Parallel()
	whole := formal("", "2026-03-11", stage(2, "2026-03-10")).Deadlines(cal, on("2026-03-11"))
	cut := formal("", "2026-03-26", stage(4, "2026-03-25")).Deadlines(cal, on("2026-03-26"))
	exact := formal("", "2026-03-26", stage(4, "2026-03-23")).Deadlines(cal, on("2026-03-26"))
	if text := whole[0].Why.Text(); !strings.Contains(text, "+ 5 working days: Tue 17 Mar 2026") || strings.Contains(text, "never runs past") {
		t.Error(text)
	}
	if text := whole[1].Why.Text(); !strings.Contains(text, "+ 20 working days: Mon 30 Mar 2026") {
		t.Error(text)
	}
	if text := cut[0].Why.Text(); !strings.Contains(text, "never runs past the overall limit") {
		t.Error(text)
	}
	if text := exact[0].Why.Text(); strings.Contains(text, "never runs past") {
		t.Errorf("it ends with the whole by itself: %s", text)
	}
}

// TestCourtTold: the last working day before the hearing, over Easter too.
func TestCourtTold(t *testing.T) {
	t.Parallel()
	for hearing, want := range map[string]struct {
		due      string
		holidays int
	}{
		"2026-06-22": {"2026-06-19", 0}, // a Monday
		"2026-06-24": {"2026-06-23", 0},
		"2026-04-07": {"2026-04-02", 2}, // the Tuesday after Easter: Thursday, past Good Friday and Easter Monday
	} {
		d := dispute.CourtTold(cal, on("2026-03-11"), on(hearing))
		if d.Rule != "CF-09" || d.Who != clock.LA || d.Due != on(want.due) || len(d.Holidays) != want.holidays || d.Source == "" {
			t.Errorf("hearing on %s: %+v", hearing, d)
		}
	}
}
