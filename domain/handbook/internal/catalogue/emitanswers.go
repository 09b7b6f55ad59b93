package catalogue

import (
	"fmt"
	"slices"
	"strings"
)

// answer is one entry of answers.json: what the program does with a rule.
type answer struct {
	Rule    string `json:"rule"`
	Act     string `json:"act"`
	Does    string `json:"does"`
	Where   string `json:"where"`
	Test    string `json:"test"`
	Setting string `json:"setting"`
	Part    string `json:"part"`
	Rest    string `json:"rest"`
}

// acts and parts give the Go constants.
var (
	acts = map[string]string{
		"date": "ActDate", "item": "ActItem", "alert": "ActAlert", "field": "ActField", "form": "ActForm", "block": "ActBlock",
		"figure": "ActFigure", "reference": "ActReference", "setting": "ActSetting", "later": "ActLater",
	}
	parts = map[string]string{"chairing and records": "PartChairing", "disputes and Cafcass": "PartDisputes", "the annual report": "PartReport"}
)

// answersFile writes the table, sorted for looking up, with the items that
// cite each rule. A rule without an answer is an error.
func (b *book) answersFile(source []byte) ([]byte, error) {
	var file struct {
		Answers []answer `json:"answers"`
	}
	if err := decode("answers.json", source, &file); err != nil {
		return nil, err
	}
	answers := map[string]answer{}
	for _, a := range file.Answers {
		if _, twice := answers[a.Rule]; twice {
			return nil, fmt.Errorf("answers.json: %s is answered twice", a.Rule)
		}
		answers[a.Rule] = a
	}
	var ids []string
	for _, r := range b.rules {
		a, ok := answers[r.ID]
		if !ok {
			return nil, fmt.Errorf("answers.json: %s has no answer", r.ID)
		}
		if err := a.check(b.citing(r.ID)); err != nil {
			return nil, err
		}
		ids = append(ids, r.ID)
	}
	if len(answers) > len(ids) {
		return nil, fmt.Errorf("answers.json: %d answers for %d rules", len(answers), len(ids))
	}
	slices.Sort(ids)
	p := newPage()
	p.comment("answerTable says what the program does with every rule, in the order of their ids, which the look-up relies on.")
	p.line("var answerTable = [...]Answer{")
	for _, id := range ids {
		answers[id].write(p, b.citing(id))
	}
	p.line("}")
	return p.Bytes(), nil
}

// citing lists the items that cite a rule, in their order on screen.
func (b *book) citing(rule string) []string {
	var out []string
	for _, m := range b.modules {
		for _, i := range m.Items {
			if slices.Contains(i.Rules, rule) {
				out = append(out, i.ID)
			}
		}
	}
	return out
}

func (a answer) check(items []string) error {
	later, shown := a.Act == "later", a.Act == "later" || a.Act == "reference"
	wrong := ""
	switch {
	case acts[a.Act] == "":
		wrong = fmt.Sprintf("has the act %q", a.Act)
	case a.Does == "" || strings.HasSuffix(a.Does, "."):
		wrong = "says nothing, or ends with a full stop"
	case a.Part != "" && parts[a.Part] == "":
		wrong = fmt.Sprintf("names the part %q", a.Part)
	case later && (a.Part == "" || a.Rest+a.Where+a.Test != ""):
		wrong = "is all to come, and yet something of it is here"
	case !later && (a.Where == "" || (a.Part == "") != (a.Rest == "")):
		wrong = "does not say where, or what a later part adds"
	case !shown && a.Test == "":
		wrong = "names no test"
	case a.Act == "item" && len(items) == 0:
		wrong = "is cited by no item"
	default:
		return nil
	}
	return fmt.Errorf("answers.json: %s %s", a.Rule, wrong)
}

func (a answer) write(p *page, items []string) {
	p.line("{")
	p.line("Rule: %q, Act: %s, Does: %q,", a.Rule, acts[a.Act], a.Does)
	if a.Where != "" {
		p.line("Where: %q, Test: %q,", a.Where, a.Test)
	}
	if len(items) > 0 {
		p.line("Items: %s,", list(items))
	}
	if a.Setting != "" {
		p.line("Setting: %q,", a.Setting)
	}
	if a.Part != "" {
		p.line("Part: %s, Rest: %q,", parts[a.Part], a.Rest)
	}
	p.line("},")
}
