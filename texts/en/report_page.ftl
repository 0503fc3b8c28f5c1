# The page of a report: edit beside the figures, decide, register, send. Officers and leaders read these.

report-page-title = Report page
report-page-skip = To the content
report-page-open = Open the report on this device
report-page-open-what = On this page the report is edited, decided on and sent. Once opened, it works on this device for { $hours } hours.
report-page-open-once = The link opens once. To work on another device, open the link there.
report-page-unknown = This link is not right. Open the report in the chat and tap “Edit on a page” for a new one.
report-page-used = This link was opened on a device already. For another one, tap “Edit on a page” in the chat.
report-page-expired = This link has expired. Tap “Edit on a page” in the chat for a new one.
report-page-not-yours = This page is not open on this device. Tap “Edit on a page” in the chat for a new link.
report-page-over = The time of this page is over. Tap “Edit on a page” in the chat for a new link.
report-page-revoked = This account has no right to the report any more, so the page is closed. If that is a mistake, please tell the administrator.
report-page-again = Everything that was saved is in the report.
report-page-renew = Get a new link
report-page-renew-chat = Open the chat in which you talk to the assistant (Telegram, Zalo or the officers’ web page).
report-page-renew-choose = Write “reports” and choose the report.
report-page-renew-ask = Tap “Edit on a page”: the new link comes at once in the chat.
report-page-renew-here = Open the officers’ chat page
report-page-typed = What you have just written
report-page-typed-keep = This is not saved in the report. Copy it to use it later.
report-page-typed-part = Paragraph { $number }
report-page-too-large = That was too much to take. Use your browser's back button; your words are still on the page before.
report-page-failed = Something is wrong here and nothing was saved. Please try again in a few minutes.
report-page-no-document = The file cannot be made now. Please try again in a few minutes.
report-page-closed = The page is closed on this device.

report-page-due = Due { $day }
report-page-number = Number { $number }/{ $symbol }
report-page-files = Look and download
report-page-file-pdf = View PDF
report-page-file-docx = Download Word
report-page-file-xlsx = Download Excel
report-page-contents = Sections
report-page-how = Each box is a paragraph of the report; its figures stand beside or below it, tap one to see its cases. Who changes a figure says why.
report-page-label = { $section }, paragraph { $number }
report-page-figures-of = Figures of this paragraph
report-page-sealed = and { $count } confidential or not listed
report-page-before = period before { $value }
report-page-last-year = same period last year { $value }
report-page-was = compiled { $source }
report-page-figure-changed = Compiled was { $source }; why it was changed: { $reason }
report-page-all-cases = See all { $count }
report-page-no-cases = No cases are listed for this figure.
report-page-earlier = ← Before
report-page-further = Further ({ $count } left) →
report-page-rows-cut = { $count } more rows are in the file.
report-page-tables = Tables are made from the figures.
report-page-why = Changing a figure here?
report-page-reason = Why the figure is changed (printed in the annex of explanations). Rates and comparisons made of it do not change by themselves
report-page-reason-was = Why: { $reason }
report-page-edited = Differs from what was compiled.
report-page-left-out = (blank: not printed in the issued report)
report-page-theirs = Now:
report-page-yours = Below are your words. Saved again, they take the place of the paragraph above.

report-page-save = Save
report-page-save-section = Save this section
report-page-submit = Save and submit
report-page-bar = Save before you leave the page.
report-page-bar-problem = Some paragraphs are not saved, see the top of the page.
report-page-not-lost = What you wrote still stands in the boxes below.

report-page-said-saved = { $count ->
    [one] One paragraph saved.
   *[other] { $count } paragraphs saved.
}
report-page-said-nothing = Nothing new to save.
report-page-said-kept-back = { $count ->
    [0] Not saved yet; please look at these paragraphs:
   *[other] { $count } saved. These paragraphs are not:
}
report-page-said-not-submitted = Not submitted, for some paragraphs could not be saved:
report-page-said-submitted = Submitted. The leaders are told.
report-page-said-approved = Approved. The officers are told.
report-page-said-returned = Returned. The officers are told.
report-page-said-numbered = Entered in the register as number { $count }.
report-page-said-told = { $count } readers are told in chat.
report-page-said-mailed = Preparing the files and sending { $count } e-mails; see the story below.
report-page-said-mailed-before = This version was sent to these addresses, or is being sent.
report-page-said-linked = Preparing the files; the links come to your chat.
report-page-said-linked-before = The links for this recipient are there, or being prepared.
report-page-said-paper = The paper is recorded.

report-page-problem-at = { $section } – paragraph { $number }
report-page-problem-reason = A figure of this paragraph was changed; please say why and save again.
report-page-problem-conflict = Somebody else has just changed this paragraph, so yours is not saved.

report-page-deciding = Decide
report-page-approve = Approve
report-page-note = What is to be changed?
report-page-return = Return

report-page-going-out = Register and send
report-page-register = Register
report-page-number-next = Number (blank takes { $number } from the register)
report-page-number-hand = Number in the register
report-page-dated = Day on the report (day/month/year)
report-page-enter = Enter
report-page-blank = If numbers are written by hand, leave this out; the print leaves room for number and day.
report-page-by-chat = In chat
report-page-by-chat-what = Leaders and readers of the Party committee get a message with a button that opens the report.
report-page-by-chat-do = Send
report-page-by-email = E-mail
report-page-addresses = Addresses, separated by commas
report-page-formats = Files attached
report-page-format-docx = Word
report-page-format-pdf = PDF
report-page-format-xlsx = Excel annex
report-page-no-format = Please choose at least one file.
report-page-by-email-do = Send e-mail
report-page-by-link = Download links
report-page-by-link-what = The links come to your chat, to be passed on; they expire after 7 days.
report-page-no-public = This system has no public address (https), so no links can be made for others.
report-page-whom = Recipient
report-page-by-link-do = Make links
report-page-on-paper = Paper
report-page-day = Day (day/month/year)
report-page-on-paper-do = Record

report-page-story = Story
report-page-dispatch-line = { $way } to { $recipient }: { $state }
report-page-paper-line = Sent on paper to { $whom } on { $day }
report-way-chat = in chat
report-way-email = e-mail
report-way-link = download links
report-way-paper = paper
report-delivery-being-made = preparing the files
report-delivery-under-way = on its way
report-delivery-delivered = sent
report-delivery-failed = did not arrive
report-page-until = This page works on this device until { $at }.
report-page-close = Close the page on this device
