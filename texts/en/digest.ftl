# The officers' daily digest, the officer's choices about it, and what an administrator hears of the clock's jobs.
# Line of a case: domain reference §6.2, "Officers' digest line". The Front follows and reminds; it never "resolves".

digest-head =
    Digest of { $day }
    To look at today: { $count }. Open cases: { $open }.
digest-head-same =
    Digest of { $day }: nothing new since the one before.
    Still waiting: { $count }. Open cases: { $open }.
digest-nothing = Digest of { $day }: nothing new, due or overdue. Open cases: { $open }.{ $snoozed ->
    [0] { "" }
   *[other] { " " }Put off: { $snoozed }.
}

digest-stack =
    { $first }
    { $rest }
digest-more = … and { $count } more in the work list
digest-more-bodies = { $count ->
    [one] … and one other body
   *[other] … and { $count } other bodies
}

# What is to be done, in the order of the groups
digest-reply = Reply to residents
digest-ask = Ask or refer to the authority
digest-remind = Remind the authority
digest-close = Answered: tell the resident and close
digest-look = Look again, waiting for the resident
digest-section = { $what }: { $count }{ $overdue ->
    [0] { "" }
   *[other] , overdue { $overdue }
}{ $today ->
    [0] { "" }
   *[other] , due today { $today }
}{ $fresh ->
    [0] { " " }(nothing new)
   *[other] { "" }
}
digest-same = … and { $count } more as in the digest before
digest-stead = In the stead of { $name } (away up to and including { $until })
digest-snoozed = Put off: { $count }. Whatever becomes overdue comes back at once.
digest-meanwhile = While you were away ({ $first } – { $last }):
digest-did-answer = • Answered by an authority: { $count }
digest-did-refer = • Referred: { $count }
digest-did-close = • Closed: { $count }
digest-did-dispute = • The resident does not agree: { $count }
digest-did-reopen = • Reopened: { $count }
digest-did-nothing = • Nothing was answered, referred or closed.
digest-later = Put off

digest-line = • [{ $code }] { $subject } – { $where }: { $title } { $status }, { $age ->
    [0] since today
    [one] one day old
   *[other] { $age } days old
}.{ $timing ->
    [over] { " " }Due { $day } (overdue by { $days ->
        [one] one working day
       *[other] { $days } working days
    }).
    [today] { " " }Due { $day } (today).
    [left] { " " }Due { $day } ({ $days ->
        [one] one working day left
       *[other] { $days } working days left
    }).
    [paused] { " " }The due date stands still meanwhile.
   *[none] { "" }
}{ $people ->
    [1] { "" }
   *[other] { " " }Reported by { $people } people.
}
digest-line-urgent = • URGENT [{ $code }] { $subject } – { $where }: { $title } { $status }, { $age ->
    [0] since today
    [one] one day old
   *[other] { $age } days old
}.{ $timing ->
    [over] { " " }Due { $day } (overdue by { $days ->
        [one] one working day
       *[other] { $days } working days
    }).
    [today] { " " }Due { $day } (today).
    [left] { " " }Due { $day } ({ $days ->
        [one] one working day left
       *[other] { $days } working days left
    }).
    [paused] { " " }The due date stands still meanwhile.
   *[none] { "" }
}{ $people ->
    [1] { "" }
   *[other] { " " }Reported by { $people } people.
}

digest-confidential = { $urgent ->
    [0] Confidential cases: { $count }. See the work list.
   *[other] Confidential cases: { $count }, of them { $urgent } due today or overdue. See the work list.
}
digest-call-backs = Residents who wish to be called: { $count }
digest-caller = • { $phone }, since { $since }
digest-failed = Messages that did not reach the resident: { $count ->
    [one] one case
   *[other] { $count } cases
}
digest-failed-case = • [{ $code }]
digest-overview = All that you oversee: { $open } open, { $overdue } overdue.
digest-body = • { $organisation } { $unit }: { $overdue } overdue / { $open } open

digest-open = { $code }
digest-work-list = Work list

# --- An officer's choices

command-digest =
    digest
    today's digest
    digest hour
    digest days
command-quiet =
    quiet hours
command-lunch =
    lunch break
digest-choice = The digest goes out at { $time }, { $days }.{ $wished ->
    [none] { "" }
   *[other] { " " }(You chose { $wished }, which lies in a break.)
} { $quiet ->
    [none] No quiet hours.
   *[other] Quiet hours: { $quiet }.
} { $lunch ->
    [none] No lunch break.
   *[other] Lunch break: { $lunch }.
} { $empty ->
    [none] On a day without anything, none is sent.
   *[line] On a day without anything, it is one line.
}
digest-set-hour = Change the hour
digest-at = { $time }
digest-other-hour = Another hour
digest-set-days = Change the days
digest-set-quiet = Quiet hours
digest-set-lunch = Lunch break
digest-say-line = Nothing to do: one line
digest-say-none = Nothing to do: none
digest-hour-ask = At what time would you like the digest? For instance 7:30. Digests go out between { $earliest } and { $latest }.
digest-hour-not-understood = I did not understand this time. Please write it as 7:30, between 5:00 and 17:00.
digest-days-not-understood = I did not understand these days. Please write them like: digest Monday to Saturday.
digest-span-not-understood = I did not understand this span. Please write it like: lunch break 11:30 to 13:30.
digest-span-too-long = This span is too long: the digest would have no time to arrive. Please choose a shorter one.
digest-hour-set = Noted. From the next working day on, the digest goes out at { $time }.{ $wished ->
    [none] { "" }
   *[other] { " " }({ $wished } lies in a break.)
}
digest-hour-set-today = Noted. The digest goes out at { $time }, { $days }, from today on.{ $wished ->
    [none] { "" }
   *[other] { " " }({ $wished } lies in a break.)
}
digest-days-ask = On which days would you like the digest? You can write: digest Mon, Wed, Fri. None comes on holidays.
digest-days-set = Noted. The digest goes out { $days }.
digest-days-working = on working days
digest-days-span = from { $first } to { $last }
digest-days-and = { $first }, { $rest }
digest-weekday-0 = Monday
digest-weekday-1 = Tuesday
digest-weekday-2 = Wednesday
digest-weekday-3 = Thursday
digest-weekday-4 = Friday
digest-weekday-5 = Saturday
digest-weekday-6 = Sunday
digest-quiet-ask = { $span ->
    [none] There are no quiet hours.
   *[other] Quiet hours are { $span }: no digest arrives then, urgent news still does.
} To change them, write: quiet hours 20:00 to 6:00.
digest-quiet-set = { $span ->
    [none] Noted. No quiet hours.
   *[other] Noted. No digest arrives in { $span }; urgent news still does.
}
digest-lunch-ask = { $span ->
    [none] There is no lunch break.
   *[other] The lunch break is { $span }: no digest arrives then.
} To change it, write: lunch break 11:30 to 13:30.
digest-lunch-set = { $span ->
    [none] Noted. No lunch break.
   *[other] Noted. The lunch break is { $span }: no digest arrives then.
}
digest-no-quiet = No quiet hours
digest-no-lunch = No lunch break
digest-empty-set-line = Noted. On a day without anything, the digest is one line.
digest-empty-set-none = Noted. On a day without anything, no digest is sent.

# --- Lines put off

digest-later-which = Which case would you like to put off?
digest-later-none = Today's digest has no line to put off.
digest-later-how-long = Put { $code } off until when? If it becomes overdue, the digest shows it at once.
digest-later-1 = Until tomorrow
digest-later-3 = 3 days
digest-later-7 = 1 week
digest-later-done = { $code } is put off { $days ->
    [1] until tomorrow
   *[other] for { $days } days
}. If it becomes overdue, the digest shows it at once.
digest-later-undo = Bring it back
digest-later-back = The case is back in the digest.

# --- For administrators

digest-unreachable = { $count ->
    [one] One officer does not get the daily digest
   *[other] { $count } officers do not get the daily digest
}: they have no chat with the assistant, or have blocked it. To see who: nghedan digest --dry-run.
job-failed = The job “{ $job }” has just failed ({ $error }). It is run again by itself; for details: nghedan jobs.
job-release-digests = send late digests at the end of quiet hours
job-daily-digest = sending the daily digests
job-expire-conversations = ending conversations that nobody went on with
job-purge-unagreed = purging words that nobody agreed to keep
job-retry-messages = handling messages that were cut off
job-take-over-spools = taking over messages that ended processes left on the disk
job-tell-failures = telling administrators of messages that failed
job-notice-changes = take up days off and boundaries entered since
job-replay-spool = taking messages from the disk into the database
job-purge-old-messages = purging messages after their time
job-delete-purged-files = deleting photos and files that are no longer kept
job-delete-unnamed-files = deleting files that belong to nothing
job-clear-uploads = clearing uploads that were not used
job-clear-old-rows = clearing old records of the clock
job-compile-reports = compile the drafts of periodic reports
job-remind-of-reports = remind of reports that are due
job-send-report-files = make documents of reports asked for in chats
