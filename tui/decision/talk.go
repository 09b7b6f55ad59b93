package decision

import (
	"cmp"

	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/tui/kit"
)

// talk takes a decision up informally, and goes on from there (DE-07; DR-01).
func (p *page) talk(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	over, raised := p.now().DisputeOver(d.ID)
	if !raised || !over.Open() {
		return p.raise(d, casefile.DisputeRaised{Decision: d.ID, Wanted: d.What})
	}
	options := []kit.Option{{ID: "log", Words: "Add to its log"}, {ID: "settle", Words: "Settled: what was agreed"}, {ID: "raised", Words: "Correct how it was raised"}}
	p.Desk.Nav.Open(kit.NewPicker(p.Desk.Nav, "Raised "+over.Opened.Long(), options, func(id string) tea.Cmd {
		switch id {
		case "log":
			return p.logTalk(over)
		case "settle":
			return p.settle(d, over)
		}
		return p.raise(d, over.DisputeRaised)
	}))
	return nil
}

func (p *page) raise(d casefile.Decided, was casefile.DisputeRaised) tea.Cmd {
	draft := "form/decision/talk/" + d.ID.String() + "/" + was.ID.String()
	by := p.Desk.DateField("by", "By", was.By, false)
	by.Hint = "when it must be settled, for the child"
	return p.form(draft, kit.FormSpec{Title: "Raise it informally", Intro: p.oneLine(d.What), Fields: []kit.Field{
		p.past("on", "Raised on", was.Opened),
		{ID: "with", Label: "With", Value: was.With, Suggest: cmp.Or(d.Accountable, p.person(casefile.TeamManager), p.person(casefile.SocialWorker)), Required: true},
		{ID: "wrong", Label: "What is wrong", Kind: kit.LongField, Rows: 2, Value: was.Wrong, Required: true, Hint: "in one sentence"},
		{ID: "wanted", Label: "What you want", Kind: kit.LongField, Rows: 2, Value: was.Wanted},
		by,
	}, Done: func(v kit.Values) tea.Cmd {
		next := casefile.DisputeRaised{ID: was.ID, Decision: d.ID, Opened: p.Desk.ReadDate(v["on"]), With: v["with"], Wrong: v["wrong"], Wanted: v["wanted"], By: p.Desk.ReadDate(v["by"])}
		if next.ID.Zero() {
			next.ID = p.Desk.Watch.NewID()
		}
		lines, err := p.now().RaiseDispute(next, p.Desk.Today())
		return p.Desk.Save(p.now(), lines, err, "Raised informally", draft)
	}})
}

func (p *page) logTalk(over casefile.Dispute) tea.Cmd {
	draft := "form/decision/log/" + over.ID.String()
	with := over.With
	if n := len(over.Log); n > 0 {
		with = over.Log[n-1].With
	}
	return p.form(draft, kit.FormSpec{Title: "What was said", Intro: p.oneLine(over.Wrong), Fields: []kit.Field{
		p.past("on", "On", 0),
		{ID: "with", Label: "With", Suggest: with, Required: true},
		{ID: "way", Label: "How", Hint: "a call, a meeting, a letter"},
		{ID: "words", Label: "What was said", Kind: kit.LongField, Rows: 4, Required: true},
		{ID: "next", Label: "What is next"},
	}, Done: func(v kit.Values) tea.Cmd {
		line := casefile.DisputeLogged{Dispute: over.ID, With: v["with"], Way: v["way"], Words: v["words"], Next: v["next"]}
		lines, err := p.now().LogDispute(line, p.Desk.ReadDate(v["on"]), p.Desk.Today())
		return p.Desk.Save(p.now(), lines, err, "Kept in the log", draft)
	}})
}

func (p *page) settle(d casefile.Decided, over casefile.Dispute) tea.Cmd {
	draft := "form/decision/settle/" + over.ID.String()
	return p.form(draft, kit.FormSpec{Title: "Settled", Intro: p.oneLine(over.Wrong), Fields: []kit.Field{
		p.past("on", "Settled on", 0),
		{ID: "agreed", Label: "What was agreed", Kind: kit.LongField, Rows: 3, Required: true},
		{ID: "who", Label: "Who does it", Suggest: d.Who, Required: true},
		p.Desk.DateField("by", "By when", 0, true),
	}, Done: func(v kit.Values) tea.Cmd {
		s := casefile.DisputeSettled{Dispute: over.ID, Agreed: v["agreed"], Who: v["who"], By: p.Desk.ReadDate(v["by"])}
		lines, err := p.now().SettleDispute(s, p.Desk.ReadDate(v["on"]), p.Desk.Today())
		return p.Desk.Save(p.now(), lines, err, "Settled; d sets the decision's new day", draft)
	}})
}

// refer states the referral of a decision to another service (HB 7.26; DD-05).
func (p *page) refer(d casefile.Decided) tea.Cmd {
	if !p.Desk.Shown() {
		return nil
	}
	draft := "form/decision/referral/" + d.ID.String()
	return p.form(draft, kit.FormSpec{Title: "Referral to another service", Intro: p.oneLine(d.What), Fields: []kit.Field{
		{ID: "service", Label: "To", Value: d.Service, Hint: "the team or the person; empty when nothing was referred"},
		p.Desk.DateField("referred", "Sent on", d.Referred, false),
		p.Desk.DateField("replyby", "Reply wanted by", d.ReplyBy, false),
		p.Desk.DateField("replied", "Replied on", d.Replied, false),
	}, Done: func(v kit.Values) tea.Cmd {
		return p.restate(d.ID, draft, "Referral kept", func(next *casefile.DecisionMade) {
			next.Service, next.Referred = v["service"], p.Desk.ReadDate(v["referred"])
			next.ReplyBy, next.Replied = p.Desk.ReadDate(v["replyby"]), p.Desk.ReadDate(v["replied"])
		})
	}})
}
