package store

import (
	"encoding/binary"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/workday"
)

// rowVersion is the first byte of every row. A row of another version is
// worked out again from its entries.
const rowVersion = 3

// missings gives the reasons for no date a number, within a row version.
var missings = [...]clock.Missing{clock.NothingMissing, clock.NotLookedAfter, clock.PausedCustody, clock.HistoryUnknown, clock.Adult}

// encodeRow writes a row by hand: ten times faster to read than a general
// format, and the whole list is read before the first screen.
func encodeRow(r caseload.Row) []byte {
	b := make([]byte, 1, 160)
	b[0] = rowVersion
	for _, s := range []string{r.Ref, r.ExternalID, r.Council, r.Name, r.Status, r.Placement, r.Rule, r.Worker, r.Carer} {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	for _, d := range []workday.Date{r.DOB, r.Since, r.Ended, r.Due, r.PlanBy, r.Planned, r.NextItem, r.TheirsNext, r.Footprint, r.Finish, r.AnswerBy} {
		b = binary.AppendUvarint(b, uint64(d))
	}
	b = binary.AppendUvarint(b, uint64(r.ReviewNo))
	b = binary.AppendUvarint(b, uint64(r.Ready))
	b = binary.AppendUvarint(b, uint64(r.Total))
	known := uint64(0)
	if r.SinceKnown {
		known = 1
	}
	b = binary.AppendUvarint(b, known)
	for i, m := range missings {
		if m == r.Missing {
			b = append(b, byte(i))
		}
	}
	b = binary.AppendUvarint(b, uint64(r.OpenDecisions))
	b = binary.AppendUvarint(b, uint64(r.OpenDisputes))
	b = binary.AppendUvarint(b, uint64(len(r.Owed)))
	for _, d := range r.Owed {
		b = binary.AppendUvarint(b, uint64(d))
	}
	return b
}

// decodeRow reads a row; ok is false when it was written otherwise. The
// strings of a row share one copy of its bytes.
func decodeRow(file casefile.ID, data []byte) (r caseload.Row, ok bool) {
	if len(data) < 2 || data[0] != rowVersion {
		return r, false
	}
	in := reader{text: string(data), at: 1}
	r.File = file
	for _, s := range []*string{&r.Ref, &r.ExternalID, &r.Council, &r.Name, &r.Status, &r.Placement, &r.Rule, &r.Worker, &r.Carer} {
		*s = in.string()
	}
	for _, d := range []*workday.Date{&r.DOB, &r.Since, &r.Ended, &r.Due, &r.PlanBy, &r.Planned, &r.NextItem, &r.TheirsNext, &r.Footprint, &r.Finish, &r.AnswerBy} {
		*d = workday.Date(in.uvarint())
	}
	r.ReviewNo, r.Ready, r.Total = int(in.uvarint()), int(in.uvarint()), int(in.uvarint())
	known, missing := in.uvarint(), in.uvarint()
	r.OpenDecisions, r.OpenDisputes = int(in.uvarint()), int(in.uvarint())
	r.Owed = in.days()
	if in.bad || in.at != len(in.text) || known > 1 || missing >= uint64(len(missings)) {
		return caseload.Row{}, false
	}
	r.SinceKnown, r.Missing = known == 1, missings[missing]
	return r, true
}

type reader struct {
	text string
	at   int
	bad  bool
}

func (in *reader) uvarint() uint64 {
	var n uint64
	for shift := 0; shift < 64 && in.at < len(in.text); shift += 7 {
		c := in.text[in.at]
		in.at++
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	in.bad = true
	return 0
}

// days reads a list of days; each takes a byte at least, so that a length that
// is damaged asks for no more room than the row has.
func (in *reader) days() []workday.Date {
	n := in.uvarint()
	if in.bad || n > uint64(len(in.text)-in.at) {
		in.bad = true
		return nil
	}
	if n == 0 {
		return nil
	}
	out := make([]workday.Date, n)
	for i := range out {
		out[i] = workday.Date(in.uvarint())
	}
	return out
}

func (in *reader) string() string {
	n := in.uvarint()
	if in.bad || n > uint64(len(in.text)-in.at) {
		in.bad = true
		return ""
	}
	s := in.text[in.at : in.at+int(n)]
	in.at += int(n)
	return s
}
