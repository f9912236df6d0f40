package handbook

// Page is one generated page of docs/.
type Page struct {
	Name string // "criteria.md"
	Text []byte
}

// Pages writes the pages, in a fixed order.
func (b *Book) Pages() ([]Page, error) {
	criteria, err := b.criteriaPage()
	if err != nil {
		return nil, err
	}
	coverage, err := b.coveragePage()
	if err != nil {
		return nil, err
	}
	return []Page{
		{"criteria.md", []byte(criteria)},
		{"traceability.md", []byte(b.traceabilityPage())},
		{"coverage.md", []byte(coverage)},
	}, nil
}
