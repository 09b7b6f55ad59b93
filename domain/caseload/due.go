package caseload

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// Due is one thing that is due for one child. Item is "" for a review's own
// limit. Planned says that the day counts from a planned review.
type Due struct {
	ID      string
	File    casefile.ID
	Ref     string
	Name    string
	Rule    string
	Item    string
	Who     clock.Who
	What    string
	Due     workday.Date
	PlanBy  workday.Date
	Planned bool
	Status  clock.Status
	Left    int // working days, below zero when late
	Source  string

	Decision casefile.ID // the decision it is about, if it is about one
}

// DueOf lists what is due for a case: the next review's governing limit, every
// other limit no item answers, and the open items of the preparation. What has no day is
// not listed; what is done never appears.
func DueOf(c *casefile.Case, p *practice.Practice, today workday.Date) []Due {
	x := review.Context{Today: today, Calendar: p.Calendar(), Readings: p.Readings()}
	clocks := clock.Of(c, today, x.Calendar, x.Readings)
	var out []Due
	for _, d := range clocks.Deadlines {
		governing := clocks.Governing != nil && d.Regime == clocks.Governing.Regime && d.Rule == clocks.Governing.Rule
		if d.Regime != "" && !governing || !asked(c, clocks, d) {
			continue // the other review clocks stand beside the one that governs
		}
		status, left := d.Standing(x.Calendar, today)
		out = append(out, Due{
			ID: unique(out, c.Ref+"/"+d.Rule), Rule: d.Rule, Who: d.Who, What: d.What,
			Due: d.Due, PlanBy: d.PlanBy, Status: status, Left: left, Source: d.Source,
			Decision: d.Decision,
		})
	}
	if prep, ok := review.Prepare(c, clocks, x); ok {
		out = append(out, dueItems(c, prep, x)...)
	}
	for i := range out {
		out[i].File, out[i].Ref, out[i].Name = c.ID, c.Ref, c.Name()
	}
	SortDue(out)
	return out
}

// unique gives the id, numbered from the second of its kind on.
func unique(list []Due, id string) string {
	n := 1
	for _, d := range list {
		if d.ID == id || strings.HasPrefix(d.ID, id+"/") {
			n++
		}
	}
	if n == 1 {
		return id
	}
	return fmt.Sprintf("%s/%d", id, n)
}

// asked reports whether a limit is asked for by itself. One that an item of the
// preparation answers is not, for the item is listed. Nor are visits before the
// first is entered, for the IRO may not note them here; a paper that was due
// before the file was opened; the day the adopters may go to court, which binds
// nobody; a review before release, for which another clock asks when none
// falls inside; and what the file does not say applies at all.
func asked(c *casefile.Case, clocks clock.Clocks, d clock.Deadline) bool {
	visit := clocks.Visits.Next != nil && clocks.Visits.Next.Rule == d.Rule
	if d.Done || d.Unsure || d.Rule == "AD-18" || d.Rule == "CV-03" || d.Due < c.Opened && d.Paper() || visit && len(c.Visits()) == 0 {
		return false
	}
	item, ok := handbook.ItemByID(d.Item)
	return !ok || review.Afterwards(item.Phase) || item.Phase == "P13"
}

func dueItems(c *casefile.Case, prep review.Preparation, x review.Context) []Due {
	var out []Due
	for _, ph := range prep.Phases {
		for _, i := range ph.Items {
			if !ph.Worked || i.Answer.Answer != casefile.Open || !i.By.Known() {
				continue
			}
			rule := ""
			if len(i.Rules) > 0 {
				rule = i.Rules[0]
			}
			status, left := i.Standing(x)
			out = append(out, Due{
				ID: c.Ref + "/" + i.ID, Rule: rule, Item: i.ID, Who: i.Who(), What: i.Label,
				Due: i.By, PlanBy: x.Calendar.RollBack(i.By), Planned: prep.Planned && i.Due.Anchor == handbook.AnchorReview,
				Status: status, Left: left, Source: i.Source,
			})
		}
	}
	return out
}

// SortDue orders by day, child, rule and id.
func SortDue(list []Due) {
	slices.SortFunc(list, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), strings.Compare(a.Ref, b.Ref), strings.Compare(a.Rule, b.Rule), strings.Compare(a.ID, b.ID))
	})
}
