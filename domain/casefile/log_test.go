package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

var (
	logBorn  = workday.Date(738000)
	logToday = workday.Date(739943)
)

// diary is a file with a child born on logBorn and these entries.
func diary(t *testing.T) *casefile.Case {
	t.Helper()
	lines, err := casefile.OpenFile("C-0001", map[string]string{casefile.FactName: "Maja Kowalska", casefile.FactDOB: logBorn.String()}, logToday)
	if err != nil {
		t.Fatal(err)
	}
	return enter(t, casefile.Replay(casefile.ID{1}, nil), lines)
}

func enter(t *testing.T, c *casefile.Case, lines []casefile.Line) *casefile.Case {
	t.Helper()
	n := byte(len(c.Entries))
	return c.With(casefile.Stamp{Day: logToday, By: "R. Quaye"}.Entries(lines, func() casefile.ID { n++; return casefile.ID{15: n} })...)
}

func TestWhatTheLogRefuses(t *testing.T) {
	t.Parallel()
	c := diary(t)
	for name, tc := range map[string]struct {
		l  casefile.Logged
		on workday.Date
	}{
		"no kind":                 {casefile.Logged{Text: "x"}, logToday},
		"empty":                   {casefile.Logged{What: casefile.Footprint, Text: "  "}, logToday},
		"a contact with nobody":   {casefile.Logged{What: casefile.Contact, Text: "x"}, logToday},
		"no day":                  {casefile.Logged{What: casefile.Footprint, Text: "x"}, 0},
		"the future":              {casefile.Logged{What: casefile.Footprint, Text: "x"}, logToday + 1},
		"before birth":            {casefile.Logged{What: casefile.Footprint, Text: "x"}, logBorn - 1},
		"answered before asked":   {casefile.Logged{What: casefile.Contact, Text: "x", With: "the aunt", AskedOn: logToday}, logToday - 1},
		"waits for nothing":       {casefile.Logged{What: casefile.Contact, Text: "x", With: "the aunt", Waiting: true}, logToday},
		"a footprint that waits":  {casefile.Logged{What: casefile.Footprint, Text: "x", AskedOn: logToday, Waiting: true}, logToday},
		"longer than a day":       {casefile.Logged{What: casefile.Footprint, Text: "x", Minutes: 1441}, logToday},
		"asked in days to come":   {casefile.Logged{What: casefile.Contact, Text: "x", With: "the aunt", AskedOn: logToday + 1, Waiting: true}, logToday},
		"a kind nobody knows":     {casefile.Logged{What: "gossip", Text: "x"}, logToday},
		"longer than the program": {casefile.Logged{What: casefile.Footprint, Text: string(make([]byte, casefile.NoteLimit+1)) + "x"}, logToday},
	} {
		if _, err := c.WriteLog(tc.l, casefile.ID{}, tc.on, logToday); err == nil {
			t.Errorf("%s: must be refused", name)
		}
	}
}

func TestAnAttemptToReachTheIROWaitsUntilItIsAnswered(t *testing.T) {
	t.Parallel()
	c := diary(t)
	asked := casefile.Logged{What: casefile.Contact, Text: "rang twice", With: "the aunt", AskedOn: logToday - 6, Waiting: true}
	lines, err := c.WriteLog(asked, casefile.ID{}, logToday, logToday)
	if err != nil {
		t.Fatal(err)
	}
	c = enter(t, c, lines)
	waiting := c.Unanswered()
	if len(waiting) != 1 || waiting[0].On != logToday-6 {
		t.Fatalf("waiting %+v", waiting)
	}
	if _, ok := waiting[0].Response(); ok {
		t.Error("what was not answered has no response time")
	}
	if again, err := c.WriteLog(asked, waiting[0].Entry, logToday, logToday); err != nil || len(again) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", again, err)
	}
	asked.Waiting = false
	lines, err = c.WriteLog(asked, waiting[0].Entry, logToday-2, logToday)
	if err != nil {
		t.Fatal(err)
	}
	answered := enter(t, c, lines)
	if days, ok := answered.Log()[0].Response(); !ok || days != 4 || len(answered.Unanswered()) != 0 || len(answered.Log()) != 1 {
		t.Errorf("answered after %d days: %+v", days, answered.Log())
	}
}

func TestThoseWhoWaitLongestComeFirst(t *testing.T) {
	t.Parallel()
	c := diary(t)
	for _, back := range []workday.Date{2, 9, 5} {
		lines, err := c.WriteLog(casefile.Logged{What: casefile.Contact, Text: "rang", With: "school", AskedOn: logToday - back, Waiting: true}, casefile.ID{}, 0, logToday)
		if err != nil {
			t.Fatal(err)
		}
		c = enter(t, c, lines)
	}
	got := c.Unanswered()
	if len(got) != 3 || got[0].AskedOn != logToday-9 || got[2].AskedOn != logToday-2 {
		t.Errorf("waiting %+v", got)
	}
}

func TestPoorPracticeAndBarriersAreToBeRaised(t *testing.T) {
	t.Parallel()
	for _, k := range casefile.LogKinds() {
		want := k == casefile.PoorPractice || k == casefile.Barrier
		if got := (casefile.Logged{What: k}).Untold(); got != want {
			t.Errorf("%s untold %v", k, got)
		}
		if (casefile.Logged{What: k, ToldTo: "head of service"}).Untold() {
			t.Errorf("%s was told", k)
		}
	}
}
