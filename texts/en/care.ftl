# A person who speaks of dying, or a child: care comes before any question.

care-ask =
    I am very worried by what you write. You do not have to bear this alone.

    Please call 115, or talk at once to somebody near you whom you trust. I am only an automatic assistant; if you would like to talk to a person, tap the button below and an officer calls you back during office hours.

    You need not answer anything now. I keep what you wrote and send it only when you wish.
care-ask-to-child =
    I am very worried by what you write. It is not your fault and you do not have to bear this alone.

    Please call 111 now: it is free, and somebody listens day and night. Or tell a grown-up whom you trust: family, a teacher, a neighbour.

    You need not answer anything now. I keep what you wrote and send it only when you wish.
care-here = I am still here. Write whatever you like, or nothing at all. In danger, please call 115.
care-here-to-child = I am still here. Write whatever you like, or nothing at all. If you are afraid or in danger, call 111.
care-kept = I have kept these words.
care-call = Ask an officer to call me
care-go = I want to send this
care-child = It is right that you say so. 111 is free and helps children day and night; or tell a grown-up whom you trust.
why-care = I am worried about you, so I ask nothing yet. If you want to send this to an officer, tap the button below.
care-go-heard =
    send
    send it
    send this
    go on
    continue
care-call-heard =
    call me
    call back
    call me back

# How a person is spoken to, and a child by the word that it calls itself.
voice-usual = you
voice-em = you
voice-con = you
voice-chau = you
voice-officer = you
voice-as-before = I speak to you as I did last time. If a grown-up is writing, tap the button below, or type “I am a grown-up”.
voice-grown-up = I am a grown-up
voice-now-usual = Of course. I will speak to you as to everybody from now on.
heard-grown-up =
    i am a grown up
    i am a grown-up
    i am an adult

heard-child-em =
    i am in grade
    i'm in grade
    i go to school
    my classmates
heard-child-hurt-em =
    my teacher hits me
    my teacher beats me
    my teacher hit me
    my father hits me
    my father beats me
    my dad hits me
    my dad beats me
    my stepfather hits me
    my stepfather beats me
    i am bullied at school
heard-child-con =
    i am a child
heard-child-hurt-con =
    they beat me at school
heard-child-chau =
    i am a kid
heard-child-hurt-chau =
    boys beat me at school
# Said by a child of what is done to it.
heard-hurt =
    hits me
    hit me
    beats me
    beat me
    bullied
    touches me
# Around a child that calls itself con or cháu: parents say these words of their children.
heard-child-polite =
    please
# An adult speaks, perhaps for a child: then it is no child.
heard-no-child =
    my husband
    my wife
    my son
    my daughter
    my child
