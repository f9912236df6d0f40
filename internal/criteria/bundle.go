package criteria

import (
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/keys"
)

// maxBundle is the largest file a bundle may hold, in bytes.
const maxBundle = 64 << 20

// ReadBundle reads an OPA bundle (`opa build -b --signing-key ...`) as a folder of
// policies for Load. With a public key (PEM), its signature must verify: an
// unsigned bundle, a changed file and a file beside the signed ones are errors.
// Without a key nothing is verified, and Signed says so.
func ReadBundle(r io.Reader, publicKey []byte) (fs.FS, error) {
	reader := bundle.NewReader(r).
		WithProcessAnnotations(true).WithRegoVersion(ast.RegoV1).WithCapabilities(capabilities()).
		WithLazyLoadingMode(true). // keeps the files as they stand
		WithSizeLimitBytes(maxBundle)
	if publicKey == nil {
		reader = reader.WithSkipBundleVerification(true)
	} else {
		algorithm, err := signedWith(publicKey)
		if err != nil {
			return nil, err
		}
		key := &keys.Config{Key: string(publicKey), Algorithm: algorithm}
		reader = reader.WithBundleVerificationConfig(bundle.NewVerificationConfig(map[string]*keys.Config{"key": key}, "key", "", nil))
	}
	b, err := reader.Read()
	if err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	if publicKey != nil && len(b.Signatures.Signatures) == 0 {
		return nil, errors.New("bundle: it is not signed, and a key to verify it with was given")
	}
	files := fstest.MapFS{}
	for _, raw := range b.Raw {
		name := strings.TrimPrefix(raw.Path, "/")
		if strings.HasPrefix(name, ".") { // the manifest and the signatures
			continue
		}
		files[name] = &fstest.MapFile{Data: raw.Value, Mode: 0o400}
	}
	if len(files) == 0 {
		return nil, errors.New("bundle: it holds no policies")
	}
	return files, nil
}

// signedWith is the signature algorithm that goes with a public key. A shared
// secret is no public key: whoever can verify with it can also sign.
func signedWith(publicKey []byte) (string, error) {
	block, _ := pem.Decode(publicKey)
	if block == nil {
		return "", errors.New("bundle key: want a public key in PEM (BEGIN PUBLIC KEY)")
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return "", fmt.Errorf("bundle key: %w", err)
	}
	switch k := key.(type) {
	case *rsa.PublicKey:
		return "RS256", nil
	case *ecdsa.PublicKey:
		return fmt.Sprintf("ES%d", map[int]int{256: 256, 384: 384, 521: 512}[k.Curve.Params().BitSize]), nil
	}
	return "", fmt.Errorf("bundle key: a %T cannot verify a bundle: use RSA or ECDSA", key)
}

// ReadBundleFile reads a bundle and the key to verify it with from files; an empty
// key path means no key.
func ReadBundleFile(path, keyPath string) (fs.FS, error) {
	var key []byte
	if keyPath != "" {
		var err error
		if key, err = os.ReadFile(keyPath); err != nil {
			return nil, fmt.Errorf("bundle key: %w", err)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("bundle: %w", err)
	}
	defer f.Close()
	return ReadBundle(f, key)
}
