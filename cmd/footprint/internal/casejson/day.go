package casejson

import (
	"encoding/json"

	"footprint/domain/workday"
)

// Day is a civil date in JSON: "2026-11-26", or null when it is not known.
type Day struct {
	workday.Date
	bad string // the reason it could not be read, in words
}

// On makes the Day of a date.
func On(d workday.Date) Day { return Day{Date: d} }

// MarshalJSON writes the ISO form, or null.
func (d Day) MarshalJSON() ([]byte, error) {
	if !d.Known() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads the ISO form or null. Anything else is remembered, so
// that the check that follows can say which field it stood in.
func (d *Day) UnmarshalJSON(b []byte) error {
	*d = Day{}
	if string(b) == "null" {
		return nil
	}
	var text string
	if err := json.Unmarshal(b, &text); err != nil {
		d.bad = "A date must be written like \"2026-11-26\"."
		return nil
	}
	date, err := workday.Parse(text)
	if err != nil {
		d.bad = err.Error()
		return nil
	}
	d.Date = date
	return nil
}
