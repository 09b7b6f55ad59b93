package journal

import (
	"flag"
	"os"
	"testing"
)

// TestMain also is the helper process of the tests that need one: killed while
// it writes, or short of disk room.
func TestMain(m *testing.M) {
	if path := os.Getenv("FOOTPRINT_TEST_HELPER"); path != "" {
		os.Exit(helper(os.Getenv("FOOTPRINT_TEST_MODE"), path))
	}
	for name, value := range map[string]string{"rapid.checks": "12", "rapid.nofailfile": "true"} {
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
