# An answer corrected in words: "sorry, lane 7", "number 12, not 21", "place: …", and what is said of it.

corrected-words = I have changed “{ $old }” to “{ $new }”.
corrected-place = I have written down the place: { $new }.
kept-answer = I have noted { $what }: { $new }.
kept-as-it-is = Yes, { $what } is as you say: { $new }.
corrected-answer = I have changed { $what }: { $new }.

# Between what is meant and what is not ("number 12, not 21").
heard-not-but =
    and not
    instead of
    rather than
# The same where both sides are of a kind ("lane 7 not lane 12"), or first of all ("not 21 but 12").
heard-not =
    not
# Between what is not meant and what is ("not 21 but 12").
heard-but-rather =
    but
    but rather
    it's
    it is
# Before what is meant, like "sorry" ("I meant lane 7").
heard-rather =
    sorry
    oops
    no
    i meant
    i mean
    actually
    correction
    it should be
    i forgot
# Behind what is meant ("lane 7 actually").
heard-really =
    actually
    rather
# What a commune is called: then the unit is corrected, no spot in it.
heard-unit-type =
    commune
    ward
    town
# Joins what is meant to the words before it.
heard-is =
    is
    it
    be
# The spot as a whole: what follows takes its place.
heard-spot =
    place
    the place
    address
    location
