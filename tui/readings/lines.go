package readings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/tui/kit"
)

// line is one row of the screen.
type line struct {
	id      string
	heading string
	label   string // the question
	value   string // in force
	changed bool   // not the usual value
	setting practice.Setting
	fixed   string   // why nothing can be set; "" when it can
	about   []string // shown below the list, a paragraph each
	rules   []string
}

// build makes the lines: the questions of the law, the limits nobody could
// verify, and every setting that is left as a local limit.
func build(p *practice.Practice) []line {
	b := &builder{p: p, shown: map[practice.Setting]bool{}}
	b.head("Readings of the law")
	for _, a := range practice.Ambiguities() {
		b.ambiguity(a)
	}
	b.head("Limits nobody could verify")
	for r := range handbook.All() {
		if r.Unverified() {
			b.unverified(r)
		}
	}
	b.head("Local limits")
	for _, c := range practice.Choices() {
		if c.Reading != "" && !b.shown[c.Setting] {
			b.setting(c.Setting, c.Reading)
		}
	}
	for _, l := range practice.Limits() {
		if !b.shown[l.Setting] {
			b.setting(l.Setting, l.Rule)
		}
	}
	return b.lines
}

type builder struct {
	p     *practice.Practice
	lines []line
	shown map[practice.Setting]bool
}

func (b *builder) head(words string) {
	b.lines = append(b.lines, line{id: "head " + words, heading: words})
}

func (b *builder) ambiguity(a practice.Ambiguity) {
	if a.Setting != "" {
		b.setting(a.Setting, a.Rules...)
		l := &b.lines[len(b.lines)-1]
		l.id, l.label = a.ID, a.Question
		l.about = slices.Concat(l.about[:1], []string{a.Why}, l.about[1:])
		return
	}
	fixed := cmp.Or(a.Fixed, "No setting changes it.")
	b.lines = append(b.lines, line{id: a.ID, label: a.Question, value: a.Chosen, fixed: fixed,
		about: []string{a.Chosen + ". " + fixed, a.Why}, rules: a.Rules})
}

// unverified adds the settings of a rule nobody checked, or the rule itself
// when there is nothing in it to set.
func (b *builder) unverified(r handbook.Rule) {
	before := len(b.lines)
	for _, c := range practice.Choices() {
		if c.Reading == r.ID {
			b.setting(c.Setting, r.ID)
		}
	}
	for _, l := range practice.Limits() {
		if l.Rule == r.ID {
			b.setting(l.Setting, r.ID)
		}
	}
	if len(b.lines) == before {
		b.lines = append(b.lines, line{id: r.ID, label: r.Text, value: "kept as it stands: no number", rules: []string{r.ID},
			fixed: "There is no number in this rule to set.", about: []string{"There is no number in this rule to set; it is kept as it stands."}})
	}
}

// setting adds the line of one setting.
func (b *builder) setting(s practice.Setting, rules ...string) {
	b.shown[s] = true
	now := b.p.Value(s)
	l := line{id: "set " + string(s), setting: s, value: words(s, now), changed: now != s.Usual(), rules: rules}
	in := "In force: " + l.value + "."
	if l.changed {
		in += " The usual one is " + words(s, s.Usual()) + "."
	}
	if c, ok := practice.ChoiceOf(s); ok {
		l.label = c.Question
		l.about = []string{in, "It changes: " + c.Effect}
	}
	if n, ok := practice.LimitOf(s); ok {
		l.label = n.Question
		l.about = []string{in, fmt.Sprintf("It can be set between %d and %d %s.", n.Least, n.Most, n.Unit)}
	}
	b.lines = append(b.lines, l)
}

// words gives a setting's value as people read it.
func words(s practice.Setting, value string) string {
	l, ok := practice.LimitOf(s)
	switch {
	case !ok:
		return value
	case value == "1":
		return "1 " + strings.TrimSuffix(l.Unit, "s")
	}
	return value + " " + l.Unit
}

// whole lays the line out in full: question, value, why and rules.
func (l line) whole(th *kit.Theme, room int) []string {
	var out []string
	add := func(tone kit.Tone, s string) {
		for _, part := range kit.Wrap(kit.Clean(s), max(room, 1)) {
			out = append(out, "     "+th.Paint(tone, part))
		}
	}
	add(kit.Strong, l.label)
	for _, s := range l.about {
		add(kit.Normal, s)
	}
	var doubtful []string
	for _, id := range l.rules {
		if r, ok := handbook.RuleByID(id); ok && r.Unverified() {
			doubtful = append(doubtful, id)
		}
	}
	name := "Rule "
	if len(l.rules) > 1 {
		name = "Rules "
	}
	add(kit.Dim, name+strings.Join(l.rules, ", ")+".")
	if len(doubtful) > 0 {
		add(kit.Soon, th.SignText(kit.SignSoon)+" "+strings.Join(doubtful, ", ")+": not verified against the text of the law.")
	}
	return out
}
