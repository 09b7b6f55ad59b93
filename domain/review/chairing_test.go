package review_test

import (
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// onTheDay is the child of eight with the third review set for today.
func onTheDay(more ...casefile.Event) *casefile.Case {
	return eight(append([]casefile.Event{&casefile.ReviewPlanned{ID: third, Date: today, Home: true}}, more...)...)
}

var third = casefile.ID{8}

// enter gives the case with lines entered today.
func enter(t *testing.T, c *casefile.Case, lines []casefile.Line, err error) *casefile.Case {
	t.Helper()
	if err != nil {
		t.Fatal(fault.Words(err))
	}
	return c.With(casefile.Stamp{Day: today}.Entries(lines, casefile.After(c.LastID(), func() casefile.ID { return casefile.ID{} }))...)
}

func refused(t *testing.T, err error, words string) {
	t.Helper()
	if err == nil || !strings.Contains(fault.Words(err), words) {
		t.Errorf("got %v, want a refusal that says %q", err, words)
	}
}

func goAhead(t *testing.T, c *casefile.Case) *casefile.Case {
	t.Helper()
	lines, err := review.Start(c, casefile.StartDecided{Review: third}, "", today, context())
	return enter(t, c, lines, err)
}

// AJ-01, RT-10: going ahead records the review on the day of its first meeting.
func TestGoingAheadBeginsTheReview(t *testing.T) {
	t.Parallel()
	c := goAhead(t, onTheDay())
	r, _ := c.ReviewByID(third)
	if r.Held.Recorded != today || r.Held.Completed.Known() || r.Held.Adjourned {
		t.Errorf("held %+v", r.Held)
	}
	if a := c.AnswerTo(third, "B-601"); a.Answer != casefile.Done || a.Evidence["decision"] != "go_ahead" {
		t.Errorf("B-601 %+v", a)
	}
}

func adjourning() casefile.StartDecided {
	return casefile.StartDecided{Review: third, Adjourned: true, Ground: casefile.Grounds()[0], Child: "Wants more time", Carer: "Agrees",
		Weighed: "Ben has not been told what it is about", First: today, Resume: on("2026-12-07")}
}

// AJ-05, AJ-06, AJ-08: recorded on the day first set, once, and within 20
// working days.
func TestAReviewIsAdjournedOnce(t *testing.T) {
	t.Parallel()
	lines, err := review.Start(onTheDay(), adjourning(), "", today, context())
	c := enter(t, onTheDay(), lines, err)
	r, _ := c.ReviewByID(third)
	if !r.Held.Adjourned || r.Held.Recorded != today {
		t.Errorf("held %+v", r.Held)
	}
	if why := review.MayAdjourn(c, r, context()); !strings.Contains(why, "only once") {
		t.Errorf("a second time: %q", why)
	}
	_, err = review.Start(c, adjourning(), "", today, context())
	refused(t, err, "only once")
	late := adjourning()
	late.Resume = on("2026-12-22") // the 21st working day
	_, err = review.Start(onTheDay(), late, "", today, context())
	refused(t, err, "by Mon 21 Dec 2026")
	late.Resume = on("2026-12-21")
	if _, err = review.Start(onTheDay(), late, "", today, context()); err != nil {
		t.Error(err)
	}
	for words, change := range map[string]func(*casefile.StartDecided){
		"which ground":       func(s *casefile.StartDecided) { s.Ground = "" },
		"views of the child": func(s *casefile.StartDecided) { s.Carer = " " },
		"you weighed":        func(s *casefile.StartDecided) { s.Weighed = "" },
		"go on":              func(s *casefile.StartDecided) { s.Resume = 0 },
	} {
		s := adjourning()
		change(&s)
		_, err := review.Start(onTheDay(), s, "", today, context())
		refused(t, err, words)
	}
}

func TestAReviewIsNotAdjournedBeforeItsDay(t *testing.T) {
	t.Parallel()
	r, _ := eight().InHand()
	if why := review.MayAdjourn(eight(), r, context()); !strings.Contains(why, "Mon 14 Dec 2026") {
		t.Errorf("says %q", why)
	}
}

// What adjourning does to the dates is worked out before it is chosen.
func TestTheEffectIsShownBeforeChoosing(t *testing.T) {
	t.Parallel()
	c := onTheDay()
	lines, err := review.Start(c, adjourning(), "", today, context())
	if err != nil {
		t.Fatal(err)
	}
	finish := workday.Date(0)
	for _, d := range review.After(c, lines, context()).Deadlines {
		if d.Rule == "RT-11" && !d.Done {
			finish = d.Due
		}
	}
	if finish != on("2026-12-21") || len(c.Starts(third)) != 0 {
		t.Errorf("finish by %s, %d kept", finish, len(c.Starts(third)))
	}
}

// CH-07: PN0 only under 4, the others only from 4.
func TestTheParticipationCodeFitsTheAge(t *testing.T) {
	t.Parallel()
	c := goAhead(t, onTheDay())
	_, err := review.Participate(c, third, "PN0", context())
	refused(t, err, "does not fit")
	lines, err := review.Participate(c, third, "PN1", context())
	if got, _ := enter(t, c, lines, err).ReviewByID(third); got.Held.Participation != "PN1" {
		t.Errorf("held %+v", got.Held)
	}
	young := goAhead(t, onTheDay(&casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2022-11-24"}}))
	_, err = review.Participate(young, third, "PN1", context())
	refused(t, err, "does not fit")
	if _, err = review.Participate(young, third, "PN0", context()); err != nil {
		t.Error(err)
	}
	four := goAhead(t, onTheDay(&casefile.Stated{Facts: map[string]string{casefile.FactDOB: "2022-11-23"}}))
	if codes := review.ParticipationCodes(four, today, context()); len(codes) != 7 || codes[0].Code != "PN1" {
		t.Errorf("on the fourth birthday: %+v", codes)
	}
}

func decision(n byte) casefile.DecisionMade {
	return casefile.DecisionMade{ID: casefile.ID{40, n}, Review: third, Need: "A school", Outcome: "Ben learns", What: "Find a school place", Who: "J. Osei", By: on("2026-12-18")}
}

// ready is the review begun, with a decision, the child's part and every
// critical item answered.
func ready(t *testing.T) *casefile.Case {
	t.Helper()
	c := goAhead(t, onTheDay())
	lines, err := c.MakeDecision(decision(1), today)
	c = enter(t, c, lines, err)
	lines, err = review.Participate(c, third, "PN1", context())
	c = enter(t, c, lines, err)
	for _, stop := range review.Stops(prepare(t, c)) {
		lines, err = c.AnswerItem(casefile.ItemAnswered{Review: third, Item: stop.ID, Answer: casefile.NotDone, Reason: "for the test"}, today, today)
		c = enter(t, c, lines, err)
	}
	return c
}

// RT-13: the next day is checked against the limit the completed review sets.
func TestFinishingPlansTheNextWithinItsLimit(t *testing.T) {
	t.Parallel()
	c := ready(t)
	next := casefile.ReviewPlanned{ID: casefile.ID{9}, Date: on("2027-05-24"), Venue: "School"}
	_, err := review.Finish(c, today, next, "for the test", context())
	refused(t, err, "after its limit, Sun 23 May 2027")
	next.Date = today
	_, err = review.Finish(c, today, next, "for the test", context())
	refused(t, err, "this one's day or before it")
	next.Date = on("2027-05-20")
	lines, err := review.Finish(c, today, next, "for the test", context())
	c = enter(t, c, lines, err)
	r, _ := c.ReviewByID(third)
	hand, ok := c.InHand()
	if r.Held.Completed != today || !ok || hand.Planned.Date != next.Date {
		t.Errorf("held %+v, in hand %+v", r.Held, hand.Planned)
	}
	if a := c.AnswerTo(third, "B-804"); a.Evidence["next_date"] != "2027-05-20" {
		t.Errorf("B-804 %+v", a)
	}
	if last, _ := review.LastCompleted(c, today); last.ID != third {
		t.Errorf("last %+v", last)
	}
}

func TestFinishingAsksForWhatIsMissing(t *testing.T) {
	t.Parallel()
	_, err := review.Finish(onTheDay(), today, casefile.ReviewPlanned{}, "for the test", context())
	refused(t, err, "has not begun")
	c := goAhead(t, onTheDay())
	_, err = review.Finish(c, today, casefile.ReviewPlanned{}, "for the test", context())
	refused(t, err, "child took part")
	lines, err := review.Participate(c, third, "PN1", context())
	c = enter(t, c, lines, err)
	_, err = review.Finish(c, today, casefile.ReviewPlanned{}, "for the test", context())
	refused(t, err, "no decisions")
	lines, err = c.MakeDecision(decision(1), today)
	_, err = review.Finish(enter(t, c, lines, err), today, casefile.ReviewPlanned{}, "for the test", context())
	refused(t, err, "cannot be closed yet")
}

// The chain after a review: RC-01 +5, RC-06 +10, RC-02 +15, RC-03 +20.
func TestTheChainAfterTheReview(t *testing.T) {
	t.Parallel()
	c := ready(t)
	lines, err := review.Finish(c, today, casefile.ReviewPlanned{}, "for the test", context())
	c = enter(t, c, lines, err)
	r, _ := c.ReviewByID(third)
	p := review.WritingUp(c, r, context())
	for id, want := range map[string]string{"B-901": "2026-11-30", "B-902": "2026-11-30", "B-1101": "2026-12-14", "B-1203": "2026-12-21"} {
		if got := item(t, p, id); got.By != on(want) {
			t.Errorf("%s by %s, want %s", id, got.By, want)
		}
	}
	if got := item(t, p, "B-1001"); got.By.Known() {
		t.Error("the manager's days run from the receipt, which is not on file")
	}
	sent := casefile.DecisionsSent{Review: third, Issued: today, To: "P. Grant", Sent: today, Received: today}
	lines, err = review.Send(c, sent, context())
	c = enter(t, c, lines, err)
	p = review.WritingUp(c, r, context())
	if got := item(t, p, "B-901"); got.Answer.Answer != casefile.Done || got.Lateness() != 0 {
		t.Errorf("B-901 %+v", got.Answer)
	}
	if got := item(t, p, "B-1001"); got.By != on("2026-11-30") {
		t.Errorf("B-1001 by %s", got.By)
	}
}

// DE-04, DE-05, DE-13 over the Christmas holidays: received Mon 21 Dec 2026,
// the fifth working day is Wed 30 Dec (Fri 25 and Mon 28 are holidays).
func TestTheManagersAnswer(t *testing.T) {
	t.Parallel()
	received := on("2026-12-21")
	for _, tc := range []struct {
		answered string
		agrees   bool
		on       string
		state    clock.Answer
		words    string
	}{
		{"", false, "2026-12-30", clock.AnswerAwaiting, "answer due by Wed 30 Dec 2026"},
		{"", false, "2026-12-31", clock.AnswerDeemed, "no answer, so agreed since Thu 31 Dec 2026"},
		{"2026-12-30", false, "2026-12-31", clock.AnswerRefused, "refused Wed 30 Dec 2026"},
		{"2026-12-29", true, "2026-12-31", clock.AnswerAgreed, "agreed Tue 29 Dec 2026"},
		{"2026-12-31", false, "2026-12-31", clock.AnswerDeemed, "refused too late, stands as agreed since Thu 31 Dec 2026"},
	} {
		events := []casefile.Event{&casefile.ReviewHeld{ID: third, Recorded: today, Completed: today}, ptr(decision(1)),
			&casefile.DecisionsSent{Review: third, Issued: today, To: "P. Grant", Received: received}}
		c := onTheDay(events...)
		if tc.answered != "" {
			lines := []casefile.Line{{On: on(tc.answered), Event: &casefile.ManagerAnswered{Decision: casefile.ID{40, 1}, Agrees: tc.agrees, Words: "no"}}}
			c = enter(t, c, lines, nil)
		}
		d, _ := c.DecisionByID(casefile.ID{40, 1})
		x := context()
		x.Today = on(tc.on)
		r, ok := review.ResponseTo(c, d, x)
		if !ok || r.State != tc.state || r.Words() != tc.words {
			t.Errorf("answered %q, on %s: %s %q", tc.answered, tc.on, r.State, r.Words())
		}
	}
}

func ptr[T any](v T) *T { return &v }

// DE-12, DD-07: a decision that came round keeps how often, and the age at first.
func TestADecisionThatCameRound(t *testing.T) {
	t.Parallel()
	first := decision(1)
	first.Review = casefile.ID{6}
	c := goAhead(t, onTheDay())
	lines := []casefile.Line{{On: on("2026-01-30"), Event: &first}}
	c = enter(t, c, lines, nil)
	next := decision(2)
	next.By, next.Different = on("2027-01-29"), "The virtual school asks"
	lines, err := c.CarryDecision(first.ID, "No school had room", next, today, today)
	c = enter(t, c, lines, err)
	got := review.RolledOn(c, next.ID, context())
	if got.Times != 1 || got.First != on("2026-01-30") || got.Age != "7y 10m" {
		t.Errorf("rolled %+v", got)
	}
	old, _ := c.DecisionByID(first.ID)
	if old.Open() || old.Last().Why != "No school had room" {
		t.Errorf("the old one %+v", old)
	}
}

// DE-01 to DE-03, QA-10: doubts are told; they refuse nothing.
func TestDoubtsAboutADecision(t *testing.T) {
	t.Parallel()
	if got := review.Doubts(decision(1), on("2027-05-23")); len(got) != 0 {
		t.Errorf("a plain decision: %q", got)
	}
	d := decision(1)
	d.What, d.Who, d.Outcome, d.By = "Explore ASAP", "the local authority", "explore asap", on("2027-06-01")
	got := strings.Join(review.Doubts(d, on("2027-05-23")), "\n")
	d.What = "Social worker to explore contact as appropriate"
	got += strings.Join(review.Doubts(d, 0), "\n")
	d.What, d.Who = "Ensure Ben is supported", "Social worker"
	got += strings.Join(review.Doubts(d, 0), "\n")
	for _, want := range []string{"\"as appropriate\"", "\"ensure\"", "\"explore\" leaves", "\"Social worker\" may be", "\"Explore\"", "\"asap\"", "nobody to ask", "says again", "Sun 23 May 2027"} {
		if !strings.Contains(got, want) {
			t.Errorf("no doubt about %s:\n%s", want, got)
		}
	}
}

// AG-01 to AG-15: last review's words stand beside this one's; private words of
// then do not.
func TestTheAgendaTellsTheLastWords(t *testing.T) {
	t.Parallel()
	second := casefile.ID{7}
	c := onTheDay(
		&casefile.NoteWritten{Text: "Settled at the Bakers", Review: second, Item: "B-706"},
		&casefile.NoteWritten{Text: "secret", Review: second, Item: "B-705", Private: true},
		&casefile.NoteWritten{Text: "Wants his own room", Review: third, Item: "B-706"})
	r, _ := c.ReviewByID(third)
	agenda := review.Agenda(c, r, context())
	at := func(id string) review.Matter {
		i := slices.IndexFunc(agenda, func(m review.Matter) bool { return m.ID == id })
		if i < 0 {
			t.Fatalf("%s is not on the agenda", id)
		}
		return agenda[i]
	}
	if m := at("B-706"); m.Words != "Wants his own room" || m.Last != "Settled at the Bakers" || m.LastOn != on("2026-06-16") {
		t.Errorf("placement %+v", m)
	}
	if m := at("B-705"); m.Last != "" {
		t.Errorf("private words of the last review: %q", m.Last)
	}
	for _, id := range []string{"B-701", "B-702", "B-703", "B-704", "B-707", "B-709", "B-719"} {
		at(id)
	}
}

// AG-20, QA-10: the judgement answers its items once it is whole.
func TestTheJudgementAnswersItsItems(t *testing.T) {
	t.Parallel()
	c := goAhead(t, onTheDay())
	j := casefile.PlanJudged{Review: third, Needs: map[string]string{}, NeedsWords: map[string]string{}, Smart: map[string]string{}}
	for _, n := range casefile.Needs() {
		j.Needs[n.Key] = "yes"
	}
	j.Needs["identity"] = "no"
	_, err := review.Judge(c, j, context())
	refused(t, err, "Identity: say what is lacking")
	j.NeedsWords["identity"] = "No link with the Polish school"
	lines, err := review.Judge(c, j, context())
	c = enter(t, c, lines, err)
	if a := c.AnswerTo(third, "B-717"); a.Answer != casefile.Done || a.Evidence["gaps"] != "Identity: No link with the Polish school" {
		t.Errorf("B-717 %+v", a)
	}
	if a := c.AnswerTo(third, "B-718"); a.Answer != casefile.Open {
		t.Errorf("B-718 was answered: %+v", a)
	}
	j.Rating = casefile.Amber
	_, err = review.Judge(c, j, context())
	refused(t, err, "in a sentence why")
}

// RT-18, CP-02: one meeting meets the limit of the review and of the conference.
func TestAReviewHeldTogetherWithAConference(t *testing.T) {
	t.Parallel()
	c := ready(t)
	r, _ := c.ReviewByID(third)
	plan := r.Planned
	plan.With = casefile.WithConference
	c = enter(t, c, []casefile.Line{{On: today, Event: &casefile.PeriodStated{What: casefile.ChildProtection, From: on("2026-09-01")}}, {On: today, Event: &plan}}, nil)
	for _, stop := range review.Stops(prepare(t, c)) {
		lines, err := c.AnswerItem(casefile.ItemAnswered{Review: third, Item: stop.ID, Answer: casefile.NotDone, Reason: "for the test"}, today, today)
		c = enter(t, c, lines, err)
	}
	lines, err := review.Finish(c, today, casefile.ReviewPlanned{}, "for the test", context())
	if got := enter(t, c, lines, err).Periods(casefile.Conference); len(got) != 1 || got[0].From != today {
		t.Errorf("conferences %+v", got)
	}
}

// QA-09: a review is closed over open duties only with a reason, which stays.
func TestDutiesAreLeftOpenOnlyWithAReason(t *testing.T) {
	t.Parallel()
	c := ready(t)
	if open := review.LeftOpen(prepare(t, c)); len(open) == 0 {
		t.Fatal("no duty is open")
	}
	_, err := review.Finish(c, today, casefile.ReviewPlanned{}, " ", context())
	refused(t, err, "still open")
	lines, err := review.Finish(c, today, casefile.ReviewPlanned{}, "The school was closed", context())
	note, ok := enter(t, c, lines, err).NoteOn(third, "")
	if !ok || !strings.Contains(note.Text, "Left open when the review was closed") || !strings.HasSuffix(note.Text, "The school was closed") {
		t.Errorf("note %q", note.Text)
	}
}

// CH-07: a code that does not fit is refused however the review is recorded.
func TestTheCodeIsCheckedOnAReviewOfThePast(t *testing.T) {
	t.Parallel()
	_, err := review.Close(eight(), casefile.ReviewHeld{ID: casefile.ID{7}, Recorded: on("2026-06-16"), Completed: on("2026-06-16"), Participation: "PN0"}, context())
	refused(t, err, "does not fit")
}

// DE-04: a decision added, or worded anew, after the decisions were received has
// not been received: silence agrees to nothing the manager never saw.
func TestSilenceAgreesOnlyToWhatWasSent(t *testing.T) {
	t.Parallel()
	c := onTheDay(&casefile.ReviewHeld{ID: third, Recorded: on("2026-11-02"), Completed: on("2026-11-02")}, ptr(decision(1)), ptr(decision(2)),
		&casefile.DecisionsSent{Review: third, Issued: on("2026-11-03"), To: "P. Grant", Received: on("2026-11-04")})
	response := func(n byte) (review.Response, bool) {
		d, _ := c.DecisionByID(casefile.ID{40, n})
		return review.ResponseTo(c, d, context())
	}
	if r, ok := response(1); !ok || r.State != clock.AnswerDeemed {
		t.Fatalf("the first: %v %+v", ok, r)
	}
	anew := decision(2)
	anew.What = "Find another school place"
	later := decision(3)
	c = enter(t, c, []casefile.Line{{On: today, Event: &anew}, {On: today, Event: &later}}, nil)
	for _, n := range []byte{2, 3} {
		if r, ok := response(n); ok {
			t.Errorf("decision %d: %+v", n, r)
		}
		_, err := c.AnswerDecision(casefile.ManagerAnswered{Decision: casefile.ID{40, n}, Agrees: true}, today, today)
		refused(t, err, "received this decision")
	}
	if r, ok := response(1); !ok || r.State != clock.AnswerDeemed {
		t.Errorf("the first: %v %+v", ok, r)
	}
	lines, err := c.SendDecisions(casefile.DecisionsSent{Review: third, Issued: on("2026-11-03"), To: "P. Grant", Received: today}, today)
	c = enter(t, c, lines, err)
	if r, ok := response(3); !ok || r.State != clock.AnswerAwaiting {
		t.Errorf("sent again: %v %+v", ok, r)
	}
}

// A review begun in the room cannot be left behind by planning the next.
func TestAReviewBegunStaysInHandUntilItIsFinished(t *testing.T) {
	t.Parallel()
	c := goAhead(t, onTheDay())
	lines, err := c.PlanReview(casefile.ReviewPlanned{ID: casefile.ID{9}, Date: on("2027-02-10")}, today)
	c = enter(t, c, lines, err)
	if r, _ := review.Current(c, today); r.ID != third {
		t.Errorf("in hand is %v", r.ID)
	}
	r, _ := c.ReviewByID(third)
	held := r.Held
	held.Completed = today
	_, err = review.Close(c, held, context())
	refused(t, err, "cannot be closed yet")
}
