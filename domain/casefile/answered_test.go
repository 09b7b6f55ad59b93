package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// sent states when the spring review's decisions went out.
func (d *chaired) sent(change func(*casefile.DecisionsSent)) casefile.DecisionsSent {
	one := casefile.DecisionsSent{Review: d.spring, Issued: on("2026-04-17"), Sent: on("2026-04-17"), Received: on("2026-04-20"), To: "S. Pell"}
	if change != nil {
		change(&one)
	}
	return one
}

// TestSendingDecisions: RC-01, DE-04.
func TestSendingDecisions(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	try := func(change func(*casefile.DecisionsSent)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) { return d.c.SendDecisions(d.sent(change), today) }
	}
	refuses(t, map[string]func() ([]casefile.Line, error){"no decisions": try(nil)})
	d.decides(nil)
	refuses(t, map[string]func() ([]casefile.Line, error){
		"not held":                 try(func(s *casefile.DecisionsSent) { s.Review = d.planned }),
		"no such review":           try(func(s *casefile.DecisionsSent) { s.Review = casefile.ID{} }),
		"not written up":           try(func(s *casefile.DecisionsSent) { s.Issued = 0 }),
		"written in the future":    try(func(s *casefile.DecisionsSent) { s.Issued = today + 1 }),
		"sent in the future":       try(func(s *casefile.DecisionsSent) { s.Sent = today + 1 }),
		"received in the future":   try(func(s *casefile.DecisionsSent) { s.Received = today + 1 }),
		"written before the day":   try(func(s *casefile.DecisionsSent) { s.Issued = on("2026-04-13") }),
		"sent before written":      try(func(s *casefile.DecisionsSent) { s.Sent = on("2026-04-16") }),
		"received before sent":     try(func(s *casefile.DecisionsSent) { s.Received = on("2026-04-16") }),
		"received, never sent":     try(func(s *casefile.DecisionsSent) { s.Sent, s.Received = 0, on("2026-04-16") }),
		"received by nobody named": try(func(s *casefile.DecisionsSent) { s.To = "  " }),
	})
	if got := d.c.SentOf(d.spring); got.Issued.Known() || got.Review != d.spring {
		t.Errorf("%+v", got)
	}
	d.do(d.c.SendDecisions(d.sent(func(s *casefile.DecisionsSent) { s.Sent, s.Received, s.To = 0, 0, "" }), today))
	before := d.c
	d.do(d.c.SendDecisions(d.sent(nil), today))
	if got := d.c.SentOf(d.spring); got != d.sent(nil) || d.c.Entries[len(d.c.Entries)-1].On != on("2026-04-20") {
		t.Errorf("%+v", got)
	}
	if lines, err := d.c.SendDecisions(d.sent(nil), today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	undo(t, d.desk, before)
}

// TestWhatTheManagerAnswers: DE-04, DE-06.
func TestWhatTheManagerAnswers(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	try := func(day workday.Date, a casefile.ManagerAnswered) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) { return d.c.AnswerDecision(a, day, today) }
	}
	yes := casefile.ManagerAnswered{Decision: id, Agrees: true, By: "S. Pell"}
	refuses(t, map[string]func() ([]casefile.Line, error){"nobody received it": try(on("2026-04-21"), yes)})
	d.do(d.c.SendDecisions(d.sent(nil), today))
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no such decision":          try(on("2026-04-21"), casefile.ManagerAnswered{Agrees: true}),
		"no day":                    try(0, yes),
		"in the future":             try(today+1, yes),
		"before it came":            try(on("2026-04-19"), yes),
		"refused without reasons":   try(on("2026-04-21"), casefile.ManagerAnswered{Decision: id, Words: " "}),
		"sent round in the future":  try(on("2026-04-21"), casefile.ManagerAnswered{Decision: id, Words: "no money", ToAll: today + 1}),
		"sent round before it came": try(on("2026-04-22"), casefile.ManagerAnswered{Decision: id, Words: "no money", ToAll: on("2026-04-21")}),
	})
	before := d.c
	no := casefile.ManagerAnswered{Decision: id, By: "S. Pell", Words: "no money", ToAll: on("2026-04-22")}
	d.do(d.c.AnswerDecision(no, on("2026-04-21"), today))
	refused := d.c
	if got := d.decision(id).Answer; got.ManagerAnswered != no || got.On != on("2026-04-21") {
		t.Errorf("%+v", got)
	}
	if lines, err := d.c.AnswerDecision(no, on("2026-04-21"), today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	lines, err := d.c.AnswerDecision(yes, on("2026-04-24"), today)
	if err != nil || len(lines) != 1 || lines[0].Corrects != d.decision(id).Answer.Entry {
		t.Fatalf("an answer that takes the place of another names it: %+v, %v", lines, err)
	}
	d.do(lines, nil)
	if got := d.decision(id).Answer; !got.Agrees {
		t.Errorf("%+v", got)
	}
	undo(t, d.desk, refused)
	d.do(d.c.TakeBack(refused.Entries[len(refused.Entries)-1].Act, "", today))
	if d.decision(id).Answer.On.Known() || before.Exists != d.c.Exists {
		t.Error("an answer taken back is none")
	}
}

// TestAlertsToTheManager: DE-09.
func TestAlertsToTheManager(t *testing.T) {
	t.Parallel()
	d := chairs(t)
	id := d.decides(nil)
	alert := casefile.ManagerAlerted{ID: d.newID(), Decision: id, To: "S. Pell", Sent: on("2026-06-02")}
	try := func(change func(*casefile.ManagerAlerted)) func() ([]casefile.Line, error) {
		return func() ([]casefile.Line, error) {
			a := alert
			change(&a)
			return d.c.AlertManager(a, today)
		}
	}
	refuses(t, map[string]func() ([]casefile.Line, error){
		"no such decision":       try(func(a *casefile.ManagerAlerted) { a.Decision = casefile.ID{} }),
		"to nobody":              try(func(a *casefile.ManagerAlerted) { a.To = " " }),
		"no day":                 try(func(a *casefile.ManagerAlerted) { a.Sent = 0 }),
		"in the future":          try(func(a *casefile.ManagerAlerted) { a.Sent = today + 1 }),
		"before it was made":     try(func(a *casefile.ManagerAlerted) { a.Sent = on("2026-04-13") }),
		"answered in the future": try(func(a *casefile.ManagerAlerted) { a.Answered = today + 1 }),
		"answered before sent":   try(func(a *casefile.ManagerAlerted) { a.Answered = on("2026-06-01") }),
		"an answer without day":  try(func(a *casefile.ManagerAlerted) { a.Answer = "we are on it" }),
	})
	d.do(d.c.AlertManager(alert, today))
	before := d.c
	alert.Answered, alert.Answer = on("2026-06-04"), "we are on it"
	d.do(d.c.AlertManager(alert, today))
	if got := d.decision(id).Alerts; len(got) != 1 || got[0] != alert {
		t.Errorf("%+v", got)
	}
	if lines, err := d.c.AlertManager(alert, today); err != nil || len(lines) != 0 {
		t.Errorf("the same again writes nothing: %v, %v", lines, err)
	}
	undo(t, d.desk, before)
	d.do(d.c.AlertManager(casefile.ManagerAlerted{ID: d.newID(), Decision: id, To: "head of service", Sent: on("2026-06-20")}, today))
	if got := d.decision(id).Alerts; len(got) != 2 || got[1].To != "head of service" {
		t.Errorf("%+v", got)
	}
}
