# METADATA
# title: Recorded narrative
# description: |
#   Whether somebody wrote something. An export may hold a yes/no flag in place
#   of the text. Prose counts when it has enough words and is not a placeholder
#   such as "n/a", "tbc" or "see above".
package lib.narrative

import data.lib.settings

# recorded: a yes, or prose of at least narrative_min_words words that is no placeholder.
recorded(value) if value == true

recorded(value) if {
	named(value)
	count(regex.find_n(`[^\s\pZ]*[\pL\pN][^\s\pZ]*`, value, -1)) >= settings.value("narrative_min_words")
}

# named: text that is not blank and not a placeholder (a tool, an owner, an adviser).
named(value) if {
	is_string(value)
	bare(value) != ""
	not bare(value) in data.narrative.placeholders
}

# bare is the text folded and stripped of its outer punctuation and doubled spaces. Spaces
# that do not break and curly apostrophes come from word processors.
bare(value) := regex.replace(straight, `[\s\pZ]+`, " ") if {
	trimmed := regex.replace(lower(value), `^[^\pL\pN]+|[^\pL\pN]+$`, "")
	straight := regex.replace(trimmed, `[‘’ʼ]`, "'")
}
