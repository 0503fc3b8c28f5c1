# The calendar of reports, heads of bodies, templates, corrections: what officers and administrators set.

## Corrections

report-corrects-figure = { $name }: { $before } becomes { $after }
report-corrects-figures = { $more ->
    [0] Figures changed: { $list }
   *[other] Figures changed: { $list } and { $more } others
}
report-corrects-sections = Wording changed in section { $list }
report-correct-unsent = Only a report that was sent can be corrected. One that was not is edited, or returned to be edited.
report-correct-begun = A correction of this report has begun already.

report-button-correct = Correct
report-button-recompile = Take the figures again
report-correct-ask = What is wrong in the report that was sent, what is to be corrected?
report-correct-begun-now = A correction of { $report } is there, with the figures and the wording that were sent. Change it, take the figures again if need be, and submit it. When it is sent, the old one is marked as superseded; what changed is named below the title.
report-recompile-coming = The figures of { $report } will be taken again in a few minutes; the sentences that you changed stay.
report-recompiled = The figures of { $report } were taken again{ $changed ->
    [0] ; no total changed.
   *[other] : { $list }.
}
report-recompile-failed = The figures of { $report } could not be taken again ({ $error }). An administrator has been told.
report-part-what = What is to be corrected
job-recompile-reports = Taking the figures of drafts again

## Drafts without a signatory

report-told-compiled-unsigned = The draft of { $report } is compiled. Please complete and submit it before { $due }. Nobody is named to sign it: type “sign reports” to name one, then take the figures again.

## Whose

report-which-body = Which body's?
report-unit-unknown = There is no such unit.

## The calendar

command-report-calendar =
    report calendar
    calendar of reports
    /reportcalendar
report-calendar-of = Calendar of reports of { $body }:
report-calendar-choose = Choose a report to look at or change.
report-button-calendar = Calendar of reports
report-button-head = Signing, recipients
report-calendar-back = Calendar of reports
report-line-on = { $kind }: next from { $first } to { $last }, compiled on { $compiled }, due { $due }.
report-line-off = { $kind }: not compiled by itself.
report-line-closing = Rhythm: { $rhythm }. { $early ->
    [0] Figures to the end of the period
   *[other] Figures closed { $early } days before the end
}{ $day ->
    [1] .
   *[other] ; months begin on day { $day }.
}
report-line-due = { $days ->
    [0] Due on the last day of the period.
   *[other] Due { $days } days after the last day of the period (negative: before it).
}
report-line-reminders = Whoever must finish it is reminded { $days } days before it is due.
report-line-no-reminder = No reminder before it is due.
report-line-committee = Goes to: { $committee }.
report-line-usual-committee = the body's usual one
report-line-sections = It has { $count } sections.
report-line-own = Set by this body.
report-line-shared = Set by an administrator for all.
report-line-usual = The usual calendar.
report-line-change = Change
report-line-switch-on = Switch on
report-line-switch-off = Switch off
report-line-reset = Back to the usual
report-line-save = Save
report-line-impossible = This cannot be used yet, please correct it:
report-as-usual = As usual
report-no-board = None

report-ask-weekday = { $body }: on which day does the week of reports begin?
report-ask-day = { $body }: on which day does the month of reports begin (1 to 28)? 1 is the calendar month, 15 from the 15th to the 14th. Now { $day }.
report-ask-early = How many days before the end of the period are the figures closed (up to 60)? 31 closes the year on 30 November; type “no” for the last day itself. Now { $days }.
report-ask-due = How many days after the end of the period is it due? Negative is before the end. Now { $days }.
report-ask-reminders = How many days before it is due shall we remind? Such as 7, 3, 1; type “no” for none. Now { $days }.
report-ask-committee = To which committee does it go?
report-ask-sections =
    Which sections? Type the letters, such as A B E. Now { $letters }.
    A. { $a }
    B. { $b }
    C. { $c }
    D. { $d }
    E. { $e }
    F. { $f }
    G. { $g }
    H. { $h }
    I. { $i }
    J. { $j }
    K. { $k }
report-part-weekday = First day of the week
report-part-day = First day of the month
report-part-early = Closed early (days)
report-part-due = Due
report-part-reminders = Reminders
report-part-committee = Committee
report-part-sections = Sections
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

report-bad-number = Please type a number within the limits.
report-bad-reminders = Please type at most five numbers of days, none above 60, such as 7, 3, 1.
report-bad-sections = Please type the letters of the sections, such as A B E.
report-calendar-bad-rhythm = This kind of report does not come so often.
report-calendar-on-demand = This report is made on demand, not by the calendar.
report-calendar-closed-before-it-begins = Figures cannot be closed before the period begins.
report-calendar-bad-due = It is due between { $least } and { $most } days from the last day of the period.
report-calendar-due-before-figures = It must be due after its figures are closed: { $days } days from the last day of the period at the earliest.
report-calendar-bad-reminders = At most { $count } reminders, none more than { $most } days before it is due.
report-calendar-long-committee = The committee's name has more than { $limit } characters.
report-calendar-no-one-day = Only a report that comes once a year is closed on one day of the year.
report-calendar-no-such-day = There is no such day.
report-calendar-far-day = The day must be within 60 days before { $last }.
report-calendar-not-set = This body has no calendar of its own for this report.

## Heads

command-report-head =
    sign reports
    signing reports
    /signreports
report-head-of = Reports of { $body } are signed and sent like this:
report-head-top = Issued by: { $issuer }. Symbol: { $symbol }. Place: { $place }.
report-head-board = On behalf of: { $board }.
report-head-signature = Signed: { $form }. Name: { $name }.
report-head-no-signer = not entered (the document leaves room)
report-head-recipients =
    Goes to: { $committee }.
    Recipients:
    { $recipients }
    - On file: { $filing }.
report-head-number = Next number of the register: { $number }.
report-head-number-by-hand = Numbers are given by hand.
report-head-change-signature = Who signs
report-head-change-recipients = Recipients
report-head-change-top = Symbol, place, number
report-head-line = { $part }: { $value }
report-head-nothing = Nothing changes.
report-signing-head = { $post }
report-signing-on-behalf = TM. (T/M) { $whom }, { $post }
report-signing-for-the-head = KT. (K/T) { $whom }, { $post }
report-signing-by-order = TL. (T/L) { $whom }, { $post }
report-signing-by-mandate = TUQ. { $whom }, { $post }
report-signing-acting = Q. { $post }
report-signing-name-head = The head signs
report-signing-name-on-behalf = On behalf of a collective (TM., T/M)
report-signing-name-for-the-head = A deputy for the head (KT., K/T)
report-signing-name-by-order = By order (TL., T/L)
report-signing-name-by-mandate = By mandate (TUQ.)
report-signing-name-acting = Acting (Q.)
report-ask-form = { $body }: in which form are reports signed?
report-ask-board = For which collective does the deputy sign? Such as: Ban Thường trực.
report-ask-for-whom = On whose behalf, or for whom? Such as: Ban Thường trực, Chủ tịch.
report-ask-post = The signer's post?
report-ask-signer = The signer's full name?
report-ask-recipients = Recipients, one a line, the purpose in brackets.
report-ask-filing = Where is the copy kept? Such as: VT, BTT
report-ask-symbol = The symbol after the number? Such as: BC-MTTQ-BTT
report-ask-place = The place before the date?
report-ask-number = The next number of the register? Type “no” where numbers are given by hand. Now { $number }.
report-part-signing-form = Form of signing
report-part-board = Collective
report-part-for-whom = On behalf of
report-part-post = Post
report-part-signer = Signer
report-part-recipients = Recipients
report-part-filing = On file
report-part-symbol = Symbol
report-part-place = Place
report-part-number = Next number
report-part-next-number = Next number
report-head-bad-form = There is no such form of signing.
report-head-too-many = { $part } has at most { $limit } lines.
report-head-too-long = { $part } has more than { $limit } characters.
report-head-bad-number = The next number is one from 1 to 99999.
report-head-not-set = Nothing was set for this body.

## Templates

report-template-refused = The Word template cannot be used and was not installed.
report-template-none = No Word template is installed here: the shipped one governs.
template-trial-failed = A report for trial could not be filled in: { $what }
