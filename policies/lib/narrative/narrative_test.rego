package lib.narrative_test

import data.lib.narrative

recorded(value) if narrative.recorded(value) with data.run.as_at as "2026-10-31"

test_yes if recorded(true)

test_no if not recorded(false)

blanks := [null, "", " ", "\t\r\n", "\u00a0", 0, 1, [], {}, ["three words here"]]

test_blanks_are_not_recorded if count([blank | some blank in blanks; recorded(blank)]) == 0

test_blanks_are_not_named if count([blank | some blank in blanks; narrative.named(blank)]) == 0

test_flags_name_nothing if count([flag | some flag in [true, false]; narrative.named(flag)]) == 0

# The placeholders written out again, so that none is lost or slips in.
placeholders := {
	"n/a", "na", "n.a", "not applicable", "none", "nil", "null", "blank", "nothing", "nothing recorded", "not recorded",
	"no information", "no comment", "tbc", "tba", "tbd", "to be confirmed", "to be completed", "to be added", "to be updated",
	"to follow", "pending", "awaited", "awaiting information", "in progress", "see above", "see below", "as above", "as below",
	"as before", "as previous", "see previous", "see attached", "see file", "see case file", "see notes", "see case notes",
	"see report", "see assessment", "see plan", "see chronology", "see record", "ditto", "same as above", "same", "not known",
	"unknown", "n/k", "nk", "not yet known", "not yet obtained", "not sure", "dk", "don't know", "x", "xx", "xxx", "test",
}

test_placeholders if {text | some text in data.narrative.placeholders} == placeholders

# Each as written, in capitals, with punctuation around it and with wide spaces in it.
disguises(text) := {
	text, upper(text), sprintf("%s.", [text]), sprintf("  (%s) ", [text]), sprintf("– %s…", [text]), sprintf("\"%s\"!", [text]),
	replace(text, " ", "  "), replace(text, " ", "\n"), replace(text, " ", "\u00a0"), replace(text, "'", "’"), replace(text, "'", "‘"),
}

test_no_placeholder_is_recorded if {
	count([written | some text in placeholders; some written in disguises(text); recorded(written)]) == 0
}

test_no_placeholder_is_named if {
	count([written | some text in placeholders; some written in disguises(text); narrative.named(written)]) == 0
}

test_punctuation_alone if {
	count([text | some text in [".", "-", "?", "--", "...", " . ", "- - -", "* * *", "???"]; recorded(text)]) == 0
	count([text | some text in [".", "-", "?", "--", "...", " . ", "- - -", "* * *", "???"]; narrative.named(text)]) == 0
}

test_a_placeholder_that_goes_on_is_prose if {
	recorded("None of the professionals raised concerns")
	recorded("See above: risks reduced since May")
	recorded("Not known to other agencies")
}

test_three_words if recorded("Seen at home")

test_two_words if not recorded("Seen home")

test_words_have_a_letter_or_digit if {
	not recorded("Seen - home")
	not recorded("Seen home ...")
	recorded("Seen 3 times")
	recorded("Seen - at home")
}

test_words_are_parted_by_any_space if {
	recorded("Seen\nat\thome")
	recorded("Seen\u00a0at\u00a0home")
	not recorded("mother/father")
	not recorded("well-being")
}

test_words_in_other_letters if recorded("Dziecko widziane w domu")

test_fewest_words_is_a_setting if {
	five := {"narrative_min_words": {"values": [{"value": 5}]}}
	not narrative.recorded("Seen at home alone") with data.settings as five with data.run.as_at as "2026-10-31"
	narrative.recorded("Seen at home alone twice") with data.settings as five with data.run.as_at as "2026-10-31"
}

test_named_in_one_word if {
	narrative.named("DASH")
	narrative.named("J. Smith")
	narrative.named("7")
	narrative.named("Dún")
}

test_bare if {
	narrative.bare("  N/A. ") == "n/a"
	narrative.bare("Don’t\n know!") == "don't know"
	narrative.bare("...") == ""
}
