package caseload_test

import (
	"slices"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
)

// sister and outside are the files of another child: in the caseload, and not.
var (
	sister  = casefile.ID{0: 2}
	outside = casefile.ID{0: 3}
)

func inCaseload(id casefile.ID) bool { return id == sister }

// around is a case with these facts and people.
func around(t *testing.T, facts map[string]string, people ...casefile.PersonStated) *casefile.Case {
	t.Helper()
	next := casefile.ID{0: 1}
	newID := func() casefile.ID { next = next.Next(); return next }
	c := casefile.Replay(casefile.ID{9}, nil)
	write := func(lines []casefile.Line, err error) {
		if err != nil {
			t.Fatal(err)
		}
		c = c.With(casefile.Stamp{Day: today}.Entries(lines, newID)...)
	}
	facts[casefile.FactName] = "Maja Kowalska"
	write(casefile.OpenFile("C-0001", facts, today))
	for _, p := range people {
		p.ID, p.Name = newID(), "A. Person"
		write(c.StatePerson(p, today))
	}
	return c
}

func TestPersonAlerts(t *testing.T) {
	t.Parallel()
	type facts = map[string]string
	for name, tt := range map[string]struct {
		facts  facts
		people []casefile.PersonStated
		want   []string // rule, with "!" when it is wrong
	}{
		"nobody":                           {want: nil},
		"a worker":                         {people: []casefile.PersonStated{{Role: casefile.SocialWorker}}},
		"a worker who comes":               {people: []casefile.PersonStated{{Role: casefile.SocialWorker, Part: casefile.AllOfIt}}, want: []string{"RC-04"}},
		"a worker who only writes":         {people: []casefile.PersonStated{{Role: casefile.SocialWorker, Part: casefile.ViewsOnly}}},
		"a parent":                         {people: []casefile.PersonStated{{Role: casefile.Parent}}, want: []string{"RC-04"}},
		"a parent with a copy":             {people: []casefile.PersonStated{{Role: casefile.Parent, Receives: casefile.Redacted}}},
		"a parent who speaks Polish":       {people: []casefile.PersonStated{{Role: casefile.Parent, Receives: casefile.Nothing, Language: "Polish"}}, want: []string{"PR-24"}},
		"and an interpreter":               {people: []casefile.PersonStated{{Role: casefile.Parent, Receives: casefile.Nothing, Language: "Polish"}, {Role: casefile.Interpreter}}},
		"a child who speaks Dari":          {facts: facts{casefile.FactLanguage: "Dari"}, want: []string{"PR-24"}},
		"a sister":                         {people: []casefile.PersonStated{{Role: casefile.Sibling}}},
		"a sister of this caseload":        {people: []casefile.PersonStated{{Role: casefile.Sibling, Child: sister}}},
		"a sister outside it":              {people: []casefile.PersonStated{{Role: casefile.Sibling, Child: outside}}},
		"a sister with another IRO":        {people: []casefile.PersonStated{{Role: casefile.Sibling, IRO: "M. Webb"}}, want: []string{"AP-05!"}},
		"and a reason":                     {people: []casefile.PersonStated{{Role: casefile.Sibling, IRO: "M. Webb", Reason: "their interests clash"}}},
		"a sister with the child's IRO":    {facts: facts{casefile.FactIRO: "R. Quaye"}, people: []casefile.PersonStated{{Role: casefile.Sibling, IRO: "r. quaye"}}},
		"a linked sister, another IRO":     {people: []casefile.PersonStated{{Role: casefile.Sibling, Child: sister, IRO: "M. Webb"}}, want: []string{"AP-05!"}},
		"a mother in care":                 {people: []casefile.PersonStated{{Role: casefile.ParentInCare}}, want: []string{"AP-06"}},
		"a mother of this caseload":        {people: []casefile.PersonStated{{Role: casefile.ParentInCare, Child: sister}}, want: []string{"AP-06!"}},
		"and why the IRO is the same":      {people: []casefile.PersonStated{{Role: casefile.ParentInCare, Child: sister, Reason: "only until March"}}},
		"a mother with another IRO":        {people: []casefile.PersonStated{{Role: casefile.ParentInCare, IRO: "M. Webb"}}},
		"a son":                            {people: []casefile.PersonStated{{Role: casefile.ChildOf}}},
		"a son of this caseload":           {people: []casefile.PersonStated{{Role: casefile.ChildOf, Child: sister}}, want: []string{"AP-06!"}},
		"a son with the same IRO by name":  {facts: facts{casefile.FactIRO: "R. Quaye"}, people: []casefile.PersonStated{{Role: casefile.ChildOf, IRO: "R. Quaye"}}, want: []string{"AP-06!"}},
		"a sister who has left":            {people: []casefile.PersonStated{{Role: casefile.Sibling, IRO: "M. Webb", To: today}}},
		"needs and no method":              {facts: facts{"comm_needs": "yes"}, want: []string{"CN-01!"}},
		"needs and a method":               {facts: facts{"comm_needs": "yes", "comm_method": "Makaton"}},
		"no needs":                         {facts: facts{"comm_needs": "no"}},
		"a parent who must not know where": {people: []casefile.PersonStated{{Role: casefile.Parent, Receives: casefile.LetterOnly, NoAddress: true}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if tt.facts == nil {
				tt.facts = facts{}
			}
			c := around(t, tt.facts, tt.people...)
			var got []string
			for _, a := range caseload.PersonAlerts(c, inCaseload, today) {
				rule := a.Rule
				if a.Wrong {
					rule += "!"
				}
				if a.Words == "" {
					t.Error("an alert says what it is")
				}
				got = append(got, rule)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("alerts %v, want %v", got, tt.want)
			}
		})
	}
}

// TestAnOldFileWithTheFullRecordIsWarnedOf covers entries that another program
// wrote: the command would have refused them.
func TestAnOldFileWithTheFullRecordIsWarnedOf(t *testing.T) {
	t.Parallel()
	c := around(t, map[string]string{})
	p := casefile.PersonStated{ID: casefile.ID{4}, Role: casefile.Parent, Name: "A. Person", Receives: casefile.FullRecord, NoAddress: true}
	c = c.With(casefile.Stamp{Day: today}.Entries([]casefile.Line{{On: today, Event: &p}}, func() casefile.ID { return casefile.ID{5} })...)
	if got := caseload.PersonAlerts(c, inCaseload, today); len(got) != 1 || got[0].Rule != "RC-04" || !got[0].Wrong || got[0].Person != p.ID {
		t.Errorf("alerts %+v", got)
	}
}

func TestLookedAfterKinAreCounted(t *testing.T) {
	t.Parallel()
	c := around(t, map[string]string{},
		casefile.PersonStated{Role: casefile.Sibling},
		casefile.PersonStated{Role: casefile.Sibling, Child: sister},
		casefile.PersonStated{Role: casefile.Sibling, IRO: "M. Webb"},
		casefile.PersonStated{Role: casefile.ChildOf},
		casefile.PersonStated{Role: casefile.ParentInCare},
		casefile.PersonStated{Role: casefile.Parent})
	if siblings, parents := caseload.LookedAfterKin(c, inCaseload, today); siblings != 2 || parents != 1 {
		t.Errorf("%d brothers or sisters and %d parents", siblings, parents)
	}
}
