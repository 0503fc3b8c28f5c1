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
# Whom one thanks.
heard-thanked =
    everybody
    all
heard-news =
    how are things
    how are things going
    how is it going
    what is the situation
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
heard-post =
    shared from facebook
    view more comments
    write a comment
heard-post-beside =
    like
    reply
    share
    comment
    likes
    comments
    shares
    hours
    see more
    see less
heard-post-more =
    See more
    See less

heard-letter-head =
    to whom it may concern
heard-letter-to =
    dear sir
    dear madam
heard-i-am =
    i am
heard-letter-field =
    born in
    date of birth
    address
    residing at
    phone
heard-letter-place =
    commune
    ward
    province
heard-letter-turns =
    i am writing to
    i write to
heard-letter-begins =
    as follows
heard-letter-ends =
    yours faithfully
    yours sincerely
heard-city =
    city of
heard-wrong-chat =
    wrong chat
    wrong group
heard-first-day =
    what do i do
    where do i start
heard-impatient =
    so many questions
heard-several =
    all of them together
heard-several-beside =
    several
heard-no-photos =
    no photos
    no photo
    i have no photo
    no picture
    no pictures
    i have no photos
    no image
    i have no picture
    i don't have a photo
    i don't have photos
    i do not have a photo
heard-why-photos =
    why photos
heard-asks-at-end =
    how long
heard-hamlet-type =
    hamlet
    village
heard-send =
    send
    send it
    send it now
heard-no = { -said-no }
heard-unsure =
    { -said-unsure }
    i forgot
    forgot
    can't remember
    cannot remember
    don't remember

# An option chosen by its number in words, with the words beside.
heard-before-number =
    no
    number
heard-number-1 =
    1
    one
    first
heard-number-2 =
    2
    two
    second
heard-number-3 =
    3
    three
    third
heard-number-4 =
    4
    four
    fourth
heard-number-5 =
    5
    five
    fifth
heard-number-6 =
    6
    six
    sixth
heard-number-7 =
    7
    seven
    seventh
heard-number-8 =
    8
    eight
    eighth
heard-number-9 =
    9
    nine
    ninth
heard-number-last =
    last
heard-number-beside =
    the
    one
    number
    option
    choose
    please
    no

# What is asked back, or wished, in the middle of a form or outside: "heard-<what>". Each stands for an answer of its
# own (aside-<what>, why-<question>) or for a command. The words beside may stand around them.
heard-why =
    why
    what for
    what is that
    what is this
    what does it mean
    what does that mean
    is it necessary
    do not understand
    don't understand
heard-cost =
    cost
    fee
    free
    pay
    how much
heard-how-long =
    when will i get an answer
    when do i get an answer
    when will somebody answer
    when will i hear from you
    how long does it take
    how long
    how many days
    when
heard-who-sees-at-end =
    be able to read it
    be able to see it
    know that i sent it
    know who sent it
heard-who-sees =
    who sees
    who can see
    who will see
    who reads
    who can read
    who will read
    who knows
    is it safe
    is it secret
    is it confidential
    anonymous
heard-who-resolves =
    who resolves
    who will resolve
    who handles
    who will handle
    who fixes
    who will fix
    who receives
    who will receive
    where does it go
heard-not-ours =
    price of gold
    gold price
    price of petrol
    petrol price
    exchange rate
    weather
    weather forecast
    lottery
    lottery results
    football
    football results
    a poem
    a joke
    a story
heard-not-ours-asked =
    what is the
    what's the
    how much is the
    how is the
    today
    tomorrow
    tonight
    now
    write
    tell
    me
    the
heard-elsewhere =
    sent it on the web
    sent it on zalo
    sent it on telegram
    see it here
    another phone
    another device
    lost my phone
heard-wait =
    wait
    wait a minute
    one moment
    hold on
heard-keep-it =
    do not withdraw it
    don't withdraw it
    keep it
# Said in the story: it is sent for somebody of the family.
# An organisation by name: see the Vietnamese file.
heard-body-cong-doan =
    trade union
    labour union
    labor union
heard-body-nong-dan =
    farmers union
    farmers' union
    farmers association
heard-body-phu-nu =
    women union
    women's union
    womens union
heard-body-cuu-chien-binh =
    veterans association
    veterans' association
heard-body-doan-thanh-nien =
    youth union
heard-front =
    fatherland front
    the front
heard-province-front =
    provincial fatherland front
    provincial front
    fatherland front of the province
    front of the province
heard-province-office =
    province
    provincial people's committee
    provincial party committee
    city people's committee
heard-holds-post =
    chairman of the
    chairwoman of the
    chair of the
    secretary of the
    director of the
    head of the
    officer of the
    officials of the
heard-head-of-body =
    secretary of the youth union
    head of the women's union
heard-turns-to =
    ask
    asked
    hope
    to
    please
    need
    want
# What is asked or said beside the matter, each with its own answer (aside-<what>).
heard-in-my-name =
    what was filed in my name
    what has been filed in my name
    show what was filed in my name
    who filed in my name
    what did i file
heard-line-busy =
    the line is busy
    line is busy
    nobody answers the phone
    no one answers the phone
    i cannot call
    i can not call
    i dare not call
heard-called-already =
    i called
    called already
    already called
heard-withdraw-of =
    withdraw the
heard-if-not =
    what if i don't agree
    what if not
    if i don't agree
heard-no-answer =
    what if nobody answers
    what if no one answers
    what if they don't answer
heard-insult =
    stupid
    stupid bot
    useless
    idiot
    dumb bot
heard-again =
    repeat
    again
    say again
    read again
    what was the question
heard-no-buttons =
    no buttons
    i see no buttons
    i can't see any buttons
    where are the buttons
    what are the choices
    what are the choices
    read the choices
heard-what-body =
    what is an organisation
    what organisation
    what organization
heard-photos-coming =
    i have a photo
    i have photos
    here is a photo
    photos coming
heard-name-follows =
    sign as
    signed
heard-first-matter =
    first
    firstly
    first of all
heard-second-matter =
    second
    secondly
heard-instead-of =
    on behalf of
    for all of
heard-many-people =
    households
    neighbours
    neighbors
    residents
    workers
    parents
heard-neighbour =
    neighbour
    neighbor
    next door
heard-for-relative =
    on behalf of my mother
    on behalf of my father
    on behalf of my grandmother
    on behalf of my grandfather
    for my grandmother
    for my grandfather
# Of an answer or of those who gave it.
heard-unhappy =
    not satisfied
    unhappy with
    bad answer
    useless answer
    not an answer
# At the question of the organisation: who is asked back for.
heard-which-body =
    which one
    which should i choose
    who is responsible
# No petition: a question or a trial; and a message meant for somebody else.
heard-just-asking =
    just asking
    only asking
    it is only a question
    it's just a question
    just a question
    not a complaint
    not a petition
    not a report
    just testing
heard-mistaken =
    wrong chat
    sent by mistake
    by mistake
    i sent it by mistake
    sent it by mistake
    i sent this by mistake
    my mistake
heard-what-code =
    what is the code
    what is a code
    what is the code for
    what is the pin
heard-who-are-you =
    what is this
    who are you
    who is this
    are you human
    are you a human
    are you a person
    are you real
    are you a bot
    are you a robot
    bot
    robot
    what is this place
heard-how =
    how do i send
    how to send
    how does it work
    how do i do
    how do i use
    how to use
heard-contact =
    phone number
    telephone number
    address
    hotline
    talk to a human
    talk to a person
    talk to somebody
    talk to someone
    speak to a human
    speak to a person
    speak to someone
    real person
# Anywhere in a petition's text: the person is not to be named.
heard-letter-asks =
    letter of petition
    I petition
heard-no-name =
    don't show my name
    do not show my name
    don't use my name
    do not use my name
    hide my name
    without my name
    keep me anonymous
    do not tell my name
    don't tell my name
    do not mention my name
    don't mention my name
    do not use my name
    don't use my name
    keep my name secret
    anonymous
    anonymously
    no name
    without my name
    without a name
heard-kind-complaint =
    i file a complaint
    formal complaint
    complain about the decision
    appeal the decision
    appeal against the decision
heard-kind-denunciation =
    i denounce
    want to denounce
    denunciation
# At the consent: words about agreeing that are neither of the answers; never a part of the story.
heard-about-consent =
    agree
    consent
    keep my
    store my
# Violence at home: who tells of it accuses no office, whatever posts are named.
heard-home =
    husband
    wife
    father
    mother
    stepfather
    domestic violence
# How people say their name without being asked; what follows is the name.
heard-beaten =
    beats me
    hits me
    beat me
    hit me
    beats my
    hits my
    threatens to kill
heard-name-is =
    full name
    my name is
heard-code-lost =
    lost the code
    lost my code
    forgot the code
    forgot my code
    no code
    what code
    which code
    have no code
    don't have the code
    don't have a code
heard-erase =
    delete my data
    delete everything
    erase my data
    erase everything
    delete my information
    erase my information
# Of a matter that was answered or closed: to take it up again, or that it is not well.
heard-reopen =
    reopen
    reopen it
    open it again
    look at it again
    not satisfied
heard-fixed =
    fixed now
    is fixed
    been fixed
    repaired
    works again
    solved
heard-still =
    still
    again
    not fixed
    as before
more-is-more-heard =
    { -said-yes }
    the same
    belongs
    that one
unhappy-is-unhappy-heard =
    { -said-yes }
    pass on
    pass it on
still-is-still-heard =
    { -said-yes }
    the same
    that one
answer-is-answer-heard =
    { -said-yes }
    the answer
    my answer
answer-is-new-heard =
    { -said-no }
    new
    a new one
    another matter
more-is-new-heard =
    { -said-no }
    new
    new one
    new matter
heard-withdraw =
    withdraw
    take back
    take it back
    cancel my petition
    cancel my report
heard-another =
    another matter
    another thing
    another problem
    one more thing
    something else
    one more matter
    one more problem
heard-aside-beside =
    do
    does
    is
    are
    will
    it
    this
    that
    the
    a
    an
    my
    me
    name
    you
    need
    have
    to
    know
    be
    done
    fixed
    answered
    resolved
    resolve
    ask
    the
    want
    can
    for
    commune
    and
    what
    would
    like
    of
    your
    office
    there
    take
    with
    in
    organisation
    organization
    subject
    code
    question
    report
    petition
    get
    may

# An answer taken back in words: with what it was ("change the commune", label-...-heard) or alone ("wrong one").
heard-correct =
    change
    fix
    mistake
    my mistake
    wrong
    wrong one
    edit
heard-correct-named =
    another
    different
    not the
heard-correct-beside =
    the
    a
    it
    oh
    sorry
    oops
    want
    to
    was
    is
    that
    please
    my
    let
    me

label-content-heard =
    text
    content
    story
label-kind-heard =
    kind
    type
label-commune-heard =
    commune
    ward
    place
label-organisation-heard =
    organisation
    organization
    receiver
label-subject-heard =
    subject
label-details-heard =
    photo
    photos
    place
    spot
    location
    address
label-on-behalf-heard =
    for whom
label-visibility-heard =
    who sees my name
label-name-heard =
    name
label-phone-heard =
    phone
    number
    phone number
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
    that's right
    that is right
    it is
    exactly
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
    don't agree
    do not agree
    refuse
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
    anyone
    anybody
    any of them
    whichever
    you choose
    any
    whoever
    skip
organisation-mttq-heard =
    front
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
subject-khac-heard =
    { -said-unsure }
    nothing
    none
    no
    other
    send it
    send
    any
    something else
    skip
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
    for my mother
    for my father
    for my parents
    family
    a relative
    my family
on-behalf-neighbour-heard =
    neighbour
    a neighbour
    a friend
name-visibility-without-heard =
    anonymous
    no name needed
    leave out my name
    leave my name out
    remove my name
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
    send
    send it
    next
    go on
    no
    nothing
    nothing more
    that is all
    no photo
    no photos
    ok
    no picture
    no pictures
    i have no photo
    i have no photos
    that's all
    nothing else
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
    no
    nope
    not right
    that is wrong
    that's wrong
    not yet
button-confirm-stop-heard =
    do not send
    not now
button-keep-all-heard =
    nothing
    keep
    keep it
    no change
meet-call-back-heard =
    call me
    call me back
    call back
guarded-denunciation-send-heard =
    send
    send it
    yes
guarded-violence-send-heard =
    quietly
    send it quietly
    in confidence
    secretly
    { -said-yes }
    send
guarded-complaint-send-heard =
    send
    send it
    yes
guarded-guide-heard =
    guidance
    guide me
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

# The last thing added to the story is taken back; behind "drop" it may be named by its words.
heard-drop-last =
    drop the last line
    remove the last line
    delete the last line
heard-drop =
    drop the part about
    remove the part about
    delete the part about
    drop
story-by-voice-heard =
    i cannot write
    i can't write
    just listen
    please listen
    it is in the voice message
    send it
    done
heard-gone-at-end =
    delete it
    delete it all
    delete everything
    delete this
    delete that
    erase it
    erase everything
    erase this
heard-gone-told =
    to
    they
    not
heard-polite-behind-name =
    please
heard-polite-at-end =
    please
    now
heard-press =
    journalist
    reporter
    newspaper
    the press
heard-press-asks =
    interview
    figures
    statistics
    article
    spokesperson
    information
heard-afraid =
    i am afraid
    i'm afraid
    i am scared
    i'm scared
    afraid
    scared
heard-said-again =
    i said
    i told you
    already
heard-others-too =
    do others have to send it too
    should my neighbours send it too
    can others send it too
heard-signatures =
    do you need signatures
    do i need a signature
    do i have to sign
heard-how-files =
    how do i send a photo
    how do i send photos
    how can i send a photo
button-confirm-heard =
    all good thank you
    it is fine now
    fixed
    fixed thank you
button-dispute-heard =
    still broken
    not fixed
    nothing has changed
heard-blind =
    i am blind
    i'm blind
    i use a screen reader
    screen reader
heard-spell-code =
    spell the code
    spell my code
    what is my code
heard-afraid-because =
    i am afraid
    i'm afraid
    i fear
# Names are not capitalised where they are dictated: surnames are those of the Vietnamese list.
heard-surname =
    smith
heard-name-ends =
    from
    living
    at
heard-name-title =
    mr
    mrs
    ms
heard-told-by =
    says
heard-adds-to-earlier =
    add a photo to
    send another photo
heard-whether =
    or not
heard-paper-asked =
    i need
    how do i get
heard-paper =
    birth certificate
    marriage certificate
    certificate of poor household
heard-paper-beside =
    a
    the
    to
    where
heard-agrees-plainly =
    yes
    ok
    agreed
heard-yes-or-wonder =
    huh
heard-job =
    any jobs
    need a job
    looking for a job
    looking for work
heard-loan =
    loan
    a loan
    borrow money
    lend me money
heard-loan-asked =
    can i
    can i get
    where can i
    i need
    i want
    how do i get
heard-loan-beside =
    please
    here
    from
    you
    million
heard-age =
    years old
    year old
heard-age-beside =
    i
    am
    i'm
    only
heard-cannot-write =
    cannot write
    cannot use a phone
