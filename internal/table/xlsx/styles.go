package xlsx

import (
	"context"
	"strconv"
)

// styles reads what each style makes of a number, in the order in which cells
// refer to them.
func (a *archive) styles(ctx context.Context, p *part) ([]format, error) {
	custom := map[int]format{}
	var formats []format
	var section string
	err := a.walk(ctx, p, func(s *scanner, depth int) error {
		if !s.main {
			return nil
		}
		if depth == 2 {
			section = string(s.name)
		}
		if depth != 3 {
			return nil
		}
		value, _ := s.attr("numFmtId")
		id, err := strconv.Atoi(string(value))
		switch {
		case section == "numFmts" && s.is("numFmt"):
			if err != nil {
				return s.fault("a number format has no id")
			}
			code, _ := s.attr("formatCode")
			custom[id] = parseFormat(string(code))
		case section == "cellXfs" && s.is("xf"):
			if err != nil && len(value) > 0 {
				return s.fault("a style names no number format")
			}
			f, own := custom[id]
			if !own {
				f = builtin(id)
			}
			formats = append(formats, f)
		}
		return nil
	})
	return formats, err
}
