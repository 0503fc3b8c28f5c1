# Where it is, in words: what plainly names no place, what may, and how it is asked once more.

details-no-place = I am not sure where that is. Please write it like “alley 12, near Sia market”, or send the location. If you do not know, write “I don't know” or tap “Continue”: the matter can be sent all the same.

# Said in bad temper or beside the question: never the name of a place.
heard-officers-come =
    officers come
    officer come
    send an officer
    come and see
heard-no-place =
    my head
    your head
    shut up
    who cares
    what the hell
    waste of time
    are you stupid
    never mind
# Words of talk, one a line: a message of nothing else says nothing about where.
heard-talk =
    i
    you
    he
    she
    it
    we
    they
    me
    my
    your
    is
    are
    am
    was
    do
    does
    don't
    not
    no
    what
    why
    who
    how
    so
    many
    questions
    question
    ask
    asking
    stupid
    idiot
    idiots
    fool
    bot
    machine
    tired
    angry
    hate
    just
    please
    help
    hurry
    wtf
    lol
    useless
    this
    that
    the
    a
    to
    for
    and
    it's
    know
    care
    dunno
# Words that point somewhere, one a line: a message with one of them may be a place and is kept.
heard-where =
    house
    home
    street
    road
    lane
    alley
    village
    hamlet
    market
    bridge
    river
    canal
    school
    gate
    corner
    near
    behind
    beside
    opposite
    between
    ward
    commune
    block
    floor
    building
    park
    station
    clinic
    hospital
    pagoda
    church
    field
    shop
    number
    in front of
    next to
# Of place or of time: alone they point nowhere.
heard-where-beside =
    end
    in front of
    next to
# Begins what is added to the story.
heard-adds =
    also
    and also
    another thing
# Around the name of a province or a commune, where nothing else is said.
heard-in =
    in
heard-province-type =
    province
    city
heard-beside-unit =
    commune
    ward
