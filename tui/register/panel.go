package register

import (
	"slices"
	"strings"

	file "footprint/domain/casefile"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// asked is one question about a panel on secure accommodation, with its answers
// as the file keeps them: in words, in the text of the panel (see
// casefile.PeriodKind).
type asked struct {
	id, label, hint string
	yes, no         string
	against         string // the answer that goes against staying, if one does
}

// panelAsks are the panel's own three questions (HB 4.13; SE-03), and whether
// the child's IRO sat on it, which the guidance bars (HB 4.14; SE-02).
func panelAsks() []asked {
	return []asked{
		{id: "criteria", label: "Criteria still met", yes: "criteria still met", no: "criteria no longer met", against: "no"},
		{id: "necessary", label: "Still necessary", yes: "still necessary", no: "no longer necessary", against: "no"},
		{id: "suitable", label: "Anything more suitable", yes: "something else more suitable", no: "nothing more suitable", against: "yes"},
		{id: "member", label: "Were you a member of the panel?", hint: "another IRO may sit, but not the child's own", yes: satOnIt, no: "the child's IRO did not sit on it"},
	}
}

const (
	satOnIt = "the child's IRO sat on it"
	barred  = "You are the child's IRO and may not sit on its panel (HB 4.14; SE-02)"
	divider = "; "
)

// readPanel takes the text of a panel apart: the answers, and the note.
func readPanel(text string) (answers kit.Values, note string) {
	answers = kit.Values{}
	var rest []string
	for part := range strings.SplitSeq(text, divider) {
		i := slices.IndexFunc(panelAsks(), func(a asked) bool { return part == a.yes || part == a.no })
		if i < 0 {
			rest = append(rest, part)
			continue
		}
		a := panelAsks()[i]
		answers[a.id] = desk.YesNo(part == a.yes)
	}
	return answers, strings.Join(rest, divider)
}

// writePanel puts the answers and the note in one text; what was not answered is
// left out.
func writePanel(v kit.Values) string {
	var parts []string
	for _, a := range panelAsks() {
		switch v[a.id] {
		case "yes":
			parts = append(parts, a.yes)
		case "no":
			parts = append(parts, a.no)
		}
	}
	if v["text"] != "" {
		parts = append(parts, v["text"])
	}
	return strings.Join(parts, divider)
}

// sat reports whether the child's own IRO was a member of the panel.
func sat(s file.PeriodStated) bool {
	return s.What == file.Panel && slices.Contains(strings.Split(s.Text, divider), satOnIt)
}

// panelFields ask the four questions, and warn as soon as the last is answered
// yes.
func panelFields(text string) []kit.Field {
	answers, _ := readPanel(text)
	var out []kit.Field
	for _, a := range panelAsks() {
		out = append(out, kit.Field{ID: a.id, Label: a.label, Kind: kit.YesNoField, Value: answers[a.id], Hint: a.hint})
	}
	return append(out, kit.Field{ID: "barred", Label: "! " + barred, Kind: kit.HeadingField, When: func(v kit.Values) bool { return v["member"] == "yes" }})
}

// panelAgrees sends back a result that its answers contradict: one answer
// against staying is enough (HB 4.14; SE-04). Either may be the wrong one, so
// no question is named.
func panelAgrees(v kit.Values) (field, words string) {
	one, all := false, true
	for _, a := range panelAsks() {
		if a.against != "" {
			one = one || v[a.id] == a.against
			all = all && v[a.id] != "" && v[a.id] != a.against
		}
	}
	switch {
	case one && v["code"] == "for":
		return "", "One of the three answers goes against staying, so not all are for it. Change one or the other."
	case all && v["code"] == against:
		return "", "All three answers are for staying, so none is against it. Change one or the other."
	}
	return "", ""
}
