# Words for the codes of domain/: one key per code, `<topic>-<code>`.

## Kinds of petition

kind-kien-nghi = A request or proposal
kind-phan-anh = Report something that is happening
kind-khieu-nai = A complaint about a decision
kind-to-cao = A denunciation of wrongdoing
kind-gop-y = A comment or opinion
kind-cam-on = Thanks

kind-short-kien-nghi = Request
kind-short-phan-anh = Report
kind-short-khieu-nai = Complaint
kind-short-to-cao = Denunciation
kind-short-gop-y = Comment
kind-short-cam-on = Thanks

## Organisations: as people call them, and in full

organisation-mttq = Fatherland Front
organisation-cong-doan = Trade Union
organisation-nong-dan = Farmers' Union
organisation-phu-nu = Women's Union
organisation-cuu-chien-binh = Veterans' Association
organisation-doan-thanh-nien = Youth Union

organisation-full-mttq = Vietnam Fatherland Front Committee
organisation-full-cong-doan = Trade Union
organisation-full-nong-dan = Vietnam Farmers' Union
organisation-full-phu-nu = Vietnam Women's Union
organisation-full-cuu-chien-binh = Vietnam Veterans' Association
organisation-full-doan-thanh-nien = Ho Chi Minh Communist Youth Union

## How the petitioner appears

name-visibility-officer-only = Only the officer in charge knows my name
name-visibility-shown = Give my name when it is forwarded
name-visibility-without = Without a name

on-behalf-self = For myself
on-behalf-relative = For a relative
on-behalf-neighbour = For a neighbour or friend

urgency-khan = Urgent
urgency-binh-thuong = Normal
urgency-phuc-tap = Complex

rating-rat-hai-long = Very satisfied
rating-hai-long = Satisfied
rating-chua-hai-long = Not satisfied

## Subjects

subject-dat-dai = Land, site clearance, resettlement
subject-moi-truong = Environment, waste
subject-giao-thong = Roads, bridges, pavements
subject-ha-tang = Electricity, clean water, lighting, telecoms
subject-do-thi = Construction, order in streets, markets
subject-thien-tai = Flooding, landslides, irrigation, disasters
subject-nong-nghiep = Farming, new countryside
subject-y-te = Health, food safety
subject-giao-duc = Education, schools
subject-an-sinh = Social welfare, people with merit, housing
subject-lao-dong = Work, wages, workers
subject-an-ninh = Security, order, online fraud
subject-hanh-chinh = Procedures, manner of service
subject-can-bo = Officials; corruption, waste
subject-van-hoa = Culture, sport, way of life; noise
subject-gia-dinh = Women, children, family
subject-dan-toc-ton-giao = Ethnic and religious matters
subject-dong-gop = Fees, funds, contributions
subject-xd-dang-cq = Comments on Party, government, Front
subject-sap-xep = Merged units, two-level government
subject-khac = Other

subject-short-dat-dai = Land
subject-short-moi-truong = Environment
subject-short-giao-thong = Roads
subject-short-ha-tang = Power, water
subject-short-do-thi = Streets, markets
subject-short-thien-tai = Floods, slides
subject-short-nong-nghiep = Farming
subject-short-y-te = Health
subject-short-giao-duc = Education
subject-short-an-sinh = Welfare
subject-short-lao-dong = Work
subject-short-an-ninh = Security
subject-short-hanh-chinh = Procedures
subject-short-can-bo = Officials
subject-short-van-hoa = Culture
subject-short-gia-dinh = Family
subject-short-dan-toc-ton-giao = Ethnic, religion
subject-short-dong-gop = Fees
subject-short-xd-dang-cq = Party, state
subject-short-sap-xep = Mergers
subject-short-khac = Other

## Levels and authorities

level-centre = Central
level-province = Province
level-commune = Commune

authority-ubnd-xa = People's Committee of the commune
authority-chu-tich-ubnd-xa = Chair of the commune's People's Committee
authority-phong-kinh-te = Economy (and Infrastructure) Office
authority-phong-van-hoa-xa-hoi = Culture and Society Office
authority-van-phong-hdnd-ubnd = Office of the People's Council and Committee
authority-trung-tam-pvhcc = Public Service Centre
authority-cong-an-xa = Commune police
authority-ban-chqs-xa = Commune military command
authority-tram-y-te = Health station
authority-dien-luc = Power company
authority-cap-nuoc = Water company
authority-bhxh = Social insurance
authority-ban-ttnd = People's Inspection Board
authority-dang-uy-xa = Party committee of the commune
authority-ubkt-dang-uy = Inspection Commission of the commune's Party committee
authority-ubnd-tinh = People's Committee of the province
authority-chu-tich-ubnd-tinh = Chair of the province's People's Committee
authority-so-nong-nghiep-moi-truong = Department of Agriculture and Environment
authority-so-xay-dung = Department of Construction
authority-so-noi-vu = Department of Home Affairs
authority-so-tai-chinh = Department of Finance
authority-so-y-te = Department of Health
authority-so-giao-duc-dao-tao = Department of Education and Training
authority-so-cong-thuong = Department of Industry and Trade
authority-so-khoa-hoc-cong-nghe = Department of Science and Technology
authority-so-van-hoa-the-thao-du-lich = Department of Culture, Sports and Tourism
authority-so-dan-toc-ton-giao = Department of Ethnic and Religious Affairs
authority-so-tu-phap = Department of Justice
authority-thanh-tra-tinh = Provincial Inspectorate
authority-cong-an-tinh = Provincial police
authority-tinh-uy = Provincial Party Committee
authority-ubkt-tinh-uy = Inspection Commission of the Provincial Party Committee
authority-thanh-tra-chinh-phu = Government Inspectorate
authority-ubkt-trung-uong = Central Inspection Commission of the Party

## Roles

role-officer = Officer
role-leader = Leader
role-approver = Approver
role-administrator = Administrator
role-collaborator = Collaborator
role-party-reader = Party committee (read only)
role-resident = Resident
role-system = Automatic assistant

## Life of a case

state-received = New
state-needs-information = Waiting for information
state-accepted = Accepted
state-verifying = Being verified
state-referred = Referred to the competent authority
state-authority-received = Received by the authority
state-in-progress = In progress
state-answered = Answered
state-checking = Being checked with the resident
state-closed = Closed

outcome-resolved = Resolved by the competent authority
outcome-explained = Explained, information given
outcome-guided = Guided to the right place
outcome-declined = Declined
outcome-withdrawn = Withdrawn by the sender
outcome-merged = Merged with a similar case
outcome-filed = Filed

step-accept = Accept
step-classify = Classify
step-ask = Ask the resident
step-supply = Add information
step-verify = Verify
step-refer = Refer to the authority
step-acknowledge = Note that the authority received it
step-start = Note that work has begun
step-extend = Extend
step-remind = Remind
step-hand-back = Handed back by the authority
step-answer = Record the authority's answer
step-check = Check the result with the resident
step-confirm = Confirm that it is done
step-dispute = Disagree with the result
step-close = Close the case
step-propose-decline = Propose to decline
step-decline = Approve declining
step-withdraw = Withdraw
step-merge = Merge into another case
step-unmerge = Undo the merge
step-split = Split
step-reopen = Reopen
step-reassign = Reassign
step-recuse = Declare a conflict
step-note = Internal note
step-reply = Reply to the resident
step-correct = Correct a reply
step-rate = Rate

## Statuses as officers read them

status-officer-moi = New
status-officer-tiep-nhan = Accepted
status-officer-bo-sung = Waiting for information
status-officer-xac-minh = Being verified
status-officer-phan-loai = Classified
status-officer-huong-dan = Guided
status-officer-da-chuyen = Referred
status-officer-da-chuyen-detail = Referred to { $authority } on { $date }
status-officer-cq-nhan = Received by the authority
status-officer-cq-nhan-detail = Received by { $authority }
status-officer-dang-xl = In progress
status-officer-gia-han = Extended
status-officer-gia-han-detail = Extended to { $until } ({ $reason })
status-officer-tra-loi = Answered
status-officer-kiem-tra = Being checked with the resident
status-officer-giai-quyet = Resolved by the authority
status-officer-giai-trinh = Explained, information given
status-officer-tu-choi = Declined
status-officer-tu-choi-detail = Declined ({ $reason })
status-officer-trung = Merged
status-officer-trung-detail = Same as { $code }
status-officer-rut = Withdrawn by the sender
status-officer-mo-lai = Reopened (result not agreed with)
status-officer-luu = Filed

## Statuses as residents read them

status-resident-moi = Sent
status-resident-tiep-nhan = Accepted
status-resident-bo-sung = Waiting for you to add information
status-resident-xac-minh = Being verified
status-resident-phan-loai = Accepted
status-resident-huong-dan = We told you where to send it
status-resident-da-chuyen = Forwarded to the authority that resolves it
status-resident-da-chuyen-detail = Forwarded to { $authority } on { $date }
status-resident-cq-nhan = Received by the authority
status-resident-cq-nhan-detail = Received by { $authority }
status-resident-dang-xl = In progress
status-resident-gia-han = In progress, more time is needed
status-resident-gia-han-detail = In progress, expected by { $until } (reason: { $reason })
status-resident-tra-loi = Answered
status-resident-kiem-tra = Residents are being asked about the result
status-resident-giai-quyet = Resolved by the competent authority
status-resident-giai-trinh = Answered
status-resident-tu-choi = Could not be accepted
status-resident-tu-choi-detail = Could not be accepted (reason: { $reason })
status-resident-trung = Joined with a similar matter
status-resident-trung-detail = Joined with a similar matter
status-resident-rut = Withdrawn at your request
status-resident-mo-lai = Being looked at again
status-resident-luu = Kept on file

report-group-da-giai-quyet = Resolved
report-group-dang-giai-quyet = Being resolved
report-group-chua-giai-quyet = Not resolved
report-group-ngoai-co-so = Outside the base (guided, merged, withdrawn, declined, filed)

## Overdue is computed

due-left = { $days ->
    [one] { $days } working day left
   *[other] { $days } working days left
}
due-today = due today
due-overdue = { $days ->
    [one] { $days } working day overdue
   *[other] { $days } working days overdue
}
due-paused = paused

## Hotlines and dangers

hotline-113 = 113 Police
hotline-114 = 114 Fire and rescue
hotline-115 = 115 Ambulance
hotline-111 = 111 Child protection
hotline-112 = 112 Search and rescue

danger-fire = Fire
danger-explosion = Explosion
danger-gas-leak = Leak of gas or chemicals
danger-electric-shock = Electric shock
danger-drowning = Drowning
danger-landslide = Landslide
danger-flash-flood = Flood, rising water
danger-accident = Accident
danger-violence = Violence
danger-abuse = Abuse
danger-child-abuse = Child abuse
danger-medical = Medical emergency
danger-suicide = Risk of suicide
danger-missing = Missing person

## Deadlines

deadline-noi-bo-xac-nhan = Confirming receipt
deadline-noi-bo-doc = Reading by an officer
deadline-noi-bo-chuyen = Classifying and forwarding
deadline-noi-bo-bao-chuyen = Telling the sender that it was forwarded
deadline-noi-bo-co-quan = Answer of the receiving body
deadline-noi-bo-hoi-lai = Checking the result with the resident
deadline-tcd-thongbao = Telling the citizen what was received
deadline-tcd-chuyen = Forwarding what is outside competence
deadline-tcd-tra-coquanchuyen = Answering the body that forwarded
deadline-tcd-bao-congdan = The forwarder tells the citizen
deadline-tcd-tuchoi = Notice of refusal to receive
deadline-kn-thoihieu = Time limit to complain
deadline-kn-thuly = Accepting a complaint
deadline-kn-lan1 = First resolution of a complaint
deadline-kn-lan1-xa = First resolution of a complaint (remote area)
deadline-kn-tieptuc = Second complaint or court
deadline-kn-lan2 = Second resolution of a complaint
deadline-kn-lan2-xa = Second resolution of a complaint (remote area)
deadline-kn-kyluat = Resolving a complaint about discipline
deadline-kn-mttq-baoketqua = Telling the Front the result of a complaint
deadline-tc-xuly-bandau = First handling of a denunciation
deadline-tc-chuyen = Forwarding a denunciation outside competence
deadline-tc-giaiquyet = Resolving a denunciation
deadline-tc-quahan = The superior asks for a report on an overdue denunciation
deadline-tc-coquanchuyen = Answering the body that forwarded a denunciation
deadline-pakn-chuyen = Forwarding remarks on administrative regulations
deadline-mttq-6thang = Council and Committee hear the Front's supervision
deadline-quy3 = The standing Party committee hears the Front
deadline-dlcn-tra-loi = First reply to a request about personal data
deadline-dlcn-rut = Carrying out a withdrawal of consent
deadline-dlcn-xem = Providing or correcting personal data
deadline-dlcn-xoa = Erasing personal data

unit-working-days = working days
unit-calendar-days = days
unit-months = months
unit-quarter = quarter

counts-from-receipt = the day of receipt
counts-from-acceptance = the day of acceptance
counts-from-referral = the day of referral
counts-from-answer = the day of the answer
counts-from-result = the day of the result
counts-from-decision = the day of the decision
counts-from-knowledge = the day the decision or act became known
counts-from-grounds = the day the grounds were complete
counts-from-limit-end = the end of the time for resolving
counts-from-second-denunciation = the day of the second denunciation
counts-from-last-hearing = the last hearing
counts-from-year = the start of the year
counts-from-request = the day of the request

variant-complex = Complex case
variant-specially-complex = Specially complex case
variant-many-places = Checks in several places
variant-discipline = Disciplinary decision
variant-remote = Remote area
variant-third-party = A third party is involved

pause-reason-waiting-for-resident = waiting for the resident
pause-reason-suspended-by-law = suspended by law

day-off-weekend = weekend
day-off-holiday = holiday
day-off-decided = day off by decision

override-kind-off = Day off
override-kind-work = Make-up working day

skip-weekend = weekend
skip-holiday = holiday
skip-decided = day off by decision
skip-paused = paused

deadline-explained-working-days = { $rule }: { $amount } working days after { $from } ({ $start }), until the end of { $day }.
deadline-explained-calendar-days = { $rule }: { $amount } days after { $from } ({ $start }), until the end of { $day }.
deadline-explained-months = { $rule }: { $amount } months after { $from } ({ $start }), until the end of { $day }.
deadline-explained-quarter = { $rule }: within quarter { $amount }, until the end of { $day }.
deadline-explained-same-day = { $rule }: on { $day } itself.
deadline-skipped = Not counted: { $days }.
deadline-skipped-weekends = { $count ->
    [one] { $count } weekend day
   *[other] { $count } weekend days
}
deadline-skipped-day = { $day } ({ $name })
deadline-skipped-paused = { $count ->
    [one] { $count } day on hold
   *[other] { $count } days on hold
}
deadline-make-up = Counted because worked in exchange: { $days }.
deadline-standing = The clock stands and goes on when the information arrives.
deadline-by-law = Basis: { $source }.
deadline-by-house = A house rule, which the unit may change.

## Receipt codes

code-problem-empty = Please type the receipt code: 8 letters and digits, such as { $example }.
code-problem-length = A receipt code has 8 letters and digits, such as { $example }. Please look again.
code-problem-character = No receipt code has the character { $strange }. Please look again.
code-problem-mistyped = One character of this code seems to be wrong. Please look again.

## Refusals

error-refused = Sorry, this could not be done.
error-not-allowed = This account may not do that.
error-conflicted = You are concerned by this case and may neither read nor handle it.
error-not-found = There is no such thing here.
error-unknown-code = I could not find this code. Please look at it again.
error-step-not-allowed = This cannot be done at the present stage of the case.
error-outcome-not-allowed = The case cannot be closed with this result yet.
error-stale-version = Somebody has just changed this case. Please look again, then go on.
error-already-done = This has been done already.
error-expired = This link or code is no longer valid.
error-reason-missing = Please give the reason.
error-too-many-tries = Too many tries. Please try again in { $minutes } minutes.
