# What officers read in their chat: the work list, the card of a case, the steps, and news.

## Commands

command-work =
    work
    my work
    work list
    to do
    cases
    my cases
    list
command-work-new =
    new cases
    /newcases
command-work-today =
    due
    due today
    /due
command-work-overdue =
    overdue
    /overdue
command-invitation =
    invitation
    invitation code
    i am an officer
command-leave-office =
    leave office
    stop being an officer

## In and out

officer-welcome =
    Welcome, { $name }. From now on this chat is an officer's: new and due work is announced here.

    Type “work” at any time to see what is to be done. When you change or give up this device, type “leave office”.
officer-invitation-ask = Please paste the invitation code here.
officer-invitation-not-understood = An invitation code has 24 characters. Please copy and paste the whole of it.
officer-leave-ask = This chat will no longer receive an officer's work. Coming back takes a new invitation. Are you sure?
officer-leave-yes = Yes, leave
officer-leave-no = No, stay
officer-left = You have left. This chat is no longer an officer's.
officer-chat-ended = This chat is an officer's no longer: the account has ended, or went to another device or person. What was being written was not sent. If that is wrong, please ask your administrator.
error-not-an-officer = This is for officers.
error-account-disabled = This officer's account has been disabled. Please ask the administrator.
error-invitation-unknown = That invitation code is not right. Please check it, or ask for a new one.
error-invitation-used = That invitation was used before; each works once. Please ask for a new one.
error-invitation-officer-already = This chat is already that of officer { $name }. Type “việc” to see the cases; to come in with another account type “thoát cán bộ” first, then send an invitation that is still good.
error-invitation-expired = That invitation has expired. Please ask for a new one.

## The work list

officer-work =
    Your work: { $all }
    • Overdue: { $overdue }
    • Due today: { $today }
    • New: { $new }
    • Reopened: { $reopened }
    • Waiting for residents: { $waiting }
officer-work-area =
    All that you oversee: { $all }
    • Overdue: { $overdue }
    • Due today: { $today }
    • New: { $new }
    • Reopened: { $reopened }
    • Waiting for residents: { $waiting }
officer-work-empty = There is nothing to be done now. New work will be announced here.
officer-pile-overdue = Overdue ({ $count })
officer-pile-today = Due today ({ $count })
officer-pile-new = New ({ $count })
officer-pile-reopened = Reopened ({ $count })
officer-pile-waiting = Waiting ({ $count })
officer-pile-all = All ({ $count })
officer-pile-area = Whole area ({ $count })
officer-pile-in-area = Whole area: { $pile }
officer-pile-overdue-heard =
    overdue
officer-pile-today-heard =
    due today
    today
officer-pile-new-heard =
    new
    new ones
officer-pile-reopened-heard =
    reopened
officer-pile-waiting-heard =
    waiting
    waiting for residents
officer-pile-all-heard =
    all
    all of them
    everything
officer-pile-area-heard =
    whole area
    the whole area
officer-page = { " " }(page { $value })
officer-pile-head-overdue = Overdue, the most urgent first{ $page }:
officer-pile-head-today = Due today{ $page }:
officer-pile-head-new = New{ $page }:
officer-pile-head-reopened = Reopened{ $page }:
officer-pile-head-waiting = Waiting for residents{ $page }:
officer-pile-head-all = Everything open, the most urgent first{ $page }:
officer-pile-in = { " – " }{ $unit }{ $page }
officer-pile-none-in = There is no such case in { $unit }.
officer-pile-beside =
    only
    in
    of
    the
    show
    me
    list
officer-pile-done = There is nothing left here.
officer-line =
    { $danger ->
        [yes] URGENT ·{ " " }
       *[no] { "" }
    }{ $code } · { $age ->
        [0] today
        [one] 1 day
       *[other] { $age } days
    } · due { $due }{ $stead }
    { $subject }{ $place }: { $title }
officer-line-stead = { " · " }in place of { $value }
officer-line-place = { " " }– { $value }
officer-line-confidential =
    { $danger ->
        [yes] URGENT ·{ " " }
       *[no] { "" }
    }{ $code } · { $age ->
        [0] today
        [one] 1 day
       *[other] { $age } days
    } · due { $due }
    Confidential
officer-open = Open { $code }
officer-next-page = Next page
officer-next-page-heard =
    next
    more
officer-page-named =
    page
officer-open-numbered =
    open case
    open number
    show case
    case number
officer-no-such-number = There is no number { $number } in the list.
heard-officer-counts =
    figures
    numbers
    statistics
    how many
    how many cases
command-figures =
    figures
    /figures
officer-figures =
    { $place }, at { $at }:
    • Open: { $open } cases
    • New within 7 days (since { $first }): { $new }
    • Overdue: { $overdue }
    • Answers that authorities owe after their date: { $owed }
    • Answers of authorities within 7 days: { $answered }{ $on_time }
heard-officer-figures-why =
    what is that
    what does that mean
    why so many
    how is it counted
    how are they counted
    what is overdue
    explain the figures
heard-officer-months =
    this month against last month
    compared with last month
    last month
officer-months-head = { $place }, { $first } to { $today }, against { $before } to { $same } and the whole month before:
officer-months-new = • New cases: { $now } (same days { $then }, whole month { $whole })
officer-months-closed = • Closed cases: { $now } (same days { $then }, whole month { $whole })
officer-months-answered = • Answers of authorities: { $now } (same days { $then }, whole month { $whole })
officer-months-on-time = • Of these on time: { $now } (same days { $then }, whole month { $whole })
officer-months-leaders = Figures by month are for leaders and approvers. For your cases type “work”.
# Who is behind: one of the next four lists, one of the fifth, and a period or none.
heard-slowest-commune =
    which commune
    which communes
    which ward
heard-slowest-organisation =
    which organisation
    which organisations
heard-slowest-officer =
    who
    which officer
    which officers
heard-slowest-office =
    which authority
    which authorities
    which office
heard-slowest =
    slow
    slowest
    late
    overdue
    behind
    most overdue
    most overdue cases
heard-slowest-beside =
    is
    are
    the
    has
    have
    most
    to
    answer
heard-period-week =
    this week
heard-period-last-week =
    last week
heard-period-month =
    this month
heard-period-last-month =
    last month
heard-period-quarter =
    this quarter
heard-period-year =
    this year
officer-slowest-commune = { $place }. Communes and wards with overdue cases, most first:
officer-slowest-organisation = { $place }. Organisations with overdue cases, most first:
officer-slowest-officer = { $place }. Officers with overdue cases, most first:
officer-slowest-office = { $place }. Authorities that answer late, most first:
officer-slowest-line = • { $who }: { $late } of { $of }
officer-slowest-nobody = Nobody is late.
officer-slowest-no-officer = Taken by nobody yet
officer-slowest-cases-days = How it is counted: of the cases opened from { $first } to { $last }, how many are not closed by now although their day has passed.
officer-slowest-cases-now = How it is counted: of the open cases, how many have passed their day.
officer-slowest-answers-days = How it is counted: of the answers due from { $first } to { $last }, how many came after their day, or have not come.
officer-slowest-answers-now = How it is counted: of the answers that are waited for, how many have passed their day.
officer-slowest-see = See what is overdue
officer-slowest-leaders = Comparing places and officers is for leaders and approvers. For your cases type “work”.
heard-what-step =
    what do the buttons do
    what does this button do
officer-steps-explained =
    The buttons of a case:
    • Accept: you take it on; the resident is told that the Front has it.
    • Ask: a question to the resident; the clock stands while it waits.
    • Refer: to the competent authority, with a date; then remind and write its answer down.
    • Reply: write to the resident while the case stays open.
    • Close: write the outcome; the resident is told and rates it.

    What goes to a resident is shown before; nothing leaves until you send it. After a slip type “undo”; what was said is put right with “correct”.
heard-officer-ratings =
    are residents satisfied
    are people satisfied
    how many are satisfied
    how many are not satisfied
    satisfaction
    ratings
heard-officer-ratings-beside =
    the
    of
    in
    show
    me
officer-period =
    { $place }, from { $first } to { $last }:
    • New cases: { $new }
    • Cases closed: { $closed }
    • Answers of authorities: { $answered }{ $on_time }
officer-ratings-head = { $place }, cases closed from { $first } to { $last }:
officer-ratings = • Rated by residents: { $rated } of { $closed } closed cases (very satisfied { $very }, satisfied { $satisfied }, not satisfied { $unhappy })
officer-ratings-none = • Rated by residents: none yet, of { $closed } closed cases
officer-ratings-nothing-closed = • Rated by residents: none yet, as no case was closed
officer-ratings-how = Several residents may rate one case; what was withdrawn or merged into another case is not counted.
officer-figures-explained =
    The figures are counted from the cases at the moment you ask:
    • Open: cases that are not closed.
    • New: cases opened within 7 days, today among them, even if closed since.
    • Overdue: not closed, and the due date has passed; a case paused for a resident does not count.
    • Owed by authorities: referred, past the date, not answered.
    • Answered on time: answered before the end of the agreed day.
    • Rated by residents: cases closed within 7 days; what was withdrawn or merged is not counted.

    Confidential cases of other bodies are not among them. To see the cases, tap the name of the list; for the date of one, open it and tap “Why this date?”.
officer-figures-on-time = , on time { $value }
officer-figures-offices = Authorities that owe answers:
officer-figures-office = • { $office }: { $count } cases
officer-figures-communes = Most overdue cases:
officer-how-stands =
    how is
    how are
    how many
    what about
officer-older = Older

## Looking for a case

command-find =
    find
    search
    find a case
    /find
    /search
officer-find-named =
    find
    search
    search for
    look for
    /find
    /search
officer-find-joining =
    the
    a
    case
    cases
    about
    with
    at
    in
    code
    number
    phone number
officer-find-end =
    please
officer-find-ask = What are you looking for? Type a few words of the story or the place (alley 12, street lamp), a code, or the sender's phone number.
officer-find-this = Find “{ $text }”
officer-find-head = Cases with “{ $text }”, the newest first{ $page }:
officer-find-head-loose = No case has “{ $text }” in a row. The cases below have each of the words, the newest first{ $page }:
officer-find-line =
    { $code } · { $day } · { $status }
    { $subject }{ $place }: { $title }
officer-find-none =
    There is no case with “{ $text }” within your scope.

    Try fewer words (“ngõ 12”), another word that residents use, a code, or the sender's phone number. Confidential cases open by their code only.

## The card of a case

officer-card =
    { $danger ->
        [yes] URGENT ·{ " " }
       *[no] { "" }
    }{ $confidential ->
        [yes] CONFIDENTIAL ·{ " " }
       *[no] { "" }
    }{ $code } · { $state }
    Due: { $due }
    { $kind } · { $subject }
    Place: { $place }
    People: { $people } ({ $petitions } petitions), { $age ->
        [0] since today
        [one] 1 day old
       *[other] { $age } days old
    }{ $returned ->
        [yes] { "," } it has returned
       *[no] { "" }
    }
    Handled by: { $body }{ $officer }{ $stead }
officer-card-officer = { ", " }{ $value }
officer-card-stead = { "; " }you stand in for { $value }
officer-card-more = { $count } more petitions in this case.
officer-card-story = Lately:
officer-card-failed = { $count } people could not be told (last on { $day }): the messages did not arrive.
officer-card-perhaps = It is not known whether { $count } people received a message (last on { $day }): the connection broke while it was sent. Call or write again if it matters.
officer-due = { $day } ({ $left })
officer-due-none = none
officer-due-by-hand = { $who } set the due date { $day } at { $at }{ $reason }.
officer-text = { $text }
officer-lines =
    { $first }
    { $rest }
officer-place-named = { $place }, { $unit }
officer-petition =
    { $code } · { $filed } · { $sender }
    “{ $text }”{ $files ->
        [0] { "" }
        [one] { " " }(1 file)
       *[other] { " " }({ $files } files)
    }{ $pin }
officer-petition-pin = { " " }(location: { $value })
officer-petitions-head = The petitions of case { $code } ({ $count }):
officer-sender = { $name }{ $phone }{ $behalf } · { $visibility }
officer-sender-phone = { ", " }{ $value }
officer-sender-behalf = { " " }({ $value })
officer-sender-no-name = no name given
officer-sender-none = without a name
officer-sender-masked = name withheld
officer-quoted = { ": " }“{ $text }”
officer-event = { $at } · { $who }: { $step }{ $about }{ $text }
officer-event-about = { " " }({ $value })
officer-who-resident = Resident
officer-until = until { $day }
officer-hand-over = { ": " }handed over, staff changed
officer-history-head = The story of case { $code }:
officer-look-petitions = All petitions
officer-look-history = Story
officer-look-why = Why this date?
officer-status-line = { $code } · { $state } · due { $due }
step-file = Filed
step-took-in = Another case was merged in
step-gave-back = A merged case was taken out

## Steps

officer-more-steps = More…
officer-more-head = What else can be done with { $code }:
officer-step-accept = Accept
officer-step-classify = Classify
officer-step-ask = Ask
officer-step-supply = Note their words
officer-step-verify = Verifying
officer-step-refer = Refer
officer-step-acknowledge = Authority has it
officer-step-start = In progress
officer-step-extend = Extend
officer-step-remind = Remind
officer-step-hand-back = Handed back
officer-step-answer = Note the answer
officer-step-check = Check with people
officer-step-confirm = They say it is well
officer-step-dispute = They do not accept
officer-step-close = Close
officer-step-propose-decline = Propose to decline
officer-step-decline = Decline
officer-step-withdraw = Withdrawn on paper
officer-step-merge = Merge
officer-step-unmerge = Undo the merge
officer-step-split = Split
officer-step-reopen = Reopen
officer-step-reassign = Give to another
officer-step-recuse = It concerns me
officer-step-note = Note
officer-step-reply = Reply
officer-step-correct = Correct

officer-step-not-now = That is no longer possible. The case now:
officer-step-not-referred = This case has not been sent to any authority, so that is not possible yet. The case now:
officer-changed-meanwhile = Case { $code } has changed meanwhile:
officer-do-anyway = Do it anyway
officer-line-added = Added: “{ $text }”
officer-line-kept = Kept, to go with it: “{ $text }”
officer-about = Case { $code }: { $subject }{ $place }
officer-about-confidential = Case { $code }
officer-confirm = Is that right?
officer-send = Send
officer-write-down = Write down
officer-preview =
    { $people ->
        [one] One person will read:
       *[other] { $people } people will read:
    }

    { $message }
officer-everybody = Everybody ({ $people })
officer-petition-code = { $code } alone{ $text }
officer-petition-begins = { " · " }{ $value }
officer-day = { $day }
officer-day-not-in-calendar = There is no such day. Please look again; write it as 5/12, 5/12/2026, or working days as 10 days.
officer-day-not-understood = Please write a day like 5/12 or 5/12/2026, or a number of working days like 10 days.

officer-label-whom = To whom
officer-label-text = Words
officer-label-reason = Reason
officer-label-guidance = Guidance
officer-label-title = Name of the matter
officer-label-day = Day
officer-label-authority = Authority
officer-label-check = Check with the residents
officer-label-outcome = Outcome
officer-label-photos = Photos
officer-label-to = Give to
officer-label-stays = How to split
officer-label-into = Merge into

officer-reply-whom = To whom do you reply?
officer-reply-ask = Please write the reply to case { $code }. The residents will read these very words.
officer-done-reply = The reply was sent.
officer-ask-whom = Whom do you ask?
officer-ask-ask = Please write the question about case { $code }. The answer will come to this case.
officer-done-ask = The question was sent. You will hear the answer here.
officer-note-ask = Please write the note on case { $code }. Officers alone read it.
officer-done-note = The note was kept.
officer-correct-which = Which message do you correct?
officer-said = { $day }: { $text }
officer-correct-ask = Please write what is right about case { $code }. The residents will see both the old words and the correction.
officer-done-correct = The correction was sent.
button-amend = Correct the outcome
officer-amend-how =
    The residents were told: “{ $told }”

    How did it really end? They will read one correction.
officer-amend-same = Still: { $outcome }
officer-amend-reopen = Not finished, reopen
officer-amend-send = Send the correction
error-nothing-to-correct = Nothing was sent to residents yet.

officer-done-accept = Accepted; the residents were told.
officer-done-verify = Written down: being verified.
officer-done-start = Written down: in progress.
officer-done-acknowledge = Written down: the authority has it.
officer-done-check = The residents were asked. You will hear the answer here.

officer-refer-elsewhere = { $place } lies outside { $province }, and is the name of a place, not of an authority. The case cannot be handed over to there. To refer it, type the name of an authority, for instance “{ $authority }”.
officer-refer-whom = To which authority? Choose one or type its name.
officer-refer-reason = The reason “{ $reason }” does not go along with the referral. To keep it, type “note: …” afterwards.
officer-refer-until = By which day should they answer? Choose, or type a day (5/12) or a number of working days (15 days).
officer-refer-sum = Refer to { $authority }, to be answered by { $due }. The residents will be told.
officer-refer-send = Refer
officer-done-refer = The referral was written down and the residents were told.
officer-authority-unknown = the authority
officer-referral = { $authority } (sent { $day })
officer-which-referral = Which authority?
officer-remind-sum = Write down reminder { $number } to { $authority }. The residents will be told that it was reminded.
officer-remind-send = Write down
officer-done-remind = The reminder was written down.
officer-extend-until = Until which day? Type a day (5/12) or a number of working days (10 days).
officer-extend-why = Why? The residents will read the reason.
officer-extend-sum = Extend until { $due }, because: { $reason }. The residents will be told.
officer-extend-send = Extend
officer-done-extend = Extended.
officer-hand-back-why = Why did they hand it back? Officers alone read this.
officer-hand-back-sum = Write down: handed back, because: { $reason }
officer-done-hand-back = Written down. Choose another place to refer it to.
officer-answer-ask = About case { $code }, what did the authority answer? Keep it short and plain; the residents will read it.
officer-check-ask = Ask the residents at once whether it is well?
officer-check-yes = Ask at once
officer-check-no = Not yet
officer-answer-sum =
    { $authority } answers:

    { $text }

    { $check ->
        [yes] The residents will be told and asked at once.
       *[no] The residents will be told, not asked yet.
    }
officer-done-answer = The answer was written down and the residents were told.
error-no-referral = No authority owes an answer in this case.
error-day-passed = That day has passed.
error-day-not-later = An extension must end after the present due date.

officer-close-how = How did it end?
officer-close-how-unchecked =
    How did it end?

    “Resolved by the authority” cannot be written yet: it takes the authority's answer, and a check with the resident.
officer-outcome-resolved = The authority resolved it
officer-outcome-explained = Explained
officer-outcome-guided = Guided to the right place
officer-outcome-filed = Kept in view
officer-outcome-resolved-heard =
    resolved
    done
    fixed
officer-outcome-explained-heard =
    explained
officer-outcome-guided-heard =
    guided
officer-outcome-filed-heard =
    filed
    keep
officer-close-ask = Please write the outcome of case { $code } for the residents.
officer-close-photos = If there are photos of the outcome, send them here (at most 5). If not, tap “Skip”.
officer-photos-so-far = { $count } received. Send more or tap “Continue”.
officer-photos-only = This takes photos and files only. If there are none, tap the button below.
officer-photos-kept = { $count } received; they will be sent with the outcome.
officer-photo-nowhere = What you just sent was not put into any case. To send photos of the outcome to the residents, open the case, type “close this” and send them.
officer-close-sum =
    Close the case: { $outcome }

    { $text }

    Photos, files: { $photos }. People told: { $people }.
officer-close-send = Close
officer-done-close = The case was closed and the residents were told.
officer-propose-decline-why = Why should it be declined?
officer-propose-decline-sum = Propose to decline, because: { $reason }. A leader or approver decides; the residents are not told yet.
officer-propose-decline-send = Propose
officer-done-propose-decline = The proposal was sent to those who decide.
officer-decline-why = Why is it declined? The residents will read the reason.
officer-decline-why-proposed =
    The officer proposes to decline because: “{ $proposed }”

    Do you take this reason or write another? The residents will read it.
officer-decline-as-proposed = Take this reason
officer-decline-guidance = What can the residents do instead, where can they turn? If nothing, tap “Skip”.
officer-decline-sum = Decline, because: { $reason }{ $guidance }. The residents will be told.
officer-decline-sum-guidance = { ". " }Guidance: { $value }
officer-decline-send = Decline
officer-done-decline = The case was declined and the residents were told.
officer-reopen-why = Why is it reopened?
officer-reopen-sum = Reopen, because: { $reason }. The residents will be told.
officer-reopen-send = Reopen
officer-done-reopen = The case was reopened and the residents were told.

officer-supply-whose = Whose words?
officer-supply-ask = What else did the resident say (by phone, in person)?
officer-done-supply = Written down.
officer-confirm-whose = Who said so?
officer-confirm-ask = How did they say that it is well: who, when?
officer-done-confirm = Written down. You can close the case.
officer-dispute-ask = What do they not accept?
officer-dispute-sum = Write down: not accepted, because: { $reason }
officer-done-dispute = Written down. The case is looked at again.
officer-withdraw-whose = Who withdraws?
officer-withdraw-how = How was it withdrawn (a paper of which day, in person)?
officer-withdraw-sum = Write down: withdrawn by its sender, { $reason }
officer-done-withdraw = The withdrawal was written down.

officer-classify-kind = What kind of petition is it?
officer-classify-subject = What is it about?
officer-classify-sum = Classify: { $kind } · { $subject }
officer-done-classify = Classified.
officer-refer-unsure = If you are not sure, choose the first button: that office usually resolves such matters. The commune's People's Committee takes any and passes it on.
officer-reassign-whom = To whom? Choose, or type the name of another commune or ward of the province.
officer-reassign-commune = There is nobody else here on the system yet. To which commune or ward of the province? Type its name.
officer-hand-or-refer = { $place }: should the Front there take this case over, or do you refer it to the authority there and go on following it?
officer-hand-nobody-there = { $place } has no officer on the system who could take this case, so it cannot be handed over there directly.
officer-hand-here = This case is with { $place } already.
officer-hand-to = Give to { $body }
officer-hand-refer = Refer to { $authority }
officer-hand-committee = UBND { $unit }
officer-colleague = { $name }
officer-reassign-why = Why?
officer-reassign-away = { $name } is away until { $last }, { $substitute } stands in: the case will be in the substitute's list.
officer-reassign-away-alone = { $name } is away until { $last } and nobody stands in: the case will wait until they are back.
officer-has-it = Case { $code } is already with that person.
officer-reassign-sum = Give to { $to }, because: { $reason }
officer-reassign-send = Give
officer-done-reassign = Given.
error-not-of-the-body = This person is not of the handling body, or the case concerns them.
error-nobody-to-give-to = There is no other officer or organisation on the system yet.
error-body-without-officer = There is no officer of that body on the system yet.
officer-recuse-why = How does it concern you (relative, neighbour, interest)? If you would rather not say, tap “Skip”.
officer-recuse-sum = From now on you neither see nor handle this case nor hear of it. You cannot undo this yourself.
officer-recuse-send = Yes, it concerns me
officer-done-recuse = Written down. Somebody else handles the case.
officer-split-whose = Which petition?
officer-split-how = How is it to be split?
officer-split-two = It speaks of two matters
officer-split-wrong = It is another matter
officer-split-title = What is the other matter? In short.
officer-split-sum =
    { $stays ->
        [yes] A further case: { $title } · { $subject }. The petition belongs to both.
       *[no] The petition goes to a case of its own: { $title } · { $subject }.
    }
officer-split-send = Split
officer-done-split = Split. The new case:
error-alone-in-case = This case holds one petition only; there is nothing to split.
officer-merge-into = Into which case? Choose one or type its code.
officer-similar = { $code } · { $title }
officer-merge-sum = Merge the { $people } people of this case into the other. All keep their codes and are told; nobody reads another's words. It can be undone.
officer-merge-send = Merge
officer-done-merge = Merged. The common case:
error-merge-itself = A case cannot be merged into itself.
error-merge-confidential = A confidential case is not merged with an ordinary one.
officer-unmerge-sum = Take this case out again as it was before the merge. The residents will be told.
officer-unmerge-send = Undo the merge
officer-done-unmerge = The merge was undone.
error-not-merged = This case was not merged.
error-withdraw-on-paper = Complaints and denunciations are withdrawn on signed paper. Please tap “Meet an officer” for guidance.

## News for officers

officer-supplied =
    A resident added to { $code }{ $words }{ $files ->
        [0] { "" }
       *[other] { " " }(files: { $files })
    }
officer-confirmed = A resident says that { $code } is well now. You can close the case.
officer-reopened-by-us = Reopened
officer-near-command = You mean “{ $phrase }”
officer-disputed = A resident does not accept the outcome of { $code }{ $reason }
officer-withdrawn = A resident withdrew { $code }; the case was closed.
officer-withdrawn-one = A resident withdrew { $code }; others stand behind the case, so it goes on.
officer-reopened = A resident asks to look at { $code } again{ $reason }
officer-not-satisfied = A resident is not satisfied with the outcome of { $code }{ $words }
officer-not-satisfied-why = Beside the rating “not satisfied” of { $code } the resident says more{ $words }
officer-left-case = The sender of { $code } says that it is another matter; it is now case { $new }.
officer-given-to-you = You were given case { $code }{ $reason }
officer-given-to-body = Case { $code } was given to your body{ $reason }
officer-recused = Case { $code }: an officer is concerned by it and no longer handles it. Please have a look.
officer-decline-proposed = It is proposed to decline { $code }{ $reason }. Please decide.
officer-declined = It was decided to decline case { $code }.
officer-merged-into = Case { $other } was merged into { $code }.
officer-handed-over = { $name } handed { $cases } open cases over to you. { $added }Type “work” to see them.
officer-handed-over-scopes = From now on you also look after: { $scopes }.{ " " }
