// Package trial puts criteria to the test before they judge a child: the
// examples that stand beside each policy, and the policies' own Rego tests.
//
// An example is a whole record with the verdict it must get, so it is test,
// documentation and template in one. It goes through the same audit as a real
// export, absent columns included; nothing here knows how a verdict is reached.
package trial
