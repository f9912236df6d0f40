# METADATA
# title: Assessments and their timescales
# description: |
#   When an assessment is due, by the timescale in force on the day it began, and whether it is finished. The same
#   clocks as criterion AS-01, for assessments begun on any day.
package lib.assessments

import data.lib.dates
import data.lib.deadline
import data.lib.links
import data.lib.settings

# timescale is the limit for each type of assessment. Another type has none.
timescale := {
	"initial": "initial_assessment",
	"core": "core_assessment",
	"single": "single_assessment",
	"pre_birth": "single_assessment",
}

# last_day is the day an assessment is due. One that does not say when it began is never due.
last_day(assessment) := deadline.working_days(clock_start(assessment), limit) if {
	dates.happened(assessment.start_date)
	limit := settings.timescale(timescale[assessment.type], assessment.start_date)
}

# clock_start: a single or pre-birth assessment runs from the referral it names, the earliest
# where several have that id, and any other from its own start.
clock_start(assessment) := min(referred_on(assessment)) if timescale[assessment.type] == "single_assessment"

else := assessment.start_date

referred_on(assessment) := {referral.date |
	some referral in input.referrals
	links.same(referral.referral_id, assessment.referral_id)
	dates.happened(referral.date)
}

# finished: completed, or signed off where nobody wrote when it was completed.
finished(assessment) if dates.happened(assessment.completed_date)

finished(assessment) if dates.happened(assessment.signed_off_date)
