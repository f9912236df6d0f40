# METADATA
# scope: package
# title: Homeless child of 16 or 17 told of the right to be accommodated
# description: |
#   A child who is not told of care cannot choose it. Audited: children who came to the council as homeless in the
#   period, aged 16 or 17 on that day; without a date of birth, not audited. Met: section_20_told_date within
#   [homeless_told_wd] working days of presented_date. What the child then chose is not judged.
# schemas:
#   - input: schema.case
# custom:
#   id: AS-22
#   level: development
#   unit: homelessness
#   anchor: presented_date
#   national_framework: outcome 4
#   needs: [homelessness.presented_date, homelessness.section_20_told_date, child.date_of_birth]
#   history: [homelessness]
#   footing: local
#   sources: [OFS-homeless_16_17]
#   finding: the homeless child who came to the council on {presented_date} is not recorded as told of the right to be accommodated within [homeless_told_wd] working days
#   action: Tell the child what section 20 offers and what it would change later, and record what the child wants.
#   phrase: Telling homeless children of 16 and 17 of their right to be accommodated
#   strength: Homeless children of 16 and 17 are told of their right to be accommodated
#   why: A homeless child who does not enter care loses help that would last beyond 18.
package audit.assessment.homeless_told_of_rights

import data.lib.deadline
import data.lib.homelessness
import data.lib.settings

start := homelessness.presented

due[i] := deadline.working_days(day, settings.value("homeless_told_wd")) if some i, day in start

done[i] := case.section_20_told_date if some i, case in input.homelessness

met := deadline.kept(due, done)

applies := deadline.judged(due, done)
