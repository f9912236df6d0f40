package sarif

// The part of SARIF 2.1.0 that is written. Source: OASIS, Static Analysis Results
// Interchange Format (SARIF) Version 2.1.0.

type log struct {
	Schema  string `json:"$schema"`
	Version string `json:"version"`
	Runs    []run  `json:"runs"`
}

type run struct {
	Tool        tool           `json:"tool"`
	Invocations []invocation   `json:"invocations"`
	Artifacts   []artifact     `json:"artifacts,omitempty"`
	Results     []result       `json:"results"`
	ColumnKind  string         `json:"columnKind"`
	Properties  map[string]any `json:"properties,omitempty"`
}

type tool struct {
	Driver driver `json:"driver"`
}

type driver struct {
	Name           string `json:"name"`
	Version        string `json:"version,omitempty"`
	InformationURI string `json:"informationUri"`
	Rules          []rule `json:"rules"`
}

type rule struct {
	ID                   string         `json:"id"`
	Name                 string         `json:"name"`
	ShortDescription     message        `json:"shortDescription"`
	FullDescription      message        `json:"fullDescription"`
	Help                 message        `json:"help"`
	DefaultConfiguration configuration  `json:"defaultConfiguration"`
	Properties           map[string]any `json:"properties"`
}

type configuration struct {
	Level string `json:"level"`
}

type message struct {
	Text string `json:"text"`
}

type invocation struct {
	ExecutionSuccessful        bool           `json:"executionSuccessful"`
	ToolExecutionNotifications []notification `json:"toolExecutionNotifications,omitempty"`
}

type notification struct {
	Level          string     `json:"level"`
	Message        message    `json:"message"`
	AssociatedRule *reference `json:"associatedRule,omitempty"`
	Locations      []location `json:"locations,omitempty"`
}

type reference struct {
	ID string `json:"id"`
}

type artifact struct {
	Location artifactLocation  `json:"location"`
	Hashes   map[string]string `json:"hashes,omitempty"`
}

type result struct {
	RuleID        string            `json:"ruleId"`
	RuleIndex     int               `json:"ruleIndex"`
	Level         string            `json:"level"`
	Kind          string            `json:"kind"`
	Message       message           `json:"message"`
	Locations     []location        `json:"locations,omitempty"`
	Fingerprints  map[string]string `json:"fingerprints"`
	BaselineState string            `json:"baselineState,omitempty"`
	Suppressions  []suppression     `json:"suppressions,omitempty"`
	Properties    map[string]any    `json:"properties,omitempty"`
}

type suppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification,omitempty"`
}

type location struct {
	Physical *physical `json:"physicalLocation,omitempty"`
	Logical  []logical `json:"logicalLocations,omitempty"`
}

type physical struct {
	Artifact artifactLocation `json:"artifactLocation"`
	Region   *region          `json:"region,omitempty"`
}

type artifactLocation struct {
	URI string `json:"uri"`
}

type region struct {
	StartLine int `json:"startLine"`
}

type logical struct {
	FullyQualifiedName string `json:"fullyQualifiedName"`
	Kind               string `json:"kind"`
}
