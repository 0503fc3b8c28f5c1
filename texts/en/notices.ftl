# What residents read when their matter moves on. The Front receives, passes on, follows and reminds; it never "resolves".

notice-accepted = Code { $code }: { $body } has received it and is looking into it. Thank you for your trust.
notice-verifying = Code { $code }: { $body } is finding out more on the spot. You will hear from us here.
notice-in-progress = Code { $code }: it is being worked on. You will hear from us here.

notice-reply =
    Code { $code }, { $body } answers:

    { $text }
notice-ask =
    Code { $code }: to do this right, { $body } would like to ask you:

    { $text }

    Please tap “Answer” and write, or send a photo.
notice-correct =
    Code { $code }: { $body } has to correct what it said before, and asks your pardon.

    Said: “{ $wrong }”

    Right is: { $text }

notice-referred = Code { $code }: on { $day } { $body } passed it on to { $authority }, who must resolve it. An answer is expected by the end of { $due }. You will hear from us here.
notice-acknowledged = Code { $code }: { $authority } has received it. We go on following it.
notice-reminded = Code { $code }: today { $body } reminded { $authority } to answer in time, by { $due }.
notice-reminded-late = Code { $code }: the agreed day, { $due }, has passed without an answer. Today { $body } reminded { $authority }. We are sorry that you have to wait.
notice-extended = Code { $code }: { $authority } needs more time, until { $due }, because: { $reason }. { $body } goes on following it.
notice-handed-back = Code { $code }: { $authority } says that somebody else must resolve this. { $body } is finding the right place to send it on.

notice-answered =
    Code { $code }: { $authority } answers:

    { $text }

    We are looking at the answer and will ask what you think of it.
notice-answered-check =
    Code { $code }: { $authority } answers:

    { $text }

    Is it well now?
notice-check = Code { $code }: { $body } would like to ask you: is it well now?

notice-closed-resolved =
    Code { $code }: it is done.

    { $text }

    Thank you for helping to make this a better place. Are you content?
notice-closed-resolved-by =
    Code { $code }: { $authority } has resolved it.

    { $text }

    Thank you for helping to make this a better place. Are you content with how it was resolved?
notice-closed-explained =
    Code { $code }: there is an explanation, which { $body } passes on to you:

    { $text }

    Are you content with the answer?
notice-closed-guided =
    Code { $code }: this has to go to the right place; { $body } tells you how:

    { $text }

    Was this of use?
notice-closed-filed =
    Code { $code }: { $body } has noted it and keeps it in view.

    { $text }

    Are you content?
notice-amended =
    Code { $code }: { $body } corrects the outcome that you were told before. We apologise.

    You were told: “{ $wrong }”

    What is right: { $outcome }. { $text }

    Are you satisfied?
notice-declined = Code { $code }: we cannot take this up because: { $reason }. If that is not clear, please tap “Meet an officer”.
notice-declined-guided = Code { $code }: we cannot take this up because: { $reason }. What you can do: { $guidance }. If that is not clear, please tap “Meet an officer”.
notice-withdrawn = Code { $code }: your petition was withdrawn as you asked.
notice-looked-at-again = Code { $code }: this is being looked at again. You will hear from us here.

notice-reassigned = Code { $code }: from now on { $body } receives and follows this.
notice-merged = Code { $code }: { $people } people have reported this. { $body } has put the reports together and will tell each of you the outcome.
notice-unmerged = Code { $code }: your matter is now looked at by itself, no longer together with others.
notice-gave-back = Code { $code }: a matter that was put together with yours is now looked at by itself. { $people ->
        [1] You alone have reported this one, and it goes on as before.
       *[other] { $people } people have reported this one, and it goes on as before.
    }
notice-split = Code { $code }: your petition speaks of several matters, so { $body } has separated them for the right places. Separated now: { $title }. Your code stays the same.
notice-split-off = Code { $code }: your matter is now looked at by itself: { $title }. Your code stays the same.

notice-guarded = Code { $code }: there is news. Now: { $status }.
