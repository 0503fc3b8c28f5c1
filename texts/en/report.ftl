# Periodic reports: names, sentences filled from figures, figures and what they count. Documents themselves are in Vietnamese.
# The Front receives, forwards, follows and reminds; the competent authority resolves.

## Names of kinds, rhythms, states

report-kind-nhanh = Flash report on the people's situation
report-kind-tuan = Weekly report on the people's situation
report-kind-thang = Monthly report of the Front
report-kind-quy = Quarterly report of the Front
report-kind-sau-thang = Half-year report of the Front
report-kind-chin-thang = Nine-month report of the Front
report-kind-nam = Yearly report of the Front
report-kind-tong-hop-y-kien = Summary of voters' and people's opinions
report-kind-giam-sat = Report on supervising how petitions are resolved
report-kind-chuan-bi-quy-ba = Report for the standing Party committee's hearing, third quarter

report-subject-nhanh =
    Flash report on the people's situation and public opinion
    (from { $first } to { $last })
report-subject-tuan =
    The people's situation and public opinion
    week from { $first } to { $last }
report-subject-thang = The people's situation, and what became of opinions and petitions, month { $month } of { $year }
report-subject-quy = The people's situation, and what became of opinions and petitions, quarter { $quarter } of { $year }
report-subject-sau-thang = The people's situation, and what became of opinions and petitions, first six months of { $year }
report-subject-chin-thang = The people's situation, and what became of opinions and petitions, first nine months of { $year }
report-subject-nam = The people's situation, and what became of opinions and petitions, { $year }
report-subject-tong-hop-y-kien =
    Summary of voters' and people's opinions and petitions
    (from { $first } to { $last })
report-subject-giam-sat =
    Results of supervising how voters' and people's petitions are resolved
    (from { $first } to { $last })
report-subject-chuan-bi-quy-ba = For the standing Party committee's hearing on the Front's work, third quarter of { $year }

report-state-compiled = Compiled, to be completed
report-state-edited = Being completed
report-state-submitted = Submitted
report-state-returned = Returned for changes
report-state-approved = Approved
report-state-numbered = Numbered
report-state-sent = Sent
report-state-superseded = Replaced by a correction

report-step-compile = Compiled
report-step-recompile = Compiled again
report-step-edit = Edited
report-step-comment = Commented on
report-step-submit = Submitted
report-step-return = Returned
report-step-approve = Approved
report-step-number = Numbered
report-step-send = Sent
report-step-supersede = Superseded by a correction

rhythm-khi-can = on request
rhythm-hang-tuan = weekly
rhythm-hang-thang = monthly
rhythm-hang-quy = quarterly
rhythm-hai-lan-nam = every six months
rhythm-sau-thang-dau-nam = first six months
rhythm-chin-thang-dau-nam = first nine months
rhythm-hang-nam = yearly

## Sections

part-of-report-danh-gia-chung = The mood of the people
part-of-report-van-de-quan-tam = What people are concerned about
part-of-report-theo-linh-vuc = Opinions and petitions by subject
part-of-report-lap-lai = Problems reported by many, and problems that return
part-of-report-nhieu-xa = Problems seen in several places
part-of-report-ket-qua-tiep-nhan = Receiving, sorting and forwarding
part-of-report-giam-sat-giai-quyet = Following and supervising the authorities' answers
part-of-report-hai-long = Satisfaction
part-of-report-diem-nong = Incidents and hot spots
part-of-report-chi-tieu = Indicators
part-of-report-kien-nghi-de-xuat = Recommendations

report-to-party = To the Party committee
report-to-government = To the government and authorities
report-to-organisations = To the Front and the socio-political organisations
report-suggest-organisations-hint = The officer adds: what the Front and the organisations are asked
report-to-front = To the Front above

## Bodies

report-unit = { $type ->
    [tinh] { $name } province
    [thanh_pho] { $name } city
    [phuong] { $name } ward
    [dac_khu] { $name } special zone
   *[xa] { $name } commune
}
report-front = Vietnam Fatherland Front Committee
report-front-centre = Central Committee of the Vietnam Fatherland Front
report-front-of = Vietnam Fatherland Front Committee of { $unit }
report-board = Standing Board
report-standing = Standing Committee
report-organisation-of = { $organisation } of { $unit }
report-trade-union-of-province = Federation of Labour
report-everywhere = the whole country
report-whole = The Vietnam Fatherland Front Committee of { $unit } and the socio-political organisations
report-party-over = { $type ->
    [thanh_pho] Party organisation of the city of { $name }
   *[other] Party organisation of the province of { $name }
}
report-party-centre = Secretariat of the Party Central Committee
report-party-of = { $type ->
    [tinh] Party Committee of { $name } province
    [thanh_pho] Party Committee of { $name } city
    [phuong] Party Committee of { $name } ward
    [dac_khu] Party Committee of { $name } special zone
   *[xa] Party Committee of { $name } commune
}
report-standing-committee = { $type ->
    [tinh] Standing members of the Party Committee of { $name } province
    [thanh_pho] Standing members of the Party Committee of { $name } city
    [phuong] Standing members of the Party Committee of { $name } ward
    [dac_khu] Standing members of the Party Committee of { $name } special zone
   *[xa] Standing members of the Party Committee of { $name } commune
}
report-post-chair = Chair
report-post-secretary = Secretary
report-post-deputy-secretary = Deputy Secretary
report-purpose-report = to report
report-purpose-know = for information
report-recipient-superior = Standing Board of { $body }
report-recipient-organisations = Socio-political organisations of { $unit }
report-filing = Office, Standing Board
report-filing-organisation = Office, Standing Committee
report-filing-party = Office

## Sentences. Numbers come in as they are written in prose.

report-opening = { $body } reports to { $committee } as follows:
report-period-merged = Figures are by present units; what was sent under former names is counted in the new units.
report-demo = SAMPLE FIGURES: the opinions in this report are invented, nobody's.
report-received = In the period { $body } received { $received } opinions and petitions{ $compared }, { $ways ->
    [digital] all by digital channels
    [walk-in] all in person
    [digital-one] by a digital channel
    [walk-in-one] in person
   *[both] { $digital } of them by digital channels, { $walk_in } in person
}. { $any ->
    [yes] After merging repeats there are { $cases } cases.
   *[no] No case has to be handled.
}
report-received-none = In the period { $body } received no opinion or petition through this system{ $compared }.
report-concerns-none = Nothing was raised through this system in the period.
report-compared = { " " }({ $phrases })
report-change = { $how ->
    [up] up { $by } from { $before } of { $with }
    [down] down { $by } from { $before } of { $with }
    [up-by] up { $by } from { $before } of { $with }
    [down-by] down { $by } from { $before } of { $with }
    [none] { $with } had { $before }
   *[same] the same as { $with }, { $before }
}
report-change-new = { $with } had none
report-with-before = the period before
report-with-last-year = the same period last year
report-carried-in = The figures include { $carried_in } received after the last cut-off.
report-late = { $late } received after the cut-off ({ $cut_off }) go into the next report.
report-withdrawn = { $withdrawn } were withdrawn by their senders before the cut-off and count as received.
report-confidential = { $confidential } are confidential: counted, never described.
report-mood-hint = For the officer: how people feel in general

report-concerns = People spoke most about: { $list }.
report-concern = { $name } ({ $count })
report-kinds = By kind: { $list }.
report-organisations = By the organisation that people turned to: { $list }.
report-units = Places with most opinions: { $list }.
report-silent = { $silent } communes sent no opinion in the period{ $names }.
report-silent-names = : { $list }
report-leading = Some leading cases:
report-case = { $what }{ $marks } in { $where }: { $said ->
    [kien_nghi] proposed
    [gop_y] commented on
   *[other] reported
} by { $people } people { $again ->
    [yes] since
   *[no] on
} { $since }. { $stands }
report-case-trouble = Trouble: { $what }
report-case-task = The matter of { $what }
report-case-quoted = Matter of { $subject } (“{ $title }”)
report-case-subject = Matter of { $subject }
report-case-marks = { " " }({ $list })
report-case-again = recurring
report-case-danger = a danger
report-case-place = { $place }, { $unit }
report-stands-late = Referred to { $authority } on { $sent }, due on { $due }; { $days } days overdue on the cut-off day, without an answer{ $reminded }.
report-stands-waiting = Referred to { $authority } on { $sent }; an answer is due by { $due }{ $reminded }.
report-stands-reminded = , reminded { $count } times by the Front
report-stands-answered = { $authority } answered on { $day }; the Front is telling the people.
report-stands-checking = { $authority } answered on { $day }; the Front is asking the people about the result.
report-stands-disputed = { $authority } answered on { $day }, but people do not agree and ask for another look.
report-stands-received = The Front has received it and is looking at it{ $late }.
report-stands-asking = The Front is waiting for more information from the people{ $late }.
report-stands-verifying = The Front is verifying it, to refer it to the authority{ $late }.
report-stands-own-late = , { $days } days overdue
report-stands-resolved = The authority has resolved it.
report-stands-resolved-answered = { $authority } answered on { $day }; the case was resolved.
report-stands-explained = It was explained to the people.
report-stands-explained-answered = { $authority } answered and explained on { $day }.
report-stands-guided = The people were guided to the authority.
report-stands-declined = Not within the scope; the people were told why.
report-stands-withdrawn = Withdrawn by whoever filed it.
report-stands-merged = Joined with another case of the same matter.
report-stands-filed = Filed for follow-up.
report-authority-phong-kinh-te = { $type ->
    [xa] Economic office of { $place }
   *[other] Office of economy, infrastructure and urban affairs of { $place }
}
report-authority-phong-van-hoa-xa-hoi = Office of culture and society of { $place }
report-authority-van-phong-hdnd-ubnd = Office of the People's Council and Committee of { $place }
report-authority-trung-tam-pvhcc = Public service centre of { $place }
report-authority-ubnd-xa = People's Committee of { $place }
report-authority-chu-tich-ubnd-xa = Chair of the People's Committee of { $place }
report-authority-cong-an-xa = Police of { $place }
report-authority-ban-chqs-xa = Military command of { $place }
report-authority-dang-uy-xa = Party committee of { $place }
report-authority-tram-y-te = Health station of { $place }
report-authority-ubnd-tinh = People's Committee of { $place }
report-authority-chu-tich-ubnd-tinh = Chair of the People's Committee of { $place }
report-authority-thanh-tra-tinh = Inspectorate of { $place }
report-authority-cong-an-tinh = Police of { $place }
report-none-described = The cases of the period may not be described.
report-repeated-hint = For the officer: why problems return
report-spread-none = No problem was seen in three communes or more.
report-spread = { $name }: { $cases } cases in { $units } communes.
report-channels = By channel: { $list }. Share by digital channels: { $digital_rate }.
report-forwarded = { $forwarded } cases were forwarded to the competent authority, and their senders told.
report-on-time = { $how ->
    [all] All answers were in time.
    [none] All answers were late.
    [one] The answer was in time.
    [one-late] The answer was late.
   *[some] Of the answers { $ref_on_time } were in time ({ $on_time_rate }), { $ref_late } late.
}
report-reminded = The Front reminded of { $ref_reminded }.
report-overdue-entry = { $name } ({ $count })
report-overdue-more = { $count } other offices
report-overdue-unnamed = { $count } that are not described
report-results = Of { $cases } cases, { $list }.{ $late }
report-results-rate = { " " }({ $done_rate } of { $base } cases)
report-results-forwarded = { $count } were forwarded to an authority
report-results-answered = { $count } were answered
report-results-done = { $count } were resolved or explained by the authority
report-results-in-progress = { $count } are in progress
report-results-not-done = { $count } are not resolved
report-results-none-done = none was resolved yet
report-results-outside = { $outside } were guided elsewhere, filed, withdrawn or out of scope{ $rated ->
    [yes] { " " }(not in the rate)
   *[no] { "" }
}
report-results-overdue = { " " }{ $overdue } are overdue.
report-scope = Object, scope and time of the supervision
report-scope-words = Supervision of how petitions of voters and people forwarded to the authorities of { $unit } were received, resolved and answered, from { $first } to { $last }.
report-field = { $received } petitions, { $cases } cases: { $states }{ $overdue }.
report-field-alone = { $received } petitions, { $cases } cases.
report-field-done = { $count } resolved
report-field-in-progress = { $count } in progress
report-field-not-done = { $count } not resolved
report-field-outside = { $count } guided elsewhere, filed, withdrawn or out of scope
report-field-overdue = ; { $count } of them overdue
report-repeated = { $repeated } cases were reported by two people or more{ $recurring }.{ $above }
report-repeated-recurring = ; { $count } problems came back after a result
report-repeated-above = { " " }The leading ones are described above.
report-repeated-none = No case was reported by two people or more, and no problem came back.
report-forwarded-none = No case had to be forwarded to an authority.
report-overdue-all = On the cut-off day { $ref_overdue } forwarded matters, those of earlier periods included, are overdue: { $list }.
report-overdue-by = Offices with overdue matters: { $list }.
report-flow = { $came ->
    [both] At the beginning { $ref_carried } forwarded matters were waiting; { $ref_sent } more were forwarded.
    [carried] At the beginning { $ref_carried } forwarded matters were waiting; no more were forwarded.
   *[sent] { $ref_sent } matters were forwarded; none was waiting at the beginning.
} { $became }; { $left ->
    [none] at the end none is waiting.
    [late] at the end { $ref_waiting } are waiting, { $ref_overdue } of them overdue.
   *[in-time] at the end { $ref_waiting } are waiting, none overdue.
}
report-flow-became = The authorities { $list }
report-flow-unanswered = The authorities have answered none
report-flow-ref-answered = answered { $count } matters
report-flow-ref-handed-back = handed back { $count } matters
report-flow-ref-ended = ; { $count } matters ended with their case without an answer
report-flow-none = Nothing was forwarded to or waited for an authority.
report-to-council = To the People's Council
report-suggest-council-hint = The officer adds: proposals to the People's Council
report-next-month = Main tasks of the next month
report-next-quarter = Main tasks of the next quarter
report-next-half = Main tasks of the second half of the year
report-next-months = Main tasks of the last three months of the year
report-next-year = Main tasks of { $year }
report-next-hint = The officer adds: the main tasks
report-reopened = In { $reopened } cases people did not agree with the result and asked for another look.
report-answers-hint = For the officer: strengths and weaknesses of the answers, and why
report-satisfaction = Of { $rated } ratings after a result: { $scores } (satisfied or better { $rate }){ $unrated }.
report-satisfaction-rated-rat-hai-long = { $count } very satisfied
report-satisfaction-rated-hai-long = { $count } satisfied
report-satisfaction-rated-chua-hai-long = { $count } not satisfied
report-satisfaction-unrated = ; { $count } without a rating
report-satisfaction-none = Nobody rated a result in the period.
report-hot = { $unit }: { $people } people spoke of { $subject } from { $first } to { $last }.
report-hot-none = By the figures there was no hot spot.
report-hot-hint = For the officer: what happened, what was done, what it means
report-indicators-none = No indicator was entered for { $year }.
report-indicators = { $how ->
    [none-entered] No indicator has a value yet.
    [none-met] None of { $all } indicators with a value is met.
   *[some] { $met } of { $all } indicators with a value are met.
}

report-suggest-party-concern = The Party committee is asked to lead on what people speak of most: { $list }.
report-suggest-party-hint = For the officer: recommendations to the Party committee
report-suggest-overdue = { $name } is asked to answer { $count } overdue matters.
report-suggest-spread = Provincial authorities are asked to look at { $name } as a whole: seen in { $units } communes.
report-suggest-recurring = { $recurring } problems that returned after a result should be checked again.
report-suggest-government-hint = For the officer: recommendations to the government and authorities
report-suggest-front-hint = For the officer: recommendations to the Front above

## Tables, charts, annexes

report-table-fields = By subject
report-table-units = By place
report-table-organisations = By organisation
report-table-authorities = Answers of authorities
report-table-satisfaction = Satisfaction
report-table-indicators = Indicators of { $year }
report-table-unit-subject = Opinions by place and subject
report-table-overdue = Overdue matters
report-table-answered = Answered matters
report-base-note = Rates are of cases resolved, in progress and not done.{ $outside ->
    [yes] { " " }The others were guided elsewhere, filed, withdrawn or out of scope.
   *[no] { "" }
}
report-table-cut = The first { $shown } rows; the XLSX annex has all.
report-col-number = No.
report-col-field = Subject
report-col-unit = Commune
report-col-organisation = Organisation
report-col-authority = Authority
report-col-received = Opinions
report-col-cases = Cases
report-col-forwarded = Forwarded
report-col-done = Resolved
report-col-in-progress = In progress
report-col-not-done = Not done
report-col-overdue = Overdue
report-col-rate = Resolved (%)
report-col-carried = From before
report-col-sent = Forwarded
report-col-answered = Answered
report-col-on-time = In time
report-col-waiting = Waiting
report-col-code = Code
report-col-summary = Summary
report-col-place = Place
report-col-sent-on = Forwarded on
report-col-due-on = Due
report-col-days-late = Days late
report-col-reminded = Reminded
report-col-answered-on = Answered on
report-col-state = State
report-col-indicator = Indicator
report-col-target = Target
report-col-value = Reached
report-col-evidence = Evidence
report-col-met = Result
report-col-all = All
report-total = Total
report-sealed-summary = (not described)
report-met = Met
report-not-met = Not met
report-not-entered = No value yet
report-chart-fields = Opinions by subject, with earlier periods
report-chart-fields-alone = Opinions by subject
report-chart-this = This period
report-chart-before = Before
report-chart-last-year = Last year
report-chart-authorities = Answered matters, by authority
report-chart-map = Opinions by place
report-chart-unit = opinions
report-chart-referrals = matters
report-chart-overdue-part = cases overdue

report-channel-zalo-oa = Zalo OA
report-channel-zalo-bot = Zalo bot
report-channel-telegram = Telegram
report-channel-webchat = web chat
report-channel-walk-in = in person

## Figures: what each is called, and what it counts

report-figure-of = { $what }: { $value }
report-figure-received = Opinions received
report-about-received = Petitions filed in the period, withdrawn ones and thanks among them; each counts once, as its sender chose.
report-figure-digital = Received by digital channels
report-about-digital = Not entered by an officer for somebody who came in person.
report-figure-walk-in = Received in person
report-about-walk-in = Entered by an officer for somebody who came in person.
report-figure-confidential = Confidential
report-about-confidential = Confidential petitions; neither codes nor content are given.
report-figure-withdrawn = Withdrawn
report-about-withdrawn = Filed in the period and withdrawn before the cut-off.
report-figure-carried-in = From after the last cut-off
report-about-carried-in = Filed before the first day of the period, after the last cut-off.
report-figure-late = For the next report
report-about-late = Filed after the cut-off until the report was compiled; not in the figures.
report-figure-digital-rate = Share by digital channels
report-about-digital-rate = By digital channels, of all received.
report-figure-cases = Cases
report-about-cases = Different cases that the petitions of the period belonged to at the cut-off, after merging; under the organisation that people turned to, whoever handles them since.
report-figure-base = Cases that rates are of
report-about-base = Resolved, in progress and not done.
report-figure-done = Cases resolved
report-about-done = Resolved or explained by the authority, and closed before the cut-off.
report-figure-done-rate = Share resolved
report-about-done-rate = Cases resolved, of the base.
report-figure-in-progress = Cases in progress
report-about-in-progress = Not closed, and not in the group that is not done.
report-figure-not-done = Cases not done
report-about-not-done = Overdue and not forwarded, or without a sign of work by the authority.
report-figure-outside = Cases outside the base
report-about-outside = Guided elsewhere, filed, not taken or withdrawn.
report-figure-outcome-resolved = Cases resolved by an authority
report-about-outcome-resolved = Closed as resolved, after asking the people.
report-figure-outcome-explained = Cases explained
report-about-outcome-explained = Closed as explained.
report-figure-outcome-guided = Cases guided
report-about-outcome-guided = Closed as guided elsewhere.
report-figure-outcome-declined = Cases not taken
report-about-outcome-declined = Closed as not taken, with a reason and an approver.
report-figure-outcome-withdrawn = Cases withdrawn
report-about-outcome-withdrawn = Closed because everybody withdrew.
report-figure-outcome-filed = Cases filed
report-about-outcome-filed = Closed as filed.
report-figure-outcome-merged = Cases merged
report-about-outcome-merged = Merged into another after the cut-off.
report-figure-forwarded = Cases forwarded
report-about-forwarded = Forwarded to at least one authority before the cut-off.
report-figure-answered = Cases answered
report-about-answered = Answered (not handed back) by at least one authority before the cut-off.
report-figure-overdue = Cases overdue
report-about-overdue = Open with a due date that had passed at the cut-off: the authority's, or the receiving body's.
report-figure-repeated = Cases reported by several
report-about-repeated = Two different people or more, from the beginning to the cut-off.
report-figure-recurring = Problems that returned
report-about-recurring = Linked to a case that had a result.
report-figure-reopened = Cases to be looked at again
report-about-reopened = People did not agree with an answer or result before the cut-off.
report-figure-silent = Communes without opinions
report-about-silent = Communes of the report without any petition in the period.
report-figure-ref-carried = Matters waiting from before
report-about-ref-carried = Forwarded before the period and unanswered at its beginning; each authority counts once.
report-figure-ref-sent = Matters forwarded
report-about-ref-sent = Forwarded to an authority in the period.
report-figure-ref-answered = Matters answered
report-about-ref-answered = Answered in the period, not handed back.
report-figure-ref-handed-back = Matters handed back
report-about-ref-handed-back = Handed back in the period: not for this authority.
report-figure-ref-ended = Matters ended unanswered
report-about-ref-ended = Unanswered when their case was closed in the period: nobody waits any more.
report-figure-ref-waiting = Matters waiting
report-about-ref-waiting = Unanswered at the cut-off, of cases that are open.
report-figure-ref-overdue = Matters overdue
report-about-ref-overdue = Unanswered at the cut-off with a due date that had passed, by the date that held then (extensions of later do not count).
report-figure-ref-overdue-unnamed = Matters overdue whose office is not named
report-about-ref-overdue-unnamed = Overdue matters of cases that are not described.
report-figure-late-offices-more = Other offices that are late
report-about-late-offices-more = Offices with overdue matters that the sentence does not name; the codes are those of the cases.
report-figure-spread = Communes with cases
report-about-spread = Communes with cases of this subject in the period; the codes are those of the cases.
report-figure-hot-people = People who spoke of one thing
report-about-hot-people = Different people about one subject in one place within seven days; the codes are those of the petitions.
report-figure-people = People behind the case
report-about-people = Different people who petitioned in the case, up to the cut-off.
report-figure-days-late = Days overdue
report-about-days-late = Days from the due date of the case to the cut-off.
report-figure-reminders = Reminders
report-about-reminders = How often the Front reminded the office that owes an answer in the case, before the cut-off.
report-figure-ref-on-time = Answers in time
report-about-ref-on-time = Of the answers of the period, those no later than due.
report-figure-ref-late = Answers late
report-about-ref-late = Of the answers of the period, those after the due date.
report-figure-on-time-rate = Share answered in time
report-about-on-time-rate = Answers in time, of the answers of the period.
report-figure-ref-reminded = Matters reminded of
report-about-ref-reminded = Waiting or answered in the period, reminded of at least once before the cut-off.
report-figure-rated-rat-hai-long = Very satisfied
report-about-rated-rat-hai-long = Ratings by senders of the period of cases resolved.
report-figure-rated-hai-long = Satisfied
report-about-rated-hai-long = Ratings by senders of the period of cases resolved.
report-figure-rated-chua-hai-long = Not satisfied
report-about-rated-chua-hai-long = Ratings by senders of the period of cases resolved.
report-figure-unrated = Not rated
report-about-unrated = Petitions of cases resolved that were not rated.
report-figure-satisfied-rate = Share satisfied or better
report-about-satisfied-rate = Very satisfied and satisfied, of all ratings.
report-figure-rated = Ratings
report-about-rated = All ratings.
report-figure-hot = Hot spots
report-about-hot = Places and subjects with five different people or more within seven days.
report-figure-satisfied = Satisfied or better
report-about-satisfied = Very satisfied and satisfied.

## The way of a report

report-not-found = There is no such report among yours.
report-reason-needed = A changed figure needs a reason.
report-paragraph-unknown = The report has no paragraph { $paragraph }.
report-not-editable = The report is submitted and can no longer be changed. A leader may return it, or it is corrected by a new one.
report-empty-note = Please say why it is returned.
report-own-submission = Whoever submitted a report does not approve it while somebody else can.
report-number-by-hand = This body numbers by hand: please give the report's number.
report-corrects = Replaces report no. { $number }; what changed: { $what }
report-corrects-plain = Takes the place of the report of the same period that was sent before; changed: { $what }
report-corrects-plain-dated = Takes the place of the report of the same period of { $day }; changed: { $what }
report-corrects-dated = Replaces report no. { $number } of { $day }; what changed: { $what }

## In chat

report-name = { $kind } ({ $first } – { $last })
report-told-compiled = The draft of { $report } is compiled. Please complete and submit it before { $due }.
report-told-due = { $report } is due on { $due } and not sent. Please complete it.
report-told-late = { $report } was due on { $due } and is not sent.
report-told-submitted = { $report } waits for your approval.
report-told-returned = { $report } was returned for changes: { $note }
report-told-approved = { $report } is approved.
report-told-sent = { $report } was sent.
report-button-open = Open the report

command-reports =
    report
    reports
    periodic reports
reports-named =
    report
    reports
    report of
    show report
    show the report
    show me the report
    open the report
reports-of-what =
    quarter
    month
    week
    year
    of
    for
    latest
    newest
    quarterly
    monthly
    yearly
# When a report is compiled and due is asked, or how it is prepared.
reports-prepared =
    prepare the report
    report calendar of
reports-when =
    when
    due
reports-none = Your unit has no report yet. When a period ends it compiles itself and you are told; the days of the next are in the report calendar.
reports-list = The newest reports ({ $count }). Please choose one.
report-button-of = { $report }
report-button-list = List of reports
report-button-files = Get the documents
report-button-submit = Submit
report-button-approve = Approve
report-button-return = Return
report-button-send = Send in the app
report-card =
    { $report }
    { $state }.
    { $received } received, { $cases } cases; { $done } resolved by authorities, { $overdue } overdue.
report-card-returned = Returned because: { $note }
report-return-ask = What should be changed in the report?
report-sent-to = { $count } people were told.
report-files-coming = The documents are being made and will come here in a few minutes.
report-files-asked = The documents are being made and come here in a few minutes.
report-files = { $report }: a Word file to edit, the PDF and the Excel annex.
report-files-failed = The documents of { $report } could not be made ({ $error }). The administrator was told.
error-indicator-target = Targets and values are not negative, and a percentage is no more than 100.
