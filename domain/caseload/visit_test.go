package caseload_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/clock"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/review"
	"footprint/domain/workday"
)

// lodger is one child of a caseload as the household is looked for.
type lodger struct {
	name, born, code, carer, address, phone string
	siblings                                []int // by place in the list, from 1
	unread, left                            bool
}

// lodgers makes rows and files of children; the first is the one asked about.
func lodgers(list []lodger) ([]caseload.Row, caseload.Files) {
	files := map[casefile.ID]*casefile.Case{}
	var rows []caseload.Row
	for i, l := range list {
		id := casefile.ID{1, byte(i + 1)}
		r := caseload.Row{File: id, Ref: fmt.Sprintf("C-%04d", i+1), Name: l.name, Since: on("2025-01-06"), SinceKnown: true, Placement: l.code, Carer: l.carer}
		if l.born != "" {
			r.DOB = on(l.born)
		}
		if l.left {
			r.Ended = on("2026-09-01")
		}
		rows = append(rows, r)
		if l.unread {
			continue
		}
		events := []casefile.Event{&casefile.Opened{Ref: r.Ref}, facts(casefile.FactName, l.name)}
		if l.code != "" {
			events = append(events, &casefile.PlacementStated{ID: casefile.ID{2, byte(i)}, Code: l.code, Start: on("2025-01-06"), Carer: l.carer, Address: l.address, Phone: l.phone})
		}
		for n, s := range l.siblings {
			events = append(events, &casefile.PersonStated{ID: casefile.ID{3, byte(i), byte(n)}, Role: casefile.Sibling, Name: "S", Child: casefile.ID{1, byte(s)}})
		}
		files[id] = replayed(id, events...)
	}
	return rows, func(id casefile.ID) *casefile.Case { return files[id] }
}

// replayed is a file of events that all happened today.
func replayed(id casefile.ID, events ...casefile.Event) *casefile.Case {
	var lines []casefile.Line
	for _, ev := range events {
		lines = append(lines, casefile.Line{On: today, Event: ev})
	}
	return casefile.Replay(id, casefile.Stamp{Day: today}.Entries(lines, counting()))
}

func counting() casefile.NewID {
	n := 0
	return func() casefile.ID { n++; return casefile.ID{9, 14: byte(n >> 8), 15: byte(n)} }
}

func names(rows []caseload.Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Name)
	}
	return strings.Join(out, " ")
}

func TestHousehold(t *testing.T) {
	t.Parallel()
	const mill, hill = "4 Mill Lane, Penmoor", "9 Hill Road"
	ben := lodger{name: "Ben", born: "2018-06-30", code: "U6", carer: "T. and L. Baker", address: mill}
	as := func(name string, change func(*lodger)) lodger {
		l := ben
		l.name, l.born = name, ""
		change(&l)
		return l
	}
	for name, tt := range map[string]struct {
		list            []lodger
		here, elsewhere string
		unread          int
	}{
		"alone":                         {[]lodger{ben}, "Ben", "", 0},
		"one carer, one address":        {[]lodger{ben, as("Maja", func(l *lodger) { l.born = "2012-03-03" })}, "Maja Ben", "", 0},
		"the oldest first":              {[]lodger{ben, as("Zoe", func(*lodger) {}), as("Ann", func(l *lodger) { l.born = "2016-01-01" }), as("Maja", func(l *lodger) { l.born = "2012-03-03" })}, "Maja Ann Ben Zoe", "", 0},
		"the carer written another way": {[]lodger{ben, as("Maja", func(l *lodger) { l.carer = "Mrs L & Mr T Baker" })}, "Ben Maja", "", 0},
		"the address left short":        {[]lodger{ben, as("Maja", func(l *lodger) { l.carer, l.address = "Baker", "4 MILL LANE" })}, "Ben Maja", "", 0},
		"one name, another address":     {[]lodger{ben, as("Maja", func(l *lodger) { l.address = hill })}, "Ben", "", 0},
		"a house number is not a start": {[]lodger{as("Ben", func(l *lodger) { l.address = "4" }), as("Maja", func(l *lodger) { l.carer = "Baker" })}, "Ben", "", 0},
		"one telephone joins":           {[]lodger{as("Ben", func(l *lodger) { l.phone = "01632 960101" }), as("Maja", func(l *lodger) { l.address, l.phone = "Mill Cottage", "+44 1632 960101" })}, "Ben Maja", "", 0},
		"no address, one carer":         {[]lodger{as("Ben", func(l *lodger) { l.address = "" }), as("Maja", func(*lodger) {})}, "Ben Maja", "", 0},
		"no address, one telephone":     {[]lodger{as("Ben", func(l *lodger) { l.address, l.phone = "", "01632 960101" }), as("Maja", func(l *lodger) { l.carer, l.phone = "", "01632-960101" })}, "Ben Maja", "", 0},
		"two flats":                     {[]lodger{ben, as("Aled", func(l *lodger) { l.carer = "G. Pugh" })}, "Ben", "", 0},
		"two flats, one telephone":      {[]lodger{as("Ben", func(l *lodger) { l.phone = "1" }), as("Aled", func(l *lodger) { l.carer, l.phone = "G. Pugh", "1" })}, "Aled Ben", "", 0},
		"no carer, one address":         {[]lodger{ben, as("Aled", func(l *lodger) { l.carer = "" })}, "Ben Aled", "", 0},
		"nothing in common":             {[]lodger{ben, as("Aled", func(l *lodger) { l.carer, l.address = "", "" })}, "Ben", "", 0},
		"no longer looked after":        {[]lodger{ben, as("Zac", func(l *lodger) { l.left = true })}, "Ben", "", 0},
		"left, but the one asked about": {[]lodger{as("Ben", func(l *lodger) { l.left = true }), as("Maja", func(*lodger) {})}, "Ben Maja", "", 0},
		"no placement":                  {[]lodger{{name: "Ben"}, {name: "Maja"}}, "Ben", "", 0},

		"not read, one carer":             {[]lodger{ben, as("Maja", func(l *lodger) { l.unread = true })}, "Ben Maja", "", 1},
		"nothing read":                    {[]lodger{as("Ben", func(l *lodger) { l.unread = true }), as("Maja", func(l *lodger) { l.unread = true })}, "Ben Maja", "", 2},
		"not read, a name in common":      {[]lodger{ben, as("Maja", func(l *lodger) { l.carer, l.unread = "Lyn Baker", true })}, "Ben", "", 1},
		"not read, no carer":              {[]lodger{ben, as("Maja", func(l *lodger) { l.carer, l.unread = "", true })}, "Ben", "", 1},
		"not read, no carer, other place": {[]lodger{ben, as("Maja", func(l *lodger) { l.carer, l.code, l.unread = "", "K2", true })}, "Ben", "", 0},
		"not read, another carer":         {[]lodger{ben, as("Maja", func(l *lodger) { l.carer, l.unread = "G. Pugh", true })}, "Ben", "", 0},

		"a sister elsewhere":                  {[]lodger{as("Ben", func(l *lodger) { l.siblings = []int{2} }), as("Nia", func(l *lodger) { l.carer, l.address = "S. Ahmed", hill })}, "Ben", "Nia", 0},
		"a brother not read":                  {[]lodger{as("Ben", func(l *lodger) { l.siblings = []int{2} }), as("Tom", func(l *lodger) { l.carer, l.unread = "S. Ahmed", true })}, "Ben", "Tom", 1},
		"a brother here has his place by age": {[]lodger{as("Ben", func(l *lodger) { l.siblings = []int{3} }), as("Maja", func(l *lodger) { l.born = "2012-03-03" }), as("Tom", func(*lodger) {})}, "Maja Ben Tom", "", 0},
		"a brother who left care":             {[]lodger{as("Ben", func(l *lodger) { l.siblings = []int{2} }), as("Tom", func(l *lodger) { l.left = true })}, "Ben", "Tom", 0},
		"a brother of nobody's":               {[]lodger{as("Ben", func(l *lodger) { l.siblings = []int{7} })}, "Ben", "", 0},
	} {
		rows, files := lodgers(tt.list)
		h, ok := caseload.HouseholdOf(rows[0].File, rows, files, today)
		if !ok || names(h.Here) != tt.here || names(h.Elsewhere) != tt.elsewhere || len(h.Unread) != tt.unread {
			t.Errorf("%s: here %q, elsewhere %q, unread %d", name, names(h.Here), names(h.Elsewhere), len(h.Unread))
		}
	}
	rows, files := lodgers([]lodger{ben})
	if _, ok := caseload.HouseholdOf(casefile.ID{5}, rows, files, today); ok {
		t.Error("a child who is not on the caseload has no household")
	}
}

// TestAHouseholdHasOneOrder guards the numbers of the children: a note was once
// written for the wrong child because they began with whoever it was opened from.
func TestAHouseholdHasOneOrder(t *testing.T) {
	t.Parallel()
	lives := func(name, born string, siblings ...int) lodger {
		return lodger{name: name, born: born, code: "U6", carer: "T. and L. Baker", siblings: siblings}
	}
	rows, files := lodgers([]lodger{lives("Zoe", "2018-06-30", 4), lives("Ann", "2018-06-30"), lives("Tom", ""), lives("Maja", "2012-03-03", 1), lives("Ann", "2018-06-30"), lives("Bo", "")})
	for _, from := range rows {
		h, _ := caseload.HouseholdOf(from.File, rows, files, today)
		var refs []string
		for _, r := range h.Here {
			refs = append(refs, r.Ref)
		}
		if got := names(h.Here); got != "Maja Ann Ann Zoe Bo Tom" || refs[1] != "C-0002" || refs[2] != "C-0005" {
			t.Errorf("from %s %s: %s, %v", from.Name, from.Ref, got, refs)
		}
	}
}

func TestHouseholdName(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		carer, code, name string
		household         bool
	}{
		{"Janet and Roy Baker", "U6", "Baker", true},
		{"Stacey Brierley (mother)", "P1", "Brierley", true},
		{"Baker, T. and L.", "U4", "Baker", true},
		{"A. Ahmed", "A3", "Ahmed", true},
		{"Elm House", "K2", "Elm House", false},
		{"", "U6", "", false},
		{"G. Pugh", "", "G. Pugh", false},
	} {
		if name, household := (caseload.Household{Carer: tt.carer, Placement: tt.code}).Name(); name != tt.name || household != tt.household {
			t.Errorf("%s %s: %q %v", tt.carer, tt.code, name, household)
		}
	}
}

func TestWhereInWordsOnly(t *testing.T) {
	t.Parallel()
	rows, _ := lodgers([]lodger{{name: "A", code: "K2", carer: "Elm House", address: "1 Elm Road"}, {name: "B"}, {name: "C", code: "U6", left: true}})
	for i, want := range []string{"Children's home", "no placement on file", "not looked after now"} {
		if got := rows[i].Where(today); got != want {
			t.Errorf("%s: %s", rows[i].Name, got)
		}
	}
}

// sitting sits with a child whose file holds these events beside mei's.
func sitting(events ...casefile.Event) caseload.Sitting {
	c := mei(events...)
	p := practice.Replay(nil)
	x := review.Context{Today: today, Calendar: p.Calendar(), Readings: p.Readings()}
	return caseload.SittingOf(c, caseload.RowOf(c, p, today), clock.Of(c, today, x.Calendar, x.Readings), x)
}

// told gives the matters of a kind as "press words (day)".
func told(s caseload.Sitting, kind caseload.OpenKind) []string {
	var out []string
	for _, m := range s.Matters {
		if m.Kind == kind {
			out = append(out, strings.TrimSuffix(fmt.Sprintf("%s%s (%s)", [...]string{"", "~ ", "! "}[m.Press], m.Words, m.Day.Brief()), " (not known)"))
		}
	}
	return out
}

func promised(day string, kept workday.Date) *casefile.Logged {
	return &casefile.Logged{What: casefile.Promise, Text: "ask about football " + day, Kept: kept}
}

var inHand = &casefile.ReviewPlanned{ID: casefile.ID{7}}

func planned(day string) *casefile.ReviewPlanned {
	return &casefile.ReviewPlanned{ID: casefile.ID{7}, Date: on(day)}
}

func TestWhatIsOpenForAChild(t *testing.T) {
	t.Parallel()
	wishes := func(wants, private string) *casefile.ItemAnswered {
		return &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-502", Answer: casefile.Done, Evidence: map[string]string{"wants_raised": wants, "keep_private": private}}
	}
	decided := func(by string) *casefile.DecisionMade {
		return &casefile.DecisionMade{ID: casefile.ID{8}, Review: reviewOn("2026-05-27"), What: "find a school place", Who: "J. Osei", By: on(by)}
	}
	contact := func(with, way string) *casefile.Logged {
		return &casefile.Logged{What: casefile.Contact, With: with, Way: way, Text: "Seen"}
	}
	for name, tt := range map[string]struct {
		events []casefile.Event
		kind   caseload.OpenKind
		want   []string
	}{
		"no promise":          {nil, caseload.OpenPromise, nil},
		"a promise":           {[]casefile.Event{promised("x", 0)}, caseload.OpenPromise, []string{"~ I promised: ask about football x (23 Nov 2026)"}},
		"a promise kept":      {[]casefile.Event{promised("x", today)}, caseload.OpenPromise, nil},
		"somebody waits":      {[]casefile.Event{&casefile.Logged{What: casefile.Contact, With: "Mum", Text: "rang", AskedOn: on("2026-11-19"), Waiting: true}}, caseload.OpenAnswer, []string{"~ Mum waits for an answer: rang (19 Nov 2026)"}},
		"somebody waits long": {[]casefile.Event{&casefile.Logged{What: casefile.Contact, With: "Mum", Text: "rang", AskedOn: on("2026-10-12"), Waiting: true}}, caseload.OpenAnswer, []string{"! Mum waits for an answer: rang (12 Oct 2026)"}},
		"the last day of four weeks": {[]casefile.Event{&casefile.Logged{What: casefile.Contact, With: "Mum", Text: "rang", AskedOn: today - 28, Waiting: true}}, caseload.OpenAnswer,
			[]string{"~ Mum waits for an answer: rang (26 Oct 2026)"}},
		"a decision late":         {[]casefile.Event{decided("2026-11-22")}, caseload.OpenDecision, []string{"! decided and not done: find a school place (J. Osei) (22 Nov 2026)"}},
		"a decision due today":    {[]casefile.Event{decided("2026-11-23")}, caseload.OpenDecision, nil},
		"no review in hand":       {nil, caseload.OpenReview, []string{"~ review due in 4 working days (27 Nov 2026)"}},
		"a review planned":        {[]casefile.Event{planned("2026-11-24")}, caseload.OpenReview, []string{"~ review in 1 working day (24 Nov 2026)"}},
		"a review today":          {[]casefile.Event{planned("2026-11-23")}, caseload.OpenReview, []string{"~ review today (23 Nov 2026)"}},
		"a plan that passed":      {[]casefile.Event{planned("2026-11-20")}, caseload.OpenReview, []string{"~ the day planned for the review has passed (20 Nov 2026)"}},
		"a review late":           {[]casefile.Event{&casefile.ReviewHeld{ID: reviewOn("2026-05-27"), Recorded: on("2026-05-14"), Completed: on("2026-05-14")}}, caseload.OpenReview, []string{"! review 6 working days late (14 Nov 2026)"}},
		"a review begun":          {[]casefile.Event{&casefile.ReviewHeld{ID: reviewOn("2026-11-20"), Recorded: on("2026-11-20")}}, caseload.OpenReview, []string{"the review that was begun must be finished in 19 working days (18 Dec 2026)"}},
		"a review begun long ago": {[]casefile.Event{&casefile.ReviewHeld{ID: reviewOn("2026-10-20"), Recorded: on("2026-10-20")}}, caseload.OpenReview, []string{"! the review that was begun should be finished (17 Nov 2026)"}},
		"care that ended":         {[]casefile.Event{&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-02-02"), End: on("2026-11-20")}}, caseload.OpenReview, []string{"not looked after now"}},
		"an adult":                {[]casefile.Event{facts(casefile.FactDOB, "2008-01-01")}, caseload.OpenReview, []string{"~ no next review: 18 or over"}},
		"no wish":                 {[]casefile.Event{inHand}, caseload.OpenWish, nil},
		"wishes":                  {[]casefile.Event{inHand, wishes("his own door ", "school")}, caseload.OpenWish, []string{"wants: his own door; keep private: school"}},
		"a secret only":           {[]casefile.Event{inHand, wishes("", "school")}, caseload.OpenWish, []string{"keep private: school"}},
		"wishes of a review past": {[]casefile.Event{wishes("a door", ""), &casefile.ReviewHeld{ID: casefile.ID{7}, Recorded: on("2026-05-27"), Completed: on("2026-05-27")}}, caseload.OpenWish, nil},
		"never seen":              {[]casefile.Event{contact("Mrs Baker", "visit"), contact("the child", "call")}, caseload.OpenSeen, []string{"not seen yet, as far as this file says"}},
		"seen at a visit":         {[]casefile.Event{contact("The child", "visit")}, caseload.OpenSeen, []string{"last seen, or spoken with alone (23 Nov 2026)"}},
		"words":                   {[]casefile.Event{&casefile.ChildSaid{ID: casefile.ID{8}, Words: "first"}, &casefile.ChildSaid{ID: casefile.ID{8, 1}, Words: "last"}}, caseload.OpenWords, []string{"in their own words, private: last (23 Nov 2026)"}},
	} {
		if got := told(sitting(tt.events...), tt.kind); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestWhatPressesMostComesFirst(t *testing.T) {
	t.Parallel()
	s := sitting(promised("x", 0), planned("2027-03-01"),
		&casefile.DecisionMade{ID: casefile.ID{8}, Review: reviewOn("2026-05-27"), What: "find a place", Who: "J. Osei", By: on("2026-11-02")},
		&casefile.ChildSaid{ID: casefile.ID{8}, Words: "mine"})
	var kinds []caseload.OpenKind
	for _, m := range s.Matters {
		kinds = append(kinds, m.Kind)
	}
	want := []caseload.OpenKind{caseload.OpenDecision, caseload.OpenPromise, caseload.OpenReview, caseload.OpenTalk, caseload.OpenSeen, caseload.OpenWords}
	if !slices.Equal(kinds, want) || s.Press() != caseload.PressLate {
		t.Errorf("%v, press %v", kinds, s.Press())
	}
	if (caseload.Sitting{}).Press() != caseload.PressOpen {
		t.Error("nothing is open")
	}
}

// kept gives what an act would enter.
func kept(t *testing.T, s caseload.Sitting, d caseload.Done) []string {
	t.Helper()
	if !d.On.Known() {
		d.On = today
	}
	lines, err := s.Keep(d, counting())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range lines {
		switch ev := l.Event.(type) {
		case *casefile.ReviewPlanned:
			out = append(out, "opens the review")
		case *casefile.Logged:
			out = append(out, "log "+ev.With+": "+ev.Text)
		case *casefile.ItemAnswered:
			out = append(out, fmt.Sprintf("answers %s %v", ev.Item, ev.Evidence))
		case *casefile.ChildSaid:
			out = append(out, fmt.Sprintf("words, shared %v: %s", ev.Shareable, ev.Words))
		}
	}
	return out
}

func TestWhatAnActEnters(t *testing.T) {
	t.Parallel()
	young := facts("observe_instead", "yes")
	alone := caseload.Done{Act: caseload.SawAlone, Where: "his room ", How: "in person", Alone: true}
	with := func(words string, private bool) caseload.Done {
		d := alone
		d.Words, d.Alone = words, private
		return d
	}
	for name, tt := range map[string]struct {
		events []casefile.Event
		done   caseload.Done
		want   []string
	}{
		"seen alone": {[]casefile.Event{inHand}, with("I like it", true), []string{"log the child: Seen alone, his room, in person",
			"answers B-501 map[alone:yes child_words:I like it method:in person where:his room]", "words, shared false: I like it"}},
		"seen alone, the review not on file": {nil, alone, []string{"opens the review", "log the child: Seen alone, his room, in person",
			"answers B-501 map[alone:yes method:in person where:his room]"}},
		"seen, not alone":      {nil, with("", false), []string{"log the child: Seen, not alone, his room, in person"}},
		"seen alone, answered": {[]casefile.Event{inHand, &casefile.ItemAnswered{Review: casefile.ID{7}, Item: "B-501", Answer: casefile.Done}}, alone, []string{"log the child: Seen alone, his room, in person"}},
		"seen alone, observed instead": {[]casefile.Event{inHand, young}, with("Mama", true),
			[]string{"log the child: Seen alone, his room, in person", "words, shared false: Mama"}},
		"observed":               {[]casefile.Event{inHand, young}, caseload.Done{Act: caseload.Observed, Words: " laughs "}, []string{"answers YNG-01 map[seen_on:2026-11-23 what_seen:laughs]"}},
		"observed, not asked":    {[]casefile.Event{inHand}, caseload.Done{Act: caseload.Observed, Words: "laughs"}, []string{"log the child: Observed: laughs"}},
		"told":                   {[]casefile.Event{inHand}, caseload.Done{Act: caseload.Told, Words: "I rang school"}, []string{"log the child: Told them: I rang school", "answers B-509 map[told:I rang school]"}},
		"told, nothing prepared": {[]casefile.Event{&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-02-02"), End: on("2026-11-20")}}, caseload.Done{Act: caseload.Told, Words: "Goodbye"}, []string{"log the child: Told them: Goodbye"}},
	} {
		if got := kept(t, sitting(tt.events...), tt.done); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestAnActBeforeThePreparation: a talk on the day a review closed once ticked
// the talk of the next, which was due in six months.
func TestAnActBeforeThePreparation(t *testing.T) {
	t.Parallel()
	alone := caseload.Done{Act: caseload.SawAlone, Alone: true}
	seen, answered := "log the child: Seen alone", "answers B-501 map[alone:yes]"
	closed := &casefile.ReviewHeld{ID: casefile.ID{6}, Recorded: today, Completed: today}
	for name, tt := range map[string]struct {
		events    []casefile.Event
		done      caseload.Done
		preparing bool
		want      []string
	}{
		"the day a review closed":       {[]casefile.Event{closed}, alone, false, []string{seen}},
		"told on that day":              {[]casefile.Event{closed}, caseload.Done{Act: caseload.Told, Words: "Goodbye"}, false, []string{"log the child: Told them: Goodbye"}},
		"observed on that day":          {[]casefile.Event{closed, facts("observe_instead", "yes")}, caseload.Done{Act: caseload.Observed, Words: "laughs"}, false, []string{"log the child: Observed: laughs"}},
		"21 working days before":        {[]casefile.Event{planned("2026-12-22")}, alone, false, []string{seen}},
		"20 working days before":        {[]casefile.Event{planned("2026-12-21")}, alone, true, []string{seen, answered}},
		"the day of the review":         {[]casefile.Event{planned("2026-11-23")}, alone, true, []string{seen, answered}},
		"a review late":                 {[]casefile.Event{planned("2026-11-13")}, alone, true, []string{seen, answered}},
		"entered now, done long before": {[]casefile.Event{planned("2026-12-21")}, caseload.Done{Act: caseload.SawAlone, Alone: true, On: today - 3}, true, []string{seen}},
		"no review to come":             {[]casefile.Event{&casefile.CareStated{ID: casefile.ID{2}, Start: on("2026-02-02"), End: on("2026-11-20")}}, alone, false, []string{seen}},
	} {
		s := sitting(tt.events...)
		if got := kept(t, s, tt.done); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", name, got)
		}
		if got := s.Preparing(today); got != tt.preparing {
			t.Errorf("%s: preparing %v", name, got)
		}
	}
}

func TestAnActThatIsRefused(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]caseload.Done{
		"no words":   {Act: caseload.Told, On: today, Words: " "},
		"saw what":   {Act: caseload.Observed, On: today},
		"the future": {Act: caseload.SawAlone, On: today + 1, Alone: true},
		"no day":     {Act: caseload.Told, Words: "x"},
	} {
		if lines, err := sitting(inHand).Keep(d, counting()); fault.CodeOf(err) != fault.BadInput {
			t.Errorf("%s: %v, %d lines", name, err, len(lines))
		}
	}
}

func BenchmarkHousehold(b *testing.B) {
	rows := make([]caseload.Row, 83_630)
	for i := range rows {
		rows[i] = caseload.Row{File: casefile.ID{1, byte(i >> 16), byte(i >> 8), byte(i)}, Ref: "C-1", Since: 1000, Placement: "U6", Carer: fmt.Sprintf("T. and L. Baker%d", i/3)}
	}
	none := func(casefile.ID) *casefile.Case { return nil }
	for b.Loop() {
		caseload.HouseholdOf(rows[40_000].File, rows, none, today)
	}
}
