package xlsx

import (
	"context"
	"path"
	"slices"
	"strings"
)

// relation is a line of a part's relationships: what it refers to, and as what.
type relation struct {
	id       string
	kind     string // the last word of the type: worksheet, styles, ...
	target   string // the name of a part, or an address outside
	external bool
}

// relations reads the relationships of a part; of the whole file when name is "".
func (a *archive) relations(ctx context.Context, name string) ([]relation, error) {
	p := a.find(relationsName(name))
	if p == nil {
		return nil, nil
	}
	var list []relation
	err := a.walk(ctx, p, func(s *scanner, depth int) error {
		if depth != 2 || string(s.name) != "Relationship" {
			return nil
		}
		id, _ := s.attr("Id")
		kind, _ := s.attr("Type")
		target, _ := s.attr("Target")
		mode, _ := s.attr("TargetMode")
		r := relation{id: string(id), kind: path.Base(string(kind)), target: string(target), external: strings.EqualFold(string(mode), "External")}
		if r.id == "" || slices.ContainsFunc(list, func(o relation) bool { return o.id == r.id }) {
			return s.fault("a relationship has no id of its own")
		}
		if !r.external {
			r.target = resolve(name, r.target)
		}
		list = append(list, r)
		return nil
	})
	return list, err
}

// relationsName is the name of the part that holds another's relationships.
func relationsName(name string) string {
	dir, base := path.Split(name)
	return dir + "_rels/" + base + ".rels"
}

// resolve makes a target the name of a part.
func resolve(from, target string) string {
	target, _, _ = strings.Cut(target, "#")
	if rest, ok := strings.CutPrefix(target, "/"); ok {
		return path.Clean(rest)
	}
	return path.Join(path.Dir(from), target)
}

// walk reads a small part whole and calls visit with every start tag, and its
// depth, 1 for the root.
func (a *archive) walk(ctx context.Context, p *part, visit func(s *scanner, depth int) error) error {
	err := a.scan(ctx, p, func(s *scanner) error {
		for {
			kind, err := s.next()
			if err != nil || kind == tokenEOF {
				return err
			}
			if kind == tokenStart {
				if err := visit(s, len(s.ends)); err != nil {
					return err
				}
			}
		}
	})
	return err
}

// scan opens a part and hands a scanner of it to read, which must read it to
// its end. A fault in it names the part.
func (a *archive) scan(ctx context.Context, p *part, read func(*scanner) error) error {
	r, err := a.open(ctx, p)
	if err == nil {
		err = read(newScanner(r, p.file.UncompressedSize64))
	}
	return inPart(p.name, err)
}

// inPart names the part that a fault was found in.
func inPart(name string, err error) error {
	if err == nil || stopped(err) {
		return err
	}
	return &Fault{Part: name, Err: err}
}
