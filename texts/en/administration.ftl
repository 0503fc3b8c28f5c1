# What an administrator does in chat.

administrator-name = Administrator
command-add-officer =
    add officer
    /addofficer
add-officer-name = What is the officer's full name?
add-officer-commune = Which commune or ward is the officer in charge of? Type its name.
add-officer-organisation = Which organisation does the officer belong to?
add-officer-role = Which role has the officer?
add-officer-done = { $name }, { $organisation } { $unit }, was added.
add-officer-link =
    Send this link to that person only. It works once, until { $until }:
    { $links }
