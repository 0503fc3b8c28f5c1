# Reports going out and coming back in a chat: Word files returned, the register, sending. Officers read these.

report-button-page = Edit on a page
report-button-look = View on a page
report-button-number = Register number
report-button-send-by = Send the report…
report-button-send-again = Send the report again…
report-button-email = Send by e-mail
report-button-link = Get download links
report-button-paper = Sent on paper
report-button-take = Take these changes
report-button-leave = Do not take them

error-report-step-not-allowed = This cannot be done at the present stage of the report. Please open the report again.
report-card-number = Number { $number }/{ $symbol }, { $day }.

## Word files that come back

report-draft-coming = { $count ->
    [one] Received the Word file. I am reading it and comparing it with what was sent to you; a few minutes.
   *[other] Received { $count } Word files. I am reading them and comparing them with what was sent to you; a few minutes.
}
report-draft-no-word = I only take back a draft report as the Word file (.docx) that was sent from here. Please send that file.
report-draft-old-word = I cannot read this kind of file. Please choose “Save As” .docx and send it again; your changes are still in the file.
report-draft-unreadable = I cannot open { $name }: it is damaged, has a password, or is no draft report. The report stays as it is. Please save it again in Word and send it once more.
report-draft-not-known = { $name } is no draft of a report of your unit, so nothing changed. Please edit the Word file that you received from here and send that one.
report-draft-not-open = { $report } is at the step “{ $state }” and takes no changes now. Your file stays in this chat. To change it, a leader returns the report, or a correction is made if it was sent.
report-draft-compiled-again = The figures of { $report } were compiled again after this file was sent, so it cannot be compared. Please tap “Get the files” for the new one and copy over what you wrote; the old file stays in this chat.
report-draft-same = The file is as it was sent: nothing changes in { $report }.
report-draft-read = Read: { $report }. { $count ->
    [0] No paragraph can be taken.
    [one] One paragraph was changed:
   *[other] { $count } paragraphs were changed:
}
report-draft-change =
    { $number }. { $section }
    Before: { $before }
    After: { $after }
report-draft-change-figures =
    { $number }. { $section }
    Before: { $before }
    After: { $after }
    ⚠ Figures changed – { $figures }
report-draft-filled =
    { $number }. { $section }
    Written: { $after }
report-draft-emptied =
    { $number }. { $section }
    Left out: { $before }
report-draft-more = And { $count } more paragraphs; the page shows all of them once taken.
report-draft-conflict =
    ✗ { $section }: somebody else changed this paragraph after the file was sent, so I do not take it.
    Now: { $now }
    In the file: { $after }
report-draft-more-conflicts = And { $count } more paragraphs that somebody else changed; not taken.
report-draft-cell = ✗ A cell of a table changed from “{ $before }” to “{ $after }”: tables are made from figures and are not taken.
report-draft-added = ✗ The new paragraph “{ $text }”: not taken, for it belongs to no section. Please write it into a paragraph that is there.
report-draft-more-left = And { $count } more places that cannot be taken.
report-draft-ask = Take these changes into the report?
report-draft-ask-reason = Take these changes into the report? Since figures are changed, I will ask why. Rates and comparisons made of them do not change by themselves: please look at them.
report-draft-reason-ask = Why are the figures changed? The reason is printed in the annex of explanations and kept with the report.
report-draft-taken = { $count ->
    [0] The report reads like that already; nothing was taken.
    [one] One paragraph was taken into the report.
   *[other] { $count } paragraphs were taken into the report.
}
report-draft-left = Nothing was taken; the report stays as it is. The file stays in this chat.
report-draft-read-again = Somebody else has just changed { $report }. I am comparing the file with the newest version; a few minutes.
report-draft-gone = I no longer find this file. Please send the Word file again.
report-draft-is-taken = The changes of this file were taken already.
report-draft-is-left = You chose not to take this file. To take it, please send it again.
report-draft-is-waiting = This file is being read; a few minutes.
report-draft-is-same = There is nothing to take from this file.
report-draft-is-refused = This file cannot be taken.

## The page

report-page-link =
    The page of { $report }:
    { $link }

    The link opens once, on one device, within { $hours } hours. Please do not pass it on.

## The register

report-number-ask = What is the report's number in the register? Type it, for example 45. If numbers are written on paper by hand, leave it blank.
report-number-ask-register = The register is at { $number }. Take it, or type another number that stands in the register.
report-number-take = Take { $number }
report-number-blank = Leave blank
report-number-day-ask = Which day does the report carry? Type it, for example 20/11/2026.
report-number-left-blank = The number is left blank; the print leaves room for it. It can be entered later, before sending.
report-number-not-understood = A report's number is a whole number, for example 45.
report-number-taken = Number { $number } of { $year } belongs to another report of this body. Please look at the register.
report-day-today = Today ({ $day })
report-day-not-understood = Please type day and month, for example 20/11 or 20/11/2026.
report-day-not-possible = The day must be within the last year, and not after today.

## Sending

report-ways = How shall { $report } be sent?
report-nobody-told = Nobody whom this report goes to has a chat yet, so it was not sent. Please mail it, make a link or send it on paper.
report-email-ask = To which e-mail address? Separate several by commas.
report-email-ask-known = To which e-mail address? Known recipients: { $known }. Type others, separated by commas.
report-email-known = Known recipients ({ $count })
report-addresses-not-understood = Something there is no e-mail address. Please type it again, for example: office@example.vn
report-addresses-many = At most 10 addresses at once, please.
report-formats-ask = Which files?
report-formats-docx-pdf = Word and PDF
report-formats-all = Word, PDF and the Excel annex
report-formats-pdf = PDF alone
report-email-coming = { $count ->
    [one] Preparing the files and sending an e-mail. If it does not arrive, I say so here.
   *[other] Preparing the files and sending { $count } e-mails. If one does not arrive, I say so here.
}
report-email-asked = This version was sent to these addresses, or is being sent.
report-email-off = No mail server is set up here; please tell the administrator.
report-mail =
    To whom it may concern,

    { $body } sends { $report }{ $number }. The report is attached to this mail.
report-mail-title = { $report }{ $number }
report-mail-number = , number { $number }/{ $symbol }
report-mail-failed = { $report } did not reach { $recipient } ({ $reason }). Please check the address and send it again, or send it another way.
report-dispatch-failed = { $report } could not be sent to { $recipient } ({ $reason }). The report stays as it is; please try again.
report-link-ask = For whom are the download links? The name is kept with the report, for example: office of the commune's Party committee.
report-link-coming = Preparing the files; the links come here in a few minutes.
report-link-asked = The links for this recipient are there, or being prepared.
report-link-no-address = This system has no public address (https), so nobody outside could open a link. Please send it another way, and tell the administrator.
report-links =
    { $report } for { $recipient }. The links work for { $days } days; whoever has them can download, so please pass them to the recipient alone:

    { $links }
report-paper-ask = To whom was the paper sent? For example: the commune's Party committee.
report-paper-day-ask = On which day? Type it, for example 20/11/2026.
report-paper-nobody = Please say to whom the paper was sent.
report-paper-twice = Recorded already: sent on paper to { $recipient } on { $day }.
report-paper-recorded = Recorded: sent on paper to { $whom } on { $day }.

## Jobs

job-read-report-drafts = read draft reports that officers sent back
job-send-reports = send reports by e-mail or as links
job-tell-undelivered-reports = tell officers of mailed reports that did not arrive
