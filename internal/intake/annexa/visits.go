package annexa

// visits settles at which visits the child was seen. Lists 7 and 8 have the day of
// the latest visit and, for list 7, whether the child was seen alone; list 6 has
// the day on which a social worker last saw the child. A latest visit counts as one
// at which the child was seen when the child was seen alone, or was last seen on
// that day or later. Last seen on an earlier day, the child was not seen at it. The
// day in list 6 is then a visit too, of the kind of the plan or care that ran.
func (c *joining) visits() {
	if !c.joins.gives["visits.child_seen"] {
		return
	}
	visits := c.items("visits")
	seen, at := "", -1
	for i, v := range visits {
		if day := text(v, "date"); c.of("visits", i) == 6 && day > seen {
			seen, at = day, i
		}
	}
	same := false
	for i, v := range visits {
		number, day := c.of("visits", i), text(v, "date")
		if number == 6 || day == "" {
			continue
		}
		switch {
		case v["seen_alone"] == true || seen >= day:
			v["child_seen"] = true
		case seen != "":
			v["child_seen"] = false
			if c.ran(number, seen) {
				visits[at]["type"] = v["type"]
			}
		}
		same = same || day == seen
	}
	if same {
		c.drop("visits", map[int]bool{at: true})
	}
}

// ran reports whether the plan of list 7, or the care of list 8, ran on a day.
func (c *joining) ran(number int, day string) bool {
	entity, from := "plans", "start_date"
	if number == 8 {
		entity, from = "care_episodes", "entered_care_date"
	}
	for i, item := range c.items(entity) {
		if c.of(entity, i) == number && during(day, text(item, from), text(item, "end_date")) {
			return true
		}
	}
	return false
}
