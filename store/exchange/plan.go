package exchange

import (
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// Cases finds a child's file by the council's number or, for a child without
// one, by name and date of birth.
type Cases func(externalID, name string, dob workday.Date) (*casefile.Case, bool)

// Plan is what an import would do: the lines to journal for each child, and the
// counts. Nothing has been done yet.
type Plan struct {
	Added, Updated, Unchanged int // children
	ReviewsAdded              int
	Changes                   []Change // children with lines to journal, in the order of the files
	Rejected, Warnings        []Problem
	Skipped                   []string
	refs                      []string
}

// Change is what is journalled for one child, as one act.
type Change struct {
	Key        string // names the child in this import, for Except
	ExternalID string
	Name       string
	Case       *casefile.Case // nil for a new child
	Ref        string         // the alias, new or as on file
	Lines      []casefile.Line
	Reviews    int // how many reviews among the lines are new
}

func keyOf(externalID, file string, row int) string {
	if externalID != "" {
		return externalID
	}
	return fmt.Sprintf("%s:%d", file, row)
}

// Except gives the return without the children of these keys, for children the
// user unticks before the plan is made.
func (r *Return) Except(keys ...string) *Return {
	out := *r
	out.Children = slices.DeleteFunc(slices.Clone(r.Children), func(c Child) bool { return slices.Contains(keys, c.Key()) })
	return &out
}

// Except gives the plan without the children of these keys. The aliases of new
// children close up, so that none is left out.
func (p *Plan) Except(keys ...string) *Plan {
	out := &Plan{Unchanged: p.Unchanged, Rejected: p.Rejected, Warnings: p.Warnings, Skipped: p.Skipped, refs: p.refs}
	for _, ch := range p.Changes {
		if slices.Contains(keys, ch.Key) {
			continue
		}
		if ch.Case == nil {
			ch.Ref = p.refs[out.Added]
			ch.Lines = slices.Clone(ch.Lines)
			ch.Lines[0].Event = &casefile.Opened{Ref: ch.Ref}
		}
		out.count(ch)
	}
	return out
}

func (p *Plan) count(ch Change) {
	if ch.Case == nil {
		p.Added++
	} else {
		p.Updated++
	}
	p.ReviewsAdded += ch.Reviews
	p.Changes = append(p.Changes, ch)
}

// MakePlan sets what the files say beside the files of the children on record.
// A child without a file gets one under the alias nextRef gives; what the IRO
// entered stays, and each difference becomes a warning.
func MakePlan(ret *Return, cases Cases, nextRef func() string, newID casefile.NewID, today workday.Date) (*Plan, error) {
	p := &planner{Plan: &Plan{Rejected: slices.Clone(ret.Rejected), Warnings: slices.Clone(ret.Warnings), Skipped: slices.Clone(ret.Skipped)},
		newID: newID, today: today}
	for _, child := range ret.Children {
		c, ok := cases(child.ExternalID, child.Name(), child.DOB())
		var ch Change
		var err error
		if ok && c != nil && c.Exists {
			ch = p.known(child, c)
		} else {
			ch, err = p.opened(child, nextRef)
		}
		if err != nil {
			return nil, err
		}
		if len(ch.Lines) == 0 {
			p.Unchanged++
			continue
		}
		ch.Key, ch.ExternalID, ch.Name = child.Key(), child.ExternalID, child.Name()
		ch.Reviews = newReviews(ch.Lines)
		p.count(ch)
	}
	return p.Plan, nil
}

type planner struct {
	*Plan
	newID casefile.NewID
	today workday.Date
}

func (p *planner) warn(child Child, column, value, reason string) {
	p.Warnings = append(p.Warnings, problem(child.File, child.Row, column, value, reason))
}

func newReviews(lines []casefile.Line) int {
	n := 0
	for _, l := range lines {
		if _, held := l.Event.(*casefile.ReviewHeld); held && l.Corrects.Zero() {
			n++
		}
	}
	return n
}

// opened gives the lines of a new child's file. The date of birth is among the
// facts reported, not those the file is opened with: a young adult of a past
// year's return may be older than a form would take.
func (p *planner) opened(child Child, nextRef func() string) (Change, error) {
	ref := nextRef()
	lines, err := casefile.OpenFile(ref, map[string]string{
		casefile.FactName: child.Name(), casefile.FactExternalID: child.ExternalID}, p.today)
	if err != nil {
		return Change{}, err
	}
	blank := casefile.Replay(casefile.ID{}, nil)
	rep := p.fitted(&child, blank)
	more, _ := blank.Reconcile(rep, p.newID, p.today)
	lines = append(lines[:1], more...)
	if child.Planned.Known() {
		lines = append(lines, p.planned(child, p.after(blank, lines))...)
	}
	p.refs = append(p.refs, ref)
	return Change{Ref: ref, Lines: lines}, nil
}

// known gives the lines that bring what is reported into a file on record.
func (p *planner) known(child Child, c *casefile.Case) Change {
	rep := p.fitted(&child, c)
	care := rep.Care
	if len(care) > 1 {
		rep.Care = nil
	}
	var lines []casefile.Line
	var kept []casefile.Difference
	take := func(at *casefile.Case, r casefile.Reported) {
		more, diff := at.Reconcile(r, p.newID, p.today)
		lines, kept = append(lines, more...), append(kept, diff...)
	}
	// Reconcile matches an episode by overlap with those on file. One after the
	// other, so that an episode the files end does not swallow the next one.
	if len(care) > 1 {
		for _, s := range care {
			take(p.after(c, lines), casefile.Reported{Care: []casefile.CareStated{s}})
		}
	}
	take(c, rep)
	if child.Planned.Known() {
		lines = append(lines, p.planned(child, p.after(c, lines))...)
	}
	for _, d := range kept {
		p.warn(child, d.What, d.Theirs, "is not what you entered; yours was kept: "+short(cleaned(d.Yours)))
	}
	for _, l := range lines {
		if s, ok := l.Event.(*casefile.Stated); ok && c.DOB().Known() && s.Facts[casefile.FactDOB] != "" {
			p.warn(child, "date of birth", child.DOB().UK(), "is not the date of birth the last import gave; it was taken")
		}
	}
	return Change{Case: c, Ref: c.Ref, Lines: lines}
}

// after gives the case as it would stand with these lines. The entries are for
// looking at only; the caller stamps its own.
func (p *planner) after(c *casefile.Case, lines []casefile.Line) *casefile.Case {
	if len(lines) == 0 {
		return c
	}
	return c.With(casefile.Stamp{Day: p.today, Source: casefile.ByImport}.Entries(lines, p.newID)...)
}

// planned plans the next review as a list has it. A date the IRO planned stays.
func (p *planner) planned(child Child, c *casefile.Case) []casefile.Line {
	next := casefile.ReviewPlanned{Date: child.Planned}
	for _, r := range c.Reviews() {
		switch {
		case r.Held.Recorded == child.Planned || r.Planned.Date == child.Planned:
			return nil
		case r.IsHeld() && r.Held.Recorded > child.Planned:
			p.warn(child, "next review", child.Planned.UK(), "is not after the last review on file; it was left out")
			return nil
		}
	}
	if r, ok := c.InHand(); ok {
		if r.Planned.Date.Known() && enteredByIRO(c, r.ID) {
			p.warn(child, "next review", child.Planned.UK(), "is not what you planned; yours was kept: "+r.Planned.Date.UK())
			return nil
		}
		next = r.Planned
		next.ID, next.Date = r.ID, child.Planned
	} else {
		next.ID = p.newID()
	}
	lines, err := c.PlanReview(next, p.today)
	if err != nil {
		p.warn(child, "next review", child.Planned.UK(), "was left out. "+err.Error())
	}
	return lines
}

// Outcome is the JSON of an import.
type Outcome struct {
	DryRun       bool      `json:"dry_run"`
	Files        []string  `json:"files"`
	Added        int       `json:"added"`
	Updated      int       `json:"updated"`
	Unchanged    int       `json:"unchanged"`
	ReviewsAdded int       `json:"reviews_added"`
	Rejected     []Problem `json:"rejected"`
	Warnings     []Problem `json:"warnings"`
	Skipped      []string  `json:"skipped"`
}

// Result words a plan for the command line. Lists are never null.
func Result(p *Plan, dryRun bool, files []string) Outcome {
	return Outcome{DryRun: dryRun, Files: append([]string{}, files...),
		Added: p.Added, Updated: p.Updated, Unchanged: p.Unchanged, ReviewsAdded: p.ReviewsAdded,
		Rejected: append([]Problem{}, p.Rejected...), Warnings: append([]Problem{}, p.Warnings...),
		Skipped: append([]string{}, p.Skipped...)}
}
