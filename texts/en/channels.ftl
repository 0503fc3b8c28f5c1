# What messengers need: linked chats, reply windows, tokens of an account.

command-link =
    link
    link chats
    connect
    /link
command-unlink =
    unlink
    disconnect
    /unlink

link-code =
    To follow your petitions in another app (Zalo, Telegram or the web chat), open the assistant there and send this code:

    { $code }

    It works once, for { $minutes } minutes. Give it to nobody: whoever has it can see your petitions.
link-code-unknown = This linking code cannot be used: it is wrong, was used, or is too old. Ask for a new one by writing “link” in the other app.
link-same-chat = Both of these already belong to the same person; there is nothing to link.
link-not-for-officers = An officer's chat is not linked by code; please use the administrator's invitation.
link-sure =
    Link this chat with your { $channel }?
    From then on each of them shows what was sent from the other, and news come to the one you used last. Write “unlink” at any time to undo it.
link-yes = Yes, link them
link-made = { $count ->
        [0] Linked.
       *[other] Linked, together with { $count } petitions sent from here.
    } News come to the chat you used last.
link-made-elsewhere = { $channel } was just linked with this chat and can see your petitions. If that was not you, write “unlink” now.
link-undo = Unlink
link-undone = Unlinked. Each chat shows only its own petitions again.
link-none = This chat is not linked with another.

button-keep-window = I have read it
keep-window-why = Please tap any button: Zalo lets us write only within 7 days after you last tapped or wrote.
officer-card-waiting = Waiting for the resident to write: since { $day } something could not be sent to { $count } people, because Zalo lets us write only within 7 days after they last wrote. They get all of it when they write again; if it is urgent, please phone.

zalo-group-private = This is the automatic assistant of the Fatherland Front. In groups I take no petitions; please write to me privately.
zalo-token-lost = Zalo refused the Official Account's access: soon nothing can be sent through it. Please run nghedan zalo connect and consent again in Zalo.
zalo-token-ends = The access to the Zalo Official Account ends on { $day } ({ $days } days left). Please run nghedan zalo connect and consent again in Zalo.
zalo-plan-near = The Zalo Bot has used { $used } of { $limit } { $what ->
        [users] users
       *[messages] messages this month
    } of its plan. Beyond it residents get no answers.
zalo-cost-near = This month's messages of the Zalo Official Account cost { $spent } dong so far, the ceiling is { $limit } dong. Beyond it, messages that cost wait for the resident to write.
job-zalo-tokens = keep the access to the Zalo Official Account
job-zalo-inbox = take up messages of Zalo that an ended process had not stored
job-zalo-limits = watch the limits and costs of Zalo

zalo-stranger = Hello. You are not logged in to Zalo, so we cannot take your petition here: there would be no way to tell you the result. Please log in to Zalo and write again, or write at { $url }. In an emergency call at once: 113 police, 114 fire, 115 ambulance, 111 children.
