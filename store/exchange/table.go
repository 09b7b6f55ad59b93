package exchange

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/workday"
)

// bestList picks the sheet whose headings name the most fields, the first of
// equals, and proposes its columns.
func bestList(ctx context.Context, sheets []*sheet, saved Columns) (*sheet, Proposal, error) {
	var best *sheet
	var bestP Proposal
	score := -1
	for _, s := range sheets {
		sample, err := s.sample(ctx, 50)
		if err != nil {
			return nil, bestP, err
		}
		p := Propose(s.header, sample, saved)
		n := len(p.Columns)
		if p.Columns.Usable() {
			n += 100
		}
		if n > score {
			best, bestP, score = s, p, n
		}
	}
	return best, bestP, nil
}

// readLists reads caseload lists, one from each file, into one set of children.
func (r *reader) readLists(ctx context.Context, sheets []*sheet) error {
	l := &lists{reader: r, at: map[string]int{}, refused: map[string]bool{}}
	for i, name := range r.names {
		var of []*sheet
		for _, s := range sheets {
			if s.file == name {
				of = append(of, s)
			}
		}
		s, p, err := bestList(ctx, of, nil)
		if err != nil {
			return err
		}
		cols := p.Columns
		if len(r.o.Columns) > 0 {
			if s, err = mappedSheet(of, s, r.o.Columns); err != nil {
				return named(err, name)
			}
			cols = r.o.Columns
		}
		if !cols.Usable() {
			return named(fault.New(fault.BadInput, "No column says which child a row is about.",
				"Say which column holds the council's number, or the name and the date of birth, with a column map."), name)
		}
		r.ret.Columns = cols
		if err := l.read(ctx, s, cols); err != nil {
			return err
		}
		r.progress(i+1, len(r.names))
	}
	r.ret.Children = l.kept()
	return nil
}

// mappedSheet finds the sheet that has every heading of a confirmed map.
func mappedSheet(sheets []*sheet, best *sheet, cols Columns) (*sheet, error) {
	lacks := ""
	for i, s := range append([]*sheet{best}, sheets...) {
		missing := ""
		for _, f := range Fields() {
			if cols[f] != "" && headingAt(s.header, cols[f]) < 0 {
				missing = cols[f]
				break
			}
		}
		if missing == "" {
			return s, nil
		}
		if i == 0 {
			lacks = missing
		}
	}
	return nil, fault.New(fault.BadInput, fmt.Sprintf("The column map names a heading that is not there: %q.", short(cleaned(lacks))),
		"Copy the heading from the file, or leave that field out of the map.")
}

// headingAt finds a heading exactly, else by its words alone.
func headingAt(header []string, want string) int {
	want = cleaned(want)
	for i, h := range header {
		if h == want {
			return i
		}
	}
	for i, h := range header {
		if h != "" && sameHeading(h, want) {
			return i
		}
	}
	return -1
}

// lists gathers the children of caseload lists.
type lists struct {
	*reader
	children []Child
	at       map[string]int  // where a child stands, by number or name and birth
	refused  map[string]bool // numbers with two dates of birth
}

// listRow reads the cells of one row of a list.
type listRow struct {
	l     *lists
	sheet *sheet
	col   map[Field]int
	cols  Columns
	row   int
	cells []string
	ok    bool
	said  map[Field]int // the row a cell's text was last warned of in
}

func (l *lists) read(ctx context.Context, s *sheet, cols Columns) error {
	v := &listRow{l: l, sheet: s, cols: cols, col: map[Field]int{}, said: map[Field]int{}}
	used := map[int]bool{}
	for f, heading := range cols {
		v.col[f] = headingAt(s.header, heading)
		used[v.col[f]] = true
	}
	for i, h := range s.header {
		if h != "" && !used[i] {
			l.ret.Ignored = append(l.ret.Ignored, h)
		}
	}
	for _, pair := range [][2]Field{{FieldStatus, FieldStatusSince}, {FieldPlacement, FieldPlacementSince}} {
		if v.has(pair[0]) && !v.has(pair[1]) {
			l.warn(s.file, 0, cols[pair[0]], "", "has no column beside it for since when; it is taken as known from today")
		}
	}
	return s.rows(ctx, func(row int, cells []string) error {
		v.row, v.cells, v.ok = row, cells, true
		if spills(s, cells) {
			v.refuseRow("", "has more cells than there are headings")
			return nil
		}
		if c, ok := v.child(); ok {
			l.take(v, c)
		}
		return nil
	})
}

func (v *listRow) has(f Field) bool { i, ok := v.col[f]; return ok && i >= 0 }

func (v *listRow) raw(f Field) string {
	if i, ok := v.col[f]; ok && i >= 0 && i < len(v.cells) {
		return v.cells[i]
	}
	return ""
}

// text gives a cell cleaned. A spreadsheet's error value says nothing.
func (v *listRow) text(f Field) string {
	out, removed := Clean(v.raw(f))
	if removed {
		v.once(f, removedWords)
	}
	if len(out) > 1 && out[0] == '#' && (strings.HasSuffix(out, "!") || strings.HasSuffix(out, "?") || out == "#N/A") {
		v.once(f, "is a spreadsheet's error; it was left out")
		return ""
	}
	if len(out) > 500 {
		v.once(f, "is longer than is kept; it was left out")
		return ""
	}
	return strings.Clone(out)
}

// once warns of a cell's text once, however often the cell is read.
func (v *listRow) once(f Field, reason string) {
	if v.said[f] != v.row {
		v.said[f] = v.row
		v.warn(f, reason)
	}
}

func (v *listRow) warn(f Field, reason string) {
	v.l.warn(v.sheet.file, v.row, v.cols[f], v.raw(f), reason)
}

// refuseCell names a cell that could not be taken; the child is still in.
func (v *listRow) refuseCell(f Field, reason string) {
	v.l.reject(v.sheet.file, v.row, v.cols[f], v.raw(f), reason)
}

// refuseRow names the cell for which the whole row is refused.
func (v *listRow) refuseRow(f Field, reason string) {
	if v.ok {
		v.ok = false
		v.refuseCell(f, reason)
	}
}

// date reads a day; words such as "n/a" are as good as a blank.
func (v *listRow) date(f Field, bad func(Field, string)) workday.Date {
	text := v.text(f)
	if noDate(text) {
		return 0
	}
	d, got := readDate(text, v.l.o.Today, v.sheet.is1904)
	if got == dateBad {
		bad(f, "is not a date that can be read")
	}
	return d
}

// phone gives back the nought a number loses in a spreadsheet.
func (v *listRow) phone(f Field) string {
	text := identifier(v.text(f))
	if v.sheet.zeroLost && (len(text) == 10 || len(text) == 9) && strings.Trim(text, "0123456789") == "" && text[0] != '0' {
		return "0" + text
	}
	return text
}

// name joins the name's columns as it is spoken.
func (v *listRow) name() string {
	if v.has(FieldName) {
		if n := personName(v.text(FieldName)); n != "" {
			return n
		}
	}
	return casefile.PlainName(v.text(FieldFirstName) + " " + v.text(FieldSurname))
}

// child reads one row. A row is refused for what makes the child or its clock
// doubtful: no identity, an unreadable date of birth or start of care, an end
// before the start. Any other date that cannot be read refuses its cell only,
// so that one slip does not take a child off the list.
func (v *listRow) child() (Child, bool) {
	c := Child{ExternalID: identifier(v.text(FieldID)), Council: v.l.o.Council, File: v.sheet.file, Row: v.row}
	name, dob := v.name(), v.date(FieldDOB, v.refuseRow)
	switch {
	case c.ExternalID == "" && (name == "" || !dob.Known()):
		v.refuseRow(FieldID, "has no council's number, and no name with a date of birth")
	case dob > v.l.o.Today:
		v.refuseRow(FieldDOB, "is a date of birth in the future")
	}
	c.Reported.Facts = v.facts(c, name, dob)
	v.care(&c, dob)
	if !v.ok {
		return c, false
	}
	v.status(&c)
	v.placement(&c)
	v.people(&c)
	c.Planned = v.date(FieldNextReview, v.refuseCell)
	return c, v.ok
}

func (v *listRow) facts(c Child, name string, dob workday.Date) map[string]string {
	out := map[string]string{}
	set := func(key, value string) {
		if value != "" {
			out[key] = value
		}
	}
	set(casefile.FactExternalID, c.ExternalID)
	set(casefile.FactCouncil, c.Council)
	set(casefile.FactName, name)
	set(casefile.FactDOB, dob.String())
	set(casefile.FactIRO, personName(v.text(FieldIRO)))
	if lang := v.text(FieldLanguage); !noDate(lang) && fold(lang) != "english" {
		set(casefile.FactLanguage, lang)
	}
	if text := v.text(FieldSex); text != "" {
		sex, ok := sexOf(text)
		if !ok {
			v.warn(FieldSex, "was not understood and left out")
		}
		set(casefile.FactSex, sex)
	}
	if text := v.text(FieldEthnicity); text != "" {
		code, ok := coded(casefile.EthnicCode, nil, text)
		if !ok {
			v.warn(FieldEthnicity, "is not an ethnicity code and was left out")
		}
		set(casefile.FactEthnicity, code)
	}
	if upn := strings.ToUpper(v.text(FieldUPN)); upn != "" {
		if !upnForm.MatchString(upn) {
			v.warn(FieldUPN, "is not a pupil number; it was kept as it stands")
		}
		set(casefile.FactUPN, upn)
	}
	v.flags(set)
	return out
}

func (v *listRow) flags(set func(key, value string)) {
	for _, f := range []Field{FieldUASC, FieldDisability} {
		text := v.text(f)
		if text == "" {
			continue
		}
		value, ok := yesNo(text)
		if !ok {
			v.warn(f, "is neither yes nor no and was left out")
		}
		set(string(f), value)
	}
	for part := range strings.FieldsFuncSeq(v.text(FieldFlags), func(r rune) bool { return strings.ContainsRune(",;/|+&", r) }) {
		if noDate(part) {
			continue
		}
		if key, ok := flagWords[fold(part)]; ok {
			set(key, "yes")
		} else {
			v.warn(FieldFlags, "holds a flag that was not understood and left out")
		}
	}
}

// ordinal reads the number of a review: 4, 4th, "Review 4", initial, third.
func ordinal(text string) (n int, ok bool) {
	words := strings.Fields(fold(identifier(text)))
	for i, w := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"} {
		for _, have := range words {
			if have == w || i == 0 && have == "initial" {
				return i + 1, true
			}
		}
	}
	var found []int
	for _, w := range words {
		n, err := strconv.Atoi(strings.TrimRight(w, "stndrh"))
		if err == nil {
			found = append(found, n)
		}
	}
	if len(found) != 1 || found[0] < 0 || found[0] > 99 {
		return 0, false
	}
	return found[0], true
}
