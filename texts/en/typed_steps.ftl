# An officer's own words for a step of the case before them: "officer-typed-<step>", the beginning of the message.
# What follows is the first answer of the step's form.

officer-typed-this =
    it
    this
    this case
    the case
officer-typed-show =
    open
    show
    show me
    see
officer-typed-later =
    later
    snooze
    remind me later
officer-typed-note =
    note
    add a note
officer-typed-reply =
    reply
    reply to them
    tell them
    tell the resident
    tell the residents
officer-typed-ask =
    ask
    ask them
    ask the resident
officer-typed-supply =
    the resident says
    the resident said
officer-typed-answer =
    the authority answered
    they answered
# Behind the name of an office that does not answer.
officer-typed-silent =
    has not answered
    does not answer
    is silent
# Behind the name of an office: what follows is its answer.
officer-typed-answered =
    answered
    answers
    replied
    says
    reports
# Between an office and the day of its answer.
officer-typed-until =
    by
    until
    within
    before
officer-typed-reassign =
    give to
    give it to
    assign to
    reassign to
    hand over to
    hand it over to
    wrong commune
officer-typed-refer =
    refer
    refer to
    refer it to
    forward to
    forward it to
    send it to
officer-typed-remind =
    remind
    remind them
officer-typed-extend =
    extend
    extend to
    extend until
officer-typed-unmerge =
    unmerge
    merged by mistake
officer-typed-merge =
    merge
    merge with
    merge into
officer-typed-split =
    split
officer-typed-close =
    close
    close this case
    close the case
officer-typed-reopen =
    closed by mistake
    reopen
    reopen this case
officer-typed-decline =
    decline
    decline because
officer-typed-correct =
    put right
officer-typed-classify =
    classify
officer-typed-accept =
    accept
    take it
    take this case
officer-typed-verify =
    verify
    verifying
officer-typed-start =
    in progress
officer-typed-check =
    ask whether it is well
officer-typed-recuse =
    i am involved

report-typed-return =
    return
    return it
    return because
    send back
    send it back
    not approved
    not approved because
report-button-approve-heard =
    approve it
    approved
    i approve
report-button-return-heard =
    return it
    not approved

officer-which-case = Which case do you mean? Please open it and type that again.
officer-not-understood =
    Sorry, I did not understand. Type “work” for your list.

    With a case open you can type as you would say it: “refer to the police”, “tell them …”, “ask them …”, “note: …”, “close this case”.

# Between a step and what is said of it.
officer-typed-joining =
    that
# Beside the name of a unit or organisation that is to have a case: they name nobody themselves.
officer-hand-beside =
    the
    to
    of
    in
    commune
    ward
    province
    city
officer-refer-beside =
    please
# Another unit that is not named.
officer-hand-elsewhere =
    another commune
    another ward
    the other commune
    somebody else
    someone else
    another officer
    another organisation
officer-hand-province =
    province
    city
# What is asked of whoever is to have it.
officer-hand-asked =
    please
    to handle
    to deal with
officer-typed-because =
    because
    since

# A step typed while another waits for its last look.
officer-typed-open = You have “{ $what }” open, not sent yet. Send or drop it first; or leave it there and do “{ $typed }” now.
officer-typed-open-form = the one before
officer-typed-instead = Leave it, do this first
officer-typed-aside = “{ $what }” is kept, not sent. When you have done this, write “resume”.
# What tells no office from another when its name is typed; the first of a list stands for those behind it.
authority-level =
    level
authority-beside =
    the
authority-alike-commune =
    commune
    ward
authority-alike-committee =
    committee
    people's committee
authority-province = province

## The next case, and taking back the last step

button-next-case = Next case
heard-next-case =
    next
    next case
    next one
    the next one
    go on
officer-next-none = No case waits for you today. I will tell you when there is a new one.
officer-next-this-only = Only this case has seen no step of yours today.
heard-undo =
    undo
    take it back
    take that back
    wrong
    that was wrong
    by mistake
    oops
# What was told of the end of a case; of any other step it is one to be undone.
heard-wrong-outcome =
    correct the outcome
    wrong outcome
    the outcome is wrong
    change the outcome
    sent by mistake
    sent the wrong outcome
heard-hold-on =
    wait
    hold on
officer-nothing-sent = Nothing was sent or changed yet. To correct something press “Correct it”, to leave it press “No, do not send”.
officer-undo-by = To mend the last step, I open: { $step }. What residents were told cannot be erased, only told anew.
officer-undo-not = The last step cannot be taken back. Open the case and choose what fits; what residents were told is mended by “correct”.
officer-undo-nothing = You have taken no step in this case that could be taken back.

# What comes next in the case before an officer.
heard-what-now =
    what now
    what next
    what do I do now
    what do I do next
officer-advice-received = This is new. Read it, then press “Accept” so that the resident knows that somebody looks at it. If something is missing, ask; if it is for an authority, refer it: I suggest which one and by when.
officer-advice-waiting = The resident has been asked, and the clock stands. If they phone or come, write down what they say.
officer-advice-accepted = It is accepted. If an authority must resolve it, refer it: I suggest which one and by when. If it only needs an explanation, reply and then close it; if something is missing, ask.
officer-advice-referred = It is with the authority. When the answer comes, record it; when the day is near or has passed, remind them. Your digest tells you when it is due.
officer-advice-answered = The authority has answered. Ask the resident whether it is well; if it is, close the case.
officer-advice-checking = The resident has been asked. If it is well, close the case; if not, refer it once more.
officer-advice-closed = The case is closed, nothing is left to do. Type “next” for the next one.
