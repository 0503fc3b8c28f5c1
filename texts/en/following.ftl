# Residents who follow a place: asked for with their consent, told once a month, ended with one word.
# Only numbers with at least three people behind them; nothing confidential, never anybody's words.

command-follow =
    follow
    follow a commune
    monthly news
    /follow
command-unfollow =
    unfollow
    stop following
    /unfollow
button-follow = Follow this place
menu-follow = Follow a place

follow-unit-ask = Which commune or ward would you like to follow?
follow-unit-preset = Would you like to follow { $unit }?
follow-what-ask = Would you like to follow all subjects, or only one?
follow-everything = All subjects
follow-agree =
    You follow: { $what }.

    Once a month I send a short message here: which subjects people raised last month, how many cases were answered, how many were closed. It has numbers only, nobody's name or words.

    To send it we keep that this account follows that place. You can write “unfollow” at any time: it ends and is deleted.

    Do you agree?
follow-yes = I agree
follow-no = No
follow-done = Noted. At the beginning of next month you will hear about: { $what }. To stop, write: unfollow.
follow-wide-offer = Follow all of { $unit }
follow-already = You follow { $what } already.
follow-too-many = You follow { $limit } already. Please stop one before you add another.
follow-not-for-officers = This message is for residents. Write “digest” or “weekly digest” to see figures.

follows-none = You follow nothing yet.
follows-head = You follow:
follows-line = • { $what }, since { $since }
follows-add = Follow more
follows-remove = Stop: { $what }
follows-remove-all = Stop all
unfollow-done = You follow nothing any more, and will not get this message again.
unfollow-one-done = You no longer follow: { $what }.
unfollow-none = You follow nothing, so there is nothing to stop.

following-head = News of { $month } from what you follow
following-unit = { $unit }
following-subject = { $subject }, { $unit }
following-place =
    { $what }
    { $lines }
following-raised = People sent { $count } petitions.
following-line = • { $subject }: { $count }
following-others = • Other subjects: { $count }
following-answered = Authorities answered { $count } cases.
following-closed = { $count } cases were closed with a result or an explanation.
following-province = Numbers of a province are made of those places where at least { $people } people spoke.
following-nothing = { $what }: fewer than { $people } people last month, so no number is given.
following-rule = Numbers are given only from { $people } people on. Confidential matters are not in this message. To stop, write: unfollow.
following-list = What I follow
following-stop = Unfollow

data-follows = Following: { $what }.

job-monthly-news = send residents the month's news of what they follow
