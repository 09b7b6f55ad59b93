package exchange

import (
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// episode is one accepted row of the episodes table.
type episode struct {
	decom, dec              workday.Date
	rne, ls, place          string
	provider, rec, changeBy string
	file                    string
	row                     int
}

// review is one accepted row of the reviews table.
type review struct {
	on   workday.Date
	code string
	file string
	row  int
}

// period is one accepted row of the other tables.
type period struct {
	casefile.PeriodStated
	kind tableKind
	file string
	row  int
}

func (s *ssda) episode(v *view) {
	c := v.child()
	e := episode{decom: v.date("DECOM", true), dec: v.date("DEC", false), file: v.sheet.file, row: v.row}
	if e.dec.Known() && e.decom.Known() && e.dec < e.decom {
		v.refuse("DEC", "is before the episode began")
	}
	if c != nil && c.dob.Known() && e.decom.Known() && e.decom < c.dob {
		v.refuse("DECOM", "is before the child was born")
	}
	e.rne = v.code("RNE", casefile.NewEpisodeCode)
	e.ls = v.code("LS", casefile.StatusCode)
	v.code("CIN", casefile.NeedCode)
	e.place = v.code("PLACE", casefile.PlacementCode)
	e.provider = v.code("PLACE_PROVIDER", casefile.ProviderCode)
	e.rec = v.code("REC", casefile.EndCode)
	e.changeBy = v.code("REASON_PLACE_CHANGE", casefile.ChangeCode)
	if c == nil || !e.decom.Known() {
		return
	}
	v.place(c.child.ExternalID+"|"+e.decom.String(), "child and DECOM", func(at int) int {
		return put(&c.episodes, at, e)
	})
	if !v.ok {
		return
	}
	for _, name := range []string{"RNE", "LS", "PLACE"} {
		if v.text(name) == "" {
			v.warn(name, "is blank; nothing is taken from it")
		}
	}
	s.placeYears(v, e)
	if e.decom > s.o.Today {
		v.warn("DECOM", "is in the future")
	}
	for _, d := range []workday.Date{e.decom, e.dec} {
		if d.Known() && d <= s.o.Today {
			s.lastYear = max(s.lastYear, collectionYear(d))
		}
	}
}

func put[T any](list *[]T, at int, item T) int {
	if at >= 0 {
		(*list)[at] = item
		return at
	}
	*list = append(*list, item)
	return len(*list) - 1
}

// placeYears warns of a placement code that no collection year the row runs
// through accepts. A row that runs on runs until today.
func (s *ssda) placeYears(v *view, e episode) {
	code, ok := casefile.PlacementCode.Lookup(e.place)
	if !ok {
		return
	}
	end := e.dec
	if !end.Known() {
		end = max(s.o.Today, e.decom)
	}
	for y := collectionYear(e.decom); y <= collectionYear(end); y++ {
		if code.ValidIn(y) {
			return
		}
	}
	v.warn("PLACE", "is a code outside its years")
}

func (s *ssda) review(v *view) {
	c := v.child()
	r := review{on: v.date("REVIEW", true), code: v.code("REVIEW_CODE", casefile.ParticipationCode), file: v.sheet.file, row: v.row}
	if c != nil && c.dob.Known() && r.on.Known() && r.on < c.dob {
		v.refuse("REVIEW", "is before the child was born")
	}
	if c == nil || !r.on.Known() {
		return
	}
	v.place(c.child.ExternalID+"|"+r.on.String(), "child and REVIEW", func(at int) int {
		if at < 0 && r.on <= s.o.Today {
			s.perYear[collectionYear(r.on)]++
		}
		return put(&c.reviews, at, r)
	})
	if v.ok && r.code == "" {
		v.warn("REVIEW_CODE", "is blank; how the child took part is not known")
	}
}

func (s *ssda) uasc(v *view) {
	c := v.child()
	p := period{PeriodStated: casefile.PeriodStated{What: casefile.AsylumSeeking, To: v.date("DUC", false)}}
	s.keep(v, c, p, "", "child")
}

func (s *ssda) missing(v *view) {
	c := v.child()
	code := v.code("MISSING", casefile.MissingCode)
	if v.ok && code == "" {
		v.refuse("MISSING", "does not say whether the child was missing or away")
	}
	what := casefile.Missing
	if code == "A" {
		what = casefile.Away
	}
	p := period{PeriodStated: casefile.PeriodStated{What: what, Code: code,
		From: v.date("MIS_START", true), To: v.date("MIS_END", false)}}
	s.keep(v, c, p, p.From.String(), "child and MIS_START")
}

// prevPerm keeps an earlier permanence. Z1 says that there was none, and none
// is what the file then shows.
func (s *ssda) prevPerm(v *view) {
	c := v.child()
	p := period{PeriodStated: casefile.PeriodStated{What: casefile.PreviousPermanence,
		Code: v.code("PREV_PERM", casefile.PermanenceCode)}}
	var text string
	p.From, text = v.partDate("DATE_PERM")
	p.Text = strings.TrimSpace(strings.Join([]string{text, v.text("LA_PERM")}, " "))
	s.keep(v, c, p, "", "child")
}

// partDate reads DATE_PERM, whose day, month or all may be zz: what is known of
// such a date is given in words.
func (v *view) partDate(name string) (workday.Date, string) {
	text := strings.ToLower(v.text(name))
	if !strings.HasPrefix(text, "zz/") {
		return v.date(name, false), ""
	}
	parts := strings.Split(text, "/")
	month, okM := figures(parts[min(1, len(parts)-1)], 2)
	year, okY := figures(parts[len(parts)-1], 4)
	okY = okY && year >= workday.MinYear && year <= workday.MaxYear
	switch {
	case len(parts) == 3 && okM && okY && month >= 1 && month <= 12:
		return 0, strings.ToUpper(monthNames[month-1][:1]) + monthNames[month-1][1:] + " " + strconv.Itoa(year)
	case len(parts) == 3 && parts[1] == "zz" && okY:
		return 0, strconv.Itoa(year)
	case text == "zz/zz/zzzz":
		return 0, ""
	}
	v.refuse(name, "is not a date that can be read")
	return 0, ""
}

// placed keeps a placement for adoption. Two files give one child's placement
// for adoption by overlapping days: they mean the same one, and the later file
// wins. Placements that do not overlap are two.
func (s *ssda) placed(v *view) {
	c := v.child()
	p := period{PeriodStated: casefile.PeriodStated{What: casefile.PlacedForAdoption,
		From: v.date("DATE_PLACED", true), To: v.date("DATE_PLACED_CEASED", false),
		Code: v.code("REASON_PLACED_CEASED", casefile.AdoptionCeasedCode)}}
	s.keep(v, c, p, p.From.String(), "child and DATE_PLACED")
}

// keep checks the days of a dated fact and puts it with the child's others.
func (s *ssda) keep(v *view, c *looked, p period, key, what string) {
	p.kind, p.file, p.row = v.kind, v.sheet.file, v.row
	if p.From.Known() && p.To.Known() && p.To < p.From {
		v.refuse(endColumn[v.kind], "is before the start")
	}
	if c == nil || v.kind != tableUASC && v.kind != tablePrevPerm && !p.From.Known() {
		return
	}
	if v.kind == tablePlaced {
		s.samePlacement(v, c, p)
	}
	v.place(c.child.ExternalID+"|"+key, what, func(at int) int { return put(&c.periods, at, p) })
}

var endColumn = map[tableKind]string{tableMissing: "MIS_END", tablePlaced: "DATE_PLACED_CEASED"}

// samePlacement drops an earlier file's placement for adoption that overlaps
// this row, and warns once for the two files, of refused rows too.
func (s *ssda) samePlacement(v *view, c *looked, p period) {
	spans := s.spans[c.child.ExternalID]
	for _, o := range spans {
		if o.file != p.file && o.From != p.From && overlaps(o.From, o.To, p.From, p.To) {
			v.clash(o.file, "child and placement for adoption")
			if v.ok {
				c.drop(o)
			}
		}
	}
	s.spans[c.child.ExternalID] = append(spans, p)
}

// drop takes an accepted placement for adoption out again. Its place in the
// list stays, empty, because keys point at places.
func (c *looked) drop(o period) {
	for i, have := range c.periods {
		if have.kind == o.kind && have.From == o.From && have.file == o.file {
			c.periods[i] = period{}
		}
	}
}

func overlaps(aStart, aEnd, bStart, bEnd workday.Date) bool {
	return (!aEnd.Known() || bStart < aEnd) && (!bEnd.Known() || aStart < bEnd)
}
