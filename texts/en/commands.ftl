# Words that always work, one phrase a line.

command-cancel =
    cancel
    stop
    /cancel
command-back =
    back
    go back
    /back
command-resume =
    go on
    resume
    /resume
command-help =
    help
    menu
    /help
    /menu
command-meet =
    meet an officer
    talk to an officer
    human
    /officer
command-track =
    track
    look up
    status
    /track
command-mine =
    my petitions
    mine
    /mine
command-new =
    new petition
    new
    new report
    send a report
    /new
command-data =
    my data
    data
    /data
command-language =
    language
    /language
