# METADATA
# title: The audit period
# description: |
#   Work is audited when its anchor date lies in the period: from the day after
#   as-at less period_months (a setting) to as-at, both days whole.
package lib.period

import data.lib.dates
import data.lib.settings

# begins_after is the last day before the period.
begins_after := dates.add_months(dates.as_at, 0 - settings.value("period_months"))

# includes: the date lies in the period.
includes(date) if {
	dates.happened(date)
	dates.day(date) > begins_after
}
