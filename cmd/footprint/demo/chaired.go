package demo

import (
	"math/rand/v2"

	"footprint/domain/casefile"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// sitting is a review the IRO chaired in this file.
type sitting struct {
	id  *casefile.ID
	day workday.Date
}

// often is a decision that many reviews make. who is worker, carer, school or
// manager; weeks is how long it has.
type often struct {
	need, outcome, what, who string
	weeks, from, to          int // ages it fits
}

// chair enters what was said and decided at a review: who came, the agenda, the
// child's words, the judgement and the decisions, and what became of them.
func (s *script) chair(id *casefile.ID, day workday.Date, last bool) {
	s.chaired = append(s.chaired, sitting{id, day})
	rng := newRand(s.seed, uint64(s.number)^uint64(day), chairing)
	if last {
		s.spoken(id, day, rng)
	}
	if !s.who.quiet {
		s.decide(id, day, rng)
	}
}

// spoken is who came to the review, the words of each issue, the child's own words and the
// judgement of the plan.
func (s *script) spoken(id *casefile.ID, day workday.Date, rng *rand.Rand) {
	s.on(day, func(s *script) ([]casefile.Line, error) {
		var out []casefile.Line
		add := func(lines []casefile.Line, err error) error {
			out = append(out, lines...)
			return err
		}
		for _, p := range s.c.People(s.day) {
			part, comes := s.comes(p, rng)
			if !comes {
				continue
			}
			part.ID, part.Review = s.newID(), *id
			if err := add(s.c.TakePart(part, s.day)); err != nil {
				return nil, err
			}
		}
		for _, w := range agendaWords {
			if s.age(day) < w.from || rng.IntN(100) < 12 {
				continue
			}
			if err := add(s.c.WriteNote(casefile.NoteWritten{Text: s.say(w.text), Review: *id, Item: w.item}, casefile.ID{}, s.day)); err != nil {
				return nil, err
			}
			answered := casefile.ItemAnswered{Review: *id, Item: w.item, Answer: casefile.Done}
			if err := add(s.c.AnswerItem(answered, day, s.day)); err != nil {
				return nil, err
			}
		}
		if s.age(day) >= 4 {
			shared := casefile.ChildSaid{ID: s.newID(), Review: *id, Words: s.say("{heard}"), Shareable: true, Where: "before the review, alone"}
			if err := add(s.c.KeepWords(shared, day, s.day)); err != nil {
				return nil, err
			}
			private := casefile.ChildSaid{ID: s.newID(), Review: *id, Words: s.say(one(rng, keptPrivate[:])), Where: "before the review, alone"}
			if err := add(s.c.KeepWords(private, day, s.day)); err != nil {
				return nil, err
			}
		}
		return out, add(review.Judge(s.c, s.judgement(*id, rng), s.context()))
	})
}

func (s *script) context() review.Context {
	return review.Context{Today: s.day, Calendar: s.cal, Readings: s.practice.Readings()}
}

// comes says how somebody on the list takes part; comes is false for those who
// are not asked.
func (s *script) comes(p casefile.PersonStated, rng *rand.Rand) (part casefile.TookPart, comes bool) {
	part = casefile.TookPart{Person: p.ID, Name: p.Name, Role: p.Role, How: casefile.InTheRoom}
	switch p.Role {
	case casefile.SocialWorker:
		part.Words = s.say("The plan is on course; what slipped was the school meeting.")
	case casefile.Carer, casefile.Adopter:
		part.Words = s.say("{He} is part of the family here. Sleeps better than in the spring.")
	case casefile.Parent:
		part.How, part.Part = casefile.AtADistance, "the second half"
		part.Words = "Thankful for the photographs; would like one more hour."
		if rng.IntN(3) == 0 {
			part.How, part.Part, part.Words = casefile.SentViews, "", "Wrote that the plan is right and asked after school."
		}
	case casefile.School:
		part.How, part.Words = casefile.SentViews, s.say("{He} works hard and has two good friends.")
	default:
		return part, false
	}
	return part, true
}

// judgement is what the IRO thought of the plan: mostly well, with one gap.
func (s *script) judgement(id casefile.ID, rng *rand.Rand) casefile.PlanJudged {
	j := casefile.PlanJudged{Review: id, Needs: map[string]string{}, NeedsWords: map[string]string{}, Smart: map[string]string{},
		Rating: casefile.Green, Why: "The plan does what it says, and on time.",
		Evaluation: s.say("The plan meets {child}'s needs well. What must change is said in the decisions."),
		Picture:    s.say("{child} is at home with {carer}: a place at the table, a bed of {his} own, people who know what {he} likes.")}
	for _, n := range casefile.Needs() {
		j.Needs[n.Key] = "yes"
	}
	for _, t := range casefile.Tests() {
		j.Smart[t.Key] = "yes"
	}
	if rng.IntN(100) < 30 {
		j.Rating, j.Why = casefile.Amber, "Two actions have no name beside them, and nobody has told "+s.call()+" when."
		j.Needs["identity"], j.NeedsWords["identity"] = "no", "No action for life story work."
		j.Smart["timed"] = "no"
	}
	return j
}

// decide makes three decisions of a review, sends them, and lets most of them be
// carried out in time.
func (s *script) decide(id *casefile.ID, day workday.Date, rng *rand.Rand) {
	var fit []often
	for _, u := range commonDecisions {
		if age := s.age(day); age >= u.from && age <= u.to {
			fit = append(fit, u)
		}
	}
	rng.Shuffle(len(fit), func(i, j int) { fit[i], fit[j] = fit[j], fit[i] })
	for _, u := range fit[:min(3, len(fit))] {
		s.decision(id, day, u, rng)
	}
	sent := s.cal.Add(day, 4)
	if sent > s.yesterday() {
		return
	}
	s.on(sent, func(s *script) ([]casefile.Line, error) {
		to := casefile.DecisionsSent{Review: *id, Issued: sent, To: designated, Sent: sent}
		if received := s.cal.Add(sent, 1); received <= s.day {
			to.Received = received
		}
		return review.Send(s.c, to, s.context())
	})
	if received := s.cal.Add(sent, 1); received <= s.yesterday() {
		s.on(received, func(s *script) ([]casefile.Line, error) {
			return review.Send(s.c, casefile.DecisionsSent{Review: *id, Issued: sent, To: designated, Sent: sent, Received: received}, s.context())
		})
	}
}

// decision makes one and follows it to its day.
func (s *script) decision(id *casefile.ID, day workday.Date, u often, rng *rand.Rand) {
	made := new(casefile.ID)
	by := s.cal.RollBack(day.AddDays(7 * u.weeks))
	roll := rng.IntN(100)
	s.on(day, func(s *script) ([]casefile.Line, error) {
		*made = s.newID()
		return s.c.MakeDecision(casefile.DecisionMade{ID: *made, Review: *id, Need: s.say(u.need), Outcome: s.say(u.outcome), What: s.say(u.what),
			Who: s.doer(u.who), By: by, Accountable: s.manager().name}, s.day)
	})
	on := s.cal.Sub(by, 1+rng.IntN(6))
	if on > s.yesterday() || roll >= 96 && by > s.today.AddDays(-70) {
		return // still to be done, or late
	}
	s.on(on, func(s *script) ([]casefile.Line, error) {
		f := casefile.DecisionFollowed{Decision: *made, State: casefile.DecisionDone, Evidence: one(rng, seenDone[:])}
		return s.c.FollowDecision(f, casefile.ID{}, on, s.day)
	})
}

// doer is the person behind a role, by name.
func (s *script) doer(who string) string {
	role := map[string]casefile.Role{"worker": casefile.SocialWorker, "carer": casefile.Carer, "school": casefile.School}[who]
	if p, ok := s.c.Person(role, s.day); ok {
		return p.Name
	}
	return s.manager().name
}

func (s *script) manager() worker { return managers[workers[s.who.worker].team] }

// decided is a decision that is told by hand: made at the last review but back,
// wanted so many days from today.
type decided struct {
	back, by                 int
	need, outcome, what, who string
	refused, raised          string // the manager's reasons; how the IRO took it up
	part, why                string // part done: what, and why not the rest
	alert                    string // to whom, a week after the day
	carried, different       string // carried on from the review before: why not, and what will be different
	service                  string // a referral, sent at the review
	replyIn                  int    // days from today by which an answer was asked
}

// decides tells decisions by hand.
func decides(list ...decided) func(*script) {
	return func(s *script) {
		for _, d := range list {
			s.tellDecision(d)
		}
	}
}

// promises is what the IRO promised the child so many days ago.
func promises(days int, text string) func(*script) {
	return func(s *script) {
		s.on(s.ago(days), func(s *script) ([]casefile.Line, error) {
			return s.c.WriteLog(casefile.Logged{What: casefile.Promise, Text: s.say(text)}, casefile.ID{}, s.ago(days), s.day)
		})
	}
}

func (s *script) tellDecision(d decided) {
	if len(s.chaired) <= d.back {
		return
	}
	at := s.chaired[len(s.chaired)-1-d.back]
	by := s.cal.RollBack(s.today.AddDays(d.by))
	made, first := new(casefile.ID), new(casefile.ID)
	tell := func(s *script, review casefile.ID, by workday.Date) casefile.DecisionMade {
		return casefile.DecisionMade{ID: s.newID(), Review: review, Need: s.say(d.need), Outcome: s.say(d.outcome), What: s.say(d.what), Who: s.doer(d.who),
			By: by, Accountable: s.manager().name}
	}
	if d.carried != "" {
		if len(s.chaired) < 2+d.back {
			return
		}
		before := s.chaired[len(s.chaired)-2-d.back]
		s.on(before.day, func(s *script) ([]casefile.Line, error) {
			one := tell(s, *before.id, before.day.AddDays(56))
			*first = one.ID
			return s.c.MakeDecision(one, s.day)
		})
	}
	s.on(at.day, func(s *script) ([]casefile.Line, error) {
		one := tell(s, *at.id, by)
		*made = one.ID
		if d.service != "" {
			one.Service, one.Referred, one.ReplyBy = d.service, at.day, s.today.AddDays(d.replyIn)
		}
		if d.carried == "" {
			return s.c.MakeDecision(one, s.day)
		}
		one.Different = s.say(d.different)
		return s.c.CarryDecision(*first, s.say(d.carried), one, s.day, s.day)
	})
	s.answered(d, made, at)
	s.followed(d, made, by)
}

// answered is the manager's refusal, and how it was taken up.
func (s *script) answered(d decided, made *casefile.ID, at sitting) {
	if d.refused == "" {
		return
	}
	on := s.cal.Add(at.day, 7)
	s.on(on, func(s *script) ([]casefile.Line, error) {
		return s.c.AnswerDecision(casefile.ManagerAnswered{Decision: *made, By: designated, Words: s.say(d.refused), ToAll: on}, on, s.day)
	})
	if d.raised == "" {
		return
	}
	s.on(s.cal.Add(on, 1), func(s *script) ([]casefile.Line, error) {
		raised := casefile.DisputeRaised{ID: s.newID(), Opened: s.day, Decision: *made, With: s.manager().name, Wrong: s.say(d.raised), Wanted: s.say(d.what)}
		return s.c.RaiseDispute(raised, s.day)
	})
}

// followed is what was seen of a decision since, and the alert.
func (s *script) followed(d decided, made *casefile.ID, by workday.Date) {
	if d.part != "" {
		on := min(by, s.yesterday())
		s.on(on, func(s *script) ([]casefile.Line, error) {
			f := casefile.DecisionFollowed{Decision: *made, State: casefile.DecisionPart, Evidence: s.say(d.part), Why: s.say(d.why)}
			return s.c.FollowDecision(f, casefile.ID{}, on, s.day)
		})
	}
	if on := by.AddDays(7); d.alert != "" && on <= s.yesterday() {
		s.on(on, func(s *script) ([]casefile.Line, error) {
			return s.c.AlertManager(casefile.ManagerAlerted{ID: s.newID(), Decision: *made, To: d.alert, Sent: s.day}, s.day)
		})
	}
}
