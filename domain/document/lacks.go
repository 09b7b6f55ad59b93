package document

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/review"
)

// Lacks lists in words what the record of a review still lacks: the views of
// those who came or were consulted, every issue of the agenda, the judgement of
// the plan and the child in the placement, the decisions and the next review (HB
// 3.66 to 3.68; RC-07 to RC-10). Empty is complete.
func Lacks(s Subject) []string {
	c, r := s.Case, s.Review
	var out []string
	lack := func(missing bool, words string) {
		if missing {
			out = append(out, words)
		}
	}
	parts := c.PartsIn(r.ID)
	lack(!r.Held.Completed.Known(), "the day the review was completed")
	lack(r.Held.Participation == "", "how the child took part")
	lack(len(parts) == 0, "who took part")
	for _, p := range parts {
		spoke := p.How.Present() || p.How == casefile.SentViews || p.How == casefile.ReadIn || p.How == casefile.ThroughOther
		lack(spoke && p.Words == "", "the views of "+describe(p))
		lack(p.How == casefile.DidNotCome && p.Why == "" && p.Words == "", "why "+describe(p)+" did not come, or their views")
	}
	lack(!slices.ContainsFunc(c.ChildsWordsAt(r.ID), func(o casefile.Said) bool { return o.Shareable }), "words of the child that may be shared")
	for _, m := range review.Agenda(c, r, s.Context) {
		if s.judged() && judges(m.ID) {
			continue // asked for by what the judgement lacks
		}
		lack(m.Words == "" && m.Answer.Answer == casefile.Open, "an issue: "+strings.ToLower(m.Label[:1])+m.Label[1:])
	}
	out = append(out, s.lacksJudgement()...)
	for _, right := range s.rightsAsked() {
		lack(c.AnswerTo(r.ID, right.item).Answer == casefile.Open, "whether the child was told of the right "+right.words)
	}
	none := c.AnswerTo(r.ID, "B-801").Answer
	lack(len(c.DecisionsOf(r.ID)) == 0 && none != casefile.Done && none != casefile.NotApplicable, "the decisions")
	next, _, _ := s.next()
	lack(!next.Known(), "the day of the next review")
	return out
}

func describe(p casefile.TookPart) string {
	if p.Role == "" {
		return p.Name
	}
	return p.Name + ", " + string(p.Role)
}

func (s Subject) lacksJudgement() []string {
	j := s.Case.JudgementOf(s.Review.ID)
	var out []string
	for _, n := range casefile.Needs() {
		if j.Needs[n.Key] == "" {
			out = append(out, "the judgement of a need: "+strings.ToLower(n.Label))
		}
	}
	for _, t := range casefile.Tests() {
		if j.Smart[t.Key] == "" {
			out = append(out, "a test of the plan: "+strings.ToLower(t.Label))
		}
	}
	if j.Rating == "" {
		out = append(out, "the rating of the plan, with its reason")
	}
	if j.Evaluation == "" {
		out = append(out, "how far the plan meets the child's needs")
	}
	if j.Picture == "" {
		out = append(out, "the picture of the child where they live")
	}
	return out
}
