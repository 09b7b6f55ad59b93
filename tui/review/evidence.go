package review

import (
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/handbook"
	prep "footprint/domain/review"
	"footprint/domain/workday"
	"footprint/tui/desk"
	"footprint/tui/kit"
)

// actDates are the pieces of evidence that are the day the thing was done: an
// item that asks for one of them is not asked for a second day.
var actDates = [...]string{
	"told_on", "asked_on", "update_requested_on", "sent_on", "received_on", "met_on", "seen_on",
	"requested_on", "contacted_on", "consulted_on", "introduced_on", "offered_on", "appointed_on",
}

// actDate gives the piece of evidence that stands for the day done, if any.
func actDate(item handbook.Item) (name, label string) {
	for _, name := range item.Evidence {
		if slices.Contains(actDates[:], name) {
			return name, handbook.Evidence(item, name).Label
		}
	}
	return "", "Done on"
}

// asker turns one item into the questions its answer needs, and their answers
// back into the answer that is kept. Names of questions begin with the item's
// id, so that many items fit one form.
type asker struct {
	d    *desk.Desk
	item prep.Item
	plan casefile.ReviewPlanned
	when func(kit.Values) bool // asked only then; nil is always
}

func (a asker) id(name string) string { return a.item.ID + "/" + name }

// day asks for the day it was done. suggest is offered, not filled in.
func (a asker) day(suggest, hint string, required bool) kit.Field {
	_, label := actDate(a.item.Item)
	var value workday.Date
	if a.item.Answer.Answer == casefile.Done {
		value = a.item.Answer.On
	}
	f := pastDate(a.d, a.id("on"), label, value, required)
	f.Suggest, f.When = suggest, a.when
	if hint != "" {
		f.Hint = hint
	}
	return f
}

// pastDate asks for a day that may not lie ahead.
func pastDate(d *desk.Desk, id, label string, value workday.Date, required bool) kit.Field {
	f := d.DateField(id, label, value, required)
	check := f.Check
	f.Check = func(text string) (string, error) {
		echo, err := check(text)
		if err == nil && d.ReadDate(text) > d.Today() {
			return "", fault.New(fault.BadInput, "That day is still to come.", "")
		}
		return echo, err
	}
	return f
}

// by asks who did it, where somebody else has to act.
func (a asker) by(suggest, hint string) (kit.Field, bool) {
	if a.item.Who() == clock.IRO {
		return kit.Field{}, false
	}
	return kit.Field{ID: a.id("by"), Label: "By whom", Value: a.item.Answer.DoneBy, Suggest: suggest, Hint: hint, When: a.when}, true
}

// why asks for the reason.
func (a asker) why(suggest string) kit.Field {
	return kit.Field{ID: a.id("why"), Label: "Why", Value: a.item.Answer.Reason, Suggest: suggest, Required: true,
		Hint: "in a few words; it stays with the item on the record", When: a.when}
}

// evidence asks for what the item needs beyond the day, by kind.
func (a asker) evidence() []kit.Field {
	act, _ := actDate(a.item.Item)
	var out []kit.Field
	for _, name := range a.item.Evidence {
		if name != act {
			out = append(out, a.piece(handbook.Evidence(a.item.Item, name))...)
		}
	}
	return out
}

// piece is the question, or questions, of one piece of evidence.
func (a asker) piece(e handbook.EvidenceField) []kit.Field {
	value := a.item.Answer.Evidence[e.Name]
	f := kit.Field{ID: a.id(e.Name), Label: e.Label, Hint: wholeLabel(e.Label, ""), Value: value, When: a.when}
	switch e.Kind {
	case handbook.KindDate:
		d, _ := workday.Parse(value)
		f = a.d.DateField(f.ID, e.Label, d, false)
		f.When = a.when
		if e.Name == "planned_date" {
			f.Suggest = a.plan.Date.UK()
		}
	case handbook.KindYesNo:
		f.Kind = kit.YesNoField
	case handbook.KindChoice:
		f.Kind = kit.ChoiceField
		for _, o := range e.Options {
			f.Choices = append(f.Choices, kit.Option{ID: o.Value, Words: o.Words})
		}
	case handbook.KindNumber:
		f.Check = startsWithNumber
	case handbook.KindList:
		return a.list(e, value)
	default:
		f.Suggest = a.planned(e.Name)
	}
	return []kit.Field{f}
}

// wholeLabel says a label again in the hint when it is cut at 80 columns.
func wholeLabel(label, hint string) string {
	if kit.Width(label) <= 30 {
		return hint
	}
	return strings.TrimSuffix(label+". "+hint, " ")
}

// planned suggests what the plan of the review already says.
func (a asker) planned(name string) string {
	switch {
	case name == "venue" && a.plan.Home:
		return "where the child lives"
	case name == "venue":
		return a.plan.Venue
	case name == "start_time":
		return a.plan.Time
	}
	return ""
}

// list asks for one line for each of the options, or as many as are needed.
func (a asker) list(e handbook.EvidenceField, value string) []kit.Field {
	if len(e.Options) == 0 {
		return []kit.Field{{ID: a.id(e.Name), Label: e.Label, Kind: kit.LongField, Rows: 2, Value: value, When: a.when,
			Hint: wholeLabel(e.Label, "one on each line; Tab moves on")}}
	}
	var out []kit.Field
	for _, o := range e.Options {
		out = append(out, kit.Field{ID: a.id(e.Name + "/" + o.Value), Label: o.Words, Value: optionLine(value, o.Value), Hint: e.Label, When: a.when})
	}
	return out
}

func startsWithNumber(text string) (string, error) {
	if text[0] < '0' || text[0] > '9' {
		return "", fault.New(fault.BadInput, "Begin with a number, such as 12.", "")
	}
	return "", nil
}

// optionLine finds an option's line in a list as it is kept: "value: text".
func optionLine(kept, value string) string {
	for line := range strings.SplitSeq(kept, "\n") {
		if text, ok := strings.CutPrefix(line, value+": "); ok {
			return text
		}
	}
	return ""
}

// read gives the evidence answered, as it is kept. on is the day done.
func (a asker) read(v kit.Values, on workday.Date) map[string]string {
	out := map[string]string{}
	act, _ := actDate(a.item.Item)
	for _, name := range a.item.Evidence {
		e := handbook.Evidence(a.item.Item, name)
		value := strings.TrimSpace(v[a.id(name)])
		switch {
		case name == act:
			value = on.String()
		case e.Kind == handbook.KindDate && value != "":
			value = a.d.ReadDate(value).String()
		case e.Kind == handbook.KindList && len(e.Options) > 0:
			var lines []string
			for _, o := range e.Options {
				if text := strings.TrimSpace(v[a.id(name+"/"+o.Value)]); text != "" {
					lines = append(lines, o.Value+": "+text)
				}
			}
			value = strings.Join(lines, "\n")
		}
		if value != "" {
			out[name] = value
		}
	}
	return out
}

// entered words a piece of evidence as it is kept for people.
func entered(e handbook.EvidenceField, value string) string {
	switch e.Kind {
	case handbook.KindDate:
		if d, err := workday.Parse(value); err == nil {
			return d.Long()
		}
	case handbook.KindChoice:
		for _, o := range e.Options {
			if o.Value == value {
				return o.Words
			}
		}
	case handbook.KindList:
		for _, o := range e.Options {
			if text := optionLine(value, o.Value); text != "" {
				value = strings.Replace(value, o.Value+": "+text, o.Words+": "+text, 1)
			}
		}
	}
	return value
}
