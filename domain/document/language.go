package document

import "strings"

// LanguageTag gives the BCP 47 tag of a language as people name it: cy for
// Welsh. English, and a language left empty, give en-GB; one that is not in the
// list gives "".
func LanguageTag(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" || name == strings.ToLower(English) {
		return English
	}
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune(" ,;/()-", r) }) {
		if tag, ok := languages[word]; ok {
			return tag
		}
	}
	return ""
}

// languages are those most spoken by children in care in England, by the names
// people use.
var languages = map[string]string{
	"english": English, "welsh": "cy", "cymraeg": "cy", "irish": "ga", "gaelic": "gd", "cornish": "kw",
	"polish": "pl", "romanian": "ro", "lithuanian": "lt", "latvian": "lv", "slovak": "sk", "czech": "cs", "hungarian": "hu", "bulgarian": "bg",
	"albanian": "sq", "ukrainian": "uk", "russian": "ru", "portuguese": "pt", "spanish": "es", "french": "fr", "german": "de", "italian": "it", "greek": "el",
	"turkish": "tr", "kurdish": "ku", "sorani": "ckb", "kurmanji": "kmr", "arabic": "ar", "farsi": "fa", "persian": "fa", "dari": "prs", "pashto": "ps",
	"urdu": "ur", "punjabi": "pa", "panjabi": "pa", "hindi": "hi", "gujarati": "gu", "bengali": "bn", "sylheti": "syl", "tamil": "ta", "telugu": "te",
	"malayalam": "ml", "nepali": "ne", "sinhala": "si", "chinese": "zh", "mandarin": "zh", "cantonese": "yue", "vietnamese": "vi", "thai": "th", "tagalog": "tl", "filipino": "fil",
	"japanese": "ja", "korean": "ko", "somali": "so", "tigrinya": "ti", "amharic": "am", "oromo": "om", "swahili": "sw", "yoruba": "yo", "igbo": "ig",
	"hausa": "ha", "twi": "tw", "akan": "ak", "lingala": "ln", "shona": "sn", "zulu": "zu", "romani": "rom", "romany": "rom", "yiddish": "yi", "hebrew": "he", "bsl": "bfi",
}
