package xlsx

import (
	"context"
	"fmt"
	"strings"
)

// pool keeps the workbook's shared strings, many in one piece of memory.
type pool struct {
	list  []string
	piece strings.Builder
	bytes int64
}

const piece = 256 << 10

func (p *pool) add(text []byte) {
	if len(text) == 0 {
		p.list = append(p.list, "")
		return
	}
	if p.piece.Cap()-p.piece.Len() < len(text) {
		p.piece = strings.Builder{}
		p.piece.Grow(max(piece, len(text)))
	}
	from := p.piece.Len()
	p.piece.Write(text)
	p.list = append(p.list, p.piece.String()[from:])
	p.bytes += int64(len(text))
}

// sharedStrings reads the part that holds the texts cells refer to by number.
func (a *archive) sharedStrings(ctx context.Context, part *part) ([]string, error) {
	var texts pool
	var buf []byte
	err := a.scan(ctx, part, func(s *scanner) error {
		if kind, err := s.next(); err != nil || kind != tokenStart || !s.is("sst") {
			return orFault(err, s, "the part holds no shared strings")
		}
		for {
			kind, err := s.next()
			switch {
			case err != nil || kind == tokenEOF:
				return err
			case kind == tokenText && !s.white():
				return s.fault("text that stands in no shared string")
			case kind != tokenStart:
				continue
			case s.is("si"):
				if buf, err = s.rich(buf[:0]); err != nil {
					return fmt.Errorf("shared string %d: %w", len(texts.list), err)
				}
				texts.add(buf)
			case s.is("extLst"):
				err = s.skip()
			default:
				err = s.fault("an element that is no shared string")
			}
			if err != nil {
				return err
			}
			if len(texts.list) > a.limits.strings || texts.bytes > a.limits.shared {
				return fmt.Errorf("more than %d shared strings, or more than %d bytes of them: split the export", a.limits.strings, a.limits.shared)
			}
		}
	})
	return texts.list, err
}

// orFault gives the error, or when there is none a fault.
func orFault(err error, s *scanner, why string) error {
	if err != nil {
		return err
	}
	return s.fault("%s", why)
}
