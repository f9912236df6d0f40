package table

import (
	"context"
	"path/filepath"
	"strings"
)

// CSV refers to a CSV file as a table.
func CSV(path string) Ref {
	base := filepath.Base(path)
	return Ref{Name: strings.TrimSuffix(base, filepath.Ext(base)), File: base, Open: func(ctx context.Context, l Layout) (*Table, error) {
		f, err := OpenAs(ctx, path, l)
		if err != nil {
			return nil, err
		}
		return f.Table(), nil
	}}
}
