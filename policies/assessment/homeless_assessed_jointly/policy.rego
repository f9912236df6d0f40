# METADATA
# scope: package
# title: Homeless child of 16 or 17 assessed jointly and in time
# description: |
#   A homeless child needs a home and may need care, and only children's services and housing together can offer both.
#   Audited: children who came to the council as homeless in the period, aged 16 or 17 on that day; without a date of
#   birth, not audited. Met: assessed_date within [homeless_assessment_wd] working days of presented_date, and
#   housing_joined is yes. Until the assessment is made or overdue it is not audited.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-21
#   level: priority
#   unit: homelessness
#   anchor: presented_date
#   national_framework: enabler 1
#   needs: [homelessness.presented_date, homelessness.assessed_date, homelessness.housing_joined, child.date_of_birth]
#   history: [homelessness]
#   footing: local
#   sources: [OFS-homeless_16_17]
#   finding: the homeless child who came to the council on {presented_date} was not assessed jointly with housing within [homeless_assessment_wd] working days
#   action: Assess the child's need together with the housing authority, and see that the child has somewhere safe tonight.
#   phrase: The joint and timely assessment of homeless children of 16 and 17
#   strength: Homeless children of 16 and 17 are assessed jointly and in time
#   why: A child who is passed between two services sleeps in neither's care.
package audit.assessment.homeless_assessed_jointly

import data.lib.deadline
import data.lib.homelessness
import data.lib.settings

start := homelessness.presented

due[i] := deadline.working_days(day, settings.value("homeless_assessment_wd")) if some i, day in start

done[i] := case.assessed_date if some i, case in input.homelessness

met := in_time & joint

in_time := deadline.kept(due, done)

joint contains i if {
	some i, case in input.homelessness
	case.housing_joined == true
}

applies := deadline.judged(due, done)

note[i] := "housing is not recorded as taking part" if some i in (in_time - joint)
