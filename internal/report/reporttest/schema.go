package reporttest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Validate checks a document against a schema of docs/schemas. It may be called
// from a package at internal/report/*.
func Validate(t testing.TB, schema string, document []byte) error {
	t.Helper()
	path := filepath.Join("..", "..", "..", "docs", "schemas", schema)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(schema, parsed); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	compiled, err := compiler.Compile(schema)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatalf("not JSON: %v", err)
	}
	return compiled.Validate(instance)
}
