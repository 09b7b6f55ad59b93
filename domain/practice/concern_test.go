package practice_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
	"footprint/domain/practice"
)

func gap() practice.ConcernStated {
	return practice.ConcernStated{ID: casefile.ID{7}, Theme: practice.HealthCare, Text: "Nobody is seen within six months."}
}

func TestWhatAConcernNeeds(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*practice.ConcernStated){
		"a theme of the list":    func(c *practice.ConcernStated) { c.Theme = "gossip" },
		"words":                  func(c *practice.ConcernStated) { c.Text = " " },
		"a day it was raised":    func(c *practice.ConcernStated) { c.RaisedTo = "Head of service" },
		"to whom it was raised":  func(c *practice.ConcernStated) { c.RaisedOn = today },
		"no day to come":         func(c *practice.ConcernStated) { c.RaisedTo, c.RaisedOn = "Head of service", today+1 },
		"raised before answered": func(c *practice.ConcernStated) { c.Answer, c.AnsweredOn = "Noted.", today },
		"a day of the answer":    func(c *practice.ConcernStated) { c.RaisedTo, c.RaisedOn, c.Answer = "Head of service", today, "Noted." },
		"days in their order": func(c *practice.ConcernStated) {
			c.RaisedTo, c.RaisedOn, c.Answer, c.AnsweredOn = "Head of service", today, "Noted.", today-1
		},
		"a close after the rest": func(c *practice.ConcernStated) { c.RaisedTo, c.RaisedOn, c.Closed = "Head of service", today, today-1 },
		"no more than is kept":   func(c *practice.ConcernStated) { c.Text = string(make([]byte, casefile.NoteLimit)) + "xx" },
		"the words of the answer": func(c *practice.ConcernStated) {
			c.RaisedTo, c.RaisedOn, c.AnsweredOn = "Head of service", today, today
		},
	} {
		c := gap()
		change(&c)
		if _, err := practice.Replay(nil).StateConcern(c, today); err == nil {
			t.Errorf("a concern needs %s", name)
		}
	}
}

func TestAConcernGoesFromSeenToClosed(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	c := gap()
	c.Children = []casefile.ID{{1}, {2}, {1}}
	state := func(want practice.Standing) {
		t.Helper()
		lines, err := p.StateConcern(c, today)
		p = keep(t, p, lines, err)
		got := p.Concerns()
		if len(got) != 1 || got[0].Standing() != want || len(got[0].Children) != 2 || got[0].Since != today {
			t.Fatalf("want %s: %+v", want, got)
		}
	}
	state(practice.NotRaised)
	c.RaisedTo, c.RaisedOn = "Head of service", today-2
	state(practice.Raised)
	c.Answer, c.AnsweredOn = "A second clinic opens.", today-1
	state(practice.Answered)
	c.Closed = today
	state(practice.Closed)
	if again, err := p.StateConcern(c, today); err != nil || len(again) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", again, err)
	}
}

func TestConcernsToRaiseComeFirst(t *testing.T) {
	t.Parallel()
	p := practice.Replay(nil)
	add := func(n byte, change func(*practice.ConcernStated)) {
		c := gap()
		c.ID = casefile.ID{n}
		change(&c)
		lines, err := p.StateConcern(c, today)
		p = keep(t, p, lines, err)
	}
	raised := func(c *practice.ConcernStated) { c.RaisedTo, c.RaisedOn = "Head of service", today-9 }
	add(1, func(c *practice.ConcernStated) { raised(c); c.Closed = today })
	add(2, func(c *practice.ConcernStated) { raised(c); c.Answer, c.AnsweredOn = "Noted.", today })
	add(3, raised)
	add(4, func(*practice.ConcernStated) {})
	for i, c := range p.Concerns() {
		if want := (casefile.ID{byte(4 - i)}); c.ID != want {
			t.Errorf("place %d holds %s", i, c.Standing())
		}
	}
}

func TestEveryThemeHasItsRule(t *testing.T) {
	t.Parallel()
	for _, theme := range practice.Themes() {
		if _, ok := handbook.RuleByID(theme.Rule()); !ok {
			t.Errorf("%s: no rule %s", theme, theme.Rule())
		}
	}
	if practice.Offending.Rule() != "YJ-23" || practice.RoleBarrier.Rule() != "QA-06" || practice.Workers.Rule() != "MO-07" {
		t.Error("offending is YJ-23, barriers QA-06, the rest MO-07")
	}
}
