package criteria

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// refused are the built-in functions, or families of them, that a policy may not
// call: they reach the network, the machine, the clock or chance, and a verdict
// that depends on any of these cannot be repeated.
var refused = []string{
	"http.send", "net.lookup_ip_addr", "opa.runtime", "time.now_ns", "rand.intn", "uuid.rfc4122",
	"rego.parse_module", "io.jwt.decode_verify", "providers.aws.sign_req",
	"crypto.x509.parse_and_verify_certificates", "crypto.x509.parse_and_verify_certificates_with_options",
}

// capabilities is what the compiler lets a policy use.
func capabilities() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.AllowNet = []string{}
	c.Builtins = slices.DeleteFunc(c.Builtins, func(b *ast.Builtin) bool {
		return slices.Contains(refused, b.Name) || b.Nondeterministic
	})
	return c
}
