package paper

import (
	"strings"
	"testing"

	"footprint/domain/document"
)

func TestPageIsWholeAndHoldsNoMarkupFromText(t *testing.T) {
	t.Parallel()
	want := map[string]int{}
	for i, text := range append([]string{"plain"}, hostile...) {
		page := written(t, HTML, everything(text))
		if strings.Contains(strings.ToLower(page), "<script") || strings.Contains(page, "<img") {
			t.Errorf("text %d became markup", i)
		}
		root := parsed(t, page, true)
		counted := map[string]int{}
		for _, name := range []string{"html", "head", "meta", "style", "table", "tr", "thead", "tbody", "main", "ul", "ol", "script", "a", "link"} {
			counted[name] = len(root.all(name))
		}
		for name, n := range counted {
			if i == 0 {
				want[name] = n
			} else if n != want[name] && strings.TrimSpace(clean(text)) != "" {
				t.Errorf("text %d: %d of %s, not %d", i, n, name, want[name])
			}
		}
		if n := strings.Count(root.all("style")[0].words(), "{"); n != strings.Count(css, "{")+3 {
			t.Errorf("text %d changed the style", i)
		}
	}
}

func TestPageIsFitToPrintAndFetchesNothing(t *testing.T) {
	t.Parallel()
	d := review()
	d.Body = append(d.Body, document.Paragraph{Text: "one\ntwo عائشة"})
	page := written(t, HTML, d)
	for _, want := range []string{
		`<meta charset="utf-8">`, `<html lang="en-GB" dir="ltr">`, `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
		"@page { size: A4;", "counter(page)", "display: table-header-group", "tr { break-inside: avoid; }", "break-after: avoid",
		`<h2 dir="auto">Decisions</h2>`, `<th dir="auto" scope="col">Who</th>`, `<th dir="auto" scope="row">Child</th>`,
		`<col style="width:75%"><col style="width:25%">`, "<p dir=\"auto\">one<br>\ntwo عائشة</p>", `<footer dir="auto">Private</footer>`, `<div class="page"></div>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not in the page", want)
		}
	}
	for _, barred := range []string{"http:", "https:", "url(", "@import", "src="} {
		if strings.Contains(page, barred) {
			t.Errorf("%s is in the page", barred)
		}
	}
	d.Language = "ar"
	if page := written(t, HTML, d); !strings.Contains(page, `<html lang="ar" dir="rtl">`) || strings.Contains(page, `"Page "`) {
		t.Error("a paper in Arabic runs from the right and is numbered without words")
	}
}

func TestFootCannotLeaveTheStyleSheet(t *testing.T) {
	t.Parallel()
	if got := cssString(`a "b"</style>\ŵ`); got != `"a \22 b\22 \3c \2f style\3e \5c \175 "` {
		t.Error(got)
	}
}
