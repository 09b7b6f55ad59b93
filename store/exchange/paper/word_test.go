package paper

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"footprint/domain/document"
	"footprint/domain/workday"
)

// review is a paper as a person would have it.
func review() document.Document {
	day, _ := workday.Of(2026, 1, 5)
	return document.Document{
		Title: "Record of the review", Subtitle: "Aisha, second review", Foot: "Private", Language: document.English, Author: "Siân", Date: day,
		Body: []document.Block{
			document.Facts{Rows: []document.Fact{{Label: "Child", Text: "Aisha Hussain"}, {Label: "Carer", Text: "Tŷ Gŵyr\nLłódź"}}},
			document.Heading{Level: 1, Text: "Decisions"}, document.Heading{Level: 2, Text: "Health"}, document.Heading{Level: 3, Text: "Teeth"},
			document.List{Items: []string{"a", "b"}}, document.List{Numbered: true, Items: []string{"one", "two"}},
			document.Paragraph{Text: "between"}, document.List{Numbered: true, Items: []string{"one again"}},
			document.Table{Head: []string{"Decision", "Who"}, Widths: []int{3, 1}, Rows: [][]string{{"Visit", "Łukasz"}, {"Write", "Siân"}}},
			document.PageBreak{}, document.Table{Rows: [][]string{{"no head"}}}, document.PageBreak{}, document.Blank{Lines: 4},
		},
	}
}

func TestWordHoldsEveryPartItNames(t *testing.T) {
	t.Parallel()
	all := parts(t, review())
	for _, o := range all["[Content_Types].xml"].all("Override") {
		if all[strings.TrimPrefix(o.attr["PartName"], "/")] == nil {
			t.Errorf("%s is not there", o.attr["PartName"])
		}
	}
	for from, folder := range map[string]string{"_rels/.rels": "", "word/_rels/document.xml.rels": "word/"} {
		relations := all[from].all("Relationship")
		if len(relations) < 3 {
			t.Errorf("%s has %d relations", from, len(relations))
		}
		for _, r := range relations {
			if all[folder+r.attr["Target"]] == nil || r.attr["TargetMode"] != "" {
				t.Errorf("%s points at %s", from, r.attr["Target"])
			}
		}
	}
	footer := all["word/document.xml"].all("footerReference")[0].attr["id"]
	if !slices.ContainsFunc(all["word/_rels/document.xml.rels"].all("Relationship"), func(r *node) bool { return r.attr["Id"] == footer && r.attr["Target"] == "footer1.xml" }) {
		t.Error("the foot of the page is not found")
	}
	core := all["docProps/core.xml"]
	if core.all("title")[0].text != "Record of the review" || core.all("creator")[0].text != "Siân" ||
		core.all("created")[0].text != "2026-01-05T00:00:00Z" || core.all("language")[0].text != "en-GB" {
		t.Errorf("properties: %q", core.words())
	}
}

func TestWordUsesOnlyStylesAndListsThatAreThere(t *testing.T) {
	t.Parallel()
	all := parts(t, review())
	known := map[string]bool{}
	for _, s := range all["word/styles.xml"].all("style") {
		known[s.attr["styleId"]] = true
	}
	used := map[string]bool{}
	for _, part := range []string{"word/document.xml", "word/footer1.xml", "word/numbering.xml"} {
		for _, name := range []string{"pStyle", "tblStyle"} {
			for _, n := range all[part].all(name) {
				used[n.attr["val"]] = true
				if !known[n.attr["val"]] {
					t.Errorf("the style %s is not there", n.attr["val"])
				}
			}
		}
	}
	for _, want := range []string{"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Normal", "ListBullet", "ListNumber", "TableGrid", "Footer"} {
		if !used[want] {
			t.Errorf("the style %s is not used", want)
		}
	}
	for _, s := range all["word/styles.xml"].all("style") {
		if s.attr["styleId"] == "Heading1" && !s.has("keepNext") { // the other levels are based on it
			t.Error("a heading may stand alone at the foot of a page")
		}
	}
	lists := map[string]bool{}
	for _, n := range all["word/numbering.xml"].all("num") {
		lists[n.attr["numId"]] = true
	}
	var numbers []string
	for _, p := range all["word/document.xml"].all("p") {
		if p.value("pStyle") == "ListNumber" {
			numbers = append(numbers, p.value("numId"))
		}
		if id := p.value("numId"); id != "" && !lists[id] {
			t.Errorf("the list %s is not there", id)
		}
	}
	if len(numbers) != 3 || numbers[0] != numbers[1] || numbers[1] == numbers[2] {
		t.Errorf("the second list must begin again at 1: %v", numbers)
	}
}

func TestWordTablesRepeatTheirHeadAndNeverDivideARow(t *testing.T) {
	t.Parallel()
	body := parts(t, review())["word/document.xml"]
	tables := body.all("tbl")
	if len(tables) != 3 {
		t.Fatalf("%d tables", len(tables))
	}
	for i, table := range tables {
		for j, row := range table.all("tr") {
			if !row.has("cantSplit") {
				t.Errorf("table %d, row %d may be divided", i, j)
			}
			if row.has("tblHeader") != (i == 1 && j == 0) {
				t.Errorf("table %d, row %d: repeated on each page?", i, j)
			}
			if len(row.all("tc")) != len(table.all("gridCol")) {
				t.Errorf("table %d, row %d has too few cells", i, j)
			}
		}
		if table.all("tblLayout")[0].attr["type"] != "fixed" {
			t.Errorf("table %d changes its widths", i)
		}
	}
	if wide := tables[1].all("gridCol"); wide[0].attr["w"] != "7228" || wide[1].attr["w"] != "2410" {
		t.Errorf("widths %s and %s", wide[0].attr["w"], wide[1].attr["w"])
	}
	label := tables[0].all("p")[0]
	if label.value("pStyle") != "TableLabel" || label.words() != "Child" {
		t.Errorf("a fact's label: %s, %q", label.value("pStyle"), label.words())
	}
	if !tables[0].has("br") {
		t.Error("a line feed must break the line")
	}
	if n := len(body.all("pageBreakBefore")); n != 2 {
		t.Errorf("%d new pages", n)
	}
	lines := 0
	for _, p := range body.all("p") {
		if p.value("pStyle") == "WritingLine" {
			lines++
		}
	}
	if lines != 4 {
		t.Errorf("%d lines to write on", lines)
	}
}

func TestWordPageIsA4WithItsNumber(t *testing.T) {
	t.Parallel()
	all := parts(t, review())
	if size := all["word/document.xml"].all("pgSz")[0].attr; size["w"] != "11906" || size["h"] != "16838" {
		t.Errorf("the page is %v", size)
	}
	for _, tab := range all["word/styles.xml"].all("tab") {
		if tab.attr["pos"] != strconv.Itoa(textWide) {
			t.Errorf("the page number does not stand at the margin but at %s", tab.attr["pos"])
		}
	}
	foot := all["word/footer1.xml"]
	var fields []string
	for _, f := range foot.all("fldSimple") {
		fields = append(fields, strings.TrimSpace(f.attr["instr"]))
	}
	if !slices.Equal(fields, []string{"PAGE", "NUMPAGES"}) || strings.TrimSpace(foot.words()) != "PrivatePage 1 of 1" {
		t.Errorf("foot %q with %v", foot.words(), fields)
	}
	d := review()
	d.Language = "cy-GB"
	if words := strings.TrimSpace(parts(t, d)["word/footer1.xml"].words()); words != "Private1 / 1" {
		t.Errorf("a Welsh paper's foot is %q", words)
	}
}

func TestWordTellsItsLanguage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ language, left, right string }{
		{"en-GB", "en-GB", "ar-SA"}, {"", "en-GB", "ar-SA"}, {`x"/><y`, "en-GB", "ar-SA"}, {"cy-GB", "cy-GB", "ar-SA"}, {"ur-PK", "en-GB", "ur-PK"},
	} {
		d := review()
		d.Language = c.language
		all := parts(t, d)
		standing := all["word/styles.xml"].all("rPrDefault")[0].all("lang")[0].attr
		theme := all["word/settings.xml"].all("themeFontLang")[0].attr
		if standing["val"] != c.left || standing["bidi"] != c.right || theme["val"] != c.left || theme["bidi"] != c.right {
			t.Errorf("%q: %v and %v", c.language, standing, theme)
		}
		if turned := all["word/document.xml"].has("bidiVisual"); turned != (c.language == "ur-PK") {
			t.Errorf("%q: tables turned: %v", c.language, turned)
		}
	}
}

func TestWordRunsFromRightToLeftWhereTheTextDoes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		whole bool   // the paragraph runs from the right
		right string // the text of its runs from the right, with | between
	}{
		{"Tŷ Gŵyr, Łódź", false, ""},
		{"Aisha (عائشة محمد), 12", false, "عائشة محمد"},
		{"عائشة محمد 12", true, "عائشة محمد 12"},
		{"قالت Aisha نعم.", true, "قالت | نعم."},
		{"12 (2026)", false, ""},
		{"זהו (2026).", true, "זהו (2026)."},
		{"said مُحَمَّدٌ", false, "مُحَمَّدٌ"},
		{"one\nعائشة", false, "عائشة"},
	} {
		d := document.Document{Body: []document.Block{document.Paragraph{Text: c.text}}}
		p := parts(t, d)["word/document.xml"].all("p")[0]
		var right []string
		for _, r := range p.all("r") {
			if !r.has("rtl") {
				continue
			}
			right = append(right, r.words())
			if r.all("lang")[0].attr["bidi"] != "ar-SA" {
				t.Errorf("%q: a run from the right has no language of its own", c.text)
			}
		}
		if p.has("bidi") != c.whole || strings.Join(right, "|") != c.right {
			t.Errorf("%q: whole %v, runs %q", c.text, p.has("bidi"), right)
		}
		if words := p.words(); words != strings.ReplaceAll(c.text, "\n", "") {
			t.Errorf("%q became %q", c.text, words)
		}
	}
}

func FuzzWord(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		body := parts(t, everything(text))["word/document.xml"].words()
		if r, found := steering(body); found {
			t.Errorf("%U is in the file", r)
		}
		if want := strings.ReplaceAll(clean(text), "\n", ""); !strings.Contains(body, want) {
			t.Errorf("%q is not in the file", want)
		}
	})
}
