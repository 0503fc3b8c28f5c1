# After filing: looking up, adding, answering, rating, reopening, withdrawing, meeting an officer, own data.

track-ask-code = Please give me the receipt code. It has 8 letters and digits, for instance HK7M-3PQR.
track-code-not-understood = That code is not right. It has 8 letters and digits, without O, I, L, U, 0 and 1. Please look again.
track-unknown-code = I could not find the code { $code }. Please check it on your receipt.
track-safe =
    Code { $code }, sent on { $filed }.
    Now: { $state }.

    To see everything or to go on from here you need the PIN on your receipt.
track-guarded-state = Received
track-unlock = Enter the PIN
track-ask-pin = Please enter the 6 digits of the PIN for { $code }.
track-wrong-pin = That PIN is not right. Please check your receipt, or meet an officer for help.
track-try-again = Try again
track-unlocked = Right. From now on news of this matter comes here.
track-own =
    Code { $code }, sent on { $filed }
    “{ $text }”

    Now: { $state }.
track-due-read = An officer reads it by { $day }.
track-due-forward = The Front answers, or passes it on to whoever must act, by { $day }.
track-due-authority = Whoever must act has been asked to answer by { $day }.
track-due-over = It should have been done by { $day } and is not; we are sorry that you have to wait. The officer is reminded of it every working morning; to meet a person type 0.
track-thanks-state = Your thanks were noted

story-line = { $day }: { $step }.
story-line-text = { $day }: { $step }: { $text }
story-accept = Received
story-ask = The officer asked
story-supply = You added
story-verify = Being verified
story-refer = Passed on to { $authority }
story-acknowledge = { $authority } received it
story-start = In progress
story-extend = The authority asked for more time
story-remind = The Front sent a reminder
story-answer = { $authority } answered
story-check = The Front asked you back
story-confirm = You said it is well
story-dispute = You said it is not well yet
story-close = The file was closed
story-decline = Could not be accepted
story-merge = Considered together with a similar matter
story-reopen = Taken up again
story-reply = The officer replied
story-correct = The officer corrected

button-confirm = It is well
button-dispute = Not yet
button-rate = Rate
button-reopen = Ask to reopen
button-add = Send more
button-leave = Take out of the shared case
button-withdraw = Withdraw
button-no = No
button-answer = Answer

mine-none = You have not sent anything from here yet.
mine-head = What you have sent:
mine-line =
    { $code } · { $filed } · { $state }
    { $text }
mine-open = See { $code }

add-ask = What would you like to add to { $code }? To send only photos tap “Skip”.
apart = What you have just sent is about the wrongdoing of somebody in office, so it is not put to { $code }: it can be sent apart and sealed, to be read elsewhere. Nobody of the office that it is about can read it; the receipt names who does.
add-nothing = There is nothing to add.
add-done = Added to { $code }. Thank you.

answer-ask = The officer asks about { $code }: { $question }
answer-which =
    The officer is asking you about { $code }: “{ $question }”

    Is what you just wrote the answer to this, or a new matter?
answer-is-answer = It is the answer
answer-is-new = It is a new matter
answer-done = Your answer went to the officer in charge of { $code }. Thank you.
answer-waits = The officer's question about { $code } still waits for your answer.

dispute-ask = Please tell what is not well yet about { $code }.
dispute-done = Noted. { $code } is followed further; we will tell you every step.
reopen-ask = Why should { $code } be taken up again?
reopen-done = Noted. { $code } is taken up again; we will tell you every step.
confirm-done = Thank you for telling us. The officer will close { $code } and tell you.

rate-ask = Are you satisfied with how { $code } was dealt with?
rate-comment = Thank you. Would you like to add one sentence?
rate-thanks = Thank you for your rating.
rate-thanks-unhappy = Thank you for being frank. If the matter is not well yet, tap “Ask to reopen”.

withdraw-sure = Would you like to withdraw { $code }? The officers will no longer work on it for you.
button-withdraw-sure = Yes, withdraw
withdraw-done = { $code } was withdrawn as you asked.
leave-sure = { $code } is considered together with other people's reports. Would you like to make it a case of its own?
button-leave-sure = Yes, take it out
leave-done = { $code } is now a case of its own.

meet-body = Your petition is with: { $body }.
meet-office =
    Address: { $address }
    Phone: { $phone }
    Hours: { $hours }
meet-no-address = the office of the Fatherland Front in your commune
meet-no-phone = please ask at the office
meet-usual-hours = office hours, Monday to Friday
meet-call-back = Ask to be called
call-back-phone = Which number should the officer call?
call-back-note = What is it about? Tap “Skip” if you would rather say it on the phone.
call-back-done = Noted. An officer will call you in office hours.
call-back-apart = The note is about the wrongdoing of somebody in office, so it went to { $body }; the office that it is about did not get it.
officer-call-back = Somebody asks to be called: { $phone }.
officer-call-back-note = Somebody asks to be called: { $phone }. About: { $note }

data-notice =
    We keep: text, photos, location (if you sent it) and this chat account.
    What for: to pass it on, tell you the result, and count without names.
    Who sees it: the officers in charge and the authority (without your name if you wish).

    You can see it, withdraw a petition, or erase your data. What was passed on must be kept by whoever received it; here your name is removed. Messages through Telegram pass servers abroad.
data-see = See my data
data-erase = Erase my data
data-head = Kept now: { $chats } chats, { $messages } messages, { $files } files.
data-consented = You agreed on { $day }.
data-not-consented = You have not agreed yet; messages are erased after 24 hours.
data-petition =
    { $code } · { $filed } · { $kind }
    Name: { $name } · Phone: { $phone }
    { $text }
data-none = none
data-erase-sure = This erases your name, phone, messages and unsent photos, and withdraws your consent. It cannot be undone. Are you sure?
data-erase-yes = Yes, erase
data-erased = Your data were erased. Petitions already sent are kept without a name. Thank you.

aside-thanks = You are welcome. Whenever there is something else, just write it here.
