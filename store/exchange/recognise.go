package exchange

import "context"

// tableWords names the tables of the return for people.
var tableWords = map[tableKind]string{
	tableHeader: "SSDA903 header", tableEpisodes: "SSDA903 episodes", tableReviews: "SSDA903 reviews",
	tableUASC: "SSDA903 unaccompanied children", tableMissing: "SSDA903 missing episodes",
	tablePrevPerm: "SSDA903 previous permanence", tablePlaced: "SSDA903 placed for adoption",
	tableUnused: "SSDA903 table with no use here",
}

// Recognise says what a file is by its columns, in words: a table of the
// return, or else a caseload list, whose columns are then to be matched.
func Recognise(ctx context.Context, file string, o Options) (words string, list bool, err error) {
	sheets, done, err := newReader(o, []string{file}).open(ctx, []string{file})
	defer done()
	if err != nil {
		return "", false, err
	}
	for _, s := range sheets {
		if words := tableWords[tableOf(s.header)]; words != "" {
			return words, false, nil
		}
	}
	return "a caseload list", true, nil
}
