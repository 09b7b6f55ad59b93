package store

import (
	"fmt"
	"sync"

	"github.com/fxamacker/cbor/v2"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/store/journal"
)

// wire is an entry as it lies in the journal, without its id.
type wire struct {
	Kind      casefile.Kind   `cbor:"1,keyasint"`
	Version   uint8           `cbor:"2,keyasint"`
	On        workday.Date    `cbor:"3,keyasint"`
	At        int64           `cbor:"4,keyasint"`
	Day       workday.Date    `cbor:"5,keyasint"`
	By        string          `cbor:"6,keyasint,omitempty"`
	Source    casefile.Source `cbor:"7,keyasint,omitempty"`
	Pretended bool            `cbor:"8,keyasint,omitempty"`
	Corrects  casefile.ID     `cbor:"9,keyasint,omitzero"`
	Act       casefile.ID     `cbor:"10,keyasint,omitzero"` // left out when it is the entry's own id
	Event     cbor.RawMessage `cbor:"11,keyasint"`
}

// codec writes the same bytes for the same entry for ever and reads strictly.
type codec struct {
	enc   cbor.EncMode
	dec   cbor.DecMode
	kinds map[casefile.Kind]casefile.Registered
}

var newCodec = sync.OnceValue(func() codec {
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err) // the options are constants
	}
	dec, err := cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, UTF8: cbor.UTF8RejectInvalid,
		MaxNestedLevels: 8, MaxArrayElements: 1 << 17, MaxMapPairs: 1 << 12, IndefLength: cbor.IndefLengthForbidden,
	}.DecMode()
	if err != nil {
		panic(err)
	}
	c := codec{enc: enc, dec: dec, kinds: map[casefile.Kind]casefile.Registered{}}
	for _, r := range append(casefile.Kinds(), practice.Kinds()...) {
		c.kinds[r.Kind] = r
	}
	return c
})

func (c codec) encode(e casefile.Entry) (journal.Entry, error) {
	event, err := c.enc.Marshal(e.Event)
	if err != nil {
		return journal.Entry{}, fmt.Errorf("writing an entry: %w", err)
	}
	w := wire{
		Kind: e.Event.Kind(), Version: c.kinds[e.Event.Kind()].Version, On: e.On, At: e.At, Day: e.Day, By: e.By,
		Source: e.Source, Pretended: e.Pretended, Corrects: e.Corrects, Event: event,
	}
	if e.Act != e.ID {
		w.Act = e.Act
	}
	data, err := c.enc.Marshal(w)
	if err != nil {
		return journal.Entry{}, fmt.Errorf("writing an entry: %w", err)
	}
	return journal.Entry{ID: e.ID, Data: data}, nil
}

func (c codec) decode(j journal.Entry) (casefile.Entry, error) {
	var w wire
	if err := c.dec.Unmarshal(j.Data, &w); err != nil {
		return casefile.Entry{}, unreadable(err)
	}
	e := casefile.Entry{ID: j.ID}
	e.Act = w.Act
	e.At, e.Day, e.By, e.Source, e.Pretended = w.At, w.Day, w.By, w.Source, w.Pretended
	e.On, e.Corrects = w.On, w.Corrects
	if e.Act.Zero() {
		e.Act = e.ID
	}
	kind, known := c.kinds[w.Kind]
	if !known || w.Version > kind.Version {
		e.Event = &casefile.Unknown{Number: w.Kind}
		return e, nil
	}
	e.Event = kind.New()
	if err := c.dec.Unmarshal(w.Event, e.Event); err != nil {
		return casefile.Entry{}, unreadable(err)
	}
	return e, nil
}

func unreadable(cause error) error {
	return fault.New(fault.Damaged, "An entry in the store cannot be read.", "Run footprint verify; a backup may hold it whole.").Wrap(cause)
}

func (c codec) encodeAll(entries []casefile.Entry) ([]journal.Entry, error) {
	out := make([]journal.Entry, len(entries))
	for i, e := range entries {
		j, err := c.encode(e)
		if err != nil {
			return nil, err
		}
		out[i] = j
	}
	return out, nil
}

func (c codec) decodeAll(entries []journal.Entry) ([]casefile.Entry, error) {
	out := make([]casefile.Entry, len(entries))
	for i, j := range entries {
		e, err := c.decode(j)
		if err != nil {
			return nil, err
		}
		out[i] = e
	}
	return out, nil
}
