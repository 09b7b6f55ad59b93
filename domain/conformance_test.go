// Package domain_test holds what is tested across the domain: the date vectors
// and the house rules.
package domain_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footprint/domain/clock"
	"footprint/domain/workday"
)

type vector struct {
	ID       string
	Op       string
	Inputs   json.RawMessage
	Expected map[string]any
	Note     string
}

// prefixes are the families of ops this part of the program answers for.
var prefixes = []string{"calendar.", "review.", "prep.", "post.", "appointment.", "age."}

// TestConformance runs every vector of the families above. The folder in
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
					t.Skipf("%s is not built yet", v.Op)
				}
				check(t, v, answer)
			})
			if ops[v.Op] != nil {
				ran++
			}
		}
	}
	if ran == 0 {
		t.Error("no vector was run")
	}
}

// TestEveryOpOfTheFamiliesIsBuilt keeps a vector from being skipped silently.
func TestEveryOpOfTheFamiliesIsBuilt(t *testing.T) {
	t.Parallel()
	for _, v := range read(t, filepath.Join("testdata", "vectors.json")) {
		ours := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(v.Op, p) })
		if ours && ops[v.Op] == nil {
			t.Errorf("%s: %s is not built", v.ID, v.Op)
		}
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
