package exchange

import (
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// care reads when care began and the reviews the list knows of. A child on the
// list is in care; without a start the child is known to be so since the last
// review, the placement or today.
//
// The number of the last review says how many came before it. Without a number
// it is not known, but for a child whose first 20 working days are not over and
// whose list has a column of last reviews that is blank: there was none.
func (v *listRow) care(c *Child, dob workday.Date) {
	start, end := v.date(FieldCareStart, v.refuseRow), v.date(FieldCareEnd, v.refuseRow)
	last := v.date(FieldLastReview, v.refuseCell)
	today := v.l.o.Today
	switch {
	case start.Known() && end.Known() && end < start:
		v.refuseRow(FieldCareEnd, "is before care began")
	case start.Known() && dob.Known() && start < dob:
		v.refuseRow(FieldCareStart, "is before the child was born")
	case last.Known() && dob.Known() && last < dob:
		v.refuseCell(FieldLastReview, "is before the child was born")
		last = 0
	}
	if !v.ok {
		return
	}
	care := casefile.CareStated{Start: start, End: end, ReviewsBefore: -1}
	if end.Known() {
		care.EndCode = v.code(FieldEndReason, casefile.EndCode, nil)
	}
	if start > today {
		v.warn(FieldCareStart, "is in the future")
	}
	if !start.Known() {
		placed, _ := readDate(v.raw(FieldPlacementSince), today, v.sheet.is1904)
		care.Since = firstKnown(last, placed, end, today)
		care.Since = min(care.Since, today)
		if end.Known() {
			care.Since = min(care.Since, end)
		}
		c.looseCare = !last.Known()
	}
	v.reviews(c, &care, last)
	c.Reported.Care = []casefile.CareStated{care}
}

func firstKnown(days ...workday.Date) workday.Date {
	for _, d := range days {
		if d.Known() {
			return d
		}
	}
	return 0
}

func (v *listRow) reviews(c *Child, care *casefile.CareStated, last workday.Date) {
	n, numbered := 0, false
	if text := v.text(FieldReviewNo); !noDate(text) {
		if n, numbered = ordinal(text); !numbered {
			v.warn(FieldReviewNo, "is not the number of a review and was left out")
		}
	}
	today := v.l.o.Today
	switch {
	case last.Known():
		took := v.code(FieldTookPart, casefile.ParticipationCode, nil)
		c.Reported.Reviews = []casefile.ReviewHeld{{Recorded: last, Completed: last, What: "ordinary", Participation: took}}
		if last > today {
			v.warn(FieldLastReview, "is in the future")
		}
		if care.Start.Known() && last < care.Start {
			v.warn(FieldLastReview, "is before care began")
		} else if numbered && n >= 1 {
			care.ReviewsBefore, c.ReviewNo = n-1, n
		} else if numbered {
			v.warn(FieldReviewNo, "says that there was no review; the list has one")
		}
	case numbered:
		care.ReviewsBefore = n
	case v.has(FieldLastReview) && strings.TrimSpace(v.raw(FieldLastReview)) == "" &&
		care.Start.Known() && !care.End.Known() && v.l.o.Cal.Add(care.Start, 20) >= today:
		care.ReviewsBefore = 0
	}
}

// code reads a code or words; what is not understood is left out, never
// guessed at.
func (v *listRow) code(f Field, list casefile.CodeList, words map[string]string) string {
	text := v.text(f)
	if noDate(text) {
		return ""
	}
	code, ok := coded(list, words, text)
	if !ok {
		v.warn(f, "was not understood as a code for "+list.Name+" and left out")
		return ""
	}
	if c, _ := list.Lookup(code); !c.ValidIn(collectionYear(v.l.o.Today)) {
		v.warn(f, "is a code outside its years")
	}
	return code
}

// since settles the day something began: as the list says, else today, the
// first day it is known on. loose says which.
func (v *listRow) since(f Field, c *Child) (d workday.Date, loose bool) {
	d = v.date(f, v.refuseCell)
	today := v.l.o.Today
	switch care := c.Reported.Care[0]; {
	case d > today:
		v.warn(f, "is in the future")
	case !d.Known() && care.End.Known():
		return care.From(), true
	case !d.Known():
		return max(today, care.From()), true
	}
	return d, false
}

func (v *listRow) status(c *Child) {
	code := v.code(FieldStatus, casefile.StatusCode, statusWords)
	if code == "" {
		return
	}
	start, loose := v.since(FieldStatusSince, c)
	if loose && (code == "E1" || code == "D1") {
		v.warn(FieldStatus, "needs the day the order was made; enter it in the child's file")
	}
	s := casefile.StatusStated{Code: code, Start: start, End: v.endBy(c, start)}
	c.Reported.Statuses, c.looseStatus = []casefile.StatusStated{s}, loose
}

// endBy ends a status or placement with care, unless it began later.
func (v *listRow) endBy(c *Child, start workday.Date) workday.Date {
	if end := c.Reported.Care[0].End; end.Known() && end >= start {
		return end
	}
	return 0
}

// placement keeps the placement, of no code when the list has an address or a
// carer's home but no type that was understood.
func (v *listRow) placement(c *Child) {
	code := v.code(FieldPlacement, casefile.PlacementCode, placementWords)
	p := casefile.PlacementStated{Code: code, Carer: personName(v.text(FieldCarer)),
		Phone: v.phone(FieldCarerPhone), Address: v.text(FieldAddress)}
	if noDate(p.Carer) {
		p.Carer = ""
	}
	if code == "" && p.Address == "" {
		return
	}
	p.Start, c.loosePlacement = v.since(FieldPlacementSince, c)
	p.End = v.endBy(c, p.Start)
	c.Reported.Placements = []casefile.PlacementStated{p}
}

func (v *listRow) people(c *Child) {
	add := func(role casefile.Role, name, phone, team string) {
		if name = personName(name); !noDate(name) && fold(name) != "unallocated" {
			c.Reported.People = append(c.Reported.People, casefile.PersonStated{Role: role, Name: name, Phone: phone, Team: team})
		}
	}
	add(casefile.SocialWorker, v.text(FieldWorker), v.phone(FieldWorkerPhone), v.text(FieldTeam))
	add(casefile.TeamManager, v.text(FieldManager), "", v.text(FieldTeam))
	add(casefile.Carer, v.text(FieldCarer), v.phone(FieldCarerPhone), "")
}

// take puts a row with the others. Rows of one number and one date of birth are
// one child: what the later row says is taken, what it leaves blank stays.
func (l *lists) take(v *listRow, c Child) {
	key := c.ExternalID
	if key == "" {
		key = fold(c.Name()) + "|" + c.DOB().String()
	}
	i, ok := l.at[key]
	if !ok {
		l.at[key] = len(l.children)
		l.children = append(l.children, c)
		return
	}
	old := l.children[i]
	if old.DOB().Known() && c.DOB().Known() && old.DOB() != c.DOB() {
		if !l.refused[key] {
			l.refused[key] = true
			l.reject(old.File, old.Row, v.cols[FieldDOB], old.DOB().UK(), twoBirths)
		}
		l.reject(c.File, c.Row, v.cols[FieldDOB], v.raw(FieldDOB), twoBirths)
		return
	}
	v.warn(FieldID, "stands in the list before; the rows were put together")
	l.children[i] = joined(old, c)
}

const twoBirths = "is one of two dates of birth for the same child's number"

// joined puts a later row over an earlier one.
func joined(old, c Child) Child {
	for key, value := range old.Reported.Facts {
		if c.Reported.Facts[key] == "" {
			c.Reported.Facts[key] = value
		}
	}
	c.File, c.Row = old.File, old.Row
	if a, b := old.Reported.Care[0], &c.Reported.Care[0]; !b.Start.Known() && a.Start.Known() {
		keep := b.ReviewsBefore
		*b = a
		if keep >= 0 {
			b.ReviewsBefore = keep
		}
		c.looseCare = false
	} else if b.ReviewsBefore < 0 || earlierReview(old, c) {
		b.ReviewsBefore, c.ReviewNo = a.ReviewsBefore, old.ReviewNo
	}
	if len(c.Reported.Statuses) == 0 {
		c.Reported.Statuses, c.looseStatus = old.Reported.Statuses, old.looseStatus
	}
	if len(c.Reported.Placements) == 0 {
		c.Reported.Placements, c.loosePlacement = old.Reported.Placements, old.loosePlacement
	}
	c.Reported.Reviews = joinedReviews(old.Reported.Reviews, c.Reported.Reviews)
	c.Reported.People = joinedPeople(old.Reported.People, c.Reported.People)
	c.Planned = firstKnown(c.Planned, old.Planned)
	return c
}

// earlierReview reports whether the earlier row's review is numbered and the
// first of the two: the number counts what came before that one.
func earlierReview(old, c Child) bool {
	a, b := old.Reported.Reviews, c.Reported.Reviews
	return old.ReviewNo > 0 && len(a) > 0 && len(b) > 0 && a[0].Recorded < b[0].Recorded
}

func joinedReviews(a, b []casefile.ReviewHeld) []casefile.ReviewHeld {
	if len(b) == 0 || len(a) > 0 && a[0].Recorded == b[0].Recorded && b[0].Participation == "" {
		return a
	}
	if len(a) == 0 || a[0].Recorded == b[0].Recorded {
		return b
	}
	return append(a, b...)
}

func joinedPeople(a, b []casefile.PersonStated) []casefile.PersonStated {
	out := b
	for _, p := range a {
		has := false
		for _, q := range b {
			has = has || q.Role == p.Role
		}
		if !has {
			out = append(out, p)
		}
	}
	return out
}

// kept gives the children without those whose number had two dates of birth.
func (l *lists) kept() []Child {
	var out []Child
	for key, i := range l.at {
		if l.refused[key] {
			l.children[i] = Child{}
		}
	}
	for _, c := range l.children {
		if c.File != "" {
			out = append(out, c)
		}
	}
	return out
}
