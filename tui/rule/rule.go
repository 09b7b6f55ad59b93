// Package rule shows the rules of the handbook: one item's rules in full with
// what the program does with each, and a page to look any rule up.
//
// It reads the handbook's tables and draws them. It holds no case data and
// decides nothing about the law.
package rule

import (
	"strings"

	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/tui/kit"
)

// Page is an overlay with the rules of these ids in full, in their order. An
// id that is not in the handbook is named as such.
func Page(n *kit.Nav, ids []string) kit.Page {
	title := "The rule"
	if len(ids) > 1 {
		title = "The rules"
	}
	return kit.NewReader(n.Theme(), title, func(w int) []string {
		if len(ids) == 0 {
			return kit.Indent(kit.Wrap("No single rule stands behind this; its source says where it comes from.", max(w-4, 1)), 3)
		}
		var lines []string
		for i, id := range ids {
			if i > 0 {
				lines = append(lines, "")
			}
			r, ok := handbook.RuleByID(id)
			if !ok {
				lines = append(lines, kit.Indent(kit.Wrap(kit.Clean(id)+" is not a rule of this handbook.", max(w-4, 1)), 3)...)
				continue
			}
			lines = append(lines, Lines(n.Theme(), r, w)...)
		}
		return lines
	})
}

// ForceWords says how binding a rule is.
func ForceWords(f handbook.Force) string {
	switch f {
	case handbook.Must:
		return "must: a duty"
	case handbook.Should:
		return "should: the handbook expects it"
	case handbook.May:
		return "may: a power or an option"
	case handbook.Good:
		return "good practice"
	case handbook.Research:
		return "asked for by another source"
	case handbook.Local:
		return "our reading, or a default with no national source"
	}
	return string(f)
}

const labelWidth = 13

// Lines draws one rule for a width, with a margin of three.
func Lines(t *kit.Theme, r handbook.Rule, w int) []string {
	room := max(min(w-4, 92), 1)
	lines := []string{"   " + t.Paint(kit.Strong, r.ID) + "  " + t.Paint(kit.Dim, kit.Clean(familyTitle(r.Family)))}
	lines = append(lines, kit.Indent(kit.Wrap(kit.Clean(plain(r.Text)), room), 3)...)
	if r.Unverified() {
		lines = append(lines, kit.Indent(kit.Wrap(t.SignText(kit.SignSoon)+" Not verified against the text of the law. Check it before you rely on it.", room), 3)...)
	}
	lines = append(lines, "")
	force := ForceWords(r.Force)
	if r.ForceNote != "" {
		force += "; " + plain(r.ForceNote)
	}
	for _, part := range []struct{ label, text string }{
		{"who acts", r.Who}, {"how binding", force}, {"starts when", r.Trigger}, {"limit", limitWords.Replace(plain(r.Limit))}, {"source", r.Citation()},
	} {
		lines = append(lines, labelled(t, part.label, part.text, room)...)
	}
	return append(lines, answer(t, r, room)...)
}

// answer says what the program does with the rule.
func answer(t *kit.Theme, r handbook.Rule, room int) []string {
	a, _ := handbook.AnswerTo(r.ID)
	lines := []string{"", "   " + t.Paint(kit.Strong, kit.Truncate("What Footprint does", room))}
	lines = append(lines, kit.Indent(kit.Wrap(kit.Clean(a.Words()), room), 3)...)
	lines = append(lines, labelled(t, "where", a.Where, room)...)
	var asked []string
	for _, id := range a.Items {
		item, _ := handbook.ItemByID(id)
		asked = append(asked, item.Label)
	}
	label := "asked as"
	if a.Act == handbook.ActLater {
		label = "asked then"
	}
	lines = append(lines, listed(t, label, asked, room)...)
	lines = append(lines, listed(t, "can be set", settings(a), room)...)
	return append(lines, labelled(t, "to come", a.ToCome(), room)...)
}

// settings names the settings a rule hangs on as the readings of the law do,
// where they are set.
func settings(a handbook.Answer) []string {
	var out []string
	if c, ok := practice.ChoiceOf(practice.Setting(a.Setting)); ok {
		out = append(out, c.Question)
	}
	for _, l := range practice.Limits() {
		if l.Rule == a.Rule || string(l.Setting) == a.Setting {
			out = append(out, l.Question+", in "+l.Unit)
		}
	}
	if len(out) > 0 {
		out = append(out, "Under the readings of the law.")
	}
	return out
}

// listed is labelled for several texts, each on a line of its own.
func listed(t *kit.Theme, label string, texts []string, room int) []string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, labelled(t, label, text, room)...)
		label = ""
	}
	return lines
}

// limitWords says the catalogue's short names in words.
var limitWords = strings.NewReplacer("lac_start", "the day care began", "first placement_start", "the first placement began", "placement_start", "the placement began",
	"first_review.recorded", "the first review was recorded", "previous_review.recorded", "the review before was recorded", "_", " ")

// plain puts the tag of what rests on a text nobody read into words.
func plain(text string) string { return strings.ReplaceAll(text, " [U]", ", not verified") }

// familyTitle leaves the family's letters out: the id has them.
func familyTitle(family string) string {
	_, title, found := strings.Cut(family, " ")
	if !found {
		return family
	}
	return title
}

func labelled(t *kit.Theme, label, text string, room int) []string {
	text = strings.TrimSpace(kit.Clean(text))
	if text == "" {
		return nil
	}
	if room < labelWidth+20 {
		return kit.Indent(kit.Wrap(strings.TrimPrefix(label+": "+text, ": "), room), 3)
	}
	var lines []string
	for _, part := range kit.Wrap(text, room-labelWidth) {
		lines = append(lines, "   "+t.Paint(kit.Dim, kit.Pad(label, labelWidth))+part)
		label = ""
	}
	return lines
}
