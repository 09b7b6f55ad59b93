package exchange

import (
	"context"
	"strings"
	"testing"

	"footprint/domain/casefile"
	"footprint/domain/fault"
)

func TestReturnRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, text, column, reason string }{
		{"unreadable start", "e.csv", episodeHeads + "A1,31/02/2020,S,C2,N1,U6,PR1,,,\n", "DECOM", "not a date"},
		{"no start", "e.csv", episodeHeads + "A1,,S,C2,N1,U6,PR1,,,\n", "DECOM", "no date"},
		{"unreadable end", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,soon,,\n", "DEC", "not a date"},
		{"month first", "e.csv", episodeHeads + "A1,02/25/2020,S,C2,N1,U6,PR1,,,\n", "DECOM", "not a date"},
		{"end before start", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,31/01/2020,E4A,\n", "DEC", "before the episode"},
		{"before birth", "e.csv", episodeHeads + "A1,08/03/2010,S,C2,N1,U6,PR1,,,\n", "DECOM", "before the child was born"},
		{"unknown status", "e.csv", episodeHeads + "A1,01/02/2020,S,C9,N1,U6,PR1,,,\n", "LS", "not a code"},
		{"unknown placement", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,Q1,PR1,,,\n", "PLACE", "not a code"},
		{"unknown need", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N9,U6,PR1,,,\n", "CIN", "not a code"},
		{"unknown reason", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,,E99,\n", "REC", "not a code"},
		{"unknown change", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,,,MOVED\n", "REASON_PLACE_CHANGE", "not a code"},
		{"unknown RNE", "e.csv", episodeHeads + "A1,01/02/2020,Q,C2,N1,U6,PR1,,,\n", "RNE", "not a code"},
		{"no such child", "e.csv", episodeHeads + "B7,01/02/2020,S,C2,N1,U6,PR1,,,\n", "CHILD", "in no header row"},
		{"no number", "e.csv", episodeHeads + ",01/02/2020,S,C2,N1,U6,PR1,,,\n", "CHILD", "no child's number"},
		{"too many cells", "e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,,,,moved\n", "", "more cells"},
		{"unreadable review", "r.csv", reviewHeads + "A1,09/03/2010,1st May,PN1\n", "REVIEW", "not a date"},
		{"unknown participation", "r.csv", reviewHeads + "A1,09/03/2010,01/05/2020,PN9\n", "REVIEW_CODE", "not a code"},
		{"another date of birth", "r.csv", reviewHeads + "A1,09/03/2011,01/05/2020,PN1\n", "DOB", "another date of birth"},
		{"review before birth", "r.csv", reviewHeads + "A1,09/03/2010,01/03/2010,PN1\n", "REVIEW", "before the child was born"},
		{"missing ends first", "m.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,09/03/2010,M,04/05/2020,03/05/2020\n", "MIS_END", "before the start"},
		{"unknown missing", "m.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,09/03/2010,Z,04/05/2020,\n", "MISSING", "not a code"},
		{"unknown permanence", "p.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA1,09/03/2010,P9,,\n", "PREV_PERM", "not a code"},
		{"impossible part date", "p.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA1,09/03/2010,P1,,zz/13/2012\n", "DATE_PERM", "not a date"},
		{"adoption ends first", "a.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nA1,09/03/2010,04/05/2020,03/05/2020,RD1\n", "DATE_PLACED_CEASED", "before the start"},
		{"unreadable DUC", "u.csv", "CHILD,SEX,DOB,DUC\nA1,F,09/03/2010,never\n", "DUC", "not a date"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ret := returnOf(t, Options{}, c.file, c.text)
			if len(ret.Rejected) != 1 || !has(ret.Rejected, c.column, c.reason) {
				t.Fatalf("rejected: %+v", ret.Rejected)
			}
			if p := ret.Rejected[0]; p.Row != 2 || p.File != c.file {
				t.Errorf("named as %s row %d", p.File, p.Row)
			}
			rep := childOf(t, ret, "A1").Reported
			if len(rep.Care)+len(rep.Reviews)+len(rep.Periods) != 0 {
				t.Errorf("a refused row is in: %+v", rep)
			}
		})
	}
}

func TestReturnWarnsAndKeeps(t *testing.T) {
	t.Parallel()
	const s1 = "A1,01/02/2020,S,C2,N1,U6,PR1,,,\n"
	for _, c := range []struct {
		name   string
		pairs  []string
		column string
		reason string
	}{
		{"review in the future", []string{"e.csv", episodeHeads + s1, "r.csv", reviewHeads + "A1,09/03/2010,21/01/2026,PN1\n"}, "REVIEW", "future"},
		{"review before care", []string{"e.csv", episodeHeads + s1, "r.csv", reviewHeads + "A1,09/03/2010,31/01/2020,PN1\n"}, "REVIEW", "before care began"},
		{"under 4", []string{"r.csv", reviewHeads + "A1,09/03/2010,08/03/2014,PN1\n"}, "REVIEW_CODE", "under 4"},
		{"4 or older", []string{"r.csv", reviewHeads + "A1,09/03/2010,09/03/2014,PN0\n"}, "REVIEW_CODE", "under 4"},
		{"code too early", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,K3,PR1,01/03/2020,E4A,\n"}, "PLACE", "outside its years"},
		{"code too late", []string{"e.csv", episodeHeads + "A1,01/05/2025,S,C2,N1,H5,PR1,,,\n"}, "PLACE", "outside its years"},
		{"code for sex too early", []string{"header.csv", "CHILD,SEX,DOB,ETHNIC,UPN\nA1,F,09/03/2010,WBRI,UN1\n", "r.csv", reviewHeads + "A1,09/03/2010,01/05/2020,PN1\n"}, "SEX", "outside its years"},
		{"bad pupil number", []string{"header.csv", "CHILD,SEX,DOB,ETHNIC,UPN\nA1,F,09/03/2010,WBRI,3412\n"}, "UPN", "not a pupil number"},
		{"blank status", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,,N1,U6,PR1,,,\n"}, "LS", "blank"},
		{"overlap", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,01/06/2020,X1,\nA1,01/05/2020,P,C2,N1,U4,PR1,,,\n"}, "DECOM", "overlaps row 2"},
		{"gap", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,01/04/2020,X1,\nA1,03/04/2020,P,C2,N1,U4,PR1,,,\n"}, "DECOM", "gap after row 2"},
		{"same row twice", []string{"e.csv", episodeHeads + s1 + s1}, "CHILD", "twice"},
		{"two values in a file", []string{"e.csv", episodeHeads + s1 + "A1,01/02/2020,S,C1,N1,U6,PR1,,,\n"}, "CHILD", "says otherwise"},
		{"leaving without a day", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,,E4A,\n"}, "REC", "without a day"},
		{"an end without leaving", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,01/04/2020,X1,\n"}, "DEC", "without a reason"},
		{"control characters", []string{"e.csv", episodeHeads + "A1,01/02/2020,S,C2\x1b[31m,N1,U6,PR1,,,\n"}, "LS", "control characters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ret := returnOf(t, Options{}, c.pairs...)
			if len(ret.Rejected) != 0 || len(ret.Warnings) != 1 || !has(ret.Warnings, c.column, c.reason) {
				t.Fatalf("rejected %+v, warnings %+v", ret.Rejected, ret.Warnings)
			}
			if len(ret.Children) != 1 {
				t.Error("the child is not in")
			}
		})
	}
}

// words puts a child's care, statuses and placements on one line each.
func words(c Child) string {
	var b strings.Builder
	for _, s := range c.Reported.Care {
		b.WriteString("care " + s.Start.String())
		if !s.StartKnown() {
			b.WriteString("? since " + s.Since.String())
		}
		b.WriteString(" to " + s.End.String() + " " + s.EndCode + "; ")
	}
	for _, s := range c.Reported.Statuses {
		b.WriteString(s.Code + " " + s.Start.String() + " to " + s.End.String() + "; ")
	}
	for _, p := range c.Reported.Placements {
		b.WriteString(p.Code + " " + p.Start.String() + " to " + p.End.String() + "; ")
	}
	return strings.TrimSuffix(b.String(), "; ")
}

func TestRowsBecomeEpisodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, rows, want string }{
		{"S begins", "A1,01/02/2020,S,C2,N1,U6,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to "},
		{"ISO dates", "A1,2020-02-01,S,C2,N1,U6,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to "},
		{"no S: start not known", "A1,01/02/2020,P,C2,N1,U6,PR1,,,\n",
			"care ? since 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to "},
		{"same day goes on, L keeps the placement", "A1,01/02/2020,S,V2,N1,U6,PR1,01/05/2020,X1,\nA1,01/05/2020,L,C2,N1,U6,PR1,,,\n",
			"care 2020-02-01 to  ; V2 2020-02-01 to 2020-05-01; C2 2020-05-01 to ; U6 2020-02-01 to "},
		{"next day goes on, P moves", "A1,01/02/2020,S,C2,N1,U6,PR1,30/04/2020,X1,\nA1,01/05/2020,P,C2,N1,U6,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to 2020-05-01; U6 2020-05-01 to "},
		{"rows out of order", "A1,01/05/2020,T,C2,N1,U4,PR1,,,\nA1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,X1,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to 2020-05-01; U4 2020-05-01 to "},
		{"left and came back", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,E4A,\nA1,01/07/2021,S,V2,N1,K2,PR1,,,\n",
			"care 2020-02-01 to 2020-05-01 E4A; care 2021-07-01 to  ; C2 2020-02-01 to 2020-05-01; V2 2021-07-01 to ; U6 2020-02-01 to 2020-05-01; K2 2021-07-01 to "},
		{"left and came back the next day", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,E4A,\nA1,02/05/2020,S,C2,N1,U6,PR1,,,\n",
			"care 2020-02-01 to 2020-05-01 E4A; care 2020-05-02 to  ; C2 2020-02-01 to 2020-05-01; C2 2020-05-02 to ; U6 2020-02-01 to 2020-05-01; U6 2020-05-02 to "},
		{"a leaving code and a row that goes on", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,E4A,\nA1,01/05/2020,P,C2,N1,K2,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to 2020-05-01; K2 2020-05-01 to "},
		{"S against X1 goes on", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,X1,\nA1,01/05/2020,S,C2,N1,K2,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to 2020-05-01; K2 2020-05-01 to "},
		{"overlap: the later start ends the earlier", "A1,01/02/2020,S,C2,N1,U6,PR1,,,\nA1,01/05/2020,B,E1,N1,A5,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to 2020-05-01; E1 2020-05-01 to ; U6 2020-02-01 to 2020-05-01; A5 2020-05-01 to "},
		{"gap without S: a start not known", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,X1,\nA1,03/05/2020,P,C2,N1,K2,PR1,,,\n",
			"care 2020-02-01 to 2020-05-01 ; care ? since 2020-05-03 to  ; C2 2020-02-01 to 2020-05-01; C2 2020-05-03 to ; U6 2020-02-01 to 2020-05-01; K2 2020-05-03 to "},
		{"last row X1: care goes on", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,X1,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to 2020-05-01; U6 2020-02-01 to 2020-05-01"},
		{"blank status goes on", "A1,01/02/2020,S,C2,N1,U6,PR1,01/05/2020,X1,\nA1,01/05/2020,P,,N1,K2,PR1,,,\n",
			"care 2020-02-01 to  ; C2 2020-02-01 to ; U6 2020-02-01 to 2020-05-01; K2 2020-05-01 to "},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := words(childOf(t, returnOf(t, Options{}, "e.csv", episodeHeads+c.rows), "A1"))
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestReviewNumberIsKnownOnlyInTheYearsCovered(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, decom, rne, reviews string
		want                      int
	}{
		{"began in the year of the reviews", "01/05/2019", "S", "20/05/2019 10/08/2019", 0},
		{"the year begins on 1 April", "01/04/2019", "S", "20/05/2019", 0},
		{"and not before", "31/03/2019", "S", "20/05/2019", -1},
		{"years in a run", "01/05/2018", "S", "20/05/2018 10/10/2018 10/04/2019", 0},
		{"a year between is empty", "01/05/2016", "S", "20/05/2016 10/10/2018 10/04/2019", -1},
		{"start not known", "01/05/2019", "P", "20/05/2019", -1},
		{"no review yet", "01/05/2019", "S", "", 0},
		{"a review in the future covers nothing", "01/05/2019", "S", "01/06/2027", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			reviews := reviewHeads
			for r := range strings.FieldsSeq(c.reviews) {
				reviews += "A1,09/03/2010," + r + ",PN1\n"
			}
			ret := returnOf(t, Options{}, "e.csv", episodeHeads+"A1,"+c.decom+","+c.rne+",C2,N1,U6,PR1,,,\n", "r.csv", reviews)
			if got := childOf(t, ret, "A1").Reported.Care[0].ReviewsBefore; got != c.want {
				t.Errorf("reviews before: %d, want %d", got, c.want)
			}
		})
	}
	ret := returnOf(t, Options{}, "e.csv", episodeHeads+"A1,01/05/2019,S,C2,N1,U6,PR1,,,\n")
	if got := childOf(t, ret, "A1").Reported.Care[0].ReviewsBefore; got != -1 {
		t.Errorf("without a table of reviews: %d", got)
	}
}

func TestOtherTables(t *testing.T) {
	t.Parallel()
	ret := returnOf(t, Options{Council: "Northby"},
		"header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,2,09/03/2010,WBRI,D051910639385,1,\n",
		"u.csv", "CHILD,SEX,DOB,DUC\nA1,2,09/03/2010,09/03/2028\n",
		"m.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END\nA1,09/03/2010,M,21/11/2017,04/01/2018\nA1,09/03/2010,A,01/02/2018,\n",
		"p.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA1,09/03/2010,P2,E08000025,zz/05/2014\n",
		"a.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nA1,09/03/2010,04/05/2015,03/06/2015,RD1\nA1,09/03/2010,04/05/2016,,\n")
	if len(ret.Rejected) != 0 {
		t.Fatalf("rejected: %+v", ret.Rejected)
	}
	rep := childOf(t, ret, "A1").Reported
	for key, want := range map[string]string{"uasc": "yes", "parent_looked_after": "yes", casefile.FactSex: "female",
		casefile.FactEthnicity: "WBRI", casefile.FactDOB: "2010-03-09", casefile.FactCouncil: "Northby", casefile.FactUPN: "D051910639385"} {
		if rep.Facts[key] != want {
			t.Errorf("%s is %q", key, rep.Facts[key])
		}
	}
	want := []casefile.PeriodStated{
		{What: casefile.AsylumSeeking, To: day("2028-03-09")},
		{What: casefile.Missing, From: day("2017-11-21"), To: day("2018-01-04"), Code: "M"},
		{What: casefile.Away, From: day("2018-02-01"), Code: "A"},
		{What: casefile.PreviousPermanence, Code: "P2", Text: "May 2014 E08000025"},
		{What: casefile.PlacedForAdoption, From: day("2015-05-04"), To: day("2015-06-03"), Code: "RD1"},
		{What: casefile.PlacedForAdoption, From: day("2016-05-04")},
	}
	if len(rep.Periods) != len(want) {
		t.Fatalf("periods: %+v", rep.Periods)
	}
	for i, p := range want {
		if rep.Periods[i] != p {
			t.Errorf("period %d: %+v, want %+v", i, rep.Periods[i], p)
		}
	}
}

func TestPartDates(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"zz/05/2014": "May 2014", "zz/zz/2014": "2014", "zz/zz/zzzz": ""} {
		ret := returnOf(t, Options{}, "p.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nA1,09/03/2010,P1,,"+text+"\n")
		if p := childOf(t, ret, "A1").Reported.Periods; len(p) != 1 || p[0].Text != want || p[0].From.Known() {
			t.Errorf("%s: %+v", text, p)
		}
	}
}

func TestTwoBirthDatesRefuseTheChild(t *testing.T) {
	t.Parallel()
	ret := returnOf(t, Options{}, "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN\nA1,F,09/03/2010,WBRI,UN1\nA1,F,09/03/2011,WBRI,UN1\nB2,M,01/01/2012,WBRI,UN1\n",
		"e.csv", episodeHeads+"A1,01/02/2020,S,C2,N1,U6,PR1,,,\n")
	if len(ret.Children) != 1 || len(ret.Rejected) != 3 || !has(ret.Rejected, "DOB", "two dates of birth") || !has(ret.Rejected, "CHILD", "two dates of birth") {
		t.Errorf("children %d, rejected %+v", len(ret.Children), ret.Rejected)
	}
}

func TestHeaderRowAloneIsClosed(t *testing.T) {
	t.Parallel()
	s := newShelf()
	p := s.imported(t, returnOf(t, Options{}))
	if p.Added != 1 {
		t.Fatalf("added %d", p.Added)
	}
	if _, open := s.cases["A1"].CareOn(today); open || !s.cases["A1"].Exists {
		t.Error("the child is not on file as closed")
	}
}

func TestLaterFileWinsWithOneWarning(t *testing.T) {
	t.Parallel()
	one := episodeHeads + "A1,01/02/2020,S,C2,N1,U6,PR1,,,\nA1,01/02/2021,P,C2,N1,K2,PR1,,,\n"
	two := episodeHeads + "A1,01/02/2020,S,C1,N1,U6,PR1,01/02/2021,X1,\nA1,01/02/2021,P,C1,N1,K2,PR1,,,\n"
	ret := returnOf(t, Options{}, "one.csv", one, "two.csv", two)
	if got, want := words(childOf(t, ret, "A1")), "care 2020-02-01 to  ; C1 2020-02-01 to ; U6 2020-02-01 to 2021-02-01; K2 2021-02-01 to "; got != want {
		t.Errorf("got %s", got)
	}
	if len(ret.Warnings) != 1 || ret.Warnings[0].File != "two.csv" || !strings.Contains(ret.Warnings[0].Reason, "one.csv") {
		t.Errorf("warnings: %+v", ret.Warnings)
	}
	placed := "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\nA1,09/03/2010,"
	ret = returnOf(t, Options{}, "one.csv", placed+"08/05/2015,24/02/2018,RD1\n", "two.csv", placed+"08/05/2016,24/02/2018,RD1\n")
	if p := childOf(t, ret, "A1").Reported.Periods; len(p) != 1 || p[0].From != day("2016-05-08") || len(ret.Warnings) != 1 {
		t.Errorf("placed for adoption: %+v, %+v", p, ret.Warnings)
	}
}

func TestKnownChildNeedsNoHeader(t *testing.T) {
	t.Parallel()
	path := files(t, "r.csv", reviewHeads+"A1,09/03/2010,01/05/2020,PN1\nB2,09/03/2010,01/05/2020,PN1\n")
	ret := mustRead(t, path, Options{Known: func(id string) bool { return id == "A1" }})
	if len(ret.Children) != 1 || len(ret.Rejected) != 1 || ret.Rejected[0].Row != 3 {
		t.Errorf("children %d, rejected %+v", len(ret.Children), ret.Rejected)
	}
}

func TestDirtySamples(t *testing.T) {
	t.Parallel()
	// Every child of the header has two or three dates of birth: nothing is in.
	ret := mustRead(t, []string{"testdata/liia/pipeline_SSDA903_2020_header.csv", "testdata/liia/pipeline_SSDA903_2020_episodes.csv"}, Options{})
	if len(ret.Children) != 0 || len(ret.Rejected) != 10 {
		t.Errorf("children %d, rejected %d", len(ret.Children), len(ret.Rejected))
	}
	if len(ret.Ignored) != 1 || ret.Ignored[0] != "TEST_COLUMN" {
		t.Errorf("ignored: %v", ret.Ignored)
	}
	known := Options{Known: func(string) bool { return true }}
	ret = mustRead(t, []string{"testdata/liia/SSDA903_episodes_for_testing_fixes_INPUT.csv"}, known)
	if len(ret.Children) != 10 || len(ret.Rejected) != 0 {
		t.Errorf("children %d, rejected %+v", len(ret.Children), ret.Rejected)
	}
	ret = mustRead(t, []string{"testdata/liia/pipeline_SSDA903_2020_episodes.csv"}, known)
	if len(ret.Rejected) != 1 || !has(ret.Rejected, "RNE", "not a code") || !has(ret.Warnings, "LS", "blank") {
		t.Errorf("rejected %+v, warnings %+v", ret.Rejected, ret.Warnings)
	}
}

func TestKindsAreToldByColumns(t *testing.T) {
	t.Parallel()
	list := "Name,DOB,Legal status\nWyn Price,09/03/2015,C2\n"
	head := "CHILD,SEX,DOB,ETHNIC,UPN\nA1,F,09/03/2010,WBRI,UN1\n"
	for _, c := range []struct {
		name  string
		as    As
		pairs []string
		kind  As
		code  fault.Code
	}{
		{"a list named like a return", Auto, []string{"header.csv", list}, Table, ""},
		{"a return named like a list", Auto, []string{"caseload.csv", head}, SSDA903, ""},
		{"both at once", Auto, []string{"a.csv", list, "b.csv", head}, "", fault.BadInput},
		{"a list read as a return", SSDA903, []string{"a.csv", list}, "", fault.BadInput},
		{"Annex A", AnnexA, []string{"a.csv", list}, "", fault.Usage},
		{"no such kind", "xml", []string{"a.csv", list}, "", fault.Usage},
		{"empty", Auto, []string{"a.csv", " \n"}, "", fault.BadInput},
		{"a web page", Auto, []string{"a.csv", "<html><table></table></html>"}, "", fault.BadInput},
		{"nobody named", Table, []string{"a.csv", "Team,Manager\nEast,Tom Field\n"}, "", fault.BadInput},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ret, err := Read(context.Background(), files(t, c.pairs...), Options{As: c.as, Today: today})
			if fault.CodeOf(err) != c.code {
				t.Fatalf("error %v", err)
			}
			if err == nil && ret.Kind != c.kind {
				t.Errorf("kind %s", ret.Kind)
			}
			if err != nil && fault.HintOf(err) == "" {
				t.Error("no hint")
			}
		})
	}
	if _, err := Read(context.Background(), []string{"testdata/annex_a/Annex_A.xlsx"}, Options{Today: today}); fault.CodeOf(err) != fault.Usage {
		t.Errorf("Annex A by its sheets: %v", err)
	}
	if _, err := Read(context.Background(), []string{"testdata/not-there.csv"}, Options{Today: today}); fault.CodeOf(err) != fault.BadInput {
		t.Errorf("a file that is not there: %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Read(ctx, files(t, "a.csv", list), Options{Today: today}); fault.CodeOf(err) != fault.Stopped {
		t.Errorf("stopped: %v", err)
	}
}
