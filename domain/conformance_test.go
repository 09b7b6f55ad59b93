// Package domain_test holds what is tested across the domain: the date vectors
// and the house rules.
package domain_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"footprint/domain/clock"
	"footprint/domain/dispute"
	"footprint/domain/figures"
	"footprint/domain/handbook"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

type vector struct {
	ID       string
	Op       string
	Inputs   json.RawMessage
	Expected map[string]any
	Note     string
}

// TestConformance runs every vector; none is skipped. The folder in
// FOOTPRINT_VECTORS takes the place of testdata when it is set.
func TestConformance(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("FOOTPRINT_VECTORS")
	if folder == "" {
		folder = "testdata"
	}
	if _, err := os.Stat(folder); err != nil && !filepath.IsAbs(folder) {
		folder = filepath.Join("..", folder) // named from the top of the house
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no vector files in the folder: %v", err)
	}
	ran := 0
	for _, file := range files {
		for _, v := range read(t, file) {
			t.Run(v.ID, func(t *testing.T) {
				answer, built := ops[v.Op]
				if !built {
					t.Fatalf("%s is not an op this program knows", v.Op)
				}
				check(t, v, answer)
			})
			ran++
		}
	}
	if ran == 0 {
		t.Error("no vector was run")
	}
}

func read(t *testing.T, file string) []vector {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct{ Vectors []vector }
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Vectors
}

func check(t *testing.T, v vector, answer func(in) map[string]any) {
	t.Helper()
	var inputs in
	if err := json.Unmarshal(v.Inputs, &inputs); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(answer(inputs))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range v.Expected {
		wantText, _ := json.Marshal(want)
		gotText, _ := json.Marshal(got[key])
		if string(wantText) != string(gotText) {
			t.Errorf("%s (%s): %s = %s, want %s", v.Op, v.Note, key, gotText, wantText)
		}
	}
	for key := range got {
		if _, ok := v.Expected[key]; !ok {
			t.Errorf("%s: answers %q, which the vector does not know", v.Op, key)
		}
	}
}

// in holds the inputs of every op; each uses its own.
type in struct {
	Date       workday.Date    `json:"date"`
	From       workday.Date    `json:"from"`
	To         workday.Date    `json:"to"`
	N          int             `json:"n"`
	LACStart   workday.Date    `json:"lac_start"`
	First      workday.Date    `json:"first_review_recorded"`
	Previous   workday.Date    `json:"previous_review_recorded"`
	Recorded   json.RawMessage `json:"recorded"`
	Due        workday.Date    `json:"due"`
	Today      workday.Date    `json:"today"`
	Meetings   []workday.Date  `json:"meetings"`
	Scheduled  workday.Date    `json:"scheduled"`
	Adjourned  bool            `json:"adjourned"`
	Completed  workday.Date    `json:"completed"`
	ReviewDate workday.Date    `json:"review_date"`
	NotBefore  workday.Date    `json:"not_before"`
	DOB        workday.Date    `json:"dob"`
	Age        int             `json:"age"`
	On         workday.Date    `json:"on"`

	Authority    workday.Date   `json:"authority_date"`
	PreviousAny  workday.Date   `json:"previous"`
	PreviousLAC  workday.Date   `json:"previous_looked_after_review"`
	SoFar        int            `json:"reviews_so_far_in_episode"`
	Placed       workday.Date   `json:"placed"`
	FirstPlaced  workday.Date   `json:"first_review"`
	Returned     workday.Date   `json:"returned"`
	Review       workday.Date   `json:"review"`
	PreviousRev  workday.Date   `json:"previous_review"`
	FirstDay     workday.Date   `json:"first_placement_day"`
	Breaks       []span         `json:"breaks"`
	InCare       bool           `json:"in_care"`
	Order        string         `json:"order"`
	CustodyStart workday.Date   `json:"custody_start"`
	Release      workday.Date   `json:"release"`
	HeldReviews  []workday.Date `json:"reviews_held"`
	NextDue      workday.Date   `json:"next_due"`
	Periods      []span         `json:"periods"`
	Reg48        bool           `json:"reg48"`
	FormalStart  workday.Date   `json:"formal_start"`
	StageDays    []int          `json:"stage_days"`
	TotalDays    int            `json:"total_days"`
	Entries      []stage        `json:"entries"`
	Resolved     workday.Date   `json:"resolved"`
	Received     workday.Date   `json:"received"`
	Response     workday.Date   `json:"response"`
	Agrees       bool           `json:"agrees"`
	Done         workday.Date   `json:"done"`
	PartDone     bool           `json:"part_done"`
	IRH          workday.Date   `json:"irh"`
	CourtTold    workday.Date   `json:"court_told"`
	LongTerm     workday.Date   `json:"long_term_since"`
	LastReview   workday.Date   `json:"last_review"`
	LastHad      bool           `json:"last_review_had_meeting"`
	LastMeeting  workday.Date   `json:"last_meeting_review"`
	ChildAgrees  bool           `json:"child_agrees"`
	Regime       string         `json:"regime"`
	PlaceStart   workday.Date   `json:"placement_start"`
	OrderMade    workday.Date   `json:"order_made"`
	LastVisit    workday.Date   `json:"last_visit"`
	ToEighteen   bool           `json:"to_18"`
	FirstHeld    bool           `json:"first_review_held"`
	Initial      workday.Date   `json:"initial_conference"`
	ConfReviews  []workday.Date `json:"conference_reviews"`
	LACDue       workday.Date   `json:"looked_after_due"`
	Children     int            `json:"children"`
	FTE          float64        `json:"fte"`
	Reviews      []timed        `json:"reviews"`
	PreviousOn   workday.Date   `json:"previous_recorded"`
	Terminated   workday.Date   `json:"terminated"`
	Kind         string         `json:"kind"`
	Remanded     workday.Date   `json:"remanded"`
	DecisionOn   workday.Date   `json:"decision"`
}

type span struct {
	From workday.Date `json:"from"`
	To   workday.Date `json:"to"`
	Kind string       `json:"kind"`
}

type stage struct {
	Stage   int          `json:"stage"`
	Entered workday.Date `json:"entered"`
}

type timed struct {
	Due      workday.Date `json:"due"`
	Recorded workday.Date `json:"recorded"`
}

func (i in) days() []workday.Date {
	var out []workday.Date
	_ = json.Unmarshal(i.Recorded, &out)
	return out
}

func (i in) day() workday.Date {
	var out workday.Date
	_ = json.Unmarshal(i.Recorded, &out)
	return out
}

var cal workday.Calendar

func limit(p clock.Pair) map[string]any {
	return map[string]any{"due": p.Due, "plan_by": p.PlanBy}
}

var ops = map[string]func(in) map[string]any{
	"adoption.authorised_first_due":    func(i in) map[string]any { return limit(clock.AuthorisedDue(cal, i.Authority)) },
	"adoption.authorised_later_due":    func(i in) map[string]any { return limit(clock.LaterDue(cal, i.PreviousAny)) },
	"adoption.placed_first_due":        func(i in) map[string]any { return limit(clock.PlacedDue(cal, i.Placed)) },
	"adoption.placed_second_due":       func(i in) map[string]any { return limit(clock.SecondDue(cal, i.FirstPlaced)) },
	"adoption.placed_later_due":        func(i in) map[string]any { return limit(clock.LaterDue(cal, i.PreviousAny)) },
	"adoption.authorised_combined_due": combinedAdoption,
	"adoption.disruption_window":       disruptionWindow,
	"adoption.disruption_check":        disruptionCheck,
	"adoption.after_disruption_due":    afterDisruption,
	"adoption.application_from": func(i in) map[string]any {
		return map[string]any{"earliest_application": clock.ApplicationFrom(i.Placed)}
	},
	"shortbreak.first_due":           func(i in) map[string]any { return limit(clock.ShortBreakDue(cal, i.FirstDay)) },
	"shortbreak.later_due":           func(i in) map[string]any { return limit(clock.LaterDue(cal, i.PreviousAny)) },
	"shortbreak.qualifies":           shortBreaks,
	"custody.reviews":                custody,
	"pathway.status":                 pathway,
	"pathway.final_plan_due":         finalPlan,
	"pathway.final_review_before_18": finalReview,
	"pathway.last_review_before_16":  lastBefore16,
	"dispute.timeline":               disputeTimeline,
	"decisions.manager_window":       managerWindow,
	"decisions.implementation":       implementation,
	"proceedings.court_papers_due":   func(i in) map[string]any { return map[string]any{"due": clock.CourtPapersDue(cal, i.Received)} },
	"proceedings.irh_notice":         hearingNotice,
	"ltf.meeting":                    longTermMeeting,
	"visits.next_due":                nextVisit,
	"cp.combined_due":                combinedConference,
	"caseload.band":                  band,
	"annual.timeliness":              timeliness,
	"monitor.midpoint": func(i in) map[string]any {
		return map[string]any{"midpoint": clock.Midpoint(cal, i.PreviousOn, i.NextDue)}
	},
	"placement.termination_notice_due": func(i in) map[string]any { return map[string]any{"due": clock.EndNoticeDue(cal, i.Terminated)} },
	"placement.documents_due":          placementPapers,
	"remand.plan_due":                  remandPlan,
	"cease.approval_needed":            ceaseApproval,

	"calendar.is_working_day": func(i in) map[string]any {
		var reason any
		if r := cal.Reason(i.Date); r != workday.Working {
			reason = r
		}
		return map[string]any{"working_day": cal.Working(i.Date), "reason": reason}
	},
	"calendar.add_working_days": func(i in) map[string]any { return map[string]any{"date": cal.Add(i.From, i.N)} },
	"calendar.sub_working_days": func(i in) map[string]any { return map[string]any{"date": cal.Sub(i.From, i.N)} },
	"calendar.working_days_between": func(i in) map[string]any {
		return map[string]any{"count": cal.Between(i.From, i.To)}
	},
	"calendar.add_months": func(i in) map[string]any { return map[string]any{"date": i.From.AddMonths(i.N)} },
	"calendar.roll_back":  func(i in) map[string]any { return map[string]any{"plan_by": cal.RollBack(i.Date)} },

	"review.first_due":      func(i in) map[string]any { return limit(clock.FirstDue(cal, i.LACStart)) },
	"review.second_due":     func(i in) map[string]any { return limit(clock.SecondDue(cal, i.First)) },
	"review.subsequent_due": func(i in) map[string]any { return limit(clock.LaterDue(cal, i.Previous)) },
	"review.next_due": func(i in) map[string]any {
		rule, no, p := clock.Next(cal, i.LACStart, i.days())
		out := limit(p)
		out["rule"], out["review_no"] = rule, no
		return out
	},
	"review.status":            status,
	"review.recording":         recording,
	"review.adjourned_on_time": adjourned,
	"prep.dates":               preparation,
	"post.dates":               post,
	"appointment.dates":        appointment,
	"age.birthday": func(i in) map[string]any {
		return map[string]any{"date": i.DOB.Birthday(i.Age, workday.March1)}
	},
	"age.years": func(i in) map[string]any { return map[string]any{"years": i.DOB.Age(i.On, workday.March1)} },
}

func status(i in) map[string]any {
	if recorded := i.day(); recorded.Known() {
		late := max(0, int(recorded-i.Due))
		return map[string]any{
			"status": clock.Timeliness(i.Due, recorded), "calendar_days_late": late,
			"working_days_late": max(0, cal.Between(i.Due, recorded)),
		}
	}
	s, left := clock.Standing(cal, i.Due, i.Today)
	if s == clock.Overdue {
		return map[string]any{"status": s, "calendar_days_overdue": int(i.Today - i.Due), "working_days_overdue": -left}
	}
	return map[string]any{"status": s, "working_days_left": left}
}

func recording(i in) map[string]any {
	recorded, completed := clock.Recording(i.Meetings, i.Scheduled, i.Adjourned)
	due := clock.CompletionDue(cal, recorded)
	return map[string]any{
		"recorded": recorded, "completion_due": due, "completed": completed, "completed_in_time": completed <= due,
	}
}

func adjourned(i in) map[string]any {
	recorded, completed := clock.Recording([]workday.Date{i.Completed}, i.Scheduled, true)
	return map[string]any{
		"recorded": recorded, "on_time": clock.Timeliness(i.Due, recorded) == clock.HeldOnTime,
		"completed_after_statutory_limit": completed > i.Due, "next_clock_starts": recorded,
	}
}

func preparation(i in) map[string]any {
	p := clock.PreparationDue(cal, i.ReviewDate, i.NotBefore, false)
	out, compressed := map[string]any{}, []string{}
	for _, t := range []struct {
		name   string
		target clock.Target
	}{
		{"sw_child_attendance_talk", p.AskChild}, {"iro_sw_talk", p.PlanningTalk}, {"invitations", p.Invitations},
		{"consultation_documents", p.Consultation}, {"sw_report", p.Report}, {"pep", p.PEP}, {"health", p.Health},
	} {
		out[t.name] = t.target.By
		if t.target.Compressed {
			compressed = append(compressed, t.name)
		}
	}
	out["compressed"] = compressed
	return out
}

func post(i in) map[string]any {
	r := clock.RecordDue(cal, i.Completed)
	return map[string]any{"decisions": r.Decisions, "care_plan_update": r.PlanUpdate, "full_record": r.FullRecord, "distribution": r.Distribution}
}

func appointment(i in) map[string]any {
	a := clock.AppointmentDue(cal, i.LACStart)
	return map[string]any{
		"manager_told_by": a.ManagerTold, "iro_appointed_by": a.Appointed,
		"care_plan_by_if_not_before_placement": a.CarePlan, "first_review_due": a.FirstReview,
	}
}

func combinedAdoption(i in) map[string]any {
	lac, adoption := clock.LaterDue(cal, i.PreviousLAC), clock.AuthorisedDue(cal, i.Authority)
	out := limit(lac)
	if adoption.Due < lac.Due {
		out = limit(adoption)
	}
	out["looked_after_due"], out["adoption_due"] = lac.Due, adoption.Due
	return out
}

func disruptionWindow(i in) map[string]any {
	w := clock.DisruptionWindow(cal, i.Returned)
	return map[string]any{"not_before": w.NotBefore, "not_after": w.NotAfter, "plan_by": w.PlanBy}
}

func disruptionCheck(i in) map[string]any {
	return map[string]any{"day": int(i.Review - i.Returned), "result": clock.DisruptionWindow(cal, i.Returned).Holds(i.Review)}
}

func afterDisruption(i in) map[string]any {
	w, lac := clock.DisruptionWindow(cal, i.Returned), clock.LaterDue(cal, i.PreviousRev)
	return map[string]any{"disruption_not_before": w.NotBefore, "disruption_not_after": w.NotAfter, "looked_after_due": lac.Due, "next_deadline": min(w.NotAfter, lac.Due)}
}

func shortBreaks(i in) map[string]any {
	var stays []clock.Stay
	for _, b := range i.Breaks {
		stays = append(stays, clock.Stay{From: b.From, To: b.To})
	}
	b := clock.BreaksOf(stays, i.InCare)
	return map[string]any{"longest_nights": b.Longest, "max_nights_in_12_months": b.MostInYear, "window_start": b.WindowStart, "reg48_applies": b.Fits}
}

func custody(i in) map[string]any {
	code := map[string]string{"care_order": "C2", "s20": "V2"}[i.Order]
	looked := clock.LookedAfterInCustody(code, true)
	inside := clock.InsideOf(i.CustodyStart, i.Release, i.HeldReviews, i.NextDue)
	return map[string]any{
		"looked_after_in_custody": looked, "pre_release_window_from": inside.LastMonth(), "latest_before_release": inside.LatestBefore(cal),
		"extra_review_needed": looked && inside.ExtraNeeded(), "good_practice_review_in_last_month_held": inside.HeldInLastMonth(),
	}
}

func pathway(i in) map[string]any {
	var periods []clock.CarePeriod
	for _, p := range i.Periods {
		periods = append(periods, clock.CarePeriod{From: p.From, To: p.To, ShortBreak: p.Kind != "normal"})
	}
	l := clock.LeaverOf(i.DOB, periods, i.On, workday.March1, i.Reg48, false)
	out := map[string]any{"days_counted": l.Nights, "days_if_short_breaks_counted": l.WithBreaks, "status": l.Status}
	if l.Status == clock.Eligible || l.Status == clock.Relevant {
		out["qualified_from"] = l.QualifiedFrom
	}
	if l.Status == clock.Eligible {
		out["assessment_due"] = l.AssessmentDue
	}
	if l.Status == clock.Relevant {
		out["relevant_from"] = l.RelevantFrom
	}
	return out
}

func finalPlan(i in) map[string]any {
	eighteen := i.DOB.Birthday(18, workday.March1)
	return map[string]any{"eighteen": eighteen, "due": clock.FinalPlanDue(cal, eighteen)}
}

func finalReview(i in) map[string]any {
	eighteen := i.DOB.Birthday(18, workday.March1)
	next, last := clock.LastBefore(i.ReviewDate, eighteen)
	return map[string]any{"eighteen": eighteen, "next_due": next, "is_final_scheduled": last}
}

func lastBefore16(i in) map[string]any {
	sixteen := i.DOB.Birthday(16, workday.March1)
	next, last := clock.LastBefore(i.ReviewDate, sixteen)
	return map[string]any{"sixteen": sixteen, "next_due": next, "is_last_before_16": last}
}

func disputeTimeline(i in) map[string]any {
	var entries []dispute.Entry
	for _, e := range i.Entries {
		entries = append(entries, dispute.Entry(e))
	}
	t := dispute.TimelineOf(cal, i.FormalStart, i.StageDays, i.TotalDays, entries, i.Resolved, i.Today)
	stages := []map[string]any{}
	for _, s := range t.Stages {
		stages = append(stages, map[string]any{"stage": s.Stage, "entered": s.Entered, "due": s.Due})
	}
	return map[string]any{"overall_due": t.OverallDue, "stages": stages, "working_days_used": t.Used, "state": t.State}
}

func managerWindow(i in) map[string]any {
	due, state, effective := clock.ManagerWindow(cal, i.Received, i.Response, i.Agrees, i.Today)
	out := map[string]any{"response_due": due, "state": state}
	if effective.Known() {
		out["effective"] = effective
	}
	return out
}

func implementation(i in) map[string]any {
	state, late := clock.Implementation(i.Due, i.Done, i.PartDone, i.Today)
	return map[string]any{"state": state, "calendar_days_late": late}
}

func hearingNotice(i in) map[string]any {
	warn, last, state := clock.HearingNotice(cal, i.IRH, i.CourtTold, i.Today, practice.Readings{}.Limit(practice.HearingDays))
	return map[string]any{"warn_from": warn, "last_day": last, "state": state}
}

func longTermMeeting(i in) map[string]any {
	l := clock.LongTerm{Since: i.LongTerm, LastMeeting: i.LastMeeting, LastHadOne: i.LastHad, ChildAgrees: i.ChildAgrees}
	apart := practice.Readings{}.Limit(practice.LongTermMeeting)
	return map[string]any{
		"established_over_12_months": l.Established(i.ReviewDate), "meeting_required_by": l.MeetingBy(apart),
		"meeting_optional": l.MeetingOptional(i.ReviewDate, apart),
	}
}

func nextVisit(i in) map[string]any {
	from := i.PlaceStart
	if i.OrderMade.Known() {
		from = i.OrderMade
	}
	_, _, due, ok := clock.NextVisit(clock.VisitFacts{
		Regime: clock.VisitRegime(i.Regime), From: from, Last: i.LastVisit, FirstReviewHeld: i.FirstHeld, ToEighteen: i.ToEighteen,
		ChildAgrees: i.ChildAgrees, LongTermMonths: practice.Readings{}.Limit(practice.LongTermVisit),
	})
	if !ok {
		return nil
	}
	return map[string]any{"due": due}
}

func combinedConference(i in) map[string]any {
	conference := clock.ConferenceDue(i.Initial, i.ConfReviews)
	due := min(conference, i.LACDue)
	return map[string]any{"conference_due": conference, "due": due, "plan_by": cal.RollBack(due)}
}

func band(i in) map[string]any {
	per, b := figures.BandOf(i.Children, i.FTE)
	return map[string]any{"per_fte": per, "band": b}
}

func timeliness(i in) map[string]any {
	var reviews []figures.Timed
	for _, r := range i.Reviews {
		reviews = append(reviews, figures.Timed(r))
	}
	t := figures.TimelinessOf(reviews, i.Today)
	return map[string]any{"held_on_time": t.OnTime, "held_late": t.Late, "overdue_not_held": t.NotHeld, "percent_on_time": t.Percent}
}

func placementPapers(i in) map[string]any {
	p := clock.PlacementPapersDue(cal, i.PlaceStart)
	return map[string]any{"placement_plan_if_not_before": p.PlacementPlan, "care_plan_if_first_placement_and_not_before": p.CarePlan, "out_of_area_emergency_notice": p.AreaNotice}
}

func remandPlan(i in) map[string]any {
	setting, rule := practice.RemandPlanDays, "YJ-25"
	if i.Kind == "youth_detention_accommodation" {
		setting, rule = practice.DetentionPlanDays, "YJ-26"
	}
	r, _ := handbook.RuleByID(rule)
	return map[string]any{"due": clock.RemandPlanDue(cal, i.Remanded, practice.Readings{}.Limit(setting)), "verified": !r.Unverified()}
}

func ceaseApproval(i in) map[string]any {
	n, needed := clock.CeaseApproval(cal, i.LACStart, i.DecisionOn)
	return map[string]any{"working_days_looked_after": n, "approval_needed": needed}
}

// TestBankHolidaysEqualThePublishedOnes compares every year of the vectors.
func TestBankHolidaysEqualThePublishedOnes(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "vectors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Published map[workday.Date]string `json:"bank_holidays"`
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	count := 0
	for year := 2009; year <= 2028; year++ {
		for _, h := range cal.Year(year) {
			count++
			if _, ok := doc.Published[h.Date]; !ok {
				t.Errorf("%s (%s) was not published", h.Date, h.Name)
			}
		}
	}
	if count != len(doc.Published) {
		t.Errorf("%d holidays, %d were published", count, len(doc.Published))
	}
}
