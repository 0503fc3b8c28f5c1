# Two cases that may be one: an officer looks at each pair and decides; nothing is ever merged by itself.

command-pairs =
    duplicates
    possible duplicates
    /duplicates
button-pairs = Possible duplicates ({ $count })
pairs-none = There is no pair of cases to be looked at now.
pairs-head = { $count ->
        [one] One pair of cases may be one matter. Please have a look; nothing is merged by itself:
       *[other] { $count } pairs of cases may be one matter each. Please look at them one by one; nothing is merged by itself:
    }
pair-line =
    { $status }
    “{ $title }”
    { $place }, since { $opened }
pair-why = Probability of one matter: { $percent } percent. { $reasons }.
pair-why-returned = Probability that the old matter has come back: { $percent } percent. { $reasons }.
pair-why-resident = The sender was asked whether it is the same matter, and was not sure.
pair-merge = Merge into one
pair-link = Note as returned
pair-apart = Not the same
pair-open = Open { $code }
pair-done-merged = Merged into { $code }. The senders are told, each keeps their own code; it can be undone in the merged case.
pair-done-linked = { $code } is noted as an old matter that has come back. It stays a case of its own.
pair-done-apart = Noted as two different matters; this pair is not suggested again.
step-linked = Noted as an old matter come back
duplicate-row = { $first }, { $rest }
duplicate-reasons-other = Different: { $value }
repeat-ask-urging =
    You have sent something similar: { $subject }, place: { $place }, since { $since }. Are you asking about that matter again?
submit-summary-urging = This is a reminder about a matter that you have sent; no new file is made.
receipt-urging = I added your reminder to file { $code } and told the officer who follows it. The code stays the same.
officer-urged =
    A resident asks again about { $code }{ $words }{ $files ->
        [0] { "" }
       *[other] { " " }(files: { $files })
    }
job-index-duplicates = keep the index of the search for duplicates
job-find-pairs = look for cases that may be one, for officers to decide
officer-similar-why = { $code }: { $reasons }.
digest-pairs = Cases that may be one: { $count } pairs, please have a look.
