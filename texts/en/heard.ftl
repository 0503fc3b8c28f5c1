# What people type instead of tapping: "<label>-heard" lists the words that mean this button, one phrase a line.
# A polite word before or after ("please") changes nothing.

heard-polite =
    well
    i
    just
    please
    thanks
    thank you
heard-hello =
    hello
    hi
    hey
    good morning
    good afternoon
    good evening
    anybody
    anyone there
    there
    question
    start
    test
heard-thanks =
    { -said-yes }
    thanks
    thank you
    thank you very much
    many thanks
    great
    good
    bye
    goodbye
    no
heard-news =
    any news
    any progress
    how far
    what happened
    when
    status
    not yet answered
heard-news-beside =
    is
    it
    my
    with
    the
    case
    petition
    report
    to
    will
    be
    fixed
    done
    answered
    about
    there
    what
heard-yes = { -said-yes }
-said-yes =
    yes
    y
    yep
    yeah
    ok
    okay
    right
    correct
    sure
-said-no =
    no
    n
    nope
    wrong
    incorrect
-said-unsure =
    do not know
    don't know
    not sure
    unsure
    no idea
consent-yes-heard =
    { -said-yes }
    i agree
    agreed
    agree
consent-no-heard =
    { -said-no }
    i do not agree
    disagree
commune-right-heard =
    { -said-yes }
commune-other-heard =
    { -said-no }
    somewhere else
    another place
commune-more-heard =
    more
    next
commune-by-province-heard =
    by province
    choose a province
organisation-unknown-heard =
    { -said-unsure }
    any
    whoever
    skip
organisation-mttq-heard =
    the front
    fatherland front
organisation-cong-doan-heard =
    union
    the union
organisation-nong-dan-heard =
    farmers
    the farmers
organisation-phu-nu-heard =
    women
    the women
organisation-cuu-chien-binh-heard =
    veterans
    the veterans
organisation-doan-thanh-nien-heard =
    youth
    the youth
kind-kien-nghi-heard =
    recommendation
    proposal
    request
kind-phan-anh-heard =
    report
    observation
kind-gop-y-heard =
    suggestion
    opinion
kind-cam-on-heard =
    thanks
    thank you
on-behalf-self-heard =
    me
    myself
    for me
on-behalf-relative-heard =
    family
    a relative
    my family
on-behalf-neighbour-heard =
    neighbour
    a neighbour
    a friend
name-visibility-without-heard =
    anonymous
    without my name
    no name
    secret
name-visibility-officer-only-heard =
    only the officer
    officer only
name-visibility-shown-heard =
    show my name
    public
repeat-same-heard =
    { -said-yes }
    same
    the same
    the same problem
repeat-other-heard =
    { -said-no }
    different
    another
    not the same
repeat-unsure-heard =
    { -said-unsure }
button-continue-heard =
    done
    next
    go on
    no
    nothing
    nothing more
    that is all
    no photo
    no photos
    ok
button-skip-heard =
    no
    none
    nothing
    pass
button-confirm-send-heard =
    { -said-yes }
    send
    send it
    submit
    confirm
button-confirm-fix-heard =
    fix
    change
    correct it
    edit
    wrong
button-confirm-stop-heard =
    do not send
    not now
button-keep-all-heard =
    nothing
    keep
    keep it
    no change
guarded-denunciation-send-heard =
    send
    send it
    yes
guarded-complaint-send-heard =
    send
    send it
    yes
guarded-guide-heard =
    guide
    instructions
    how
guarded-stop-heard =
    do not send
    no
    stop
rating-rat-hai-long-heard =
    very good
    excellent
    great
rating-hai-long-heard =
    good
    ok
    fine
rating-chua-hai-long-heard =
    not satisfied
    unsatisfied
    bad
    no
    not good
data-erase-yes-heard =
    yes
    ok
    erase it
officer-leave-yes-heard =
    yes
    ok
    leave
officer-leave-no-heard =
    no
    stay
officer-check-yes-heard =
    yes
    ok
    ask
officer-check-no-heard =
    no
    not yet
    later
button-withdraw-sure-heard =
    yes
    ok
    withdraw
    withdraw it
button-leave-sure-heard =
    yes
    ok
    split
    split it
button-no-heard =
    nope
    no thanks
follow-yes-heard =
    { -said-yes }
    agree
    follow
follow-no-heard =
    { -said-no }
    do not follow

# An officer before the card of a case
officer-step-accept-heard =
    take it
    take
officer-step-refer-heard =
    refer it
    forward
    pass on
officer-step-ask-heard =
    ask them
    ask more
officer-step-reply-heard =
    answer them
    write back
officer-step-note-heard =
    add a note
    write a note
officer-step-remind-heard =
    remind them
    urge
officer-step-close-heard =
    close it
    finish
officer-step-reassign-heard =
    give away
    reassign
officer-step-answer-heard =
    they answered
    note answer
officer-look-why-heard =
    why
    why this date
officer-look-history-heard =
    history
    what happened
officer-more-steps-heard =
    more
    other
