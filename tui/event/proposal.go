package event

import (
	tea "github.com/charmbracelet/bubbletea"

	"footprint/domain/casefile"
	"footprint/domain/handbook"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// Proposal is the form of a change the authority proposes: what tells which
// reviews must come first, and the IRO's scrutiny of a move (HB 3.77 to 3.79).
// A change without an id is a new one.
func Proposal(d *desk.Desk, id casefile.ID, ch casefile.ChangeProposed) kit.Page {
	draft := "form/change/" + ch.ID.String()
	var facts handbook.Facts
	if c := d.Case(id); c != nil {
		facts = review.FactsForChanges(c, d.Clocks(c), d.Context())
	}
	fields := append(whatFields(d, ch), scrutinyFields(d, ch)...)
	fields = inSight(append(fields, approvalFields(d, ch, facts)...))
	was := opened(fields)
	return d.Form(id, draft, kit.FormSpec{
		Title: "A proposed change", Intro: "It waits until a review has considered it, or somebody answers for going on without one.", Fields: fields,
		Done: func(v kit.Values) tea.Cmd {
			return keep(d, id, ch, "Proposed change kept", draft, func(next *casefile.ChangeProposed) {
				*next = changeOf(answers{d, v, was}, *next)
				if next.ID.Zero() {
					next.ID = d.Watch.NewID()
				}
			})
		},
	})
}

// keep leaves a form with what it set of a change.
func keep(d *desk.Desk, id casefile.ID, shown casefile.ChangeProposed, words, draft string, set func(*casefile.ChangeProposed)) tea.Cmd {
	c := d.Case(id)
	if c == nil {
		return d.Open(id)
	}
	lines, words, err := restated(d, c, shown, words, set)
	return d.Save(c, lines, err, words, draft)
}

// restated states a change with something set, on what stands on file now, with
// the rules that hold it then.
func restated(d *desk.Desk, c *casefile.Case, shown casefile.ChangeProposed, words string, set func(*casefile.ChangeProposed)) (lines []casefile.Line, say string, err error) {
	next, say := filed(shown.ID, shown, c.ProposalByID, words)
	set(&next)
	lines, err = c.Propose(next, holdsOf(d, c, next), d.Today())
	return lines, say, err
}

// moves reports whether the change in the form moves the child.
func moves(v kit.Values) bool {
	return v["what"] != "" && casefile.ChangeProposed{What: casefile.ProposalKind(v["what"])}.Moves()
}

// urgent reports whether the change in the form may come about in an
// emergency: a move of a child who stays looked after.
func urgent(v kit.Values) bool { return moves(v) && v["what"] != string(casefile.LeaveCare) }

func whatFields(d *desk.Desk, ch casefile.ChangeProposed) []kit.Field {
	kinds := []kit.Option{}
	for _, k := range casefile.ProposalKinds() {
		kinds = append(kinds, kit.Option{ID: string(k), Words: k.Words()})
	}
	on := func(is bool) string { return known(is, ch.ProposedOn) }
	return []kit.Field{
		{ID: "what", Label: "What is proposed", Kind: kit.ChoiceField, Value: string(ch.What), Choices: kinds, Required: true},
		d.DateField("proposed", "Proposed on", ch.ProposedOn, true),
		d.DateField("for", "Planned for", ch.For, false),
		{ID: "text", Label: "In a few words", Value: ch.Text},
		{ID: "emergency", Label: "An emergency", Kind: kit.YesNoField, Value: on(ch.Emergency), When: urgent, Hint: "yes: the move cannot wait; its review follows at once"},
		{ID: "first", Label: "What must be reviewed first", Kind: kit.HeadingField, When: moves},
		{ID: "parent", Label: "Goes to a parent", Kind: kit.YesNoField, Value: on(ch.ToParent), Required: true, When: is("what", string(casefile.LeaveCare)), Hint: "or another person with parental responsibility"},
		{ID: "unplanned", Label: "Not planned before", Kind: kit.YesNoField, Value: on(ch.Unplanned), Required: true, When: moves},
		{ID: "school", Label: "Disrupts education", Kind: kit.YesNoField, Value: on(ch.DisruptsSchool), Required: true, When: moves, Hint: "school, college or training"},
		{ID: "ends", Label: "Ends a placement", Kind: kit.YesNoField, Value: on(ch.EndsPlacement), Required: true, When: moves},
		{ID: "free", Label: "Regulation 14 exempt", Kind: kit.YesNoField, Value: on(ch.Regulation14Free), When: func(v kit.Values) bool { return moves(v) && v["ends"] == "yes" },
			Hint: "yes: it falls under regulation 19(c), 23(2) or 25(6) or section 22D(1)"},
		dates(d.DateField("notice", "Written notice on", ch.NoticeGiven, false), func(v kit.Values) bool { return moves(v) && v["ends"] == "yes" && v["free"] != "yes" }, "to everyone who must be told of the end"),
		dates(d.DateField("neededby", "Review needed by", ch.NeededBy, false), func(v kit.Values) bool { return urgent(v) && v["emergency"] == "yes" }, "after the move; empty counts from the settings"),
	}
}

// scrutinyFields are the IRO's questions about a move. Each is answered yes or
// no, or left open.
func scrutinyFields(d *desk.Desk, ch casefile.ChangeProposed) []kit.Field {
	ask := func(id, label, value, hint string) kit.Field {
		return kit.Field{ID: id, Label: label, Kind: kit.YesNoField, Value: value, When: moves, Hint: hint}
	}
	return append([]kit.Field{
		{ID: "scrutiny", Label: "Your scrutiny of the move (HB 3.78, 3.79)", Kind: kit.HeadingField, When: moves},
		dates(d.DateField("plan", "Up-to-date plan of", ch.PlanDated, false), func(v kit.Values) bool { return moves(v) && v["emergency"] != "yes" }, "the plan it rests on, from a thorough assessment"),
		ask("understands", "The child understands", ch.Understands, "no: get it explained before the move"),
		{ID: "wishes", Label: "The child's wishes", Value: ch.Wishes, When: moves, Hint: "they weigh heavily, but not alone"},
		ask("need", "Meets the child's need", ch.MeetsNeed, ""),
		ask("interests", "Serves the child", ch.InInterests, "is it in the child's interests?"),
		ask("workable", "Can work", ch.Workable, ""),
		ask("lasting", "Can last", ch.Lasting, ""),
	}, freezeFields(d, ch, notSatisfied)...)
}

// freezeFields ask about a freeze of the move: the request, what came back, and
// when the child was told what it can do about it (HB 3.79; MO-28, MO-29).
func freezeFields(d *desk.Desk, ch casefile.ChangeProposed, when func(kit.Values) bool) []kit.Field {
	asked := func(v kit.Values) bool { return when(v) && v["freeze"] != "" }
	answered := func(v kit.Values) bool { return asked(v) && v["answered"] != "" }
	return []kit.Field{
		dates(d.DateField("freeze", "You asked to freeze it", ch.FreezeAsked, false), when, "ask at once, and start the dispute process with it"),
		dates(d.DateField("answered", "The council answered", ch.FreezeAnswered, false), asked, "the day; empty while you wait"),
		{ID: "answer", Label: "Its answer", Value: ch.FreezeAnswer, Required: true, When: answered, Hint: "frozen, refused, or what else it said"},
		dates(d.DateField("advised", "The child was told", ch.AdvisedOn, false), asked, "the day: of advocacy, representation and complaining"),
	}
}

// readFreeze reads the answers about a freeze.
func readFreeze(a answers, ch *casefile.ChangeProposed) {
	a.day(&ch.FreezeAsked, "freeze")
	a.day(&ch.FreezeAnswered, "answered")
	a.text(&ch.FreezeAnswer, "answer")
	a.day(&ch.AdvisedOn, "advised")
}

func notSatisfied(v kit.Values) bool {
	return moves(v) && casefile.ChangeProposed{MeetsNeed: v["need"], InInterests: v["interests"], Workable: v["workable"], Lasting: v["lasting"]}.NotSatisfied()
}

// approvalFields are asked only when a rule wants an approval for the change as
// it stands in the form.
func approvalFields(d *desk.Desk, ch casefile.ChangeProposed, facts handbook.Facts) []kit.Field {
	wants := func(rules ...string) func(kit.Values) bool {
		return func(v kit.Values) bool {
			for _, a := range review.Approvals(facts, changeOf(answers{desk: d, said: v}, ch)) {
				for _, r := range rules {
					if a.Rule.ID == r {
						return true
					}
				}
			}
			return false
		}
	}
	either, school := wants("CV-11", "CV-15"), wants("CV-15")
	return []kit.Field{
		{ID: "approval", Label: "The nominated officer's approval", Kind: kit.HeadingField, When: either},
		{ID: "approvedby", Label: "Approved by", Value: ch.ApprovedBy, When: either},
		dates(d.DateField("approvedon", "Approved on", ch.ApprovedOn, false), either, ""),
		dates(d.DateField("consulted", "You were consulted on", ch.ConsultedOn, false), school, ""),
		{ID: "teacher", Label: "Teacher consulted", Kind: kit.YesNoField, Value: known(ch.Teacher, ch.ProposedOn), When: school, Hint: "the designated teacher of the school"},
	}
}

// changeOf reads the answers onto the change as it stands.
func changeOf(a answers, ch casefile.ChangeProposed) casefile.ChangeProposed {
	a.text((*string)(&ch.What), "what")
	for id, to := range map[string]*workday.Date{"proposed": &ch.ProposedOn, "for": &ch.For, "notice": &ch.NoticeGiven, "neededby": &ch.NeededBy,
		"plan": &ch.PlanDated, "approvedon": &ch.ApprovedOn, "consulted": &ch.ConsultedOn} {
		a.day(to, id)
	}
	for id, to := range map[string]*bool{"emergency": &ch.Emergency, "parent": &ch.ToParent, "unplanned": &ch.Unplanned, "school": &ch.DisruptsSchool,
		"ends": &ch.EndsPlacement, "free": &ch.Regulation14Free, "teacher": &ch.Teacher} {
		a.yes(to, id)
	}
	for id, to := range map[string]*string{"text": &ch.Text, "understands": &ch.Understands, "wishes": &ch.Wishes, "need": &ch.MeetsNeed,
		"interests": &ch.InInterests, "workable": &ch.Workable, "lasting": &ch.Lasting, "approvedby": &ch.ApprovedBy} {
		a.text(to, id)
	}
	readFreeze(a, &ch)
	return ch
}
