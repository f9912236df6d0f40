package fault

import (
	"fmt"
	"math/rand/v2"

	"github.com/caseaudit/caseaudit/internal/generate/timing"
)

// practitionerPosts is WF-03, a measure: the posts of qualified practitioners are filled.
func practitionerPosts() Expectation {
	return postsFilled("WF-03", []string{"posts.holder_id", "posts.level", "posts.qualified_post"},
		func(p Item) bool { return code(p, "level") == "practitioner" && yes(p, "qualified_post") },
		"practitioner-post-vacant", "A social worker's post is vacant.", "practitioner-post-left", "The social worker who is said to hold a post has left.")
}

// managerPosts is WF-05, a measure: the posts of first-line managers are filled.
func managerPosts() Expectation {
	return postsFilled("WF-05", []string{"posts.holder_id", "posts.level"},
		func(p Item) bool { return code(p, "level") == "first_line_manager" },
		"manager-post-vacant", "A team manager's post is vacant.", "manager-post-left", "The team manager who is said to hold a post has left.")
}

func postsFilled(id string, needs []string, counts func(Item) bool, vacant, aboutVacant, left, aboutLeft string) Expectation {
	return Expectation{
		ID: id, Unit: "posts", Service: true, Needs: needs,
		Judge: func(v *View, p Item) Verdict {
			if !counts(p) {
				return NotAudited
			}
			return verdict(filled(v, p))
		},
		Faults: []Fault{
			{Name: left, About: aboutLeft, Plant: func(v *View, p Item, _ *rand.Rand) bool {
				for _, person := range v.Items("professionals") {
					if !v.running(person) && text(person, "professional_id") != "" {
						p["holder_id"] = person["professional_id"]
						return true
					}
				}
				return false
			}},
			{Name: vacant, About: aboutVacant, Plant: without("holder_id")},
		},
	}
}

// filled reports whether a post is held by a professional who is in post. Where the
// export has no list of professionals any holder will do.
func filled(v *View, post Item) bool {
	id := text(post, "holder_id")
	if !v.Supplies("professionals.professional_id") {
		return id != ""
	}
	return holder(v, id) != nil
}

// holder is the professional in post with an id; nil when there is none.
func holder(v *View, id string) Item {
	for _, person := range v.with("professionals", "professional_id", id) {
		if id != "" && v.running(person) {
			return person
		}
	}
	return nil
}

// permanentStaff is WF-04, a measure: qualified posts are held by permanent staff.
func permanentStaff() Expectation {
	return Expectation{
		ID: "WF-04", Unit: "posts", Service: true, Needs: []string{"posts.holder_id", "professionals.agency", "posts.qualified_post"},
		Judge: func(v *View, p Item) Verdict {
			if !yes(p, "qualified_post") || !filled(v, p) {
				return NotAudited
			}
			return verdict(!yes(holder(v, text(p, "holder_id")), "agency"))
		},
		Faults: []Fault{{Name: "post-held-by-agency", About: "A qualified post is held by an agency worker.", Plant: func(v *View, p Item, _ *rand.Rand) bool {
			p["holder_id"] = v.hireAgency(holder(v, text(p, "holder_id")))
			return true
		}}},
	}
}

// hireAgency puts an agency worker, who has only just come and holds no case yet, in the
// place of a professional, and gives the id.
func (v *View) hireAgency(former Item) string {
	n := len(v.Items("professionals")) + 1
	id, came := fmt.Sprintf("%05d", n), timing.Days(v.Clock.AsAt, -20)
	v.grow("professionals", Item{"professional_id": id, "name": "Worker " + id, "role": former["role"], "team": former["team"],
		"registration_number": fmt.Sprintf("SW%06d", 900000+n), "fte": 1.0, "agency": true, "contact_with_children": true,
		"record_check_date": came, "start_date": came})
	return id
}
