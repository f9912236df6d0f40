# METADATA
# scope: package
# title: Placed out of area
# description: |
#   Records with a placement that is open on as-at and out of the area. A placement without a start counts as begun, and
#   one that ends on as-at has ended. A blank out_of_area is not yes.
# schemas:
#   - input: schema.case
# custom:
#   id: placed_out_of_area
#   of: record
#   needs: [placements.out_of_area, placements.start_date, placements.end_date]
package slices.placed_out_of_area

import data.lib.dates

inside if {
	some placement in input.placements
	placement.out_of_area == true
	not begins_later(placement)
	not ended(placement)
}

begins_later(placement) if dates.ahead(placement.start_date)

ended(placement) if dates.happened(placement.end_date)
