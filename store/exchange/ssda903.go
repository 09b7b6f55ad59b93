package exchange

import (
	"context"
	"hash/maphash"
	"slices"
	"strings"

	"footprint/domain/workday"
)

// tableKind is one table of the return.
type tableKind uint8

const (
	noTable tableKind = iota
	tableHeader
	tableEpisodes
	tableReviews
	tableUASC
	tableMissing
	tablePrevPerm
	tablePlaced
	tableUnused // a table of the return with no use here
)

// tableColumns are the columns that are read, and the one or two by which a
// table is recognised whatever its file is called.
var tableColumns = map[tableKind]struct{ marks, reads string }{
	tableHeader:   {"CHILD DOB UPN", "CHILD SEX DOB ETHNIC UPN MOTHER"},
	tableEpisodes: {"CHILD DECOM", "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE"},
	tableReviews:  {"CHILD REVIEW", "CHILD DOB REVIEW REVIEW_CODE"},
	tableUASC:     {"CHILD DUC", "CHILD DOB DUC"},
	tableMissing:  {"CHILD MIS_START", "CHILD DOB MISSING MIS_START MIS_END"},
	tablePrevPerm: {"CHILD PREV_PERM", "CHILD DOB PREV_PERM LA_PERM DATE_PERM"},
	tablePlaced:   {"CHILD DATE_PLACED", "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"},
}

// unusedMarks recognise OC2, OC3, AD1, SWEpisodes and DoLo.
var unusedMarks = []string{"CHILD SDQ_SCORE", "CHILD HEALTH_CHECK", "CHILD IN_TOUCH", "CHILD ACCOM", "CHILD DATE_INT",
	"CHILD DATE_MATCH", "CHILD SW_DECOM", "CHILD SW_ID", "CHILD DOLO_START"}

// returnColumns are all the columns of the return, for finding the header row.
var returnColumns = func() map[string]bool {
	out := map[string]bool{}
	all := append([]string{"ETHNIC HOME_POST PL_POST URN MC_DOB"}, unusedMarks...)
	for _, t := range tableColumns {
		all = append(all, t.reads)
	}
	for _, words := range all {
		for w := range strings.FieldsSeq(words) {
			out[w] = true
		}
	}
	return out
}()

func upperHeads(header []string) []string {
	out := make([]string, len(header))
	for i, h := range header {
		out[i] = strings.ToUpper(h)
	}
	return out
}

// tableOf recognises a table by its columns.
func tableOf(header []string) tableKind {
	heads := upperHeads(header)
	has := func(words string) bool {
		for w := range strings.FieldsSeq(words) {
			if !slices.Contains(heads, w) {
				return false
			}
		}
		return true
	}
	if slices.ContainsFunc(unusedMarks, has) {
		return tableUnused
	}
	for _, k := range []tableKind{tableEpisodes, tableReviews, tableUASC, tableMissing, tablePrevPerm, tablePlaced, tableHeader} {
		if has(tableColumns[k].marks) {
			return k
		}
	}
	if has("CHILD DOB SEX") || has("CHILD DOB ETHNIC") {
		return tableHeader
	}
	return noTable
}

// ssda reads the tables of a return into what is known of each child.
type ssda struct {
	*reader
	children map[string]*looked
	order    []*looked
	refused  map[string]string // children whose header rows were refused, with why
	seen     map[tableKind]map[string]seenRow
	clashes  map[[2]string]bool  // earlier and later file already warned of
	spans    map[string][]period // placements for adoption by child, refused ones too
	seed     maphash.Seed
	reviews  bool // a table of reviews was among the files
	perYear  map[int]int
	lastYear int // the last collection year episodes speak of
}

// looked is what the return says of one child.
type looked struct {
	child    Child
	dob      workday.Date
	sex      string // the code, judged when the years are known
	inHeader bool
	episodes []episode
	reviews  []review
	periods  []period
}

// seenRow is where a key stood first and a print of the row's values.
type seenRow struct {
	file    string
	row     int
	imprint uint64
	at      int // where the accepted row lies in the child's list, -1 when refused
}

func (r *reader) readReturn(ctx context.Context, sheets []*sheet) error {
	s := &ssda{reader: r, children: map[string]*looked{}, refused: map[string]string{},
		seen: map[tableKind]map[string]seenRow{}, clashes: map[[2]string]bool{},
		spans: map[string][]period{}, seed: maphash.MakeSeed(), perYear: map[int]int{}}
	for k := tableHeader; k < tableUnused; k++ {
		s.seen[k] = map[string]seenRow{}
	}
	var tables []*sheet
	for _, sh := range sheets {
		switch tableOf(sh.header) {
		case noTable:
		case tableUnused:
			r.ret.Skipped = append(r.ret.Skipped, unusedName(sh))
		default:
			tables = append(tables, sh)
		}
	}
	if err := s.readHeaders(ctx, tables); err != nil {
		return err
	}
	for i, sh := range tables {
		kind := tableOf(sh.header)
		if kind == tableHeader {
			continue
		}
		if err := s.readTable(ctx, sh, kind); err != nil {
			return err
		}
		r.progress(i+1, len(tables))
	}
	cover := s.covered()
	for _, c := range s.order {
		s.build(c, cover)
		r.ret.Children = append(r.ret.Children, c.child)
	}
	return nil
}

func unusedName(sh *sheet) string {
	if sh.name != "" {
		return sh.file + ": " + sh.name
	}
	return sh.file
}

func (s *ssda) readTable(ctx context.Context, sh *sheet, kind tableKind) error {
	v := newView(s, sh, kind)
	take := map[tableKind]func(*view){
		tableEpisodes: s.episode, tableReviews: s.review, tableUASC: s.uasc,
		tableMissing: s.missing, tablePrevPerm: s.prevPerm, tablePlaced: s.placed,
	}[kind]
	s.reviews = s.reviews || kind == tableReviews
	return sh.rows(ctx, func(row int, cells []string) error {
		v.at(row, cells)
		if !v.tooLong() {
			take(v)
		}
		return nil
	})
}

// years is a run of collection years, each named by the year it ends in.
type years struct{ first, last int }

func (y years) holds(d workday.Date) bool {
	n := collectionYear(d)
	return d.Known() && y.first <= n && n <= y.last
}

// covered says which collection years (1 April to 31 March) the reviews in the
// files cover, for a review's number is known only when every review since care
// began must be among them.
//
// Files do not say what years they are for. The busiest year of review rows is
// covered, and every year in one run with it that has at least a fiftieth as many:
// a single date mistyped ten years back covers nothing. Rows in the future count
// for nothing. The run goes on to the last year the episodes speak of, because
// the tables of a return are made for the same years and a child who came last
// month has no review yet. Without a table of reviews nothing is covered.
func (s *ssda) covered() years {
	if !s.reviews {
		return years{first: 1}
	}
	busiest := 0
	for y, n := range s.perYear {
		if n > s.perYear[busiest] || n == s.perYear[busiest] && y > busiest {
			busiest = y
		}
	}
	if busiest == 0 {
		return years{s.lastYear, s.lastYear}
	}
	enough := func(y int) bool { return s.perYear[y] > 0 && s.perYear[y]*50 >= s.perYear[busiest] }
	out := years{busiest, busiest}
	for enough(out.first - 1) {
		out.first--
	}
	for enough(out.last + 1) {
		out.last++
	}
	out.last = max(out.last, s.lastYear)
	return out
}
