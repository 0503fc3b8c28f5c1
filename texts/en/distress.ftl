# Who speaks of dying. Lists for `conversation/distress.py`, which says how they go together.

# Said by whomever: there is danger whatever else is said.
heard-self-harm =
    kill myself
    killing myself
    end my life
    ending my life
    hurt myself
    cut myself
    no reason to live
    better off dead
    wish i was dead
    wish i were dead
    wish i was never born
    suicide note
    don't want to be alive
    do not want to be alive
    can't go on living
    cannot go on living
# Said of oneself or somebody near.
heard-self-harm-wish =
    want to die
    wants to die
    wanna die
    don't want to live anymore
    do not want to live anymore
    tired of living
    want to disappear
# The same at the end of what is said.
heard-self-harm-wish-at-end =
    don't want to live
    do not want to live
    rather die
# Behind a wish that nobody is named for: it says how bad a thing is.
heard-self-harm-of-a-thing =
    of the
# Who it is said of, and words between them and the wish.
heard-self-harm-near =
    i
    he
    she
    my son
    my daughter
    my wife
    my husband
    my mother
    my father
heard-self-harm-between =
    just
    only
    really
    sometimes
    often
    always
    now
    still
    so tired i
    would
# A wish or a curse: it is a curse where others stand beside it.
heard-self-harm-or-curse =
    go and die
    drop dead
heard-self-harm-cursed =
    you
    you all
    you people
    officials
    the officials
heard-self-harm-others =
    you
    they
    them
    officials
    the officials
    all of you
# A way to do it, with the will to it in front, or said of oneself.
heard-self-harm-way =
    jump off the bridge
    jump from the bridge
    hang myself
    hang himself
    hang herself
    take poison
    drink poison
    take all my pills
heard-self-harm-will =
    want to
    wants to
    going to
    will
    about to
heard-self-harm-myself =
    i
# Words that tell of it where the text is of danger anyhow, and words of proposals and of the past beside them.
heard-self-harm-word =
    suicide
    suicidal
heard-self-harm-told =
    last year
    railing
    prevention
