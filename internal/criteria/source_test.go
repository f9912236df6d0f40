package criteria_test

import (
	"testing"
	"testing/fstest"

	"github.com/caseaudit/caseaudit/internal/criteria"
)

func TestLoadRefusesSources(t *testing.T) {
	refuse(t, []fault{
		{"Rego that does not parse", []change{{seenLib, "if assessment", "iff assessment"}}, []string{seenLib + ":3"}},
		{"Rego of version 0", []change{{seenLib, "", "package lib.seen\n\nseen(a) { a.child_seen }\n"}}, []string{seenLib + ":3"}},
		{"an unused import", []change{{seenLib, "package lib.seen\n", "package lib.seen\n\nimport data.lib.other\n"}}, []string{seenLib + ":3", "unused"}},
		{"a test that does not parse", []change{{"assessment/child_seen/policy_test.rego", "", "package audit.assessment.child_seen_test\n\ntest_x if {\n"}},
			[]string{"assessment/child_seen/policy_test.rego"}},
		{"YAML that does not parse", []change{{"settings/data.yaml", "", "seen_days: ["}}, []string{"settings/data.yaml", "line 1"}},
		{"JSON that does not parse", []change{{"calendar/data.json", "", `{"day": `}}, []string{"calendar/data.json"}},
		{"a date without quotation marks", []change{{"settings/data.yaml", "{value: 10}", "{value: 10, valid_from: 2026-04-01}"}},
			[]string{"settings/data.yaml", "valid_from", "2026-04-01 is a date without quotation marks: write it in quotes"}},
		{"names that are no texts", []change{{"lists/data.yaml", "", "a:\n  1: x\n"}}, []string{"lists/data.yaml"}},
		{"no areas", []change{{"areas/data.yaml", "", "# none yet\n"}}, []string{"areas/data.yaml: want"}},
		{"areas as a list", []change{{"areas/data.yaml", "", "[assessment, workforce]\n"}}, []string{"areas/data.yaml: want"}},
		{"an area as a text", []change{{"areas/data.yaml", "assessment: {code: AS, title: Assessment}", "assessment: AS"}}, []string{"areas/data.yaml line 2"}},
		{"a name in two data files", []change{{"settings/data.json", "", `{"seen_days": {"values": []}}`}}, []string{"settings/data.yaml", "settings: seen_days: values: another data file has this name too"}},
	})
}

func TestDataOfSeveralFilesStandsTogether(t *testing.T) {
	catalogue := mustLoad(t, changed(t,
		change{"settings/data.json", "", `{"other": {"values": [{"value": 1}]}}`},
		change{"lists/a/data.yaml", "", "x: 1\n"},
		change{"lists/data.yaml", "", "b: {y: 2}\n"},
		change{"data.yaml", "", "top: 3\n"}))
	data := catalogue.Data()
	settings := data["settings"].(map[string]any)
	lists := data["lists"].(map[string]any)
	if settings["other"] == nil || settings["seen_days"] == nil || lists["a"] == nil || lists["b"] == nil || data["top"] == nil {
		t.Errorf("got %v", data)
	}
}

func TestLoadRefusesBuiltInsThatReachOut(t *testing.T) {
	for call, name := range map[string]string{
		`http.send({"method": "get", "url": "https://example.org"})`: "http.send",
		`time.now_ns()`:                                  "time.now_ns",
		`rand.intn("x", 10)`:                             "rand.intn",
		`opa.runtime()`:                                  "opa.runtime",
		`net.lookup_ip_addr("x")`:                        "net.lookup_ip_addr",
		`uuid.rfc4122("x")`:                              "uuid.rfc4122",
		`io.jwt.decode_verify("x", {})`:                  "io.jwt.decode_verify",
		`crypto.x509.parse_and_verify_certificates("x")`: "crypto.x509.parse_and_verify_certificates",
		`providers.aws.sign_req({}, {}, 1)`:              "providers.aws.sign_req",
	} {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{seenLib, seenPolicy} {
				set := changed(t)
				set[file].Data = append(set[file].Data, "\nreached := "+call+"\n"...)
				_, err := load(t, set)
				mention(t, err, file, "undefined function "+name)
			}
		})
	}
}

func TestHashIsOfPoliciesAndData(t *testing.T) {
	hash := func(fsys fstest.MapFS) string { return mustLoad(t, fsys).Hash }
	base := hash(changed(t))
	for name, same := range map[string]fstest.MapFS{
		"again":      changed(t),
		"a test":     changed(t, change{"lib/seen/seen_test.rego", "", "package lib.seen_test\n\ntest_x if true\n"}),
		"an example": changed(t, change{"assessment/child_seen/examples.yaml", "", "as_at: \"2026-10-31\"\n"}),
		"a read-me":  changed(t, change{"README.md", "", "Policies.\n"}),
	} {
		if hash(same) != base {
			t.Errorf("%s changes the hash", name)
		}
	}
	for name, other := range map[string]fstest.MapFS{
		"a policy":     changed(t, change{seenPolicy, "See the child.", "See the child soon."}),
		"a library":    changed(t, change{seenLib, "== true", "= true"}),
		"a setting":    changed(t, change{"settings/data.yaml", "{value: 10}", "{value: 11}"}),
		"another file": changed(t, change{"lists/data.yaml", "", "a: 1\n"}),
	} {
		if hash(other) == base {
			t.Errorf("%s does not change the hash", name)
		}
	}
}

func TestCriteriaStandByAreaThenID(t *testing.T) {
	set := changed(t, change{"areas/data.yaml", "", "workforce: {code: WF, title: Workforce}\nassessment: {code: AS, title: Assessment}\n"})
	catalogue := mustLoad(t, set)
	if ids := ids(catalogue); ids != "WF-01 AS-02" {
		t.Errorf("got %s", ids)
	}
	if _, ok := catalogue.Criterion("AS-02"); !ok {
		t.Error("AS-02 is not found")
	}
	if _, ok := catalogue.Criterion("AS-99"); ok {
		t.Error("AS-99 is found")
	}
}

func TestOnlyKeepsWhatACriterionBuildsOn(t *testing.T) {
	catalogue := mustLoad(t, changed(t))
	seen, _ := catalogue.Criterion("AS-02")
	one := catalogue.Only(seen)
	if ids(one) != "AS-02" || ids(catalogue) != "AS-02 WF-01" {
		t.Errorf("got %s of %s", ids(one), ids(catalogue))
	}
	compiler, err := one.Compile()
	if err != nil {
		t.Fatal(err)
	}
	if compiler.Modules[checkPolicy] != nil || compiler.Modules[seenLib] == nil {
		t.Error("the wrong modules were kept")
	}
}

func ids(catalogue *criteria.Catalogue) string {
	text := ""
	for _, c := range catalogue.Criteria {
		text += " " + c.ID
	}
	return text[min(1, len(text)):]
}
