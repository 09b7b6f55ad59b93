package domain_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pure is what a domain package may import beside the domain itself.
var pure = []string{
	"bytes", "cmp", "embed", "encoding/json", "errors", "fmt", "iter", "maps", "math", "regexp",
	"slices", "sort", "strconv", "strings", "unicode", "golang.org/x/text/unicode/norm",
}

// arrows says which of our top-level folders each may import.
var arrows = map[string][]string{
	"cmd":    {"cmd", "tui", "store", "domain"},
	"tui":    {"tui", "domain"},
	"store":  {"store", "domain"},
	"domain": {"domain"},
}

type source struct {
	path string // slash-separated, from the top of the house
	file *ast.File
}

// house parses every Go file of the project that is not a test.
func house(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() && path != ".." && (strings.HasPrefix(name, ".") || name == "testdata" || name == "bin") {
			return fs.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel("..", path)
		out = append(out, source{path: filepath.ToSlash(rel), file: file})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func imports(f *ast.File) []string {
	var out []string
	for _, i := range f.Imports {
		path, _ := strconv.Unquote(i.Path.Value)
		out = append(out, path)
	}
	return out
}

// TestArrows holds cmd → tui, store, domain; tui → domain; store → domain;
// domain → domain only.
func TestArrows(t *testing.T) {
	t.Parallel()
	for _, s := range house(t) {
		top, _, _ := strings.Cut(s.path, "/")
		allowed, known := arrows[top]
		if !known {
			t.Errorf("%s lies outside cmd, tui, store and domain", s.path)
			continue
		}
		for _, path := range imports(s.file) {
			rest, ours := strings.CutPrefix(path, "footprint/")
			if to, _, _ := strings.Cut(rest, "/"); ours && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s: %s may not", s.path, path, top)
			}
		}
	}
}

// TestDomainIsPure reads the direct imports of every domain package against
// the allow-list, and looks for goroutines and package variables that change.
// The handbook's generator is a tool and runs outside the program.
func TestDomainIsPure(t *testing.T) {
	t.Parallel()
	for _, s := range house(t) {
		if !strings.HasPrefix(s.path, "domain/") || strings.HasPrefix(s.path, "domain/handbook/internal/gen/") ||
			strings.HasPrefix(s.path, "domain/handbook/internal/catalogue/") {
			continue
		}
		for _, path := range imports(s.file) {
			if !strings.HasPrefix(path, "footprint/domain/") && !slices.Contains(pure, path) && !strings.HasPrefix(path, "unicode/") {
				t.Errorf("%s imports %s, which the domain may not", s.path, path)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine", s.path)
			}
			return true
		})
	}
}

// TestPackageVariablesOfTheDomainNeverChange looks for assignments to them.
func TestPackageVariablesOfTheDomainNeverChange(t *testing.T) {
	t.Parallel()
	byPackage := map[string][]source{}
	for _, s := range house(t) {
		if strings.HasPrefix(s.path, "domain/") && !strings.Contains(s.path, "/internal/gen/") {
			dir := filepath.ToSlash(filepath.Dir(s.path))
			byPackage[dir] = append(byPackage[dir], s)
		}
	}
	for dir, files := range byPackage {
		vars := map[*ast.Object]bool{} //nolint:staticcheck // file scope is all this needs
		for _, s := range files {
			for _, decl := range s.file.Decls {
				if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.VAR {
					for _, spec := range g.Specs {
						for _, name := range spec.(*ast.ValueSpec).Names {
							vars[name.Obj] = true
						}
					}
				}
			}
		}
		for _, s := range files {
			ast.Inspect(s.file, func(n ast.Node) bool {
				if a, ok := n.(*ast.AssignStmt); ok && a.Tok == token.ASSIGN {
					for _, left := range a.Lhs {
						if id, ok := root(left).(*ast.Ident); ok && id.Obj != nil && vars[id.Obj] {
							t.Errorf("%s changes the package variable %s of %s", s.path, id.Name, dir)
						}
					}
				}
				return true
			})
		}
	}
}

func root(e ast.Expr) ast.Expr {
	for {
		switch x := e.(type) {
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		default:
			return e
		}
	}
}

// TestTopLevel holds what may lie at the top of the house.
func TestTopLevel(t *testing.T) {
	t.Parallel()
	allowed := []string{"cmd", "tui", "domain", "store", "go.mod", "go.sum", "README.md", "Makefile", "bin"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s has no room in the house", e.Name())
		}
	}
}

// TestEveryPackageSaysWhatItIsFor reads the package comments.
func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	said, seen := map[string]bool{}, map[string]bool{}
	for _, s := range house(t) {
		dir := filepath.ToSlash(filepath.Dir(s.path))
		seen[dir] = true
		said[dir] = said[dir] || s.file.Doc != nil && len(s.file.Doc.Text()) > 60
	}
	for dir := range seen {
		if !said[dir] {
			t.Errorf("%s has no package comment that says what it is for", dir)
		}
	}
}
