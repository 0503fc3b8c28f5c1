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
command-english =
    english
    english please
    in english
    in english please
    speak english
    do you speak english
    can you speak english
    can i write in english
    /english
    change to english
    change to english please
    switch to english
    switch to english please
    english pls
    speak english please
command-vietnamese =
    vietnamese
    in vietnamese
    /tiengviet
command-language =
    change language
    language
    /language
