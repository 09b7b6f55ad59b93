package casejson

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
)

func allExamples() []example {
	return slices.Concat(ordinaryExamples(), adoptionExamples(), specialExamples())
}

// answer reads a case and works its dates out as the command does.
func answer(doc string) (Input, clock.Clocks, error) {
	in, err := Read(strings.NewReader(doc))
	if err != nil {
		return in, clock.Clocks{}, err
	}
	_, clocks, err := in.Dates(in.Today.Date, workday.Calendar{}, practice.Readings{})
	return in, clocks, err
}

func TestExamplesWorkedByHand(t *testing.T) {
	t.Parallel()
	for _, want := range allExamples() {
		t.Run(want.name, func(t *testing.T) {
			t.Parallel()
			in, clocks, err := answer(want.doc)
			if err != nil {
				t.Fatal(err)
			}
			got := example{name: want.name, doc: want.doc, no: clocks.ReviewNo}
			var regimes, rules []string
			for _, r := range clocks.Regimes {
				regimes = append(regimes, string(r))
			}
			for _, d := range Of("A", clocks, workday.Calendar{}, in.Today.Date, false).Deadlines {
				rules = append(rules, d.Rule)
			}
			slices.Sort(rules)
			got.regimes, got.rules = strings.Join(regimes, " "), strings.Join(rules, " ")
			if g := clocks.Governing; g != nil {
				got.rule, got.due = g.Rule, g.Due.String()
			}
			if d := cmp.Diff(want, got, cmp.AllowUnexported(example{})); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestTheDaysOfTheOtherLimits holds the days worked out above of limits that do
// not govern.
func TestTheDaysOfTheOtherLimits(t *testing.T) {
	t.Parallel()
	days := map[string]map[string]string{
		"the first days of an emergency placement out of the area": {
			"AP-02": "2026-06-10", "AP-03": "2026-06-15", "CD-01": "2026-06-22", "CD-02": "2026-06-15", "CD-03": "2026-06-15",
			"VS-01": "2026-06-15", "EP-01": "2026-07-06",
		},
		"a third review":                     {"QA-05": "2026-07-28"},
		"a review that goes on":              {"QA-05": "2026-08-28", "RT-11": "2026-06-29"},
		"a planned review":                   {"PR-01": "2026-06-10", "PR-02": "2026-06-17", "PR-04": "2026-06-24", "PR-06": "2026-07-03"},
		"authority to place, reviewed since": {"AD-02": "2026-09-23"},
		"placed with adopters":               {"AD-18": "2026-08-10"},
		"after a disruption":                 {"RT-03": "2026-08-02"},
		"a review in the window of a disruption": {
			"RC-01": "2026-06-15", "RC-06": "2026-06-22", "RC-02": "2026-06-29", "RC-03": "2026-07-06", "QA-05": "2026-09-07",
		},
		"placed with adopters this week, by the placement": {"AD-19": "2026-06-15", "AD-18": "2026-08-17", "CD-02": "2026-06-15"},
		"a child protection plan reviewed before":          {"CP-04": "2026-11-29"},
		"remanded to youth detention, the first review after the end": {
			"RT-01": "2026-06-03", "YJ-30": "2026-06-01", "YJ-13": "2026-06-01", "YJ-26": "2026-05-19", "CD-01": "2026-05-19",
		},
		"remanded to the authority":                              {"YJ-25": "2026-06-15"},
		"a care order, sentenced":                                {"YJ-13": "2026-07-17", "RT-03": "2026-09-02"},
		"accommodated, sentenced":                                {"YJ-17": "2026-07-17"},
		"secure accommodation":                                   {"SE-01": "2026-06-18"},
		"proceedings and a dispute":                              {"CF-09": "2026-06-19", "DR-06": "2026-06-15", "DR-08": "2026-06-29"},
		"a dispute at its last stage, after the hearing":         {"DR-06": "2026-06-16", "DR-08": "2026-06-16"},
		"long-term fostering, the last review without a meeting": {"LT-03": "2026-09-08"},
		"eligible at sixteen":                                    {"PW-02": "2026-07-20"},
		"near eighteen":                                          {"PW-11": "2026-08-03"},
	}
	for _, e := range allExamples() {
		_, clocks, err := answer(e.doc)
		if err != nil {
			t.Fatal(err)
		}
		for rule, day := range days[e.name] {
			i := slices.IndexFunc(clocks.Deadlines, func(d clock.Deadline) bool { return d.Rule == rule && !d.Done })
			if i < 0 || clocks.Deadlines[i].Due.String() != day {
				t.Errorf("%s: %s is not due on %s: %v", e.name, rule, day, clocks.Deadlines)
			}
		}
		delete(days, e.name)
	}
	if len(days) > 0 {
		t.Errorf("no such example: %v", days)
	}
}

// TestMetReviewsAreListed: the limits that the reviews of this time in care
// answered are there, done, by the clocks of their day.
func TestMetReviewsAreListed(t *testing.T) {
	t.Parallel()
	in, clocks, err := answer(adopting + `,"placed_for_adoption":"2026-06-01"}`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range Of("A", clocks, workday.Calendar{}, in.Today.Date, true).Deadlines {
		if d.Status == clock.DoneStatus {
			got = append(got, d.Rule+" "+d.Due.String())
		}
	}
	// RT-01: after Mon 2 Jun 2025: 20 working days is Mon 30 Jun. RT-02: 27 Jun + 3 = 27 Sep.
	// The third, on 23 Mar, had RT-03 (25 Mar) and, with authority since 19 Jan, AD-01 (19
	// Apr): the earlier governs. RT-11: 23 Mar + 20 working days, past Easter, is 22 Apr, met.
	want := []string{"RT-01 2025-06-30", "RT-02 2025-09-27", "RT-03 2026-03-25", "RT-11 2026-04-22"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestContradictionsAreNamed: facts that cannot all be so are refused, and the
// error says which field is at odds.
func TestContradictionsAreNamed(t *testing.T) {
	t.Parallel()
	const head = `{"dob":"2015-03-09","today":"2026-06-10","episodes":[{"start":"2025-01-06","legal_status":"C2"}],`
	for doc, want := range map[string]string{
		`"placed_for_adoption":"2026-05-01","adoption_disrupted":"2026-04-01"}`:                             "adoption_disrupted: it is before the day the child was placed",
		`"placed_for_adoption":"2026-07-01"}`:                                                               "placed_for_adoption: it is in the future",
		`"authority_to_place":"2015-01-01"}`:                                                                "authority_to_place: it is before the date of birth",
		`"long_term_since":"2026-07-01"}`:                                                                   "long_term_since: it is in the future",
		`"long_term_since":"2014-07-01"}`:                                                                   "long_term_since: it is before care began",
		`"custody":{"start":"2026-05-01","expected_end":"2026-04-01"}}`:                                     "custody.expected_end: it is before the start",
		`"custody":{"start":"2026-05-01","end":"2026-04-01"}}`:                                              "custody: it ends before it begins",
		`"custody":{"start":"2026-07-01"}}`:                                                                 "custody: Custody begins in the future",
		`"custody":{"expected_end":"2026-04-01"}}`:                                                          "custody: this needs the day it began",
		`"custody":{"start":"2026-05-01","kind":"police"}}`:                                                 "custody.kind: this must be remand or sentence",
		`"hospital":{"start":"2026-05-01","kind":"dental"}}`:                                                "hospital.kind: this must be medical or psychiatric",
		`"secure":{"start":"2026-05-01","kind":"welfare"}}`:                                                 "secure.kind: this has no kinds",
		`"secure":"2026-05-01"}`:                                                                            "secure: this must be an object",
		`"child_protection":{"reviews":["2026-05-01"]}}`:                                                    "child_protection.initial: this needs the day it began",
		`"child_protection":{"initial":"2026-03-01","reviews":[null]}}`:                                     "child_protection.reviews[0]: this needs its date",
		`"child_protection":{"initial":"2026-03-01","reviews":["2026-02-01"]}}`:                             "child_protection.reviews[0]: it is before the conference it follows",
		`"child_protection":{"initial":"2025-03-01","reviews":["2026-05-01","2026-04-01"]}}`:                "child_protection.reviews[1]: it is before the conference it follows",
		`"short_breaks":[{"from":"2026-05-01","to":"2026-05-04"},{"from":"2026-05-03","to":"2026-05-05"}]}`: "short_breaks[1]: it overlaps short_breaks[0]",
		`"short_breaks":[{"from":"2026-05-01"},{"from":"2026-05-03","to":"2026-05-05"}]}`:                   "short_breaks[1]: it overlaps short_breaks[0]",
		`"short_breaks":[{"from":"2026-05-09","to":"2026-05-11"},{"from":"2026-05-03"}]}`:                   "short_breaks[1]: it overlaps short_breaks[0]",
		`"short_breaks":[{"to":"2026-05-11"}]}`:                                                             "short_breaks[0]: this needs the day it began",
		`"proceedings":{"irh":"2015-01-01"}}`:                                                               "proceedings.irh: it is before the date of birth",
		`"proceedings":{"final":"2015-01-01"}}`:                                                             "proceedings.final: it is before the date of birth",
		`"proceedings":{"irh":"2026-07-01","final":"2026-06-30"}}`:                                          "proceedings.final: the final hearing is before",
		`"proceedings":{"guardian":"2026-02-31"}}`:                                                          "proceedings.guardian: There is no such day",
		`"proceedings":{"guardian":"2026-07-01"}}`:                                                          "proceedings.guardian: it is in the future",
		`"proceedings":{"guardian":"2014-07-01"}}`:                                                          "proceedings.guardian: it is before the date of birth",
		`"disputes":[{"stages":[]}]}`:                                                                       "disputes[0].formal_start: a dispute needs the day",
		`"disputes":[{"formal_start":"2026-06-11"}]}`:                                                       "disputes[0].formal_start: it is in the future",
		`"disputes":[{"formal_start":"2014-06-11"}]}`:                                                       "disputes[0].formal_start: it is before the date of birth",
		`"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":1,"entered":"2026-05-29"}]}]}`:         "disputes[0].stages[0].entered: it is before the dispute became formal",
		`"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":1,"entered":"2026-06-11"}]}]}`:         "disputes[0].stages[0].entered: it is in the future",
		`"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":1,"entered":"2026-06-03"},{"stage":2,"entered":"2026-06-02"}]}]}`: "disputes[0].stages[1].entered: it is before the stage it follows",
		`"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":2,"entered":"2026-06-03"},{"stage":2,"entered":"2026-06-04"}]}]}`: "disputes[0].stages[1].stage: the stages must rise",
		`"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":1}]}]}`:                                                           "disputes[0].stages[0].entered: a stage needs the day",
		`"adoption_disrupted":"2026-06-11"}`:                                                         "adoption_disrupted: it is in the future",
		`"placed_for_adoption":"2026-05-01","adoption_disrupted":"2026-07-01"}`:                      "adoption_disrupted: it is in the future",
		`"placed_for_adoption":"2025-01-05"}`:                                                        "placed_for_adoption: it is before care began",
		`"long_term_since":"2025-01-05"}`:                                                            "long_term_since: it is before care began",
		`"reviews":[{"recorded":"2026-05-01"}],"planned":"2026-04-30"}`:                              "planned: it is before a review that was held",
		`"child_protection":{"initial":"2026-03-01","reviews":["2026-06-11"]}}`:                      "child_protection.reviews[0]: it is in the future",
		`"disputes":[{"formal_start":"2026-06-01","stages":[{"stage":11,"entered":"2026-06-03"}]}]}`: "disputes[0].stages[0].stage: no dispute has more than 10 stages",
		`"child":"` + strings.Repeat("x", 501) + `"}`:                                                "child: ",
		`"child":" "}`:                           "child: A child needs a name",
		`"reviews":[{"recorded":"2025-01-03"}]}`: "reviews[0]: the review was held before care began",
		`"reviews":[{"recorded":"2026-06-11"}]}`: "reviews[0]: The review is recorded in the future",
	} {
		_, _, err := answer(head + doc)
		if err == nil || !strings.Contains(err.Error(), want) || fault.HintOf(err) == "" {
			t.Errorf("%s: %v, want %q", doc, err, want)
		}
	}
}

// TestAReviewOutsideCareIsRefused: no time in care would count it.
func TestAReviewOutsideCareIsRefused(t *testing.T) {
	t.Parallel()
	const head = `{"today":"2026-06-10","episodes":[{"start":"2024-01-08","end":"2024-09-02"},{"start":"2025-01-06","end":"2025-09-01"}],"reviews":[{"recorded":"`
	for day, refused := range map[string]bool{"2024-09-02": false, "2024-09-03": true, "2025-01-05": true, "2025-01-06": false, "2025-09-02": true} {
		_, _, err := answer(head + day + `"}]}`)
		if got := err != nil && strings.HasPrefix(err.Error(), "reviews[0]: the review was held between"); got != refused {
			t.Errorf("%s: %v", day, err)
		}
	}
}
