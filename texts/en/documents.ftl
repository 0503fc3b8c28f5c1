# Fixed words of documents. The official document is the Vietnamese one; these serve a reader of a translation.

document-front-title = SOCIALIST REPUBLIC OF VIETNAM
document-front-motto = Independence - Freedom - Happiness
document-front-number = No.: { $number }/{ $symbol }
document-party-title = COMMUNIST PARTY OF VIETNAM
document-party-number = No. { $number }-{ $symbol }

document-dated = { $place }, day { $day } month { $month } year { $year }
document-type = REPORT
document-period = (Figures from { $first } to { $last }, taken at { $taken })
document-corrects = ({ $what })
document-addressed = To: { $committee }
document-recipients = Recipients:
document-as-above = As above
document-filing = On file: { $where }
document-draft = DRAFT
document-hint = [{ $hint }]
document-table-empty = None in this period.

document-urgency-urgent = URGENT
document-urgency-very-urgent = VERY URGENT
document-urgency-express = EXPRESS

document-front-form-on-behalf = On behalf of
document-front-form-for-the-head = For
document-front-form-by-order = By order of
document-front-form-by-mandate = Mandated by
document-front-form-acting = Acting
document-party-form-on-behalf = On behalf of
document-party-form-for-the-head = For
document-party-form-by-order = By order of
document-party-form-by-mandate = Mandated by
document-party-form-acting = Acting

document-front-end = ./.
document-party-end = .

document-annex = Annex { $number }
document-annex-of = (With Report No. { $number }/{ $symbol } of { $day }/{ $month }/{ $year })
document-annex-of-issuer = (With Report No. { $number }/{ $symbol } of { $day }/{ $month }/{ $year }, { $issuer })
document-table-numbers = ({ $number })
document-unit = Unit: { $unit }
document-map-scale = The area of a dot goes with { $unit }

document-changed-mark = (*)
document-changed-title = Figures changed by an officer
document-changed-note = Figures marked (*) in the report differ from those compiled from the cases, for the reasons below.
document-changed-figure = Figure
document-changed-source = From the cases
document-changed-reported = In the report
document-changed-reason = Reason
document-changed-on = Changed on

## The XLSX annex

sheet-cases = Cases
sheet-figures = Figures
sheet-yes = Yes
sheet-case-code = Case
sheet-case-kind = Kind
sheet-case-subject = Subject
sheet-case-unit-code = Unit code
sheet-case-unit = Unit
sheet-case-place = Place
sheet-case-organisation = Organisation
sheet-case-channel = Channel
sheet-case-petitions = Petitions
sheet-case-people = People
sheet-case-confidential = Confidential
sheet-case-summary = Summary
sheet-case-status = Status
sheet-case-received-at = Received
sheet-case-accepted-at = Accepted
sheet-case-verified-at = Verified
sheet-case-referred-at = Referred
sheet-case-authority = Authority
sheet-case-due-on = Due
sheet-case-reminders = Reminders
sheet-case-reminded-at = Last reminder
sheet-case-answered-at = Answered
sheet-case-checked-at = Checked with resident
sheet-case-closed-at = Closed
sheet-case-outcome = Outcome
sheet-case-reopened-at = Reopened
sheet-case-days-late = Days late
sheet-case-satisfaction = Satisfaction

sheet-figure-key = Key
sheet-figure-label = Figure
sheet-figure-definition = Definition
sheet-figure-value = Value
sheet-figure-previous = Period before
sheet-figure-last-year = Same period last year
sheet-figure-cases = Cases behind it
sheet-figure-source = Value before the change
sheet-figure-reason = Reason of the change

## Why a Word template is refused

template-not-word = This is no Word document (.docx) that can be read.
template-too-big = The template is too big: 5 MB at most.
template-macros = The template has macros. Please save it as a .docx without macros.
template-syntax = Something inside braces is written wrongly: { $what } ({ $where }).
template-unknown-name = The name “{ $name }” in braces is not known.
template-missing-name = The template lacks {"{{"} { $name } {"}}"}: the report would not be complete.
template-misplaced = {"{{"} { $name } {"}}"} must stand alone in a paragraph, outside any table.
template-missing-style = The template lacks the style “{ $name }”.
template-other-layout = The template has the words “{ $words }” of the other layout.
template-paper = The paper is not A4 upright (210 × 297 mm).
template-margin = The { $side } margin is { $found } mm; the rule is { $least } to { $most } mm.
template-no-page-number = The page head has no page number.
template-side-top = top
template-side-bottom = bottom
template-side-left = left
template-side-right = right

## What is said beside the documents

report-remark-no-signatory = The signer's name is missing: its place is left open.
report-remark-no-case = There is no case in this period.
report-remark-to-write = { $count } paragraphs wait for the officer.
report-remark-left-out = { $count } paragraphs are empty and not printed.
report-remark-changed = “{ $figure }”: the officer wrote { $after }, the cases give { $before }.
