package casefile

// describeDeciding words what was entered about decisions.
func describeDeciding(e Event) string {
	switch ev := e.(type) {
	case *DecisionMade:
		text := "Decision: " + joined(ev.What, ev.Who) + ", by " + ev.By.Long()
		if !ev.CarriedFrom.Zero() {
			text += "; carried on from an earlier review"
		}
		return text
	case *DecisionFollowed:
		text := "Decision " + joined(string(ev.State), ev.Evidence, ev.Why)
		if ev.NewDay.Known() {
			text += "; new day " + ev.NewDay.Long()
		}
		return text
	case *DecisionsSent:
		text := "Decisions written up " + ev.Issued.Long()
		if ev.Sent.Known() {
			text += ", sent " + ev.Sent.Long()
		}
		if ev.Received.Known() {
			text += ", received by " + ev.To + " " + ev.Received.Long()
		}
		return text
	case *ManagerAnswered:
		if ev.Agrees {
			return joined("The manager agrees to a decision", ev.By, ev.Words)
		}
		return joined("The manager disagrees with a decision", ev.By, ev.Words)
	case *ManagerAlerted:
		text := "Alert to " + ev.To + " about a decision, " + ev.Sent.Long()
		if ev.Answered.Known() {
			text += "; answered " + joined(ev.Answered.Long(), ev.Answer)
		}
		return text
	}
	return ""
}

func describeDispute(e Event) string {
	switch ev := e.(type) {
	case *DisputeRaised:
		return "Raised with " + ev.With + ": " + ev.Wrong
	case *DisputeLogged:
		return "Dispute: " + joined(ev.With, ev.Words, ev.Next)
	case *DisputeSettled:
		return "Dispute settled: " + joined(ev.Agreed, ev.Who) + ", by " + ev.By.Long()
	}
	return ""
}

// describeChairing words what was entered in the room and what was made of it.
func describeChairing(e Event) string {
	switch ev := e.(type) {
	case *StartDecided:
		if ev.Adjourned {
			return "Review adjourned, " + ev.Ground + "; to go on " + ev.Resume.Long()
		}
		return "Went ahead with the review"
	case *TookPart:
		return joined(ev.Name+": "+string(ev.How), ev.Part, ev.Why)
	case *ChildSaid:
		if ev.Shareable {
			return "The child said: " + ev.Words
		}
		return "The child said in private: " + ev.Words
	case *PlanJudged:
		if ev.Rating == "" {
			return "Judgement of the plan"
		}
		return "Judgement of the plan: " + joined(ev.Rating.Words(), ev.Why)
	case *PaperMade:
		return joined("Made: "+ev.What, "for "+ev.To, ev.Name, ev.Format+", SHA-256 "+ev.Hash)
	case *CopySent:
		return joined("Sent to "+ev.To+": "+string(ev.Copy), ev.How)
	}
	return ""
}
