package vault

import (
	"bytes"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"footprint/domain/fault"
)

func key(t testing.TB) *Key {
	t.Helper()
	k, err := NewKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestASealOpensOnlyWhereItWasMade(t *testing.T) {
	t.Parallel()
	k := key(t)
	s := NewSealer(k)
	at := Place{Store: [16]byte{1}, Bucket: "e", Key: []byte("key"), Version: 7}
	v, err := s.Seal(rand.Reader, at, []byte("words"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.Open(at, v); err != nil || string(got) != "words" {
		t.Fatalf("%q %v", got, err)
	}
	other := map[string]Place{}
	x := at
	x.Store[3] = 1
	other["store"] = x
	x = at
	x.Bucket = "x"
	other["bucket"] = x
	x = at
	x.Key = []byte("kez")
	other["key"] = x
	x = at
	x.Bucket, x.Key = "ek", []byte("ey") // the same bytes, cut elsewhere
	other["border"] = x
	x = at
	x.Version = 8
	other["version"] = x
	for name, p := range other {
		if _, err := s.Open(p, v); !errors.Is(err, ErrSeal) {
			t.Errorf("another %s: %v", name, err)
		}
	}
	if _, err := NewSealer(key(t)).Open(at, v); !errors.Is(err, ErrSeal) {
		t.Error("another key opened it")
	}
	for i := range v {
		w := bytes.Clone(v)
		w[i] ^= 4
		if got, err := s.Open(at, w); err == nil {
			t.Fatalf("byte %d changed and it opened: %q", i, got)
		}
		if _, err := s.Open(at, v[:i]); err == nil {
			t.Fatalf("cut at %d and it opened", i)
		}
	}
	if got, version, err := s.OpenAny(at, v); err != nil || version != 7 || string(got) != "words" {
		t.Fatalf("OpenAny: %q %d %v", got, version, err)
	}
	s.Zero()
	if *k != (Key{}) {
		t.Error("Zero left the key")
	}
	if _, err := s.Open(at, v); err == nil {
		t.Error("a zeroed sealer opened a value")
	}
	if _, err := s.Seal(rand.Reader, at, nil); err == nil {
		t.Error("a zeroed sealer sealed a value")
	}
	s.Zero()
}

func TestSealHidesTheLengthAndKeepsTheValue(t *testing.T) {
	t.Parallel()
	s := NewSealer(key(t))
	rapid.Check(t, func(t *rapid.T) {
		plain := rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, "plain")
		at := Place{Bucket: rapid.StringN(0, 20, 20).Draw(t, "bucket"), Key: rapid.SliceOfN(rapid.Byte(), 0, 30).Draw(t, "key"), Version: rapid.Uint64().Draw(t, "version")}
		v, err := s.Seal(rand.Reader, at, plain)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Open(at, v)
		if err != nil || !bytes.Equal(got, plain) || len(v) != SealedSize(len(plain)) {
			t.Fatalf("%v, %d bytes, want %d", err, len(v), SealedSize(len(plain)))
		}
		if n := padded(len(plain) + 4); n < len(plain)+4 || float64(n) > 1.12*float64(len(plain)+4)+1 {
			t.Fatalf("%d padded to %d", len(plain)+4, n)
		}
	})
}

func TestDerivedKeysDiffer(t *testing.T) {
	t.Parallel()
	k, seen := key(t), map[Key]bool{}
	for _, store := range [][16]byte{{1}, {2}} {
		for _, purpose := range []string{"root", "chunk", "hdr"} {
			seen[*Derive(k, store, purpose)] = true
		}
	}
	first, again := *Derive(k, [16]byte{1}, "root"), *Derive(k, [16]byte{1}, "root")
	if len(seen) != 6 || first != again {
		t.Error("derived keys must differ by store and purpose, and only by those")
	}
}

func header(t testing.TB) (h *Header, master *Key, raw []byte, code string) {
	t.Helper()
	h = NewHeader([16]byte{9}, 1, 1, 5)
	master = key(t)
	code, err := NewRecovery(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.AddPassphrase(rand.Reader, master, []byte("caf\u00e9 au lait at noon"), Least(), 5); err != nil {
		t.Fatal(err)
	}
	if _, err := h.AddRecovery(rand.Reader, master, code, 5); err != nil {
		t.Fatal(err)
	}
	raw, err = h.Encode(master)
	if err != nil {
		t.Fatal(err)
	}
	return h, master, raw, code
}

func TestSlots(t *testing.T) {
	t.Parallel()
	_, master, raw, code := header(t)
	h, err := DecodeHeader(raw)
	if err != nil {
		t.Fatal(err)
	}
	for name, open := range map[string]func() (*Key, uint32, error){
		"passphrase":               func() (*Key, uint32, error) { return h.Unlock([]byte("caf\u00e9 au lait at noon"), "") },
		"passphrase, decomposed é": func() (*Key, uint32, error) { return h.Unlock([]byte("cafe\u0301 au lait at noon"), "") },
		"recovery code":            func() (*Key, uint32, error) { return h.Unlock(nil, code) },
		"recovery code, sloppily": func() (*Key, uint32, error) {
			return h.Unlock(nil, " "+strings.ToLower(strings.ReplaceAll(code, "-", "  "))+"\n")
		},
	} {
		if got, slot, err := open(); err != nil || *got != *master || slot == 0 {
			t.Errorf("%s: slot %d, %v", name, slot, err)
		}
	}
	if _, _, err := h.Unlock([]byte("cafe au lait at noon"), ""); fault.CodeOf(err) != fault.WrongPassphrase {
		t.Errorf("wrong passphrase: %v", err)
	}
	another, err := NewRecovery(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.Unlock(nil, another); fault.CodeOf(err) != fault.WrongPassphrase {
		t.Errorf("another recovery code: %v", err)
	}
	if !h.Has(SlotRecovery) || !h.Remove(2) || h.Remove(2) || h.Has(SlotRecovery) {
		t.Error("removing a slot")
	}
}

func TestADamagedHeaderIsToldFromAForgedOne(t *testing.T) {
	t.Parallel()
	h, master, raw, code := header(t)
	for i := range raw {
		b := bytes.Clone(raw)
		b[i] ^= 1
		got, err := DecodeHeader(b)
		if err != nil {
			if c := fault.CodeOf(err); c != fault.Damaged && c != fault.NotAStore {
				t.Fatalf("byte %d: %v", i, err)
			}
			continue
		}
		// Only the mac is left, which needs the key.
		if _, _, err := got.Unlock(nil, code); fault.CodeOf(err) != fault.Damaged {
			t.Fatalf("byte %d: a changed header unlocked: %v", i, err)
		}
	}
	// Made by someone without the key: whole sum, wrong mac.
	h.MinReader = 0
	forged, err := h.Encode(key(t))
	if err != nil {
		t.Fatal(err)
	}
	got, err := DecodeHeader(forged)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := got.Unlock(nil, code); fault.CodeOf(err) != fault.Damaged {
		t.Errorf("forged header: %v", err)
	}
	_ = master
}

func TestKDFBounds(t *testing.T) {
	t.Parallel()
	for _, k := range []KDF{Least(), Usual(), {MemoryKiB: 1 << 20, Passes: 16, Lanes: 8}} {
		if err := k.Check(); err != nil {
			t.Errorf("%+v refused: %v", k, err)
		}
	}
	for _, k := range []KDF{{}, {MemoryKiB: 19<<10 - 1, Passes: 1, Lanes: 1}, {MemoryKiB: 1<<20 + 1, Passes: 1, Lanes: 1}, {MemoryKiB: 19 << 10, Passes: 0, Lanes: 1}, {MemoryKiB: 19 << 10, Passes: 17, Lanes: 1}, {MemoryKiB: 19 << 10, Passes: 1, Lanes: 9}, {MemoryKiB: 19 << 10, Passes: 1}} {
		if err := k.Check(); fault.CodeOf(err) != fault.Damaged {
			t.Errorf("%+v accepted", k)
		}
	}
	// A slot that asks for absurd memory is refused before any is taken.
	h, _, _, _ := header(t)
	h.Slots[0].KDF.MemoryKiB = 1 << 31
	start := time.Now()
	if _, _, err := h.Unlock([]byte("x"), ""); fault.CodeOf(err) != fault.Damaged || time.Since(start) > 5*time.Second {
		t.Errorf("absurd memory: %v", err)
	}
}

func TestRecoveryCodesSayWhichGroupIsWrong(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var secret [16]byte
		copy(secret[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "secret"))
		code := spell(secret)
		if len(code) != 39 || strings.Count(code, "-") != 7 {
			t.Fatalf("code %q", code)
		}
		got, err := ParseRecovery(code)
		if err != nil || got != secret {
			t.Fatalf("%q: %v", code, err)
		}
		g := rapid.IntRange(0, 7).Draw(t, "group")
		i := g*5 + rapid.IntRange(0, 3).Draw(t, "sign")
		wrong := []byte(code)
		wrong[i] = alphabet[rapid.IntRange(0, 31).Draw(t, "typed")]
		if string(wrong) == code {
			t.Skip("nothing mistyped")
		}
		_, err = ParseRecovery(string(wrong))
		if fault.CodeOf(err) != fault.WrongPassphrase || !strings.Contains(err.Error(), "group "+string(rune('1'+g))) {
			t.Fatalf("group %d of %q as %q: %v", g+1, code, wrong, err)
		}
	})
	for typed, word := range map[string]string{"": "0 letters", "7K3M-7K3M": "8 letters", strings.Repeat("7K3M-", 9): "36 letters", "7K3M-7?3M": "group 2"} {
		if _, err := ParseRecovery(typed); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%q: %v, want %q", typed, err, word)
		}
	}
}

func TestJudge(t *testing.T) {
	t.Parallel()
	own := []string{"Siân Pritchard", "Northumberland County Council"}
	for pass, want := range map[string]string{
		"":                                   "too short",
		"abcdefghijk":                        "too short",
		"ŵŵŵŵŵŵŵŵŵŵŵ":                        "too short",
		"password1234":                       "weak",
		"P4ssw0rd!!!!":                       "weak",
		"Passwordpassword":                   "weak",
		"aaaaaaaaaaaaaaaaaaaa":               "weak",
		"123456789012":                       "weak",
		"qwertyuiop12":                       "weak",
		"footprint2026":                      "weak",
		"footprint1234":                      "weak",
		"sian pritchard":                     "weak",
		"Northumberland1":                    "weak",
		"a long enough passphrase":           "strong",
		"river oxide 42":                     "fair",
		"correct horse battery staple":       "strong",
		"violet kettle orbit":                "good",
		"violet kettle orbit hedge and more": "strong",
	} {
		got := Judge([]byte(pass), own)
		if got.Word != want {
			t.Errorf("%q: %q (%s), want %q", pass, got.Word, got.Why, want)
		}
		if err := got.Err(); (err == nil) != got.OK() || err != nil && fault.CodeOf(err) != fault.WeakPassphrase {
			t.Errorf("%q: %v", pass, err)
		}
		if got.Why == "" {
			t.Errorf("%q: no reason", pass)
		}
	}
}

func TestSuggestionsAreStrongAndVaried(t *testing.T) {
	t.Parallel()
	if n := len(strings.Fields(wordFile)); n != 512 {
		t.Errorf("%d words in the list, want 512", n)
	}
	seen := map[string]bool{}
	for range 50 {
		s, err := Suggest(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if j := Judge([]byte(s), nil); len(strings.Fields(s)) != suggestWords || j.Score < 3 {
			t.Errorf("%q is %q", s, j.Word)
		}
		seen[s] = true
	}
	if len(seen) != 50 {
		t.Error("suggestions repeat")
	}
}
