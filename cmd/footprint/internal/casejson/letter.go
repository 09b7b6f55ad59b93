package casejson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// toTheLetter holds a JSON document against the fields of Input: JSON readers
// take "Today" for "today", the last of two for the only one, and null for an
// object. A date that is dropped in silence here would be a wrong date there.
func toTheLetter(doc []byte) error {
	if !bytes.HasPrefix(doc, []byte("{")) {
		return bad("The case must be one JSON object.")
	}
	dec := json.NewDecoder(bytes.NewReader(doc))
	dec.UseNumber()
	return letters{dec}.value("", reflect.TypeFor[Input]())
}

type letters struct{ dec *json.Decoder }

// value reads one value of a kind, and refuses what is of another.
func (l letters) value(path string, kind reflect.Type) error {
	tok, err := l.dec.Token()
	if err != nil {
		return bad("The case is not JSON.").Wrap(err)
	}
	if want := wanted(kind); tok != nil && want != "" && !isA(tok, kind) {
		return bad(path + ": " + want + ".")
	}
	switch tok {
	case json.Delim('{'):
		err = l.object(path, fieldsOf(kind))
	case json.Delim('['):
		for i := 0; l.dec.More(); i++ {
			if err := l.value(fmt.Sprintf("%s[%d]", path, i), under(kind, reflect.Slice)); err != nil {
				return err
			}
		}
	default:
		return nil
	}
	if err == nil {
		_, err = l.dec.Token() // the bracket that closes it
	}
	return err
}

// object reads the fields of an object. Without known ones any name will do.
func (l letters) object(path string, known map[string]reflect.Type) error {
	seen := map[string]bool{}
	for l.dec.More() {
		tok, err := l.dec.Token()
		if err != nil {
			return bad("The case is not JSON.").Wrap(err)
		}
		name, _ := tok.(string)
		kind, ok := known[name]
		where := strings.TrimPrefix(path+"."+name, ".")
		switch {
		case known != nil && !ok:
			return bad(strings.TrimPrefix(fmt.Sprintf("%s: there is a field that is not known: %q.", path, name), ": "))
		case seen[name]:
			return bad(strings.TrimPrefix(fmt.Sprintf("%s: the field %q is there twice.", path, name), ": "))
		}
		seen[name] = true
		if err := l.value(where, kind); err != nil {
			return err
		}
	}
	return nil
}

// wanted says what a value of the kind must be; "" when it reads itself, as a Day
// does, or when nothing is known of it.
func wanted(kind reflect.Type) string {
	if kind == nil || reflect.PointerTo(kind).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return ""
	}
	switch kind.Kind() {
	case reflect.Pointer:
		return wanted(kind.Elem())
	case reflect.String:
		return "this must be text"
	case reflect.Bool:
		return "this must be true or false"
	case reflect.Int:
		return "this must be a whole number"
	case reflect.Slice:
		return "this must be a list"
	}
	return "this must be an object"
}

// isA reports whether a value that begins with the token can be of the kind.
func isA(tok json.Token, kind reflect.Type) bool {
	if p := under(kind, reflect.Pointer); p != nil {
		kind = p
	}
	switch t := tok.(type) {
	case string:
		return kind.Kind() == reflect.String
	case bool:
		return kind.Kind() == reflect.Bool
	case json.Number:
		_, err := strconv.Atoi(t.String())
		return kind.Kind() == reflect.Int && err == nil
	}
	return tok == json.Delim('{') && kind.Kind() == reflect.Struct || tok == json.Delim('[') && kind.Kind() == reflect.Slice
}

// fieldsOf gives the fields of a kind by their names in JSON; nil when it is no
// object, or reads itself as a Day does.
func fieldsOf(kind reflect.Type) map[string]reflect.Type {
	if p := under(kind, reflect.Pointer); p != nil {
		kind = p
	}
	if kind == nil || kind.Kind() != reflect.Struct || reflect.PointerTo(kind).Implements(reflect.TypeFor[json.Unmarshaler]()) {
		return nil
	}
	out := map[string]reflect.Type{}
	for f := range kind.Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		out[name] = f.Type
	}
	return out
}

// under gives what a list or a pointer is of; nil when the kind is neither.
func under(kind reflect.Type, is reflect.Kind) reflect.Type {
	if kind == nil || kind.Kind() != is {
		return nil
	}
	return kind.Elem()
}

// notText gives where the first byte lies that is no UTF-8, or -1.
func notText(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}
