# The officers' daily digest, the officer's choices about it, and what an administrator hears of the clock's jobs.
# Line of a case: domain reference §6.2, "Officers' digest line". The Front follows and reminds; it never "resolves".

digest-head =
    Digest of { $day }
    To look at today: { $count }. Open cases: { $open }.
digest-nothing = Digest of { $day }: nothing new, due or overdue. Open cases: { $open }.

digest-stack =
    { $first }
    { $rest }
digest-more = … and { $count } more in the work list
digest-more-bodies = { $count ->
    [one] … and one other body
   *[other] … and { $count } other bodies
}

digest-overdue = Overdue: { $count }
digest-today = Due today: { $count }
digest-reopened = Reopened, the resident does not agree: { $count }
digest-new = New, accepted by nobody yet: { $count }
digest-waiting = Waiting for the resident: { $count }
digest-followed = Reported by many: { $count }

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
digest-choice = The digest goes out at { $time } on working days. { $empty ->
    [none] On a day without anything, none is sent.
   *[line] On a day without anything, it is one line.
}
digest-set-hour = Change the hour
digest-at = { $time }
digest-other-hour = Another hour
digest-say-line = Nothing to do: one line
digest-say-none = Nothing to do: none
digest-hour-ask = At what time would you like the digest? For instance 7:30. Digests go out between { $earliest } and { $latest }.
digest-hour-not-understood = I did not understand this time. Please write it as 7:30, between 5:00 and 17:00.
digest-hour-set = Noted. From the next working day on, the digest goes out at { $time }.
digest-hour-set-today = Noted. The digest goes out at { $time } on working days, from today on.
digest-empty-set-line = Noted. On a day without anything, the digest is one line.
digest-empty-set-none = Noted. On a day without anything, no digest is sent.

# --- For administrators

digest-unreachable = { $count ->
    [one] One officer does not get the daily digest
   *[other] { $count } officers do not get the daily digest
}: they have no chat with the assistant, or have blocked it. To see who: nghedan digest --dry-run.
job-failed = The job "{ $job }" has just failed ({ $error }). It is run again by itself; for details: nghedan jobs.
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
