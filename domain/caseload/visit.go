package caseload

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// Household is the children of the caseload who live where one child lives, and
// that child's brothers and sisters who live elsewhere.
type Household struct {
	Carer     string // as the child's row has it; "" when not known
	Placement string // SSDA903 code; "" when no placement is on file
	Here      []Row  // the child among them, in one order whoever was asked about: the oldest first
	Elsewhere []Row  // brothers and sisters with a file of their own
	Unread    []casefile.ID
}

// Files gives a child's file when it has been read, else nil.
type Files func(casefile.ID) *casefile.Case

// HouseholdOf says who lives with a child. What the rows say of the carer is
// enough to list a child; once both files are read, address and telephone
// decide. Unread are the files to read before it is sure. ok is false when the
// child is not among the rows.
func HouseholdOf(child casefile.ID, rows []Row, files Files, today workday.Date) (h Household, ok bool) {
	i := slices.IndexFunc(rows, func(r Row) bool { return r.File == child && !r.Gone() })
	if i < 0 {
		return h, false
	}
	s := search{own: homeOf(rows[i], files(child), today), files: files, today: today}
	h = Household{Carer: s.own.carer, Placement: s.own.code}
	s.look(&h, rows[i])
	s.kin = kinOf(files(child), today)
	for _, r := range rows {
		switch linked := slices.Contains(s.kin, r.File); {
		case r.File == child || r.Gone():
		case s.look(&h, r):
		case linked:
			h.Elsewhere = append(h.Elsewhere, r)
		}
	}
	slices.SortStableFunc(h.Here, older)
	slices.SortStableFunc(h.Elsewhere, older)
	return h, true
}

// search is one look for who lives where a child lives.
type search struct {
	own   home
	kin   []casefile.ID // brothers and sisters with a file
	files Files
	today workday.Date
}

// look adds a child who lives in the home, the first being the child it is
// about, and notes whose file is still to be read. It reports who lives there.
func (s *search) look(h *Household, r Row) bool {
	first, linked := len(h.Here) == 0, slices.Contains(s.kin, r.File)
	c := s.files(r.File)
	if c == nil && !first && !linked && s.stranger(r) {
		return false
	}
	other := homeOf(r, c, s.today)
	here := first || r.Open(s.today) && s.own.same(other)
	if c == nil && (here || linked || r.Open(s.today) && s.own.maybe(other)) {
		h.Unread = append(h.Unread, r.File)
	}
	if here {
		h.Here = append(h.Here, r)
	}
	return here
}

// stranger tells most rows of a large caseload apart at little cost: no name of
// the carer, initials left out, is in theirs.
func (s *search) stranger(r Row) bool {
	folded := Fold(r.Carer)
	if folded == "" {
		return false
	}
	tried := false
	for _, n := range s.own.names {
		if len(n) > 2 && strings.Contains(folded, n) {
			return false
		}
		tried = tried || len(n) > 2
	}
	return tried
}

// older puts the oldest first, then by name and reference; a child whose date of
// birth is not known comes last.
func older(a, b Row) int {
	if a.DOB.Known() != b.DOB.Known() {
		return cmp.Compare(b.DOB, a.DOB)
	}
	return cmp.Or(cmp.Compare(a.DOB, b.DOB), strings.Compare(Fold(a.Name), Fold(b.Name)), strings.Compare(a.Ref, b.Ref))
}

// kinOf lists the brothers and sisters of a child who have files of their own.
func kinOf(c *casefile.Case, today workday.Date) []casefile.ID {
	if c == nil {
		return nil
	}
	var out []casefile.ID
	for _, p := range c.People(today) {
		if p.Role == casefile.Sibling && !p.Child.Zero() {
			out = append(out, p.Child)
		}
	}
	return out
}

// home is where a child lives, in words that can be compared.
type home struct {
	carer, code    string
	names          []string // of the carer, folded and sorted
	address, phone string
}

// homeOf reads the placement on file, or what the row says while the file was
// not read.
func homeOf(r Row, c *casefile.Case, today workday.Date) home {
	out := home{carer: r.Carer, code: r.Placement}
	if c != nil {
		p, _ := c.PlacementOn(today)
		out = home{carer: p.Carer, code: p.Code, address: strings.Join(words(p.Address), " "), phone: digits(p.Phone)}
	}
	for _, w := range words(out.carer) {
		if !slices.Contains(notNames[:], w) {
			out.names = append(out.names, w)
		}
	}
	slices.Sort(out.names)
	return out
}

// notNames are words beside the names of carers.
var notNames = [...]string{"and", "mr", "mrs", "ms", "miss", "dr", "the", "mother", "father", "carer", "carers"}

// words splits a text into folded words.
func words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// digits is a telephone number as it is dialled here.
func digits(phone string) string {
	d := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, phone)
	if rest, abroad := strings.CutPrefix(d, "44"); abroad && strings.HasPrefix(strings.TrimSpace(phone), "+") {
		return "0" + strings.TrimPrefix(rest, "0")
	}
	return d
}

// same reports whether two homes are one. One carer is one home unless the
// addresses differ and no telephone joins them; one address is one home unless
// two carers have nothing in common, as in a block of flats.
func (a home) same(b home) bool {
	carer := len(a.names) > 0 && slices.Equal(a.names, b.names)
	phone := a.phone != "" && a.phone == b.phone
	apart := len(a.names) > 0 && len(b.names) > 0 && !a.shares(b)
	switch {
	case a.address == "" || b.address == "":
		return carer || phone && !apart
	case sameAddress(a.address, b.address):
		return !apart || phone
	}
	return carer && phone
}

// maybe reports whether reading a file could show that it is the same home.
func (a home) maybe(b home) bool {
	told := a.address != "" || a.phone != ""
	return a.shares(b) || told && a.code == b.code && (len(a.names) == 0 || len(b.names) == 0)
}

// shares reports whether two carers have a name in common.
func (a home) shares(b home) bool {
	return slices.ContainsFunc(a.names, func(n string) bool { return len(n) > 2 && slices.Contains(b.names, n) })
}

// sameAddress reports one address, of which one side may leave the end out.
func sameAddress(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || strings.Contains(a, " ") && strings.HasPrefix(b, a+" ")
}

// Name is what people call the home: the family's name, and household is true,
// or the name of a place. It is "" while no carer is known.
func (h Household) Name() (name string, household bool) {
	name, _, _ = strings.Cut(h.Carer, "(")
	name = strings.TrimSpace(name)
	if h.Placement == "" || !strings.ContainsAny(h.Placement[:1], "AU") && h.Placement != "P1" {
		return name, false
	}
	if surname, _, listed := strings.Cut(name, ","); listed {
		name = surname
	}
	parts := strings.Fields(name)
	if len(parts) == 0 {
		return "", false
	}
	return parts[len(parts)-1], true
}

// Where says in words only where a child lives.
func (r Row) Where(today workday.Date) string {
	switch {
	case !r.Open(today):
		return "not looked after now"
	case r.Placement == "":
		return "no placement on file"
	}
	return casefile.PlacementCode.Words(r.Placement)
}
