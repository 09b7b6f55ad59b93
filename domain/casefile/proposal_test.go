package casefile_test

import (
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// reviewedChild is a child with a whole review on 18 November, one that stands
// adjourned since the 19th and one before the change was proposed.
func reviewedChild(t *testing.T) *desk {
	t.Helper()
	d := open(t, map[string]string{casefile.FactName: "Maja Kowalska", casefile.FactDOB: "2012-03-03"})
	for _, h := range []casefile.ReviewHeld{
		{ID: casefile.ID{30}, Recorded: on("2026-11-18"), Completed: on("2026-11-18")},
		{ID: casefile.ID{31}, Recorded: on("2026-11-19"), Adjourned: true},
		{ID: casefile.ID{32}, Recorded: on("2026-11-02"), Completed: on("2026-11-02")},
	} {
		d.do(d.c.HoldReview(h, today))
	}
	return d
}

func TestAHeldChangeIsNotMadeWithoutItsReview(t *testing.T) {
	t.Parallel()
	c := reviewedChild(t).c
	move := casefile.ChangeProposed{ID: casefile.ID{40}, What: casefile.Move, ProposedOn: on("2026-11-16")}
	made := func(day string, more ...func(*casefile.ChangeProposed)) casefile.ChangeProposed {
		p := move
		p.MadeOn = on(day)
		for _, set := range more {
			set(&p)
		}
		return p
	}
	reviewed := func(id byte) func(*casefile.ChangeProposed) {
		return func(p *casefile.ChangeProposed) { p.Review = casefile.ID{id} }
	}
	override := func(p *casefile.ChangeProposed) {
		p.Override, p.OverriddenBy, p.OverriddenOn = "the home closed", "A. Director", on("2026-11-17")
	}
	held, waits := []string{"CV-04", "RT-12"}, []string{"RT-12", casefile.AdjournedHold}
	for name, tc := range map[string]struct {
		p     casefile.ChangeProposed
		holds []string
		want  fault.Code
	}{
		"proposed only":           {move, held, ""},
		"made while held":         {made("2026-11-20"), held, fault.Refused},
		"made, nothing holds it":  {made("2026-11-20"), nil, ""},
		"made after its review":   {made("2026-11-20", reviewed(30)), held, ""},
		"made before its review":  {made("2026-11-17", reviewed(30)), held, fault.Refused},
		"made while adjourned":    {made("2026-11-20", reviewed(31)), waits, fault.Refused},
		"adjourned, switched off": {made("2026-11-20", reviewed(31)), held, ""},
		"adjourned, overridden":   {made("2026-11-20", reviewed(31), override), waits, ""},
		"overridden":              {made("2026-11-20", override), held, ""},
		"an emergency":            {made("2026-11-20", func(p *casefile.ChangeProposed) { p.Emergency = true }), held, ""},
	} {
		lines, err := c.Propose(tc.p, tc.holds, today)
		if fault.CodeOf(err) != tc.want {
			t.Errorf("%s: %v", name, err)
		}
		if (err == nil) != (len(lines) == 1) {
			t.Errorf("%s: %d lines", name, len(lines))
		}
	}
}

func TestWhatAProposalRefuses(t *testing.T) {
	t.Parallel()
	c := reviewedChild(t).c
	day, birth := on("2026-11-16"), c.DOB()
	for name, p := range map[string]casefile.ChangeProposed{
		"no kind":                    {ProposedOn: day},
		"no day":                     {What: casefile.Move},
		"proposed in the future":     {What: casefile.Move, ProposedOn: today + 1},
		"made and dropped":           {What: casefile.Move, ProposedOn: day, MadeOn: day, Dropped: day, Emergency: true},
		"an override without a name": {What: casefile.Move, ProposedOn: day, Override: "why", OverriddenOn: day},
		"an override without a day":  {What: casefile.Move, ProposedOn: day, Override: "why", OverriddenBy: "A. Director"},
		"a review that is not held":  {What: casefile.Move, ProposedOn: day, Review: casefile.ID{77}},
		"a review before it":         {What: casefile.Move, ProposedOn: day, Review: casefile.ID{32}},
		"advised in the future":      {What: casefile.Move, ProposedOn: day, AdvisedOn: today + 1},
		"an answer to come":          {What: casefile.Move, ProposedOn: day, FreezeAsked: day, FreezeAnswer: "frozen", FreezeAnswered: today + 1},
		"an answer before asking":    {What: casefile.Move, ProposedOn: day, FreezeAsked: day, FreezeAnswer: "frozen", FreezeAnswered: day - 1},
		"an answer, nothing asked":   {What: casefile.Move, ProposedOn: day, FreezeAnswer: "frozen", FreezeAnswered: day},
		"an answer without words":    {What: casefile.Move, ProposedOn: day, FreezeAsked: day, FreezeAnswered: day},
		"an answer without its day":  {What: casefile.Move, ProposedOn: day, FreezeAsked: day, FreezeAnswer: "frozen"},
		"made before it":             {What: casefile.Move, ProposedOn: day, MadeOn: day - 1, Emergency: true},
		"planned for before it":      {What: casefile.Move, ProposedOn: day, For: day - 1},
		"frozen before it":           {What: casefile.Move, ProposedOn: day, FreezeAsked: day - 1},
		"dropped before it":          {What: casefile.Move, ProposedOn: day, Dropped: day - 1},
		"overridden before it":       {What: casefile.Move, ProposedOn: day, Override: "why", OverriddenBy: "A. Director", OverriddenOn: day - 1},
		"proposed before birth":      {What: casefile.Move, ProposedOn: birth - 1},
		"a plan before birth":        {What: casefile.Move, ProposedOn: day, PlanDated: birth - 1},
		"approved before birth":      {What: casefile.Move, ProposedOn: day, ApprovedBy: "A. Director", ApprovedOn: birth - 1},
		"consulted in the future":    {What: casefile.Move, ProposedOn: day, ConsultedOn: today + 1},
		"notice in the future":       {What: casefile.Move, ProposedOn: day, NoticeGiven: today + 1},
		"urgently leaving care":      {What: casefile.LeaveCare, ProposedOn: day, Emergency: true},
		"an urgent change of plan":   {What: casefile.PlanOnly, ProposedOn: day, Emergency: true},
	} {
		p.ID = casefile.ID{40}
		if _, err := c.Propose(p, nil, today); err == nil {
			t.Errorf("%s: must be refused", name)
		}
	}
}

func TestWhenAProposalIsClosed(t *testing.T) {
	t.Parallel()
	day := workday.Date(739900)
	for name, tc := range map[string]struct {
		p      casefile.ChangeProposed
		closed bool
	}{
		"proposed":              {casefile.ChangeProposed{}, false},
		"made":                  {casefile.ChangeProposed{MadeOn: day}, true},
		"dropped":               {casefile.ChangeProposed{Dropped: day}, true},
		"an emergency made":     {casefile.ChangeProposed{MadeOn: day, Emergency: true}, false},
		"an emergency reviewed": {casefile.ChangeProposed{MadeOn: day, Emergency: true, Review: casefile.ID{1}}, true},
	} {
		if got := tc.p.Closed(); got != tc.closed {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAFreezeWaitsForItsAnswer(t *testing.T) {
	t.Parallel()
	c := reviewedChild(t).c
	day := on("2026-11-16")
	for name, tc := range map[string]struct {
		p     casefile.ChangeProposed
		waits bool
	}{
		"none asked":   {casefile.ChangeProposed{}, false},
		"asked":        {casefile.ChangeProposed{FreezeAsked: day}, true},
		"answered":     {casefile.ChangeProposed{FreezeAsked: day, FreezeAnswer: " refused ", FreezeAnswered: day, AdvisedOn: day}, false},
		"dropped then": {casefile.ChangeProposed{FreezeAsked: day, Dropped: day}, false},
	} {
		tc.p.ID, tc.p.What, tc.p.ProposedOn = casefile.ID{40}, casefile.Move, day
		if lines, err := c.Propose(tc.p, nil, today); err != nil || len(lines) != 1 || tc.p.FreezeWaits() != tc.waits {
			t.Errorf("%s: waits %v, %v", name, tc.p.FreezeWaits(), err)
		}
	}
}

func TestAReviewTakenBackClearsNothing(t *testing.T) {
	t.Parallel()
	d := reviewedChild(t)
	p := casefile.ChangeProposed{ID: casefile.ID{40}, What: casefile.Move, ProposedOn: on("2026-11-16"), Emergency: true, MadeOn: on("2026-11-17"), Review: casefile.ID{30}}
	d.do(d.c.Propose(p, nil, today))
	if got := d.c.OpenProposals(); len(got) != 0 {
		t.Fatalf("reviewed, and open still: %+v", got)
	}
	r, _ := d.c.ReviewByID(p.Review)
	for _, e := range d.c.Entries {
		if h, ok := e.Event.(*casefile.ReviewHeld); ok && h.ID == r.ID {
			d.do(d.c.TakeBack(e.Act, "", today))
		}
	}
	got, _ := d.c.ProposalByID(p.ID)
	if all := d.c.OpenProposals(); !got.Review.Zero() || got.Cleared() || len(all) != 1 || all[0] != got {
		t.Fatalf("it waits again: %+v, open %+v", got, all)
	}
	if lines, err := d.c.Propose(got, nil, today); err != nil || lines != nil {
		t.Errorf("as it stands: %v, %v", lines, err)
	}
	got.Text = "to Hull"
	d.do(d.c.Propose(got, []string{"RT-12"}, today))
	got.Review = casefile.ID{31}
	d.do(d.c.Propose(got, nil, today))
	if now, _ := d.c.ProposalByID(p.ID); now != got {
		t.Errorf("chosen anew: %+v", now)
	}
}

func TestAChangeThatStandsMadeMayBeCorrected(t *testing.T) {
	t.Parallel()
	d := reviewedChild(t)
	p := casefile.ChangeProposed{ID: casefile.ID{40}, What: casefile.Move, ProposedOn: on("2026-11-16"), MadeOn: on("2026-11-20")}
	d.do(d.c.Propose(p, nil, today)) // nothing held it then
	p.Text = "to Hull"
	d.do(d.c.Propose(p, []string{"RT-12"}, today))
	p.MadeOn++
	if _, err := d.c.Propose(p, []string{"RT-12"}, today); fault.CodeOf(err) != fault.Refused {
		t.Errorf("made on another day: %v", err)
	}
}

func TestAProposalOnFileIsNotEnteredAgain(t *testing.T) {
	t.Parallel()
	d := reviewedChild(t)
	p := casefile.ChangeProposed{ID: casefile.ID{40}, What: casefile.Move, ProposedOn: on("2026-11-16"), Text: "to Hull"}
	d.do(d.c.Propose(p, nil, today))
	p.ID = casefile.ID{41}
	if _, err := d.c.Propose(p, nil, today); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the same again: %v", err)
	}
	p.For = on("2026-12-07")
	d.do(d.c.Propose(p, nil, today))
}
