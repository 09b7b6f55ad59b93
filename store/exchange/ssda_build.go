package exchange

import (
	"cmp"
	"fmt"
	"slices"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// spell is one looked-after episode put together from rows. ends holds when
// each row gave way: at its own end or where the next row begins.
type spell struct {
	rows       []episode
	ends       []workday.Date
	startKnown bool
	end        workday.Date
	endCode    string
}

// spells puts a child's rows, sorted by DECOM, together.
//
// A row with RNE S begins care. A row that starts the day the last one ended,
// or the next day, continues it. So does, with a warning, one that starts
// before the last one ended or while it has no end: the later DECOM ends the
// earlier row, and two never run at once. After a gap care begins anew, on a
// day that is not known unless the row has S; without S the gap is warned of.
// REC does not matter to this, but for one case: an S row on the day, or the
// day after, a row that ended with X1 (care goes on) contradicts it, and care is
// taken to go on, with a warning. An S row after a reason for leaving begins
// care even the same day: two columns agree, and a first review due sooner is
// the safer reading.
//
// The last row ends care when it has both a day and a reason for leaving. With
// only one of the two care goes on, with a warning: a child in care who is
// shown as having left would be seen by nobody.
func (s *ssda) spells(rows []episode) []*spell {
	var out []*spell
	var cur *spell
	for i, e := range rows {
		if i == 0 || s.begins(rows[i-1], e) {
			if cur != nil {
				cur.close(rows[i-1], e.decom)
			}
			cur = &spell{startKnown: e.rne == "S"}
			out = append(out, cur)
		} else {
			cur.ends[len(cur.ends)-1] = e.decom
		}
		cur.rows, cur.ends = append(cur.rows, e), append(cur.ends, e.dec)
	}
	if cur != nil {
		s.closeLast(cur, rows[len(rows)-1])
	}
	return out
}

// begins reports whether e begins care anew after last, warning of what is odd.
func (s *ssda) begins(last, e episode) bool {
	warn := func(reason string) { s.warn(e.file, e.row, "DECOM", e.decom.UK(), reason) }
	gap := last.dec.Known() && e.decom > last.dec+1
	follows := last.dec.Known() && e.decom >= last.dec && !gap
	switch {
	case !last.dec.Known():
		warn(fmt.Sprintf("overlaps row %d, which has no end; that row was ended here", last.row))
	case e.decom < last.dec:
		warn(fmt.Sprintf("overlaps row %d, which was ended here", last.row))
	case gap && e.rne != "S":
		warn(fmt.Sprintf("leaves a gap after row %d; when care began again is not known", last.row))
	case follows && e.rne == "S" && last.rec == "X1":
		warn(fmt.Sprintf("begins care while row %d says that care went on; it was taken to go on", last.row))
		return false
	}
	return gap || e.rne == "S"
}

// close ends a spell where the next one begins or where its last row ended.
func (p *spell) close(last episode, next workday.Date) {
	p.end = next
	if last.dec.Known() {
		p.end = min(last.dec, next)
	}
	if leaves(last.rec) {
		p.endCode = last.rec
	}
	p.ends[len(p.ends)-1] = p.end
}

func leaves(rec string) bool { return rec != "" && rec != "X1" }

func (s *ssda) closeLast(p *spell, last episode) {
	switch {
	case last.dec.Known() && leaves(last.rec):
		p.end, p.endCode = last.dec, last.rec
	case last.dec.Known():
		s.warn(last.file, last.row, "DEC", last.dec.UK(), "ends the last row without a reason for leaving; care is taken to go on")
	case leaves(last.rec):
		s.warn(last.file, last.row, "REC", last.rec, "is a reason for leaving without a day; care is taken to go on")
	}
}

// build turns a child's rows into what is reported.
func (s *ssda) build(c *looked, cover years) {
	slices.SortFunc(c.episodes, func(a, b episode) int { return cmp.Compare(a.decom, b.decom) })
	slices.SortFunc(c.reviews, func(a, b review) int { return cmp.Compare(a.on, b.on) })
	rep := &c.child.Reported
	spells := s.spells(c.episodes)
	for _, p := range spells {
		care := casefile.CareStated{End: p.end, EndCode: p.endCode, ReviewsBefore: -1}
		if begun := p.rows[0].decom; p.startKnown {
			care.Start = begun
			if cover.holds(begun) {
				care.ReviewsBefore = 0
			}
		} else {
			care.Since = begun
		}
		rep.Care = append(rep.Care, care)
		rep.Statuses = append(rep.Statuses, p.statuses()...)
		rep.Placements = append(rep.Placements, s.placements(p)...)
	}
	if len(spells) > 0 {
		first := spells[0].rows[0].rne
		c.child.looseStatus = first == "P" || first == "T" || first == ""
		c.child.loosePlacement = first == "L" || first == ""
	}
	s.buildReviews(c, spells)
	for _, p := range c.periods {
		switch {
		case p.What == "", p.What == casefile.PreviousPermanence && (p.Code == "" || p.Code == "Z1"):
			continue
		case p.What == casefile.AsylumSeeking:
			rep.Facts["uasc"] = "yes"
		}
		rep.Periods = append(rep.Periods, p.PeriodStated)
	}
	s.sexYears(c, cover)
}

// statuses merges rows with the same legal status; a blank one says nothing, so
// the last goes on.
func (p *spell) statuses() []casefile.StatusStated {
	var out []casefile.StatusStated
	for i, e := range p.rows {
		n := len(out)
		switch {
		case e.ls != "" && (n == 0 || out[n-1].Code != e.ls):
			if n > 0 {
				out[n-1].End = e.decom
			}
			out = append(out, casefile.StatusStated{Code: e.ls, Start: e.decom, End: p.ends[i]})
		case n > 0:
			out[n-1].End = p.ends[i]
		}
	}
	return out
}

// placements merges a row with the one before when only the legal status
// changed (RNE L) and the code stayed. P, T, B, U and S begin a placement even
// of the same code: the child moved, or the placement itself changed. The
// reason for a change stands on the row that ended.
func (s *ssda) placements(p *spell) []casefile.PlacementStated {
	var out []casefile.PlacementStated
	for i, e := range p.rows {
		n := len(out)
		goesOn := n > 0 && (e.place == "" || e.rne == "L" && e.place == out[n-1].Code)
		switch {
		case goesOn:
			out[n-1].End, out[n-1].Change = p.ends[i], e.changeBy
			if e.provider != "" {
				out[n-1].Provider = e.provider
			}
		case e.place != "":
			if n > 0 {
				out[n-1].End = e.decom
				if e.rne == "L" {
					s.warn(e.file, e.row, "PLACE", e.place, "changes though the row is for a change of legal status only")
				}
			}
			out = append(out, casefile.PlacementStated{Code: e.place, Start: e.decom, End: p.ends[i], Provider: e.provider, Change: e.changeBy})
		}
	}
	return out
}

func (s *ssda) buildReviews(c *looked, spells []*spell) {
	for _, r := range c.reviews {
		c.child.Reported.Reviews = append(c.child.Reported.Reviews, casefile.ReviewHeld{
			Recorded: r.on, Completed: r.on, What: "ordinary", Participation: r.code})
		if r.on > s.o.Today {
			s.warn(r.file, r.row, "REVIEW", r.on.UK(), "is in the future")
		}
		if len(spells) > 0 && spells[0].startKnown && r.on < spells[0].rows[0].decom {
			s.warn(r.file, r.row, "REVIEW", r.on.UK(), "is before care began")
		}
		if !c.dob.Known() || r.code == "" {
			continue
		}
		switch under4 := c.dob.Age(r.on, workday.March1) < 4; {
		case under4 && r.code != "PN0":
			s.warn(r.file, r.row, "REVIEW_CODE", r.code, "is not the code for a child aged under 4 at the review")
		case !under4 && r.code == "PN0":
			s.warn(r.file, r.row, "REVIEW_CODE", r.code, "is for a child aged under 4; this child was older")
		}
	}
}

// sexYears warns of a code for sex that none of the return's years accepts. The
// row's year is not in the file, so any year covered will do.
func (s *ssda) sexYears(c *looked, cover years) {
	code, ok := casefile.SexCode.Lookup(c.sex)
	if !ok || cover.last == 0 {
		return
	}
	for y := cover.first; y <= cover.last; y++ {
		if code.ValidIn(y) {
			return
		}
	}
	s.warn(c.child.File, c.child.Row, "SEX", c.sex, "is a code outside its years")
}
