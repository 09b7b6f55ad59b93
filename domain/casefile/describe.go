package casefile

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"footprint/domain/handbook"
	"footprint/domain/workday"
)

// KindName is the name of an entry's kind in lists.
func KindName(k Kind) string {
	for _, r := range Kinds() {
		if r.Kind == k {
			return r.Name
		}
	}
	return "unknown"
}

// Describe says in one line of plain words what an entry recorded. It holds
// case data: show it to the IRO, never write it to a log.
func Describe(e Entry) string {
	switch ev := e.Event.(type) {
	case *Opened:
		return "File opened as " + ev.Ref
	case *Stated:
		return describeFacts(ev.Facts)
	case *CareStated:
		return describeCare(ev)
	case *StatusStated:
		return "Legal status: " + StatusCode.Words(ev.Code) + span(ev.Start, ev.End)
	case *PlacementStated:
		return describePlacement(ev)
	case *PersonStated:
		return fmt.Sprintf("%s: %s", title(string(ev.Role)), joined(ev.Name, ev.Phone))
	case *PeriodStated:
		return title(string(ev.What)) + span(ev.From, ev.To)
	case *ReviewPlanned:
		if !ev.Date.Known() {
			return "Review opened for preparation"
		}
		return "Review planned for " + joined(ev.Date.Long(), ev.Time, ev.Venue)
	case *ReviewHeld:
		return describeHeld(ev)
	case *ItemAnswered:
		return describeAnswer(ev)
	case *NoteWritten:
		if ev.Text == "" {
			return "Note withdrawn"
		}
		return "Note: " + ev.Text
	case *AppointmentStated:
		return "IRO: " + ev.Name + span(ev.From, ev.To)
	case *DocumentStated:
		return joined(title(string(ev.What)), ev.Title, version(ev.Version), ev.When().Long())
	case *VisitMade:
		return describeVisit(ev)
	case *EventReported:
		return describeEvent(ev)
	case *ChangeProposed:
		return describeProposal(ev)
	case *Logged:
		return joined(title(string(ev.What)), ev.With) + ": " + joined(ev.Text, ev.Changed)
	case *DecisionMade, *DecisionFollowed, *DecisionsSent, *ManagerAnswered, *ManagerAlerted:
		return describeDeciding(ev)
	case *DisputeRaised, *DisputeLogged, *DisputeSettled:
		return describeDispute(ev)
	case *StartDecided, *TookPart, *ChildSaid, *PlanJudged, *PaperMade, *CopySent:
		return describeChairing(ev)
	case *Reversed:
		return strings.TrimSpace("Taken back. " + ev.Why)
	}
	return "An entry a later Footprint wrote"
}

func describeFacts(facts map[string]string) string {
	var parts []string
	for _, f := range Facts() {
		v, ok := facts[f.Key]
		switch {
		case !ok:
		case v == "":
			parts = append(parts, f.Label+": withdrawn")
		default:
			if d, err := workday.Parse(v); err == nil && f.Kind == Day {
				v = d.Long()
			}
			parts = append(parts, f.Label+": "+v)
		}
	}
	if len(parts) == 0 {
		return strings.Join(slices.Sorted(maps.Keys(facts)), ", ")
	}
	return strings.Join(parts, "; ")
}

func describeCare(ev *CareStated) string {
	text := "Looked after since " + ev.Start.Long()
	if !ev.StartKnown() {
		text = "Looked after, start not known, in care by " + ev.Since.Long()
	}
	if ev.End.Known() {
		text += "; ended " + ev.End.Long()
		if ev.EndCode != "" {
			text += ": " + EndCode.Words(ev.EndCode)
		}
	}
	return text
}

func describePlacement(ev *PlacementStated) string {
	text := "Placement: " + PlacementCode.Words(ev.Code)
	if ev.Carer != "" {
		text += ", " + ev.Carer
	}
	if ev.OutOfArea {
		text += ", out of area"
	}
	if ev.Emergency {
		text += ", emergency"
	}
	return text + span(ev.Start, ev.End)
}

func describeHeld(ev *ReviewHeld) string {
	text := "Review held " + ev.Recorded.Long()
	if ev.Completed.Known() && ev.Completed != ev.Recorded {
		text += ", completed " + ev.Completed.Long()
	}
	if ev.Participation != "" {
		text += ": " + ParticipationCode.Words(ev.Participation)
	}
	if ev.NotCounted {
		text += " (does not count for the cycle)"
	}
	return text
}

func describeAnswer(ev *ItemAnswered) string {
	item, ok := handbook.ItemByID(ev.Item)
	label := item.Label
	if !ok {
		label = ev.Item
	}
	text := fmt.Sprintf("%s: %s", label, ev.Answer)
	if ev.Reason != "" {
		text += ", " + ev.Reason
	}
	for _, k := range slices.Sorted(maps.Keys(ev.Evidence)) {
		v := ev.Evidence[k]
		if d, err := workday.Parse(v); err == nil {
			v = d.Long()
		}
		text += "; " + strings.ToLower(handbook.Evidence(item, k).Label) + ": " + v
	}
	return text
}

func span(start, end workday.Date) string {
	text := " from " + start.Long()
	if !start.Known() {
		text = ""
	}
	if end.Known() {
		text += " to " + end.Long()
	}
	return text
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

func title(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func version(v string) string {
	if v == "" {
		return ""
	}
	return "version " + v
}

func describeVisit(ev *VisitMade) string {
	if !ev.On.Known() {
		return "The child asked for a visit on " + ev.AskedOn.Long()
	}
	text := "Social worker visited " + ev.On.Long()
	if ev.Alone {
		text += ", saw the child alone"
	}
	if ev.Concern {
		text += ", found the placement does not keep the child safe and well"
	}
	return joined(text, ev.Note)
}

func describeEvent(ev *EventReported) string {
	kind, ok := SignificantEvent(ev.What)
	if !ok {
		kind.Words = string(ev.What)
	}
	text := joined(kind.Words, ev.On.Long(), ev.Text) + ": " + ev.Decision.Words()
	if ev.Reasons != "" {
		text += ", because " + ev.Reasons
	}
	return text
}

func describeProposal(ev *ChangeProposed) string {
	text := "Proposed on " + ev.ProposedOn.Long() + ": " + ev.What.Words()
	switch {
	case ev.Dropped.Known():
		text += "; dropped " + ev.Dropped.Long()
	case ev.MadeOn.Known():
		text += "; made " + ev.MadeOn.Long()
	case ev.Override != "":
		text += "; overridden by " + ev.OverriddenBy + " on " + ev.OverriddenOn.Long() + ": " + ev.Override
	case !ev.Review.Zero():
		text += "; considered at a review"
	case ev.For.Known():
		text += ", for " + ev.For.Long()
	}
	return text
}
