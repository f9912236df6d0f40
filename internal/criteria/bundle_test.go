package criteria_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"io/fs"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

const bundled = "package lib.council\n\nours := true\n"

// keyPair makes an ECDSA key, as PEM: to sign with and to verify with.
func keyPair(t *testing.T) (private, public string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	open, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret})),
		string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: open}))
}

// makeBundle packs one module, signed when a private key is given, and lets the
// test spoil it after signing.
func makeBundle(t *testing.T, private string, spoil func(*bundle.Bundle)) []byte {
	t.Helper()
	b := bundle.Bundle{Data: map[string]any{}, Modules: []bundle.ModuleFile{{
		URL: "/lib/council/council.rego", Path: "/lib/council/council.rego", Raw: []byte(bundled), Parsed: ast.MustParseModule(bundled),
	}}}
	b.Manifest.Init()
	if private != "" {
		if err := b.GenerateSignature(bundle.NewSigningConfig(private, "ES256", ""), "key", false); err != nil {
			t.Fatal(err)
		}
	}
	if spoil != nil {
		spoil(&b)
	}
	var packed bytes.Buffer
	if err := bundle.NewWriter(&packed).DisableFormat(true).Write(b); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func TestReadBundle(t *testing.T) {
	private, public := keyPair(t)
	_, other := keyPair(t)
	changed := func(b *bundle.Bundle) { b.Modules[0].Raw = []byte(strings.Replace(bundled, "true", "false", 1)) }
	for _, c := range []struct {
		name   string
		bundle []byte
		key    string
		want   string // in the error; empty: it is read
	}{
		{"unsigned, no key", makeBundle(t, "", nil), "", ""},
		{"signed, no key", makeBundle(t, private, nil), "", ""},
		{"signed, its key", makeBundle(t, private, nil), public, ""},
		{"unsigned, a key", makeBundle(t, "", nil), public, "sign"},
		{"signed, another key", makeBundle(t, private, nil), other, "verif"},
		{"changed after signing", makeBundle(t, private, changed), public, "digest"},
		{"signature taken off", makeBundle(t, private, func(b *bundle.Bundle) { b.Signatures = bundle.SignaturesConfig{} }), public, "sign"},
		{"not a bundle", []byte("nothing"), public, "bundle"},
		{"a secret for a key", makeBundle(t, private, nil), "secret", "want a public key in PEM"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var key []byte
			if c.key != "" {
				key = []byte(c.key)
			}
			files, err := criteria.ReadBundle(bytes.NewReader(c.bundle), key)
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				if text, err := fs.ReadFile(files, "lib/council/council.rego"); err != nil || string(text) != bundled {
					t.Errorf("%q, %v", text, err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q in it", err, c.want)
			}
		})
	}
}
