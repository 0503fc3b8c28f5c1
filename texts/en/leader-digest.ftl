# The weekly digest of leaders, what lies behind its lines, and the leader's choices about it.
# Figures are those of reports (texts/*/report.ftl): the Front receives, forwards, follows and reminds.

digest-week-stead = { $name } is away and you stand in. This is the leader’s weekly digest; open its cases from your work list.
digest-week-head =
    Week of { $first } – { $last }
    { $place }
digest-week-place = { $organisation }, { $unit }
digest-week-places = All the places in your charge

digest-week-received = Received: { $count } petitions { $trend ->
    [up] (week before { $before }, up by { $change }).
    [down] (week before { $before }, down by { $change }).
   *[same] (as the week before).
}
digest-week-cases = Without repeats: { $count } cases { $trend ->
    [up] (week before { $before }, up by { $change }).
    [down] (week before { $before }, down by { $change }).
   *[same] (as the week before).
}
digest-week-answered = Answered by authorities: { $count } { $trend ->
    [up] (week before { $before }, up by { $change }).
    [down] (week before { $before }, down by { $change }).
   *[same] (as the week before).
}
digest-week-on-time = Of these on time: { $count }, { $rate }% { $trend ->
    [up] (week before { $before }, up by { $change }).
    [down] (week before { $before }, down by { $change }).
   *[same] (as many as the week before).
}
digest-week-overdue = Overdue without an answer: { $count } { $trend ->
    [up] (a week ago { $before }, up by { $change }).
    [down] (a week ago { $before }, down by { $change }).
   *[same] (as a week ago).
}

digest-week-offices = Who owes overdue answers:
digest-week-office = • { $office }: { $count }
digest-week-more-offices = … and { $count } other authorities
digest-week-sealed = • Confidential cases: { $count } (counted only)
digest-week-bodies = Place by place:
digest-week-body = • { $body }: received { $received }, overdue { $overdue }
digest-week-more-bodies = … and { $count } other places
digest-week-hot = Hot spots:
digest-week-no-hot = No hot spots (five people or more about one subject, in one place, within 7 days).
digest-week-hot-line = • { $subject }, { $unit }: { $people } people in { $days } days
digest-week-more-hot = … and { $count } other hot spots
digest-week-talked = • { $subject }: { $count } petitions { $trend ->
    [up] (week before { $before }, up by { $change })
    [down] (week before { $before }, down by { $change })
   *[same] (as the week before)
}
digest-week-confidential = Among those received { $count } are confidential and only counted.

digest-week-see-cases = Cases ({ $count })
digest-week-see-answered = Answered ({ $count })
digest-week-see-on-time = On time ({ $count })
digest-week-see-overdue = Overdue ({ $count })
digest-week-see-offices = By authority
digest-week-see-bodies = Place by place
digest-week-see-hot = Hot spots
digest-week-see-talked = By subject
digest-week-settings = Weekly digest

digest-week-picture-title = Week { $first } – { $last }
digest-week-picture-now = This week
digest-week-picture-before = Week before
digest-week-picture-received = Received
digest-week-picture-cases = Cases
digest-week-picture-answered = Answered
digest-week-picture-on-time = On time
digest-week-picture-overdue = Overdue

# --- What lies behind a line

week-list-head = Week of { $first } – { $last }, { $what }: { $count }.
week-list-cases = cases of the petitions received
week-list-answered = cases that authorities answered
week-list-on-time = cases answered on time
week-list-overdue = overdue cases without an answer
week-list-office = overdue cases of { $office }
week-list-body = cases of { $body }
week-list-hot = { $subject }, { $unit }
week-list-subject = subject { $subject }
week-list-line = • [{ $code }] { $subject } – { $where }: { $title } { $status }.
week-list-late = • [{ $code }] { $subject } – { $where }: { $title } { $office }, due { $due } ({ $days } days late).
week-list-hidden = { $count } are not shown here: confidential ones, or such as you may not see.
week-list-nothing = There is no case behind this line that you may see.
week-list-pages = Showing { $from }–{ $to } of { $count }.
week-list-pick = Please choose a line.
week-list-office-button = { $office } ({ $count })
week-list-body-button = { $body }
week-list-hot-button = { $subject }, { $unit }
week-list-subject-button = { $subject } ({ $count })
week-list-more = More
week-list-gone = This line is not among the week's figures any more.

# --- A leader's choices

# What people speak of most stands in the week's digest.
heard-week-hot =
    what do people complain about most
    what do people complain about
    hot spots
command-week-digest =
    weekly digest
    week digest
    /week
command-week-off =
    no weekly digest
    stop weekly digest
    /weekoff
week-choice = The weekly digest comes at { $time } on { $weekday }; on a day off, the next working day.
week-choice-off = The weekly digest is off.
week-weekday-0 = Monday
week-weekday-1 = Tuesday
week-weekday-2 = Wednesday
week-weekday-3 = Thursday
week-weekday-4 = Friday
week-weekday-5 = Saturday
week-weekday-6 = Sunday
week-at = { $weekday } { $time }
week-other = Another day or hour
week-turn-off = Turn it off
week-turn-on = Turn it on again
week-ask = On which day and at what time would you like the weekly digest? For example: Friday 16:00.
week-not-understood = I did not understand this day and hour. Please write it like Friday 16:00, between 5:00 and 20:00.
week-set = Noted. The weekly digest comes at { $time } on { $weekday }, next on { $next }.
week-set-now = Noted. The weekly digest comes at { $time } on { $weekday }. That of this week comes in a few minutes.
week-off = The weekly digest is off. To have it again, write: weekly digest.
week-not-yet = The weekly digest of an area this large is compiled by the clock, next on { $next }; it is too much to count in a chat.
week-not-a-leader = The weekly digest is for leaders and approvers. Write “digest” to see the daily one.

# --- For administrators

digest-week-unreachable = { $count } leaders did not get the weekly digest: they have no chat with the assistant, or have blocked it. To see who: nghedan weekly --dry-run.
job-weekly-digest = send the weekly digest to leaders
