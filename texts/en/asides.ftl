# What is asked back or wished beside the matter itself. Short, honest, and no promise beyond the next step.

aside-cost = It costs nothing. Sending a petition and seeing the result are free.
aside-how-long = An officer reads it within 1 working day; what another authority must handle is forwarded within 3. When it will be done depends on the matter, so I cannot promise a day; you will hear at once when there is news.
aside-who-sees = Only the officers in charge and the Front of that level. The authority gets the text without your name, unless you allow it. If nobody should know your name, type "no name" before sending.
aside-who-sees-guarded = Only the officers in charge. It is kept confidential: the people and the office you speak of cannot see it, and the law protects who tells.
aside-who-resolves = The Front receives your petition, forwards it to the authority in charge, follows it up, reminds them and tells you the answer.
aside-who-are-you = I am an automatic assistant, a machine, of the Fatherland Front and its organisations. What you send is read by officers, who are people. To reach one, type "human".
aside-wait = Of course, take your time.
aside-just-asking = That is fine, nothing was filed. I am a machine and can only tell: how to send something, how long an answer takes, who can read it, how far your petition is. For anything else, tap "Meet an officer" to ask a person.
aside-what-code = The code is the name of what you sent: type it here at any time to see how it stands. The PIN is only needed from another device.
aside-how = Just write one sentence: what happened, and where. A photo helps. If typing is hard, tap "Meet an officer".
aside-how-in-form = Tap one of the buttons below, or type your answer. If that is hard, type 0 to reach an officer.
aside-name-hidden = All right, your name is not written down.
aside-name-kept = I noted this name for the officer.
aside-phone-kept = I noted this phone number for the officer.
aside-fixed = That is good to hear. If you mean { $code }, tap a button below to tell the officer; if it is another matter, please tell us more.
aside-danger-now = If you are in danger, please do not wait: call { $first } now, they come to help. What is sent here is read during office hours.
aside-elsewhere = Yes. Write the code of your petition here, then the PIN of the receipt; from then on you hear of it here. If you no longer have the code, tap "Meet an officer".
aside-sent-already = { $code } has been sent already, you need not send it again.
aside-not-sent-news = This has not been sent yet; answer the question below and it will be. What you sent before is under "My petitions".
aside-noted = Noted.
aside-noted-place = Noted: { $unit }.
aside-go-on = I am listening. Please go on.
aside-gone =
    Done. I dropped what you just wrote; it goes nowhere.

    What is on your phone only you can delete: hold this chat and choose "Delete". Whenever it suits you, you can write again, from another phone too.
aside-press = I am a machine that takes what residents report; I give no statements, figures or interviews. The press should turn to the office of the Fatherland Front concerned: tap "Meet an officer" for address and phone.
aside-wrong-chat = No harm done. I drop that message; it goes nowhere.
aside-no-photos = It is fine without a photo.
aside-several = Of course. Tell everything at once: the officer separates the matters, and each is followed up.
aside-here = Yes, I am here.
aside-keep-it = All right, it stays as it is.
aside-withdrawn-already = { $code } has just been withdrawn. To send it again, tap "Send a report" and tell it once more.
aside-welcome = You are welcome.
story-only-place = Noted: { $unit }. What is happening there?
story-by-voice = My voice message says it all
story-only-spoken = (Voice message: nothing written, please listen.)
aside-dropped = I have taken this out: “{ $text }”.
aside-not-sent-yet = This has not been sent yet. To stop, type "cancel"; what you sent before is under "My petitions".
aside-tell-more = Please tell a little more: what happened, and where? One or two sentences are enough.
aside-called-already = Good that you have called. Once everybody is safe, let us go on so that the Front knows of it.
aside-if-not = If you do not agree, the message is deleted by itself and nobody reads it. You can still come to the Front's office in your commune in person.
aside-no-answer = When a date has passed, the officer is reminded every morning, and the leader sees that it is overdue. Type "my petitions" to look, or 0 to reach an officer.
aside-insult = I am sorry. I am a machine and clumsy at times. If something is wrong, write what it is and where; to reach a person type 0.
aside-no-buttons = You can also type the number in front of your choice:
aside-no-choices = There are no buttons here: just type your answer.
aside-number = { $number }. { $label }
aside-photos-coming = Yes, please send the photos here.
aside-cannot-say = I am a machine and cannot answer that. Just send it, the officer who reads it will answer; if you need somebody now, type 0.

why-consent = The law asks us to ask you before anything is kept. Only what is kept can be read by an officer and answered.
why-commune = Each commune has its own officers, so we need the right one. If you do not know its name, send a location or tap "Choose by province".
why-organisation = So that the right organisation receives it and follows it up. If unsure, choose the Front.
why-kind = So that it is sorted rightly. If unsure, choose the report of something happening.
why-subject = So that it reaches the right people. If unsure, choose "Other": an officer will sort it.
why-details = A photo or the exact spot helps to find it faster. If there is none, just tap "Continue".
why-guarded = This has to be kept confidential for you, so I ask before it is sent to anybody.
why-on-behalf = So that the officer knows whom to contact.
why-visibility = So that your name reaches only those whom you allow.
why-name = So that the officer can address you. If you would rather not, tap "Skip".
why-phone = So that the officer can call with a question. If you would rather not, tap "Skip".
why-same = One problem told by several people is looked at together and is taken more seriously. Your petition still has its own code.
why-confirmed = To be sure that I noted your words rightly before they are sent.
why-code = The code finds your petition. It stands in your receipt.
why-any = So that it reaches the right people and you can be answered.

consent-ask-again = Do you agree that the Front keeps this and passes it on? If not, your message erases itself.
guarded-ask-again = What would you like to do?

commune-unsure = No problem. You can type the old name of the commune, the district or the province, send a location, or tap "Choose by province".
commune-which-one = Please choose one place from the list, or tap "Another place".
commune-not-in-list = I found no place called "{ $text }". Please choose one below, or type it again with its province.

more-which = Does what you just sent belong to { $code }, or is it a new matter?
more-is-more = It belongs to it
unhappy-which = I am sorry that you are not content. May I pass these words on to the officer who follows { $code }?
unhappy-is-unhappy = Pass them on
still-which = { $code } has been answered. Is what you just wrote about the same matter, which is not well yet, or is it a new one?
still-is-still = The same, not well yet
more-is-new = A new matter
