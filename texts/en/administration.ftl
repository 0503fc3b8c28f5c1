# What an administrator does in chat.

administrator-name = Administrator
command-add-officer =
    add officer
    /addofficer
add-officer-name = What is the officer's full name?
add-officer-commune = Which commune or ward is the officer in charge of? Type its name.
add-officer-organisation = Which organisation does the officer belong to?
add-officer-role = Which role has the officer?
add-officer-label-name = Full name
add-officer-label-role = Role
add-officer-sum =
    Add an officer:
    • Name: { $name }
    • Place: { $unit }
    • Organisation: { $organisation }
    • Role: { $role }
add-officer-send = Yes, add
button-add-officer = Add an officer
admin-accounts =
    list officers
    remove officer
    disable officer
    disable account
    rename officer
admin-accounts-where = In chat officers can only be added. To list accounts, to invite again, to disable or to hand one over, use the server: nghedan officer list, nghedan officer invite NUMBER, nghedan officer disable NUMBER. An invitation that nobody used ends after 7 days.
add-officer-done = { $name }, { $organisation } { $unit }, was added.
add-officer-link =
    Send this link to that person only. It works once, until { $until }:
    { $links }
