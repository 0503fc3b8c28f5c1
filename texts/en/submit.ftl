# Filing a petition: from the first message to the receipt. Tone: short, plain, one question a message.

greeting =
    Hello! This is the automatic assistant of the Fatherland Front and its organisations.

    Whatever you would like to report or recommend, just write it here. I will pass it on to the right place and tell you the result.
greeting-unit =
    Hello! This is the automatic assistant of the Fatherland Front and its organisations in { $unit }.
greeting-to-officer = Hello. This is the assistant for officers of the Front and its organisations. What would you like to do?

help =
    Just write here what you want to report, then follow the buttons.

    At any time you can type:
    • back: to the previous question
    • cancel: stop, send nothing
    • track: see where your petition stands
    • my petitions: what you have sent
    • meet an officer: address and phone
    • my data: see or erase your data
    • follow: hear once a month what is raised in a commune
help-to-officer =
    Tap “To do” for your list; each case has buttons to reply, ask, refer to an authority and record results.

    With a case open you can type as you would say it: “refer to the police”, “tell them …”, “ask them …”, “note: …”, “close this case”.

    To find a case, old or new: “find ngõ 12”, “find đèn đường”, “find 0905…”, or type its code.

    One after the other: type “next”. After a slip: “undo”, “closed by mistake”, “merged by mistake”.

    At any time you can type: work, next, find, figures, back, cancel, help.

menu-new = Send a report
menu-track = See a result
menu-mine = My petitions
menu-meet = Meet an officer
menu-help = Help
menu-work = To do
menu-week = Weekly digest
menu-find = Find a case
menu-resume = Go on

emergency =
    If there is danger, please call now: { $first }.

    Other numbers: { $others }.

    This message does not replace an emergency call.

submit-content = Please tell what happened: what, where, since when, and what you wish for.
submit-organisation = Which organisation should receive this? If you are not sure, choose { $suggested }.
organisation-unknown = I do not know
submit-kind = What kind of message is this?
submit-subject = What is it about? If you are not sure choose “Other”, an officer will sort it.
submit-on-behalf = For whom are you sending this?
submit-visibility = Who may know your name?
submit-name = What is your name, so that the officer can contact you? Tap “Skip” if you would rather not say.
submit-phone = What is your phone number, so that the officer can contact you? Tap “Skip” if you would rather not say.

consent-ask =
    To pass your message on and tell you the result, the Front needs to keep the text, photos and location that you send, and this chat account. Only the officers in charge can see them.

    Location and private matters are sensitive data: send them only if you find it needed. What you just wrote is kept for the moment and erased after 24 hours unless you agree. At any time you can type “my data” to see or erase it.

    Do you agree?
consent-yes = I agree
consent-no = I do not agree
consent-refused =
    { $known ->
        [yes] All right, what you wrote has been erased. You can come to { $address } or call { $phone }. Thank you.
       *[no] All right, what you wrote has been erased. You can come to the office of the Front in your commune. Thank you.
    }

commune-ask = In which commune or ward is this? Type its new or old name, for instance “Quảng Phước, Huế”, or send a location.
commune-guess = This is in { $unit }, is that right?
commune-guess-former = { $former } (old name) now belongs to { $unit }. Is that the place you mean?
commune-several = Several places fit. Please choose one:
commune-right = Yes
commune-other = Another place
commune-by-province = Choose by province
commune-more = More
commune-which-province = Please choose the province or city:
commune-which-of = Please choose the commune or ward of { $province }:
commune-not-understood = Please type the name of the commune or ward, or send a location.
commune-not-found = I could not find a place called “{ $text }”. Please type it with the province (or former district), send a location, or choose by province.
commune-pin-outside = That location is outside Vietnam or far out at sea. Please type the name of the commune or ward.

details-ask = If you have photos, a location, or want to say exactly where (hamlet, alley, house number), send them now, at most { $limit } photos. Please no identity papers and no children's faces. Then tap “Continue”.
details-ask-with-place = I noted the place: { $place }. If you have photos, a location, or want to be more exact, send them now, at most { $limit } photos. Then tap “Continue”.
details-files = { $files ->
        [one] one file
       *[other] { $files } files
    }
details-pin = a location
details-place = place: { $place }
button-clear-details = Take photos and location back
details-so-far = Received: { $what }.
details-more = Send more, or tap “Continue”.
details-nothing-kept = Please send photos, a location, or write where it is. Then tap “Continue”.
details-place-too-long = That is too long (at most { $limit } characters). Please write only the place.
details-too-many = One petition takes at most { $limit } files. The first ones were kept, the rest could not be taken. Please tap “Continue”.

absorb-text = I added this to your text.
absorb-same = I have this message already; there is no need to send it again.
absorb-text-full = Your text is already longer than { $limit } characters, the last part could not be added. You can send it as a photo or file.
absorb-files = { $files ->
        [one] I received your file.
       *[other] I received your { $files } files.
    }
absorb-too-many = One matter takes at most { $limit } files. The first ones are kept, I cannot take the others.
absorb-pin = I noted your location.
edit-kept = I changed your text as you edited it.
edit-unused = The message you changed is not part of the petition's text, so nothing has changed. To change an answer, type “back”; to say more, send a new message.
edit-too-late = A petition stays as it was sent. To add something, open “My petitions” and tap “Send more”.

repeat-ask =
    { $people ->
        [one] One person has
       *[other] { $people } people have
    } reported something similar: { $subject }, place: { $place }, since { $since }. Is it the same matter?
repeat-ask-returned =
    Something similar was reported before: { $subject }, place: { $place }, since { $since }; that file was closed. Has that matter come back?
repeat-place-unknown = in the commune
repeat-same = Yes, the same
repeat-other = Another matter
repeat-unsure = I am not sure

submit-summary =
    This is what I noted:

    “{ $content }”

    • Kind: { $kind }
    • Where: { $unit }
    • Place: { $pin ->
        [yes] { $place } (with a location)
       *[no] { $place }
    }
    • Subject: { $subject }
    • To: { $organisation }
    • Files: { $files ->
        [0] none
       *[other] { $files }
    }
    • For: { $behalf }
    • From: { $name }
submit-summary-letter = (The head and the signature of the letter are left out here; the whole text is kept.)
submit-summary-post = (What a shared post brings along, such as likes, is not shown here; what you sent is kept whole.)
submit-summary-several = (You tell of several matters: the officer will separate them and follow each.)
submit-summary-joined = It will be considered together with a matter that others have reported.
summary-no-place = not said
summary-no-name = without a name
who-sees-officer-only = Who sees it: the officers of { $organisation } in charge and the Front of the same level. The authority receives the text without your name.
who-sees-shown = Who sees it: the officers of { $organisation } in charge, the Front of the same level, and the authority (with your name).
who-sees-without = Who sees it: the officers of { $organisation } in charge and the Front of the same level; nobody learns your name. The result can therefore only be told in this chat.
who-sees-guarded = Who sees it: only the officers in charge. The text is kept confidential; those it speaks of cannot see it.

guarded-denunciation =
    You are speaking of another person's wrongdoing. The law protects the identity of whoever denounces.

    This message is not yet a denunciation. To be dealt with by law it must be a signed letter, or you present it in person. Please do not write your own name in the text. What would you like to do?
guarded-denunciation-send = Send it sealed
guarded-violence =
    This is kept confidential: only the officers in charge see it, and the person you speak of does not learn who told.

    Would you like to send it to an officer for help?
guarded-violence-send = Send in confidence
guarded-complaint =
    This may be a complaint against a decision of a state body. By law a complaint needs a signed letter or a visit in person, usually within 90 days of knowing the decision. This message is not yet a complaint.

    The Front can listen, guide you and follow the matter. What would you like to do?
guarded-complaint-send = Let the Front know
guarded-guide = Show me how
guarded-stop = Stop
guide-denunciation =
    How to denounce: write the date, your name, address and how to reach you; who did what, where and when; sign it or add a fingerprint. Hand it in where the body that manages the accused person receives citizens, or present it there in person. Against a head, go one level higher. Signs of a crime: the police.
guide-complaint =
    How to complain: write the date, your name and address, the decision or act, your reasons and demands; add a copy of the decision; sign it or add a fingerprint. The first time it goes to the body that decided. It says within 07 working days whether it accepts.
guide-violence =
    If somebody threatens you now, call 113; for a child, 111. You can also tell the commune police, the commune office, the hamlet head, the Front's board there or the Women's Union. Telling it in words is enough, no paper is needed.
guide-where = If you are not sure where to hand it in, tap “Meet an officer” and the Front will guide you. What you wrote has not been sent anywhere.

receipt =
    Sent. Thank you!

    The code of this matter is { $code }
    PIN: { $pin } (only needed to look it up from another device; please keep it to yourself)
receipt-joined =
    Sent. Thank you! Your message is considered together with a matter that others have reported, and has its own code.

    The code of this matter is { $code }
    PIN: { $pin } (only needed to look it up from another device; please keep it to yourself)
receipt-guarded =
    Received, sealed. Only the officers in charge can see it.

    Code: { $code }
    PIN: { $pin }
    Please do not share the code or the PIN with anybody.
receipt-thanks = Thank you for your kind words! The Front has noted them (code { $code }) and will pass them on.
receipt-next = Read by: { $body }. An officer reads it by { $read } at the latest; if another body must resolve it, it is passed on by { $forward }. We will tell you every step right here.
receipt-other-body = { $organisation } has no officer on this system there yet, so the body above receives it and passes it on.
receipt-passed-over = Nobody of the place that it is about receives it or can see it.
receipt-waits = This has to be read one level above those it is about, and nobody works there on this system yet, so nobody can read it now. To have it looked into, please send a signed letter to { $first } or { $second }.

opening-unfinished = What you were writing is still here. Please send it first, then write the new one; to give it up type “cancel”.
opening-voice = Your voice message is kept and an officer will listen to it. I am a machine and cannot hear it, so please write one sentence. If you cannot, tap the button below.
language-not-read =
    I can read Vietnamese and English only. Your words are kept as they are for an officer to read; it is even better if somebody writes them in Vietnamese for you.

    Tôi đọc được tiếng Việt và tiếng Anh.
    សូមសរសេរជាភាសាវៀតណាម។
    请用越南语或英语书写。
language-ask = Which language would you like?
language-vi = Tiếng Việt
language-en = English
language-set = From now on I will speak English.

officer-new-case = New case: { $subject } – { $place }.
officer-case-joined = One more person reports a case in progress: { $subject } – { $place }.
officer-danger-case = URGENT: a new case speaks of danger: { $subject } – { $place }. Please look now.
officer-new-confidential = There is 01 matter to be handled confidentially.
