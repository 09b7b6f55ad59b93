package review

import (
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

// Paper is one document the rules want on file for a child, and how it stands
// (CD-08; HB 3.9, 3.46).
type Paper struct {
	What   casefile.DocumentKind
	Rule   string                  // the rule that wants it
	Newest casefile.DocumentStated // the version that counts; zero when none is on file
	State  PaperState
	Stale  string          // the rule that calls it stale
	Since  workday.Date    // what it is older than: the last review, or the day it grew stale
	Limit  *clock.Deadline // when a missing or stale one is due; nil when no limit runs
}

// PaperState is how a document stands.
type PaperState string

// The states. Missing covers one that is known of and has not come.
const (
	PaperMissing  PaperState = "missing"
	PaperReceived PaperState = "received"
	PaperRead     PaperState = "read"
	PaperStale    PaperState = "stale"
)

// Known reports whether any version is on file.
func (p Paper) Known() bool { return p.Newest.What != "" }

// want is one document with the rule that wants it and the limits that run for
// it while it is missing or stale. wanted is asked where the rule's own test
// does not say who needs the document.
type want struct {
	what           casefile.DocumentKind
	rule           string
	missing, stale string
	wanted         func(f *handbook.Facts) bool
}

func wants() []want {
	return []want{
		{casefile.CarePlan, "CD-04", "CD-01", "RC-06", func(f *handbook.Facts) bool { return !f.Eligible && !remandOnly(f) }},
		{casefile.PlacementPlan, "CD-02", "CD-02", "", nil},
		{casefile.PathwayPlan, "PW-03", "", "RC-06", nil},
		{casefile.PermanencePlan, "PM-01", "", "", nil},
		{casefile.EducationPlan, "CD-10", "PR-07", "PR-07", nil},
		{casefile.HealthPlan, "CD-09", "PR-08", "PR-08", nil},
		{casefile.CourtPaper, "CF-05", "CF-05", "", nil},
		{casefile.ProtectionPlan, "CP-02", "", "", nil},
		{casefile.AdoptionPlan, "AD-14", "", "", func(f *handbook.Facts) bool { return f.MatchDecided || f.PlacedForAdoption }},
		{casefile.RemandPlan, "YJ-25", "YJ-25", "RC-06", func(f *handbook.Facts) bool { return !f.Eligible && remandOnly(f) }},
		{casefile.DetentionPlan, "YJ-26", "YJ-26", "", nil},
		{casefile.SchoolNeedsPlan, "CD-08", "", "", func(f *handbook.Facts) bool { return f.SENPlan }},
	}
}

// remandOnly is the child whose care plan is the remand care plan (YJ-25).
func remandOnly(f *handbook.Facts) bool {
	return f.LookedAfterOnlyByRemand && f.LegalStatus == handbook.LegalStatusRemandLA
}

func (w want) applies(f *handbook.Facts) bool {
	if w.wanted != nil {
		return w.wanted(f)
	}
	rule, ok := handbook.RuleByID(w.rule)
	return ok && rule.Applies(f)
}

// Papers is the document register as the rules want it: each document this
// child should have, in the order of the register. A child who is not looked
// after needs none.
func Papers(c *casefile.Case, clocks clock.Clocks, f handbook.Facts, x Context) []Paper {
	if !f.LookedAfter {
		return nil
	}
	r := register{c: c, clocks: clocks, x: x}
	var out []Paper
	for _, w := range wants() {
		if w.applies(&f) {
			out = append(out, r.paper(w))
		}
	}
	return out
}

type register struct {
	c      *casefile.Case
	clocks clock.Clocks
	x      Context
}

func (r register) paper(w want) Paper {
	p := Paper{What: w.what, Rule: w.rule, Newest: r.counting(w.what), State: PaperMissing}
	switch {
	case p.Newest.Read.Known():
		p.State = PaperRead
	case p.Newest.Received.Known():
		p.State = PaperReceived
	default:
		p.Limit = r.limit(w.missing)
		return p
	}
	if p.Stale, p.Since = r.stale(p); p.Stale != "" {
		p.State, p.Limit = PaperStale, r.limit(w.stale)
	}
	return p
}

// counting gives the version that counts: the newest. Each court paper is a
// document of its own, so there the first that has not come, or has not been
// read, stands for all of them (HB 8.4; CF-05).
func (r register) counting(what casefile.DocumentKind) casefile.DocumentStated {
	newest, _ := r.c.Document(what)
	if what != casefile.CourtPaper {
		return newest
	}
	papers := slices.DeleteFunc(r.c.Documents(), func(d casefile.DocumentStated) bool { return d.What != what })
	for _, waits := range []func(casefile.DocumentStated) bool{
		func(d casefile.DocumentStated) bool { return !d.Received.Known() && !d.Read.Known() },
		func(d casefile.DocumentStated) bool { return !d.Read.Known() },
	} {
		if i := slices.IndexFunc(papers, waits); i >= 0 {
			return papers[i]
		}
	}
	return newest
}

// stale gives the rule by which a document that came is too old, and what it is
// older than: a PEP or health plan than the last review (PR-40), a plan than
// the last review that changed it (CD-04), a permanence plan than the months
// set (PM-01).
func (r register) stale(p Paper) (rule string, since workday.Date) {
	when := p.Newest.When()
	switch p.What {
	case casefile.EducationPlan, casefile.HealthPlan:
		rule, since = "PR-40", r.lastReview(func(casefile.Review) bool { return true })
	case casefile.CarePlan, casefile.PathwayPlan, casefile.RemandPlan:
		rule, since = "CD-04", r.lastReview(r.changedPlan)
	case casefile.PermanencePlan:
		rule, since = "PM-01", when.AddMonths(r.x.Readings.Limit(practice.StalePlanMonths))
		if since < r.x.Today {
			return rule, since
		}
		return "", 0
	}
	if since.Known() && when.Known() && when < since {
		return rule, since
	}
	return "", 0
}

// lastReview is the day of the last review held that counts here.
func (r register) lastReview(counts func(casefile.Review) bool) workday.Date {
	for _, held := range slices.Backward(r.c.Reviews()) {
		if held.IsHeld() && held.Held.Recorded <= r.x.Today && counts(held) {
			return held.Held.Recorded
		}
	}
	return 0
}

// changedPlan reports whether the IRO answered that the review changed the plan
// (AG-00).
func (r register) changedPlan(held casefile.Review) bool {
	return r.c.AnswerTo(held.ID, "B-801").Evidence["plan_outcome"] == "changed"
}

// limit gives the open deadline of a rule that is due first.
func (r register) limit(rule string) *clock.Deadline {
	var first *clock.Deadline
	for i, d := range r.clocks.Deadlines {
		if rule != "" && d.Rule == rule && !d.Done && (first == nil || d.Due < first.Due) {
			first = &r.clocks.Deadlines[i]
		}
	}
	return first
}
