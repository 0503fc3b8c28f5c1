# What the conversation itself says: answers that were not understood, going back, stopping, old buttons.

engine-did-you-mean = Did you mean one of these?
engine-choose-one = Sorry, I did not understand. Please choose one of these, or type its number.
engine-right-or-stop = Did you mean “right” or “stop”? Everything is kept. Please choose one of these; to stop, type “cancel”.
engine-text-needed = Please write it in words.
engine-words-needed = An officer will read this: please write a few words.
engine-words-needed-to-officer = Residents or colleagues will read this: please write a sentence.
engine-files-not-kept = What you just sent was not kept: this takes words only.
engine-files-not-kept-to-officer = What you just sent was not kept: this step takes words only. Photos of the outcome are sent when the case is closed (type “close this”).
engine-text-too-short = Please write a little more.
engine-text-too-long = That is too long ({ $length } characters, at most { $limit }). Please shorten it.
engine-confirm = Is that right?
engine-question-changed = The question has just changed, please answer it again.
engine-back-at-start = This is the first step. To stop, type “cancel”.
engine-old-button = That button belongs to an earlier question. Here is the present one again.
engine-which-to-correct = Which part would you like to correct?
engine-unsupported = I cannot read this kind of message. Please write, or send a photo, a file or a location.
engine-empty = The message has no words. Please write what you want to report.
engine-cancelled-withdraw = All right, nothing is withdrawn.
engine-cancelled-erase = All right, nothing is erased.
engine-cancelled = Stopped; nothing was sent. If you change your mind, tap “Go on”.
engine-nothing-to-cancel = There is nothing in progress.
engine-resumed = Let us go on where we stopped.
engine-nothing-to-resume = There is nothing left to go on with.
engine-nothing-to-go-back = There is no step to go back to.
engine-button-of-the-past = That button belongs to an earlier conversation and no longer works. What would you like to do?
engine-draft-gone = What you wrote before is no longer kept, sorry. Please write it once more.
engine-form-gone = What you had begun no longer exists, sorry. What would you like to do?
engine-failed = Sorry, something went wrong here. Your message has been kept and somebody will look at it. Please try again in a few minutes.

button-skip = Skip
button-continue = Continue
button-more = More
button-keep-all = Change nothing
button-confirm-send = Yes, send it
button-confirm-fix = Correct it
button-confirm-stop = No, do not send
button-share-pin = 📍 Share my location
button-share-phone = Share my phone number
button-track = See progress
button-add-facts = Send more
button-open-case = Open this case

unit-in-province = { $unit }, { $province }
list-pair = { $first }, { $last }
unit-centre = Central level
unit-alone = { $unit }
former-ward = Ward { $unit }
former-district = District { $unit }
unit-any = everywhere
organisation-any = All organisations
body-of-unit = { $organisation } { $unit }

label-content = Text
label-kind = Kind
label-commune = Commune
label-organisation = Organisation
label-subject = Subject
label-details = Photos, location, place
label-on-behalf = For whom
label-visibility = Who learns the name
label-name = Name
label-phone = Phone

phone-not-understood = That number is not right. A phone number usually has 10 digits and begins with 0. Please type it again.

# Shown by Telegram before a chat begins, and in its menu.
profile-description = Automatic assistant of the Fatherland Front and its organisations. Write what you want to report or recommend; we pass it on to the right place and tell you the result.
profile-short = Send reports and recommendations to the Fatherland Front
profile-command-new = Send a report
profile-command-track = Look up a code
profile-command-mine = What I have sent
profile-command-meet = Meet an officer
profile-command-help = Help
profile-command-data = My data
profile-command-work = What is to be done
profile-command-work-new = New cases
profile-command-work-today = Due today
profile-command-work-overdue = Overdue
profile-command-find = Look for a case
profile-command-figures = Figures of your unit
profile-command-digest = Hour of the daily digest
profile-command-absence = On leave, and who stands in
profile-command-leave-office = Leave as an officer

# Said to officers in words of their own.

engine-empty-to-officer = There was no text. Type “work” for your list.
