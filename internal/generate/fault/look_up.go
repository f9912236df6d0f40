package fault

// listed is a list of a record and its items.
type listed struct {
	list  []any
	items []Item
}

// of reports whether it is a list, as it now is.
func (l listed) of(list []any) bool {
	return len(l.list) == len(list) && (len(list) == 0 || &l.list[0] == &list[0])
}

// grouped are the items of an entity by the text of one field.
type grouped struct {
	of    listed
	items map[string][]Item
}

// with are the items of an entity with a text in a field that no fault changes, in
// their order. The service has thousands of them, so they are sorted out once.
func (v *View) with(entity, field, value string) []Item {
	list, _ := v.Values[entity].([]any)
	id := entity + "." + field
	g, ok := v.groups[id]
	if !ok || !g.of.of(list) {
		g = grouped{listed{list: list}, map[string][]Item{}}
		for _, item := range v.Items(entity) {
			g.items[text(item, field)] = append(g.items[text(item, field)], item)
		}
		if v.groups == nil {
			v.groups = map[string]grouped{}
		}
		v.groups[id] = g
	}
	return g.items[value]
}
