package exchange

import (
	"hash/maphash"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// view reads the cells of one row of a return's table after another. The first
// thing wrong with a row refuses it; ok then stays false.
type view struct {
	s       *ssda
	sheet   *sheet
	kind    tableKind
	col     map[string]int
	row     int
	cells   []string
	ok      bool
	imprint uint64
	said    map[string]int // the row a cell was last warned of for its characters
}

func newView(s *ssda, sh *sheet, kind tableKind) *view {
	v := &view{s: s, sheet: sh, kind: kind, col: map[string]int{}, said: map[string]int{}}
	reads := strings.Fields(tableColumns[kind].reads)
	for i, h := range upperHeads(sh.header) {
		if _, twice := v.col[h]; h == "" || twice {
			continue
		}
		if slices.Contains(reads, h) {
			v.col[h] = i
		} else if !returnColumns[h] {
			s.ret.Ignored = append(s.ret.Ignored, sh.header[i])
		}
	}
	return v
}

// at moves to a row.
func (v *view) at(row int, cells []string) {
	v.row, v.cells, v.ok = row, cells, true
	var h maphash.Hash
	h.SetSeed(v.s.seed)
	for _, name := range strings.Fields(tableColumns[v.kind].reads) {
		_, _ = h.WriteString(strings.TrimSpace(v.raw(name)))
		_ = h.WriteByte(0)
	}
	v.imprint = h.Sum64()
}

func (v *view) raw(name string) string {
	if i, ok := v.col[name]; ok && i < len(v.cells) {
		return v.cells[i]
	}
	return ""
}

// text gives a cell cleaned; what had to be taken out is warned of.
func (v *view) text(name string) string {
	out, removed := Clean(v.raw(name))
	if removed && v.said[name] != v.row {
		v.said[name] = v.row
		v.warn(name, removedWords)
	}
	return out
}

const removedWords = "held control characters, which were taken out"

func (v *view) refuse(column, reason string) {
	if v.ok {
		v.ok = false
		v.s.reject(v.sheet.file, v.row, column, v.raw(column), reason)
	}
}

func (v *view) warn(column, reason string) {
	v.s.warn(v.sheet.file, v.row, column, v.raw(column), reason)
}

// tooLong refuses a row with more filled cells than there are headings: a comma
// too many has moved the values under the wrong headings.
func (v *view) tooLong() bool {
	if spills(v.sheet, v.cells) {
		v.refuse("", "has more cells than there are headings")
		return true
	}
	return false
}

func spills(s *sheet, cells []string) bool {
	return len(cells) > len(s.header) && !s.zeroLost && !blankRow(cells[len(s.header):])
}

// date reads a day; needed refuses a blank.
func (v *view) date(name string, needed bool) workday.Date {
	d, got := readDate(v.text(name), v.s.o.Today, v.sheet.is1904)
	switch {
	case got == dateBad:
		v.refuse(name, "is not a date that can be read")
	case got == dateBlank && needed:
		v.refuse(name, "has no date")
	}
	return d
}

// code reads a code; blank says nothing.
func (v *view) code(name string, list casefile.CodeList) string {
	text := strings.ToUpper(v.text(name))
	if text == "" {
		return ""
	}
	c, ok := list.Lookup(text)
	if !ok {
		v.refuse(name, "is not a code for "+list.Name)
	}
	return c.Code
}

// id reads the child's number. A number that went through a spreadsheet may
// have got a point and nought.
func (v *view) id() string { return identifier(v.text("CHILD")) }

func identifier(s string) string {
	if whole, ok := strings.CutSuffix(s, ".0"); ok && strings.Trim(whole, "0123456789") == "" {
		s = whole
	}
	return strings.Clone(s)
}

// child finds the child a row is about, or refuses the row.
func (v *view) child() *looked {
	id := v.id()
	if id == "" {
		v.refuse("CHILD", "has no child's number")
		return nil
	}
	if why, ok := v.s.refused[id]; ok {
		v.refuse("CHILD", "the child's header row was refused: "+why)
		return nil
	}
	c := v.s.children[id]
	if c == nil && v.s.o.Known != nil && v.s.o.Known(id) {
		c = v.s.add(id, v.sheet.file, v.row)
	}
	if c == nil {
		v.refuse("CHILD", "is in no header row and not in the store")
		return nil
	}
	if _, has := v.col["DOB"]; has && v.kind != tableHeader {
		dob := v.date("DOB", false)
		switch {
		case !dob.Known():
		case !c.dob.Known():
			c.dob = dob
		case c.dob != dob:
			v.refuse("DOB", "is another date of birth than the child's other rows have")
		}
	}
	return c
}

func (s *ssda) add(id, file string, row int) *looked {
	c := &looked{child: Child{ExternalID: id, Council: s.o.Council, File: file, Row: row}}
	c.child.Reported.Facts = map[string]string{casefile.FactExternalID: id}
	if s.o.Council != "" {
		c.child.Reported.Facts[casefile.FactCouncil] = s.o.Council
	}
	s.children[id] = c
	s.order = append(s.order, c)
	return c
}

// place settles what becomes of a row whose key may have stood before: put is
// called with where the earlier accepted row lies, or -1, and gives where the
// new one lies. Of two files the later one wins, with one warning for the two;
// in one file the later row, with a warning of its own. A refused row changes
// nothing, but still counts as saying otherwise.
func (v *view) place(key, what string, put func(at int) int) {
	old, before := v.s.seen[v.kind][key]
	now := seenRow{file: v.sheet.file, row: v.row, imprint: v.imprint, at: -1}
	same := before && old.imprint == v.imprint
	switch {
	case !before, same && old.file != now.file:
	case old.file != now.file:
		v.clash(old.file, what)
	case same:
		if v.ok {
			v.warn("CHILD", "stands in the file twice")
		}
	default:
		if v.ok {
			v.warn("CHILD", "says otherwise than an earlier row for the same "+what+"; this row was taken")
		}
	}
	if before {
		now.at = old.at
	}
	if v.ok {
		now.at = put(now.at)
	}
	v.s.seen[v.kind][key] = now
}

// clash warns once that a later file says otherwise than an earlier one.
func (v *view) clash(earlier, what string) {
	pair := [2]string{earlier, v.sheet.file}
	if v.s.clashes[pair] {
		return
	}
	v.s.clashes[pair] = true
	v.warn("CHILD", "says otherwise than "+earlier+" for the same "+what+"; where they differ the later file was taken")
}
