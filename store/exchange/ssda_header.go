package exchange

import (
	"context"
	"regexp"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// headerRow is one row of the header table, before it is known whether the
// child's rows agree.
type headerRow struct {
	id, sex, ethnic, upn string
	mother               bool
	dob                  workday.Date
	file                 string
	row                  int
	dobText              string
}

// readHeaders reads every header table first, so that each other row can be
// held against it. All rows of an identifier with two dates of birth are
// refused: nobody can say which child the others are about.
func (s *ssda) readHeaders(ctx context.Context, tables []*sheet) error {
	var accepted []headerRow
	first := map[string]workday.Date{}
	two := map[string]bool{}
	for _, sh := range tables {
		if tableOf(sh.header) != tableHeader {
			continue
		}
		v := newView(s, sh, tableHeader)
		err := sh.rows(ctx, func(row int, cells []string) error {
			v.at(row, cells)
			if v.tooLong() {
				return nil
			}
			h := s.headerRow(v)
			if h.id != "" && h.dob.Known() {
				if dob, ok := first[h.id]; ok && dob != h.dob {
					two[h.id] = true
				} else {
					first[h.id] = h.dob
				}
			}
			switch {
			case v.ok && two[h.id]:
				accepted = append(accepted, h) // refused below, and named there
			case v.ok:
				v.place(h.id, "child", func(at int) int {
					if at >= 0 {
						h = merged(accepted[at], h)
					}
					return put(&accepted, at, h)
				})
			case h.id != "":
				s.refused[h.id] = "see its own row"
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, h := range accepted {
		if two[h.id] {
			s.refused[h.id] = "two dates of birth"
			s.reject(h.file, h.row, "DOB", h.dobText, "is one of two dates of birth for the same child's number")
			continue
		}
		delete(s.refused, h.id)
		s.open(h)
	}
	return nil
}

// merged takes the later row; what it leaves blank stays as it was.
func merged(old, h headerRow) headerRow {
	if !h.dob.Known() {
		h.dob, h.dobText = old.dob, old.dobText
	}
	if h.sex == "" {
		h.sex = old.sex
	}
	if h.ethnic == "" {
		h.ethnic = old.ethnic
	}
	if h.upn == "" {
		h.upn = old.upn
	}
	h.mother = h.mother || old.mother
	return h
}

// upnForm is the shape of a unique pupil number, or the code for why there is
// none. Its check letter is not judged.
var upnForm = regexp.MustCompile(`^([A-Z]\d{11}[0-9A-Z]|UN[1-5])$`)

func (s *ssda) headerRow(v *view) headerRow {
	h := headerRow{id: v.id(), file: v.sheet.file, row: v.row}
	if h.id == "" {
		v.refuse("CHILD", "has no child's number")
		return h
	}
	h.dob = v.date("DOB", false)
	h.dobText = v.raw("DOB")
	switch {
	case h.dob > s.o.Today:
		v.refuse("DOB", "is a date of birth in the future")
	case v.ok && !h.dob.Known():
		v.warn("DOB", "has no date of birth")
	}
	h.sex = v.code("SEX", casefile.SexCode)
	h.ethnic = v.code("ETHNIC", casefile.EthnicCode)
	h.mother = v.text("MOTHER") == "1"
	if h.upn = identifier(v.text("UPN")); h.upn != "" && v.ok && !upnForm.MatchString(h.upn) {
		v.warn("UPN", "is not a pupil number; it was kept as it stands")
	}
	return h
}

// open begins what is known of a child with the header row.
func (s *ssda) open(h headerRow) {
	c := s.add(h.id, h.file, h.row)
	c.dob, c.sex, c.inHeader = h.dob, h.sex, true
	facts := c.child.Reported.Facts
	set := func(key, value string) {
		if value != "" {
			facts[key] = value
		}
	}
	set(casefile.FactDOB, h.dob.String())
	set(casefile.FactEthnicity, h.ethnic)
	set(casefile.FactUPN, h.upn)
	if sex, ok := sexOf(h.sex); ok {
		set(casefile.FactSex, sex)
	}
	if h.mother {
		set("parent_looked_after", "yes")
	}
}
